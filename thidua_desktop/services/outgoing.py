"""Files that leave the program: written whole or not at all, and what goes wrong is said in a sentence."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.common.files import atomic_path


class NoRoomForFile(FileTrouble):
    """The drive is full; a former file is what it was."""

    code = "out.full"


class FileRefused(FileTrouble):
    """The file is open in another program, or its folder cannot be written to; a former file is what it was."""

    code = "out.refused"


class PlaceUnreachable(FileTrouble):
    """The drive or the folder does not answer; a former file is what it was."""

    code = "out.unreachable"


_KINDS: dict[int, type[FileTrouble]] = {
    errno.ENOSPC: NoRoomForFile,
    errno.EDQUOT: NoRoomForFile,
    errno.EACCES: FileRefused,
    errno.EPERM: FileRefused,
    errno.EROFS: FileRefused,
    errno.EBUSY: FileRefused,
}


@contextmanager
def outgoing(out: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of ``out`` when the block ends well.

    Raises:
        NoRoomForFile, FileRefused, PlaceUnreachable: ``out`` is what it was.
    """
    with explained(out), atomic_path(out) as scratch:
        yield scratch


@contextmanager
def explained(out: Path) -> Iterator[None]:
    """What goes wrong while ``out`` is written, file or folder, as one of this program's errors.

    Raises:
        NoRoomForFile, FileRefused, PlaceUnreachable
    """
    try:
        yield
    except OSError as error:
        kind = _KINDS.get(error.errno or 0, PlaceUnreachable)
        raise kind(path=out) from error
