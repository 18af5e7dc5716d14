"""What can be done with the units of a round: one deed behind the board, the window, their menus and keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import NominationId, ReturnId, RoundId, SubmissionId
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.submission_board import Board, BoardRow
from thidua_desktop.domain.submissions import SubmissionState, needs_reason
from thidua_desktop.services.container import Services
from thidua_desktop.services.submission_papers import Format, Letter, SlipPaper
from thidua_desktop.ui.common.dialogs import Form, delete_when_closed
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.printing import Printing
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.submissions.dialogs import AnswerDialog, LettersDialog, ReceiveDialog, ReturnDialog
from thidua_desktop.ui.submissions.expect_dialog import ExpectDialog
from thidua_desktop.ui.undoable import Undoable
from thidua_desktop.wording import labels

_S = SubmissionState
_MISSING_REASON = "Hồ sơ thiếu giấy tờ, theo công văn kèm theo"


class SubmissionDeeds(Printing):
    """Asks, writes in the background, tells. ``window`` is what dialogs stand above."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        feedback: Feedback,
        *,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(services, runner, feedback, preferences, window)
        self._undoable = Undoable(services, runner, navigation, feedback)
        self._service, self._papers = services.submissions, services.submission_papers
        self.dialog: Form | None = None
        """The dialog opened last."""

    # units

    def expect(self, board: Board) -> None:
        """Ask which units have to send."""
        round_id = board.round.id
        assert round_id is not None
        there = {row.submission.unit_id for row in board.rows}
        today = self._services.today()
        units = [unit for unit in self._services.units.all() if unit.valid_to is None or unit.valid_to >= today]
        dialog = ExpectDialog(units, there, self._service.candidates(round_id), self._window)

        def chosen() -> None:
            count = len(dialog.units()) + len(dialog.names())
            work = partial(self._service.expect, round_id, dialog.units(), dialog.names())
            self._do(work, f"Đã thêm {count} đơn vị phải gửi hồ sơ.")

        self._ask(dialog, chosen)

    def remove(self, rows: Sequence[BoardRow]) -> None:
        """Expect units no more."""
        self._do(partial(self._service.delete, _ids(rows)), f"Đã bỏ {len(rows)} đơn vị khỏi đợt xét.")

    def tie(self, round_id: RoundId) -> None:
        """Give every line without a unit to that of its unit."""
        self._do(partial(self._service.tie, round_id), "Đã xếp các dòng về đơn vị gửi.")

    def assign(self, lines: Sequence[Nomination], row: BoardRow) -> None:
        """Say by hand which unit sent lines."""
        ids = [line.id for line in lines if line.id is not None]
        work = partial(self._service.assign, ids, row.submission.id)
        self._do(work, f"Đã ghi {len(ids)} dòng do “{row.unit}” gửi.")

    # in, back, complete

    def receive(self, row: BoardRow) -> None:
        """Ask for the letter and write down that the papers came; the message offers the slip."""
        submission_id = row.submission.id
        assert submission_id is not None
        clerk = self._services.office.get().compiler_name
        dialog = ReceiveDialog(row, self._services.today(), clerk=clerk, parent=self._window)

        def chosen() -> None:
            slip = Offer("In phiếu tiếp nhận", partial(self.slip, row))
            work = partial(self._service.receive, submission_id, dialog.receipt())
            self._do(work, f"Đã nhận hồ sơ của “{row.unit}”.", offers=(slip,))

        self._ask(dialog, chosen)

    def give_back(self, rows: Sequence[BoardRow]) -> None:
        """Ask why whole submissions go back."""
        what = rows[0].unit if len(rows) == 1 else f"{len(rows)} đơn vị"
        dialog = ReturnDialog(f"Trả hồ sơ của {what}", self._services.today(), parent=self._window)
        work = partial(self._service.give_back, _ids(rows))
        self._ask_return(dialog, work, f"Đã ghi trả hồ sơ của {what}.")

    def give_back_lines(self, lines: Sequence[Nomination], reasons: Sequence[str] = ()) -> None:
        """Ask why single lines go back; the rest of their submissions goes on."""
        what = lines[0].name if len(lines) == 1 else f"{len(lines)} dòng"
        dialog = ReturnDialog(f"Trả {what} để bổ sung", self._services.today(), reasons=reasons, parent=self._window)
        work = partial(self._service.give_back_lines, _line_ids(lines))
        self._ask_return(dialog, work, f"Đã ghi trả {what}; các dòng khác tiếp tục.")

    def refuse_lines(self, lines: Sequence[Nomination]) -> None:
        """Ask why single lines are refused for good."""
        what = f"“{lines[0].name}”" if len(lines) == 1 else f"{len(lines)} dòng"

        def refused(reason: str) -> None:
            work = partial(self._service.refuse_lines, _line_ids(lines), reason, self._services.today())
            self._do(work, f"Không nhận {what}; các dòng khác tiếp tục.")

        self._feedback.ask_text("Không nhận đề nghị", f"Vì sao không nhận {what}?", yes="Không nhận", then=refused)

    def answered(self, rows: Sequence[BoardRow]) -> None:
        """Write down that units have brought what they were asked for; with several returns, asks for which."""
        owed = [each.id for row in rows for each in row.owes if each.id is not None]
        if len(owed) == 1:
            self._answer(owed, self._services.today())
            return
        waiting = [row for row in rows if row.owes]
        dialog = AnswerDialog(waiting, self._services.today(), self._window)
        self._ask(dialog, lambda: self._answer(dialog.answered(), dialog.day() or self._services.today()))

    def _answer(self, owed: Sequence[ReturnId], on: date) -> None:
        self._do(partial(self._service.answer, owed, on), f"Đã ghi đơn vị bổ sung xong {len(owed)} lần trả.")

    def move(self, rows: Sequence[BoardRow], state: SubmissionState) -> None:
        """Set the state of submissions; asks for the reason of a step back, warns where documents are missing."""
        if any(needs_reason(row.submission.state, state) for row in rows):
            name = labels.of(state)
            question = f"Vì sao đưa {len(rows)} hồ sơ về “{name}”?"
            self._feedback.ask_text(f"Đưa về “{name}”", question, yes="Đưa về", then=partial(self._move, rows, state))
            return
        lacking = sum(row.lacking for row in rows)
        if state is _S.COMPLETE and lacking:
            self._feedback.confirm(
                f"Còn {lacking} dòng thiếu giấy tờ. Vẫn ghi hồ sơ là đủ?",
                detail="Các dòng ấy giữ tình trạng của mình; hồ sơ của đơn vị được coi là đủ để đi tiếp.",
                yes="Ghi là đủ",
                then=lambda: self._move(rows, state, None),
            )
            return
        self._move(rows, state, None)

    def _move(self, rows: Sequence[BoardRow], state: SubmissionState, reason: str | None) -> None:
        work = partial(self._service.move, _ids(rows), state, reason=reason)
        self._do(work, f"Đã chuyển {len(rows)} hồ sơ sang “{labels.of(state)}”.")

    # papers

    def slip(self, row: BoardRow, paper: SlipPaper = SlipPaper.A4, format: Format = Format.PDF) -> None:
        """The receipt slip of a unit."""
        assert row.submission.id is not None
        work = partial(self._papers.receipt_slip, row.submission.id, paper=paper)
        self.give(f"Phiếu tiếp nhận hồ sơ {row.unit}", work, format)

    def missing_letters(self, round_id: RoundId) -> None:
        """Letters about missing documents: all units in one action."""

        def found(rows: Sequence[BoardRow]) -> None:
            if not rows:
                told = "Chưa có hồ sơ nào được ghi là thiếu giấy tờ; hãy kiểm tra giấy tờ ở thẻ Hồ sơ trước."
                self._feedback.say(told, tone=Tone.MUTED)
                return
            explained = "Mỗi đơn vị được chọn có một công văn riêng, nêu từng trường hợp và giấy tờ còn thiếu."
            log = "" if self._services.read_only else "Ghi trả bổ sung vào hồ sơ của các đơn vị này"
            dialog = LettersDialog(
                "Công văn đề nghị bổ sung", explained, rows, self._services.today(), log=log, parent=self._window
            )
            self._ask(dialog, partial(self._write_missing, dialog, round_id))

        self._runner.run(partial(self._papers.lacking, round_id), found)

    def reminder_letters(self, round_id: RoundId) -> None:
        """Letters to units that have not sent anything."""

        def found(rows: Sequence[BoardRow]) -> None:
            if not rows:
                self._feedback.say("Các đơn vị đã gửi đủ; chưa cần công văn đôn đốc.", tone=Tone.MUTED)
                return
            explained = "Mỗi đơn vị được chọn có một công văn riêng, nhắc gửi hồ sơ của đợt xét."
            dialog = LettersDialog(
                "Công văn đôn đốc gửi hồ sơ", explained, rows, self._services.today(), parent=self._window
            )
            self._ask(dialog, partial(self._write_reminders, dialog, round_id))

        self._runner.run(partial(self._papers.waiting, round_id), found)

    def waiting_list(self, round_id: RoundId, format: Format = Format.PDF) -> None:
        """The list of units that have not sent anything."""
        self.give("Danh sách đơn vị chưa gửi hồ sơ", partial(self._papers.waiting_list, round_id), format)

    def _write_missing(self, dialog: LettersDialog, round_id: RoundId) -> None:
        letters = dialog.letters()
        work = partial(self._papers.missing_letters, round_id, letters)
        self.give(_name("bổ sung hồ sơ", letters), work, dialog.format)
        if dialog.log.isChecked() and not dialog.log.isHidden():
            first = letters[0][0]
            back = partial(
                self._service.give_back,
                [submission_id for _, submission_id in letters],
                _MISSING_REASON,
                first.day or self._services.today(),
                answer_by=first.answer_by,
                letter_number=first.number,
            )
            self._do(back, f"Đã ghi trả bổ sung {len(letters)} hồ sơ.")

    def _write_reminders(self, dialog: LettersDialog, round_id: RoundId) -> None:
        letters = dialog.letters()
        only = [letter for letter, _ in letters]
        self.give(
            _name("đôn đốc gửi hồ sơ", letters), partial(self._papers.reminder_letters, round_id, only), dialog.format
        )

    # how

    def _ask(self, dialog: Form, chosen: Callable[[], None]) -> None:
        self.dialog = dialog
        dialog.accepted.connect(chosen)
        delete_when_closed(dialog, self._runner)
        dialog.open()

    def _ask_return(self, dialog: ReturnDialog, work: Callable[..., Changes], text: str) -> None:
        def chosen() -> None:
            given = partial(
                work,
                dialog.why(),
                dialog.returned_on(),
                answer_by=dialog.answer_by(),
                letter_number=dialog.letter_number(),
            )
            self._do(given, text)

        self._ask(dialog, chosen)

    def _do(self, work: Callable[[], Changes], text: str, *, offers: tuple[Offer, ...] = ()) -> None:
        self._undoable.do(work, text, offers=offers)


def _ids(rows: Sequence[BoardRow]) -> list[SubmissionId]:
    return [row.submission.id for row in rows if row.submission.id is not None]


def _line_ids(lines: Sequence[Nomination]) -> list[NominationId]:
    return [line.id for line in lines if line.id is not None]


def _name(about: str, letters: Sequence[tuple[Letter, SubmissionId]]) -> str:
    return f"Công văn {about} {letters[0][0].unit if len(letters) == 1 else 'các đơn vị'}"
