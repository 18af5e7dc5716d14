"""Which ways lead on from which trouble."""

from __future__ import annotations

from enum import StrEnum


class Way(StrEnum):
    """What can be done about an office file that cannot be opened."""

    LOOK = "look"
    """Open it for reading."""
    COPY = "copy"
    """Copy it to this computer and open the copy."""
    AGAIN = "again"
    """Try once more."""
    PASSWORD = "password"
    """Ask for its password once more."""
    RESTORE = "restore"
    """Put a backup in its place; it is kept aside."""
    RESCUE = "rescue"
    """Save what can be read; it is kept aside."""
    OTHER = "other"
    """Open another file."""


_FORGOTTEN = frozenset({"store.password_forgotten"})
_DAMAGED = frozenset({"store.damaged", "store.nothing_salvaged"})
_GONE = frozenset({"store.missing", "store.not_a_store"})
_IN_USE = frozenset({"store.locked", "store.open_here"})
_PROTECTED = frozenset({"store.read_only", "store.folder_read_only"})
_READABLE = _IN_USE | _PROTECTED | {"store.disk_full"}
_ELSEWHERE = _PROTECTED | {"store.no_locks", "store.needs_copy", "store.keeps_log", "store.unfinished"}
_PASSING = _IN_USE | {"store.busy", "store.unreachable", "store.disk_full", "store.keeps_log", "store.unfinished"}


def ways_from(code: str, *, backups: bool) -> tuple[Way, ...]:
    """The ways on from the trouble with a code, the best first.

    Args:
        code: of the ``StoreTrouble``.
        backups: whether there are backups beside the file.
    """
    offered = {
        Way.LOOK: code in _READABLE,
        Way.PASSWORD: code in _FORGOTTEN,
        Way.RESTORE: backups and code in _DAMAGED | _GONE | _FORGOTTEN,
        Way.RESCUE: code == "store.damaged",
        Way.AGAIN: code in _PASSING,
        Way.COPY: code in _ELSEWHERE,
        Way.OTHER: True,
    }
    return tuple(way for way, open_ in offered.items() if open_)
