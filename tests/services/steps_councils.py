"""Use cases of councils, meetings, ballots and decisions; ``everything`` walks them at the end of a round's way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from tests.services import lists_made
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.certificates import Letters, Offset, Placement
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.councils.ballots import LineCount
from thidua_desktop.domain.councils.meetings import (
    AgendaItem,
    Attendance,
    Conflict,
    LineVerdict,
    Meeting,
    MeetingState,
    Presence,
    Verdict,
)
from thidua_desktop.domain.councils.records import Papers
from thidua_desktop.domain.councils.rosters import Council, CouncilRole, Member
from thidua_desktop.domain.decision_changes import CorrectedField
from thidua_desktop.domain.decisions import Decision, DecisionState
from thidua_desktop.domain.funds import FundEntry, FundKind
from thidua_desktop.domain.ids import (
    BallotId,
    CouncilId,
    DecisionId,
    DecisionLineId,
    FundEntryId,
    MeetingId,
    MemberId,
    NominationId,
    RoundId,
    SentUpId,
)
from thidua_desktop.domain.nominations import Nomination, NominationState, Round
from thidua_desktop.services.container import Services
from thidua_desktop.services.corrections import Amendment, By
from thidua_desktop.services.sent_up import Answer

COUNCIL, OTHER = CouncilId(1), CouncilId(2)
MEETING, SECOND, THIRD = MeetingId(1), MeetingId(2), MeetingId(3)
BALLOT, DECISION = BallotId(1), DecisionId(1)
HELD, LATER = date(2024, 6, 18), date(2024, 6, 20)
ROUND, LATE = "Đợt trình Hội đồng", "Đợt đến sau"
NAMES = ("Đỗ Thị Én", "Vũ Văn Giang", "Tổ Một cửa", "Hồ Thị Hạnh", "Bùi Văn Ích", "Lý Thị Kim")


def _round(services: Services) -> RoundId:
    found = services.nominations.find_round(ROUND)
    assert found is not None and found.id is not None
    return found.id


def _found(services: Services, name: str) -> RoundId:
    found = services.nominations.find_round(name)
    assert found is not None and found.id is not None
    return found.id


def _ready(services: Services, round_name: str, *names: str) -> Changes:
    """Lines of a round that may come before a council."""
    lines = [
        Nomination(_found(services, round_name), RecipientKind.PERSON, each, "lao_dong_tien_tien") for each in names
    ]
    for state in (NominationState.DOSSIER_COMPLETE, NominationState.ELIGIBLE):
        lines = [line.moved_to(state) for line in lines]
    return services.nominations.save_many(lines)


def _named(services: Services, round_name: str, name: str) -> NominationId:
    lines = services.nominations.of_round(_found(services, round_name))
    return next(line.id for line in lines if line.id is not None and line.name == name)


def _begin_with(services: Services) -> Changes:
    meeting = Meeting(COUNCIL, "Họp bổ sung gấp", LATER, rounds=(_found(services, LATE),))
    return services.meetings.begin(meeting, [_named(services, LATE, "Hà Văn Muộn")])


def _bring_round(services: Services) -> Changes:
    return services.meetings.bring(THIRD, [_named(services, LATE, "Hà Thị Chót")], round_id=_found(services, LATE))


def _line(services: Services, name: str) -> NominationId:
    found = next(line for line in services.nominations.of_round(_round(services)) if line.name == name)
    assert found.id is not None
    return found.id


def _lines(services: Services) -> Changes:
    round_id = _round(services)
    awards = ["chien_si_thi_dua_co_so", "lao_dong_tien_tien", "tap_the_lao_dong_tien_tien"]
    awards += ["bang_khen_bo_tinh", "lao_dong_tien_tien", "lao_dong_tien_tien"]
    lines = [
        Nomination(
            round_id,
            RecipientKind.COLLECTIVE if name.startswith("Tổ") else RecipientKind.PERSON,
            name,
            award,
            unit="Sở Y tế",
        )
        for name, award in zip(NAMES, awards, strict=True)
    ]
    return services.nominations.save_many(lines)


def _move(services: Services, state: NominationState) -> Changes:
    return services.nominations.move([_line(services, name) for name in NAMES], state)


def _members(services: Services) -> Changes:
    roles = [CouncilRole.CHAIR, CouncilRole.VICE_CHAIR, CouncilRole.MEMBER, CouncilRole.MEMBER, CouncilRole.SECRETARY]
    return services.councils.save_members(
        COUNCIL, [Member(COUNCIL, f"Ủy viên {at}", role) for at, role in enumerate(roles)]
    )


def _attend(services: Services) -> Changes:
    came = [Presence.PRESENT] * 4 + [Presence.WRITTEN]
    noted = [Attendance(MemberId(at), presence) for at, presence in enumerate(came, start=1)]
    return services.meetings.attend(MEETING, noted)


def _enter(services: Services, entry: int) -> Changes:
    lines = [LineCount(each, 5, 0) for each in services.ballots.of_meeting(MEETING)[0].lines]
    return services.ballots.enter(BALLOT, entry, Papers(4, 4, 0), lines, counted_by=f"Người đếm {entry}")


def _decide(services: Services) -> Changes:
    lowered = LineVerdict(_line(services, "Hồ Thị Hạnh"), Verdict.LOWERED, "Chưa đủ thời gian", "giay_khen_so")
    held = LineVerdict(_line(services, "Bùi Văn Ích"), Verdict.POSTPONED, "Chờ kết luận thanh tra")
    return services.verdicts.decide(MEETING, [lowered, held])


def _draft(services: Services) -> Changes:
    proposals = services.decisions.proposals(MEETING)
    kept = _line(services, "Lý Thị Kim")
    return services.decisions.draft(
        MEETING,
        [
            replace(
                one, nomination_ids=tuple(each for each in one.nomination_ids if each != kept), signed_by="Giám đốc"
            )
            for one in proposals
        ],
    )


def _reorder(services: Services) -> Changes:
    decision = next(one for one in services.decisions.of_meeting(MEETING) if len(one.lines) > 1)
    assert decision.id is not None
    return services.decisions.save_lines(decision.id, decision.lines[::-1])


def _misspell(services: Services) -> Changes:
    """A name that is not that before the council any more."""
    first, *others = services.decisions.get(DECISION).lines
    return services.decisions.save_lines(DECISION, [replace(first, name=f"{first.name} (con)"), *others])


def _second(services: Services) -> Changes:
    """A meeting that only needs to be concluded: on the line that the first one held back."""
    services_lines = [_line(services, "Bùi Văn Ích")]
    return services.meetings.bring(SECOND, services_lines)


def _attend_second(services: Services) -> Changes:
    noted = [Attendance(MemberId(at), Presence.PRESENT) for at in range(1, 6)]
    return services.meetings.attend(SECOND, noted)


def _first_line(services: Services) -> DecisionLineId:
    line = services.decisions.get(DECISION).lines[0]
    assert line.id is not None
    return line.id


def _old(services: Services) -> Changes:
    return services.old_decisions.store(services.old_decisions.read(lists_made.old_decisions(services.path.parent)))


def _old_and_others(services: Services) -> Changes:
    file = lists_made.old_decisions_and_others(services.path.parent)
    return services.old_decisions.store(services.old_decisions.read(file))


def _second_line(services: Services) -> DecisionLineId:
    line = services.decisions.get(DECISION).lines[1]
    assert line.id is not None
    return line.id


def _amending(services: Services) -> DecisionId:
    (decision,) = services.amendments.about(DECISION)
    assert decision.id is not None
    return decision.id


def _correct(services: Services) -> Changes:
    by = By(LATER, "Sai họ tên", "06/QĐ-SNV")
    return services.corrections.correct(DECISION, {_first_line(services): {CorrectedField.NAME: "Đỗ Thị Yến"}}, by)


def _last(services: Services) -> DecisionId:
    number = services.decisions.of_meeting(SECOND)[0].id
    assert number is not None
    return number


STEPS: dict[str, Callable[[Services], Changes]] = {
    "round.save council": lambda s: s.nominations.save_round(Round(ROUND, 2024)),
    "nomination.save_many council": _lines,
    "nomination.move complete": lambda s: _move(s, NominationState.DOSSIER_COMPLETE),
    "nomination.move eligible": lambda s: _move(s, NominationState.ELIGIBLE),
    "council.save": lambda s: s.councils.save(Council("Hội đồng Thi đua - Khen thưởng", decision="12/QĐ-SNV")),
    "council.save below": lambda s: s.councils.save(Council("Hội đồng sáng kiến", parent_id=COUNCIL)),
    "council.save_members": _members,
    "council.delete": lambda s: s.councils.delete(OTHER),
    "council.restore": lambda s: s.councils.restore(OTHER),
    "meeting.save": lambda s: s.meetings.save(
        Meeting(COUNCIL, "Họp xét", HELD, time(8), rounds=(_round(s),), agenda=(AgendaItem("Khai mạc", 5),))
    ),
    "meeting.save second": lambda s: s.meetings.save(Meeting(COUNCIL, "Họp bổ sung", LATER, rounds=(_round(s),))),
    "meeting.save third": lambda s: s.meetings.save(Meeting(COUNCIL, "Họp nhầm", LATER)),
    "round.save begin": lambda s: s.nominations.save_round(Round("Đợt họp ngay", 2024)),
    "nomination.save_many begin": lambda s: _ready(s, "Đợt họp ngay", "Hà Văn Ngay"),
    "meeting.begin": lambda s: s.meetings.begin(
        Meeting(COUNCIL, "Họp ngay", LATER, rounds=(_found(s, "Đợt họp ngay"),))
    ),
    "meeting.delete": lambda s: s.meetings.delete(THIRD),
    "meeting.restore": lambda s: s.meetings.restore(THIRD),
    "meeting.bring": lambda s: s.meetings.bring(MEETING),
    "meeting.take_out": lambda s: s.meetings.take_out(MEETING, [_line(s, "Vũ Văn Giang")], "Xin rút"),
    "meeting.bring again": lambda s: s.meetings.bring(MEETING, [_line(s, "Vũ Văn Giang")]),
    "meeting.attend": _attend,
    "meeting.save_conflicts": lambda s: s.meetings.save_conflicts(
        MEETING, [Conflict(MemberId(3), _line(s, "Đỗ Thị Én"), "Là em ruột")]
    ),
    "meeting.move": lambda s: s.meetings.move(MEETING, MeetingState.SITTING),
    "ballot.open": lambda s: s.ballots.open(MEETING, counters=["Ủy viên 2"]),
    "ballot.save": lambda s: s.ballots.save(replace(s.ballots.of_meeting(MEETING)[0].ballot, counters=("Ủy viên 3",))),
    "ballot.enter": lambda s: _enter(s, 1),
    "ballot.enter second": lambda s: _enter(s, 2),
    "ballot.open again": lambda s: s.ballots.open(MEETING, [_line(s, "Vũ Văn Giang")]),
    "ballot.discard": lambda s: s.ballots.discard(BallotId(2)),
    "verdict.decide": _decide,
    "meeting.conclude": lambda s: s.verdicts.conclude(MEETING),
    "meeting.move back": lambda s: s.meetings.move(MEETING, MeetingState.SITTING, reason="Kiểm lại phiếu"),
    "meeting.conclude again": lambda s: s.verdicts.conclude(MEETING),
    "meeting.move signed": lambda s: s.meetings.move(MEETING, MeetingState.SIGNED),
    "decision.draft": _draft,
    "decision.save": lambda s: s.decisions.save(replace(s.decisions.get(DECISION), legal_bases=("Luật TĐKT",))),
    "decision.save_lines": _reorder,
    "decision.change_lines": lambda s: s.hand_decisions.change_lines(
        DECISION, [replace(s.decisions.get(DECISION).lines[0], position="Trưởng phòng")]
    ),
    "decision.save_lines misspelt": _misspell,
    "certificate.place": lambda s: s.certificates.place(
        "giay-khen-a4-day-du", Placement(letters=Letters.CAPITALS), printer="HP", offset=Offset(1, -0.5)
    ),
    "decision.answer_names": lambda s: s.name_checks.answer(DECISION, {_first_line(s): "Theo giấy khai sinh"}),
    "decision.delete": lambda s: s.decisions.delete(DECISION),
    "decision.restore": lambda s: s.decisions.restore(DECISION),
    "decision.move": lambda s: s.decisions.move(DECISION, DecisionState.TO_SIGN),
    "decision.sign": lambda s: s.decisions.sign(DECISION, "5/QĐ-SNV", LATER),
    "decision.move issued": lambda s: s.decisions.move(DECISION, DecisionState.ISSUED),
    "decision.set_bonus": lambda s: s.pay_lists.set_bonus(DECISION, {_first_line(s): 710_000}),
    "decision.correct": _correct,
    "decision.withdraw_lines": lambda s: s.corrections.withdraw_lines(
        DECISION, [_first_line(s)], By(LATER, "Khai sai")
    ),
    "fund.save": lambda s: s.funds.save(FundEntry(2024, HELD, FundKind.INCOME, "Ngân sách cấp", 50_000_000)),
    "fund.save again": lambda s: s.funds.save(replace(s.funds.of_year(2024).book.entries[0], note="Đợt 1")),
    "fund.pay": lambda s: s.funds.pay([DECISION], LATER),
    "fund.remove": lambda s: s.funds.remove([FundEntryId(1)]),
    "decision.amend": lambda s: s.amendments.draft(
        DECISION, Amendment("Sai chức vụ", {_second_line(s): {CorrectedField.POSITION: "Trưởng phòng"}})
    ),
    "decision.move amending": lambda s: s.decisions.move(_amending(s), DecisionState.TO_SIGN),
    "decision.sign amending": lambda s: s.decisions.sign(_amending(s), "7/QĐ-SNV", LATER),
    "decision.import_old": _old,
    "decision.import_old_with_others": _old_and_others,
    "sent_up.send": lambda s: s.sent_up.send([_line(s, "Lý Thị Kim")], "chu_tich_ubnd_tinh", LATER),
    "sent_up.answer": lambda s: s.sent_up.answer([SentUpId(1)], Answer(LATER, awarded=True, decision="9/QĐ-UBND")),
    "meeting.bring second": _second,
    "meeting.attend second": _attend_second,
    "meeting.move second": lambda s: s.meetings.move(SECOND, MeetingState.SITTING),
    "decision.draft_from_tally": lambda s: s.decisions.draft_from_tally(SECOND),
    "decision.move second": lambda s: s.decisions.move(_last(s), DecisionState.TO_SIGN),
    "decision.sign second": lambda s: s.decisions.sign(_last(s), "6/QĐ-SNV", LATER),
    "decision.create": lambda s: s.hand_decisions.create(Decision("Khen thưởng đột xuất", year=2024)),
    "decision.withdraw": lambda s: s.corrections.withdraw(_last(s), By(LATER, "Ban hành nhầm")),
    "round.save late": lambda s: s.nominations.save_round(Round(LATE, 2024)),
    "nomination.save_many late": lambda s: _ready(s, LATE, "Hà Văn Muộn", "Hà Thị Chót"),
    "meeting.begin_with": _begin_with,
    "meeting.bring_round": _bring_round,
}
"""As ``everything.STEPS``."""
