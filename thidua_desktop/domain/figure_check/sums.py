"""Whether the totals of a table are the sums of their parts, and its rates follow from its counts.

Which rows or columns a total is of is not written in a table: it is found out from the table itself. A relation counts
when it holds for most of the columns (or rows); where it then does not hold, a number is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from thidua_desktop.domain.figure_check.grids import Line, Read, is_rate
from thidua_desktop.domain.figure_check.quantities import Quantity

_MOST_COLUMNS = 30
_MOST_TOTALS = 40
_KINDS = frozenset({"tập thể", "cá nhân", "hộ gia đình", "hộ"})
_MOST_ROWS = 200
"""A relation that holds in so many rows holds in all."""


@dataclass(frozen=True, slots=True)
class WrongCell:
    """A cell that does not follow from others; ``rate``: it is a rate, ``rows``: a sum over rows."""

    line: Line
    column: int
    right: Decimal
    rate: bool = False
    rows: bool = False


def wrong_cells(table: Read) -> Iterator[WrongCell]:
    """The numbers of a table that do not agree with it."""
    yield from _row_sums(table)
    yield from _column_sums(table)
    yield from _rates(table)


def _row_sums(table: Read) -> Iterator[WrongCell]:
    counts = [at for at, head in enumerate(table.heads) if not _no_sum(head)]
    lines = [line for line in table.lines if not line.group]
    places = [at for at, line in enumerate(lines) if line.total][:_MOST_TOTALS]
    for order, place in enumerate(places):
        best = _best_parts(lines, places, order, counts)
        if best is not None:
            yield from _missed(lines[place], best, counts)
    yield from _group_sums(lines, counts)


def _best_parts(lines: Sequence[Line], places: Sequence[int], order: int, counts: Sequence[int]) -> list[Line] | None:
    """The rows that a total is of: those for which most columns agree."""
    place = places[order]
    candidates = []
    for parts in _candidates(lines, places, order):
        compared = [at for at in counts if _compared(lines[place], parts, at)]
        agreed = sum(_sum(parts, at) == _value(lines[place], at) for at in compared)
        candidates.append((agreed, len(compared), parts))
    held = [each for each in candidates if each[1] and each[0] * 2 >= each[1] and each[0]]
    if held:
        return max(held, key=lambda each: each[0] / each[1])[2]
    return _only_parts(lines, places, order, candidates)


def _only_parts(
    lines: Sequence[Line], places: Sequence[int], order: int, candidates: Sequence[tuple[int, int, list[Line]]]
) -> list[Line] | None:
    """The rows above a "Tổng cộng" that ends a table of one column without groups: it can be of nothing else."""
    place = places[order]
    at_end = place == len(lines) - 1 and lines[place].head.casefold().startswith(("tổng cộng", "cộng"))
    if len(candidates) == 1 and candidates[0][1] == 1 and at_end and not any(line.partly for line in lines):
        return candidates[0][2]
    return None


def _candidates(lines: Sequence[Line], places: Sequence[int], order: int) -> list[list[Line]]:
    """The rows below the total, or above it: all, those with Roman numbers, those with plain ones."""
    place = places[order]
    begin = places[order - 1] + 1 if order else 0
    end = places[order + 1] if order + 1 < len(places) else len(lines)
    found: list[list[Line]] = []
    for block in (lines[begin:place], lines[place + 1 : end], lines[:place], lines[place + 1 :]):
        beside = [line for line in block if not line.partly and not line.total]
        for level in (r".*", r"[IVXLC]+|[A-ZĐ]", r"\d{1,3}"):
            parts = [line for line in beside if re.fullmatch(level, line.label)]
            if parts and parts not in found:
                found.append(parts)
    return found


def _group_sums(lines: Sequence[Line], counts: Sequence[int]) -> Iterator[WrongCell]:
    """Rows with Roman numbers that are the sums of the rows below them, if most of them are."""
    groups: list[tuple[Line, list[Line]]] = []
    for line in lines:
        if (re.fullmatch(r"[IVXLC]+|[A-ZĐ]", line.label) and not line.total) or line.total:
            groups.append((line, []))
        elif groups and not line.partly and re.fullmatch(r"\d{1,3}|", line.label):
            groups[-1][1].append(line)
    groups = [group for group in groups if group[1] and not group[0].total]
    compared = [(line, parts, at) for line, parts in groups for at in counts if _compared(line, parts, at)]
    agreed = sum(_sum(parts, at) == _value(line, at) for line, parts, at in compared)
    if len(compared) >= 3 and agreed * 10 >= 6 * len(compared):
        for line, parts in groups:
            yield from _missed(line, parts, counts)


def _missed(total: Line, parts: Sequence[Line], counts: Sequence[int]) -> Iterator[WrongCell]:
    for at in counts:
        if _compared(total, parts, at) and (right := _sum(parts, at)) != _value(total, at):
            yield WrongCell(total, at, right, rows=True)


def _compared(total: Line, parts: Sequence[Line], at: int) -> bool:
    """Whether a column says something: a total is there, and not everything is 0."""
    number = total.numbers[at]
    if number is None or number.percent or number.digits:
        return False
    return bool(number.value) or any(_value(part, at) for part in parts)


def _sum(parts: Sequence[Line], at: int) -> Decimal:
    return sum((_value(part, at) for part in parts), Decimal(0))


def _value(line: Line, at: int) -> Decimal:
    number = line.numbers[at]
    return number.value if number is not None else Decimal(0)


def _no_sum(head: str) -> bool:
    return re.search(r"%|tỷ lệ|tỉ lệ|xếp hạng|điểm", head, re.IGNORECASE) is not None


def _column_sums(table: Read) -> Iterator[WrongCell]:
    """A column "Tổng số" and the columns that it is the sum of, wherever they stand."""
    done: set[tuple[int, int]] = set()
    for total in table.totals:
        options = [
            (begin, end)
            for begin in range(len(table.heads))
            for end in range(begin + 2, len(table.heads) + 1)
            if not begin <= total < end and not any(_no_sum(head) or is_rate(head) for head in table.heads[begin:end])
        ]
        best = _held(table, total, options[: _MOST_COLUMNS * _MOST_COLUMNS])
        if best is not None:
            yield from _off(table, total, best, done)


def _rates(table: Read) -> Iterator[WrongCell]:
    """Columns of rates and differences, and the two columns that they follow from."""
    counts = [at for at, head in enumerate(table.heads) if not is_rate(head)][:_MOST_COLUMNS]
    for column, head in enumerate(table.heads):
        if not is_rate(head):
            continue
        pairs = [pair for one, other in combinations(counts, 2) for pair in ((one, other), (other, one))]
        kinds: list[Callable[[Decimal, Decimal], Decimal | None]] = [_share, _growth, _difference]
        best: tuple[int, tuple[int, int], Callable[[Decimal, Decimal], Decimal | None]] | None = None
        rows = [line for line in table.lines if line.numbers[column] is not None]
        for kind in kinds:
            for pair in pairs:
                near = rows[:_MOST_ROWS]
                told = [(_number(line, column), kind(_value(line, pair[0]), _value(line, pair[1]))) for line in near]
                valid = [(number, right) for number, right in told if right is not None and (number.value or right)]
                held = sum(_fits(number, right) for number, right in valid)
                if len(valid) >= 3 and held * 4 >= 3 * len(valid) and (best is None or held > best[0]):
                    best = (held, pair, kind)
        if best is None:
            continue
        _, (one, other), kind = best
        for line in rows:
            right = kind(_value(line, one), _value(line, other))
            number = _number(line, column)
            if right is not None and not _fits(number, right):
                yield WrongCell(line, column, right.quantize(Decimal(1).scaleb(-number.digits)), rate=True)


def _number(line: Line, column: int) -> Quantity:
    number = line.numbers[column]
    assert number is not None
    return number


def _share(one: Decimal, other: Decimal) -> Decimal | None:
    return 100 * one / other if other and one <= other else None


def _growth(now: Decimal, before: Decimal) -> Decimal | None:
    return 100 * (now - before) / before if before else None


def _difference(now: Decimal, before: Decimal) -> Decimal | None:
    return now - before


def _fits(number: Quantity, right: Decimal) -> bool:
    return abs(right - number.value) <= number.half


def _across(line: Line, span: tuple[int, int]) -> Decimal:
    return sum((_value(line, at) for at in range(*span)), Decimal(0))


def _held(table: Read, total: int, options: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The span of columns that gives the total in the most rows, if it does in nearly all."""
    rows = [line for line in table.lines if line.numbers[total] is not None and _value(line, total)][:_MOST_ROWS]
    best: tuple[int, int, tuple[int, int]] | None = None
    for span in options:
        agreed = sum(_across(line, span) == _value(line, total) for line in rows)
        if best is None or (agreed, span[1] - span[0]) > best[:2]:
            best = (agreed, span[1] - span[0], span)
    kinds = _kinds(table, total)
    if kinds is not None and sum(_across(line, kinds) != _value(line, total) for line in table.lines) <= 1:
        return kinds
    if best is None or len(rows) < 2 or best[0] * 4 < 3 * (len(rows) - (len(rows) < 5)):
        return None
    return best[2]


def _kinds(table: Read, total: int) -> tuple[int, int] | None:
    """The columns right behind a total that are named after the kinds of recipients."""
    end = total + 1
    while end < len(table.heads) and table.heads[end].rpartition(" / ")[2].casefold() in _KINDS:
        end += 1
    return (total + 1, end) if end > total + 2 else None


def _off(table: Read, total: int, span: tuple[int, int], done: set[tuple[int, int]]) -> Iterator[WrongCell]:
    for number, line in enumerate(table.lines):
        if line.numbers[total] is None or (number, total) in done:
            continue
        right = _across(line, span)
        if right != _value(line, total):
            done.add((number, total))
            yield WrongCell(line, total, right)
