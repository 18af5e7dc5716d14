"""What the rulebook of a meeting's day asks of the council: which lines need a ballot, how many members must come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.rulebooks import Basis, QuorumRule, Rulebook, Vote

OWN_RULES = Vote(percent=None, base="all_members", ballot="minutes", basis=Basis("", Confidence.UNSURE))
"""For an award of which the rulebook says nothing: the council's own rules decide."""


def vote_of(book: Rulebook, award_id: str) -> Vote:
    """The share of votes that an award needs."""
    law = book.awards.get(award_id)
    return law.vote if law is not None and law.vote is not None else OWN_RULES


def needs_ballot(vote: Vote) -> bool:
    """Whether the council votes on paper; otherwise the consent in the minutes is enough."""
    return vote.ballot != "minutes"


def ballot_order(lines: Mapping[NominationId, str], ranks: Mapping[str, int]) -> tuple[NominationId, ...]:
    """Lines as they stand on a ballot: those of one award together, the highest first, otherwise as they come.

    Args:
        lines: the award of each.
        ranks: of the awards.
    """
    return tuple(sorted(lines, key=lambda each: (-ranks.get(lines[each], 0), lines[each])))


def quorum_rule(book: Rulebook, award_ids: Iterable[str]) -> QuorumRule | None:
    """The highest share of members that the rulebook asks for: of every meeting, and for single awards of it."""
    votes = (vote_of(book, award_id) for award_id in award_ids)
    rules = [QuorumRule(Fraction(str(one.quorum)) / 100, one.basis) for one in votes if one.quorum is not None]
    if book.quorum is not None:
        rules.insert(0, book.quorum)
    return max(rules, key=lambda rule: rule.share, default=None)
