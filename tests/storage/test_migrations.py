"""From version to version: everything or nothing, and never without a copy."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from thidua_desktop.domain.plans import Plan
from thidua_desktop.storage import migrations, triggers
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.errors import StoreNewer
from thidua_desktop.storage.migration_set import MigrationSet
from thidua_desktop.storage.store import Store

PRESENT = migrations.version()


class Broken(Exception):
    """A migration that fails."""


@pytest.fixture
def old_store(store_path: Path) -> Path:
    """A file of this version with one plan in it."""
    with Store.open(store_path) as store, store.write("plan.create") as work:
        work.plans.save(Plan("Kế hoạch", 2024))
    return store_path


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Iterator[MigrationSet]:
    """The migrations of a later version: the present ones, and what a test adds."""
    later = MigrationSet("thidua", migrations.MIGRATIONS.changes)
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    yield later


def _copies(path: Path) -> list[Path]:
    return sorted((path.parent / f"{path.stem}-sao-luu").glob("*-truoc-nang-cap.tdkt"))


def test_every_table_is_strict_and_every_id_is_used_once(store: Store) -> None:
    with store.read() as work:
        db = work.plans._session.db
        for name in (*triggers.tables(db), "entries", "entry_rows"):
            (sql,) = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
            assert sql.endswith("STRICT"), name
            assert [row[1] for row in db.execute(f"PRAGMA table_info({name})") if row[5]] == ["id"]
            assert "AUTOINCREMENT" in sql or name == "office"


def test_opening_does_not_change_a_file_of_this_version(old_store: Path) -> None:
    before = old_store.read_bytes()
    Store.open(old_store).close()
    assert old_store.read_bytes() == before
    assert _copies(old_store) == []


def test_an_older_file_is_upgraded_after_a_copy(old_store: Path, next_version: MigrationSet) -> None:
    @next_version(name="901_colour")
    def _colour(db: Database) -> None:
        db.execute("ALTER TABLE plans ADD COLUMN colour TEXT")
        db.execute("UPDATE plans SET colour = 'đỏ'")

    with Store.open(old_store) as store:
        assert store.health().version == PRESENT + 1
        with store.read() as work:
            db = work.plans._session.db
            assert db.execute("SELECT colour FROM plans").fetchall() == [("đỏ",)]
            (trigger,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'journal_plans_update'").fetchone()
            assert "colour" in trigger
            assert len(work.journal.recent(10)) == 1  # an upgrade is not an operation of the clerk
    (copy,) = _copies(old_store)
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("PRAGMA user_version").fetchone() == (PRESENT,)
        assert kept.execute("SELECT title FROM plans").fetchall() == [("Kế hoạch",)]


def test_a_failing_upgrade_leaves_the_file_as_it_was(old_store: Path, next_version: MigrationSet) -> None:
    @next_version(name="901_fine")
    def _fine(db: Database) -> None:
        db.execute("ALTER TABLE plans ADD COLUMN colour TEXT")

    @next_version(name="902_broken")
    def _broken(db: Database) -> None:
        db.execute("DROP TABLE task_units")
        raise Broken

    with closing(sqlite3.connect(old_store)) as db:
        triggers_before = db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()
    with pytest.raises(Broken):
        Store.open(old_store)
    with closing(sqlite3.connect(old_store)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (PRESENT,)
        columns = [row[1] for row in db.execute("PRAGMA table_info(plans)")]
        assert "colour" not in columns
        assert db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone() == triggers_before
    assert len(_copies(old_store)) == 1


def test_an_upgrade_may_not_break_references(old_store: Path, next_version: MigrationSet) -> None:
    @next_version(name="901_orphan")
    def _orphan(db: Database) -> None:
        db.execute(
            "INSERT INTO nominations (round_id, kind, name, folded, award_id, occasion, state)"
            " VALUES (77, 'person', 'x', 'x', 'x', 'merit', 'entered')"
        )

    with pytest.raises(RuntimeError, match="nominations"):
        Store.open(old_store)


def test_the_newer_file_is_refused_by_the_older_program(old_store: Path, next_version: MigrationSet) -> None:
    @next_version(name="901_more")
    def _more(db: Database) -> None:
        db.execute("CREATE TABLE more (id INTEGER PRIMARY KEY AUTOINCREMENT) STRICT")

    Store.open(old_store).close()
    next_version.changes.pop()
    before = old_store.read_bytes()
    with pytest.raises(StoreNewer):
        Store.open(old_store)
    assert old_store.read_bytes() == before


def test_the_fingerprint_is_that_of_the_present_version() -> None:
    """A new migration or trigger changes it; an upgraded file has to have the same as a new one."""
    assert migrations.fingerprint(migrations.present_shape()) == migrations._PRESENT


def test_a_file_of_this_version_is_compared_with_nothing_that_has_to_be_made(
    old_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "_shape_of", None)
    Store.open(old_store).close()
