"""Colours that say something, on notes and on entries of lists, and that follow the scheme of the system."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.theme import Tone

Item = QListWidgetItem | QTableWidgetItem
_TONE = int(Qt.ItemDataRole.UserRole) + 90


def set_tone(widget: QWidget, tone: Tone) -> None:
    """Let a widget, and the words right in it, wear a tone of the style sheet."""
    if widget.property("tone") == tone.value:
        return
    for each in (widget, *widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)):
        each.setProperty("tone", tone.value)
        each.style().unpolish(each)
        each.style().polish(each)


def tint(item: Item, tone: Tone) -> None:
    """Write an entry in the letters of a tone."""
    item.setData(_TONE, tone.value)
    item.setForeground(theme.color(theme.ink(tone).text))


def tint_branch(item: QTreeWidgetItem, tone: Tone) -> None:
    """Write an entry of a tree in the letters of a tone."""
    item.setData(0, _TONE, tone.value)
    item.setForeground(0, theme.color(theme.ink(tone).text))


def retint(window: QWidget) -> None:
    """Write all entries that were given a tone in its letters of the scheme of the moment."""
    for view in window.findChildren(QAbstractItemView):
        with QSignalBlocker(view):
            for item in _items(view):
                tone = item.data(_TONE)
                if tone is not None:
                    tint(item, Tone(tone))
            for branch in _branches(view):
                tone = branch.data(0, _TONE)
                if tone is not None:
                    tint_branch(branch, Tone(tone))


def _items(view: QAbstractItemView) -> Iterator[Item]:
    if isinstance(view, QListWidget):
        yield from (view.item(at) for at in range(view.count()))
    elif isinstance(view, QTableWidget):
        cells = (view.item(row, column) for row in range(view.rowCount()) for column in range(view.columnCount()))
        yield from (cell for cell in cells if cell is not None)


def _branches(view: QAbstractItemView) -> Iterator[QTreeWidgetItem]:
    if not isinstance(view, QTreeWidget):
        return
    through = QTreeWidgetItemIterator(view)
    while (branch := through.value()) is not None:
        yield branch
        through += 1
