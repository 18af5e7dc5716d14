"""The pictures of filling a superior's workbook: nothing open, proposals, all tied, what will be written."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from thidua_desktop.common.paths import resource
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.report_data_screens import data_windows
from thidua_desktop.ui.reports.workbook_window import WorkbookWindow
from thidua_desktop.ui.screen import Screen, settle

_SIZE = QSize(1326, 690)
_SAMPLE, _SHEET = "demo/bieu-cap-tren.xlsx", "Biểu 01"
"""A province's form, as it sends it to its offices."""


def _window(window: MainWindow) -> WorkbookWindow:
    shown = data_windows(window).workbook()
    shown.resize(_SIZE)
    settle(window)
    return shown


def _opened(window: MainWindow) -> WorkbookWindow:
    shown = _window(window)
    with tempfile.TemporaryDirectory(prefix="thidua-anh-") as folder:
        path = Path(folder) / "Biểu 01 - Kết quả khen thưởng.xlsx"
        path.write_bytes(resource(_SAMPLE).read_bytes())
        shown.open_file(path)
        settle(window)
    return shown


def _all_tied(window: MainWindow) -> WorkbookWindow:
    shown = _opened(window)
    if shown.board is not None:
        shown.board.accept_sure()
    settle(window)
    return shown


def _tied(window: MainWindow) -> QWidget:
    shown = _all_tied(window)
    shown.view.go_to((_SHEET, 10, 5))
    settle(window)
    return shown


def _preview(window: MainWindow) -> QWidget:
    shown = _all_tied(window)
    shown.filling.fill()
    settle(window)
    return shown.dialog or shown


SCREENS = (
    Screen("bieu-cap-tren-chua-mo", _window),
    Screen("bieu-cap-tren-de-xuat", _opened, dark=True),
    Screen("bieu-cap-tren-da-noi", _tied, large=True),
    Screen("bieu-cap-tren-xem-truoc", _preview),
)
