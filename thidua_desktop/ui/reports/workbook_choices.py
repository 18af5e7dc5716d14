"""What the clerk can choose for a cell: what is counted, and for each trait one value or all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.movements import LaunchLevel, MovementLength, MovementMethod, MovementScope
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.statistics.facts import DIMENSIONS, MovementState, Names, Outcome, TaskOutcome
from thidua_desktop.domain.statistics.orders import LEVELS, in_order
from thidua_desktop.domain.statistics.questions import NO, NOT_APPLICABLE, UNKNOWN, YES, Condition, Dimension, Subject
from thidua_desktop.domain.statistics.workers import WorkerClass
from thidua_desktop.domain.submissions import SubmissionState
from thidua_desktop.wording import statistics as words
from thidua_desktop.wording.rulebook_lines import GROUPS

ALL = "Tất cả"
MINORITIES = "Dân tộc thiểu số"
_D = Dimension
_MINORITY = Condition(_D.ETHNIC, ("01", UNKNOWN, NOT_APPLICABLE), negated=True)
"""Known, and not Kinh."""

_SHOWN: tuple[Dimension, ...] = (
    *(_D.AWARD, _D.AWARD_GROUP, _D.LEVEL, _D.OCCASION, _D.KIND, _D.SEX, _D.ETHNIC, _D.WORKER, _D.LEADER),
    *(_D.ENTERPRISE, _D.TOP_UNIT, _D.UNIT, _D.RESULT, _D.STATE, _D.SENT_UP, _D.LATE, _D.SCOPE, _D.METHOD),
    *(_D.LENGTH, _D.ROUND, _D.QUARTER, _D.MONTH),
)
_YES_NO = (YES, NO)
_STATES: Mapping[Subject, tuple[str, ...]] = {
    Subject.TASKS: tuple(TaskOutcome),
    Subject.MOVEMENTS: tuple(MovementState),
    Subject.SUBMISSIONS: tuple(SubmissionState),
    Subject.DECISIONS: tuple(DecisionState),
}
_VALUES: Mapping[Dimension, tuple[str, ...]] = {
    _D.AWARD_GROUP: tuple(GROUPS),
    _D.OCCASION: tuple(Occasion),
    _D.KIND: tuple(RecipientKind),
    _D.SEX: ("male", "female", UNKNOWN),
    _D.WORKER: (*WorkerClass, UNKNOWN),
    _D.LEADER: (*_YES_NO, UNKNOWN),
    _D.ENTERPRISE: _YES_NO,
    _D.RESULT: tuple(Outcome),
    _D.SENT_UP: _YES_NO,
    _D.LATE: _YES_NO,
    _D.SCOPE: tuple(MovementScope),
    _D.METHOD: tuple(MovementMethod),
    _D.LENGTH: tuple(MovementLength),
    _D.QUARTER: tuple(str(number) for number in range(1, 5)),
    _D.MONTH: tuple(str(number) for number in range(1, 13)),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a trait, or all (``condition`` None)."""

    text: str
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Trait:
    """Something that facts can be told apart by."""

    dimension: Dimension
    text: str
    choices: tuple[Choice, ...]


def traits(subject: Subject, names: Names) -> tuple[Trait, ...]:
    """The traits by which the facts of a subject can be told apart, each with its values."""
    return tuple(
        Trait(one, words.DIMENSIONS[one], (Choice(ALL), *_choices(subject, one, names)))
        for one in _SHOWN
        if one in DIMENSIONS[subject] and (one is not _D.STATE or subject in _STATES)
    )


def chosen(condition: Condition, names: Names) -> Choice:
    """A condition in words, whatever it is: it may come from a proposal, or from a later version of the program."""
    if condition == _MINORITY:
        return Choice(MINORITIES, condition)
    said = " hoặc ".join(words.value(condition.dimension, value, names) for value in condition.values)
    return Choice(f"Không phải {said}" if condition.negated else said, condition)


def _choices(subject: Subject, dimension: Dimension, names: Names) -> tuple[Choice, ...]:
    made = tuple(
        Choice(words.value(dimension, value, names), Condition(dimension, (value,)))
        for value in _values(subject, dimension, names)
    )
    return (Choice(MINORITIES, _MINORITY), *made) if dimension is _D.ETHNIC else made


def _values(subject: Subject, dimension: Dimension, names: Names) -> tuple[str, ...]:
    match dimension:
        case _D.AWARD:
            return in_order(names, dimension, names.awards)
        case _D.UNIT | _D.TOP_UNIT:
            return in_order(names, dimension, names.units)
        case _D.ETHNIC:
            return tuple(names.ethnic)
        case _D.ROUND:
            return tuple(names.rounds)
        case _D.STATE:
            return _STATES[subject]
        case _D.LEVEL:
            return tuple(LaunchLevel) if subject is Subject.MOVEMENTS else LEVELS
        case _:
            return _VALUES[dimension]
