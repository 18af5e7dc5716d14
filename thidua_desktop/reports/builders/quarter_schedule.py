"""Lịch công tác of a quarter: what is due in which month, who does it, and where it stands on the day of printing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from thidua_desktop.domain.schedules import by_month
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.builders import columns
from thidua_desktop.reports.model import (
    A4_LANDSCAPE,
    Align,
    Block,
    Closing,
    GroupRow,
    Heading,
    HeadingLine,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Signature,
    Style,
)
from thidua_desktop.wording import formats, labels, papers, task_cells

TITLE = "LỊCH CÔNG TÁC THI ĐUA, KHEN THƯỞNG"

_COLUMNS = (
    columns.Heading("TT", 11, Align.CENTER),
    columns.Heading("Nội dung", 82, share=3),
    columns.Heading("Chủ trì", 44, empty=25, share=3),
    columns.Heading("Phối hợp", 40, empty=25, share=2),
    columns.Heading("Hạn", 28, Align.CENTER),
    columns.Heading("Tình trạng", 26, Align.CENTER),
    columns.Heading("Ghi chú", 26, empty=20),
)


def quarter_schedule(office: Office, year: int, quarter: int, tasks: Sequence[Task], today: date) -> Report:
    """The schedule of one quarter.

    It has no number: a lịch công tác is none of the kinds of documents that carry one (NĐ 30/2020/NĐ-CP, Điều 7).
    The day is left to be filled in when it is signed.

    Args:
        tasks: those of the quarter and, if the office wants them shown, those of the whole year.
        today: the day on which states are judged.
    """
    when = papers.quarter_of_year(quarter, year)
    blocks: list[Block] = [
        Letterhead(office.name, office.superior, office.place),
        Heading(
            (
                HeadingLine(TITLE),
                HeadingLine(when),
                HeadingLine(f"(Tình trạng tính đến ngày {formats.day_in_text(today)})", Style.ITALIC),
            )
        ),
    ]
    if tasks:
        blocks.append(columns.table(_COLUMNS, tuple(_rows(tasks, quarter, today))))
        blocks.append(Paragraph(f"Lịch gồm {len(tasks):02d} nhiệm vụ{papers.END}", Align.LEFT))
    else:
        nothing = f"{labels.quarter(quarter)} năm {year} chưa có nhiệm vụ nào{papers.END}"
        blocks.append(Paragraph(nothing, Align.LEFT))
    blocks.append(sign_off(office))
    return Report(f"{TITLE} {when}", tuple(blocks), A4_LANDSCAPE)


def sign_off(office: Office) -> Closing:
    """Who drew up the paper at the left, who answers for it at the right."""
    posts = tuple(post.upper() for post in office.signer_posts) or (papers.HEAD_OF_UNIT,)
    return Closing(
        (
            Signature((papers.COMPILER,), office.compiler_name, papers.SIGN_AND_NAME),
            Signature(posts, office.signer_name),
        )
    )


def _rows(tasks: Sequence[Task], quarter: int, today: date) -> Iterator[Row | GroupRow]:
    number = 0
    timed = [task for task in tasks if task.quarter == quarter]
    lasting = [task for task in tasks if task.quarter != quarter]
    groups = [(_month(group.month), group.tasks) for group in by_month(timed)]
    if lasting:
        groups.append(("CẢ NĂM", tuple(lasting)))
    for name, members in groups:
        yield GroupRow(name)
        for task in members:
            number += 1
            yield Row(
                (
                    number,
                    task.text,
                    task_cells.units(task.lead),
                    task_cells.units(task.coordinate),
                    task_cells.time(task),
                    task_cells.standing(task, today),
                    task_cells.remarks(task),
                )
            )


def _month(month: int | None) -> str:
    return f"THÁNG {month}" if month is not None else "TRONG QUÝ"
