"""Blocks of cells in a grid: what is selected, copied, pasted, filled down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, Qt
from PySide6.QtWidgets import QTableView

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
        from thidua_desktop.ui.common import clipboard

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
        from thidua_desktop.ui.common import clipboard

        rows = clipboard.cells()
        if not rows or not self._model.editable:
            return
        if len(rows) == 1 and len(rows[0]) == 1 and self._view.currentIndex().isValid():
            self.enter(self.cells(), rows[0][0])
            return
        lines, columns = self._from_cursor()
        other = {name: column.title for column in self._model.columns for name in column.other_titles}
        rows, names = clipboard.placed(
            rows, self._titles(columns), self._titles(range(len(self._model.columns))), other
        )
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
        if not self._model.editable:
            return
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
        if self._model.editable:
            self._model.enter(self._sources(dict.fromkeys(cells, text)))

    def cells(self) -> list[Cell]:
        """The selected cells, line by line from left to right."""
        header, columns = self._view.horizontalHeader(), range(self._proxy.columnCount())
        shown = [number for number in columns if not self._view.isColumnHidden(number)]
        order = sorted(shown, key=header.visualIndex)
        chosen: dict[int, set[int]] = {}
        for one in self._stretches():
            across = set(range(one.left(), one.right() + 1))
            for line in range(one.top(), one.bottom() + 1):
                chosen[line] = chosen.get(line, set()) | across
        lines = sorted(line for line in chosen if self.is_row(line))
        return [(line, number) for line in lines for number in order if number in chosen[line]]

    def lines(self) -> list[int]:
        """The lines of the view with a selected cell, from top to bottom."""
        return sorted({line for one in self._stretches() for line in range(one.top(), one.bottom() + 1)})

    def select_lines(self) -> None:
        """Select the whole rows of the selected cells."""
        flag = QItemSelectionModel.SelectionFlag
        chosen = stretches(((line, [(0, 0)]) for line in self.lines()), self._proxy.index)
        self._view.selectionModel().select(chosen, flag.Select | flag.Rows)

    def _stretches(self) -> list[QItemSelectionRange]:
        """What is selected, by stretches: the cells of ten thousand lines are too many to be asked one by one."""
        return self._view.selectionModel().selection().toList()

    def is_row(self, line: int) -> bool:
        """Whether a line of the view is a row, not the heading of a group."""
        return self._row(line) is not None

    def whole_rows(self) -> bool:
        """Whether the selection consists of whole rows."""
        columns = range(self._proxy.columnCount())
        shown = {number for number in columns if not self._view.isColumnHidden(number)}
        chosen: dict[int, set[int]] = {}
        for one in self._stretches():
            across = shown.intersection(range(one.left(), one.right() + 1))
            for line in range(one.top(), one.bottom() + 1) if across else ():
                chosen[line] = chosen.get(line, set()) | across
        return bool(chosen) and all(across == shown for across in chosen.values())

    def _sources(self, cells: dict[Cell, str]) -> dict[Cell, str]:
        return {(self._proxy.line(line), number): text for (line, number), text in cells.items()}

    def _titles(self, columns: Iterable[int]) -> list[str]:
        return [self._model.columns[number].title for number in columns]

    def _row(self, line: int) -> Any:
        return self._proxy.row(line)

    def _select(self, cells: Iterable[Cell]) -> None:
        chosen = stretches(((line, [(number, number)]) for line, number in sorted(cells)), self._proxy.index)
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


def stretches(
    wanted: Iterable[tuple[int, Iterable[tuple[int, int]]]], index: Callable[[int, int], QModelIndex]
) -> QItemSelection:
    """A selection of columns (first, last) in lines, which come from top to bottom: as few stretches as possible."""
    open_: dict[tuple[int, int], tuple[int, int]] = {}
    closed: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for line, spans in wanted:
        for span in spans:
            top, bottom = open_.get(span, (line, line))
            if bottom < line - 1:
                closed.append((span, (top, bottom)))
                top = line
            open_[span] = top, line
    chosen = QItemSelection()
    for (left, right), (top, bottom) in (*closed, *open_.items()):
        chosen.append(QItemSelectionRange(index(top, left), index(bottom, right)))
    return chosen
