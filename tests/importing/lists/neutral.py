"""Lists as neutral data (sheets, paragraphs and tables, or text) → files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
from openpyxl.styles import Font

Spec = dict[str, Any]


def written(layout: Spec, folder: Path) -> Path:
    """The file of a list, in a folder."""
    path: Path = folder / layout["name"]
    if "text" in layout:
        path.write_bytes(layout["text"].encode(layout["encoding"]))
    elif "sheets" in layout:
        _workbook(layout["sheets"], path)
    else:
        _document(layout["parts"], path)
    return path


def _workbook(sheets: list[Spec], path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for spec in sheets:
        sheet = book.create_sheet(spec["name"])
        for number, row in enumerate(spec["rows"], start=1):
            for column, value in enumerate(row, start=1):
                if isinstance(value, dict):
                    cell = sheet.cell(number, column, date.fromisoformat(value["day"]))
                    cell.number_format = value["format"]
                elif value is not None:
                    sheet.cell(number, column, value)
        for font, places in spec.get("fonts", {}).items():
            for number, column in places:
                sheet.cell(number, column).font = Font(name=font)
        for area in spec.get("merges", ()):
            sheet.merge_cells(area)
        for number in spec.get("hide_rows", ()):
            sheet.row_dimensions[number].hidden = True
    book.save(path)


def _document(parts: list[Any], path: Path) -> None:
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        elif isinstance(part, list):
            document.add_paragraph().add_run(part[0]).font.name = part[1]
        else:
            _table(document, part)
    document.save(str(path))


def _table(document: Any, part: Spec) -> None:
    rows = part["rows"]
    table = document.add_table(len(rows), max(map(len, rows)))
    for line, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(line.cells, values, strict=False):
            cell.text = ""
            for number, text in enumerate(str(value).split("\n")):
                paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                paragraph.add_run(text).font.name = part.get("font")
    for first, last in part.get("merges", ()):
        merged = table.cell(*first).merge(table.cell(*last))
        for paragraph in merged.paragraphs[1:]:
            if not paragraph.text:
                paragraph._p.getparent().remove(paragraph._p)
