"""A meeting opened: where it stands, the one thing that comes next, and its pages."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.councils.meetings import MeetingState
from thidua_desktop.domain.ids import MeetingId
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import ElidedLabel, action, button, row, tool_button
from thidua_desktop.ui.councils.attendance_pane import AttendancePane
from thidua_desktop.ui.councils.ballots_pane import BallotsPane
from thidua_desktop.ui.councils.conflicts_pane import ConflictsPane
from thidua_desktop.ui.councils.count_pane import CountPane
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.facts import Facts, load
from thidua_desktop.ui.councils.lines_pane import LinesPane
from thidua_desktop.ui.councils.meeting_deeds import MeetingDeeds
from thidua_desktop.ui.councils.next_step import Next, next_step
from thidua_desktop.ui.councils.pane import Pane
from thidua_desktop.ui.councils.papers_pane import PapersPane
from thidua_desktop.ui.councils.steps_strip import StepsStrip
from thidua_desktop.ui.councils.verdicts_pane import VerdictsPane
from thidua_desktop.wording import formats

_M = MeetingState
P = TypeVar("P", bound=Pane)

PANES: tuple[type[Pane], ...] = (
    *(LinesPane, AttendancePane, ConflictsPane, BallotsPane),
    *(CountPane, VerdictsPane, PapersPane),
)
"""The pages in their order."""


class MeetingView(QWidget):
    """Shows one meeting. Its pages are made and filled when they are looked at."""

    back_wanted = Signal()
    """The list of meetings is wanted again."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deeds, self.meetings = deeds, MeetingDeeds(deeds, self)
        self._wanted: MeetingId | None = None
        self._facts: Facts | None = None
        self._locked = False
        self._stale: set[type[Pane]] = set()
        """The pages that show something older than what was read last."""
        self._made: dict[type[Pane], Pane] = {}
        self._make_actions()
        self._lay_out()
        self.tabs.currentChanged.connect(lambda _at: self.fill_current())

    # making

    def _make_actions(self) -> None:
        self.back_action = action(self, "Các phiên họp", "left", "Ctrl+Backspace", self.back_wanted.emit)
        self.next_action = action(self, "Việc tiếp theo", "right", "Ctrl+M", self.go_on)
        self.edit_action = action(self, "Sửa phiên họp…", "edit", "Ctrl+E", self.edit)
        self.return_action = action(self, "Đưa về bước trước…", "undo", "Ctrl+Alt+Z", self.go_back)
        self.draft_action = action(
            self,
            "Kết thúc kiểm phiếu và lập dự thảo quyết định…",
            "check",
            "Ctrl+Shift+K",
            self.draft,
        )
        self.close_action = action(self, "Chỉ kết thúc kiểm phiếu…", "", "Ctrl+Shift+E", self.conclude)
        self.all_action = action(self, "Xuất mọi giấy tờ của phiên họp…", "export", "Ctrl+Shift+P", self.all_papers)
        self.history_action = action(self, "Lịch sử của phiên họp", "history", "Ctrl+Alt+I", self.open_history)
        self.page_actions: tuple[QAction, ...] = tuple(
            action(self, kind.title, "", f"Alt+{at}", partial(self.show_pane, kind))
            for at, kind in enumerate(PANES, start=1)
        )
        self.of_menu = (
            *(self.next_action, self.edit_action, self.draft_action, self.close_action),
            *(self.all_action, self.return_action, self.history_action, self.back_action),
        )

    def _lay_out(self) -> None:
        self._title, self._about, self.why = ElidedLabel("title"), ElidedLabel("muted"), ElidedLabel("strong")
        self.steps = StepsStrip()
        self.next_button = button("", role="primary")
        self.next_button.clicked.connect(self.go_on)
        self.tabs = QTabBar()
        self.tabs.setProperty("role", "small")
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Các phần của phiên họp")
        self.stack = QStackedWidget()
        for at, kind in enumerate(PANES, start=1):
            self.tabs.addTab(kind.title)
            self.tabs.setTabToolTip(at - 1, f"{kind.title} (Alt+{at})")
        head = QFrame()
        head.setProperty("role", "bar")
        inner = QVBoxLayout(head)
        inner.setContentsMargins(theme.SPACE_S, theme.SPACE_XS, theme.SPACE_M, 0)
        inner.setSpacing(theme.SPACE_XS)
        first = row(tool_button(self.back_action), self._title, self._about, self.steps)
        first.setStretch(1, 5)
        first.setStretch(2, 4)
        second = row(self.why, tool_button(self.edit_action), tool_button(self.return_action), self.next_button)
        second.setContentsMargins(theme.SPACE_S, 0, 0, 0)
        second.setStretch(0, 1)
        for part in (first, second):
            inner.addLayout(part)
        inner.addWidget(self.tabs)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(head)
        frame.addWidget(self.stack, stretch=1)

    # what the page asks

    def facts(self) -> Facts | None:
        """The meeting as it was read last."""
        return self._facts

    def show_meeting(self, meeting_id: MeetingId) -> None:
        """Open a meeting."""
        if meeting_id != self._wanted:
            self._facts = None
            for pane in self._made.values():
                pane.show_facts(None, editable=False)  # what is done meanwhile must not be done to another meeting
        self._wanted = meeting_id
        self.reload()

    def reload(self) -> None:
        """Read the meeting again."""
        if self._wanted is not None:
            self.deeds.runner.run(partial(load, self.deeds.services, self._wanted), self._show, self._on_missing)

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, or let it again."""
        self._locked = locked
        if self._facts is not None:
            self._show(self._facts)

    def take_focus(self) -> None:
        """Let the keys of the page in front work."""
        self.pane().take_focus()

    def pane(self) -> Pane:
        """The page in front."""
        return self.get(PANES[self.tabs.currentIndex()])

    def get(self, kind: type[P]) -> P:
        """A page, made when it is first asked for."""
        found = self._made.get(kind)
        if not isinstance(found, kind):
            found = kind(self.deeds, self.stack)
            self._made[kind] = found
            self.stack.addWidget(found)
            if isinstance(found, BallotsPane):
                found.count_wanted.connect(self._count)
        return found

    def unsaved(self) -> int:
        """How many counts were begun and not kept."""
        return self.get(CountPane).unsaved() if CountPane in self._made else 0

    def show_pane(self, kind: type[Pane]) -> None:
        """Bring a page to the front, with the focus."""
        self.tabs.setCurrentIndex(PANES.index(kind))
        self.take_focus()

    # doing

    def go_on(self) -> None:
        """Do what comes next."""
        facts = self._facts
        if facts is None or not self.next_action.isEnabled():
            return
        match next_step(facts).next:
            case Next.ROUNDS:
                self.meetings.edit(facts.meeting)
            case Next.MEMBERS:
                self.deeds.navigation.open_requested.emit(Kind.COUNCIL.value, facts.meeting.council_id)
            case Next.BRING:
                self.meetings.bring(facts.id)
            case Next.OPEN:
                self.meetings.move(facts.meeting, _M.SITTING)
            case Next.ATTEND:
                self.show_pane(AttendancePane)
            case Next.VOTE:
                self.show_pane(BallotsPane)
                self.get(BallotsPane).open_ballot()
            case Next.FIRST_COUNT | Next.SECOND_COUNT | Next.COMPARE:
                self._count(next(one.ballot.number for one in facts.ballots if not one.counted))
            case Next.CONCLUDE:
                self.meetings.draft_from_tally(facts)
            case Next.CLOSE:
                self.meetings.conclude(facts.meeting)
            case Next.DRAFT:
                self.meetings.draft(facts)
            case Next.SIGN:
                self.meetings.move(facts.meeting, _M.SIGNED)
            case Next.DECISIONS:
                self.deeds.navigation.open_requested.emit(Kind.DECISION.value, facts.decisions[0].id or 0)
            case Next.NOTHING:
                return

    def edit(self) -> None:
        """Correct the meeting's data."""
        if self._facts is not None and self.edit_action.isEnabled():
            self.meetings.edit(self._facts.meeting)

    def go_back(self) -> None:
        """Bring the meeting back one step."""
        if self._facts is not None and self.return_action.isEnabled():
            self.meetings.go_back(self._facts.meeting)

    def draft(self) -> None:
        """From the tally to the drafts; from a counted meeting just the drafts."""
        facts = self._facts
        if facts is None or not self.draft_action.isEnabled():
            return
        if facts.sitting:
            self.meetings.draft_from_tally(facts)
        else:
            self.meetings.draft(facts)

    def conclude(self) -> None:
        """End the count without drafting."""
        if self._facts is not None and self.close_action.isEnabled():
            self.meetings.conclude(self._facts.meeting)

    def all_papers(self) -> None:
        """Write every paper of the meeting into a folder."""
        if self._facts is not None:
            papers = self.get(PapersPane)
            papers.show_facts(self._facts, editable=self._editable())
            papers.write_all()

    def open_history(self) -> None:
        """Show what was done to the meeting."""
        if self._wanted is not None:
            self.deeds.navigation.history_requested.emit(Kind.MEETING.value, self._wanted)

    def _count(self, number: int) -> None:
        self.tabs.setCurrentIndex(PANES.index(CountPane))
        self.get(CountPane).show_ballot(number)
        self.get(CountPane).take_focus()

    # showing

    def _show(self, facts: Facts) -> None:
        if facts.id != self._wanted:
            return  # another meeting was opened meanwhile
        self._facts = facts
        self._show_head(facts)
        self._stale = set(PANES)
        self.fill_current()

    def _show_head(self, facts: Facts) -> None:
        meeting, step = facts.meeting, next_step(facts)
        self._title.setText(meeting.name)
        starts = f"{meeting.starts.hour}h{meeting.starts.minute:02d}" if meeting.starts is not None else ""
        when = ", ".join(part for part in (starts, formats.day(meeting.day)) if part)
        rounds = "; ".join(one.name for one in facts.rounds)
        said = (when, meeting.place, facts.standing.roster.council.name, rounds)  # the end may be cut off
        self._about.setText(" · ".join(part for part in said if part))
        self.steps.show_state(meeting.state)
        self.why.setText(step.why)
        self.next_button.setText(step.text.replace("&", "&&"))
        self.next_button.setVisible(bool(step.text))
        self.next_button.setToolTip(f"{step.text} (Ctrl+M)")
        self._allow(facts, step.next)

    def _allow(self, facts: Facts, following: Next) -> None:
        may, state = self._editable(), facts.meeting.state
        looking = following in _LOOKING
        self.next_action.setEnabled((may or looking) and following is not Next.NOTHING)
        self.next_button.setEnabled(self.next_action.isEnabled())
        self.edit_action.setEnabled(may and state is not _M.SIGNED)
        self.return_action.setEnabled(may and state is not _M.PREPARING)
        self.close_action.setEnabled(may and following in (Next.CONCLUDE, Next.CLOSE))
        self.draft_action.setEnabled(may and following in (Next.CONCLUDE, Next.DRAFT))

    def fill_current(self) -> None:
        """Put the page of the chosen tab in front, as the meeting stands now."""
        self.stack.setCurrentWidget(self.pane())
        self.fill(PANES[self.tabs.currentIndex()])

    def fill(self, kind: type[Pane]) -> None:
        """Let a page show the meeting as it stands now."""
        pane = self.get(kind)
        if kind in self._stale or pane.facts is None:
            self._stale.discard(kind)
            pane.show_facts(self._facts, editable=self._editable())

    def _on_missing(self, trouble: AppError) -> None:
        self._wanted, self._facts = None, None
        self.deeds.feedback.trouble(trouble)
        self.back_wanted.emit()

    def _editable(self) -> bool:
        return not self._locked and not self.deeds.services.read_only


_LOOKING = frozenset({Next.MEMBERS, Next.DECISIONS, Next.ATTEND})
"""What is only looked at, which a closed year does not forbid."""
