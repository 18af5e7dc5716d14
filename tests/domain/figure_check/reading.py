"""Texts and tables as the check reads them, made by hand."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.figure_check.checking import Disagreement, check
from thidua_desktop.domain.figure_check.material import Cell, Grid, GridRow, Material, Passage
from thidua_desktop.services.figure_words import figure_words

TITLE = (
    Passage("BÁO CÁO", Source(0), centered=True),
    Passage("Kết quả công tác thi đua, khen thưởng 6 tháng đầu năm 2026", Source(1), centered=True),
)


def text(*lines: str) -> Material:
    """A report of so many paragraphs; a sign in front ("I.", "-") is its label."""
    made = []
    for at, line in enumerate(lines, start=2):
        label, _, rest = line.partition(" ")
        signed = label.rstrip(".)") in ("I", "II", "III", "1", "2", "a", "-", "+")
        made.append(Passage(rest if signed else line, Source(at), label if signed else ""))
    return (*TITLE, *made)


def table(heads: Sequence[str], *rows: Sequence[str], at: int = 90) -> Grid:
    """A table with one row of headings."""
    head = GridRow(tuple(map(Cell, heads)), Source(at), heading=True)
    body = [GridRow(tuple(map(Cell, row)), Source(at, row=order)) for order, row in enumerate(rows, start=2)]
    return Grid((head, *body))


def wrong(*parts: Passage | Grid) -> list[tuple[str, int | float]]:
    """What does not agree: its kind, and what it should be."""
    return [(each.kind.value, float(each.right)) for each in checked(*parts)]


def checked(*parts: Passage | Grid) -> tuple[Disagreement, ...]:
    """The findings of a report."""
    return check(parts, figure_words())
