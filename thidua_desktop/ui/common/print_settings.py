"""How a paper was printed last: printer, copies, both sides, colour, tray. Each paper has its own, and each sheet size.

Certificates go to another tray than lists; a paper that was never printed is printed as the last one on such a sheet.
"""

from __future__ import annotations

import msgspec
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from thidua_desktop.common.files import safe_file_name
from thidua_desktop.ui.common.preferences import Preferences


class PrintSettings(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is kept of a printing; numbers are those of Qt."""

    printer: str
    copies: int = 1
    collate: bool = True
    duplex: int = QPrinter.DuplexMode.DuplexNone.value
    colour: int = QPrinter.ColorMode.Color.value
    tray: int = QPrinter.PaperSource.Auto.value


def remember(preferences: Preferences, title: str, sheet: QPageSize, printer: QPrinter) -> None:
    """Keep how a paper is printed, for it and for its size of sheet; a file as target is nothing to keep."""
    if not printer.printerName():
        return
    kept = PrintSettings(
        printer.printerName(),
        printer.copyCount(),
        printer.collateCopies(),
        printer.duplex().value,
        printer.colorMode().value,
        printer.paperSource().value,
    )
    for key in (_key(title), _sheet_key(sheet)):
        _keep(preferences, key, kept)


def remember_printer(preferences: Preferences, title: str, printer: str) -> None:
    """Keep the printer that was chosen for a paper before its preview; how it is printed stays as it was."""
    _keep(preferences, _key(title), msgspec.structs.replace(_kept(preferences, _key(title)), printer=printer))


def choose_last(preferences: Preferences, title: str, sheet: QPageSize, printer: QPrinter) -> None:
    """Set a printer as the paper, or else a paper on such a sheet, was printed last, if that printer is still there."""
    there = QPrinterInfo.availablePrinterNames()
    found = (_kept(preferences, key) for key in (_key(title), _sheet_key(sheet)))
    last = next((each for each in found if each.printer in there), None)
    if last is None:
        return
    printer.setPrinterName(last.printer)
    printer.setCopyCount(last.copies)
    printer.setCollateCopies(last.collate)
    printer.setDuplex(QPrinter.DuplexMode(last.duplex))
    printer.setColorMode(QPrinter.ColorMode(last.colour))
    printer.setPaperSource(QPrinter.PaperSource(last.tray))


def _keep(preferences: Preferences, key: str, kept: PrintSettings) -> None:
    preferences.set_text(key, msgspec.json.encode(kept).decode())


def _kept(preferences: Preferences, key: str) -> PrintSettings:
    """What is kept there; a printer without a name where nothing is, or nothing that can be read."""
    try:
        return msgspec.json.decode(preferences.text(key), type=PrintSettings)
    except msgspec.DecodeError:
        return PrintSettings("")


def _key(title: str) -> str:
    return f"printers/{safe_file_name(title, limit=60)}"


def _sheet_key(sheet: QPageSize) -> str:
    size = sheet.size(QPageSize.Unit.Millimeter)
    return f"printers/{round(size.width())}x{round(size.height())}"
