"""The office that keeps the file, and the health of the file itself."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.units import Office
from thidua_desktop.storage.store import Health, Store

__all__ = ["Health", "OfficeService"]


class OfficeService:
    """Name, place, signer: what letterheads and signature blocks say."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self) -> Office:
        """The office; its fields are empty before it has been described."""
        with self._store.read() as work:
            return work.office.get()

    def save(self, office: Office) -> Changes:
        """Keep the description of the office."""
        with self._store.write("office.save") as work:
            work.office.save(office)
        return Changes("office.save", frozenset({Kind.OFFICE}))

    def save_copy(self, target: Path) -> Path:
        """Write a proven copy of the whole file under another name; gives that name.

        Raises:
            StoreTrouble: the copy could not be made; a file that stood there is what it was.
        """
        self._store.copy_to(target)
        return target

    def health(self) -> Health:
        """Check every page, constraint and reference of the file; may take seconds on a large one."""
        return self._store.health()
