"""Xung đột lợi ích: which members keep out of which votes, and which the program thinks should."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QStackedWidget, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.councils.meetings import Conflict
from thidua_desktop.domain.ids import MemberId, NominationId
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import EmptyState, action, label
from thidua_desktop.ui.councils.attendance_pane import member_name
from thidua_desktop.ui.councils.conflict_dialog import OWN_CASE, ConflictDialog
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.facts import Facts
from thidua_desktop.ui.councils.line_rows import recipient
from thidua_desktop.ui.councils.pane import Pane, at_hand

Noted = Mapping[tuple[MemberId, NominationId], Conflict]
"""The conflicts that are kept, by member and line."""

_KEPT, _PROPOSED = "Đã ghi", "Chương trình gợi ý"


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A member who does not vote on a line, or who perhaps should not."""

    conflict: Conflict
    member: str
    line: str
    award: str
    kept: bool


def rows(facts: Facts) -> tuple[ConflictRow, ...]:
    """What was noted, then what seems to be missing."""
    noted = [_row(facts, one, kept=True) for one in facts.standing.conflicts]
    return (*noted, *(_row(facts, one, kept=False) for one in facts.likely))


def _row(facts: Facts, conflict: Conflict, *, kept: bool) -> ConflictRow:
    member, line = facts.member(conflict.member_id), facts.line(conflict.nomination_id)
    return ConflictRow(
        conflict,
        member_name(member) if member is not None else "",
        recipient(line.line, line.nomination) if line is not None else "",
        facts.award(line.line.award_id) if line is not None else "",
        kept,
    )


def _reason(row: ConflictRow, text: str) -> ConflictRow:
    return replace(row, conflict=replace(row.conflict, reason=squeeze(text)))


COLUMNS: tuple[Column[ConflictRow], ...] = (
    Column[ConflictRow](
        "member",
        "Thành viên tránh biểu quyết",
        lambda row: row.member,
        220,
        sort_key=lambda row: name_key(row.member, RecipientKind.PERSON),
    ),
    Column[ConflictRow]("line", "Đối với trường hợp", lambda row: row.line, 220, wrap=True),
    Column[ConflictRow]("award", "Danh hiệu, hình thức", lambda row: row.award, 220, wrap=True, by_choice=True),
    Column[ConflictRow](
        "reason", "Lý do", lambda row: row.conflict.reason, 260, stretch=True, wrap=True, edit=_reason, earlier=True
    ),
    Column[ConflictRow](
        "kept",
        "Ghi nhận",
        lambda row: _KEPT if row.kept else _PROPOSED,
        150,
        tone=lambda row: None if row.kept else Tone.WARNING,
        by_choice=True,
    ),
)


class ConflictsPane(Pane):
    """The conflicts of interest of a meeting."""

    title = "Xung đột lợi ích"

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(deeds, parent)
        self.model = TableModel[ConflictRow](
            COLUMNS, lambda row: (row.conflict.member_id, row.conflict.nomination_id), parent=self
        )
        self.grid: Grid[ConflictRow] = Grid(self.model, name="council-conflicts", preferences=deeds.preferences)
        self.grid.setAccessibleName("Thành viên tránh biểu quyết")
        self.add_action = action(self, "Thêm trường hợp…", "add", "Ctrl+T", self.add)
        self.accept_action = action(self, "Nhận các gợi ý", "check", "Ctrl+G", self.accept)
        self.drop_action = action(self, "Bỏ", "trash", "Ctrl+R", self.drop)
        self.of_menu = (self.add_action, self.accept_action, self.drop_action)
        self._told = label("", "muted", wrap=True)
        self._told.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(
            EmptyState(
                "check",
                "Không có trường hợp nào phải tránh biểu quyết",
                "Ghi vào đây thành viên tránh biểu quyết trường hợp của chính mình hoặc người thân; biên bản nêu rõ "
                "và số phiếu của dòng đó được tính theo.",
                (Offer("Thêm trường hợp…", self.add),),
            )
        )
        self._body.addWidget(self.bar(self.add_action, self.accept_action, self.drop_action, 0))
        self._body.addWidget(self._told)
        self._body.addWidget(self.pages, stretch=1)
        self.model.edited.connect(self._on_edited)
        self.model.refused.connect(deeds.feedback.trouble)
        self.grid.selection_changed.connect(self._allow)
        self.grid.current_changed.connect(lambda _row: self._allow())
        self.grid.delete_wanted.connect(self.drop)
        self.offer_menu(self.grid, self.of_menu)

    # what the window asks

    def refresh(self) -> None:
        """Show what was noted and what is proposed."""
        shown = rows(self.facts) if self.facts is not None else ()
        self.model.editable = self._may()
        self.show_rows(self.grid, shown)
        self.pages.setCurrentIndex(1 if self.facts is not None and not shown else 0)
        likely = sum(not row.kept for row in shown)
        told = f"Có {likely} trường hợp trùng họ tên thành viên với người được đề nghị; hãy xác nhận." if likely else ""
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self._allow()

    def take_focus(self) -> None:
        """The cursor goes to the table."""
        (self.grid if self.grid.isVisible() else self).setFocus()

    # doing

    def add(self) -> None:
        """Ask who keeps out of which vote."""
        facts = self.facts
        if facts is None or not self._may():
            return
        dialog = ConflictDialog(facts, self.window())
        self.deeds.ask(dialog, lambda: self._note(dialog.conflicts()))

    def accept(self) -> None:
        """Note all that the program proposes; the reason can be made more exact afterwards."""
        if self.facts is not None:
            self._note([replace(one, reason=OWN_CASE) for one in self.facts.likely])

    def drop(self) -> None:
        """Take the selected ones away."""
        gone = {(row.conflict.member_id, row.conflict.nomination_id) for row in at_hand(self.grid) if row.kept}
        if gone:
            self._keep(lambda kept: {key: one for key, one in kept.items() if key not in gone})

    def _on_edited(self, changed: Sequence[ConflictRow]) -> None:
        self._note([row.conflict for row in changed])

    def _note(self, conflicts: Iterable[Conflict]) -> None:
        new = {(one.member_id, one.nomination_id): one for one in conflicts}
        self._keep(lambda kept: {**kept, **new})

    def _keep(self, change: Callable[[Noted], Noted]) -> None:
        """Put a change onto what is noted when its turn comes: another one may be on its way to the file."""
        facts, meetings = self.facts, self.deeds.services.meetings
        if facts is None or not self._may():
            return

        def work() -> Changes:
            kept = {(one.member_id, one.nomination_id): one for one in meetings.standing(facts.id).conflicts}
            return meetings.save_conflicts(facts.id, tuple(change(kept).values()))

        self.deeds.do(work, "Đã ghi các trường hợp tránh biểu quyết.", failed=self._show_again)

    def _show_again(self, _trouble: AppError) -> None:
        self.refresh()

    def _may(self) -> bool:
        return self.editable and self.facts is not None and self.facts.open

    def _allow(self) -> None:
        facts, may = self.facts, self._may()
        self.add_action.setEnabled(may and facts is not None and bool(facts.lines and facts.members))
        self.accept_action.setEnabled(may and facts is not None and bool(facts.likely))
        self.drop_action.setEnabled(may and any(row.kept for row in at_hand(self.grid)))
