"""Excel's "XML spreadsheet 2003", mostly under the name .xls → rows."""

from __future__ import annotations

from lxml import etree

from thidua_desktop.domain.documents import Document, Source
from thidua_desktop.domain.findings import Severity
from thidua_desktop.importing.readers.archives import attribute, child, local
from thidua_desktop.importing.readers.blocks import Gatherer
from thidua_desktop.importing.readers.errors import FileDamaged, FileUnsafe
from thidua_desktop.importing.readers.grids import Grid
from thidua_desktop.importing.readers.sheet_values import day_text, number_text
from thidua_desktop.importing.readers.word_styles import whole
from thidua_desktop.importing.readers.workbook import MOST_COLUMNS, MOST_ROWS


def read(data: bytes, name: str, sha256: str) -> Document:
    """The document in such a file: one row block for each row with text, of all sheets that are not hidden."""
    head = data[:65536].replace(b"\0", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise FileUnsafe(path=name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as trouble:
        raise FileDamaged(path=name) from trouble
    gatherer = Gatherer()
    for sheet in root:
        if local(sheet) == "Worksheet":
            _read_sheet(sheet, gatherer)
    blocks, notes = gatherer.finished()
    return Document(name, blocks, "xml", sha256, None, notes)


def _read_sheet(sheet: etree._Element, gatherer: Gatherer) -> None:
    name = attribute(sheet, "Name") or ""
    visible = child(sheet, "WorksheetOptions", "Visible")
    if visible is not None and (visible.text or "").strip() in ("SheetHidden", "SheetVeryHidden"):
        gatherer.note("reader.hidden_sheet", Severity.INFO, sheet=name)
        return
    table = child(sheet, "Table")
    grid, number, taken, wide = Grid(), 0, 0, False
    for row in table if table is not None else ():
        if local(row) != "Row":
            continue
        number = whole(attribute(row, "Index")) or number + 1
        grid.row(_cells(row))
        wide = wide or grid.wide
        if not any(text.strip() for text in grid.texts):
            continue
        if taken >= MOST_ROWS:
            gatherer.note("reader.rows_left", sheet=name, limit=MOST_ROWS, row=number - 1)
            break
        taken += 1
        gatherer.row(
            grid.texts,
            Source(0, sheet=name, row=number),
            spans=tuple(grid.widths),
            goes_on=tuple(grid.below),
            hidden=attribute(row, "Hidden") == "1",
        )
    if wide:
        gatherer.note("reader.columns_left", sheet=name, limit=MOST_COLUMNS)


def _cells(row: etree._Element) -> list[tuple[str, int, int]]:
    """Text, columns and rows covered; cells left out by an index are empty ones."""
    found: list[tuple[str, int, int]] = []
    column = 0
    for cell in row:
        if local(cell) != "Cell":
            continue
        before = min(whole(attribute(cell, "Index")) or 1, MOST_COLUMNS + 1) - 1 - column
        found += [("", 1, 1)] * before
        column += max(before, 0)
        width = min((whole(attribute(cell, "MergeAcross")) or 0) + 1, MOST_COLUMNS)
        found.append((_shown(cell), max(width, 1), (whole(attribute(cell, "MergeDown")) or 0) + 1))
        column += width
    return found


def _shown(cell: etree._Element) -> str:
    value = child(cell, "Data")
    if value is None:
        return ""
    text = "".join(str(piece) for piece in value.itertext())
    match attribute(value, "Type"):
        case "Number":
            return number_text(text, None)
        case "DateTime":
            return day_text(text)
        case _:
            return text
