"""Tables as text with commas or semicolons between cells (.csv), as Excel and databases write them → rows."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from thidua_desktop.domain.documents import Document, Source
from thidua_desktop.importing.readers.blocks import Gatherer
from thidua_desktop.importing.readers.encodings import to_text
from thidua_desktop.importing.readers.workbook import MOST_COLUMNS, MOST_ROWS

_DELIMITERS = ";,\t|"
_SAMPLE = 30
_BEGINNING = 200_000
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_LONGEST = 1_000_000
"""Letters of one line and of one cell; an open quotation mark would otherwise swallow the file."""


def read(data: bytes, name: str, sha256: str) -> Document:
    """The document in a .csv file: one row block for each row with text, ``row`` counts the records of the file."""
    text = to_text(data).removeprefix("\ufeff")
    gatherer = Gatherer()
    csv.field_size_limit(_LONGEST)
    rows = csv.reader(_lines(text), delimiter=_delimiter(text))
    taken, wide, number = 0, False, 0
    try:
        for number, cells in enumerate(rows, start=1):
            if not any(cell.strip() for cell in cells):
                gatherer.gap()
                continue
            if taken >= MOST_ROWS:
                gatherer.note("reader.rows_left", sheet=name, limit=MOST_ROWS, row=number - 1)
                break
            taken += 1
            wide = wide or any(cell.strip() for cell in cells[MOST_COLUMNS:])
            gatherer.row(cells[:MOST_COLUMNS], Source(0, row=number))
    except csv.Error:
        gatherer.note("reader.rows_left", sheet=name, limit=number, row=number)
    if wide:
        gatherer.note("reader.columns_left", sheet=name, limit=MOST_COLUMNS)
    blocks, notes = gatherer.finished()
    return Document(name, blocks, "csv", sha256, None, notes)


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, one at a time: a copy of a large file would take four times its size."""
    return (seen.group()[:_LONGEST] for seen in _LINE.finditer(text))


def _delimiter(text: str) -> str:
    """The sign that stands between cells: the one that most of the first lines have equally often."""
    lines = [line for line in text[:_BEGINNING].splitlines()[: _SAMPLE * 3] if line.strip()][:_SAMPLE]
    return max(_DELIMITERS, key=lambda sign: (sum(line.count(sign) > 0 for line in lines), text[:20000].count(sign)))
