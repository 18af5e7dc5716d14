"""Every change of every row is in the journal."""

from __future__ import annotations

import getpass
import platform
from collections.abc import Callable
from dataclasses import replace

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.ids import EntryId, PlanId, RoundId, TaskId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.plans import Plan, PlanPart, Role
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.units import Office, Unit
from thidua_desktop.storage import triggers
from thidua_desktop.storage.journal import KIND_OF_TABLE
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

PLAN = Plan("Kế hoạch thi đua", 2024)


@pytest.fixture
def task_id(store: Store) -> TaskId:
    with store.write("plan.import", title="Kế hoạch", tasks=1) as work:
        plan_id = work.plans.save(PLAN)
        return work.tasks.save(Task(plan_id, "Tổ chức hội nghị", 2024, lead=("Sở Nội vụ",)))


def test_every_table_has_its_triggers_and_its_kind(store: Store) -> None:
    with store.read() as work:
        db = work.plans._session.db
        there = {trigger.name for trigger in db.tools.triggers}
        tables = triggers.tables(db)
    assert set(tables) == set(KIND_OF_TABLE)
    others = {"keep_sent_reports_update", "keep_sent_reports_delete"}
    assert there == frozenset(others).union(*(triggers.names(table) for table in tables))


def test_every_stored_column_is_in_the_journal(store: Store, task_id: TaskId) -> None:
    with store.read() as work:
        for change in work.journal.changes(EntryId(1)):
            columns = {column.name for column in work.plans._session.db.columns(change.table)}
            assert change.after is not None
            assert set(change.after) == columns


def test_the_first_entry_and_how_often_records_were_written(store: Store, task_id: TaskId) -> None:
    with store.read() as work:
        first = work.journal.first()
    assert first is not None and first.operation == "plan.import"
    with store.write("task.save", text="Tổ chức hội nghị") as work:
        work.tasks.save(replace(work.tasks.get(task_id), text="Tổ chức đại hội"))
    with store.read() as work:
        assert work.journal.first() == first
        found = work.journal.revisions(Kind.TASK)
        assert {number: revision.times for number, revision in found.items()} == {task_id: 2}
        assert found[task_id].last == work.journal.recent(1)[0].at


def test_an_entry_says_what_who_when(store: Store, task_id: TaskId) -> None:
    with store.read() as work:
        (entry,) = work.journal.recent(10)
    assert entry.operation == "plan.import"
    assert entry.params == {"title": "Kế hoạch", "tasks": 1}
    assert entry.who == f"{getpass.getuser()}@{platform.node()}"
    assert (entry.at.year, entry.at.tzinfo is not None) == (2024, True)
    assert entry.touched == {Kind.PLAN, Kind.TASK, Kind.UNIT}
    assert entry.undoes is None
    assert entry.undone_by is None


def test_a_change_keeps_the_row_before_and_after(store: Store, task_id: TaskId) -> None:
    with store.write("task.save") as work:
        work.tasks.save(replace(work.tasks.get(task_id), progress=40, note="Đã họp"))
    with store.read() as work:
        (change,) = work.journal.changes(EntryId(2))
    assert change.before is not None
    assert change.after is not None
    assert (change.table, change.row_id) == ("tasks", task_id)
    differing = {name for name in change.before if change.before[name] != change.after[name]}
    assert differing == {"progress", "note"}
    assert change.after["note"] == "Đã họp"


def test_a_removed_row_is_kept_whole(store: Store, task_id: TaskId) -> None:
    with store.write("task.save") as work:
        work.tasks.save(replace(work.tasks.get(task_id), lead=()))
    with store.read() as work:
        (change,) = work.journal.changes(EntryId(2))
    assert change.table == "task_units"
    assert change.after is None
    assert change.before is not None
    assert change.before["name"] == "Sở Nội vụ"


def test_the_units_of_a_task_are_part_of_its_history(store: Store, task_id: TaskId) -> None:
    with store.write("task.save") as work:
        work.tasks.save(replace(work.tasks.get(task_id), coordinate=("Công an tỉnh",)))
    with store.write("task.save") as work:
        work.tasks.save(replace(work.tasks.get(task_id), coordinate=()))
    with store.write("task.add") as work:
        work.tasks.save(Task(PlanId(1), "Việc khác", 2024, lead=("Sở Nội vụ",)))
    with store.read() as work:
        history = work.journal.of_record(Kind.TASK, task_id)
    assert [entry.id for entry in history] == [3, 2, 1]


def test_the_latest_entries_come_first_and_no_more_than_asked_for(store: Store, task_id: TaskId) -> None:
    for progress in (10, 20, 30):
        with store.write("task.save", step=progress) as work:
            work.tasks.save(replace(work.tasks.get(task_id), progress=progress))
    with store.read() as work:
        assert [entry.params["step"] for entry in work.journal.recent(2)] == [30, 20]
        assert work.journal.get(EntryId(99)) is None


def _office(work: Work) -> int:
    work.office.save(Office(name="Sở Nội vụ"))
    return 1


def _part(work: Work) -> int:
    work.parts.add(PlanId(1), [PlanPart(Role.TEXT, "x", Source(1))])
    return 1


def _nomination(work: Work) -> int:
    round_id = work.rounds.save(Round("Đợt 1", 2024))
    return work.nominations.save(Nomination(round_id, RecipientKind.PERSON, "Lan", "giay_khen_xa"))


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        (Kind.OFFICE, _office),
        (Kind.UNIT, lambda work: work.units.save(Unit("Sở Y tế"))),
        (Kind.PLAN, lambda work: work.plans.save(PLAN)),
        (Kind.TASK, lambda work: work.tasks.save(Task(PlanId(1), "x", 2024))),
        (Kind.ROUND, lambda work: work.rounds.save(Round("Đợt 1", 2024))),
        (Kind.NOMINATION, _nomination),
    ],
)
def test_each_kind_of_record_has_a_history(
    store: Store, task_id: TaskId, kind: Kind, make: Callable[[Work], int]
) -> None:
    with store.write("make") as work:
        record_id = make(work)
    with store.read() as work:
        (entry,) = work.journal.of_record(kind, record_id)
        assert kind in entry.touched
        assert work.journal.of_record(kind, 999) == ()
    assert RoundId(entry.id) == 2


def test_the_text_of_a_plan_is_in_the_journal(store: Store, task_id: TaskId) -> None:
    with store.write("plan.import") as work:
        _part(work)
    with store.read() as work:
        assert [change.table for change in work.journal.changes(EntryId(2))] == ["plan_parts"]
