"""Physical lines of a document: blocks cut at their line breaks, page furniture set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from thidua_desktop.domain.documents import Block, BlockKind, Document
from thidua_desktop.importing.plans.text import UPPER, clean, clean_lines, mostly_upper, plain

_RULE = re.compile(r"[-–—_=*.~•·…\s|:+]{3,}|\|+")
_PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–—|]?\s*\d{1,3}\s*[-–—|]?(?:\s*/\s*\d{1,3})?", re.IGNORECASE)
_PAGE_WORD = re.compile(r"(?:trang|page)\s*:?\s*\d{1,3}(?:\s*[/-]\s*\d{1,3})?", re.IGNORECASE)
_HASHES = re.compile(r"^#{1,6}\s+|^>\s+")
MOST_SPAN = 60
"""No plan's table has more columns."""
_RULE_CELL = re.compile(r":?-{2,}:?")


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line, or one table row. ``block`` is the place of its block in the document."""

    text: str
    block: int
    cells: tuple[str, ...] = ()
    raw: str = ""
    label: str | None = None
    bold: bool = False
    centered: bool = False
    indent: float | None = None
    gap: bool = False
    """A blank line stands before it."""
    broken: bool = False
    """A page ends before it, so that a gap means nothing."""
    header_row: bool = False
    soft: bool = False
    """It follows a line break inside its paragraph."""
    also: tuple[int, ...] = ()
    """Further blocks that make up the row."""
    page_number: bool = False
    """Nothing but a number: a page's, unless a table without its grid lays claim to it."""

    @property
    def is_row(self) -> bool:
        return bool(self.cells)


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines that say something, and the blocks that are only furniture."""

    lines: tuple[Line, ...]
    furniture: frozenset[int]


def read_lines(document: Document) -> Pages:
    """All lines in order; page numbers, rules and repeated page heads are furniture."""
    repeated = _repeated(document.blocks)
    lines: list[Line] = []
    furniture: set[int] = set()
    broken = False
    page: int | None = None
    for place, block in enumerate(document.blocks):
        if page is not None and block.source.page is not None and block.source.page != page:
            broken = True
        page = block.source.page or page
        made = _lines_of(place, block, wrapped=document.format == "pdf")
        if not made or _is_furniture(block, made, repeated):
            furniture.add(place)
            continue
        if len(made) == 1 and not block.label and not made[0].is_row and _PAGE_NUMBER.fullmatch(made[0].text):
            lines.append(replace(made[0], page_number=True))
            broken = True
            continue
        lines.append(replace(made[0], broken=True) if broken else made[0])
        lines.extend(made[1:])
        broken = False
    return Pages(tuple(lines), frozenset(furniture))


def _lines_of(place: int, block: Block, *, wrapped: bool) -> list[Line]:
    if block.kind is BlockKind.ROW:
        return _row(place, block, wrapped=wrapped)
    texts = clean_lines(_HASHES.sub("", block.text.lstrip()))
    raw = block.text
    return [
        Line(
            text=text,
            block=place,
            raw=raw if len(texts) == 1 else text,
            label=clean(block.label) if block.label and not number else None,
            bold=block.bold or _is_markdown_bold(block.text),
            centered=block.centered,
            indent=block.indent,
            gap=block.gap_before and not number,
            soft=bool(number),
        )
        for number, text in enumerate(texts)
    ]


def _row(place: int, block: Block, *, wrapped: bool) -> list[Line]:
    cells = _on_grid(
        tuple("\n".join(_cell_lines(cell, wrapped=wrapped)) for cell in block.cells or (block.text,)), block.spans
    )
    if all(not cell or _RULE_CELL.fullmatch(cell) for cell in cells):
        return []
    text = " ".join(cell.replace("\n", " ") for cell in cells if cell)
    label = clean(block.label) if block.label else None
    return [
        Line(
            text,
            place,
            cells,
            block.text,
            label,
            block.bold,
            block.centered,
            None,
            block.gap_before,
            header_row=block.header_row,
        )
    ]


def _on_grid(cells: tuple[str, ...], spans: tuple[int, ...]) -> tuple[str, ...]:
    """Cells in the columns that they stand in: one merged over several columns takes as many."""
    if len(cells) < 2 or len(spans) != len(cells):
        return cells
    return tuple(
        text
        for cell, span in zip(cells, spans, strict=True)
        for text in (cell, *[""] * (max(1, min(span, MOST_SPAN)) - 1))
    )


def _cell_lines(cell: str, *, wrapped: bool) -> list[str]:
    """The lines of a cell; those that a PDF only wrapped at the column's width are put together again."""
    lines = clean_lines(cell)
    if not wrapped:
        return lines
    made: list[str] = []
    for line in lines:
        new = _OPENS_LINE.match(line) is not None and not (made and made[-1].endswith((",", "-", "–")))
        torn = made and len(made[-1]) <= 6 and not made[-1].isdecimal() and len(line) <= 6
        if (
            not made
            or torn
            or (new and (len(line) > 2 or line[:1] not in "-–"))
            or (len(line) > 8 and mostly_upper(line) != mostly_upper(made[-1]))
        ):
            made.append(line)
        else:
            glue = "" if _HYPHENATED.search(made[-1]) and line[:1].isupper() else " "
            made[-1] = f"{made[-1]}{glue}{line}"
    return made


_HYPHENATED = re.compile(r"[^\W\d_]-$")
_OPENS_LINE = re.compile(rf"[-–+•*]\s*[{UPPER}]|\d{{1,2}}[.)]\s+\S|[a-zđ]\)\s*\S")


def _is_markdown_bold(text: str) -> bool:
    stripped = text.strip()
    return stripped.startswith(("**", "#"))


def _is_furniture(block: Block, made: list[Line], repeated: frozenset[str]) -> bool:
    text = made[0].text
    if block.kind is BlockKind.ROW:
        return False
    if len(made) > 1 or block.label:
        return False
    return bool(_RULE.fullmatch(text) or _PAGE_WORD.fullmatch(text)) or plain(text) in repeated


def _repeated(blocks: tuple[Block, ...]) -> frozenset[str]:
    """Short texts that stand first or last on at least three pages: running heads."""
    by_page: dict[int, list[str]] = {}
    for block in blocks:
        if block.source.page is not None and block.kind is BlockKind.PARAGRAPH and len(block.text) < 90:
            by_page.setdefault(block.source.page, []).append(block.text)
    edges: Counter[str] = Counter()
    pages = 0
    for texts in by_page.values():
        first, last = _first_said(texts), _first_said(reversed(texts))
        edges.update({first, last} - {""})
        pages += bool(first)
    return frozenset(text for text, count in edges.items() if count >= 3 and pages >= 3 and len(text) > 3)


def _first_said(texts: Iterable[str]) -> str:
    """The first of the texts that says something, in plain form; "" if none does."""
    return next((said for text in texts if (said := plain(clean(text)))), "")
