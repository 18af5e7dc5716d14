"""Blocks of cells on the clipboard, as spreadsheets write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from thidua_desktop.common.vietnamese import fold, nfc


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


def without_titles(rows: list[list[str]], titles: Sequence[str]) -> list[list[str]]:
    """The rows without a first one that only repeats the titles of the columns it would go into."""
    if len(rows) < 2:
        return rows
    head = [fold(cell) for cell in rows[0]]
    return rows[1:] if head == [fold(title) for title in titles[: len(head)]] else rows
