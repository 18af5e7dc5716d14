"""Where the cursor of a grid stands and what is selected, kept while its lines come, go and move."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView

from thidua_desktop.ui.common.grid_blocks import stretches
from thidua_desktop.ui.common.table_proxy import TableProxy


class Places(QObject):
    """Puts cursor and selection where they belong in a view."""

    lost = Signal()
    """The line at the cursor has gone; the cursor stands on its neighbour, which is not selected."""

    def __init__(self, view: QTableView, proxy: TableProxy) -> None:
        super().__init__(view)
        self._view, self._proxy = view, proxy
        self._stood: tuple[int, int] | None = None
        """The cell at the cursor before lines come, go or move."""

    def selected(self) -> dict[Hashable, list[tuple[int, int]]]:
        """The stretches of columns selected in each line; cell by cell would take seconds with all of a long table."""
        chosen: dict[Hashable, list[tuple[int, int]]] = {}
        for one in self._view.selectionModel().selection().toList():
            for identity in self._proxy.identities(one.top(), one.bottom()):
                chosen.setdefault(identity, []).append((one.left(), one.right()))
        return chosen

    def rows_beside(self) -> list[Any]:
        """The other rows, nearest first as one works: those below the cursor, then those above it."""
        at = self._view.currentIndex().row()
        if at < 0:
            return []
        return [*self._proxy.rows(range(at + 1, self._proxy.rowCount())), *self._proxy.rows(range(at - 1, -1, -1))]

    def select_again(self, chosen: dict[Hashable, list[tuple[int, int]]]) -> None:
        """Select what ``selected`` gave, in the lines that are still there."""
        lines = self._proxy.identities(0, self._proxy.rowCount()) if chosen else []
        wanted = ((at, chosen[identity]) for at, identity in enumerate(lines) if identity in chosen)
        selection = stretches(wanted, self._proxy.index)
        if not selection.isEmpty():
            self._view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def select_rows(self, keys: Collection[Hashable]) -> None:
        """Select the whole rows with these keys, the cursor on the first of them that is shown."""
        lines = [self._proxy.place_of(key) for key in keys]
        shown = sorted(line for line in lines if line is not None)
        if not shown:
            return
        self.put_cursor(self._proxy.index(shown[0], 0))
        flag = QItemSelectionModel.SelectionFlag
        chosen = stretches(((line, [(0, 0)]) for line in shown), self._proxy.index)
        self._view.selectionModel().select(chosen, flag.ClearAndSelect | flag.Rows)

    def before_lines_move(self) -> None:
        """Note where the cursor stands."""
        current = self._view.currentIndex()
        self._stood = (current.row(), current.column()) if current.isValid() else None

    def after_lines_moved(self) -> None:
        """Where the line at the cursor has gone, the cursor goes to its neighbour without selecting it."""
        if self._stood is not None and not self._view.currentIndex().isValid():
            place = self._proxy.beside(self._stood[0])
            index = self._proxy.index(-1 if place is None else place, self._stood[1])
            self._view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.lost.emit()

    def put_cursor(self, index: QModelIndex) -> None:
        """Put the cursor on a cell and select it alone, or its row where whole rows are selected."""
        # Not ``setCurrentIndex``: it would add to the selection while Ctrl is held.
        flag = QItemSelectionModel.SelectionFlag
        whole = self._view.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
        wanted = flag.ClearAndSelect | flag.Rows if whole else flag.ClearAndSelect
        self._view.selectionModel().setCurrentIndex(index, wanted)
