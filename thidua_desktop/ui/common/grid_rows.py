"""How high the rows of a grid are, and headings of groups across all columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.table_proxy import TableProxy


def lay_out(view: QTableView, proxy: TableProxy, model: TableModel[Any]) -> None:
    """Let headings span the columns and make rows as high as their highest text."""
    view.clearSpans()
    columns = range(proxy.columnCount())
    wrapping = [number for number in columns if model.columns[number].wrap and not view.isColumnHidden(number)]
    if not wrapping and not model.grouped:
        return  # every row is as high as the view makes it: ten thousand of them need not be asked
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    for line in range(proxy.rowCount()):
        if model.line(proxy.mapToSource(proxy.index(line, 0)).row()) is None:
            view.setSpan(line, 0, 1, len(columns))
            _set_height(view, line, view.verticalHeader().defaultSectionSize())  # a row may have stood here before
        elif wrapping:
            _fit(view, line, wrapping, option)


def _fit(view: QTableView, line: int, wrapping: Sequence[int], option: QStyleOptionViewItem) -> None:
    """Qt's own way asks every cell, also those of one line, which takes twice as long."""
    height = max(theme.ROW_HEIGHT, option.fontMetrics.height() + theme.SPACE_S + 2)
    for number in wrapping:
        option.rect = QRect(0, 0, view.columnWidth(number) - 1, 0)
        index = view.model().index(line, number)
        height = max(height, view.itemDelegateForIndex(index).sizeHint(option, index).height())
    _set_height(view, line, height + 1)


def _set_height(view: QTableView, line: int, height: int) -> None:
    if view.rowHeight(line) != height:
        view.setRowHeight(line, height)
