"""Sorting and filtering of a ``TableModel``: without diacritics, groups kept together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.ui.common.filtering import CellTest
from thidua_desktop.ui.common.table_model import GROUP_ROLE, SORT_ROLE, Index, TableModel


class TableProxy(QSortFilterProxyModel):
    """Shows the rows that hold every word of a query and pass all tests; a group's heading stays while it has rows."""

    def __init__(self, model: TableModel[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: tuple[str, ...] = ()
        self._column_tests: dict[int, CellTest] = {}
        self._test: Callable[[Any], bool] | None = None
        self.setSourceModel(model)
        self.setDynamicSortFilter(False)

    def set_query(self, text: str) -> None:
        """Keep rows in which every word of ``text`` occurs, with or without diacritics."""
        self.beginFilterChange()
        self._words = tuple(fold(text).split())
        self.endFilterChange()

    def set_test(self, test: Callable[[Any], bool] | None) -> None:
        """Keep rows that pass ``test`` as well."""
        self.beginFilterChange()
        self._test = test
        self.endFilterChange()

    def set_column_tests(self, tests: Mapping[int, CellTest]) -> None:
        """Keep rows whose cells pass the tests of their columns as well."""
        self.beginFilterChange()
        self._column_tests = dict(tests)
        self.endFilterChange()

    def filtered(self) -> bool:
        """Whether anything may be left out."""
        return bool(self._words or self._column_tests) or self._test is not None

    def shown(self) -> int:
        """How many rows are let through, headings not counted."""
        return sum(
            self._model.line(self.mapToSource(self.index(at, 0)).row()) is not None for at in range(self.rowCount())
        )

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: ARG002 - Qt's signature
        """Whether a line of the model is shown."""
        if self._model.line(source_row) is None:
            return any(self._accepts(row) for row in self._model.lines_of_group(self._model.group_of(source_row)))
        return self._accepts(source_row)

    def _accepts(self, row: int) -> bool:
        line = self._model.line(row)
        if self._test is not None and not self._test(line):
            return False
        if not all(test(self._model.folded_cell(row, number)) for number, test in self._column_tests.items()):
            return False
        if not self._words:
            return True
        said = self._model.folded(row)
        return all(word in said for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Order within groups; groups keep their own order and headings stay on top in both directions."""
        ascending = self.sortOrder() is Qt.SortOrder.AscendingOrder
        groups = self._model.group_of(left.row()), self._model.group_of(right.row())
        if groups[0] != groups[1]:
            return (groups[0] < groups[1]) is ascending
        headings = left.data(GROUP_ROLE) is not None, right.data(GROUP_ROLE) is not None
        if any(headings):
            return headings[0] is ascending
        keys = left.data(SORT_ROLE), right.data(SORT_ROLE)
        return bool(_ranked(keys[0]) < _ranked(keys[1]))


def _ranked(key: Any) -> tuple[bool, Any]:
    """None stands after every value."""
    return key is None, 0 if key is None else key
