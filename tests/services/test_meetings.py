"""Meetings: lines before the council, who came, the way of a meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.services.sittings import CSTD, DAY, LDTT, council, eligible, sitting
from thidua_desktop.domain.councils.meetings import (
    AgendaItem,
    Attendance,
    Conflict,
    Meeting,
    MeetingMoveNotAllowed,
    MeetingReasonMissing,
    MeetingState,
    Presence,
)
from thidua_desktop.domain.ids import MeetingId, MemberId, NominationId
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.nominations import NominationReasonMissing, NominationState
from thidua_desktop.services.container import Services
from thidua_desktop.services.meeting_lines import LineElsewhere, LineVotedOn, MeetingRoundInUse
from thidua_desktop.services.meeting_presence import ConflictReasonMissing, StrangerAttends
from thidua_desktop.services.meeting_standing import LineNotOfMeeting, MeetingClosed
from thidua_desktop.services.meetings import MeetingHasBegun, MeetingNameMissing, NothingReady

_S = NominationState


def test_a_meeting_takes_several_rounds(services: Services) -> None:
    council_id, _ = council(services, 5)
    first, _ = eligible(services, [CSTD, LDTT], name="Đợt một")
    second, lines = eligible(services, [LDTT], name="Đợt hai")
    services.nominations.move(lines, _S.TO_VERIFY, reason="Còn đơn thư")
    given = Meeting(
        council_id, "Họp", DAY, rounds=(first, second), agenda=(AgendaItem("Khai mạc", 5),), place="Hội trường"
    )
    meeting = MeetingId(services.meetings.save(given).created[0])
    assert services.meetings.get(meeting) == replace(given, id=meeting)
    found = services.meetings.candidates(meeting)
    assert (len(found.ready), found.held, dict(found.others)) == (2, (), {_S.TO_VERIFY: 1})
    services.meetings.bring(meeting)
    assert [one.nomination.state for one in services.meetings.lines(meeting)] == [_S.BEFORE_COUNCIL] * 2
    assert services.meetings.of_year(2024)[0].lines == 2
    assert services.meetings.of_year(2023) == ()
    for text in ("hop", str(meeting)):
        named = services.meetings.find(text)
        assert named is not None and named.id == meeting
    with pytest.raises(MeetingRoundInUse):
        services.meetings.save(replace(given, rounds=(second,), id=meeting))
    services.meetings.save(replace(given, rounds=(first,), id=meeting))
    assert services.meetings.get(meeting).rounds == (first,)


def test_what_a_meeting_has_decided_does_not_stay_away_from_it(services: Services) -> None:
    held = sitting(services, [LDTT])
    services.verdicts.conclude(held.meeting)
    assert services.meetings.candidates(held.meeting).others == {}


def test_a_line_stands_before_one_meeting_at_a_time(services: Services) -> None:
    held = sitting(services)
    council_id = services.meetings.get(held.meeting).council_id
    other = MeetingId(services.meetings.save(Meeting(council_id, "Họp khác", DAY, rounds=(held.round,))).created[0])
    assert services.meetings.candidates(other).ready == ()
    with pytest.raises(NothingReady):
        services.meetings.bring(other)
    with pytest.raises(LineElsewhere):
        services.meetings.bring(other, held.lines[:1])
    services.meetings.take_out(held.meeting, held.lines[:1], "Đơn vị xin rút")
    assert held.state(0) is _S.ELIGIBLE
    services.meetings.bring(other)
    assert [one.line.nomination_id for one in services.meetings.lines(other)] == [held.lines[0]]


def test_a_line_of_a_ballot_stays(services: Services) -> None:
    held = sitting(services)
    services.ballots.open(held.meeting)
    with pytest.raises(LineVotedOn):
        services.meetings.take_out(held.meeting, held.lines, "Rút")
    with pytest.raises(NominationReasonMissing):
        services.meetings.take_out(held.meeting, held.lines[1:], " ")
    assert [held.state(0), held.state(1)] == [_S.BEFORE_COUNCIL] * 2


@pytest.mark.parametrize(("size", "present", "reached"), [(9, 6, True), (9, 5, False), (10, 6, False), (10, 7, True)])
def test_two_thirds_make_a_meeting(services: Services, size: int, present: int, reached: bool) -> None:
    held = sitting(services, size=size, present=present, written=size - present)
    found = services.meetings.standing(held.meeting)
    assert found.rule is not None
    assert (found.rule.share, found.rule.basis.confidence) == (Fraction(2, 3), Confidence.UNSURE)
    assert found.quorum.reached is reached
    assert found.written == size - present


def test_attendance_is_noted_anew(services: Services) -> None:
    held = sitting(services, present=9)
    services.meetings.attend(held.meeting, [Attendance(held.members[0], Presence.EXCUSED, "Đi họp")])
    found = services.meetings.standing(held.meeting)
    assert [(one.member_id, one.reason) for one in found.attendance] == [(held.members[0], "Đi họp")]
    with pytest.raises(StrangerAttends):
        services.meetings.attend(held.meeting, [Attendance(MemberId(99), Presence.PRESENT)])


def test_a_member_keeps_out_of_the_vote_on_himself(services: Services) -> None:
    held = sitting(services)
    line = services.nominations.get(held.lines[0])
    services.nominations.save(replace(line, name="Ủy viên 3"))
    assert services.meetings.likely_conflicts(held.meeting) == ()  # the papers have the name as it was put before
    services.meetings.take_out(held.meeting, held.lines[:1], "Sai tên")
    services.meetings.bring(held.meeting)
    (likely,) = services.meetings.likely_conflicts(held.meeting)
    assert (likely.member_id, likely.nomination_id) == (held.members[3], held.lines[0])
    with pytest.raises(ConflictReasonMissing):
        services.meetings.save_conflicts(held.meeting, [likely])
    with pytest.raises(LineNotOfMeeting):
        services.meetings.save_conflicts(held.meeting, [Conflict(likely.member_id, NominationId(99), "Vì")])
    services.meetings.save_conflicts(held.meeting, [replace(likely, reason="Là chính mình")])
    assert services.meetings.likely_conflicts(held.meeting) == ()
    services.meetings.take_out(held.meeting, held.lines[:1], "Rút")
    assert services.meetings.standing(held.meeting).conflicts == ()


def test_the_way_of_a_meeting(services: Services) -> None:
    held = sitting(services, [LDTT])
    with pytest.raises(MeetingMoveNotAllowed):
        services.meetings.move(held.meeting, MeetingState.COUNTED)
    services.verdicts.conclude(held.meeting)
    with pytest.raises(MeetingReasonMissing):
        services.meetings.move(held.meeting, MeetingState.SITTING)
    services.meetings.move(held.meeting, MeetingState.SIGNED)
    for change in (
        lambda: services.meetings.attend(held.meeting, []),
        lambda: services.meetings.bring(held.meeting, held.lines),
        lambda: services.meetings.save(services.meetings.get(held.meeting)),
    ):
        with pytest.raises(MeetingClosed):
            change()
    services.meetings.move(held.meeting, MeetingState.SITTING, reason="Kiểm lại")
    assert held.state(0) is _S.BEFORE_COUNCIL


def test_meetings_that_cannot_be(services: Services) -> None:
    council_id, _ = council(services, 5)
    with pytest.raises(MeetingNameMissing):
        services.meetings.save(Meeting(council_id, " ", DAY))
    meeting = MeetingId(services.meetings.save(Meeting(council_id, "Họp", DAY)).created[0])
    with pytest.raises(NothingReady):
        services.meetings.move(meeting, MeetingState.SITTING)


def test_a_meeting_with_lines_is_not_thrown_away_nor_moved_to_another_day(services: Services) -> None:
    held = sitting(services)
    with pytest.raises(MeetingHasBegun):
        services.meetings.delete(held.meeting)
    with pytest.raises(MeetingHasBegun):
        services.meetings.save(replace(services.meetings.get(held.meeting), day=date(2024, 6, 19)))


def test_a_round_is_added_and_its_lines_brought_in_one_operation(services: Services) -> None:
    first, _ = eligible(services, [LDTT], name="Đợt 1")
    other, lines = eligible(services, [CSTD, LDTT], name="Đợt 2")
    council_id, _ = council(services, 3)
    meeting = MeetingId(services.meetings.save(Meeting(council_id, "Họp", DAY, rounds=(first,))).created[0])
    done = services.undo.doing(lambda: services.meetings.bring(meeting, lines[:1], round_id=other))
    assert services.meetings.get(meeting).rounds == (first, other)
    assert [each.nomination.id for each in services.meetings.lines(meeting)] == lines[:1]
    services.undo.undo(done.entry_id)
    assert services.meetings.get(meeting).rounds == (first,)
    assert services.meetings.lines(meeting) == ()
    assert services.nominations.get(lines[0]).state is NominationState.ELIGIBLE


def test_a_round_whose_line_cannot_come_is_not_added(services: Services) -> None:
    first, _ = eligible(services, [LDTT], name="Đợt 1")
    other, lines = eligible(services, [CSTD], name="Đợt 2")
    council_id, _ = council(services, 3)
    meeting = MeetingId(services.meetings.save(Meeting(council_id, "Họp", DAY, rounds=(first,))).created[0])
    services.meetings.begin(Meeting(council_id, "Họp khác", DAY, rounds=(other,)), lines)
    with pytest.raises(LineElsewhere):
        services.meetings.bring(meeting, lines, round_id=other)
    assert services.meetings.get(meeting).rounds == (first,)


def test_a_new_meeting_takes_the_chosen_lines_or_is_not_made(services: Services) -> None:
    round_id, lines = eligible(services, [CSTD, LDTT])
    council_id, _ = council(services, 3)
    wanted = Meeting(council_id, "Họp", DAY, rounds=(round_id,))
    done = services.undo.doing(lambda: services.meetings.begin(wanted, lines[1:]))
    (row,) = services.meetings.of_year(DAY.year)
    assert row.lines == 1
    with pytest.raises(LineElsewhere):
        services.meetings.begin(wanted, lines)
    assert len(services.meetings.of_year(DAY.year)) == 1
    services.undo.undo(done.entry_id)
    assert services.meetings.of_year(DAY.year) == ()
