"""Forms as workbooks: one sheet each, sums and shares as formulas with their values, ready to print on one page's
width. Cells for figures that the clerk types are shaded, so that they can be filled in here too."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from thidua_desktop.domain.forms.filling import Cell, Origin
from thidua_desktop.domain.forms.model import StubKind
from thidua_desktop.domain.forms.printing import CHARACTER
from thidua_desktop.reports.excel.book import Book, workbook, write_text
from thidua_desktop.reports.excel.paper import free_name
from thidua_desktop.reports.forms.formulas import formula
from thidua_desktop.reports.forms.sheet import LEFT_SHARE, FormSheet
from thidua_desktop.reports.model import Align, HeadCell, HeadingLine, Style
from thidua_desktop.reports.pdf.table import placed
from thidua_desktop.reports.typeset import MM, Type, wrapped
from thidua_desktop.wording import forms as words

_LINE = 15.75
"""The height of a line of 12 points."""
_TALLEST = 409.0
_A4, _A3 = 9, 8
_INCH = 25.4
_ROOM = 0.92
"""The part of a cell's width that text has."""
_WHOLE, _SHARE = '#,##0_);-#,##0_);"-"_)', '0.00%_);-0.00%_);"-"_)'
_HEAD_COLOUR, _HAND_COLOUR = "#E8EEF5", "#FFF8DC"
_SIGNING_LINES = 4
_WIDE = 400.0
_FEW_PAGES = 3
"""Longer forms take as many pages as they need."""


def write(sheets: Sequence[FormSheet], target: Path, title: str) -> None:
    """Write forms, one sheet for each."""
    with workbook(target, title) as book:
        taken: set[str] = set()
        for sheet in sheets:
            _Writer(book, sheet, free_name(sheet.form.model.code, taken)).fill()


class _Writer:
    def __init__(self, book: Book, form: FormSheet, name: str) -> None:
        self._book, self._form, self._styles = book, form, book.styles
        self._sheet: Worksheet = book.sheet(name)
        self._count = len(form.widths)
        self._stubs = len(form.form.model.stubs)
        self._down = 0

    def fill(self) -> None:
        self._set_page()
        self._title_block()
        for line in self._form.heading:
            size = 14 if line.style is Style.BOLD else 12
            self._across(line, align="center", font_size=size)
        if self._form.measure:
            self._across(HeadingLine(self._form.measure, Style.ITALIC), align="right")
        self._table()
        for at, note in enumerate(self._form.notes):
            text = f"{words.NOTES} {note}" if at == 0 else note
            self._across(HeadingLine(text, Style.ITALIC), align="left", font_size=11)
        self._sign_off()
        self._sheet.print_area(0, 0, self._down - 1, self._count - 1)

    def _set_page(self) -> None:
        sheet, page = self._sheet, self._form.page
        if page.landscape:
            sheet.set_landscape()
        sheet.set_paper(_A3 if max(page.width, page.height) * page.scale > _WIDE else _A4)
        sheet.set_margins(*(side * page.scale / _INCH for side in (page.left, page.right, page.top, page.bottom)))
        sheet.center_horizontally()
        sheet.fit_to_pages(1, self._form.pages if self._form.pages <= _FEW_PAGES else 0)
        sheet.set_footer('&C&"Times New Roman,Regular"&11Trang &P/&N')
        for at, width in enumerate(self._form.widths):
            sheet.set_column(at, at, width / CHARACTER)

    def _title_block(self) -> None:
        last = self._split(LEFT_SHARE)
        left, right = self._form.left, self._form.right
        for at in range(max(len(left), len(right))):
            sides = (
                (0, last, left[at : at + 1], Align.LEFT),
                (last + 1, self._count - 1, right[at : at + 1], self._form.right_align),
            )
            lines = 1
            for start, end, text, align in sides:
                for line in text:
                    self._merged(start, end, line.text, align=align.value, text_wrap=True, **_face(line.style))
                    room = sum(self._form.widths[start : end + 1])
                    lines = max(lines, self._lines(line.text, room, line.style, 12))
            self._height(lines)
        self._down += 1

    def _split(self, share: float) -> int:
        """The last column of the left part of something in two parts; both parts have at least one."""
        edges = list(accumulate(self._form.widths))
        fitting = sum(edge <= edges[-1] * share + 0.1 for edge in edges)
        return max(1, min(fitting, self._count - 1)) - 1

    def _across(self, line: HeadingLine, *, align: str, font_size: int = 12) -> None:
        look = {"align": align, "font_size": font_size, "text_wrap": True, **_face(line.style)}
        self._merged(0, self._count - 1, line.text, **look)
        self._height(self._lines(line.text, sum(self._form.widths), line.style, font_size), font_size)

    def _merged(self, first: int, last: int, text: str, **look: object) -> None:
        if last > first:
            self._sheet.merge_range(self._down, first, self._down, last, "", self._styles(**look))
        write_text(self._sheet, (self._down, first), text, self._styles, **look)

    def _height(self, lines: int, size: int = 12) -> None:
        self._book.set_height(self._sheet, self._down, min(_TALLEST, lines * _LINE * size / 12 + 4))
        self._down += 1

    def _lines(self, text: str, width: float, style: Style, size: int) -> int:
        return len(wrapped(text, Type(style, size), width * MM * _ROOM))

    def _table(self) -> None:
        top = self._down
        heads = self._form.heads
        look = {"bold": True, "align": "center", "text_wrap": True, "border": 1, "bg_color": _HEAD_COLOUR}
        cells = list(placed(heads, self._count))
        for (row, column), head in cells:
            bottom, right = top + row + head.rows - 1, column + head.columns - 1
            if head.rows > 1 or head.columns > 1:
                self._sheet.merge_range(top + row, column, bottom, right, "", self._styles(**look))
            write_text(self._sheet, (top + row, column), head.text, self._styles, **look)
        for row, height in enumerate(self._head_heights(cells, len(heads))):
            self._sheet.set_row(top + row, height)
        self._down += len(heads)
        self._sheet.repeat_rows(top, self._down - 1)
        self._sheet.freeze_panes(self._down, self._stubs)
        self._rows()

    def _head_heights(self, cells: Sequence[tuple[tuple[int, int], HeadCell]], rows: int) -> list[float]:
        """As high as their headings need; a heading over several rows adds what it lacks to its last."""
        heights = [_LINE + 4] * rows
        for (row, column), head in sorted(cells, key=lambda placing: placing[1].rows):
            width = sum(self._form.widths[column : column + head.columns])
            needed = self._lines(head.text, width, Style.BOLD, 12) * _LINE + 4
            lacking = needed - sum(heights[row : row + head.rows])
            heights[row + head.rows - 1] += max(lacking, 0.0)
        return [min(_TALLEST, height) for height in heights]

    def _rows(self) -> None:
        form, origin = self._form.form, (self._down, self._stubs)
        for row, cells in zip(form.rows, form.cells, strict=True):
            look: dict[str, object] = {"border": 1, "bold": row.line.bold, "italic": row.line.italic}
            style = Style.BOLD if row.line.bold else Style.ITALIC if row.line.italic else Style.REGULAR
            lines = 1
            for at, text in enumerate(self._form.stub_words(row)):
                align = "left" if self._form.aligns[at] is Align.LEFT else "center"
                self._stub(at, text, align=align, text_wrap=True, **look)
                lines = max(lines, self._lines(text, self._form.widths[at], style, 12))
            for at, cell in enumerate(cells):
                self._figure(self._stubs + at, cell, origin, look)
            self._height(lines)

    def _stub(self, at: int, text: str, **look: object) -> None:
        kind = self._form.form.model.stubs[at].kind
        if kind is StubKind.ORDINAL and text:
            self._sheet.write_number(self._down, at, int(text), self._styles(**look))
        else:
            write_text(self._sheet, (self._down, at), text, self._styles, **look)

    def _figure(self, at: int, cell: Cell, origin: tuple[int, int], look: dict[str, object]) -> None:
        pattern = _SHARE if cell.origin is Origin.SHARE else _WHOLE
        shade = {"bg_color": _HAND_COLOUR} if cell.origin is Origin.HAND else {}
        style = self._styles(align="right", num_format=pattern, **shade, **look)
        if cell.terms is not None:
            value = "" if cell.value is None else cell.value
            self._sheet.write_formula(self._down, at, formula(cell, origin), style, value)
        elif cell.value is None:
            self._sheet.write_blank(self._down, at, None, style)
        else:
            self._sheet.write_number(self._down, at, cell.value, style)

    def _sign_off(self) -> None:
        self._down += 1
        last = self._split(0.5)
        left, right = self._form.signatures
        sides = ((0, last), (last + 1, self._count - 1))
        self._merged(*sides[1], self._form.date_line, align="center", italic=True)
        self._height(1)
        for posts, look in (
            (("\n".join(left.posts), "\n".join(right.posts)), {"bold": True}),
            ((left.note, right.note), {"italic": True}),
            (("", ""), {}),
            ((left.name, right.name), {"bold": True}),
        ):
            for (first, end), text in zip(sides, posts, strict=True):
                self._merged(first, end, text, align="center", text_wrap=True, **look)
            self._height(max(text.count("\n") + 1 for text in posts) if any(posts) else _SIGNING_LINES)


def _face(style: Style) -> dict[str, object]:
    return {
        "bold": style in (Style.BOLD, Style.BOLD_ITALIC),
        "italic": style in (Style.ITALIC, Style.BOLD_ITALIC),
    }
