"""Thành viên: who sits in a council from when to when, in which role, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.councils.rosters import Council, Member
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.ids import CouncilId
from thidua_desktop.services.councils import Roster
from thidua_desktop.services.recipients import RecipientRow
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import ElidedLabel, EmptyState, action, label, row, tool_button
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.merging import typed
from thidua_desktop.ui.councils.pane import at_hand
from thidua_desktop.ui.councils.pick_dialog import PickDialog
from thidua_desktop.ui.councils.roster_columns import COLUMNS, MemberRow
from thidua_desktop.wording import formats, messages

_GRID, _NOBODY = range(2)
_NEW = "Thành viên mới"
_NAME = next(at for at, column in enumerate(COLUMNS) if column.key == "name")


class RosterPane(QWidget):
    """The seats of one council; the whole roster is kept with every change, so that its order is one thing."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._council: Council | None = None
        self.editable = False
        self._read: dict[int, Member] = {}
        """The seats as they were read last."""
        self._added = False
        """A seat was added and waits for its name."""
        self._today = deeds.services.today()
        self.model = TableModel[MemberRow](COLUMNS, lambda line: line.key, parent=self)
        self.model.grow = self._grown
        self.grid: Grid[MemberRow] = Grid(
            self.model, name="council-roster", preferences=deeds.preferences, year=self._today.year
        )
        self.grid.setAccessibleName("Thành viên Hội đồng")
        self.day = DayEdit(year=self._today.year)
        self.day.setAccessibleName("Xem thành phần vào ngày")
        self.day.setFixedWidth(128)
        self.day.set_day(self._today)
        deed = partial(action, self)
        self.add_action = deed("Thêm thành viên", "add", "Ctrl+T", self.add)
        self.pick_action = deed("Chọn từ Danh bạ…", "user", "Ctrl+G", self.pick)
        self.up_action = deed("Lên", "up", "Alt+Up", lambda: self.shift(-1))
        self.down_action = deed("Xuống", "down", "Alt+Down", lambda: self.shift(1))
        self.end_action = deed("Thôi tham gia…", "right", "Ctrl+J", self.end)
        self.remove_action = deed("Bỏ thành viên", "trash", "Ctrl+R", self.remove)
        self.paste_action = deed("Dán từ Excel", "paste", "Ctrl+V", self.grid.paste)
        self.of_menu = (self.add_action, self.pick_action, self.paste_action, self.end_action, self.remove_action)
        self.all_actions = (*self.of_menu, self.up_action, self.down_action)
        self._counts, self._findings = ElidedLabel("strong"), label("", "muted", wrap=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(
            EmptyState(
                "council",
                "Hội đồng chưa có thành viên",
                "Chọn từ Danh bạ, gõ từng người, hoặc sao chép danh sách trong Excel rồi dán (Ctrl+V) vào đây. "
                "Vai trò, ngày tham gia và ngày thôi đi vào giấy mời, phiếu và biên bản.",
                (
                    Offer("Chọn từ Danh bạ…", self.pick),
                    Offer("Thêm thành viên", self.add),
                    Offer("Dán từ Excel", self.grid.paste),
                ),
            )
        )
        when = QWidget()
        when.setLayout(row(label("Thành phần vào ngày", "muted"), self.day, spacing=theme.SPACE_XS))
        bar = flow(
            tool_button(self.add_action),
            tool_button(self.pick_action),
            tool_button(self.end_action),
            tool_button(self.remove_action, text=False),
            tool_button(self.up_action, text=False),
            tool_button(self.down_action, text=False),
            0,
            when,
            spacing=theme.SPACE_XS,
        )
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, 0)
        frame.setSpacing(theme.SPACE_XS)
        frame.addLayout(bar)
        frame.addWidget(self._counts)
        frame.addWidget(self._findings)
        frame.addWidget(self.pages, stretch=1)

    def _connect(self) -> None:
        self.model.edited.connect(self._on_edited)
        self.model.refused.connect(self._deeds.feedback.trouble)
        self.grid.selection_changed.connect(self._allow)
        self.grid.current_changed.connect(lambda _line: self._allow())
        self.grid.delete_wanted.connect(self.remove)
        self.day.editingFinished.connect(self._on_day_changed)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self._menu().popup(QCursor.pos()))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self.all_actions))
        menu.addSeparator()
        menu.addMenu(self.grid.table_menu())
        return menu

    # what the page asks

    def show_council(self, council: Council | None, *, editable: bool) -> None:
        """Show the roster of a council."""
        other = council is None or self._council is None or council.id != self._council.id
        self._council, self.editable = council, editable
        self.model.editable = editable and council is not None
        if other:
            self.grid.set_rows(())
        if council is not None and council.id is not None:
            read = partial(_read, self._deeds, council.id, self._at())
            self._deeds.runner.run(read, partial(self._show, council.id))
        self._allow()

    def take_focus(self) -> None:
        """The cursor goes to the table."""
        (self.grid if self.grid.isVisible() else self).setFocus()

    # doing

    def add(self) -> None:
        """A new seat below the last one, with its name to be typed at once."""
        council_id = self._council_id()
        if council_id is not None and self.editable:
            # Named for now, so that it can be kept; the name is selected in its cell and typed over.
            self._added = True
            self._keep(lambda members: [*members, Member(council_id, _NEW)])

    def pick(self) -> None:
        """Ask for persons of the directory."""
        council_id = self._council_id()
        if council_id is None or not self.editable:
            return

        def found(persons: Sequence[RecipientRow]) -> None:
            dialog = PickDialog(council_id, persons, self.window())

            def chosen() -> None:
                picked = dialog.members()
                self._keep(lambda members: [*members, *picked])

            self._deeds.ask(dialog, chosen)

        self._deeds.runner.run(partial(self._deeds.services.recipients.rows, RecipientKind.PERSON), found)

    def end(self) -> None:
        """The selected members leave on the day looked at."""
        chosen = {line.key for line in at_hand(self.grid)}
        day = self._at()
        if not chosen or not self.editable:
            return
        names = ", ".join(line.member.name for line in at_hand(self.grid))
        self._deeds.feedback.confirm(
            f"Ghi {names} thôi tham gia Hội đồng từ sau ngày {formats.day(day)}?",
            detail="Các phiên họp đến hết ngày ấy vẫn có tên; đổi ngày ở ô trên bảng nếu cần.",
            yes="Ghi thôi tham gia",
            then=lambda: self._keep(
                lambda members: [replace(one, until=day) if one.id in chosen else one for one in members]
            ),
        )

    def remove(self) -> None:
        """Take the selected seats out of the roster."""
        gone = {line.key for line in at_hand(self.grid)}
        if gone and self.editable:
            self._keep(lambda members: [one for one in members if one.id not in gone], said="Đã bỏ thành viên.")

    def shift(self, step: int) -> None:
        """Move the seat at the cursor up or down in the order of the decision."""
        current = self.grid.current()
        if current is None or not self.editable:
            return

        def moved(members: Sequence[Member]) -> Sequence[Member]:
            order = list(members)
            at = next((number for number, one in enumerate(order) if one.id == current.key), -1)
            if at >= 0 and 0 <= at + step < len(order):
                order[at], order[at + step] = order[at + step], order[at]
            return order

        self._keep(moved)

    def _on_edited(self, changed: Sequence[MemberRow]) -> None:
        """Keep what was typed and nothing besides; rows that were pasted below the last one are new."""
        new = {line.key: typed(self._read[line.key], line.member) for line in changed if line.key in self._read}
        grown = [line.member for line in changed if not line.key]
        self._keep(lambda members: [*(replace(one, **new.get(one.id or 0, {})) for one in members), *grown])

    def _keep(self, change: Callable[[Sequence[Member]], Sequence[Member]], *, said: str = "") -> None:
        """Put a change onto the roster when its turn comes: another one may be on its way to the file."""
        council_id, councils = self._council_id(), self._deeds.services.councils
        if council_id is None or not self.editable:
            return

        def work() -> Changes:
            return councils.save_members(council_id, change(councils.members(council_id)))

        self._deeds.do(work, said, failed=self._show_again)

    def _show_again(self, _trouble: AppError) -> None:
        self._added = False
        self.show_council(self._council, editable=self.editable)

    def _type_last(self) -> None:
        """Let the name of the seat that was added last be typed."""
        self._added = False
        rows = self.model.rows()
        if rows and rows[-1].member.name == _NEW:
            self.grid.clear_filters()
            self.grid.go_to(rows[-1].key, column=_NAME)
            self.grid.setFocus()
            self.grid.edit(self.grid.currentIndex())

    def _grown(self, _like: MemberRow | None) -> MemberRow:
        council_id = self._council_id()
        assert council_id is not None
        return MemberRow(0, Member(council_id, ""), self._at())

    # showing

    def _show(self, council_id: CouncilId, found: tuple[tuple[Member, ...], Roster]) -> None:
        if council_id != self._council_id():
            return
        members, roster = found
        self._read = {one.id or 0: one for one in members}
        self.grid.set_rows([MemberRow(one.id or 0, one, roster.day) for one in members])
        self.pages.setCurrentIndex(_GRID if members else _NOBODY)
        self._counts.setText(counts(roster, len(members)) if members else "")
        self._counts.setVisible(bool(members))
        said = [messages.finding(one) for one in roster.findings if members]
        blocking = any(one.severity is Severity.BLOCKING for one in roster.findings)
        self._findings.setText("\n".join(f"• {each}" for each in said))
        self._findings.setProperty("role", "error" if blocking else "muted")
        self._findings.style().unpolish(self._findings)
        self._findings.style().polish(self._findings)
        self._findings.setVisible(bool(said))
        self._allow()
        if self._added:
            self._type_last()

    def _on_day_changed(self) -> None:
        if self.day.readable() and self._council is not None:
            self.show_council(self._council, editable=self.editable)

    def _at(self) -> date:
        found = self.day.day() if self.day.readable() else None
        return found or self._today

    def _council_id(self) -> CouncilId | None:
        return self._council.id if self._council is not None else None

    def _allow(self) -> None:
        may = self.editable and self._council is not None
        chosen = bool(at_hand(self.grid))
        for deed in (self.add_action, self.pick_action, self.paste_action):
            deed.setEnabled(may)
        for deed in (self.end_action, self.remove_action, self.up_action, self.down_action):
            deed.setEnabled(may and chosen)


def counts(roster: Roster, all_seats: int) -> str:
    """``11 thành viên vào ngày 20/06/2026, số lẻ; 2 người đã thôi hoặc chưa tham gia``."""
    sitting = len(roster.members)
    parity = "số lẻ" if sitting % 2 else "số chẵn"
    others = all_seats - sitting
    more = f"; {others} người đã thôi hoặc chưa tham gia" if others else ""
    return f"{sitting} thành viên vào ngày {formats.day(roster.day)} ({parity}){more}."


def _read(deeds: Deeds, council_id: CouncilId, day: date) -> tuple[tuple[Member, ...], Roster]:
    return deeds.services.councils.members(council_id), deeds.services.councils.roster(council_id, day)
