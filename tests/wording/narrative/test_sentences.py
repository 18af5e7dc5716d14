"""Which sentence is said when, and how its numbers are written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain.narrative.model import Number
from thidua_desktop.domain.narrative.texts import ReportTextWrong, Variant
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.facts import AwardFact, Fact, Facts, Names, Traits
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Subject
from thidua_desktop.services.report_texts import report_texts
from thidua_desktop.wording.narrative import times
from thidua_desktop.wording.narrative.filling import filled, sentence
from thidua_desktop.wording.narrative.values import Values

NOW, BEFORE = date(2026, 3, 1), date(2025, 3, 1)
HALF = periods.half(2026, 1)


def given(
    now: str = "",
    before: str = "",
    *,
    direct: int = 0,
    leaders: int = 0,
    direct_before: int = 0,
    leaders_before: int = 0,
) -> Values:
    """Awards of the first half of 2026 and of 2025, a letter each: c collective, p person, h household."""
    kinds = {"c": "collective", "p": "person", "h": "household"}
    made = [(NOW, kinds[sign], "?") for sign in now] + [(BEFORE, kinds[sign], "?") for sign in before]
    made += [(NOW, "person", "no")] * direct + [(NOW, "person", "yes")] * leaders
    made += [(BEFORE, "person", "no")] * direct_before + [(BEFORE, "person", "yes")] * leaders_before
    rows: tuple[Fact, ...] = tuple(
        AwardFact(at, day, day.year, "giay_khen_xa", "giay_khen", "co_so", "merit", Traits(kind, leader=leader))
        for at, (day, kind, leader) in enumerate(made)
    )
    facts = Facts(periods.free(date(2025, 1, 1), date(2026, 6, 30)), {Subject.AWARDS: rows}, Names())
    words = {"period": "6 tháng đầu năm 2026", "before": "cùng kỳ năm 2025"}
    return Values(facts, HALF, report_texts(), words, {"plans": (7,)})


def said(text: str, values: Values) -> str:
    return filled(text, values).text


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [
        ("p" * 12, "p" * 10, "Khen 12 lượt; tăng 02 lượt (20 %) so với cùng kỳ năm 2025 (10 lượt)."),
        ("p" * 8, "p" * 10, "Khen 08 lượt; giảm 02 lượt (20 %) so với cùng kỳ năm 2025 (10 lượt)."),
        ("p" * 5, "p" * 4, "Khen 05 lượt; tăng 01 lượt so với cùng kỳ năm 2025 (04 lượt)."),
        ("p" * 40, "p" * 10, "Khen 40 lượt; tăng 30 lượt so với cùng kỳ năm 2025 (10 lượt)."),
        ("p" * 10, "p" * 10, "Khen 10 lượt; bằng cùng kỳ năm 2025."),
        ("p", "c", "Khen 01 lượt; bằng cùng kỳ năm 2025."),
        ("p", "", "Khen 01 lượt."),
        ("", "p" * 3, "Khen 0 lượt; cùng kỳ năm 2025 có 03 lượt."),
        ("p" * 1234, "p" * 1000, "Khen 1.234 lượt; tăng 234 lượt (23,4 %) so với cùng kỳ năm 2025 (1.000 lượt)."),
    ],
)
def test_a_change_is_told_only_where_there_is_one(now: str, before: str, text: str) -> None:
    assert said("khen {awards} lượt; {awards~lượt}.", given(now, before)) == text


def test_nothing_of_a_kind_a_year_before() -> None:
    values = given("cc", "pp")
    assert said("{awards_collectives~tập thể}.", values) == "Cùng kỳ năm 2025 không có."


@pytest.mark.parametrize(
    ("now", "text"),
    [
        ("ccpph", "05 lượt, gồm 02 tập thể, 02 cá nhân và 01 hộ gia đình"),
        ("cp", "02 lượt, gồm 01 tập thể và 01 cá nhân"),
        ("ppp", "03 cá nhân"),
    ],
)
def test_parts_that_are_not_there_are_left_out(now: str, text: str) -> None:
    assert said("{sum:awards:kinds:lượt}", given(now)) == text


def test_shares_and_points_are_those_that_are_printed() -> None:
    values = given(direct=53, leaders=20, direct_before=62, leaders_before=20)
    assert said("{direct%persons_known}", values) == "72,6 %"
    assert said("tỷ lệ {direct%persons_known~}.", values) == "Tỷ lệ giảm 3 điểm % so với cùng kỳ năm 2025 (75,6 %)."
    same = given(direct=30, leaders=10, direct_before=60, leaders_before=20)
    assert said("tỷ lệ {direct%persons_known~}.", same) == "Tỷ lệ bằng tỷ lệ của cùng kỳ năm 2025."


def test_numbers_of_a_change_know_both_periods() -> None:
    told = filled("{awards~lượt}", given("p" * 12, "p" * 10)).numbers()
    texts = [[question.text() for question in number.questions] for number in told]
    now, then = "awards|2026-01-01..2026-06-30|", "awards|2025-01-01..2025-06-30|"
    assert texts == [[now, then], [now, then], [then]]
    counted = filled("{plans}", given()).numbers()
    assert counted == (Number("01", 1, tasks=(7,)),)


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ("awards > 2 and awards_persons == 3", True),
        ("awards >= 4", False),
        ("awards.before == 1 and awards != awards.before", True),
        ("list.kinds == 1", True),
        ("plans > 0", True),
        ("awards >= least_for_percent", False),
        ("", True),
    ],
)
def test_conditions(when: str, holds: bool) -> None:
    assert (sentence((Variant("a", when),), given("ppp", "c")) is not None) is holds


@pytest.mark.parametrize("text", ["{nothing}", "{list:nothing}", "{nothing~a}"])
def test_a_name_that_there_is_not_is_told(text: str) -> None:
    with pytest.raises(ReportTextWrong):
        filled(text, given("p"))


@pytest.mark.parametrize("when", ["awards", "awards >", "awards > 1 or awards < 5"])
def test_a_condition_that_is_none_is_told(when: str) -> None:
    with pytest.raises(ReportTextWrong):
        sentence((Variant("a", when),), given("p"))


@pytest.mark.parametrize(
    ("period", "before", "following", "key"),
    [
        (HALF, "cùng kỳ năm 2025", "6 tháng cuối năm 2026", "half1"),
        (periods.half(2026, 2), "cùng kỳ năm 2025", "năm 2027", "half2"),
        (periods.nine_months(2026), "cùng kỳ năm 2025", "quý IV năm 2026", "nine_months"),
        (periods.year(2026), "năm 2025", "năm 2027", "year"),
        (periods.quarter(2026, 4), "cùng kỳ năm 2025", "quý I năm 2027", "quarter"),
        (periods.quarter(2026, 1), "cùng kỳ năm 2025", "quý II năm 2026", "quarter"),
        (periods.month(2026, 12), "cùng kỳ năm 2025", "tháng 1 năm 2027", "month"),
        (periods.term(2021), "giai đoạn 2016 - 2020", "giai đoạn 2026 - 2030", "term"),
        (periods.free(date(2026, 1, 5), date(2026, 1, 9)), "cùng kỳ năm 2025", "từ 10/01/2026 đến 13/01/2026", "free"),
    ],
)
def test_periods_in_words(period: Period, before: str, following: str, key: str) -> None:
    assert (times.before(period), times.in_text(times.following(period))) == (before, following)
    assert times.title_key(period) == key
    assert key in report_texts().titles


def test_an_office_can_say_it_in_its_own_words() -> None:
    texts = replace(report_texts(), change={**report_texts().change, "same": "không thay đổi so với {before}"})
    values = replace(given("p", "p"), texts=texts)
    assert said("{awards} lượt, {awards~lượt}", values) == "01 lượt, không thay đổi so với cùng kỳ năm 2025"
