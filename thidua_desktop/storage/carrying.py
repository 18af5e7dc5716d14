"""A copy of an office file as it lies there, when the file itself cannot be opened where it is."""

from __future__ import annotations

import shutil
from pathlib import Path

from thidua_desktop.common.files import atomic_path
from thidua_desktop.storage import attachments
from thidua_desktop.storage.errors import StoreBusy

_BESIDE = ("-wal", "-journal")
"""What SQLite keeps beside a file: without it the copy would lack the last operations, or hold half of one."""

_TRIES = 3


def carry(store: Path, target: Path) -> None:
    """Copy an office file, what SQLite keeps beside it, and its attachments; opening the copy checks it.

    Raises:
        StoreBusy: it changes all the time, so that no copy is of one moment.
        OSError: it cannot be read, or the target not be written.
    """
    for _ in range(_TRIES):
        before = _state(store)
        _copy(store, target)
        if _state(store) == before:
            break
    else:
        _remove(target)
        raise StoreBusy(path=store)
    attachments.carry(attachments.folder_of(store), attachments.folder_of(target))


def _copy(store: Path, target: Path) -> None:
    _remove(target)
    for suffix in (*_BESIDE, ""):  # the file last: under its name it is whole
        source = _beside(store, suffix)
        if suffix == "" or source.exists():
            with atomic_path(_beside(target, suffix)) as scratch:
                shutil.copyfile(source, scratch)


def _remove(target: Path) -> None:
    for suffix in ("", *_BESIDE):
        _beside(target, suffix).unlink(missing_ok=True)


def _state(store: Path) -> tuple[tuple[int, int] | None, ...]:
    """Size and time of the file and of what lies beside it."""
    found = []
    for suffix in ("", *_BESIDE):
        path = _beside(store, suffix)
        there = path.stat() if path.exists() else None
        found.append(None if there is None else (there.st_size, there.st_mtime_ns))
    return tuple(found)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(f"{path.name}{suffix}")
