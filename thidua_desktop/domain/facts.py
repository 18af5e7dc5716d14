"""What the clerk writes down about a recipient, one fact at a time; awards and posts are kept elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.evidence import (
    Clearance,
    ClusterRank,
    Confirmation,
    Discipline,
    Initiative,
    MemberFigures,
    MovementResult,
    OpenCase,
    Spell,
    YearRating,
    YearScore,
)
from thidua_desktop.domain.ids import FactId, RecipientId

Fact = (
    YearRating
    | Initiative
    | Spell
    | Discipline
    | OpenCase
    | Clearance
    | MemberFigures
    | ClusterRank
    | MovementResult
    | YearScore
    | Confirmation
)


class FactKind(StrEnum):
    """Kinds of facts, in the order in which a recipient's file shows them."""

    RATING = "rating"
    INITIATIVE = "initiative"
    SPELL = "spell"
    SANCTION = "sanction"
    CASE = "case"
    CLEARANCE = "clearance"
    MEMBERS = "members"
    RANK = "rank"
    MOVEMENT = "movement"
    SCORE = "score"
    CONFIRMATION = "confirmation"


TYPES: dict[FactKind, type[Fact]] = {
    FactKind.RATING: YearRating,
    FactKind.INITIATIVE: Initiative,
    FactKind.SPELL: Spell,
    FactKind.SANCTION: Discipline,
    FactKind.CASE: OpenCase,
    FactKind.CLEARANCE: Clearance,
    FactKind.MEMBERS: MemberFigures,
    FactKind.RANK: ClusterRank,
    FactKind.MOVEMENT: MovementResult,
    FactKind.SCORE: YearScore,
    FactKind.CONFIRMATION: Confirmation,
}
_KINDS = {kept: kind for kind, kept in TYPES.items()}

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""The years that a fact can be of."""

FactRef = tuple[FactKind, FactId]
"""One fact: its number is its own only among those of its kind."""


class FactIncomplete(AppError):
    """A fact without what it is about, or with a number that cannot be."""

    code = "evidence.incomplete"


class DatesReversed(AppError):
    """A stretch of time that ends before it begins."""

    code = "evidence.dates_reversed"


@dataclass(frozen=True, slots=True)
class KeptFact:
    """A fact with the recipient that it is about."""

    recipient_id: RecipientId
    fact: Fact
    id: FactId | None = None

    @property
    def kind(self) -> FactKind:
        """What kind of fact it is."""
        return kind_of(self.fact)


def kind_of(fact: Fact) -> FactKind:
    """The kind of a fact."""
    return _KINDS[type(fact)]


def check(fact: Fact) -> None:
    """Refuse a fact that says nothing, or that cannot be.

    Raises:
        FactIncomplete: a name, a year or a number is missing or out of range; ``field`` names it.
        DatesReversed: it ends before it begins.
    """
    for name, holds in _demands(fact).items():
        if not holds:
            raise FactIncomplete(fact_kind=kind_of(fact), field=name)
    start, end = _stretch(fact)
    if start is not None and end is not None and end < start:
        raise DatesReversed(since=start, until=end)


def _demands(fact: Fact) -> dict[str, bool]:
    """What has to hold of a fact, by the field to look at."""
    year = getattr(fact, "year", None)
    demands = {"year": year is None or FIRST_YEAR <= year <= LAST_YEAR}
    match fact:
        case Initiative():
            demands["name"] = bool(fact.name.strip())
        case Spell():
            demands |= {"kind": bool(fact.kind), "factor": fact.factor >= 1}
        case Clearance():
            demands["by"] = bool(fact.by.strip())
        case MemberFigures():
            demands |= {"members": fact.members >= 0, "holders": all(held >= 0 for _, held in fact.holders)}
        case ClusterRank():
            demands |= {"organiser": bool(fact.organiser), "rank": fact.rank >= 1}
        case MovementResult():
            demands |= {"launched_by": bool(fact.launched_by), "years": fact.years >= 0}
        case Confirmation():
            demands |= {"code": bool(fact.code), "by": bool(fact.by.strip())}
    return demands


def _stretch(fact: Fact) -> tuple[date | None, date | None]:
    match fact:
        case Spell() | Discipline():
            return fact.since, fact.until
        case OpenCase():
            return fact.opened, fact.closed
    return None, None
