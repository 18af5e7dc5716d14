"""The ceilings of a round: what they are counted of, and how full they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import NominationId, RoundId, SubmissionId, UnitId
from thidua_desktop.domain.judgements import Letter, document_day
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.quota_boards import (
    CLUSTER_LEADERS,
    HOLDERS,
    OUT,
    WHOLE,
    BaseCount,
    BaseImpossible,
    BaseSource,
    Ceiling,
    QuotaBase,
    QuotaBoard,
    UnitKey,
    best_base,
    counted_awards,
    whole_base,
)
from thidua_desktop.domain.rulebooks import AwardLaw, Quota, RulebookMissing
from thidua_desktop.services.eligibility import EligibilityService
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.judging import JudgingQueries
from thidua_desktop.storage.store import Store

__all__ = ["BaseImpossible", "QuotaService"]

_ROUND = frozenset({Kind.ROUND})


@dataclass(frozen=True, slots=True)
class _RoundLines:
    """The lines of a round by unit."""

    round: Round
    by_unit: Mapping[UnitKey, Sequence[Nomination]]
    letters: Mapping[UnitKey, Letter]

    def every(self) -> Iterator[Nomination]:
        for lines in self.by_unit.values():
            yield from lines


class QuotaService:
    """The live gauge of a round, and the bases that the clerk states."""

    def __init__(self, store: Store, eligibility: EligibilityService, today: Callable[[], date]) -> None:
        self._store = store
        self._eligibility = eligibility
        self._today = today

    def board(self, round_id: RoundId) -> QuotaBoard:
        """Every ceiling that concerns a line of the round: the whole round's, then each unit's.

        A unit's lines are those that it has sent; without a submission those that name it. Each unit is measured by the
        rulebook of its letter's day, the whole by that of the round; where none covers the day there is no ceiling.

        Raises:
            RecordMissing: no such round.
        """
        with self._store.read() as work:
            lines = _read(
                work.rounds.get(round_id),
                work.nominations.of_round(round_id),
                work.judging.letters(round_id),
                work.judging.unit_names(),
            )
            stated = {(one.unit_id, one.base): one.amount for one in work.quota_bases.of_round(round_id)}
            awards = dict.fromkeys(line.award_id for line in lines.every())
            ceilings = [one for award in awards for one in self._ceilings(award, lines, stated, work.judging)]
        running = frozenset(line.id for line in lines.every() if line.id is not None and line.state not in OUT)
        return QuotaBoard(tuple(ceilings), running)

    def stated(self, round_id: RoundId) -> tuple[QuotaBase, ...]:
        """The bases that the clerk has stated for a round."""
        with self._store.read() as work:
            return work.quota_bases.of_round(round_id)

    def set_base(self, round_id: RoundId, base: str, amount: int, unit_id: UnitId | None = None) -> Changes:
        """State a base for a unit of a round, or for the whole of it; it goes before every count.

        Raises:
            BaseImpossible: below 0.
            RecordMissing: no such round or unit.
        """
        if amount < 0:
            raise BaseImpossible(amount=amount)
        with self._store.read() as work:
            name = brief(work.rounds.get(round_id).name)
            if unit_id is not None:
                work.units.get(unit_id)
        with self._store.write("quota.set_base", name=name, amount=amount) as work:
            work.quota_bases.say(QuotaBase(round_id, base, amount, unit_id))
        return Changes("quota.set_base", _ROUND)

    def clear_base(self, round_id: RoundId, base: str, unit_id: UnitId | None = None) -> Changes:
        """Count a base again instead of taking what was stated.

        Raises:
            RecordMissing: no such round.
        """
        with self._store.read() as work:
            name = brief(work.rounds.get(round_id).name)
        with self._store.write("quota.clear_base", name=name) as work:
            work.quota_bases.forget(QuotaBase(round_id, base, 0, unit_id))
        return Changes("quota.clear_base", _ROUND)

    def _ceilings(
        self,
        award_id: str,
        lines: _RoundLines,
        stated: Mapping[tuple[UnitId | None, str], int],
        queries: JudgingQueries,
    ) -> Iterator[Ceiling]:
        law = self._law(award_id, lines.round, None)
        if law is None or law.quota is None:
            return
        concerned = {unit: _concerned(law, law.quota, own) for unit, own in lines.by_unit.items()}
        every = frozenset(one for own in concerned.values() for one in own)
        if not every:
            return
        whole = stated.get((None, law.quota.of))
        if law.quota.of != HOLDERS:
            yield Ceiling(award_id, WHOLE, law.quota, _of_collectives(law.quota, whole, lines.round, queries), every)
            return
        bases = _bases(counted_awards(law), lines, stated, queries)
        units = [unit for unit, own in concerned.items() if own]
        yield Ceiling(award_id, WHOLE, law.quota, whole_base(whole, bases, units), every)
        for unit in sorted(units, key=lambda one: fold(one.name or "")):
            own_law = self._law(award_id, lines.round, lines.letters.get(unit))
            if own_law is not None and own_law.quota is not None:
                yield Ceiling(award_id, unit, own_law.quota, bases[unit], concerned[unit])

    def _law(self, award_id: str, round_: Round, letter: Letter | None) -> AwardLaw | None:
        day = document_day(round_, letter, self._today())
        accepted = letter.received_on if letter is not None else None
        try:
            return self._eligibility.book(day, accepted=accepted).book.awards.get(award_id)
        except RulebookMissing:
            return None


def _read(
    round_: Round,
    nominations: Iterable[Nomination],
    letters: Mapping[SubmissionId, Letter],
    names: Mapping[UnitId, str],
) -> _RoundLines:
    by_unit: dict[UnitKey, list[Nomination]] = defaultdict(list)
    known: dict[str, UnitKey] = {}
    sent: dict[UnitKey, Letter] = {}
    for line in nominations:
        letter = letters.get(line.submission_id) if line.submission_id is not None else None
        unit_id = letter.unit_id if letter is not None else line.unit_id
        if unit_id is not None:
            unit = UnitKey(unit_id, names.get(unit_id, line.unit))
        else:  # one name, however it is written, is one unit
            unit = known.setdefault(fold(line.unit or ""), UnitKey(None, line.unit or ""))
        by_unit[unit].append(line)
        if letter is not None:
            sent[unit] = letter
    return _RoundLines(round_, by_unit, sent)


def _concerned(law: AwardLaw, quota: Quota, lines: Iterable[Nomination]) -> frozenset[NominationId]:
    """The lines that a ceiling counts: those of the award that may go one of its ways."""
    ways = [path for path in law.paths if path.id in quota.paths]
    return frozenset(
        line.id
        for line in lines
        if line.id is not None
        and line.award_id == law.award_id
        and (not ways or any(not way.occasions or line.occasion in way.occasions for way in ways))
    )


def _bases(
    awards: Sequence[str],
    lines: _RoundLines,
    stated: Mapping[tuple[UnitId | None, str], int],
    queries: JudgingQueries,
) -> dict[UnitKey, BaseCount]:
    """The base of every unit that has a line in the round."""
    figures = queries.holders_in_figures(awards, lines.round.year)
    register = queries.holders_in_register(awards, lines.round.year)
    return {
        unit: best_base(
            stated.get((unit.id, HOLDERS)) if unit.id is not None else None,
            figures.get(unit.id) if unit.id is not None else None,
            register.get(unit.id, 0) if unit.id is not None else 0,
            sum(line.award_id in awards and line.state not in OUT for line in own),
        )
        for unit, own in lines.by_unit.items()
    }


def _of_collectives(quota: Quota, stated: int | None, round_: Round, queries: JudgingQueries) -> BaseCount:
    if stated is not None:
        return BaseCount(stated, BaseSource.STATED)
    leaders = queries.cluster_leaders(round_.year) if quota.of == CLUSTER_LEADERS else 0
    return BaseCount(leaders, BaseSource.RANKS) if leaders else BaseCount(None, BaseSource.UNKNOWN)
