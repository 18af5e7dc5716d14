"""The tracker's table: a filled row for each quarter, a row for each task, with lists, checks and formulas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from xlsxwriter.worksheet import Worksheet

from thidua_desktop.domain.tasks import Standing, Task
from thidua_desktop.reports.excel.book import DAY_FORMAT, Book, write_cell
from thidua_desktop.reports.excel.tracker import formulas
from thidua_desktop.reports.excel.tracker.content import Tracker, fixed_cells
from thidua_desktop.reports.excel.tracker.head import AS_OF_ROW, TABLE_TOP
from thidua_desktop.reports.model import Cell, Style
from thidua_desktop.reports.texts import cell
from thidua_desktop.reports.typeset import Type, wrapped
from thidua_desktop.wording import formats, labels, papers
from thidua_desktop.wording.tracker import COLUMNS, INDEX, STATES, VISIBLE, Key

AS_OF = f"$A${AS_OF_ROW + 1}"

_EXCEL_DAY_0 = date(1899, 12, 30)
_LOOK = {"border": 1, "text_wrap": True}
_FILL_IN = "#FFFDE7"
"""The ground of cells that others fill in."""
_DAYS = (Key.STARTS, Key.DUE, Key.COMPLETED_ON)
_CENTRED = {Key.ORDINAL, Key.STATE, *_DAYS}
_FIRST_DAY, _LAST_DAY = datetime(2000, 1, 1), datetime(2099, 12, 31)
_TEXT = Type(Style.REGULAR, 12)
_LINE = 15.75
"""Height of a line in a cell, in points."""
_COLOURS = {
    Standing.OVERDUE: ("#FFC7CE", "#9C0006"),
    Standing.DONE_LATE: ("#FFE0B2", "#8A4B00"),
    Standing.DUE_SOON: ("#FFEB9C", "#7A5C00"),
    Standing.DONE: ("#C6EFCE", "#006100"),
}
"""Ground and letters of standings that ask for attention; the word always stands there too."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the table's rows lie (counted from 0), and the names of its periods."""

    first: int
    last: int
    periods: tuple[str, ...]


def write(book: Book, sheet: Worksheet, tracker: Tracker) -> Rows:
    """Write all groups; at least one empty row where there is no task."""
    return _TableWriter(book, sheet, tracker).write()


class _TableWriter:
    def __init__(self, book: Book, sheet: Worksheet, tracker: Tracker) -> None:
        self._book, self._sheet, self._tracker, self._styles = book, sheet, tracker, book.styles

    def write(self) -> Rows:
        first = row = TABLE_TOP + 2
        ordinal = 0
        periods: list[str] = []
        for order, group in enumerate(self._tracker.groups, start=1):
            period = papers.quarter_of_year(group.quarter, group.year)
            periods.append(period)
            self._write_group(row, formats.roman(order), period)
            for task in group.tasks:
                row += 1
                ordinal += 1
                self._write_task(row, ordinal, task)
                self._write_computed(row, period, task)
            row += 1
        if not periods:
            self._write_group(row, "", "CHƯA CÓ NHIỆM VỤ")
        rows = Rows(first, max(row - 1, first), tuple(periods))
        self._check_entries(rows)
        self._colour(rows)
        return rows

    def _write_group(self, row: int, numeral: str, period: str) -> None:
        """Not merged: sorting and filters stop at merged cells."""
        look = {"bold": True, "bg_color": "#D9E2EF", "border": 1}
        for at in range(len(VISIBLE)):
            self._sheet.write_blank(row, at, None, self._styles(**look))
        self._sheet.write_string(row, INDEX[Key.ORDINAL], numeral, self._styles(**look, align="center"))
        self._sheet.write_string(row, INDEX[Key.TEXT], period, self._styles(**look))

    def _write_task(self, row: int, ordinal: int, task: Task) -> None:
        cells: dict[Key, Cell] = {Key.ORDINAL: ordinal, **fixed_cells(self._tracker, task)}
        for key, value in cells.items():
            self._put(row, key, value)
        entries: dict[Key, Cell] = {
            Key.COMPLETED_ON: task.completed_on,
            Key.STATE: labels.of(task.state),
            Key.DELAY_REASON: task.delay_reason,
            Key.NOTE: task.note,
        }
        for key, value in entries.items():
            self._put(row, key, value, bg_color=_FILL_IN)
        percent = self._styles(**_LOOK, bg_color=_FILL_IN, num_format="0%", align="center")
        self._sheet.write_number(row, INDEX[Key.PROGRESS], task.progress / 100, percent)
        self._book.set_height(self._sheet, row, _height({**cells, **entries}))

    def _put(self, row: int, key: Key, value: Cell, **ground: str) -> None:
        look = {**_LOOK, **ground, "align": "center" if key in _CENTRED else "left"}
        if key in _DAYS and value is None:
            look["num_format"] = DAY_FORMAT  # a day typed in here is shown as one
        write_cell(self._sheet, (row, INDEX[key]), value, self._styles, **look)

    def _write_computed(self, row: int, period: str, task: Task) -> None:
        seen = labels.of(task.standing(self._tracker.as_of))
        look = self._styles(**_LOOK, align="center")
        self._sheet.write_formula(row, INDEX[Key.STANDING], formulas.standing(row, AS_OF), look, seen)
        self._sheet.write_number(row, INDEX[Key.ID], task.id or 0)
        days = (task.deadline - _EXCEL_DAY_0).days
        day = self._styles(num_format=DAY_FORMAT)
        self._sheet.write_formula(row, INDEX[Key.DEADLINE], formulas.deadline(row, task), day, days)
        self._sheet.write_string(row, INDEX[Key.PERIOD], period)

    def _check_entries(self, rows: Rows) -> None:
        """Lists and limits for what is typed; group rows lie between and are simply covered too."""
        states = {"validate": "list", "source": list(STATES)}
        self._check(rows, Key.STATE, states, "Hãy chọn một tình trạng có trong danh sách.")
        share = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
        self._check(rows, Key.PROGRESS, share, "Tiến độ là một số từ 0% đến 100%.")
        days = {"validate": "date", "criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY}
        for key in _DAYS:
            self._check(rows, key, days, "Hãy gõ ngày dạng ngày/tháng/năm, ví dụ 15/06/2026.")

    def _check(self, rows: Rows, key: Key, rule: dict[str, Any], sentence: str) -> None:
        at = INDEX[key]
        said = {"error_title": COLUMNS[at].heading[:32], "error_message": sentence, "ignore_blank": True}
        self._sheet.data_validation(rows.first, at, rows.last, at, {**rule, **said})

    def _colour(self, rows: Rows) -> None:
        at = INDEX[Key.STANDING]
        for standing, (ground, letters) in _COLOURS.items():
            rule = {
                "type": "cell",
                "criteria": "==",
                "value": f'"{labels.of(standing)}"',
                "format": self._styles.difference(bg_color=ground, font_color=letters),
            }
            self._sheet.conditional_format(rows.first, at, rows.last, at, rule)


def _height(cells: Mapping[Key, Cell]) -> float:
    """The height that the texts of a row need, in points; spreadsheets refuse more than 409."""
    most = max(len(wrapped(cell(value), _TEXT, _room(key))) for key, value in cells.items())
    return min(most * _LINE + 3, 409)


def _room(key: Key) -> float:
    """Points between the edges of a cell; spreadsheets break a little earlier than we would."""
    return COLUMNS[INDEX[key]].width * 6 * 0.96
