"""The lines of a round as the list shows them: in order, numbered within their group, with what is known of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from thidua_desktop.common.vietnamese import sort_key
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.dossiers import Checklist
from thidua_desktop.domain.double_nominations import Double
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.identity import check_id_number
from thidua_desktop.domain.ids import NominationId, SubmissionId
from thidua_desktop.domain.judgements import Judgement
from thidua_desktop.domain.nomination_lists import NominationFilter, duplicates, in_order, unit_key
from thidua_desktop.domain.nominations import Nomination, NominationState
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.nominations.round_facts import RoundFacts
from thidua_desktop.wording import eligibility, labels, messages


class GroupBy(StrEnum):
    """How the lines are gathered."""

    KIND = "kind"
    AWARD = "award"
    UNIT = "unit"
    STATE = "state"
    VERDICT = "verdict"
    SENDER = "sender"


GROUP_LABELS = {
    GroupBy.KIND: "Nhóm: đối tượng",
    GroupBy.AWARD: "Nhóm: danh hiệu",
    GroupBy.UNIT: "Nhóm: đơn vị",
    GroupBy.STATE: "Nhóm: tình trạng",
    GroupBy.VERDICT: "Nhóm: điều kiện",
    GroupBy.SENDER: "Nhóm: nơi gửi",
}
_VERDICTS = (Verdict.NOT_MET, Verdict.CANNOT_TELL, Verdict.MET, None)


@dataclass(frozen=True, slots=True)
class Line:
    """A nomination with what the list says of it."""

    nomination: Nomination
    number: int
    award: Award
    group: str
    remarks: tuple[str, ...] = ()
    judgement: Judgement | None = None
    """None until it has been judged."""
    checklist: Checklist | None = None
    sender: str = ""
    doubles: tuple[Double, ...] = ()
    asked: Award | None = None
    """What the unit asked for, where the award has been lowered or sent up."""


def arranged(
    nominations: Sequence[Nomination],
    awards: Mapping[str, Award],
    group_by: GroupBy,
    facts: RoundFacts | None = None,
) -> tuple[Line, ...]:
    """The lines in the order of a list, numbered within their group."""
    known = facts or RoundFacts()
    repeated = duplicates(nominations)
    counts: dict[str, int] = {}
    lines: list[Line] = []
    for group, nomination in _grouped(nominations, awards, group_by, known):
        counts[group] = counts.get(group, 0) + 1
        doubles = known.doubles.get(nomination.id, ()) if nomination.id is not None else ()
        asked = awards.get(nomination.asked_award_id) if nomination.asked_award_id else None
        lines.append(
            Line(
                nomination,
                counts[group],
                awards[nomination.award_id],
                group,
                _remarks(nomination, doubles, repeated=nomination.id in repeated),
                known.judged.get(nomination.id) if nomination.id is not None else None,
                known.dossiers.get(nomination.id) if nomination.id is not None else None,
                known.sender(nomination),
                doubles,
                asked,
            )
        )
    return tuple(lines)


def judged_anew(shown: TableModel[Line], judged: Mapping[NominationId, Judgement]) -> dict[int, Line]:
    """The lines, by their places, of which something else was found than what is shown of them."""
    found: dict[int, Line] = {}
    for nomination_id, judgement in judged.items():
        at = shown.line_of(nomination_id)
        line = shown.line(at) if at is not None else None
        if at is not None and line is not None and line.judgement is not judgement:
            found[at] = replace(line, judgement=judgement)
    return found


def lets(wanted: NominationFilter, submission_id: SubmissionId | None) -> Callable[[Line], bool] | None:
    """Whether a line is shown by what is chosen above the list and beside it; None where every line is."""
    if wanted == NominationFilter() and submission_id is None:
        return None
    return lambda line: (
        submission_id in (None, line.nomination.submission_id) and wanted.lets(line.nomination, line.award.name)
    )


def _grouped(
    nominations: Sequence[Nomination], awards: Mapping[str, Award], group_by: GroupBy, facts: RoundFacts
) -> list[tuple[str, Nomination]]:
    ordered = in_order(nominations)
    match group_by:
        case GroupBy.KIND:
            return [(labels.of(line.kind), line) for line in ordered]
        case GroupBy.AWARD:
            ranked = sorted(ordered, key=lambda line: (-awards[line.award_id].rank, awards[line.award_id].name))
            return [(awards[line.award_id].name, line) for line in ranked]
        case GroupBy.UNIT:
            return [(line.unit or "Chưa ghi đơn vị", line) for line in sorted(ordered, key=unit_key)]
        case GroupBy.STATE:
            states = list(NominationState)
            return [
                (labels.of(line.state), line) for line in sorted(ordered, key=lambda line: states.index(line.state))
            ]
        case GroupBy.VERDICT:
            found = [(_verdict(line, facts), line) for line in ordered]
            found.sort(key=lambda pair: _VERDICTS.index(pair[0]))
            return [(labels.of(verdict) if verdict is not None else "Chưa xét", line) for verdict, line in found]
        case GroupBy.SENDER:
            sent = sorted(ordered, key=lambda line: (not facts.sender(line), sort_key(facts.sender(line))))
            return [(facts.sender(line) or "Không theo tờ trình nào", line) for line in sent]


def _verdict(line: Nomination, facts: RoundFacts) -> Verdict | None:
    judgement = facts.judged.get(line.id) if line.id is not None else None
    return None if judgement is None else judgement.final


def _remarks(line: Nomination, doubles: Iterable[Double], *, repeated: bool) -> tuple[str, ...]:
    found = check_id_number(line.id_number or "", gender=line.gender, birth=line.birth)
    said = [messages.finding(one) for one in found]
    twice = [eligibility.double(one) for one in doubles]
    if repeated and not twice:
        twice = ["Trùng người nhận, đơn vị và danh hiệu với dòng khác trong đợt."]
    return (*twice, *said)
