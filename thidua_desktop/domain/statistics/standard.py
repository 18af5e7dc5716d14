"""The tables of "Tổng hợp": what every report to a superior asks for, each cell a figure that opens its list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.statistics.facts import Facts, Outcome, TaskOutcome
from thidua_desktop.domain.statistics.figures import Change, Figure, Share, ShareChange, count, values
from thidua_desktop.domain.statistics.orders import in_order
from thidua_desktop.domain.statistics.periods import Period, PeriodKind, free
from thidua_desktop.domain.statistics.questions import NO, UNKNOWN, YES, Condition, Dimension, Question, Subject
from thidua_desktop.domain.statistics.tables import (
    TOTAL,
    Cell,
    Counted,
    Head,
    HeadKind,
    Table,
    TableCode,
    counted,
    counted_named,
    counted_period,
    counted_table,
    pivot,
    spread,
    with_column,
)
from thidua_desktop.domain.statistics.workers import LEADERS, WorkerClass

YEARS_SIDE_BY_SIDE = 5

_D, _S, _C = Dimension, Subject, Condition

_TASK_COLUMNS = (
    counted_named("done", _C(_D.STATE, (TaskOutcome.IN_TIME, TaskOutcome.LATE))),
    counted_named("done_late", _C(_D.STATE, (TaskOutcome.LATE,))),
    counted_named("overdue", _C(_D.STATE, (TaskOutcome.MISSED,))),
    counted_named("running", _C(_D.STATE, (TaskOutcome.RUNNING,))),
    counted_named("carried_over", _C(_D.STATE, (TaskOutcome.CARRIED_OVER,))),
    counted_named("cancelled", _C(_D.STATE, (TaskOutcome.CANCELLED,))),
)
_PLANNED = _C(_D.STATE, (TaskOutcome.NOT_ARISEN,), negated=True)
"""Conditional work whose case did not come was not planned after all."""

_PERSON = _C(_D.KIND, (RecipientKind.PERSON,))


def standard_tables(facts: Facts, before: Facts, years: Facts) -> tuple[Table, ...]:
    """The tables of a period; those in which there is nothing are among them, so that nothing seems forgotten.

    Args:
        facts: of the period.
        before: of the like period before.
        years: of the awards of the years side by side.
    """
    period = facts.period
    return (
        tasks_by(facts, _time(period, _D.QUARTER), TableCode.TASKS_BY_TIME),
        tasks_by(facts, _D.UNIT, TableCode.TASKS_BY_UNIT),
        task_reasons(facts),
        pivot(facts, _S.MOVEMENTS, period, _D.SCOPE, _D.METHOD, code=TableCode.MOVEMENTS),
        pivot(facts, _S.SUBMISSIONS, period, _D.TOP_UNIT, _D.STATE, code=TableCode.SUBMISSIONS),
        nominations(facts, _D.AWARD, TableCode.NOMINATIONS_BY_AWARD),
        nominations(facts, _D.OCCASION, TableCode.NOMINATIONS_BY_OCCASION),
        nominations(facts, _D.LEVEL, TableCode.NOMINATIONS_BY_LEVEL),
        nominations(facts, _D.KIND, TableCode.NOMINATIONS_BY_KIND),
        nominations(facts, _D.WORKER, TableCode.NOMINATIONS_BY_WORKER, _PERSON),
        nominations(facts, _D.TOP_UNIT, TableCode.NOMINATIONS_BY_UNIT),
        decisions(facts),
        pivot(facts, _S.AWARDS, period, _D.AWARD, _D.KIND, code=TableCode.AWARDS_BY_AWARD),
        pivot(facts, _S.AWARDS, period, _D.OCCASION, _D.KIND, code=TableCode.AWARDS_BY_OCCASION),
        pivot(facts, _S.AWARDS, period, _D.LEVEL, _D.KIND, code=TableCode.AWARDS_BY_LEVEL),
        pivot(facts, _S.AWARDS, period, _D.TOP_UNIT, _D.LEVEL, code=TableCode.AWARDS_BY_UNIT),
        pivot(facts, _S.AWARDS, period, _time(period, _D.MONTH), _D.KIND, code=TableCode.AWARDS_BY_TIME),
        shares(facts, before),
        shares_by_year(facts, before),
        ethnic(facts),
        enterprises(facts, before),
        year_by_year(years, side_by_side(period), period),
        registered(facts, _D.AWARD, TableCode.REGISTERED),
        registered(facts, _D.TOP_UNIT, TableCode.REGISTERED_BY_UNIT),
    )


def _time(period: Period, within_a_year: Dimension) -> Dimension:
    """By which stretch of time a period is divided: one of several years by these."""
    return _D.YEAR if len(period.years) > 1 else within_a_year


def tasks_by(facts: Facts, dimension: Dimension, code: TableCode) -> Table:
    """What was planned and what came of it; "done late" is among what was done, so the columns do not add up."""
    base = Question(_S.TASKS, facts.period, (_PLANNED,))
    columns = (counted_named("planned"), *_TASK_COLUMNS)
    rows = spread(facts, base, dimension)
    table = counted_table(*(facts, base, rows, columns), code=code, row_dimension=dimension, total_column=False)
    return with_column(table, "done_share", lambda cells: _share(cells[1], cells[0]))


def task_reasons(facts: Facts) -> Table:
    """Why work was late, carried over or cancelled, in the words of the clerk."""
    states = (TaskOutcome.LATE, TaskOutcome.MISSED, TaskOutcome.CARRIED_OVER, TaskOutcome.CANCELLED)
    base = Question(_S.TASKS, facts.period, (_C(_D.STATE, states),))
    rows = spread(facts, base, _D.REASON)
    columns = tuple(counted(_D.STATE, state) for state in states)
    return counted_table(facts, base, rows, columns, code=TableCode.TASK_REASONS, row_dimension=_D.REASON)


def nominations(facts: Facts, dimension: Dimension, code: TableCode, *conditions: Condition) -> Table:
    """What was proposed and what came of it."""
    base = Question(_S.NOMINATIONS, facts.period, conditions)
    rows = spread(facts, base, dimension)
    columns = tuple(counted(_D.RESULT, outcome) for outcome in Outcome)
    table = counted_table(facts, base, rows, columns, code=code, row_dimension=dimension)
    return with_column(table, "awarded_share", lambda cells: _share(cells[0], cells[-1]))


def decisions(facts: Facts) -> Table:
    """Decisions that were signed, beside all awards of the same time."""
    dimension = _time(facts.period, _D.MONTH)
    base = Question(_S.DECISIONS, facts.period)
    columns = (counted_named("signed"), counted_named("given", subject=_S.AWARDS))
    rows = spread(facts, base.of(_S.AWARDS), dimension)
    return counted_table(
        *(facts, base, rows, columns), code=TableCode.DECISIONS, row_dimension=dimension, total_column=False
    )


def shares_by_year(facts: Facts, before: Facts) -> Table:
    """How the share of those who do the work themselves, of leaders and of women has changed from year to year.

    The years of a period of several; otherwise the period and the like one before.
    """
    period = facts.period
    parts = period.each_year() if len(period.years) > 1 else (period.previous(), period)
    cells: list[tuple[Cell, ...]] = []
    former: tuple[Share, ...] = ()
    for part in parts:
        source = facts if period.contains(part) else before
        persons = count(source, Question(_S.AWARDS, part, (_PERSON,)))
        found = [count(source, persons.question.where(*asked)) for asked in _SHARED]
        now = tuple(Share(each, persons) for each in found)
        changes = [ShareChange(each, then) for each, then in zip(now, former, strict=True)] if former else [None] * 3
        triples = zip(found, now, changes, strict=True)
        cells.append((persons, *(cell for triple in triples for cell in triple)))
        former = now
    names = ("persons", *(f"{each}{what}" for each in ("direct", "leaders", "women") for what in _OF_SHARE))
    return Table(
        *(TableCode.SHARES_BY_YEAR, period, tuple(Head(HeadKind.PERIOD, part.text()) for part in parts)),
        tuple(Head(HeadKind.NAMED, name) for name in names),
        tuple(cells),
        _S.AWARDS,
    )


_SHARED = ((_D.LEADER, NO), (_D.LEADER, YES), (_D.SEX, "female"))
_OF_SHARE = ("", "_share", "_change")


def shares(facts: Facts, before: Facts) -> Table:
    """Women, minorities, those who do the work themselves and leaders of each rank among the persons awarded, with
    their share and how it has changed since the like period before."""
    rows = (
        counted(_D.SEX, "female"),
        counted(_D.SEX, "male"),
        counted(_D.SEX, UNKNOWN),
        counted_named("minority", _C(_D.ETHNIC, ("01", UNKNOWN), negated=True)),
        counted(_D.ETHNIC, UNKNOWN),
        *(counted(_D.LEADER, value) for value in (NO, YES)),
        *(counted_named(f"leader_{each.value}", _C(_D.WORKER, (each,))) for each in WorkerClass if each in LEADERS),
        counted_named("leader_unranked", _C(_D.LEADER, (YES,)), _C(_D.WORKER, (UNKNOWN,))),
        counted(_D.LEADER, UNKNOWN),
    )
    return _compared(facts, before, rows, _PERSON, TableCode.SHARES)


def enterprises(facts: Facts, before: Facts) -> Table:
    """Enterprises and those who lead them, collectives and households, among all that were awarded."""
    rows = (
        counted(_D.KIND, RecipientKind.COLLECTIVE),
        _enterprises_among(RecipientKind.COLLECTIVE),
        counted(_D.KIND, RecipientKind.HOUSEHOLD),
        counted(_D.KIND, RecipientKind.PERSON),
        _enterprises_among(RecipientKind.PERSON),
    )
    return _compared(facts, before, rows, None, TableCode.ENTERPRISES)


def _enterprises_among(kind: RecipientKind) -> Counted:
    return counted_named(f"enterprise_{kind.value}", _C(_D.KIND, (kind,)), _C(_D.ENTERPRISE, (YES,)))


def _compared(facts: Facts, before: Facts, rows: Sequence[Counted], only: Condition | None, code: TableCode) -> Table:
    conditions = () if only is None else (only,)
    now_all = count(facts, Question(_S.AWARDS, facts.period, conditions))
    then_all = count(before, Question(_S.AWARDS, before.period, conditions))
    cells = []
    for row in (*rows, Counted(TOTAL)):
        question = row.narrowed(now_all.question)
        now, then = count(facts, question), count(before, question.during(before.period))
        share, share_then = Share(now, now_all), Share(then, then_all)
        cells.append((now, share, then, share_then, Change(now, then), ShareChange(share, share_then)))
    heads = tuple(
        Head(HeadKind.NAMED, name) for name in ("number", "share", "before", "share_before", "change", "share_change")
    )
    return Table(code, facts.period, (*(row.head for row in rows), TOTAL), heads, tuple(cells), _S.AWARDS)


def ethnic(facts: Facts) -> Table:
    """Persons awarded by ethnic group and sex."""
    period = facts.period
    return pivot(facts, _S.AWARDS, period, _D.ETHNIC, _D.SEX, conditions=(_PERSON,), code=TableCode.ETHNIC)


def side_by_side(period: Period) -> tuple[Period, ...]:
    """Five years up to that of the period, the earliest first: whole years for a year or a term, otherwise the like
    stretch of each year, so that six months stand beside six months."""
    if period.kind is PeriodKind.TERM:
        return period.each_year()[-YEARS_SIDE_BY_SIDE:]
    found = [period]
    while len(found) < YEARS_SIDE_BY_SIDE:
        found.append(found[-1].previous())
    return tuple(reversed(found))


def around(several: Sequence[Period]) -> Period:
    """The stretch from the first day of several periods to the last."""
    return free(min(each.first for each in several), max(each.last for each in several))


def year_by_year(years: Facts, several: Sequence[Period], period: Period) -> Table:
    """The awards of years side by side, with the change from the last but one to the last; the table of a period."""
    base = Question(_S.AWARDS, around(several))
    rows = spread(years, base, _D.AWARD)
    table = counted_table(
        *(years, base, rows, tuple(map(counted_period, several))),
        code=TableCode.YEARS,
        row_dimension=_D.AWARD,
        total_column=False,
    )
    return replace(with_column(table, "change", lambda cells: _change(cells[-1], cells[-2])), period=period)


def registered(facts: Facts, dimension: Dimension, code: TableCode) -> Table:
    """What was registered, proposed and achieved, of the awards that anybody registered for."""
    awards = values(facts, _S.REGISTRATIONS, facts.period, _D.AWARD)
    base = Question(_S.REGISTRATIONS, facts.period, (_C(_D.AWARD, awards),))
    everywhere = (spread(facts, base.of(subject), dimension) for subject in (_S.REGISTRATIONS, _S.AWARDS))
    rows = {row.head.value: row for rows in everywhere for row in rows}
    columns = tuple(
        counted_named(name, subject=subject)
        for name, subject in (
            ("registered", _S.REGISTRATIONS),
            ("nominated", _S.NOMINATIONS),
            ("achieved", _S.AWARDS),
        )
    )
    table = counted_table(
        *(facts, base, [rows[value] for value in in_order(facts.names, dimension, rows)], columns),
        code=code,
        row_dimension=dimension,
        total_column=False,
    )
    return with_column(table, "achieved_share", lambda cells: _share(cells[2], cells[0]))


def _share(part: Cell, whole: Cell) -> Share | None:
    return Share(part, whole) if isinstance(part, Figure) and isinstance(whole, Figure) else None


def _change(now: Cell, before: Cell) -> Change | None:
    return Change(now, before) if isinstance(now, Figure) and isinstance(before, Figure) else None
