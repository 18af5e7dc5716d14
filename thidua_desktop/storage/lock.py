"""One writer at a time: a lock that the operating system drops when its holder dies.

The lock is on a small file beside the store. Its content says who holds it, for the sentence that a second
program shows; whether it is held is decided by the operating system alone, so a file left by a program that was
killed is taken over without asking.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Self

from thidua_desktop.common.records import dataclass
from thidua_desktop.storage import byte_lock, medium
from thidua_desktop.storage.errors import FolderReadOnly, NoLocks, StoreLocked, StoreOpenHere
from thidua_desktop.storage.medium import Medium


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock. ``since`` is ISO text with time and offset."""

    user: str
    host: str
    pid: int
    since: str

    @classmethod
    def this_program(cls, at: datetime) -> Self:
        """The running program."""
        return cls(_user(), platform.node(), os.getpid(), at.isoformat(timespec="seconds"))

    @property
    def here(self) -> bool:
        """Whether it is the same person on the same computer."""
        return (self.user, self.host) == (_user(), platform.node())


class Held(Exception):
    """Somebody else has the lock; ``holder`` is None while it is being written down."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(holder)
        self.holder = holder


class WriterLock:
    """The lock of one store, held from ``take`` to ``release`` or the end of the process."""

    def __init__(self, path: Path, handle: int, left_by: Holder | None) -> None:
        self._path = path
        self._handle: int | None = handle
        self.left_by = left_by
        """Whoever held it before and never gave it back: a program that was killed, or a power cut."""

    @classmethod
    def take(cls, store: Path, holder: Holder) -> WriterLock:
        """Take the lock of ``store``.

        Raises:
            Held: another program, or this one through another ``Store``, has it.
            OSError: the folder cannot be written to.
        """
        path = lock_path(store)
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
            try:
                if not byte_lock.take(handle):
                    raise Held(who(store))
                if _still_named(path, handle):
                    left_by = who(store)
                    _write(handle, holder)
                    return cls(path, handle, left_by)
            except BaseException:
                os.close(handle)
                raise
            os.close(handle)  # removed by a holder that released it between our two calls: try again

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if os.name == "nt":
            os.close(handle)
            _remove(self._path)  # fails, as it should, where the next holder has it open
        else:
            _remove(self._path)  # still locked, so nobody can have taken it
            os.close(handle)


def taken(path: Path, holder: Holder) -> WriterLock:
    """Take the lock of the store at ``path``; its folder is made if missing.

    Raises:
        StoreLocked: somebody else has it, and who; ``StoreOpenHere`` for the same person on this computer.
        NoLocks: the folder lies where two computers could write at the same time.
        FolderReadOnly: the folder cannot be written to.
        OSError: it does not answer.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if medium.medium_of(path.parent) is Medium.UNLOCKED:
            raise NoLocks(path=path)
        return WriterLock.take(path, holder)
    except Held as held:
        raise _locked(path, held.holder) from None
    except PermissionError as error:
        raise FolderReadOnly(path=path.parent, detail=str(error)) from error
    except OSError as error:
        if byte_lock.offers_none(error):
            raise NoLocks(path=path, detail=str(error)) from error
        raise


def _locked(path: Path, other: Holder | None) -> StoreLocked:
    if other is None:
        return StoreLocked(path=path, user="?", host="?", since="?")
    kind = StoreOpenHere if other.here else StoreLocked
    return kind(path=path, user=other.user, host=other.host, since=datetime.fromisoformat(other.since))


def at_work(store: Path) -> Holder | None:
    """Who has the store open for writing now, None if nobody has; nothing is written.

    Raises:
        OSError: the folder does not answer.
    """
    if not byte_lock.is_taken(lock_path(store)):
        return None
    return who(store) or Holder("?", "?", 0, "")


def refuse_twice(store: Path) -> None:
    """Refuse a store that the same person on this computer has open for writing; nothing is written.

    Raises:
        StoreOpenHere: it is open.
        OSError: the folder does not answer.
    """
    other = at_work(store)
    if other is not None and other.here:
        raise _locked(store, other)


def lock_path(store: Path) -> Path:
    """Where the lock of a store lies."""
    return store.with_name(f"{store.name}.lock")


def who(store: Path) -> Holder | None:
    """What the lock file of a store says about its holder, if it says anything."""
    try:
        return Holder(**json.loads(lock_path(store).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name for this user id (containers, services)
        return "?"


def _still_named(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _write(handle: int, holder: Holder) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    os.ftruncate(handle, 0)
    os.write(handle, json.dumps(asdict(holder), ensure_ascii=False).encode())
    os.fsync(handle)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:  # the drive is gone or another program has the file open: what stays is only a name
        return
