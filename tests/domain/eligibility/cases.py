"""Worked eligibility cases over the legal periods, each with the article that decides it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tests.domain.eligibility.files import (
    BKBT,
    BKTTG,
    CO_BT,
    CO_CP,
    COLLECTIVE,
    CSBT,
    CSCS,
    HOUSEHOLD,
    LDTT,
    PERSON,
    XS,
    held,
    ideas,
    members,
    post,
    rated,
    said,
    worked,
)
from thidua_desktop.domain.eligibility.verdicts import Claim, Verdict
from thidua_desktop.domain.evidence import (
    CaseKind,
    Clearance,
    Cleared,
    ClusterRank,
    Confirmation,
    Discipline,
    Evidence,
    Initiative,
    MeritKind,
    MovementResult,
    OpenCase,
    Rating,
    Reach,
    Sanction,
    Spell,
    YearScore,
)
from thidua_desktop.domain.nominations import Occasion

MET, NOT_MET, CANNOT_TELL = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL
A, B, C1, C2 = date(2022, 12, 15), date(2024, 12, 10), date(2025, 12, 5), date(2026, 11, 20)
WELL, EXCELLENT = Rating.WELL, Rating.EXCELLENT
UNIT, PROVINCE, NATIONAL = Reach.UNIT, Reach.PROVINCE, Reach.NATIONAL
SUDDEN, MOVEMENT, CONTRIBUTION = Occasion.SUDDEN, Occasion.MOVEMENT, Occasion.CONTRIBUTION


@dataclass(frozen=True)
class Worked:
    """A nomination, what the check must say, and a part of the citation of what decides it."""

    id: str
    claim: Claim
    evidence: Evidence
    verdict: Verdict
    article: str
    earliest: int | None = None


def case(
    id: str,
    award: str,
    day: date,
    evidence: Evidence,
    says: tuple[Verdict, str, int | None],
    **claim: Any,
) -> Worked:
    made = Claim(award, evidence.kind, **{"year": day.year, "day": day, **claim})
    return Worked(id, made, evidence, *says)


def person(**known: Any) -> Evidence:
    return replace(PERSON, **known)


def team(**known: Any) -> Evidence:
    return replace(COLLECTIVE, **known)


def household(**known: Any) -> Evidence:
    return replace(HOUSEHOLD, **known)


def ends(sanction: Sanction, since: date, until: date | None) -> tuple[Discipline, ...]:
    return (Discipline(sanction, since, until, "QĐ kỷ luật"),)


def movement(year: int, by: str, years: int, stage: str = "close") -> tuple[MovementResult, ...]:
    return (MovementResult(year, by, years, stage, "Cả nước thi đua xây dựng nông thôn mới"),)


LEADS = ClusterRank
SCORE = YearScore(2022, 86, "other", 60, date(2022, 1, 20))
HOUSE_OK = said("khong_thuoc_truong_hop_loai_tru_d7")
FIVE_WELL = rated(2020, 2024, WELL)

PERIOD_A = (
    case("ldtt-good-year", LDTT, A, person(ratings=rated(2022, 2022, WELL)), (MET, "khoản 1 Điều 24", None)),
    case(
        "ldtt-hired-in-may",
        LDTT,
        A,
        person(ratings=rated(2022, 2022), spells=(Spell("employed", date(2022, 5, 1)),)),
        (NOT_MET, "Điều 10 Nghị định 91/2017", 2023),
    ),
    case(
        "ldtt-reprimanded",
        LDTT,
        A,
        person(ratings=rated(2022, 2022), discipline=ends(Sanction.REPRIMAND, date(2022, 3, 1), date(2022, 6, 1))),
        (NOT_MET, "Điều 10 Nghị định 91/2017", 2023),
    ),
    case("ldtt-rating-not-known", LDTT, A, person(), (CANNOT_TELL, "khoản 1 Điều 24", None)),
    case(
        "ldtt-not-registered",
        LDTT,
        A,
        person(ratings=rated(2022, 2022), confirmations=()),
        (CANNOT_TELL, "điểm b khoản 1 Điều 10 Luật Thi đua, khen thưởng năm 2003", None),
    ),
    case(
        "cscs-without-initiative",
        CSCS,
        A,
        person(awards=held(LDTT, 2022), ratings=rated(2022, 2022)),
        (NOT_MET, "khoản 3 Điều 9 Nghị định 91/2017", 2023),
    ),
    case(
        "cscs-with-initiative",
        CSCS,
        A,
        person(awards=held(LDTT, 2022), initiatives=ideas(UNIT, 2022)),
        (MET, "khoản 3 Điều 9", None),
    ),
    case(
        "cscs-with-topic",
        CSCS,
        A,
        person(
            awards=held(LDTT, 2022), initiatives=(Initiative(2022, UNIT, "Đề tài rừng khộp", kind=MeritKind.TOPIC),)
        ),
        (MET, "khoản 3 Điều 9", None),
    ),
    case(
        "csbt-three-on-end",
        CSBT,
        A,
        person(awards=held(CSCS, 2020, 2021, 2022), initiatives=ideas(PROVINCE, 2021)),
        (MET, "khoản 2 Điều 9", None),
    ),
    case(
        "csbt-two-on-end",
        CSBT,
        A,
        person(awards=held(CSCS, 2021, 2022), initiatives=ideas(PROVINCE, 2021)),
        (NOT_MET, "khoản 2 Điều 9", 2024),
    ),
    case(
        "csbt-broken-in-2021",
        CSBT,
        A,
        person(awards=held(CSCS, 2019, 2020, 2022), initiatives=ideas(PROVINCE, 2022)),
        (NOT_MET, "khoản 2 Điều 9", 2025),
    ),
    case(
        "csbt-initiative-of-the-unit-only",
        CSBT,
        A,
        person(awards=held(CSCS, 2020, 2021, 2022), initiatives=ideas(UNIT, 2020, 2021, 2022)),
        (NOT_MET, "khoản 2 Điều 9", 2023),
    ),
    case(
        "cstq-two-grants-three-years-apart",
        "chien_si_thi_dua_toan_quoc",
        A,
        person(awards=held(CSBT, 2019, 2022) + held(CSCS, 2020, 2021), initiatives=ideas(NATIONAL, 2022)),
        (MET, "khoản 1 Điều 9", None),
    ),
    case(
        "cstq-bridge-broken",
        "chien_si_thi_dua_toan_quoc",
        A,
        person(awards=held(CSBT, 2019, 2022) + held(CSCS, 2020), initiatives=ideas(NATIONAL, 2022)),
        (NOT_MET, "khoản 1 Điều 9", 2024),
    ),
    case(
        "cstq-one-grant",
        "chien_si_thi_dua_toan_quoc",
        A,
        person(awards=held(CSBT, 2022), initiatives=ideas(NATIONAL, 2022)),
        (NOT_MET, "khoản 1 Điều 9", 2024),
    ),
    case(
        "cstq-grants-before-2021-not-known",
        "chien_si_thi_dua_toan_quoc",
        A,
        person(awards=held(CSBT, 2022), awards_known_from=2021, initiatives=ideas(NATIONAL, 2022)),
        (CANNOT_TELL, "khoản 1 Điều 9", None),
    ),
    case(
        "tien-tien-51-of-100",
        "tap_the_lao_dong_tien_tien",
        A,
        team(ratings=rated(2022, 2022, WELL), members=members(2022, 100, ldtt=51)),
        (MET, "khoản 1 Điều 28", None),
    ),
    case(
        "tien-tien-half-is-not-more-than-half",
        "tap_the_lao_dong_tien_tien",
        A,
        team(ratings=rated(2022, 2022, WELL), members=members(2022, 100, ldtt=50)),
        (NOT_MET, "khoản 1 Điều 28", 2023),
    ),
    case(
        "xuat-sac-with-a-warned-member",
        XS,
        A,
        team(ratings=rated(2022, 2022), members=members(2022, 20, ldtt=18, cscs=2, disciplined=1)),
        (NOT_MET, "khoản 1 Điều 27", 2023),
    ),
    case(
        "bkbt-two-years-two-initiatives",
        BKBT,
        A,
        person(ratings=rated(2021, 2022), initiatives=ideas(UNIT, 2021, 2022)),
        (MET, "điểm c khoản 1 Điều 39", None),
    ),
    case(
        "bkbt-one-initiative",
        BKBT,
        A,
        person(ratings=rated(2021, 2022), initiatives=ideas(UNIT, 2022)),
        (NOT_MET, "điểm c khoản 1 Điều 39", 2023),
    ),
    case(
        "bkbt-titles-do-not-stand-for-ratings",
        BKBT,
        A,
        person(ratings=rated(2021, 2022, WELL), awards=held(CSCS, 2021, 2022), initiatives=ideas(UNIT, 2021, 2022)),
        (NOT_MET, "điểm c khoản 1 Điều 39", 2025),
    ),
    case("bkbt-collective", BKBT, A, team(ratings=rated(2021, 2022)), (MET, "điểm c khoản 2 Điều 39", None)),
    case(
        "bkttg-five-initiatives",
        BKTTG,
        A,
        person(
            awards=held(BKBT, 2016), ratings=rated(2017, 2021), initiatives=ideas(UNIT, 2017, 2018, 2019, 2020, 2021)
        ),
        (MET, "điểm c khoản 1 Điều 38", None),
    ),
    case(
        "bkttg-one-weaker-year",
        BKTTG,
        A,
        person(
            awards=held(BKBT, 2016),
            ratings=rated(2017, 2018) + rated(2019, 2019, WELL) + rated(2020, 2022),
            initiatives=ideas(UNIT, 2018, 2019, 2020, 2021, 2022),
        ),
        (NOT_MET, "điểm c khoản 1 Điều 38", 2025),
    ),
    case(
        "hcld3-five-years-after",
        "huan_chuong_lao_dong_ba",
        A,
        person(awards=held(BKTTG, 2017), ratings=rated(2018, 2022), initiatives=ideas(PROVINCE, 2019, 2021)),
        (MET, "điểm a khoản 1 Điều 24 Nghị định 91/2017", None),
    ),
    case(
        "hcld3-four-years-after",
        "huan_chuong_lao_dong_ba",
        A,
        person(awards=held(BKTTG, 2018), ratings=rated(2015, 2022), initiatives=ideas(PROVINCE, 2019, 2021)),
        (NOT_MET, "điểm a khoản 1 Điều 24", 2024),
    ),
    case(
        "hcld3-collective-two-flags",
        "huan_chuong_lao_dong_ba",
        A,
        team(awards=held(BKTTG, 2017) + held(CO_BT, 2019, 2021), ratings=rated(2018, 2022)),
        (MET, "điểm b khoản 4 Điều 24", None),
    ),
    case(
        "hcld3-collective-too-young",
        "huan_chuong_lao_dong_ba",
        A,
        team(awards=held(BKTTG, 2017) + held(CO_BT, 2019, 2021), ratings=rated(2018, 2022), founded=2015),
        (NOT_MET, "điểm b khoản 4 Điều 24", 2025),
    ),
    case(
        "hcld3-contribution-seven-years",
        "huan_chuong_lao_dong_ba",
        A,
        person(posts=post("department_head", 2015, 2021)),
        (MET, "khoản 3 Điều 24", None),
        occasion=CONTRIBUTION,
    ),
    case(
        "hcld3-contribution-higher-years-add-down",
        "huan_chuong_lao_dong_ba",
        A,
        person(posts=post("department_head", 2017, 2020) + post("deputy_department_head", 2010, 2016)),
        (MET, "khoản 3 Điều 24", None),
        occasion=CONTRIBUTION,
    ),
    case(
        "hcld3-contribution-eight-of-ten",
        "huan_chuong_lao_dong_ba",
        A,
        person(posts=post("deputy_department_head", 2015)),
        (NOT_MET, "khoản 3 Điều 24", 2025),
        occasion=CONTRIBUTION,
    ),
    case(
        "hcld3-contribution-women-two-thirds",
        "huan_chuong_lao_dong_ba",
        A,
        person(posts=post("deputy_department_head", 2015, 2021), gender="female", later_retirement=False),
        (MET, "khoản 3 Điều 24", None),
        occasion=CONTRIBUTION,
    ),
    case(
        "hcld3-contribution-women-retirement-not-known",
        "huan_chuong_lao_dong_ba",
        A,
        person(posts=post("deputy_department_head", 2015, 2021), gender="female"),
        (CANNOT_TELL, "khoản 3 Điều 24", None),
        occasion=CONTRIBUTION,
    ),
    case(
        "hcld3-contribution-warned-in-post",
        "huan_chuong_lao_dong_ba",
        A,
        person(
            posts=post("department_head", 2015, 2021),
            discipline=ends(Sanction.WARNING, date(2018, 1, 1), date(2018, 12, 31)),
        ),
        (NOT_MET, "khoản 5 Điều 41", None),
        occasion=CONTRIBUTION,
    ),
    case(
        "state-forms-two-in-a-year",
        "huan_chuong_lao_dong_ba",
        A,
        person(awards=held(BKTTG, 2015, 2022), ratings=rated(2016, 2022), initiatives=ideas(PROVINCE, 2019, 2021)),
        (NOT_MET, "khoản 3 Điều 3 Thông tư 12/2019", 2023),
    ),
    case(
        "flag-while-nominated-for-the-government-flag",
        CO_BT,
        A,
        team(
            ranks=(LEADS(2022, "bo_tinh", 1, "Cụm thi đua số 2"),),
            confirmations=said("hoan_thanh_vuot_chi_tieu", "nhan_to_moi_mo_hinh_moi"),
        ),
        (NOT_MET, "khoản 3 Điều 8 Thông tư 12/2019", None),
        also=(CO_CP,),
    ),
    case(
        "flag-leader-of-the-cluster",
        CO_BT,
        A,
        team(
            ranks=(LEADS(2022, "bo_tinh", 1, "Cụm thi đua số 2"),),
            confirmations=said("hoan_thanh_vuot_chi_tieu", "nhan_to_moi_mo_hinh_moi"),
        ),
        (MET, "khoản 1 Điều 12 Nghị định 91/2017", None),
    ),
    case(
        "state-forms-a-sudden-feat-does-not-count",
        "huan_chuong_lao_dong_ba",
        A,
        person(
            awards=held(BKTTG, 2016) + held(BKTTG, 2022, occasion=SUDDEN),
            ratings=rated(2017, 2022),
            initiatives=ideas(PROVINCE, 2019, 2021),
        ),
        (MET, "khoản 3 Điều 3 Thông tư 12/2019", None),
    ),
    case(
        "hcld3-contribution-dismissed-in-post",
        "huan_chuong_lao_dong_ba",
        A,
        person(
            posts=post("department_head", 2015, 2021),
            discipline=ends(Sanction.DISMISSED, date(2018, 1, 1), date(2018, 12, 31)),
        ),
        (NOT_MET, "khoản 5 Điều 41", None),
        occasion=CONTRIBUTION,
    ),
    case(
        "gia-dinh-one-standard-too-weak",
        "gia_dinh_van_hoa",
        A,
        household(scores=(replace(SCORE, weakest=49),), confirmations=HOUSE_OK),
        (NOT_MET, "122/2018", 2023),
    ),
    case("huy-hieu-no-standard-here", "huy_hieu_tinh", A, person(), (CANNOT_TELL, "khoản 2 Điều 37", None)),
    case(
        "quan-ky-25-years",
        "huy_chuong_quan_ky_quyet_thang",
        A,
        person(spells=worked("service", 1997)),
        (MET, "Điều 54", None),
        occasion=Occasion.SERVICE_YEARS,
    ),
    case(
        "quan-ky-22-years",
        "huy_chuong_quan_ky_quyet_thang",
        A,
        person(spells=worked("service", 2000)),
        (NOT_MET, "Điều 54", 2025),
        occasion=Occasion.SERVICE_YEARS,
    ),
    case(
        "gia-dinh-86-points",
        "gia_dinh_van_hoa",
        A,
        household(scores=(SCORE,), confirmations=HOUSE_OK),
        (MET, "122/2018", None),
    ),
    case(
        "gia-dinh-city-89-points",
        "gia_dinh_van_hoa",
        A,
        household(scores=(replace(SCORE, area="city", points=89),), confirmations=HOUSE_OK),
        (NOT_MET, "122/2018", 2023),
    ),
    case(
        "gia-dinh-registered-late",
        "gia_dinh_van_hoa",
        A,
        household(scores=(replace(SCORE, registered=date(2022, 2, 10)),), confirmations=HOUSE_OK),
        (NOT_MET, "122/2018", 2023),
    ),
    case("xa-tieu-bieu-not-yet-invented", "xa_phuong_tieu_bieu", A, team(), (NOT_MET, "năm 2003", None)),
)

PERIOD_B = (
    case(
        "ldtt-five-months-are-enough",
        LDTT,
        B,
        person(ratings=rated(2024, 2024, WELL), spells=(Spell("employed", date(2024, 8, 1)),)),
        (MET, "khoản 1 Điều 24 Luật Thi đua, khen thưởng năm 2022", None),
    ),
    case(
        "cscs-rating-instead-of-initiative",
        CSCS,
        B,
        person(awards=held(LDTT, 2024), ratings=rated(2024, 2024)),
        (MET, "Điều 23", None),
    ),
    case(
        "cscs-neither",
        CSCS,
        B,
        person(awards=held(LDTT, 2024), ratings=rated(2024, 2024, WELL)),
        (NOT_MET, "Điều 23", 2025),
    ),
    case(
        "tien-tien-69-of-100",
        "tap_the_lao_dong_tien_tien",
        B,
        team(ratings=rated(2024, 2024, WELL), members=members(2024, 100, ldtt=69)),
        (NOT_MET, "khoản 1 Điều 28", 2025),
    ),
    case(
        "tien-tien-70-of-100",
        "tap_the_lao_dong_tien_tien",
        B,
        team(ratings=rated(2024, 2024, WELL), members=members(2024, 100, ldtt=70)),
        (MET, "khoản 1 Điều 28", None),
    ),
    case(
        "xuat-sac-a-warned-member-no-longer-matters",
        XS,
        B,
        team(ratings=rated(2024, 2024), members=members(2024, 20, ldtt=18, cscs=2, disciplined=1)),
        (MET, "khoản 1 Điều 27", None),
    ),
    case(
        "xuat-sac-nobody-with-cscs",
        XS,
        B,
        team(ratings=rated(2024, 2024), members=members(2024, 20, ldtt=18, cscs=0)),
        (NOT_MET, "khoản 1 Điều 27", 2025),
    ),
    case("bkbt-two-titles", BKBT, B, person(awards=held(CSCS, 2023, 2024)), (MET, "điểm d khoản 1 Điều 74", None)),
    case(
        "bkbt-initiatives-used-for-titles",
        BKBT,
        B,
        person(ratings=rated(2023, 2024), initiatives=ideas(UNIT, 2023, 2024, used_for=(CSCS,))),
        (NOT_MET, "điểm d khoản 1 Điều 74", 2025),
    ),
    case(
        "bkbt-again-with-years-used-up",
        BKBT,
        B,
        person(awards=held(CSCS, 2022, 2023, 2024) + held(BKBT, 2023)),
        (NOT_MET, "điểm d khoản 1 Điều 74", 2026),
    ),
    case(
        "bkbt-good-years-before-a-weaker-one",
        BKBT,
        B,
        person(ratings=rated(2022, 2023) + rated(2024, 2024, WELL), initiatives=ideas(UNIT, 2022, 2023)),
        (NOT_MET, "điểm d khoản 1 Điều 74", 2027),
        path="cn_d2",
    ),
    case(
        "bkbt-after-one-for-a-sudden-feat",
        BKBT,
        B,
        person(awards=held(CSCS, 2023, 2024) + held(BKBT, 2024, occasion=SUDDEN)),
        (MET, "điểm d khoản 1 Điều 74", None),
    ),
    case(
        "hcld3-no-bkttg-at-all",
        "huan_chuong_lao_dong_ba",
        date(2025, 3, 1),
        person(awards=held(CSCS, 2020, 2021, 2022), ratings=rated(2015, 2024)),
        (NOT_MET, "điểm e khoản 1 Điều 44", 2031),
        year=2024,
    ),
    case(
        "bkttg-bkbt-of-the-same-year-on-paper-before",
        BKTTG,
        date(2025, 3, 1),
        person(
            awards=(replace(held(BKBT, 2024)[0], day=date(2024, 12, 20)), *held(CSCS, 2020, 2022, 2024)),
            ratings=FIVE_WELL,
        ),
        (MET, "điểm b khoản 1 Điều 73", None),
        year=2024,
    ),
    case(
        "bkttg-bkbt-of-the-same-year-undated",
        BKTTG,
        date(2025, 3, 1),
        person(awards=held(BKBT, 2024) + held(CSCS, 2020, 2022, 2024), ratings=FIVE_WELL),
        (NOT_MET, "điểm b khoản 1 Điều 73", 2025),
        year=2024,
    ),
    case(
        "bkbt-collective-mixing-rating-and-title",
        BKBT,
        B,
        team(ratings=rated(2023, 2023), awards=held(XS, 2024)),
        (MET, "điểm d khoản 3 Điều 74", None),
    ),
    case(
        "bkttg-years-may-overlap-the-bkbt",
        BKTTG,
        B,
        person(awards=held(BKBT, 2023) + held(CSCS, 2020, 2022, 2024), ratings=FIVE_WELL),
        (MET, "điểm b khoản 1 Điều 73", None),
    ),
    case(
        "bkttg-bkbt-for-a-sudden-feat",
        BKTTG,
        B,
        person(awards=held(BKBT, 2023, occasion=SUDDEN) + held(CSCS, 2020, 2022, 2024), ratings=FIVE_WELL),
        (NOT_MET, "điểm b khoản 1 Điều 73", 2025),
    ),
    case(
        "bkttg-bkbt-for-nobody-knows-what",
        BKTTG,
        B,
        person(awards=held(BKBT, 2023, occasion=None) + held(CSCS, 2020, 2022, 2024), ratings=FIVE_WELL),
        (CANNOT_TELL, "điểm b khoản 1 Điều 73", None),
    ),
    case(
        "bkttg-two-titles-of-three",
        BKTTG,
        B,
        person(awards=held(BKBT, 2023) + held(CSCS, 2022, 2024), ratings=FIVE_WELL),
        (NOT_MET, "điểm b khoản 1 Điều 73", 2026),
    ),
    case(
        "bkttg-rating-of-2021-not-known",
        BKTTG,
        B,
        person(
            awards=held(BKBT, 2023) + held(CSCS, 2020, 2022, 2024),
            ratings=rated(2020, 2020, WELL) + rated(2022, 2024, WELL),
        ),
        (CANNOT_TELL, "điểm b khoản 1 Điều 73", None),
    ),
    case(
        "bkttg-collective-one-flag",
        BKTTG,
        B,
        team(awards=held(BKBT, 2018) + held(CO_BT, 2021), ratings=rated(2019, 2024)),
        (MET, "điểm e khoản 4 Điều 73", None),
    ),
    case(
        "bkttg-collective-one-bkbt-in-the-window",
        BKTTG,
        B,
        team(awards=held(BKBT, 2018, 2021), ratings=rated(2019, 2024)),
        (NOT_MET, "điểm e khoản 4 Điều 73", 2025),
    ),
    case(
        "bkttg-worker",
        BKTTG,
        B,
        person(
            classes=frozenset({"worker"}),
            initiatives=ideas(Reach.DISTRICT, 2020),
            confirmations=said("dao_tao_dong_nghiep"),
        ),
        (MET, "điểm c khoản 2 Điều 73", None),
    ),
    case(
        "bkttg-farmer-model-of-one-year",
        BKTTG,
        B,
        person(classes=frozenset({"farmer"}), spells=(Spell("model", date(2023, 6, 1)),)),
        (NOT_MET, "điểm d khoản 2 Điều 73", 2025),
    ),
    case(
        "bkttg-household",
        BKTTG,
        B,
        household(confirmations=said("dong_gop_lon_cong_suc_dat_dai_tai_san")),
        (MET, "khoản 6 Điều 73", None),
    ),
    case(
        "hcld3-three-titles",
        "huan_chuong_lao_dong_ba",
        B,
        person(
            awards=held(BKTTG, 2018) + held(CSCS, 2019, 2021, 2023),
            ratings=rated(2019, 2023, WELL) + rated(2024, 2024),
        ),
        (MET, "điểm e khoản 1 Điều 44", None),
    ),
    case(
        "hcld2-without-csbt",
        "huan_chuong_lao_dong_nhi",
        B,
        person(awards=held("huan_chuong_lao_dong_ba", 2018), ratings=rated(2019, 2024)),
        (NOT_MET, "điểm đ khoản 1 Điều 43", 2025),
    ),
    case(
        "hcld1-two-csbt",
        "huan_chuong_lao_dong_nhat",
        B,
        person(awards=held("huan_chuong_lao_dong_nhi", 2018) + held(CSBT, 2020, 2023), ratings=rated(2019, 2024)),
        (MET, "điểm đ khoản 1 Điều 42", None),
    ),
    case(
        "hcld3-collective-without-flags-by-kind",
        "huan_chuong_lao_dong_ba",
        B,
        team(
            awards=held(BKTTG, 2018) + held(BKBT, 2020, 2022),
            ratings=rated(2019, 2024),
            confirmations=said("khong_thuoc_dien_xet_co"),
        ),
        (MET, "điểm đ khoản 4 Điều 44", None),
    ),
    case(
        "flag-movement-of-two-years",
        CO_BT,
        B,
        team(movements=movement(2024, "bo_tinh", 2), ranks=(LEADS(2024, "movement", 1),)),
        (NOT_MET, "khoản 2 Điều 26", 2025),
        occasion=MOVEMENT,
    ),
    case(
        "flag-movement-of-three-years",
        CO_BT,
        B,
        team(movements=movement(2024, "bo_tinh", 3), ranks=(LEADS(2024, "movement", 1),)),
        (MET, "khoản 2 Điều 26", None),
        occasion=MOVEMENT,
    ),
    case(
        "huy-hieu-is-gone", "huy_hieu_tinh", B, person(), (NOT_MET, "Điều 9 Luật Thi đua, khen thưởng năm 2022", None)
    ),
    case("household-for-a-persons-title", CSCS, B, household(), (NOT_MET, "Điều 23", None)),
    case(
        "sudden-feat-rewarded-before",
        BKBT,
        B,
        person(
            awards=(replace(held("giay_khen_xa", 2024, occasion=SUDDEN)[0], achievement="cứu người ngày 12/9"),),
            confirmations=said("nhieu_thanh_tich_hoac_dot_xuat_trong_linh_vuc"),
        ),
        (NOT_MET, "điểm c khoản 2 Điều 5", None),
        occasion=SUDDEN,
        achievement="cứu người ngày 12/9",
    ),
    case(
        "tinh-on-its-seventieth-year",
        "huan_chuong_doc_lap_nhat",
        B,
        team(
            founded=1954,
            classes=frozenset({"tinh"}),
            awards=held("huan_chuong_doc_lap_nhi", 2010),
            confirmations=said("be_day_truyen_thong_thanh_tich"),
        ),
        (MET, "khoản 2 Điều 36", None),
    ),
    case(
        "tinh-on-its-sixty-fifth-year",
        "huan_chuong_doc_lap_nhat",
        B,
        team(
            founded=1959,
            classes=frozenset({"tinh"}),
            awards=held("huan_chuong_doc_lap_nhi", 2010),
            confirmations=said("be_day_truyen_thong_thanh_tich"),
        ),
        (NOT_MET, "khoản 2 Điều 36", 2029),
    ),
    case(
        "hchcm-again-after-nine-years",
        "huan_chuong_ho_chi_minh",
        B,
        team(awards=held("huan_chuong_ho_chi_minh", 2015)),
        (NOT_MET, "khoản 4 Điều 35", 2030),
        path="tt4",
    ),
    case(
        "hchcm-again-after-fifteen-years",
        "huan_chuong_ho_chi_minh",
        B,
        team(awards=held("huan_chuong_ho_chi_minh", 2009)),
        (MET, "khoản 4 Điều 35", None),
        path="tt4",
    ),
    case(
        "district-paper-on-its-last-day",
        "giay_khen_huyen",
        date(2025, 6, 30),
        person(confirmations=said("tieu_chuan_bo_tinh_quy_dinh")),
        (MET, "khoản 2 Điều 75", None),
    ),
)

PERIOD_C = (
    case(
        "district-paper-a-day-later",
        "giay_khen_huyen",
        date(2025, 7, 1),
        person(),
        (NOT_MET, "Điều 59 Nghị định 129/2025", None),
    ),
    case("bkbt-one-title-of-two", BKBT, C1, person(awards=held(CSCS, 2024)), (NOT_MET, "điểm d khoản 1 Điều 74", 2026)),
    case(
        "bkbt-the-other-title-not-known",
        BKBT,
        C1,
        person(awards=held(CSCS, 2024), awards_known_from=2024),
        (CANNOT_TELL, "điểm d khoản 1 Điều 74", None),
    ),
    case(
        "bkbt-after-a-discipline",
        BKBT,
        C1,
        person(
            awards=held(CSCS, 2024, 2025),
            discipline=ends(Sanction.REPRIMAND, date(2024, 1, 5), date(2024, 6, 30)),
        ),
        (NOT_MET, "điểm d khoản 1 Điều 74", 2027),
    ),
    case(
        "complaint-being-looked-into",
        BKBT,
        C1,
        person(awards=held(CSCS, 2024, 2025), cases=(OpenCase(CaseKind.COMPLAINT, date(2025, 10, 1)),)),
        (NOT_MET, "khoản 4 Điều 4 Nghị định 152/2025", None),
    ),
    case(
        "complaint-found-groundless",
        BKBT,
        C1,
        person(
            awards=held(CSCS, 2024, 2025), cases=(OpenCase(CaseKind.COMPLAINT, date(2025, 10, 1), date(2025, 11, 1)),)
        ),
        (MET, "khoản 4 Điều 4 Nghị định 152/2025", None),
    ),
    case(
        "complaint-closed-on-the-very-day",
        BKBT,
        C1,
        person(awards=held(CSCS, 2024, 2025), cases=(OpenCase(CaseKind.COMPLAINT, date(2025, 10, 1), C1),)),
        (MET, "khoản 4 Điều 4 Nghị định 152/2025", None),
    ),
    case(
        "confirmation-older-than-the-document",
        BKBT,
        C1,
        person(awards=held(CSCS, 2024, 2025), clearances=(Clearance(Cleared.CASES, date(2025, 12, 4), "Tờ trình cũ"),)),
        (CANNOT_TELL, "khoản 4 Điều 4 Nghị định 152/2025", None),
    ),
    case(
        "confirmed-for-another-year",
        LDTT,
        C1,
        person(
            ratings=rated(2025, 2025),
            confirmations=(Confirmation("tham_gia_phong_trao_thi_dua", True, "Tờ trình", year=2024),),
        ),
        (CANNOT_TELL, "khoản 1 Điều 24", None),
    ),
    case(
        "discipline-in-force",
        CSCS,
        C1,
        person(
            awards=held(LDTT, 2025),
            ratings=rated(2025, 2025),
            discipline=ends(Sanction.WARNING, date(2025, 11, 1), date(2026, 10, 31)),
        ),
        (NOT_MET, "khoản 4 Điều 4 Nghị định 152/2025", 2027),
    ),
    case(
        "nobody-confirmed-that-nothing-is-open",
        BKBT,
        C1,
        person(awards=held(CSCS, 2024, 2025), clearances=()),
        (CANNOT_TELL, "khoản 4 Điều 4 Nghị định 152/2025", None),
    ),
    case(
        "contribution-with-a-discipline",
        "huan_chuong_lao_dong_ba",
        C1,
        person(
            posts=post("director", 2018, 2024),
            discipline=ends(Sanction.REPRIMAND, date(2020, 1, 1), date(2020, 4, 1)),
        ),
        (NOT_MET, "Điều 9 Nghị định 152/2025", None),
        occasion=CONTRIBUTION,
    ),
    case(
        "nha-giao-uu-tu",
        "nha_giao_uu_tu",
        C1,
        person(spells=worked("direct_work", 2008)),
        (MET, "khoản 3 Điều 64", None),
    ),
    case(
        "nha-giao-nhan-dan-without-uu-tu",
        "nha_giao_nhan_dan",
        C1,
        person(spells=worked("direct_work", 2000)),
        (NOT_MET, "khoản 2 Điều 64", 2026),
    ),
    case(
        "chien-si-ve-vang-on-an-island",
        "huy_chuong_chien_si_ve_vang_ba",
        C1,
        person(spells=(Spell("service", date(2020, 1, 1), factor=2),)),
        (MET, "khoản 2 Điều 57", None),
        occasion=Occasion.SERVICE_YEARS,
    ),
    case(
        "cscs-under-the-law-of-2026",
        CSCS,
        C2,
        person(awards=held(LDTT, 2026), ratings=rated(2026, 2026)),
        (MET, "Điều 23", None),
    ),
    case(
        "csbt-under-the-law-of-2026",
        CSBT,
        C2,
        person(awards=held(CSCS, 2025, 2026)),
        (NOT_MET, "khoản 1 Điều 22", 2028),
    ),
)

EVERY = PERIOD_A + PERIOD_B + PERIOD_C
