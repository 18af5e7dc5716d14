"""A table whose rows are read a page at a time when they come into sight.

For lists that grow without end: only how many rows there are is known, and the pages that were looked at last. Rows are
only read; what is edited belongs into a ``Grid``.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Sequence
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from thidua_desktop.ui.common import grid_look, theme
from thidua_desktop.ui.common.columns import Column, R
from thidua_desktop.ui.common.delegates import CellDelegate
from thidua_desktop.ui.common.frozen_table import FrozenTable
from thidua_desktop.ui.common.paged_habits import PagedHabits
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import aspect_of

Index = QModelIndex | QPersistentModelIndex

PAGE = 100
_KEPT = 60
"""Pages that are kept in memory; the ones that were seen longest ago go first."""
_WAITING = "…"
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class PagedModel(QAbstractTableModel, Generic[R]):
    """Rows by their places; ``page_wanted`` is emitted for a page that is needed, ``take`` hands its rows over."""

    page_wanted = Signal(int)

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._count = 0
        self._pages: OrderedDict[int, tuple[R, ...]] = OrderedDict()
        self._asked: set[int] = set()

    @property
    def columns(self) -> tuple[Column[R], ...]:
        """The columns."""
        return self._columns

    def show(self, count: int, first: Sequence[R] = ()) -> None:
        """Show other rows, of which the first page may be known already; all others are read anew."""
        self.beginResetModel()
        self._count = count
        self._pages.clear()
        self._asked.clear()
        if first:
            self._pages[0] = tuple(first)
        self.endResetModel()

    def take(self, number: int, rows: Sequence[R]) -> None:
        """Take the rows of a page that was wanted."""
        if number not in self._asked:
            return
        self._asked.discard(number)
        self._pages[number] = tuple(rows)
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        first = number * PAGE
        last = min(first + PAGE, self._count) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def forget(self, number: int) -> None:
        """A page was not read after all; it is asked for again when it is looked at."""
        self._asked.discard(number)

    def row(self, at: int) -> R | None:
        """The row at a line; None while it is being read, or where it has gone since."""
        number = at // PAGE
        page = self._pages.get(number)
        if page is None:
            if number not in self._asked:
                self._asked.add(number)
                self.page_wanted.emit(number)
                page = self._pages.get(number)  # whoever reads at once has it by now
            if page is None:
                return None
        self._pages.move_to_end(number)
        return page[at % PAGE] if at % PAGE < len(page) else None

    def value(self, at: int) -> R | None:
        """The row at a line, for drawing."""
        return self.row(at)

    def rowCount(self, parent: Index | None = None) -> int:
        """All rows, read or not."""
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: Index | None = None) -> int:
        """Columns, hidden ones included."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """One aspect of a cell."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align | Qt.AlignmentFlag.AlignVCenter
        row = self.row(index.row())
        if row is None:
            waits = role == Qt.ItemDataRole.DisplayRole and index.column() == 0
            return _WAITING if waits and index.row() // PAGE in self._asked else None
        if role == Qt.ItemDataRole.ToolTipRole and column.tooltip is None:
            return column.text(row)
        return aspect_of(column, row, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Titles of columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[section].align | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be chosen."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags


class PagedTable(FrozenTable, Generic[R]):
    """Shows a ``PagedModel``; lines of one height, so that nothing has to be measured."""

    current_changed = Signal(object)
    """The row at the cursor, or None."""
    opened = Signal(object)
    """Enter or a double click: the row at the cursor."""
    sort_wanted = Signal(int)
    """The title of a column was pressed."""
    copy_wanted = Signal()
    """Ctrl+C: whoever reads the rows puts them on the clipboard, since most of them were never in sight."""

    def __init__(
        self,
        model: PagedModel[R],
        *,
        name: str,
        preferences: Preferences,
        filters: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """``filters``: the keys of the columns that can be filtered by typing below their titles."""
        super().__init__(parent)
        self.rows = self._model = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(model.columns, year=0, parent=self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        lines = self.verticalHeader()
        lines.setDefaultSectionSize(theme.ROW_HEIGHT)
        lines.setSectionResizeMode(lines.ResizeMode.Fixed)
        lines.hide()
        self.habits = PagedHabits(self, name=name, preferences=preferences, filters=filters)
        self._set_up_header()
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit(self.current()))
        self.doubleClicked.connect(lambda _index: self._open())
        model.dataChanged.connect(self._on_read)

    def current(self) -> R | None:
        """The row at the cursor, once it has been read."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def go_to(self, at: int) -> None:
        """Put the cursor on a line."""
        index = self._model.index(at, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def seen_pages(self) -> range:
        """The pages of which anything can be seen."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return range(first // PAGE, (last if last >= 0 else self._model.rowCount()) // PAGE + 1)

    def selected_stretches(self) -> tuple[range, ...]:
        """The selected lines from top to bottom; a million of them are a few stretches."""
        found: list[range] = []
        beyond = 0
        for one in sorted(self.selectionModel().selection().toList(), key=lambda stretch: stretch.top()):
            if one.bottom() >= beyond:
                found.append(range(max(one.top(), beyond), one.bottom() + 1))
                beyond = one.bottom() + 1
        return tuple(found)

    def shown_columns(self) -> tuple[Column[R], ...]:
        """The columns that can be seen."""
        return tuple(column for at, column in enumerate(self._model.columns) if not self.isColumnHidden(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; all else is as in a grid."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif not self.habits.pressed(event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the size of the letters."""
        if not self.habits.turned(event):
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The wide column takes what is left over."""
        super().resizeEvent(event)
        self.habits.columns.stretch()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows; say that there are none."""
        super().paintEvent(event)
        if not self._model.rowCount():
            left = self.habits.filters.active()
            grid_look.write_over(self, grid_look.NOTHING_LEFT if left else grid_look.NOTHING_YET)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By keyboard one always arrives on a row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))

    def _set_up_header(self) -> None:
        self.header.setHighlightSections(False)
        self.header.setSectionsClickable(True)
        self.header.sectionClicked.connect(self.sort_wanted.emit)
        self.header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header.customContextMenuRequested.connect(lambda at: self.habits.menu().popup(self.header.mapToGlobal(at)))

    def _open(self) -> None:
        row = self.current()
        if row is not None:
            self.opened.emit(row)

    def _on_read(self, first: QModelIndex, last: QModelIndex) -> None:
        at = self.currentIndex().row()
        if first.row() <= at <= last.row():
            self.current_changed.emit(self.current())
