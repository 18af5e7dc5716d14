"""What a window that only looks must know of those who write: who they are, and whether anything has changed."""

from __future__ import annotations

from datetime import datetime

from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.storage.errors import DiskFull, NoLocks, StoreLocked
from thidua_desktop.storage.lock import Holder
from thidua_desktop.storage.store import Store

__all__ = ["CHANGED", "DiskFull", "NoLocks", "SharingService", "Sight", "StoreLocked", "Writer"]

CHANGED = Changes("file.changed", frozenset(Kind))
"""Somebody else has written: every screen has to look again."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who has the file open for writing. ``since`` is None while that is being written down."""

    user: str
    host: str
    since: datetime | None
    here: bool
    """Whether it is the same person on this computer, in another window."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a look at the file tells. Equal ``position`` means that nothing was done between two looks."""

    writer: Writer | None
    position: str
    replaced: bool = False
    """Another file lies under its name now: this one has to be opened again to be followed."""


class SharingService:
    """Looks at a file that others may write to; changes nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def possible(self) -> bool:
        """Whether there is anything to follow: the file is open for reading only, and others can write to it."""
        return self._store.read_only and not self._store.immutable

    def look(self) -> Sight:
        """Who writes, and how far the file has come.

        Raises:
            StoreTrouble: the drive does not answer, or the writer died in the midst of an operation.
        """
        holder = self._store.at_work()
        if not self._store.in_place():
            return Sight(None, "", replaced=True)
        return Sight(None if holder is None else _writer(holder), self._store.position())

    def left_by(self) -> Writer | None:
        """Who had the file open for writing before this program and never closed it: killed, or a power cut."""
        return None if self._store.left_by is None else _writer(self._store.left_by)


def _writer(holder: Holder) -> Writer:
    since = datetime.fromisoformat(holder.since) if holder.since else None
    return Writer(holder.user, holder.host, since, holder.here)
