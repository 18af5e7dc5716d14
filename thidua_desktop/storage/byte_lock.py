"""A lock on one byte of a file, which the operating system drops when its holder dies.

The same byte on every system, so that a Windows PC and a Linux PC on one share keep each other out: servers pass
such locks on. (Linux ``flock`` would not do: a server's own disk does not see it, and over SMB it hides the content.)
"""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
elif sys.platform == "linux":
    import fcntl
    import struct
else:
    import fcntl

_FAR = 1 << 30
"""Windows forbids reading locked bytes, so the byte that is locked lies far behind the content."""

_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL})

_TRIES, _BETWEEN = 1 if sys.platform == "linux" else 3, 0.05
"""Outside of Linux a look at the lock takes it for a moment; whoever wants to have it waits seconds for that."""


def take(handle: int) -> bool:
    """Lock an open file; False where somebody else has it.

    Raises:
        OSError: the file system offers no locks (``offers_none``) or does not answer.
    """
    for _ in range(_TRIES - 1):
        if _taken(handle):
            return True
        time.sleep(_BETWEEN)
    return _taken(handle)


def is_taken(path: Path) -> bool:
    """Whether somebody, of this program or another, has the lock of a file; False where there is no such file.

    Nothing is written.

    Raises:
        OSError: the file cannot be opened.
    """
    try:
        handle = os.open(path, os.O_RDONLY if sys.platform == "linux" else os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        return _held(handle)
    finally:
        os.close(handle)


def offers_none(error: OSError) -> bool:
    """Whether an error of ``take`` says that there are no locks on this file system."""
    return error.errno in _NO_LOCKS


def _held(handle: int) -> bool:
    if sys.platform == "linux":
        answer = fcntl.fcntl(handle, fcntl.F_OFD_GETLK, _byte(fcntl.F_WRLCK))
        held = bool(struct.unpack_from("h", answer)[0] != fcntl.F_UNLCK)
    else:
        held = not _taken(handle)  # given back when the file is closed
    return held


def _taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        elif sys.platform == "linux":
            # This kind belongs to the open file, not to the process: a second Store in this process is refused too.
            fcntl.fcntl(handle, fcntl.F_OFD_SETLK, _byte(fcntl.F_WRLCK))
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


if sys.platform == "linux":

    def _byte(kind: int) -> bytes:
        """``struct flock`` for that byte."""
        return struct.pack("hhqqi4x", kind, os.SEEK_SET, _FAR, 1, 0)
