"""A drive that fails when it is told to: SQLite's own layer under all of its files, with faults put in.

The layer (sqlite.org/vfs.html) is the default one of this process with four calls of each opened file replaced:
read, write, truncate, sync. It is registered through the very library that the ``sqlite3`` module works with.
"""

from __future__ import annotations

import _sqlite3
import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p, cast

IOERR_READ, IOERR_WRITE, IOERR_FSYNC, IOERR_TRUNCATE = (10 | number << 8 for number in (1, 3, 4, 6))
FULL = 13

_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
_MOVE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)


class _Methods(Structure):
    _fields_ = [
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", c_void_p),
        ("truncate", c_void_p),
        ("sync", c_void_p),
        ("others", c_void_p * 13),
    ]


class _Layer(Structure):
    _fields_ = [
        ("version", c_int),
        ("file_size", c_int),
        ("longest_path", c_int),
        ("following", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", c_void_p),
        ("others", c_void_p * 14),
    ]


class Drive:
    """The drive under SQLite's files. From the call number ``fail_at`` on, every call of its kind fails."""

    def __init__(self) -> None:
        self.calls = 0
        self.fail_at: int | None = None
        self.full = False
        """Writing fails for want of room, reading does not; otherwise the drive is gone altogether."""
        self._library = ctypes.CDLL("sqlite3.dll" if sys.platform == "win32" else _sqlite3.__file__)
        self._library.sqlite3_vfs_find.restype = POINTER(_Layer)
        self._original = self._library.sqlite3_vfs_find(None)
        self._open = _OPEN(self._original.contents.open)
        self._layer = _Layer.from_buffer_copy(self._original.contents)
        self._layer.name = b"faulty"
        self._own_open = _OPEN(self._opened)
        self._layer.open = cast(self._own_open, c_void_p)
        self._methods: dict[int, tuple[_Methods, tuple[object, ...]]] = {}

    def register(self) -> None:
        """Put the drive under every file that is opened from now on."""
        assert self._library.sqlite3_vfs_register(ctypes.byref(self._layer), 1) == 0

    def unregister(self) -> None:
        """Give files opened from now on the real drive; what this one still carries must be closed before."""
        self.fail_at = None
        assert self._library.sqlite3_vfs_register(self._original, 1) == 0
        assert self._library.sqlite3_vfs_unregister(ctypes.byref(self._layer)) == 0

    @contextmanager
    def failing(self, at: int, *, full: bool) -> Iterator[None]:
        """Fail from the ``at``-th call (1 is the next one)."""
        self.calls, self.fail_at, self.full = 0, at, full
        try:
            yield
        finally:
            self.fail_at = None

    @property
    def reached(self) -> bool:
        """Whether the last ``failing`` has come to its first fault."""
        return self.calls > 0

    def _opened(self, _: int, name: int, file: int, flags: int, out: object) -> int:
        code = self._open(ctypes.addressof(self._original.contents), name, file, flags, out)
        methods = c_void_p.from_address(file)  # the first field of every opened file
        if code == 0 and methods.value:
            methods.value = ctypes.addressof(self._faulty(methods.value)[0])
        return int(code)

    def _faulty(self, address: int) -> tuple[_Methods, tuple[object, ...]]:
        if address not in self._methods:
            real = _Methods.from_address(address)
            made = _Methods.from_buffer_copy(real)
            own = (
                _MOVE(self._guarded(_MOVE(real.read), IOERR_READ, writes=False)),
                _MOVE(self._guarded(_MOVE(real.write), IOERR_WRITE)),
                _TRUNCATE(self._guarded(_TRUNCATE(real.truncate), IOERR_TRUNCATE)),
                _SYNC(self._guarded(_SYNC(real.sync), IOERR_FSYNC)),
            )
            made.read, made.write, made.truncate, made.sync = (cast(call, c_void_p) for call in own)
            self._methods[address] = (made, own)  # SQLite holds addresses only: keep the callables alive
        return self._methods[address]

    def _guarded(self, real: object, code: int, *, writes: bool = True) -> object:
        def call(*arguments: int) -> int:
            if self.fail_at is not None and (writes or not self.full):
                self.fail_at -= 1
                if self.fail_at <= 0:
                    self.calls += 1
                    return FULL if self.full else code
            assert callable(real)
            return int(real(*arguments))

        return call


_ALIVE: list[Drive] = []
"""A connection forgotten in a cycle is closed by the collector long after its test, through its drive's calls."""


@contextmanager
def faulty_drive() -> Iterator[Drive]:
    """The drive, under every file opened within the block."""
    drive = Drive()
    _ALIVE.append(drive)
    gc.disable()  # the collector would close old connections in the middle of SQLite's own calls
    drive.register()
    try:
        yield drive
    finally:
        drive.unregister()
        gc.enable()
