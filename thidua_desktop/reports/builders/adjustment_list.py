"""Danh mục điều chỉnh: what has become of a plan since it was approved, as an annex to the paper that approves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua_desktop.domain.adjustments import Adjustment, AdjustmentKind
from thidua_desktop.domain.plans import Plan
from thidua_desktop.reports.builders import columns
from thidua_desktop.reports.model import (
    A4_LANDSCAPE,
    Align,
    GroupRow,
    Heading,
    HeadingLine,
    Paragraph,
    Report,
    Row,
    Style,
)
from thidua_desktop.wording import formats, papers, work_papers

_COLUMNS = (
    columns.Heading("TT", 11, Align.CENTER),
    columns.Heading("Nội dung đã phê duyệt", 80, empty=40, share=1),
    columns.Heading("Nội dung sau điều chỉnh", 80, empty=40, share=1),
    columns.Heading("Loại điều chỉnh", 32, Align.CENTER),
    columns.Heading("Lý do", 54, empty=40, share=1),
)


def adjustment_list(plan: Plan, adjustments: Sequence[Adjustment]) -> Report:
    """The adjustments of a plan: added, changed, carried over, dropped, each with the reason that was given."""
    title = f"{work_papers.ADJUSTMENT_TITLE} CỦA {papers.title_of_plan(plan.title)}"
    heading = Heading(
        (
            HeadingLine(papers.ANNEX),
            HeadingLine(title),
            HeadingLine(papers.attached_to(plan.number, plan.issued_on, plan.issuer), Style.ITALIC),
        )
    )
    if not adjustments:
        nothing = Paragraph(f"Kế hoạch không có nội dung điều chỉnh so với bản đã phê duyệt{papers.END}", Align.LEFT)
        return Report(title, (heading, nothing), A4_LANDSCAPE)
    end = Paragraph(f"Danh mục gồm {len(adjustments):02d} nhiệm vụ{papers.END}", Align.LEFT)
    return Report(title, (heading, columns.table(_COLUMNS, tuple(_rows(adjustments))), end), A4_LANDSCAPE)


def _rows(adjustments: Sequence[Adjustment]) -> Iterator[Row | GroupRow]:
    number = numeral = 0
    for at, name in enumerate(work_papers.adjustment_groups()):
        members = [each for each in adjustments if work_papers.adjustment_group(each.kinds) == at]
        if not members:
            continue
        numeral += 1
        yield GroupRow(f"{formats.roman(numeral)}. {name}")
        for each in members:
            number += 1
            gone = AdjustmentKind.REMOVED in each.kinds
            yield Row(
                (
                    number,
                    work_papers.content(each.before, each.kinds),
                    "" if gone else work_papers.content(each.after, each.kinds),
                    work_papers.kinds_of(each.kinds),
                    each.reason,
                )
            )
