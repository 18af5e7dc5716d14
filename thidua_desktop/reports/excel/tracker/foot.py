"""Below the tracker's table: totals by formula, and who signs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from thidua_desktop.domain.tasks import Standing, Task
from thidua_desktop.reports.excel.book import Styles
from thidua_desktop.reports.excel.tracker import formulas
from thidua_desktop.reports.excel.tracker.content import Tracker
from thidua_desktop.reports.excel.tracker.table import Rows
from thidua_desktop.reports.texts import printable
from thidua_desktop.wording import formats, papers
from thidua_desktop.wording.tracker import INDEX, SUMMARY, TOTAL, Key

_COUNTS: tuple[tuple[str, tuple[Standing, ...]], ...] = (
    ("Tổng số", ()),
    ("Hoàn thành", (Standing.DONE, Standing.DONE_LATE)),
    ("Trong đó: trễ hạn", (Standing.DONE_LATE,)),
    ("Quá hạn", (Standing.OVERDUE,)),
    ("Hủy, chuyển kỳ", (Standing.CANCELLED, Standing.CARRIED_OVER)),
)
_SHARE = "Tỷ lệ hoàn thành"
_NAME = INDEX[Key.TEXT]
_FIRST = INDEX[Key.ASSIGNED_BY]
"""The totals stand in the columns after the tasks' text."""

_SIGNERS = (
    (INDEX[Key.ORDINAL], INDEX[Key.TEXT]),
    (INDEX[Key.LEAD], INDEX[Key.DUE]),
    (INDEX[Key.COMPLETED_ON], INDEX[Key.NOTE]),
)


def write(sheet: Worksheet, tracker: Tracker, rows: Rows, styles: Styles) -> int:
    """Write the totals and the sign-off; the last row used."""
    below = _Totals(sheet, tracker, rows, styles).write()
    return _write_signatures(sheet, tracker, below + 2, styles)


class _Totals:
    def __init__(self, sheet: Worksheet, tracker: Tracker, rows: Rows, styles: Styles) -> None:
        self._sheet, self._tracker, self._rows, self._styles = sheet, tracker, rows, styles

    def write(self) -> int:
        top = self._rows.last + 2
        head = self._styles(bold=True, align="center", text_wrap=True, border=1, bg_color="#E8EEF5")
        for at, text in enumerate((SUMMARY, *(name for name, _ in _COUNTS), _SHARE)):
            self._sheet.write_string(top, _NAME + at, text, head)
        self._sheet.set_row(top, 34)
        row = top
        for group, period in zip(self._tracker.groups, self._rows.periods, strict=True):
            row += 1
            self._write_period(row, period, group.tasks)
        self._write_all(row + 1, top + 1)
        return row + 1

    def _write_period(self, row: int, period: str, tasks: Sequence[Task]) -> None:
        self._sheet.write_string(row, _NAME, period, self._styles(border=1))
        name = xl_rowcol_to_cell(row, _NAME, row_abs=True, col_abs=True)
        look = self._styles(border=1, align="center", num_format="#,##0")
        for at, (_, standings) in enumerate(_COUNTS):
            formula = formulas.count(self._rows.first, self._rows.last, name, *standings)
            self._sheet.write_formula(row, _FIRST + at, formula, look, self._count(tasks, standings))
        self._write_share(row, tasks, self._styles(border=1, align="center", num_format="0.0%"))

    def _write_all(self, row: int, first: int) -> None:
        bold = {"bold": True, "border": 1, "bg_color": "#E8EEF5"}
        self._sheet.write_string(row, _NAME, TOTAL, self._styles(**bold))
        look = self._styles(**bold, align="center", num_format="#,##0")
        for at, (_, standings) in enumerate(_COUNTS):
            upper, lower = (xl_rowcol_to_cell(end, _FIRST + at) for end in (first, row - 1))
            formula = f"=SUM({upper}:{lower})" if row > first else "=0"
            self._sheet.write_formula(row, _FIRST + at, formula, look, self._count(self._tracker.tasks, standings))
        self._write_share(row, self._tracker.tasks, self._styles(**bold, align="center", num_format="0.0%"))

    def _write_share(self, row: int, tasks: Sequence[Task], look: Format) -> None:
        total, done, _, _, ended = (self._count(tasks, standings) for _, standings in _COUNTS)
        cells = [xl_rowcol_to_cell(row, _FIRST + at) for at in range(len(_COUNTS))]
        value = done / (total - ended) if total - ended else "–"
        formula = formulas.share(cells[1], cells[0], cells[4])
        self._sheet.write_formula(row, _FIRST + len(_COUNTS), formula, look, value)

    def _count(self, tasks: Sequence[Task], standings: Collection[Standing]) -> int:
        return sum(1 for task in tasks if not standings or task.standing(self._tracker.as_of) in standings)


def _write_signatures(sheet: Worksheet, tracker: Tracker, top: int, styles: Styles) -> int:
    office = tracker.office
    left, right = _SIGNERS[-1]
    day = formats.date_line(office.place, None)
    _merged(sheet, top, (left, right), day, styles(italic=True, align="center", font_size=13))
    posts = "\n".join(post.upper() for post in office.signer_posts) or papers.HEAD_OF_UNIT
    titles = (papers.COMPILER, papers.SECTION_HEAD, posts)
    names = (office.compiler_name, "", office.signer_name)
    bold = styles(bold=True, align="center", valign="top", font_size=13, text_wrap=True)
    for columns, title, name in zip(_SIGNERS, titles, names, strict=True):
        _merged(sheet, top + 1, columns, title, bold)
        _merged(sheet, top + 2, columns, papers.SIGN_AND_NAME, styles(italic=True, align="center", font_size=13))
        _merged(sheet, top + 4, columns, name, bold)
    sheet.set_row(top + 1, 17 * (posts.count("\n") + 1))
    sheet.set_row(top + 3, 80)  # 28 mm for signature and seal
    return top + 4


def _merged(sheet: Worksheet, row: int, columns: tuple[int, int], text: str, look: Format) -> None:
    sheet.merge_range(row, columns[0], row, columns[1], "", look)
    sheet.write_string(row, columns[0], printable(text), look)
