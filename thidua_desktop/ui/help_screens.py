"""The pictures of the manual inside the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.manual.window import ManualWindow
from thidua_desktop.ui.screen import Screen, settle


def _manual(window: MainWindow) -> ManualWindow:
    window.helping.open("nhap-ke-hoach#xem-lai")
    shown = window.helping.shown
    assert shown is not None
    settle(window)
    return shown


def _looked_for(query: str) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        manual = _manual(window)
        manual.search.setText(query)
        manual.open_first()
        settle(window)
        return manual

    return show


SCREENS: tuple[Screen, ...] = (
    Screen("huong-dan", _manual, large=True, dark=True),
    Screen("huong-dan-tim", _looked_for("khoi phuc sao luu"), dark=True),
    Screen("huong-dan-khong-thay", _looked_for("kinh khí cầu")),
)
