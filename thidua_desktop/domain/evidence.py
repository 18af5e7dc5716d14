"""What is known of a recipient when a nomination is judged: awards, ratings, initiatives, years of work, discipline.

Every record can be named to the clerk. What is not recorded is not the same as what did not happen: the years
``…_known_from`` and the clearances say how far the records are complete; outside of them the answer is "cannot tell".

A year is the year that is commended. In education it is the year in which the school year ends ("2024 - 2025" is 2025).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.nominations import Occasion


class Rating(IntEnum):
    """Mức độ hoàn thành nhiệm vụ, lowest first."""

    NOT_DONE = 0
    DONE = 1
    WELL = 2
    EXCELLENT = 3


class Reach(IntEnum):
    """Phạm vi ảnh hưởng of an initiative, narrowest first.

    A military region counts as a ministry or province, the whole army stands between these and the whole country.
    """

    UNIT = 1
    DISTRICT = 2
    PROVINCE = 3
    ARMY = 4
    NATIONAL = 5


class MeritKind(StrEnum):
    """What can stand where the law asks for an initiative."""

    INITIATIVE = "initiative"
    TOPIC = "topic"
    """Đề tài, đề án, công trình khoa học đã nghiệm thu."""
    FEAT = "feat"
    """Mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu."""


class Sanction(IntEnum):
    """Hình thức kỷ luật, mildest first."""

    REPRIMAND = 1
    WARNING = 2
    DEMOTED = 3
    """Hạ bậc lương, giáng chức."""
    REMOVED = 4
    """Cách chức."""
    DISMISSED = 5
    """Buộc thôi việc, khai trừ."""


class CaseKind(StrEnum):
    """What keeps an award waiting while it is looked into."""

    DISCIPLINE = "discipline"
    INVESTIGATION = "investigation"
    INSPECTION = "inspection"
    COMPLAINT = "complaint"
    PRESS = "press"


class Cleared(StrEnum):
    """What somebody has looked into and found nothing of."""

    DISCIPLINE = "discipline"
    CASES = "cases"


@dataclass(frozen=True, slots=True)
class AwardRecord:
    """An award that was given. ``year`` is the year commended, the last one where there are several.

    ``counted_from`` and ``counted_to`` are the years of the achievement where the decision states them.
    ``occasion`` is None where the decision does not say. ``achievement`` names what was commended, so that the same
    is not rewarded twice.
    """

    award_id: str
    year: int
    day: date | None = None
    decision: str | None = None
    occasion: Occasion | None = Occasion.MERIT
    counted_from: int | None = None
    counted_to: int | None = None
    achievement: str | None = None

    @property
    def last_year(self) -> int:
        """The last year that the award has used up: the next achievement counts after it (TT 12/2019 Điều 2.6)."""
        return self.counted_to if self.counted_to is not None else self.year


@dataclass(frozen=True, slots=True)
class YearRating:
    """The rating of a person's or a collective's year."""

    year: int
    rating: Rating
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Initiative:
    """A recognised initiative, topic or feat; ``used_for`` are the awards that already rest on it."""

    year: int
    reach: Reach
    name: str
    decision: str | None = None
    kind: MeritKind = MeritKind.INITIATIVE
    used_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of work that counts in years: ``kind`` is a code of the rulebook ("service", "direct_work", "model").

    ``factor`` is 2 where the law counts the time double (sea, islands, specially difficult areas).
    """

    kind: str
    since: date
    until: date | None = None
    factor: int = 1


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A post and how long; ``group`` is a code of the rulebook's table of posts."""

    group: str
    since: date
    until: date | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Discipline:
    """A sanction in force from ``since``; ``until`` is its last day, None while it lasts."""

    sanction: Sanction
    since: date
    until: date | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Something that is being looked into; ``closed`` is the day on which it ended without blame."""

    kind: CaseKind
    opened: date
    closed: date | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Clearance:
    """Somebody confirmed that there is nothing of a kind up to a day; ``by`` is the paper or the person."""

    kind: Cleared
    until: date
    by: str


@dataclass(frozen=True, slots=True)
class MemberFigures:
    """A collective's members in one year; ``holders`` counts those who hold an award of that year by its id."""

    year: int
    members: int
    holders: tuple[tuple[str, int], ...] = ()
    completed: int | None = None
    """How many completed their tasks or better."""
    disciplined: int | None = None
    """How many were disciplined from a warning upwards."""


@dataclass(frozen=True, slots=True)
class ClusterRank:
    """The place in a cluster of a year; ``organiser`` is a code of the rulebook ("province", "central", "movement")."""

    year: int
    organiser: str
    rank: int
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class MovementResult:
    """Outstanding in a movement; ``years`` is how long it has lasted, ``stage`` "review" (sơ kết) or "close"."""

    year: int
    launched_by: str
    years: int
    stage: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class YearScore:
    """The points of a household or a residential area; ``weakest`` is the lowest share of points of one standard."""

    year: int
    points: float
    area: str
    weakest: float | None = None
    registered: date | None = None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person says whether something holds that no record can show; ``code`` is one of the rulebook's questions."""

    code: str
    holds: bool
    by: str
    day: date | None = None
    year: int | None = None
    """The year for which it was said; None for any."""


Record = (
    AwardRecord
    | YearRating
    | Initiative
    | Spell
    | PostHeld
    | Discipline
    | OpenCase
    | Clearance
    | MemberFigures
    | ClusterRank
    | MovementResult
    | YearScore
    | Confirmation
)
"""Anything that a finding can name as its evidence."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The file of one recipient. ``key`` is the same for the same recipient wherever it is nominated."""

    key: str
    kind: RecipientKind
    name: str
    unit: str | None = None
    awards: tuple[AwardRecord, ...] = ()
    ratings: tuple[YearRating, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    spells: tuple[Spell, ...] = ()
    posts: tuple[PostHeld, ...] = ()
    discipline: tuple[Discipline, ...] = ()
    cases: tuple[OpenCase, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    members: tuple[MemberFigures, ...] = ()
    ranks: tuple[ClusterRank, ...] = ()
    movements: tuple[MovementResult, ...] = ()
    scores: tuple[YearScore, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    classes: frozenset[str] = frozenset()
    """Codes of the rulebook: "worker", "farmer", "leader", "direct", "province" …"""
    gender: str | None = None
    """"male", "female" or None."""
    later_retirement: bool | None = None
    """Whether a woman's retirement age is higher than the ordinary one; None where nobody said."""
    founded: int | None = None
    """The year in which a collective was founded."""
    awards_known_from: int | None = None
    """The first year from which the award records are complete; None where they may have gaps anywhere."""
    initiatives_known_from: int | None = None
