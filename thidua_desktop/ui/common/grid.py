"""A table that behaves like a spreadsheet: in-place editing, block copy and paste, fill down, remembered columns."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Generic

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QMenu,
    QWidget,
)

from thidua_desktop.ui.common import grid_look, grid_menu
from thidua_desktop.ui.common.column_chooser import ColumnChooser
from thidua_desktop.ui.common.columns import R
from thidua_desktop.ui.common.delegates import CellDelegate
from thidua_desktop.ui.common.filter_row import FilterRow
from thidua_desktop.ui.common.frozen_table import FrozenTable
from thidua_desktop.ui.common.grid_blocks import Blocks
from thidua_desktop.ui.common.grid_columns import ColumnLayout
from thidua_desktop.ui.common.grid_keys import GridKeys
from thidua_desktop.ui.common.grid_look import Letters
from thidua_desktop.ui.common.grid_nothing import NothingLeft
from thidua_desktop.ui.common.grid_offers import Offers
from thidua_desktop.ui.common.grid_places import Places
from thidua_desktop.ui.common.grid_rows import RowHeights
from thidua_desktop.ui.common.leaving import leave, leaves
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel, TableRows
from thidua_desktop.ui.common.table_proxy import TableProxy


class Grid(FrozenTable, Generic[R]):
    """Shows a ``TableModel`` through a ``TableProxy``. Line numbers below are the model's, not the view's."""

    current_changed = Signal(object)
    """The row at the cursor, or None."""
    selection_changed = Signal()
    delete_wanted = Signal()
    """Delete was pressed on whole rows, or Ctrl+Minus anywhere."""
    unfilter_wanted = Signal()
    """Everything is to be shown again: whoever filters with fields of its own empties them."""
    opened = Signal(object)
    """A read-only cell was double-clicked or Enter pressed with Ctrl: its row. See ``enter_opens``."""

    def __init__(
        self,
        model: TableModel[R],
        *,
        name: str,
        preferences: Preferences,
        year: int = 0,
        filters: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``filters``: whether the row of filters is shown until the clerk says otherwise."""
        super().__init__(parent)
        self._filters_first = filters
        self._model = model
        self._name, self._preferences = name, preferences
        self.proxy = TableProxy(model, self)
        self.setModel(self.proxy)
        # The header marks no columns, yet for each of them it would ask every line whether it is selected.
        self.header.setSelectionModel(QItemSelectionModel(self.proxy, self.header))
        self.offers = Offers(model, preferences)
        self.cells = CellDelegate(model.columns, year=year, earlier=self.offers.field, parent=self)
        self.setItemDelegate(self.cells)
        self.blocks = Blocks(self, self.proxy, model)
        self.columns = ColumnLayout(self, model, self.frozen, name=name, preferences=preferences)
        self.filters = FilterRow(self, self.header, self.proxy, model)
        self._set_up_view()
        self.columns.set_up()
        self.keys = GridKeys(self)
        self.enter_opens = False
        """Whether Enter alone opens a row: in a list of things to open, where nothing is typed."""
        self.empty_words = grid_look.NOTHING_YET
        """What is written over the table while it has no rows."""
        self.nothing_left = NothingLeft(self)
        self.chooser: ColumnChooser | None = None
        """The dialog of columns opened last."""
        self._heights = RowHeights(self, self.proxy, model)
        self._chosen: tuple[R, ...] | None = None
        """The selected rows, as long as they are the same: a page asks several times."""
        for signal in (self.proxy.modelReset, self.proxy.layoutChanged, self.proxy.dataChanged):
            signal.connect(self._on_lines_changed)
        self.places = Places(self, self.proxy)
        self.proxy.layoutAboutToBeChanged.connect(self.places.before_lines_move)
        self.proxy.layoutChanged.connect(self.places.after_lines_moved)
        self.places.lost.connect(self.selection_changed)
        self.columns.changed.connect(self._on_columns_changed)
        self.filters.changed.connect(self.viewport().update)
        self.proxy.arranged.connect(self.filters.changed)
        self.filters.put_away.connect(self.toggle_filters)
        self.cells.fill_wanted.connect(lambda text: self.blocks.enter(self.blocks.cells(), text))
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit(self.current()))
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())

    def _set_up_view(self) -> None:
        grid_look.set_up(self)
        self.doubleClicked.connect(self._on_double_clicked)
        self.header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header.customContextMenuRequested.connect(self._open_header_menu)
        self.letters = Letters(self, self._name, self._preferences)
        if self._preferences.number(f"filters/{self._name}", int(self._filters_first)):
            self.filters.show(True)

    # rows

    def set_rows(self, rows: Sequence[R] | TableRows[R]) -> None:
        """Show rows; cursor and selection stay on the rows that are still there.

        Many rows are better ``TableModel.prepared`` before, by whoever has read them.
        """
        made = rows if isinstance(rows, TableRows) else self._model.prepared(rows)
        if self._model.has(made):
            self._model.set_rows(made)
            return
        current = self.current_key()
        chosen = self.places.selected() if made.lines else {}
        column = self.currentIndex().column()
        self._model.set_rows(made)
        if self.currentIndex().isValid() or current is None:
            return
        self.go_to(current, column=max(0, column))
        self.places.select_again(chosen)

    def current(self) -> R | None:
        """The row at the cursor."""
        index = self.proxy.mapToSource(self.currentIndex())
        return self._model.line(index.row()) if index.isValid() else None

    def current_key(self) -> Hashable | None:
        """The key of the row at the cursor."""
        row = self.current()
        return None if row is None else self._model._key(row)

    def selected(self) -> tuple[R, ...]:
        """The rows with a selected cell, from top to bottom."""
        if self._chosen is None:
            self._chosen = tuple(self.proxy.rows(self.blocks.lines()))
        return self._chosen

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Called before anybody else hears of it."""
        self._chosen = None
        super().selectionChanged(selected, deselected)

    def go_to(self, key: Hashable, *, column: int | None = None) -> bool:
        """Put the cursor on the row with a key; False when it is not shown."""
        line = self._model.line_of(key)
        if line is None:
            return False
        wanted = self.columns.first() if column is None else column
        if self.proxy.place(line) is None:
            self.proxy.finish()
        index = self.proxy.mapFromSource(self._model.index(line, wanted))
        if not index.isValid():
            return False
        self.places.put_cursor(index)
        self.scrollTo(index)
        return True

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a spreadsheet."""
        if self.keys.pressed(event):
            return
        if leaves(event):
            leave(self, event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keys.entered(event)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes from cell to cell where cells are typed in; past a table that is only read it goes on."""
        if self._model.editable and any(column.edit is not None for column in self._model.columns):
            return super().focusNextPrevChild(on)
        return QWidget.focusNextPrevChild(self, on)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key takes the cursor: from row to row, past the headings of groups."""
        return self.keys.off_heading(super().moveCursor(action, modifiers), action)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter the cursor goes down, after Tab to the right; no further editor opens by itself."""
        move = self.keys.after(hint)
        super().closeEditor(editor, hint if move is None else QAbstractItemDelegate.EndEditHint.NoHint)
        if move is not None:
            self.keys.step(move)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the size of the letters."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def zoom(self, steps: int) -> None:
        """Larger or smaller letters in this table; remembered."""
        self.letters.zoom(steps)
        self.soon.ask()

    # blocks of cells

    def copy(self) -> None:
        """The selected block as tab-separated text."""
        self.blocks.copy()

    def copy_with_titles(self) -> None:
        """The selected block as tab-separated text under the titles of its columns."""
        self.blocks.copy(titles=True)

    def paste(self) -> None:
        """Type the clipboard's block into the cells from the cursor on; one value fills the whole selection."""
        self.blocks.paste()

    def fill_down(self) -> None:
        """Repeat the uppermost selected cell of each column in the selected cells below it."""
        self.blocks.fill_down()

    def enter_in_column(self, key: str, text: str) -> None:
        """Type the same text into one column of all selected rows."""
        self.blocks.enter_in_columns({key: text})

    def enter_in_columns(self, texts: Mapping[str, str]) -> bool:
        """Type into several columns of all selected rows, in one step; False when a text cannot be read."""
        return self.blocks.enter_in_columns(texts)

    def select_lines(self) -> None:
        """Select the whole rows of the selected cells."""
        self.blocks.select_lines()

    # columns

    def column_menu(self) -> QMenu:
        """The menu that shows and hides columns."""
        return self.columns.menu()

    def table_menu(self) -> QMenu:
        """The menu with everything that can be done in a table."""
        return grid_menu.table_menu(self, grid_menu.deeds(self))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done in any table, where a page offers nothing of its own."""
        menu = self.table_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def choose_columns(self) -> None:
        """Ask which columns are shown, and in which order."""
        dialog = ColumnChooser(self.columns.arranged(), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.columns.arrange(dialog.order(), dialog.shown()))
        self.chooser = dialog
        dialog.open()

    def restore_words(self) -> None:
        """Offer again what was forgotten in the column at the cursor."""
        self.offers.restore(self.currentIndex().column())

    def freeze_to_current(self) -> None:
        """Keep the columns up to the cursor in place while the others scroll; done again, let them go."""
        number = self.currentIndex().column()
        if number >= 0:
            self.columns.freeze_to(None if self.columns.frozen_to(number) else number)

    def sort_by(self, number: int, order: int) -> None:
        """Sort by a column: 1 upwards, -1 downwards, 0 as the page gives the rows."""
        down = Qt.SortOrder.DescendingOrder if order < 0 else Qt.SortOrder.AscendingOrder
        if self.isSortingEnabled():
            self.header.setSortIndicator(number if order else -1, down)

    def sort_current(self, order: int) -> None:
        """Sort by the column at the cursor."""
        self.sort_by(max(0, self.currentIndex().column()), order)

    def _open_header_menu(self, at: QPoint) -> None:
        number = self.header.section_at(at)
        if number >= 0:
            grid_menu.header_menu(self, number).popup(self.header.mapToGlobal(at))

    def _on_columns_changed(self) -> None:
        self.header.place_fields()
        self.header.viewport().update()
        self.viewport().update()
        self.soon.ask()

    # filters

    def toggle_filters(self) -> None:
        """Show the row of filters with the cursor in it; from within it, put it away."""
        away = self.filters.shown() and self.filters.has_focus()
        if away:
            self.filters.show(False)
            self.setFocus()
        else:
            self.filters.focus(self._column_or_first())
        self._preferences.set_number(f"filters/{self._name}", int(not away))

    def clear_filters(self) -> None:
        """Let the row of filters show everything again."""
        self.filters.clear()

    def unfilter(self) -> None:
        """Let all rows through, whatever left them out; the keyboard goes on in the table."""
        self.clear_filters()
        self.unfilter_wanted.emit()
        self.setFocus()

    def _column_or_first(self) -> int:
        current = self.currentIndex()
        return current.column() if current.isValid() else self.columns.first()

    # look

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells; say why there are none."""
        super().paintEvent(event)
        if not self.proxy.rowCount():
            grid_look.write_over(self, grid_look.NOTHING_LEFT if self.proxy.filtered() else self.empty_words)
            self.nothing_left.place()

    def settle(self) -> None:
        """Rows have their heights before they are drawn, not to be drawn twice."""
        self._heights.lay_out()
        super().settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The wide column takes what is left over."""
        super().resizeEvent(event)
        self.columns.stretch()
        self.soon.ask()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By keyboard one always arrives on a cell."""
        super().focusInEvent(event)
        self.arrive()

    def arrive(self) -> None:
        """Put the cursor on the first row where it is on none."""
        if not self.currentIndex().isValid() and self.proxy.rowCount():
            first = next((line for line in range(self.proxy.rowCount()) if self.blocks.is_row(line)), None)
            if first is not None:
                self.places.put_cursor(self.proxy.index(first, self.columns.first()))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Rows that come into sight are made as high as their text."""
        super().scrollContentsBy(dx, dy)
        if dy:
            self._heights.follow()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, also where rows above it turn out to be higher than was thought."""
        super().scrollTo(index, hint)
        if self.visualRect(index).bottom() > self.viewport().height():
            super().scrollTo(index, hint)

    def _on_lines_changed(self, *_: Any) -> None:
        self._chosen = None
        self.soon.ask()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable and self.current() is not None:
            self.opened.emit(self.current())
