"""How high things will be on paper, for papers that divide themselves into sheets."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.reports.model import Heading, Letterhead, PageFormat, Paragraph, Table
from thidua_desktop.reports.pdf import boxes_of
from thidua_desktop.reports.typeset import MM


def height(blocks: Sequence[Letterhead | Heading | Paragraph], page: PageFormat) -> float:
    """The height in points of blocks one below the other, from the top of a page."""
    boxes = [box for block in blocks for box in boxes_of(block, page.left * MM, (page.width - page.right) * MM)]
    return sum(box.height + box.gap for box in boxes) - (boxes[0].gap if boxes else 0.0)


def row_heights(table: Table, page: PageFormat) -> tuple[float, tuple[float, ...]]:
    """The heights in points of a table's heading, with the space above it, and of its rows."""
    head, *rows = boxes_of(table, page.left * MM, (page.width - page.right) * MM)
    return head.height + head.gap, tuple(row.height for row in rows)
