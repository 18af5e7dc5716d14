"""Biên bản họp Hội đồng (NĐ 30/2020/NĐ-CP, annex III, model 1.9; document-forms §2.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.councils import meetings
from thidua_desktop.domain.councils.meetings import Presence, Verdict
from thidua_desktop.domain.councils.rosters import Member
from thidua_desktop.domain.paper_templates import TemplateKind
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
COLUMNS = (Column(11, _CENTER), Column(50), Column(44), Column(20, _CENTER), Column(20, _CENTER), Column(20, _CENTER))
HEADS = (
    council_papers.ORDINAL,
    council_papers.CANDIDATE,
    phrases.AWARD,
    phrases.AGREED,
    phrases.SHARE_SHORT,
    phrases.CONCLUSION,
)


@dataclass(frozen=True, slots=True)
class MinutesText:
    """The sentences of minutes, part by part; what a meeting does not have is empty."""

    starts: str
    place: str
    attended: str
    present: tuple[str, ...]
    missing: str
    absent: tuple[str, ...]
    chair: str
    secretary: str
    content: tuple[str, ...]
    """The agenda, then what was said."""
    conflicts: tuple[str, ...]
    voted: str
    reasons: tuple[str, ...]
    conclusion: str
    end: str


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
    said = minutes_text(record, discussion)
    blocks = (
        Letterhead(
            record.head.name.upper(),
            papers.superior_line(record.head.superior),
            number=papers.blank_number(f"/BB-{record.head.code or '………'}"),
            undated=True,
        ),
        Heading((HeadingLine(phrases.MINUTES_TITLE), HeadingLine(subject))),
        Paragraph(said.starts),
        Paragraph(said.place),
        *_attendance(said),
        Paragraph(said.chair),
        Paragraph(said.secretary),
        *_content(said, record, written=bool(discussion)),
        Paragraph(said.end),
        Closing(
            (
                Signature((phrases.SECRETARY,), secretary.name if secretary is not None else ""),
                Signature((phrases.CHAIR,), chair.name if chair is not None else ""),
            ),
            (*recipients, phrases.KEPT_MINUTES),
            below=True,
        ),
    )
    return Report(phrases.MINUTES_TITLE, blocks, template=TemplateKind.MINUTES, parts=_parts(said, discussion))


def minutes_text(record: MeetingRecord, discussion: Sequence[str] = ()) -> MinutesText:
    """What the minutes of a meeting say."""
    meeting = record.meeting
    present = [member for member in record.members if record.came(member)]
    absent = [member for member in record.members if not record.came(member)]
    chair = meetings.leader(record.members, record.attendance)
    secretary = record.secretary()
    reasons = [_reason(record, line) for line in record.lines if line.verdict is not None and line.verdict.reason]
    return MinutesText(
        starts=phrases.named("Thời gian bắt đầu", phrases.moment(meeting.starts, meeting.day)),
        place=phrases.named("Địa điểm", meeting.place),
        attended=phrases.attended(len(present), len(record.members)),
        present=tuple(f"{phrases.numbered(at, introduced(one))}." for at, one in enumerate(present, start=1)),
        missing=phrases.absences(len(absent)) if absent else "",
        absent=_pointed([_away(record, member) for member in absent]),
        chair=phrases.named("Chủ trì (chủ tọa)", introduced(chair) if chair is not None else ""),
        secretary=phrases.named("Thư ký (người ghi biên bản)", introduced(secretary) if secretary is not None else ""),
        content=(*_agenda(record), *discussion),
        conflicts=tuple(_conflicts(record)),
        voted=_voted(record),
        reasons=_pointed(reasons),
        conclusion=phrases.named(phrases.CONCLUSION, meeting.conclusion) if meeting.conclusion else "",
        end=phrases.minutes_end(record.council.name, meeting.ends, meeting.day),
    )


def _parts(said: MinutesText, discussion: Sequence[str]) -> dict[str, str | Sequence[str]]:
    """The same by the fields of the office's own template (``domain.paper_templates``)."""
    return {
        "bat_dau": said.starts,
        "dia_diem": said.place,
        "co_mat": said.attended,
        "thanh_phan": said.present,
        "vang_mat": said.missing,
        "nguoi_vang": said.absent,
        "chu_tri": said.chair,
        "thu_ky": said.secretary,
        "noi_dung": said.content if discussion else (*said.content, *_DOTS),
        "khong_tham_gia": said.conflicts,
        "bieu_quyet": said.voted,
        "ly_do": said.reasons,
        "ket_luan": said.conclusion,
        "ket_thuc": said.end,
    }


_DOTS = ("…" * 30, "…" * 30)
"""To write on, behind the indent of a first line, where nobody has said what was discussed."""


def _attendance(said: MinutesText) -> Iterator[Paragraph]:
    yield Paragraph(phrases.PRESENT, keep=True)
    yield Paragraph(said.attended, keep=True)
    yield from map(Paragraph, said.present)
    if said.missing:
        yield Paragraph(said.missing, keep=True)
    yield from map(Paragraph, said.absent)


def _content(said: MinutesText, record: MeetingRecord, *, written: bool) -> Iterator[Block]:
    yield Paragraph(phrases.CONTENT, style=Style.BOLD, keep=True)
    yield from map(Paragraph, said.content)
    if not written:
        yield Paragraph(f"{council_papers.LINE_OF_DOTS}\n{council_papers.LINE_OF_DOTS}", Align.LEFT, indent=0)
    if record.lines:
        yield from map(Paragraph, said.conflicts)
        yield Paragraph(said.voted, keep=True)
        rows = [_row(record, *each) for each in enumerate(record.lines, 1)]
        yield Table(COLUMNS, (tuple(map(HeadCell, HEADS)),), rows)
        yield from map(Paragraph, said.reasons)
    if said.conclusion:
        yield Paragraph(said.conclusion)


def _agenda(record: MeetingRecord) -> Iterator[str]:
    for number, item in enumerate(record.meeting.agenda, start=1):
        who = f" ({item.speaker})" if item.speaker else ""
        yield f"{phrases.numbered(number, item.text.strip().rstrip('.'))}{who}."


def _away(record: MeetingRecord, member: Member) -> str:
    noted = record.noted(member)
    written = noted is not None and noted.presence is Presence.WRITTEN
    return phrases.away(introduced(member), noted.reason if noted is not None else "", written=written)


def _conflicts(record: MeetingRecord) -> Iterator[str]:
    for conflict in record.conflicts:
        member = next((one for one in record.members if one.id == conflict.member_id), None)
        line = next((one for one in record.lines if one.nomination.id == conflict.nomination_id), None)
        if member is not None and line is not None:
            yield f"{phrases.conflict(called(member), recipient(line.nomination), conflict.reason)}."


def _voted(record: MeetingRecord) -> str:
    if not record.lines:
        return ""
    return phrases.voted(record.turnout) if record.turnout is not None else phrases.shown_hands(len(record.members))


def _pointed(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(phrases.point(text, last=order == len(texts)) for order, text in enumerate(texts, start=1))


def _row(record: MeetingRecord, number: int, line: VotedLine) -> Row:
    given = line.verdict
    concluded = phrases.verdict(given.verdict, _lowered(record, line)) if given is not None else ""
    return Row(
        (
            number,
            recipient(line.nomination),
            record.award(line.nomination),
            f"{line.count.agree}/{line.result.base}" if line.result.base else phrases.NONE,
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
