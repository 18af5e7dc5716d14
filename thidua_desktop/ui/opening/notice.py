"""Says that a file is being opened, if that takes long enough to be noticed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from thidua_desktop.common.progress import Step
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.gauge import Gauge
from thidua_desktop.ui.common.widgets import ElidedLabel, button, label, row

_SOON_MS = 300
_WIDTH = 440


class OpeningNotice(QDialog):
    """One calm sentence and a bar; ``rejected`` when the clerk does not want to wait."""

    def __init__(self, path: Path, *, leave: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Đang mở tệp dữ liệu")
        self.setMinimumWidth(_WIDTH)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.open)
        bar = QProgressBar()
        words = ElidedLabel("muted")
        words.hide()  # a file that is simply opened tells no steps
        self._words, self._gauge = words, Gauge(bar, words.setText)
        self._gauge.begin()
        bar.setAccessibleName("Đang mở")
        leaving = button(leave)
        leaving.setAutoDefault(False)
        leaving.clicked.connect(self.reject)
        told = label(
            "Chương trình kiểm tra tệp có nguyên vẹn không; tệp lớn hoặc ổ mạng chậm thì mất một lúc.", "muted"
        )
        told.setWordWrap(True)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_L, theme.SPACE_L, theme.SPACE_L)
        frame.setSpacing(theme.SPACE_M)
        frame.addWidget(label(f"Đang mở “{path.name}”…", "strong", wrap=True))
        frame.addWidget(told)
        frame.addWidget(words)
        frame.addWidget(bar)
        frame.addLayout(row(0, leaving))

    def show_step(self, step: Step) -> None:
        """An older file is brought up to date, or its backup made: say how far that is."""
        self._gauge.show(step)
        self._words.show()

    def show_soon(self) -> None:
        """Show it unless the file is open by then."""
        self._soon.start()

    def end(self) -> None:
        """The file is open, or something else is asked now."""
        self._soon.stop()
        self.hide()
        self.deleteLater()
