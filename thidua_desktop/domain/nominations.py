"""Nominations (đề nghị khen thưởng): one recipient, one award, and where the matter stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import NominationId, RecipientId, RoundId, SubmissionId, UnitId


class Occasion(StrEnum):
    """Loại hình khen thưởng."""

    MERIT = "merit"
    SUDDEN = "sudden"
    MOVEMENT = "movement"
    CONTRIBUTION = "contribution"
    SERVICE_YEARS = "service_years"
    FOREIGN = "foreign"
    RESISTANCE = "resistance"


class NominationState(StrEnum):
    """The way of a nomination from the first line to the certificate (DESIGN §3)."""

    ENTERED = "entered"
    DOSSIER_COMPLETE = "dossier_complete"
    DOSSIER_MISSING = "dossier_missing"
    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    TO_VERIFY = "to_verify"
    BEFORE_COUNCIL = "before_council"
    AGREED = "agreed"
    REFUSED = "refused"
    POSTPONED = "postponed"
    LOWERED = "lowered"
    TO_SIGN = "to_sign"
    SENT_UP = "sent_up"
    DECIDED = "decided"
    NOT_AWARDED = "not_awarded"
    HANDED_OVER = "handed_over"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


_S = NominationState

STAGE = {
    _S.ENTERED: 0,
    _S.DOSSIER_MISSING: 1,
    _S.DOSSIER_COMPLETE: 1,
    _S.ELIGIBLE: 2,
    _S.NOT_ELIGIBLE: 2,
    _S.TO_VERIFY: 2,
    _S.BEFORE_COUNCIL: 3,
    _S.AGREED: 4,
    _S.REFUSED: 4,
    _S.POSTPONED: 4,
    _S.LOWERED: 4,
    _S.TO_SIGN: 5,
    _S.SENT_UP: 5,
    _S.DECIDED: 6,
    _S.NOT_AWARDED: 6,
    _S.HANDED_OVER: 7,
    _S.CORRECTED: 8,
    _S.WITHDRAWN: 8,
}
"""How far along the way each state stands; a move to a lower stage is a step backwards."""

MOVES: dict[NominationState, tuple[NominationState, ...]] = {
    _S.ENTERED: (_S.DOSSIER_COMPLETE, _S.DOSSIER_MISSING, _S.NOT_AWARDED),
    _S.DOSSIER_MISSING: (_S.DOSSIER_COMPLETE, _S.NOT_AWARDED),
    _S.DOSSIER_COMPLETE: (_S.ELIGIBLE, _S.NOT_ELIGIBLE, _S.TO_VERIFY, _S.DOSSIER_MISSING, _S.NOT_AWARDED),
    _S.TO_VERIFY: (_S.ELIGIBLE, _S.NOT_ELIGIBLE, _S.NOT_AWARDED),
    _S.ELIGIBLE: (_S.BEFORE_COUNCIL, _S.NOT_ELIGIBLE, _S.TO_VERIFY),
    _S.NOT_ELIGIBLE: (_S.BEFORE_COUNCIL, _S.ELIGIBLE, _S.TO_VERIFY, _S.NOT_AWARDED),
    _S.BEFORE_COUNCIL: (_S.AGREED, _S.REFUSED, _S.POSTPONED, _S.LOWERED),
    _S.POSTPONED: (_S.BEFORE_COUNCIL,),
    _S.LOWERED: (_S.TO_SIGN, _S.SENT_UP),
    _S.AGREED: (_S.TO_SIGN, _S.SENT_UP),
    _S.REFUSED: (_S.NOT_AWARDED,),
    _S.TO_SIGN: (_S.DECIDED, _S.NOT_AWARDED),
    _S.SENT_UP: (_S.DECIDED, _S.NOT_AWARDED),
    _S.DECIDED: (_S.HANDED_OVER, _S.CORRECTED, _S.WITHDRAWN),
    _S.NOT_AWARDED: (),
    _S.HANDED_OVER: (_S.CORRECTED, _S.WITHDRAWN),
    _S.CORRECTED: (_S.HANDED_OVER, _S.WITHDRAWN),
    _S.WITHDRAWN: (),
}
"""The steps forward from each state; a line can be refused before the council while the rest of its list goes on."""

_WITH_REASON = (
    _S.NOT_ELIGIBLE,
    _S.REFUSED,
    _S.POSTPONED,
    _S.LOWERED,
    _S.NOT_AWARDED,
    _S.CORRECTED,
    _S.WITHDRAWN,
)


class MoveNotAllowed(AppError):
    """A nomination cannot go from its state to the one asked for."""

    code = "nomination.move_not_allowed"


class NominationReasonMissing(AppError):
    """The move has to be justified and no reason was given."""

    code = "nomination.reason_missing"


@dataclass(frozen=True, slots=True)
class Round:
    """An đợt xét: nominations taken together."""

    name: str
    year: int
    occasion: Occasion = Occasion.MERIT
    opens: date | None = None
    closes: date | None = None
    id: RoundId | None = None


@dataclass(frozen=True, slots=True)
class LineSource:
    """Where a line was read: the file's name (empty for the clipboard), the sheet and the row."""

    file: str
    sheet: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Nomination:
    """One line: recipient, award, citation. ``id_number`` (CCCD) is text; ``award_id`` names a catalogue entry.

    ``birth`` keeps the recipient's birth as written: a year ("1980") or a day ("1980-05-17").
    """

    round_id: RoundId
    kind: RecipientKind
    name: str
    award_id: str
    honorific: str | None = None
    gender: str | None = None
    """"male", "female" or None."""
    birth: str | None = None
    id_number: str | None = None
    position: str | None = None
    unit: str | None = None
    occasion: Occasion = Occasion.MERIT
    citation: str | None = None
    state: NominationState = NominationState.ENTERED
    state_reason: str | None = None
    note: str | None = None
    id: NominationId | None = None
    recipient_id: RecipientId | None = None
    """Whose record this line belongs to, as far as it was found; ``name`` stays what the unit wrote."""
    unit_id: UnitId | None = None
    """The unit that ``unit`` was found to be."""
    submission_id: SubmissionId | None = None
    """What the unit sent it with."""
    asked_award_id: str | None = None
    """The award that the unit asked for, where the office has lowered it or sent it up; None: ``award_id`` itself."""
    counted_from: int | None = None
    """First year of the achievements."""
    counted_to: int | None = None
    """Last year of the achievements."""
    source: LineSource | None = None
    """Where the line was read, of one that came with a list."""

    def moves(self) -> tuple[NominationState, ...]:
        """Where this nomination can go: forward by the rules, backward to any earlier stage with a reason."""
        forward = MOVES[self.state]
        backward = tuple(state for state in NominationState if STAGE[state] < STAGE[self.state])
        return forward + tuple(state for state in backward if state not in forward)

    def moved_to(self, state: NominationState, *, reason: str | None = None) -> Nomination:
        """The nomination in another state.

        Raises:
            MoveNotAllowed: no such step from here.
            NominationReasonMissing: a step backwards or a negative result without a reason.
        """
        if state is self.state:
            return self
        if state not in self.moves():
            raise MoveNotAllowed(old=self.state, new=state)
        if needs_reason(self.state, state) and not (reason or "").strip():
            raise NominationReasonMissing(old=self.state, new=state)
        return replace(self, state=state, state_reason=(reason or "").strip() or None)


def needs_reason(old: NominationState, new: NominationState) -> bool:
    """Whether the move has to be justified: backwards, or to a state that says no."""
    return new in _WITH_REASON or STAGE[new] < STAGE[old]
