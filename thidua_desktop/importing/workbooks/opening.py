"""A workbook that may be filled (.xlsx, .xlsm): opened with the limits of every reader, its grid read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.workbooks.grids import BookGrid
from thidua_desktop.domain.workbooks.trouble import WorkbookIsNone, WorkbookIsOld
from thidua_desktop.importing.readers import sniffing
from thidua_desktop.importing.readers.archives import Package, attribute, child
from thidua_desktop.importing.readers.errors import FileDamaged, FileIsBinaryWorkbook
from thidua_desktop.importing.readers.sniffing import Kind
from thidua_desktop.importing.readers.workbook import shared_texts, sheets_of
from thidua_desktop.importing.workbooks.sheets import Looks, read_sheet

_CARRIED = {
    "picture": ("xl/media/",),
    "chart": ("xl/charts/", "xl/chartsheets/"),
    "macro": ("xl/vbaproject.bin",),
    "control": ("xl/activex/", "xl/ctrlprops/", "xl/embeddings/"),
    "link": ("xl/externallinks/",),
    "pivot": ("xl/pivottables/", "xl/slicers/"),
    "comment": ("xl/comments", "xl/threadedcomments/"),
    "print": ("xl/printersettings/",),
}
"""What stands beside the cells, by where it stands in the package."""
_SIGNATURE = "_xmlsignatures/"
_SAVED_AS = frozenset({Kind.OLD_WORKBOOK, Kind.OPEN_WORKBOOK, Kind.XML_WORKBOOK, Kind.WEB_PAGE})


@dataclass(frozen=True, slots=True)
class OpenedBook:
    """A workbook and its bytes, from which the filled one is made."""

    grid: BookGrid
    data: bytes
    parts: tuple[str, ...]
    """Where the sheets stand in the package, in the order of ``grid.sheets``."""


def read_book(path: Path) -> OpenedBook:
    """The workbook in a file.

    Raises:
        WorkbookIsOld, WorkbookIsNone, WorkbookTooLarge: it is no form in an .xlsx or .xlsm.
        FileTrouble: one of ``readers.errors``.
    """
    return read_bytes(sniffing.load(path), nfc(path.name))


def read_bytes(data: bytes, name: str) -> OpenedBook:
    """The workbook in a file that has been taken into memory; errors as ``read_book``."""
    _refuse_others(data, name)
    package = Package(data, name)
    root = package.xml("xl/workbook.xml")
    if root is None:
        raise FileDamaged(path=name)
    properties = child(root, "workbookPr")
    from_1904 = properties is not None and attribute(properties, "date1904") in ("1", "true")
    looks = Looks.of(package.xml("xl/styles.xml"), shared_texts(package), from_1904=from_1904)
    named = tuple(sheets_of(package, root))
    if not named or any(sheet.part not in package for sheet in named):
        raise FileDamaged(path=name)
    grid = BookGrid(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        sheets=tuple(read_sheet(package, sheet, looks, name) for sheet in named),
        from_1904=from_1904,
        carries=_carried(package.names),
        signed=any(part.startswith(_SIGNATURE) for part in package.names),
    )
    return OpenedBook(grid, data, tuple(sheet.part for sheet in named))


def _refuse_others(data: bytes, name: str) -> None:
    try:
        kind = sniffing.kind_of(data, name)
    except FileIsBinaryWorkbook as trouble:
        raise WorkbookIsOld(path=name) from trouble
    if kind in _SAVED_AS:
        raise WorkbookIsOld(path=name)
    if kind is not Kind.WORKBOOK:
        raise WorkbookIsNone(path=name)


def _carried(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(
        kind for kind, places in _CARRIED.items() if any(name.startswith(place) for name in names for place in places)
    )
