"""Tasks that a report names: those done of a sort, those of the next period, the reasons of those that were late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.periods import quarter_of_month
from thidua_desktop.domain.statistics.facts import TaskFact, TaskOutcome
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import NOT_APPLICABLE, UNKNOWN
from thidua_desktop.domain.tasks import OPEN_STATES, Task
from thidua_desktop.wording import formats
from thidua_desktop.wording.narrative.values import Item

_DONE = frozenset({TaskOutcome.IN_TIME, TaskOutcome.LATE})


def done_of_sort(tasks: Sequence[TaskFact], words: Sequence[str]) -> tuple[TaskFact, ...]:
    """The tasks that were done and whose text has one of the words."""
    return tuple(task for task in tasks if task.outcome in _DONE and _has(task.text, words))


def named(tasks: Sequence[TaskFact]) -> tuple[Item, ...]:
    """The tasks by their texts; tasks of one text are told once."""
    found: dict[str, list[int]] = {}
    for task in tasks:
        found.setdefault(_sentence(task.text), []).append(task.id)
    return tuple(Item(text, tuple(ids)) for text, ids in found.items() if text)


def reasons(tasks: Sequence[TaskFact]) -> tuple[Item, ...]:
    """Why tasks were late, carried over or cancelled, the most frequent reason first."""
    told = [(squeeze(task.reason), task.id) for task in tasks if task.reason not in (UNKNOWN, NOT_APPLICABLE, "")]
    often = Counter(reason for reason, _ in told)
    return tuple(
        Item(_sentence(reason), tuple(number for other, number in told if other == reason))
        for reason, _ in often.most_common()
    )


def planned(tasks: Sequence[Task], period: Period, words: Mapping[str, str]) -> tuple[Item, ...]:
    """The open tasks of a coming period, below the quarter in which they are due."""
    due = sorted((task for task in tasks if _is_of(task, period)), key=lambda task: (task.deadline, task.position))
    all_year = [task for task in due if _lasts(task)]
    dated = [task for task in due if not _lasts(task)]
    quarters = list(dict.fromkeys((task.deadline.year, quarter_of_month(task.deadline.month)) for task in dated))
    items: list[Item] = []
    for year, quarter in quarters:
        if len(quarters) > 1 or all_year:
            text = words["in_quarter"].format(quarter=formats.roman(quarter), year=year)
            items.append(Item(text, heading=True))
        items += _items([task for task in dated if _quarter(task) == (year, quarter)], words)
    if all_year and dated:
        items.append(Item(words["whole_year"], heading=True))
    return (*items, *_items(all_year, words))


def _quarter(task: Task) -> tuple[int, int]:
    return task.deadline.year, quarter_of_month(task.deadline.month)


def _is_of(task: Task, period: Period) -> bool:
    return period.covers(task.deadline) and task.state in OPEN_STATES and task.arisen is not False


def _lasts(task: Task) -> bool:
    return task.quarter is None and task.month is None and task.due is None


def _items(tasks: Sequence[Task], words: Mapping[str, str]) -> Iterator[Item]:
    for task in tasks:
        told = [words["led_by"].format(units=", ".join(task.lead))] if task.lead else []
        told += [words["due"].format(day=formats.day_in_text(task.due))] if isinstance(task.due, date) else []
        text = _sentence(task.text).rstrip(".")
        yield Item(f"{text} ({'; '.join(told)})." if told else f"{text}.", (task.id,) if task.id is not None else ())


def _sentence(text: str) -> str:
    """A text of a plan as a sentence of its own."""
    bare = squeeze(text).rstrip(" ;,.:")
    return f"{bare[:1].upper()}{bare[1:]}." if bare else ""


def _has(text: str, words: Sequence[str]) -> bool:
    lowered = text.casefold()
    return any(word in lowered for word in words)
