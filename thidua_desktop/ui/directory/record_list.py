"""One section of the card: the records of one kind as a small table, with add, edit and remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import EmptyState, action, label, row, tool_button

K = TypeVar("K")
_OTHERS_AT = 2
"""The place in the bar after the title and the gap."""


class RecordList(QWidget, Generic[K]):
    """A table of records ``K`` and the three deeds on it; it writes nothing itself."""

    add_wanted = Signal()
    edit_wanted = Signal(object)
    """A record is to be opened."""
    saved = Signal(list)
    """Records that were changed in their cells."""
    remove_wanted = Signal(list)
    """Records are to be taken away."""

    def __init__(
        self,
        title: str,
        one: str,
        about: str,
        columns: Sequence[Column[K]],
        key: Callable[[K], Any],
        *,
        name: str,
        preferences: Preferences,
        feedback: Feedback,
        year: int,
    ) -> None:
        """``title`` names the section, ``one`` a record of it in a sentence, ``about`` says what belongs here."""
        super().__init__()
        self.title = title
        self.model = TableModel[K](columns, key, parent=self)
        self.grid = Grid(self.model, name=f"directory.{name}", preferences=preferences, year=year)
        self.grid.setAccessibleName(title)
        self.grid.setProperty("role", "plain")
        self.add_action = action(self, f"Thêm {one}…", "add", "Ctrl+Shift+N", self.add_wanted.emit)
        self.edit_action = action(self, f"Sửa {one}…", "edit", "Ctrl+Shift+E", self._on_edit)
        self.remove_action = action(self, f"Bỏ {one}", "trash", "Ctrl+Shift+D", self._on_remove)
        self._others: list[QAction] = []
        self._empty = EmptyState("list", "Chưa ghi gì", about, (Offer(f"Thêm {one}…", self.add_wanted.emit),))
        self._lay_out(title)
        self.model.edited.connect(self.saved)
        self.model.refused.connect(feedback.trouble)
        self.grid.opened.connect(self.edit_wanted)
        self.grid.delete_wanted.connect(self._on_remove)
        self.grid.selection_changed.connect(self._allow)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self.menu().popup(QCursor.pos()))
        self.show_records((), may=False)

    def _lay_out(self, title: str) -> None:
        tools = self._tools = row(
            label(title, "strong"),
            0,
            tool_button(self.add_action, text=False),
            tool_button(self.edit_action, text=False),
            tool_button(self.remove_action, text=False),
            spacing=theme.SPACE_XXS,
        )
        tools.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_XS, theme.SPACE_XS)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self._empty)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addLayout(tools)
        frame.addWidget(self.stack, stretch=1)

    def offer(self, deed: QAction) -> None:
        """Offer one more deed on the record at the cursor, beside the three that every section has."""
        self._others.append(deed)
        self._tools.insertWidget(_OTHERS_AT, tool_button(deed, text=False))
        self._allow()

    def show_records(self, records: Sequence[K], *, may: bool) -> None:
        """Show these records; ``may`` they be changed."""
        self.model.editable = may
        self.grid.set_rows(records)
        self.stack.setCurrentIndex(0 if records else 1)
        for button in self._empty.buttons:
            button.setVisible(may)
        self._allow()

    def menu(self) -> QMenu:
        """What can be done with the records."""
        menu = QMenu(self)
        menu.addActions(list(self.deeds()))
        menu.addMenu(self.grid.table_menu())
        return menu

    def deeds(self) -> tuple[Any, ...]:
        """The actions of the section, for a menu."""
        return (self.add_action, self.edit_action, self.remove_action, *self._others)

    def _on_edit(self) -> None:
        current = self.grid.current()
        if current is not None and self.model.editable:
            self.edit_wanted.emit(current)

    def _on_remove(self) -> None:
        chosen = list(self.grid.selected())
        if chosen and self.model.editable:
            self.remove_wanted.emit(chosen)

    def _allow(self) -> None:
        may = self.model.editable
        self.add_action.setEnabled(may)
        for deed in (self.edit_action, self.remove_action):
            deed.setEnabled(may and bool(self.grid.selected()))
        for deed in self._others:
            deed.setEnabled(self.grid.current() is not None)
