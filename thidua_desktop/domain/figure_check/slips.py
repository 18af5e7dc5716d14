"""What can be wrong with a number beside those around it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from thidua_desktop.domain.figure_check.passages import Placed


class Slip(StrEnum):
    """What does not agree."""

    SUM = "sum"
    SHARE = "share"
    CHANGE = "change"
    DIRECTION = "direction"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A number that does not follow from those beside it; ``right`` is what follows from them."""

    slip: Slip
    number: Placed
    right: Decimal
    parts: tuple[Decimal, ...] = ()


def is_count(number: Placed) -> bool:
    """Neither a rate nor a difference."""
    return not (number.spot.quantity.percent or number.spot.signs() & {"up", "down"})


def is_whole(number: Placed) -> bool:
    """ "Trong 938 cá nhân …", "trên tổng số 938 cá nhân"."""
    last = number.spot.before[-1].text.casefold() if number.spot.before else ""
    return "whole" in number.spot.signs() or last in ("trong", "trên")
