"""Giấy mời họp with the chương trình behind it (NĐ 30/2020/NĐ-CP, annex III, model 1.7; document-forms §2.9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from thidua_desktop.domain.councils.rosters import CouncilRole, Member
from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.reports.councils.records import MeetingRecord, introduced
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
COLUMNS = (Column(11, _CENTER), Column(32, _CENTER), Column(77), Column(45))
HEADS = (council_papers.ORDINAL, phrases.HOUR, phrases.WORK, phrases.SPEAKER)


def invitations(
    record: MeetingRecord,
    members: Sequence[Member],
    *,
    number: str | None = None,
    day: date | None = None,
    notes: Sequence[str] = (),
) -> Report:
    """A letter for each member, each with the agenda behind it where the meeting has one.

    Args:
        members: who is invited.
        number: of the letter as registered; blank for the pen where there is none yet.
        day: of the letter.
        notes: what is said besides ("Tài liệu gửi kèm …"), a paragraph each.
    """
    code = number or papers.blank_number(f"/GM-{record.head.code or '………'}")
    made: list[Report] = []
    for member in members:
        made.append(_letter(record, member, code, day, notes))
        made += [_agenda(record, code, day)] if record.meeting.agenda else []
    first, *others = made or [_letter(record, None, code, day, notes)]
    return replace(first, annexes=tuple(others), template=TemplateKind.INVITATION)


def _letter(record: MeetingRecord, member: Member | None, code: str, day: date | None, notes: Sequence[str]) -> Report:
    guest = introduced(member) if member is not None else council_papers.DOTS
    meeting = record.meeting
    said = [
        phrases.invites(record.council.name, guest),
        phrases.named("Tới dự", meeting.name),
        phrases.named("Chủ trì", _chair(record)),
        phrases.named("Thời gian", phrases.moment(meeting.starts, meeting.day)),
        phrases.named("Địa điểm", meeting.place),
        *notes,
        phrases.asked_to_come(),
    ]
    blocks: tuple[Block, ...] = (
        Letterhead(record.head.name.upper(), papers.superior_line(record.head.superior), record.head.place, day, code),
        Heading((HeadingLine(phrases.INVITATION_TITLE), HeadingLine(meeting.name))),
        *map(Paragraph, said),
        Closing(
            (Signature(tuple(map(str.upper, record.head.signer_posts)), record.head.signer_name),),
            ("Như trên", papers.KEPT_COPY),
        ),
    )
    return Report(phrases.INVITATION_TITLE, blocks)


def _chair(record: MeetingRecord) -> str:
    return next((introduced(one) for one in record.members if one.role is CouncilRole.CHAIR), "")


def _agenda(record: MeetingRecord, code: str, day: date | None) -> Report:
    meeting = record.meeting
    lines = (
        HeadingLine(phrases.AGENDA_TITLE),
        HeadingLine(meeting.name),
        HeadingLine(phrases.agenda_of(code, day), Style.ITALIC),
    )
    rows = [
        Row((number, at, item.text, item.speaker))
        for number, (at, item) in enumerate(zip(_hours(record), meeting.agenda, strict=True), start=1)
    ]
    blocks = (
        Heading(lines),
        Paragraph(phrases.named("Thời gian", phrases.moment(meeting.starts, meeting.day))),
        Paragraph(phrases.named("Địa điểm", meeting.place)),
        Paragraph(phrases.named("Chủ trì", _chair(record))),
        Table(COLUMNS, (tuple(map(HeadCell, HEADS)),), rows),
    )
    return Report(phrases.AGENDA_TITLE, blocks)


def _hours(record: MeetingRecord) -> Iterator[str]:
    """From when to when each point goes, as far as hours and lengths are known."""
    meeting = record.meeting
    if meeting.starts is None:
        yield from ("" for _ in meeting.agenda)
        return
    now: datetime | None = datetime.combine(meeting.day, meeting.starts)
    for item in meeting.agenda:
        if now is None:
            yield ""
            continue
        end = now + timedelta(minutes=item.minutes)
        yield f"{now:%H:%M} - {end:%H:%M}" if item.minutes else f"{now:%H:%M}"
        now = end if item.minutes else None
