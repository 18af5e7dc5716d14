"""Filled forms for the tests of their papers."""

from __future__ import annotations

from functools import cache

from tests.domain.forms.facts import YEAR, award, facts, filled, movement, nomination
from tests.reports.cases import OFFICE
from thidua_desktop.domain.forms.filling import FilledForm, Given, Typed
from thidua_desktop.domain.forms.model import Source
from thidua_desktop.domain.statistics.facts import AwardFact
from thidua_desktop.domain.statistics.workers import WorkerClass
from thidua_desktop.reports.forms.fitting import on_one_page
from thidua_desktop.reports.forms.sheet import FormSheet, form_sheet
from thidua_desktop.wording import statistics

_STATE = (
    *("huan_chuong_lao_dong_nhat", "huan_chuong_lao_dong_nhi", "huan_chuong_lao_dong_ba", "huan_chuong_doc_lap_ba"),
    *("huy_chuong_huu_nghi", "anh_hung_lao_dong", "nha_giao_uu_tu", "bang_khen_thu_tuong"),
)
_OTHERS = ("bang_khen_bo_tinh", "chien_si_thi_dua_bo_tinh", "ky_niem_chuong_bo_tinh", "giay_khen_so")
_OCCASIONS = ("merit", "movement", "sudden", "foreign", "contribution")


def _awards() -> list[AwardFact]:
    made = []
    for number, (name, worker) in enumerate((name, worker) for name in (*_STATE, *_OTHERS) for worker in WorkerClass):
        occasion = _OCCASIONS[number % len(_OCCASIONS)]
        made.append(award(name, worker=worker, occasion=occasion, unit=1 + number % 3))
    collectives = ("huan_chuong_lao_dong_ba", "bang_khen_thu_tuong", "co_thi_dua_chinh_phu", "bang_khen_bo_tinh")
    made += [award(name, "collective", enterprise="yes", occasion="movement") for name in collectives]
    return made


FACTS = facts(
    _awards(),
    [movement("branch", "branch"), movement("office", "cluster", "standing", "to_five")],
    [
        nomination("huan_chuong_lao_dong_ba", sent_up=True),
        nomination("bang_khen_thu_tuong", "collective", sent_up=True),
        *(nomination("bang_khen_bo_tinh", occasion=occasion) for occasion in _OCCASIONS),
    ],
)
GIVEN = Given(
    {
        ("05", "1"): Typed(2),
        ("04", "1"): Typed(1),
        ("03", "1"): Typed(4),
        ("03", "2"): Typed(3),
        ("movement.7", "6"): Typed(12),
        ("2", "7.c"): Typed(1),
        ("units", "5"): Typed(250_000_000),
    },
    {Source.FUND_OPENING: 12_500_000, Source.FUND_INCOME: 900_000_000, Source.FUND_BONUSES: 640_310_000},
)
CODES = ("0601.N", "0602.N", "0603.N", "0604.N", "0605.N", "TH-01", "TH-02", "TH-03", "TH-04", "TH-05", "TH-06")


@cache
def form(code: str) -> FilledForm:
    return filled(code, FACTS, GIVEN)


@cache
def sheet(code: str) -> FormSheet:
    return on_one_page(form_sheet(form(code), OFFICE, statistics.period(YEAR)))
