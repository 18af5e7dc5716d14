"""How the lines that a council agreed to are divided among decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.councils.records import MeetingLine
from thidua_desktop.domain.decisions import DecisionLine
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.nominations import Nomination

Authorities = Callable[[str], tuple[str, ...]]
"""Award → the bodies that may decide on it, by the rulebook."""


class Split(StrEnum):
    """By what the lines of a meeting become decisions."""

    AUTHORITY = "authority"
    """One decision for each body that decides."""
    AWARD = "award"
    """One decision for each award."""


@dataclass(frozen=True, slots=True)
class DraftProposal:
    """A decision that could be drafted. ``authorities`` are the bodies that may decide; the first is proposed."""

    authorities: tuple[str, ...]
    award_ids: tuple[str, ...]
    nomination_ids: tuple[NominationId, ...]
    title: str = ""
    signed_by: str = ""
    authority: str | None = None
    """The body that decides, where the clerk has chosen one."""

    @property
    def deciding(self) -> str | None:
        """The body that decides; None where no rulebook names one."""
        return self.authority or next(iter(self.authorities), None)


def divided(lines: Iterable[MeetingLine], authorities: Authorities, split: Split) -> tuple[DraftProposal, ...]:
    """The decisions that some agreed lines become, in the order of their first line.

    Args:
        authorities: the one who decides for this office first; lines with the same first body make one decision.
    """
    groups: dict[str | None, list[MeetingLine]] = {}
    for line in lines:
        deciding = next(iter(authorities(line.awarded)), None)
        groups.setdefault(deciding if split is Split.AUTHORITY else line.awarded, []).append(line)
    return tuple(
        DraftProposal(
            authorities=_common([authorities(line.awarded) for line in held]),
            award_ids=tuple(dict.fromkeys(line.awarded for line in held)),
            nomination_ids=tuple(line.nomination_id for line in held),
        )
        for held in groups.values()
    )


def _common(bodies: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The bodies that may decide on all of some lines, in the order of the first."""
    shared = set(bodies[0]).intersection(*bodies)
    return tuple(body for body in bodies[0] if body in shared)


_KINDS = (RecipientKind.COLLECTIVE, RecipientKind.PERSON, RecipientKind.HOUSEHOLD)


def listed(
    nominations: Iterable[Nomination], rank: Callable[[str], int], unit: Callable[[Nomination], int]
) -> tuple[DecisionLine, ...]:
    """The annexed list as offices begin it: higher awards first, collectives before persons, units in their order."""
    ordered = sorted(nominations, key=lambda one: (-rank(one.award_id), _KINDS.index(one.kind), unit(one)))
    return tuple(line_of(nomination, place) for place, nomination in enumerate(ordered, start=1))


def line_of(nomination: Nomination, place: int) -> DecisionLine:
    """A nomination as it stands in a decision's list."""
    return DecisionLine(
        nomination_id=nomination.id,
        name=nomination.name,
        award_id=nomination.award_id,
        kind=nomination.kind.value,
        honorific=nomination.honorific or "",
        position=nomination.position or "",
        unit=nomination.unit or "",
        achievement=nomination.citation or "",
        place=place,
    )
