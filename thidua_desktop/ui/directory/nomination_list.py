"""The section of the card that says what the recipient was nominated for, in which round, and how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.services.nominations import Nominated
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import CENTER, Column
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import EmptyState, action, label, row, tool_button
from thidua_desktop.wording import labels
from thidua_desktop.wording.rules import Names

TITLE = "Đề nghị khen thưởng"


class NominationList(QWidget):
    """Shows lines of rounds, the latest first; they are changed where they stand, not here."""

    wanted = Signal(int)
    """A nomination is to be opened in its round."""

    def __init__(
        self, names: Callable[[], Names], *, name: str, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = TableModel[Nominated](_columns(names), lambda one: one.nomination.id, parent=self)
        self.grid = Grid(self.model, name=f"directory.nominations.{name}", preferences=preferences, parent=self)
        self.grid.setAccessibleName(TITLE)
        self.grid.setProperty("role", "plain")
        self.open_action = action(self, "Mở đề nghị", "right", "Ctrl+Shift+O", self._open)
        tools = row(label(TITLE, "strong"), 0, tool_button(self.open_action))
        tools.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_XS, theme.SPACE_XS)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.grid)
        self.stack.addWidget(
            EmptyState(
                "award",
                "Chưa có đề nghị nào",
                "Các dòng đề nghị của mọi đợt xét đã gắn với người nhận này nằm ở đây. Dòng chưa gắn: mở đợt xét, "
                "chọn dòng rồi “Gắn với danh bạ…” (Ctrl+G).",
            )
        )
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addLayout(tools)
        frame.addWidget(self.stack, stretch=1)
        self.grid.opened.connect(lambda _one: self._open())
        self.grid.selection_changed.connect(self._allow)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self._menu().popup(QCursor.pos()))

    def show_nominations(self, found: Sequence[Nominated]) -> None:
        """Show these lines."""
        self.grid.set_rows(found)
        if found and self.grid.current() is None:
            self.grid.go_to(found[0].nomination.id)
        self.stack.setCurrentIndex(0 if found else 1)
        self._allow()

    def deeds(self) -> tuple[Any, ...]:
        """The actions of the section, for a menu."""
        return (self.open_action,)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.open_action)
        menu.addMenu(self.grid.table_menu())
        return menu

    def _open(self) -> None:
        current = self.grid.current()
        if current is not None and current.nomination.id is not None:
            self.wanted.emit(current.nomination.id)

    def _allow(self) -> None:
        self.open_action.setEnabled(self.grid.current() is not None)


def _columns(names: Callable[[], Names]) -> tuple[Column[Nominated], ...]:
    def award(one: Nominated) -> str:
        return names().awards.get(one.nomination.award_id, one.nomination.award_id)

    return (
        Column[Nominated]("year", "Năm", lambda one: str(one.round.year), 58, align=CENTER),
        Column[Nominated]("award", "Danh hiệu, hình thức", award, 150, stretch=True, wrap=True, tooltip=award),
        Column[Nominated](
            "state",
            "Tình trạng",
            lambda one: labels.of(one.nomination.state),
            150,
            chip=lambda one: one.nomination.state,
            tooltip=lambda one: one.nomination.state_reason or labels.of(one.nomination.state),
            by_choice=True,
        ),
        Column[Nominated]("round", "Đợt xét", lambda one: one.round.name, 150, wrap=True, by_choice=True),
        Column[Nominated]("unit", "Đơn vị khi đó", lambda one: one.nomination.unit or "", 130, wrap=True, hidden=True),
        Column[Nominated](
            "reason", "Lý do", lambda one: one.nomination.state_reason or "", 150, wrap=True, hidden=True
        ),
    )
