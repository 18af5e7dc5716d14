"""Ballot arithmetic: whole votes, all members as the base, nothing rounded up."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.councils.ballots import (
    Disagreement,
    LineCount,
    Passing,
    Turnout,
    compare,
    line_findings,
    needed,
    quorum_needed,
    result,
    shown_share,
    turnout_findings,
)
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.rulebooks import Basis, Vote
from thidua_desktop.services.rulebooks import shipped

LINE, OTHER = NominationId(1), NominationId(2)
BASIS = Basis("NĐ 98/2023/NĐ-CP Điều 30 khoản 7", Confidence.SEEN)

# Reckoned by hand from "at least 80 (90) in 100 of the members": members → votes for 80 %, votes for 90 %.
NEEDED = {
    5: (4, 5),
    6: (5, 6),
    7: (6, 7),
    8: (7, 8),
    9: (8, 9),
    10: (8, 9),
    11: (9, 10),
    12: (10, 11),
    13: (11, 12),
    14: (12, 13),
    15: (12, 14),
    16: (13, 15),
    17: (14, 16),
    18: (15, 17),
    19: (16, 18),
    20: (16, 18),
    21: (17, 19),
    22: (18, 20),
    23: (19, 21),
    24: (20, 22),
    25: (20, 23),
}
CASES = [(members, percent, NEEDED[members][percent == 90]) for members in NEEDED for percent in (80, 90)]


def vote(percent: float | None, base: str = "all_members") -> Vote:
    return Vote(percent, base, "ballot", BASIS)


@pytest.mark.parametrize(("members", "percent", "votes"), CASES)
def test_votes_needed(members: int, percent: int, votes: int) -> None:
    assert needed(members, percent) == votes


@pytest.mark.parametrize(("members", "percent", "votes"), CASES)
@pytest.mark.parametrize(("absent", "written"), [(0, 0), (1, 0), (1, 1), (2, 1), (2, 2)])
def test_one_vote_decides(members: int, percent: int, votes: int, absent: int, written: int) -> None:
    present = members - absent
    turnouts = [Turnout(members, present, present, present, invalid, written) for invalid in (0, 1)]
    for turnout in turnouts:
        _assert_every_count_decides(turnout, percent, votes)


def _assert_every_count_decides(turnout: Turnout, percent: int, votes: int) -> None:
    members = turnout.members
    assert list(turnout_findings(turnout)) == []
    for agree in range(turnout.valid + 1):
        line = LineCount(LINE, agree, turnout.valid - agree)
        assert list(line_findings([line], turnout)) == []
        outcome = result(line, vote(percent), turnout)
        assert outcome.base == members
        assert outcome.needed == votes
        assert (outcome.passing is Passing.PASSED) == (100 * agree >= percent * members)


def test_absent_members_without_an_opinion_count_against() -> None:
    turnout = Turnout(members=9, present=7, issued=7, returned=7, invalid=0)
    assert turnout.silent == 2
    assert result(LineCount(LINE, 7, 0), vote(80), turnout).passing is Passing.FAILED
    with_opinion = Turnout(members=9, present=7, issued=7, returned=7, invalid=0, written=1)
    assert result(LineCount(LINE, 8, 0), vote(80), with_opinion).passing is Passing.PASSED


def test_a_rulebook_may_count_those_who_took_part() -> None:
    turnout = Turnout(members=11, present=8, issued=8, returned=8, invalid=0, written=1)
    outcome = result(LineCount(LINE, 8, 1), vote(90, "attendees"), turnout)
    assert (outcome.base, outcome.needed, outcome.passing) == (9, 9, Passing.FAILED)


def test_without_a_share_in_the_rulebook_nobody_passes_by_it() -> None:
    outcome = result(LineCount(LINE, 5, 0), vote(None), Turnout(5, 5, 5, 5, 0))
    assert (outcome.needed, outcome.passing) == (None, Passing.NO_THRESHOLD)


def test_a_council_of_nobody_agrees_to_nothing() -> None:
    outcome = result(LineCount(LINE, 0, 0), vote(80), Turnout(0, 0, 0, 0, 0))
    assert outcome.passing is Passing.FAILED
    assert outcome.share is None


@pytest.mark.parametrize(
    ("agree", "base", "percent", "shown"),
    [
        (8, 9, 90, "88,89"),
        (9, 10, 90, "90,00"),
        (43, 54, 80, "79,63"),
        (79_996, 100_000, 80, "79,99"),
        (89_996, 100_000, 90, "89,99"),
        (99_999, 100_000, 90, "99,99"),
        (1, 3, None, "33,33"),
        (2, 3, None, "66,67"),
        (5, 5, 80, "100,00"),
        (0, 5, 80, "0,00"),
    ],
)
def test_a_share_as_it_is_printed(agree: int, base: int, percent: float | None, shown: str) -> None:
    assert shown_share(Fraction(100 * agree, base), percent) == shown


@given(st.integers(1, 20_000), st.integers(0, 20_000), st.sampled_from([50, 60, 66.67, 75, 80, 90, 100]))
def test_what_fails_never_looks_as_if_it_had_passed(base: int, agree: int, percent: float) -> None:
    agree = min(agree, base)
    share = Fraction(100 * agree, base)
    shown = Fraction(shown_share(share, percent).replace(",", "."))
    passed = agree >= needed(base, percent)
    assert abs(shown - share) < Fraction(1, 100)
    assert passed == (share >= Fraction(str(percent)))
    assert passed or shown < Fraction(str(percent))


@given(st.integers(0, 1000), st.integers(0, 100))
def test_needed_is_the_least_number_that_reaches_the_share(base: int, percent: int) -> None:
    votes = needed(base, percent)
    assert 100 * votes >= percent * base
    assert votes == 0 or 100 * (votes - 1) < percent * base


@pytest.mark.parametrize(("base", "percent"), [(-1, 80), (9, 101), (9, -1)])
def test_impossible_thresholds(base: int, percent: int) -> None:
    with pytest.raises(ValueError, match=str(base)):
        needed(base, percent)


@pytest.mark.parametrize(("members", "least"), [(9, 6), (10, 7), (11, 8), (12, 8), (13, 9), (1, 1)])
def test_two_thirds_make_a_meeting(members: int, least: int) -> None:
    assert quorum_needed(members, Fraction(2, 3)) == least


@pytest.mark.parametrize(
    ("turnout", "codes"),
    [
        (Turnout(9, 10, 9, 9, 0), ["tally.present_above_members", "tally.too_many_voices"]),
        (Turnout(9, 7, 8, 7, 0), ["tally.issued_above_present"]),
        (Turnout(9, 7, 7, 8, 0), ["tally.returned_above_issued"]),
        (Turnout(9, 7, 7, 6, 7), ["tally.invalid_above_returned"]),
        (Turnout(9, 7, 7, 7, 0, 1, 2), ["tally.written_invalid_above_written"]),
        (Turnout(9, 8, 8, 8, 0, 2), ["tally.too_many_voices"]),
        (Turnout(9, 7, 7, 7, -1), ["tally.negative"]),
    ],
)
def test_impossible_turnouts_are_named(turnout: Turnout, codes: list[str]) -> None:
    assert [finding.code for finding in turnout_findings(turnout)] == codes


def test_papers_that_did_not_come_back() -> None:
    turnout = Turnout(members=11, present=10, issued=10, returned=9, invalid=1, written=1)
    assert (turnout.not_returned, turnout.valid, turnout.silent) == (1, 9, 0)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (LineCount(LINE, 7, 1), "tally.line_sum"),
        (LineCount(LINE, 7, 3), "tally.line_sum"),
        (LineCount(LINE, 10, -1), "tally.line_negative"),
    ],
)
def test_votes_of_a_line_add_up_to_the_valid_ballots(line: LineCount, code: str) -> None:
    ((named, finding),) = line_findings([line], Turnout(9, 9, 9, 9, 0))
    assert (named, finding.code) == (LINE, code)


def test_spoilt_and_conflicted_votes_are_part_of_the_sum() -> None:
    line = LineCount(LINE, agree=6, disagree=1, spoilt=1, conflicted=1)
    assert list(line_findings([line], Turnout(9, 9, 9, 9, 0))) == []


def test_two_counts_are_compared_line_by_line() -> None:
    first = [LineCount(LINE, 8, 1), LineCount(OTHER, 9, 0)]
    second = [LineCount(LINE, 8, 1), LineCount(OTHER, 8, 1), LineCount(NominationId(3), 9, 0)]
    assert compare(first, second) == (
        Disagreement(OTHER, first[1], second[1]),
        Disagreement(NominationId(3), None, second[2]),
    )
    assert compare(first, list(reversed(first))) == ()


def test_the_shares_of_the_shipped_rulebooks() -> None:
    """CSTĐ cơ sở has no share in the law before 2024 and 80 % in NĐ 98/2023; CSTĐ cấp tỉnh has 90 % in both."""
    shares = {
        (book.code, award): law.vote.percent
        for book in shipped()
        for award in ("chien_si_thi_dua_co_so", "chien_si_thi_dua_bo_tinh")
        if (law := book.awards.get(award)) is not None and law.vote is not None
    }
    assert shares["B", "chien_si_thi_dua_co_so"] == 80
    assert shares["A", "chien_si_thi_dua_co_so"] is None
    assert {shares[book, "chien_si_thi_dua_bo_tinh"] for book in ("A", "B", "C1", "C2")} == {90}
