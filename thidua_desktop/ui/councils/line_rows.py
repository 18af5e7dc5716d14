"""The lines before a council as the table shows them: in the order wanted, gathered, with what the law asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from thidua_desktop.common.vietnamese import sort_key
from thidua_desktop.domain.councils.meetings import Verdict
from thidua_desktop.domain.councils.records import MeetingLine
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.domain.nomination_lists import KIND_ORDER, tally
from thidua_desktop.domain.nominations import Nomination, Occasion
from thidua_desktop.domain.rulebooks import Vote
from thidua_desktop.services.meetings import SessionLine
from thidua_desktop.ui.common.columns import RIGHT, Column
from thidua_desktop.ui.councils.facts import Facts
from thidua_desktop.wording import labels
from thidua_desktop.wording.meeting_papers import asked

_KIND_WORDS = dict(zip(KIND_ORDER, ("tập thể", "cá nhân", "hộ gia đình"), strict=True))


class GroupBy(Enum):
    """How the lines are gathered."""

    AWARD = "award"
    UNIT = "unit"
    OCCASION = "occasion"
    KIND = "kind"
    VERDICT = "verdict"


GROUPS = {
    GroupBy.AWARD: "Nhóm: danh hiệu",
    GroupBy.UNIT: "Nhóm: đơn vị",
    GroupBy.OCCASION: "Nhóm: loại hình",
    GroupBy.KIND: "Nhóm: đối tượng",
    GroupBy.VERDICT: "Nhóm: kết luận",
}


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line before the council."""

    number: int
    line: MeetingLine
    nomination: Nomination
    award: str
    voting: str
    group: str


def recipient(line: MeetingLine, nomination: Nomination) -> str:
    """``Ông Nguyễn Văn An`` by the name that was put before the council."""
    return f"{nomination.honorific} {line.name}" if nomination.honorific else line.name


def voting(vote: Vote, *, by_ballot: bool) -> str:
    """How a line is decided: ``Phiếu kín, từ 90 %``."""
    how = "Bỏ phiếu" if by_ballot else "Biểu quyết"
    if by_ballot and vote.ballot == "secret":
        how = "Phiếu kín"
    return f"{how}, từ {asked(vote.percent)} %" if vote.percent is not None else how


def rows(facts: Facts, group_by: GroupBy) -> tuple[LineRow, ...]:
    """The lines in the order of their groups, within a group by Vietnamese names, numbered throughout."""
    ordered = sorted(facts.lines, key=lambda one: (_place(facts, one, group_by), _order(one)))
    return tuple(
        LineRow(
            number,
            one.line,
            one.nomination,
            facts.award(one.line.award_id),
            voting(facts.vote(one.line.nomination_id), by_ballot=facts.by_ballot(one.line.nomination_id)),
            _title(facts, one, group_by),
        )
        for number, one in enumerate(ordered, start=1)
    )


def counts(facts: Facts) -> str:
    """``24 đề nghị: 3 tập thể, 21 cá nhân; 5 phải bỏ phiếu``: numbers that add up."""
    counted = tally([one.nomination for one in facts.lines])
    if not counted.total:
        return "Chưa có đề nghị nào trước Hội đồng"
    parts = ", ".join(f"{number} {_KIND_WORDS[kind]}" for kind, number in counted.by_kind)
    ballots = sum(facts.by_ballot(one.line.nomination_id) for one in facts.lines)
    return f"{counted.total} đề nghị: {parts}" + (f"; {ballots} phải bỏ phiếu" if ballots else "")


def _order(one: SessionLine) -> tuple[object, ...]:
    kind = one.nomination.kind
    return KIND_ORDER.index(kind), name_key(one.line.name, kind)


def _place(facts: Facts, one: SessionLine, group_by: GroupBy) -> tuple[object, ...]:
    """Where a line's group stands: higher awards first, units in the order of the alphabet."""
    award = facts.awards.get(one.line.award_id)
    rank = (-award.rank if award is not None else 0, one.line.award_id)
    match group_by:
        case GroupBy.AWARD:
            return rank
        case GroupBy.UNIT:
            return (not one.nomination.unit, sort_key(one.nomination.unit or ""), rank)
        case GroupBy.OCCASION:
            return (list(Occasion).index(one.nomination.occasion), rank)
        case GroupBy.KIND:
            return (KIND_ORDER.index(one.nomination.kind), rank)
        case GroupBy.VERDICT:
            said = one.line.verdict
            return (list(Verdict).index(said) if said is not None else len(Verdict), rank)


def _title(facts: Facts, one: SessionLine, group_by: GroupBy) -> str:
    match group_by:
        case GroupBy.AWARD:
            return facts.award(one.line.award_id)
        case GroupBy.UNIT:
            return one.nomination.unit or "Chưa ghi đơn vị"
        case GroupBy.OCCASION:
            return labels.of(one.nomination.occasion)
        case GroupBy.KIND:
            return labels.of(one.nomination.kind)
        case GroupBy.VERDICT:
            return labels.of(one.line.verdict) if one.line.verdict is not None else "Chưa có kết luận"


def group_detail(members: Sequence[LineRow]) -> str:
    """How many lines a group has."""
    return f"{len(members)} đề nghị"


COLUMNS: tuple[Column[LineRow], ...] = (
    Column[LineRow](
        "number", "STT", lambda row: str(row.number), 48, align=RIGHT, sort_key=lambda row: row.number, frozen=True
    ),
    Column[LineRow](
        "name",
        "Họ và tên, tập thể",
        lambda row: recipient(row.line, row.nomination),
        190,
        wrap=True,
        sort_key=lambda row: name_key(row.line.name, row.nomination.kind),
        frozen=True,
    ),
    Column[LineRow]("position", "Chức vụ", lambda row: row.nomination.position or "", 130, wrap=True),
    Column[LineRow]("unit", "Đơn vị", lambda row: row.nomination.unit or "", 160, wrap=True, by_choice=True),
    Column[LineRow]("award", "Danh hiệu, hình thức", lambda row: row.award, 176, wrap=True, by_choice=True),
    Column[LineRow](
        "occasion", "Loại hình", lambda row: labels.of(row.nomination.occasion), 120, hidden=True, by_choice=True
    ),
    Column[LineRow](
        "citation", "Tóm tắt thành tích", lambda row: row.nomination.citation or "", 240, stretch=True, wrap=True
    ),
    Column[LineRow]("voting", "Cách quyết định", lambda row: row.voting, 136, by_choice=True),
    Column[LineRow](
        "state",
        "Tình trạng",
        lambda row: labels.of(row.nomination.state),
        136,
        chip=lambda row: row.nomination.state,
        by_choice=True,
        hidden=True,
    ),
    Column[LineRow](
        "verdict",
        "Kết luận",
        lambda row: labels.of(row.line.verdict) if row.line.verdict is not None else "",
        120,
        chip=lambda row: row.line.verdict,
        tooltip=lambda row: row.line.reason,
        by_choice=True,
    ),
    Column[LineRow]("note", "Ghi chú", lambda row: row.nomination.note or "", 140, wrap=True, hidden=True),
)
