"""What the check of a nomination says: verdicts, the evidence for them, what is missing, what to ask for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.evidence import Initiative, Record
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.rulebooks import Path, Rule, least_sure


class Verdict(StrEnum):
    """What a rule says of a nomination."""

    MET = "met"
    NOT_MET = "not_met"
    CANNOT_TELL = "cannot_tell"


class AskKind(StrEnum):
    """What has to be asked for before a rule can be judged."""

    AWARD = "award"
    RATING = "rating"
    INITIATIVE = "initiative"
    NO_DISCIPLINE = "no_discipline"
    NO_CASES = "no_cases"
    CONFIRMATION = "confirmation"
    MEMBERS = "members"
    MEMBERS_DISCIPLINE = "members_discipline"
    MEMBERS_COMPLETED = "members_completed"
    CLUSTER_RANK = "cluster_rank"
    MOVEMENT = "movement"
    SPELL = "spell"
    POSTS = "posts"
    RETIREMENT = "retirement"
    FOUNDED = "founded"
    CLASS = "class"
    SCORE = "score"
    ACHIEVEMENT = "achievement"
    STANDARD = "standard"


class Remark(StrEnum):
    """What else the clerk should know of a finding."""

    ABOVE_RANGE = "above_range"
    """More years than this class asks for: a higher one may be due."""
    ONE_CLASS_LOWER = "one_class_lower"
    AWARD_FIRST = "award_first"
    """The years count only after an award that is not there or not known."""
    USED_INITIATIVE = "used_initiative"
    NOT_FOR_MERIT = "not_for_merit"
    """Awards for a sudden feat or a movement were left out."""


class Ask(NamedTuple):
    """Something to ask for: of which award, question, spell or class, and for which years."""

    kind: AskKind
    names: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryKnown:
    """The award records are complete from a year on (0: from the beginning): that nothing is there means something."""

    since: int


@dataclass(frozen=True, slots=True)
class Founded:
    """The year in which a collective was founded."""

    year: int


@dataclass(frozen=True, slots=True)
class BelongsTo:
    """The class of recipients that the recipient is of."""

    code: str


Proof = Record | HistoryKnown | Founded | BelongsTo
"""What a finding rests on; everything can be named to the clerk."""


class RuleFinding(NamedTuple):
    """What one rule says. A named tuple, because a round makes hundreds of thousands of them."""

    rule: Rule
    verdict: Verdict
    used: tuple[Proof, ...] = ()
    """The evidence that speaks for it, or against it where it is not met."""
    have: int | Fraction | None = None
    need: int | Fraction | None = None
    years: tuple[int, ...] = ()
    """The years that are asked for, or in which something is missing."""
    asks: tuple[Ask, ...] = ()
    earliest: int | None = None
    """The first year after the one commended in which it could be met, all going well; None where that is open."""
    left_out: tuple[Initiative, ...] = ()
    remark: Remark | None = None
    options: tuple[RuleFinding, ...] = ()


class PathResult(NamedTuple):
    """What one way to the award says."""

    path: Path
    verdict: Verdict
    findings: tuple[RuleFinding, ...]
    earliest: int | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What is asked for: one award for one recipient. ``day`` is that of the document, and picks the rulebook."""

    award_id: str
    kind: RecipientKind
    year: int
    """The year commended; of several, the last."""
    day: date
    occasion: Occasion = Occasion.MERIT
    achievement: str | None = None
    path: str | None = None
    """The way to the award that the nomination names, where it does."""
    also: tuple[str, ...] = ()
    """The other awards that the same recipient is nominated for at the same time."""


class OverrideReasonMissing(AppError):
    """A verdict is overridden without a reason or a name."""

    code = "eligibility.reason_missing"


@dataclass(frozen=True, slots=True)
class Override:
    """The clerk decides otherwise: who, why, when."""

    verdict: Verdict
    by: str
    reason: str
    day: date


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that the law says of a nomination. It advises; the clerk decides."""

    claim: Claim
    verdict: Verdict
    path: Path | None
    """The way to the award that fits best."""
    findings: tuple[RuleFinding, ...]
    """Of that way and of the general rules."""
    others: tuple[PathResult, ...] = ()
    """The other ways that were looked at."""
    open_paths: tuple[Path, ...] = ()
    """Ways that count only once somebody confirms something of them."""
    earliest: int | None = None
    override: Override | None = None

    @property
    def final(self) -> Verdict:
        """The verdict that holds: the clerk's where there is one."""
        return self.override.verdict if self.override is not None else self.verdict

    @property
    def confidence(self) -> Confidence:
        """How sure the least sure rule is that the verdict rests on."""
        counting = (one for one in self.findings if one.verdict is self.verdict)
        return least_sure(*(one.rule.basis.confidence for one in counting))

    def asks(self) -> tuple[Ask, ...]:
        """Everything to ask for, once each."""
        return tuple(dict.fromkeys(ask for one in self.findings for ask in one.asks))

    def overridden(self, override: Override) -> Assessment:
        """The assessment with the clerk's own verdict.

        Raises:
            OverrideReasonMissing: nobody named, or no reason.
        """
        if not override.by.strip() or not override.reason.strip():
            raise OverrideReasonMissing(award=self.claim.award_id)
        return replace(self, override=override)


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict of rules that all have to be met."""
    worst = Verdict.MET
    for verdict in verdicts:
        if verdict is Verdict.NOT_MET:
            return verdict
        if verdict is Verdict.CANNOT_TELL:
            worst = verdict
    return worst


def latest_of(findings: Iterable[RuleFinding]) -> int | None:
    """The first year in which everything that is not met could be; None where one of them leaves it open."""
    latest: int | None = None
    for finding in findings:
        if finding.verdict is Verdict.NOT_MET:
            if finding.earliest is None:
                return None
            latest = finding.earliest if latest is None else max(latest, finding.earliest)
    return latest
