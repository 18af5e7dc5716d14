"""Reading and writing: one operation at a time, whole or not at all."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task
from thidua_desktop.storage import migrations
from thidua_desktop.storage.errors import (
    DiskFull,
    NestedWrite,
    StoreReadOnly,
    StoreUnreachable,
    WriteOutsideOperation,
)
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages

PLAN = Plan("Kế hoạch thi đua", 2024)


class Stop(Exception):
    """Something that goes wrong in the middle of an operation."""


def test_an_operation_that_fails_leaves_nothing(store: Store) -> None:
    with pytest.raises(Stop), store.write("plan.create") as work:
        work.plans.save(PLAN)
        raise Stop
    with store.read() as work:
        assert work.plans.of_year(2024) == ()
        assert work.journal.recent(10) == ()


def test_an_operation_that_changes_nothing_leaves_no_entry(store: Store) -> None:
    with store.write("plan.create") as work:
        plan_id = work.plans.save(PLAN)
    with store.write("plan.save") as work:
        work.plans.save(work.plans.get(plan_id))
    with store.read() as work:
        assert [entry.operation for entry in work.journal.recent(10)] == ["plan.create"]


def test_operations_do_not_nest(store: Store) -> None:
    with store.write("plan.create") as work:
        work.plans.save(PLAN)
        with pytest.raises(NestedWrite), store.write("plan.create"):
            pass
    with store.read() as work:
        assert len(work.plans.of_year(2024)) == 1
        with pytest.raises(NestedWrite), store.write("plan.create"):
            pass


def test_reading_inside_an_operation_sees_what_it_has_done(store: Store) -> None:
    with store.write("plan.create") as work:
        plan_id = work.plans.save(PLAN)
        with store.read() as inner:
            assert inner.plans.get(plan_id).title == PLAN.title
        work.plans.save(Plan("Khác", 2024))
    with store.read() as work:
        assert len(work.plans.of_year(2024)) == 2


def test_nothing_is_written_outside_an_operation(store: Store) -> None:
    with store.read() as work, pytest.raises(WriteOutsideOperation):
        work.plans.save(PLAN)
    with store.write("plan.create") as kept:
        kept.plans.save(PLAN)
    with pytest.raises(WriteOutsideOperation):
        kept.plans.save(PLAN)
    with store.read() as work, pytest.raises(sqlite3.OperationalError):  # bulk SQL does not come past the triggers
        work.plans._session.db.execute("UPDATE plans SET year = 2025")
    with store.read() as work:
        assert [plan.year for plan in work.plans.of_year(2024)] == [2024]


def test_another_program_cannot_change_the_rows(store: Store, store_path: Path) -> None:
    with store.write("plan.create") as work:
        work.plans.save(PLAN)
    store.close()
    with closing(sqlite3.connect(store_path)) as other, pytest.raises(sqlite3.OperationalError, match="journal_entry"):
        other.execute("UPDATE plans SET title = 'x'")


def test_each_thread_reads_a_state_that_does_not_move(store: Store) -> None:
    with ThreadPoolExecutor(1) as worker, store.read() as work:
        assert work.plans.of_year(2024) == ()
        worker.submit(_create, store).result()
        assert work.plans.of_year(2024) == ()
    with store.read() as work:
        assert len(work.plans.of_year(2024)) == 1


def test_operations_of_several_threads_follow_each_other(store: Store) -> None:
    start = threading.Barrier(4)

    def many() -> None:
        start.wait()
        for _ in range(10):
            _create(store)

    with ThreadPoolExecutor(4) as workers:
        for done in [workers.submit(many) for _ in range(4)]:
            done.result()
    with store.read() as work:
        assert len(work.plans.of_year(2024)) == 40
        assert len({entry.at for entry in work.journal.recent(100)}) == 40


def test_stamps_go_forward_when_the_clock_goes_back(store_path: Path) -> None:
    with Store.open(store_path, now=lambda: datetime(2024, 1, 1, tzinfo=UTC)) as store:
        plan_id, other = _create(store), _create(store)
        for doomed in (plan_id, other):
            with store.write("plan.delete") as work:
                work.plans.trash([doomed])
        with store.read() as work:
            stamps = [entry.at for entry in work.journal.recent(10)]
            assert stamps == sorted(stamps, reverse=True)
            assert work.plans.trashed_at(plan_id) != work.plans.trashed_at(other)


def test_a_store_opened_for_reading_refuses_to_write(store_path: Path) -> None:
    with Store.open(store_path, read_only=True) as store:
        assert store.read_only
        with pytest.raises(StoreReadOnly), store.write("plan.create"):
            pass


def test_a_reader_beside_the_writer_sees_finished_operations(store: Store, store_path: Path) -> None:
    with Store.open(store_path, read_only=True) as reader:
        with store.write("plan.create") as work:
            work.plans.save(PLAN)
            with reader.read() as seen:
                assert seen.plans.of_year(2024) == ()
        with reader.read() as seen:
            assert len(seen.plans.of_year(2024)) == 1


def test_a_file_that_has_vanished(store: Store, store_path: Path) -> None:
    with store.read():  # this thread has its connection
        pass
    store_path.unlink()

    def read() -> None:
        with store.read():
            pass

    with ThreadPoolExecutor(1) as worker:  # a thread that has no connection yet
        for attempt in (read, lambda: _create(store)):
            with pytest.raises(StoreUnreachable):
                worker.submit(attempt).result()


def test_each_thread_has_a_connection_of_its_own(store_path: Path) -> None:
    with Store.open(store_path) as store, ThreadPoolExecutor(1) as worker:

        def seen() -> object:
            with store.read() as work:
                return work.plans._session.db.conn

        assert worker.submit(seen).result() is worker.submit(seen).result()
        assert worker.submit(seen).result() is not seen()
        assert seen() is seen()


def test_a_full_disk_takes_the_operation_back(store: Store) -> None:
    _create(store)
    with store.read() as work:
        db = work.plans._session.db
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages + 2}")  # what SQLite sees as a full disk
    with pytest.raises(DiskFull) as caught, store.write("plan.import") as work:
        for _ in range(100):
            work.plans.save(Plan("Kế hoạch " * 100, 2024))
    assert "đã đầy" in messages.error(caught.value)
    with store.read() as work:
        assert len(work.plans.of_year(2024)) == len(work.journal.recent(10)) == 1
    db.execute("PRAGMA max_page_count = 1000000")
    _create(store)
    assert store.health().sound


def test_health(store: Store) -> None:
    _create(store)
    health = store.health()
    assert health.sound
    assert health.version == migrations.version()
    assert health.counts["plans"] == 1
    assert "entries" not in health.counts


def test_closing_twice_is_closing(store_path: Path) -> None:
    store = Store.open(store_path)
    _create(store)
    store.close()
    store.close()
    assert {path.name for path in store_path.parent.iterdir()} == {store_path.name}


def test_a_thousand_tasks_are_one_operation(store: Store) -> None:
    with store.write("plan.import") as work:
        plan_id = work.plans.save(PLAN)
        for position in range(1, 1001):
            work.tasks.save(Task(plan_id, f"Nhiệm vụ {position}", 2024, lead=("Sở Nội vụ",), position=position))
    with store.read() as work:
        assert [row.task.position for row in work.queries.tasks(2024)] == list(range(1, 1001))
        assert len(work.journal.recent(10)) == 1


def _create(store: Store) -> PlanId:
    with store.write("plan.create") as work:
        return work.plans.save(PLAN)
