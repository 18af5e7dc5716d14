"""The lines of a document as a list reader sees them: cells by column, paragraphs with their label."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.documents import Block, BlockKind, Document
from thidua_desktop.importing.lists.meanings.people import addressed, begins_with_rank, is_personal_name
from thidua_desktop.importing.lists.meanings.several import stacked
from thidua_desktop.importing.lists.meanings.vocabulary import begins_with_post, is_unit

_NOTHING = ("#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!", "0", "-", "--", "…", "...")
"""Shown by a formula that found nothing, or typed for "none"."""
_OPEN_ENDS = (",", "-", "–", ";", ":", ".")
_ITEM = re.compile(r"(?:[-–+•*]|\d{1,2}[.)])\s*\S")
_BORN = re.compile(r"(?:sinh|sn|ns|nam sinh|ngay sinh|\(?\d{1,2}/\d{1,2}/\d{4}|cccd|can cuoc)\b|\(?(?:19|20)\d\d\)?$")
_OPEN_WORDS = re.compile(r"\b(?:của|và|cho|thuộc|tại|về|cùng|với|do|bởi|kiêm)$")
"""As they are written with diacritics: "Dương Hồng Tài" is a whole name."""
_OPEN_PLAIN = re.compile(r"\b(?:cua|va|cho|thuoc|tai|ve|cung|voi|do|boi|kiem)$")
_BARE_PRAISE = re.compile(r"(?:de nghi |tang |xet )*(?:bang|giay) khen|bk|gk")
_FEWEST_LETTERS = 5
"""Of a post that needs no name before it; "Số" over "TT" is a heading."""
_CLOSED = "_.…-–—"
_DASHES = "-–— "
_NONE: frozenset[int] = frozenset()


class Line(NamedTuple):
    """One block. ``cells`` holds the filled cells by grid column (from 0), ``widths`` the columns that each covers."""

    block: Block
    cells: Mapping[int, str]
    widths: Mapping[int, int]
    below: frozenset[int] = frozenset()
    """Columns where a merged cell from above goes on."""
    dashes: frozenset[int] = frozenset()
    """Columns where nothing but a dash stands: "none", or "as above"."""

    @property
    def is_row(self) -> bool:
        """Whether the line is a row of a table."""
        return self.block.kind is BlockKind.ROW

    @property
    def text(self) -> str:
        """All words of the line, in one run."""
        return squeeze(" ".join(self.cells.values()))

    @property
    def folded(self) -> str:
        """``text`` without diacritics, for comparing."""
        return fold(self.text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet, or the whole of a document that has none."""

    name: str | None
    lines: tuple[Line, ...]


def sheets(document: Document) -> tuple[Sheet, ...]:
    """The document by worksheet, in the order of the file."""
    parted: dict[str | None, list[Line]] = {}
    for block in document.blocks:
        parted.setdefault(block.source.sheet, []).append(line_of(block))
    return tuple(Sheet(name, tuple(lines)) for name, lines in parted.items())


def line_of(block: Block) -> Line:
    """A block with its cells on the grid; values that say "nothing" are left out."""
    if block.kind is BlockKind.PARAGRAPH:
        text = f"{block.label} {block.text}" if block.label else block.text
        return Line(block, {0: squeeze(text)}, {0: 1})
    if not block.spans and not block.goes_on:
        return _plain_line(block)
    cells: dict[int, str] = {}
    widths: dict[int, int] = {}
    starts: list[int] = []
    dashes: set[int] = set()
    column = 0
    for at, cell in enumerate(block.cells):
        width = block.spans[at] if at < len(block.spans) else 1
        starts.append(column)
        text = _told(cell)
        if text:
            cells[column] = text
            widths[column] = width
        elif cell and not cell.strip(_DASHES):
            dashes.add(column)
        column += width
    below = frozenset(starts[at] for at in block.goes_on if at < len(starts))
    return Line(block, cells, widths, below, frozenset(dashes))


def _plain_line(block: Block) -> Line:
    """The same of a row whose cells cover one column each."""
    # Numbers hardly ever come twice: they are not looked up, and do not push out what does.
    cells = {
        column: text
        for column, cell in enumerate(block.cells)
        if cell and (text := cell if cell.isdecimal() and cell != "0" else _told(cell))
    }
    dashes = _NONE
    if len(cells) < len(block.cells):
        left = (column for column, cell in enumerate(block.cells) if cell and column not in cells)
        dashes = frozenset(column for column in left if not block.cells[column].strip(_DASHES)) or _NONE
    return Line(block, cells, _one_each(tuple(cells)), _NONE, dashes)


@lru_cache(maxsize=256)
def _one_each(columns: tuple[int, ...]) -> Mapping[int, int]:
    """The widths of cells that cover one column each; lines with the same cells share them."""
    return dict.fromkeys(columns, 1)


def in_one_run(line: Line) -> str:
    """All words of a line; the cells of a row are parted by signs, but for the number before them."""
    cells = [line.cells[at] for at in sorted(line.cells)]
    if not line.is_row or len(cells) < len(("number", "name", "post")):
        return line.text
    return squeeze(f"{cells[0]} {', '.join(cells[1:])}")


def part_of(line: Line, first: int, end: int | None, *, shift: int = 0) -> Line:
    """The columns of a line from ``first`` to ``end`` (exclusive), moved to the left by ``shift``."""
    kept = [at for at in line.cells if at >= first and (end is None or at < end)]
    return Line(
        line.block,
        {at - shift: line.cells[at] for at in kept},
        {at - shift: line.widths[at] for at in kept},
        frozenset(at - shift for at in line.below if at >= first and (end is None or at < end)),
        frozenset(at - shift for at in line.dashes if at >= first and (end is None or at < end)),
    )


@lru_cache(maxsize=65536)
def _told(cell: str) -> str:
    text = _joined(cell.strip().split("\n")) if "\n" in cell else squeeze(cell)
    return "" if text.casefold() in _NOTHING or not text.strip(_CLOSED) else text


def _joined(lines: Sequence[str]) -> str:
    """The lines of a cell in one run: items and what follows a name (post, birth, unit) are parted by a sign."""
    text = squeeze(lines[0])
    named = addressed(text) or is_personal_name(text)
    listed = sum(_ITEM.match(line.strip()) is not None for line in lines) > 1
    others = stacked(lines)
    for at, line in enumerate(map(squeeze, lines[1:]), 1):
        if not line:
            continue
        follows = (begins_with_post(line) and (named or len(line) >= _FEWEST_LETTERS)) or (
            named and (begins_with_rank(line) or _BORN.match(fold(line)) or _is_place(line))
        )
        item = at in others or (listed and _ITEM.match(line) is not None)
        follows = follows and not _goes_on(text)
        sign = "" if text.endswith(_OPEN_ENDS) or not (follows or item) else ";" if item else ","
        text = f"{text}{sign} {line}"
    return text


def _goes_on(text: str) -> bool:
    """Whether words cannot end there, or name a form of praise, behind which stands who gives it."""
    words = text.casefold()
    open_words = _OPEN_PLAIN if words.isascii() else _OPEN_WORDS
    named = text.rpartition(" ")[2].istitle() and not words.isascii()  # "Quàng Văn Của"
    return (open_words.search(words) is not None and not named) or _BARE_PRAISE.fullmatch(fold(text)) is not None


def _is_place(line: str) -> bool:
    """Whether the line of a cell may be a unit; all words with capitals are the rest of a name."""
    return line[:1].isupper() and (is_unit(line) or not all(word[:1].isupper() for word in line.split()))
