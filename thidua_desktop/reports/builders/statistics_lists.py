"""The list behind a figure on paper: every record that was counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from thidua_desktop.domain.statistics.lines import ListLine
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.builders import columns
from thidua_desktop.reports.model import A4_LANDSCAPE, Align, Heading, HeadingLine, Letterhead, Report, Row, Style
from thidua_desktop.wording import formats
from thidua_desktop.wording import statistics as wording

_COLUMNS = (
    columns.Heading("TT", 10, Align.CENTER),
    columns.Heading("Nội dung", 66, share=3),
    columns.Heading("Chi tiết", 46, empty=14, share=1),
    columns.Heading("Đơn vị", 46, empty=16, share=1),
    columns.Heading("Danh hiệu, hình thức", 42, empty=20, share=1),
    columns.Heading("Số văn bản", 28, empty=18),
    columns.Heading("Ngày", 22, Align.CENTER, empty=14),
)
_AMOUNT = columns.Heading("Số lượng", 18, Align.RIGHT)


def statistics_list(
    office: Office, lines: Sequence[ListLine], said: str, awards: Mapping[str, str], as_of: date
) -> Report:
    """The records behind a figure; how many each stands for is told where one stands for several.

    Args:
        said: what is counted.
        awards: what the awards are called.
        as_of: the day on which it was counted.
    """
    counted = any(line.amount != 1 for line in lines)
    heads = (*_COLUMNS, _AMOUNT) if counted else _COLUMNS
    rows = [_row(at, line, awards, counted=counted) for at, line in enumerate(lines, start=1)]
    last = (None, wording.TOTAL, "", "", "", "", "", sum(line.amount for line in lines))
    if counted:
        rows.append(Row(last, bold=True))
    blocks = (
        Letterhead(office.name, office.superior, office.place),
        Heading(
            (
                HeadingLine(wording.LIST_TITLE),
                HeadingLine(said),
                HeadingLine(wording.as_of(as_of), Style.ITALIC),
            )
        ),
        columns.table(heads, rows),
    )
    return Report(wording.LIST_TITLE, blocks, A4_LANDSCAPE)


def _row(at: int, line: ListLine, awards: Mapping[str, str], *, counted: bool) -> Row:
    award = awards.get(line.award_id, line.award_id)
    cells = (at, line.text, line.detail, line.unit, award, line.decision, formats.day(line.day))
    return Row((*cells, line.amount) if counted else cells)
