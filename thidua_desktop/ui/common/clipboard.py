"""Blocks of cells on the clipboard, as spreadsheets write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from thidua_desktop.common.vietnamese import fold, nfc
from thidua_desktop.domain.identity import without_id_numbers

_ORDINALS = frozenset({"tt", "stt", "so tt", "so thu tu"})
_WHOLE = "application/x-thidua-cells"
"""The cells as they are, for a table of this program; other programs are given the text."""


@dataclass(frozen=True, slots=True)
class Block:
    """Cells made ready for the clipboard: the text for other programs, and the whole one where that says less."""

    text: str
    whole: str | None = None


def block(rows: Sequence[Sequence[str]], *, full_id_numbers: bool = False) -> Block:
    """Make cells ready, which may be done beside the window. Other programs get the last digits of identity numbers.

    Args:
        rows: the cells.
        full_id_numbers: the clerk has asked for whole identity numbers in this one copy.
    """
    shared = rows if full_id_numbers else [[without_id_numbers(cell) for cell in row] for row in rows]
    return Block(write(shared), None if shared == rows else write(rows))


def put_block(made: Block) -> None:
    """Put cells that were made ready on the clipboard."""
    data = QMimeData()
    data.setText(made.text)
    if made.whole is not None:
        data.setData(_WHOLE, made.whole.encode())
    QGuiApplication.clipboard().setMimeData(data)


def put(rows: Sequence[Sequence[str]], *, full_id_numbers: bool = False) -> None:
    """Put a block of cells on the clipboard, as ``block`` makes it ready."""
    put_block(block(rows, full_id_numbers=full_id_numbers))


def cells() -> list[list[str]]:
    """The cells on the clipboard, whole where they come from a table of this program; none where it holds no text."""
    text = QGuiApplication.clipboard().text()
    if not text:
        return []  # an empty clipboard may have no mime data at all
    data = QGuiApplication.clipboard().mimeData()
    return read(bytes(data.data(_WHOLE).data()).decode() if data.hasFormat(_WHOLE) else text)


def write(rows: Sequence[Sequence[str]]) -> str:
    """Tab-separated text; cells with breaks or quotes are quoted, as Excel does."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue().removesuffix("\n")


def read(text: str) -> list[list[str]]:
    """The cells of tab-separated text in NFC; no rows for no text."""
    if not text:
        return []
    lines = nfc(text).replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    return [row or [""] for row in csv.reader(io.StringIO(lines, newline=""), dialect="excel-tab")]


def placed(
    rows: list[list[str]], titles: Sequence[str], known: Sequence[str], other: Mapping[str, str] | None = None
) -> tuple[list[list[str]], list[str]]:
    """The rows to type in, and the title of the column that each of their cells goes into.

    Args:
        rows: the block as it was copied.
        titles: the titles of the columns from the cursor on, which the cells go into one after the other.
        known: the titles of all columns: a first row that consists of them says itself where the cells go. A column
            of ordinals among them is left out.
        other: titles of ``known`` by the words that offices write above such a column.
    """
    named = {fold(name): title for name, title in (other or {}).items()} | {fold(title): title for title in known}
    head = [fold(cell) for cell in rows[0]]
    at = [number for number, cell in enumerate(head) if cell in named or cell not in _ORDINALS]
    goes = [named.get(head[number]) for number in at]
    into = [title for title in goes if title is not None]
    if len(rows) > 1 and len(head) > 1 and into and len(into) == len(at) == len(set(into)):
        return [[row[number] for number in at if number < len(row)] for row in rows[1:]], into
    if len(rows) > 1 and len(head) == 1 and titles and head[0] == fold(titles[0]):
        return rows[1:], list(titles)
    return rows, list(titles)
