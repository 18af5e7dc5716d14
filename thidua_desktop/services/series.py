"""Recurring work: making the instances of a year, changing one or all that follow, stopping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.recurrence import (
    NotRecurring,
    Occurrence,
    ReportDay,
    Rule,
    Series,
    changed_following,
    check_rule,
    following,
    instances,
    occurrences,
)
from thidua_desktop.domain.tasks import Task, check_task
from thidua_desktop.services.report_days import report_days
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

_TASK_AND_UNITS = frozenset({Kind.TASK, Kind.UNIT})


class ReportUnknown(AppError):
    """No report with statutory days has this key in this year."""

    code = "series.report_unknown"


class SeriesService:
    """The recurring work of all plans."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def report_days(self, year: int) -> tuple[ReportDay, ...]:
        """The reports that are asked for in a year, with the days, the citation and how sure the program is."""
        return tuple(report for report in report_days() if report.in_force(year))

    def preview(self, rule: Rule, year: int) -> tuple[Occurrence, ...]:
        """The days that a rule gives in a year; nothing is kept.

        Raises:
            RuleImpossible: it gives none.
        """
        return occurrences(rule, year)

    def of_plan(self, plan_id: PlanId) -> tuple[Series, ...]:
        """The recurring work of a plan."""
        with self._store.read() as work:
            return work.series.of_plan(plan_id)

    def make(self, template: Task, rule: Rule, year: int, *, report: str | None = None) -> Changes:
        """Make the tasks of a year from a rule, as one operation.

        A template that is a task of the plan already goes to the trash: its instances take its place.

        Raises:
            RuleImpossible, TaskTextMissing, TaskYearOutOfRange: they cannot be made so.
            RecordMissing: the plan is not there.
        """
        check_rule(rule)
        check_task(replace(template, year=year))
        text, count = brief(template.text), len(occurrences(rule, year))
        with self._store.write("series.make", text=text, count=count, year=str(year)) as work:
            created = _made(work, template, [rule], year, report)
        return Changes("series.make", _TASK_AND_UNITS, created)

    def make_report(self, plan_id: PlanId, key: str, year: int, *, lead: Sequence[str] = ()) -> Changes:
        """Make the tasks of a report with statutory days; the citation is kept with each.

        Raises:
            ReportUnknown: no such report in that year.
            RecordMissing: the plan is not there.
        """
        report = next((each for each in self.report_days(year) if each.key == key), None)
        if report is None:
            raise ReportUnknown(key=key, year=str(year))
        template = Task(plan_id, report.name, year, lead=tuple(lead), product=report.product, remark=report.citation)
        count = sum(len(occurrences(rule, year)) for rule in report.rules)
        with self._store.write("series.make_report", text=brief(report.name), count=count, year=str(year)) as work:
            created = _made(work, template, report.rules, year, key)
        return Changes("series.make_report", _TASK_AND_UNITS, created)

    def change_following(self, task: Task) -> Changes:
        """Keep a changed instance, and change all later open ones of its series in the same way.

        Raises:
            NotRecurring: the task is no instance of recurring work.
            TaskTextMissing, TaskYearOutOfRange, ProgressOutOfRange: it cannot be kept so.
            RecordMissing: it is not there any more.
        """
        check_task(task)
        with self._store.read() as work:
            old, series, all_ = _instance(work, task.id)
            later = changed_following(old, task, all_, series.rule.frequency)
        with self._store.write("series.change_following", text=brief(task.text), count=len(later) + 1) as work:
            work.tasks.save(task)
            for each in later:
                work.tasks.save(each)
            if task.text != old.text:
                work.series.save(replace(series, text=task.text))
        return Changes("series.change_following", _TASK_AND_UNITS)

    def stop_after(self, task_id: TaskId) -> Changes:
        """Let recurring work end with an instance: the later open ones go to the trash.

        Raises:
            NotRecurring: the task is no instance of recurring work.
            RecordMissing: it is not there.
        """
        with self._store.read() as work:
            task, _, all_ = _instance(work, task_id)
        doomed = [each.id for each in following(task, all_) if each.id is not None]
        with self._store.write("series.stop_after", text=brief(task.text), count=len(doomed)) as work:
            work.tasks.trash(doomed)
        return Changes("series.stop_after", frozenset({Kind.TASK}))


def _made(work: Work, template: Task, rules: Sequence[Rule], year: int, report: str | None) -> tuple[TaskId, ...]:
    work.plans.get(template.plan_id)  # not into a plan in the trash
    if template.id is not None:
        work.tasks.trash([template.id])
    position = template.position or work.tasks.next_position(template.plan_id)
    created: list[TaskId] = []
    for rule in rules:
        series_id = work.series.save(Series(template.plan_id, template.text, rule, report))
        made = instances(replace(template, position=position), rule, year, series_id)
        created.extend(work.tasks.save(task) for task in made)
    return tuple(created)


def _instance(work: Work, task_id: TaskId | None) -> tuple[Task, Series, tuple[Task, ...]]:
    """An instance as it is kept, its series, and all instances of that."""
    task = work.tasks.get(task_id or TaskId(0))
    if task.series_id is None:
        raise NotRecurring(text=brief(task.text))
    return task, work.series.get(task.series_id), work.tasks.of_series(task.series_id)
