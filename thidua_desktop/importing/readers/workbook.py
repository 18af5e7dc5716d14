"""Excel workbooks (.xlsx) → rows, read as a stream so that huge or hostile sheets stay small in memory."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from lxml import etree

from thidua_desktop.domain.documents import Document, Source
from thidua_desktop.domain.findings import Severity
from thidua_desktop.importing.readers import legacy
from thidua_desktop.importing.readers.archives import Package, attribute, child, local, plain_parser
from thidua_desktop.importing.readers.blocks import Gatherer
from thidua_desktop.importing.readers.characters import same_letters
from thidua_desktop.importing.readers.errors import FileDamaged
from thidua_desktop.importing.readers.plain_sheets import Contents, PlainHeap, Unusual, plain_rows, plain_texts
from thidua_desktop.importing.readers.sheet_values import date_shape, day_text, number_text
from thidua_desktop.importing.readers.spans import REFERENCE, Spans, column_number
from thidua_desktop.importing.readers.word_styles import whole

MOST_ROWS = 200_000
"""Rows with text, of one sheet: twenty years of awards of a province fit in."""
MOST_COLUMNS = 300
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
    clean: bool = False
    """No letter has to be put right."""


@dataclass(slots=True)
class _Book:
    package: Package
    texts: list[str] = field(default_factory=list)
    shapes: list[str | None] = field(default_factory=list)
    """For each cell style: how a day in it is shown, ``None`` for plain numbers."""
    from_1904: bool = False
    fonts: list[legacy.Encoding | None] = field(default_factory=list)
    """For each cell style: the old encoding that its font stands for."""

    def showing(self, style: str, kind: str) -> Callable[[str], str]:
        """What tells the text that plain cells of a style and type show for the one that they hold."""
        match kind:
            case "s":
                return self._shared
            case "" | "n":
                at = int(style or 0)
                shape = self.shapes[at] if at < len(self.shapes) else None
                return partial(number_text, shape=shape, from_1904=self.from_1904)
            case "inlineStr":
                return _spelt_out
            case "b":
                return _truth
            case _:
                return str

    def _shared(self, text: str) -> str:
        at = int(text) if text.isdecimal() else -1
        return self.texts[at] if 0 <= at < len(self.texts) else ""


_Rows = list[tuple[int, tuple[str, ...]]]
"""Number and texts, from column A to the last that shows something."""


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
    found: list[str] = []
    try:
        found += map(_spelt_out, plain_texts(package.pieces("xl/sharedStrings.xml")))
    except Unusual:
        return [text_of(element) for element in package.stream("xl/sharedStrings.xml", ("{*}si",))]
    return found


def text_of(element: etree._Element) -> str:
    """Text of a shared or inline string; phonetic hints are left out."""
    pieces = []
    for inner in element:
        if local(inner) == "t":
            pieces.append(inner.text or "")
        elif local(inner) == "r":
            text = child(inner, "t")
            pieces.append((text.text or "") if text is not None else "")
    return _spelt_out("".join(pieces))


def _truth(text: str) -> str:
    return "TRUE" if text == "1" else "FALSE"


def _spelt_out(text: str) -> str:
    """Text with the signs that Excel writes by their number ("_x000D_")."""
    return _UNDERSCORED.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text


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
    try:
        read = _plainly(book, sheet)
    except Unusual:
        read = _by_parser(book, sheet)
    rows, spans, told = read
    merged = spans.by_row.keys() | spans.below.keys()
    by_font = _decoders(rows, told)
    every = not merged and not told.fonts
    runs = [(True, rows)] if every else groupby(rows, lambda row: not told.fonts and row[0] not in merged)
    for plain, run in runs:
        if plain:
            gatherer.plain_rows(run, sheet.name, told.hidden, are_clean=told.clean)
            continue
        for number, texts in run:
            values = {at: text for at, text in enumerate(texts, start=1) if text}
            shown = {at: by_font(number, at, text) for at, text in values.items()} if told.fonts else values
            _gather_row(gatherer, sheet, number, (shown, values), spans, hidden=number in told.hidden)
    _tell(gatherer, sheet, told)


def _by_parser(book: _Book, sheet: BookSheet) -> _Read:
    """The rows of any sheet."""
    told, spans = _Told(), Spans()
    rows: _Rows = []
    number = 0
    for element in book.package.stream(sheet.part, ("{*}row", "{*}mergeCell"), _without_empty_cells):
        if local(element) == "mergeCell":
            spans.add(element.get("ref") or "")
            continue
        number = whole(element.get("r")) or number + 1
        _keep(rows, number, _dense(book, element, told, number), told, hidden=element.get("hidden") in ("1", "true"))
    return rows, spans, told


def _plainly(book: _Book, sheet: BookSheet) -> _Read:
    """The rows of a sheet that is written as usual.

    Raises:
        Unusual: only the parser can read it.
    """
    if any(book.fonts):
        raise Unusual  # each cell has to be asked for its font
    told, spans = _Told(), Spans()
    rows: _Rows = []
    number = 0

    def outside(xml: bytes) -> None:
        for element in book.package.parsed(xml, ("{*}mergeCell",)):
            spans.add(element.get("ref") or "")

    contents = Contents(book.showing)
    told.clean = True
    for row in plain_rows(book.package.pieces(sheet.part), contents, outside):
        if isinstance(row, PlainHeap):
            number = row.numbers[-1]
            shown = [each for each in zip(row.numbers, row.texts, strict=True) if each[1]]
            room = MOST_ROWS - len(rows)
            rows += shown[:room]
            if len(shown) > room:
                told.rows_after = told.rows_after or shown[room][0]
            continue
        number = row.number or number + 1
        texts = _dense(book, _only_row(row.unusual), told, number) if row.unusual else row.texts
        if len(texts) > MOST_COLUMNS:
            raise Unusual
        _keep(rows, number, texts, told, hidden=row.hidden)
        if row.unusual:
            told.clean = False
    told.clean = told.clean and contents.are_clean
    return rows, spans, told


def _keep(rows: _Rows, number: int, texts: tuple[str, ...], told: _Told, *, hidden: bool) -> None:
    if not texts:
        return
    if hidden:
        told.hidden.add(number)
    if len(rows) < MOST_ROWS:
        rows.append((number, texts))
    else:
        told.rows_after = told.rows_after or number


def _only_row(xml: str) -> etree._Element:
    """A row that stands alone; prefixes that its cells may have are not known here."""
    try:
        return etree.fromstring(xml, plain_parser())
    except etree.XMLSyntaxError as trouble:
        raise Unusual from trouble


def _dense(book: _Book, row: etree._Element, told: _Told, number: int) -> tuple[str, ...]:
    """The texts of a row from column A to the last that shows something."""
    values = _values(book, row, told, number) if len(row) else {}
    return tuple(values.get(at, "") for at in range(1, max(values) + 1)) if values else ()


def _without_empty_cells(data: bytes) -> bytes:
    """A formatted but empty sheet may have a million rows; they carry their address, so the others lose nothing."""
    return _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", data))


def _decoders(rows: _Rows, told: _Told) -> Callable[[int, int, str], str]:
    """Gives a cell in Unicode. A font left over from before a conversion does not count: its cells are right."""
    texts: dict[legacy.Encoding, list[str]] = defaultdict(list)
    for number, values in rows if told.fonts else ():
        for at, text in enumerate(values, start=1):
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
    spans: Spans,
    *,
    hidden: bool,
) -> None:
    """Cells from column A on, so that all rows of a sheet line up; merged columns are one cell.

    ``texts`` are the cells in Unicode and as typed.
    """
    values, typed = texts
    laid = spans.laid(row, values, MOST_COLUMNS)
    changed = any(values[at] != typed[at] and not same_letters(typed[at], values[at]) for at in values)
    gatherer.row(
        [values.get(at, "") for at in laid.starts],
        Source(0, sheet=sheet.name, row=row),
        spans=laid.widths,
        goes_on=laid.goes_on,
        typed=tuple(typed.get(at, "") for at in laid.starts) if changed else (),
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
        reference = REFERENCE.fullmatch(element.get("r") or "")
        column = column_number(reference[1]) if reference else column + 1
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


_Read = tuple[_Rows, Spans, _Told]
