"""A template as a Word file: opened so that a hostile one cannot hurt, its paragraphs with the places they stand in."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.domain.paper_templates import TemplatePart

MOST_BYTES = 20_000_000
MOST_MEMBERS = 500
MOST_XML = 3_000_000
"""Bytes of one XML part; a template of forty pages has less than a tenth."""
MOST_UNPACKED = 80_000_000
_ZIP = b"PK\x03\x04"
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError, OSError),
    *(PackageNotFoundError, etree.XMLSyntaxError, AttributeError, TypeError),
)
"""What zipfile, lxml and python-docx raise for packages that are cut off, mangled or of another kind."""
_PLAIN_DOCUMENT = b"wordprocessingml.document.main+xml"
_PARTS = {
    RELATIONSHIP_TYPE.HEADER: TemplatePart.HEADER,
    RELATIONSHIP_TYPE.FOOTER: TemplatePart.FOOTER,
    RELATIONSHIP_TYPE.FOOTNOTES: TemplatePart.FOOTNOTES,
}


class TemplateMissing(FileTrouble):
    """There is no such file."""

    code = "template.missing"


class TemplateNotWord(FileTrouble):
    """The file is no Word document (.docx), or is damaged."""

    code = "template.not_word"


class TemplateTooLarge(FileTrouble):
    """The file, or what is packed in it, is larger than any template."""

    code = "template.too_large"


class TemplateHasMacros(FileTrouble):
    """The file carries programs."""

    code = "template.macros"


class TemplateLinked(FileTrouble):
    """The file draws something from another file or from the network."""

    code = "template.linked"


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of a template: the part of the file and its number in it, from 1."""

    part: TemplatePart
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with its place, and the XML element that it is."""

    place: Place
    element: etree._Element


def read(path: Path) -> bytes:
    """The content of a template.

    Raises:
        TemplateMissing, TemplateNotWord, TemplateTooLarge, TemplateHasMacros, TemplateLinked
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TemplateTooLarge(path=path)
        data = path.read_bytes()
    except OSError as error:
        raise TemplateMissing(path=path) from error
    if not data.startswith(_ZIP):
        raise TemplateNotWord(path=path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _refuse(package, path)
    except _BROKEN as error:
        raise TemplateNotWord(path=path) from error
    return data


def opened(data: bytes, path: Path) -> DocxDocument:
    """The document in a template's content.

    Raises:
        TemplateNotWord: it lacks the parts of a document.
    """
    try:
        document = Document(io.BytesIO(data))
        # A damaged file may open all the same and fail at the first look into it.
        list(document.element.body.iter(qn("w:p")))
    except _BROKEN as error:
        raise TemplateNotWord(path=path) from error
    return document


def roots(document: DocxDocument) -> Iterator[tuple[TemplatePart, etree._Element]]:
    """Every part of a document that is filled in, as bare XML: python-docx's own elements answer other questions."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    yield TemplatePart.BODY, etree.fromstring(etree.tostring(document.element.body), parser)
    for relation in document.part.rels.values():
        part = _PARTS.get(relation.reltype)
        if part is not None and not relation.is_external and relation.target_part.blob:
            yield part, etree.fromstring(relation.target_part.blob, parser)


def lines(part: TemplatePart, root: etree._Element) -> Iterator[Line]:
    """The paragraphs of a part in their order, those in tables among them."""
    for number, element in enumerate(root.iter(qn("w:p")), start=1):
        yield Line(Place(part, number, text_of(element)), element)


def text_of(paragraph: etree._Element) -> str:
    """The text of a paragraph, without that of text boxes anchored in it: these have paragraphs of their own."""
    return "".join(
        text.text or "" for text in paragraph.iter(qn("w:t")) if next(text.iterancestors(qn("w:p")), None) is paragraph
    )


def row_text(row: etree._Element) -> str:
    """The text of a table row."""
    return "".join(text.text or "" for text in row.iter(qn("w:t")))


def _refuse(package: zipfile.ZipFile, path: Path) -> None:
    members = package.infolist()
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise TemplateTooLarge(path=path)
    for member in members:
        name = member.filename.lower()
        if name.endswith("vbaproject.bin"):
            raise TemplateHasMacros(path=path)
        if not name.endswith((".xml", ".rels")):
            continue
        if member.file_size > MOST_XML:
            raise TemplateTooLarge(path=path)
        content = package.read(member)
        if b"<!DOCTYPE" in content.replace(b"\0", b"")[:65536]:
            raise TemplateNotWord(path=path)
        if name == "[content_types].xml":
            _refuse_kind(content, path)
        elif name.endswith(".rels"):
            _refuse_links(content, path)


def _refuse_kind(content: bytes, path: Path) -> None:
    if b"macroEnabled" in content:
        raise TemplateHasMacros(path=path)
    if _PLAIN_DOCUMENT not in content:
        raise TemplateNotWord(path=path)


def _refuse_links(content: bytes, path: Path) -> None:
    """Links that a reader follows himself may stay; pictures, templates and objects from elsewhere may not."""
    for relation in etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True)):
        kind = (relation.get("Type") or "").rpartition("/")[2]
        if relation.get("TargetMode") == "External" and kind != "hyperlink":
            raise TemplateLinked(path=path)
