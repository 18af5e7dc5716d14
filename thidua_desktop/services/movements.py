"""Phong trào thi đua: kept, summed up, thrown away and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import MovementId
from thidua_desktop.domain.movements import Movement
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store

__all__ = ["MovementClosed", "MovementService"]

_MOVEMENT = frozenset({Kind.MOVEMENT})


class MovementClosed(AppError):
    """A movement is summed up once."""

    code = "movement.closed"


class MovementService:
    """The movements that the office has launched, takes part in, or has to report on."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Movement, ...]:
        """Every movement, those of the latest year first."""
        with self._store.read() as work:
            return work.report.movements.of()

    def of_year(self, year: int) -> tuple[Movement, ...]:
        """The movements that run in a year: launched in it or before, and not summed up or ended before it."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        return tuple(one for one in self.all() if one.year == year or one.running_in(first, last))

    def years(self) -> tuple[int, ...]:
        """The years that movements were launched in, the latest first."""
        return tuple(sorted({one.year for one in self.all()}, reverse=True))

    def get(self, movement_id: MovementId) -> Movement:
        """One movement.

        Raises:
            RecordMissing: no such movement, or in the trash.
        """
        with self._store.read() as work:
            return work.report.movements.get(movement_id)

    def save(self, movement: Movement) -> Changes:
        """Keep a movement, a new one when it has no id.

        Raises:
            MovementNameMissing, MovementDaysReversed, MovementYearImpossible: it cannot be kept so.
            RecordMissing: it is not there any more.
        """
        kept = _checked(movement)
        with self._store.write("movement.save", name=brief(kept.name)) as work:
            number = work.report.movements.save(kept)
        return Changes("movement.save", _MOVEMENT, (number,) if kept.id is None else ())

    def save_many(self, movements: Sequence[Movement]) -> Changes:
        """Keep several, new ones among them, as one operation: all or none.

        Raises:
            MovementNameMissing, MovementDaysReversed, MovementYearImpossible, RecordMissing: for the first that cannot
                be kept.
        """
        checked = [_checked(one) for one in movements]
        with self._store.write("movement.save_many", count=len(checked)) as work:
            numbers = [work.report.movements.save(one) for one in checked]
        created = tuple(number for number, one in zip(numbers, checked, strict=True) if one.id is None)
        return Changes("movement.save_many", _MOVEMENT, created)

    def close(self, movement_ids: Iterable[MovementId], day: date, result: str = "") -> Changes:
        """Sum movements up (tổng kết) on a day; ``result`` is noted where it is given.

        Raises:
            MovementClosed: one of them has been summed up.
            MovementDaysReversed: the day comes before the launch.
            RecordMissing: one of them is not there.
        """
        going = tuple(dict.fromkeys(movement_ids))
        with self._store.write("movement.close", count=len(going)) as work:
            for movement_id in going:
                movement = work.report.movements.get(movement_id)
                if movement.closed_on is not None:
                    raise MovementClosed(name=brief(movement.name), day=movement.closed_on)
                closed = replace(movement, closed_on=day, result=result.strip() or movement.result)
                work.report.movements.save(_checked(closed))
        return Changes("movement.close", _MOVEMENT)

    def delete(self, movement_ids: Iterable[MovementId]) -> Changes:
        """Move movements to the trash.

        Raises:
            RecordMissing: one of them is not there.
        """
        going = tuple(movement_ids)
        with self._store.write("movement.delete", count=len(going)) as work:
            work.report.movements.trash(going)
        return Changes("movement.delete", _MOVEMENT)

    def restore(self, movement_ids: Iterable[MovementId]) -> Changes:
        """Take movements out of the trash.

        Raises:
            RecordMissing: one of them is not in the trash.
        """
        coming = tuple(movement_ids)
        with self._store.write("movement.restore", count=len(coming)) as work:
            work.report.movements.restore(coming)
        return Changes("movement.restore", _MOVEMENT)


def _checked(movement: Movement) -> Movement:
    kept = replace(
        movement,
        name=squeeze(movement.name),
        launched_by=squeeze(movement.launched_by),
        document=squeeze(movement.document),
        result=movement.result.strip(),
        note=movement.note.strip(),
    )
    kept.check()
    return kept
