"""What units send to a round, and what went back to them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import NominationId, ReturnId, RoundId, SubmissionId, UnitId
from thidua_desktop.domain.submissions import Return, Submission, SubmissionState
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository, TrashRepository
from thidua_desktop.storage.rows import Row


class SubmissionRepository(TrashRepository):
    """Table ``submissions``: a row for every unit that is expected in a round."""

    table = "submissions"
    kind = Kind.SUBMISSION

    def get(self, submission_id: SubmissionId) -> Submission:
        """One submission.

        Raises:
            RecordMissing: no such submission, or in the trash.
        """
        return _submission(self._living(submission_id))

    def any(self, submission_id: SubmissionId) -> Submission:
        """One submission, also when it lies in the trash.

        Raises:
            RecordMissing: no such submission.
        """
        return _submission(self._one(submission_id))

    def of_round(self, round_id: RoundId) -> tuple[Submission, ...]:
        """The submissions of a round in the order of entry."""
        return tuple(_submission(row) for row in self._alive("round_id = ?", (round_id,)))

    def trashed_with(self, round_id: RoundId, stamp: str) -> tuple[SubmissionId, ...]:
        """The submissions that went to the trash together with their round."""
        found = self._where("round_id = ? AND deleted_at = ?", (round_id, stamp))
        return tuple(SubmissionId(row["id"]) for row in found)

    def last_receipt(self, round_id: RoundId) -> int:
        """The highest number of a receipt slip in a round; numbers in the trash count, none is given twice."""
        found = self._where("round_id = ?", (round_id,))
        return max((row["receipt_number"] or 0 for row in found), default=0)

    def save(self, submission: Submission) -> SubmissionId:
        """Keep a submission; gives its id."""
        return SubmissionId(self._save(submission.id, _submission_row(submission)))


class ReturnRepository(Repository):
    """Table ``returns``."""

    table = "returns"
    kind = Kind.SUBMISSION

    def get(self, return_id: ReturnId) -> Return:
        """One entry of the log.

        Raises:
            RecordMissing: no such entry.
        """
        return _return(self._one(return_id))

    def of_round(self, round_id: RoundId) -> tuple[Return, ...]:
        """All that went back in a round, the oldest first."""
        found = self._where(
            "submission_id IN (SELECT id FROM submissions WHERE round_id = ? AND deleted_at IS NULL)"
            " OR nomination_id IN (SELECT id FROM nominations WHERE round_id = ? AND deleted_at IS NULL)",
            (round_id, round_id),
            order="returned_on, id",
        )
        return tuple(_return(row) for row in found)

    def of_submissions(self, submission_ids: Iterable[SubmissionId]) -> tuple[Return, ...]:
        """What went back of some submissions, their single lines included, the oldest first."""
        wanted = json.dumps(tuple(submission_ids))
        found = self._where("submission_id IN (SELECT value FROM json_each(?))", (wanted,), order="returned_on, id")
        return tuple(_return(row) for row in found)

    def save(self, given: Return) -> ReturnId:
        """Keep an entry; gives its id."""
        if given.id is None:
            return ReturnId(self._insert(_return_row(given)))
        self._update(given.id, _return_row(given))
        return given.id

    def add_many(self, given: Sequence[Return]) -> tuple[ReturnId, ...]:
        """Keep new entries; gives their ids in order."""
        return tuple(ReturnId(new) for new in self._insert_many(map(_return_row, given), len(given)))


def _submission_row(submission: Submission) -> Row:
    return {
        "round_id": submission.round_id,
        "unit_id": submission.unit_id,
        "state": submission.state.value,
        "state_reason": rows.optional(submission.state_reason),
        "letter_number": rows.optional(submission.letter_number),
        "letter_on": rows.iso(submission.letter_on),
        "received_on": rows.iso(submission.received_on),
        "received_by": rows.optional(submission.received_by),
        "delivered_by": rows.optional(submission.delivered_by),
        "receipt_number": submission.receipt_number,
        "note": rows.optional(submission.note),
    }


@rows.reading
def _submission(row: Row) -> Submission:
    return Submission(
        round_id=RoundId(row["round_id"]),
        unit_id=UnitId(row["unit_id"]),
        state=SubmissionState(row["state"]),
        state_reason=row["state_reason"],
        letter_number=row["letter_number"],
        letter_on=rows.day(row["letter_on"]),
        received_on=rows.day(row["received_on"]),
        received_by=row["received_by"],
        delivered_by=row["delivered_by"],
        receipt_number=row["receipt_number"],
        note=row["note"],
        id=SubmissionId(row["id"]),
    )


def _return_row(given: Return) -> Row:
    return {
        "submission_id": given.submission_id,
        "nomination_id": given.nomination_id,
        "returned_on": rows.iso(given.returned_on),
        "reason": rows.text(given.reason),
        "answer_by": rows.iso(given.answer_by),
        "answered_on": rows.iso(given.answered_on),
        "letter_number": rows.optional(given.letter_number),
    }


@rows.reading
def _return(row: Row) -> Return:
    submission_id, nomination_id = row["submission_id"], row["nomination_id"]
    return Return(
        returned_on=date.fromisoformat(row["returned_on"]),
        reason=row["reason"],
        submission_id=None if submission_id is None else SubmissionId(submission_id),
        nomination_id=None if nomination_id is None else NominationId(nomination_id),
        answer_by=rows.day(row["answer_by"]),
        answered_on=rows.day(row["answered_on"]),
        letter_number=row["letter_number"],
        id=ReturnId(row["id"]),
    )
