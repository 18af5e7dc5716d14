"""Biên bản họp Hội đồng (NĐ 30/2020/NĐ-CP, annex III, model 1.9; document-forms §2.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua_desktop.domain.councils import meetings
from thidua_desktop.domain.councils.meetings import Presence, Verdict
from thidua_desktop.reports.councils.lines import recipient
from thidua_desktop.reports.councils.records import MeetingRecord, VotedLine, called, introduced
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
    Style,
    Table,
)
from thidua_desktop.wording import council_papers, papers
from thidua_desktop.wording import meeting_papers as phrases

_CENTER = Align.CENTER
_COLUMNS = (Column(11, _CENTER), Column(50), Column(44), Column(20, _CENTER), Column(20, _CENTER), Column(20, _CENTER))
_HEADS = (
    council_papers.ORDINAL,
    council_papers.CANDIDATE,
    phrases.AWARD,
    phrases.AGREED,
    phrases.SHARE_SHORT,
    phrases.CONCLUSION,
)


def minutes(
    record: MeetingRecord, *, subject: str, discussion: Sequence[str] = (), recipients: Sequence[str] = ()
) -> Report:
    """The minutes, from the agenda to the conclusion, with the votes and the reasons of what was not agreed to.

    Args:
        subject: trích yếu, for instance the name of the meeting.
        discussion: what was said, a paragraph each; dots to write on where there is nothing.
        recipients: besides the kept copy.
    """
    chair = meetings.leader(record.members, record.attendance)
    secretary = record.secretary()
    blocks = (
        Letterhead(
            record.head.name.upper(),
            papers.superior_line(record.head.superior),
            number=papers.blank_number(f"/BB-{record.head.code or '………'}"),
            undated=True,
        ),
        Heading((HeadingLine(phrases.MINUTES_TITLE), HeadingLine(subject))),
        Paragraph(phrases.named("Thời gian bắt đầu", phrases.moment(record.meeting.starts, record.meeting.day))),
        Paragraph(phrases.named("Địa điểm", record.meeting.place)),
        *_attendance(record),
        Paragraph(phrases.named("Chủ trì (chủ tọa)", introduced(chair) if chair is not None else "")),
        Paragraph(phrases.named("Thư ký (người ghi biên bản)", introduced(secretary) if secretary is not None else "")),
        *_content(record, discussion),
        Paragraph(phrases.minutes_end(record.council.name, record.meeting.ends, record.meeting.day)),
        Closing(
            (
                Signature((phrases.SECRETARY,), secretary.name if secretary is not None else ""),
                Signature((phrases.CHAIR,), chair.name if chair is not None else ""),
            ),
            (*recipients, phrases.KEPT_MINUTES),
            below=True,
        ),
    )
    return Report(phrases.MINUTES_TITLE, blocks)


def _attendance(record: MeetingRecord) -> Iterator[Paragraph]:
    present = [member for member in record.members if record.came(member)]
    yield Paragraph(phrases.PRESENT, keep=True)
    yield Paragraph(phrases.attended(len(present), len(record.members)), keep=True)
    for number, member in enumerate(present, start=1):
        yield Paragraph(f"{phrases.numbered(number, introduced(member))}.")
    absent = [member for member in record.members if not record.came(member)]
    if absent:
        yield Paragraph(phrases.absences(len(absent)), keep=True)
    for order, member in enumerate(absent, start=1):
        noted = record.noted(member)
        written = noted is not None and noted.presence is Presence.WRITTEN
        text = phrases.away(introduced(member), noted.reason if noted is not None else "", written=written)
        yield Paragraph(phrases.point(text, last=order == len(absent)))


def _content(record: MeetingRecord, discussion: Sequence[str]) -> Iterator[Block]:
    yield Paragraph(phrases.CONTENT, style=Style.BOLD, keep=True)
    for number, item in enumerate(record.meeting.agenda, start=1):
        who = f" ({item.speaker})" if item.speaker else ""
        yield Paragraph(f"{phrases.numbered(number, item.text.strip().rstrip('.'))}{who}.")
    for text in discussion:
        yield Paragraph(text)
    if not discussion:
        yield Paragraph(f"{council_papers.LINE_OF_DOTS}\n{council_papers.LINE_OF_DOTS}", Align.LEFT, indent=0)
    if record.lines:
        yield from _votes(record)
    if record.meeting.conclusion:
        yield Paragraph(phrases.named(phrases.CONCLUSION, record.meeting.conclusion))


def _votes(record: MeetingRecord) -> Iterator[Block]:
    for conflict in record.conflicts:
        member = next((one for one in record.members if one.id == conflict.member_id), None)
        line = next((one for one in record.lines if one.nomination.id == conflict.nomination_id), None)
        if member is not None and line is not None:
            text = phrases.conflict(called(member), recipient(line.nomination), conflict.reason)
            yield Paragraph(f"{text}.")
    counts = record.turnout
    said = phrases.voted(counts) if counts is not None else phrases.shown_hands(len(record.members))
    yield Paragraph(said, keep=True)
    yield Table(_COLUMNS, (tuple(map(HeadCell, _HEADS)),), [_row(record, *each) for each in enumerate(record.lines, 1)])
    reasons = [_reason(record, line) for line in record.lines if line.verdict is not None and line.verdict.reason]
    for order, text in enumerate(reasons, start=1):
        yield Paragraph(phrases.point(text, last=order == len(reasons)))


def _row(record: MeetingRecord, number: int, line: VotedLine) -> Row:
    given = line.verdict
    concluded = phrases.verdict(given.verdict, _lowered(record, line)) if given is not None else ""
    return Row(
        (
            number,
            recipient(line.nomination),
            record.award(line.nomination),
            f"{line.count.agree}/{line.result.base}",
            line.share,
            concluded,
        )
    )


def _reason(record: MeetingRecord, line: VotedLine) -> str:
    given = line.verdict
    if given is None:
        return recipient(line.nomination)
    return phrases.reason(
        recipient(line.nomination), phrases.verdict(given.verdict, _lowered(record, line)), given.reason
    )


def _lowered(record: MeetingRecord, line: VotedLine) -> str:
    given = line.verdict
    if given is None or given.verdict is not Verdict.LOWERED or not given.lowered_to:
        return ""
    return record.awards.get(given.lowered_to, given.lowered_to)
