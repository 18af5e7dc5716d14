"""A file in which somebody, or a failing disk, has changed what SQLite's own checks do not see."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.storage.test_old_stores import FOLDER, rows
from thidua_desktop.domain.ids import EntryId, PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.reported import HandFigure
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services import restores
from thidua_desktop.storage import migrations
from thidua_desktop.storage.errors import BackupDamaged, StoreDamaged
from thidua_desktop.storage.store import Store

_TRIGGER = "CREATE TRIGGER journal_evil AFTER INSERT ON plans BEGIN DELETE FROM tasks; END"


def _run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.create_function("journal_entry", 0, lambda: 1)
        for statement in statements:
            db.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        _TRIGGER,
        "CREATE TRIGGER register_words_evil AFTER INSERT ON plans BEGIN DELETE FROM tasks; END",
        "CREATE TRIGGER evil_sqlite_ AFTER INSERT ON plans BEGIN DELETE FROM tasks; END",
        "CREATE VIEW register_words_view AS SELECT * FROM plans",
        "CREATE VIEW xem AS SELECT * FROM plans",
        "CREATE TABLE lạ (id INTEGER PRIMARY KEY)",
        "DROP TRIGGER journal_plans_update",
        "DROP INDEX plans_year",
        "ALTER TABLE plans ADD COLUMN mau TEXT",
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_shape_that_is_not_ours_is_refused(store_path: Path, statement: str, read_only: bool) -> None:
    _run(store_path, statement)
    with pytest.raises(StoreDamaged):
        Store.open(store_path, read_only=read_only)
    with pytest.raises(BackupDamaged):
        restores.verify(store_path)


def test_a_trigger_hidden_in_an_older_file_does_not_survive_the_upgrade(tmp_path: Path) -> None:
    path = Path(shutil.copy(FOLDER / "version-1.tdkt", tmp_path / "cu.tdkt"))
    _run(path, _TRIGGER, 'CREATE TRIGGER "la ""lung" AFTER DELETE ON plans BEGIN DELETE FROM tasks; END')
    before = rows(path)
    with Store.open(path) as store:
        with store.write("plan.create") as work:
            work.plans.save(Plan("Mới", 2024))
        assert store.health().version == migrations.version()
    kept = rows(path)["tasks"]
    assert [{name: row[name] for name in old} for row, old in zip(kept, before["tasks"], strict=True)] == before[
        "tasks"
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plans SET state = 'drzft'",
        "UPDATE plans SET legal_bases = '5'",
        "UPDATE tasks SET source = '{\"la\": 1}'",
        "UPDATE tasks SET recurrence = 'x'",
        "UPDATE entries SET at = 'hôm qua'",
        "UPDATE entries SET params = '7', at = '2024'",
        "UPDATE entry_rows SET after = '{'  WHERE table_name = 'plans'",
    ],
)
def test_a_value_that_nobody_wrote_is_damage_and_no_mistake_of_the_program(store_path: Path, statement: str) -> None:
    with Store.open(store_path) as store, store.write("plan.create") as work:
        plan_id = work.plans.save(Plan("Kế hoạch", 2024))
        work.tasks.save(Task(plan_id, "x", 2024))
    _run(store_path, statement)
    with pytest.raises(StoreDamaged), Store.open(store_path) as store, store.read() as work:
        work.plans.of_year(2024)
        work.tasks.of_plan(PlanId(1))
        work.journal.recent(10)
        work.journal.changes(EntryId(1))


def test_a_figure_that_is_none_is_damage_too(store_path: Path) -> None:
    day = date(2024, 1, 1)
    with Store.open(store_path) as store, store.write("hand_figure.set") as work:
        work.report.figures.save(HandFigure("0604.N", day, day, "1", "2", Decimal(5)))
    _run(store_path, "UPDATE hand_figures SET value = 'x'")
    with pytest.raises(StoreDamaged), Store.open(store_path) as store, store.read() as work:
        work.report.figures.of()
