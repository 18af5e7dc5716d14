"""Sorting and filtering of a ``TableModel``: without diacritics, groups kept together.

Qt's own proxy asks for each comparison and each line anew, which takes seconds with ten thousand lines. This one holds
the shown lines as a list of numbers and finds a new order in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QObject, Qt

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.ui.common.filtering import CellTest
from thidua_desktop.ui.common.table_model import Index, TableModel

_NOWHERE = QModelIndex()


class TableProxy(QAbstractProxyModel):
    """Shows the rows that hold every word of a query and pass all tests; a group's heading stays while it has rows."""

    def __init__(self, model: TableModel[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: tuple[str, ...] = ()
        self._column_tests: dict[int, CellTest] = {}
        self._test: Callable[[Any], bool] | None = None
        self._column, self._down = -1, False
        self._shown: list[int] = []
        self._places: dict[int, int] = {}
        self._before: list[int] = []
        self._rows = 0
        self.setSourceModel(model)
        model.modelAboutToBeReset.connect(self.beginResetModel)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_data_changed)
        self._keep(self._wanted())

    # what is shown

    def set_query(self, text: str) -> None:
        """Keep rows in which every word of ``text`` occurs, with or without diacritics."""
        self._words = tuple(fold(text).split())
        self._filter()

    def set_test(self, test: Callable[[Any], bool] | None) -> None:
        """Keep rows that pass ``test`` as well."""
        self._test = test
        self._filter()

    def set_column_tests(self, tests: Mapping[int, CellTest]) -> None:
        """Keep rows whose cells pass the tests of their columns as well."""
        self._column_tests = dict(tests)
        self._filter()

    def filtered(self) -> bool:
        """Whether anything may be left out."""
        return bool(self._words or self._column_tests) or self._test is not None

    def shown(self) -> int:
        """How many rows are let through, headings not counted."""
        return self._rows

    def row(self, at: int) -> Any:
        """The value at a line of the view; None for a heading."""
        return self._model.line(self._shown[at])

    def line(self, at: int) -> int:
        """The line of the model that stands at a line of the view."""
        return self._shown[at]

    def place(self, line: int) -> int | None:
        """Where a line of the model stands in the view; None while it is left out."""
        return self._places.get(line)

    def beside(self, at: int) -> int | None:
        """Where the neighbour of what stood at ``at`` before the last change stands now; None if all have gone."""
        following = (self._places.get(line) for line in self._before[at:])
        former = (self._places.get(line) for line in reversed(self._before[:at]))
        return next((place for places in (following, former) for place in places if place is not None), None)

    def _wanted(self) -> list[int]:
        """The lines that pass, in order."""
        if not self.filtered():
            return self._ordered(range(self._model.rowCount()))
        return self._ordered(self._with_headings({line for line in self._model.row_lines() if self._accepts(line)}))

    def _with_headings(self, lines: set[int]) -> list[int]:
        groups = {self._model.group_of(line) for line in lines}
        headings = {line for line in self._model.heading_lines() if self._model.group_of(line) in groups}
        return sorted(lines | headings)

    def _accepts(self, line: int) -> bool:
        if self._test is not None and not self._test(self._model.line(line)):
            return False
        if not all(test(self._model.folded_cell(line, number)) for number, test in self._column_tests.items()):
            return False
        if not self._words:
            return True
        said = self._model.folded(line)
        return all(word in said for word in self._words)

    def _ordered(self, lines: Sequence[int]) -> list[int]:
        """Sorted within their groups; groups keep their own order and headings stay on top in both directions."""
        if self._column < 0:
            return list(lines)
        groups: dict[int, list[int]] = {}
        for line in lines:
            groups.setdefault(self._model.group_of(line), []).append(line)
        return [line for members in groups.values() for line in self._sorted(members)]

    def _sorted(self, members: Iterable[int]) -> list[int]:
        heading: list[int] = []
        rows: list[int] = []
        for line in members:
            (rows if self._model.is_row(line) else heading).append(line)
        return [*heading, *sorted(rows, key=self._rank, reverse=self._down)]

    def _rank(self, line: int) -> tuple[bool, Any]:
        """None stands after every value."""
        key = self._model.sort_key(line, self._column)
        return key is None, 0 if key is None else key

    # changes

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by -1 the lines stand as the page gave them."""
        self._column, self._down = column, order is Qt.SortOrder.DescendingOrder
        # Not what would pass now: a row that was just edited stays until the filter is set anew.
        self._show(self._ordered(sorted(self._shown)))

    def _filter(self) -> None:
        """Where the same rows pass as before they keep their places, also those that were edited since."""
        lines = self._wanted()
        if len(lines) != len(self._shown) or self._places.keys() != set(lines):
            self._show(lines)

    def _show(self, lines: list[int]) -> None:
        if lines == self._shown:
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        stood = [(self._shown[index.row()], index.column()) for index in kept]
        self._keep(lines)
        self.changePersistentIndexList(kept, [self._index_of(line, column) for line, column in stood])
        self.layoutChanged.emit()

    def _keep(self, lines: list[int]) -> None:
        self._before, self._shown = self._shown, lines
        self._places = {line: at for at, line in enumerate(lines)}
        self._rows = len(lines) - sum(line in self._places for line in self._model.heading_lines())

    def _index_of(self, line: int, column: int) -> QModelIndex:
        at = self._places.get(line)
        return _NOWHERE if at is None else self.createIndex(at, column)

    def _on_reset(self) -> None:
        self._keep(self._wanted())
        self.endResetModel()

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Rows that pass now come in; those that do not pass any more stay until the filter is set anew."""
        lines = range(first.row(), last.row() + 1)
        hidden = (line for line in lines if line not in self._places and self._model.is_row(line))
        new = {line for line in hidden if self._accepts(line)}
        if new:
            self._show(self._ordered(self._with_headings(new | {at for at in self._shown if self._model.is_row(at)})))
        if len(lines) > 1:
            places = (0, len(self._shown) - 1)
        else:
            place = self._places.get(first.row())
            places = (-1, -1) if place is None else (place, place)
        if 0 <= places[0] <= places[1]:
            self.dataChanged.emit(
                self.createIndex(places[0], first.column()), self.createIndex(places[1], last.column())
            )

    # what Qt asks

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """A cell of the view."""
        inside = 0 <= row < len(self._shown) and 0 <= column < len(self._model.columns)
        return self.createIndex(row, column) if inside and not parent.isValid() else _NOWHERE

    def parent(self, _index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Lines stand below nothing."""
        return _NOWHERE

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Lines that are shown, headings included."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Columns, hidden ones included."""
        return 0 if parent.isValid() else len(self._model.columns)

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        """Only the table itself has lines."""
        return not parent.isValid() and bool(self._shown)

    def mapToSource(self, index: Index) -> QModelIndex:
        """The cell of the model behind a cell of the view."""
        return self._model.index(self._shown[index.row()], index.column()) if index.isValid() else _NOWHERE

    def mapFromSource(self, index: Index) -> QModelIndex:
        """Where a cell of the model is shown; an invalid index while it is left out."""
        return self._index_of(index.row(), index.column()) if index.isValid() else _NOWHERE

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """One aspect of a cell."""
        return self._model.cell(self._shown[index.row()], index.column(), role) if index.isValid() else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Titles of columns."""
        return self._model.headerData(section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """As the model has it."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return self._model.cell_flags(self._shown[index.row()], index.column())
