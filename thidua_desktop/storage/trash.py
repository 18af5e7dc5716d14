"""What lies in the trash, as one list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from thidua_desktop.domain.changes import Kind
from thidua_desktop.storage.rows import Row
from thidua_desktop.storage.session import Session


@dataclass(frozen=True, slots=True)
class Trashed:
    """A record in the trash. What went there together with its plan or round is counted in that one's ``members``."""

    kind: Kind
    id: int
    name: str
    within: str
    """The plan of a task, the round of a nomination or submission; empty for plans and rounds."""
    year: int
    deleted_at: datetime
    members: int = 0


_ALL = """
SELECT 'plan' AS kind, id, title AS name, '' AS within, year, deleted_at,
       (SELECT count(*) FROM tasks WHERE plan_id = plans.id AND tasks.deleted_at = plans.deleted_at) AS members
    FROM plans WHERE deleted_at IS NOT NULL
UNION ALL
SELECT 'task', tasks.id, text, title, tasks.year, tasks.deleted_at, 0
    FROM tasks JOIN plans ON plans.id = plan_id
    WHERE tasks.deleted_at IS NOT NULL AND tasks.deleted_at IS NOT plans.deleted_at
UNION ALL
SELECT 'round', id, name, '', year, deleted_at,
       (SELECT count(*) FROM nominations WHERE round_id = rounds.id AND nominations.deleted_at = rounds.deleted_at)
    FROM rounds WHERE deleted_at IS NOT NULL
UNION ALL
SELECT 'nomination', nominations.id, nominations.name, rounds.name, rounds.year, nominations.deleted_at, 0
    FROM nominations JOIN rounds ON rounds.id = round_id
    WHERE nominations.deleted_at IS NOT NULL AND nominations.deleted_at IS NOT rounds.deleted_at
UNION ALL
SELECT 'submission', submissions.id, units.name, rounds.name, rounds.year, submissions.deleted_at, 0
    FROM submissions JOIN rounds ON rounds.id = round_id JOIN units ON units.id = unit_id
    WHERE submissions.deleted_at IS NOT NULL AND submissions.deleted_at IS NOT rounds.deleted_at
ORDER BY deleted_at DESC, kind, id
"""


class Trash:
    """Reads the trash; repositories move records there and back."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Trashed, ...]:
        """Everything that can be taken out, the latest first."""
        return tuple(_trashed(row) for row in self._session.rows(_ALL))


def _trashed(row: Row) -> Trashed:
    return Trashed(
        kind=Kind(row["kind"]),
        id=row["id"],
        name=row["name"],
        within=row["within"],
        year=row["year"],
        deleted_at=datetime.fromisoformat(row["deleted_at"]),
        members=row["members"],
    )
