"""Sorting and filtering of a ``TableModel``: without diacritics, groups kept together.

Qt's own proxy asks for each comparison and each line anew, which takes seconds with ten thousand lines. This one holds
the shown lines as a list of numbers and finds a new order in one go, that of a long table piece by piece.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QObject, Qt, Signal

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.ui.common.filtering import CellTest
from thidua_desktop.ui.common.slices import Slices, Steps, at_once
from thidua_desktop.ui.common.table_model import GroupHeading, Index, TableModel

_NOWHERE = QModelIndex()
_AT_ONCE = 2_000
"""Tables with more lines are sorted and filtered piece by piece; until that is done they show what they showed."""
_STEP = 50
_PART = 2_000
"""Lines that are sorted in one go, and merged with the others afterwards."""


class TableProxy(QAbstractProxyModel):
    """Shows the rows that hold every word of a query and pass all tests; a group's heading stays while it has rows."""

    arranged = Signal()
    """The lines of a long table have been sorted or filtered, some time after that was wished."""

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
        self._former: dict[Hashable, int] = {}
        """Where the lines of a long table stood before it was filled anew."""
        self._slices = Slices(self)
        self.setSourceModel(model)
        model.modelAboutToBeReset.connect(self._before_reset)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_data_changed)
        self._keep(at_once(self._wanted()))

    # what is shown

    def set_query(self, text: str) -> None:
        """Keep rows in which every word of ``text`` occurs, with or without diacritics."""
        self._words = tuple(fold(text).split())
        self._filter()

    def set_test(self, test: Callable[[Any], bool] | None) -> None:
        """Keep rows that pass ``test`` as well."""
        if test is not None or self._test is not None:
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

    def value(self, at: int) -> Any:
        """What stands at a line of the view, for drawing: a row, or the heading of a group."""
        return self._model.value(self._shown[at])

    def rows(self, lines: Iterable[int]) -> list[Any]:
        """The rows at some lines of the view, without headings."""
        shown = self._shown
        found = self._model.values([shown[at] for at in lines])
        return [row for row in found if not isinstance(row, GroupHeading)]

    def identities(self, first: int, last: int) -> list[Hashable]:
        """What makes the lines from one to another the same when rows are shown anew."""
        return self._model.identities(self._shown[first : last + 1])

    def line(self, at: int) -> int:
        """The line of the model that stands at a line of the view."""
        return self._shown[at]

    def place(self, line: int) -> int | None:
        """Where a line of the model stands in the view; None while it is left out."""
        return self._places.get(line)

    def place_of(self, key: Hashable) -> int | None:
        """Where the row with a key stands in the view; None where there is none, or while it is left out."""
        line = self._model.line_of(key)
        return None if line is None else self.place(line)

    def beside(self, at: int) -> int | None:
        """Where the neighbour of what stood at ``at`` before the last change stands now; None if all have gone."""
        following = (self._places.get(line) for line in self._before[at:])
        former = (self._places.get(line) for line in reversed(self._before[:at]))
        return next((place for places in (following, former) for place in places if place is not None), None)

    def busy(self) -> bool:
        """Whether a long table is being sorted or filtered."""
        return self._slices.busy()

    def finish(self) -> None:
        """Sort and filter at once what has been begun."""
        if self._slices.busy():
            self._slices.drop()
            self._show(at_once(self._wanted()))
            self.arranged.emit()

    def _wanted(self) -> Steps[list[int]]:
        """The lines that pass, in order."""
        if not self.filtered():
            return (yield from self._ordered(range(self._model.rowCount())))
        passing = yield from self._passing(self._model.row_lines())
        return (yield from self._ordered(self._with_headings(passing)))

    def _passing(self, lines: Iterable[int]) -> Steps[set[int]]:
        passing: set[int] = set()
        for count, line in enumerate(lines):
            if count % _STEP == 0:
                yield
            if self._accepts(line):
                passing.add(line)
        return passing

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

    def _ordered(self, lines: Sequence[int]) -> Steps[list[int]]:
        """Sorted within their groups; groups keep their own order and headings stay on top in both directions."""
        if self._column < 0:
            return list(lines)
        groups: dict[int, list[int]] = {}
        for line in lines:
            groups.setdefault(self._model.group_of(line), []).append(line)
        found: list[int] = []
        for members in groups.values():
            found += yield from self._sorted(members)
        return found

    def _sorted(self, members: Iterable[int]) -> Steps[list[int]]:
        found: list[int] = []
        last: list[int] = []
        ranks: dict[int, tuple[bool, Any]] = {}
        for count, line in enumerate(members):
            if count % _STEP == 0:
                yield
            if self._model.is_last(line):
                last.append(line)
            elif self._model.is_row(line):
                ranks[line] = self._rank(line)
            else:
                found.append(line)
        rows, parts = list(ranks), list[list[int]]()
        for start in range(0, len(rows), _PART):
            yield
            parts.append(sorted(rows[start : start + _PART], key=ranks.__getitem__, reverse=self._down))
        if len(parts) == 1:
            return [*found, *parts[0], *last]
        for count, line in enumerate(heapq.merge(*parts, key=ranks.__getitem__, reverse=self._down)):
            if count % _STEP == 0:
                yield
            found.append(line)
        return [*found, *last]

    def _rank(self, line: int) -> tuple[bool, Any]:
        """None stands after every value."""
        key = self._model.sort_key(line, self._column)
        return key is None, 0 if key is None else key

    # changes

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by -1 the lines stand as the page gave them."""
        self._column, self._down = column, order is Qt.SortOrder.DescendingOrder
        if self._slices.busy():
            self._begin(self._wanted(), self._show)
        else:
            # Not what would pass now: a row that was just edited stays until the filter is set anew.
            self._begin(self._ordered(sorted(self._shown)), self._show)

    def _filter(self) -> None:
        self._begin(self._wanted(), self._show if self._slices.busy() else self._show_others)

    def _begin(self, steps: Steps[list[int]], show: Callable[[list[int]], None]) -> None:
        self._slices.drop()
        if self._model.rowCount() <= _AT_ONCE or not (self.filtered() or self._column >= 0):
            show(at_once(steps))
            return

        def done(lines: list[int]) -> None:
            show(lines)
            self.arranged.emit()

        self._slices.begin(steps, done)

    def _show_others(self, lines: list[int]) -> None:
        """Where the same rows pass as before they keep their places, also those that were edited since."""
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

    def _before_reset(self) -> None:
        self._slices.drop()
        identities = self._model.identities(self._shown)
        self._former = {identity: at for at, identity in enumerate(identities)}
        self.beginResetModel()

    def _on_reset(self) -> None:
        long = self._model.rowCount() > _AT_ONCE and (self.filtered() or self._column >= 0)
        self._keep(self._as_before() if long else at_once(self._wanted()))
        self._former = {}
        self.endResetModel()
        if long:
            self._begin(self._wanted(), self._show)

    def _as_before(self) -> list[int]:
        """The lines that were shown before, in the order in which they stood; others come when they are looked at."""
        identities = self._model.identities(range(self._model.rowCount()))
        places = ((self._former.get(identity), line) for line, identity in enumerate(identities))
        known = sorted((place, line) for place, line in places if place is not None)
        return [line for _, line in known]

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Rows that pass now come in; those that do not pass any more stay until the filter is set anew."""
        lines = range(first.row(), last.row() + 1)
        if self._slices.busy():
            self._begin(self._wanted(), self._show)  # it may have been asked about rows that were others then
        else:
            hidden = [line for line in lines if line not in self._places and self._model.is_row(line)]
            if hidden:
                self._begin(self._with_new(hidden), self._show)
        if len(lines) > 1:
            places = (0, len(self._shown) - 1)
        else:
            place = self._places.get(first.row())
            places = (-1, -1) if place is None else (place, place)
        if 0 <= places[0] <= places[1]:
            self.dataChanged.emit(
                self.createIndex(places[0], first.column()), self.createIndex(places[1], last.column())
            )

    def _with_new(self, hidden: Iterable[int]) -> Steps[list[int]]:
        new = yield from self._passing(hidden)
        if not new:
            return self._shown
        return (
            yield from self._ordered(self._with_headings(new | {at for at in self._shown if self._model.is_row(at)}))
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
