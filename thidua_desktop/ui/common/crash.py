"""When the program itself fails: one window with text to copy, and a log on the disk."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from thidua_desktop import __version__
from thidua_desktop.common import privacy
from thidua_desktop.common.errors import AppError, StoreTrouble
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import button, label, row

LOG_NAME = "thi-dua.log"
FAULT_NAME = "su-co.txt"

_log = logging.getLogger("thidua_desktop")


class CrashWindow(QDialog):
    """Says that something failed, what is safe, and gives the text for whoever looks after the program."""

    def __init__(self, report: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chương trình gặp lỗi")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # What happened at the last run is told while the main window is still being opened, which would cover it.
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.resize(640, 420)
        self._log = log
        self._report = QPlainTextEdit(report, readOnly=True)
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._report.setAccessibleName("Nội dung lỗi")
        copy = button("Sao chép nội dung", "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report()))
        folder = button("Mở thư mục nhật ký", "open")
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log.parent))))
        close = button("Đóng và làm tiếp", role="primary")
        close.clicked.connect(self.accept)
        said = (
            "Việc vừa làm không xong vì lỗi của chương trình. Những gì đã lưu trước đó vẫn còn nguyên. "
            f"Hãy sao chép nội dung dưới đây gửi người phụ trách phần mềm. Nhật ký: {log}"
        )
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_L, theme.SPACE_L, theme.SPACE_L)
        frame.setSpacing(theme.SPACE_M)
        frame.addWidget(label("Có lỗi ngoài dự kiến", "title"))
        frame.addWidget(label(said, wrap=True))
        frame.addWidget(self._report, stretch=1)
        frame.addLayout(row(copy, folder, 0, close))

    def report(self) -> str:
        """The text to send."""
        return self._report.toPlainText()


class _Log(logging.Handler):
    """The file on the disk, which is opened (with all that the standard library reads for it) when there is a line."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(self._path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._file.emit(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()


class CrashReporter(QObject):
    """Hears of every exception that nobody expected, in any thread, and shows one window at a time."""

    read = Signal()
    """The clerk has closed the window."""
    known = Signal(object)
    """A ``StoreTrouble`` that nobody expected where it came: the drive went while a screen looked at the file."""
    _seen = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._faults: IO[str] | None = None
        self._tells_known = False
        self.window: CrashWindow | None = None
        # Queued: the window is made on the window's thread, whoever failed.
        self._seen.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of the interpreter and open the log."""
        self._folder.mkdir(parents=True, exist_ok=True)
        _log.addHandler(_Log(self._folder / LOG_NAME))
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self.report(args.exc_value) if args.exc_value else None
        self._faults = (self._folder / FAULT_NAME).open("w", encoding="utf-8")
        faulthandler.enable(self._faults)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        if self._faults is not None:
            self._faults.close()
            self._faults = None
        for keeper in list(_log.handlers):
            _log.removeHandler(keeper)
            keeper.close()

    def last_fault(self) -> str:
        """What brought the program down the last time, empty if it ended well. Ask before ``install``."""
        try:
            dump = (self._folder / FAULT_NAME).read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return ""
        return privacy.faults_told(dump).strip()

    def report(self, trouble: BaseException) -> None:
        """Log an exception and show it."""
        told = privacy.told(trouble)
        _log.error("%s", told)
        if self._tells_known and isinstance(trouble, StoreTrouble):
            self.known.emit(trouble)
            return
        self._seen.emit(f"Thi Đua Desktop {__version__} · Python {sys.version.split()[0]} · {sys.platform}\n\n{told}")

    def show_last_fault(self, told: str) -> None:
        """Tell of a fall at the last run."""
        self._seen.emit(f"Lần chạy trước chương trình dừng đột ngột.\n\n{told}")

    def tell_known_to(self, tell: Callable[[AppError], None]) -> None:
        """Have known troubles of the file told in the window; the program is not to blame for them."""
        self._tells_known = True
        self.known.connect(tell, Qt.ConnectionType.QueuedConnection)

    def _on_exception(self, kind: type[BaseException], trouble: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, trouble, trace)
            return
        self.report(trouble)

    def _show(self, report: str) -> None:
        if self.window is not None:
            return
        self.window = CrashWindow(report, self._folder / LOG_NAME)
        self.window.destroyed.connect(self._forget)
        self.window.open()

    def _forget(self) -> None:
        self.window = None
        self.read.emit()
