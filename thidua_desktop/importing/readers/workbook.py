"""Excel workbooks (.xlsx) → rows, read as a stream so that huge or hostile sheets stay small in memory."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from thidua_desktop.domain.documents import Document, Source
from thidua_desktop.domain.findings import Severity
from thidua_desktop.importing.readers import legacy
from thidua_desktop.importing.readers.archives import Package, attribute, child, local
from thidua_desktop.importing.readers.blocks import Gatherer
from thidua_desktop.importing.readers.characters import same_letters
from thidua_desktop.importing.readers.errors import FileDamaged
from thidua_desktop.importing.readers.sheet_values import date_shape, day_text, number_text
from thidua_desktop.importing.readers.word_styles import whole

MOST_ROWS = 20_000
"""Rows with text, of one sheet."""
MOST_COLUMNS = 300
MOST_MERGES = 50_000
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_EMPTY_CELL = re.compile(rb'<c [^<>]*\br="[A-Z]+[0-9]+"[^<>]*(?:/>|></c>)')
_EMPTY_ROW = re.compile(rb'<row [^<>]*\br="[0-9]+"[^<>]*(?:/>|>\s*</row>)')
_UNDERSCORED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(slots=True)
class BookSheet:
    """A worksheet: its name, where it stands in the package, and whether Excel shows it."""

    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class _Told:
    """What has to be said about one sheet."""

    rows_after: int | None = None
    columns: bool = False
    formulas: int = 0
    hidden: set[int] = field(default_factory=set)
    """Rows that the sheet hides."""
    fonts: dict[tuple[int, int], legacy.Encoding] = field(default_factory=dict)
    """Row and column of cells whose font stands for an old encoding."""


@dataclass(slots=True)
class _Book:
    package: Package
    texts: list[str] = field(default_factory=list)
    shapes: list[str | None] = field(default_factory=list)
    """For each cell style: how a day in it is shown, ``None`` for plain numbers."""
    from_1904: bool = False
    fonts: list[legacy.Encoding | None] = field(default_factory=list)
    """For each cell style: the old encoding that its font stands for."""


def read(data: bytes, name: str, sha256: str, *, also: str | None = None) -> Document:
    """The document in an .xlsx file: one row block for each row with text, of all sheets that are not hidden.

    Args:
        also: the name of a hidden sheet that is read too, since our own program has put it there.
    """
    package = Package(data, name)
    root = package.xml("xl/workbook.xml")
    if root is None:
        raise FileDamaged(path=name)
    styles = package.xml("xl/styles.xml")
    book = _Book(package, shared_texts(package), _shapes(styles), fonts=_fonts(styles))
    properties = child(root, "workbookPr")
    book.from_1904 = properties is not None and attribute(properties, "date1904") in ("1", "true")
    gatherer = Gatherer()
    for sheet in sheets_of(package, root):
        if sheet.hidden and sheet.name != also:
            gatherer.note("reader.hidden_sheet", Severity.INFO, sheet=sheet.name)
        else:
            _read_sheet(book, sheet, gatherer)
    blocks, notes = gatherer.finished()
    return Document(name, blocks, "xlsx", sha256, None, notes)


def sheets_of(package: Package, root: etree._Element) -> Iterator[BookSheet]:
    """The worksheets that ``xl/workbook.xml`` names, in their order; sheets that are charts are left out."""
    relations = package.xml("xl/_rels/workbook.xml.rels")
    targets = {
        attribute(relation, "Id"): attribute(relation, "Target") or ""
        for relation in (relations if relations is not None else ())
    }
    sheets = child(root, "sheets")
    for element in sheets if sheets is not None else ():
        target = next((targets[v] for k, v in element.attrib.items() if str(k).endswith("}id") and v in targets), "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        state = attribute(element, "state") or "visible"
        if "chartsheet" not in target:
            yield BookSheet(attribute(element, "name") or "", part, state != "visible")


def shared_texts(package: Package) -> list[str]:
    """The texts that cells point to by their number."""
    return [text_of(element) for element in package.stream("xl/sharedStrings.xml", ("{*}si",))]


def text_of(element: etree._Element) -> str:
    """Text of a shared or inline string; phonetic hints are left out."""
    pieces = []
    for inner in element:
        if local(inner) == "t":
            pieces.append(inner.text or "")
        elif local(inner) == "r":
            text = child(inner, "t")
            pieces.append((text.text or "") if text is not None else "")
    return _UNDERSCORED.sub(lambda code: chr(int(code[1], 16)), "".join(pieces))


def _shapes(root: etree._Element | None) -> list[str | None]:
    own: dict[int, str] = {}
    formats, styles = child(root, "numFmts"), child(root, "cellXfs")
    for element in formats if formats is not None else ():
        key = whole(attribute(element, "numFmtId"))
        if key is not None:
            own[key] = attribute(element, "formatCode") or ""
    found: list[str | None] = []
    for element in styles if styles is not None else ():
        key = whole(attribute(element, "numFmtId")) or 0
        found.append(date_shape(key, own.get(key)))
    return found


def _fonts(root: etree._Element | None) -> list[legacy.Encoding | None]:
    fonts, styles = child(root, "fonts"), child(root, "cellXfs")
    own = [
        legacy.of_font(attribute(name, "val")) if (name := child(font, "name")) is not None else None
        for font in (fonts if fonts is not None else ())
        if local(font) == "font"
    ]
    numbers = [whole(attribute(style, "fontId")) for style in (styles if styles is not None else ())]
    return [own[at] if at is not None and 0 <= at < len(own) else None for at in numbers]


def _read_sheet(book: _Book, sheet: BookSheet, gatherer: Gatherer) -> None:
    told = _Told()
    spans = _Spans()
    rows: list[tuple[int, dict[int, str]]] = []
    number = 0
    for element in book.package.stream(sheet.part, ("{*}row", "{*}mergeCell"), _without_empty_cells):
        if local(element) == "mergeCell":
            spans.add(element.get("ref") or "")
            continue
        number = whole(element.get("r")) or number + 1
        values = _values(book, element, told, number) if len(element) else {}
        if not values:
            continue
        if element.get("hidden") in ("1", "true"):
            told.hidden.add(number)
        if len(rows) < MOST_ROWS:
            rows.append((number, values))
        else:
            told.rows_after = told.rows_after or number
    by_font = _decoders(rows, told)
    for number, values in rows:
        shown = {at: by_font(number, at, text) for at, text in values.items()} if told.fonts else values
        _gather_row(gatherer, sheet, number, (shown, values), spans, hidden=number in told.hidden)
    _tell(gatherer, sheet, told)


def _without_empty_cells(data: bytes) -> bytes:
    """A formatted but empty sheet may have a million rows; they carry their address, so the others lose nothing."""
    return _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", data))


def _decoders(rows: list[tuple[int, dict[int, str]]], told: _Told) -> Callable[[int, int, str], str]:
    """Gives a cell in Unicode. A font left over from before a conversion does not count: its cells are right."""
    texts: dict[legacy.Encoding, list[str]] = defaultdict(list)
    for number, values in rows if told.fonts else ():
        for at, text in values.items():
            if (encoding := told.fonts.get((number, at))) is not None:
                texts[encoding].append(text)
    meant = {encoding for encoding, found in texts.items() if legacy.font_is_meant(found)}

    def shown(row: int, column: int, text: str) -> str:
        encoding = told.fonts.get((row, column))
        return legacy.decode(text, encoding) if encoding in meant and encoding is not None else text

    return shown


def _gather_row(
    gatherer: Gatherer,
    sheet: BookSheet,
    row: int,
    texts: tuple[dict[int, str], dict[int, str]],
    spans: _Spans,
    *,
    hidden: bool,
) -> None:
    """Cells from column A on, so that all rows of a sheet line up; merged columns are one cell.

    ``texts`` are the cells in Unicode and as typed.
    """
    values, typed = texts
    starts, widths = [], []
    beside, below = spans.by_row.get(row, {}), spans.below.get(row, set())
    column, last = 1, max((*values, *(at for at in below if at <= MOST_COLUMNS)))
    while column <= last:
        width = min(beside.get(column, 1), MOST_COLUMNS)
        starts.append(column)
        widths.append(width)
        column += width
    changed = any(values[at] != typed[at] and not same_letters(typed[at], values[at]) for at in values)
    gatherer.row(
        [values.get(at, "") for at in starts],
        Source(0, sheet=sheet.name, row=row),
        spans=tuple(widths) if any(width > 1 for width in widths) else (),
        goes_on=tuple(at for at, start in enumerate(starts) if start in below),
        typed=tuple(typed.get(at, "") for at in starts) if changed else (),
        hidden=hidden,
    )


def _tell(gatherer: Gatherer, sheet: BookSheet, told: _Told) -> None:
    if told.rows_after is not None:
        gatherer.note("reader.rows_left", sheet=sheet.name, limit=MOST_ROWS, row=told.rows_after - 1)
    if told.columns:
        gatherer.note("reader.columns_left", sheet=sheet.name, limit=MOST_COLUMNS)
    if told.formulas:
        gatherer.note("reader.formula_without_value", sheet=sheet.name, count=told.formulas)


def _values(book: _Book, row: etree._Element, told: _Told, number: int) -> dict[int, str]:
    """Column (from 1) → text, of the cells that show something."""
    found: dict[int, str] = {}
    column = 0
    for element in row:
        reference = _REFERENCE.fullmatch(element.get("r") or "")
        column = _column(reference[1]) if reference else column + 1
        text = _shown(book, element, told) if len(element) else ""
        if not text.strip():
            continue
        if column > MOST_COLUMNS:
            told.columns = True
            break
        found[column] = text
        style = whole(element.get("s")) or 0
        if 0 <= style < len(book.fonts) and (encoding := book.fonts[style]) is not None:
            told.fonts[number, column] = encoding
    return found


def _shown(book: _Book, element: etree._Element, told: _Told) -> str:
    kind = element.get("t") or "n"
    if kind == "inlineStr":
        inline = child(element, "is")
        return text_of(inline) if inline is not None else ""
    value = child(element, "v")
    text = (value.text or "") if value is not None else ""
    if not text:
        told.formulas += child(element, "f") is not None and kind != "str"
        return ""
    match kind:
        case "s":
            at = whole(text)
            return book.texts[at] if at is not None and 0 <= at < len(book.texts) else ""
        case "b":
            return "TRUE" if text == "1" else "FALSE"
        case "n":
            return _number(book, element, text)
        case "d":
            return day_text(text)
        case _:
            return text


def _number(book: _Book, element: etree._Element, text: str) -> str:
    style = whole(element.get("s")) or 0
    shape = book.shapes[style] if 0 <= style < len(book.shapes) else None
    return number_text(text, shape, from_1904=book.from_1904)


class _Spans:
    """Merged cells: row → column where they begin → number of columns; every row of a merged area has its entry."""

    def __init__(self) -> None:
        self.by_row: dict[int, dict[int, int]] = defaultdict(dict)
        self.below: dict[int, set[int]] = defaultdict(set)
        """Row → columns where a merged area goes on that begins higher up."""
        self._budget = MOST_MERGES

    def add(self, area: str) -> None:
        """Take note of a merged area such as "B3:E3"; areas without end, beyond any paper, are let go."""
        first, last = (_REFERENCE.fullmatch(end) for end in (area.split(":") * 2)[:2])
        if first is None or last is None:
            return
        left, right = sorted((_column(first[1]), _column(last[1])))
        top, bottom = sorted((int(first[2]), int(last[2])))
        self._budget -= bottom - top + 1
        if self._budget < 0:
            return
        for row in range(top + 1, bottom + 1):
            self.below[row].add(left)
        if left == right:
            return
        for row in range(top, bottom + 1):
            self.by_row[row][left] = right - left + 1


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """ "A" → 1, "AA" → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
