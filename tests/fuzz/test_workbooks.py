"""Spoiled workbooks of superiors: each is refused with its own error, or filled so that it can be read again."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from tests.fuzz.conftest import TRIED
from tests.nasty_workbooks import filled_down, members
from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.domain.workbooks.formulas import recounted
from thidua_desktop.domain.workbooks.proposals import cells_of
from thidua_desktop.importing.workbooks import read_bytes
from thidua_desktop.reports.excel.patching import fill_copy
from thidua_desktop.reports.excel.patching.cells import Patch

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(900)]

SECONDS = 60.0
PART = "xl/worksheets/sheet1.xml"
AT = (9, 5)
_PIECES = (
    *(b"<c>", b"</c>", b"<row>", b"<f>", b"<v>NaN</v>", b"<v>1e999</v>", b"<", b'"', b"&#0;", b"&x;", b"\xff"),
    *(b'r="A1"', b'r="ZZZ9999999"', b'r="0"', b's="-1"', b's="x"', b't="s"', b'si="0"', b'ref="A1:XFD1048576"'),
    *(b'min="0" max="99999999"', b"<f>((((((A1</f>", b"<f>A1/0</f>"),
)


def spoiled(parts: Mapping[str, bytes], chance: random.Random) -> bytes:
    """The package with pieces put into its XML, taken out of it, or copied from elsewhere."""
    made = dict(parts)
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    for _ in range(chance.randint(1, 3)):
        name = PART if chance.random() < 0.5 else chance.choice(names)
        data = made[name]
        at, other = chance.randrange(len(data)), chance.randrange(len(data))
        match chance.randrange(3):
            case 0:
                made[name] = data[:at] + chance.choice(_PIECES) + data[at:]
            case 1:
                made[name] = data[:at] + data[at + chance.randint(1, 40) :]
            case _:
                made[name] = data[:at] + data[other : other + chance.randint(1, 200)] + data[at:]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in made.items():
            package.writestr(name, content)
    return packed.getvalue()


def fill(data: bytes, out: Path, *, gone: bool) -> None:
    """Everything that happens to a workbook, from its opening to the look at what was written."""
    book = read_bytes(data, "bieu.xlsx")
    for sheet in book.grid.sheets:
        cells_of(sheet)
    first = book.grid.sheets[0]
    sums = recounted(book.grid, {(first.name.casefold(), *AT): Decimal(3)})
    patches = {
        part: Patch(
            {AT: 3} if sheet is first else {},
            {at[1:]: value for at, value in sums.items() if at[0] == sheet.name.casefold()},
        )
        for sheet, part in zip(book.grid.sheets, book.parts, strict=True)
    }
    counts = book.grid.has_formulas
    fill_copy(book.data, patches, out, name="bieu.xlsx", counts=counts, formula_gone=gone)
    again = read_bytes(out.read_bytes(), "bieu.xlsx").grid.sheets[0]
    assert again.at(*AT).text == "3"
    kept = {at: cell for at, cell in first.cells.items() if at != AT and (first.name.casefold(), *at) not in sums}
    assert kept == {at: again.cells[at] for at in kept}


@pytest.mark.parametrize("seed", range(2))
def test_a_workbook_is_refused_or_filled(
    seed: int, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(seed)
    parts = members(filled_down(tmp_path / "bieu.xlsx"))
    tried = filled = 0
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        tried += 1
        try:
            fill(spoiled(parts, chance), tmp_path / "xong.xlsx", gone=chance.random() < 0.3)
        except FileTrouble:
            continue
        filled += 1
    record_property(TRIED, (tried, f"workbooks of superiors, {filled} of them filled"))
    assert filled
