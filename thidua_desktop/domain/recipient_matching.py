"""Whom a line of a list means among the recipients already known. Two people are never joined in silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RecipientId, UnitId
from thidua_desktop.domain.look_alikes import (
    ANYWHERE,
    NAME_REASONS,
    AlikeReason,
    Traits,
    UnitPlaces,
    compare,
    keys,
    traits,
)
from thidua_desktop.domain.recipients import Recipient

_R = AlikeReason
_SURE_NAMES = frozenset({_R.SAME_NAME, _R.TONE_PLACE, _R.I_AND_Y})
_AGAINST = frozenset({_R.OTHER_ID_NUMBER, _R.OTHER_BIRTH, _R.OTHER_GENDER})
_LEAST = 45
_MOST = 5


class Certainty(StrEnum):
    """How sure it is whom a line means."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class RecipientLine:
    """A line of a list, as far as it says who is meant; ``unit_id`` is the unit that ``unit`` was found to be."""

    kind: RecipientKind
    name: str
    id_number: str | None = None
    birth: str | None = None
    gender: str | None = None
    honorific: str | None = None
    position: str | None = None
    unit: str | None = None
    unit_id: UnitId | None = None
    ethnic_group: str | None = None
    address: str | None = None

    def recipient(self) -> Recipient:
        """A new recipient with what the line says."""
        return Recipient(
            kind=self.kind,
            name=self.name,
            honorific=self.honorific,
            gender=self.gender,
            birth=self.birth,
            id_number=self.id_number,
            ethnic_group=self.ethnic_group,
            position=self.position,
            unit_id=self.unit_id,
            address=self.address,
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A recipient that may be meant; ``score`` from 0 to 100."""

    recipient_id: RecipientId
    score: int
    reasons: tuple[AlikeReason, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a line means: ``recipient_id`` only where that is certain, otherwise those who come into question."""

    certainty: Certainty
    recipient_id: RecipientId | None = None
    candidates: tuple[Candidate, ...] = ()


class RecipientIndex:
    """The recipients known, ready to be compared with many lines."""

    def __init__(self, recipients: Iterable[Recipient] = (), places: UnitPlaces = ANYWHERE) -> None:
        self._places = places
        self._traits: dict[RecipientId, Traits] = {}
        self._blocks: dict[tuple[str, ...], list[RecipientId]] = {}
        for recipient in recipients:
            self.add(recipient)

    def add(self, recipient: Recipient) -> None:
        """Know one more recipient, which has its number already."""
        if recipient.id is None:
            raise ValueError(recipient.name)
        one = traits(recipient, self._places)
        self._traits[recipient.id] = one
        for key in keys(one):
            self._blocks.setdefault(key, []).append(recipient.id)

    def traits(self) -> tuple[tuple[RecipientId, Traits], ...]:
        """Everybody with what is compared of them."""
        return tuple(self._traits.items())

    def alike(self, recipient: Recipient, *, least: int = _LEAST) -> tuple[Candidate, ...]:
        """Those who look like a recipient, itself left out, the most alike first."""
        one = traits(recipient, self._places)
        near = {each for key in keys(one) for each in self._blocks.get(key, ()) if each != recipient.id}
        found = (Candidate(each, *compare(one, self._traits[each])) for each in near)
        kept = (candidate for candidate in found if candidate.score >= least)
        return tuple(sorted(kept, key=lambda hit: (-hit.score, hit.recipient_id)))

    def match(self, line: RecipientLine) -> Match:
        """Whom a line means.

        Certain are one identity number with names that agree; without numbers one name with the same birth and unit,
        or the same day of birth where the list names the superior only; for collectives one name in one unit. If that
        fits two recipients, or anything speaks against it, nothing is certain.
        """
        candidates = self.alike(line.recipient())
        fitting = [each for each in candidates if _certain(line.kind, frozenset(each.reasons))]
        certain = [each for each in fitting if _R.SAME_ID_NUMBER in each.reasons] or fitting
        if len(certain) == 1:
            return Match(Certainty.CERTAIN, certain[0].recipient_id, candidates[:_MOST])
        if not candidates:
            return Match(Certainty.NONE)
        return Match(Certainty.PROBABLE, None, candidates[:_MOST])


def _certain(kind: RecipientKind, reasons: frozenset[AlikeReason]) -> bool:
    if _R.SAME_ID_NUMBER in reasons:
        return bool(reasons & NAME_REASONS) and _R.OTHER_BIRTH not in reasons
    if not reasons & _SURE_NAMES and not (kind is RecipientKind.COLLECTIVE and _R.ABBREVIATED in reasons):
        return False
    if reasons & _AGAINST:
        return False
    if _R.SAME_BIRTH_DAY in reasons:
        return bool(reasons & {_R.SAME_UNIT, _R.UNIT_WITHIN})
    return _R.SAME_UNIT in reasons and (_R.SAME_BIRTH_YEAR in reasons or kind is RecipientKind.COLLECTIVE)
