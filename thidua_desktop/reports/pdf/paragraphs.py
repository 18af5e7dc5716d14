"""Running text: a box for each line, so that a paragraph goes over pages without single lines left behind."""

from __future__ import annotations

from collections.abc import Iterator

from thidua_desktop.reports.model import Align, Paragraph, Style
from thidua_desktop.reports.pdf.flow import Box
from thidua_desktop.reports.pdf.sheet import Sheet
from thidua_desktop.reports.pdf.table import draw_lines
from thidua_desktop.reports.texts import printable
from thidua_desktop.reports.typeset import MM, Line, Type, wrapped

SIZE = 14
LEAD = Type(Style.BOLD, SIZE)
SPACE_BETWEEN = 6
"""Points between the parts of a paragraph that has line breaks of its own."""


def paragraph_boxes(paragraph: Paragraph, left: float, right: float) -> Iterator[Box]:
    """The lines of a paragraph; its first two and its last two stay together, a heading with what follows."""
    kind = Type(paragraph.style, SIZE)
    indent = paragraph.indent * MM if paragraph.align in (Align.LEFT, Align.JUSTIFY) else 0.0
    lead = printable(paragraph.lead)
    taken = LEAD.width(f"{lead} ") if lead else 0.0
    lines = wrapped(paragraph.text, kind, right - left, indent + taken)
    for order, line in enumerate(lines):
        opens = order == 0 or lines[order - 1].last
        edges = (left + indent + taken if opens else left, right)
        box = LineBox(line, kind, edges, paragraph.align)
        if lead and order == 0:
            box.lead = lead, left + indent
        box.gap = paragraph.before if opens and order == 0 else SPACE_BETWEEN if opens else 0.0
        box.keep = paragraph.keep or (len(lines) > 1 and order in (0, len(lines) - 2))
        yield box


class LineBox(Box):
    """One line of a paragraph. ``lead``: the bold words before it, and where they begin."""

    lead: tuple[str, float] | None = None

    def __init__(self, line: Line, kind: Type, edges: tuple[float, float], align: Align) -> None:
        self._line, self._kind, self._edges, self._align = line, kind, edges, align
        self.height = kind.leading

    def draw(self, sheet: Sheet, top: float) -> None:
        if self.lead is not None:
            words, start = self.lead
            sheet.text(start, top, words, LEAD)
        draw_lines(sheet, (self._line,), self._kind, self._edges, top, align=self._align)
