"""Tasks of different plans that look like the same work.

Likeness is rapidfuzz's: a year of 300 tasks in five plans is 36 000 pairs, which take difflib most of a minute and
rapidfuzz well under a second; the library is there for look-alike names anyway.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.progress import current
from thidua_desktop.common.records import dataclass
from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.stages import Stage
from thidua_desktop.domain.tasks import Task, TaskState

ALIKE = 86
"""From here on two texts are taken for the same work."""
ALIKE_WITH_SIGNS = 76
"""Enough where the unit and the time are the same too."""
_WITHIN = 93
"""From here on the shorter text is found in the longer one as it stands."""
_LONGER = 2.5
"""A text that is longer by more than this says other things besides."""
_COMMON = frozenset(
    {
        *("cong", "tac", "thi", "dua", "khen", "thuong", "to", "chuc", "thuc", "hien", "trien", "khai", "nam"),
        *("va", "cac", "cua", "theo", "ve", "trong", "de", "cho", "tren", "tai", "co", "duoc"),
    }
)
"""Words that every second task of such plans has: they make no two of them alike."""
_FEW_WORDS = 3
"""A text with fewer words of its own says too little to be found again inside a longer one."""


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

    __slots__ = ("numbers", "sorted", "task", "text", "units", "words")

    def __init__(self, task: Task) -> None:
        self.task = task
        self.text = plain(task.text)
        self.words = frozenset(self.text.split())
        self.sorted = " ".join(sorted(self.text.split()))
        self.numbers = frozenset(re.findall(r"\d+", self.text))
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
    """The pairs that are worth comparing. An office with thousands of tasks has millions of others."""
    for at, (one, others) in enumerate(_at_one_time(read)):
        current().step(at, len(read), Stage.COMPARING)
        first, numbers = one.task, one.numbers
        for other in others:
            second = other.task
            if first.plan_id == second.plan_id or first.id is None or second.id is None:
                continue
            if numbers and other.numbers and numbers != other.numbers:
                continue  # Chỉ thị 34 is not Chỉ thị 41
            if pair_of(first.id, second.id) not in settled:
                yield one, other


def _at_one_time(read: Sequence[_Read]) -> Iterator[tuple[_Read, Sequence[_Read]]]:
    """Each task with those after it that may be done at the same time.

    Work of another quarter is other work: the same words come back each quarter. A task without a quarter may be any.
    """
    seen: defaultdict[tuple[int, int] | None, list[_Read]] = defaultdict(list)
    for one in reversed(read):
        task = one.task
        quarter = None if task.quarter is None else (task.year, task.quarter)
        if quarter is None:
            yield one, [other for others in seen.values() for other in others]
        else:
            yield one, [*seen[quarter], *seen[None]]
        seen[quarter].append(one)


def _judged(one: _Read, other: _Read) -> DuplicatePair | None:
    if one.numbers != other.numbers and one.numbers and other.numbers:
        return None  # Chỉ thị 34 is not Chỉ thị 41
    if 2 * len(one.words & other.words) < min(len(one.words), len(other.words)):
        return None  # most pairs: not even half of the words of the shorter one
    signs = tuple(reason for reason, holds in _signs(one, other) if holds)
    surely = DuplicateReason.SAME_UNIT in signs and DuplicateReason.SAME_TIME in signs
    score = _likeness(one, other, surely=surely)
    if score < (ALIKE_WITH_SIGNS if surely else ALIKE):
        return None
    text = DuplicateReason.SAME_TEXT if one.text == other.text else DuplicateReason.ALIKE
    return DuplicatePair(one.task, other.task, round(score), (text, *signs))


def _likeness(one: _Read, other: _Read, *, surely: bool) -> float:
    """Of the words in whatever order; of the shorter text within the longer one where it says enough."""
    from rapidfuzz import fuzz  # not when the program starts

    score = fuzz.ratio(one.sorted, other.sorted, score_cutoff=ALIKE_WITH_SIGNS)
    short, long = sorted((one, other), key=lambda read: len(read.words))
    own = short.words - _COMMON
    if len(own) >= _FEW_WORDS and own <= long.words and len(long.words) <= _LONGER * len(short.words):
        within = fuzz.partial_ratio(short.text, long.text, score_cutoff=_WITHIN)
        score = max(score, 0.95 * within)
    if surely:
        score = max(score, 0.92 * fuzz.token_set_ratio(one.text, other.text, score_cutoff=ALIKE_WITH_SIGNS))
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
