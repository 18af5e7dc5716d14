"""What the council says of its lines, from the votes to the states of the nominations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.sittings import BANG_KHEN, CSTD, LDTT, sitting
from thidua_desktop.domain.councils.meetings import (
    Attendance,
    LineVerdict,
    MeetingState,
    NotPassed,
    Presence,
    QuorumMissing,
    Verdict,
    VerdictReasonMissing,
)
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.services.awards import AwardUnknown
from thidua_desktop.services.container import Services
from thidua_desktop.services.meeting_lines import LinesGoneOn
from thidua_desktop.services.nominations import AwardNotFor
from thidua_desktop.services.verdicts import BallotMissing, LineChangedSince, LinesOpen, NotLower, PassedSince

_S = NominationState


def test_what_follows_from_the_votes_is_applied_at_once(services: Services) -> None:
    held = sitting(services, [CSTD, CSTD, LDTT])
    held.vote([8, 7])
    said = {one.nomination_id: one for one in services.verdicts.proposals(held.meeting)}
    assert [said[line].verdict for line in held.lines] == [Verdict.AGREED, Verdict.REFUSED, Verdict.AGREED]
    assert not said[held.lines[2]].by_vote
    services.verdicts.conclude(held.meeting)
    assert [held.state(at) for at in range(3)] == [_S.AGREED, _S.REFUSED, _S.AGREED]
    refused = services.nominations.get(held.lines[1])
    assert refused.state_reason == "Được 7/9 phiếu đồng ý, cần ít nhất 8"
    lines = [one.line for one in services.meetings.lines(held.meeting)]
    assert [(line.agree, line.base, line.needed) for line in lines] == [(8, 9, 8), (7, 9, 8), (None, None, None)]
    assert "Điều 30" in lines[0].citation
    assert services.meetings.get(held.meeting).state is MeetingState.COUNTED


def test_lines_are_held_lowered_and_refused_with_reasons(services: Services) -> None:
    held = sitting(services, [LDTT, BANG_KHEN, LDTT])
    services.verdicts.decide(
        held.meeting,
        [
            LineVerdict(held.lines[0], Verdict.POSTPONED, "Chờ xác minh"),
            LineVerdict(held.lines[1], Verdict.LOWERED, "Thành tích ở cấp sở", "giay_khen_so"),
            LineVerdict(held.lines[2], Verdict.REFUSED, "Không đúng đối tượng"),
        ],
    )
    assert [held.state(at) for at in range(3)] == [_S.BEFORE_COUNCIL] * 3
    services.verdicts.conclude(held.meeting)
    assert [held.state(at) for at in range(3)] == [_S.POSTPONED, _S.LOWERED, _S.REFUSED]
    lowered = services.nominations.get(held.lines[1])
    assert (lowered.award_id, lowered.asked_award_id) == ("giay_khen_so", BANG_KHEN)
    services.meetings.move(held.meeting, MeetingState.SITTING, reason="Ghi nhầm")
    back = services.nominations.get(held.lines[1])
    assert (back.award_id, back.asked_award_id, back.state) == (BANG_KHEN, None, _S.BEFORE_COUNCIL)


def test_verdicts_that_the_votes_do_not_bear(services: Services) -> None:
    held = sitting(services, [CSTD, CSTD, LDTT])
    with pytest.raises(BallotMissing):
        services.verdicts.decide(held.meeting, [LineVerdict(held.lines[0], Verdict.AGREED)])
    held.vote([9, 7])
    for verdict, error in (
        (LineVerdict(held.lines[1], Verdict.AGREED), NotPassed),
        (LineVerdict(held.lines[0], Verdict.REFUSED), VerdictReasonMissing),
        (LineVerdict(held.lines[0], Verdict.LOWERED, "Vì", BANG_KHEN), NotLower),
        (LineVerdict(held.lines[0], Verdict.LOWERED, "Vì", "khong_co"), AwardUnknown),
        (LineVerdict(held.lines[0], Verdict.LOWERED, "Vì", "tap_the_lao_dong_tien_tien"), AwardNotFor),
    ):
        with pytest.raises(error):
            services.verdicts.decide(held.meeting, [LineVerdict(held.lines[2], Verdict.AGREED), verdict])
    assert [one.line.verdict for one in services.meetings.lines(held.meeting)] == [None] * 3


def test_a_meeting_ends_only_when_every_vote_is_counted(services: Services) -> None:
    held = sitting(services, [CSTD, LDTT])
    with pytest.raises(LinesOpen):
        services.verdicts.conclude(held.meeting)
    assert held.state(1) is _S.BEFORE_COUNCIL
    assert services.meetings.lines(held.meeting)[1].line.verdict is None


def test_a_verdict_whose_votes_do_not_stand_any_more_ends_nothing(services: Services) -> None:
    held = sitting(services, [CSTD], present=8)
    held.vote([8])
    services.verdicts.decide(held.meeting, services.verdicts.proposals(held.meeting))
    came = [Attendance(each, Presence.PRESENT) for each in held.members[:8]]
    late = Attendance(held.members[8], Presence.WRITTEN)
    services.meetings.attend(held.meeting, [*came, late])
    with pytest.raises(BallotMissing):
        services.verdicts.conclude(held.meeting)
    services.meetings.attend(held.meeting, came)
    services.verdicts.conclude(held.meeting)
    assert held.state(0) is _S.AGREED


def test_a_line_refused_by_its_votes_is_looked_at_again_after_another_count(services: Services) -> None:
    held = sitting(services, [CSTD, CSTD])
    ballot = held.vote([7, 5])
    services.verdicts.decide(held.meeting, services.verdicts.proposals(held.meeting))
    held.recount(ballot, [8, 6])
    with pytest.raises(PassedSince):
        services.verdicts.conclude(held.meeting)

    services.verdicts.decide(held.meeting, [LineVerdict(held.lines[0], Verdict.REFUSED, "Hội đồng cần xác minh thêm")])
    services.verdicts.conclude(held.meeting)

    reasons = [one.line.reason for one in services.meetings.lines(held.meeting)]
    assert reasons == ["Hội đồng cần xác minh thêm", "Được 6/9 phiếu đồng ý, cần ít nhất 8"]


def test_without_a_quorum_nothing_is_decided(services: Services) -> None:
    held = sitting(services, [LDTT], present=5, written=4)
    with pytest.raises(QuorumMissing):
        services.verdicts.conclude(held.meeting)


def test_an_award_changed_since_is_not_agreed_to(services: Services) -> None:
    held = sitting(services, [LDTT])
    services.nominations.save(replace(services.nominations.get(held.lines[0]), award_id="giay_khen_so"))
    with pytest.raises(LineChangedSince):
        services.verdicts.conclude(held.meeting)


def test_what_has_gone_on_is_not_taken_back(services: Services) -> None:
    held = sitting(services, [LDTT])
    services.decisions.draft_from_tally(held.meeting)
    with pytest.raises(LinesGoneOn):
        services.meetings.move(held.meeting, MeetingState.SITTING, reason="Kiểm lại")
    assert services.meetings.get(held.meeting).state is MeetingState.COUNTED


def test_a_line_in_the_trash_stops_nothing(services: Services) -> None:
    held = sitting(services, [LDTT, LDTT])
    services.nominations.delete(held.lines[:1])
    assert [one.line.nomination_id for one in services.meetings.lines(held.meeting)] == [held.lines[1]]
    services.verdicts.conclude(held.meeting)
    assert held.state(1) is _S.AGREED
    assert [one.nomination_ids for one in services.decisions.proposals(held.meeting)] == [(held.lines[1],)]
    services.meetings.move(held.meeting, MeetingState.SITTING, reason="Kiểm lại")
    services.meetings.take_out(held.meeting, held.lines[:1], "Đã xóa")
    services.nominations.restore(held.lines[:1])
    assert held.state(0) is _S.BEFORE_COUNCIL
    assert [one.id for one in services.meetings.candidates(held.meeting).ready] == [held.lines[0]]
