"""Whether the numbers of one sentence agree with each other: parts with their sum, rates and differences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from thidua_desktop.domain.figure_check.breakdowns import sums
from thidua_desktop.domain.figure_check.clauses import said
from thidua_desktop.domain.figure_check.passages import Placed, ReadSentence
from thidua_desktop.domain.figure_check.quantities import Quantity
from thidua_desktop.domain.figure_check.slips import Mismatch, Slip, is_count, is_whole

_OF_SOMETHING_ELSE = re.compile(
    r"\s*(?:(?:so )?với\b|(?:của |so với )?(?:kế hoạch|dự toán|chỉ tiêu|cùng kỳ|năm|số|nghị quyết|mục tiêu)\b)",
    re.IGNORECASE,
)
"""What a rate is of that no number beside it tells."""
_MOVES = frozenset({"up", "down"})


def mismatches(sentence: ReadSentence, known: Sequence[Decimal] = ()) -> Iterator[Mismatch]:
    """What is wrong within a sentence.

    Args:
        known: the other numbers of its paragraph, which a rate may be of.
    """
    numbers = sentence.numbers
    for at in range(len(numbers)):
        yield from sums(numbers, at)
        signs = numbers[at].spot.signs()
        quantity = numbers[at].spot.quantity
        if quantity.percent and not signs & {"up", "down"} and not _bracket_of_delta(numbers, at):
            yield from _share(numbers, at, known)
        elif signs & {"up", "down"} or quantity.percent:
            yield from _change(numbers, at)


def _share(numbers: Sequence[Placed], at: int, known: Sequence[Decimal]) -> Iterator[Mismatch]:
    rate = numbers[at]
    if rate.spot.quantity.value > 100 or _is_points(rate):
        return
    told = _told_of(numbers, at)
    if told is None:
        return
    part, wholes = told
    if not wholes or any(_gives(rate.spot.quantity, part, whole) for whole in wholes):
        return
    every = [*known, *(each.spot.quantity.value for each in numbers if is_count(each))]
    every += [each.spot.quantity.of for each in numbers if each.spot.quantity.of is not None]
    if any(_gives(rate.spot.quantity, one, whole) for one in every for whole in every if one <= whole):
        return
    right = Decimal(100) * part / wholes[0]
    yield Mismatch(Slip.SHARE, rate, _rounded(right, rate.spot.quantity), (part, wholes[0]))


def _told_of(numbers: Sequence[Placed], at: int) -> tuple[Decimal, list[Decimal]] | None:
    """The part and the possible wholes that a rate is of, where the sentence tells: "68,4% (119/174)" too."""
    behind = numbers[at + 1] if at + 1 < len(numbers) else None
    if behind is not None and behind.spot.quantity.of is not None and behind.spot.depth == numbers[at].spot.depth + 1:
        return behind.spot.quantity.value, [behind.spot.quantity.of]
    before = [each for each in numbers[:at] if is_count(each)]
    if not before or not _is_share(numbers, at):
        return None
    return before[-1].spot.quantity.value, _wholes(numbers, at, before[-1])


def _is_share(numbers: Sequence[Placed], at: int) -> bool:
    """Whether a rate is of numbers beside it: "chiếm 75 %", "45 người (75 %)"; not "đạt 75 % kế hoạch", "vượt 5 %"."""
    spot, behind = numbers[at].spot, numbers[at].text[numbers[at].spot.quantity.end :]
    bracket = [word.text for word in spot.before] == ["("]
    return ("share" in spot.signs() or bracket) and _OF_SOMETHING_ELSE.match(behind) is None


def _wholes(numbers: Sequence[Placed], at: int, part: Placed) -> list[Decimal]:
    """What a rate can be of, where the sentence says so: "45/50", "trong tổng số 50", "50 …, trong đó 45"."""
    if part.spot.quantity.of is not None:
        return [part.spot.quantity.of]
    beside = [each for each in (*numbers[at + 1 : at + 2], *reversed(numbers[:at])) if each is not part]
    found = [each for each in beside if is_count(each) and is_whole(each)]
    place = next(order for order, each in enumerate(numbers) if each is part)
    opened = next((order for order in range(place, 0, -1) if numbers[order].spot.signs() & {"among", "parts"}), None)
    if opened is not None and not found:
        found += [each for each in reversed(numbers[:opened]) if is_count(each)]
    if not found and numbers[at].spot.depth > part.spot.depth:
        found = [each for each in reversed(numbers[:place]) if is_count(each) and _noun(each) == _noun(part) != ""]
    values = [each.spot.quantity.value for each in found]
    return [value for value in values if value and value >= part.spot.quantity.value]


def _noun(number: Placed) -> str:
    """The first word behind a number: "hồ sơ", "người"."""
    return number.spot.after[0].text.casefold() if number.spot.after else ""


def _change(numbers: Sequence[Placed], at: int) -> Iterator[Mismatch]:
    told = numbers[at]
    bracket = _bracket_of_delta(numbers, at)
    delta = numbers[at - 1] if bracket else None
    signs = delta.spot.signs() if delta is not None else told.spot.signs()
    if _is_points(told):
        yield from _points(numbers, at, up="up" in signs)
        return
    nows = _nows(numbers, at, told.spot.depth - bracket)
    if not signs & {"up", "down"}:
        return
    if not nows:
        yield from _rate_alone(numbers, at, delta)
        return
    found = [
        list(_judged(told, now, then, up="up" in signs)) for now in nows for then in _thens(numbers, at, now, delta)
    ]
    if found and all(found):
        yield from found[0]


def _points(numbers: Sequence[Placed], at: int, *, up: bool) -> Iterator[Mismatch]:
    """ "68,4 %, tăng 4,1 điểm % so với cùng kỳ (64,3 %)"; each of the three may have been rounded."""
    told = numbers[at].spot.quantity
    nows = [
        each.spot.quantity for each in numbers[:at] if each.spot.quantity.percent and not each.spot.signs() & _MOVES
    ]
    thens = [each.spot.quantity for each in numbers[at + 1 : at + 2] if each.spot.quantity.percent]
    if not nows or not thens:
        return
    step = nows[-1].value - thens[0].value if up else thens[0].value - nows[-1].value
    if abs(step - told.value) > nows[-1].half + thens[0].half + told.half:
        yield Mismatch(Slip.CHANGE, numbers[at], step, (nows[-1].value, thens[0].value))


def _rate_alone(numbers: Sequence[Placed], at: int, delta: Placed | None) -> Iterator[Mismatch]:
    """A difference with its rate and the earlier number, where the present one is not told."""
    told, then = numbers[at].spot.quantity, _reference(numbers, at)
    if delta is None or delta.spot.quantity.percent or not then:
        return
    step = delta.spot.quantity.value
    if not _near(told, Decimal(100) * step / then):
        yield Mismatch(Slip.CHANGE, numbers[at], _rounded(Decimal(100) * step / then, told), (step, then))


def _nows(numbers: Sequence[Placed], at: int, depth: int) -> list[Decimal]:
    """What a difference may be of: the number before it, and the whole that the numbers before it are parts of."""
    before = [order for order in range(at) if is_count(numbers[order]) and numbers[order].spot.depth <= depth]
    if not before:
        return []
    opened = next((order for order in reversed(before) if numbers[order].spot.signs() & {"parts", "among"}), None)
    wholes = [order for order in before if opened is not None and order < opened][-1:]
    return [numbers[order].spot.quantity.value for order in (*wholes, before[-1])]


def _thens(numbers: Sequence[Placed], at: int, now: Decimal, delta: Placed | None) -> list[Decimal]:
    """What it is a difference to: the number told of the earlier time, else what follows from the difference."""
    told = _reference(numbers, at)
    if told is not None:
        return [told]
    if delta is None or delta.spot.quantity.percent:
        return []
    step = delta.spot.quantity.value
    return [now - step if "up" in delta.spot.signs() else now + step]


def _judged(told: Placed, now: Decimal, then: Decimal, *, up: bool) -> Iterator[Mismatch]:
    if now == then or (now > then) is not up:
        yield Mismatch(Slip.DIRECTION, told, now - then, (now, then))
    elif told.spot.quantity.percent:
        if then and not _near(told.spot.quantity, Decimal(100) * abs(now - then) / then):
            right = Decimal(100) * abs(now - then) / then
            yield Mismatch(Slip.CHANGE, told, _rounded(right, told.spot.quantity), (now, then))
    elif abs(now - then) != told.spot.quantity.value:
        yield Mismatch(Slip.CHANGE, told, abs(now - then), (now, then))


def _reference(numbers: Sequence[Placed], at: int) -> Decimal | None:
    """The number of the earlier time that stands behind a difference: "so với cùng kỳ năm 2025 (144)"."""
    for each in numbers[at + 1 : at + 3]:
        if each.spot.signs() & {"up", "down"}:
            return None
        if any(token.startswith("time:") for word in each.spot.before for token in word.tokens or ()):
            return each.spot.quantity.value if is_count(each) else None
    return None


def _bracket_of_delta(numbers: Sequence[Placed], at: int) -> bool:
    """ "tăng 12 tập thể (8,3 %)": a rate in a bracket behind a difference."""
    if not numbers[at].spot.quantity.percent or at == 0:
        return False
    former, spot = numbers[at - 1].spot, numbers[at].spot
    opened = [word.text for word in spot.before if word.tokens is None] == ["("]
    inside = opened and spot.depth == former.depth + 1
    beside = spot.depth == former.depth and spot.signs() == {"share"} and not said(spot.before).words
    return (inside or beside) and not former.quantity.percent and bool(former.signs() & {"up", "down"})


def _is_points(number: Placed) -> bool:
    """ "2,5 điểm %" is no rate."""
    return number.text[number.spot.quantity.end :].lstrip().startswith("điểm")


def _gives(rate: Quantity, part: Decimal, whole: Decimal) -> bool:
    return bool(whole) and _near(rate, Decimal(100) * part / whole)


def _near(rate: Quantity, exact: Decimal) -> bool:
    """Whether rounding, or cutting off, gives the rate."""
    return abs(exact - rate.value) <= rate.half or 0 <= exact - rate.value < rate.half * 2


def _rounded(value: Decimal, rate: Quantity) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-rate.digits))
