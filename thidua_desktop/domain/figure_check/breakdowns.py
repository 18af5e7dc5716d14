"""Whether a number of a sentence is the sum of the parts that the sentence tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from thidua_desktop.domain.figure_check import claims as keys
from thidua_desktop.domain.figure_check.clauses import said
from thidua_desktop.domain.figure_check.passages import Placed
from thidua_desktop.domain.figure_check.slips import Mismatch, Slip, is_count, is_whole

_ENDS_LIST = frozenset({"among", "whole", "up", "down", "share", "against", "parts"})
_GENERIC = frozenset({"who:dossier"})
"""Things that are sent in for a recipient, one each."""
_TRAITS = frozenset({"sex", "ethnic", "class", "enterprise"})
_MANY = 3
_NEARLY = Decimal("0.15")
"""How far off a sum may be to be taken for a slip of the hand; further off it is no sum at all."""


def sums(numbers: Sequence[Placed], at: int) -> Iterator[Mismatch]:
    """Whether the number at a place is the sum of what is told as its parts."""
    yield from _parts_behind(numbers, at)
    yield from _kinds_before(numbers, at)
    yield from _breakdown(numbers, at)


def _parts_behind(numbers: Sequence[Placed], at: int) -> Iterator[Mismatch]:
    total = numbers[at]
    if not _is_whole_count(total) or at + 1 >= len(numbers):
        return
    parts = list(_parts(numbers, at + 1))
    if len(parts) < 2 or not _comparable(total, parts):
        return
    added = sum((part.spot.quantity.value for part in parts), Decimal(0))
    if added != total.spot.quantity.value:
        yield Mismatch(Slip.SUM, total, added, tuple(part.spot.quantity.value for part in parts))


def _kinds_before(numbers: Sequence[Placed], at: int) -> Iterator[Mismatch]:
    """ "64 tập thể, 312 cá nhân và 28 hộ gia đình, tổng cộng 404 trường hợp": the kinds before their sum."""
    total = numbers[at]
    if "total" not in total.spot.signs() or not _is_whole_count(total):
        return
    parts: list[Placed] = []
    for each in reversed(numbers[:at]):
        kind = _own_kind(each)
        if not kind or kind in map(_own_kind, parts) or not _is_whole_count(each) or each.clause != total.clause:
            break
        parts.insert(0, each)
    added = sum((part.spot.quantity.value for part in parts), Decimal(0))
    if len(parts) > 1 and added != total.spot.quantity.value:
        yield Mismatch(Slip.SUM, total, added, tuple(part.spot.quantity.value for part in parts))


def _breakdown(numbers: Sequence[Placed], at: int) -> Iterator[Mismatch]:
    """Three parts or more in a bracket behind a number, or behind "Trong 512 cá nhân có …": all of it, if they nearly
    are. That several things are true of one person (nữ, đảng viên) is no breakdown."""
    total = numbers[at]
    if not _is_whole_count(total) or at + 1 >= len(numbers):
        return
    bracket = [word.text for word in numbers[at + 1].spot.before][:1] == ["("] and _starts_bracket(numbers, at + 1)
    parts = list(_listed(numbers, at + 1)) if bracket or is_whole(total) else []
    if len(parts) < _MANY or any(_is_trait(part) for part in parts):
        return
    added = sum((part.spot.quantity.value for part in parts), Decimal(0))
    value = total.spot.quantity.value
    if added != value and abs(added - value) <= value * _NEARLY:
        yield Mismatch(Slip.SUM, total, added, tuple(part.spot.quantity.value for part in parts))


def _starts_bracket(numbers: Sequence[Placed], at: int) -> bool:
    return numbers[at].spot.depth == numbers[at - 1].spot.depth + 1 and not numbers[at].spot.signs()


def _listed(numbers: Sequence[Placed], at: int) -> Iterator[Placed]:
    """The counts of one list, up to the end of its clause or bracket; rates in brackets within it are passed over."""
    first = numbers[at]
    for each in numbers[at:]:
        if each.spot.depth > first.spot.depth:
            continue
        if each.clause != first.clause or each.spot.depth < first.spot.depth:
            return
        if not _is_whole_count(each) or each.spot.signs() - {"and"} or _own_time(each):
            return
        yield each


def _is_trait(number: Placed) -> bool:
    told = said(number.spot.before) | said(number.spot.after)
    return bool(keys.dimensions(told.tokens) & _TRAITS or {"word:đảng", "word:đoàn"} & (told.words | told.names))


def _own_time(number: Placed) -> bool:
    words = (*number.spot.before, *number.spot.after)
    return any(keys.of(word.tokens or (), "time") for word in words)


def _is_whole_count(number: Placed) -> bool:
    return is_count(number) and not number.spot.quantity.digits


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
        if not kind or kind in kinds or not _is_whole_count(each):
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
    in_bracket = parts[0].spot.depth > total.spot.depth
    if not in_bracket and not said(total.spot.after).tokens and not _same_noun(total, parts):
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
