"""The closed vocabulary of rules in which a rulebook writes its standards.

A rule carries numbers and codes from the rulebook's file; how they are judged is in ``domain.eligibility``. What no
rule can say is a question to a person (``Confirmed``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.evidence import MeritKind, Rating, Reach, Sanction
from thidua_desktop.domain.nominations import Occasion


class Within(StrEnum):
    """The years in which something counts."""

    YEAR = "year"
    """The year commended."""
    WINDOW = "window"
    """The run of years that an earlier rule of the same path found."""
    EVER = "ever"


@dataclass(frozen=True, slots=True)
class AwardOfYear:
    """Holds one of the awards for the year commended."""

    awards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AwardRun:
    """``count`` grants on end up to the proposal. Years on end; with ``gap`` grants up to so many years apart, as long
    as every year between them has one of ``bridge``."""

    awards: tuple[str, ...]
    count: int
    gap: int = 1
    bridge: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierAward:
    """Holds one of the awards from before. With ``starts`` only what comes after it counts in later rules."""

    awards: tuple[str, ...]
    starts: bool = False
    merit_only: bool = False
    """An award for a sudden feat or a movement does not count."""


@dataclass(frozen=True, slots=True)
class AwardsInWindow:
    """At least ``count`` grants within the run of years."""

    awards: tuple[str, ...]
    count: int
    merit_only: bool = False


@dataclass(frozen=True, slots=True)
class AwardsInYears:
    """At least ``count`` grants within the last ``years`` years."""

    awards: tuple[str, ...]
    count: int
    years: int


@dataclass(frozen=True, slots=True)
class Interval:
    """At least ``years`` years since the last of the awards (of the one that an earlier rule found, where none)."""

    years: int
    awards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RatingOfYear:
    """The year commended is rated at least so."""

    level: Rating


@dataclass(frozen=True, slots=True)
class RatingRun:
    """So many years on end rated at least so up to the proposal; makes the window of later rules.

    A year also counts with one of ``or_award``. With ``after_award`` only years after the earlier award count.
    """

    level: Rating
    years: int
    or_award: tuple[str, ...] = ()
    after_award: bool = False


@dataclass(frozen=True, slots=True)
class RatingsInWindow:
    """At least ``years`` years of the window rated at least so."""

    level: Rating
    years: int


@dataclass(frozen=True, slots=True)
class InitiativeCount:
    """So many initiatives of at least this reach; ``also`` what may stand in their place."""

    count: int
    reach: Reach
    within: Within = Within.YEAR
    also: tuple[MeritKind, ...] = ()


@dataclass(frozen=True, slots=True)
class NoDiscipline:
    """Not disciplined from this sanction upwards in the year commended."""

    sanction: Sanction


@dataclass(frozen=True, slots=True)
class MembersHolding:
    """The share of a collective's members who hold one of the awards for the year; ``more`` asks for more than it."""

    awards: tuple[str, ...]
    percent: float
    more: bool = False


@dataclass(frozen=True, slots=True)
class MembersCompleted:
    """The share of members who completed their tasks."""

    percent: float


@dataclass(frozen=True, slots=True)
class MembersWith:
    """At least ``count`` members hold the award for the year."""

    awards: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class MembersUndisciplined:
    """No member was disciplined from a warning upwards."""


@dataclass(frozen=True, slots=True)
class SpellYears:
    """So many years of a kind of work; ``below`` ends the range (10 up to 15 years is 10 and below 15)."""

    spell: str
    years: int
    below: int | None = None


@dataclass(frozen=True, slots=True)
class SpellMonths:
    """So many months of a kind of work within the year commended."""

    spell: str
    months: int


@dataclass(frozen=True, slots=True)
class PostYears:
    """Years in posts of one group or a higher one: what is missing in a higher post is added to the next lower.

    ``women_less`` 3 means that a third of the time is taken off for women, unless they retire later than others.
    """

    group: str
    years: int
    below: int | None = None
    women_less: int | None = None


@dataclass(frozen=True, slots=True)
class Existence:
    """A collective of at least so many years."""

    years: int


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A founding day that is a multiple of so many years (năm tròn)."""

    multiple: int


@dataclass(frozen=True, slots=True)
class ClusterLead:
    """Leads its cluster in the year commended."""

    organiser: str
    rank: int = 1


@dataclass(frozen=True, slots=True)
class InMovement:
    """Outstanding in a movement of one of the launchers that has lasted so long, at its review or close."""

    launched_by: tuple[str, ...]
    stages: tuple[str, ...]
    years: int = 0


@dataclass(frozen=True, slots=True)
class OfClass:
    """The recipient is of one of the classes."""

    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Registered:
    """Registered in the year commended up to a day, ``day`` and ``month``."""

    day: int
    month: int


@dataclass(frozen=True, slots=True)
class Score:
    """Enough points for the kind of area, and in each standard at least ``weakest`` percent of its points."""

    least: tuple[tuple[str, float], ...]
    weakest: float | None = None


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A person must confirm it; ``question`` is a code of the rulebook's questions."""

    question: str


@dataclass(frozen=True, slots=True)
class NoOpenCase:
    """Nothing is being looked into: discipline, investigation, inspection, complaint, what the press reported."""


@dataclass(frozen=True, slots=True)
class NoDisciplineInPosts:
    """Never disciplined from this sanction upwards while holding such posts; ``lower``: one class less then."""

    sanction: Sanction
    lower: bool = False


@dataclass(frozen=True, slots=True)
class AchievementOnce:
    """The same achievement is not rewarded again."""


@dataclass(frozen=True, slots=True)
class OneStateForm:
    """One form of this level in a year; those given on the occasions of ``besides`` do not count."""

    level: str
    besides: tuple[Occasion, ...] = ()


@dataclass(frozen=True, slots=True)
class NotTogether:
    """Not while the same recipient is nominated for one of the awards."""

    awards: tuple[str, ...]


class LastYear(StrEnum):
    """Where a run of years may end."""

    SAME = "same"
    """With the year commended."""
    PREVIOUS = "previous"
    """With the year before it."""
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class RunsEnd:
    """How runs of years are counted where the law leaves it open."""

    last_year: LastYear


@dataclass(frozen=True, slots=True)
class YearsUsed:
    """Years that an earlier award of the same kind has used up do not count again."""


@dataclass(frozen=True, slots=True)
class AfterDiscipline:
    """After a discipline only what comes after its end counts."""


@dataclass(frozen=True, slots=True)
class InitiativeOnce:
    """An initiative used for a title cannot serve a form, nor the reverse, nor two forms."""


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of the options is enough."""

    options: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of the options together."""

    options: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AwardExists:
    """The law of the day knows the award. Not written in files: the award's entry says it."""


@dataclass(frozen=True, slots=True)
class ForRecipient:
    """The award is for these kinds of recipients. Not written in files: the award's entry says it."""

    recipients: tuple[RecipientKind, ...]


@dataclass(frozen=True, slots=True)
class ForOccasion:
    """The award is given on these occasions. Not written in files: the award's entry says it."""

    occasions: tuple[Occasion, ...]


@dataclass(frozen=True, slots=True)
class StandardWritten:
    """The rulebook has a standard for the award. Not written in files: the award's entry says it."""


Condition = (
    AwardExists
    | ForRecipient
    | ForOccasion
    | StandardWritten
    | AwardOfYear
    | AwardRun
    | EarlierAward
    | AwardsInWindow
    | AwardsInYears
    | Interval
    | RatingOfYear
    | RatingRun
    | RatingsInWindow
    | InitiativeCount
    | NoDiscipline
    | MembersHolding
    | MembersCompleted
    | MembersWith
    | MembersUndisciplined
    | SpellYears
    | SpellMonths
    | PostYears
    | Existence
    | Anniversary
    | ClusterLead
    | InMovement
    | OfClass
    | Registered
    | Score
    | Confirmed
    | NoOpenCase
    | NoDisciplineInPosts
    | AchievementOnce
    | OneStateForm
    | NotTogether
    | RunsEnd
    | YearsUsed
    | AfterDiscipline
    | InitiativeOnce
    | AnyOf
    | AllOf
)
