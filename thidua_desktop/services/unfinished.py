"""Folders that are being written: hidden beside their place until they are whole, and gone where a program was killed.

Beside such a folder lies a mark whose lock the system drops with the program that holds it. Whoever writes next into
the same place takes away what no living program is at work on, whatever computer it ran on.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from thidua_desktop.storage import byte_lock

MARK = ".thidua-dang-ghi"
"""How the name of a mark ends; before it stands the name of the folder."""
_OURS = b"Thi Dua Desktop dang ghi vao thu muc cung ten.\n"
_NAME = re.compile(r"\..+-[0-9a-f]{8}")
_LONGEST = 40


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """A new hidden folder beside ``folder``, to be renamed in the end; removed where the block did not do that.

    What killed programs have left in the same place goes first.

    Raises:
        OSError: it cannot be made.
    """
    remove_left(folder.parent)
    scratch, handle = _marked(folder)
    try:
        scratch.mkdir()
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        os.close(handle)
        _mark_of(scratch).unlink(missing_ok=True)


def remove_left(place: Path) -> None:
    """Remove the folders that killed programs were writing in a place; what cannot be removed goes the next time."""
    for mark in place.glob(f".*{MARK}"):
        scratch = mark.with_name(mark.name.removesuffix(MARK))
        if _NAME.fullmatch(scratch.name):
            with suppress(OSError):
                _remove(mark, scratch)


def _remove(mark: Path, scratch: Path) -> None:
    handle = os.open(mark, os.O_RDWR)
    try:
        ours = os.read(handle, len(_OURS) + 1) in (b"", _OURS)
        left = ours and byte_lock.take(handle)
        if left:
            shutil.rmtree(scratch, ignore_errors=True)
    finally:
        os.close(handle)
    if left and not scratch.exists():
        mark.unlink(missing_ok=True)


def _marked(folder: Path) -> tuple[Path, int]:
    """A name that nobody has, and its mark held open."""
    while True:
        scratch = folder.with_name(f".{folder.name[:_LONGEST]}-{secrets.token_hex(4)}")
        mark = _mark_of(scratch)
        handle = os.open(mark, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666)
        try:
            held = byte_lock.take(handle)
        except OSError:
            held = True  # a drive without locks: nobody else can take this mark either
        # Somebody who clears up may have come between making the mark and taking it.
        if held and mark.exists():
            os.write(handle, _OURS)
            return scratch, handle
        os.close(handle)


def _mark_of(scratch: Path) -> Path:
    return scratch.with_name(scratch.name + MARK)
