"""Ballots: secret ones without name and number, and the sheets on which absent members give their opinion.

The columns are those of document-forms §2.7. A ballot that is longer than a sheet is divided into sheets with a code
that is the same on every ballot: it brings the sheets of one together and tells nothing of who filled them in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from thidua_desktop.domain.councils.rosters import Member
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.councils.lines import joined, post_and_unit, recipient
from thidua_desktop.reports.model import (
    A4_PORTRAIT,
    Align,
    Closing,
    Column,
    GroupRow,
    HeadCell,
    Heading,
    HeadingLine,
    Letterhead,
    PageFormat,
    Paragraph,
    Report,
    Row,
    Signature,
    Style,
    Table,
    Tick,
)
from thidua_desktop.reports.pdf import measure
from thidua_desktop.reports.typeset import MM
from thidua_desktop.wording import council_papers as phrases
from thidua_desktop.wording import papers

A5_TWICE = PageFormat(210, 148.5, top=10, bottom=8, left=25, right=20, copies=2)
"""Two half sheets, one below the other, on one upright A4: the same text width as A4, so that the head fits."""

BOX = Tick(side=8)
"""The box for the cross: at least 7 mm."""

_CENTER = Align.CENTER
_COLUMNS = (Column(11, _CENTER), Column(42), Column(44), Column(32), Column(18, _CENTER), Column(18, _CENTER))
_HEADER = (
    tuple(
        map(
            HeadCell,
            (
                phrases.ORDINAL,
                phrases.CANDIDATE,
                phrases.POST,
                phrases.PROPOSED,
                phrases.AGREE,
                phrases.DISAGREE,
            ),
        )
    ),
)
_STEP = 0.02
"""Of the room of a sheet: how much more the sheets take in at each try to fill them evenly."""
_RESERVE = 8 * MM
"""Room left free on each sheet, because lines of a word processor are a little higher."""


@dataclass(frozen=True, slots=True)
class BallotPaper:
    """What a ballot is about. ``head`` is the council as it issues papers."""

    head: Office
    subject: str
    awards: Mapping[str, str]
    """Names of awards by id."""
    title: str = phrases.BALLOT_TITLE
    voting: int = 1
    """Which round of voting of the meeting it is."""
    full: Mapping[str, str] = field(default_factory=dict)
    """Full names of awards by id; where one is longer than that in ``awards``, its lines stand below a heading."""


def ballot(paper: BallotPaper, lines: Sequence[Nomination], page: PageFormat = A4_PORTRAIT) -> Report:
    """The secret ballot: no name, no signature, nothing by which one could be told from another.

    Args:
        page: A4, or ``A5_TWICE`` for two of them on a sheet (in a Word file the half sheets are pages of their own).
    """
    code = phrases.sheet_code(1, 1, 1)
    listed = _measured(tuple(_rows(paper, lines)), page)
    top = _first_top(paper, code, listed, page)
    parts = _divided(_top(paper, code, top), _further_top(paper, code), listed, page)
    sheets = [_sheet(paper, part, (number, len(parts)), page, top) for number, part in enumerate(parts, start=1)]
    return Report(paper.title, sheets[0].blocks, page, annexes=tuple(sheets[1:]))


def opinion_sheets(
    paper: BallotPaper,
    lines: Sequence[Nomination],
    members: Sequence[Member],
    *,
    council: str,
    day: date | None = None,
    by: date | None = None,
) -> Report:
    """The sheets of the absent members, one for each, with name, day and signature: they are no secret.

    Args:
        council: its name in running text.
        day: of the paper; blank for the pen where nobody has said one.
        by: until when the opinion has to come.
    """
    rows = tuple(_sheet_rows(list(_rows(paper, lines))))
    made = [_opinion(paper, rows, member, council=council, day=day, by=by) for member in members]
    first, *others = made or [_opinion(paper, rows, None, council=council, day=day, by=by)]
    return Report(phrases.OPINION_TITLE, first.blocks, A4_PORTRAIT, annexes=tuple(others))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with the heading that it stands below; ``opens`` where it is the first one there. Heights in points."""

    row: Row
    heading: str = ""
    opens: bool = False
    height: float = 0.0
    head_height: float = 0.0

    def room(self, *, first: bool) -> float:
        """The room that it takes on a sheet; the first one there says again below which heading it stands."""
        return self.height + (self.head_height if self.opens or first else 0.0)


def _rows(paper: BallotPaper, lines: Sequence[Nomination]) -> Iterator[_Line]:
    headed = any(paper.full.get(line.award_id) not in (None, paper.awards.get(line.award_id)) for line in lines)
    order, before = 0, None
    for number, line in enumerate(lines, start=1):
        award = paper.awards.get(line.award_id, line.award_id)
        opens, before = line.award_id != before, line.award_id
        order += opens
        heading = phrases.ballot_group(order, paper.full.get(line.award_id, award)) if headed else ""
        row = Row((number, recipient(line), post_and_unit(line), award, BOX, BOX))
        yield _Line(row, heading, opens=opens)


def _sheet_rows(lines: Sequence[_Line]) -> Iterator[Row | GroupRow]:
    for at, line in enumerate(lines):
        if line.heading and line.opens:
            yield GroupRow(line.heading)
        elif line.heading and at == 0:
            yield GroupRow(phrases.goes_on(line.heading))
        yield line.row


class _Top(Enum):
    """What the first sheet begins with. On a half sheet the letterhead of a long name leaves no room for a line."""

    WHOLE = "whole"
    WITHOUT_SUPERIOR = "without_superior"
    NAME = "name"
    """The council's name alone, as further sheets have it."""


def _first_top(paper: BallotPaper, code: str, lines: Sequence[_Line], page: PageFormat) -> _Top:
    """The fullest head with which the first line stands on the first sheet."""
    if not lines:
        return _Top.WHOLE
    head, _ = measure.row_heights(Table(_COLUMNS, _HEADER, ()), page)
    needed = head + lines[0].room(first=True)
    return next(
        (each for each in _Top if measure.height(_top(paper, code, each), page) + needed <= _room(page)), _Top.WHOLE
    )


def _top(paper: BallotPaper, code: str, top: _Top) -> tuple[Letterhead | Heading | Paragraph, ...]:
    if top is _Top.NAME:
        name = Paragraph(paper.head.name.upper(), Align.LEFT, Style.BOLD, indent=0, before=0)
        heading = Heading((HeadingLine(paper.title), HeadingLine(paper.subject)))
        marked = (Paragraph(code, Align.RIGHT, before=0),) if code else ()
        return *marked, name, heading, Paragraph(phrases.INSTRUCTION, style=Style.ITALIC)
    above = papers.superior_line(paper.head.superior) if top is _Top.WHOLE else ""
    head = Letterhead(paper.head.name.upper(), above, undated=True)
    marked = (Paragraph(code, Align.RIGHT, before=0),) if code else ()
    heading = Heading((HeadingLine(paper.title), HeadingLine(paper.subject)))
    return head, *marked, heading, Paragraph(phrases.INSTRUCTION, style=Style.ITALIC)


def _further_top(paper: BallotPaper, code: str) -> tuple[Paragraph, ...]:
    """What the second sheet and the later ones begin with: the letterhead would take half of a half sheet again.

    The council's name stays, since its seal is put there.
    """
    return (
        Paragraph(code, Align.RIGHT, before=0),
        Paragraph(paper.head.name.upper(), Align.LEFT, Style.BOLD, indent=0, before=0),
        Paragraph(phrases.goes_on(paper.title), Align.CENTER, Style.BOLD, indent=0),
    )


def _room(page: PageFormat) -> float:
    """The height of a sheet in points, without what is left free on it."""
    return (page.height - page.top - page.bottom) * MM - _RESERVE


def _measured(lines: tuple[_Line, ...], page: PageFormat) -> tuple[_Line, ...]:
    """The lines with their heights."""
    _, heights = measure.row_heights(Table(_COLUMNS, _HEADER, [line.row for line in lines]), page)
    named = tuple({line.heading: None for line in lines if line.heading})
    _, high = measure.row_heights(Table(_COLUMNS, _HEADER, [GroupRow(phrases.goes_on(each)) for each in named]), page)
    over = dict(zip(named, high, strict=True))
    return tuple(
        replace(line, height=height, head_height=over.get(line.heading, 0.0))
        for line, height in zip(lines, heights, strict=True)
    )


def _divided(
    top: Sequence[Letterhead | Heading | Paragraph],
    further: Sequence[Paragraph],
    measured: tuple[_Line, ...],
    page: PageFormat,
) -> list[tuple[_Line, ...]]:
    """The lines of each sheet; a line that is higher than a sheet stands on one of its own."""
    head, _ = measure.row_heights(Table(_COLUMNS, _HEADER, ()), page)
    room = _room(page) - head
    first, later = (room - measure.height(blocks, page) for blocks in (top, further))
    parts = _filled(measured, first, later)
    # As many sheets, as evenly filled as can be: a last sheet with one line on it looks like a mistake.
    share = sum(line.room(first=False) for line in measured) / (first + later * (len(parts) - 1))
    while share < 1 and len(_filled(measured, first * share, later * share)) > len(parts):
        share += _STEP
    return _filled(measured, first * share, later * share) if share < 1 else parts


def _filled(lines: Sequence[_Line], first: float, later: float) -> list[tuple[_Line, ...]]:
    parts: list[list[_Line]] = [[]]
    left = first
    for line in lines:
        if line.room(first=not parts[-1]) > left and parts[-1]:
            parts.append([])
            left = later
        left -= line.room(first=not parts[-1])
        parts[-1].append(line)
    return [tuple(part) for part in parts]


def _sheet(
    paper: BallotPaper, lines: tuple[_Line, ...], place: tuple[int, int], page: PageFormat, first: _Top
) -> Report:
    number, count = place
    code = phrases.sheet_code(paper.voting, number, count) if count > 1 or paper.voting > 1 else ""
    top = _top(paper, code, first) if number == 1 else _further_top(paper, code)
    return Report(paper.title, (*top, Table(_COLUMNS, _HEADER, tuple(_sheet_rows(lines)))), page)


def _opinion(
    paper: BallotPaper,
    rows: tuple[Row | GroupRow, ...],
    member: Member | None,
    *,
    council: str,
    day: date | None,
    by: date | None,
) -> Report:
    name = " ".join(filter(None, (member.honorific, member.name))) if member is not None else ""
    post = joined(member.post, member.unit) if member is not None else ""
    heading = (HeadingLine(phrases.OPINION_TITLE), HeadingLine(paper.subject))
    blocks = (
        Letterhead(paper.head.name.upper(), papers.superior_line(paper.head.superior), undated=True),
        Heading((*heading, HeadingLine(phrases.OPINION_FOR, Style.ITALIC))),
        Paragraph(phrases.member_line(name, post), Align.LEFT),
        Paragraph(phrases.INSTRUCTION, style=Style.ITALIC),
        Table(_COLUMNS, _HEADER, rows),
        Paragraph(phrases.other_opinion(), Align.LEFT, indent=0),
        *((Paragraph(phrases.send_back(council, by)),) if by is not None else ()),
        Paragraph(phrases.dated(paper.head.place, day), Align.RIGHT, Style.ITALIC, keep=True),
        Closing(
            (Signature((phrases.COUNCIL_MEMBER,), member.name if member is not None else "", phrases.SIGN_IN_FULL),)
        ),
    )
    return Report(phrases.OPINION_TITLE, blocks)
