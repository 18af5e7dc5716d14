"""Blocks of cells in a grid: what is selected, copied, pasted, filled down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
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

    def copy(self) -> None:
        """The selected block as tab-separated text with the titles of its columns."""
        block = self._block()
        if block is None:
            return
        lines, columns = block
        titles = [self._model.columns[number].title for number in columns]
        rows = [[str(self._proxy.index(line, number).data() or "") for number in columns] for line in lines]
        alone = len(lines) == 1 and len(columns) == 1
        QGuiApplication.clipboard().setText(clipboard.write(rows if alone else [titles, *rows]))

    def paste(self) -> None:
        """Type the clipboard's block into the cells from the cursor on; one value fills the whole selection."""
        rows = clipboard.read(QGuiApplication.clipboard().text())
        if not rows or not self._view.currentIndex().isValid():
            return
        if len(rows) == 1 and len(rows[0]) == 1:
            self.enter(self.cells(), rows[0][0])
            return
        lines, columns = self._from_cursor()
        titles = [self._model.columns[number].title for number in columns]
        cells: dict[Cell, str] = {}
        for line, values in zip(lines, clipboard.without_titles(rows, titles), strict=False):
            cells.update({(line, number): text for number, text in zip(columns, values, strict=False)})
        self._model.enter(self._sources(cells))

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

    def enter_in_column(self, key: str, text: str) -> None:
        """Type the same text into one column of all selected rows."""
        number = next(at for at, column in enumerate(self._model.columns) if column.key == key)
        lines = {line for line, _ in self.cells()}
        self.enter([(line, number) for line in sorted(lines)], text)

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
        return self._model.line(self._proxy.mapToSource(self._proxy.index(line, 0)).row()) is not None

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

    def _block(self) -> tuple[list[int], list[int]] | None:
        cells = self.cells()
        if not cells:
            return None
        columns = {number for _, number in cells}
        order = self._view.horizontalHeader().visualIndex
        return sorted({line for line, _ in cells}), sorted(columns, key=order)

    def _from_cursor(self) -> tuple[list[int], list[int]]:
        at = self._view.currentIndex()
        header = self._view.horizontalHeader()
        lines = [line for line in range(at.row(), self._proxy.rowCount()) if self.is_row(line)]
        visual = range(header.visualIndex(at.column()), header.count())
        columns = [header.logicalIndex(number) for number in visual]
        return lines, [number for number in columns if not self._view.isColumnHidden(number)]
