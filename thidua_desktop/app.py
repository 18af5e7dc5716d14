"""The window program: sets Qt up, opens the office file, keeps one window on it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from thidua_desktop import __version__
from thidua_desktop.bootstrap import change_password, default_store, open_services, restore
from thidua_desktop.common.errors import AppError, StoreTrouble
from thidua_desktop.common.paths import log_folder
from thidua_desktop.domain.backups import Backup
from thidua_desktop.services import restores
from thidua_desktop.services.container import Services
from thidua_desktop.services.passwords import PasswordChanged
from thidua_desktop.services.rescue import Rescued, rescue_in_place
from thidua_desktop.services.restores import Restored
from thidua_desktop.ui import screens
from thidua_desktop.ui.common import icons, passwords, theme
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.passwords import Wish
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import TaskRunner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.translator import VietnameseTranslator
from thidua_desktop.ui.main_window import STORE_FILES, MainWindow
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.opening.report import RescueReport
from thidua_desktop.ui.opening.ways import Way, ways_from
from thidua_desktop.wording import messages

STORE_TROUBLE = 4
"""Exit code when the office file cannot be opened (DESIGN §7)."""
_WORTH_ASKING = frozenset({Way.LOOK, Way.RESTORE, Way.RESCUE})
"""Ways for which a window that is open is interrupted; otherwise a sentence in it is enough."""

T = TypeVar("T")


def run(path: Path | None) -> int:
    """Open the window on an office file (the user's own when none is named) and stay until it is closed."""
    app = application()
    crashes = CrashReporter(log_folder())
    told = crashes.last_fault()
    crashes.install()
    program = Program(app, crashes, Preferences())
    program.gave_up.connect(lambda: app.exit(STORE_TROUBLE))
    try:
        # Within the event loop, so that a mistake at the start gets its window too.
        QTimer.singleShot(0, program, lambda: program.start(path or default_store(), create=path is None))
        if told:
            crashes.show_last_fault(told)
        return app.exec()
    finally:
        program.close()
        crashes.uninstall()


def render_screens(services: Services, out: Path) -> list[Path]:
    """A PNG of every screen on an open sample office; the files written, in order."""
    application()
    return screens.render(services, out)


def try_window(services: Services) -> None:
    """Make the window on an open office file, show every tab once and close it; raises what is wrong with it."""
    application()
    screens.visit(services)


def application() -> QApplication:
    """The one application object, with the look and the language of the program."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication(sys.argv[:1])
    app.setApplicationName("ThiDuaDesktop")
    app.setApplicationDisplayName("Thi Đua Desktop")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(icons.application_icon())
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    for translator in (_qt_catalogue(app), VietnameseTranslator(app)):
        app.installTranslator(translator)
    theme.apply(app)
    return app


def _qt_catalogue(app: QApplication) -> QTranslator:
    """Qt's own Vietnamese words, should a later Qt ship them; asked after ours."""
    translator = QTranslator(app)
    translator.load(QLocale(), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator


class Program(QObject):
    """Holds the window and the open file; another file means another window."""

    gave_up = Signal()
    """There is no window and the clerk wants none."""

    def __init__(self, app: QApplication, crashes: CrashReporter, preferences: Preferences) -> None:
        super().__init__(app)
        self._crashes, self._preferences = crashes, preferences
        self._services: Services | None = None
        self.window: MainWindow | None = None
        self.question: QDialog | None = None
        """What was asked or told last besides the window."""
        self._runner = TaskRunner(self)
        self._runner.crashed.connect(self._on_crashed)

    def start(self, path: Path, *, create: bool, password: str | None = None) -> None:
        """Open a window, or ask what to do when the file cannot be used."""
        try:
            services = open_services(path, create=create, password=password)
        except StoreTrouble as trouble:
            if passwords.is_asked_for(trouble):
                self._ask_password(trouble, partial(self._start_with, path, create))
            else:
                self._ask(path, trouble, password)
        else:
            self._show(services)

    def open(self, path: Path, password: str | None = None) -> None:
        """Change to another office file; the one in use stays open when the other cannot be used."""
        try:
            services = open_services(path, password=password)
        except StoreTrouble as trouble:
            if passwords.is_asked_for(trouble):
                self._ask_password(trouble, partial(self.open, path))
                return
            ways = ways_from(trouble.code, backups=bool(_backups_of(path)))
            if self.window is None or _WORTH_ASKING & set(ways):
                self._ask(path, trouble, password)
            else:
                self.window.feedback.trouble(trouble)
            return
        self._show(services)

    def change_password(self, wish: Wish) -> None:
        """Give the open file another password, or none: it is closed, written anew and opened again."""
        window, services = self.window, self._services
        if window is None or services is None:
            return
        path = services.path
        window.keeping.keeper.stop()
        window.setEnabled(False)

        def work() -> PasswordChanged:
            services.close()
            return change_password(path, old=wish.old, new=wish.new)

        kept = partial(self._on_password_kept, path, wish.old)
        window.tasks.crashed.connect(kept)
        window.tasks.run(work, partial(self._on_password_changed, path, wish.new), kept, label="Đang ghi lại tệp…")

    def _on_password_changed(self, path: Path, password: str | None, done: PasswordChanged) -> None:
        self.start(path, create=False, password=password)
        if self.window is not None:
            self.window.locking.show_done(done)

    def _on_password_kept(self, path: Path, password: str | None, trouble: Exception) -> None:
        self.start(path, create=False, password=password)
        if self.window is not None and isinstance(trouble, AppError):
            self.window.feedback.trouble(trouble)

    def _start_with(self, path: Path, create: bool, password: str) -> None:
        self.start(path, create=create, password=password)

    def close(self) -> None:
        """Close the window and the file."""
        self._runner.close()
        if self.window is not None:
            self.window.keeping.keeper.stop()
            self.window.close()
        if self._services is not None:
            self._services.close()

    def _on_crashed(self, trouble: BaseException) -> None:
        if isinstance(self.question, OpeningDialog):
            self.question.rest()
        self._crashes.report(trouble)

    def _show(self, services: Services) -> MainWindow:
        former = self.window
        window = MainWindow(services, self._preferences)
        window.locking.wanted.connect(self.change_password, Qt.ConnectionType.QueuedConnection)
        window.file_wanted.connect(self.open, Qt.ConnectionType.QueuedConnection)
        window.tasks.crashed.connect(self._crashes.report)
        window.closed.connect(partial(self._on_closed, window, services))
        self.window, self._services = window, services
        window.show()
        window.keeping.keeper.start()
        window.keeping.tell_bad_end()
        if former is not None:
            former.close()
        self._preferences.add_recent_file(services.path)
        if self._preferences.damaged:
            window.feedback.say("Không đọc được thiết lập giao diện cũ nên dùng thiết lập mặc định.", tone=Tone.INFO)
        return window

    def _on_closed(self, window: MainWindow, services: Services) -> None:
        services.close()
        if window is not self.window:
            window.deleteLater()

    # trouble

    def _ask_password(self, trouble: StoreTrouble, then: Callable[[str], None]) -> None:
        dialog = passwords.ask(trouble, then, parent=self.window)
        dialog.rejected.connect(self._give_up)
        self.question = dialog

    def _ask(self, path: Path, trouble: StoreTrouble, password: str | None) -> None:
        leave = "Thoát" if self.window is None else "Bỏ qua"
        dialog = OpeningDialog(trouble, path, _backups_of(path), leave=leave, parent=self.window)
        dialog.chosen.connect(partial(self._take, dialog, path, password))
        dialog.rejected.connect(self._give_up)
        self.question = dialog
        dialog.open()

    def _take(self, dialog: OpeningDialog, path: Path, password: str | None, way: Way) -> None:
        match way:
            case Way.LOOK:
                self._retry(dialog, path, password, read_only=True)
            case Way.AGAIN:
                self._retry(dialog, path, password)
            case Way.OTHER:
                self._choose_another(dialog, path)
            case Way.RESTORE:
                self._restore(dialog, path, password)
            case Way.RESCUE:
                save = partial(rescue_in_place, path, password=password)
                self._work(dialog, save, partial(self._on_rescued, dialog, path, password), "Đang cứu dữ liệu…")

    def _restore(
        self, dialog: OpeningDialog, path: Path, password: str | None, backup_password: str | None = None
    ) -> None:
        put_back = partial(restore, path, dialog.backup(), password=password, backup_password=backup_password)
        done = partial(self._on_restored, dialog, path, backup_password or password)
        locked = partial(self._restore, dialog, path, password)
        self._work(dialog, put_back, done, "Đang khôi phục…", locked)

    def _work(
        self,
        dialog: OpeningDialog,
        work: Callable[[], T],
        done: Callable[[T], None],
        told: str,
        locked: Callable[[str], None] | None = None,
    ) -> None:
        dialog.work_on(told)
        self._runner.run(work, done, partial(self._on_failed, dialog, locked))

    def _on_failed(self, dialog: OpeningDialog, locked: Callable[[str], None] | None, trouble: AppError) -> None:
        """Say why; ``locked`` does it again with the password that was missing."""
        dialog.show_trouble(trouble)
        if locked is not None and passwords.is_asked_for(trouble):
            passwords.ask(trouble, locked, parent=dialog)

    def _retry(
        self, dialog: OpeningDialog, path: Path, password: str | None, *, read_only: bool = False
    ) -> MainWindow | None:
        """Open the file after all; None when that fails again and the dialog says why."""
        try:
            services = open_services(path, read_only=read_only, password=password)
        except StoreTrouble as trouble:
            dialog.show_trouble(trouble)
            return None
        window = self._show(services)
        dialog.accept()
        return window

    def _on_restored(self, dialog: OpeningDialog, path: Path, password: str | None, restored: Restored) -> None:
        window = self._retry(dialog, path, password)
        if window is not None:
            kept = restored.kept_aside
            told = [
                f"Đã khôi phục từ bản sao lưu. Tệp cũ được giữ tại {kept}." if kept else "Đã khôi phục từ bản sao lưu."
            ]
            told += [messages.finding(finding) for finding in restored.findings]
            window.feedback.say(" ".join(told), tone=Tone.INFO)

    def _on_rescued(
        self, dialog: OpeningDialog, path: Path, password: str | None, done: tuple[Rescued, Restored]
    ) -> None:
        rescued, restored = done
        window = self._retry(dialog, path, password)
        if window is not None:
            report = RescueReport(restored.kept_aside, rescued, window)
            self.question = report
            report.open()

    def _choose_another(self, dialog: OpeningDialog, path: Path) -> None:
        files = QFileDialog(dialog, "Mở tệp dữ liệu", str(path.parent), STORE_FILES)
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.fileSelected.connect(lambda name: self._open_another(dialog, Path(name)))
        files.open()

    def _open_another(self, dialog: OpeningDialog, path: Path) -> None:
        dialog.accept()
        self.start(path, create=False)

    def _give_up(self) -> None:
        if self.window is None:
            self.gave_up.emit()


def _backups_of(path: Path) -> tuple[Backup, ...]:
    """The backups beside a file; none where their folder does not answer either."""
    try:
        return restores.beside(path)
    except StoreTrouble:
        return ()
