"""Thông báo kết quả xét khen thưởng to a unit, with the reason of everything that was not agreed to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.councils.ballots import Passing
from thidua_desktop.domain.councils.meetings import Verdict
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.reports.councils.lines import recipient
from thidua_desktop.reports.councils.records import MeetingRecord, VotedLine
from thidua_desktop.reports.model import (
    Align,
    Block,
    Closing,
    Column,
    HeadCell,
    Heading,
    HeadingLine,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Signature,
    Table,
)
from thidua_desktop.wording import council_papers, meeting_papers, papers
from thidua_desktop.wording import decision_papers as phrases

COLUMNS = (Column(11, Align.CENTER), Column(45), Column(36), Column(28, Align.CENTER), Column(45))
HEADS = (council_papers.ORDINAL, council_papers.CANDIDATE, phrases.AWARD, phrases.RESULT, phrases.REASON)


@dataclass(frozen=True, slots=True)
class Notice:
    """To whom, and as what; number and day blank until it is registered."""

    unit: str
    subject: str
    number: str | None = None
    day: date | None = None
    recipients: tuple[str, ...] = ()
    alone: bool = False
    """It goes to whom it is about, because no unit is known."""


def result_notice(record: MeetingRecord, notice: Notice) -> Report:
    """The results of the lines in ``record``, which are those of the unit."""
    agreed = sum(line.verdict is not None and line.verdict.verdict is Verdict.AGREED for line in record.lines)
    rows = [
        Row(
            (
                number,
                recipient(line.nomination),
                record.award(line.nomination),
                _verdict(record, line),
                without_id_numbers(reason(line)),
            )
        )
        for number, line in enumerate(record.lines, start=1)
    ]
    head = record.head
    blocks: tuple[Block, ...] = (
        Letterhead(
            head.name.upper(),
            papers.superior_line(head.superior),
            head.place,
            notice.day,
            notice.number or papers.blank_number(f"/TB-{head.code or '………'}"),
        ),
        Heading((HeadingLine(phrases.NOTICE_TITLE), HeadingLine(notice.subject))),
        Paragraph(phrases.notice_opening(record.council.name, notice.unit, record.meeting.day, alone=notice.alone)),
        Table(COLUMNS, (tuple(map(HeadCell, HEADS)),), rows),
        Paragraph(phrases.notice_sum(agreed, len(record.lines)), before=10),
        Paragraph(phrases.notice_end(record.council.name, notice.unit, alone=notice.alone)),
        Closing(
            (Signature(tuple(map(str.upper, head.signer_posts)), head.signer_name),),
            (notice.unit, *(notice.recipients or (papers.KEPT_COPY,))),
        ),
    )
    return Report(f"{notice.subject} - {notice.unit}", blocks, template=TemplateKind.NOTICE)


def reason(line: VotedLine) -> str:
    """Why a line was not agreed to: what the council said, else that the votes did not suffice."""
    given = line.verdict
    if given is not None and given.verdict is Verdict.AGREED:
        return ""
    if given is not None and given.reason:
        return given.reason
    if line.result.passing is not Passing.FAILED:
        return ""
    return phrases.too_few(line.count.agree, line.result.base, line.share, meeting_papers.asked(line.percent))


def _verdict(record: MeetingRecord, line: VotedLine) -> str:
    given = line.verdict
    if given is None:
        return meeting_papers.NONE
    lowered = given.lowered_to or "" if given.verdict is Verdict.LOWERED else ""
    return meeting_papers.verdict(given.verdict, record.awards.get(lowered, lowered))
