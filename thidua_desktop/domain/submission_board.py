"""A round at one look: every unit, what it has sent and what is missing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import NominationId, UnitId
from thidua_desktop.domain.nominations import Nomination, NominationState, Round
from thidua_desktop.domain.submissions import Return, Submission, SubmissionState, open_returns


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One unit of a round."""

    submission: Submission
    unit: str
    lines: Mapping[RecipientKind, int]
    """How many lines of each kind of recipient it has sent."""
    lacking: int
    """Lines whose dossiers have been looked at and lack something."""
    refused: int
    returns: tuple[Return, ...]
    """All that went back, the oldest first."""
    days_left: int | None
    """Until the round's last day, below zero: late; None where the unit has sent or the round has no last day."""
    days_late: int
    """How many days after the round's last day the papers came; 0 where they came in time or have not come."""

    names: Mapping[NominationId, str] = field(default_factory=dict)
    """Who its lines are for, by their ids: a return may be of one of them."""

    @property
    def total(self) -> int:
        """All of its lines."""
        return sum(self.lines.values())

    @property
    def owes(self) -> tuple[Return, ...]:
        """What the unit still has to answer, the most urgent first."""
        return open_returns(self.returns)


@dataclass(frozen=True, slots=True)
class Board:
    """The units of a round, and the lines that belong to none of them."""

    round: Round
    rows: tuple[BoardRow, ...]
    loose: tuple[Nomination, ...]

    def in_state(self, state: SubmissionState) -> tuple[BoardRow, ...]:
        """The units in one state."""
        return tuple(row for row in self.rows if row.submission.state is state)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Units that may be expected in a round and are not yet."""

    last_year: tuple[UnitId, ...]
    """Those of the like round of the year before, or what they have become since."""
    of_lines: tuple[UnitId, ...]
    """Those whose lines are in the round without a sender."""
    unknown: tuple[str, ...]
    """Names in such lines that no unit bears."""
    last_round: str | None
    """The name of the round of the year before."""


def board_row(
    submission: Submission,
    unit: str,
    lines: Sequence[Nomination],
    *,
    lacking: Collection[NominationId],
    returns: tuple[Return, ...],
    left: int | None,
    late: int,
) -> BoardRow:
    """The row of one unit, its lines counted."""
    counted = {kind: sum(line.kind is kind for line in lines) for kind in RecipientKind}
    waits = submission.state is SubmissionState.NOT_SENT
    return BoardRow(
        submission,
        unit,
        {kind: count for kind, count in counted.items() if count},
        sum(line.id in lacking for line in lines),
        sum(line.state is NominationState.NOT_AWARDED for line in lines),
        returns,
        left if waits else None,
        0 if waits else late,
        {line.id: line.name for line in lines if line.id is not None},
    )
