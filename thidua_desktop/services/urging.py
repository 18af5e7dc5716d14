"""The log of urging (đôn đốc): who was urged for what, how, and who has answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import UrgingId
from thidua_desktop.domain.task_details import Urging, check_urging
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

_TASK = frozenset({Kind.TASK})


class UrgingService:
    """Keeps the log."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def unanswered(self) -> tuple[Urging, ...]:
        """What units have not answered yet, the oldest first."""
        with self._store.read() as work:
            return work.urgings.unanswered()

    def of_unit(self, unit: str, year: int) -> tuple[Urging, ...]:
        """All that a unit was urged for in a year."""
        with self._store.read() as work:
            return work.urgings.of_unit(unit, year)

    def log(self, urgings: Sequence[Urging]) -> Changes:
        """Keep that units were urged: one letter to many units, or for many tasks, is one operation.

        Raises:
            UrgingUnitMissing, AnsweredTooEarly: one of them cannot be kept so; none has been kept.
            RecordMissing: a task is not there.
        """
        for urging in urgings:
            check_urging(urging)
        with self._store.write("urging.log", count=len(urgings)) as work:
            for task_id in {urging.task_id for urging in urgings}:
                work.tasks.get(task_id)
            created = tuple(work.urgings.save(replace(urging, id=None)) for urging in urgings)
        return Changes("urging.log", _TASK, created)

    def answer(self, urging_ids: Iterable[UrgingId], on: date) -> Changes:
        """Keep the day on which units have answered; their tasks no longer wait for them.

        Raises:
            AnsweredTooEarly: the day is before that of the urging; nothing has been kept.
            RecordMissing: one of the entries is not there.
        """
        wanted = tuple(urging_ids)
        with self._store.write("urging.answer", count=len(wanted)) as work:
            for urging in [work.urgings.get(urging_id) for urging_id in wanted]:
                answered = replace(urging, answered_on=on)
                check_urging(answered)
                work.urgings.save(answered)
                _no_longer_waits(work, answered)
        return Changes("urging.answer", _TASK)

    def save(self, urging: Urging) -> Changes:
        """Keep a changed entry.

        Raises:
            UrgingUnitMissing, AnsweredTooEarly: it cannot be kept so.
            RecordMissing: it is not there any more.
        """
        check_urging(urging)
        with self._store.write("urging.save", unit=brief(urging.unit)) as work:
            work.urgings.save(urging)
        return Changes("urging.save", _TASK)

    def remove(self, urging_id: UrgingId) -> Changes:
        """Take an entry away that was made by mistake.

        Raises:
            RecordMissing: it is not there.
        """
        with self._store.read() as work:
            unit = brief(work.urgings.get(urging_id).unit)
        with self._store.write("urging.remove", unit=unit) as work:
            work.urgings.remove(urging_id)
        return Changes("urging.remove", _TASK)


def _no_longer_waits(work: Work, urging: Urging) -> None:
    found = work.tasks.among([urging.task_id])
    for task in found:
        left = tuple(unit for unit in task.waiting_for if fold(unit) != fold(urging.unit))
        if left != task.waiting_for:
            work.tasks.save(replace(task, waiting_for=left))
