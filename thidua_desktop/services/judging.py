"""What the law says of the lines of a round, what the clerk decides otherwise, and the states that follow from both."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from threading import Lock

from thidua_desktop.common.progress import current
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.double_nominations import Double, doubles
from thidua_desktop.domain.eligibility.due import Due, due
from thidua_desktop.domain.eligibility.verdicts import Override, OverrideReasonMissing, Verdict
from thidua_desktop.domain.ids import NominationId, RecipientId, RoundId
from thidua_desktop.domain.judgements import (
    STATES,
    DueList,
    DueRow,
    Judgement,
    KeptOverride,
    Proposals,
    StateProposal,
    document_day,
    is_early,
    is_ready,
    proposal,
)
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.stages import Stage
from thidua_desktop.services.due_sectors import DueSectors
from thidua_desktop.services.eligibility import EligibilityService
from thidua_desktop.services.round_judging import JudgedRound, judge_lines, refreshed
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work
from thidua_desktop.wording import judging as wording
from thidua_desktop.wording.rules import Names

__all__ = ["JudgingService", "OverrideReasonMissing"]

_NOMINATION = frozenset({Kind.NOMINATION})
_ROUNDS_KEPT = 4
_AT_ONCE = 500


class JudgingService:
    """The check of rounds. Judgements are kept in memory; every thread may ask."""

    def __init__(
        self, store: Store, rulebooks: RulebookService, eligibility: EligibilityService, today: Callable[[], date]
    ) -> None:
        self._store = store
        self._rulebooks = rulebooks
        self._eligibility = eligibility
        self._today = today
        self._rounds: OrderedDict[RoundId, JudgedRound] = OrderedDict()
        self._asking = Lock()

    def judge(
        self, round_id: RoundId, nomination_ids: Collection[NominationId] | None = None
    ) -> Mapping[NominationId, Judgement]:
        """What is found of lines of a round, of all of them where None is given; those that are not there are left out.

        A screen asks for the visible lines first and for the rest in the background. After a change only what it
        touched is judged anew.

        Raises:
            RecordMissing: no such round.
            Cancelled: somebody has asked for the end; what was judged is kept.
        """
        with self._asking, self._store.read() as work:
            state = self._state(work, round_id)
            wanted = tuple(state.lines) if nomination_ids is None else tuple(nomination_ids)
            judge_lines(state, work, self._eligibility, wanted)
            return {one: state.judged[one] for one in wanted if one in state.judged}

    def known(self, nomination_id: NominationId) -> Judgement | None:
        """What was last found of a line, from memory: quick enough for painting. None until ``judge`` was asked."""
        for state in tuple(self._rounds.values()):
            found = state.judged.get(nomination_id)
            if found is not None:
                return found
        return None

    def day_of(self, nomination_id: NominationId) -> date:
        """The day of the document that asks for a line: it picks the rulebook (``domain.judgements.document_day``).

        Raises:
            RecordMissing: no such nomination, or in the trash.
        """
        with self._store.read() as work:
            line = work.nominations.get(nomination_id)
            letters = work.judging.letters(line.round_id) if line.submission_id is not None else {}
            letter = letters.get(line.submission_id) if line.submission_id is not None else None
            return document_day(work.rounds.get(line.round_id), letter, self._today())

    def names(self, day: date) -> Names:
        """The names behind the codes of the findings of a day.

        Raises:
            RulebookMissing: no rulebook covers the day.
        """
        awards = {award.id: award.name for award in self._rulebooks.awards()}
        return Names(awards, self._rulebooks.on(day).vocabulary)

    def override(self, nomination_ids: Iterable[NominationId], verdict: Verdict, *, by: str, reason: str) -> Changes:
        """Keep what the clerk decides about lines and their awards, whatever the findings are.

        Raises:
            OverrideReasonMissing: nobody named, or no reason.
            RecordMissing: one of the lines is not there; nothing is kept.
        """
        if not by.strip() or not reason.strip():
            raise OverrideReasonMissing
        said = Override(verdict, by.strip(), reason.strip(), self._today())
        wanted = tuple(nomination_ids)
        with self._store.write("nomination.override", count=len(wanted), verdict=verdict) as work:
            lines = work.nominations.among(wanted)
            work.overrides.add_many(
                KeptOverride(nomination_id, line.award_id, said)
                for nomination_id, line in zip(wanted, lines, strict=True)
            )
        return Changes("nomination.override", _NOMINATION)

    def withdraw_override(self, nomination_ids: Iterable[NominationId]) -> Changes:
        """Take back what the clerk decided about lines and their awards of now: the findings hold again.

        Raises:
            RecordMissing: one of the lines is not there; nothing is taken back.
        """
        wanted = tuple(nomination_ids)
        with self._store.write("nomination.withdraw_override", count=len(wanted)) as work:
            awards = {line.id: line.award_id for line in work.nominations.among(wanted)}
            for kept in work.overrides.of(wanted):
                if kept.id is not None and kept.award_id == awards[kept.nomination_id]:
                    work.overrides.remove(kept.id)
        return Changes("nomination.withdraw_override", _NOMINATION)

    def overrides(self, nomination_id: NominationId) -> tuple[KeptOverride, ...]:
        """What the clerk has decided about a line, the oldest first, for other awards than its present one too."""
        with self._store.read() as work:
            return work.overrides.of([nomination_id])

    def proposals(self, round_id: RoundId, nomination_ids: Collection[NominationId] | None = None) -> Proposals:
        """The states that lines would go to by what was found; nothing is changed.

        Raises:
            RecordMissing: no such round.
        """
        judged = self.judge(round_id, nomination_ids)
        with self._store.read() as work:
            lines = {line.id: line for line in work.nominations.of_round(round_id)}
        pairs = [(lines[one], judgement) for one, judgement in judged.items() if one in lines]
        moves = [move for line, judgement in pairs if (move := proposal(line, judgement)) is not None]
        reasons = self._reasons(judged[move.nomination_id] for move in moves)
        early = sum(is_early(line) for line, _ in pairs)
        ready = sum(is_ready(line) for line, _ in pairs)
        told = tuple(replace(move, reason=reason) for move, reason in zip(moves, reasons, strict=True))
        return Proposals(told, early, late=len(pairs) - early - ready, settled=ready - len(moves))

    def apply(self, moves: Sequence[StateProposal]) -> Changes:
        """Move lines as was proposed, as one operation; a line about which the clerk has since said otherwise stays.

        Raises:
            MoveNotAllowed, RecordMissing: a line is somewhere else by now; none has moved.
        """
        with self._store.write("nomination.judge", count=len(moves)) as work:
            said = {kept.nomination_id: kept for kept in work.overrides.of(move.nomination_id for move in moves)}
            lines = work.nominations.among(move.nomination_id for move in moves)
            work.nominations.save_many(
                [
                    line.moved_to(move.new, reason=move.reason)
                    for move, line in zip(moves, lines, strict=True)
                    if not _contradicts(move, line, said.get(move.nomination_id))
                ]
            )
        return Changes("nomination.judge", _NOMINATION)

    def doubles(self, round_id: RoundId) -> tuple[Double, ...]:
        """Pairs of lines of what seems to be one recipient: in the round, and between it and others of its year.

        Raises:
            RecordMissing: no such round.
        """
        with self._store.read() as work:
            work.rounds.get(round_id)
            rounds = sorted((round_id, *work.judging.rounds_beside(round_id)))
            lines = [line for one in rounds for line in work.nominations.of_round(one)]
        return tuple(pair for pair in doubles(lines) if round_id in (pair.first.round_id, pair.second.round_id))

    def due(self, year: int, *, awards: Collection[str] | None = None) -> DueList:
        """Who in the directory could have which award in a year or in the next, with the findings that say why.

        An award that is for some sectors alone is left out for those who are of another one; where nobody has written
        that down, it is not sure.

        Args:
            year: the year that is commended.
            awards: only these awards.

        Raises:
            RulebookMissing: no rulebook covers the day.
            Cancelled: somebody has asked for the end.
        """
        day = min(date(year, 12, 31), self._today())
        book = self._eligibility.book(day)
        found: list[DueRow] = []
        barred: Counter[str] = Counter()
        with self._store.read() as work:
            ids = work.files.ids()
            sectors = DueSectors(work, book.book, day)
            for start in range(0, len(ids), _AT_ONCE):
                current().step(start, len(ids), Stage.JUDGING)
                files = work.files.of(ids[start : start + _AT_ONCE])
                for one in due(files.values(), book, year=year, day=day, awards=awards):
                    of = sectors.of(one)
                    if of is None:
                        barred[one.award_id] += 1
                    else:
                        found.append(_due_row(one, of))
        return DueList(tuple(found), tuple(sectors.barred(award_id, count) for award_id, count in barred.items()))

    def _state(self, work: Work, round_id: RoundId) -> JudgedRound:
        state = refreshed(self._rounds.get(round_id), work, round_id, self._today())
        self._rounds[round_id] = state
        self._rounds.move_to_end(round_id)
        while len(self._rounds) > _ROUNDS_KEPT:
            self._rounds.popitem(last=False)
        return state

    def _reasons(self, judgements: Iterable[Judgement]) -> Iterator[str | None]:
        """The sentence kept with the new state of each line; None for those that meet everything."""
        known: dict[date, Names] = {}
        for judgement in judgements:
            day = judgement.assessment.claim.day
            if judgement.book and day not in known:
                known[day] = self.names(day)
            yield wording.reason(judgement, known.get(day, Names()))


def _due_row(one: Due, sectors: tuple[str, ...]) -> DueRow:
    return DueRow(
        recipient_id=RecipientId(int(one.evidence.key)),
        name=one.evidence.name,
        unit=one.evidence.unit,
        award_id=one.award_id,
        year=one.year,
        sure=one.sure and not sectors,
        assessment=one.assessment,
        sectors=sectors,
    )


def _contradicts(move: StateProposal, line: Nomination, said: KeptOverride | None) -> bool:
    return said is not None and said.award_id == line.award_id and STATES[said.override.verdict] is not move.new
