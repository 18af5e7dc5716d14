"""The pictures of what keeps the work safe: history, trash, backups, closed years, damaged files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.services import restores
from thidua_desktop.services.passwords import PasswordForgotten, StorePasswordWrong
from thidua_desktop.services.rescue import Rescued, StoreDamaged
from thidua_desktop.ui.common.passwords import NewPasswordDialog, ask
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.opening.notice import OpeningNotice
from thidua_desktop.ui.opening.report import RescueReport
from thidua_desktop.ui.packages import PackageDialog
from thidua_desktop.ui.screen import Screen, settle

_FILE = Path("D:/Thi dua/van-phong-mau.tdkt")
"""What the pictures say of where the file lies: where it truly does is another place at each run."""


def _history(window: MainWindow) -> QWidget:
    window.keeping.open_history()
    settle(window)
    shown = window.keeping.history
    assert shown is not None
    saved = next(line for line in shown.model.rows() if line.entry.operation == "task.save_many")
    shown.grid.go_to(saved.entry.id, column=1)
    return shown


def _history_of_task(window: MainWindow) -> QWidget:
    window.show_page(0)
    window.plans.table.show_task(next(task.id for task in window.plans.table.model.rows() if task.id is not None))
    window.plans.table.open_history()
    assert window.keeping.history is not None
    return window.keeping.history


def _trash(window: MainWindow) -> QWidget:
    ids = [task.id for task in window.plans.table.model.rows()[-3:] if task.id is not None]
    window.services.tasks.delete(ids)
    window.keeping.open_trash()
    settle(window)
    shown = window.keeping.trash
    assert shown is not None
    shown.grid.selectAll()
    window.services.undo.undo()
    return shown


def _no_trash(window: MainWindow) -> QWidget:
    window.keeping.open_trash()
    assert window.keeping.trash is not None
    return window.keeping.trash


def _backups(window: MainWindow) -> QWidget:
    if window.services.backups.changed():
        window.services.backups.make(Reason.BY_HAND)
    window.keeping.open_backups()
    shown = window.keeping.backups
    assert shown is not None
    settle(window)
    shown.verify()
    return shown


def _closed_year(window: MainWindow) -> QWidget:
    """The year is closed for the picture and opened again behind it."""
    window.show_page(0)
    window.navigation.changes_made.emit(window.services.years.close(window.year()))
    window.services.undo.undo()
    return window


def _password(window: MainWindow) -> QWidget:
    window.locking.open()
    assert window.locking.dialog is not None
    return window.locking.dialog


def _change_of_password(window: MainWindow) -> QWidget:
    dialog = NewPasswordDialog(is_set=True, parent=window)
    dialog.open()
    return dialog


def _asked_for_password(window: MainWindow) -> QWidget:
    dialog = ask(StorePasswordWrong(path=window.services.path), lambda _password: None, parent=window)
    dialog.offer_other_ways(lambda: None, leave="Thoát")
    return dialog


def _forgotten_password(window: MainWindow) -> QWidget:
    backups = restores.beside(window.services.path)
    dialog = OpeningDialog(PasswordForgotten(path=_FILE), _FILE, backups, leave="Thoát", parent=window)
    dialog.open()
    return dialog


def _slow_file(window: MainWindow) -> QWidget:
    notice = OpeningNotice(window.services.path, leave="Bỏ qua", parent=window)
    notice.open()
    return notice


def _damaged_file(window: MainWindow) -> QWidget:
    trouble = StoreDamaged(path=_FILE, detail="database disk image is malformed")
    backups = restores.beside(window.services.path)
    dialog = OpeningDialog(trouble, _FILE, backups, leave="Thoát", parent=window)
    dialog.open()
    return dialog


def _rescued(window: MainWindow) -> QWidget:
    kept = _FILE.with_stem(f"{_FILE.stem}-truoc-khoi-phuc-20260520-081500")
    found = (
        Finding("salvage.rebuilt", Severity.INFO, {"kind": Kind.TASK, "count": 12}),
        Finding("salvage.unread", Severity.WARNING, {"kind": Kind.NOMINATION, "count": 3, "numbers": "21–23"}),
    )
    report = RescueReport(kept, Rescued(_FILE, found, None), window)
    report.open()
    return report


def _package(window: MainWindow) -> QWidget:
    window.packages.export()
    dialog = window.packages.dialog
    assert isinstance(dialog, PackageDialog)
    dialog.first.setText("mat khau")
    return dialog


SCREENS: tuple[Screen, ...] = (
    Screen("nhat-ky", _history, large=True, dark=True),
    Screen("lich-su-nhiem-vu", _history_of_task),
    Screen("nam-khoa-so", _closed_year, dark=True),
    Screen("sao-luu", _backups, large=True, dark=True),
    Screen("mat-khau", _password, dark=True),
    Screen("xuat-goi", _package, large=True, dark=True),
    Screen("doi-mat-khau", _change_of_password),
    Screen("hoi-mat-khau", _asked_for_password, large=True),
    Screen("quen-mat-khau", _forgotten_password, large=True, dark=True),
    Screen("dang-mo-tep", _slow_file),
    Screen("thung-rac", _trash),
    Screen("thung-rac-trong", _no_trash),
    Screen("tep-hong", _damaged_file, dark=True),
    Screen("ket-qua-cuu", _rescued),
)
