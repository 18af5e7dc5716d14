"""Submissions (tờ trình, danh sách của một đơn vị trong đợt xét): from "has not sent yet" to "taken into the round"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.ids import NominationId, ReturnId, RoundId, SubmissionId, UnitId


class SubmissionState(StrEnum):
    """Where what a unit sends stands (DESIGN §3)."""

    NOT_SENT = "not_sent"
    RECEIVED = "received"
    RETURNED = "returned"
    COMPLETE = "complete"
    SUMMED_UP = "summed_up"


_S = SubmissionState
ORDER = tuple(SubmissionState)
"""The states in the order in which a submission goes through them."""

MOVES: dict[SubmissionState, tuple[SubmissionState, ...]] = {
    _S.NOT_SENT: (_S.RECEIVED,),
    _S.RECEIVED: (_S.RETURNED, _S.COMPLETE),
    _S.RETURNED: (_S.RECEIVED, _S.COMPLETE),
    _S.COMPLETE: (_S.SUMMED_UP,),
    _S.SUMMED_UP: (),
}
"""The steps that need no reason; what comes back after a return is received again."""

ARRIVED = frozenset({_S.RECEIVED, _S.RETURNED, _S.COMPLETE, _S.SUMMED_UP})
"""The states of what the office has in its hands."""


class SubmissionMoveNotAllowed(AppError):
    """A submission cannot go from its state to the one asked for."""

    code = "submission.move_not_allowed"


class SubmissionReasonMissing(AppError):
    """A step backwards, or a return, has to be justified and no reason was given."""

    code = "submission.reason_missing"


class ReceivedTooEarly(AppError):
    """A letter cannot be received before the day that it bears."""

    code = "submission.received_too_early"


class ReturnReasonMissing(AppError):
    """What goes back to a unit goes with a reason."""

    code = "submission.return_reason_missing"


class ReturnDaysReversed(AppError):
    """An answer cannot be asked for, or come, before the day of the return."""

    code = "submission.return_days_reversed"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is written down when a unit hands in its papers."""

    received_on: date
    letter_number: str | None = None
    """Số, ký hiệu of the unit's tờ trình."""
    letter_on: date | None = None
    received_by: str | None = None
    delivered_by: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Submission:
    """What one unit sends to one round; also of a unit that is expected and has not sent anything yet."""

    round_id: RoundId
    unit_id: UnitId
    state: SubmissionState = SubmissionState.NOT_SENT
    state_reason: str | None = None
    letter_number: str | None = None
    letter_on: date | None = None
    received_on: date | None = None
    received_by: str | None = None
    delivered_by: str | None = None
    receipt_number: int | None = None
    """Number of its receipt slip, running through the round."""
    note: str | None = None
    id: SubmissionId | None = None

    def moves(self) -> tuple[SubmissionState, ...]:
        """Where it can go: forward by the rules, backward to any earlier state with a reason."""
        backward = tuple(state for state in ORDER[: ORDER.index(self.state)] if state not in MOVES[self.state])
        return MOVES[self.state] + backward

    def moved_to(self, state: SubmissionState, *, reason: str | None = None) -> Submission:
        """The submission in another state.

        Raises:
            SubmissionMoveNotAllowed: no such step from here.
            SubmissionReasonMissing: a step backwards without a reason.
        """
        if state is self.state:
            return self
        if state not in self.moves():
            raise SubmissionMoveNotAllowed(old=self.state, new=state)
        if needs_reason(self.state, state) and not (reason or "").strip():
            raise SubmissionReasonMissing(old=self.state, new=state)
        return replace(self, state=state, state_reason=(reason or "").strip() or None)

    def received(self, receipt: Receipt, number: int) -> Submission:
        """The submission as it was handed in; a number that it has already stays.

        Raises:
            ReceivedTooEarly: the unit's letter is of a later day.
            SubmissionMoveNotAllowed: it is complete or further.
        """
        check_days(receipt.letter_on, receipt.received_on)
        if self.state not in (_S.NOT_SENT, _S.RECEIVED, _S.RETURNED):
            raise SubmissionMoveNotAllowed(old=self.state, new=_S.RECEIVED)
        return replace(
            self.moved_to(_S.RECEIVED),
            letter_number=receipt.letter_number,
            letter_on=receipt.letter_on,
            received_on=receipt.received_on,
            received_by=receipt.received_by,
            delivered_by=receipt.delivered_by,
            note=receipt.note,
            receipt_number=self.receipt_number or number,
        )


@dataclass(frozen=True, slots=True)
class Return:
    """One time that something went back to a unit: a whole submission, or one line of it."""

    returned_on: date
    reason: str
    submission_id: SubmissionId | None = None
    nomination_id: NominationId | None = None
    answer_by: date | None = None
    """None: nothing is asked for any more, a refusal."""
    answered_on: date | None = None
    letter_number: str | None = None
    id: ReturnId | None = None

    def waits(self) -> bool:
        """Whether the unit still has to answer."""
        return self.answer_by is not None and self.answered_on is None


def check_days(letter_on: date | None, received_on: date | None) -> None:
    """Refuse days that cannot be.

    Raises:
        ReceivedTooEarly: the letter bears a later day than that of its arrival.
    """
    if letter_on is not None and received_on is not None and letter_on > received_on:
        raise ReceivedTooEarly(letter_on=letter_on, received_on=received_on)


def check_return(given: Return) -> None:
    """Refuse an entry of the log that cannot be.

    Raises:
        ReturnReasonMissing, ReturnDaysReversed
    """
    if not squeeze(given.reason):
        raise ReturnReasonMissing
    for day in (given.answer_by, given.answered_on):
        if day is not None and day < given.returned_on:
            raise ReturnDaysReversed(returned_on=given.returned_on, day=day)


def needs_reason(old: SubmissionState, new: SubmissionState) -> bool:
    """Whether the step has to be justified: to anything earlier, save that what comes back is received again."""
    return new not in MOVES[old] and new is not old


def days_left(closes: date | None, today: date) -> int | None:
    """How many days a unit still has; below zero: so many days late. None where the round has no last day."""
    return None if closes is None else (closes - today).days


def law_day(submission: Submission | None, closes: date | None, today: date) -> date:
    """The day whose law judges the papers: of the unit's letter, else of their arrival, else of the round's end."""
    if submission is not None:
        for day in (submission.letter_on, submission.received_on):
            if day is not None:
                return day
    return min(closes, today) if closes is not None else today


def unit_or_above(
    unit_id: UnitId | None, parents: dict[UnitId, UnitId | None], wanted: Iterable[UnitId]
) -> UnitId | None:
    """The unit itself, or the nearest one above it, that is among those wanted: a school's lines come with its Sở's."""
    among, seen = frozenset(wanted), set[UnitId]()
    while unit_id is not None and unit_id not in seen:
        if unit_id in among:
            return unit_id
        seen.add(unit_id)
        unit_id = parents.get(unit_id)
    return None


def open_returns(returns: Sequence[Return]) -> tuple[Return, ...]:
    """Those that the unit has not answered, the most urgent first."""
    waiting = [each for each in returns if each.waits()]
    return tuple(sorted(waiting, key=lambda each: (each.answer_by or date.max, each.returned_on)))
