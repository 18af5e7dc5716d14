"""Evidence and rulebooks made ready once, so that a round of thousands of nominations is judged in seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.eligibility.verdicts import BelongsTo, Claim, Founded, HistoryKnown, RuleFinding
from thidua_desktop.domain.evidence import AwardRecord, Clearance, Cleared, Evidence, YearRating
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.rulebooks import AwardLaw, Path, Rule, Rulebook
from thidua_desktop.domain.rules import (
    AfterDiscipline,
    AllOf,
    AnyOf,
    Condition,
    Confirmed,
    InitiativeOnce,
    LastYear,
    OfClass,
    RunsEnd,
    YearsUsed,
)

BEGINNING = 0
"""``awards_known_from`` of a recipient whose whole history is known."""


class PreparedEvidence:
    """A recipient's file by award, by year, by question."""

    __slots__ = ("awards", "by_year", "classes", "confirmed", "evidence", "founded", "history", "ratings")

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.awards: dict[str, list[AwardRecord]] = {}
        self.by_year: dict[tuple[str, int], AwardRecord] = {}
        for record in sorted(evidence.awards, key=_last_year):
            self.awards.setdefault(record.award_id, []).append(record)
            self.by_year[record.award_id, record.year] = record
        self.ratings: dict[int, YearRating] = {}
        for rated in evidence.ratings:
            known = self.ratings.get(rated.year)
            if known is None or known.rating < rated.rating:
                self.ratings[rated.year] = rated
        self.confirmed = {said.code for said in evidence.confirmations}
        self.classes = {code: BelongsTo(code) for code in evidence.classes}
        since = evidence.awards_known_from
        self.history = HistoryKnown(since) if since is not None else None
        self.founded = Founded(evidence.founded) if evidence.founded is not None else None

    def records(self, awards: Sequence[str]) -> list[AwardRecord]:
        """The records of some awards, earliest first; the list is the caller's own."""
        if len(awards) == 1:
            return list(self.awards.get(awards[0], ()))
        found = [record for award in awards for record in self.awards.get(award, ())]
        found.sort(key=_last_year)
        return found

    def award_in(self, awards: tuple[str, ...], year: int) -> AwardRecord | None:
        """The record of one of the awards for a year."""
        for award in awards:
            record = self.by_year.get((award, year))
            if record is not None:
                return record
        return None

    def awards_known(self, year: int) -> bool:
        """Whether the award records of a year are complete."""
        since = self.evidence.awards_known_from
        return since is not None and since <= year

    def initiatives_known(self, year: int) -> bool:
        """Whether the initiatives from a year on are all recorded."""
        since = self.evidence.initiatives_known_from
        return since is not None and since <= year

    def cleared(self, kind: Cleared, day: date) -> tuple[Clearance, ...]:
        """The clearance that reaches a day, in a tuple; empty where there is none."""
        for clearance in self.evidence.clearances:
            if clearance.kind is kind and clearance.until >= day:
                return (clearance,)
        return ()


def _last_year(record: AwardRecord) -> int:
    return record.last_year


@dataclass(slots=True)
class Case:
    """One nomination while its rules are judged, one after another."""

    claim: Claim
    file: PreparedEvidence
    book: PreparedRulebook
    floor: int
    """Only years after it count."""
    ends: LastYear
    once: bool
    """Whether a used initiative is left out."""
    awaited: tuple[str, ...] = ()
    """The awards that the path starts from, while none of them is known."""
    first: int | None = None
    """The window: the first year of the run that an earlier rule found."""


Judge = Callable[[Condition, Rule, Case], RuleFinding | None]
Step = tuple[Judge, Condition, Rule, bool]
"""A rule with its judge; True where it does not hold for the whole period of the rulebook."""


@dataclass(frozen=True, slots=True, eq=False)
class PreparedPath:
    """A way to an award with the judge of each of its rules. Each is its own: a rulebook has it once."""

    path: Path
    steps: tuple[Step, ...]
    questions: frozenset[str]
    classes: frozenset[str]
    by_hand: bool
    """Whether only a person can say whether it is met."""
    for_anybody: bool
    """Whether everybody goes this way who does not ask for another one."""

    def claimed(self, claim: Claim, file: PreparedEvidence) -> bool:
        """Whether the nomination goes this way: it can be checked, or somebody said something of it."""
        if claim.path is not None:
            return claim.path == self.path.id
        if any(code in file.classes for code in self.path.not_for):
            return False
        if self.classes and not self.classes & file.classes.keys():
            return False
        return not self.by_hand or not self.questions.isdisjoint(file.confirmed) or bool(self.classes)


@dataclass(frozen=True, slots=True)
class PreparedAward:
    """What a rulebook asks of one award, for one kind of recipient and one occasion."""

    award: Award
    law: AwardLaw
    paths: tuple[PreparedPath, ...]
    generals: tuple[Step, ...]
    used_years: bool
    after_discipline: bool
    ends: LastYear
    once: bool


class PreparedRulebook:
    """A rulebook with judges for its rules, made once and used for every nomination of its period."""

    def __init__(self, book: Rulebook, catalogue: Iterable[Award], judges: dict[type[Condition], Judge]) -> None:
        self.book = book
        self.awards = {award.id: award for award in (*catalogue, *book.own_awards)}
        self.posts = {group: place for place, group in enumerate(book.vocabulary.posts)}
        self._judges = judges
        self._ready: dict[tuple[str, RecipientKind, Occasion], PreparedAward | None] = {}

    def asked(self, claim: Claim) -> PreparedAward | None:
        """What is asked for such a nomination; None where the rulebook or the catalogue lacks the award."""
        key = (claim.award_id, claim.kind, claim.occasion)
        if key not in self._ready:
            self._ready[key] = self._prepare(*key)
        return self._ready[key]

    def _prepare(self, award_id: str, kind: RecipientKind, occasion: Occasion) -> PreparedAward | None:
        law, award = self.book.awards.get(award_id), self.awards.get(award_id)
        if law is None or award is None:
            return None
        generals = [one.rule for one in self.book.generals if one.concerns(award, kind, occasion)]
        held = {type(rule.condition): rule.condition for rule in generals}
        ends = held.get(RunsEnd)
        fitting = (
            path
            for path in law.paths
            if (not path.recipients or kind in path.recipients) and (not path.occasions or occasion in path.occasions)
        )
        return PreparedAward(
            award=award,
            law=law,
            paths=tuple(self._path(path) for path in fitting),
            generals=tuple(self._step(rule) for rule in generals if type(rule.condition) not in _MODIFIERS),
            used_years=YearsUsed in held and occasion is Occasion.MERIT,
            after_discipline=AfterDiscipline in held,
            ends=ends.last_year if isinstance(ends, RunsEnd) else LastYear.EITHER,
            once=InitiativeOnce in held,
        )

    def _path(self, path: Path) -> PreparedPath:
        conditions = [one for rule in path.rules for one in leaves(rule.condition)]
        first = (rule.condition for rule in path.rules)
        classes = {name for one in first if isinstance(one, OfClass) for name in one.classes}
        by_hand = all(isinstance(one, Confirmed | OfClass) for one in conditions)
        return PreparedPath(
            path=path,
            steps=tuple(self._step(rule) for rule in path.rules),
            questions=frozenset(one.question for one in conditions if isinstance(one, Confirmed)),
            classes=frozenset(classes),
            by_hand=by_hand,
            for_anybody=not by_hand and not classes and not path.not_for,
        )

    def _step(self, rule: Rule) -> Step:
        whole, own = self.book.basis, rule.basis
        dated = (own.valid_from, own.valid_to) != (whole.valid_from, whole.valid_to)
        return self._judges[type(rule.condition)], rule.condition, rule, dated


_MODIFIERS = (RunsEnd, YearsUsed, AfterDiscipline, InitiativeOnce)


def leaves(condition: Condition) -> Iterable[Condition]:
    """A condition, or those that it is put together from."""
    if isinstance(condition, AnyOf | AllOf):
        for option in condition.options:
            yield from leaves(option)
    else:
        yield condition
