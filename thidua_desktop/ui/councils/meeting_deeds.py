"""What can be done with a whole meeting: prepare it, open it, end its count, draft its decisions, go back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.councils.meetings import Meeting, MeetingState
from thidua_desktop.domain.councils.rosters import Council
from thidua_desktop.domain.decision_drafts import DraftProposal, Split
from thidua_desktop.domain.ids import CouncilId, MeetingId, NominationId, RoundId
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.facts import Facts
from thidua_desktop.ui.councils.meeting_dialog import MeetingDialog, Offered
from thidua_desktop.ui.councils.verdict_dialogs import DraftDialog
from thidua_desktop.wording import labels
from thidua_desktop.wording.agendas import USUAL

_M = MeetingState
_BACK = {_M.SITTING: _M.PREPARING, _M.COUNTED: _M.SITTING, _M.SIGNED: _M.COUNTED}
_SOON = timedelta(days=7)
_SAVED = "Đã lưu phiên họp."
_DRAFTED, _DRAFTING = "Đã lập dự thảo quyết định.", "Đang lập dự thảo quyết định…"


class MeetingDeeds:
    """Every deed is one service call; dialogs stand above ``window``."""

    def __init__(self, deeds: Deeds, window: QWidget) -> None:
        self.deeds, self._window = deeds, window

    # making and correcting

    def add(self, year: int, rounds: Sequence[RoundId] = (), then: Callable[[MeetingId], None] | None = None) -> None:
        """Ask for a new meeting; ``then`` hears its number."""
        self._ask_new(year, rounds, self.deeds.services.meetings.save, _SAVED, then)

    def begin(
        self,
        year: int,
        rounds: Sequence[RoundId],
        then: Callable[[MeetingId], None],
        lines: Sequence[NominationId] | None = None,
    ) -> None:
        """Ask for a new meeting that lines come before at once: those given, or all of its rounds that are ready."""
        save = partial(self.deeds.services.meetings.begin, nomination_ids=lines)
        self._ask_new(year, rounds, save, "Đã lập phiên họp và trình đề nghị.", then)

    def _ask_new(
        self,
        year: int,
        rounds: Sequence[RoundId],
        save: Callable[[Meeting], Changes],
        told: str,
        then: Callable[[MeetingId], None] | None,
    ) -> None:
        services = self.deeds.services
        councils = services.councils.all()
        if not councils:
            self.deeds.feedback.say("Chưa có Hội đồng nào; hãy thêm Hội đồng và thành viên trước.", tone=Tone.INFO)
            return
        day = services.today() + _SOON
        if day.year != year:
            day = services.today() if services.today().year == year else date(year, day.month, 1)
        above = next((one for one in councils if one.parent_id is None), councils[0])
        name = f"Phiên họp xét khen thưởng năm {year}"
        council_id = above.id or CouncilId(0)
        self._ask(Meeting(council_id, name, day, rounds=tuple(rounds), agenda=USUAL), councils, save, told, then)

    def edit(self, meeting: Meeting) -> None:
        """Correct a meeting."""
        services = self.deeds.services
        self._ask(meeting, services.councils.all(), services.meetings.save, _SAVED)

    def _ask(
        self,
        meeting: Meeting,
        councils: Sequence[Council],
        save: Callable[[Meeting], Changes],
        told: str,
        then: Callable[[MeetingId], None] | None = None,
    ) -> None:
        services = self.deeds.services
        years = (meeting.day.year, meeting.day.year - 1)
        rounds = [row for year in years for row in services.nominations.rounds(year)]
        held = [row.meeting for year in years for row in services.meetings.of_year(year)]
        places = tuple(dict.fromkeys(one.place for one in held if one.place))
        dialog = MeetingDialog(
            meeting, Offered(councils, rounds, places), self.deeds.preferences, self._window.window()
        )

        def kept(changes: Changes) -> None:
            if changes.created and then is not None:
                then(MeetingId(changes.created[0]))

        def chosen() -> None:
            typed = dialog.meeting()

            def again(_trouble: AppError) -> None:
                self._ask(typed, councils, save, told, then)  # nobody types an agenda twice

            self.deeds.do(partial(save, typed), told, then=kept, failed=again)

        self.deeds.ask(dialog, chosen)

    def delete(self, meeting: Meeting) -> None:
        """Move a meeting to the trash, after asking."""
        assert meeting.id is not None
        work = partial(self.deeds.services.meetings.delete, meeting.id)
        self.deeds.feedback.confirm(
            f"Chuyển phiên họp “{meeting.name}” vào thùng rác?",
            yes="Chuyển vào thùng rác",
            then=lambda: self.deeds.do(work, "Đã chuyển phiên họp vào thùng rác."),
        )

    # the way of a meeting

    def bring(self, meeting_id: MeetingId, lines: Sequence[NominationId] | None = None) -> None:
        """Put lines before the council, all that are ready where none are given."""
        self.deeds.do(partial(self.deeds.services.meetings.bring, meeting_id, lines), "Đã trình đề nghị ra phiên họp.")

    def move(self, meeting: Meeting, state: MeetingState) -> None:
        """Go one step on."""
        assert meeting.id is not None
        work = partial(self.deeds.services.meetings.move, meeting.id, state)
        self.deeds.do(work, f"Phiên họp đã chuyển sang “{labels.of(state)}”.")

    def go_back(self, meeting: Meeting) -> None:
        """Ask why a meeting goes back one step."""
        state = _BACK.get(meeting.state)
        if state is None or meeting.id is None:
            return
        name, meeting_id = labels.of(state), meeting.id

        def given(reason: str) -> None:
            work = partial(self.deeds.services.meetings.move, meeting_id, state, reason=reason)
            self.deeds.do(work, f"Đã đưa phiên họp về “{name}”.")

        question = f"Vì sao đưa phiên họp về “{name}”?"
        self.deeds.feedback.ask_text(f"Đưa về “{name}”", question, yes="Đưa về", then=given)

    def conclude(self, meeting: Meeting) -> None:
        """End the count without drafting anything."""
        assert meeting.id is not None
        work = partial(self.deeds.services.verdicts.conclude, meeting.id)
        self.deeds.feedback.confirm(
            "Kết thúc kiểm phiếu và áp dụng kết luận cho mọi đề nghị?",
            detail="Đề nghị chưa ghi kết luận theo kết quả phiếu hoặc sự nhất trí. Có thể hoàn tác ngay sau đó.",
            yes="Kết thúc kiểm phiếu",
            then=lambda: self.deeds.do(work, "Đã kết thúc kiểm phiếu."),
        )

    def draft_from_tally(self, facts: Facts) -> None:
        """From the tally to the drafts in one action: ask how they are divided, then show the first."""
        told = (
            f"{len(facts.lines)} đề nghị nhận kết luận của Hội đồng; các trường hợp được đồng ý hoặc hạ mức vào "
            "dự thảo quyết định. Tất cả là một việc, hoàn tác được bằng một phím."
        )
        dialog = DraftDialog(from_tally=True, told=told, parent=self._window.window())
        drafted = self.deeds.services.decisions.draft_from_tally
        self.deeds.ask(
            dialog,
            lambda: self.deeds.do(
                partial(drafted, facts.id, dialog.split()), _DRAFTED, then=self._show_drafts, label=_DRAFTING
            ),
        )

    def draft(self, facts: Facts) -> None:
        """Draft decisions from what a counted meeting has agreed to."""
        told = "Các trường hợp Hội đồng đồng ý mà chưa có trong quyết định nào được đưa vào dự thảo."
        dialog = DraftDialog(from_tally=False, told=told, parent=self._window.window())
        decisions = self.deeds.services.decisions

        def work(split: Split) -> Changes:
            found: tuple[DraftProposal, ...] = decisions.proposals(facts.id, split)
            return decisions.draft(facts.id, found)

        def chosen() -> None:
            going = partial(work, dialog.split())  # now: the dialog is gone before the work begins beside the window
            self.deeds.do(going, _DRAFTED, then=self._show_drafts, label=_DRAFTING)

        self.deeds.ask(dialog, chosen)

    def _show_drafts(self, changes: Changes) -> None:
        if changes.created:
            self.deeds.navigation.open_requested.emit(Kind.DECISION.value, changes.created[0])
