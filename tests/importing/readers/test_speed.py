"""How long a long PDF takes, beside what the PDF library alone needs for its text."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pypdfium2
import pytest

from tests.importing.readers import make
from tests.importing.readers.test_pdf import ROWS, WORK
from thidua_desktop.importing.readers import read_file

PAGES = 200
TIMES_THE_LIBRARY = 12


def long_pdf() -> bytes:
    rows = "\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in ROWS)
    short = pypdfium2.PdfDocument(make.as_pdf(f"KẾ HOẠCH\n\n{(WORK + chr(10)) * 20}\n{rows}"))
    long = pypdfium2.PdfDocument.new()
    while len(long) < PAGES:
        long.import_pages(short)
    stream = io.BytesIO()
    long.save(stream)
    return stream.getvalue()


@pytest.mark.bench
def test_two_hundred_pages(tmp_path: Path) -> None:
    path = tmp_path / "dài.pdf"
    path.write_bytes(long_pdf())
    begun = time.process_time()
    library = pypdfium2.PdfDocument(path.read_bytes())
    for page in library:
        page.get_textpage().get_text_range()
    alone = time.process_time() - begun
    begun = time.process_time()
    document = read_file(path)
    ours = time.process_time() - begun
    assert (document.pages or 0) >= PAGES
    assert ours < TIMES_THE_LIBRARY * alone, f"{ours:.2f} s beside {alone:.2f} s"
