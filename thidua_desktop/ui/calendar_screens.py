"""The pictures of the calendar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.tasks import OPEN_STATES
from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.screen import Screen


def _calendar(view: View) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        window.show_page(1)
        window.calendar.show_view(view)
        return window

    return show


def _calendar_task(window: MainWindow) -> QWidget:
    _calendar(View.MONTH)(window)
    tasks = window.calendar.scene.tasks
    chosen = next((task for task in tasks if task.due is not None and task.state in OPEN_STATES), tasks[0])
    assert chosen.id is not None
    window.calendar.show_task(chosen.id)
    return window


def _completion(window: MainWindow) -> QWidget:
    _calendar_task(window)
    assert window.calendar.scene.chosen is not None
    window.calendar.requests.ask_completion(window.calendar.scene.chosen)
    assert window.calendar.asking.dialog is not None
    return window.calendar.asking.dialog


def _due(window: MainWindow) -> QWidget:
    _calendar_task(window)
    assert window.calendar.scene.chosen is not None
    window.calendar.requests.ask_due(window.calendar.scene.chosen)
    assert window.calendar.asking.dialog is not None
    return window.calendar.asking.dialog


def _no_tasks(window: MainWindow) -> QWidget:
    _calendar(View.LIST)(window)
    window.show_year(window.year() + 1)
    return window


SCREENS: tuple[Screen, ...] = (
    Screen("lich-nam", _calendar(View.YEAR), large=True, dark=True),
    Screen("lich-quy", _calendar(View.QUARTER), large=True, dark=True),
    Screen("lich-thang", _calendar(View.MONTH), large=True, dark=True),
    Screen("lich-tuan", _calendar(View.WEEK), large=True, dark=True),
    Screen("lich-danh-sach", _calendar(View.LIST), large=True),
    Screen("lich-nhiem-vu", _calendar_task, dark=True),
    Screen("hoan-thanh-nhiem-vu", _completion),
    Screen("doi-han", _due),
    Screen("lich-trong", _no_tasks),
)
