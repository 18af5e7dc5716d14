"""What lies in the trash, as one list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from thidua_desktop.domain.changes import Kind
from thidua_desktop.storage.rows import Row
from thidua_desktop.storage.session import Session


@dataclass(frozen=True, slots=True)
class Trashed:
    """A record in the trash. What went there together with its plan, round or recipient is counted in its ``members``.

    Recipients that were merged into another are not in the list: undoing the merger brings them back.
    """

    kind: Kind
    id: int
    name: str
    within: str
    """The plan of a task, the round of a nomination or submission, the unit of a recipient, the recipient of an award,
    the council of a meeting, who launched a movement, who wants a workbook; empty for plans, rounds and decisions."""
    year: int | None
    """None for what belongs to no year: units, recipients, councils and workbooks."""
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
UNION ALL
SELECT 'unit', units.id, units.name, coalesce(above.name, ''), NULL, units.deleted_at, 0
    FROM units LEFT JOIN units AS above ON above.id = units.parent_id WHERE units.deleted_at IS NOT NULL
UNION ALL
SELECT 'recipient', recipients.id, recipients.name, coalesce(units.name, ''), NULL, recipients.deleted_at,
       (SELECT count(*) FROM award_records
        WHERE recipient_id = recipients.id AND award_records.deleted_at = recipients.deleted_at)
    FROM recipients LEFT JOIN units ON units.id = recipients.unit_id
    WHERE recipients.deleted_at IS NOT NULL AND merged_into IS NULL
UNION ALL
SELECT 'award_record', award_records.id, award_records.name, recipients.name, award_records.year,
       award_records.deleted_at, 0
    FROM award_records JOIN recipients ON recipients.id = recipient_id
    WHERE award_records.deleted_at IS NOT NULL AND award_records.deleted_at IS NOT recipients.deleted_at
UNION ALL
SELECT 'council', councils.id, councils.name, coalesce(above.name, ''), NULL, councils.deleted_at, 0
    FROM councils LEFT JOIN councils AS above ON above.id = councils.parent_id WHERE councils.deleted_at IS NOT NULL
UNION ALL
SELECT 'meeting', meetings.id, meetings.name, councils.name, CAST(substr(held_on, 1, 4) AS INTEGER),
       meetings.deleted_at, 0
    FROM meetings JOIN councils ON councils.id = council_id WHERE meetings.deleted_at IS NOT NULL
UNION ALL
SELECT 'decision', id, title, '', year, deleted_at, 0 FROM decisions WHERE deleted_at IS NOT NULL
UNION ALL
SELECT 'emulation_movement', id, name, coalesce(launched_by, ''), year, deleted_at, 0
    FROM movements WHERE deleted_at IS NOT NULL
UNION ALL
SELECT 'workbook', id, name, coalesce(issuer, ''), NULL, deleted_at, 0 FROM workbooks WHERE deleted_at IS NOT NULL
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
