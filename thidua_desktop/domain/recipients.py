"""Recipients: persons, collectives and households that an award can go to, whatever list they first came from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.identity import birth_year, check_id_number, tidy_id_number
from thidua_desktop.domain.ids import PostId, RecipientId, UnitId

_FIRST_YEAR = 1800
_OLDEST = 110
_YOUNGEST = 14


class RecipientNameMissing(AppError):
    """A recipient without a name cannot be kept."""

    code = "recipient.name_missing"


class RecipientBirthImpossible(AppError):
    """The birth is no day of the calendar, or a day to come."""

    code = "recipient.birth_impossible"


class PostDaysReversed(AppError):
    """A post would end before it begins."""

    code = "recipient.post_days_reversed"


class PostTitleMissing(AppError):
    """A post without a title cannot be kept."""

    code = "recipient.post_title_missing"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whatever an award can go to. ``birth`` is a year ("1980"), a month ("1980-05") or a day ("1980-05-17").

    ``ethnic_group`` is the name as in the list of 1979 ("Kinh"), ``classes`` are codes of the rulebooks ("worker",
    "direct", "leader" …), ``founded`` the year of a collective. ``sort_name`` is what the clerk wants it sorted as.
    """

    kind: RecipientKind
    name: str
    honorific: str | None = None
    gender: str | None = None
    """"male", "female" or None."""
    birth: str | None = None
    id_number: str | None = None
    ethnic_group: str | None = None
    position: str | None = None
    unit_id: UnitId | None = None
    address: str | None = None
    classes: tuple[str, ...] = ()
    enterprise: bool | None = None
    """Whether it is an enterprise or one who leads it; None where nobody said."""
    founded: int | None = None
    later_retirement: bool | None = None
    awards_known_from: int | None = None
    initiatives_known_from: int | None = None
    merged_into: RecipientId | None = None
    """The recipient that this one turned out to be; it then lies in the trash."""
    note: str | None = None
    sort_name: str | None = None
    id: RecipientId | None = None

    def tidied(self) -> Recipient:
        """The recipient as it is kept: blanks squeezed, the identity number without them.

        Raises:
            RecipientNameMissing: there is no name.
        """
        name = squeeze(self.name)
        if not name:
            raise RecipientNameMissing
        number = tidy_id_number(self.id_number or "") or None
        classes = tuple(dict.fromkeys(self.classes))
        if (name, number, classes) == (self.name, self.id_number, self.classes):
            return self
        return replace(self, name=name, id_number=number, classes=classes)


@dataclass(frozen=True, slots=True)
class Post:
    """A post held between two days; ``group`` is a code of the rulebooks' table of posts."""

    recipient_id: RecipientId
    title: str
    group: str | None = None
    unit_id: UnitId | None = None
    unit: str | None = None
    """The unit as it was called then."""
    since: date | None = None
    until: date | None = None
    id: PostId | None = None

    def check(self) -> None:
        """Refuse a post that cannot be.

        Raises:
            PostTitleMissing: it has no title.
            PostDaysReversed: it ends before it begins.
        """
        if not self.title.strip():
            raise PostTitleMissing
        if self.since is not None and self.until is not None and self.until < self.since:
            raise PostDaysReversed(title=self.title, first=self.since, last=self.until)


def check(recipient: Recipient, places: Collection[str], today: date) -> tuple[Finding, ...]:
    """What should be looked at in a recipient; none of it forbids to keep it but a number of the wrong length.

    Args:
        recipient: as it is about to be kept.
        places: the three-digit codes of places that begin a CCCD; others may be those of countries.
        today: nobody is born later.
    """
    if recipient.kind is RecipientKind.COLLECTIVE:
        later = recipient.founded is not None and not _FIRST_YEAR <= recipient.founded <= today.year
        return (Finding("recipient.founded", params={"year": str(recipient.founded)}),) if later else ()
    number = tidy_id_number(recipient.id_number or "")
    findings = [*check_id_number(number, gender=recipient.gender, birth=recipient.birth)]
    if len(number) == 12 and number.isdigit() and number[:3] not in places:
        findings.append(Finding("identity.place", params={"place": number[:3]}))
    year = birth_year(recipient.birth)
    if recipient.kind is RecipientKind.PERSON and year is not None and not _YOUNGEST <= today.year - year <= _OLDEST:
        findings.append(Finding("recipient.age", params={"year": str(year)}))
    return tuple(findings)


def check_birth(birth: str | None, today: date) -> None:
    """Refuse a birth that cannot be.

    Raises:
        RecipientBirthImpossible: neither a year, a month nor a day, or one to come.
    """
    if not birth:
        return
    try:
        first = date.fromisoformat(f"{birth}-01-01"[:10] if len(birth) != 7 else f"{birth}-01")
    except ValueError:
        raise RecipientBirthImpossible(birth=birth) from None
    if first > today or len(birth) not in (4, 7, 10):
        raise RecipientBirthImpossible(birth=birth)
