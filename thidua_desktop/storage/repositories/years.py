"""Years whose books have been closed, or closed and reopened."""

from __future__ import annotations

from thidua_desktop.domain.changes import Kind
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository


class YearRepository(Repository):
    """Table ``years``; a year that was never closed has no row."""

    table = "years"
    kind = Kind.YEAR

    def closed(self) -> tuple[int, ...]:
        """The closed years, the latest first."""
        return tuple(row["year"] for row in self._where("closed_at IS NOT NULL", order="year DESC"))

    def close(self, year: int) -> None:
        """Close a year, at the moment of the running operation."""
        found = self._where("year = ?", (year,))
        if found:
            self._update(found[0]["id"], {"closed_at": self._session.at})
        else:
            self._insert({"year": year, "closed_at": self._session.at})

    def reopen(self, year: int, reason: str) -> None:
        """Open a closed year again."""
        (row,) = self._where("year = ?", (year,))
        self._update(row["id"], {"closed_at": None, "reopening_reason": rows.text(reason)})
