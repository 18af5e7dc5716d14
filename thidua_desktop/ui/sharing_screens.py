"""The pictures of a file that others use too, of a drive that is full, of long work."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from thidua_desktop.common.progress import Step
from thidua_desktop.domain.stages import Stage
from thidua_desktop.services.sharing import DiskFull, NoLocks, StoreLocked
from thidua_desktop.ui.common.unsaved import Unsaved
from thidua_desktop.ui.common.work_strip import WorkStrip
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.screen import Screen, settle
from thidua_desktop.wording import sharing

_SINCE = datetime(2026, 5, 20, 8, 15)
_SHARE = Path("//MAY-CHU/thi-dua/so-noi-vu.tdkt")


def _looked_at(window: MainWindow) -> QWidget:
    window.show_page(0)
    window.strip.tell(sharing.writer("Phạm Thị Lan", "PC-PHONG-TDKT", _SINCE, here=False))
    settle(window)
    return window


def _in_use(window: MainWindow) -> QWidget:
    window.keeping.show_year(window.year())  # the strip of the picture before goes
    trouble = StoreLocked(path=_SHARE, user="Phạm Thị Lan", host="PC-PHONG-TDKT", since=_SINCE)
    return _asked(window, OpeningDialog(trouble, _SHARE, (), leave="Thoát", parent=window))


def _without_locks(window: MainWindow) -> QWidget:
    return _asked(window, OpeningDialog(NoLocks(path=_SHARE), _SHARE, (), leave="Thoát", parent=window))


def _asked(window: MainWindow, dialog: OpeningDialog) -> QWidget:
    dialog.open()
    settle(window)
    return dialog


def _drive_full(window: MainWindow) -> QWidget:
    window.show_page(0)
    full = DiskFull(path=window.services.path)
    unsaved = Unsaved[str](
        window.feedback, key=str, save=lambda _rows, _saved, failed: failed(full), reload=lambda: None
    )
    unsaved.save(["Nhiệm vụ"])
    settle(window)
    return window


def _long_work(window: MainWindow) -> QWidget:
    window.banner.hide()
    window.show_page(0)
    settle(window)
    window.status.work_on("Đang sao lưu…")
    window.status.show_step(Step(620, 1000, Stage.COMPARING))
    return window


def _long_work_below_a_dialog(window: MainWindow) -> QWidget:
    window.keeping.open_backups()
    settle(window)
    dialog = window.keeping.backups
    assert dialog is not None
    strip = WorkStrip(window.tasks, dialog)
    strip.gauge.show(Step(3_200, 10_000, Stage.COMPARING))
    strip.stop.show()
    strip.show()
    return dialog


SCREENS: tuple[Screen, ...] = (
    Screen("tep-chung-dang-xem", _looked_at, large=True, dark=True),
    Screen("tep-chung-dang-co-nguoi-sua", _in_use),
    Screen("noi-khong-giu-khoa", _without_locks),
    Screen("o-day-chua-luu-duoc", _drive_full, dark=True),
    Screen("viec-lau", _long_work),
    Screen("viec-lau-tren-hop-thoai", _long_work_below_a_dialog),
)
