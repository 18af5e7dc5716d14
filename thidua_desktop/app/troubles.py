"""An office file that cannot be opened: the dialog that asks what to do, and the ways on from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from thidua_desktop.app.wanted import Wanted
from thidua_desktop.common.errors import AppError, StoreTrouble
from thidua_desktop.domain.backups import Backup
from thidua_desktop.services.rescue import Rescued
from thidua_desktop.services.restores import Restored
from thidua_desktop.ui.common import passwords
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.files import STORE_FILES
from thidua_desktop.ui.helping import HelpAlone
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.opening.ways import Way, ways_from
from thidua_desktop.wording import messages

if TYPE_CHECKING:
    from thidua_desktop.app.program import Program

WORTH_ASKING = frozenset({Way.LOOK, Way.COPY, Way.RESTORE, Way.RESCUE})
"""Ways for which a window that is open is interrupted; otherwise a sentence in it is enough."""

T = TypeVar("T")


class Troubles(QObject):
    """Asks about files for a program, and does what the clerk chooses."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program

    def ask(self, wanted: Wanted, trouble: AppError) -> None:
        """Say what happened and offer the ways on."""
        program = self._program
        backups = backups_of(wanted.path)
        dialog = OpeningDialog(trouble, wanted.path, backups, leave=program.leave_word, parent=program.window)
        dialog.chosen.connect(partial(self._take, dialog, wanted))
        dialog.rejected.connect(program.give_up)
        dialog.stop_wanted.connect(program.runner.cancel)
        program.runner.progressed.connect(dialog.show_step)
        program.question = dialog
        if program.window is None:
            HelpAlone(dialog, program.preferences)
        dialog.open()

    def go_on(self, dialog: OpeningDialog, wanted: Wanted, trouble: AppError) -> None:
        """A way has ended in a trouble: say so, in a new dialog if other ways lead on from there."""
        if dialog.ways == ways_from(trouble.code, backups=bool(backups_of(wanted.path))):
            dialog.show_trouble(trouble)
        else:
            self.ask(wanted, trouble)
            dialog.accept()

    def _take(self, dialog: OpeningDialog, wanted: Wanted, way: Way) -> None:
        from thidua_desktop.bootstrap import copy_here
        from thidua_desktop.services.rescue import rescue_in_place

        match way:
            case Way.LOOK:
                self._program.begin(wanted.to_look_at(), within=dialog)
            case Way.AGAIN:
                self._program.begin(wanted.to_write(), within=dialog)
            case Way.COPY:
                copied = partial(self._on_copied, dialog, wanted)
                self._work(dialog, partial(copy_here, wanted.path), copied, "Đang chép về máy này…")
            case Way.PASSWORD:
                dialog.accept()
                self._program.begin(wanted.with_password(None))
            case Way.OTHER:
                self._choose_another(dialog, wanted.path)
            case Way.RESTORE:
                self._restore(dialog, wanted)
            case Way.RESCUE:
                save = partial(rescue_in_place, wanted.path, password=wanted.password)
                self._work(dialog, save, partial(self._on_rescued, dialog, wanted), "Đang cứu dữ liệu…")

    def _restore(self, dialog: OpeningDialog, wanted: Wanted, backup_password: str | None = None) -> None:
        from thidua_desktop.bootstrap import restore

        put_back = partial(
            restore,
            wanted.path,
            dialog.backup(),
            password=wanted.password,
            backup_password=backup_password,
            forgotten=dialog.trouble.code == "store.password_forgotten",
        )
        done = partial(self._on_restored, dialog, wanted.with_password(backup_password or wanted.password))
        self._work(dialog, put_back, done, "Đang khôi phục…", locked=partial(self._restore, dialog, wanted))

    def _work(
        self,
        dialog: OpeningDialog,
        work: Callable[[], T],
        done: Callable[[T], None],
        told: str,
        *,
        locked: Callable[[str], None] | None = None,
    ) -> None:
        dialog.work_on(told)
        self._program.runner.run(work, done, partial(self._on_failed, dialog, locked))

    def _on_failed(self, dialog: OpeningDialog, locked: Callable[[str], None] | None, trouble: AppError) -> None:
        """Say why; ``locked`` does it again with the password that was missing."""
        dialog.show_trouble(trouble)
        if locked is not None and passwords.is_asked_for(trouble):
            passwords.ask(trouble, locked, parent=dialog)

    def _on_copied(self, dialog: OpeningDialog, wanted: Wanted, copy: Path) -> None:
        self._program.begin(wanted.at(copy), within=dialog, then=partial(_tell_copied, wanted.path))

    def _on_restored(self, dialog: OpeningDialog, wanted: Wanted, restored: Restored) -> None:
        self._program.begin(wanted, within=dialog, then=partial(_tell_restored, restored))

    def _on_rescued(self, dialog: OpeningDialog, wanted: Wanted, done: tuple[Rescued, Restored]) -> None:
        self._program.begin(wanted, within=dialog, then=partial(self._report, *done))

    def _report(self, rescued: Rescued, restored: Restored, window: MainWindow) -> None:
        from thidua_desktop.ui.opening.report import RescueReport

        report = RescueReport(restored.kept_aside, rescued, window)
        self._program.question = report
        report.open()

    def _choose_another(self, dialog: OpeningDialog, path: Path) -> None:
        files = QFileDialog(dialog, "Mở tệp dữ liệu", str(path.parent), STORE_FILES)
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.fileSelected.connect(lambda name: self._open_another(dialog, Path(name)))
        files.open()

    def _open_another(self, dialog: OpeningDialog, path: Path) -> None:
        dialog.accept()
        self._program.open(path)


def _tell_copied(original: Path, window: MainWindow) -> None:
    where = window.services.path.parent
    told = f"Đang mở bản chép trong {where}. Tệp gốc {original} giữ nguyên và không nhận những gì sửa ở đây."
    window.feedback.say(told, tone=Tone.INFO)


def _tell_restored(restored: Restored, window: MainWindow) -> None:
    kept = restored.kept_aside
    told = [f"Đã khôi phục từ bản sao lưu. Tệp cũ được giữ tại {kept}." if kept else "Đã khôi phục từ bản sao lưu."]
    told += [messages.finding(finding) for finding in restored.findings]
    window.feedback.say(" ".join(told), tone=Tone.INFO)


def backups_of(path: Path) -> tuple[Backup, ...]:
    """The backups beside a file; none where their folder does not answer either."""
    from thidua_desktop.services import restores

    try:
        return restores.beside(path)
    except StoreTrouble:
        return ()
