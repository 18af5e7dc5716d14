"""Word documents (.docx) → blocks: paragraphs with their generated numbers, table rows, text boxes, footnotes last."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from thidua_desktop.domain.documents import Document, Source
from thidua_desktop.importing.readers.archives import Package, attribute, child, local
from thidua_desktop.importing.readers.blocks import Gatherer, tabbed_cells
from thidua_desktop.importing.readers.characters import clean, same_letters
from thidua_desktop.importing.readers.errors import FileDamaged, FileIsImage
from thidua_desktop.importing.readers.word_numbering import Numbering
from thidua_desktop.importing.readers.word_styles import ParagraphLook, Styles, is_on, placed, whole
from thidua_desktop.importing.readers.word_text import Text, TextGatherer

_AROUND = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}
_DEEPEST = 25
"""Tables and boxes inside each other; papers have two or three."""
_MOST_HELD = 2000
"""Runs that are held back for the next paragraph."""
_WIDEST = 200
"""Columns of a table; a larger ``gridSpan`` is damage."""


def read(data: bytes, name: str, sha256: str) -> Document:
    """The document in a .docx file; raises :class:`FileDamaged`, :class:`FileUnsafe` or :class:`FileIsImage`.

    Footnotes come last, each with the label "[1]"; their marks are not part of the text. Headers and footers of pages
    are left out. Pages count only where the file says where they begin.
    """
    package = Package(data, name)
    main = _main_part(package)
    root = package.xml(main)
    body = child(root, "body")
    if body is None:
        raise FileDamaged(path=name)
    gatherer = Gatherer()
    reader = _Reader(package, main, gatherer)
    reader.read(body)
    blocks, notes = gatherer.finished()
    if not blocks and any("/media/" in part for part in package.names):
        raise FileIsImage(path=name)
    return Document(name, blocks, "docx", sha256, reader.pages, notes)


def _main_part(package: Package) -> str:
    relations = package.xml("_rels/.rels")
    for relation in relations if relations is not None else ():
        if (attribute(relation, "Type") or "").endswith("/officeDocument"):
            target = (attribute(relation, "Target") or "").lstrip("/")
            if target in package:
                return target
    return "word/document.xml"


@dataclass(slots=True)
class _Cell:
    """Texts of one cell, and what stands inside it as a table of its own."""

    lines: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    """The lines before old encodings were decoded."""
    tables: list[etree._Element] = field(default_factory=list)
    looks: list[tuple[bool, bool, bool]] = field(default_factory=list)
    """For each text: bold, italic, centered."""
    page: int | None = None


class _Reader:
    def __init__(self, package: Package, main: str, gatherer: Gatherer) -> None:
        folder, file = posixpath.split(main)
        parts = _related(package, f"{folder}/_rels/{file}.rels", folder)
        self._package = package
        self._parts = parts
        self._styles = Styles(package.xml(parts.get("styles", f"{folder}/styles.xml")))
        self._numbering = Numbering(package.xml(parts.get("numbering", f"{folder}/numbering.xml")), self._styles)
        rendered = b"lastRenderedPageBreak" in package.read(main)
        self._texts = TextGatherer(self._styles, rendered_breaks=rendered)
        self._gatherer = gatherer
        self._paged = rendered
        self._page = 1
        self._tables = 0
        self._depth = 0
        self._held: Text | None = None
        self._footnotes: list[tuple[str, str]] = []

    @property
    def pages(self) -> int | None:
        """Number of pages, where the file tells."""
        return self._page if self._paged else None

    def read(self, body: etree._Element) -> None:
        """Gather everything below ``w:body``, then the footnotes that it names."""
        self._content(body)
        for at, (kind, number) in enumerate(self._footnotes, start=1):
            self._footnote(kind, number, f"[{at}]")

    def _content(self, parent: etree._Element) -> None:
        if self._depth >= _DEEPEST:
            return
        self._depth += 1
        for element in parent:
            match local(element):
                case "p":
                    self._paragraph(element)
                case "tbl":
                    self._table(element)
                case "altChunk":
                    self._gatherer.note("reader.embedded_left")
                case name if name in _AROUND:
                    self._content(element)
                case "AlternateContent":
                    self._content(next(iter(element), element))
        self._depth -= 1

    def _place(self) -> Source:
        return Source(block=0, page=self._page if self._paged else None)

    def _paragraph(self, paragraph: etree._Element) -> None:
        look, label, text = self._seen(paragraph)
        if text is None:
            return
        for box in text.boxes:
            self._content(box)
        self._turn_pages(text.breaks_before)
        shown = text.plain
        self._gather_text(shown, label, look, text)
        self._turn_pages(text.breaks_after)

    def _gather_text(self, shown: str, label: str | None, look: ParagraphLook, text: Text) -> None:
        cells = tabbed_cells([shown.strip()])[0] if "\t" in shown and "\n" not in shown and not label else None
        bold, italic = text.mostly("bold"), text.mostly("italic")
        if cells:
            filled = [cell for cell in cells if cell]
            self._gatherer.row(filled, self._place(), bold=bold, italic=italic)
            return
        self._gatherer.paragraph(
            shown.replace("\t", " "),
            self._place(),
            label=label,
            bold=bold,
            italic=italic,
            centered=look.centered,
            indent=look.indent,
            typed=() if text.typed == shown or same_letters(text.typed, shown) else (text.typed,),
        )

    def _seen(self, paragraph: etree._Element) -> tuple[ParagraphLook, str | None, Text | None]:
        """Look, label and text of a paragraph; no text yet when its end was deleted and it runs into the next one."""
        properties = child(paragraph, "pPr")
        style_mark = child(properties, "pStyle")
        style = attribute(style_mark, "val") if style_mark is not None else None
        look = placed(self._styles.paragraph(style), properties)
        text = self._texts.gather(paragraph, self._styles.run(style))
        if self._held is not None:
            text = _joined(self._held, text)
            self._held = None
        if child(properties, "rPr", "del") is not None and _runs_on(paragraph) and len(text.pieces) < _MOST_HELD:
            self._held = text
            return look, None, None
        self._footnotes.extend(text.notes)
        if not self._paged and is_on(child(properties, "pageBreakBefore")):
            text.breaks_before += 1
        look, label = self._numbered(look, style, properties)
        return look, label, text

    def _numbered(
        self, look: ParagraphLook, style: str | None, properties: etree._Element | None
    ) -> tuple[ParagraphLook, str | None]:
        if look.number in (None, "0"):
            return look, None
        number, level = str(look.number), look.level
        if child(properties, "numPr") is None:
            by_style = self._numbering.level_of_style(number, style)
            level = level if by_style is None else by_style
        shape = self._numbering.level(number, level)
        if shape is not None and child(properties, "ind") is None and shape.indent is not None:
            look = placed(look, shape.indent)
        return look, self._numbering.next_label(number, level)

    def _turn_pages(self, count: int) -> None:
        if count:
            self._paged = True
            self._page += count

    def _table(self, table: etree._Element) -> None:
        rows = list(_inside(table, "tr"))
        if all(len(list(_inside(row, "tc"))) == 1 for row in rows):
            for row in rows:  # a box drawn around text
                if not _is_deleted(row):
                    for cell in _inside(row, "tc"):
                        self._content(cell)
            return
        self._tables += 1
        own, number = self._tables, 0
        for row in rows:
            if not _is_deleted(row):
                number += 1
                self._row(row, own, number)

    def _row(self, row: etree._Element, table: int, number: int) -> None:
        before = self._page
        cells, spans, gathered, below = [], [], list[_Cell](), list[int]()
        properties = child(row, "trPr")
        for width in _skipped(properties, "gridBefore"):
            cells.append("")
            spans.append(width)
        for element in _inside(row, "tc"):
            cell = _Cell()
            self._cell(element, cell)
            gathered.append(cell)
            if _goes_on(element):
                below.append(len(cells))
            cells.append("\n".join(filter(None, cell.lines)) if not _goes_on(element) else "")
            spans.append(_span(element))
        for width in _skipped(properties, "gridAfter"):
            cells.append("")
            spans.append(width)
        looks = [look for cell in gathered for look in cell.looks]
        first = next((cell.page for cell in gathered if cell.page), before)
        self._gatherer.row(
            cells,
            Source(0, page=first if self._paged else None, table=table, row=number),
            bold=bool(looks) and all(bold for bold, _, _ in looks),
            italic=bool(looks) and all(italic for _, italic, _ in looks),
            centered=bool(looks) and all(centered for _, _, centered in looks),
            header_row=is_on(child(properties, "tblHeader")),
            spans=tuple(spans) if any(span != 1 for span in spans) else (),
            goes_on=tuple(below),
            typed=_typed_cells(cells, gathered),
        )
        for inner in [inner for cell in gathered for inner in cell.tables]:
            self._nested(inner)

    def _nested(self, table: etree._Element) -> None:
        if self._depth < _DEEPEST:
            self._depth += 1
            self._table(table)
            self._depth -= 1

    def _cell(self, parent: etree._Element, cell: _Cell) -> None:
        for element in parent:
            match local(element):
                case "p":
                    self._cell_text(element, cell)
                case "tbl":
                    cell.tables.append(element)
                case name if name in _AROUND:
                    self._cell(element, cell)

    def _cell_text(self, paragraph: etree._Element, cell: _Cell) -> None:
        look, label, text = self._seen(paragraph)
        if text is None:
            return
        for box in text.boxes:
            self._cell(box, cell)
        self._turn_pages(text.breaks_before)
        shown = text.plain
        if clean(shown) or label:
            cell.page = cell.page or self._page
            cell.lines.append(f"{label} {shown}".strip() if label else shown)
            cell.typed.append(text.typed)
        if clean(shown):
            cell.looks.append((text.mostly("bold"), text.mostly("italic"), look.centered))
        self._turn_pages(text.breaks_after)

    def _footnote(self, kind: str, number: str, label: str) -> None:
        part = self._parts.get(f"{kind}s")
        root = self._package.xml(part) if part else None
        for note in root if root is not None else ():
            if attribute(note, "id") == number:
                texts = [text.plain for p in _inside(note, "p") if (text := self._seen(p)[2]) is not None]
                self._gatherer.paragraph(" ".join(filter(None, map(clean, texts))), self._place(), label=label)


def _joined(first: Text, second: Text) -> Text:
    return Text(
        first.pieces + second.pieces,
        first.boxes + second.boxes,
        first.notes + second.notes,
        first.breaks_before,
        first.breaks_after + second.breaks_before + second.breaks_after,
    )


def _runs_on(paragraph: etree._Element) -> bool:
    """Whether another paragraph follows, into which one with a deleted end can run."""
    return any(local(after) == "p" for after in islice(paragraph.itersiblings(), 1))


def _typed_cells(cells: list[str], gathered: list[_Cell]) -> tuple[str, ...]:
    """The cells before old encodings were decoded, where that changed a letter; rows with cells left free have none."""
    if len(cells) != len(gathered):
        return ()
    typed = tuple("\n".join(filter(None, cell.typed)) for cell in gathered)
    changed = any(
        cell.typed != cell.lines and not same_letters("\n".join(cell.typed), "\n".join(cell.lines)) for cell in gathered
    )
    return typed if changed else ()


def _related(package: Package, part: str, folder: str) -> dict[str, str]:
    """Kind of a part ("styles", "numbering", "footnotes") → its name."""
    root = package.xml(part)
    found: dict[str, str] = {}
    for relation in root if root is not None else ():
        kind, target = attribute(relation, "Type") or "", attribute(relation, "Target") or ""
        if attribute(relation, "TargetMode") != "External":
            at = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            found[kind.rpartition("/")[2]] = at
    return found


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also within content controls and insertions."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in _AROUND:
            yield from _inside(element, name)


def _is_deleted(row: etree._Element) -> bool:
    return child(row, "trPr", "del") is not None


def _goes_on(cell: etree._Element) -> bool:
    """The cell continues the one above (or left of) it; whatever text it still holds is not shown."""
    for name in ("vMerge", "hMerge"):
        merge = child(cell, "tcPr", name)
        if merge is not None and attribute(merge, "val") in (None, "continue"):
            return True
    return False


def _span(cell: etree._Element) -> int:
    span = child(cell, "tcPr", "gridSpan")
    width = whole(attribute(span, "val")) if span is not None else 1
    return min(max(width or 1, 1), _WIDEST)


def _skipped(properties: etree._Element | None, name: str) -> list[int]:
    """Grid columns left free before the first or after the last cell of a row."""
    skipped = child(properties, name)
    width = whole(attribute(skipped, "val")) if skipped is not None else 0
    return [min(width, _WIDEST)] if width and width > 0 else []
