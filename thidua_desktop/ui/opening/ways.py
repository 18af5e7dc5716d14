"""Which ways lead on from which trouble."""

from __future__ import annotations

from enum import StrEnum


class Way(StrEnum):
    """What can be done about an office file that cannot be opened."""

    LOOK = "look"
    """Open it for reading."""
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
_READABLE = _IN_USE | {"store.no_locks", "store.read_only", "store.folder_read_only", "store.disk_full"}
_PASSING = _IN_USE | {"store.busy", "store.unreachable", "store.disk_full"}


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
        Way.OTHER: True,
    }
    return tuple(way for way, open_ in offered.items() if open_)
