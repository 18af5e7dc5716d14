"""The table of a checklist: Space goes through the states, figures set them, files are dropped on a document."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from thidua_desktop.domain.dossiers import DocumentState
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import ROW_ROLE, TableModel
from thidua_desktop.ui.submissions.dossier_rows import COLUMNS, DossierRow

_D = DocumentState
STATE_KEYS = {
    Qt.Key.Key_1: _D.PRESENT,
    Qt.Key.Key_2: _D.COPY,
    Qt.Key.Key_3: _D.FAULTY,
    Qt.Key.Key_4: _D.MISSING,
    Qt.Key.Key_5: _D.NOT_NEEDED,
    Qt.Key.Key_0: _D.UNCHECKED,
}


def files_dropped(event: QDragEnterEvent | QDragMoveEvent | QDropEvent) -> tuple[Path, ...]:
    """The files of what is dragged."""
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())


class DossierTable(Grid[DossierRow]):
    """Says what is wished; it writes nothing itself."""

    state_wanted = Signal(object)
    """The selected documents are to get a ``DocumentState``; None: the next one."""
    files_wanted = Signal(str, object)
    """Files (a tuple of ``Path``) are to be attached to a document, by its code."""
    note_wanted = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        model = TableModel[DossierRow](COLUMNS, lambda row: row.code)
        super().__init__(model, name="dossier", preferences=preferences, parent=parent)
        model.setParent(self)
        self.setAccessibleName("Giấy tờ của hồ sơ")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.locked = False
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)

    def rows(self) -> tuple[DossierRow, ...]:
        """All documents shown."""
        return self._model.rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, figures, F2; everything else as in any table."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if plain and not self.locked and key is Qt.Key.Key_Space:
            self.state_wanted.emit(None)
        elif plain and not self.locked and key in STATE_KEYS:
            self.state_wanted.emit(STATE_KEYS[key])
        elif plain and not self.locked and key is Qt.Key.Key_F2:
            self.note_wanted.emit()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if files_dropped(event) and not self.locked:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """The document below the pointer is the one that gets them."""
        index = self.indexAt(event.position().toPoint())
        if not self.locked and index.isValid():
            self.selectRow(index.row())
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Wish the files to be attached to the document below the pointer."""
        row = self.indexAt(event.position().toPoint()).data(ROW_ROLE)
        files = files_dropped(event)
        if isinstance(row, DossierRow) and files and not self.locked:
            event.acceptProposedAction()
            self.files_wanted.emit(row.code, files)
