"""The lines of a round as claims: what is asked for, for whom, in which year, and what else for the same recipient."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_desktop.domain.double_nominations import doubles
from thidua_desktop.domain.eligibility.verdicts import Claim
from thidua_desktop.domain.nominations import Nomination


def claim_of(nomination: Nomination, *, year: int, day: date, also: tuple[str, ...] = ()) -> Claim:
    """A nomination as a claim; ``year`` is the year commended, ``day`` that of the document.

    A commendation for a sudden feat or a movement names its achievement in the citation.
    """
    return Claim(
        award_id=nomination.award_id,
        kind=nomination.kind,
        year=year,
        day=day,
        occasion=nomination.occasion,
        achievement=nomination.citation,
        also=also,
    )


def also_nominated(nominations: Sequence[Nomination]) -> tuple[tuple[str, ...], ...]:
    """For each line of a round the other awards of its recipient; one that only looks alike is another one."""
    also: dict[int, list[str]] = {}
    places = {id(nomination): at for at, nomination in enumerate(nominations)}
    for double in doubles(nominations):
        if double.sure:
            first, second = places[id(double.first)], places[id(double.second)]
            also.setdefault(first, []).append(double.second.award_id)
            also.setdefault(second, []).append(double.first.award_id)
    return tuple(tuple(also.get(at, ())) for at in range(len(nominations)))
