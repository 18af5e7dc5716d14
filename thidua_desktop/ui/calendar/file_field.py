"""A field for one file: dropped on it or picked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import ElidedLabel, button

Choose = Callable[[Callable[[Path], None]], None]
"""Asks for a file and hands it over."""

_NOTHING = "Kéo tệp vào đây, hoặc"


def file_dropped(event: QDragEnterEvent | QDropEvent) -> Path | None:
    """The first file of what is dragged."""
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return next((path for path in paths if path.is_file()), None)


class FileField(QFrame):
    """Holds a path or nothing."""

    changed = Signal()

    def __init__(self, choose: Choose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        self._path: Path | None = None
        self._name = ElidedLabel("muted")
        self.pick = button("Chọn tệp…", "open")
        self.pick.clicked.connect(lambda: choose(self._pick))
        self.clear = button("Bỏ tệp", "close")
        self.clear.clicked.connect(lambda: self.set_path(None))
        for made in (self.pick, self.clear):
            made.setAutoDefault(False)  # Enter in the fields beside is for the deed of the dialog
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_S, theme.SPACE_XS, theme.SPACE_XS, theme.SPACE_XS)
        layout.addWidget(self._name, 1)
        layout.addWidget(self.clear)
        layout.addWidget(self.pick)
        self.set_path(None)

    def path(self) -> Path | None:
        """The file held."""
        return self._path

    def set_path(self, path: Path | None) -> None:
        """Hold another file."""
        self._path = path
        self._name.setText(path.name if path is not None else _NOTHING)
        self.clear.setVisible(path is not None)
        self.changed.emit()

    def _pick(self, path: Path) -> None:
        self.set_path(path)
        # Enter goes on to what the dialog does; on the button it would ask for the file again.
        self.focusNextChild()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped."""
        if file_dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hold the file."""
        path = file_dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.set_path(path)
