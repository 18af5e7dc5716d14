"""A count of ballot papers while it is being typed: what is there, what is missing, what cannot be true."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.councils.ballots import LineCount, Turnout, turnout_findings
from thidua_desktop.domain.councils.records import Papers
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.ids import MeetingId, NominationId
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.services.ballots import BallotState, Count
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import RIGHT, Column
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.councils.facts import Facts
from thidua_desktop.ui.councils.line_rows import recipient

_MOST = 9999


@dataclass(frozen=True, slots=True)
class CountRow:
    """The votes of one line as typed so far; None: nothing typed yet."""

    nomination_id: NominationId
    number: int
    name: str
    award: str
    kind: RecipientKind
    agree: int | None = None
    disagree: int | None = None
    spoilt: int | None = None
    conflicted: int | None = None
    valid: int | None = None
    """What the votes have to add up to, once the papers have been typed."""

    @property
    def complete(self) -> bool:
        """Whether both numbers that nobody can guess were typed."""
        return self.agree is not None and self.disagree is not None

    @property
    def cast(self) -> int:
        """What was typed, added up."""
        return sum(number or 0 for number in (self.agree, self.disagree, self.spoilt, self.conflicted))

    @property
    def missing(self) -> int:
        """How many votes are missing; below 0 there are too many. 0 while it cannot be told."""
        return 0 if self.valid is None or not self.complete else self.valid - self.cast

    @property
    def votes(self) -> LineCount:
        """The votes as they are kept."""
        return LineCount(
            self.nomination_id, self.agree or 0, self.disagree or 0, self.spoilt or 0, self.conflicted or 0
        )

    def filled(self) -> CountRow:
        """What is left over of the valid papers as votes against, where nobody has typed them."""
        if self.valid is None or self.agree is None or self.disagree is not None:
            return self
        left = self.valid - self.cast
        return replace(self, disagree=left) if left >= 0 else self


@dataclass(frozen=True, slots=True)
class Draft:
    """A count that is not kept yet. ``papers`` are the four numbers in the order of ``Papers``."""

    rows: tuple[CountRow, ...]
    papers: tuple[int | None, int | None, int | None, int | None] = (None, None, None, 0)
    counted_by: str = ""
    touched: bool = False
    meeting_id: MeetingId | None = None

    def turnout(self, facts: Facts) -> Turnout | None:
        """The papers with who came; None while a number is missing."""
        kept = self.kept_papers()
        return _turnout(facts, kept) if kept is not None else None

    def kept_papers(self) -> Papers | None:
        """The papers as they are kept; None while a number is missing."""
        issued, returned, invalid, written_invalid = self.papers
        if issued is None or returned is None or invalid is None or written_invalid is None:
            return None
        return Papers(issued, returned, invalid, written_invalid)

    def checked(self, facts: Facts) -> Draft:
        """The same with what every line has to add up to."""
        turnout = self.turnout(facts)
        valid = turnout.valid if turnout is not None else None
        if all(row.valid == valid for row in self.rows):
            return self
        return replace(self, rows=tuple(replace(row, valid=valid) for row in self.rows))

    def findings(self, facts: Facts) -> tuple[Finding, ...]:
        """What cannot be true of the papers; a number that is still missing is taken for one that can."""
        issued, returned, invalid, written_invalid = self.papers
        given = facts.standing.quorum.present if issued is None else issued
        back = given if returned is None else returned
        papers = Papers(given, back, invalid or 0, written_invalid or 0)
        return tuple(turnout_findings(_turnout(facts, papers)))

    @property
    def open(self) -> int:
        """How many lines lack a number."""
        return sum(not row.complete for row in self.rows)

    @property
    def wrong(self) -> int:
        """How many lines do not add up."""
        return sum(row.missing != 0 for row in self.rows)

    @property
    def ready(self) -> bool:
        """Whether nothing is missing."""
        return self.kept_papers() is not None and not self.open


def _turnout(facts: Facts, papers: Papers) -> Turnout:
    came = facts.standing.quorum
    return Turnout(
        members=came.members,
        present=came.present,
        issued=papers.issued,
        returned=papers.returned,
        invalid=papers.invalid,
        written=came.written,
        written_invalid=papers.written_invalid,
    )


def blank(facts: Facts, state: BallotState) -> Draft:
    """A count before the first number: the papers given out are as many as members present."""
    shut_out = facts.standing.kept_out()
    rows = tuple(
        replace(row, spoilt=0, conflicted=shut_out.get(row.nomination_id, 0)) for row in _rows(facts, state.lines)
    )
    papers = (facts.standing.quorum.present, None, None, 0)
    return Draft(rows, papers, meeting_id=facts.id).checked(facts)


def typed(facts: Facts, state: BallotState, count: Count) -> Draft:
    """A count that was kept, to be corrected."""
    votes = {one.nomination_id: one for one in count.lines}
    rows = tuple(
        replace(row, agree=one.agree, disagree=one.disagree, spoilt=one.spoilt, conflicted=one.conflicted)
        if (one := votes.get(row.nomination_id)) is not None
        else row
        for row in _rows(facts, state.lines)
    )
    tally = count.tally
    papers = (tally.issued, tally.returned, tally.invalid, tally.written_invalid)
    return Draft(rows, papers, tally.counted_by, meeting_id=facts.id).checked(facts)


def _rows(facts: Facts, lines: Sequence[NominationId]) -> tuple[CountRow, ...]:
    found = ((number, facts.line(each)) for number, each in enumerate(lines, start=1))
    return tuple(
        CountRow(
            one.line.nomination_id,
            number,
            recipient(one.line, one.nomination),
            facts.short_award(one.line.award_id),
            one.nomination.kind,
        )
        for number, one in found
        if one is not None
    )


def check_text(row: CountRow) -> str:
    """``Khớp``, ``Thiếu 1``, ``Thừa 2``; nothing while numbers are missing."""
    if not row.complete or row.valid is None:
        return ""
    if row.missing == 0:
        return "Khớp"
    return f"Thiếu {row.missing}" if row.missing > 0 else f"Thừa {-row.missing}"


def _number(text: str) -> int | None:
    return entry.whole(text, low=0, high=_MOST)


def _agree(row: CountRow, text: str) -> CountRow:
    return replace(row, agree=_number(text))


def _disagree(row: CountRow, text: str) -> CountRow:
    return replace(row, disagree=_number(text))


def _spoilt(row: CountRow, text: str) -> CountRow:
    return replace(row, spoilt=_number(text))


def _conflicted(row: CountRow, text: str) -> CountRow:
    return replace(row, conflicted=_number(text))


def shown(number: int | None) -> str:
    """A number as it stands in a cell."""
    return "" if number is None else str(number)


def _votes(
    key: str, title: str, of: Callable[[CountRow], int | None], edit: Callable[[CountRow, str], CountRow]
) -> Column[CountRow]:
    return Column[CountRow](
        key,
        title,
        lambda row: shown(of(row)),
        130,
        align=RIGHT,
        sort_key=lambda row: -1 if of(row) is None else of(row),
        edit=edit,
        ground=lambda row: Tone.DANGER if row.missing else None,
    )


COLUMNS: tuple[Column[CountRow], ...] = (
    Column[CountRow]("number", "STT", lambda row: str(row.number), 48, align=RIGHT, sort_key=lambda row: row.number),
    Column[CountRow](
        "name",
        "Họ và tên, tập thể",
        lambda row: row.name,
        240,
        stretch=True,
        sort_key=lambda row: name_key(row.name, row.kind),
        frozen=True,
    ),
    Column[CountRow]("award", "Danh hiệu", lambda row: row.award, 130, by_choice=True),
    _votes("agree", "Đồng ý", lambda row: row.agree, _agree),
    _votes("disagree", "Không đồng ý", lambda row: row.disagree, _disagree),
    _votes("spoilt", "Không hợp lệ", lambda row: row.spoilt, _spoilt),
    _votes("conflicted", "Tránh biểu quyết", lambda row: row.conflicted, _conflicted),
    Column[CountRow](
        "check",
        "Kiểm tra",
        check_text,
        104,
        tone=lambda row: Tone.DANGER if row.missing else Tone.SUCCESS,
        by_choice=True,
        tooltip=lambda row: f"Cộng được {row.cast}, số phiếu hợp lệ là {shown(row.valid)}",
    ),
)


@dataclass(frozen=True, slots=True)
class CompareRow:
    """A line with both of its counts."""

    nomination_id: NominationId
    number: int
    name: str
    award: str
    first: LineCount | None
    second: LineCount | None
    faults: tuple[str, ...] = field(default=())

    @property
    def same(self) -> bool:
        """Whether both say the same and it can be true."""
        return self.first == self.second and not self.faults


def compared(facts: Facts, state: BallotState, faults: Iterable[tuple[NominationId, str]]) -> tuple[CompareRow, ...]:
    """Both counts of a ballot, line by line."""
    first = {one.nomination_id: one for one in state.first.lines} if state.first is not None else {}
    second = {one.nomination_id: one for one in state.second.lines} if state.second is not None else {}
    said: dict[NominationId, list[str]] = {}
    for nomination_id, fault in faults:
        said.setdefault(nomination_id, []).append(fault)
    return tuple(
        CompareRow(
            row.nomination_id,
            row.number,
            row.name,
            row.award,
            first.get(row.nomination_id),
            second.get(row.nomination_id),
            tuple(said.get(row.nomination_id, ())),
        )
        for row in _rows(facts, state.lines)
    )


def _side(title: str, of: Callable[[CompareRow], LineCount | None], part: str, entry: int) -> Column[CompareRow]:
    def number(row: CompareRow) -> int | None:
        found = of(row)
        return None if found is None else int(getattr(found, part))

    def differs(row: CompareRow) -> bool:
        return row.first is None or row.second is None or getattr(row.first, part) != getattr(row.second, part)

    return Column[CompareRow](
        f"{part}{entry}",
        f"{title} {entry}",
        lambda row: shown(number(row)),
        90,
        align=RIGHT,
        sort_key=lambda row: number(row) or 0,
        ground=lambda row: Tone.DANGER if differs(row) else None,
    )


def _sides() -> Iterable[Column[CompareRow]]:
    for part, title in (
        ("agree", "Đồng ý"),
        ("disagree", "Không\nđồng ý"),
        ("spoilt", "Không\nhợp lệ"),
        ("conflicted", "Tránh biểu\nquyết"),
    ):
        yield _side(title, lambda row: row.first, part, 1)
        yield _side(title, lambda row: row.second, part, 2)


def same_text(row: CompareRow) -> str:
    """Whether both counts of a line say the same."""
    if row.first != row.second:
        return "Lệch"
    return "; ".join(row.faults) or "Khớp"


COMPARED: tuple[Column[CompareRow], ...] = (
    Column[CompareRow]("number", "STT", lambda row: str(row.number), 48, align=RIGHT, sort_key=lambda row: row.number),
    Column[CompareRow]("name", "Họ và tên, tập thể", lambda row: row.name, 180, stretch=True, frozen=True),
    Column[CompareRow]("award", "Danh hiệu", lambda row: row.award, 100, by_choice=True),
    *_sides(),
    Column[CompareRow](
        "same",
        "So sánh",
        same_text,
        150,
        tone=lambda row: Tone.SUCCESS if row.same else Tone.DANGER,
        wrap=True,
        by_choice=True,
    ),
)
