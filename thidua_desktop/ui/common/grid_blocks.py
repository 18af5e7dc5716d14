"""Blocks of cells in a grid: what is selected, copied, pasted, filled down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QTableView

from thidua_desktop.ui.common import clipboard
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.table_proxy import TableProxy

Cell = tuple[int, int]
"""A line of the view and a column of the model."""


class Blocks:
    """Moves text between the clipboard and the selected cells of a view. Hidden columns and headings are left out."""

    def __init__(self, view: QTableView, proxy: TableProxy, model: TableModel[Any]) -> None:
        self._view, self._proxy, self._model = view, proxy, model

    def copy(self, *, titles: bool = False) -> None:
        """The selected block as tab-separated text, under the titles of its columns if wanted."""
        cells = self.cells()
        if not cells:
            return
        lines = sorted({line for line, _ in cells})
        columns = sorted({number for _, number in cells}, key=self._view.horizontalHeader().visualIndex)
        rows = [[str(self._proxy.index(line, number).data() or "") for number in columns] for line in lines]
        if titles:
            rows.insert(0, self._titles(columns))
        # One cell alone is the number that was asked for; a block is a list, and lists are handed on.
        clipboard.put(rows, full_id_numbers=len(cells) == 1)

    def paste(self) -> None:
        """Type the clipboard's block into the cells from the cursor on; one value fills the whole selection.

        A first row of titles says itself which columns the block goes into. Rows below the last one are added where
        the model can ``grow``, in the same step.
        """
        rows = clipboard.cells()
        if not rows or not self._model.editable:
            return
        if len(rows) == 1 and len(rows[0]) == 1 and self._view.currentIndex().isValid():
            self.enter(self.cells(), rows[0][0])
            return
        lines, columns = self._from_cursor()
        rows, names = clipboard.placed(rows, self._titles(columns), self._titles(range(len(self._model.columns))))
        numbers = {column.title: number for number, column in enumerate(self._model.columns)}
        wanted = [numbers[name] for name in names]
        cells = {
            (line, number): text
            for line, values in zip(lines, rows, strict=False)
            for number, text in zip(wanted, values, strict=False)
        }
        below = [
            dict(zip(wanted, values, strict=False)) for values in rows[len(lines) :] if any(map(str.strip, values))
        ]
        like = self._row(lines[-1]) if lines else None
        if self._model.enter(self._sources(cells), below, like=like) and cells:
            self._select(cells)

    def fill_down(self) -> None:
        """Repeat the uppermost selected cell of each column in the selected cells below it."""
        cells: dict[Cell, str] = {}
        first: dict[int, str] = {}
        for line, number in self.cells():
            text = str(self._proxy.index(line, number).data(Qt.ItemDataRole.EditRole) or "")
            if number in first:
                cells[(line, number)] = first[number]
            else:
                first[number] = text
        self._model.enter(self._sources(cells))

    def enter_in_columns(self, texts: Mapping[str, str]) -> bool:
        """Type into columns (by their keys) of all selected rows, in one step; False when a text cannot be read."""
        numbers = {column.key: number for number, column in enumerate(self._model.columns)}
        lines = sorted({line for line, _ in self.cells()})
        cells = {(line, numbers[key]): text for line in lines for key, text in texts.items()}
        return self._model.enter(self._sources(cells))

    def enter(self, cells: Sequence[Cell], text: str) -> None:
        """Type the same text into several cells in one step."""
        self._model.enter(self._sources(dict.fromkeys(cells, text)))

    def cells(self) -> list[Cell]:
        """The selected cells, line by line from left to right."""
        found = {(index.row(), index.column()) for index in self._view.selectionModel().selectedIndexes()}
        shown = {cell for cell in found if not self._view.isColumnHidden(cell[1]) and self.is_row(cell[0])}
        return sorted(shown, key=lambda cell: (cell[0], self._view.horizontalHeader().visualIndex(cell[1])))

    def is_row(self, line: int) -> bool:
        """Whether a line of the view is a row, not the heading of a group."""
        return self._row(line) is not None

    def whole_rows(self) -> bool:
        """Whether the selection consists of whole rows."""
        shown = sum(not self._view.isColumnHidden(number) for number in range(self._proxy.columnCount()))
        counts: dict[int, int] = {}
        for index in self._view.selectionModel().selectedIndexes():
            if not self._view.isColumnHidden(index.column()):
                counts[index.row()] = counts.get(index.row(), 0) + 1
        return bool(counts) and all(count == shown for count in counts.values())

    def _sources(self, cells: dict[Cell, str]) -> dict[Cell, str]:
        return {
            (self._proxy.mapToSource(self._proxy.index(line, 0)).row(), number): text
            for (line, number), text in cells.items()
        }

    def _titles(self, columns: Iterable[int]) -> list[str]:
        return [self._model.columns[number].title for number in columns]

    def _row(self, line: int) -> Any:
        return self._model.line(self._proxy.mapToSource(self._proxy.index(line, 0)).row())

    def _select(self, cells: Iterable[Cell]) -> None:
        chosen = QItemSelection()
        for line, number in cells:
            index = self._proxy.index(line, number)
            chosen.select(index, index)
        self._view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _from_cursor(self) -> tuple[list[int], list[int]]:
        """The rows from the cursor down and the columns from it to the right; all columns where there is no row."""
        at = self._view.currentIndex()
        header = self._view.horizontalHeader()
        first = header.visualIndex(at.column()) if at.isValid() else 0
        lines = [line for line in range(at.row(), self._proxy.rowCount()) if at.isValid() and self.is_row(line)]
        columns = [header.logicalIndex(number) for number in range(first, header.count())]
        shown = [number for number in columns if not self._view.isColumnHidden(number)]
        if at.isValid():
            return lines, shown
        typed = [place for place, number in enumerate(shown) if self._model.columns[number].edit is not None]
        return lines, shown[typed[0] :] if typed else []
