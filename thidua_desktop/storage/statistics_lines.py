"""The records behind a figure, as lists show them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.statistics.lines import ListLine, RecordKey
from thidua_desktop.domain.statistics.questions import Subject
from thidua_desktop.storage import rows
from thidua_desktop.storage.session import Session

_AMONG = "IN (SELECT value FROM json_each(?))"
_SELECTS: dict[Subject, tuple[Kind, str]] = {
    Subject.TASKS: (
        Kind.TASK,
        "SELECT t.id, t.text, t.deadline, (SELECT group_concat(u.name, '; ') FROM task_units u WHERE u.task_id = t.id"
        " AND u.role = 'lead'), '', '', coalesce(t.delay_reason, t.state_reason), t.state, 1"
        f" FROM tasks t WHERE t.id {_AMONG}",
    ),
    Subject.MOVEMENTS: (
        Kind.MOVEMENT,
        f"SELECT id, name, started_on, launched_by, '', document, result, '', 1 FROM movements WHERE id {_AMONG}",
    ),
    Subject.NOMINATIONS: (
        Kind.NOMINATION,
        "SELECT n.id, n.name, coalesce(o.closes, o.opens), n.unit, n.award_id, '', n.position, n.state, 1"
        f" FROM nominations n JOIN rounds o ON o.id = n.round_id WHERE n.id {_AMONG}",
    ),
    Subject.AWARDS: (
        Kind.AWARD_RECORD,
        "SELECT a.id, a.name, a.decided_on, coalesce(a.unit, u.name), a.award_id, a.decision, a.position, a.state, 1"
        f" FROM award_records a LEFT JOIN units u ON u.id = a.unit_id WHERE a.id {_AMONG}",
    ),
    Subject.REGISTRATIONS: (
        Kind.REGISTRATION,
        "SELECT g.id, coalesce(r.name, u.name), g.registered_on, u.name, g.award_id, '', g.note, '', g.amount"
        " FROM registrations g LEFT JOIN units u ON u.id = g.unit_id LEFT JOIN recipients r ON r.id = g.recipient_id"
        f" WHERE g.id {_AMONG}",
    ),
    Subject.SUBMISSIONS: (
        Kind.SUBMISSION,
        "SELECT s.id, o.name, s.received_on, u.name, '', s.letter_number, s.note, s.state, 1 FROM submissions s"
        f" JOIN rounds o ON o.id = s.round_id LEFT JOIN units u ON u.id = s.unit_id WHERE s.id {_AMONG}",
    ),
    Subject.DECISIONS: (
        Kind.DECISION,
        f"SELECT id, title, signed_on, signed_by, '', number, '', state, 1 FROM decisions WHERE id {_AMONG}",
    ),
}
_LINES = (
    "SELECT d.id, l.name, d.signed_on, l.unit, l.award_id, d.number, l.position, '', 1 FROM decision_lines l"
    f" JOIN decisions d ON d.id = l.decision_id WHERE l.id {_AMONG}"
)
_RETURNS = (
    "SELECT coalesce(b.nomination_id, b.submission_id), b.nomination_id IS NOT NULL, coalesce(n.name, o.name, ''),"
    " b.returned_on, coalesce(u.name, n.unit), b.letter_number, b.reason FROM returns b"
    " LEFT JOIN nominations n ON n.id = b.nomination_id LEFT JOIN submissions s ON s.id = b.submission_id"
    " LEFT JOIN rounds o ON o.id = s.round_id LEFT JOIN units u ON u.id = coalesce(s.unit_id, n.unit_id)"
    f" WHERE b.id {_AMONG}"
)


class StatisticsLines:
    """Reads the records of figures."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, subject: Subject, ids: Iterable[int]) -> tuple[ListLine, ...]:
        """Some records of a subject, by day and name; those that have gone since are left out."""
        wanted = tuple(ids)
        if subject is Subject.RETURNS:
            found = list(self._returns(wanted))
        else:
            kind, sql = _SELECTS[subject]
            found = [_line(kind, row) for row in self._rows(sql, (each for each in wanted if each > 0))]
            if subject is Subject.AWARDS:
                unregistered = [-each for each in wanted if each < 0]
                found += [_line(Kind.DECISION, row) for row in self._rows(_LINES, unregistered)]
        return tuple(sorted(found, key=_place))

    def _returns(self, ids: Iterable[int]) -> Iterator[ListLine]:
        for number, of_line, name, day, unit, letter, reason in self._rows(_RETURNS, ids):
            key = RecordKey(Kind.NOMINATION if of_line else Kind.SUBMISSION, number)
            yield ListLine(key, name, rows.day(day), unit or "", decision=letter or "", detail=reason)

    def _rows(self, sql: str, ids: Iterable[int]) -> Iterator[tuple[Any, ...]]:
        yield from self._session.db.conn.execute(sql, (json.dumps(list(ids)),))


@rows.reading
def _line(kind: Kind, row: tuple[Any, ...]) -> ListLine:
    number, text, day, unit, award_id, decision, detail, state, amount = row
    return ListLine(
        *(RecordKey(kind, number), text or "", rows.day(day), unit or "", award_id or "", decision or ""),
        *(detail or "", state or "", amount),
    )


def _place(line: ListLine) -> tuple[str, str, int]:
    return (line.day.isoformat() if line.day is not None else "", line.text, line.key.id)
