"""Plain text (.txt, .md, the clipboard) → blocks: one for each line, rows where the lines form a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.documents import Document, Source
from thidua_desktop.importing.readers.blocks import Gatherer, tabbed_cells
from thidua_desktop.importing.readers.columns import Region, is_letterhead, regions
from thidua_desktop.importing.readers.encodings import to_text

_NEWLINES = re.compile(r"\r\n?|[\x0b\x85\u2028\u2029]")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*|\s*\|\s*:?-+:?\s*\|\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?=\S)")
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__")
_OPEN_STRONG = re.compile(r"^\*\*(?=[^\s*])|(?<=[^\s*])\*\*$")
"""Stars of bold text that runs over several lines."""
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_QUOTED_CELL = re.compile(r'(?:(?<=\t)|^)"((?:[^"\t]|""){1,4000})"(?=\t|$)', re.MULTILINE)
_WIDEST_PAGE = 600
"""Letters of a line that may still be laid out in columns of blanks."""
_FEWEST_BARRED = 3
"""Cells of a row that only bars between them tell; a single bar may stand in any sentence."""
_LONGEST_MARKED = 20_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands in the file."""

    number: int
    page: int | None
    text: str

    @property
    def place(self) -> Source:
        """Where a block made of this line stands."""
        return Source(block=0, page=self.page, line=self.number)


def read(data: bytes, name: str, sha256: str) -> Document:
    """The document in a plain text file of any encoding."""
    return _document(to_text(data), name=name, format="txt", sha256=sha256)


def read_clipboard(text: str) -> Document:
    """The document in text that was copied from Word, Excel, a PDF viewer or a web page."""
    return _document(text, name="", format="clipboard", sha256="")


def _document(text: str, *, name: str, format: str, sha256: str) -> Document:
    plain = _NEWLINES.sub("\n", text.removeprefix("\ufeff"))
    pages = plain.rstrip("\f\n ").count("\f") + 1 if "\f" in plain else None
    gatherer = Gatherer()
    lines = list(_lines(_shielded(plain), paged=pages is not None))
    _gather(lines, gatherer)
    blocks, notes = gatherer.finished()
    return Document(name=name, blocks=blocks, format=format, sha256=sha256, pages=pages, notes=notes)


def _shielded(text: str) -> str:
    """Excel quotes a copied cell that holds line breaks; inside it they become ``\\v`` so that the row stays one line.

    The lines that such a cell covers are counted as one.
    """
    if '"' not in text or "\t" not in text:
        return text
    return _QUOTED_CELL.sub(_unquoted, text)


def _unquoted(cell: re.Match[str]) -> str:
    inner = cell.group(1)
    if "\n" not in inner and '""' not in inner:
        return cell.group()  # a quotation, not a cell that Excel had to quote
    return inner.replace('""', '"').replace("\n", "\v")


def _lines(text: str, *, paged: bool) -> Iterator[Line]:
    number = 0
    for page, part in enumerate(text.split("\f"), start=1):
        for line in part.split("\n"):
            number += 1
            yield Line(number, page if paged else None, line)
        number -= 1  # a form feed does not end a line of its own


def _gather(lines: Sequence[Line], gatherer: Gatherer) -> None:
    """Markdown tables first, since their bars are certain; then columns of blanks; tabs and paragraphs in between."""
    markdown = _markdown_rows(lines)
    layouts = {region.first: region for region in _layouts(lines, markdown)}
    at, plain = 0, list[Line]()
    table = 0
    while at < len(lines):
        if at in layouts or at in markdown:
            table = _gather_plain(plain, gatherer, table, markdown=bool(markdown))
            plain.clear()
            if at in layouts:
                at = _gather_layout(lines, layouts[at], gatherer, table + 1)
            else:
                at = _gather_markdown(lines, markdown, at, gatherer, table + 1)
            table += bool(gatherer.blocks) and gatherer.blocks[-1].source.table is not None  # a rule alone adds none
            continue
        plain.append(lines[at])
        at += 1
    _gather_plain(plain, gatherer, table, markdown=bool(markdown))


def _layouts(lines: Sequence[Line], markdown: dict[int, tuple[str, ...]]) -> list[Region]:
    return regions(
        [
            "" if at in markdown or "\t" in line.text or len(line.text) > _WIDEST_PAGE else line.text
            for at, line in enumerate(lines)
        ]
    )


def _gather_layout(lines: Sequence[Line], region: Region, gatherer: Gatherer, table: int) -> int:
    rows = [(line, region.cells(line.text)) for line in lines[region.first : region.last]]
    if len(region.cuts) == 1 and is_letterhead([cell for _, cells in rows for cell in cells]):
        for side in (0, 1):
            for line, cells in rows:
                gatherer.paragraph(cells[side], line.place)
        return region.last
    row = 0
    for line, cells in rows:
        row += any(cells)
        gatherer.row(cells, Source(0, page=line.page, line=line.number, table=table, row=row))
    return region.last


def _gather_plain(lines: Sequence[Line], gatherer: Gatherer, table: int, *, markdown: bool) -> int:
    """Paragraphs and tabbed rows; gives the number of the last table."""
    filled = [at for at, line in enumerate(lines) if line.text.strip()]
    cells_of = tabbed_cells([lines[at].text.strip(" ") for at in filled])
    rows = dict(zip(filled, cells_of, strict=True))
    row, width = 0, 0
    for at, line in enumerate(lines):
        cells = rows.get(at)
        if not line.text.strip():
            gatherer.gap()
        elif cells is None:
            row = 0
            _paragraph(line, gatherer, markdown=markdown)
        else:
            new_table = row == 0 or len(cells) != width
            table, row, width = table + new_table, 1 if new_table else row + 1, len(cells)
            place = Source(0, page=line.page, line=line.number, table=table, row=row)
            gatherer.row([cell.replace("\v", "\n") for cell in cells], place)
    return table


def _paragraph(line: Line, gatherer: Gatherer, *, markdown: bool) -> None:
    text = line.text.strip().replace("\t", " ")
    heading = _HEADING.match(text)
    strong = _STRONG.fullmatch(text)
    opened = not strong and _OPEN_STRONG.search(text) and text.count("**") == 1
    if heading or strong or (markdown and len(text) <= _LONGEST_MARKED):
        text = _plain(_HEADING.sub("", text))
    elif opened:
        text = _OPEN_STRONG.sub("", text)
    gatherer.paragraph(text, line.place, bold=bool(heading or strong or opened))


def _markdown_rows(lines: Sequence[Line]) -> dict[int, tuple[str, ...]]:
    """Index of a line → its cells; the rule under the heading has none. Only where such a rule or outer bars stand."""
    found: dict[int, tuple[str, ...]] = {}
    for at, line in enumerate(lines):
        text = line.text.strip()
        if _RULE.fullmatch(text):
            found[at] = ()
            if at and (cells := _bar_cells(lines[at - 1].text)):
                found[at - 1] = cells
        elif (text.startswith("|") and text.endswith("|") and len(text) > 2) or (
            "|" in text and len(_bar_cells(text)) in (_width_before(found, at), _width_after(lines, at))
        ):
            found[at] = _bar_cells(text)
    return found


def _width_before(found: dict[int, tuple[str, ...]], at: int) -> int:
    """Cells of the row above, over a rule too; 0 where none is."""
    return len(found[at - 1] or found.get(at - 2, ())) if at - 1 in found else 0


def _width_after(lines: Sequence[Line], at: int) -> int:
    """Cells of the next line where bars make a table of it without any rule; 0 for fewer than three."""
    cells = len(_bar_cells(lines[at + 1].text)) if at + 1 < len(lines) else 0
    return cells if cells >= _FEWEST_BARRED else 0


def _bar_cells(text: str) -> tuple[str, ...]:
    inner = text.strip()
    if not _PIPE.search(inner):
        return ()
    inner = inner.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    cells = (cell.strip().replace("\\|", "|") for cell in _PIPE.split(inner))
    return tuple(_plain(_LINE_BREAK.sub("\n", cell)) for cell in cells)


def _plain(text: str) -> str:
    """Text without the stars or underscores that make it bold."""
    return _STRONG.sub(lambda seen: seen.group(1) or seen.group(2), text)


def _gather_markdown(
    lines: Sequence[Line], found: dict[int, tuple[str, ...]], first: int, gatherer: Gatherer, table: int
) -> int:
    at, row = first, 0
    while at in found:
        if cells := found[at]:
            row += 1
            heading = row == 1 and found.get(at + 1) == ()
            place = Source(0, page=lines[at].page, line=lines[at].number, table=table, row=row)
            gatherer.row(cells, place, header_row=heading)
        at += 1
    return at
