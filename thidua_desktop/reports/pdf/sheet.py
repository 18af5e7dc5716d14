"""A reportlab canvas seen as sheets of paper: points from the top left corner, drawn page by page."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from thidua_desktop.reports import fonts
from thidua_desktop.reports.model import PageFormat, Style
from thidua_desktop.reports.typeset import MM, Type

RULE_WIDTH = 0.6
"""Thickness of rules and table lines, in points (solid, 0.5-0.75 in practice)."""

PAGE_NUMBER = Type(Style.REGULAR, 13)
PAGE_NUMBER_TOP = 10 * MM
"""The decree's sample files have the header 10 mm from the edge, inside the top margin."""


class Sheet:
    """The page that is being filled. What is drawn is written when the page is turned: grounds, lines, text."""

    def __init__(self, target: Path, page: PageFormat, title: str) -> None:
        self.width, self.height = page.width * MM, page.height * MM
        self.left, self.right = page.left * MM, (page.width - page.right) * MM
        self.top, self.bottom = page.top * MM, (page.height - page.bottom) * MM
        self.number = 1
        self._canvas = Canvas(
            str(target),
            pagesize=(self.width, self.height),
            invariant=1,
            pageCompression=1,
            # The default would list a Helvetica that is not embedded. (The stub has the wrong type.)
            initialFontName=fonts.name(Style.REGULAR),  # type: ignore[arg-type]
            lang="vi-VN",
        )
        self._canvas.setTitle(title)
        self._canvas.setCreator("Thi Đua Desktop")
        self._canvas.setAuthor("")
        self._texts: list[tuple[Type, float, float, str, float]] = []
        self._lines: list[tuple[float, float, float, float]] = []
        self._grounds: list[tuple[float, float, float, float]] = []

    def text(self, x: float, top: float, text: str, kind: Type, word_space: float = 0) -> None:
        """A line of text whose upper edge is at ``top``; ``word_space`` points are added to each space."""
        if text:
            self._texts.append((kind, x, self.height - top - kind.size * fonts.ASCENT, text, word_space))

    def line(self, x1: float, top1: float, x2: float, top2: float) -> None:
        """A solid line."""
        self._lines.append((x1, self.height - top1, x2, self.height - top2))

    def ground(self, x: float, top: float, width: float, height: float) -> None:
        """A light grey ground, below everything else."""
        self._grounds.append((x, self.height - top - height, width, height))

    def turn(self) -> None:
        """Finish this page and begin the next; from the second on the number stands inside the top margin."""
        self._write_out()
        self._canvas.showPage()
        self.number += 1
        number = str(self.number)
        middle = (self.left + self.right - PAGE_NUMBER.width(number)) / 2
        self.text(middle, PAGE_NUMBER_TOP, number, PAGE_NUMBER)

    def close(self) -> None:
        """Finish the last page and write the file."""
        self._write_out()
        self._canvas.showPage()
        self._canvas.save()

    def _write_out(self) -> None:
        canvas = self._canvas
        canvas.setFillGray(0.93)
        for x, y, width, height in self._grounds:
            canvas.rect(x, y, width, height, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setLineWidth(RULE_WIDTH)
        canvas.setLineCap(2)  # corners of a table close
        canvas.lines(self._lines)
        self._write_texts()
        self._texts, self._lines, self._grounds = [], [], []

    def _write_texts(self) -> None:
        writer = self._canvas.beginText()
        face: Type | None = None
        spaced = 0.0
        for kind, x, y, text, word_space in self._texts:
            if kind != face:
                writer.setFont(fonts.name(kind.style), kind.size)
                face = kind
            if word_space != spaced:
                writer.setWordSpace(word_space)
                spaced = word_space
            writer.setTextOrigin(x, y)
            writer.textOut(text)
        self._canvas.drawText(writer)
