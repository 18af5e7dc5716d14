"""What stands behind a number: which records, and how they are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.figures import Figure
from thidua_desktop.domain.statistics.lines import ListLine
from thidua_desktop.services.statistics import StatisticsService
from thidua_desktop.wording import statistics


@dataclass(frozen=True, slots=True)
class Behind:
    """The records of one number."""

    said: str
    """What they are, without how many."""
    read: Callable[[], tuple[ListLine, ...]]
    write: Callable[[Path], Path]
    """Writes them as a workbook."""


def behind_figure(held: StatisticsService, figure: Figure, names: Names) -> Behind:
    """The records that a figure counts."""
    question = figure.question
    said = statistics.question(question, names)
    return Behind(said, lambda: held.behind(question), lambda out: held.write_list(held.behind(question), said, out))


def behind_tasks(held: StatisticsService, tasks: tuple[int, ...], said: str) -> Behind:
    """Tasks that no question asks for: they were told apart by their words."""
    return Behind(said, lambda: held.tasks(tasks), lambda out: held.write_list(held.tasks(tasks), said, out))
