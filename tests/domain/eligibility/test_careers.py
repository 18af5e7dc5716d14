"""Years of work: overlapping time once, double time twice, and the year in which enough is served."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.eligibility.files import PERSON, prepared
from thidua_desktop.domain.eligibility.check import check
from thidua_desktop.domain.eligibility.verdicts import Claim, Remark, RuleFinding, Verdict
from thidua_desktop.domain.evidence import Spell
from thidua_desktop.domain.nominations import Occasion

DAY = date(2025, 12, 31)
MEDAL = Claim(
    "huy_chuong_chien_si_ve_vang_ba", PERSON.kind, 2025, DAY, Occasion.SERVICE_YEARS
)  # from 10 to below 15 years


def served(*spells: Spell) -> RuleFinding:
    return check(MEDAL, replace(PERSON, spells=spells), prepared(DAY)).findings[0]


def spell(since: tuple[int, int, int], until: tuple[int, int, int] | None = None, factor: int = 1) -> Spell:
    return Spell("service", date(*since), date(*until) if until else None, factor)


@pytest.mark.parametrize(
    ("spells", "years"),
    [
        ([spell((2016, 1, 1))], 10),
        ([spell((2016, 1, 2))], 9),
        ([spell((2016, 1, 1), (2019, 12, 31)), spell((2020, 1, 1))], 10),
        ([spell((2010, 1, 1), (2012, 12, 31)), spell((2020, 1, 1))], 9),
        ([spell((2016, 1, 1)), spell((2018, 1, 1))], 10),
        ([spell((2021, 1, 1), factor=2)], 10),
        ([spell((2016, 1, 1)), spell((2021, 1, 1), factor=2)], 15),
        ([spell((2021, 1, 1), factor=2), spell((2016, 1, 1))], 15),
        ([spell((2026, 1, 1))], 0),
        ([spell((2016, 2, 29), (2020, 2, 28))], 4),
    ],
)
def test_years_of_service(spells: list[Spell], years: int) -> None:
    assert served(*spells).have == years


def test_more_than_the_class_asks_for_points_to_a_higher_one() -> None:
    assert served(spell((2016, 1, 1))).remark is None
    above = served(spell((2009, 1, 1)))
    assert above.verdict is Verdict.MET
    assert above.remark is Remark.ABOVE_RANGE


@pytest.mark.parametrize(
    ("spells", "earliest"),
    [
        ([spell((2018, 1, 1))], 2027),  # eight years at the end of 2025, two to go
        ([spell((2018, 1, 1), factor=2)], None),  # sixteen counted years are enough
        ([spell((2021, 7, 1), factor=2)], 2026),  # nine counted years, half a year to go
        ([spell((2018, 1, 1), (2024, 12, 31))], None),  # served no longer
        ([spell((2025, 12, 1))], 2035),
    ],
)
def test_when_enough_will_be_served(spells: list[Spell], earliest: int | None) -> None:
    assert served(*spells).earliest == earliest


def test_a_kind_of_work_that_is_not_recorded_is_asked_for() -> None:
    finding = served(Spell("direct_work", date(2000, 1, 1)))
    assert finding.verdict is Verdict.CANNOT_TELL
    assert finding.asks[0].names == ("service",)
