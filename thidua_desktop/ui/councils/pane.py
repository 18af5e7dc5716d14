"""What the pages of an opened meeting have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QFrame, QLayout, QMenu, QVBoxLayout, QWidget

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import R
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.widgets import row, tool_button
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.facts import Facts


class Pane(QWidget):
    """A page on one side of a meeting. It keeps nothing of its own: what is done goes to the file and comes back."""

    title = ""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deeds = deeds
        self.facts: Facts | None = None
        self.editable = False
        self.of_menu: tuple[QAction, ...] = ()
        """What can be done here, for the menu of the tab."""
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)

    def show_facts(self, facts: Facts | None, *, editable: bool) -> None:
        """Show a meeting; ``editable`` says whether anything may be changed in it at all."""
        self.facts, self.editable = facts, editable
        self.refresh()

    def refresh(self) -> None:
        """Show what the facts say; every page does it its own way."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Let the keys of the page work."""
        self.setFocus()

    def bar(self, *items: QWidget | QAction | int) -> QFrame:
        """A line of buttons and fields above the table; 0 stands for the space that pushes apart.

        Buttons alone go on in another line where the window is too narrow for all of them.
        """
        made = QFrame()
        made.setProperty("role", "bar")
        parts = [tool_button(item) if isinstance(item, QAction) else item for item in items]
        deeds_only = all(isinstance(item, QAction) or item == 0 for item in items)
        line: QLayout = (flow if deeds_only else row)(*parts, spacing=theme.SPACE_XS)
        line.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        made.setLayout(line)
        return made

    def show_rows(self, grid: Grid[R], rows: Sequence[R]) -> None:
        """Show rows; the focus may have come to the table before they were read."""
        grid.set_rows(rows)
        if grid.hasFocus():
            grid.arrive()

    def offer_menu(self, grid: Grid[Any], actions: Sequence[QAction]) -> None:
        """Give a table its menu of the right mouse button."""
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(lambda _at: self._menu(grid, actions).popup(QCursor.pos()))

    def _menu(self, grid: Grid[Any], actions: Sequence[QAction]) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(actions))
        menu.addSeparator()
        menu.addMenu(grid.table_menu())
        return menu


def at_hand(grid: Grid[R]) -> tuple[R, ...]:
    """The selected rows, else the one at the cursor: with Ctrl the cursor moves and selects nothing."""
    current = grid.current()
    return grid.selected() or (() if current is None else (current,))
