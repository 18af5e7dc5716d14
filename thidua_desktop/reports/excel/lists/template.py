"""The workbook that a unit fills in: choices in lists, identity numbers as text, a hidden sheet with its version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from thidua_desktop.domain.lists import ListField, ListTarget
from thidua_desktop.reports.excel.book import Book, workbook, write_text
from thidua_desktop.wording import list_template as words

_F = ListField
_HEAD = 3
"""Row of the headings, from 0."""
_ROWS = 1_000
"""Rows that are ready to be filled in."""
_WIDTHS = {_F.ORDINAL: 6, _F.KIND: 14, _F.NAME: 32, _F.GENDER: 9, _F.BIRTH: 13, _F.ID_NUMBER: 16, _F.UNIT: 32,
           _F.AWARD: 34, _F.CITATION: 40, _F.ADDRESS: 32, _F.POSITION: 22, _F.OCCASION: 20}  # fmt: skip
_WIDTH = 16
_AS_TEXT = frozenset({_F.ID_NUMBER, _F.BIRTH, _F.DECISION, _F.DECIDED_ON})
_FREE = frozenset({_F.UNIT, _F.ETHNIC_GROUP})
"""Choices beside which something else may be typed."""


@dataclass(frozen=True, slots=True)
class Template:
    """What is written: the columns' choices, for whom, and for which round."""

    target: ListTarget
    choices: Mapping[ListField, Sequence[str]]
    unit: str = ""
    round: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)
    """What the hidden sheet says beside its version: numbers of round and unit."""


def write(template: Template, target: Path) -> None:
    """Write the template."""
    title = words.TITLES[template.target]
    with workbook(target, title) as book:
        sheet = book.sheet(words.SHEET)
        _write_table(book, sheet, template, title)
        areas = _write_choices(book, template)
        _validate(sheet, template, areas)
        _write_help(book)
        _write_mark(book, template)
        sheet.activate()


def _write_table(book: Book, sheet: Worksheet, template: Template, title: str) -> None:
    styles = book.styles
    fields = words.COLUMNS[template.target]
    write_text(sheet, (0, 0), template.unit or "ĐƠN VỊ: ", styles, bold=True)
    write_text(sheet, (1, 0), title, styles, bold=True, font_size=14)
    if template.round:
        write_text(sheet, (2, 0), template.round, styles, italic=True)
    plain, text = styles(border=1), styles(border=1, num_format="@")
    for at, known in enumerate(fields):
        sheet.set_column(at, at, _WIDTHS.get(known, _WIDTH))
        look = {"bold": True, "align": "center", "text_wrap": True, "bg_color": "#E8EEF5", "border": 1}
        write_text(sheet, (_HEAD, at), words.heading(template.target, known), styles, **look)
        for row in range(_HEAD + 1, _HEAD + 1 + _ROWS):
            sheet.write_blank(row, at, None, text if known in _AS_TEXT else plain)
    sheet.set_row(_HEAD, 36)
    sheet.freeze_panes(_HEAD + 1, 3)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)


def _write_choices(book: Book, template: Template) -> Mapping[ListField, str]:
    """The lists to choose from, one column each on a hidden sheet; gives the area of each."""
    sheet = book.sheet(words.CHOICES)
    areas: dict[ListField, str] = {}
    for at, (known, texts) in enumerate(template.choices.items()):
        if not texts:
            continue
        for row, text in enumerate(texts):
            write_text(sheet, (row, at), text, book.styles)
        letter = xl_col_to_name(at)
        areas[known] = f"='{words.CHOICES}'!${letter}$1:${letter}${len(texts)}"
    sheet.hide()
    return areas


def _validate(sheet: Worksheet, template: Template, areas: Mapping[ListField, str]) -> None:
    for at, known in enumerate(words.COLUMNS[template.target]):
        place = (_HEAD + 1, at, _HEAD + _ROWS, at)
        if known in areas:
            how = {"error_type": "warning"} if known in _FREE else {"error_type": "stop"}
            told = "Hãy chọn trong danh sách." if known not in _FREE else "Không có trong danh sách; vẫn dùng tên này?"
            sheet.data_validation(*place, {"validate": "list", "source": areas[known], "error_message": told, **how})
        elif known is _F.ID_NUMBER:
            about = {"input_title": "Số CCCD", "input_message": "12 chữ số, giữ số 0 ở đầu."}
            rule = {"validate": "length", "criteria": "between", "minimum": 9, "maximum": 12, "error_type": "warning"}
            sheet.data_validation(*place, {**rule, **about, "error_message": "Số CCCD có 12 chữ số (CMND: 9)."})


def _write_help(book: Book) -> None:
    sheet = book.sheet(words.HELP)
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 110)
    write_text(sheet, (0, 1), "Cách điền danh sách", book.styles, bold=True, font_size=14)
    for number, line in enumerate(words.INSTRUCTIONS, start=1):
        sheet.write_number(number, 0, number, book.styles(align="center", valign="top"))
        write_text(sheet, (number, 1), line, book.styles, text_wrap=True)


def _write_mark(book: Book, template: Template) -> None:
    sheet = book.sheet(words.MARK_SHEET)
    marks = {"mark": words.MARK, "version": str(words.VERSION), "target": template.target.value, **template.marks}
    for row, (name, value) in enumerate(marks.items()):
        write_text(sheet, (row, 0), name, book.styles)
        write_text(sheet, (row, 1), value, book.styles)
    sheet.very_hidden()
