"""The manual as a book: title page, contents with page numbers, a page of its own for each chapter's beginning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from thidua_desktop import __version__
from thidua_desktop.domain.manual import Block, Chapter, Face, Grid, Heading, Listing, Note, Passage, Picture, Span
from thidua_desktop.reports.manual.boxes import (
    ContentsBox,
    FrameBox,
    HeadingBox,
    Mark,
    PictureBox,
    TextBox,
    TitleBox,
    rich_lines,
)
from thidua_desktop.reports.manual.tables import grid_boxes
from thidua_desktop.reports.model import PageFormat
from thidua_desktop.reports.pdf.flow import Box, Flow
from thidua_desktop.reports.pdf.sheet import Sheet
from thidua_desktop.reports.typeset import MM

_PAGE = PageFormat(210, 297, top=22, bottom=18, left=25, right=20)
_INDENT = 6 * MM
_NOTE_EDGE = 4 * MM
_GAP = 5.0
_TITLE = "Sách hướng dẫn sử dụng"

Files = Callable[[str], Path]
"""Gives the picture of a screen."""


def write(chapters: Sequence[Chapter], files: Files, target: Path) -> None:
    """Write the book. It is laid out twice: the first time tells on which pages its sections begin."""
    pages: dict[str, int] = {}
    draft = _Draft(target, _PAGE, _TITLE)
    Flow(draft).place(_Book(chapters, files, draft, pages).boxes(dict.fromkeys(_names(chapters), 0)))
    sheet = Sheet(target, _PAGE, f"Thi Đua Desktop – {_TITLE.lower()}")
    Flow(sheet).place(_Book(chapters, files, sheet, {}).boxes(pages))
    sheet.close()


def write_leaf(title: str, blocks: Sequence[Block], target: Path) -> None:
    """A few pages without title page and contents, such as the list of all keys; ``blocks`` have no pictures."""
    sheet = Sheet(target, _PAGE, title)
    Flow(sheet).place(_Book((), Path, sheet, {}).leaf(title, blocks))
    sheet.close()


def _names(chapters: Sequence[Chapter]) -> Iterator[str]:
    for chapter in chapters:
        yield chapter.code
        yield from (f"{chapter.code}#{heading.anchor}" for heading in chapter.headings())


class _Draft(Sheet):
    """Is laid out and thrown away; pictures, which take nearly all of the time, are left out."""

    def picture(self, path: Path, x: float, top: float, width: float, height: float) -> None:
        """Only the room for it is kept."""


class _Book:
    """The boxes of the book; ``found`` takes the pages that its sections begin on."""

    def __init__(self, chapters: Sequence[Chapter], files: Files, sheet: Sheet, found: dict[str, int]) -> None:
        self._chapters, self._files, self._found = chapters, files, found
        self._left, self._right = sheet.left, sheet.right

    def boxes(self, pages: dict[str, int]) -> Iterator[Box]:
        """All of them; ``pages`` are what the contents tell."""
        left, right = self._left, self._right
        yield TitleBox("Thi Đua Desktop", _TITLE, f"Phiên bản {__version__}", left, right)
        yield from self._contents(pages)
        for number, chapter in enumerate(self._chapters, start=1):
            opening = HeadingBox(f"{number}. {chapter.title}", 1, left, right, Mark(chapter.code, self._found))
            opening.new_page = True
            yield opening
            for block in chapter.blocks:
                yield from self._block(block, chapter.code, left, right)

    def leaf(self, title: str, blocks: Sequence[Block]) -> Iterator[Box]:
        """The boxes of some pages of their own."""
        yield HeadingBox(title, 1, self._left, self._right, Mark("leaf", self._found))
        for block in blocks:
            yield from self._block(block, "", self._left, self._right)

    def _contents(self, pages: dict[str, int]) -> Iterator[Box]:
        left, right = self._left, self._right
        opening = HeadingBox("Mục lục", 1, left, right, None)
        opening.new_page = True
        yield opening
        for number, chapter in enumerate(self._chapters, start=1):
            yield ContentsBox(f"{number}. {chapter.title}", chapter.code, pages[chapter.code], left, right, bold=True)
            for heading in chapter.headings():
                if heading.level == 2:
                    name = f"{chapter.code}#{heading.anchor}"
                    yield ContentsBox(heading.text, name, pages[name], left + _INDENT, right)

    def _block(self, block: Block, code: str, left: float, right: float) -> Iterator[Box]:
        match block:
            case Heading():
                mark = Mark(f"{code}#{block.anchor}", self._found)
                yield HeadingBox(block.text, block.level, left, right, mark)
            case Passage():
                yield from _lines([TextBox(line, left) for line in rich_lines(block.words, right - left)])
            case Listing():
                yield from self._listing(block, code, left, right)
            case Note():
                edges = left + _NOTE_EDGE, right - _NOTE_EDGE
                yield FrameBox([box for part in block.blocks for box in self._block(part, code, *edges)], left, right)
            case Grid():
                yield from grid_boxes(block, left, right)
            case Picture():
                yield PictureBox(self._files(block.screen), block.caption, left, right)

    def _listing(self, listing: Listing, code: str, left: float, right: float) -> Iterator[Box]:
        for number, item in enumerate(listing.items, start=1):
            sign = Span(f"{number}.", Face.BOLD) if listing.ordered else Span("–")
            boxes = [box for part in item for box in self._block(part, code, left + _INDENT, right)]
            if isinstance(boxes[0], TextBox):
                boxes[0].sign = sign, left
            yield from boxes


def _lines(lines: list[TextBox]) -> Iterator[Box]:
    """The first two and the last two lines of a passage stay together; only the first has space above it."""
    for order, box in enumerate(lines):
        box.gap = _GAP if order == 0 else 0.0
        box.keep = len(lines) > 1 and order in (0, len(lines) - 2)
        yield box
