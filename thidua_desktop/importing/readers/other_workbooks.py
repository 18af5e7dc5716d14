"""Workbooks of Excel 97-2003 (.xls) and LibreOffice (.ods) → rows, through calamine."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from types import TracebackType

import python_calamine

from thidua_desktop.domain.documents import Document, Source
from thidua_desktop.domain.findings import Severity
from thidua_desktop.importing.readers import compound
from thidua_desktop.importing.readers.archives import Package, attribute
from thidua_desktop.importing.readers.blocks import Gatherer
from thidua_desktop.importing.readers.errors import FileDamaged, FileEncrypted, FileUnsafe
from thidua_desktop.importing.readers.sheet_values import moment_text, plain_number
from thidua_desktop.importing.readers.word_styles import whole
from thidua_desktop.importing.readers.workbook import MOST_COLUMNS, MOST_ROWS

_MOST_CELLS = 2_000_000
"""Cells that a sheet may unfold to: "repeat this cell 16 000 times" is three words in an .ods."""


def read(data: bytes, name: str, sha256: str, kind: str) -> Document:
    """The document in an .xls or .ods file (``kind``): one row block for each row with text."""
    if kind == "ods":
        _refuse_repetition(data, name)
    else:
        compound.check_workbook(data, name)
    gatherer = Gatherer()
    try:
        with _Panics(name), python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for sheet in book.sheets_metadata:
                _read_sheet(book, sheet, gatherer)
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


def _refuse_repetition(data: bytes, name: str) -> None:
    """Filled cells times their repetitions, row by row; empty ones at the end cost nothing."""
    package = Package(data, name)
    if "meta-inf/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise FileEncrypted(path=name)
    widest, total = 0, 0
    for row in package.stream("content.xml", ("{*}table-row",)):
        width, filled = 0, 0
        for cell in row:
            width += whole(attribute(cell, "number-columns-repeated")) or 1
            filled = width if len(cell) else filled
        widest = max(widest, filled)
        if filled:
            total += whole(attribute(row, "number-rows-repeated")) or 1
        if widest * total > _MOST_CELLS:
            raise FileUnsafe(path=name)


def _read_sheet(
    book: python_calamine.CalamineWorkbook, sheet: python_calamine.SheetMetadata, gatherer: Gatherer
) -> None:
    if sheet.typ is not python_calamine.SheetTypeEnum.WorkSheet:
        return
    if sheet.visible is not python_calamine.SheetVisibleEnum.Visible:
        gatherer.note("reader.hidden_sheet", Severity.INFO, sheet=sheet.name)
        return
    taken, wide = 0, False
    for number, values in enumerate(book.get_sheet_by_name(sheet.name).iter_rows(), start=1):
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
        gatherer.row(texts, Source(0, sheet=sheet.name, row=number))
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
