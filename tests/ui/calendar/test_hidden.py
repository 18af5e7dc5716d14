"""A calendar behind another tab costs nothing, and is right when it is looked at; a long list of today is cut."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ui.calendar.conftest import Year
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.container import Services
from thidua_desktop.ui.calendar import page as calendar_page
from thidua_desktop.ui.calendar import today_panel
from thidua_desktop.ui.calendar.page import CalendarPage
from thidua_desktop.ui.navigation import Navigation

TASK = Changes("task.add", frozenset({Kind.TASK}))


def test_what_changes_behind_another_tab_is_loaded_when_it_is_shown(
    page: CalendarPage, services: Services, year: Year, navigation: Navigation, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.hide()
    services.tasks.add(Task(year.plan, "Việc mới", 2024, due=date(2024, 6, 21)))
    with monkeypatch.context() as nothing_is_loaded:
        nothing_is_loaded.setattr(calendar_page, "load", lambda *_: pytest.fail("nobody is looking"))
        navigation.changes_made.emit(TASK)
        page.show_year(2023)
        page.show_year(2024)
        page.lock(True)
        page.lock(False)
    assert "Việc mới" not in [task.text for task in page.scene.tasks]
    page.show()
    assert "Việc mới" in [task.text for task in page.scene.tasks]


def test_a_page_that_is_shown_again_unchanged_loads_nothing(
    page: CalendarPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.hide()
    monkeypatch.setattr(calendar_page, "load", lambda *_: pytest.fail("nothing has changed"))
    page.show()
    assert page.scene.tasks


def test_of_many_overdue_tasks_the_most_urgent_are_drawn(
    page: CalendarPage, services: Services, year: Year, navigation: Navigation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today_panel, "_MOST", 5)
    overdue = [Task(year.plan, f"Việc chậm {number}", 2024, due=date(2024, 5, 6)) for number in range(12)]
    services.tasks.save_many(overdue)
    navigation.changes_made.emit(TASK)
    drawn = page.today.urgent_chips()
    assert sum("Việc chậm" in chip.accessibleName() for chip in drawn) == 5
    dividers = [divider.text() for divider in page.today.findChildren(today_panel.Divider) if divider.isVisible()]
    assert "và 8 việc nữa, xem ở chế độ Danh sách" in dividers


def test_after_midnight_the_new_day_is_today(
    page: CalendarPage, year: Year, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.look_at_clock()
    assert page.scene.today == date(2024, 6, 20)
    monkeypatch.setattr(services, "today", lambda: date(2024, 6, 21))
    page.look_at_clock()
    assert (page.scene.today, page.scene.day) == (date(2024, 6, 21), date(2024, 6, 21))
    late = page.views[page.view].chip(year.ids["today"])
    assert late is not None
    assert late.accessibleName().startswith("Quá hạn")
