"""What is kept with tasks: steps, evidence, urgings, and pairs of tasks that are or are not the same work."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.duplicates import Pair
from thidua_desktop.domain.ids import EvidenceId, StepId, TaskId, UrgingId
from thidua_desktop.domain.task_details import Evidence, Step, TaskDetails, Urging, UrgingWay
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository
from thidua_desktop.storage.rows import Row
from thidua_desktop.storage.session import Session


class StepRepository(Repository):
    """Table ``task_steps``."""

    table = "task_steps"
    kind = Kind.TASK

    def get(self, step_id: StepId) -> tuple[TaskId, Step]:
        """A step, with the task that it belongs to.

        Raises:
            RecordMissing: no such step.
        """
        row = self._one(step_id)
        return TaskId(row["task_id"]), _step(row)

    def save_all(self, task_id: TaskId, steps: Sequence[Step]) -> tuple[StepId, ...]:
        """Keep steps as all those of a task, in the order given; gives their ids.

        Raises:
            RecordMissing: a step with an id is not one of the task's.
        """
        kept = [self._kept(task_id, step, position) for position, step in enumerate(steps, start=1)]
        for row in self._where("task_id = ?", (task_id,)):
            if row["id"] not in kept:
                self._remove(row["id"])
        return tuple(kept)

    def finish(self, step_id: StepId, done_on: date | None) -> None:
        """Set the day on which a step was done; None opens it again."""
        self._update(step_id, {"done_on": rows.iso(done_on)})

    def _kept(self, task_id: TaskId, step: Step, position: int) -> StepId:
        row = {"task_id": task_id, "position": position, **_step_row(step)}
        if step.id is None:
            return StepId(self._insert(row))
        self._update(step.id, row, f"task_id = {int(task_id)}")
        return step.id


class EvidenceRepository(Repository):
    """Table ``task_evidence``; the files lie beside the office file, under their SHA-256."""

    table = "task_evidence"
    kind = Kind.TASK

    def get(self, evidence_id: EvidenceId) -> Evidence:
        """One piece of evidence.

        Raises:
            RecordMissing: no such evidence.
        """
        return _evidence(self._one(evidence_id))

    def save(self, evidence: Evidence) -> EvidenceId:
        """Keep evidence; gives its id."""
        if evidence.id is None:
            return EvidenceId(self._insert(_evidence_row(evidence)))
        self._update(evidence.id, _evidence_row(evidence))
        return evidence.id

    def remove(self, evidence_id: EvidenceId) -> None:
        """Take evidence away; its file stays for the history and for backups."""
        self._remove(evidence_id)


class UrgingRepository(Repository):
    """Table ``urgings``."""

    table = "urgings"
    kind = Kind.TASK

    def get(self, urging_id: UrgingId) -> Urging:
        """One entry of the log.

        Raises:
            RecordMissing: no such entry.
        """
        return _urging(self._one(urging_id))

    def unanswered(self) -> tuple[Urging, ...]:
        """What has not been answered yet, the oldest first; tasks in the trash are left out."""
        return tuple(_urging(row) for row in self._where(f"answered_on IS NULL AND {_LIVING}", order="urged_on, id"))

    def of_unit(self, unit: str, year: int) -> tuple[Urging, ...]:
        """All that a unit was urged for in a year, diacritics and case of its name apart."""
        found = self._where(
            f"folded = ? AND urged_on BETWEEN ? AND ? AND {_LIVING}",
            (fold(rows.text(unit)), f"{year}-01-01", f"{year}-12-31"),
            order="urged_on, id",
        )
        return tuple(_urging(row) for row in found)

    def save(self, urging: Urging) -> UrgingId:
        """Keep an entry; gives its id."""
        if urging.id is None:
            return UrgingId(self._insert(_urging_row(urging)))
        self._update(urging.id, _urging_row(urging))
        return urging.id

    def remove(self, urging_id: UrgingId) -> None:
        """Take an entry away."""
        self._remove(urging_id)


class PairRepository(Repository):
    """Table ``task_pairs``: what the clerk has said about two tasks that look alike."""

    table = "task_pairs"
    kind = Kind.TASK

    def settled(self) -> frozenset[Pair]:
        """All pairs about which something was said."""
        return frozenset(_pair(row) for row in self._where("TRUE"))

    def say(self, pair: Pair, *, same: bool) -> None:
        """Remember whether two tasks are the same work."""
        found = self._where("task_id = ? AND other_id = ?", pair)
        if found:
            self._update(found[0]["id"], {"same": int(same)})
        else:
            self._insert({"task_id": pair[0], "other_id": pair[1], "same": int(same)})

    def forget(self, pair: Pair) -> None:
        """Ask again about a pair."""
        for row in self._where("task_id = ? AND other_id = ?", pair):
            self._remove(row["id"])


class Details:
    """All that is kept with tasks, read at once."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, task_ids: Iterable[TaskId]) -> dict[TaskId, TaskDetails]:
        """The details of tasks; those that have none are there too, empty."""
        wanted = tuple(task_ids)
        steps = self._by_task("task_steps", wanted, "position")
        evidence = self._by_task("task_evidence", wanted, "id")
        urgings = self._by_task("urgings", wanted, "urged_on, id")
        same = self._same(wanted)
        return {
            task_id: TaskDetails(
                tuple(map(_step, steps[task_id])),
                tuple(map(_evidence, evidence[task_id])),
                tuple(map(_urging, urgings[task_id])),
                tuple(sorted(same[task_id])),
            )
            for task_id in wanted
        }

    def _by_task(self, table: str, wanted: Sequence[TaskId], order: str) -> dict[TaskId, list[Row]]:
        found: dict[TaskId, list[Row]] = defaultdict(list)
        for row in self._session.rows(
            f"SELECT * FROM {table} WHERE task_id IN (SELECT value FROM json_each(?)) ORDER BY {order}",
            (json.dumps(wanted),),
        ):
            found[row["task_id"]].append(row)
        return found

    def _same(self, wanted: Sequence[TaskId]) -> dict[TaskId, set[TaskId]]:
        found: dict[TaskId, set[TaskId]] = defaultdict(set)
        ids = json.dumps(wanted)
        for row in self._session.rows(
            "SELECT * FROM task_pairs WHERE same AND (task_id IN (SELECT value FROM json_each(?))"
            " OR other_id IN (SELECT value FROM json_each(?)))",
            (ids, ids),
        ):
            first, second = _pair(row)
            found[first].add(second)
            found[second].add(first)
        return found


_LIVING = "task_id IN (SELECT id FROM tasks WHERE deleted_at IS NULL)"


def _step_row(step: Step) -> Row:
    return {
        "text": rows.text(step.text),
        "starts": rows.iso(step.starts),
        "due": rows.iso(step.due),
        "done_on": rows.iso(step.done_on),
        "unit": rows.optional(step.unit),
    }


@rows.reading
def _step(row: Row) -> Step:
    return Step(
        text=row["text"],
        due=rows.day(row["due"]),
        done_on=rows.day(row["done_on"]),
        unit=row["unit"],
        starts=rows.day(row["starts"]),
        id=StepId(row["id"]),
    )


def _evidence_row(evidence: Evidence) -> Row:
    return {
        "task_id": evidence.task_id,
        "number": rows.optional(evidence.number),
        "issued_on": rows.iso(evidence.issued_on),
        "title": rows.optional(evidence.title),
        "file_name": rows.optional(evidence.file_name),
        "sha256": evidence.sha256,
    }


@rows.reading
def _evidence(row: Row) -> Evidence:
    return Evidence(
        task_id=TaskId(row["task_id"]),
        number=row["number"],
        issued_on=rows.day(row["issued_on"]),
        title=row["title"],
        file_name=row["file_name"],
        sha256=row["sha256"],
        id=EvidenceId(row["id"]),
    )


def _urging_row(urging: Urging) -> Row:
    return {
        "task_id": urging.task_id,
        "unit": rows.text(urging.unit),
        "folded": fold(rows.text(urging.unit)),
        "urged_on": rows.iso(urging.urged_on),
        "way": urging.way.value,
        "letter_number": rows.optional(urging.letter_number),
        "answer_by": rows.iso(urging.answer_by),
        "answered_on": rows.iso(urging.answered_on),
        "note": rows.optional(urging.note),
    }


@rows.reading
def _urging(row: Row) -> Urging:
    return Urging(
        task_id=TaskId(row["task_id"]),
        unit=row["unit"],
        urged_on=date.fromisoformat(row["urged_on"]),
        way=UrgingWay(row["way"]),
        letter_number=row["letter_number"],
        answer_by=rows.day(row["answer_by"]),
        answered_on=rows.day(row["answered_on"]),
        note=row["note"],
        id=UrgingId(row["id"]),
    )


@rows.reading
def _pair(row: Row) -> Pair:
    return TaskId(row["task_id"]), TaskId(row["other_id"])
