"""What is asked of the register when it is looked through, and what is told of a recipient's past."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.decision_changes import Correction
from thidua_desktop.domain.ids import AwardRecordId, UnitId
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RecordState, RegisterEntry


class RegisterOrder(StrEnum):
    """The orders in which offices read their register; of what is equal, the latest stands first."""

    MATCH = "match"
    """What is found in names first, whose name begins so before all; then in units, decisions, deeds."""
    NAME = "name"
    """By tên, họ, đệm: persons, collectives, households (document-forms §6.1)."""
    AWARD = "award"
    """As ``RegisterQuery.award_order`` has them."""
    YEAR = "year"
    DECISION = "decision"
    """By the value of its number, then by the rest of it."""
    LATEST = "latest"
    """By the day of signing."""
    GOLDEN_BOOK = "golden_book"
    """Decision after decision as they were signed, by the number in the golden book."""
    UNIT = "unit"
    STATE = "state"
    DECIDED_BY = "decided_by"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class RegisterQuery:
    """What is looked for; everything given has to hold."""

    text: str = ""
    """Beginnings of words in any order, marks apart and i for y: of the name then or now, of the unit, of what it was
    for, of the decision's number, which is also found from its beginning on as it is written."""
    award_id: str | None = None
    year: int | None = None
    unit_id: UnitId | None = None
    """A unit with all that it had been, and the units below it today."""
    kind: RecipientKind | None = None
    state: RecordState | None = None
    order: RegisterOrder = RegisterOrder.NAME
    backwards: bool = False
    """The order turned round; what a column says nothing about still stands last."""
    name: str = ""
    unit: str = ""
    decision: str = ""
    """Beginnings of words that stand in this column."""
    award_order: tuple[str, ...] = ()
    """The order of awards, by id; any other follows."""


@dataclass(frozen=True, slots=True)
class RegisterFound:
    """The numbers of the entries found, in order, and how many there are of each kind of recipient."""

    ids: array[int]
    """Numbers alone: a register of a million entries is 8 MB of them."""
    kinds: Mapping[RecipientKind, int] = field(default_factory=dict)
    recipients: int = 0
    """How many different recipients have them."""


@dataclass(frozen=True, slots=True)
class RegisterCount:
    """What the entries found are: how many of each kind of recipient, and how many different recipients."""

    kinds: Mapping[RecipientKind, int]
    recipients: int


@dataclass(frozen=True, slots=True)
class RegisterFirst:
    """The first of the entries found, in order, and how many there are altogether."""

    ids: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """An entry with the kind of its recipient and how the recipient is called today."""

    entry: RegisterEntry
    kind: RecipientKind
    name_now: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A line of the recipient that came to nothing: when, before which meeting, and why."""

    nomination: Nomination
    year: int
    meeting: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """All that the register and the councils know of a recipient, the latest first."""

    recipient: Recipient
    entries: tuple[RegisterEntry, ...]
    corrections: Mapping[AwardRecordId, tuple[Correction, ...]]
    """What was corrected or withdrawn, by entry, the oldest first."""
    refused: tuple[Refused, ...]
