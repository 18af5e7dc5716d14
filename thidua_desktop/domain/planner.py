"""The backward planner: from a deadline and a chain of steps to the days on which each has to begin and to end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.ids import ChainId

_ONE = timedelta(days=1)

MOST_DAYS = 400
"""A step longer than this is a slip of the finger."""


class ChainEmpty(AppError):
    """A chain needs at least one step, and each step a text."""

    code = "planner.chain_empty"


class StepLengthImpossible(AppError):
    """A step has a length of 0 to ``MOST_DAYS`` days."""

    code = "planner.step_length_impossible"


class ChainNameMissing(AppError):
    """A chain is kept under a name."""

    code = "planner.chain_name_missing"


class StepDays(StrEnum):
    """Which days a step's length counts."""

    WORKING = "working"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step with its length; a step of 0 days happens on the day on which the next one begins."""

    text: str
    days: int
    kind: StepDays = StepDays.WORKING
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """A named chain. Those that ship with the program have a ``key``, the office's own an ``id``."""

    name: str
    steps: tuple[ChainStep, ...]
    key: str = ""
    citation: str | None = None
    id: ChainId | None = None


@dataclass(frozen=True, slots=True)
class PlacedStep:
    """A step with the days from ``first`` to ``last`` that it takes.

    ``late_by`` is by how many working days its beginning has passed; 0 when it can still begin in time.
    """

    step: ChainStep
    first: date
    last: date
    late_by: int = 0


@dataclass(frozen=True, slots=True)
class BackwardPlan:
    """A chain placed backwards. ``target`` is the deadline, or the working day before it.

    ``earliest_end`` is the day on which all would be done if the first step began today.
    """

    deadline: date
    target: date
    today: date
    placed: tuple[PlacedStep, ...]
    earliest_end: date
    late_by: int = 0
    spare: int = 0
    """Working days between today and the day on which the first step has to begin."""

    @property
    def fits(self) -> bool:
        """Whether everything can still be done in time."""
        return self.late_by == 0

    @property
    def begins(self) -> date:
        """The day on which the first step has to begin."""
        return self.placed[0].first


def check_steps(steps: Sequence[ChainStep]) -> None:
    """Refuse a chain that cannot be placed.

    Raises:
        ChainEmpty, StepLengthImpossible
    """
    if not steps or any(not step.text.strip() for step in steps):
        raise ChainEmpty
    wrong = next((step for step in steps if step.days not in range(MOST_DAYS + 1)), None)
    if wrong is not None:
        raise StepLengthImpossible(text=wrong.text, most=MOST_DAYS)


def check_chain(chain: Chain) -> None:
    """Refuse a chain that cannot be kept.

    Raises:
        ChainNameMissing, ChainEmpty, StepLengthImpossible
    """
    if not chain.name.strip():
        raise ChainNameMissing
    check_steps(chain.steps)


def placed_backwards(deadline: date, steps: Sequence[ChainStep], calendar: OfficeCalendar, today: date) -> BackwardPlan:
    """Place steps so that the last one ends on the deadline, or on the working day before it.

    A step ends on a working day and begins on one; the step before it ends on the working day before that. A length
    in calendar days may come out longer where its first day would be a day off.

    Raises:
        ChainEmpty, StepLengthImpossible: the steps cannot be placed.
    """
    check_steps(steps)
    target = free = calendar.last_working_day(deadline)
    next_begins = target
    placed: list[PlacedStep] = []
    for step in reversed(steps):
        if step.days == 0:
            first = last = next_begins
        else:
            last = free
            first = _begin(step, last, calendar)
            free = calendar.add_working_days(first, -1)
        next_begins = first
        placed.append(PlacedStep(step, first, last, _days_lost(first, today, calendar)))
    placed.reverse()
    begins = placed[0].first
    return BackwardPlan(
        deadline=deadline,
        target=target,
        today=today,
        placed=tuple(placed),
        earliest_end=_earliest_end(steps, calendar, today),
        late_by=placed[0].late_by,
        spare=calendar.working_days(today, begins),
    )


def _begin(step: ChainStep, last: date, calendar: OfficeCalendar) -> date:
    if step.kind is StepDays.WORKING:
        return calendar.add_working_days(last, 1 - step.days)
    return calendar.last_working_day(last - (step.days - 1) * _ONE)


def _days_lost(first: date, today: date, calendar: OfficeCalendar) -> int:
    """The working days from the one on which a step had to begin up to yesterday."""
    return calendar.working_days(first - _ONE, today - _ONE)


def _earliest_end(steps: Sequence[ChainStep], calendar: OfficeCalendar, today: date) -> date:
    end = begin = _worked_from(today, calendar)
    for step in steps:
        if step.days == 0:
            continue
        if step.kind is StepDays.WORKING:
            end = calendar.add_working_days(begin, step.days - 1)
        else:
            end = _worked_from(begin + (step.days - 1) * _ONE, calendar)
        begin = calendar.add_working_days(end, 1)
    return end


def _worked_from(day: date, calendar: OfficeCalendar) -> date:
    return day if calendar.works(day) else calendar.add_working_days(day, 1)
