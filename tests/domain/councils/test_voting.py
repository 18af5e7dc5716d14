"""Which lines need a ballot, and how many members have to come."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from thidua_desktop.domain.councils.voting import OWN_RULES, needs_ballot, quorum_rule, vote_of
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.rulebooks import AwardLaw, Basis, QuorumRule, Rulebook, Vote

BASIS = Basis("Điều 30", Confidence.SEEN)
SECRET = Vote(90, "all_members", "secret", BASIS)
STRICT = Vote(60, "attendees", "minutes", BASIS, quorum=80)
BOOK = Rulebook(
    "X",
    "Quy chế",
    BASIS,
    {
        "secret": AwardLaw("secret", BASIS, vote=SECRET),
        "strict": AwardLaw("strict", BASIS, vote=STRICT),
        "silent": AwardLaw("silent", BASIS),
    },
    quorum=QuorumRule(Fraction(2, 3), BASIS),
)


@pytest.mark.parametrize(("award", "ballot"), [("secret", True), ("strict", False), ("silent", False), ("own", False)])
def test_which_awards_need_a_ballot(award: str, ballot: bool) -> None:
    assert needs_ballot(vote_of(BOOK, award)) is ballot


def test_without_a_rule_the_council_decides() -> None:
    assert vote_of(BOOK, "silent") is OWN_RULES
    assert OWN_RULES.percent is None


@pytest.mark.parametrize(
    ("awards", "share"),
    [((), Fraction(2, 3)), (("secret",), Fraction(2, 3)), (("secret", "strict"), Fraction(4, 5))],
)
def test_the_highest_share_of_members_holds(awards: tuple[str, ...], share: Fraction) -> None:
    rule = quorum_rule(BOOK, awards)
    assert rule is not None and rule.share == share


def test_no_rule_asks_for_nobody() -> None:
    assert quorum_rule(replace(BOOK, quorum=None), ["secret"]) is None
