"""How high the rows of a grid are, and headings of groups across all columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.delegates import CellDelegate
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.table_proxy import TableProxy

_AT_ONCE = 200
"""So many rows are measured at once. In a longer table those that are seen are, and others when they are scrolled to:
measuring ten thousand takes seconds, in which the window would stand still."""
_ROUNDS = 4
"""Rows that have grown push others out of sight, and the end of the table into it."""


class RowHeights:
    """Makes rows as high as their highest text; scrolling never moves what is already read."""

    def __init__(self, view: QTableView, proxy: TableProxy, model: TableModel[Any]) -> None:
        self._view, self._proxy, self._model = view, proxy, model
        self._top = -1
        """The first line that was seen when rows were last measured."""
        self._at_work = False

    def lay_out(self) -> None:
        """Let headings span the columns, and measure the rows."""
        self._view.clearSpans()
        columns = self._proxy.columnCount()
        usual = self._view.verticalHeader().defaultSectionSize()
        for line in self._model.heading_lines():
            place = self._proxy.place(line)
            if place is not None:
                self._view.setSpan(place, 0, 1, columns)
                self._set_height(place, usual)  # a row may have stood here before
        if self._proxy.rowCount() <= _AT_ONCE:
            self._fit(range(self._proxy.rowCount()))
        else:
            self._top = -1
            self.follow()

    def follow(self) -> None:
        """Measure the rows that have come into sight."""
        if self._at_work or self._proxy.rowCount() <= _AT_ONCE:
            return
        self._at_work = True
        bar = self._view.verticalScrollBar()
        at_end = 0 < bar.maximum() == bar.value()
        for _ in range(_ROUNDS):
            held = self._held()
            stood = self._view.rowViewportPosition(held)
            if not self._fit(self._in_sight()):
                break
            self._view.updateGeometries()
            moved = self._view.rowViewportPosition(held) - stood
            bar.setValue(bar.maximum() if at_end else bar.value() + moved)
        self._top = self._view.rowAt(0)
        self._at_work = False

    def _in_sight(self) -> range:
        first = max(0, self._view.rowAt(0))
        last = self._view.rowAt(self._view.viewport().height() - 1)
        return range(first, (last if last >= 0 else self._proxy.rowCount() - 1) + 1)

    def _held(self) -> int:
        """The line that has to stay where it is: what was the first one, if it is still seen, else the first now."""
        seen = self._in_sight()
        return self._top if self._top in seen else seen.start

    def _fit(self, lines: Iterable[int]) -> bool:
        """Whether a row has another height than before."""
        wrapping = [
            number
            for number, column in enumerate(self._model.columns)
            if column.wrap and not self._view.isColumnHidden(number)
        ]
        if not wrapping:
            return False  # every row is as high as the view makes it
        option = QStyleOptionViewItem()
        self._view.initViewItemOption(option)
        measures = [self._measure(number, option) for number in wrapping]
        least = max(theme.ROW_HEIGHT, option.fontMetrics.height() + theme.SPACE_S + 2)
        grown = False
        for line in lines:
            row = self._proxy.row(line)
            if row is not None:
                height = max(least, *(measure(line, row) for measure in measures))
                grown |= self._set_height(line, height + 1)
        return grown

    def _measure(self, number: int, option: QStyleOptionViewItem) -> Callable[[int, Any], int]:
        """Tells how high a column wants a line. Qt's own way asks every cell, also those of one line.

        Where the table itself draws a column, its text is measured without a way through the view and back.
        """
        width = self._view.columnWidth(number) - 1
        drawn = self._view.itemDelegateForIndex(self._proxy.index(0, number))
        if type(drawn) is CellDelegate:
            text, most = self._model.columns[number].text, self._model.columns[number].most_lines
            return lambda _line, row: drawn.wrapped_height(text(row), option, width, most)

        def asked(line: int, _row: Any) -> int:
            option.rect = QRect(0, 0, width, 0)
            index = self._proxy.index(line, number)
            return self._view.itemDelegateForIndex(index).sizeHint(option, index).height()

        return asked

    def _set_height(self, line: int, height: int) -> bool:
        if self._view.rowHeight(line) == height:
            return False
        self._view.setRowHeight(line, height)
        return True
