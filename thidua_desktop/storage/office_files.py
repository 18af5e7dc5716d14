"""The files that an office works by, on their way into packages and backups and back beside the office file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from thidua_desktop.common.files import atomic_path, sha256
from thidua_desktop.common.records import dataclass
from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.office_files import LARGEST, MOST, SUFFIXES, OfficeFile, in_order, named_well
from thidua_desktop.storage.attachments import Attachments
from thidua_desktop.storage.sealing import SealBroken, pieces

_BESIDE = ".ban-khac"
"""Behind the name of a file that comes back where another one stands: no program reads it, the clerk compares."""


@dataclass(frozen=True, slots=True)
class Found:
    """The files beside an office file, and the names of those that are not carried."""

    files: tuple[OfficeFile, ...]
    left_out: tuple[str, ...] = ()
    """Too large, or too many."""
    unread: tuple[str, ...] = ()
    """Locked by another program, or gone meanwhile; also folders that cannot be looked into."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What came back: new files, and those that lie beside another one of their name."""

    made: tuple[Path, ...] = ()
    beside: tuple[Path, ...] = ()


def found_beside(store: Path) -> Found:
    """The files that the office of a store works by. Links are not followed: they lead to somebody else's files.

    One that cannot be read is named and not carried: the records of the office are never without a backup for it.
    """
    files: list[OfficeFile] = []
    left_out: list[str] = []
    unread: list[str] = []
    for folder in SUFFIXES:
        inside = store.parent / folder
        try:
            candidates = _candidates(inside)
        except OSError:
            unread.append(folder)
            continue
        for path in candidates:
            try:
                size = path.stat().st_size
                if size > LARGEST or len(files) >= MOST:
                    left_out.append(path.name)
                else:
                    files.append(OfficeFile(folder, nfc(path.name), sha256(path), size))
            except OSError:
                unread.append(path.name)
    return Found(in_order(files), tuple(left_out), tuple(unread))


def content(store: Path, file: OfficeFile) -> Iterator[bytes]:
    """What is in a file beside a store, piece by piece.

    Raises:
        OSError: it is gone, or cannot be read.
    """
    folder = store.parent / file.folder
    # A drive of another system may have the name decomposed.
    named = (path for path in folder.iterdir() if nfc(path.name) == file.name)
    return pieces(next(named, folder / file.name))


def keep(store: Path, files: Iterable[OfficeFile], pool: Attachments) -> tuple[OfficeFile, ...]:
    """Put the files of a store among the attachments of its backups, under their hash and sealed like those.

    Gives those that are kept: one that has been saved anew meanwhile, or is locked now, is in the next backup.

    Raises:
        OSError: the pool cannot be written to.
    """
    kept = []
    for file in files:
        if not pool.path(file.sha256).is_file():
            try:
                whole = b"".join(content(store, file))  # few bytes, and so a file that is not read is no full disk
            except OSError:
                continue
            pool.put(file.sha256, [whole])
            if not pool.holds(file.sha256):
                pool.remove([file.sha256])
                continue
        kept.append(file)
    return tuple(kept)


def stage(pool: Attachments, files: Iterable[OfficeFile], folder: Path) -> tuple[OfficeFile, ...]:
    """Write files of backups out into an empty folder; gives those that are lost.

    Raises:
        OSError: there is no room.
    """
    lost = []
    for file in files:
        target = staged(folder, file)
        try:
            if pool.holds(file.sha256):
                pool.write_out(file.sha256, target)
            else:
                lost.append(file)
        except SealBroken:
            lost.append(file)
    return tuple(lost)


def staged(folder: Path, file: OfficeFile) -> Path:
    """Where a file lies in a folder that is being filled; its place is made."""
    (folder / file.folder).mkdir(parents=True, exist_ok=True)
    return folder / file.folder / file.name


def place(folder: Path, files: Sequence[OfficeFile], store: Path) -> Placed:
    """Bring staged files beside a store. One that is there already stays as it is; another one comes to lie beside it.

    Raises:
        OSError: there is no room or no access; what was brought before it is taken away again.
    """
    made: list[Path] = []
    beside: list[Path] = []
    try:
        for file in files:
            source, target = staged(folder, file), store.parent / file.folder / file.name
            if not source.is_file() or _same(target, file):
                continue
            taken = os.path.lexists(target)
            target = _free(target, file) if taken else target
            if os.path.lexists(target):
                continue
            with atomic_path(target) as scratch:
                shutil.copyfile(source, scratch)
            (beside if taken else made).append(target)
    except OSError:
        remove((*made, *beside))
        raise
    return Placed(tuple(made), tuple(beside))


def remove(paths: Iterable[Path]) -> None:
    """Take away what was brought, and the folders that were made for it."""
    for path in paths:
        path.unlink(missing_ok=True)
        with suppress(OSError):  # something else lies in it
            path.parent.rmdir()


def _candidates(inside: Path) -> list[Path]:
    if not inside.is_dir() or inside.is_symlink():
        return []
    named = (path for path in sorted(inside.iterdir()) if named_well(inside.name, nfc(path.name)))
    return [path for path in named if path.is_file() and not path.is_symlink()]


def _same(path: Path, file: OfficeFile) -> bool:
    return path.is_file() and path.stat().st_size == file.size and sha256(path) == file.sha256


def _free(target: Path, file: OfficeFile) -> Path:
    """A name beside a file: the first that nothing has, or that the same content has already."""
    number = 1
    while True:
        path = target.with_name(f"{target.name}{_BESIDE}{'' if number == 1 else f'-{number}'}")
        if not os.path.lexists(path) or _same(path, file):
            return path
        number += 1
