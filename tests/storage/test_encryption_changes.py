"""A password is set, changed and taken away; its backups, and what is left after damage."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import fixed_today, ticking_clock
from tests.storage.locked import NAME, PASSWORD, PLAIN, fill, readable, titles
from tests.storage.test_old_stores import FOLDER, VERSIONS, _assert_all_there, rows
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import passwords, restores
from thidua_desktop.services.container import Services
from thidua_desktop.services.rescue import rescue
from thidua_desktop.storage import keys, recoding
from thidua_desktop.storage.connection import connect
from thidua_desktop.storage.errors import (
    BackupDamaged,
    CopyFailed,
    NothingSalvaged,
    StoreBusy,
    StoreDamaged,
    StoreLocked,
    StorePasswordNeeded,
    StorePasswordNotSet,
    StorePasswordWrong,
)
from thidua_desktop.storage.keys import Key
from thidua_desktop.storage.salvage import salvage
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages

pytestmark = pytest.mark.usefixtures("cheap_derivation")

# set, change, take away


def test_setting_a_password(open_file: Path) -> None:
    before = rows(open_file)
    done = passwords.change(open_file, old=None, new=PASSWORD, now=ticking_clock())
    assert done.protected
    assert done.unprotected == 1
    assert rows(done.kept) == before
    assert readable(open_file.parent) == [done.kept.name]
    with pytest.raises(StorePasswordNeeded):
        Store.open(open_file)
    assert len(titles(open_file, PASSWORD)) == 200


def test_changing_it(locked: Path) -> None:
    done = passwords.change(locked, old=PASSWORD, new="mới hơn", now=ticking_clock())
    assert done.unprotected == 0
    assert readable(locked.parent) == []
    with pytest.raises(StorePasswordWrong):
        Store.open(locked, password=PASSWORD)
    assert len(titles(locked, "mới hơn")) == 200
    assert restores.verify(done.kept, password=PASSWORD).counts["plans"] == 200
    with pytest.raises(StorePasswordWrong):
        restores.verify(done.kept, password="mới hơn")


def test_taking_it_away(locked: Path) -> None:
    done = passwords.change(locked, old=PASSWORD, new=None, now=ticking_clock())
    assert not done.protected
    assert len(titles(locked, None)) == 200
    assert len(rows(locked)["plans"]) == 200
    assert readable(done.kept.parent) == []


def test_nothing_is_lost_on_the_way_there_and_back(open_file: Path) -> None:
    before = rows(open_file)
    with closing(sqlite3.connect(open_file)) as db:
        numbers = db.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name").fetchall()
    for old, new in ((None, "một"), ("một", "hai"), ("hai", None)):
        passwords.change(open_file, old=old, new=new, now=ticking_clock())
    assert rows(open_file) == before
    with closing(sqlite3.connect(open_file)) as db:
        assert db.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name").fetchall() == numbers
    with Store.open(open_file) as store:  # the journal goes on where it was
        services = Services(store, fixed_today)
        services.undo.undo()
        services.undo.redo()
        assert store.health().sound


@pytest.mark.parametrize("new", ["", "   "])
def test_an_empty_password_is_none(open_file: Path, new: str) -> None:
    with pytest.raises(passwords.PasswordEmpty):
        passwords.change(open_file, old=None, new=new)
    assert len(titles(open_file, None)) == 200


def test_the_wrong_password_changes_nothing(locked: Path) -> None:
    before = locked.read_bytes()
    with pytest.raises(StorePasswordWrong):
        passwords.change(locked, old="khác", new=None)
    assert locked.read_bytes() == before


def test_a_file_that_somebody_reads_is_not_rewritten(open_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua_desktop.storage.connection._WAIT_MS", 10)
    with Store.open(open_file, read_only=True) as reader:
        with reader.read() as work:
            work.plans.of_year(2024)
        with pytest.raises(StoreBusy):
            passwords.change(open_file, old=None, new=PASSWORD, now=ticking_clock())
    assert len(titles(open_file, None)) == 200
    assert open_file.read_bytes().startswith(PLAIN)


@pytest.mark.parametrize("new", ["mới", None])
def test_a_second_window_looks_at_an_encrypted_file(
    locked: Path, new: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thidua_desktop.storage.connection._WAIT_MS", 10)
    with Store.open(locked, password=PASSWORD) as writer, Store.open(locked, password=PASSWORD, read_only=True) as look:
        with writer.write("plan.create", title="x") as work:
            work.plans.save(Plan("Trong khi xem", 2024))
        with look.read() as work:
            assert len(work.plans.of_year(2024)) == 201
        with pytest.raises(StoreLocked):
            passwords.change(locked, old=PASSWORD, new=new, now=ticking_clock())
        writer.close()
        with pytest.raises(StoreBusy):
            passwords.change(locked, old=PASSWORD, new=new, now=ticking_clock())
        with look.read() as work:
            assert len(work.plans.of_year(2024)) == 201
    passwords.change(locked, old=PASSWORD, new=new, now=ticking_clock())
    assert len(titles(locked, new)) == 201


def test_a_copy_that_is_not_equal_does_not_take_the_place(open_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = recoding._copy_rows

    def forgetful(source: object, new: recoding.Database, table: str) -> None:
        real(source, new, table)  # type: ignore[arg-type]
        if table == "plans":
            new.execute("DELETE FROM plans WHERE id = 7")

    monkeypatch.setattr(recoding, "_copy_rows", forgetful)
    with pytest.raises(CopyFailed):
        passwords.change(open_file, old=None, new=PASSWORD, now=ticking_clock())
    assert len(titles(open_file, None)) == 200
    assert [path.name for path in (open_file.parent / "co-quan-sao-luu").glob(".*")] == []


def test_no_room_for_the_new_file(open_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: object, target: Path, key: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(recoding, "transcribe", full)
    with pytest.raises(AppError) as caught:
        passwords.change(open_file, old=None, new=PASSWORD, now=ticking_clock())
    assert "đã đầy" in messages.error(caught.value)
    monkeypatch.undo()
    assert len(titles(open_file, None)) == 200


# backups


def test_backups_from_before_the_password_can_be_removed(open_file: Path, tmp_path: Path) -> None:
    done = passwords.change(open_file, old=None, new=PASSWORD, now=ticking_clock())
    with Store.open(open_file, password=PASSWORD) as store:
        services = Services(store, fixed_today)
        assert services.passwords.is_set()
        assert services.passwords.matches(PASSWORD)
        assert not services.passwords.matches("khác")
        assert services.backups.unprotected() == 1
        assert services.backups.remove_unprotected() == 1
        assert services.backups.remove_unprotected() == 0
        (left,) = services.backups.all()
        assert left.proven_at is not None
        assert services.backups.verify(left.path).counts["plans"] == 200
    assert not done.kept.exists()
    assert readable(open_file.parent) == []


def test_backups_of_a_plain_file_are_not_removed(open_file: Path) -> None:
    with Store.open(open_file) as store:
        services = Services(store, fixed_today)
        services.backups.make(Reason.BY_HAND)
        assert not services.passwords.is_set()
        assert not services.passwords.matches("")
        with pytest.raises(StorePasswordNotSet):
            services.backups.remove_unprotected()
        assert len(services.backups.all()) == 1


def test_a_backup_is_restored_under_the_password_of_the_file(locked: Path) -> None:
    with Store.open(locked, password=PASSWORD) as store:
        services = Services(store, fixed_today)
        made = services.backups.make(Reason.BY_HAND).backup
        assert services.backups.verify(made.path).counts["plans"] == 200
        services.plans.create(Plan("Sau đó", 2024))
        services.backups.restore(made.path)
    assert len(titles(locked, PASSWORD)) == 200
    assert readable(locked.parent) == []


def test_a_plain_backup_comes_back_into_an_encrypted_file(open_file: Path) -> None:
    plain = passwords.change(open_file, old=None, new=PASSWORD, now=ticking_clock()).kept
    with Store.open(open_file, password=PASSWORD) as store:
        services = Services(store, fixed_today)
        services.plans.create(Plan("Sau đó", 2024))
        services.backups.restore(plain)
        assert store.health().sound
    assert len(titles(open_file, PASSWORD)) == 200
    assert not open_file.read_bytes().startswith(PLAIN)


def test_a_backup_under_another_password_asks_for_it(locked: Path) -> None:
    kept = passwords.change(locked, old=PASSWORD, new="mới", now=ticking_clock()).kept
    with Store.open(locked, password="mới") as store:
        services = Services(store, fixed_today)
        with pytest.raises(StorePasswordNeeded) as caught:
            services.backups.restore(kept)
        assert kept.name in messages.error(caught.value)
        with pytest.raises(StorePasswordWrong) as wrong:
            services.backups.restore(kept, password="khác")
        assert kept.name in messages.error(wrong.value)
        services.backups.restore(kept, password=PASSWORD)
    assert len(titles(locked, "mới")) == 200


def test_an_encrypted_backup_comes_back_into_a_plain_file(locked: Path) -> None:
    kept = passwords.change(locked, old=PASSWORD, new=None, now=ticking_clock()).kept
    with Store.open(locked) as store:
        Services(store, fixed_today).backups.restore(kept, password=PASSWORD)
    assert len(rows(locked)["plans"]) == 200


def test_a_backup_in_the_place_of_a_lost_file(locked: Path) -> None:
    with Store.open(locked, password=PASSWORD) as store:
        made = Services(store, fixed_today).backups.make(Reason.BY_HAND).backup.path
    locked.unlink()
    with pytest.raises(StorePasswordNeeded):
        restores.restore_closed(locked, made)
    restores.restore_closed(locked, made, password=PASSWORD)
    assert len(titles(locked, PASSWORD)) == 200


# damage and age


def _spoil(path: Path, *pages: int) -> None:
    with path.open("r+b") as file:
        for page in pages:
            file.seek(page * 4096 + 200)
            file.write(b"\xff" * 16)


def test_damage_is_found(locked: Path) -> None:
    with Store.open(locked, password=PASSWORD) as store:
        made = Services(store, fixed_today).backups.make(Reason.BY_HAND).backup.path
    pages = locked.stat().st_size // 4096
    _spoil(locked, pages - 2)
    with pytest.raises(StoreDamaged):
        Store.open(locked, password=PASSWORD)
    _spoil(made, pages - 2)
    with pytest.raises(BackupDamaged):
        restores.verify(made, password=PASSWORD)


def _cut(path: Path) -> None:
    with Store.open(path, password=PASSWORD) as store:
        fill(store)  # so that the end of the file is plans, and not the list of tables
    size = path.stat().st_size // 4096
    with path.open("r+b") as file:
        file.truncate((size - 6) * 4096)  # each row that is not there is looked for: the more of them, the longer


def _hit(path: Path) -> None:
    pages = path.stat().st_size // 4096
    _spoil(path, pages - 12, pages - 5)


@pytest.mark.parametrize(("harm", "left"), [(_hit, 200), (_cut, 300)])
def test_what_is_left_of_a_damaged_file_is_saved(locked: Path, harm: Callable[[Path], None], left: int) -> None:
    harm(locked)
    target = locked.with_name("cuu.tdkt")
    with pytest.raises(StorePasswordNeeded):
        salvage(locked, target)
    with pytest.raises(StorePasswordWrong):
        salvage(locked, target, "khác")
    salvage(locked, target, PASSWORD)
    assert len(titles(target, PASSWORD)) >= left
    assert readable(locked.parent) == []


def test_a_damaged_list_of_tables_takes_all_with_it(locked: Path) -> None:
    _spoil(locked, *range(30, 60))  # the list is among them
    with pytest.raises(NothingSalvaged):
        salvage(locked, locked.with_name("cuu.tdkt"), PASSWORD)
    assert not locked.with_name("cuu.tdkt").exists()


def test_rows_that_do_not_fit_are_given_as_text_alone(locked: Path) -> None:
    """A file of them beside an encrypted one could be read by everybody."""
    with closing(connect(locked, key=keys.key_of(locked, PASSWORD))) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute("UPDATE plans SET year = 1 WHERE id = 7")
        db.execute("DELETE FROM entry_rows")
    rescued = rescue(locked, password=PASSWORD)
    assert rescued.put_aside is None
    assert f"{NAME} 6" in rescued.rows
    assert len(titles(rescued.path, PASSWORD)) == 199
    assert readable(locked.parent) == []


def test_a_plain_copy_left_by_a_killed_program_goes_at_the_next_opening(locked: Path) -> None:
    left = locked.parent / "co-quan-sao-luu" / ".mat-khau-abc"
    left.mkdir(parents=True)
    (left / "kho.tdkt").write_bytes(PLAIN + NAME.encode())
    with Store.open(locked, password=PASSWORD, read_only=True):
        assert left.exists()  # a program that writes may be at work on it
    Store.open(locked, password=PASSWORD).close()
    assert readable(locked.parent) == []
    assert not left.exists()


_MIDDLE = [pytest.param(version, marks=pytest.mark.torture) for version in VERSIONS[1:-1]]


@pytest.mark.parametrize("version", [VERSIONS[0], *_MIDDLE, VERSIONS[-1]])
def test_an_old_encrypted_file_is_upgraded(version: int, tmp_path: Path) -> None:
    plain = Path(shutil.copy(FOLDER / f"version-{version}.tdkt", tmp_path / "cu.tdkt"))
    before = rows(plain)
    locked = tmp_path / "khóa.tdkt"
    with closing(connect(plain)) as db:
        recoding.transcribe(db, locked, Key.new(PASSWORD))
    with Store.open(locked, password=PASSWORD, now=lambda: datetime(2024, 6, 20, tzinfo=UTC)) as store:
        assert store.health().sound
    (copy,) = (tmp_path / "khóa-sao-luu").glob("*-truoc-nang-cap.tdkt")
    assert restores.verify(copy, password=PASSWORD).version == version
    assert readable(copy.parent) == []
    passwords.change(locked, old=PASSWORD, new=None, now=ticking_clock())
    _assert_all_there(before, rows(locked))
