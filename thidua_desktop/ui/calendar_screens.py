"""The pictures of the calendar: a quarter with sixty tasks in every view, and each of its dialogs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.holidays import Commemoration
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.tasks import OPEN_STATES, Task
from thidua_desktop.services import demo_quarter
from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.screen import Screen, settle

_TRADITION = "Ngày truyền thống ngành thi đua, khen thưởng của tỉnh"


def _busy(window: MainWindow) -> None:
    """Show the calendar of the sample office with a quarter that is full."""
    demo_quarter.build(window.services, window.year())
    window.navigation.changes_made.emit(Changes("plan.create", frozenset({Kind.PLAN, Kind.TASK})))
    window.show_page(1)


def _calendar(view: View) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        _busy(window)
        window.calendar.show_view(view)
        return window

    return show


def _narrow(view: View) -> Callable[[MainWindow], QWidget]:
    """The same in the window that a screen of 1366 pixels has left at 125 %."""

    def show(window: MainWindow) -> QWidget:
        window.resize(1093, 614)
        return _calendar(view)(window)

    return show


def _filtered(window: MainWindow) -> QWidget:
    _calendar(View.QUARTER)(window)
    window.calendar.toolbar.search.setText("kiem tra")
    return window


def _chosen(window: MainWindow) -> Task:
    """The task of the quarter that has steps, urgings and evidence."""
    _calendar(View.MONTH)(window)
    tasks = [task for task in window.calendar.scene.tasks if task.id is not None]
    details = window.services.task_details.of_tasks([TaskId(task.id or 0) for task in tasks])
    chosen = next(task for task in tasks if details[TaskId(task.id or 0)].urgings)
    window.calendar.show_task(TaskId(chosen.id or 0))
    return chosen


def _part(number: int) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        _chosen(window)
        window.calendar.panel.tabs.setCurrentIndex(number)
        return window

    return show


def _conditional(window: MainWindow) -> QWidget:
    _calendar(View.QUARTER)(window)
    chosen = next(task for task in window.calendar.scene.tasks if task.conditional and task.state in OPEN_STATES)
    window.calendar.choose(chosen.id)
    return window


def _asked(ask: Callable[[MainWindow, TaskId], None]) -> Callable[[MainWindow], QWidget]:
    """The dialog that a wish for the chosen task opens."""

    def show(window: MainWindow) -> QWidget:
        ask(window, TaskId(_chosen(window).id or 0))
        dialog = window.calendar.asking.dialog
        assert dialog is not None
        return dialog

    return show


def _planner(window: MainWindow) -> QWidget:
    _chosen(window)
    window.calendar.planning.open_planner()
    dialog = window.calendar.planning.planner
    assert dialog is not None
    dialog.deadline.set_day(date(window.year(), 7, 31))
    return dialog


def _late_planner(window: MainWindow) -> QWidget:
    shown = _planner(window)
    dialog = window.calendar.planning.planner
    assert dialog is not None
    dialog.deadline.set_day(date(window.year(), 6, 13))
    return shown


def _days(window: MainWindow) -> QWidget:
    _busy(window)
    own = window.services.commemorations
    if not own.own():
        own.save(Commemoration(7, 1, 2025, "Ngày hợp nhất tỉnh"))
        own.save(Commemoration(3, 10, 0, "Giỗ Tổ nghề", lunar=True))
        own.save(Commemoration(5, 22, 1996, _TRADITION))
    window.calendar.planning.open_days()
    dialog = window.calendar.planning.days
    assert dialog is not None
    return dialog


def _day(window: MainWindow) -> QWidget:
    _days(window)
    days = window.calendar.planning.days
    assert days is not None
    days.edit.click()
    assert days.dialog is not None
    return days.dialog


def _reminded(window: MainWindow) -> QWidget:
    _calendar(View.WEEK)(window)
    window.reminding.look()
    settle(window)
    return window


def _reminders(window: MainWindow) -> QWidget:
    _busy(window)
    window.reminding.show_all()
    settle(window)
    assert window.reminding.dialog is not None
    return window.reminding.dialog


def _no_tasks(window: MainWindow) -> QWidget:
    window.show_page(1)
    window.calendar.show_view(View.LIST)
    window.show_year(window.year() + 1)
    return window


SCREENS: tuple[Screen, ...] = (
    Screen("lich-nam", _calendar(View.YEAR), large=True, dark=True),
    Screen("lich-quy", _calendar(View.QUARTER), large=True, dark=True),
    Screen("lich-thang", _calendar(View.MONTH), large=True, dark=True),
    Screen("lich-tuan", _calendar(View.WEEK), large=True, dark=True),
    Screen("lich-danh-sach", _calendar(View.LIST), large=True, dark=True),
    Screen("lich-tuan-hep", _narrow(View.WEEK)),
    Screen("lich-loc", _filtered),
    Screen("lich-nhiem-vu", _part(0), dark=True),
    Screen("lich-cac-buoc", _part(1), large=True),
    Screen("lich-don-doc", _part(2)),
    Screen("lich-ket-qua", _part(3)),
    Screen("lich-neu-co", _conditional),
    Screen("hoan-thanh-nhiem-vu", _asked(lambda window, task: window.calendar.requests.ask_completion(task))),
    Screen("doi-han", _asked(lambda window, task: window.calendar.requests.ask_due(task))),
    Screen("ghi-don-doc", _asked(lambda window, task: window.calendar.details.ask_urging(task))),
    Screen("cho-don-vi", _asked(lambda window, task: window.calendar.details.ask_wait(task))),
    Screen("van-ban-ket-qua", _asked(lambda window, task: window.calendar.details.ask_evidence(task))),
    Screen("nhiem-vu-lap-lai", _asked(lambda window, task: window.calendar.details.ask_series(task)), large=True),
    Screen("lap-lich-nguoc", _planner, large=True, dark=True),
    Screen("lap-lich-nguoc-khong-kip", _late_planner),
    Screen("ngay-ky-niem", _days),
    Screen("mot-ngay-ky-niem", _day),
    Screen("nhac-viec", _reminded, dark=True),
    Screen("viec-duoc-nhac", _reminders),
    Screen("lich-trong", _no_tasks),
)
