"""Tasks of different plans that look like the same work.

Likeness is rapidfuzz's: the year of a province has 300 tasks in five plans, which is 36 000 pairs; difflib takes half
a minute for them, rapidfuzz a tenth of a second, and it is there for look-alike names anyway.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.tasks import Task, TaskState

ALIKE = 86
"""From here on two texts are taken for the same work."""
ALIKE_WITH_SIGNS = 76
"""Enough where the unit and the time are the same too."""
_FEW_WORDS = 5
"""A text of fewer words says too little to be found again inside a longer one."""


class SameTask(AppError):
    """A task is not compared with itself."""

    code = "task.same_task"


class DuplicateReason(StrEnum):
    """Why two tasks are taken for the same work."""

    SAME_TEXT = "same_text"
    """Case, diacritics, numbering and years apart."""
    ALIKE = "alike"
    SAME_UNIT = "same_unit"
    SAME_TIME = "same_time"
    SAME_PRODUCT = "same_product"


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two tasks of different plans; ``score`` is how alike their texts are, 0 to 100."""

    first: Task
    second: Task
    score: int
    reasons: tuple[DuplicateReason, ...]


Pair = tuple[TaskId, TaskId]


def pair_of(first: TaskId, second: TaskId) -> Pair:
    """The pair with the smaller number first, as it is remembered.

    Raises:
        SameTask: both are the same task.
    """
    if first == second:
        raise SameTask
    return (first, second) if first < second else (second, first)


def duplicates(tasks: Iterable[Task], settled: Collection[Pair] = ()) -> tuple[DuplicatePair, ...]:
    """The pairs of tasks of different plans that look the same, the surest first.

    Args:
        tasks: those of the plans of a year; cancelled ones and those carried over are passed over.
        settled: pairs about which the clerk has said whether they are the same.
    """
    read = [_Read(task) for task in tasks if task.state not in (TaskState.CANCELLED, TaskState.CARRIED_OVER)]
    found = (_judged(one, other) for one, other in _pairs(read, frozenset(settled)))
    kept = [pair for pair in found if pair is not None]
    return tuple(sorted(kept, key=lambda pair: (-len(pair.reasons), -pair.score, pair.first.id or 0)))


class _Read:
    """A task with what is compared of it."""

    __slots__ = ("numbers", "task", "units", "words")

    def __init__(self, task: Task) -> None:
        self.task = task
        self.words = plain(task.text)
        self.numbers = frozenset(re.findall(r"\d+", self.words))
        self.units = frozenset(fold(name) for name in task.lead)


_YEARS = re.compile(r"\b(?:nam(?: hoc)? )?(?:19|20)\d\d(?: ?[-–/] ?(?:19|20)\d\d)?\b")
_DAYS = re.compile(r"\b\d{1,2}[/.-]\d{1,2}(?:[/.-](?:19|20)\d\d)?\b")
_NUMBERING = re.compile(r"^(?:[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*|[a-z])\s?[.)/:-]\s*|^[-+*•–]\s*")
_SIGNS = re.compile(r"[^\w]+")


def plain(text: str) -> str:
    """What is compared: lower case, without diacritics, its own number, days, years and punctuation."""
    words = _NUMBERING.sub("", fold(text))
    return _SIGNS.sub(" ", _YEARS.sub(" ", _DAYS.sub(" ", words))).strip()


def _pairs(read: Sequence[_Read], settled: Collection[Pair]) -> Iterator[tuple[_Read, _Read]]:
    for one, other in combinations(read, 2):
        first, second = one.task, other.task
        if first.id is None or second.id is None or first.plan_id == second.plan_id:
            continue
        if not _times_clash(first, second) and pair_of(first.id, second.id) not in settled:
            yield one, other


def _judged(one: _Read, other: _Read) -> DuplicatePair | None:
    if one.numbers != other.numbers and one.numbers and other.numbers:
        return None  # Chỉ thị 34 is not Chỉ thị 41
    score = _likeness(one.words, other.words)
    if score < ALIKE_WITH_SIGNS:
        return None
    signs = tuple(reason for reason, holds in _signs(one, other) if holds)
    surely = DuplicateReason.SAME_UNIT in signs and DuplicateReason.SAME_TIME in signs
    if score < ALIKE and not surely:
        return None
    text = DuplicateReason.SAME_TEXT if one.words == other.words else DuplicateReason.ALIKE
    return DuplicatePair(one.task, other.task, round(score), (text, *signs))


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # not when the program starts

    score = fuzz.token_sort_ratio(one, other, score_cutoff=ALIKE_WITH_SIGNS)
    if min(len(one.split()), len(other.split())) >= _FEW_WORDS:
        score = max(score, 0.92 * fuzz.token_set_ratio(one, other, score_cutoff=ALIKE_WITH_SIGNS))
    return score


def _signs(one: _Read, other: _Read) -> tuple[tuple[DuplicateReason, bool], ...]:
    first, second = one.task, other.task
    products = (plain(first.product or ""), plain(second.product or ""))
    return (
        (DuplicateReason.SAME_UNIT, bool(one.units & other.units)),
        (DuplicateReason.SAME_TIME, _same_time(first, second)),
        (DuplicateReason.SAME_PRODUCT, products[0] == products[1] != ""),
    )


def _same_time(first: Task, second: Task) -> bool:
    if first.due is not None and second.due is not None:
        return first.due == second.due
    if first.month is not None and second.month is not None:
        return (first.year, first.month) == (second.year, second.month)
    return first.quarter is not None and (first.year, first.quarter) == (second.year, second.quarter)


def _times_clash(first: Task, second: Task) -> bool:
    """Work of another quarter is other work: the same words come back each quarter."""
    known = first.quarter is not None and second.quarter is not None
    return known and (first.year, first.quarter) != (second.year, second.quarter)
