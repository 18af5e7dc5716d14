"""Which row of a returned tracker belongs to which task: by identifier, and by text where that is lost or wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.trackers import TrackerRow
from thidua_desktop.importing.tracker import ReturnedTracker, headings
from thidua_desktop.importing.tracker_base import Sent
from thidua_desktop.wording.tracker import Key

_SAME = 60.0
"""Likeness (0-100) from which a text confirms an identifier: people correct wording, they do not exchange tasks."""
_FOUND = 88.0
"""Likeness from which a text alone finds its task …"""
_AHEAD = 6.0
"""… if no other task is nearly as like."""
_SHOWN = 70


@dataclass(frozen=True, slots=True)
class Matched:
    """The rows with their tasks, and what has to be said about the others."""

    pairs: tuple[tuple[Task, TrackerRow], ...]
    findings: tuple[Finding, ...]


def match(returned: ReturnedTracker, tasks: Sequence[Task], numbers: Mapping[PlanId, str]) -> Matched:
    """Find the task of each row. No row goes without a word: it has a task or a finding.

    Args:
        tasks: all tasks that the rows may belong to.
        numbers: the numbers of their plans.
    """
    matching = _Matching(returned, tasks, numbers)
    matching.by_identifier()
    matching.by_text()
    return matching.result()


class _Matching:
    def __init__(self, returned: ReturnedTracker, tasks: Sequence[Task], numbers: Mapping[PlanId, str]) -> None:
        self._returned = returned
        self._numbers = numbers
        self._tasks = {task.id: task for task in tasks if task.id is not None}
        self._texts = {task_id: fold(task.text) for task_id, task in self._tasks.items()}
        self._by_text: dict[str, list[TaskId]] = defaultdict(list)
        for task_id, text in self._texts.items():
            self._by_text[text].append(task_id)
        self._pairs: dict[int, TaskId] = {}
        """Place of the row → task."""
        self._findings: list[tuple[int, Finding]] = []

    def by_identifier(self) -> None:
        """Rows whose identifier is confirmed by their text; of several with the same, the most like."""
        claims: dict[TaskId, list[tuple[float, int]]] = defaultdict(list)
        for place, row in enumerate(self._returned.rows):
            task = self._tasks.get(row.task_id) if row.task_id is not None else None
            if task is not None and row.task_id is not None:
                likeness = self._likeness(row, task)
                if likeness >= _SAME:
                    claims[row.task_id].append((likeness, -place))
        for task_id, claimed in claims.items():
            self._pairs[-max(claimed)[1]] = task_id

    def by_text(self) -> None:
        """The other rows, among the tasks that are still free."""
        for place, row in enumerate(self._returned.rows):
            if place in self._pairs:
                continue
            task_id = self._like(row)
            if task_id is None:
                self._say(place, row, "tracker.row_unmatched", Severity.WARNING)
            else:
                self._pairs[place] = task_id
                self._say(place, row, "tracker.row_by_text", Severity.INFO)

    def result(self) -> Matched:
        pairs: list[tuple[Task, TrackerRow]] = []
        for place, task_id in sorted(self._pairs.items()):
            row, task = self._returned.rows[place], self._tasks[task_id]
            sent = self._sent(task)
            pairs.append((task, replace(row, task_id=task_id, base=sent.values if sent is not None else None)))
            if sent is not None:
                self._findings.extend((place, finding) for finding in _changed_cells(row, sent))
        said = [finding for _, finding in sorted(self._findings, key=lambda each: each[0])]
        return Matched(tuple(pairs), (*said, *self._left_out()))

    def _likeness(self, row: TrackerRow, task: Task) -> float:
        """How like a row is to its task, now or as it was sent out (if that was the same task)."""
        sent = self._sent(task)
        texts = [task.text, *([sent.fixed[Key.TEXT]] if sent is not None else [])]
        if not row.text.strip():
            return _SAME if sent is not None else 0.0  # the text was emptied; the identifier is all there is
        return max(_likeness(row.text, text) for text in texts)

    def _sent(self, task: Task) -> Sent | None:
        """What was sent out of a task; None if the identifier meant another task then: a file of another office."""
        sent = self._returned.base.tasks.get(task.id) if task.id is not None else None
        return sent if sent is not None and _likeness(sent.fixed[Key.TEXT], task.text) >= _SAME else None

    def _like(self, row: TrackerRow) -> TaskId | None:
        if not row.text.strip():
            return None
        taken = set(self._pairs.values())
        alike = [task_id for task_id in self._by_text.get(fold(row.text), ()) if task_id not in taken]
        if len(alike) == 1:
            return alike[0]
        free = {task_id: text for task_id, text in self._texts.items() if task_id not in taken}
        number = row.number
        if number is not None:
            same = {task_id: text for task_id, text in free.items() if self._numbered(task_id, number)}
            free = same or free
        best = process.extract(fold(row.text), free, scorer=fuzz.ratio, limit=2, score_cutoff=_FOUND - _AHEAD)
        if not best or best[0][1] < _FOUND or (len(best) > 1 and best[0][1] - best[1][1] < _AHEAD):
            return None
        return TaskId(best[0][2])

    def _numbered(self, task_id: TaskId, said: str) -> bool:
        number = self._numbers.get(self._tasks[task_id].plan_id)
        return number is not None and fold(number) in fold(said)

    def _left_out(self) -> Iterator[Finding]:
        """Tasks that were sent out and whose rows are gone: nothing is changed in them."""
        matched = set(self._pairs.values())
        gone = [task_id for task_id in self._returned.base.tasks if task_id in self._tasks and task_id not in matched]
        if gone:
            yield Finding("tracker.rows_left_out", Severity.INFO, {"count": len(gone)})

    def _say(self, place: int, row: TrackerRow, code: str, severity: Severity) -> None:
        text = squeeze(row.text) or "–"
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
        self._findings.append((place, Finding(code, severity, {"text": shown}, row.source)))


def _changed_cells(row: TrackerRow, sent: Sent) -> Iterator[Finding]:
    """Cells that say what the task is and now say something else: pointed out, since they are not taken over."""
    changed = [key for key, text in row.fixed.items() if _bare(text) != _bare(sent.fixed.get(Key(key), ""))]
    if changed:
        yield Finding("tracker.fixed_changed", Severity.INFO, {"columns": headings(changed)}, row.source)


def _likeness(one: str, other: str) -> float:
    return fuzz.ratio(fold(one), fold(other))


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))
