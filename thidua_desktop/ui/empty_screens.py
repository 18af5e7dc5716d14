"""The pictures of an office that has only just begun: nothing is in it but its name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.report_data_screens import data_windows
from thidua_desktop.ui.reports.windows import DataWindows
from thidua_desktop.ui.screen import Screen, settle
from thidua_desktop.ui.showing import CALENDAR, COUNCILS, DECISIONS, DIRECTORY, NOMINATIONS, PLANS, REPORTS


def _page(number: int) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        window.show_page(number)
        return window

    return show


def _view(view: View) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        window.show_page(CALENDAR)
        window.calendar.show_view(view)
        return window

    return show


def _councils(window: MainWindow) -> QWidget:
    window.show_page(COUNCILS)
    window.councils.councils_action.trigger()
    return window


def _decisions(window: MainWindow, at: int) -> QWidget:
    window.show_page(DECISIONS)
    window.decisions.show_part(at)
    return window


def _reports(window: MainWindow, at: int) -> QWidget:
    window.show_page(REPORTS)
    window.reports.show_part(at)
    return window


def _directory(window: MainWindow, at: int) -> QWidget:
    window.show_page(DIRECTORY)
    window.directory.show_part(at)
    return window


def _history(window: MainWindow) -> QWidget:
    window.keeping.open_history()
    settle(window)
    assert window.keeping.history is not None
    return window.keeping.history


def _backups(window: MainWindow) -> QWidget:
    window.keeping.open_backups()
    settle(window)
    assert window.keeping.backups is not None
    return window.keeping.backups


def _trash(window: MainWindow) -> QWidget:
    window.keeping.open_trash()
    settle(window)
    assert window.keeping.trash is not None
    return window.keeping.trash


def _data(open_window: Callable[[DataWindows], QWidget]) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        shown = open_window(data_windows(window))
        settle(window)
        return shown

    return show


def _look_alikes(window: MainWindow) -> QWidget:
    window.show_page(DIRECTORY)
    window.directory.open_look_alikes()
    settle(window)
    return window.directory.look_alikes or window


def _searched(window: MainWindow) -> QWidget:
    window.show_page(PLANS)
    window.search.setFocus()
    window.search.setText("khen thuong")
    for _ in range(3):
        settle(window)
    return window


SCREENS: tuple[Screen, ...] = (
    Screen("trong-ke-hoach", _page(PLANS)),
    *(Screen(f"trong-lich-{view}", _view(view)) for view in View),
    Screen("trong-de-nghi", _page(NOMINATIONS)),
    Screen("trong-phien-hop", _page(COUNCILS)),
    Screen("trong-hoi-dong", _councils),
    *(Screen(f"trong-quyet-dinh-{at + 1}", partial(_decisions, at=at)) for at in range(4)),
    *(Screen(f"trong-bao-cao-{at + 1}", partial(_reports, at=at)) for at in range(4)),
    *(Screen(f"trong-danh-ba-{at + 1}", partial(_directory, at=at)) for at in range(4)),
    Screen("trong-ho-so-trung", _look_alikes),
    Screen("trong-nhat-ky", _history),
    Screen("trong-sao-luu", _backups),
    Screen("trong-thung-rac", _trash),
    Screen("trong-phong-trao", _data(DataWindows.movements)),
    Screen("trong-dang-ky", _data(DataWindows.registrations)),
    Screen("trong-bao-cao-da-gui", _data(DataWindows.archive)),
    Screen("trong-tim-kiem", _searched),
)
"""Every part of the window, and the windows above it that are of the office."""
