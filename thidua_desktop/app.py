"""The window program: sets Qt up, opens the office file, keeps one window on it."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from thidua_desktop import __version__
from thidua_desktop.bootstrap import default_store, open_services
from thidua_desktop.common.errors import StoreTrouble
from thidua_desktop.common.paths import log_folder
from thidua_desktop.services.container import Services
from thidua_desktop.ui import screens
from thidua_desktop.ui.common import icons, theme
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.translator import VietnameseTranslator
from thidua_desktop.ui.main_window import STORE_FILES, MainWindow
from thidua_desktop.wording import messages

STORE_TROUBLE = 4
"""Exit code when the office file cannot be opened (DESIGN §7)."""
_LOCKED = "store.locked"


def run(path: Path | None) -> int:
    """Open the window on an office file (the user's own when none is named) and stay until it is closed."""
    app = application()
    crashes = CrashReporter(log_folder())
    told = crashes.last_fault()
    crashes.install()
    program = Program(app, crashes, Preferences())
    try:
        program.start(path or default_store(), create=path is None)
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

    def __init__(self, app: QApplication, crashes: CrashReporter, preferences: Preferences) -> None:
        super().__init__(app)
        self._app, self._crashes, self._preferences = app, crashes, preferences
        self._services: Services | None = None
        self.window: MainWindow | None = None
        self.question: QDialog | None = None
        """What is asked while there is no window."""

    def start(self, path: Path, *, create: bool) -> None:
        """Open the first window, or ask what to do when the file cannot be used."""
        try:
            services = open_services(path, create=create)
        except StoreTrouble as trouble:
            self._ask_for_another(path, trouble)
        else:
            self._show(services)

    def open(self, path: Path) -> None:
        """Change to another office file; the one in use stays open when the other cannot be used."""
        try:
            services = open_services(path)
        except StoreTrouble as trouble:
            if self.window is not None:
                self.window.feedback.trouble(trouble)
            return
        self._show(services)

    def close(self) -> None:
        """Close the window and the file."""
        if self.window is not None:
            self.window.keeping.keeper.stop()
            self.window.close()
        if self._services is not None:
            self._services.close()

    def _show(self, services: Services) -> None:
        former = self.window
        window = MainWindow(services, self._preferences)
        window.file_wanted.connect(self.open, Qt.ConnectionType.QueuedConnection)
        window.tasks.crashed.connect(self._crashes.report)
        window.closed.connect(partial(self._on_closed, window, services))
        self.window, self._services = window, services
        window.show()
        window.keeping.keeper.start()
        if former is not None:
            former.close()
        self._preferences.add_recent_file(services.path)
        if self._preferences.damaged:
            window.feedback.say("Không đọc được thiết lập giao diện cũ nên dùng thiết lập mặc định.", tone=Tone.INFO)

    def _on_closed(self, window: MainWindow, services: Services) -> None:
        services.close()
        if window is not self.window:
            window.deleteLater()

    def _ask_for_another(self, path: Path, trouble: StoreTrouble) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "Không mở được tệp dữ liệu", messages.error(trouble))
        other = box.addButton("Mở tệp khác…", QMessageBox.ButtonRole.AcceptRole)
        other.clicked.connect(lambda: self._choose_another(path))
        if trouble.code == _LOCKED:
            look = box.addButton("Mở để xem", QMessageBox.ButtonRole.AcceptRole)
            look.clicked.connect(lambda: self._show(open_services(path, read_only=True)))
        leave = box.addButton("Thoát", QMessageBox.ButtonRole.RejectRole)
        leave.clicked.connect(self._give_up)
        box.setEscapeButton(leave)
        self.question = box
        box.open()

    def _choose_another(self, path: Path) -> None:
        dialog = QFileDialog(None, "Mở tệp dữ liệu", str(path.parent), STORE_FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.start(Path(name), create=False))
        dialog.rejected.connect(self._give_up)
        self.question = dialog
        dialog.open()

    def _give_up(self) -> None:
        self._app.exit(STORE_TROUBLE)
