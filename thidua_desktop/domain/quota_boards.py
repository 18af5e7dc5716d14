"""The ceilings of a round, award by award and unit by unit, ready to be asked at every change of a selection."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import NominationId, QuotaBaseId, RoundId, UnitId
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.quotas import Gauge, gauge
from thidua_desktop.domain.rulebooks import AwardLaw, Quota
from thidua_desktop.domain.rules import AllOf, AnyOf, AwardOfYear, Condition

HOLDERS = "holders"
"""The base that counts people who hold the lower title of the year; the others count collectives of the whole round."""
CLUSTER_LEADERS = "cluster_leaders"

OUT = frozenset(
    {
        *(NominationState.NOT_ELIGIBLE, NominationState.REFUSED, NominationState.POSTPONED),
        *(NominationState.LOWERED, NominationState.NOT_AWARDED, NominationState.WITHDRAWN),
    }
)
"""States in which a line is not in the running for its award."""


class BaseSource(StrEnum):
    """Where the base of a ceiling comes from, the most trusted first."""

    STATED = "stated"
    """The clerk has written it down."""
    MEMBERS = "members"
    """The unit's own figures of its members."""
    REGISTER = "register"
    """Counted in the register of awards."""
    LINES = "lines"
    """Counted among the lines of the round."""
    RANKS = "ranks"
    """Counted among the first places in clusters."""
    SUM = "sum"
    """The bases of the units together."""
    UNKNOWN = "unknown"


class BaseImpossible(AppError):
    """A base below 0."""

    code = "quota.base_impossible"


@dataclass(frozen=True, slots=True)
class QuotaBase:
    """A base that was stated for a unit of a round; for the whole round where ``unit_id`` is None."""

    round_id: RoundId
    base: str
    """Code of the rulebook: "holders", "cluster_leaders" …"""
    amount: int
    unit_id: UnitId | None = None
    id: QuotaBaseId | None = None


@dataclass(frozen=True, slots=True)
class BaseCount:
    """A base and where it comes from; ``amount`` None where nobody knows it."""

    amount: int | None
    source: BaseSource


@dataclass(frozen=True, slots=True)
class UnitKey:
    """A unit of the tree, or one that is only a name in the lists; without both the whole round."""

    id: UnitId | None = None
    name: str | None = None


WHOLE = UnitKey()


@dataclass(frozen=True, slots=True)
class UnitGauge:
    """How full the ceiling of an award is in a unit, or in the whole round."""

    award_id: str
    unit_id: UnitId | None
    unit: str | None
    """None for the whole round."""
    gauge: Gauge
    quota: Quota
    base: BaseCount

    @property
    def over(self) -> bool:
        """Whether the ceiling is surely exceeded; not while the base is unknown."""
        return self.base.amount is not None and self.gauge.over


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The ceiling of an award in a unit, with the lines that it concerns."""

    award_id: str
    unit: UnitKey
    quota: Quota
    base: BaseCount
    lines: frozenset[NominationId]


@dataclass(frozen=True, slots=True)
class QuotaBoard:
    """All ceilings of a round; pure, so that a window keeps it while lines are chosen."""

    ceilings: tuple[Ceiling, ...]
    running: frozenset[NominationId]
    """The lines that are still in the running."""

    def gauges(self, chosen: Collection[NominationId] | None = None) -> tuple[UnitGauge, ...]:
        """How full each ceiling is with the lines chosen; with all lines in the running where None is given."""
        counted = self.running if chosen is None else frozenset(chosen)
        return tuple(
            UnitGauge(
                award_id=one.award_id,
                unit_id=one.unit.id,
                unit=one.unit.name,
                gauge=gauge(one.quota, chosen=len(one.lines & counted), base=one.base.amount or 0),
                quota=one.quota,
                base=one.base,
            )
            for one in self.ceilings
        )


def counted_awards(law: AwardLaw) -> tuple[str, ...]:
    """The awards of the year that a standard asks for: whoever holds one of them makes the base of the quota."""
    found = (
        award
        for path in law.paths
        for rule in path.rules
        for condition in _parts(rule.condition)
        if isinstance(condition, AwardOfYear)
        for award in condition.awards
    )
    return tuple(dict.fromkeys(found))


def _parts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, AnyOf | AllOf):
        for option in condition.options:
            yield from _parts(option)
    else:
        yield condition


def best_base(stated: int | None, figures: int | None, register: int, lines: int) -> BaseCount:
    """The base of a unit from what is known of it: said by the clerk, by the unit, or the larger of two counts."""
    if stated is not None:
        return BaseCount(stated, BaseSource.STATED)
    if figures is not None:
        return BaseCount(figures, BaseSource.MEMBERS)
    if register or lines:
        return BaseCount(max(register, lines), BaseSource.REGISTER if register > lines else BaseSource.LINES)
    return BaseCount(None, BaseSource.UNKNOWN)


def whole_base(stated: int | None, units: Mapping[UnitKey, BaseCount], concerned: Iterable[UnitKey]) -> BaseCount:
    """The base of the whole round: stated, or the sum of the units as long as none that is concerned is unknown."""
    if stated is not None:
        return BaseCount(stated, BaseSource.STATED)
    if not units or any(units[unit].amount is None for unit in concerned):
        return BaseCount(None, BaseSource.UNKNOWN)
    sources = {one.source for one in units.values() if one.amount is not None}
    total = sum(one.amount or 0 for one in units.values())
    return BaseCount(total, sources.pop() if len(sources) == 1 else BaseSource.SUM)
