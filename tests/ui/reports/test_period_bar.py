"""The period bar: parts of the window's year, a term, days that the clerk types."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.reports.period_bar import PeriodBar


@pytest.fixture
def bar(qtbot: QtBot, preferences: Preferences) -> PeriodBar:
    made = PeriodBar(preferences, date(2024, 6, 20))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    "period",
    [
        periods.year(2024),
        periods.half(2024, 2),
        periods.nine_months(2024),
        periods.quarter(2024, 3),
        periods.month(2024, 2),
        periods.term(2020),
        periods.free(date(2023, 11, 5), date(2024, 2, 29)),
    ],
)
def test_every_period_can_be_chosen(bar: PeriodBar, period: Period) -> None:
    bar.choose(period)
    assert bar.period() == period


def test_parts_follow_the_year_of_the_window_and_typed_days_stay(bar: PeriodBar) -> None:
    bar.choose(periods.month(2024, 2))
    bar.show_year(2023)
    assert bar.period() == periods.month(2023, 2)
    bar.choose(periods.free(date(2024, 1, 10), date(2024, 1, 20)))
    bar.show_year(2020)
    assert bar.period() == periods.free(date(2024, 1, 10), date(2024, 1, 20))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("20/6/2024", "1/1/2024"),
        ("", "1/1/2024"),
        ("31/2/2024", "1/3/2024"),
        ("x", "y"),
        ("1/1/9998", "1/1/9999"),
        ("1/1/1950", "1/1/2024"),
    ],
)
def test_days_that_make_no_period_are_told_and_nothing_is_counted(bar: PeriodBar, first: str, last: str) -> None:
    bar.kinds.setCurrentIndex(bar.kinds.count() - 1)
    told: list[Period | None] = []
    bar.changed.connect(lambda: told.append(bar.period()))
    bar.first.setText(first)
    bar.last.setText(last)
    bar.last.editingFinished.emit()
    assert bar.period() is None
    assert bar.wrong.isVisible()
    assert bar.wrong.text()
    assert told == []


def test_a_day_that_is_left_as_it_was_counts_nothing_anew(bar: PeriodBar) -> None:
    bar.kinds.setCurrentIndex(bar.kinds.count() - 1)
    told: list[Period | None] = []
    bar.changed.connect(lambda: told.append(bar.period()))
    bar.first.setText("1/3/2024")
    bar.first.editingFinished.emit()
    bar.first.editingFinished.emit()
    assert told == [periods.free(date(2024, 3, 1), date(2024, 6, 20))]
    assert not bar.wrong.text()


def test_the_choice_is_remembered(qtbot: QtBot, bar: PeriodBar, preferences: Preferences) -> None:
    bar.choose(periods.nine_months(2024))
    again = PeriodBar(preferences, date(2025, 1, 5))
    qtbot.addWidget(again)
    assert again.period() == periods.nine_months(2025)
