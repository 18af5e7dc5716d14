"""Ballots through the store: the two counts, what blocks them, and the votes that decide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.sittings import BANG_KHEN, CSTD, LDTT, Sitting, sitting
from thidua_desktop.domain.councils.ballots import LineCount, Passing, TurnoutPart, needed
from thidua_desktop.domain.councils.meetings import Conflict, MeetingState, QuorumMissing, Verdict
from thidua_desktop.domain.councils.records import Papers
from thidua_desktop.domain.ids import BallotId, NominationId
from thidua_desktop.services.ballots import (
    BallotDecided,
    BallotState,
    CountIncomplete,
    CountNegative,
    CountTooLarge,
    NothingToVoteOn,
)
from thidua_desktop.services.container import Services
from thidua_desktop.services.meeting_standing import LineNotOfMeeting, MeetingClosed
from thidua_desktop.services.verdicts import LinesOpen

NINETY = "chien_si_thi_dua_bo_tinh"


def state(held: Sitting, place: int = 0) -> BallotState:
    return held.services.ballots.of_meeting(held.meeting)[place]


def test_only_lines_whose_law_asks_for_it_are_voted_on(services: Services) -> None:
    held = sitting(services, [LDTT, CSTD, BANG_KHEN, NINETY])
    assert services.ballots.waiting(held.meeting) == (held.lines[3], held.lines[1]), "the highest award first"
    votes = services.ballots.votes(held.meeting)
    assert [votes[line].percent for line in held.lines] == [None, 80, None, 90]
    services.ballots.open(held.meeting, counters=["Ủy viên 1", "Ủy viên 2"])
    assert state(held).lines == (held.lines[3], held.lines[1])
    assert state(held).ballot.counters == ("Ủy viên 1", "Ủy viên 2")
    with pytest.raises(NothingToVoteOn):
        services.ballots.open(held.meeting)
    services.ballots.open(held.meeting, [held.lines[0]])  # the council's own rules may ask for more
    assert (state(held, 1).ballot.number, state(held, 1).lines) == (2, (held.lines[0],))
    with pytest.raises(LineNotOfMeeting):
        services.ballots.open(held.meeting, [NominationId(99)])


@pytest.mark.parametrize("came", [(5, 4, 1), (9, 9, 0), (9, 7, 1), (11, 8, 2), (15, 10, 5), (25, 20, 3)])
@pytest.mark.parametrize(("award", "percent"), [(CSTD, 80), (NINETY, 90)])
def test_a_vote_less_than_needed_fails(
    services: Services, came: tuple[int, int, int], award: str, percent: int
) -> None:
    """The base is every member, absent ones too; nothing is rounded up to the share."""
    size, present, written = came
    least = needed(size, percent)
    most = min(least, present + written)
    held = sitting(services, [award, award], size=size, present=present, written=written)
    held.vote([most, least - 1])
    first, second = (services.ballots.results(held.meeting)[line] for line in held.lines)
    assert (first.result.base, first.result.needed) == (size, least)
    assert first.result.passing is (Passing.PASSED if most == least else Passing.FAILED)
    assert second.result.passing is Passing.FAILED
    assert first.vote.basis.citation


def test_invalid_papers_and_opinions_agree_to_nothing(services: Services) -> None:
    held = sitting(services, [CSTD], size=11, present=9, written=2)
    held.vote([9], invalid=1, written_invalid=1)
    (line,) = services.ballots.results(held.meeting).values()
    assert (line.result.agree, line.result.base, line.result.needed) == (9, 11, 9)
    assert line.result.passing is Passing.PASSED


@pytest.fixture
def opened(services: Services) -> Sitting:
    held = sitting(services, [CSTD, CSTD])
    services.ballots.open(held.meeting)
    return held


PAPERS = Papers(9, 9, 0)


def enter(held: Sitting, entry: int, papers: Papers, *agree: int, by: str = "") -> None:
    valid = papers.returned - papers.invalid
    lines = [LineCount(line, yes, valid - yes) for line, yes in zip(held.lines, agree, strict=True)]
    held.services.ballots.enter(BallotId(1), entry, papers, lines, counted_by=by)


def test_one_count_decides_nothing(opened: Sitting) -> None:
    enter(opened, 1, PAPERS, 9, 8)
    assert state(opened).first is not None
    assert not state(opened).counted
    enter(opened, 2, PAPERS, 9, 8)
    assert state(opened).counted


def test_counts_that_differ_show_where(opened: Sitting) -> None:
    enter(opened, 1, PAPERS, 9, 8)
    enter(opened, 2, PAPERS, 9, 7)
    (where,) = state(opened).disagreements
    assert where.nomination_id == opened.lines[1]
    assert where.first is not None and where.second is not None
    assert (where.first.agree, where.second.agree) == (8, 7)
    assert opened.services.ballots.results(opened.meeting) == {}
    enter(opened, 2, Papers(9, 8, 0), 8, 8)
    assert state(opened).differing_papers == (TurnoutPart.RETURNED,)
    enter(opened, 2, PAPERS, 9, 8)
    assert state(opened).counted


@pytest.mark.parametrize(
    ("papers", "code"),
    [
        (Papers(9, 10, 0), "tally.returned_above_issued"),
        (Papers(10, 9, 0), "tally.issued_above_present"),
        (Papers(9, 9, 0, 1), "tally.written_invalid_above_written"),
    ],
)
def test_what_cannot_be_true_blocks_though_both_say_it(opened: Sitting, papers: Papers, code: str) -> None:
    for entry in (1, 2):
        enter(opened, entry, papers, 5, 5)
    assert code in {finding.code for finding in state(opened).findings}
    assert not state(opened).counted


def test_lines_that_do_not_add_up_block(opened: Sitting) -> None:
    lines = [LineCount(opened.lines[0], 8, 0), LineCount(opened.lines[1], 8, 1)]
    for entry in (1, 2):
        opened.services.ballots.enter(BallotId(1), entry, PAPERS, lines)
    ((line, finding),) = state(opened).line_findings
    assert (line, finding.code) == (opened.lines[0], "tally.line_sum")
    assert not state(opened).counted


def test_one_person_who_counts_twice_is_told(opened: Sitting) -> None:
    enter(opened, 1, PAPERS, 9, 8, by="Hà Thư")
    enter(opened, 2, PAPERS, 9, 8, by="hà thư ")
    assert [finding.code for finding in state(opened).findings] == ["tally.same_counter"]
    assert state(opened).counted


def test_counts_that_cannot_be_kept(opened: Sitting) -> None:
    for lines, error in (
        ([LineCount(opened.lines[0], 9, 0)], CountIncomplete),
        ([LineCount(each, -1, 10) for each in opened.lines], CountNegative),
        ([LineCount(each, 2**64, 0) for each in opened.lines], CountTooLarge),
    ):
        with pytest.raises(error):
            opened.services.ballots.enter(BallotId(1), 1, PAPERS, lines)
    assert state(opened).first is None


def test_a_later_ballot_on_a_line_counts(opened: Sitting) -> None:
    enter(opened, 1, PAPERS, 9, 5)
    enter(opened, 2, PAPERS, 9, 5)
    opened.services.ballots.open(opened.meeting, [opened.lines[1]])
    for entry in (1, 2):
        opened.services.ballots.enter(BallotId(2), entry, PAPERS, [LineCount(opened.lines[1], 8, 1)])
    results = opened.services.ballots.results(opened.meeting)
    assert [results[line].ballot_id for line in opened.lines] == [1, 2]
    assert results[opened.lines[1]].result.passing is Passing.PASSED
    opened.services.ballots.discard(BallotId(2))
    assert opened.services.ballots.results(opened.meeting)[opened.lines[1]].result.agree == 5


def test_a_line_that_is_voted_on_again_waits_for_that_count(opened: Sitting) -> None:
    services = opened.services
    for entry in (1, 2):
        enter(opened, entry, PAPERS, 9, 5)
    services.verdicts.decide(opened.meeting, services.verdicts.proposals(opened.meeting))
    services.ballots.open(opened.meeting, [opened.lines[1]])
    assert [one.line.verdict for one in services.meetings.lines(opened.meeting)] == [Verdict.AGREED, None]
    assert services.ballots.results(opened.meeting).keys() == {opened.lines[0]}
    with pytest.raises(LinesOpen):
        services.verdicts.conclude(opened.meeting)
    for entry in (1, 2):
        services.ballots.enter(BallotId(2), entry, PAPERS, [LineCount(opened.lines[1], 8, 1)])
    services.verdicts.conclude(opened.meeting)
    assert [one.line.verdict for one in services.meetings.lines(opened.meeting)] == [Verdict.AGREED] * 2


def test_a_line_without_a_threshold_that_is_voted_on_is_not_agreed_to_by_consent(services: Services) -> None:
    held = sitting(services, [LDTT])
    services.ballots.open(held.meeting, held.lines)
    assert services.verdicts.proposals(held.meeting) == ()
    with pytest.raises(LinesOpen):
        services.verdicts.conclude(held.meeting)


def test_a_member_who_keeps_out_and_is_counted_is_told(opened: Sitting) -> None:
    services, line = opened.services, opened.lines[0]
    services.meetings.save_conflicts(opened.meeting, [Conflict(opened.members[1], line, "Em ruột")])
    for entry in (1, 2):
        enter(opened, entry, PAPERS, 9, 8)
    assert [finding.code for finding in state(opened).findings] == ["tally.conflict_not_counted"]
    assert state(opened).counted
    lines = [LineCount(line, 8, 0, conflicted=1), LineCount(opened.lines[1], 8, 1)]
    for entry in (1, 2):
        services.ballots.enter(BallotId(1), entry, PAPERS, lines)
    assert state(opened).findings == ()


def test_too_few_members_do_not_vote(services: Services) -> None:
    held = sitting(services, [CSTD], present=5, written=4)
    with pytest.raises(QuorumMissing):
        services.ballots.open(held.meeting)


def test_no_vote_before_the_meeting_sits_or_after_it(services: Services) -> None:
    held = sitting(services, [CSTD])
    ballot = held.vote([9])
    services.verdicts.conclude(held.meeting)
    for change in (
        lambda: services.ballots.open(held.meeting, held.lines),
        lambda: services.ballots.discard(ballot),
        lambda: services.ballots.save(replace(state(held).ballot, note="Khác")),
    ):
        with pytest.raises(MeetingClosed):
            change()
    services.meetings.move(held.meeting, MeetingState.SITTING, reason="Kiểm lại")
    with pytest.raises(BallotDecided):
        services.ballots.discard(ballot)
