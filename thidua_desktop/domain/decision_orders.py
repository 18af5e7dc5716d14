"""Orders in which a draft's list can be put before it is signed; its place becomes the number in the golden book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.decisions import DecisionLine
from thidua_desktop.domain.name_order import name_key

_KINDS = (RecipientKind.COLLECTIVE, RecipientKind.PERSON, RecipientKind.HOUSEHOLD)


class LineOrder(StrEnum):
    """By what the lines stand within their award and their kind of recipient."""

    NAME = "name"
    UNIT = "unit"


def arranged(
    lines: Sequence[DecisionLine], order: LineOrder, award: Callable[[str], int], unit: Callable[[str], int]
) -> tuple[DecisionLine, ...]:
    """The lines by award (the higher first), collectives before persons before households, then as asked.

    Args:
        lines: of a draft.
        order: what decides within.
        award: the rank of an award; higher awards have more.
        unit: the place of a unit's name in the office's order.
    """

    def key(line: DecisionLine) -> tuple[object, ...]:
        kind = RecipientKind(line.kind)
        name = name_key(line.name, kind)
        within: tuple[object, ...] = (unit(line.unit), name) if order is LineOrder.UNIT else (name, unit(line.unit))
        return (-award(line.award_id), line.award_id, _KINDS.index(kind), *within)

    return tuple(replace(line, place=place) for place, line in enumerate(sorted(lines, key=key), start=1))


def moved(lines: Sequence[DecisionLine], chosen: Sequence[int], step: int) -> tuple[DecisionLine, ...]:
    """The lines with those at the places ``chosen`` (from 0) one place up (-1) or down (1), together, never beyond."""
    order = list(range(len(lines)))
    wanted = set(chosen)
    for at in order[::-1] if step > 0 else tuple(order):
        other = at + step
        if order[at] in wanted and 0 <= other < len(order) and order[other] not in wanted:
            order[at], order[other] = order[other], order[at]
    return tuple(replace(lines[at], place=place) for place, at in enumerate(order, start=1))
