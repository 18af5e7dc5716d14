"""The menu of the tab, in groups; everything in it has its key from where it is made."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from thidua_desktop.ui.calendar.detail_requests import DetailRequests
from thidua_desktop.ui.calendar.planning import Planning
from thidua_desktop.ui.calendar.requests import Requests
from thidua_desktop.ui.calendar.toolbar import Toolbar
from thidua_desktop.ui.common import icons


def fill(menu: QMenu, toolbar: Toolbar, requests: Requests, details: DetailRequests, planning: Planning) -> None:
    """Put the entries of the calendar into a menu: where to look, what to do with the task, what else there is."""
    menu.addActions(toolbar.moves)
    menu.addMenu(icons.icon("calendar"), "Xem theo").addActions(toolbar.view_actions)
    menu.addActions(toolbar.filters)
    menu.addSeparator()
    menu.addActions([requests.finish_action, details.state_action, requests.due_action, requests.delay_action])
    menu.addMenu("Dời hạn").addActions(list(requests.shifts))
    menu.addActions([details.note_action, details.steps_action, details.evidence_action])
    menu.addMenu("Đôn đốc").addActions([details.urge_action, details.wait_action, details.letter_action])
    menu.addMenu("Nếu có phát sinh").addActions([details.arisen_action, details.not_arisen_action])
    menu.addMenu("Nhiệm vụ lặp lại").addActions([details.series_action, details.stop_action])
    menu.addActions([requests.open_action, requests.history_action])
    menu.addSeparator()
    menu.addActions([planning.planner_action, planning.days_action])
