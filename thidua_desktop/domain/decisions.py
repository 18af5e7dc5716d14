"""Decisions (quyết định khen thưởng): draft, number and day after signing, the order that makes the golden book.

A signed decision is locked. What is corrected or withdrawn later keeps its old text beside the new one; its place in
the list, which is the number in the golden book (document-forms §4.1), never changes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.decision_numbers import series_number, tidy_number
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.ids import (
    AwardRecordId,
    DecisionId,
    DecisionLineId,
    MeetingId,
    NameAnswerId,
    NominationId,
)


class DecisionState(StrEnum):
    """The way of a decision (DESIGN §3)."""

    DRAFT = "draft"
    TO_SIGN = "to_sign"
    SIGNED = "signed"
    ISSUED = "issued"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


_S = DecisionState
MOVES: dict[DecisionState, tuple[DecisionState, ...]] = {
    _S.DRAFT: (_S.TO_SIGN,),
    _S.TO_SIGN: (_S.SIGNED, _S.DRAFT),
    _S.SIGNED: (_S.ISSUED, _S.CORRECTED, _S.WITHDRAWN),
    _S.ISSUED: (_S.CORRECTED, _S.WITHDRAWN),
    _S.CORRECTED: (_S.CORRECTED, _S.WITHDRAWN),
    _S.WITHDRAWN: (),
}
"""Where a decision can go. There is no way back from a signature: what was wrong is corrected, beside the old text."""

LOCKED = frozenset({_S.SIGNED, _S.ISSUED, _S.CORRECTED, _S.WITHDRAWN})
"""The states in which the list of a decision does not change any more."""

_WITH_REASON = frozenset({_S.DRAFT, _S.CORRECTED, _S.WITHDRAWN})
_LONGEST_AHEAD = 31
"""A decision dated more than a month ahead is a slip of the key."""


class DecisionMoveNotAllowed(AppError):
    """A decision cannot go from its state to the one asked for."""

    code = "decision.move_not_allowed"


class DecisionReasonMissing(AppError):
    """A decision is corrected, withdrawn or taken back, and nobody says why."""

    code = "decision.reason_missing"


class DecisionLocked(AppError):
    """The list of a signed decision is not changed."""

    code = "decision.locked"


class DecisionNumberTaken(AppError):
    """Another decision of that year and series has the number."""

    code = "decision.number_taken"


class DecisionBeforeMeeting(AppError):
    """The day of signing lies before the meeting that agreed to the list."""

    code = "decision.before_meeting"


class DecisionTooFarAhead(AppError):
    """The day of signing lies so far ahead that it must be a slip."""

    code = "decision.too_far_ahead"


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A line of the annexed list as it is printed: names as they stand, whatever becomes of the records later."""

    nomination_id: NominationId | None
    name: str
    award_id: str
    kind: str
    honorific: str = ""
    position: str = ""
    unit: str = ""
    achievement: str = ""
    golden_book: int | None = None
    """The place in the list, set when the decision gets its number."""
    award_record_id: AwardRecordId | None = None
    """Its entry in the register, once the decision is signed."""
    bonus: int | None = None
    """The bonus in đồng that the clerk has typed in the place of the one that the rulebook gives."""
    decision_id: DecisionId | None = None
    place: int = 0
    id: DecisionLineId | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision with its list."""

    title: str
    signed_by: str = ""
    number: str | None = None
    signed_on: date | None = None
    meeting_id: MeetingId | None = None
    lines: tuple[DecisionLine, ...] = ()
    state: DecisionState = DecisionState.DRAFT
    state_reason: str | None = None
    corrects: DecisionId | None = None
    """The decision that this one corrects or withdraws."""
    id: DecisionId | None = None
    authority: str | None = None
    """Code of the body that decides (``Vocabulary.bodies``)."""
    year: int = 0
    """The year in which it is numbered: that of its day, of the meeting as long as it has none."""
    issued_on: date | None = None
    legal_bases: tuple[str, ...] = ()
    merit: str = ""
    """For what, in the first article: "đã có thành tích xuất sắc trong …"."""
    executors: str = ""
    """Who sees to it, in the last article."""
    recipients: tuple[str, ...] = ()
    """Nơi nhận, after "Như Điều …"."""
    signer_posts: tuple[str, ...] = ()
    """The lines above the signature, printed as they are; those of the office where there are none."""
    signer_name: str = ""
    proposed_by: str = ""
    """"Theo đề nghị của …", the last of the bases."""
    historical: bool = False
    """A decision of earlier years that was taken over from a list; it went through no council here."""

    @property
    def locked(self) -> bool:
        """Whether the list stands for good."""
        return self.state in LOCKED

    def moved_to(self, state: DecisionState, *, reason: str | None = None) -> Decision:
        """The decision in another state; for ``SIGNED`` see ``signed``.

        Raises:
            DecisionMoveNotAllowed: no such step from here.
            DecisionReasonMissing: back to the draft, a correction or a withdrawal without a reason.
        """
        if state not in MOVES[self.state] or (state is _S.SIGNED and self.number is None):
            raise DecisionMoveNotAllowed(old=self.state, new=state)
        said = (reason or "").strip()
        if state in _WITH_REASON and not said:
            raise DecisionReasonMissing(old=self.state, new=state)
        return replace(self, state=state, state_reason=said or None)

    def signed(
        self,
        number: str,
        day: date,
        *,
        taken: Collection[str] = (),
        not_before: date | None = None,
        today: date,
        code: str = "",
    ) -> Decision:
        """The decision with its number and day: locked, every line with its place as golden-book number.

        Args:
            number: as registered, for instance "05/QĐ-SNV".
            day: the day of signing.
            taken: numbers of the other decisions of that year, as ``series_number`` gives them.
            not_before: the day of the meeting that agreed to the list.
            today: no decision is dated far ahead of it.
            code: the symbol of who issues it, for the number that is proposed in the place of a wrong one.

        Raises:
            DecisionMoveNotAllowed: it was not on its way to be signed.
            DecisionNumberUnreadable, DecisionNumberTaken: of the number.
            DecisionBeforeMeeting, DecisionTooFarAhead: of the day.
        """
        if self.state is not _S.TO_SIGN:
            raise DecisionMoveNotAllowed(old=self.state, new=_S.SIGNED)
        tidy = tidy_number(number, code)
        if series_number(tidy) in taken:
            raise DecisionNumberTaken(number=tidy, year=str(day.year))
        if not_before is not None and day < not_before:
            raise DecisionBeforeMeeting(day=day, meeting=not_before)
        if (day - today).days > _LONGEST_AHEAD:
            raise DecisionTooFarAhead(day=day, today=today)
        lines = tuple(replace(line, golden_book=place) for place, line in enumerate(self.lines, start=1))
        return replace(self, number=tidy, signed_on=day, year=day.year, lines=lines, state=_S.SIGNED, state_reason=None)


class NameSource(StrEnum):
    """The three places in which a recipient's name has to stand in the same letters before anything is printed."""

    COUNCIL = "council"
    DECISION = "decision"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class NameDifference:
    """A place at which texts differ: ``at`` is the index of the first character that is not the same in all."""

    line: int
    council: str | None
    decision: str | None
    printed: str | None
    at: int


@dataclass(frozen=True, slots=True)
class NameAnswer:
    """Why a name may stand although the three texts differ: who said so, when, and of exactly which texts."""

    decision_id: DecisionId
    line_id: DecisionLineId
    council: str | None
    listed: str | None
    printed: str | None
    reason: str
    who: str
    answered_on: date
    id: NameAnswerId | None = None

    def answers(self, difference: NameDifference) -> bool:
        """Whether the texts are still those that were looked at."""
        seen = (self.council, self.listed, self.printed)
        return seen == (difference.council, difference.decision, difference.printed)


def compare_names(
    council: Sequence[str | None], decision: Sequence[str | None], printed: Sequence[str | None]
) -> tuple[NameDifference, ...]:
    """The lines on which council result, decision list and text to print are not equal, character by character.

    The three are of one length, line by line; None stands for a line that one of them lacks. Nothing is normalised:
    two spaces, a decomposed letter or another place of the tone mark are differences that somebody would see on paper.

    Raises:
        ValueError: lists of different length.
    """
    differing = []
    for line, texts in enumerate(zip(council, decision, printed, strict=True)):
        if len(set(texts)) > 1:
            differing.append(NameDifference(line, *texts, _first_difference(texts)))
    return tuple(differing)


def _first_difference(texts: Sequence[str | None]) -> int:
    present = [text for text in texts if text is not None]
    if len(present) < len(texts):
        return 0
    shortest = min(map(len, present))
    return next((at for at in range(shortest) if len({text[at] for text in present}) > 1), shortest)


def list_findings(decision: Decision, agreed: Collection[NominationId]) -> tuple[Finding, ...]:
    """What stands against signing: lines without the council's consent, agreed lines left out, names twice."""
    listed = [line.nomination_id for line in decision.lines if line.nomination_id is not None]
    found = [
        Finding("decision.not_agreed", Severity.BLOCKING, {"name": line.name})
        for line in decision.lines
        if line.nomination_id is not None and line.nomination_id not in agreed
    ]
    left_out = len(set(agreed) - set(listed))
    if left_out:
        found.append(Finding("decision.left_out", params={"count": left_out}))
    seen: set[tuple[str, str, str]] = set()
    for line in decision.lines:
        key = (line.name, line.unit, line.award_id)
        if key in seen:
            found.append(Finding("decision.line_twice", Severity.BLOCKING, {"name": line.name}))
        seen.add(key)
    if not decision.lines:
        found.append(Finding("decision.no_lines", Severity.BLOCKING))
    return tuple(found)
