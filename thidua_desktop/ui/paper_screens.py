"""The pictures of papers: previews of what is printed, the letters that urge, the menus that they leave from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.reporting import Paper
from thidua_desktop.ui.calendar.papers import CalendarPapers
from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.plans.papers import Papers
from thidua_desktop.ui.screen import Screen, settle


def _of_plan(give: Callable[[Papers, Plan], None]) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        plan = window.plans.plan()
        assert plan is not None
        give(window.plans.papers, plan)
        settle(window)
        assert window.plans.papers.preview is not None
        return window.plans.papers.preview

    return show


def _of_calendar(view: View, give: Callable[[CalendarPapers], None]) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        window.show_page(1)
        window.calendar.show_view(view)
        give(window.calendar.papers)
        settle(window)
        assert window.calendar.papers.preview is not None
        return window.calendar.papers.preview

    return show


def _letters(window: MainWindow) -> QWidget:
    window.show_page(1)
    task = next(task for task in window.calendar.scene.tasks if task.lead)
    assert task.id is not None
    window.calendar.papers.letters_about(task.id, (*task.lead, *window.calendar.unit_names()[:4]))
    assert window.calendar.papers.dialog is not None
    return window.calendar.papers.dialog


def _menu(window: MainWindow) -> QWidget:
    window.show_page(1)
    menu: QMenu = window.calendar.print_menu
    menu.popup(window.mapToGlobal(QPoint(40, 40)))
    settle(window)
    return menu


SCREENS: tuple[Screen, ...] = (
    Screen("ban-in-toan-van", _of_plan(Papers.document), large=True, dark=True),
    Screen("ban-in-lich-treo-tuong-quy", _of_calendar(View.QUARTER, lambda papers: papers.quarter_wall(Paper.A3))),
    Screen("ban-in-lich-treo-tuong-thang", _of_calendar(View.MONTH, lambda papers: papers.month_wall(Paper.A4))),
    Screen("ban-in-ket-qua", _of_calendar(View.YEAR, CalendarPapers.results)),
    Screen("cong-van-don-doc", _letters, large=True, dark=True),
    Screen("menu-in-lich", _menu),
)
