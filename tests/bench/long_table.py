"""The award list as reportlab's own LongTable sets it: the same columns, texts, faces, sizes and lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

from thidua_desktop.reports import fonts
from thidua_desktop.reports.model import Align, GroupRow, Report, Style, Table
from thidua_desktop.reports.pdf.table import BODY, HEAD, PAD_X, PAD_Y
from thidua_desktop.reports.texts import cell
from thidua_desktop.reports.typeset import MM


def write(report: Report, target: Path) -> None:
    """The table of the report on A4 landscape."""
    (table,) = (block for block in report.blocks if isinstance(block, Table))
    count = len(table.columns)
    looks = {
        (style, align): ParagraphStyle(
            f"{style}{align}", fontName=fonts.name(style), fontSize=BODY.size, leading=BODY.leading, alignment=align
        )
        for style in (Style.REGULAR, Style.BOLD)
        for align in (TA_LEFT, TA_CENTER)
    }
    bold = looks[HEAD.style, TA_CENTER]
    tall = [0, 1, 4, 5, 6, 7]
    texts = [head.text for head in table.header[0]]
    first = [texts[0], texts[1], texts[2], "", *texts[3:]]
    second = ["", "", *(head.text for head in table.header[1]), *[""] * 4]
    data: list[list[object]] = [[Paragraph(escape(text), bold) for text in row] for row in (first, second)]
    commands: list[Any] = [
        ("GRID", (0, 0), (-1, -1), 0.6, "black"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), PAD_X),
        ("RIGHTPADDING", (0, 0), (-1, -1), PAD_X),
        ("TOPPADDING", (0, 0), (-1, -1), PAD_Y),
        ("BOTTOMPADDING", (0, 0), (-1, -1), PAD_Y),
        ("SPAN", (2, 0), (3, 0)),
        *(("SPAN", (at, 0), (at, 1)) for at in tall),
    ]
    for number, row in enumerate(table.rows, start=len(data)):
        if isinstance(row, GroupRow):
            data.append([Paragraph(escape(row.text), looks[Style.BOLD, TA_LEFT]), *[""] * (count - 1)])
            commands.append(("SPAN", (0, number), (-1, number)))
            continue
        aligns = (TA_CENTER if column.align is Align.CENTER else TA_LEFT for column in table.columns)
        data.append(
            [
                Paragraph(escape(cell(value)).replace("\n", "<br/>"), looks[Style.REGULAR, align])
                for value, align in zip(row.cells, aligns, strict=True)
            ]
        )
    page = report.page
    document = SimpleDocTemplate(
        str(target),
        pagesize=landscape(A4),
        leftMargin=page.left * MM - 6,  # the frame of a page template has 6 points of its own
        rightMargin=page.right * MM - 6,
        topMargin=page.top * MM - 6,
        bottomMargin=page.bottom * MM - 6,
    )
    widths = [column.width * MM for column in table.columns]
    document.build([LongTable(data, colWidths=widths, repeatRows=2, style=TableStyle(commands))])
