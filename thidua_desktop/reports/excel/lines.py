"""The rows of a table as the markup of a sheet, made one by one: as many as a province has, in little time and memory.

XlsxWriter takes five calls and an object for every cell, and a style is looked up for each; a hundred thousand rows of
twelve cells then take most of a minute. Here a style is found once for each column and a text is prepared once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from thidua_desktop.common.progress import current
from thidua_desktop.domain.stages import Stage
from thidua_desktop.reports.excel.book import DAY_FORMAT, Styles, cut, is_formula
from thidua_desktop.reports.excel.heights import LINE, lines_in
from thidua_desktop.reports.excel.streaming import LongSheet
from thidua_desktop.reports.model import Align, Cell, Column, Row, Tick
from thidua_desktop.reports.texts import TICKS, printable
from thidua_desktop.reports.typeset import MM

_SHARE = 0.94
"""The part of a column's width that spreadsheets leave for its text."""
_SIZE = 12
_AROUND = 4.0
"""Points of a row's height beside its lines."""
_TALLEST = 409.0
"""Points; spreadsheets refuse more."""
_ALIGNS = {Align.CENTER: "center", Align.RIGHT: "right"}
_FIRST_DAY = date(1899, 12, 31).toordinal()
_LEAP = 59
"""Spreadsheets count a 29 February 1900, which never was: all days after the 59th are one more."""
_TOLD_EACH = 500
"""Rows that are written before the work can be stopped."""

_PLAIN, _QUOTED, _DAY, _TICK = range(4)
_KINDS: tuple[dict[str, Any], ...] = (
    {},
    {"quote_prefix": True},
    {"align": "center", "num_format": DAY_FORMAT},
    {"align": "center"},
)


class Lines:
    """The rows of a table with these columns, in the look of its body."""

    def __init__(self, sheet: LongSheet, styles: Styles, columns: Sequence[Column]) -> None:
        self._sheet, self._styles = sheet, styles
        self._letters = [xl_col_to_name(at) for at in range(len(columns))]
        self._aligns = [_ALIGNS.get(column.align, "left") for column in columns]
        self._rooms = [column.width * MM * _SHARE / _SIZE for column in columns]
        self._made: dict[tuple[int, bool], str] = {}

    def add(self, first: int, rows: Sequence[Row]) -> None:
        """Write rows from ``first`` on (counted from 0); they are read when the file is written.

        Raises:
            TooManyRows: the sheet ends before them.
        """
        self._sheet.add_stretch(first, (len(rows), len(self._letters)), lambda: self._markup(first, rows))

    def _markup(self, first: int, rows: Sequence[Row]) -> Iterator[str]:
        for done, row in enumerate(rows):
            if done % _TOLD_EACH == 0:
                current().step(done, len(rows), Stage.WRITING)
            yield self._row(first + done + 1, row)

    def _row(self, number: int, row: Row) -> str:
        cells: list[str] = []
        most, bold = 1, row.bold
        for at, (letter, value, room) in enumerate(zip(self._letters, row.cells, self._rooms, strict=True)):
            kind, content, lines = _text(value, room) if type(value) is str else _other(value)
            most = lines if lines > most else most
            style = self._made.get((at * 4 + kind, bold)) or self._style(at, kind, bold=bold)
            cells.append(f'<c r="{letter}{number}" s="{style}"{content}')
        pixels = int(min(most * LINE + _AROUND, _TALLEST) * 4 / 3 + 0.5)
        return f'<row r="{number}" ht="{pixels * 0.75:.16g}">{"".join(cells)}</row>'

    def _style(self, at: int, kind: int, *, bold: bool) -> str:
        """The number under which the file knows the look of a cell."""
        look = {"align": self._aligns[at], "border": 1, "text_wrap": True, "bold": bold} | _KINDS[kind]
        made = self._made[at * 4 + kind, bold] = str(self._styles(**look)._get_xf_index())
        return made


@lru_cache(maxsize=4096)
def _text(text: str, room: float) -> tuple[int, str, int]:
    """The kind of a text cell, its markup after the style, and the lines that it needs. Units and awards recur."""
    shown = cut(printable(text))
    if not shown:
        return _PLAIN, "/>", 1
    kind = _QUOTED if is_formula(text) or is_formula(shown) else _PLAIN
    return kind, f' t="inlineStr"><is>{_string(shown)}</is></c>', lines_in(shown, room)


def _string(text: str) -> str:
    if "_x" in text:  # spreadsheets would read _x000D_ as a character
        text = text.replace("_x", "_x005F_x")
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if text[0].isspace() or text[-1].isspace():
        return f'<t xml:space="preserve">{text}</t>'
    return f"<t>{text}</t>"


def _other(value: Cell) -> tuple[int, str, int]:
    """The same for what is not text: days are real dates, whole numbers are numbers."""
    match value:
        case None:
            return _PLAIN, "/>", 1
        case Tick():
            return _TICK, f' t="inlineStr"><is><t>{TICKS[value.done]}</t></is></c>', 1
        case date():
            days = value.toordinal() - _FIRST_DAY
            return _DAY, f"><v>{days + (days > _LEAP)}</v></c>", 1
        case int():
            return _PLAIN, f"><v>{value:.16G}</v></c>", 1
        case _:
            return _text(str(value), 0.0)
