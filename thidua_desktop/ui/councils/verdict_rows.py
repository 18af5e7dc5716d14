"""Kết quả: what each line got, what it needed and by which article, what follows, what the council said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.councils.ballots import LineResult, shown_share
from thidua_desktop.domain.councils.meetings import LineVerdict
from thidua_desktop.domain.councils.records import MeetingLine
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.domain.nomination_lists import KIND_ORDER
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.rulebooks import Vote
from thidua_desktop.ui.common.columns import RIGHT, Column
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.councils.facts import Facts
from thidua_desktop.ui.councils.line_rows import recipient
from thidua_desktop.wording import labels
from thidua_desktop.wording.meeting_papers import asked

_BY_CONSENT = "Biểu quyết"
_WAITING = "Chờ kiểm phiếu"


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A line with its votes and its verdict; ``proposal`` is what follows where the council has said nothing."""

    number: int
    line: MeetingLine
    nomination: Nomination
    award: str
    rule: Vote
    by_ballot: bool
    votes: LineResult | None
    said: LineVerdict | None
    proposal: LineVerdict | None
    lowered_to: str = ""
    group: str = ""

    @property
    def verdict(self) -> LineVerdict | None:
        """What the council said, else what follows from the votes."""
        return self.said or self.proposal

    @property
    def share(self) -> str:
        """The share of votes as it is printed."""
        found = self.votes.share if self.votes is not None else None
        return f"{shown_share(Fraction(found), self.rule.percent)} %" if found is not None else ""


def rows(facts: Facts) -> tuple[VerdictRow, ...]:
    """The lines, higher awards first and by Vietnamese names within an award."""
    ordered = sorted(facts.lines, key=lambda one: (_rank(facts, one.line.award_id), _name(one.line, one.nomination)))
    made = []
    for number, one in enumerate(ordered, start=1):
        line, number_of = one.line, one.line.nomination_id
        said, proposal = line.said, facts.proposals.get(number_of)
        shown = said or proposal
        made.append(
            VerdictRow(
                number,
                line,
                one.nomination,
                facts.award(line.award_id),
                facts.vote(number_of),
                facts.by_ballot(number_of),
                _votes(facts, line),
                said,
                proposal,
                facts.award(shown.lowered_to) if shown is not None and shown.lowered_to else "",
                facts.award(line.award_id),
            )
        )
    return tuple(made)


def _votes(facts: Facts, line: MeetingLine) -> LineResult | None:
    """The votes as they were kept with the verdict, else as the ballots say now."""
    voted = facts.results.get(line.nomination_id)
    return line.votes or (voted.result if voted is not None else None)


def _rank(facts: Facts, award_id: str) -> tuple[int, str]:
    award = facts.awards.get(award_id)
    return (-award.rank if award is not None else 0, award_id)


def _name(line: MeetingLine, nomination: Nomination) -> tuple[object, ...]:
    return (KIND_ORDER.index(nomination.kind), name_key(line.name, nomination.kind))


def result_text(row: VerdictRow) -> str:
    """``Đạt``, ``Không đạt``, ``Biểu quyết``, ``Chờ kiểm phiếu``."""
    if row.votes is not None:
        return labels.of(row.votes.passing)
    return _WAITING if row.by_ballot else _BY_CONSENT


def verdict_text(row: VerdictRow) -> str:
    """What was said; a proposal says that it is one."""
    shown = row.verdict
    if shown is None:
        return ""
    name = labels.of(shown.verdict)
    return name if row.said is not None else f"Dự kiến: {name[:1].lower()}{name[1:]}"


def _reason(row: VerdictRow, text: str) -> VerdictRow:
    if row.verdict is None:
        return row
    return replace(row, said=replace(row.verdict, reason=squeeze(text)))


def _vote_number(row: VerdictRow, part: str) -> int | None:
    found: int | None = getattr(row.votes, part) if row.votes is not None else None
    return found


def _votes_column(key: str, title: str) -> Column[VerdictRow]:
    def number(row: VerdictRow) -> int | None:
        return _vote_number(row, key)

    return Column[VerdictRow](
        key,
        title,
        lambda row: "" if number(row) is None else str(number(row)),
        70,
        align=RIGHT,
        sort_key=lambda row: -1 if number(row) is None else number(row),
    )


COLUMNS: tuple[Column[VerdictRow], ...] = (
    Column[VerdictRow]("number", "STT", lambda row: str(row.number), 48, align=RIGHT, sort_key=lambda row: row.number),
    Column[VerdictRow](
        "name",
        "Họ và tên, tập thể",
        lambda row: recipient(row.line, row.nomination),
        190,
        wrap=True,
        sort_key=lambda row: name_key(row.line.name, row.nomination.kind),
        frozen=True,
    ),
    Column[VerdictRow]("unit", "Đơn vị", lambda row: row.nomination.unit or "", 150, wrap=True, by_choice=True),
    Column[VerdictRow]("award", "Danh hiệu, hình thức", lambda row: row.award, 170, hidden=True, by_choice=True),
    _votes_column("agree", "Đồng ý"),
    _votes_column("base", "Tổng số"),
    _votes_column("needed", "Cần"),
    Column[VerdictRow](
        "share",
        "Tỷ lệ",
        lambda row: row.share,
        82,
        align=RIGHT,
        sort_key=lambda row: (row.votes.share or 0) if row.votes is not None else -1,
    ),
    Column[VerdictRow](
        "asked",
        "Yêu cầu",
        lambda row: f"{asked(row.rule.percent)} %" if row.rule.percent is not None else "",
        80,
        align=RIGHT,
        tooltip=lambda row: row.line.citation or row.rule.basis.citation,
    ),
    Column[VerdictRow](
        "result",
        "Kết quả",
        result_text,
        124,
        chip=lambda row: row.votes.passing if row.votes is not None else None,
        by_choice=True,
    ),
    Column[VerdictRow](
        "verdict",
        "Kết luận",
        verdict_text,
        150,
        chip=lambda row: row.said.verdict if row.said is not None else None,
        tone=lambda row: Tone.MUTED if row.said is None else None,
        by_choice=True,
    ),
    Column[VerdictRow]("lowered", "Hạ xuống", lambda row: row.lowered_to, 150, wrap=True, hidden=True),
    Column[VerdictRow](
        "reason",
        "Lý do",
        lambda row: row.verdict.reason if row.verdict is not None else "",
        170,
        stretch=True,
        wrap=True,
        earlier=True,
        edit=_reason,
    ),
    Column[VerdictRow](
        "citation", "Căn cứ", lambda row: row.line.citation or row.rule.basis.citation, 200, wrap=True, hidden=True
    ),
)
