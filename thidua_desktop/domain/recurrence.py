"""Recurring work: from a rule to the instances of a year, and a change of one or of all that follow."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain import periods
from thidua_desktop.domain.ids import PlanId, SeriesId
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.tasks import OPEN_STATES, Recurrence, Task

MONTHS = {Recurrence.MONTHLY: 1, Recurrence.QUARTERLY: 3, Recurrence.HALF_YEARLY: 6, Recurrence.YEARLY: 12}
"""How many months a period has."""

_WEEK = timedelta(days=7)


class RuleImpossible(AppError):
    """A rule names a month or day that its period does not have."""

    code = "series.rule_impossible"


class NotRecurring(AppError):
    """The task is not an instance of recurring work."""

    code = "series.not_recurring"


@dataclass(frozen=True, slots=True)
class Rule:
    """When work comes back.

    ``month`` counts within the period (quarter: 1-3, half-year: 1-6, year: 1-12); one more is the month after it.
    ``day`` is cut to the month's last day; None is the last day itself. ``weekday`` (Monday 0) is for WEEKLY alone.
    """

    frequency: Recurrence
    month: int = 1
    day: int | None = None
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One instance: its period ("2026-03", "2026-Q1", "2026-H1", "2026", "2026-W05") and its day."""

    period: str
    due: date


@dataclass(frozen=True, slots=True)
class Series:
    """Recurring work of a plan. ``report`` is the key of the report with statutory days that it is."""

    plan_id: PlanId
    text: str
    rule: Rule
    report: str | None = None
    id: SeriesId | None = None


@dataclass(frozen=True, slots=True)
class ReportDay:
    """A report that a rule of law or of an authority asks for on certain days, with where that is said.

    A report with several days a year has several rules.
    """

    key: str
    name: str
    recipient: str
    rules: tuple[Rule, ...]
    citation: str
    confidence: Confidence
    product: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    note: str | None = None

    def in_force(self, year: int) -> bool:
        """Whether it is asked for on the last day of a year, when that year's reports have been made."""
        day = date(year, 12, 31)
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or self.valid_to >= day)


def check_rule(rule: Rule) -> None:
    """Refuse a rule that names no day.

    Raises:
        RuleImpossible
    """
    months = MONTHS.get(rule.frequency, 0)
    right_month = not months or 1 <= rule.month <= months + 1
    if not right_month or rule.weekday not in range(7) or (rule.day is not None and rule.day not in range(1, 32)):
        raise RuleImpossible(frequency=rule.frequency)


def occurrences(rule: Rule, year: int) -> tuple[Occurrence, ...]:
    """The instances of a calendar year, in order. The last one's day may lie in the January after it.

    Raises:
        RuleImpossible: the rule names a month or day that its period does not have.
    """
    check_rule(rule)
    if rule.frequency is Recurrence.WEEKLY:
        return tuple(_weeks(rule, year))
    length = MONTHS[rule.frequency]
    return tuple(
        Occurrence(_period(rule.frequency, year, number), _day(year, (number - 1) * length + rule.month, rule.day))
        for number in range(1, 12 // length + 1)
    )


def instances(template: Task, rule: Rule, year: int, series_id: SeriesId) -> tuple[Task, ...]:
    """The tasks of a year's instances, not started; their order in the plan is the template's.

    Raises:
        RuleImpossible: the rule names no day.
    """
    blank = Task(
        plan_id=template.plan_id,
        text=template.text,
        year=year,
        section=template.section,
        label=template.label,
        lead=template.lead,
        coordinate=template.coordinate,
        product=template.product,
        conditional=template.conditional,
        recurrence=rule.frequency,
        remark=template.remark,
        position=template.position,
        source=template.source,
        part_id=template.part_id,
        series_id=series_id,
    )
    return tuple(_instance(blank, each) for each in occurrences(rule, year))


def changed_following(old: Task, new: Task, later: Iterable[Task], frequency: Recurrence) -> tuple[Task, ...]:
    """The later open instances with what was changed in one of them: words, units, product, and the day.

    A new day moves the others to the same place in their own periods; what was done to them singly otherwise stays.

    Raises:
        NotRecurring: the changed task is no instance.
    """
    if old.series_id is None or old.period is None:
        raise NotRecurring(text=old.text)
    fields = {name: getattr(new, name) for name in _SHARED if getattr(new, name) != getattr(old, name)}
    rule = rule_of(new.due, old.period, frequency) if new.due is not None and new.due != old.due else None
    return tuple(_followed(task, fields, rule) for task in following(old, later))


def following(task: Task, others: Iterable[Task]) -> tuple[Task, ...]:
    """The open instances of the same series whose period is later."""
    return tuple(
        other
        for other in sorted(others, key=lambda other: other.period or "")
        if other.series_id == task.series_id
        and (other.period or "") > (task.period or "")
        and other.state in OPEN_STATES
    )


def rule_of(due: date, period: str, frequency: Recurrence) -> Rule:
    """The rule by which an instance of a period falls on a day."""
    if frequency is Recurrence.WEEKLY:
        return Rule(frequency, weekday=due.weekday())
    first = _first_month(period, frequency)
    month = (due.year - first.year) * 12 + due.month - first.month + 1
    last = due == periods.last_day_of_month(due.year, due.month)
    return Rule(frequency, month, None if last else due.day)


def periods_later(period: str, years: int) -> str:
    """The same period some years on ("2026-Q1" → "2027-Q1")."""
    year, _, number = period.partition("-")
    return f"{int(year) + years}-{number}" if number else str(int(year) + years)


_SHARED = ("text", "lead", "coordinate", "product", "remark", "conditional", "section", "label", "part_id")


def _followed(task: Task, fields: dict[str, object], rule: Rule | None) -> Task:
    changed = replace(task, **fields)  # type: ignore[arg-type]  # the names are those of _SHARED
    if rule is None or task.period is None:
        return changed
    due = _day_in(task.period, rule)
    return changed.placed(year=due.year, quarter=None, month=None, due=due)


def _instance(blank: Task, occurrence: Occurrence) -> Task:
    task = blank.placed(year=blank.year, quarter=None, month=None, due=occurrence.due)
    return replace(task, period=occurrence.period)


def _weeks(rule: Rule, year: int) -> Iterator[Occurrence]:
    first = date(year, 1, 1)
    day = first + timedelta(days=(rule.weekday - first.weekday()) % 7)
    while day.year == year:
        iso = day.isocalendar()
        yield Occurrence(f"{iso.year}-W{iso.week:02d}", day)
        day += _WEEK


def _period(frequency: Recurrence, year: int, number: int) -> str:
    match frequency:
        case Recurrence.MONTHLY:
            return f"{year}-{number:02d}"
        case Recurrence.QUARTERLY:
            return f"{year}-Q{number}"
        case Recurrence.HALF_YEARLY:
            return f"{year}-H{number}"
        case _:
            return str(year)


def _first_month(period: str, frequency: Recurrence) -> date:
    year, _, number = period.partition("-")
    ordinal = int(number.lstrip("QH") or 1)
    return date(int(year), (ordinal - 1) * MONTHS[frequency] + 1, 1)


def _day_in(period: str, rule: Rule) -> date:
    if rule.frequency is Recurrence.WEEKLY:
        year, _, week = period.partition("-W")
        return date.fromisocalendar(int(year), int(week), rule.weekday + 1)
    first = _first_month(period, rule.frequency)
    return _day(first.year, first.month + rule.month - 1, rule.day)


def _day(year: int, month: int, day: int | None) -> date:
    """A day of the ``month``-th month counted from January of ``year``."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day or last, last))
