"""A document as it was read: neutral blocks, each with its place in the source."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from thidua_desktop.common.records import dataclass

if TYPE_CHECKING:
    from thidua_desktop.domain.findings import Finding  # a finding names a Source, so it imports this module


class Source(NamedTuple):
    """Where something stands in the document it came from. Ordinals count from 1, ``block`` from 0."""

    block: int
    page: int | None = None
    line: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None


class BlockKind(StrEnum):
    """What a reader saw."""

    PARAGRAPH = "paragraph"
    ROW = "row"


class Block(NamedTuple):
    """A paragraph, or one row of a table.

    ``text`` is what a person sees (for a row: its cells joined by tabs); it may hold line breaks where the source
    breaks lines inside a paragraph or cell. ``label`` is a number that the word processor generates and that is
    therefore not part of the typed text ("a)", "1.", "-").
    """

    source: Source
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    cells: tuple[str, ...] = ()
    label: str | None = None
    bold: bool = False
    italic: bool = False
    centered: bool = False
    indent: float | None = None
    """Left edge in millimetres from the left margin, where the source tells."""
    header_row: bool = False
    """The source itself marks the row as a table heading."""
    spans: tuple[int, ...] = ()
    """How many columns each cell covers, where the source tells; empty means one each."""
    gap_before: bool = False
    """An empty line, or a gap larger than the usual distance of lines, stands before it."""
    typed: tuple[str, ...] = ()
    """Cells (or the one text of a paragraph) as they stand in the file, where reading had to put letters right."""
    goes_on: tuple[int, ...] = ()
    """Positions of cells that are merged with the cell above and therefore empty here."""
    hidden: bool = False
    """The sheet hides this row."""


@dataclass(frozen=True, slots=True)
class Document:
    """All blocks of a source in reading order. ``name`` is the file's name (no folder), empty for the clipboard."""

    name: str
    blocks: tuple[Block, ...] = field(default_factory=tuple)
    format: str = "text"
    """docx, pdf, txt, xlsx or clipboard."""
    sha256: str = ""
    pages: int | None = None
    notes: tuple[Finding, ...] = ()
    """What the reader had to repair or could not read; whoever parses the document passes them on."""
