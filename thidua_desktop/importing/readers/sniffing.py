"""What a file really is: its content decides, its name only where the content says nothing."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.importing.readers import errors
from thidua_desktop.importing.readers.archives import Package

LARGEST = 60 * 1024 * 1024
"""Bytes; the longest plan with scanned pages that we have met has 20 MB."""


class Kind(Enum):
    """Formats that can be read."""

    WORD = "docx"
    PDF = "pdf"
    TEXT = "txt"
    WORKBOOK = "xlsx"
    OLD_WORKBOOK = "xls"
    OPEN_WORKBOOK = "ods"
    WEB_PAGE = "html"
    XML_WORKBOOK = "xml"


_IMAGES = re.compile(
    rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF....WEBP|BM.{4}\0{4}"
    rb"|....ftyp(?:heic|heix|hevc|heim|heis|mif1|msf1|avif)",
    re.DOTALL,
)
_ARCHIVES = re.compile(rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b\x08|BZh[1-9]|\xfd7zXZ\0|MSCF\0{4}")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WEB = re.compile(
    rb"\s*(?:<!doctype html|<html|<head|<body|<table|<!--|<\?xml[^>]*>.{0,400}?(?:mso-application|<html|w:worddocument)"
    rb"|mime-version:|content-type: multipart)",
    re.IGNORECASE | re.DOTALL,
)


_WORKBOOK_NAMES = (".xls", ".xlsx", ".xlsm", ".html", ".htm", ".xml")
_PAGE = re.compile(rb"\s*(?:<!doctype html|<html|<head|<meta|<body|<style|<div|<table|<!--)", re.IGNORECASE)
_TABLE = re.compile(rb"<table[\s>]", re.IGNORECASE)
_XML_WORKBOOK = re.compile(
    rb"\s*<\?xml[^>]*>.{0,2000}?urn:schemas-microsoft-com:office:spreadsheet", re.IGNORECASE | re.DOTALL
)


def load(path: Path) -> bytes:
    """The whole file in memory.

    Raises a :class:`FileTrouble` for what cannot be taken: missing, a folder, forbidden, too large, empty, device gone.
    """
    try:
        if path.is_dir():
            raise errors.FileIsFolder(path=path)
        if path.exists() and not path.is_file():  # a pipe or device would keep us waiting
            raise errors.FileUnreachable(path=path)
        if path.stat().st_size > LARGEST:
            raise errors.FileTooLarge(path=path, limit=LARGEST // 1024**2)
        with path.open("rb") as source:
            data = source.read(LARGEST + 1)
    except FileNotFoundError as trouble:
        raise errors.FileMissing(path=path) from trouble
    except PermissionError as trouble:
        raise errors.FileForbidden(path=path) from trouble
    except (OSError, ValueError) as trouble:  # ValueError: a name that no file can have
        raise errors.FileUnreachable(path=path) from trouble
    if len(data) > LARGEST:
        raise errors.FileTooLarge(path=path, limit=LARGEST // 1024**2)
    if not data.strip(b" \t\r\n\0"):
        raise errors.FileEmpty(path=path)
    return data


def kind_of(data: bytes, name: str) -> Kind:
    """The format of a file's content.

    Raises the :class:`FileTrouble` that explains what to do with a format that is not read.
    """
    head = data[:2048]
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _kind_of_package(data, name)
    if head.startswith(_OLE):
        return _kind_of_compound(data, name)
    if web := _web_tables(data, name):
        return web
    if trouble := _refusal(head):
        raise trouble(path=name)
    if _is_text(data):
        return Kind.TEXT
    if Path(name).suffix.casefold() in (".docx", ".docm", ".pdf", ".xlsx", ".xlsm", ".xls", ".ods"):
        raise errors.FileDamaged(path=name)  # the name promises what the content no longer is
    raise errors.FileUnknown(path=name)


def _refusal(head: bytes) -> type[FileTrouble] | None:
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if bare.lstrip().startswith(b"{\\rtf"):
        return errors.FileIsRichText
    if _IMAGES.match(head):
        return errors.FileIsImage
    if _ARCHIVES.match(head):
        return errors.FileIsArchive
    if _WEB.match(bare.replace(b"\0", b"").removeprefix(b"\xff\xfe")):
        return errors.FileIsWebPage
    return None


def _web_tables(data: bytes, name: str) -> Kind | None:
    """Tables written as a web page or as XML under the name of a workbook, as many web systems export them."""
    if Path(name).suffix.casefold() not in _WORKBOOK_NAMES:
        return None
    head = data[:8192].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    if _XML_WORKBOOK.match(head):
        return Kind.XML_WORKBOOK
    if _PAGE.match(head) and _TABLE.search(data.replace(b"\0", b"") if b"\0" in data[:64] else data):
        return Kind.WEB_PAGE
    return None


def _kind_of_package(data: bytes, name: str) -> Kind:
    package = Package(data, name)
    names = package.names
    kind = package.read("mimetype")[:100].decode("ascii", "replace")
    if "opendocument.spreadsheet" in kind:
        return Kind.OPEN_WORKBOOK
    if "opendocument.presentation" in kind or any(part.startswith("ppt/") for part in names):
        raise errors.FileIsPresentation(path=name)
    if "opendocument" in kind:
        raise errors.FileIsOpenText(path=name)
    if "[content_types].xml" not in names:
        raise errors.FileIsArchive(path=name)
    if any(part.startswith("word/") for part in names):
        return Kind.WORD
    if "xl/workbook.bin" in names:
        raise errors.FileIsBinaryWorkbook(path=name)
    if any(part.startswith("xl/") for part in names):
        return Kind.WORKBOOK
    raise errors.FileUnknown(path=name)


def _kind_of_compound(data: bytes, name: str) -> Kind:
    """Word 97, Excel 97 and PowerPoint 97 share one container; so do encrypted packages of today."""
    if _has_stream(data, "EncryptedPackage"):
        raise errors.FileEncrypted(path=name)
    if _has_stream(data, "WordDocument"):
        raise errors.FileIsOldWord(path=name)
    if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
        return Kind.OLD_WORKBOOK
    if _has_stream(data, "PowerPoint Document"):
        raise errors.FileIsPresentation(path=name)
    if Path(name).suffix.casefold() == ".doc":
        raise errors.FileIsOldWord(path=name)
    raise errors.FileUnknown(path=name)


def _has_stream(data: bytes, stream: str) -> bool:
    """Whether the directory of a compound file names a stream (entries of 128 bytes: name, its length at 64)."""
    wanted = stream.encode("utf-16-le") + b"\0\0"
    length = len(wanted).to_bytes(2, "little")
    at = data.find(wanted)
    while at >= 0:
        if at % 128 == 0 and data[at + 64 : at + 66] == length:
            return True
        at = data.find(wanted, at + 1)
    return False


def _is_text(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or looks_like_utf16(data):
        return True
    sample = data[:65536]
    odd = sum(sample.count(code) for code in (*range(1, 9), *range(14, 27), *range(28, 32)))
    return b"\0" not in sample and odd * 100 <= len(sample)


def looks_like_utf16(data: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` when text without a byte order mark has the zeros of it, otherwise ``None``.

    Half of Vietnamese letters and all blanks lie below U+0100, so one byte in four at least is zero, on one side only.
    """
    sample = data[: 4096 // 2 * 2]
    if len(sample) < 8:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    side = len(sample) // 2
    if odd * 2 > side and even * 50 < side:
        return "utf-16-le"
    if even * 2 > side and odd * 50 < side:
        return "utf-16-be"
    return None
