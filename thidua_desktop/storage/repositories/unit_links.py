"""What points to a unit, whichever table it is in: asked before it is deleted, turned when it was entered twice."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.storage.session import Session

_USES: Mapping[Kind, tuple[str, ...]] = {
    Kind.UNIT: (
        "SELECT count(*) FROM units WHERE parent_id = :unit AND deleted_at IS NULL",
        "SELECT count(*) FROM unit_event_units WHERE unit_id = :unit",
    ),
    Kind.RECIPIENT: (
        "SELECT count(*) FROM recipients WHERE unit_id = :unit AND deleted_at IS NULL",
        "SELECT count(*) FROM posts WHERE unit_id = :unit",
    ),
    Kind.AWARD_RECORD: ("SELECT count(*) FROM award_records WHERE unit_id = :unit AND deleted_at IS NULL",),
    Kind.NOMINATION: ("SELECT count(*) FROM nominations WHERE unit_id = :unit AND deleted_at IS NULL",),
    Kind.SUBMISSION: ("SELECT count(*) FROM submissions WHERE unit_id = :unit AND deleted_at IS NULL",),
    Kind.ROUND: ("SELECT count(*) FROM quota_bases WHERE unit_id = :unit",),
    Kind.REGISTRATION: ("SELECT count(*) FROM registrations WHERE unit_id = :unit",),
    Kind.TASK: (
        "SELECT count(*) FROM task_units JOIN tasks ON tasks.id = task_id"
        " WHERE unit_id = :unit AND tasks.deleted_at IS NULL",
    ),
}

_OF_CLOSED_ROUND = (
    "round_id IN (SELECT rounds.id FROM rounds JOIN years ON years.year = rounds.year WHERE closed_at IS NOT NULL)"
)
_OF_CLOSED_TASK = (
    "task_id IN (SELECT tasks.id FROM tasks JOIN years ON years.year = tasks.year WHERE closed_at IS NOT NULL)"
)
_TURNED: Mapping[str, str] = {
    "recipients": "TRUE",
    "posts": "TRUE",
    "award_records": "TRUE",
    "list_layouts": "TRUE",
    "nominations": f"NOT {_OF_CLOSED_ROUND}",
    "submissions": f"NOT {_OF_CLOSED_ROUND}",
    "quota_bases": f"NOT {_OF_CLOSED_ROUND}",
    "task_units": f"NOT {_OF_CLOSED_TASK}",
    "registrations": "year NOT IN (SELECT year FROM years WHERE closed_at IS NOT NULL)",
}
"""Tables whose ``unit_id`` is turned, and which of their rows: what is of a closed year stays as it is."""


class UnitLinks:
    """Reads and turns what points to units."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def uses(self, unit_id: UnitId) -> dict[Kind, int]:
        """In how many places of each kind a unit is used; kinds without any are left out."""
        counted = {
            kind: sum(self._session.value(query, {"unit": unit_id}) for query in queries)
            for kind, queries in _USES.items()
        }
        return {kind: count for kind, count in counted.items() if count}

    def turn(self, wrong: UnitId, right: UnitId) -> None:
        """Let everything that points to one unit point to another; rows of closed years stay."""
        for table, which in _TURNED.items():
            self._session.change(f"UPDATE {table} SET unit_id = ? WHERE unit_id = ? AND {which}", (right, wrong))
        self._session.change("UPDATE units SET parent_id = ? WHERE parent_id = ? AND id <> ?", (right, wrong, right))
        self._session.change("UPDATE unit_spellings SET unit_id = ? WHERE unit_id = ?", (right, wrong))
