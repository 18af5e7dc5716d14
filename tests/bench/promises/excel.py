"""A long styled list as a workbook, beside XlsxWriter alone in its mode of constant memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.frame import CPU, OURS, PEAK, WALL, Growth, Promise, Scene, Side, at_most, times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_desktop.reports.model import Cell, Table

_PEER = "XlsxWriter constant_memory"
_SAMPLES = 5_000
"""Lines that differ in name, deed and school; the numbers of every row are its own."""


@dataclass(frozen=True, slots=True)
class _Ready:
    table: Table
    target: Path


def _table(scene: Scene) -> _Ready:
    """Twelve columns as the register has them; rows are made while they are written, for either side."""
    from tests.bench.award_lines import lines
    from thidua_desktop.domain.nominations import Nomination
    from thidua_desktop.reports.excel import plain
    from thidua_desktop.reports.model import Align, Column, HeadCell, Row, Table
    from thidua_desktop.reports.rows import RowsOf

    samples = tuple(lines(min(_SAMPLES, scene.rows)))

    def made(number: int, _: int) -> Row:
        return Row(_cells(samples[number % len(samples)], number))

    def _cells(line: Nomination, number: int) -> tuple[Cell, ...]:
        return (
            number,
            f"{line.name} {number % 97}",
            line.birth,
            f"{number:012d}",
            line.position,
            line.unit,
            "Chiến sĩ thi đua cơ sở" if number % 3 else "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
            f"{number % 4000}/QĐ-UBND",
            date(2006, 1, 5) + timedelta(days=number % 7000),
            "Chủ tịch Ủy ban nhân dân tỉnh",
            f"{line.citation} ({number})",
            None,
        )

    center = Align.CENTER
    shape = (
        *(Column(12, center), Column(45), Column(18, center), Column(30, center), Column(40), Column(60), Column(50)),
        *(Column(30), Column(25, center), Column(45), Column(90), Column(30)),
    )
    header = (tuple(HeadCell(f"Cột {at}") for at in range(1, 13)),)
    table = Table(shape, header, RowsOf(range(scene.rows), made))
    plain.write(Table(shape, header, table.rows[:3]), "Sổ", scene.scratch / "first.xlsx")  # libraries are loaded
    return _Ready(table, scene.scratch / "list.xlsx")


def _ours(ready: _Ready) -> None:
    from thidua_desktop.reports.excel import plain

    plain.write(ready.table, "Sổ khen thưởng", ready.target)


def _peer(ready: _Ready) -> None:
    """The same cells in the same styles, one format for each column; no heights, no cleaning of texts."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(ready.target), {"constant_memory": True})
    face = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter", "border": 1, "text_wrap": True}
    looks = [book.add_format({**face, "align": column.align.value}) for column in ready.table.columns]
    day = book.add_format({**face, "align": "center", "num_format": "dd/mm/yyyy"})
    head = book.add_format({**face, "align": "center", "bold": True, "bg_color": "#E8EEF5"})
    sheet = book.add_worksheet("Danh sách")
    for at, column in enumerate(ready.table.columns):
        sheet.set_column(at, at, column.width / 2)
    for at, cell in enumerate(ready.table.header[0]):
        sheet.write_string(0, at, cell.text, head)
    for down, row in enumerate(ready.table.rows, start=1):
        cells: Sequence[Cell] = getattr(row, "cells", ())
        for at, value in enumerate(cells):
            if isinstance(value, str):
                sheet.write_string(down, at, value, looks[at])
            elif isinstance(value, date):
                sheet.write_datetime(down, at, value, day)
            elif isinstance(value, int):
                sheet.write_number(down, at, value, looks[at])
            else:
                sheet.write_blank(down, at, None, looks[at])
    sheet.autofilter(0, 0, len(ready.table.rows), len(looks) - 1)
    book.close()


PROMISES = (
    Promise(
        "excel",
        "Excel of {rows} styled rows of 12 cells",
        100_000,
        Side(OURS, _ours, _table, most_rounds=2),
        (times(CPU, 1, _PEER), times(WALL, 1, _PEER), at_most(PEAK, 120)),
        (Side(_PEER, _peer, _table, most_rounds=2),),
        growth=Growth((10_000, 100_000, 1_000_000)),
    ),
)
