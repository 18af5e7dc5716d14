"""The stretch of time that the tab reports on: a part of the window's year, or days that the clerk types."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QWidget

from thidua_desktop.domain.periods import YEARS
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import labels

_KEPT = "reports/period"
_OWN_DAYS = "own"
_WHOLE_YEAR = 0
_DAY_WIDTH = 120
_SEEN = 14
"""Entries of the open list, so that it fits on a small screen with its last entry whole."""
_LONGEST = 30
"""Years: every table has a row or a column for each."""

_KINDS: tuple[tuple[str, str, Callable[[int], Period] | None], ...] = (
    ("year", "Cả năm", periods.year),
    ("half-1", "6 tháng đầu năm", lambda year: periods.half(year, 1)),
    ("half-2", "6 tháng cuối năm", lambda year: periods.half(year, 2)),
    ("nine", "9 tháng đầu năm", periods.nine_months),
    *(
        (f"quarter-{number}", labels.quarter(number), lambda year, number=number: periods.quarter(year, number))
        for number in range(1, 5)
    ),
    *(
        (f"month-{number}", f"Tháng {number}", lambda year, number=number: periods.month(year, number))
        for number in range(1, 13)
    ),
    ("term", "5 năm (đến năm này)", lambda year: periods.term(year - periods.TERM_YEARS + 1)),
    (_OWN_DAYS, "Tự chọn ngày…", None),
)


class PeriodBar(QFrame):
    """What was chosen last is chosen again the next time; two days that are wrong are said to be so beside them."""

    changed = Signal()

    def __init__(self, preferences: Preferences, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences, self._year = preferences, today.year
        self._told: Period | None = None
        self.kinds = QComboBox()
        self.kinds.setAccessibleName("Kỳ báo cáo")
        self.kinds.setToolTip("Kỳ báo cáo (Alt+K)")
        for key, text, _made in _KINDS:
            self.kinds.addItem(text, key)
        self.kinds.setMaxVisibleItems(_SEEN)
        self.first, self.last = DayEdit(year=today.year), DayEdit(year=today.year)
        self.first.set_day(date(today.year, 1, 1))
        self.last.set_day(today)
        self.first.setAccessibleName("Từ ngày")
        self.last.setAccessibleName("Đến ngày")
        self.wrong = label("", "error")
        said, until = label("&Kỳ"), label("đến")
        said.setBuddy(self.kinds)
        self._days = (self.first, until, self.last)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.SPACE_S)
        for part in (said, self.kinds, *self._days, self.wrong):
            inner.addWidget(part)
        inner.addStretch(1)
        kept = self.kinds.findData(preferences.text(_KEPT))
        self.kinds.setCurrentIndex(max(kept, _WHOLE_YEAR))
        self._show_days()
        self.kinds.currentIndexChanged.connect(self._on_kind_changed)
        for day in (self.first, self.last):
            day.setFixedWidth(_DAY_WIDTH)
            day.editingFinished.connect(self._on_days_changed)

    def period(self) -> Period | None:
        """The stretch of time; None while two days make none."""
        made = _KINDS[self.kinds.currentIndex()][2]
        if made is not None:
            return made(self._year)
        return None if self._fault() else periods.free(*self._own_days())

    def show_year(self, year: int) -> None:
        """Take a part of another year; days that were typed stay."""
        self._year = year

    def choose(self, period: Period) -> None:
        """Put a stretch of time in front, of this year or by its days."""
        for at, (_key, _text, made) in enumerate(_KINDS):
            if made is not None and made(self._year) == period:
                self.kinds.setCurrentIndex(at)
                return
        self.first.set_day(period.first)
        self.last.set_day(period.last)
        self.kinds.setCurrentIndex(self.kinds.count() - 1)

    def _on_kind_changed(self) -> None:
        self._preferences.set_text(_KEPT, self.kinds.currentData())
        self._show_days()
        self.changed.emit()

    def _on_days_changed(self) -> None:
        self._show_days()
        period = self.period()
        if period is not None and period != self._told:
            self._told = period
            self.changed.emit()

    def _show_days(self) -> None:
        own = self.kinds.currentData() == _OWN_DAYS
        for part in self._days:
            part.setVisible(own)
        self.wrong.setText(self._fault() if own else "")
        self.wrong.setVisible(own)

    def _fault(self) -> str:
        unread = self.first.fault(needed=True) or self.last.fault(needed=True)
        if unread:
            return unread
        first, last = self._own_days()
        if first.year not in YEARS or last.year not in YEARS:
            return f"Chỉ tính được các năm từ {YEARS[0]} đến {YEARS[-1]}."
        if last.year - first.year >= _LONGEST:
            return f"Kỳ báo cáo dài nhất là {_LONGEST} năm."
        return "" if first <= last else "Ngày cuối phải từ ngày đầu trở đi."

    def _own_days(self) -> tuple[date, date]:
        first, last = self.first.day(), self.last.day()
        assert first is not None
        assert last is not None
        return first, last
