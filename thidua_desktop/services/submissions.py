"""What units send to a round: who is expected, who has sent, what went back, and what is complete."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import NominationId, ReturnId, RoundId, SubmissionId, UnitId
from thidua_desktop.domain.nominations import Nomination, NominationState
from thidua_desktop.domain.submission_board import Board, BoardRow, Candidates, board_row
from thidua_desktop.domain.submissions import (
    Receipt,
    Return,
    Submission,
    SubmissionMoveNotAllowed,
    SubmissionState,
    check_days,
    check_return,
    days_left,
)
from thidua_desktop.services.dossiers import DossierService
from thidua_desktop.services.submission_lines import UnitThereAlready, restore_submissions, send_back, tie, unit_finder
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["Board", "BoardRow", "Candidates", "SubmissionHasArrived", "SubmissionService", "UnitThereAlready"]

_SUBMISSION = frozenset({Kind.SUBMISSION})
_NOMINATION = frozenset({Kind.NOMINATION})
_WITH_LINES = frozenset({Kind.SUBMISSION, Kind.NOMINATION})
_WITH_UNITS = frozenset({Kind.SUBMISSION, Kind.UNIT})
_S = SubmissionState


class SubmissionHasArrived(AppError):
    """What has been received is not thrown away as if it had never come."""

    code = "submission.has_arrived"


class SubmissionOfOtherRound(AppError):
    """A line cannot come with what was sent to another round."""

    code = "submission.of_other_round"


class SubmissionService:
    """The units of a round and what they have sent."""

    def __init__(self, store: Store, dossiers: DossierService, today: Callable[[], date]) -> None:
        self._store = store
        self._dossiers = dossiers
        self._today = today

    def get(self, submission_id: SubmissionId) -> Submission:
        """One submission.

        Raises:
            RecordMissing: no such submission, or in the trash.
        """
        with self._store.read() as work:
            return work.submissions.get(submission_id)

    def of_round(self, round_id: RoundId) -> tuple[Submission, ...]:
        """The submissions of a round in the order of entry."""
        with self._store.read() as work:
            return work.submissions.of_round(round_id)

    def senders(self, round_id: RoundId) -> Mapping[SubmissionId, str]:
        """The names of the units of a round, by what each has to send."""
        with self._store.read() as work:
            tree = work.units.tree()
            found = work.submissions.of_round(round_id)
        return {each.id: tree.name(each.unit_id) for each in found if each.id is not None}

    def returns(self, round_id: RoundId) -> tuple[Return, ...]:
        """All that went back in a round, the oldest first."""
        with self._store.read() as work:
            return work.returns.of_round(round_id)

    def board(self, round_id: RoundId) -> Board:
        """Every unit of a round with what it has sent and what is missing, in the order of the office.

        Raises:
            RecordMissing: no such round.
        """
        checked = self._dossiers.of_round(round_id)
        lacking = {line for line, found in checked.items() if found.checked and found.lacking()}
        with self._store.read() as work:
            round_, submissions = work.rounds.get(round_id), work.submissions.of_round(round_id)
            living = {each.id for each in submissions}
            lines: dict[SubmissionId | None, list[Nomination]] = defaultdict(list)
            for line in work.nominations.of_round(round_id):
                lines[line.submission_id if line.submission_id in living else None].append(line)
            returns: dict[SubmissionId | None, list[Return]] = defaultdict(list)
            for each in work.returns.of_round(round_id):
                returns[each.submission_id].append(each)
            tree = work.units.tree()
        left, closes = days_left(round_.closes, self._today()), round_.closes
        rows = tuple(
            board_row(
                each,
                tree.name(each.unit_id),
                lines[each.id],
                lacking=lacking,
                returns=tuple(returns[each.id]),
                left=left,
                late=max(0, (each.received_on - closes).days) if each.received_on and closes else 0,
            )
            for each in sorted(submissions, key=lambda each: tree.rank(each.unit_id))
        )
        return Board(round_, rows, tuple(lines[None]))

    def candidates(self, round_id: RoundId) -> Candidates:
        """Units that may be expected in a round: those of a like round of the year before, and those of its lines
        of which nobody has said who sent them.

        Raises:
            RecordMissing: no such round.
        """
        with self._store.read() as work:
            round_ = work.rounds.get(round_id)
            before = [each for each in work.rounds.of_year(round_.year - 1) if each.id is not None]
            like = [each for each in before if each.occasion is round_.occasion] or before
            last = like[-1] if like else None
            then = work.submissions.of_round(last.id) if last is not None and last.id is not None else ()
            submissions = work.submissions.of_round(round_id)
            there, living = {each.unit_id for each in submissions}, {each.id for each in submissions}
            find = unit_finder(work)
            loose = [line for line in work.nominations.of_round(round_id) if line.submission_id not in living]
            named = {line.unit or "": find(line) for line in loose}
            today, tree = self._today(), work.units.tree()
            became = [unit for each in then for unit in tree.at(each.unit_id, today)]
        last_year = tuple(dict.fromkeys(unit for unit in became if unit not in there))
        known = dict.fromkeys(unit for unit in named.values() if unit is not None and unit not in there)
        unknown = tuple(name for name, unit in named.items() if unit is None and name)
        return Candidates(last_year, tuple(known), unknown, last.name if last is not None else None)

    def expect(self, round_id: RoundId, unit_ids: Iterable[UnitId], names: Iterable[str] = ()) -> Changes:
        """Expect units in a round; those that are expected already stay as they are.

        Args:
            names: units that the tree does not know yet; they are made.

        Raises:
            RecordMissing: no such round or unit.
        """
        wanted, new = tuple(unit_ids), tuple(names)
        with self._store.read() as work:
            name = brief(work.rounds.get(round_id).name)
        with self._store.write("submission.expect", name=name, count=len(wanted) + len(new)) as work:
            made = tuple(work.units.found_or_made(each) for each in new)
            there = {each.unit_id for each in work.submissions.of_round(round_id)}
            fresh = [unit for unit in dict.fromkeys((*wanted, *made)) if unit not in there]
            for unit_id in fresh:
                work.units.get(unit_id)
            created = tuple(work.submissions.save(Submission(round_id, unit_id)) for unit_id in fresh)
        return Changes("submission.expect", _WITH_UNITS, created)

    def delete(self, submission_ids: Iterable[SubmissionId]) -> Changes:
        """Expect units no more: what has not been sent goes to the trash.

        Raises:
            SubmissionHasArrived: one of them has been received; nothing has changed.
            RecordMissing: one of them is not there.
        """
        doomed = tuple(submission_ids)
        with self._store.write("submission.delete", count=len(doomed)) as work:
            for each in map(work.submissions.get, doomed):
                if each.state is not _S.NOT_SENT:
                    raise SubmissionHasArrived(unit=work.units.get(each.unit_id).name)
            work.submissions.trash(doomed)
        return Changes("submission.delete", _SUBMISSION)

    def restore(self, submission_ids: Iterable[SubmissionId]) -> Changes:
        """Expect units again that went to the trash.

        Raises:
            UnitThereAlready: the unit has been expected anew meanwhile.
            RoundInTrash: the round lies in the trash too.
            RecordMissing: one of them is not in the trash.
        """
        wanted = tuple(submission_ids)
        with self._store.write("submission.restore", count=len(wanted)) as work:
            restore_submissions(work, wanted)
        return Changes("submission.restore", _SUBMISSION)

    def receive(self, submission_id: SubmissionId, receipt: Receipt) -> Changes:
        """Write down what a unit has handed in; its lines become those of the submission, its returns are answered.

        Raises:
            ReceivedTooEarly: the unit's letter bears a later day.
            SubmissionMoveNotAllowed: it is complete or further.
            RecordMissing: it is not there.
        """
        unit = self._unit(submission_id)
        with self._store.write("submission.receive", unit=unit) as work:
            submission = work.submissions.get(submission_id)
            number = work.submissions.last_receipt(submission.round_id) + 1
            work.submissions.save(submission.received(receipt, number))
            tie(work, submission.round_id, only=submission_id)
            for each in work.returns.of_submissions([submission_id]):
                if each.waits() and each.nomination_id is None:
                    work.returns.save(replace(each, answered_on=max(receipt.received_on, each.returned_on)))
        return Changes("submission.receive", _WITH_LINES)

    def give_back(
        self,
        submission_ids: Iterable[SubmissionId],
        reason: str,
        returned_on: date,
        *,
        answer_by: date | None = None,
        letter_number: str | None = None,
    ) -> Changes:
        """Send whole submissions back to their units; one letter to many units is one operation.

        Raises:
            ReturnReasonMissing, ReturnDaysReversed: it cannot be kept so.
            SubmissionMoveNotAllowed: one has not been received, or is in the round's list already.
            RecordMissing: one is not there.
        """
        given = Return(returned_on, reason, answer_by=answer_by, letter_number=letter_number)
        check_return(given)
        going = tuple(submission_ids)
        with self._store.write("submission.give_back", count=len(going)) as work:
            for submission in map(work.submissions.get, going):
                if submission.state in (_S.NOT_SENT, _S.SUMMED_UP):
                    raise SubmissionMoveNotAllowed(old=submission.state, new=_S.RETURNED)
                work.submissions.save(submission.moved_to(_S.RETURNED, reason=reason))
            created = tuple(work.returns.save(replace(given, submission_id=each)) for each in going)
        return Changes("submission.give_back", _SUBMISSION, created)

    def give_back_lines(
        self,
        nomination_ids: Iterable[NominationId],
        reason: str,
        returned_on: date,
        *,
        answer_by: date | None = None,
        letter_number: str | None = None,
    ) -> Changes:
        """Send single lines back to their units to be completed; the rest of what they sent goes on.

        Raises:
            ReturnReasonMissing, ReturnDaysReversed: it cannot be kept so.
            RecordMissing: one is not there.
        """
        given = Return(returned_on, reason, answer_by=answer_by, letter_number=letter_number)
        check_return(given)
        going = tuple(nomination_ids)
        with self._store.write("submission.give_back_lines", count=len(going)) as work:
            created = send_back(work, going, given, NominationState.DOSSIER_MISSING)
        return Changes("submission.give_back_lines", _WITH_LINES, created)

    def refuse_lines(self, nomination_ids: Iterable[NominationId], reason: str, on: date) -> Changes:
        """Refuse single lines for good; the rest of what their units sent goes on.

        Raises:
            ReturnReasonMissing: nothing has been refused.
            MoveNotAllowed: one of them is before the council or further.
            RecordMissing: one is not there.
        """
        given = Return(on, reason)
        check_return(given)
        going = tuple(nomination_ids)
        with self._store.write("submission.refuse_lines", count=len(going)) as work:
            created = send_back(work, going, given, NominationState.NOT_AWARDED)
        return Changes("submission.refuse_lines", _WITH_LINES, created)

    def answer(self, return_ids: Iterable[ReturnId], on: date) -> Changes:
        """Keep the day on which units have answered.

        A whole submission that was returned is received again once nothing more of it is waited for.

        Raises:
            ReturnDaysReversed: the day is before that of the return; nothing has been kept.
            RecordMissing: one of the entries is not there.
        """
        wanted = tuple(return_ids)
        with self._store.write("submission.answer", count=len(wanted)) as work:
            for given in map(work.returns.get, wanted):
                answered = replace(given, answered_on=on)
                check_return(answered)
                work.returns.save(answered)
                if given.submission_id is not None and given.nomination_id is None:
                    _received_again(work, given.submission_id)
        return Changes("submission.answer", _SUBMISSION)

    def move(
        self, submission_ids: Iterable[SubmissionId], state: SubmissionState, *, reason: str | None = None
    ) -> Changes:
        """Set the state of submissions: complete, summed up, or a step back with its reason.

        Raises:
            SubmissionMoveNotAllowed, SubmissionReasonMissing: for the first that cannot go there; none has moved.
            RecordMissing: one is not there.
        """
        moving = tuple(submission_ids)
        with self._store.write("submission.move", count=len(moving), submission_state=state) as work:
            for submission in map(work.submissions.get, moving):
                if submission.received_on is None and state is not _S.NOT_SENT:
                    raise SubmissionMoveNotAllowed(old=submission.state, new=state)
                work.submissions.save(submission.moved_to(state, reason=reason))
        return Changes("submission.move", _SUBMISSION)

    def save(self, submission: Submission) -> Changes:
        """Keep corrected particulars of a submission: letter, days, names, note. Its state stays.

        Raises:
            ReceivedTooEarly: the unit's letter bears a later day.
            RecordMissing: it is not there.
        """
        check_days(submission.letter_on, submission.received_on)
        with self._store.read() as work:
            kept = work.submissions.get(submission.id or SubmissionId(0))
            unit = brief(work.units.get(kept.unit_id).name)
        with self._store.write("submission.save", unit=unit) as work:
            work.submissions.save(replace(submission, state=kept.state, state_reason=kept.state_reason))
        return Changes("submission.save", _SUBMISSION)

    def tie(self, round_id: RoundId) -> Changes:
        """Give every line without a submission to that of its unit, or of the nearest unit above.

        Raises:
            RecordMissing: no such round.
        """
        with self._store.read() as work:
            name = brief(work.rounds.get(round_id).name)
        with self._store.write("submission.tie", name=name) as work:
            tie(work, round_id)
        return Changes("submission.tie", _NOMINATION)

    def assign(self, nomination_ids: Iterable[NominationId], submission_id: SubmissionId | None) -> Changes:
        """Say by hand with which submission lines came; None: with none.

        Raises:
            SubmissionOfOtherRound: a line is of another round than the submission.
            RecordMissing: the submission or a line is not there.
        """
        moving = tuple(nomination_ids)
        with self._store.write("submission.assign", count=len(moving)) as work:
            submission = work.submissions.get(submission_id) if submission_id is not None else None
            lines = work.nominations.among(moving)
            for line in lines:
                if submission is not None and submission.round_id != line.round_id:
                    raise SubmissionOfOtherRound(name=line.name)
            work.nominations.save_many([replace(line, submission_id=submission_id) for line in lines])
        return Changes("submission.assign", _NOMINATION)

    def _unit(self, submission_id: SubmissionId) -> str:
        with self._store.read() as work:
            return brief(work.units.get(work.submissions.get(submission_id).unit_id).name)


def _received_again(work: Work, submission_id: SubmissionId) -> None:
    """Move a returned submission on, unless another return of the whole of it still waits."""
    submission = work.submissions.get(submission_id)
    others = work.returns.of_submissions([submission_id])
    waits = any(each.waits() for each in others if each.nomination_id is None)
    if submission.state is _S.RETURNED and not waits:
        work.submissions.save(submission.moved_to(_S.RECEIVED))
