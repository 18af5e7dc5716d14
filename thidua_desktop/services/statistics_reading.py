"""From the rows of the office file to the facts that are counted, one subject at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from thidua_desktop.common.progress import current
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.movements import Movement
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.register import RecordState
from thidua_desktop.domain.stages import Stage
from thidua_desktop.domain.statistics.facts import (
    LATE,
    AwardFact,
    DecisionFact,
    Fact,
    MovementFact,
    MovementState,
    NominationFact,
    RegistrationFact,
    ReturnFact,
    SubmissionFact,
    TaskFact,
    TaskOutcome,
    Traits,
    lies_in,
    task_outcome,
)
from thidua_desktop.domain.statistics.making import FactMaker, Known, PostThen, reason_text, within_year
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import NOT_APPLICABLE, UNKNOWN, Subject
from thidua_desktop.domain.submissions import SubmissionState
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.storage.rows import reading
from thidua_desktop.storage.statistics import Values
from thidua_desktop.storage.work import Work

T = TypeVar("T")

_AT_ONCE = 500
"""Facts between two steps of the progress."""

_ANYBODY = Traits(UNKNOWN)
_CORRECTED = frozenset({RecordState.CORRECTED.value, DecisionState.CORRECTED.value})
_WITH_REASON = LATE | {TaskOutcome.CARRIED_OVER, TaskOutcome.CANCELLED}


class FactReader:
    """Reads the facts of a period within one ``Store.read``."""

    def __init__(self, work: Work, maker: FactMaker, today: date) -> None:
        self._work = work
        self._maker = maker
        self._today = today
        self._total = 0
        """How many rows there are to be counted, once that is known."""

    def read(self, subject: Subject, period: Period) -> tuple[Fact, ...]:
        """The facts of a subject that are of a period.

        Raises:
            Cancelled: the clerk does not want to wait.
        """
        makers: dict[Subject, Callable[[Period], Iterator[Fact]]] = {
            Subject.TASKS: self._tasks,
            Subject.MOVEMENTS: self._movements,
            Subject.NOMINATIONS: self._nominations,
            Subject.AWARDS: self._awards,
            Subject.REGISTRATIONS: self._registrations,
            Subject.SUBMISSIONS: self._submissions,
            Subject.RETURNS: self._returns,
            Subject.DECISIONS: self._decisions,
        }
        self._total = 0
        return tuple(fact for fact in self._told(makers[subject](period)) if lies_in(fact, period))

    def _told(self, items: Iterable[T]) -> Iterator[T]:
        for done, item in enumerate(items):
            if done % _AT_ONCE == 0:
                current().step(done, self._total, Stage.COUNTING)
            yield item

    def _all(self, rows: Iterable[Values]) -> list[Values]:
        """All rows at once: posts are looked up for all of them, and how many there are is told."""
        found = list(self._told(rows))
        self._total = len(found)
        return found

    def awards_by_day(self, period: Period) -> tuple[AwardFact, ...]:
        """How many of each award on each day, without a word on whose they are; the facts stand for no records."""
        made = (
            self._of_a_day(row) for row in self._told(self._work.statistics.awards_by_day(period.first, period.last))
        )
        return tuple(fact for fact in made if lies_in(fact, period))

    @reading
    def _of_a_day(self, row: Values) -> AwardFact:
        written, year, award_id, amount = row
        day = _day(written)
        return AwardFact(
            id=0,
            day=day,
            year=year if day is None else day.year,
            award_id=award_id,
            group=self._maker.group(award_id),
            level=self._maker.level(award_id),
            occasion=UNKNOWN,
            traits=_ANYBODY,
            amount=amount,
        )

    def _awards(self, period: Period) -> Iterator[Fact]:
        rows = self._all(self._work.statistics.awards(period.first, period.last))
        posts = self._posts(row[9] for row in rows)
        for row in rows:
            yield self._award(row, posts)

    @reading
    def _award(self, row: Values, posts: dict[int, tuple[PostThen, ...]]) -> AwardFact:
        number, written, year, award_id, occasion, position, unit, unit_id, state, recipient_id, *person = row
        day = _day(written)
        then = day if day is not None else date(year, 12, 31)
        place = self._maker.places.at(unit_id, then)
        known = _known(person, position, unit, posts.get(recipient_id, ()))
        return AwardFact(
            id=number,
            day=day,
            year=year if day is None else day.year,
            award_id=award_id,
            group=self._maker.group(award_id),
            level=self._maker.level(award_id),
            occasion=occasion or UNKNOWN,
            traits=self._maker.traits(known, place.unit_id, then),
            place=place,
            corrected=state in _CORRECTED,
        )

    def _nominations(self, period: Period) -> Iterator[Fact]:
        rows = self._all(self._work.statistics.nominations(period.first.year, period.last.year))
        posts = self._posts(row[11] for row in rows)
        for row in rows:
            yield self._nomination(row, posts)

    @reading
    def _nomination(self, row: Values, posts: dict[int, tuple[PostThen, ...]]) -> NominationFact:
        number, year, closes, round_id, award_id, occasion, state, position, unit, unit_id, sent_up, *rest = row
        recipient_id, *person = rest
        day = within_year(_day(closes), year)
        place = self._maker.places.at(unit_id, day)
        known = _known(person, position, unit, posts.get(recipient_id, ()))
        return NominationFact(
            id=number,
            day=day,
            year=year,
            award_id=award_id,
            group=self._maker.group(award_id),
            level=self._maker.level(award_id),
            occasion=occasion or UNKNOWN,
            traits=self._maker.traits(known, place.unit_id, day),
            state=NominationState(state),
            place=place,
            sent_up=bool(sent_up) or state == NominationState.SENT_UP,
            round_id=round_id,
        )

    def _posts(self, recipient_ids: Iterable[int | None]) -> dict[int, tuple[PostThen, ...]]:
        wanted = {each for each in recipient_ids if each is not None}
        found: dict[int, tuple[PostThen, ...]] = {}
        for recipient_id, title, group, unit, since, until in self._work.statistics.posts(wanted):
            post = PostThen(title, group, unit, _day(since), _day(until))
            found[recipient_id] = (*found.get(recipient_id, ()), post)
        return found

    def _tasks(self, period: Period) -> Iterator[Fact]:
        for row in self._work.statistics.tasks(period.first, period.last):
            yield self._task(row)

    @reading
    def _task(self, row: Values) -> TaskFact:
        number, deadline, text, section, state, arisen, completed, late, why, plan_id, unit_id, lead = row
        day = date.fromisoformat(deadline)
        task = Task(
            *(PlanId(plan_id), text, day.year),
            due=day,
            state=TaskState(state),
            completed_on=_day(completed),
            arisen=None if arisen is None else bool(arisen),
        )
        outcome = task_outcome(task, self._today)
        reasons = (late, why) if outcome in LATE else (why, late)
        return TaskFact(
            id=number,
            day=day,
            year=day.year,
            outcome=outcome,
            place=self._maker.places.at(unit_id, day),
            reason=reason_text(*reasons) if outcome in _WITH_REASON else NOT_APPLICABLE,
            text=text,
            section=section or "",
            lead=tuple(json.loads(lead)),
            completed_on=task.completed_on,
            plan_id=plan_id,
        )

    def _movements(self, period: Period) -> Iterator[Fact]:
        for row in self._work.statistics.movements(period.first, period.last):
            yield self._movement(row)

    @reading
    def _movement(self, row: Values) -> MovementFact:
        number, name, year, started, ends, months, closed, scope, level, method = row
        day, closed_on = _day(started), _day(closed)
        length = Movement(name, year, started_on=day, ends_on=_day(ends), months=months).length
        ended = closed_on is not None and closed_on <= self._today
        return MovementFact(
            id=number,
            day=day,
            year=year if day is None else day.year,
            level=level or UNKNOWN,
            scope=scope or UNKNOWN,
            method=method or UNKNOWN,
            length=UNKNOWN if length is None else length.value,
            state=MovementState.CLOSED if ended else MovementState.UNDER_WAY,
            name=name,
        )

    def _registrations(self, period: Period) -> Iterator[Fact]:
        rows = self._all(self._work.statistics.registrations(period.first.year, period.last.year))
        posts = self._posts(row[7] for row in rows)
        for row in rows:
            yield self._registration(row, posts)

    @reading
    def _registration(self, row: Values, posts: dict[int, tuple[PostThen, ...]]) -> RegistrationFact:
        number, year, registered, unit_id, award_id, kind, amount, recipient_id, *person, position = row
        day = within_year(_day(registered) or date(year, 1, 1), year)
        place = self._maker.places.at(unit_id, day)
        known = _known((kind, *person), position, None, posts.get(recipient_id, ()))
        return RegistrationFact(
            id=number,
            day=day,
            year=year,
            award_id=award_id,
            group=self._maker.group(award_id),
            level=self._maker.level(award_id),
            traits=self._maker.traits(known, place.unit_id, day),
            place=place,
            amount=amount,
        )

    def _submissions(self, period: Period) -> Iterator[Fact]:
        for row in self._work.statistics.submissions(period.first.year, period.last.year):
            yield self._submission(row)

    @reading
    def _submission(self, row: Values) -> SubmissionFact:
        number, year, closes, round_id, occasion, state, unit_id = row
        day = within_year(_day(closes), year)
        place = self._maker.places.at(unit_id, day)
        return SubmissionFact(number, day, year, SubmissionState(state), occasion or UNKNOWN, place, round_id)

    def _returns(self, period: Period) -> Iterator[Fact]:
        for row in self._work.statistics.returns(period.first, period.last):
            yield self._return(row)

    @reading
    def _return(self, row: Values) -> ReturnFact:
        number, returned, reason, unit_id, submission_id, nomination_id = row
        day = date.fromisoformat(returned)
        place = self._maker.places.at(unit_id, day)
        return ReturnFact(number, day, day.year, reason_text(reason), place, submission_id, nomination_id)

    def _decisions(self, period: Period) -> Iterator[Fact]:
        for row in self._work.statistics.decisions(period.first, period.last):
            yield _decision(row)


@reading
def _decision(row: Values) -> DecisionFact:
    number, signed, state = row
    day = date.fromisoformat(signed)
    return DecisionFact(number, day, day.year, DecisionState(state))


def _known(person: Iterable[Any], position: str | None, unit: str | None, posts: tuple[PostThen, ...]) -> Known:
    kind, gender, ethnic_group, classes, enterprise = person
    said = None if enterprise is None else bool(enterprise)
    if kind != RecipientKind.PERSON:
        return Known(kind, enterprise=said)
    return Known(kind, gender, ethnic_group, _texts(classes), said, position, unit, posts)


@lru_cache(maxsize=1_000)
def _texts(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written))


@lru_cache(maxsize=20_000)
def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
