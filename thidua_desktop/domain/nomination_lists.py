"""A round's list of nominations: its order, its counts, lines that say the same, what can be done with several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.common.vietnamese import fold, sort_key
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.domain.nominations import MOVES, STAGE, Nomination, NominationState, needs_reason

KIND_ORDER = (RecipientKind.COLLECTIVE, RecipientKind.PERSON, RecipientKind.HOUSEHOLD)
"""Collectives stand first in award lists, then persons, then households."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many lines a list has; the parts always add up to ``total``."""

    total: int = 0
    by_kind: tuple[tuple[RecipientKind, int], ...] = ()
    by_award: tuple[tuple[str, int], ...] = ()
    """Award identifiers, most frequent first."""


def tally(nominations: Iterable[Nomination]) -> Tally:
    """The counts of a list; kinds that do not occur are left out."""
    lines = tuple(nominations)
    kinds = Counter(line.kind for line in lines)
    awards = Counter(line.award_id for line in lines)
    return Tally(
        total=len(lines),
        by_kind=tuple((kind, kinds[kind]) for kind in KIND_ORDER if kinds[kind]),
        by_award=tuple(sorted(awards.items(), key=lambda entry: (-entry[1], entry[0]))),
    )


def recipient_key(line: Nomination) -> tuple[object, ...]:
    """Order by recipient: kinds apart, persons and those of households by tên – họ – đệm, collectives by their name."""
    return KIND_ORDER.index(line.kind), name_key(line.name, line.kind)


def unit_key(line: Nomination) -> tuple[object, ...]:
    """Order by unit in the Vietnamese alphabet, lines without a unit last, then by recipient."""
    return (not line.unit, sort_key(line.unit or ""), recipient_key(line))


def in_order(nominations: Iterable[Nomination]) -> tuple[Nomination, ...]:
    """The lines as a list is printed: by recipient."""
    return tuple(sorted(nominations, key=recipient_key))


def line_key(line: Nomination) -> tuple[str, str, str]:
    """What makes two lines the same: name and unit without diacritics, and the award."""
    return fold(line.name), fold(line.unit or ""), line.award_id


def duplicates(nominations: Iterable[Nomination]) -> frozenset[NominationId]:
    """The identifiers of all lines that another line of the list repeats."""
    groups: dict[tuple[str, str, str], list[NominationId]] = {}
    for line in nominations:
        if line.id is not None:
            groups.setdefault(line_key(line), []).append(line.id)
    return frozenset(found for group in groups.values() if len(group) > 1 for found in group)


def same_line(draft: Nomination, nominations: Iterable[Nomination]) -> Nomination | None:
    """The line of the list that ``draft`` would repeat, itself left out."""
    others = (line for line in nominations if draft.id is None or line.id != draft.id)
    return next((line for line in others if line_key(line) == line_key(draft)), None)


@dataclass(frozen=True, slots=True)
class NominationFilter:
    """What the clerk wants to see; an empty field lets everything through. Text is compared without diacritics."""

    text: str = ""
    kind: RecipientKind | None = None
    award_id: str | None = None
    unit: str | None = None
    state: NominationState | None = None

    def lets(self, line: Nomination, award_name: str = "") -> bool:
        """Whether the line is shown."""
        if self.kind is not None and line.kind is not self.kind:
            return False
        if self.award_id is not None and line.award_id != self.award_id:
            return False
        if self.unit is not None and (line.unit or "") != self.unit:
            return False
        if self.state is not None and line.state is not self.state:
            return False
        words = fold(self.text).split()
        if not words:
            return True
        said = searched(line, award_name)
        return all(word in said for word in words)


def searched(line: Nomination, award_name: str = "") -> str:
    """What a search for text looks through: without diacritics, remembered from the first time on."""
    parts = (line.name, line.position or "", line.unit or "", line.id_number or "", line.note or "", award_name)
    return fold(" ".join(parts))


@dataclass(frozen=True, slots=True)
class SharedMove:
    """A state that every one of several lines can go to, and whether one of them has to be justified."""

    state: NominationState
    with_reason: bool
    backward: bool
    """Backward for at least one of the lines."""


def shared_moves(nominations: Sequence[Nomination]) -> tuple[SharedMove, ...]:
    """The states that all lines can go to; lines already there do not stand in the way.

    Forward ones come first, the usual next step of the first line at their head.
    """
    if not nominations:
        return ()
    from_states: Mapping[NominationState, Nomination] = {line.state: line for line in nominations}
    found: list[SharedMove] = []
    for state in NominationState:
        others = [line for old, line in from_states.items() if old is not state]
        if others and all(state in line.moves() for line in others):
            reason = any(needs_reason(line.state, state) for line in others)
            backward = any(STAGE[state] < STAGE[line.state] for line in others)
            found.append(SharedMove(state, reason, backward))
    usual = [state for line in nominations[:1] for state in MOVES[line.state]]
    return tuple(
        sorted(found, key=lambda move: (move.backward, move.state not in usual, [*usual, move.state].index(move.state)))
    )
