"""Gathering blocks in reading order, and the finish that all formats share."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from typing import TypedDict, Unpack

from thidua_desktop.domain.documents import Block, BlockKind, Source
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.importing.readers import legacy
from thidua_desktop.importing.readers.characters import clean, is_clean, lost_letters, same_letters

LABEL = re.compile(
    r"(?:(?:điều|mục|phần|chương|khoản|câu)\s+)?\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[a-zđ])\s?[.):/]+-?|[-–—+*•●○▪➢✓o]",
    re.IGNORECASE,
)
_SURELY_SEEN = re.compile("[0-9A-Za-z]")
_ORDINAL_HEADING = re.compile(r"(?:s[ốô]\s*)?(?:tt|stt)\.?", re.IGNORECASE)


class Seen(TypedDict, total=False):
    """Fields of :class:`Block` that only some formats know."""

    label: str | None
    bold: bool
    italic: bool
    centered: bool
    indent: float | None
    header_row: bool
    spans: tuple[int, ...]
    gap_before: bool
    typed: tuple[str, ...]
    goes_on: tuple[int, ...]
    hidden: bool


class Gatherer:
    """Blocks of one document, numbered as they come. Empty ones are left out and become the gap of the next."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Finding] = []
        self._gap = False
        self._unsure: list[int] = []
        """Blocks of which nobody has said that their letters are right."""

    def gap(self) -> None:
        """An empty line stands here."""
        self._gap = True

    def paragraph(self, text: str, place: Source, **seen: Unpack[Seen]) -> None:
        """Add a paragraph; one without text becomes the gap of the next."""
        if not clean(text):
            self.gap()
            return
        self._add(Block(self._placed(place), text, **seen))

    def row(self, cells: Sequence[str], place: Source, **seen: Unpack[Seen]) -> None:
        """Add a table row; one without any text is left out."""
        if not any(map(clean, cells)):
            self.gap()
            return
        self._add(Block(self._placed(place), "\t".join(cells), BlockKind.ROW, tuple(cells), **seen))

    def plain_rows(
        self, rows: Iterable[tuple[int, tuple[str, ...]]], sheet: str, hidden: Container[int], *, are_clean: bool
    ) -> None:
        """Add rows of a worksheet that have no merged cells; the same as ``row`` for each, without its detours.

        Args:
            rows: number and cells.
            sheet: the name of the worksheet.
            hidden: numbers of rows that it hides.
            are_clean: every cell is one that ``characters.is_clean_cell`` holds for.
        """
        blocks, row, first, gap = self.blocks, BlockKind.ROW, len(self.blocks), self._gap
        at = first
        seen, made = _SURELY_SEEN.search, tuple.__new__
        for number, cells in rows:
            text = "\t".join(cells)
            if seen(text) is None and not any(map(clean, cells)):
                gap = True
                continue
            # Made as tuples are: to give every value its name would take longer than all the rest.
            place = made(Source, (at, None, None, sheet, None, number))
            is_hidden = number in hidden
            values = (place, text, row, cells, None, False, False, False, None, False, (), gap, (), (), is_hidden)
            blocks.append(made(Block, values))
            at, gap = at + 1, False
        if not are_clean:
            self._unsure += range(first, at)
        self._gap = gap

    def _placed(self, place: Source) -> Source:
        return Source(len(self.blocks), place.page, place.line, place.sheet, place.table, place.row)

    def _add(self, block: Block) -> None:
        self._unsure.append(len(self.blocks))
        self.blocks.append(block._replace(gap_before=True) if self._gap and not block.gap_before else block)
        self._gap = False

    def note(self, code: str, severity: Severity = Severity.WARNING, **params: object) -> None:
        """Add a remark of the reader."""
        self.notes.append(Finding(code, severity, params))

    def finished(self) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
        """The blocks, repaired from old encodings and cleaned, and the notes."""
        encoding = legacy.detect(block.text for block in self.blocks)
        throughout = encoding is not None and legacy.is_throughout(block.text for block in self.blocks)
        unsure: Sequence[int] = self._unsure
        if encoding is None:
            cleaned = tuple(self._cleaned_where_unsure())
        else:
            blocks = [_repaired(block, encoding, throughout=throughout) for block in self.blocks]
            count = sum(new.text != old.text for new, old in zip(blocks, self.blocks, strict=True))
            self.note("reader.encoding_repaired", encoding=encoding.shown, count=count)
            cleaned, unsure = tuple(map(_finished, blocks, self.blocks)), range(len(blocks))
        lost = sum(lost_letters(cleaned[at].text) for at in unsure)
        if lost:
            self.note("reader.letters_lost", count=lost)
        return cleaned, tuple(self.notes)

    def _cleaned_where_unsure(self) -> list[Block]:
        cleaned = list(self.blocks)
        for at in self._unsure:
            if not _is_clean(cleaned[at]):
                cleaned[at] = _finished(cleaned[at], cleaned[at])
        return cleaned


def _is_clean(block: Block) -> bool:
    """Whether nothing would be changed in a block: most need no more than this look."""
    text = block.text
    if block.kind is BlockKind.ROW and text.count("\t") != len(block.cells) - 1:
        return False
    return is_clean(text)


def _finished(block: Block, before: Block) -> Block:
    return _with_typed(_cleaned(_with_words(block)), before)


def _with_words(block: Block) -> Block:
    """The block with single words of an old encoding put right."""
    text = legacy.repair_words(block.text)
    if text == block.text:
        return block
    return block._replace(text=text, cells=tuple(map(legacy.repair_words, block.cells)))


def _repaired(block: Block, encoding: legacy.Encoding, *, throughout: bool) -> Block:
    if block.kind is BlockKind.PARAGRAPH:
        return block._replace(text=legacy.repair(block.text, encoding, throughout=throughout))
    cells = tuple(legacy.repair(cell, encoding, throughout=throughout) for cell in block.cells)
    return block._replace(text="\t".join(cells), cells=cells)


def _cleaned(block: Block) -> Block:
    if block.kind is BlockKind.PARAGRAPH:
        return block._replace(text=clean(block.text).strip())
    cells = tuple(clean(cell.replace("\t", " ")).strip() for cell in block.cells)
    return block if cells == block.cells else block._replace(text="\t".join(cells), cells=cells)


def _with_typed(block: Block, before: Block) -> Block:
    """The block with its text as it stood in the file, where letters (not only blanks) are others now."""
    if before.typed or before.text.isascii() or same_letters(before.text, block.text):
        return block
    return block._replace(typed=before.cells if block.kind is BlockKind.ROW else (before.text,))


def tabbed_cells(texts: Sequence[str]) -> list[tuple[str, ...] | None]:
    """For neighbouring lines: the cells of those that are table rows made with tabs, ``None`` for plain text.

    A tab after a list label ("a)⇥Tổ chức …") and tabs that push a line to the right make no row; a row with one
    filled cell counts where a neighbour has as many cells. Lines must already be free of blanks at their ends.
    """
    split = [text.split("\t") if "\t" in text else [] for text in texts]
    sure = [_surely_row(cells) for cells in split]
    _ordinal_columns(split, sure)
    beside = _widths_beside(split, sure)
    found: list[tuple[str, ...] | None] = []
    for at, cells in enumerate(split):
        is_row = sure[at] or (len(cells) > 1 and (len(cells) in beside[at] or _lies_between(split, sure, at)))
        found.append(tuple(cell.strip(" ") for cell in cells) if is_row else None)
    return found


def _lies_between(split: list[list[str]], sure: list[bool], at: int) -> bool:
    """Whether rows that are at least as wide stand right above and right below: a group heading of a copied table."""
    if not 0 < at < len(split) - 1 or not (sure[at - 1] and sure[at + 1]):
        return False
    return len(split[at]) <= min(len(split[at - 1]), len(split[at + 1]))


def _surely_row(cells: list[str]) -> bool:
    filled = [at for at, cell in enumerate(cells) if cell.strip()]
    if len(filled) < 2:
        return False
    labelled = filled[0] == 0 and LABEL.fullmatch(cells[0].strip()) is not None
    return len(filled) > 2 or not labelled


def _ordinal_columns(split: list[list[str]], sure: list[bool]) -> None:
    """Under a heading "TT" a label with a tab is a cell after all."""
    width = 0
    for at, cells in enumerate(split):
        if not cells:
            width = 0
        elif _ORDINAL_HEADING.fullmatch(cells[0].strip()):
            width = len(cells)
        elif len(cells) == width:
            sure[at] = True


def _widths_beside(split: list[list[str]], sure: list[bool]) -> list[set[int]]:
    """For each line the numbers of cells of the nearest sure rows, above and below, in its run of tabbed lines."""
    found: list[set[int]] = [set() for _ in split]
    for order in (range(len(split)), range(len(split) - 1, -1, -1)):
        width = 0
        for at in order:
            if not split[at]:
                width = 0
            elif sure[at]:
                width = len(split[at])
            if width:
                found[at].add(width)
    return found
