"""The calendar with the program's own worker thread."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from tests.ui.calendar.conftest import Year
from tests.ui.helpers import FakeFeedback
from thidua_desktop.domain.placing import When
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.calendar.dialogs import Completion
from thidua_desktop.ui.calendar.page import CalendarPage
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import TaskRunner
from thidua_desktop.ui.navigation import Navigation


def test_several_wishes_at_once_are_done_one_after_the_other(
    qtbot: QtBot,
    services: Services,
    year: Year,
    navigation: Navigation,
    feedback: FakeFeedback,
    *,
    preferences: Preferences,
) -> None:
    runner = TaskRunner()
    page = CalendarPage(services, runner, navigation, feedback, preferences=preferences)
    qtbot.addWidget(page)
    page.show_year(2024)
    page.show()
    page.deeds.put((year.task("late"),), When.on(date(2024, 6, 21)))
    page.deeds.set_progress(year.ids["late"], 40)
    page.deeds.set_note(year.ids["late"], "Đã nhắc")
    page.deeds.finish(year.ids["today"], Completion(date(2024, 6, 20), "12/BB-HĐ", date(2024, 6, 20)))
    qtbot.waitUntil(lambda: not runner.busy())
    runner.close()
    late, today = year.task("late"), year.task("today")
    assert (late.due, late.progress, late.note, late.state) == (
        date(2024, 6, 21),
        40,
        "Đã nhắc",
        TaskState.IN_PROGRESS,
    )
    assert (today.state, today.evidence) == (TaskState.DONE, "12/BB-HĐ ngày 20/06/2024")
    shown = {task.id: task for task in page.scene.tasks}
    assert shown[late.id] == late
    assert shown[today.id] == today
    assert feedback.troubles == []
