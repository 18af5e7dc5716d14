"""Phiếu: the rounds of voting of a meeting, what stands on each paper, and the papers themselves."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from thidua_desktop.domain.councils.meetings import MeetingState
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.papers import PaperKind
from thidua_desktop.services.ballots import BallotState, Count
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import RIGHT, Column
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import EmptyState, action, label
from thidua_desktop.ui.councils.ballot_dialog import BallotDialog, CountersDialog, names
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.facts import Facts
from thidua_desktop.ui.councils.line_rows import recipient
from thidua_desktop.ui.councils.pane import Pane
from thidua_desktop.ui.councils.showing_papers import show_paper

_NOT_YET = "Chưa nhập"


def standing_of(state: BallotState) -> str:
    """How far a ballot is, in words."""
    if state.counted:
        return "Đã kiểm xong, hai lần đếm khớp"
    if state.first is not None and state.second is not None:
        return "Hai lần đếm chưa khớp hoặc có số sai"
    return "Chờ đếm lần 2" if state.first is not None else "Chờ kiểm phiếu"


def _tone(state: BallotState) -> Tone | None:
    if state.counted:
        return Tone.SUCCESS
    return Tone.DANGER if state.first is not None and state.second is not None else None


def _count(count: Count | None) -> str:
    if count is None:
        return _NOT_YET
    return f"Đã nhập – {count.tally.counted_by}" if count.tally.counted_by else "Đã nhập"


COLUMNS: tuple[Column[BallotState], ...] = (
    Column[BallotState](
        "number",
        "Lần",
        lambda state: str(state.ballot.number),
        56,
        align=RIGHT,
        sort_key=lambda state: state.ballot.number,
    ),
    Column[BallotState](
        "lines",
        "Số dòng",
        lambda state: str(len(state.lines)),
        80,
        align=RIGHT,
        sort_key=lambda state: len(state.lines),
    ),
    Column[BallotState]("standing", "Tình trạng", standing_of, 240, tone=_tone, by_choice=True),
    Column[BallotState]("first", "Lần đếm 1", lambda state: _count(state.first), 190),
    Column[BallotState]("second", "Lần đếm 2", lambda state: _count(state.second), 190),
    Column[BallotState](
        "counters", "Tổ kiểm phiếu", lambda state: "; ".join(state.ballot.counters), 220, stretch=True, wrap=True
    ),
    Column[BallotState]("note", "Ghi chú", lambda state: state.ballot.note, 180, wrap=True),
)


class BallotsPane(Pane):
    """The ballots of a meeting."""

    title = "Phiếu"
    count_wanted = Signal(int)
    """The papers of a ballot are to be counted: its number."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(deeds, parent)
        self.model = TableModel[BallotState](COLUMNS, lambda state: state.ballot.id, parent=self)
        self.grid: Grid[BallotState] = Grid(self.model, name="council-ballots", preferences=deeds.preferences)
        self.grid.setAccessibleName("Các lần bỏ phiếu")
        self.open_action = action(self, "Lập phiếu bầu…", "add", "Ctrl+B", self.open_ballot)
        self.count_action = action(self, "Kiểm phiếu lần này", "ballot", "Ctrl+L", self._count)
        self.tellers_action = action(self, "Tổ kiểm phiếu…", "edit", "Ctrl+J", self.change)
        self.discard_action = action(self, "Bỏ lần bỏ phiếu này…", "trash", "Ctrl+R", self.discard)
        deed, give = partial(action, self), self._print
        self.print_action = deed("In phiếu A4", "print", "Ctrl+P", lambda: give(PaperKind.BALLOT_A4))
        self.small_action = deed(
            "In phiếu A5, hai phiếu một tờ", "print", "Ctrl+Alt+P", lambda: give(PaperKind.BALLOT_A5)
        )
        self.opinion_action = deed("Phiếu lấy ý kiến", "print", "Ctrl+Alt+O", lambda: give(PaperKind.OPINIONS))
        self.of_papers = (self.print_action, self.small_action, self.opinion_action)
        deeds_of_ballots = (self.open_action, self.count_action, self.tellers_action, self.discard_action)
        self.of_menu = (*deeds_of_ballots, *self.of_papers)
        self._waiting = label("", "strong", wrap=True)
        self._lines = label("", "muted", wrap=True)
        for part in (self._waiting, self._lines):
            part.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(
            EmptyState(
                "ballot",
                "Chưa có lần bỏ phiếu nào",
                "Sau khi mở phiên họp và điểm danh đủ thành viên, lập phiếu cho các đề nghị phải bỏ phiếu; phiếu in "
                "ra không có tên, không có số nhận dạng.",
                (Offer("Lập phiếu bầu…", self.open_ballot),),
            )
        )
        self._body.addWidget(self.bar(*deeds_of_ballots, 0, *self.of_papers))
        self._body.addWidget(self._waiting)
        self._body.addWidget(self.pages, stretch=1)
        self._body.addWidget(self._lines)
        self.grid.current_changed.connect(lambda _row: self._show_lines())
        self.grid.selection_changed.connect(self._allow)
        self.grid.opened.connect(lambda _row: self._count())
        self.grid.delete_wanted.connect(self.discard)
        self.offer_menu(self.grid, self.of_menu)

    # what the window asks

    def refresh(self) -> None:
        """Show the ballots."""
        facts = self.facts
        ballots = facts.ballots if facts is not None else ()
        self.show_rows(self.grid, ballots)
        if ballots and self.grid.current() is None:
            self.grid.go_to(ballots[-1].ballot.id)
        self.pages.setCurrentIndex(1 if facts is not None and not ballots else 0)
        told = waiting_text(facts) if facts is not None else ""
        self._waiting.setText(told)
        self._waiting.setVisible(bool(told))
        self._show_lines()
        self._allow()

    def take_focus(self) -> None:
        """The cursor goes to the table."""
        (self.grid if self.grid.isVisible() else self).setFocus()

    # doing

    def open_ballot(self, lines: tuple[NominationId, ...] = ()) -> None:
        """Ask for the lines of a new ballot."""
        facts = self.facts
        if facts is None or not self._may():
            return
        dialog = BallotDialog(facts, lines, self.window())

        def chosen() -> None:
            work = partial(
                self.deeds.services.ballots.open,
                facts.id,
                dialog.chosen(),
                counters=dialog.tellers(),
                note=dialog.note.text().strip(),
            )
            self.deeds.do(work, f"Đã lập phiếu bầu {len(dialog.chosen())} dòng.")

        self.deeds.ask(dialog, chosen)

    def change(self) -> None:
        """Ask who counts the papers of the ballot at the cursor."""
        facts, state = self.facts, self.grid.current()
        if facts is None or state is None or not self._may():
            return
        dialog = CountersDialog(state.ballot, [one.name for one in facts.members], self.window())

        def chosen() -> None:
            ballot = replace(state.ballot, counters=names(dialog.counters), note=dialog.note.text().strip())
            self.deeds.do(partial(self.deeds.services.ballots.save, ballot), "Đã lưu tổ kiểm phiếu.")

        self.deeds.ask(dialog, chosen)

    def discard(self) -> None:
        """Take a ballot away with its counts, after asking."""
        state = self.grid.current()
        if state is None or state.ballot.id is None or not self._may():
            return
        work = partial(self.deeds.services.ballots.discard, state.ballot.id)
        counted = state.first is not None or state.second is not None
        self.deeds.feedback.confirm(
            f"Bỏ lần bỏ phiếu {state.ballot.number}?",
            detail="Kết quả đã nhập của lần này mất theo; nhật ký vẫn giữ." if counted else "",
            yes="Bỏ lần bỏ phiếu",
            then=lambda: self.deeds.do(work, f"Đã bỏ lần bỏ phiếu {state.ballot.number}."),
        )

    def _print(self, kind: PaperKind) -> None:
        """Show a paper of the ballot at the cursor; before the first one, of the lines that need one."""
        state = self.grid.current()
        key = str(state.ballot.number) if state is not None else ""
        show_paper(self.deeds, self.facts, kind, key)

    def _count(self) -> None:
        state = self.grid.current()
        if state is not None:
            self.count_wanted.emit(state.ballot.number)

    def _show_lines(self) -> None:
        state, facts = self.grid.current(), self.facts
        told = ""
        if state is not None and facts is not None:
            held = [facts.line(each) for each in state.lines]
            told = f"Trên phiếu lần {state.ballot.number}: " + "; ".join(
                f"{at}. {recipient(one.line, one.nomination)} ({facts.short_award(one.line.award_id)})"
                for at, one in enumerate(held[:_SHOWN], start=1)
                if one is not None
            )
            told += f"; … và {len(held) - _SHOWN} dòng khác." if len(held) > _SHOWN else "."
        self._lines.setText(told)
        self._lines.setVisible(bool(told))

    def _may(self) -> bool:
        return self.editable and self.facts is not None and self.facts.sitting

    def _allow(self) -> None:
        facts, may, chosen = self.facts, self._may(), self.grid.current() is not None
        enough = facts is not None and facts.standing.quorum.reached and bool(facts.lines)
        self.open_action.setEnabled(may and enough)
        self.count_action.setEnabled(chosen)
        self.tellers_action.setEnabled(may and chosen)
        self.discard_action.setEnabled(may and chosen)
        self.opinion_action.setEnabled(facts is not None and bool(facts.lines))
        for deed in (self.print_action, self.small_action):
            deed.setEnabled(chosen)


_SHOWN = 12


def waiting_text(facts: Facts) -> str:
    """How many lines still have to be voted on, and what has to be done before."""
    waiting = len(facts.waiting)
    told = f"Còn {waiting} đề nghị phải bỏ phiếu chưa có trên phiếu nào." if waiting else ""
    if facts.meeting.state is MeetingState.PREPARING:
        return f"{told} Mở phiên họp và điểm danh rồi mới lập phiếu.".strip()
    if facts.sitting and not facts.standing.quorum.reached:
        return f"{told} Điểm danh đủ thành viên rồi mới lập phiếu.".strip()
    return told
