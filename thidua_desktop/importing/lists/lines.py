"""The lines of a document as a list reader sees them: cells by column, paragraphs with their label."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.documents import Block, BlockKind, Document
from thidua_desktop.importing.lists.vocabulary import begins_with_post

_NOTHING = ("#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!", "0", "-", "--", "…", "...")
"""Shown by a formula that found nothing, or typed for "none"."""
_CLOSED = "_.…-–—"


@dataclass(frozen=True, slots=True)
class Line:
    """One block. ``cells`` holds the filled cells by grid column (from 0), ``widths`` the columns that each covers."""

    block: Block
    cells: Mapping[int, str]
    widths: Mapping[int, int]
    below: frozenset[int] = frozenset()
    """Columns where a merged cell from above goes on."""

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
    cells: dict[int, str] = {}
    widths: dict[int, int] = {}
    starts: list[int] = []
    column = 0
    for at, cell in enumerate(block.cells):
        width = block.spans[at] if at < len(block.spans) else 1
        starts.append(column)
        text = _told(cell)
        if text:
            cells[column] = text
            widths[column] = width
        column += width
    return Line(block, cells, widths, frozenset(starts[at] for at in block.goes_on if at < len(starts)))


def _told(cell: str) -> str:
    text = squeeze(cell)
    if "\n" in cell:
        first, _, rest = cell.strip().partition("\n")
        if begins_with_post(rest.strip()) and not first.rstrip().endswith((",", "-", ";")):
            text = squeeze(f"{first}, {rest}")  # a name with its post on the next line
    return "" if text.casefold() in _NOTHING or not text.strip(_CLOSED) else text
