"""Makes list files: workbooks with merged cells, fonts and hidden rows, Word tables, text. All names are invented."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
import openpyxl
from openpyxl.styles import Font

Row = Sequence[Any]
Expected = Mapping[str, Any]


@dataclass(frozen=True)
class Layout:
    """A list file of one layout with the rows that it holds."""

    name: str
    write: Callable[[Path], Path]
    expected: tuple[Expected, ...]
    title: str | None = None
    findings: tuple[str, ...] = ()
    """Codes that must be among the findings."""
    repairs: tuple[tuple[str, str], ...] = ()
    """Before → after of repairs that must be shown."""


@dataclass(frozen=True)
class Looks:
    """What a workbook has beside the values of its cells."""

    merges: tuple[str, ...] = ()
    fonts: Mapping[str, str] = field(default_factory=dict)
    """Cell or row number → font."""
    formats: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[int, ...] = ()
    sheet: str = "Danh sách"
    more: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    """Further sheets."""


def workbook(rows: Sequence[Row], looks: Looks | None = None) -> Callable[[Path], Path]:
    """A writer of an .xlsx; ``None`` leaves a cell empty, an empty row leaves a blank line."""
    looks = looks or Looks()

    def write(folder: Path) -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = looks.sheet
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                if value is not None:
                    sheet.cell(number, column, value)
        for area in looks.merges:
            sheet.merge_cells(area)
        for place, font in looks.fonts.items():
            for cell in sheet[place] if place.isdigit() or ":" in place else (sheet[place],):
                for one in cell if isinstance(cell, tuple) else (cell,):
                    one.font = Font(name=font)
        for place, number_format in looks.formats.items():
            sheet[place].number_format = number_format
        for number in looks.hidden:
            sheet.row_dimensions[number].hidden = True
        for name, others in looks.more.items():
            other = book.create_sheet(name)
            for row in others:
                other.append(list(row))
        path = folder / "danh sách.xlsx"
        book.save(path)
        return path

    return write


def word(*parts: str | Sequence[Row]) -> Callable[[Path], Path]:
    """A writer of a .docx: strings are paragraphs, sequences of rows are tables."""

    def write(folder: Path) -> Path:
        document = docx.Document()
        for part in parts:
            if isinstance(part, str):
                document.add_paragraph(part)
                continue
            table = document.add_table(len(part), max(map(len, part)))
            for row, values in zip(table.rows, part, strict=True):
                for cell, value in zip(row.cells, values, strict=False):
                    cell.text = "" if value is None else str(value)
        path = folder / "danh sách.docx"
        document.save(str(path))
        return path

    return write


def text(content: str, name: str = "danh sách.txt") -> Callable[[Path], Path]:
    """A writer of a text file."""

    def write(folder: Path) -> Path:
        path = folder / name
        path.write_text(content.strip("\n") + "\n", encoding="utf-8")
        return path

    return write


def person(name: str, **more: Any) -> dict[str, Any]:
    """An expected row of a person."""
    return {"kind": "person", "name": name, **more}


def collective(name: str, **more: Any) -> dict[str, Any]:
    """An expected row of a collective."""
    return {"kind": "collective", "name": name, **more}


def household(name: str, **more: Any) -> dict[str, Any]:
    """An expected row of a household."""
    return {"kind": "household", "name": name, **more}
