"""Meetings: their way, who came, what the council may decide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from thidua_desktop.domain.councils.ballots import LineResult, Passing
from thidua_desktop.domain.councils.meetings import (
    STATE_OF,
    Attendance,
    LineVerdict,
    Meeting,
    MeetingMoveNotAllowed,
    MeetingReasonMissing,
    MeetingState,
    NotPassed,
    Presence,
    Quorum,
    Verdict,
    VerdictReasonMissing,
    check_verdict,
    leader,
    proposed,
    quorum,
)
from thidua_desktop.domain.councils.rosters import CouncilRole, Member
from thidua_desktop.domain.ids import CouncilId, MemberId, NominationId
from thidua_desktop.domain.nominations import MOVES, NominationState

MEETING = Meeting(CouncilId(1), "Họp xét khen thưởng tổng kết năm 2026", date(2026, 12, 15))
LINE = NominationId(7)
TWO_THIRDS = Fraction(2, 3)


def member(number: int, role: CouncilRole = CouncilRole.MEMBER) -> Member:
    return Member(CouncilId(1), f"Thành viên {number}", role, id=MemberId(number))


MEMBERS = [member(1, CouncilRole.CHAIR), member(2, CouncilRole.VICE_CHAIR), *(member(each) for each in range(3, 10))]


def attending(*presences: Presence) -> list[Attendance]:
    return [Attendance(MemberId(at), presence) for at, presence in enumerate(presences, start=1)]


def test_a_meeting_goes_forward_step_by_step() -> None:
    meeting = MEETING
    for state in list(MeetingState)[1:]:
        meeting = meeting.moved_to(state)
        assert meeting.state is state


def test_no_step_is_left_out() -> None:
    with pytest.raises(MeetingMoveNotAllowed):
        MEETING.moved_to(MeetingState.COUNTED)


def test_going_back_needs_a_reason() -> None:
    signed = replace(MEETING, state=MeetingState.SIGNED)
    with pytest.raises(MeetingReasonMissing):
        signed.moved_to(MeetingState.SITTING, reason="  ")
    back = signed.moved_to(MeetingState.SITTING, reason="Kiểm phiếu lại")
    assert (back.state, back.state_reason) == (MeetingState.SITTING, "Kiểm phiếu lại")
    assert back.moved_to(MeetingState.SITTING) is back


@pytest.mark.parametrize(
    ("present", "written", "reached"), [(6, 0, True), (5, 3, False), (5, 0, False), (9, 0, True), (0, 9, False)]
)
def test_written_opinions_do_not_make_a_quorum(present: int, written: int, reached: bool) -> None:
    came = attending(*[Presence.PRESENT] * present, *[Presence.WRITTEN] * written)
    counted = quorum(MEMBERS, came, TWO_THIRDS)
    assert counted == Quorum(members=9, present=present, written=written, needed=6)
    assert counted.reached is reached


def test_a_stranger_is_not_counted_and_nobody_twice() -> None:
    came = [*attending(*[Presence.PRESENT] * 5), Attendance(MemberId(99), Presence.PRESENT)]
    came.append(came[0])
    assert quorum(MEMBERS, came, TWO_THIRDS).present == 5


def test_the_vice_chair_leads_where_the_chair_is_away() -> None:
    assert leader(MEMBERS, attending(Presence.PRESENT, Presence.PRESENT)) == MEMBERS[0]
    assert leader(MEMBERS, attending(Presence.WRITTEN, Presence.PRESENT)) == MEMBERS[1]
    assert leader(MEMBERS, attending(Presence.ABSENT, Presence.EXCUSED, Presence.PRESENT)) is None


def outcome(agree: int, passing: Passing, base: int = 9, needed: int | None = 8) -> LineResult:
    return LineResult(LINE, agree, base, needed, passing)


@pytest.mark.parametrize(
    ("result", "verdict"),
    [
        (outcome(8, Passing.PASSED), Verdict.AGREED),
        (outcome(7, Passing.FAILED), Verdict.REFUSED),
        (outcome(5, Passing.NO_THRESHOLD, needed=None), Verdict.AGREED),
        (outcome(4, Passing.NO_THRESHOLD, base=8, needed=None), Verdict.REFUSED),
    ],
)
def test_the_votes_propose_a_verdict(result: LineResult, verdict: Verdict) -> None:
    assert proposed([result]) == (LineVerdict(LINE, verdict),)


def test_too_few_votes_cannot_be_agreed_to() -> None:
    with pytest.raises(NotPassed) as refused:
        check_verdict(LineVerdict(LINE, Verdict.AGREED), outcome(7, Passing.FAILED))
    assert refused.value.params == {"agree": 7, "needed": 8}
    check_verdict(LineVerdict(LINE, Verdict.AGREED), outcome(8, Passing.PASSED))
    check_verdict(LineVerdict(LINE, Verdict.AGREED), None)


@pytest.mark.parametrize("verdict", [Verdict.REFUSED, Verdict.POSTPONED, Verdict.LOWERED])
def test_against_the_votes_a_reason_is_needed(verdict: Verdict) -> None:
    with pytest.raises(VerdictReasonMissing):
        check_verdict(LineVerdict(LINE, verdict), outcome(9, Passing.PASSED))
    check_verdict(LineVerdict(LINE, verdict, "Chưa đủ hồ sơ", "giay_khen"), outcome(9, Passing.PASSED))


def test_a_line_that_fails_needs_no_other_reason_than_the_votes() -> None:
    refused = LineVerdict(LINE, Verdict.REFUSED)
    check_verdict(refused, outcome(7, Passing.FAILED))
    with pytest.raises(VerdictReasonMissing):
        check_verdict(refused, outcome(8, Passing.PASSED))


def test_lowered_names_the_award_instead() -> None:
    with pytest.raises(VerdictReasonMissing):
        check_verdict(LineVerdict(LINE, Verdict.LOWERED, "Thành tích chưa đủ"), None)


def test_every_verdict_is_a_step_that_a_nomination_can_take() -> None:
    assert set(STATE_OF) == set(Verdict)
    assert set(STATE_OF.values()) <= set(MOVES[NominationState.BEFORE_COUNCIL])
