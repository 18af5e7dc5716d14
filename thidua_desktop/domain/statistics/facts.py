"""The facts that are counted: one immutable row for each thing, with what questions can ask of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.periods import quarter_of_month
from thidua_desktop.domain.register import RecordState
from thidua_desktop.domain.results import Result, result_of
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import NO, NOT_APPLICABLE, UNKNOWN, YES, Dimension, Subject
from thidua_desktop.domain.submissions import SubmissionState
from thidua_desktop.domain.tasks import Task, TaskState


class TaskOutcome(StrEnum):
    """What has become of a task; each task has exactly one."""

    IN_TIME = "in_time"
    LATE = "late"
    """Done after its deadline."""
    MISSED = "missed"
    """Open although its deadline is past."""
    RUNNING = "running"
    CARRIED_OVER = "carried_over"
    CANCELLED = "cancelled"
    NOT_ARISEN = "not_arisen"
    """Conditional work whose case did not come: it was not planned after all."""


class MovementState(StrEnum):
    """Whether a movement has been summed up."""

    UNDER_WAY = "under_way"
    CLOSED = "closed"


class Outcome(StrEnum):
    """What a nomination has come to; each has exactly one."""

    AWARDED = "awarded"
    AGREED = "agreed"
    """The council has agreed, the decision is not signed."""
    SENT_UP = "sent_up"
    """At a higher level, which has not answered."""
    REFUSED = "refused"
    POSTPONED = "postponed"
    PENDING = "pending"
    """Not before a council yet."""
    WITHDRAWN = "withdrawn"


_N = NominationState
OUTCOMES: Mapping[NominationState, Outcome] = {
    _N.ENTERED: Outcome.PENDING,
    _N.DOSSIER_COMPLETE: Outcome.PENDING,
    _N.DOSSIER_MISSING: Outcome.PENDING,
    _N.ELIGIBLE: Outcome.PENDING,
    _N.NOT_ELIGIBLE: Outcome.PENDING,
    _N.TO_VERIFY: Outcome.PENDING,
    _N.BEFORE_COUNCIL: Outcome.PENDING,
    _N.AGREED: Outcome.AGREED,
    _N.LOWERED: Outcome.AGREED,
    _N.TO_SIGN: Outcome.AGREED,
    _N.SENT_UP: Outcome.SENT_UP,
    _N.REFUSED: Outcome.REFUSED,
    _N.NOT_AWARDED: Outcome.REFUSED,
    _N.POSTPONED: Outcome.POSTPONED,
    _N.DECIDED: Outcome.AWARDED,
    _N.HANDED_OVER: Outcome.AWARDED,
    _N.CORRECTED: Outcome.AWARDED,
    _N.WITHDRAWN: Outcome.WITHDRAWN,
}
"""Every state of a nomination as a result: what the report to the superior tells."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something belongs: the unit as of the day, and the one above it that a report lists."""

    unit_id: int | None = None
    top_unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of a recipient on the day: values of the dimensions of the same names."""

    kind: str
    sex: str = UNKNOWN
    ethnic: str = UNKNOWN
    worker: str = UNKNOWN
    leader: str = UNKNOWN
    enterprise: str = UNKNOWN


@dataclass(frozen=True, slots=True)
class TaskFact:
    """A task, on the day of its deadline; the unit is the first of those that lead it."""

    id: int
    day: date | None
    year: int
    outcome: TaskOutcome
    place: Place = Place()
    reason: str = NOT_APPLICABLE
    amount: int = 1
    text: str = ""
    section: str = ""
    lead: tuple[str, ...] = ()
    """All who lead it, as the plan writes them."""
    completed_on: date | None = None
    plan_id: int = 0


@dataclass(frozen=True, slots=True)
class MovementFact:
    """A movement, on the day of its launch."""

    id: int
    day: date | None
    year: int
    level: str = UNKNOWN
    scope: str = UNKNOWN
    method: str = UNKNOWN
    length: str = UNKNOWN
    state: MovementState = MovementState.UNDER_WAY
    amount: int = 1
    name: str = ""


@dataclass(frozen=True, slots=True)
class NominationFact:
    """A nomination, on the day on which its round closes (or opens, where that is not known), within the round's
    year."""

    id: int
    day: date | None
    year: int
    award_id: str
    group: str
    level: str
    occasion: str
    traits: Traits
    state: NominationState
    place: Place = Place()
    sent_up: bool = False
    """Whether it went to a higher level, whatever came of it."""
    round_id: int = 0
    amount: int = 1


@dataclass(frozen=True, slots=True)
class AwardFact:
    """An award that was given and holds, on the day of its decision.

    ``id`` is the number of its entry in the register; that of the line of a signed decision, negated, where it has
    none. ``day`` None: only the year commended is known.
    """

    id: int
    day: date | None
    year: int
    award_id: str
    group: str
    level: str
    occasion: str
    traits: Traits
    place: Place = Place()
    corrected: bool = False
    amount: int = 1


@dataclass(frozen=True, slots=True)
class RegistrationFact:
    """A title that somebody, or so many of a unit (``amount``), set out to reach in a year; on the day on which they
    registered, within that year, or on its first day."""

    id: int
    day: date | None
    year: int
    award_id: str
    group: str
    level: str
    traits: Traits
    place: Place = Place()
    amount: int = 1


@dataclass(frozen=True, slots=True)
class SubmissionFact:
    """What a unit sent, or was to send, to a round; on the day on which the round closes, as its nominations."""

    id: int
    day: date | None
    year: int
    state: SubmissionState
    occasion: str
    place: Place = Place()
    round_id: int = 0
    amount: int = 1


@dataclass(frozen=True, slots=True)
class ReturnFact:
    """A submission, or a line of one, that went back to its unit; on the day of the return."""

    id: int
    day: date | None
    year: int
    reason: str
    place: Place = Place()
    submission_id: int | None = None
    nomination_id: int | None = None
    amount: int = 1


@dataclass(frozen=True, slots=True)
class DecisionFact:
    """A signed decision that was not withdrawn, on the day of its signature."""

    id: int
    day: date | None
    year: int
    state: DecisionState
    amount: int = 1


Fact = (
    TaskFact | MovementFact | NominationFact | AwardFact | RegistrationFact | SubmissionFact | ReturnFact | DecisionFact
)


@dataclass(frozen=True, slots=True)
class Names:
    """What codes and numbers of values are called, for headings; what is missing is shown as it is."""

    units: Mapping[str, str] = field(default_factory=dict)
    awards: Mapping[str, str] = field(default_factory=dict)
    ethnic: Mapping[str, str] = field(default_factory=dict)
    rounds: Mapping[str, str] = field(default_factory=dict)
    movements: Mapping[str, str] = field(default_factory=dict)
    movement_scopes: Mapping[str, str] = field(default_factory=dict)
    """How far each movement reaches."""
    unit_order: Mapping[str, int] = field(default_factory=dict)
    """Place in the office's own order."""
    award_order: Mapping[str, int] = field(default_factory=dict)
    """Place in the catalogue, the highest award first."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a period, read in one consistent state of the office file."""

    period: Period
    rows: Mapping[Subject, Sequence[Fact]]
    names: Names = Names()
    as_of: date = date.max
    """The day on which open tasks were looked at: late is what was due before it."""
    _indexes: dict[Subject, Any] = field(default_factory=dict, compare=False, repr=False)

    def of(self, subject: Subject) -> Sequence[Fact]:
        """The facts of a subject."""
        return self.rows.get(subject, ())


def lies_in(fact: Fact, period: Period) -> bool:
    """Whether a fact is of a period; one without a day is of every period that has its whole year."""
    return period.covers(fact.day) if fact.day is not None else period.has_year(fact.year)


def task_outcome(task: Task, today: date) -> TaskOutcome:
    """What has become of a task, as seen on a day."""
    if task.arisen is False:
        return TaskOutcome.NOT_ARISEN
    if task.state is TaskState.CANCELLED:
        return TaskOutcome.CANCELLED
    if task.state is TaskState.CARRIED_OVER:
        return TaskOutcome.CARRIED_OVER
    return _OF_RESULT[result_of(task, today)]


_OF_RESULT = {
    Result.IN_TIME: TaskOutcome.IN_TIME,
    Result.LATE: TaskOutcome.LATE,
    Result.MISSED: TaskOutcome.MISSED,
    Result.RUNNING: TaskOutcome.RUNNING,
    Result.DROPPED: TaskOutcome.CANCELLED,
}

LATE = frozenset({TaskOutcome.LATE, TaskOutcome.MISSED})


def yes_no(value: bool | None) -> str:
    """The value of a dimension that knows yes and no."""
    return UNKNOWN if value is None else YES if value else NO


def _text(value: int | str | None) -> str:
    return UNKNOWN if value is None or value == "" else str(value)


_Getter = Callable[[Any], str]

_TIME: dict[Dimension, _Getter] = {
    Dimension.YEAR: lambda fact: str(fact.year),
    Dimension.QUARTER: lambda fact: UNKNOWN if fact.day is None else str(quarter_of_month(fact.day.month)),
    Dimension.MONTH: lambda fact: UNKNOWN if fact.day is None else str(fact.day.month),
}
_PLACE: dict[Dimension, _Getter] = {
    Dimension.UNIT: lambda fact: _text(fact.place.unit_id),
    Dimension.TOP_UNIT: lambda fact: _text(fact.place.top_unit_id),
}
_AWARD: dict[Dimension, _Getter] = {
    Dimension.AWARD: lambda fact: _text(fact.award_id),
    Dimension.AWARD_GROUP: lambda fact: _text(fact.group),
    Dimension.LEVEL: lambda fact: _text(fact.level),
}
_RECIPIENT: dict[Dimension, _Getter] = {
    Dimension.KIND: lambda fact: _text(fact.traits.kind),
    Dimension.SEX: lambda fact: _text(fact.traits.sex),
    Dimension.ETHNIC: lambda fact: _text(fact.traits.ethnic),
    Dimension.WORKER: lambda fact: _text(fact.traits.worker),
    Dimension.LEADER: lambda fact: _text(fact.traits.leader),
    Dimension.ENTERPRISE: lambda fact: _text(fact.traits.enterprise),
}
_OCCASION: dict[Dimension, _Getter] = {Dimension.OCCASION: lambda fact: _text(fact.occasion)}
_STATE: dict[Dimension, _Getter] = {Dimension.STATE: lambda fact: fact.state.value}
_ROUND: dict[Dimension, _Getter] = {Dimension.ROUND: lambda fact: str(fact.round_id)}

DIMENSIONS: Mapping[Subject, Mapping[Dimension, _Getter]] = {
    Subject.TASKS: {
        **_TIME,
        **_PLACE,
        Dimension.STATE: lambda fact: fact.outcome.value,
        Dimension.LATE: lambda fact: yes_no(fact.outcome in LATE),
        Dimension.REASON: lambda fact: _text(fact.reason),
    },
    Subject.MOVEMENTS: {
        **_TIME,
        **_STATE,
        Dimension.MOVEMENT: lambda fact: str(fact.id),
        Dimension.LEVEL: lambda fact: _text(fact.level),
        Dimension.SCOPE: lambda fact: _text(fact.scope),
        Dimension.METHOD: lambda fact: _text(fact.method),
        Dimension.LENGTH: lambda fact: _text(fact.length),
    },
    Subject.NOMINATIONS: {
        **_TIME,
        **_PLACE,
        **_AWARD,
        **_RECIPIENT,
        **_OCCASION,
        **_STATE,
        **_ROUND,
        Dimension.RESULT: lambda fact: OUTCOMES[fact.state].value,
        Dimension.SENT_UP: lambda fact: yes_no(fact.sent_up),
    },
    Subject.AWARDS: {
        **_TIME,
        **_PLACE,
        **_AWARD,
        **_RECIPIENT,
        **_OCCASION,
        Dimension.STATE: lambda fact: (RecordState.CORRECTED if fact.corrected else RecordState.VALID).value,
    },
    Subject.REGISTRATIONS: {
        **_TIME,
        **_PLACE,
        **_AWARD,
        **_RECIPIENT,
    },
    Subject.SUBMISSIONS: {**_TIME, **_PLACE, **_OCCASION, **_STATE, **_ROUND},
    Subject.RETURNS: {**_TIME, **_PLACE, Dimension.REASON: lambda fact: _text(fact.reason)},
    Subject.DECISIONS: {**_TIME, **_STATE},
}
"""What can be asked of each subject."""
