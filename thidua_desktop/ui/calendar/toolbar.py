"""The bar above the calendar: which stretch of time, which view, which tasks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy, QWidget

from thidua_desktop.common.vietnamese import sort_key
from thidua_desktop.domain import periods
from thidua_desktop.domain.calendar import TaskFilter
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.tasks import Standing
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.widgets import action, label, tool_button
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import labels


class View(StrEnum):
    """The views, in the order of their keys."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    LIST = "list"


_VIEWS = {View.YEAR: ("Năm", "year"), View.QUARTER: ("Quý", "quarter")}
_VIEWS |= {View.MONTH: ("Tháng", "calendar"), View.WEEK: ("Tuần", "columns"), View.LIST: ("Danh sách", "list")}
_STEP_MONTHS = {View.YEAR: 12, View.QUARTER: 3, View.MONTH: 1, View.LIST: 12}


def stepped(day: date, view: View, direction: int) -> date:
    """The day one view further on (or back), in the same place of its month as far as there is one."""
    if view is View.WEEK:
        return day + timedelta(days=7 * direction)
    months = day.year * 12 + day.month - 1 + direction * _STEP_MONTHS[view]
    year, month = divmod(months, 12)
    last = periods.last_day_of_month(year, month + 1)
    return last.replace(day=min(day.day, last.day))


def heading(day: date, view: View) -> str:
    """What the view shows, in words."""
    match view:
        case View.MONTH:
            return f"Tháng {day.month}/{day.year}"
        case View.WEEK:
            monday = day - timedelta(days=day.weekday())
            return said.span(monday, monday + timedelta(days=6))
        case View.QUARTER:
            return f"{labels.quarter(periods.quarter_of_month(day.month))}/{day.year}"
        case _:
            return f"Năm {day.year}"


class Toolbar(QFrame):
    """Says what the clerk wants to see; keys work while the focus is anywhere on ``owner``."""

    view_wanted = Signal(object)
    step_wanted = Signal(int)
    today_wanted = Signal()
    filter_changed = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.setProperty("role", "bar")
        self._heading = label("", "display")
        self._heading.setMinimumWidth(self._heading.fontMetrics().horizontalAdvance("Tháng 12/2026") + theme.SPACE_S)
        self.search = SearchField("Tìm nhiệm vụ")
        self.search.setAccessibleName("Tìm nhiệm vụ, không cần dấu")
        self.search.setToolTip("Tìm trong nội dung, đơn vị, sản phẩm, ghi chú; không cần gõ dấu (Ctrl+F)")
        self.search.setMinimumWidth(120)
        self.units = _combo("Lọc theo đơn vị")
        self.plans = _combo("Lọc theo kế hoạch")
        self.states = _combo("Lọc theo tình trạng")
        self._fill(self.units, "Mọi đơn vị", ())
        self._fill(self.plans, "Mọi kế hoạch", ())
        self._fill(self.states, "Mọi tình trạng", [(labels.of(standing), standing) for standing in Standing])
        self.search.textChanged.connect(lambda _text: self.filter_changed.emit())
        for combo in (self.units, self.plans, self.states):
            combo.activated.connect(lambda _at: self.filter_changed.emit())
        self._lay_out(owner)

    def _lay_out(self, owner: QWidget) -> None:
        today = action(owner, "Hôm nay", "today", "T", self.today_wanted.emit)
        back = action(owner, "Kỳ trước", "left", "PgUp", lambda: self.step_wanted.emit(-1))
        onward = action(owner, "Kỳ sau", "right", "PgDown", lambda: self.step_wanted.emit(1))
        find = action(owner, "Tìm nhiệm vụ", "search", "Ctrl+F", self.search.setFocus)
        self._clear = action(owner, "Bỏ lọc", "filter", "Ctrl+Shift+L", self.clear)
        self.moves, self.filters = [today, back, onward], [find, self._clear]
        group = QActionGroup(self)
        self._views = {}
        for number, (view, (text, icon)) in enumerate(_VIEWS.items(), start=1):
            made = action(owner, text, icon, str(number), partial(self.view_wanted.emit, view))
            made.setCheckable(True)
            group.addAction(made)
            self._views[view] = made
        self.view_actions = list(self._views.values())
        moves = (tool_button(back, text=False), tool_button(onward, text=False), tool_button(today))
        filters = (self.search, self.units, self.plans, self.states)
        views = [tool_button(made) for made in self._views.values()]
        layout = flow(*moves, self._heading, *filters, 0, *views, spacing=theme.SPACE_XS)
        layout.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        self.setLayout(layout)

    # what is wanted

    def wanted(self) -> TaskFilter:
        """The filter as set."""
        standing = self.states.currentData()
        return TaskFilter(
            text=self.search.query(),
            unit=self.units.currentData(),
            plan_id=self.plans.currentData(),
            # Qt hands a text enumeration back as plain text.
            standing=Standing(standing) if standing is not None else None,
        )

    def in_words(self) -> str:
        """The filter as set, for the clerk to read; empty while everything is let through."""
        text = self.search.query()
        parts = [f"có chữ “{text}”" if text else ""]
        for combo, name in ((self.units, "đơn vị"), (self.plans, "kế hoạch"), (self.states, "tình trạng")):
            parts.append(f"{name} {combo.currentText()}" if combo.currentIndex() > 0 else "")
        return "; ".join(part for part in parts if part)

    def clear(self) -> None:
        """Let every task through again."""
        for combo in (self.units, self.plans, self.states):
            combo.setCurrentIndex(0)
        self.search.clear()
        self.filter_changed.emit()

    def show_choices(self, units: Iterable[str], plans: Iterable[tuple[PlanId, str]]) -> None:
        """Offer these units and plans; what was chosen stays chosen while it is still there."""
        self._fill(self.units, "Mọi đơn vị", [(name, name) for name in sorted(units, key=sort_key)])
        self._fill(self.plans, "Mọi kế hoạch", [(title, plan_id) for plan_id, title in plans])

    def show_state(self, day: date, view: View) -> None:
        """Show which view of which time is on."""
        self._heading.setText(heading(day, view))
        self._views[view].setChecked(True)
        self._clear.setEnabled(self.wanted() != TaskFilter())

    @staticmethod
    def _fill(combo: QComboBox, everything: str, choices: Iterable[tuple[str, object]]) -> None:
        chosen = combo.currentData()
        combo.clear()
        combo.addItem(everything, None)
        for text, value in choices:
            combo.addItem(text, value)
            combo.setItemData(combo.count() - 1, text, 3)  # Qt.ItemDataRole.ToolTipRole
        combo.setCurrentIndex(max(0, combo.findData(chosen)))


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(7)
    combo.setMaximumWidth(210)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    combo.view().setTextElideMode(combo.view().textElideMode().ElideMiddle)
    combo.view().setMinimumWidth(340)
    return combo
