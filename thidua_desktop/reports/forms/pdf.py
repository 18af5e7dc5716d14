"""Forms as PDF: the title block in two parts, headings repeated on every page, the sign-off kept together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from thidua_desktop.reports.forms.sheet import LEFT_SHARE, FormSheet
from thidua_desktop.reports.model import Align, Closing, Column, Heading, HeadingLine, Row, Style, Table
from thidua_desktop.reports.pdf.closing import ClosingBox
from thidua_desktop.reports.pdf.flow import Box, Flow, with_tail
from thidua_desktop.reports.pdf.letterhead import HeadingBox
from thidua_desktop.reports.pdf.sheet import Sheet
from thidua_desktop.reports.pdf.table import draw_lines, table_boxes
from thidua_desktop.reports.texts import printable
from thidua_desktop.reports.typeset import MM, Line, Type, phrased, wrapped
from thidua_desktop.wording import forms as words

_SIZE = 12
_NOTE_SIZE = 11
_GAP = 6
_BLANKS = 6
"""Points between the two parts of the title block."""


def write(sheets: Sequence[FormSheet], target: Path, title: str) -> None:
    """Write forms one after the other, each from a page of its own; the same forms give the same bytes.

    Raises:
        GlyphMissing: a text has a character that cannot be printed; ``target`` is then not a PDF.
    """
    first, *others = sheets
    sheet = Sheet(target, first.page, printable(title))
    Flow(sheet).place(boxes(first))
    for other in others:
        sheet.begin(other.page)
        Flow(sheet).place(boxes(other))
    sheet.close()


def boxes(form: FormSheet) -> Iterator[Box]:
    """Everything that a form prints, in its order."""
    left, right = form.page.left * MM, (form.page.width - form.page.right) * MM
    notes = [_TextBox(note, Type(Style.ITALIC, _NOTE_SIZE), (left, right)) for note in _numbered(form.notes)]
    body = chain(table_boxes(table_of(form), left, _GAP), notes)
    date = _SidesBox((), (HeadingLine(form.date_line, Style.ITALIC),), (left, right), 0.5, Align.CENTER)
    date.gap, date.keep = 2 * _GAP, True
    closing = ClosingBox(Closing(form.signatures), left, right)
    closing.gap = 2
    yield _SidesBox(form.left, form.right, (left, right), LEFT_SHARE, form.right_align)
    yield HeadingBox(Heading(form.heading, rule=False), left, right)
    if form.measure:
        measure = _TextBox(form.measure, Type(Style.ITALIC, _SIZE), (left, right), Align.RIGHT)
        measure.keep = True
        yield measure
    yield from with_tail(body, [date, closing])


def _numbered(notes: Sequence[str]) -> Sequence[str]:
    """The notes with their word before the first."""
    return [f"{words.NOTES} {note}" if at == 0 else note for at, note in enumerate(notes)]


def table_of(form: FormSheet) -> Table:
    """The table as every writer of tables knows it, its figures as text."""
    columns = tuple(Column(width, align) for width, align in zip(form.widths, form.aligns, strict=True))
    rows = tuple(
        Row((*form.stub_words(row), *map(words.shown, cells)), bold=row.line.bold, italic=row.line.italic)
        for row, cells in zip(form.form.rows, form.form.cells, strict=True)
    )
    return Table(columns, form.heads, rows)


class _TextBox(Box):
    """Lines of one text between two edges; they do not count as rows that stand with the sign-off."""

    lines = 0

    def __init__(self, text: str, kind: Type, edges: tuple[float, float], align: Align = Align.LEFT) -> None:
        self._lines = wrapped(text, kind, edges[1] - edges[0])
        self._kind, self._edges, self._align = kind, edges, align
        self.gap = _GAP / 2
        self.height = len(self._lines) * kind.leading

    def draw(self, sheet: Sheet, top: float) -> None:
        draw_lines(sheet, self._lines, self._kind, self._edges, top, align=self._align)


class _SidesBox(Box):
    """Lines at the left and lines at the right of one place."""

    lines = 0

    def __init__(
        self,
        left: Sequence[HeadingLine],
        right: Sequence[HeadingLine],
        edges: tuple[float, float],
        share: float,
        align: Align,
    ) -> None:
        middle = edges[0] + (edges[1] - edges[0]) * share
        self._parts = [
            (part, inner, _broken(lines, inner[1] - inner[0]))
            for part, lines, inner in (
                (Align.LEFT, left, (edges[0], middle - _BLANKS)),
                (align, right, (middle, edges[1])),
            )
        ]
        self.height = max(sum(kind.leading for kind, _ in lines) for _, _, lines in self._parts)

    def draw(self, sheet: Sheet, top: float) -> None:
        for align, edges, lines in self._parts:
            below = top
            for kind, line in lines:
                draw_lines(sheet, (line,), kind, edges, below, align=align)
                below += kind.leading


def _broken(lines: Sequence[HeadingLine], width: float) -> list[tuple[Type, Line]]:
    kinds = ((printable(line.text), Type(line.style, _SIZE)) for line in lines)
    return [(kind, line) for text, kind in kinds for line in _whole_or_broken(text, kind, width)]


def _whole_or_broken(text: str, kind: Type, width: float) -> tuple[Line, ...]:
    """On one line as it is, blanks for the pen kept; otherwise on several."""
    whole = Line(text, kind.width(text), last=True)
    return (whole,) if whole.width <= width else phrased(text, kind, width)
