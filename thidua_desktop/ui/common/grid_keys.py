"""The keys of a spreadsheet: where the cursor of a grid goes, what Enter, Tab and Delete do there."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView

from thidua_desktop.ui.common import grid_menu

if TYPE_CHECKING:
    from thidua_desktop.ui.common.grid import Grid

_Ends = QAbstractItemDelegate.EndEditHint
_Moves = QAbstractItemView.CursorAction
_AFTER = {
    _Ends.SubmitModelCache: _Moves.MoveDown,
    _Ends.EditNextItem: _Moves.MoveNext,
    _Ends.EditPreviousItem: _Moves.MovePrevious,
}
"""Where the cursor goes when the editor of a cell is closed."""
_PAD = Qt.KeyboardModifier.KeypadModifier
_EDGES = {
    Qt.Key.Key_Home: (-1, -1),
    Qt.Key.Key_End: (1, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
"""With Ctrl: how far down and across a key goes."""
_UPWARDS = frozenset({_Moves.MoveUp, _Moves.MovePageUp, _Moves.MovePrevious})


class GridKeys:
    """Hears the keys of one grid, and moves its cursor from row to row: it never stands on the heading of a group."""

    def __init__(self, grid: Grid[Any]) -> None:
        self._grid = grid
        self._deeds: dict[QKeySequence, Callable[[], Any]] = grid_menu.keys(grid_menu.deeds(grid))

    def pressed(self, event: QKeyEvent) -> bool:
        """Whether a key has been used up."""
        do = self._deeds.get(QKeySequence(event.keyCombination()))
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if do is not None:
            do()
        elif control and event.key() == Qt.Key.Key_Minus:
            self._grid.delete_wanted.emit()
        elif event.modifiers() & ~_PAD == Qt.KeyboardModifier.ControlModifier and event.key() in _EDGES:
            self._to_edge(*_EDGES[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self._on_delete()
        else:
            return False
        return True

    def entered(self, event: QKeyEvent) -> None:
        """Enter was pressed."""
        if self._grid.state() is QAbstractItemView.State.EditingState:
            # A line field passes Enter on to its parent; the delegate has already taken it.
            event.ignore()
        elif self._grid.enter_opens or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self._grid.current() is not None:
                self._grid.opened.emit(self._grid.current())
        else:
            self.step(_Moves.MoveUp if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _Moves.MoveDown)

    def step(self, action: QAbstractItemView.CursorAction) -> None:
        """Move the cursor as an arrow key does."""
        index = self._grid.moveCursor(action, Qt.KeyboardModifier.NoModifier)
        if index.isValid():
            self._grid.places.put_cursor(index)

    @staticmethod
    def after(hint: QAbstractItemDelegate.EndEditHint) -> QAbstractItemView.CursorAction | None:
        """Where the cursor goes when an editor is closed: down after Enter, to the side after Tab."""
        return _AFTER.get(hint)

    def off_heading(self, index: QModelIndex, action: QAbstractItemView.CursorAction) -> QModelIndex:
        """The cell of the next row that way, where Qt would put the cursor on the heading of a group."""
        is_row, last = self._grid.blocks.is_row, self._grid.proxy.rowCount()
        if not index.isValid() or is_row(index.row()):
            return index
        above, below = range(index.row() - 1, -1, -1), range(index.row() + 1, last)
        ways = (above, below) if action in _UPWARDS else (below, above)
        row = next((line for line in chain(*ways) if is_row(line)), None)
        return index if row is None else self._grid.proxy.index(row, self._column(index, action))

    def _column(self, index: QModelIndex, action: QAbstractItemView.CursorAction) -> int:
        """A heading is one wide cell: what came to it sideways goes on at the edge of the table."""
        match action:
            case _Moves.MoveNext:
                return self._grid.columns.first()
            case _Moves.MovePrevious:
                return self._grid.columns.last()
            case _Moves.MoveHome | _Moves.MoveEnd:
                return index.column()
            case _:
                return max(0, self._grid.currentIndex().column())

    def _to_edge(self, down: int, across: int) -> None:
        """To the first or the last row, column, or both; 0 stays. Qt would leave the selection behind."""
        current, last = self._grid.currentIndex(), self._grid.proxy.rowCount()
        lines = range(last) if down < 0 else range(last - 1, -1, -1)
        columns = {-1: self._grid.columns.first, 0: current.column, 1: self._grid.columns.last}
        row = next((line for line in lines if self._grid.blocks.is_row(line)), -1) if down else current.row()
        index = self._grid.proxy.index(row, columns[across]())
        if index.isValid():
            self._grid.places.put_cursor(index)
            self._grid.scrollTo(index)

    def _on_delete(self) -> None:
        if self._grid.blocks.whole_rows():
            self._grid.delete_wanted.emit()
        else:
            self._grid.blocks.enter(self._grid.blocks.cells(), "")
