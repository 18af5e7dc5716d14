"""What is counted, read row by row: plain values, no objects of the domain, nothing beyond the period asked for.

A year of a register of a million lines is some ten thousand rows: they are found by their day (the index
``award_records_of_day``) and read through the connection's cursor, so that the work can be stopped between any two.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from thidua_desktop.domain.decisions import LOCKED, DecisionState
from thidua_desktop.domain.register import RecordState
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.storage.session import Session

Values = tuple[Any, ...]
"""A row as SQLite gives it."""

_SIGNED = ", ".join(f"'{state.value}'" for state in sorted(LOCKED - {DecisionState.WITHDRAWN}))

_STATES = ", ".join(f"'{state.value}'" for state in TaskState)
"""All of them: so the index by state and deadline serves. A task may be due after the year of its plan."""

_RECIPIENT = "r.kind, r.gender, r.ethnic_group, r.classes, r.enterprise"

_RECORDS = (
    f"SELECT a.id, a.decided_on, a.year, a.award_id, a.occasion, a.position, a.unit, a.unit_id, a.state,"
    f" a.recipient_id, {_RECIPIENT} FROM award_records a JOIN recipients r ON r.id = a.recipient_id"
    f" WHERE a.deleted_at IS NULL AND a.state <> '{RecordState.WITHDRAWN.value}' AND "
)
_OF_DAYS = "a.decided_on BETWEEN :first AND :last"
_OF_YEARS = "a.decided_on IS NULL AND a.year BETWEEN :first_year AND :last_year"

_BY_DAY = (
    "SELECT decided_on, year, award_id, count(*) FROM award_records a"
    f" WHERE deleted_at IS NULL AND state <> '{RecordState.WITHDRAWN.value}' AND "
)
_GROUPED = " GROUP BY decided_on, year, award_id"

_LINE_HOLDS = (
    "NOT EXISTS (SELECT 1 FROM decision_corrections c LEFT JOIN decisions b ON b.id = c.by_id"
    " WHERE c.decision_id = l.decision_id AND c.line_id = l.id AND c.field = 'line' AND c.reads IS NULL"
    " AND (c.by_id IS NULL OR b.signed_on IS NOT NULL))"
)
_LINES = (
    "SELECT -l.id, d.signed_on, d.year, l.award_id, n.occasion, l.position, l.unit, n.unit_id, d.state, n.recipient_id,"
    " l.kind, coalesce(n.gender, r.gender), r.ethnic_group, coalesce(r.classes, '[]'), r.enterprise"
    " FROM decisions d CROSS JOIN decision_lines l ON l.decision_id = d.id"
    " LEFT JOIN nominations n ON n.id = l.nomination_id LEFT JOIN recipients r ON r.id = n.recipient_id"
    f" WHERE d.deleted_at IS NULL AND d.state IN ({_SIGNED}) AND d.year BETWEEN :first_year AND :last_year"
    " AND d.signed_on BETWEEN :first AND :last AND l.award_record_id IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM award_records a WHERE a.deleted_at IS NULL AND l.nomination_id IS NOT NULL"
    f" AND a.nomination_id = l.nomination_id) AND {_LINE_HOLDS}"
)
"""Lines of signed decisions that are in no register: nobody's award is to be left out, and none counted twice."""

_POSTS = (
    "SELECT p.recipient_id, p.title, p.post_group, coalesce(u.name, p.unit, ''), p.since, p.until"
    " FROM posts p LEFT JOIN units u ON u.id = p.unit_id WHERE p.recipient_id IN (SELECT value FROM json_each(?))"
)

_NOMINATIONS = (
    "SELECT n.id, o.year, coalesce(o.closes, o.opens), n.round_id, n.award_id, n.occasion, n.state, n.position, n.unit,"
    " n.unit_id, EXISTS (SELECT 1 FROM sent_up s WHERE s.nomination_id = n.id), n.recipient_id,"
    " n.kind, coalesce(n.gender, r.gender), r.ethnic_group, coalesce(r.classes, '[]'), r.enterprise"
    " FROM rounds o JOIN nominations n ON n.round_id = o.id LEFT JOIN recipients r ON r.id = n.recipient_id"
    " WHERE o.deleted_at IS NULL AND n.deleted_at IS NULL AND o.year BETWEEN ? AND ?"
)
_TASKS = (
    "SELECT t.id, t.deadline, t.text, t.section, t.state, t.arisen, t.completed_on, t.delay_reason, t.state_reason,"
    " t.plan_id, (SELECT u.unit_id FROM task_units u WHERE u.task_id = t.id AND u.role = 'lead' ORDER BY u.position"
    " LIMIT 1), (SELECT json_group_array(u.name) FROM (SELECT name FROM task_units WHERE task_id = t.id"
    " AND role = 'lead' ORDER BY position) u) FROM tasks t"
    f" WHERE t.deleted_at IS NULL AND t.state IN ({_STATES}) AND t.deadline BETWEEN ? AND ? ORDER BY t.deadline, t.id"
)
_SUBMISSIONS = (
    "SELECT s.id, o.year, coalesce(o.closes, o.opens), s.round_id, o.occasion, s.state, s.unit_id"
    " FROM rounds o JOIN submissions s ON s.round_id = o.id"
    " WHERE o.deleted_at IS NULL AND s.deleted_at IS NULL AND o.year BETWEEN ? AND ?"
)
_RETURNS = (
    "SELECT b.id, b.returned_on, b.reason, coalesce(s.unit_id, n.unit_id), b.submission_id, b.nomination_id"
    " FROM returns b LEFT JOIN submissions s ON s.id = b.submission_id"
    " LEFT JOIN nominations n ON n.id = b.nomination_id WHERE b.returned_on BETWEEN ? AND ?"
    " AND s.deleted_at IS NULL AND n.deleted_at IS NULL ORDER BY b.returned_on, b.id"
)
_DECISIONS = (
    f"SELECT id, signed_on, state FROM decisions WHERE deleted_at IS NULL AND state IN ({_SIGNED})"
    " AND signed_on BETWEEN ? AND ? ORDER BY signed_on, id"
)
_MOVEMENTS = (
    "SELECT id, name, year, started_on, ends_on, months, closed_on, scope, level, method FROM movements"
    " WHERE deleted_at IS NULL AND (started_on BETWEEN ? AND ? OR (started_on IS NULL AND year BETWEEN ? AND ?))"
    " ORDER BY started_on, id"
)
_REGISTRATIONS = (
    "SELECT g.id, g.year, g.registered_on, g.unit_id, g.award_id, g.kind, g.amount, g.recipient_id,"
    " r.gender, r.ethnic_group, coalesce(r.classes, '[]'), r.enterprise, r.position"
    " FROM registrations g LEFT JOIN recipients r ON r.id = g.recipient_id WHERE g.year BETWEEN ? AND ? ORDER BY g.id"
)


class StatisticsQueries:
    """Reads for figures; every method gives its rows one after the other, within one ``Store.read``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def awards(self, first: date, last: date) -> Iterator[Values]:
        """The awards of decisions of some days, and those of whole years of which no day is known."""
        asked: dict[str, Any] = {"first": first.isoformat(), "last": last.isoformat()}
        asked |= {"first_year": first.year, "last_year": last.year}
        yield from self._rows(f"{_RECORDS}{_OF_DAYS} UNION ALL {_RECORDS}{_OF_YEARS} UNION ALL {_LINES}", asked)

    def awards_by_day(self, first: date, last: date) -> Iterator[Values]:
        """How many of each award, by day and year: many years side by side need no more of a large register."""
        asked: dict[str, Any] = {"first": first.isoformat(), "last": last.isoformat()}
        asked |= {"first_year": first.year, "last_year": last.year}
        parts = (f"{_BY_DAY}{_OF_DAYS}{_GROUPED}", f"{_BY_DAY}{_OF_YEARS}{_GROUPED}")
        lines = f"SELECT signed_on, year, award_id, 1 FROM ({_LINES})"
        yield from self._rows(" UNION ALL ".join((*parts, lines)), asked)

    def posts(self, recipient_ids: Iterable[int]) -> Iterator[Values]:
        """The posts of some recipients."""
        yield from self._rows(_POSTS, (json.dumps(list(recipient_ids)),))

    def nominations(self, first_year: int, last_year: int) -> Iterator[Values]:
        """The nominations of the rounds of some years."""
        yield from self._rows(_NOMINATIONS, (first_year, last_year))

    def tasks(self, first: date, last: date) -> Iterator[Values]:
        """The tasks whose deadlines lie in a stretch of time."""
        yield from self._rows(_TASKS, (first.isoformat(), last.isoformat()))

    def submissions(self, first_year: int, last_year: int) -> Iterator[Values]:
        """What units sent, or were to send, to the rounds of some years."""
        yield from self._rows(_SUBMISSIONS, (first_year, last_year))

    def returns(self, first: date, last: date) -> Iterator[Values]:
        """What went back to units in a stretch of time."""
        yield from self._rows(_RETURNS, (first.isoformat(), last.isoformat()))

    def decisions(self, first: date, last: date) -> Iterator[Values]:
        """The signed decisions of a stretch of time."""
        yield from self._rows(_DECISIONS, (first.isoformat(), last.isoformat()))

    def movements(self, first: date, last: date) -> Iterator[Values]:
        """The movements that were launched in a stretch of time."""
        yield from self._rows(_MOVEMENTS, (first.isoformat(), last.isoformat(), first.year, last.year))

    def registrations(self, first_year: int, last_year: int) -> Iterator[Values]:
        """What was registered for some years."""
        yield from self._rows(_REGISTRATIONS, (first_year, last_year))

    def rounds(self, first_year: int, last_year: int) -> dict[str, str]:
        """The names of the rounds of some years, by number."""
        found = self._rows("SELECT id, name FROM rounds WHERE year BETWEEN ? AND ?", (first_year, last_year))
        return {str(number): name for number, name in found}

    def moment(self) -> Values:
        """The last operation: what was counted holds as long as this is the same. The moment too, since a file that
        was restored counts its operations from an earlier one on. Within an operation it is never the same: what was
        counted does not hold once the operation goes on."""
        if self._session.writing:
            return (object(),)
        found = self._session.db.conn.execute("SELECT id, at FROM entries ORDER BY id DESC LIMIT 1").fetchone()
        return () if found is None else tuple(found)

    def _rows(self, sql: str, parameters: Sequence[Any] | dict[str, Any]) -> Iterator[Values]:
        yield from self._session.db.conn.execute(sql, parameters)
