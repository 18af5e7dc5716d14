"""The five views of the calendar, each made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from thidua_desktop.ui.calendar.agenda_view import AgendaView
from thidua_desktop.ui.calendar.month_view import MonthView
from thidua_desktop.ui.calendar.quarter_view import QuarterView
from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.calendar.view import CalendarView
from thidua_desktop.ui.calendar.week_view import WeekView
from thidua_desktop.ui.calendar.year_view import YearView
from thidua_desktop.ui.common.preferences import Preferences


class Views(QStackedWidget):
    """One view in front of the others. ``made`` is told of each new one before anything is shown in it."""

    def __init__(self, preferences: Preferences, made: Callable[[CalendarView], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._tell = made
        self._views: dict[View, CalendarView] = {}

    def __getitem__(self, view: View) -> CalendarView:
        """A view; what is only asked for is not brought to the front."""
        found = self._views.get(view)
        if found is None:
            found = self._views[view] = self._make(view)
            self.addWidget(found)
            self._tell(found)
        return found

    def _make(self, view: View) -> CalendarView:
        match view:
            case View.YEAR:
                return YearView(self)
            case View.QUARTER:
                return QuarterView(self)
            case View.MONTH:
                return MonthView(self)
            case View.WEEK:
                return WeekView(self)
            case View.LIST:
                return AgendaView(self._preferences, self)
