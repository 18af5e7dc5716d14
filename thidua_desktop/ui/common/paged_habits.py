"""What a table that is read by pages shares with a grid: columns, frozen ones, size of letters, a row of filters."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QMenu

from thidua_desktop.ui.common import grid_menu
from thidua_desktop.ui.common.column_chooser import ColumnChooser
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.filter_row import FieldRow
from thidua_desktop.ui.common.grid_columns import ColumnLayout
from thidua_desktop.ui.common.grid_look import Letters
from thidua_desktop.ui.common.preferences import Preferences

if TYPE_CHECKING:
    from thidua_desktop.ui.common.paged_table import PagedTable


class PagedFields(FieldRow):
    """The row of filters of a table whose rows are looked for elsewhere: only some columns can be asked for."""

    def __init__(self, table: PagedTable[Any], keys: Collection[str]) -> None:
        super().__init__(table, table.header, table.rows, table.rows)
        self._keys = keys

    def _filters(self, column: Column[Any]) -> bool:
        return column.key in self._keys


class PagedHabits(QObject):
    """Hears the keys of one table and keeps what its user has settled."""

    def __init__(
        self, table: PagedTable[Any], *, name: str, preferences: Preferences, filters: Collection[str]
    ) -> None:
        super().__init__(table)
        self._table, self._name, self._preferences = table, name, preferences
        self.columns = ColumnLayout(table, table.rows, table.frozen, name=name, preferences=preferences)
        self.columns.set_up()
        table.setSortingEnabled(False)  # rows are ordered where they are read
        self.letters = Letters(table, name, preferences)
        self.filters = PagedFields(table, filters)
        self.chooser: ColumnChooser | None = None
        """The dialog of columns opened last."""
        if filters and preferences.number(f"filters/{name}", 0):
            self.filters.show(True)
        self._keys = grid_menu.keys(self._deeds())
        self.columns.changed.connect(self._on_columns_changed)
        self.filters.put_away.connect(self.toggle_filters)

    def menu(self) -> QMenu:
        """The menu "Bảng"."""
        return grid_menu.table_menu(self._table, self._deeds())

    def pressed(self, event: QKeyEvent) -> bool:
        """Whether a key has been used up."""
        do = self._keys.get(QKeySequence(event.keyCombination()))
        if do is not None:
            do()
        return do is not None

    def turned(self, event: QWheelEvent) -> bool:
        """Ctrl and the wheel change the size of the letters."""
        zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if zooms:
            self.letters.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        return zooms

    def toggle_filters(self) -> None:
        """Show the row of filters with the cursor in it; from within it, put it away."""
        away = self.filters.shown() and self.filters.has_focus()
        if away:
            self.filters.show(False)
            self._table.setFocus()
        else:
            self.filters.focus(max(0, self._table.currentIndex().column()))
        self._preferences.set_number(f"filters/{self._name}", int(not away))

    def choose_columns(self) -> None:
        """Ask which columns are shown, and in which order."""
        dialog = ColumnChooser(self.columns.arranged(), self._table.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.columns.arrange(dialog.order(), dialog.shown()))
        self.chooser = dialog
        dialog.open()

    def freeze(self) -> None:
        """Keep the columns up to the cursor in place; done again, let them go."""
        number = self._table.currentIndex().column()
        if number >= 0:
            self.columns.freeze_to(None if self.columns.frozen_to(number) else number)

    def _deeds(self) -> tuple[grid_menu.Deed | None, ...]:
        zoom: Callable[[int], object] = self.letters.zoom
        return (
            ("Sao chép", "copy", "Ctrl+C", self._table.copy_wanted.emit),
            None,
            ("Dòng lọc", "filter", "Ctrl+Shift+L", self.toggle_filters),
            ("Bỏ mọi điều kiện lọc", "close", "Ctrl+Alt+L", self.filters.clear),
            None,
            ("Chọn và sắp xếp cột…", "columns", "Ctrl+Alt+K", self.choose_columns),
            ("Cố định đến cột này", "lock", "Ctrl+Alt+F", self.freeze),
            ("Phóng to chữ", "zoom-in", "Ctrl+Alt+=", partial(zoom, 1)),
            ("Thu nhỏ chữ", "zoom-out", "Ctrl+Alt+-", partial(zoom, -1)),
        )

    def _on_columns_changed(self) -> None:
        self._table.header.place_fields()
        self._table.header.viewport().update()
        self._table.viewport().update()
