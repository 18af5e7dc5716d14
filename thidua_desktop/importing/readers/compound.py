"""The container of .xls files ([MS-CFB]), as far as it has to be looked at before calamine reads it.

calamine follows chains of sectors without looking whether they come back to themselves, and makes room for every cell
between the outermost ones; a few changed bytes are enough to take all memory and the program with it.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator, Sequence

from thidua_desktop.importing.readers.errors import FileDamaged, FileUnsafe

_HEADER = 512
_IN_HEADER = 109
"""Places of the table of sectors that the header names itself."""
_LAST_SECTOR = 0xFFFFFFFA
"""Higher numbers mark ends and free places."""
_END = 0xFFFFFFFE
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_SMALL = 64
"""Bytes of a sector of small streams."""
_MOST_CELLS = 2_000_000
_BEGIN = 0x0809
_STRINGS, _DIMENSIONS = 0x00FC, 0x0200
_ROWS, _COLUMNS = 65536, 256
"""What Excel 97 had room for."""
_SEVERAL = frozenset({0x00BD, 0x00BE})
_CELLS = frozenset({0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E})
"""Records that begin with the row and column of a cell ([MS-XLS] 2.4)."""


def check_workbook(data: bytes, name: str) -> None:
    """Refuse an .xls that would not end or would not fit into memory.

    Raises:
        FileDamaged: a chain of sectors comes back to itself or leaves the file.
        FileUnsafe: its cells lie so far apart that a table of them has millions of places.
    """
    try:
        compound = _Compound(data)
        stream = compound.stream("Workbook") or compound.stream("Book")
    except (_Broken, struct.error) as trouble:
        raise FileDamaged(path=name) from trouble
    if any(_promises_too_much(kind, content, len(stream)) for kind, content in _records(stream)):
        raise FileDamaged(path=name)
    if any(cells > _MOST_CELLS for cells in _extents(stream)):
        raise FileUnsafe(path=name)


class _Broken(ValueError):
    """The container contradicts itself."""


class _Compound:
    """The streams of a container whose chains all end, within the file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        size = int.from_bytes(data[30:32], "little")
        if size not in (9, 12):
            raise _Broken("size of sectors")
        self._size = 1 << size
        for at in (40, 44, 64, 72):  # lengths, in sectors, for which room is made before anything is read
            self._refuse_longer(self._number(at) * self._size)
        self._next = self._table()
        _refuse_circles(self._next)
        self._small_next = _numbers(self._chained(self._number(60)))
        _refuse_circles(self._small_next)
        self._entries = self._chained(self._number(48))
        self._root = self._of_kind(_ROOT)
        self._check_streams()

    def stream(self, name: str) -> bytes:
        """The content of a stream; empty where there is none."""
        wanted = name.encode("utf-16-le") + b"\0\0"
        for entry, start, size in self._listed():
            if entry.startswith(wanted) and entry[66] == _STREAM:
                if size >= self._number(56):
                    return self._chained(start)[:size]
                return b"".join(_piece(self._root, number, _SMALL, 0) for number in _chain(self._small_next, start))
        return b""

    def _listed(self) -> Iterator[tuple[bytes, int, int]]:
        """The entries of the directory with the beginning and the size of their content."""
        for at in range(0, len(self._entries) - _ENTRY + 1, _ENTRY):
            entry = self._entries[at : at + _ENTRY]
            start, size, more = struct.unpack_from("<III", entry, 116)
            yield entry, start, size + (more << 32 if self._size > _HEADER else 0)

    def _of_kind(self, kind: int) -> bytes:
        return next((self._chained(start) for entry, start, _ in self._listed() if entry[66] == kind), b"")

    def _check_streams(self) -> None:
        """Walk every chain that a stream begins, each sector once."""
        known, small = set[int](), set[int]()
        for entry, start, size in self._listed():
            if entry[66] not in (_STREAM, _ROOT) or not size:
                continue
            self._refuse_longer(size)
            if size >= self._number(56) or entry[66] == _ROOT:
                _walk(self._next, start, known)
            else:
                _walk(self._small_next, start, small)

    def _refuse_longer(self, size: int) -> None:
        if size > len(self._data) + self._size:
            raise _Broken("longer than the file")

    def _table(self) -> Sequence[int]:
        """Which sector follows which."""
        places = list(struct.unpack_from(f"<{_IN_HEADER}I", self._data, 76))
        seen, further = set[int](), self._number(68)
        while further < _LAST_SECTOR:
            if further in seen:
                raise _Broken("a circle in the list of tables")
            seen.add(further)
            *more, further = _numbers(self._sector(further))
            places += more
        return _numbers(b"".join(self._sector(place) for place in places if place < _LAST_SECTOR))

    def _chained(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in _chain(self._next, start))

    def _sector(self, number: int) -> bytes:
        return _piece(self._data, number, self._size, max(_HEADER, self._size))

    def _number(self, at: int) -> int:
        return int(struct.unpack_from("<I", self._data, at)[0])


def _piece(data: bytes, number: int, size: int, offset: int) -> bytes:
    """A sector; the last one of a file may be cut short."""
    at = offset + number * size
    if at >= len(data):
        raise _Broken("a sector outside of the file")
    return data[at : at + size].ljust(size, b"\0")


def _numbers(data: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _chain(following: Sequence[int], start: int) -> Iterator[int]:
    """The sectors of a chain; the table has no circles, so it ends."""
    while start != _END:
        yield start
        if start >= len(following):
            raise _Broken("a sector outside of the table")
        start = following[start]


def _walk(following: Sequence[int], start: int, known: set[int]) -> None:
    """Follow a chain to its end or to where another one has been followed on."""
    for number in _chain(following, start):
        if number in known:
            return
        known.add(number)


def _refuse_circles(following: Sequence[int]) -> None:
    """Refuse a table in which a chain comes back to itself, wherever it begins."""
    looked_at = array("L", bytes(array("L").itemsize * len(following)))
    for begin in range(len(following)):
        number = begin
        while number < len(following) and not looked_at[number]:
            looked_at[number] = begin + 1
            number = following[number]
        if number < len(following) and looked_at[number] == begin + 1:
            raise _Broken("a circle in the table")


def _extents(stream: bytes) -> Iterator[int]:
    """For each sheet, how many places the table from its first to its last row and column has."""
    rows: list[int] = []
    columns: list[int] = []
    for kind, content in _records(stream):
        if kind == _BEGIN:
            yield _places(rows, columns)
            rows, columns = [], []
        elif kind in _CELLS and len(content) >= 6:
            row, column = struct.unpack_from("<HH", content)
            rows = _span(rows, row)
            columns = _span(columns, column)
            if kind in _SEVERAL:  # and end with the last column
                columns = _span(columns, int.from_bytes(content[-2:], "little"))
    yield _places(rows, columns)


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _promises_too_much(kind: int, content: bytes, length: int) -> bool:
    """Whether a record announces more than there can be; room is made for it at once."""
    if kind == _STRINGS and len(content) >= 8:
        return int(struct.unpack_from("<I", content, 4)[0]) > length
    if kind == _DIMENSIONS and len(content) in (10, 14):
        first, last, left, right = struct.unpack_from("<IIHH" if len(content) == 14 else "<HHHH", content)
        return bool(last - first > _ROWS or right - left > _COLUMNS or first > _ROWS)
    return False


def _span(known: list[int], value: int) -> list[int]:
    return [min(known[0], value), max(known[1], value)] if known else [value, value]


def _places(rows: list[int], columns: list[int]) -> int:
    return (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1) if rows else 0
