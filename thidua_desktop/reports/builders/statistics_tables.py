"""Tổng hợp: the tables of a period on paper, each below its title, figures at the right edge of their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.figures import Figure
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.tables import Cell, HeadKind, Table, TableCode
from thidua_desktop.domain.units import Office
from thidua_desktop.reports import model
from thidua_desktop.reports.builders.quarter_schedule import sign_off
from thidua_desktop.reports.model import (
    A4_LANDSCAPE,
    Align,
    Block,
    Column,
    HeadCell,
    Heading,
    HeadingLine,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Style,
)
from thidua_desktop.wording import formats
from thidua_desktop.wording import statistics as wording

_ORDER_WIDTH, _MOST_LABEL, _LEAST_FIGURE = 11.0, 100.0, 20.0
"""Millimetres: of the ordinal, of a label at most, of a figure at least."""


def statistics_report(office: Office, tables: Sequence[Table], names: Names, period: Period, as_of: date) -> Report:
    """The tables of a period as one paper.

    Args:
        names: what units, awards and ethnic groups are called.
        as_of: the day on which everything was counted.
    """
    return _paper(office, list(enumerate(tables, start=1)), names, period, as_of)


def _paper(
    office: Office, tables: Sequence[tuple[int | None, Table]], names: Names, period: Period, as_of: date
) -> Report:
    blocks: list[Block] = [
        Letterhead(office.name, office.superior, office.place),
        Heading(
            (
                HeadingLine(wording.PAPER_TITLE),
                HeadingLine(wording.period(period)),
                HeadingLine(wording.as_of(as_of), Style.ITALIC),
            )
        ),
    ]
    for number, table in tables:
        blocks += _table(number, table, names)
    blocks.append(sign_off(office))
    return Report(f"{wording.PAPER_TITLE} {wording.period(period)}", tuple(blocks), A4_LANDSCAPE)


def statistics_workbook(office: Office, tables: Sequence[Table], names: Names, period: Period, as_of: date) -> Report:
    """The same for a workbook: every table on a sheet of its own, with columns of its own."""
    sheets = []
    for number, table in enumerate(tables, start=1):
        title = f"{number}. {wording.SHEETS[table.code]}"
        whole = _paper(office, [(None, table)], names, period, as_of)
        sheets.append(replace(whole, title=title))
    first, *others = sheets or [statistics_report(office, (), names, period, as_of)]
    return replace(first, annexes=tuple(others))


def _table(number: int | None, table: Table, names: Names) -> Iterator[Block]:
    order = "" if number is None else f"{formats.roman(number)}. "
    title = f"{order}{wording.title(table)}"
    yield Paragraph(title, Align.LEFT, Style.BOLD, indent=0, keep=True, before=12)
    if table.empty:
        yield Paragraph(wording.NO_FACTS, Align.LEFT)
        return
    head = ("TT", wording.first_head(table), *(wording.head(each, names) for each in table.columns))
    rows = tuple(_rows(table, names))
    yield model.Table(_columns(len(table.columns)), (tuple(map(HeadCell, head)),), rows)
    if table.code is TableCode.TASKS_BY_UNIT:
        yield Paragraph(wording.FIRST_LEADS, Align.LEFT, Style.ITALIC)


def _columns(figures: int) -> tuple[Column, ...]:
    """The label takes what the figures leave, and not more than it needs."""
    left = A4_LANDSCAPE.text_width - _ORDER_WIDTH
    label = max(min(_MOST_LABEL, left - figures * _LEAST_FIGURE), left / 3)
    each = (left - label) / figures
    return (
        Column(_ORDER_WIDTH, Align.CENTER),
        Column(label),
        *(Column(each, Align.RIGHT) for _ in range(figures)),
    )


def _rows(table: Table, names: Names) -> Iterator[Row]:
    """The last line stays with the total; what is a part of the line above is in italics."""
    for number, (head, cells) in enumerate(zip(table.rows, table.cells, strict=True), start=1):
        total, text = head.kind is HeadKind.TOTAL, wording.head(head, names)
        yield Row(
            (None if total else number, text, *(_cell(cell) for cell in cells)),
            bold=total,
            keep=number == len(table.rows) - 1,
            italic=text.startswith(wording.OF_WHICH),
        )


def _cell(cell: Cell) -> model.Cell:
    """Numbers stay numbers, so that a workbook can go on reckoning with them."""
    if isinstance(cell, Figure) and isinstance(cell.value, int):
        return cell.value
    return wording.cell(cell)
