"""Biên bản kiểm phiếu and bảng tổng hợp kết quả bỏ phiếu (document-forms §2.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from thidua_desktop.domain.councils.ballots import Turnout
from thidua_desktop.domain.councils.rosters import CouncilRole
from thidua_desktop.reports.councils.lines import post_and_unit, recipient
from thidua_desktop.reports.councils.records import MeetingRecord, VotedLine
from thidua_desktop.reports.model import (
    A4_LANDSCAPE,
    Align,
    Block,
    Closing,
    Column,
    GroupRow,
    HeadCell,
    Heading,
    HeadingLine,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Signature,
    Style,
    Table,
)
from thidua_desktop.wording import council_papers, formats, papers
from thidua_desktop.wording import meeting_papers as phrases

_CENTER = Align.CENTER
_COUNT_WIDTHS = (11, 46, 36, 16, 16, 22, 18)
_WITH_OTHERS = (11, 38, 31, 15, 15, 18, 21, 16)
_SUMMARY_WIDTHS = (11, 42, 38, 33, 15, 14, 14, 14, 16, 15, 15, 15, 15)
_TEXTS = (1, 2)
_BLANK_TELLERS = 3
"""A Ban kiểm phiếu has a head and two members as a rule."""
_SUMMARY_TEXTS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Teller:
    """One of those who count the ballots; the first of them leads."""

    name: str
    post: str = ""
    honorific: str = ""


def vote_count(
    record: MeetingRecord,
    turnout: Turnout,
    tellers: Sequence[Teller],
    *,
    subject: str,
    at: time | None = None,
    copies: int = 2,
) -> Report:
    """Biên bản kiểm phiếu: who counted, the papers, the votes of every line.

    Args:
        subject: what was voted on.
        at: when the counting began.
        copies: how many originals are signed.
        tellers: lines for the pen where there are none.
    """
    head, *others = tellers or (Teller(""),) * _BLANK_TELLERS
    left = Signature((phrases.TELLERS,), others[0].name if len(others) == 1 else "", papers.SIGN_AND_NAME)
    blocks: tuple[Block, ...] = (
        _letterhead(record),
        Heading((HeadingLine(phrases.COUNT_TITLE), HeadingLine(subject))),
        Paragraph(f"1. {phrases.named('Thời gian', phrases.moment(at, record.meeting.day))}"),
        Paragraph(f"2. {phrases.named('Địa điểm', record.meeting.place)}"),
        Paragraph(phrases.tellers()),
        *_points([_teller(teller, leads=order == 0) for order, teller in enumerate([head, *others])]),
        Paragraph("4. Số lượng thành viên và số phiếu:", keep=True),
        *(Paragraph(line) for line in phrases.turnout(turnout)),
        Paragraph("5. Kết quả kiểm phiếu:", keep=True),
        _count_table(record),
        Paragraph(phrases.count_end(copies), before=10),
        Closing((left, Signature((phrases.HEAD_TELLER,), head.name, papers.SIGN_AND_NAME))),
    )
    return Report(phrases.COUNT_TITLE, blocks)


def vote_summary(record: MeetingRecord, turnout: Turnout, *, subject: str, teller: str = "") -> Report:
    """Bảng tổng hợp kết quả bỏ phiếu, by award: papers, votes, the share and the one that was asked for.

    Args:
        teller: the name of who led the counting.
    """
    chair = next((member.name for member in record.members if member.role is CouncilRole.CHAIR), "")
    day = HeadingLine(f"(Phiên họp {formats.long_day(record.meeting.day)})", Style.ITALIC)
    noted = (Paragraph(phrases.written_counted(turnout), style=Style.ITALIC),) if turnout.written else ()
    blocks = (
        _letterhead(record),
        Heading((HeadingLine(phrases.SUMMARY_TITLE), HeadingLine(subject), day)),
        _summary_table(record, turnout),
        *noted,
        Closing(
            (
                Signature((phrases.WHO_SUMS_UP,), record.head.compiler_name, papers.SIGN_AND_NAME),
                Signature((phrases.HEAD_TELLER,), teller, papers.SIGN_AND_NAME),
                Signature((phrases.CHAIR_OF_COUNCIL,), chair, papers.SIGN_AND_NAME),
            )
        ),
    )
    return Report(phrases.SUMMARY_TITLE, blocks, A4_LANDSCAPE)


def _letterhead(record: MeetingRecord) -> Letterhead:
    return Letterhead(record.head.name.upper(), papers.superior_line(record.head.superior), undated=True)


def _teller(teller: Teller, *, leads: bool) -> str:
    return phrases.joined(
        (
            f"{teller.honorific} {teller.name}".strip() or council_papers.DOTS,
            teller.post,
            "Trưởng ban" if leads else "Thành viên",
        )
    )


def _points(texts: Sequence[str]) -> Iterator[Paragraph]:
    for order, text in enumerate(texts, start=1):
        yield Paragraph(phrases.point(text, last=order == len(texts)))


def _others(line: VotedLine) -> int:
    return line.count.spoilt + line.count.conflicted


def _count_table(record: MeetingRecord) -> Table:
    extra = any(_others(line) for line in record.lines)
    widths = _WITH_OTHERS if extra else _COUNT_WIDTHS
    heads = [council_papers.ORDINAL, council_papers.CANDIDATE, phrases.AWARD, phrases.AGREED, phrases.DISAGREED]
    heads += [phrases.OTHERS] if extra else []
    heads += [phrases.SHARE, phrases.RESULT]
    rows = [
        Row(
            (
                number,
                recipient(line.nomination),
                record.award(line.nomination),
                line.count.agree,
                line.count.disagree,
                *((_others(line),) if extra else ()),
                line.share,
                line.outcome,
            )
        )
        for number, line in enumerate(record.lines, start=1)
    ]
    return Table(_columns(widths, _TEXTS), (tuple(map(HeadCell, heads)),), rows)


def _summary_table(record: MeetingRecord, turnout: Turnout) -> Table:
    tall = (council_papers.ORDINAL, council_papers.CANDIDATE, council_papers.POST, phrases.AWARD, phrases.MEMBERS)
    last = (phrases.SHARE_SHORT, phrases.SHARE_ASKED, phrases.RESULT)
    below = (phrases.ISSUED, phrases.RETURNED, phrases.VALID, phrases.AGREED.lower(), phrases.DISAGREED.lower())
    header = (
        (
            *(HeadCell(text, rows=2) for text in tall),
            HeadCell(phrases.BALLOTS, columns=len(below)),
            *(HeadCell(text, rows=2) for text in last),
        ),
        tuple(map(HeadCell, below)),
    )
    return Table(_columns(_SUMMARY_WIDTHS, _SUMMARY_TEXTS), header, list(_summary_rows(record, turnout)))


def _summary_rows(record: MeetingRecord, turnout: Turnout) -> Iterator[Row | GroupRow]:
    awards: dict[str, list[VotedLine]] = {}
    for line in record.lines:
        awards.setdefault(line.nomination.award_id, []).append(line)
    for at, lines in enumerate(awards.values(), start=1):
        yield GroupRow(f"{formats.roman(at)}. {record.award(lines[0].nomination).upper()}")
        for number, line in enumerate(lines, start=1):
            yield Row(
                (
                    number,
                    recipient(line.nomination),
                    post_and_unit(line.nomination),
                    record.award(line.nomination),
                    turnout.members,
                    turnout.issued,
                    turnout.returned,
                    turnout.valid,
                    line.count.agree,
                    line.count.disagree,
                    line.share,
                    phrases.asked(line.percent),
                    line.outcome,
                )
            )


def _columns(widths: Sequence[float], texts: Sequence[int]) -> tuple[Column, ...]:
    return tuple(Column(width, Align.LEFT if at in texts else _CENTER) for at, width in enumerate(widths))
