"""Good files with bytes changed, cut and swapped: a document or a known error, in bounded time, nothing written."""

from __future__ import annotations

import io
import random
import time
import zipfile
from functools import cache
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.importing.readers import make
from tests.importing.readers.test_word_numbering import NUMBERING, item
from tests.importing.readers.test_workbooks import made
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.documents import Document
from thidua_desktop.importing.readers import read_file
from thidua_desktop.wording import messages

PLAN = "KẾ HOẠCH\n\nI. NỘI DUNG\n\nTT\tNội dung\tĐơn vị\nQUÝ I:\t\t\n1\tTổ chức họp\tSở Nội vụ\n\nTrên đây là kế hoạch."
SECONDS = 20.0


def fill(sheet: Worksheet) -> None:
    for line in PLAN.split("\n"):
        sheet.append(line.split("\t"))


@cache
def good_files() -> dict[str, bytes]:
    return {
        "a.docx": make.as_docx(PLAN),
        "b.docx": make.word_file(item(1, 0) + item(1, 2) + item(3, 1), numbering=NUMBERING),
        "a.pdf": make.as_pdf(PLAN),
        "a.xlsx": made(fill),
        "a.txt": PLAN.encode(),
        "b.txt": PLAN.encode("utf-16"),
    }


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A few bytes changed, a piece cut out, doubled, or the end lost."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed)) if changed else 0
        match chance.randrange(5):
            case 0 | 1:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 2:
                del changed[at : at + chance.randint(1, 60)]
            case 3:
                changed[at:at] = changed[at : at + chance.randint(1, 200)]
            case _ if chance.random() < 0.2:
                del changed[at:]
    return bytes(changed)


def survive(name: str, data: bytes, folder: Path) -> None:
    path = folder / name
    path.write_bytes(data)
    begun = time.process_time()
    try:
        document = read_file(path)
    except AppError as trouble:
        assert messages.error(trouble)
    else:
        assert isinstance(document, Document)
        for note in document.notes:
            assert messages.finding(note)
    assert time.process_time() - begun < SECONDS
    assert [entry.name for entry in folder.iterdir()] == [name]


@pytest.mark.parametrize("name", sorted(good_files()))
def test_good_files_are_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(good_files()[name])
    assert read_file(path).blocks


@pytest.mark.parametrize("name", sorted(good_files()))
def test_some_mutations(name: str, tmp_path: Path) -> None:
    chance = random.Random(f"few {name}")
    for _ in range(40):
        survive(name, mutated(good_files()[name], chance), tmp_path)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_mutated_xml_in_a_sound_package(name: str, tmp_path: Path) -> None:
    """Bytes changed inside the zip, where no checksum catches them."""
    chance = random.Random(f"parts {name}")
    for _ in range(40):
        survive(name, repacked(good_files()[name], chance), tmp_path)


def repacked(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {member: package.read(member) for member in package.namelist()}
    chosen = chance.choice([name for name in parts if name.endswith(".xml")])
    return make.zipped({**parts, chosen: mutated(parts[chosen], chance)})


@pytest.mark.fuzz
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("name", sorted(good_files()))
def test_many_mutations(name: str, tmp_path: Path) -> None:
    chance = random.Random(f"many {name}")
    for _ in range(5000):
        survive(name, mutated(good_files()[name], chance), tmp_path)
        if name.endswith("x"):
            survive(name, repacked(good_files()[name], chance), tmp_path)
