"""A reportlab canvas seen as sheets of paper: points from the top left corner, drawn page by page."""

from __future__ import annotations

import zlib
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFPage, PDFStream
from reportlab.pdfgen.canvas import Canvas

from thidua_desktop.reports import fonts
from thidua_desktop.reports.model import PageFormat, Style
from thidua_desktop.reports.pdf.ink import Ink, Text
from thidua_desktop.reports.typeset import MM, Type

rl_config.useA85 = 0  # streams as bytes, not as text: a fifth smaller, and much faster without the C helper

RULE_WIDTH = 0.6
"""Thickness of rules and table lines, in points (solid, 0.5-0.75 in practice)."""

CUT_MARK = 6 * MM
"""The marks at both edges of a sheet that is cut apart."""

_JOIN = 0.01
"""Points by which two lines may miss each other and still be one."""

PAGE_NUMBER = Type(Style.REGULAR, 13)
PAGE_NUMBER_TOP = 10 * MM
"""The decree's sample files have the header 10 mm from the edge, inside the top margin."""


class Sheet:
    """The page that is being filled. What is drawn is written when the page is turned: lines, then text."""

    def __init__(self, target: Path, page: PageFormat, title: str) -> None:
        self._measure(page)
        self._canvas = Canvas(
            str(target),
            pagesize=self._paper(),
            invariant=1,
            pageCompression=1,
            # The default would list a Helvetica that is not embedded. (The stub has the wrong type.)
            initialFontName=fonts.name(Style.REGULAR),  # type: ignore[arg-type]
            lang="vi-VN",
        )
        self._canvas.setTitle(title)
        self._canvas.setCreator("Thi Đua Desktop")
        self._canvas.setAuthor("")
        self._ink = Ink(self._canvas)
        self._texts: list[Text] = []
        self._lines: list[list[float]] = []
        self._shades: list[tuple[float, float, float, float, float]] = []
        self._pictures: list[tuple[Path, float, float, float, float]] = []
        self._links: list[tuple[float, float, float, float, str]] = []
        self._upright: dict[float, list[float]] = {}
        """The last upright line at each x: a table's columns become one line for each page."""

    def _measure(self, page: PageFormat) -> None:
        self.width, self.height = page.width * MM, page.height * MM
        self.left, self.right = page.left * MM, (page.width - page.right) * MM
        self.top, self.bottom = page.top * MM, (page.height - page.bottom) * MM
        self.number = 1
        self._copies, self._scale = page.copies, page.scale

    def _paper(self) -> tuple[float, float]:
        return self.width * self._scale, self.height * self._scale * self._copies

    def text(self, x: float, top: float, text: str, kind: Type, word_space: float = 0) -> None:
        """A line of text whose upper edge is at ``top``; ``word_space`` points are added to each space."""
        if text:
            self._texts.append((kind, x, self.height - top - kind.size * fonts.ASCENT, text, word_space))

    def line(self, x1: float, top1: float, x2: float, top2: float) -> None:
        """A solid line. An upright one that goes on where another ended makes that one longer."""
        y1, y2 = self.height - top1, self.height - top2
        former = self._upright.get(x1) if x1 == x2 else None
        if former is not None and abs(former[3] - y1) < _JOIN:
            former[3] = y2
            return
        drawn = [x1, y1, x2, y2]
        self._lines.append(drawn)
        if x1 == x2:
            self._upright[x1] = drawn

    def stroke(self, x1: float, top1: float, x2: float, top2: float) -> None:
        """A short line of its own: the side of a box, a stroke of a check mark."""
        self._lines.append([x1, self.height - top1, x2, self.height - top2])

    def shade(self, x1: float, top1: float, x2: float, top2: float, grey: float) -> None:
        """A filled area below lines and text; ``grey`` from 0 (black) to 1 (white)."""
        self._shades.append((x1, self.height - top2, x2 - x1, top2 - top1, grey))

    def picture(self, path: Path, x: float, top: float, width: float, height: float) -> None:
        """A picture from a file, its upper left corner at ``x`` and ``top``."""
        self._pictures.append((path, x, self.height - top - height, width, height))

    def mark(self, name: str, title: str, level: int, top: float) -> None:
        """A place that links lead to, and a line of the outline that readers show beside the pages.

        Args:
            name: unique in the file.
            title: the line of the outline; none where it is empty.
            level: 0 for the highest; never more than one deeper than the line before.
            top: where the place is on this page.
        """
        self._canvas.bookmarkHorizontalAbsolute(name, self.height - top)
        if title:
            self._canvas.addOutlineEntry(title, name, level, closed=True)

    def link(self, x1: float, top1: float, x2: float, top2: float, name: str) -> None:
        """An area that leads to a marked place when it is clicked."""
        self._links.append((x1, self.height - top2, x2, self.height - top1, name))

    def turn(self) -> None:
        """Finish this page and begin the next; from the second on the number stands inside the top margin."""
        self._end_page()
        self.number += 1
        number = str(self.number)
        middle = (self.left + self.right - PAGE_NUMBER.width(number)) / 2
        self.text(middle, min(PAGE_NUMBER_TOP, self.top - PAGE_NUMBER.leading), number, PAGE_NUMBER)

    def begin(self, page: PageFormat) -> None:
        """Finish this page and begin a paper of its own on another format; its pages count from 1 again."""
        self._end_page()
        self._measure(page)
        self._canvas.setPageSize(self._paper())

    def close(self) -> None:
        """Finish the last page and write the file."""
        self._end_page()
        self._canvas.save()

    def _end_page(self) -> None:
        self._write_out()
        self._canvas.showPage()
        _pack(self._canvas._doc.Pages.pages[-1])  # type: ignore[attr-defined]  # the stub leaves it out

    def _write_out(self) -> None:
        if self._scale != 1:
            self._canvas.scale(self._scale, self._scale)
        for order in range(self._copies):
            self._canvas.saveState()
            self._canvas.translate(0, order * self.height)
            self._write_copy()
            self._canvas.restoreState()
        if self._copies > 1:
            cuts = [order * self.height for order in range(1, self._copies)]
            marks = [(0, y, CUT_MARK, y) for y in cuts] + [(self.width - CUT_MARK, y, self.width, y) for y in cuts]
            self._canvas.lines(marks)
        self._texts, self._lines, self._shades, self._upright = [], [], [], {}
        self._pictures, self._links = [], []

    def _write_copy(self) -> None:
        canvas = self._canvas
        for x, y, width, height, grey in self._shades:
            canvas.setFillGray(grey)
            canvas.rect(x, y, width, height, stroke=0, fill=1)
        if self._shades:
            canvas.setFillGray(0)
        for path, x, y, width, height in self._pictures:
            canvas.drawImage(str(path), x, y, width, height)
        for x1, y1, x2, y2, name in self._links:
            canvas.linkRect("", name, (x1, y1, x2, y2))
        canvas.setLineWidth(RULE_WIDTH)
        canvas.setLineCap(2)  # corners of a table close
        self._ink.rule(self._lines)
        self._ink.write(self._texts)


def _pack(page: PDFPage) -> None:
    """Compress a finished page. reportlab does it only when the file is written, and keeps all pages until then."""
    packed = zlib.compress(page.stream.encode())
    page.Contents = PDFStream(PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])}), packed)
    page.stream = None
