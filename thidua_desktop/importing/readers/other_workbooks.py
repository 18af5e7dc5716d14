"""Workbooks of Excel 97-2003 (.xls) and LibreOffice (.ods) → rows, through calamine."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from types import TracebackType

import python_calamine
from lxml import etree

from thidua_desktop.domain.documents import Document, Source
from thidua_desktop.domain.findings import Severity
from thidua_desktop.importing.readers import compound
from thidua_desktop.importing.readers.archives import Package, attribute
from thidua_desktop.importing.readers.blocks import Gatherer
from thidua_desktop.importing.readers.errors import FileDamaged, FileEncrypted, FileUnsafe
from thidua_desktop.importing.readers.sheet_values import moment_text, plain_number
from thidua_desktop.importing.readers.spans import Spans
from thidua_desktop.importing.readers.word_styles import whole
from thidua_desktop.importing.readers.workbook import MOST_COLUMNS, MOST_ROWS

_MOST_CELLS = 2_000_000
"""Cells that a sheet may unfold to: "repeat this cell 16 000 times" is three words in an .ods."""


def read(data: bytes, name: str, sha256: str, kind: str) -> Document:
    """The document in an .xls or .ods file (``kind``): one row block for each row with text."""
    merges: Mapping[str, Spans] = {}
    if kind == "ods":
        merges = _merged(data, name)
    else:
        compound.check_workbook(data, name)
    gatherer = Gatherer()
    try:
        with _Panics(name), python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for sheet in book.sheets_metadata:
                _read_sheet(book, sheet, merges.get(sheet.name), gatherer)
    except python_calamine.PasswordError as trouble:
        raise FileEncrypted(path=name) from trouble
    except (python_calamine.CalamineError, OSError, ValueError) as trouble:
        raise FileDamaged(path=name) from trouble
    blocks, notes = gatherer.finished()
    return Document(name, blocks, kind, sha256, None, notes)


class _Panics:
    """Calls a file damaged over which calamine gives up in the middle of its own code.

    That comes as an exception of no kind that could be named in an ``except``, and past ``Exception`` too.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        """Nothing to begin with."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None and kind.__module__ == "pyo3_runtime":
            raise FileDamaged(path=self._name) from error


def _merged(data: bytes, name: str) -> dict[str, Spans]:
    """The merged cells of the sheets of an .ods, of which calamine tells nothing.

    Raises:
        FileUnsafe: filled cells times their repetitions, row by row, are too many; empty ones at the end cost nothing.
    """
    package = Package(data, name)
    if "meta-inf/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise FileEncrypted(path=name)
    found: dict[str, Spans] = defaultdict(Spans)
    numbers: dict[str, int] = defaultdict(int)
    widest, total = 0, 0
    for row in package.stream("content.xml", ("{*}table-row",)):
        repeated = whole(attribute(row, "number-rows-repeated")) or 1
        sheet = _sheet_of(row)
        column, filled = 0, 0
        for cell in row:
            times = wide = high = 1
            for key, value in cell.items():  # once for each cell: a province has a million
                asked, said = str(key), str(value)
                if asked.endswith("}number-columns-repeated"):
                    times = whole(said) or 1
                elif asked.endswith("}number-columns-spanned"):
                    wide = whole(said) or 1
                elif asked.endswith("}number-rows-spanned"):
                    high = whole(said) or 1
            if max(wide, high) > 1 and min(wide, high) > 0:
                top = numbers[sheet] + 1
                found[sheet].add_area((top, top + high - 1), (column + 1, column + wide))
            column += times
            filled = column if len(cell) else filled
        numbers[sheet] += repeated
        widest = max(widest, filled)
        if filled:
            total += repeated
        if widest * total > _MOST_CELLS:
            raise FileUnsafe(path=name)
    return found


def _sheet_of(row: etree._Element) -> str:
    """The name of the sheet in which a row stands, however its rows are grouped."""
    table = next(row.iterancestors("{*}table"), None)
    return (attribute(table, "name") or "") if table is not None else ""


def _merged_by_calamine(sheet: python_calamine.CalamineSheet) -> Spans:
    """The merged cells of an .xls."""
    spans = Spans()
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        spans.add_area((top + 1, bottom + 1), (left + 1, right + 1))
    return spans


def _read_sheet(
    book: python_calamine.CalamineWorkbook,
    sheet: python_calamine.SheetMetadata,
    merged: Spans | None,
    gatherer: Gatherer,
) -> None:
    """``merged``: the merged cells, where calamine does not tell them."""
    if sheet.typ is not python_calamine.SheetTypeEnum.WorkSheet:
        return
    if sheet.visible is not python_calamine.SheetVisibleEnum.Visible:
        gatherer.note("reader.hidden_sheet", Severity.INFO, sheet=sheet.name)
        return
    taken, wide = 0, False
    content = book.get_sheet_by_name(sheet.name)
    spans = merged if merged is not None else _merged_by_calamine(content)
    for number, values in enumerate(content.iter_rows(), start=1):
        texts = [_shown(value) for value in values[:MOST_COLUMNS]]
        wide = wide or any(value not in ("", None) for value in values[MOST_COLUMNS:])
        while texts and not texts[-1].strip():
            texts.pop()
        if not texts:
            continue
        if taken >= MOST_ROWS:
            gatherer.note("reader.rows_left", sheet=sheet.name, limit=MOST_ROWS, row=number - 1)
            break
        taken += 1
        place = Source(0, sheet=sheet.name, row=number)
        if number not in spans.by_row and number not in spans.below:
            gatherer.row(texts, place)
            continue
        laid = spans.laid(number, (len(texts),), MOST_COLUMNS)
        cells = [texts[at - 1] if at <= len(texts) else "" for at in laid.starts]
        gatherer.row(cells, place, spans=laid.widths, goes_on=laid.goes_on)
    if wide:
        gatherer.note("reader.columns_left", sheet=sheet.name, limit=MOST_COLUMNS)


def _shown(value: object) -> str:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float() | int():
            return plain_number(float(value))
        case datetime() | date():
            return moment_text(value)
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            return plain_number(value / timedelta(days=1))
        case _:
            return str(value or "")
