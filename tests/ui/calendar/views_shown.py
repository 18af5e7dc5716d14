"""Two of the views, as what they are."""

from __future__ import annotations

from thidua_desktop.ui.calendar.agenda_view import AgendaView
from thidua_desktop.ui.calendar.month_view import MonthView
from thidua_desktop.ui.calendar.page import CalendarPage
from thidua_desktop.ui.calendar.toolbar import View


def month(page: CalendarPage) -> MonthView:
    view = page.views[View.MONTH]
    assert isinstance(view, MonthView)
    return view


def agenda(page: CalendarPage) -> AgendaView:
    view = page.views[View.LIST]
    assert isinstance(view, AgendaView)
    return view
