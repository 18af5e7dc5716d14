"""Readers: a file or the clipboard → a neutral :class:`Document` whose blocks know their place in the source.

Formats: Word (.docx), PDF with text, plain text in any Vietnamese encoding, .csv, Excel (.xlsx, .xls, .ods). Content
decides, the name hardly matters. Files are read into memory once; nothing is written, unpacked to disk or fetched.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.documents import Document
from thidua_desktop.importing.readers import text
from thidua_desktop.importing.readers.errors import FileEmpty
from thidua_desktop.importing.readers.sniffing import Kind, kind_of, load

__all__ = ["read_file", "read_text"]


def read_file(path: Path) -> Document:
    """The document in a file; its ``notes`` say what was repaired or could not be read.

    Raises:
        FileTrouble: one of the classes in ``readers.errors``, each with a sentence that says what to do.
    """
    data = load(path)
    name = nfc(path.name)
    document = _read(kind_of(data, name), data, name)
    if not document.blocks and not document.notes:
        raise FileEmpty(path=name)
    return document


def read_text(copied: str) -> Document:
    """The document in copied text: lines become paragraphs, cells copied from Excel or Word become rows."""
    return text.read_clipboard(copied)


def _read(kind: Kind, data: bytes, name: str) -> Document:
    """Each reader is imported when first needed: the window must not wait for a PDF library."""
    sha256 = hashlib.sha256(data).hexdigest()
    match kind:
        case Kind.WORD:
            from thidua_desktop.importing.readers import word

            return word.read(data, name, sha256)
        case Kind.PDF:
            from thidua_desktop.importing.readers import pdf

            return pdf.read(data, name, sha256)
        case Kind.WORKBOOK:
            from thidua_desktop.importing.readers import workbook

            return workbook.read(data, name, sha256)
        case Kind.OLD_WORKBOOK | Kind.OPEN_WORKBOOK:
            from thidua_desktop.importing.readers import other_workbooks

            return other_workbooks.read(data, name, sha256, kind.value)
        case Kind.WEB_PAGE:
            from thidua_desktop.importing.readers import web_tables

            return web_tables.read(data, name, sha256)
        case Kind.XML_WORKBOOK:
            from thidua_desktop.importing.readers import xml_workbook

            return xml_workbook.read(data, name, sha256)
        case Kind.TEXT if name.casefold().endswith(".csv"):
            from thidua_desktop.importing.readers import delimited

            return delimited.read(data, name, sha256)
        case Kind.TEXT:
            return text.read(data, name, sha256)
