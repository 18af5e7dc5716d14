"""The award list as markup for typst: the same columns, texts, faces, sizes and lines."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.reports.model import Align, GroupRow, HeadCell, Report, Table
from thidua_desktop.reports.pdf.table import BODY, PAD_X, PAD_Y
from thidua_desktop.reports.texts import cell

_HEAD = """\
#set page(width: {width}mm, height: {height}mm, margin: (left: {left}mm, right: {right}mm, top: {top}mm,
  bottom: {bottom}mm))
#set text(font: "Liberation Serif", size: {size}pt, lang: "vi", hyphenate: false)
#set par(justify: false, leading: {gap}pt, spacing: {gap}pt)
#table(columns: ({columns}), align: ({aligns}), stroke: 0.6pt, inset: (x: {x}pt, y: {y}pt),
table.header({header}),
"""


def write(report: Report, target: Path) -> None:
    """The table of the report as a source for typst; texts are strings, so nothing in them is markup."""
    (table,) = (block for block in report.blocks if isinstance(block, Table))
    page = report.page
    head = _HEAD.format(
        width=page.width,
        height=page.height,
        left=page.left,
        right=page.right,
        top=page.top,
        bottom=page.bottom,
        size=BODY.size,
        gap=BODY.leading - BODY.size * 0.66,
        columns=", ".join(f"{column.width}mm" for column in table.columns),
        aligns=", ".join(
            f"{'center' if column.align is Align.CENTER else 'left'} + horizon" for column in table.columns
        ),
        x=PAD_X,
        y=PAD_Y,
        header=", ".join(_heading(each) for row in table.header for each in row),
    )
    with target.open("w", encoding="utf-8") as out:
        out.write(head)
        for row in table.rows:
            if isinstance(row, GroupRow):
                out.write(f"table.cell(colspan: {len(table.columns)}, strong({_string(row.text)})),\n")
            else:
                out.write(", ".join(_string(cell(value)) for value in row.cells) + ",\n")
        out.write(")\n")


def _heading(head: HeadCell) -> str:
    return f"table.cell(colspan: {head.columns}, rowspan: {head.rows}, align: center, strong({_string(head.text)}))"


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
