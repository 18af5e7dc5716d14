"""Recurring work."""

from __future__ import annotations

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import PlanId, SeriesId
from thidua_desktop.domain.recurrence import Rule, Series
from thidua_desktop.domain.tasks import Recurrence
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository
from thidua_desktop.storage.rows import Row


class SeriesRepository(Repository):
    """Table ``task_series``; the instances are tasks."""

    table = "task_series"
    kind = Kind.TASK

    def get(self, series_id: SeriesId) -> Series:
        """One series.

        Raises:
            RecordMissing: no such series.
        """
        return _series(self._one(series_id))

    def of_plan(self, plan_id: PlanId) -> tuple[Series, ...]:
        """The series of a plan in the order in which they were made."""
        return tuple(_series(row) for row in self._where("plan_id = ?", (plan_id,)))

    def save(self, series: Series) -> SeriesId:
        """Keep a series; gives its id."""
        if series.id is None:
            return SeriesId(self._insert(_row(series)))
        self._update(series.id, _row(series))
        return series.id


def _row(series: Series) -> Row:
    return {
        "plan_id": series.plan_id,
        "text": rows.text(series.text),
        "frequency": series.rule.frequency.value,
        "month": series.rule.month,
        "day": series.rule.day,
        "weekday": series.rule.weekday,
        "report": rows.optional(series.report),
    }


@rows.reading
def _series(row: Row) -> Series:
    return Series(
        plan_id=PlanId(row["plan_id"]),
        text=row["text"],
        rule=Rule(Recurrence(row["frequency"]), row["month"], row["day"], row["weekday"]),
        report=row["report"],
        id=SeriesId(row["id"]),
    )
