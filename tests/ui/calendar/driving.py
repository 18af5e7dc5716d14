"""Driving the calendar by mouse, and finding its parts by name."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.calendar.conftest import Year
from thidua_desktop.ui.calendar.page import CalendarPage
from thidua_desktop.ui.calendar.task_chip import TaskChip
from thidua_desktop.ui.calendar.toolbar import View

LEFT = Qt.MouseButton.LeftButton


def chip(page: CalendarPage, year: Year, name: str, view: View = View.MONTH) -> TaskChip:
    """The chip of a task in one of the views."""
    found = page.views[view].chip(year.ids[name])
    assert found is not None, name
    return found


def named(root: QWidget, kind: type[QWidget], name: str) -> QWidget:
    """A widget by the name that a screen reader gives it."""
    return next(widget for widget in root.findChildren(kind) if widget.accessibleName() == name)


def press_in(root: QWidget, text: str) -> None:
    """Press the visible button with these words."""
    next(made for made in root.findChildren(QAbstractButton) if made.text() == text and made.isVisible()).click()


def press(page: CalendarPage, text: str) -> None:
    """Press a button of the task's panel."""
    press_in(page.panel, text)


def drag(
    held: QWidget, target: QWidget, qtbot: QtBot, *, start: QPoint | None = None, to: QPoint | None = None
) -> None:
    """Press on a widget, pull over another one, let go; in the middle of it unless ``to`` says where."""
    begin = start or QPoint(20, 8)
    over = held.mapFromGlobal(target.mapToGlobal(to or target.rect().center()))
    qtbot.mousePress(held, LEFT, pos=begin)
    qtbot.mouseMove(held, pos=begin + QPoint(30, 0))
    qtbot.mouseMove(held, pos=over)
    qtbot.mouseRelease(held, LEFT, pos=over)
