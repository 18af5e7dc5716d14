"""Tables that programs write as a web page and call .xls → rows."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from thidua_desktop.domain.documents import Document, Source
from thidua_desktop.importing.readers.archives import local
from thidua_desktop.importing.readers.blocks import Gatherer
from thidua_desktop.importing.readers.encodings import to_text
from thidua_desktop.importing.readers.errors import FileDamaged, FileTooLarge
from thidua_desktop.importing.readers.grids import Grid
from thidua_desktop.importing.readers.word_styles import whole
from thidua_desktop.importing.readers.workbook import MOST_COLUMNS, MOST_ROWS

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_\-]{2,30})", re.IGNORECASE)
_HEAD = 4096
_LONGEST = 24 * 1024 * 1024
"""Letters of a page that is taken into memory as a tree."""
_ROW = re.compile(r"<tr[\s>]", re.IGNORECASE)
_BLOCKS = frozenset(("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "center", "table", "ul", "ol"))
_INLINE = frozenset(("span", "b", "strong", "font", "i", "em", "u"))
_UNSEEN = frozenset(("script", "style", "head", "title", "meta", "noscript", "template"))
_LINE_ENDS = re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v]*")


def read(data: bytes, name: str, sha256: str) -> Document:
    """The document in a web page: its tables as rows, the text around them as paragraphs; nothing is fetched."""
    text, cut = _begun(_text(data))
    if len(text) > _LONGEST:
        raise FileTooLarge(path=name, limit=_LONGEST // 1024**2)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as trouble:
        raise FileDamaged(path=name) from trouble
    page = _Page(Gatherer(), name, left=cut)
    if root is not None:
        page.take(root)
    page.tell()
    blocks, notes = page.gatherer.finished()
    return Document(name, blocks, "html", sha256, None, notes)


def _begun(text: str) -> tuple[str, bool]:
    """The page up to the last row that is taken, and whether more follows: its tree takes twenty times its size."""
    last = next(islice(_ROW.finditer(text), MOST_ROWS + 1, None), None)
    return (text, False) if last is None else (text[: last.start()], True)


def _text(data: bytes) -> str:
    """The page as text: in the encoding that it declares, otherwise in the one that its letters tell."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared is None or b"\0" in data[:_HEAD]:
        return to_text(data)
    try:
        codec = codecs.lookup(declared[1].decode("ascii"))
    except LookupError:
        return to_text(data)
    return to_text(data) if codec.name == "utf-8" else codec.decode(data, "replace")[0]


@dataclass(slots=True)
class _Page:
    gatherer: Gatherer
    name: str
    tables: int = 0
    taken: int = 0
    left: bool = False
    wide: bool = False

    def take(self, element: etree._Element) -> None:
        """Everything inside an element, in reading order; a table that holds tables only lays them out."""
        name = local(element)
        if name in _UNSEEN:
            return
        if name == "table" and element.find(".//table") is None:
            self._table(element)
        elif name in _INLINE or (name in _BLOCKS and not _has_blocks(element)):
            self.gatherer.paragraph(_words(element), Source(0))
        else:
            for inner in element:
                self.take(inner)

    def _table(self, table: etree._Element) -> None:
        self.tables += 1
        grid = Grid()
        for number, row in enumerate(table.iter("tr"), start=1):
            if self.taken >= MOST_ROWS:
                self.left = True
                return
            cells = [cell for cell in row if local(cell) in ("td", "th")]
            grid.row([(_words(cell), _span(cell, "colspan"), _span(cell, "rowspan")) for cell in cells])
            self.wide = self.wide or grid.wide
            self.taken += any(grid.texts)
            place = Source(0, table=self.tables, row=number)
            self.gatherer.row(grid.texts, place, spans=tuple(grid.widths), goes_on=tuple(grid.below))

    def tell(self) -> None:
        """Say what was too much."""
        if self.left:
            self.gatherer.note("reader.rows_left", sheet=self.name, limit=MOST_ROWS, row=MOST_ROWS)
        if self.wide:
            self.gatherer.note("reader.columns_left", sheet=self.name, limit=MOST_COLUMNS)


def _has_blocks(element: etree._Element) -> bool:
    return next(element.iter(*_BLOCKS - {local(element)}), None) is not None


def _words(element: etree._Element) -> str:
    """The words of an element as they are seen, ``<br>`` as a line's end."""
    return _LINE_ENDS.sub("\n", "".join(_pieces(element))).strip()


def _pieces(element: etree._Element) -> Iterator[str]:
    name = local(element)
    if name in _UNSEEN:
        return
    if name == "br":
        yield "\n"
    yield re.sub(r"\s+", " ", element.text or "")
    for inner in element:
        yield from _pieces(inner)
        yield re.sub(r"\s+", " ", inner.tail or "")
    if name in ("p", "div", "li"):
        yield "\n"


def _span(cell: etree._Element, name: str) -> int:
    return min(max(whole(cell.get(name)) or 1, 1), MOST_COLUMNS)
