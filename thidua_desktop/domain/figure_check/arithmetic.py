"""Whether the numbers of one sentence agree with each other: parts with their sum, rates and differences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import takewhile

from thidua_desktop.domain.figure_check import claims as keys
from thidua_desktop.domain.figure_check.clauses import said
from thidua_desktop.domain.figure_check.passages import Placed, ReadSentence
from thidua_desktop.domain.figure_check.quantities import Quantity

_ENDS_LIST = frozenset({"among", "whole", "up", "down", "share", "against", "parts"})
_OF_SOMETHING_ELSE = re.compile(
    r"\s*(?:(?:so )?với\b|(?:của |so với )?(?:kế hoạch|dự toán|chỉ tiêu|cùng kỳ|năm|số|nghị quyết|mục tiêu)\b)",
    re.IGNORECASE,
)
"""What a rate is of that no number beside it tells."""
_GENERIC = frozenset({"who:dossier"})
"""Things that are sent in for a recipient, one each."""


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


def mismatches(sentence: ReadSentence, known: Sequence[Decimal] = ()) -> Iterator[Mismatch]:
    """What is wrong within a sentence.

    Args:
        known: the other numbers of its paragraph, which a rate may be of.
    """
    numbers = sentence.numbers
    for at in range(len(numbers)):
        yield from _sum(numbers, at)
        yield from _sum_behind(numbers, at)
        signs = numbers[at].spot.signs()
        quantity = numbers[at].spot.quantity
        if quantity.percent and not signs & {"up", "down"} and not _bracket_of_delta(numbers, at):
            yield from _share(numbers, at, known)
        elif signs & {"up", "down"} or quantity.percent:
            yield from _change(numbers, at)


def _sum(numbers: Sequence[Placed], at: int) -> Iterator[Mismatch]:
    total = numbers[at]
    if (
        total.spot.quantity.percent
        or total.spot.quantity.digits
        or total.spot.signs() & {"up", "down"}
        or at + 1 >= len(numbers)
    ):
        return
    parts = list(_parts(numbers, at + 1))
    if len(parts) < 2 or not _comparable(total, parts):
        return
    added = sum((part.spot.quantity.value for part in parts), Decimal(0))
    if added != total.spot.quantity.value:
        yield Mismatch(Slip.SUM, total, added, tuple(part.spot.quantity.value for part in parts))


def _sum_behind(numbers: Sequence[Placed], at: int) -> Iterator[Mismatch]:
    """ "64 tập thể, 312 cá nhân và 28 hộ gia đình, tổng cộng 404 trường hợp": the kinds before their sum."""
    total = numbers[at]
    if "total" not in total.spot.signs() or not _is_count(total):
        return
    parts: list[Placed] = []
    for each in reversed(numbers[:at]):
        kind = _own_kind(each)
        if not kind or kind in map(_own_kind, parts) or not _is_count(each) or each.clause != total.clause:
            break
        parts.insert(0, each)
    added = sum((part.spot.quantity.value for part in parts), Decimal(0))
    if len(parts) > 1 and added != total.spot.quantity.value:
        yield Mismatch(Slip.SUM, total, added, tuple(part.spot.quantity.value for part in parts))


def _is_count(number: Placed) -> bool:
    return not (number.spot.quantity.percent or number.spot.quantity.digits or number.spot.signs() & {"up", "down"})


def _parts(numbers: Sequence[Placed], at: int) -> Iterator[Placed]:
    first = numbers[at]
    opened = "parts" in first.spot.signs() or ("among" in first.spot.signs() and _all_kinds(numbers[at:]))
    bracket = not opened and any(word.text == "(" for word in first.spot.before)
    ruled_out = first.spot.signs() & {"up", "down", "share", "against"}
    if not (opened or bracket) or ruled_out or ("among" in first.spot.signs() and not opened):
        return
    if bracket and (said(first.spot.before).tokens or not _kinds_in_bracket(numbers, at)):
        return
    yield first
    for each in numbers[at + 1 :]:
        if each.spot.depth > first.spot.depth and each.clause == first.clause:
            continue
        ends = each.spot.depth < first.spot.depth or each.spot.signs() & _ENDS_LIST or each.spot.quantity.percent
        if ends or (each.clause != first.clause and not _only_kind(each)):
            return
        if keys.of(each.key, "time") != keys.of(first.key, "time"):
            return
        yield each


def _all_kinds(numbers: Sequence[Placed]) -> bool:
    """Whether numbers are of all three kinds of recipients, one each: then "trong đó" tells everything."""
    kinds: list[frozenset[str]] = []
    for each in numbers:
        kind = keys.of((said(each.spot.before) | said(each.spot.after)).tokens, "who")
        if not kind or kind in kinds or not _is_count(each):
            break
        kinds.append(kind)
    return frozenset().union(*kinds) == {"who:collective", "who:person", "who:household"}


def _only_kind(number: Placed) -> bool:
    """Whether nothing stands before a number behind a semicolon but the kind that it is of."""
    words = [word for word in number.spot.before if word.text[0].isalpha()]
    return all(keys.dimensions(word.tokens or ()) & {"who", "sign"} for word in words)


def _kinds_in_bracket(numbers: Sequence[Placed], at: int) -> bool:
    """Whether a bracket tells the kinds of recipients of a number that does not name one itself."""
    depth = numbers[at].spot.depth
    inside = list(takewhile(lambda each: each.spot.depth >= depth, numbers[at:]))
    inside = [each for each in inside if each.spot.depth == depth and each.clause == numbers[at].clause]
    kinds = [keys.of(said(each.spot.after).tokens, "who") for each in inside]
    return not _own_kind(numbers[at - 1]) and len(inside) > 1 and all(kinds) and len(set(kinds)) == len(kinds)


def _comparable(total: Placed, parts: Sequence[Placed]) -> bool:
    if not said(total.spot.after).tokens and not _same_noun(total, parts):
        return False
    kind = _own_kind(total) - _GENERIC
    kinds = [_own_kind(part) for part in parts]
    if kind and any(each and each != kind for each in kinds):
        return False
    named = [(said(part.spot.before) | said(part.spot.after)) for part in parts]
    return len({(each.tokens, each.names, each.words) for each in named}) == len(named)


def _same_noun(total: Placed, parts: Sequence[Placed]) -> bool:
    """Whether numbers of something that the lexicon does not know are of the same thing: their first words tell."""
    nouns = {each.spot.after[0].text.casefold() if each.spot.after else "" for each in (total, *parts)}
    return len(nouns - {""}) == 1


def _own_kind(number: Placed) -> frozenset[str]:
    return keys.of(said(number.spot.after).tokens, "who")


def _share(numbers: Sequence[Placed], at: int, known: Sequence[Decimal]) -> Iterator[Mismatch]:
    rate = numbers[at]
    if rate.spot.quantity.value > 100 or _is_points(rate) or not _is_share(numbers, at):
        return
    before = [each for each in numbers[:at] if _counts(each)]
    if not before:
        return
    part = before[-1]
    wholes = _wholes(numbers, at, part)
    if not wholes or any(_gives(rate.spot.quantity, part.spot.quantity.value, whole) for whole in wholes):
        return
    every = [*known, *(each.spot.quantity.value for each in numbers if _counts(each))]
    every += [each.spot.quantity.of for each in numbers if each.spot.quantity.of is not None]
    if any(_gives(rate.spot.quantity, one, whole) for one in every for whole in every if one <= whole):
        return
    right = Decimal(100) * part.spot.quantity.value / wholes[0]
    yield Mismatch(Slip.SHARE, rate, _rounded(right, rate.spot.quantity), (part.spot.quantity.value, wholes[0]))


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
    found = [each for each in beside if _counts(each) and _is_whole(each)]
    place = next(order for order, each in enumerate(numbers) if each is part)
    opened = next((order for order in range(place, 0, -1) if numbers[order].spot.signs() & {"among", "parts"}), None)
    if opened is not None and not found:
        found += [each for each in reversed(numbers[:opened]) if _counts(each)]
    values = [each.spot.quantity.value for each in found]
    return [value for value in values if value and value >= part.spot.quantity.value]


def _is_whole(number: Placed) -> bool:
    """ "Trong 938 cá nhân …", "trên tổng số 938 cá nhân"."""
    last = number.spot.before[-1].text.casefold() if number.spot.before else ""
    return "whole" in number.spot.signs() or last in ("trong", "trên")


def _change(numbers: Sequence[Placed], at: int) -> Iterator[Mismatch]:
    told = numbers[at]
    bracket = _bracket_of_delta(numbers, at)
    delta = numbers[at - 1] if bracket else None
    signs = delta.spot.signs() if delta is not None else told.spot.signs()
    nows = _nows(numbers, at, told.spot.depth - bracket)
    if not signs & {"up", "down"} or _is_points(told):
        return
    if not nows:
        yield from _rate_alone(numbers, at, delta)
        return
    found = [
        list(_judged(told, now, then, up="up" in signs)) for now in nows for then in _thens(numbers, at, now, delta)
    ]
    if found and all(found):
        yield from found[0]


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
    before = [order for order in range(at) if _counts(numbers[order]) and numbers[order].spot.depth <= depth]
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
            return each.spot.quantity.value if _counts(each) else None
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


def _counts(number: Placed) -> bool:
    return not number.spot.quantity.percent and not number.spot.signs() & {"up", "down"}


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
