"""What is written beside decisions: corrections (đính chính), withdrawals (thu hồi), answers of higher levels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import CorrectionId, DecisionId, DecisionLineId, NominationId, SentUpId


class CorrectedField(StrEnum):
    """What of a decision's line can be corrected; ``LINE`` is the line as a whole, which is withdrawn."""

    NAME = "name"
    HONORIFIC = "honorific"
    POSITION = "position"
    UNIT = "unit"
    ACHIEVEMENT = "achievement"
    LINE = "line"


class CorrectionEmpty(AppError):
    """Nothing is corrected: no field, the same text again, or no reason."""

    code = "decision.correction_empty"


class CorrectionTooEarly(AppError):
    """A correction bears an earlier day than the decision that it corrects."""

    code = "decision.correction_too_early"


class AnsweredTooEarly(AppError):
    """A higher level has answered before it was asked."""

    code = "sent_up.answered_too_early"


@dataclass(frozen=True, slots=True)
class Correction:
    """What is read in the place of an old text since when, and why. The old text stays in the decision's line.

    ``reads`` None: the line does not hold any more (it was withdrawn).
    """

    decision_id: DecisionId
    line_id: DecisionLineId
    field: CorrectedField
    was: str
    reads: str | None
    corrected_on: date
    reason: str
    by_number: str = ""
    """Number of the decision or letter that corrects."""
    id: CorrectionId | None = None
    by_id: DecisionId | None = None
    """The decision of this office that corrects; nothing is corrected before it is signed."""


@dataclass(frozen=True, slots=True)
class SentUp:
    """A line that went to a higher level, followed until its answer comes."""

    nomination_id: NominationId
    level: str
    """Code of the body that is asked (``Vocabulary.bodies``)."""
    sent_on: date
    letter_number: str = ""
    answered_on: date | None = None
    decision: str = ""
    """Number of the decision that came, where the award was given."""
    note: str = ""
    id: SentUpId | None = None

    @property
    def waits(self) -> bool:
        """Whether no answer has come."""
        return self.answered_on is None
