"""What records are called, whether they are alive, in the trash, or left only in the journal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from thidua_desktop.storage.session import Session

_NAMED_BY: Mapping[str, str] = {
    "units": "name",
    "plans": "title",
    "rounds": "name",
    "nominations": "name",
    "recipients": "name",
    "councils": "name",
    "council_members": "name",
    "meetings": "name",
    "decisions": "title",
    "movements": "name",
    "workbooks": "name",
}
_CALLED_LIKE: Mapping[str, tuple[str, str]] = {"submissions": ("units", "unit_id")}
"""Table → whose name its records have, and the column that says whose."""


class RecordNames:
    """Looks names up by number."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, table: str, numbers: Iterable[int]) -> Mapping[int, str]:
        """The names of records of a table; those that never had one are left out."""
        wanted = sorted(set(numbers))
        if table in _CALLED_LIKE:
            other, column = _CALLED_LIKE[table]
            others = self._values(table, column, wanted)
            names = self.of(other, others.values())
            return {number: names[owner] for number, owner in others.items() if owner in names}
        return {number: str(name) for number, name in self._values(table, _NAMED_BY[table], wanted).items()}

    def _values(self, table: str, column: str, numbers: list[int]) -> dict[int, Any]:
        """What stands in a column of rows; of rows that are gone, what stood there last."""
        found: dict[int, Any] = {
            row["id"]: row["value"]
            for row in self._session.rows(
                f'SELECT id, "{column}" AS value FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))',
                (json.dumps(numbers),),
            )
        }
        for number in numbers:
            if number not in found:
                found[number] = self._last(table, column, number)
        return {number: value for number, value in found.items() if value not in {None, ""}}

    def _last(self, table: str, column: str, number: int) -> Any:
        path = f"$.{column}"
        rows = self._session.rows(
            "SELECT coalesce(json_extract(before, ?), json_extract(after, ?)) AS value FROM entry_rows"
            " WHERE table_name = ? AND row_id = ? AND value IS NOT NULL ORDER BY id DESC LIMIT 1",
            (path, path, table, number),
        )
        return rows[0]["value"] if rows else None
