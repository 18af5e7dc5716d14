"""Files of recipients for the worked cases: everything known, nothing against them, unless a case says otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.eligibility.check import prepare
from thidua_desktop.domain.eligibility.prepared import PreparedRulebook
from thidua_desktop.domain.evidence import (
    AwardRecord,
    Clearance,
    Cleared,
    Confirmation,
    Evidence,
    Initiative,
    MemberFigures,
    PostHeld,
    Rating,
    Reach,
    Spell,
    YearRating,
)
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.rulebooks import RulebookService

CSCS = "chien_si_thi_dua_co_so"
CSBT = "chien_si_thi_dua_bo_tinh"
LDTT = "lao_dong_tien_tien"
BKBT = "bang_khen_bo_tinh"
BKTTG = "bang_khen_thu_tuong"
CO_BT = "co_thi_dua_bo_tinh"
CO_CP = "co_thi_dua_chinh_phu"
XS = "tap_the_lao_dong_xuat_sac"

LETTER = "Tờ trình 12/TTr-SNV"
CLEAR = tuple(Clearance(kind, date(2040, 12, 31), LETTER) for kind in Cleared)
SAID = (Confirmation("dang_ky_thi_dua", True, LETTER), Confirmation("tham_gia_phong_trao_thi_dua", True, LETTER))

PERSON = Evidence(
    "an",
    RecipientKind.PERSON,
    "Nguyễn Văn An",
    unit="Phòng Tổng hợp",
    clearances=CLEAR,
    confirmations=SAID,
    spells=(Spell("employed", date(2010, 1, 1)),),
    awards_known_from=0,
    initiatives_known_from=0,
)
COLLECTIVE = Evidence(
    "phong",
    RecipientKind.COLLECTIVE,
    "Phòng Tổng hợp",
    clearances=CLEAR,
    confirmations=SAID,
    founded=1990,
    awards_known_from=0,
    initiatives_known_from=0,
)
HOUSEHOLD = replace(COLLECTIVE, key="ho", kind=RecipientKind.HOUSEHOLD, name="Hộ ông Y Moan", founded=None)


def held(award: str, *years: int, occasion: Occasion | None = Occasion.MERIT) -> tuple[AwardRecord, ...]:
    return tuple(AwardRecord(award, year, decision=f"QĐ {year}/QĐ-UBND", occasion=occasion) for year in years)


def rated(first: int, last: int, rating: Rating = Rating.EXCELLENT) -> tuple[YearRating, ...]:
    return tuple(YearRating(year, rating) for year in range(first, last + 1))


def ideas(reach: Reach, *years: int, used_for: tuple[str, ...] = ()) -> tuple[Initiative, ...]:
    return tuple(Initiative(year, reach, f"Giải pháp {number}", used_for=used_for) for number, year in enumerate(years))


def said(*codes: str, holds: bool = True) -> tuple[Confirmation, ...]:
    return SAID + tuple(Confirmation(code, holds, LETTER) for code in codes)


def members(year: int, number: int, *, completed: int | None = None, disciplined: int | None = 0, **holders: int):
    names = {"ldtt": LDTT, "cscs": CSCS}
    counted = tuple((names[name], count) for name, count in holders.items())
    return (MemberFigures(year, number, counted, number if completed is None else completed, disciplined),)


def post(group: str, since: int, until: int | None = None) -> tuple[PostHeld, ...]:
    return (PostHeld(group, date(since, 1, 1), date(until, 12, 31) if until else None, "Chức vụ"),)


def worked(kind: str, since: int) -> tuple[Spell, ...]:
    return (Spell(kind, date(since, 1, 1)),)


@cache
def prepared(day: date) -> PreparedRulebook:
    """The rulebook of a day; the law alone."""
    return prepare(_service().on(day), AwardService().catalogue())


@cache
def _service() -> RulebookService:
    return RulebookService()
