"""Files and folders dropped on a page: those that may be lists go to the import doctor."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".docx"})
"""What units send lists in; anything else that is dropped is left to the window."""


def is_list(path: Path) -> bool:
    """Whether a file may be a list, by its name alone."""
    return path.suffix.casefold() in SUFFIXES and not path.name.startswith("~$")


def local_paths(data: QMimeData) -> tuple[Path, ...]:
    """The files and folders of this computer that are dragged."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def may_be_lists(paths: Sequence[Path]) -> bool:
    """Whether all that is dragged may be lists or folders of them."""
    return bool(paths) and all(path.is_dir() or is_list(path) for path in paths)


class ListDrops(QObject):
    """Lets lists be dropped on a widget and on everything in it."""

    dropped = Signal(list)
    """The ``Path`` of every file and folder."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take lists; whatever else is dragged goes on to the window."""
        match event:
            case QDropEvent() if event.type() == QEvent.Type.Drop:
                paths = local_paths(event.mimeData())
                if may_be_lists(paths):
                    event.acceptProposedAction()
                    self.dropped.emit(list(paths))
                    return True
            case QDragEnterEvent() | QDragMoveEvent() if may_be_lists(local_paths(event.mimeData())):
                event.acceptProposedAction()
                return True
        return super().eventFilter(watched, event)
