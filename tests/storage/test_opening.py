"""Opening: each kind of trouble has its own error, and nothing is changed by it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from thidua_desktop.common.errors import StoreTrouble
from thidua_desktop.domain.plans import Plan
from thidua_desktop.storage import connection, lock, opening
from thidua_desktop.storage.connection import APPLICATION_ID
from thidua_desktop.storage.errors import (
    FolderReadOnly,
    NotAStore,
    StoreDamaged,
    StoreMissing,
    StoreNeedsCopy,
    StoreNewer,
    StoreOlder,
    StoreReadOnly,
    StoreUnreachable,
)
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages


def _sql(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(statement)


def _filled(path: Path) -> None:
    """Enough plans that the tables have pages of their own."""
    with Store.open(path) as store, store.write("plan.create") as work:
        for number in range(300):
            work.plans.save(Plan(f"Kế hoạch {number} " * 10, 2024))


def _foreign(path: Path) -> None:
    _sql(path, "PRAGMA application_id = 1")


def _plain_text(path: Path) -> None:
    path.write_text("đây không phải cơ sở dữ liệu", encoding="utf-8")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _newer(path: Path) -> None:
    _sql(path, "PRAGMA user_version = 999")


def _newer_migration(path: Path) -> None:
    _sql(
        path,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('thidua', '999_later', '2030-01-01')",
    )


def _torn(path: Path) -> None:
    _filled(path)
    size = path.stat().st_size
    with path.open("r+b") as file:
        for offset in range(3 * 4096, size, 4096):
            file.seek(offset)
            file.write(b"\xff" * 64)


def _cut(path: Path) -> None:
    _filled(path)
    os.truncate(path, path.stat().st_size // 2)


def _orphaned(path: Path) -> None:
    # As a program would leave it that neither knows the triggers nor enforces references.
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("DROP TRIGGER journal_plan_parts_insert")
        db.execute(
            "INSERT INTO plan_parts (plan_id, position, role, text, source, level, lead, coordinate)"
            " VALUES (77, 1, 'text', 'x', '{}', 0, '[]', '[]')"
        )


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    ("spoil", "trouble"),
    [
        (_foreign, NotAStore),
        (_plain_text, NotAStore),
        (_empty, NotAStore),
        (_newer, StoreNewer),
        (_newer_migration, StoreNewer),
        (_torn, StoreDamaged),
        (_cut, StoreDamaged),
        (_orphaned, StoreDamaged),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_and_left_alone(
    store_path: Path, spoil: Callable[[Path], None], trouble: type[StoreTrouble], read_only: bool
) -> None:
    spoil(store_path)
    before = store_path.read_bytes()
    with pytest.raises(trouble) as caught:
        Store.open(store_path, read_only=read_only)
    assert store_path.name in messages.error(caught.value)
    assert store_path.read_bytes() == before
    assert not lock.lock_path(store_path).exists()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_missing_file_is_not_made_unasked(tmp_path: Path, read_only: bool) -> None:
    with pytest.raises(StoreMissing):
        Store.open(tmp_path / "khong-co.tdkt", read_only=read_only)
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "mới" / "cơ quan.tdkt"
    with Store.open(path, create=True) as store:
        assert store.path == path
        assert store.health().sound
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_create_opens_what_is_there(store_path: Path) -> None:
    _filled(store_path)
    with Store.open(store_path, create=True) as store, store.read() as work:
        assert len(work.plans.of_year(2024)) == 300


@pytest.mark.parametrize("name", ["100% thi đua #1?.tdkt", "a b & c.tdkt", "kế hoạch.tdkt"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    Store.open(path, create=True).close()
    with Store.open(path, read_only=True) as store:
        assert store.health().sound
    with Store.open(path) as store:
        assert store.health().sound
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_a_large_file_gets_the_quick_check(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    real = connection.first_complaint

    def spy(db: connection.Database, *, full: bool) -> str | None:
        asked.append(full)
        return real(db, full=full)

    monkeypatch.setattr(connection, "first_complaint", spy)
    Store.open(store_path).close()
    monkeypatch.setattr(connection, "FULL_CHECK_LIMIT", 100)
    Store.open(store_path).close()
    assert asked == [True, False]


def test_every_connection_keeps_references_and_waits_for_the_disk(store: Store) -> None:
    with store.read() as work:
        db = work.plans._session.db
        assert connection.pragma(db, "foreign_keys") == 1
        assert connection.pragma(db, "synchronous") == 2
        assert connection.pragma(db, "busy_timeout") == 5000


def test_a_folder_that_cannot_be_written_to(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(lock.os, "open", refuse)
    with pytest.raises(FolderReadOnly):
        Store.open(store_path)


def test_a_write_protected_file_is_refused_for_writing(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != store_path)
    with pytest.raises(StoreReadOnly):
        Store.open(store_path)
    assert not lock.lock_path(store_path).exists()


def test_a_read_only_medium_can_be_read(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(store_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Store.open(store_path, read_only=True) as store, store.read() as work:
        assert len(work.plans.of_year(2024)) == 300
        assert {path.name for path in store_path.parent.iterdir()} == {store_path.name}


def test_a_read_only_medium_with_unmerged_changes_asks_for_a_copy(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_path.with_name(f"{store_path.name}-wal").write_bytes(b"x")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StoreNeedsCopy):
        Store.open(store_path, read_only=True)


def test_a_drive_that_does_not_answer(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> bool:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "is_file", fail)
    for read_only in (False, True):
        with pytest.raises(StoreUnreachable):
            Store.open(store_path, read_only=read_only)


def test_an_older_file_is_not_upgraded_by_looking_at_it(store_path: Path) -> None:
    _sql(store_path, "DELETE FROM _sqlite_migrations")
    with pytest.raises(StoreOlder):
        Store.open(store_path, read_only=True)


def test_what_was_left_in_the_write_ahead_log_is_there_after_opening(store_path: Path, tmp_path: Path) -> None:
    store = Store.open(store_path)
    with store.write("plan.create") as work:
        work.plans.save(Plan("Kế hoạch", 2024))
    left = tmp_path / "sau-cup-dien"
    left.mkdir()
    for path in store_path.parent.glob(f"{store_path.name}*"):  # what a power cut leaves on the disk
        if not path.name.endswith(".lock"):
            (left / path.name).write_bytes(path.read_bytes())
    store.close()
    assert (left / f"{store_path.name}-wal").stat().st_size > 0
    with Store.open(left / store_path.name) as found, found.read() as work:
        assert [plan.title for plan in work.plans.of_year(2024)] == ["Kế hoạch"]


def _hurt(path: Path) -> None:
    """Overwrite the beginning of a page of the table of plans."""
    data = bytearray(path.read_bytes())
    at = data.rindex("Kế hoạch".encode()) // 4096 * 4096
    data[at : at + 60] = bytes(range(100, 160))
    path.write_bytes(data)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_large_file_can_be_checked_later(store_path: Path, monkeypatch: pytest.MonkeyPatch, read_only: bool) -> None:
    _filled(store_path)
    _hurt(store_path)
    with pytest.raises(StoreDamaged):
        Store.open(store_path, read_only=read_only, later=True)  # it is small
    monkeypatch.setattr(opening, "LATER_FROM", 100)
    with pytest.raises(StoreDamaged):
        Store.open(store_path, read_only=read_only)
    with Store.open(store_path, read_only=read_only, later=True) as store:
        assert not store.checked
        with pytest.raises(StoreDamaged):
            store.check()


def test_a_check_ends_with_the_file(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(store_path)
    monkeypatch.setattr(opening, "LATER_FROM", 100)
    monkeypatch.setattr(connection, "_STEPS", 1)
    with Store.open(store_path, later=True) as store:
        _hurt(store_path)
        store._closing.set()
        store.check()  # nobody wants to know any more
        with store.read() as work:
            connection.check_integrity(work.plans._session.db, store_path, lambda: True)
