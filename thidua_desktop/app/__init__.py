"""The window program: sets Qt up, opens the office file, keeps one window on it."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from thidua_desktop import __version__
from thidua_desktop.app import interpreter
from thidua_desktop.app.program import Program
from thidua_desktop.bootstrap import default_store
from thidua_desktop.common.paths import bell_folder, log_folder
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import icons, theme
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.small_screens import SmallScreens
from thidua_desktop.ui.common.translator import VietnameseTranslator

__all__ = ["STORE_TROUBLE", "Program", "application", "render_named_screens", "render_screens", "run", "try_window"]

STORE_TROUBLE = 4
"""Exit code when the office file cannot be opened (DESIGN §7)."""


def run(path: Path | None) -> int:
    """Open the window on an office file (the user's own when none is named) and stay until it is closed.

    Gives the exit code: 0, or ``STORE_TROUBLE`` when there was no window because no file could be opened.
    """
    app = application()
    interpreter.settle(app)
    SmallScreens(app)
    crashes = CrashReporter(log_folder())
    told = crashes.last_fault()
    crashes.install()
    program = Program(app, crashes, Preferences(), bells=bell_folder())
    program.handed_over.connect(lambda: app.exit(0))
    program.gave_up.connect(lambda: app.exit(STORE_TROUBLE))
    try:
        # Within the event loop, so that a mistake at the start gets its window too.
        QTimer.singleShot(0, program, lambda: program.open(path or default_store(), create=path is None))
        if told:
            crashes.show_last_fault(told)
        return app.exec()
    finally:
        program.close()
        crashes.uninstall()


def render_screens(
    services: Services, out: Path, *, only: str = "", every: bool = False, empty: bool = False
) -> list[Path]:
    """A PNG of every screen on an open office, or of those that ``only`` names; the files written, in order.

    Args:
        services: of the sample office, or of one that has nothing but its name.
        out: the folder for the pictures.
        only: those alone whose name holds this text.
        every: at every size and scale, light and dark.
        empty: the screens of an office that has only just begun.
    """
    from thidua_desktop.ui import screens  # which knows every window: the start of the program would wait for it

    application()
    take = screens.render_empty if empty else screens.render
    return take(services, out, only=only, every=every)


def render_named_screens(services: Services, out: Path, names: Collection[str]) -> list[Path]:
    """A PNG of each screen that is named, as ``<name>.png``; the files written."""
    from thidua_desktop.ui import screens

    application()
    return screens.render_named(services, out, names)


def try_window(services: Services) -> None:
    """Make the window on an open office file, show every tab once and close it; raises what is wrong with it."""
    from thidua_desktop.ui import screens

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
