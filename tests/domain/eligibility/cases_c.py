"""Worked eligibility cases of period C, since July 2025."""

from __future__ import annotations

from datetime import date

from tests.domain.eligibility.files import (
    BKBT,
    CSBT,
    CSCS,
    LDTT,
    held,
    post,
    rated,
    worked,
)
from tests.domain.eligibility.worked import (
    C1,
    C2,
    CANNOT_TELL,
    CONTRIBUTION,
    MET,
    NOT_MET,
    case,
    ends,
    person,
)
from thidua_desktop.domain.evidence import (
    CaseKind,
    Clearance,
    Cleared,
    Confirmation,
    OpenCase,
    Sanction,
    Spell,
)
from thidua_desktop.domain.nominations import Occasion

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
