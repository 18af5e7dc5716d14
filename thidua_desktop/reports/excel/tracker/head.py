"""The tracker's letterhead in two blocks, its title and the day that the states are judged by."""

from __future__ import annotations

from datetime import datetime

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from thidua_desktop.reports import phrases
from thidua_desktop.reports.excel.book import Styles
from thidua_desktop.reports.excel.tracker.content import Tracker, attached_to
from thidua_desktop.reports.model import Style
from thidua_desktop.reports.texts import printable
from thidua_desktop.reports.typeset import Type
from thidua_desktop.wording import papers
from thidua_desktop.wording.tracker import COLUMNS, INDEX, TITLE, VISIBLE, Key

TITLE_ROW = 3
AS_OF_ROW = 5
TABLE_TOP = 7
"""First of the two heading rows of the table, counted from 0."""

_LAST = len(VISIBLE) - 1
_AGENCY = (INDEX[Key.ORDINAL], INDEX[Key.ASSIGNED_BY])
_STATE = (INDEX[Key.STARTS], INDEX[Key.NOTE])
_AS_OF_FORMAT = '"Tính đến ngày "dd/mm/yyyy'
_LINE = 16.5
"""Height of a row of one line, in points."""
_PIXEL = 0.75
"""Points in a pixel of the drawing layer."""


def write(sheet: Worksheet, tracker: Tracker, styles: Styles) -> None:
    """Rows 1-7: who, what, as of when."""
    office = tracker.office
    _block(sheet, 0, _AGENCY, office.superior, styles(align="center", text_wrap=True))
    _block(sheet, 0, _STATE, papers.STATE, styles(align="center", bold=True))
    name = _broken_name(office.name)
    _block(sheet, 1, _AGENCY, name, styles(align="center", bold=True, text_wrap=True))
    _block(sheet, 1, _STATE, papers.MOTTO, styles(align="center", bold=True, font_size=13, valign="top"))
    sheet.set_row(1, _LINE * (name.count("\n") + 1))
    sheet.set_row(2, 8)
    motto = Type(Style.BOLD, 13).width(papers.MOTTO)
    widest = max((Type(Style.BOLD, 12).width(line) for line in name.split("\n")), default=0.0)
    _rule(sheet, _STATE, motto)
    _rule(sheet, _AGENCY, widest * 0.42)
    whole = (0, _LAST)
    _block(sheet, TITLE_ROW, whole, TITLE, styles(align="center", bold=True, font_size=14))
    sheet.set_row(TITLE_ROW, 20)
    _block(sheet, 4, whole, attached_to(tracker.plans), styles(align="center", italic=True, text_wrap=True))
    day = tracker.as_of
    as_of = styles(align="center", italic=True, num_format=_AS_OF_FORMAT)
    sheet.merge_range(AS_OF_ROW, 0, AS_OF_ROW, _LAST, "", as_of)
    sheet.write_datetime(AS_OF_ROW, 0, datetime(day.year, day.month, day.day), as_of)
    sheet.set_row(6, 6)
    _table_heading(sheet, styles)


def _block(sheet: Worksheet, row: int, columns: tuple[int, int], text: str, style: Format) -> None:
    sheet.merge_range(row, columns[0], row, columns[1], "", style)
    sheet.write_string(row, columns[0], printable(text), style)


def _broken_name(name: str) -> str:
    """The agency's name in lines that fit its block, broken at phrase boundaries."""
    kind = Type(Style.BOLD, 12)
    room = _pixels(*_AGENCY) * _PIXEL * 0.9
    return "\n".join(phrases.broken(printable(name), lambda piece: kind.width(piece) <= room))


def _rule(sheet: Worksheet, columns: tuple[int, int], points: float) -> None:
    """A drawn line of a given length in the middle of a block: a text box without height."""
    if not points:
        return
    length = round(points / _PIXEL)
    offset = (_pixels(*columns) - length) // 2
    sheet.insert_textbox(
        2,
        columns[0],
        "",
        {
            "x_offset": offset,
            "y_offset": 2,
            "width": length,
            "height": 0,
            "object_position": 2,
            "line": {"color": "black", "width": 0.75},
            "fill": {"none": True},
            "description": "",
            "decorative": True,
        },
    )


def _pixels(first: int, last: int) -> int:
    """Width of columns on the screen: 8 pixels a character of Times New Roman 12, and 5 beside."""
    return sum(round(column.width * 8) + 5 for column in COLUMNS[first : last + 1])


def _table_heading(sheet: Worksheet, styles: Styles) -> None:
    """Two rows: groups of columns above, their columns below; a column without a group covers both."""
    look = styles(bold=True, align="center", text_wrap=True, border=1, bg_color="#E8EEF5")
    for at, column in enumerate(COLUMNS):
        if column.group is None:
            if column.hidden:
                sheet.write_string(TABLE_TOP + 1, at, column.heading, look)
            else:
                sheet.merge_range(TABLE_TOP, at, TABLE_TOP + 1, at, column.heading, look)
            continue
        members = [other for other, each in enumerate(COLUMNS) if each.group == column.group]
        if at == members[0]:
            sheet.merge_range(TABLE_TOP, at, TABLE_TOP, members[-1], column.group, look)
        sheet.write_string(TABLE_TOP + 1, at, column.heading, look)
    sheet.set_row(TABLE_TOP, 20)
    sheet.set_row(TABLE_TOP + 1, 34)
