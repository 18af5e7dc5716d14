"""Dated rulebooks: what the law of a day says about each award, with citation and confidence.

A rulebook says only what differs from the one it inherits; ``domain.rulebook_layers`` puts both together. The day of a
document decides which one judges it (``in_force``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.nominations import Occasion

if TYPE_CHECKING:  # the window, which names kinds of values, starts without all kinds of conditions
    from thidua_desktop.domain.rules import Condition

WORTH = {Confidence.UNSURE: 0, Confidence.KNOWN: 1, Confidence.SEEN: 2}
"""Confidence marks as numbers, the least sure lowest."""


class ValueKind(Enum):
    """What a key of a rulebook's file takes."""

    TEXT = "text"
    TEXTS = "texts"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"
    LIST = "list"
    TABLE = "table"


class RulebookMissing(AppError):
    """No rulebook covers the day."""

    code = "rulebook.none_for_day"


def least_sure(*marks: Confidence) -> Confidence:
    """The lowest of some confidence marks; sure where there are none."""
    return min(marks, key=WORTH.__getitem__, default=Confidence.SEEN)


@dataclass(frozen=True, slots=True)
class Basis:
    """Where something is written, how sure the program is of it, and from when to when it holds (both inclusive)."""

    citation: str
    confidence: Confidence
    valid_from: date | None = None
    valid_to: date | None = None
    note: str | None = None

    def covers(self, day: date) -> bool:
        """Whether it holds on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Rule:
    """One condition with its basis."""

    condition: Condition
    basis: Basis


@dataclass(frozen=True, slots=True)
class Path:
    """One way to an award: all of its rules together. Several paths are alternatives."""

    id: str
    basis: Basis
    rules: tuple[Rule, ...]
    recipients: tuple[RecipientKind, ...] = ()
    """Empty: all recipients of the award."""
    occasions: tuple[Occasion, ...] = ()
    """Empty: any."""
    not_for: tuple[str, ...] = ()
    """Classes of recipients that have a way of their own."""


@dataclass(frozen=True, slots=True)
class Quota:
    """At most so many percent of a base may get the award; None where the law sets no ceiling."""

    percent: float | None
    of: str
    """Code of the base, for instance "holders" (those who hold LĐTT or CSTT)."""
    basis: Basis
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """What share of the council has to agree; ``percent`` None where no ratio is known."""

    percent: float | None
    base: str
    """"all_members" (those absent included) or "attendees"."""
    ballot: str
    """"secret", "ballot" or "minutes"."""
    basis: Basis
    quorum: float | None = None


@dataclass(frozen=True, slots=True)
class QuorumRule:
    """What share of all members has to be present for a meeting of a council to be valid."""

    share: Fraction
    basis: Basis


@dataclass(frozen=True, slots=True)
class Dossier:
    """The documents of a nomination, by their codes; ``sets`` None where a ministry or province says how many."""

    documents: tuple[str, ...]
    basis: Basis
    sets: int | None = None
    if_any: tuple[str, ...] = ()
    """Those of the documents that only some dossiers need: "nếu có", "nếu thuộc diện"."""


@dataclass(frozen=True, slots=True)
class Bonus:
    """Coefficients of the base salary, in hundredths; None where not known or none is paid."""

    basis: Basis
    person: int | None = None
    collective: int | None = None
    household: int | None = None

    def of(self, kind: RecipientKind) -> int | None:
        """The coefficient for a kind of recipient, in hundredths."""
        return {
            RecipientKind.PERSON: self.person,
            RecipientKind.COLLECTIVE: self.collective,
            RecipientKind.HOUSEHOLD: self.household,
        }[kind]


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for sending a dossier up; ``years_after`` counts from the year commended."""

    day: int
    month: int
    basis: Basis
    years_after: int = 1
    education_day: int | None = None
    education_month: int | None = None


@dataclass(frozen=True, slots=True)
class AwardLaw:
    """What a rulebook says about one award. None means that it says nothing of its own."""

    award_id: str
    basis: Basis
    exists: bool | None = None
    recipients: tuple[RecipientKind, ...] | None = None
    sectors: tuple[str, ...] | None = None
    """The sectors whose recipients alone can have it; None or empty: everybody."""
    occasions: tuple[Occasion, ...] | None = None
    simplified: bool | None = None
    """Whether the short procedure (thủ tục đơn giản) can be used."""
    decided_by: tuple[str, ...] | None = None
    proposed_by: str | None = None
    paths: tuple[Path, ...] = ()
    no_paths: str | None = None
    """Why no standard is written here."""
    quota: Quota | None = None
    vote: Vote | None = None
    dossier: Dossier | None = None
    bonus: Bonus | None = None
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True)
class GeneralRule:
    """A rule for many awards: for all of the named groups, levels, recipients and occasions (empty: any)."""

    id: str
    rule: Rule
    awards: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    recipients: tuple[RecipientKind, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    except_occasions: tuple[Occasion, ...] = ()

    def concerns(self, award: Award, recipient: RecipientKind, occasion: Occasion) -> bool:
        """Whether the rule is asked for such a nomination."""
        return (
            (not self.awards or award.id in self.awards)
            and (not self.kinds or award.kind in self.kinds)
            and (not self.levels or award.level in self.levels)
            and (not self.recipients or recipient in self.recipients)
            and (not self.occasions or occasion in self.occasions)
            and occasion not in self.except_occasions
        )


@dataclass(frozen=True, slots=True)
class Principle:
    """A sentence of the law that a person applies, shown beside the rules."""

    id: str
    text: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Payer:
    """Whose fund pays the bonuses of what some bodies decide: one of ``paid_by``, according to who proposed it."""

    decided_by: tuple[str, ...]
    paid_by: tuple[str, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class BaseSalary:
    """Mức lương cơ sở from a day on, in đồng a month."""

    since: date
    amount: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names behind the codes of the rulebooks: questions to a person, documents, posts, classes, areas, bodies."""

    questions: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, str] = field(default_factory=dict)
    posts: Mapping[str, str] = field(default_factory=dict)
    """Groups of posts, highest first."""
    classes: Mapping[str, str] = field(default_factory=dict)
    spells: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    """Who decides, launches a movement or organises a cluster; also the bases of quotas."""
    documents_if_any: Mapping[str, str] = field(default_factory=dict)
    """The documents that are asked for only in some cases, and in which; a dossier can say otherwise for itself."""
    sectors: Mapping[str, str] = field(default_factory=dict)
    """Whom some awards alone are for."""
    sector_words: Mapping[str, str] = field(default_factory=dict)
    """The words, parted by semicolons, by which the name of a unit says that it is of a sector."""

    def over(self, below: Vocabulary) -> Vocabulary:
        """Both together, own names first."""
        return Vocabulary(
            {**below.questions, **self.questions},
            {**below.documents, **self.documents},
            {**below.posts, **self.posts},
            {**below.classes, **self.classes},
            {**below.spells, **self.spells},
            {**below.areas, **self.areas},
            {**below.bodies, **self.bodies},
            {**below.documents_if_any, **self.documents_if_any},
            {**below.sectors, **self.sectors},
            {**below.sector_words, **self.sector_words},
        )


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The law of a period, or what an office adds to it."""

    code: str
    title: str
    basis: Basis
    """Its citation, validity and the confidence of the whole."""
    awards: Mapping[str, AwardLaw]
    inherits: str | None = None
    inherited_confidence: Confidence = Confidence.SEEN
    """The most that an inherited rule is trusted."""
    generals: tuple[GeneralRule, ...] = ()
    principles: tuple[Principle, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    salaries: tuple[BaseSalary, ...] = ()
    own_awards: tuple[Award, ...] = ()
    """Awards that the catalogue does not have; offices may have their own."""
    dropped: tuple[str, ...] = ()
    """Paths ("award/path") and general rules of the one below that do not hold here."""
    bonus_step: int | None = None
    """Bonuses are rounded up to a multiple of so many đồng."""
    old_until: date | None = None
    """Dossiers accepted before this day are judged by the rulebook before this one (transition)."""
    layers: tuple[str, ...] = ()
    """Codes of the office rulebooks that are laid over it."""
    quorum: QuorumRule | None = None
    """None where the rulebook asks for no quorum."""
    narrow_documents: tuple[str, ...] = ()
    """Numbers of documents in its citation that concern only the awards whose entries cite them."""
    payers: tuple[Payer, ...] = ()
    """The bodies that do not pay themselves what they decide; all others do ("cấp nào khen, cấp đó chi")."""

    def paid_by(self, body: str) -> tuple[str, ...]:
        """Whose fund pays what a body decides: its own, unless something else is said."""
        return next((payer.paid_by for payer in self.payers if body in payer.decided_by), (body,))

    def rests_on(self, number: str, award_ids: Iterable[str]) -> bool:
        """Whether a paper on these awards cites a document of the rulebook (khoản căn cứ, Nghị định 30/2020).

        A document on some awards alone is not the basis of a decision on others.
        """
        if number not in self.narrow_documents:
            return True
        laws = [self.awards[one] for one in award_ids if one in self.awards]
        return any(
            number in basis.citation for law in laws for basis in (law.basis, *(path.basis for path in law.paths))
        )

    @property
    def valid_from(self) -> date | None:
        """Its first day."""
        return self.basis.valid_from

    @property
    def valid_to(self) -> date | None:
        """Its last day; None while open."""
        return self.basis.valid_to


def in_force(books: Sequence[Rulebook], day: date, *, accepted: date | None = None) -> Rulebook:
    """The rulebook that judges a document of a day.

    A dossier accepted before a new law came into force is judged by the law before it, where the new law says so.

    Raises:
        RulebookMissing: no rulebook covers the day.
    """
    for book in books:
        if book.basis.covers(day):
            if accepted is not None and book.old_until is not None and accepted < book.old_until:
                return in_force(books, accepted)
            return book
    raise RulebookMissing(day=day)


def base_salary(book: Rulebook, day: date) -> BaseSalary | None:
    """The base salary on the day of a decision; None before the first one that is known."""
    known = [salary for salary in book.salaries if salary.since <= day]
    return known[-1] if known else None


def bonus_amount(book: Rulebook, rate: int, day: date) -> int | None:
    """A bonus in đồng: hundredths of the base salary of the decision's day, rounded up as the rulebook says.

    None where the base salary of the day is not known.
    """
    salary = base_salary(book, day)
    if salary is None:
        return None
    step = (book.bonus_step or 1) * 100
    return -(-rate * salary.amount // step) * step // 100
