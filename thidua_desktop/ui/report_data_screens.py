"""The pictures of the data of reports: movements, registrations, the archive of what was sent."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from thidua_desktop.services import demo_reports
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.reports.windows import DataWindows
from thidua_desktop.ui.screen import Screen, settle


def data_windows(window: MainWindow) -> DataWindows:
    """The windows of the data of reports, above the main window, at its year."""
    made = DataWindows(
        window.services,
        window.runner,
        window.navigation,
        preferences=window.preferences,
        owner=window,
        feedback=window.given_feedback,
    )
    made.show_year(window.year())
    return made


def _windows(window: MainWindow) -> DataWindows:
    demo_reports.build(window.services, window.year())
    return data_windows(window)


def _movements(window: MainWindow) -> QWidget:
    shown = _windows(window).movements()
    settle(window)
    shown.grid.selectRow(1)
    return shown


def _movement(window: MainWindow) -> QWidget:
    shown = _windows(window).movements()
    settle(window)
    shown.grid.selectRow(1)
    shown.edit()
    settle(window)
    return shown.dialog or shown


def _summing_up(window: MainWindow) -> QWidget:
    shown = _windows(window).movements()
    settle(window)
    shown.grid.selectRow(1)
    shown.sum_up()
    settle(window)
    return shown.dialog or shown


def _no_movements(window: MainWindow) -> QWidget:
    shown = _windows(window).movements()
    shown.show_year(2015)
    settle(window)
    return shown


def _registrations(window: MainWindow) -> QWidget:
    shown = _windows(window).registrations()
    settle(window)
    shown.grid.go_to(shown.model.rows()[-8].unit_id, column=5)
    settle(window)
    return shown


def _named(window: MainWindow) -> QWidget:
    shown = _windows(window).registrations()
    settle(window)
    shown.register_named()
    settle(window)
    return shown.dialog or shown


def _pasted(window: MainWindow) -> QWidget:
    """A block with a unit that nobody knows: what is said, and that nothing was taken."""
    shown = _windows(window).registrations()
    settle(window)
    QGuiApplication.clipboard().setText("Đơn vị\tLĐTT\nSở Tài chính\t120\nSở Xây dựng và Giao thông\t45")
    shown.paste()
    settle(window)
    return shown


def _archive(window: MainWindow) -> QWidget:
    demo_reports.send(window.services, window.year())
    windows = _windows(window)
    windows.show_year(window.year() - 1)
    shown = windows.archive()
    settle(window)
    shown.check()
    settle(window)
    return shown


def _no_reports(window: MainWindow) -> QWidget:
    windows = _windows(window)
    windows.show_year(window.year() + 1)
    shown = windows.archive()
    settle(window)
    return shown


def _dispatch(window: MainWindow) -> QWidget:
    shown = _windows(window).archive()
    settle(window)
    shown.keep_file(Path("bao-cao-so-ket-6-thang.docx"), title="Báo cáo sơ kết 6 tháng đầu năm")
    settle(window)
    return shown.dialog or shown


SCREENS: tuple[Screen, ...] = (
    Screen("phong-trao", _movements, large=True, dark=True),
    Screen("phong-trao-sua", _movement),
    Screen("phong-trao-tong-ket", _summing_up),
    Screen("phong-trao-trong", _no_movements),
    Screen("dang-ky-thi-dua", _registrations, large=True, dark=True),
    Screen("dang-ky-dich-danh", _named),
    Screen("dang-ky-dan-sai", _pasted),
    Screen("bao-cao-da-gui", _archive, large=True),
    Screen("bao-cao-da-gui-trong", _no_reports),
    Screen("bao-cao-da-gui-luu", _dispatch),
)
