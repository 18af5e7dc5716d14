"""What can be done with decisions: one deed behind the list, the menu, the keys and what a check offers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.councils.meetings import MeetingState
from thidua_desktop.domain.decision_changes import CorrectedField
from thidua_desktop.domain.decision_drafts import DraftProposal, Split, line_of
from thidua_desktop.domain.decisions import Decision, DecisionLine, DecisionState
from thidua_desktop.domain.ids import DecisionId, MeetingId
from thidua_desktop.domain.rulebooks import RulebookMissing
from thidua_desktop.services.amendments import Amendment
from thidua_desktop.services.corrections import By
from thidua_desktop.services.hand_decisions import Candidate
from thidua_desktop.services.meetings import MeetingRow
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.decisions.change_dialogs import CorrectDialog, Failed, WithdrawDialog
from thidua_desktop.ui.decisions.decision_dialog import DecisionDialog
from thidua_desktop.ui.decisions.draft_dialog import CONCLUDED, DraftDialog
from thidua_desktop.ui.decisions.line_columns import Line
from thidua_desktop.ui.decisions.pick_dialog import PickDialog
from thidua_desktop.ui.decisions.sign_dialog import SignDialog
from thidua_desktop.ui.desk import Desk

Change = Callable[[Sequence[DecisionLine]], Sequence[DecisionLine]]
"""Makes a new list out of the one that the file has."""

_S = DecisionState
_CODE = "QĐ-{code}"


class DecisionDeeds(Desk):
    """Every change is one call of a service; what is refused is said where it was asked."""

    # beginning

    def add(self, year: int) -> None:
        """Ask for a new decision that no meeting drafts."""
        blank = Decision("", year=year)
        self._edit(replace(blank, legal_bases=self._services.hand_decisions.bases(blank)))

    def edit(self, decision: Decision) -> None:
        """Correct what a draft says around its list."""
        self._edit(decision)

    def _edit(self, decision: Decision) -> None:
        def keep(changed: Decision, refused: Failed) -> None:
            new = changed.id is None
            work = self._services.hand_decisions.create if new else self._services.decisions.save
            told = "Đã thêm quyết định; hãy chọn các dòng cho danh sách." if new else "Đã lưu quyết định."
            self.change(partial(work, changed), told, lambda _changes: dialog.accept(), failed=refused)

        bases = partial(self._services.hand_decisions.bases, decision)
        dialog = DecisionDialog(decision, self.bodies(decision.signed_on), bases, keep, self._window)
        if decision.id is not None:
            dialog.show_printed(self._services.decision_papers.texts(decision.id))
        self.open(dialog)

    def draft(self, year: int) -> None:
        """Ask from which meeting decisions are drafted."""
        wanted = (*CONCLUDED, MeetingState.SITTING)
        meetings = [row for row in self._services.meetings.of_year(year) if row.meeting.state in wanted and row.lines]
        if not meetings:
            told = "Năm này chưa có phiên họp nào đã kiểm phiếu; hãy kết thúc kiểm phiếu ở thẻ Hội đồng trước."
            self._feedback.say(told, tone=Tone.INFO)
            return
        self._ask_draft(meetings)

    def _ask_draft(self, meetings: Sequence[MeetingRow]) -> None:
        def look(meeting_id: MeetingId, split: Split, show: Callable[[tuple[DraftProposal, ...]], None]) -> None:
            self._runner.run(partial(self._services.decisions.proposals, meeting_id, split), show)

        dialog = DraftDialog(
            meetings, self.awards(), self.bodies(), look, preferences=self._preferences, parent=self._window
        )

        def wanted() -> None:
            meeting_id = dialog.meeting_row().meeting.id
            assert meeting_id is not None
            proposals: tuple[DraftProposal, ...] = dialog.proposals()
            held = self._services.decisions
            work = (
                partial(held.draft, meeting_id, proposals)
                if dialog.concluded()
                else partial(held.draft_from_tally, meeting_id, dialog.split_by())
            )
            self.change(work, "", lambda changes: self._on_drafted(dialog, changes), failed=dialog.refuse)

        dialog.wanted = wanted
        self.open(dialog)

    def _on_drafted(self, dialog: DraftDialog, changes: Changes) -> None:
        dialog.accept()
        self._feedback.say(f"Đã lập {len(changes.created)} dự thảo quyết định. Hãy kiểm tra danh sách rồi trình ký.")

    # the list

    def rearrange(self, decision: Decision, change: Change, text: str = "") -> None:
        """Keep the list of a draft as ``change`` makes it of what the file has by then, other changes included."""
        if decision.id is None:
            return
        decision_id, held = decision.id, self._services.decisions

        def work() -> Changes:
            return held.save_lines(decision_id, change(held.get(decision_id).lines))

        self.change(work, text, label="Đang lưu danh sách…")

    def change_lines(
        self, lines: Sequence[DecisionLine], done: Callable[[], None], failed: Callable[[AppError], None]
    ) -> None:
        """Keep what was typed into lines of drafts, each in its own decision."""
        by_decision: dict[DecisionId, list[DecisionLine]] = {}
        for line in lines:
            by_decision.setdefault(line.decision_id or DecisionId(0), []).append(line)
        for decision_id, typed in by_decision.items():
            work = partial(self._services.hand_decisions.change_lines, decision_id, typed)
            self.change(work, "", lambda _changes: done(), failed=failed)

    def add_lines(self, decision: Decision) -> None:
        """Ask which agreed lines a draft takes in."""

        def found(candidates: tuple[Candidate, ...]) -> None:
            if not candidates:
                told = "Không còn trường hợp nào đã được đồng ý mà chưa có quyết định hoặc chưa trình cấp trên."
                self._feedback.say(told, tone=Tone.INFO)
                return
            own = [each for each in candidates if each.meeting_id == decision.meeting_id]
            ordered = [*own, *(each for each in candidates if each not in own)]
            dialog = PickDialog(
                "Thêm dòng vào danh sách",
                "Thêm vào danh sách",
                ordered,
                self.awards(),
                preferences=self._preferences,
                parent=self._window,
            )
            self.ask(dialog, lambda: self._take(decision, dialog.chosen()))

        self._runner.run(self._services.hand_decisions.candidates, found)

    def _take(self, decision: Decision, chosen: Sequence[Candidate]) -> None:
        def taken(held: Sequence[DecisionLine]) -> list[DecisionLine]:
            return [*held, *(line_of(each.nomination, at) for at, each in enumerate(chosen, start=len(held) + 1))]

        self.rearrange(decision, taken, f"Đã thêm {len(chosen)} dòng vào cuối danh sách.")

    def take_out(self, decision: Decision, lines: Sequence[Line]) -> None:
        """Take lines out of a draft; they wait for another decision."""
        gone = {row.line.id for row in lines}
        self.rearrange(
            decision,
            lambda held: [line for line in held if line.id not in gone],
            f"Đã đưa {len(gone)} dòng ra khỏi dự thảo; các dòng ấy chờ quyết định khác.",
        )

    def rename(self, line: DecisionLine, name: str, then: Callable[[Changes], None]) -> None:
        """Put another name into a line of a draft."""
        if line.decision_id is not None:
            named = replace(line, name=name)
            self.change(partial(self._services.hand_decisions.change_lines, line.decision_id, [named]), "", then)

    # its way

    def move(self, decision: Decision, state: DecisionState, told: str) -> None:
        """Send a draft to be signed, or note that a signed decision has been issued."""
        if decision.id is not None:
            self.change(partial(self._services.decisions.move, decision.id, state), told)

    def back(self, decision: Decision) -> None:
        """Ask why a decision goes back to the draft."""
        if decision.id is None:
            return
        decision_id = decision.id

        def given(reason: str) -> None:
            work = partial(self._services.decisions.move, decision_id, _S.DRAFT, reason=reason)
            self.change(work, "Đã đưa về dự thảo; danh sách sửa được.")

        self._feedback.ask_text(
            "Đưa về dự thảo", f"Vì sao đưa “{decision.title}” về dự thảo?", yes="Đưa về", then=given
        )

    def sign(self, decision: Decision) -> None:
        """Ask for number and day as they were registered."""
        if decision.id is None:
            return
        decision_id = decision.id
        code = self._services.office.get().code

        def sign(number: str, day: date, refused: Failed) -> None:
            work = partial(self._services.decisions.sign, decision_id, number, day)
            told = f"Đã ghi số {number}; danh sách được khóa, {len(decision.lines)} lượt khen đã vào Sổ khen thưởng."
            writing = "Đang ghi vào Sổ khen thưởng…"
            self.change(work, told, lambda _changes: dialog.accept(), failed=refused, label=writing)

        dialog = SignDialog(
            decision, _CODE.format(code=code) if code else "", self._services.today(), sign, self._window
        )
        self.open(dialog)

    def remove(self, decision: Decision) -> None:
        """Move a draft to the trash."""
        if decision.id is not None:
            told = f"Đã chuyển dự thảo “{decision.title}” vào thùng rác; các dòng chờ quyết định khác."
            self.change(partial(self._services.decisions.delete, decision.id), told)

    # after the signature

    def correct(self, decision: Decision, line: Line) -> None:
        """Ask what is to be read in a signed line."""
        if decision.id is None or line.line.id is None:
            return
        decision_id, line_id = decision.id, line.line.id

        def correct(changes: Mapping[CorrectedField, str], by: By, refused: Failed) -> None:
            work = partial(self._services.corrections.correct, decision_id, {line_id: dict(changes)}, by)
            told = f"Đã đính chính {len(changes)} chỗ; chữ đã ký được giữ bên cạnh, Sổ khen thưởng đã sửa theo."
            self.change(work, told, lambda _changes: dialog.accept(), failed=refused)

        def draft(changes: Mapping[CorrectedField, str], reason: str, refused: Failed) -> None:
            self._amend(dialog, decision_id, Amendment(reason, {line_id: dict(changes)}), refused)

        number, today = decision.number or "", self._services.today()
        dialog = CorrectDialog(line, number, today, correct=correct, draft=draft, parent=self._window)
        self.open(dialog)

    def _amend(self, dialog: Form, decision_id: DecisionId, amendment: Amendment, refused: Failed) -> None:
        """Draft a decision about a signed one, and put it in front."""

        def done(changes: Changes) -> None:
            dialog.accept()
            self._navigation_to(DecisionId(changes.created[0]))

        told = "Đã lập dự thảo; chữ cũ vẫn đọc như khi ký cho đến khi quyết định mới được ghi số."
        self.change(partial(self._services.amendments.draft, decision_id, amendment), told, done, failed=refused)

    def _navigation_to(self, decision_id: DecisionId) -> None:
        self.navigation.open_requested.emit(Kind.DECISION.value, decision_id)

    def withdraw_lines(self, decision: Decision, lines: Sequence[Line]) -> None:
        """Ask by which document awards of single lines are taken back."""
        ids = [row.line.id for row in lines if row.line.id is not None and not row.withdrawn]
        if decision.id is not None and ids:
            work = partial(self._services.corrections.withdraw_lines, decision.id, ids)
            amendment = partial(Amendment, withdrawn=tuple(ids))
            held = [row for row in lines if row.line.id in ids]
            self._withdraw(decision, held, work, amendment, whole=False)

    def withdraw(self, decision: Decision, lines: Sequence[Line]) -> None:
        """Ask by which document a whole decision is taken back."""
        if decision.id is not None:
            work = partial(self._services.corrections.withdraw, decision.id)
            held = [row for row in lines if not row.withdrawn]
            self._withdraw(decision, held, work, partial(Amendment, whole=True), whole=True)

    def _withdraw(
        self,
        decision: Decision,
        lines: Sequence[Line],
        work: Callable[[By], Changes],
        amendment: Callable[[str], Amendment],
        *,
        whole: bool,
    ) -> None:
        def withdraw(by: By, refused: Failed) -> None:
            told = f"Đã thu hồi {len(lines)} lượt khen của quyết định {decision.number}."
            self.change(partial(work, by), told, lambda _changes: dialog.accept(), failed=refused)

        def draft(_changes: Mapping[CorrectedField, str], reason: str, refused: Failed) -> None:
            self._amend(dialog, decision.id or DecisionId(0), amendment(reason), refused)

        number, today = decision.number or "", self._services.today()
        dialog = WithdrawDialog(lines, number, today, withdraw=withdraw, draft=draft, whole=whole, parent=self._window)
        self.open(dialog)

    # names of things

    def awards(self) -> dict[str, str]:
        """The names of awards by id."""
        return {award.id: award.name for award in self._services.rulebooks.awards()}

    def bodies(self, day: date | None = None) -> Mapping[str, str]:
        """The names of those who may decide, by code; none where no rulebook covers the day."""
        try:
            return self._services.rulebooks.on(day or self._services.today()).vocabulary.bodies
        except RulebookMissing:
            return {}
