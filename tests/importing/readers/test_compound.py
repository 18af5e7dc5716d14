"""Containers of .xls files that would take all memory: refused before calamine sees them."""

from __future__ import annotations

import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.fuzz import seeds
from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.importing.readers import compound, read_file
from thidua_desktop.importing.readers.errors import FileDamaged, FileUnsafe

GOOD = (Path(seeds.__file__).parent / "files" / "danh-sach.xls").read_bytes()
SECTOR = 512
TABLE = SECTOR  # the header says that sector 0 holds the table
DIRECTORY = SECTOR * (1 + struct.unpack_from("<I", GOOD, 48)[0])
STREAM = SECTOR * (1 + struct.unpack_from("<I", GOOD, DIRECTORY + 128 + 116)[0])


def number(at: int, value: int) -> Callable[[bytearray], None]:
    return lambda data: struct.pack_into("<I", data, at, value)


def record(kind: int, content: bytes) -> Callable[[bytearray], None]:
    """Put a record over the beginning of the workbook."""

    def put(data: bytearray) -> None:
        data[STREAM : STREAM + 4 + len(content)] = struct.pack("<HH", kind, len(content)) + content

    return put


def cell(row: int, column: int) -> bytes:
    return struct.pack("<HHHHHd", 0x0203, 14, row, column, 0, 1.0)


DAMAGED: dict[str, Callable[[bytearray], None]] = {
    "a sector that follows itself": number(TABLE + 4 * 5, 5),
    "a circle of two": lambda data: (number(TABLE + 4 * 5, 6)(data), number(TABLE + 4 * 6, 5)(data))[0],
    "a circle in the list of tables": lambda data: (number(68, 0)(data), number(TABLE + 508, 0)(data))[0],
    "a chain out of the file": number(TABLE + 4 * 3, 0x00F00000),
    "a chain that ends as if it were free": number(DIRECTORY + 128 + 116, 0xFFFFFFFF),
    "a table of billions of sectors": number(44, 0xFFFFFFF0),
    "a stream of gigabytes": number(DIRECTORY + 128 + 120, 0x7FFFFFFF),
    "sectors of another size": lambda data: struct.pack_into("<H", data, 30, 31),
    "billions of texts": record(0x00FC, struct.pack("<II", 1, 0x7FFFFFFF)),
    "a sheet of billions of rows": record(0x0200, struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 256, 0)),
}


@pytest.mark.parametrize("spoil", DAMAGED.values(), ids=DAMAGED)
def test_what_would_not_end_is_damaged(tmp_path: Path, spoil: Callable[[bytearray], None]) -> None:
    data = bytearray(GOOD)
    spoil(data)
    path = tmp_path / "a.xls"
    path.write_bytes(data)
    with pytest.raises(FileDamaged):
        read_file(path)


def test_cells_at_the_ends_of_the_world_are_unsafe(monkeypatch: pytest.MonkeyPatch) -> None:
    far = cell(0, 0) + cell(65535, 65535)
    monkeypatch.setattr(compound._Compound, "stream", lambda *_: far)
    with pytest.raises(FileUnsafe):
        compound.check_workbook(GOOD, "a.xls")


@pytest.mark.parametrize(
    ("stream", "places"),
    [
        (b"", [0]),
        (cell(3, 2), [1]),
        (cell(0, 0) + cell(9, 4), [50]),
        (cell(1, 1) + struct.pack("<HHHHIH", 0x00BD, 10, 2, 1, 0, 60000), [2 * 60000]),
        (cell(0, 0) + struct.pack("<HH", 0x0809, 0) + cell(5, 5), [1, 1]),  # another sheet
        (cell(0, 0)[:9], [0]),
    ],
)
def test_the_extent_of_the_cells_of_each_sheet(stream: bytes, places: list[int]) -> None:
    assert list(compound._extents(stream)) == places


def test_good_ones_pass() -> None:
    for path in sorted((Path(seeds.__file__).parent / "files").glob("*.xls")):
        compound.check_workbook(path.read_bytes(), path.name)
        assert read_file(path).blocks


def test_every_cut_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    for size in range(SECTOR, len(GOOD), 700):
        path.write_bytes(GOOD[:size])
        with suppress(FileTrouble):
            read_file(path)
