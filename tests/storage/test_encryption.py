"""A file with a password: nothing of it can be read without, and everything else works as in a plain one."""

from __future__ import annotations

import shutil
import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import fixed_today, ticking_clock
from tests.storage.test_old_stores import FOLDER, VERSIONS, _assert_all_there, rows
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import passwords, restores
from thidua_desktop.services.container import Services
from thidua_desktop.services.rescue import rescue
from thidua_desktop.storage import driver, keys, lock, recoding
from thidua_desktop.storage.connection import connect
from thidua_desktop.storage.errors import (
    BackupDamaged,
    CopyFailed,
    EncryptionMissing,
    NotAStore,
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

PASSWORD = "Mật khẩu của cơ quan 2024"
NAME = "Nguyễn Thị Bí Mật"
PLAIN = b"SQLite format 3\x00"


@pytest.fixture(autouse=True)
def cheap_derivation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deriving a key is meant to be slow, and the tests here do it a hundred times."""
    monkeypatch.setattr(keys, "_COST", 2**4)


@pytest.fixture(scope="module")
def filled(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str | None, Path]:
    """A file that holds many plans with a name in each, with the password and without."""
    folder = tmp_path_factory.mktemp("kín")
    made = {PASSWORD: folder / "kín.tdkt", None: Path(shutil.copy(empty_store, folder / "mở.tdkt"))}
    with pytest.MonkeyPatch.context() as cheap:
        cheap.setattr(keys, "_COST", 2**4)
        for password, path in made.items():
            with Store.open(path, create=True, password=password, now=ticking_clock()) as store:
                _fill(store)
    return made


@pytest.fixture
def locked(filled: dict[str | None, Path], tmp_path: Path) -> Path:
    """A file with the password, in a folder of its own."""
    path = tmp_path / "kín" / "co-quan.tdkt"
    path.parent.mkdir()
    return Path(shutil.copy(filled[PASSWORD], path))


@pytest.fixture
def open_file(filled: dict[str | None, Path], tmp_path: Path) -> Path:
    """The same without a password."""
    return Path(shutil.copy(filled[None], tmp_path / "co-quan.tdkt"))


def _fill(store: Store, count: int = 200) -> None:
    with store.write("plan.create") as work:
        for number in range(count):
            work.plans.save(Plan(f"{NAME} {number}", 2024))


def _titles(path: Path, password: str | None) -> list[str]:
    with Store.open(path, password=password) as store, store.read() as work:
        assert store.health().sound
        return [plan.title for plan in work.plans.of_year(2024)]


def _readable(folder: Path) -> list[str]:
    """The files below a folder in which the name, or the list of tables, can be found."""
    wanted = (NAME.encode(), NAME.encode("utf-16-le"), b"CREATE TABLE", PLAIN)
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in files if any(word in path.read_bytes() for word in wanted))


def test_nothing_can_be_read_in_the_file_its_log_or_its_backups(locked: Path) -> None:
    with Store.open(locked, password=PASSWORD) as store:
        services = Services(store, fixed_today)
        services.plans.create(Plan(f"{NAME} trong nhật ký ghi trước", 2024))
        assert locked.with_name(f"{locked.name}-wal").stat().st_size > 0
        services.backups.make(Reason.BY_HAND)
        services.office.save_copy(locked.with_name("bản sao.tdkt"))
        assert _readable(locked.parent) == []
    assert len(list(locked.parent.rglob("*.tdkt"))) == 3


def test_the_search_for_readable_names_finds_them(open_file: Path) -> None:
    assert _readable(open_file.parent) == [open_file.name]


def test_what_is_put_aside_stays_in_memory(locked: Path) -> None:
    with Store.open(locked, password=PASSWORD) as store, store.read() as work:
        assert work.plans._session.db.execute("PRAGMA temp_store").fetchone() == (2,)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    ("given", "trouble"), [(None, StorePasswordNeeded), ("", StorePasswordNeeded), ("khác", StorePasswordWrong)]
)
def test_without_the_password_it_stays_closed(
    locked: Path, given: str | None, trouble: type[AppError], read_only: bool
) -> None:
    before = locked.read_bytes()
    with pytest.raises(trouble) as caught:
        Store.open(locked, password=given, read_only=read_only)
    assert locked.name in messages.error(caught.value)
    assert PASSWORD not in str(caught.value)
    assert locked.read_bytes() == before
    assert not lock.lock_path(locked).exists()


def test_with_the_password_it_opens(locked: Path) -> None:
    assert len(_titles(locked, PASSWORD)) == 200
    with Store.open(locked, password=PASSWORD, read_only=True) as store, store.read() as work:
        assert len(work.plans.of_year(2024)) == 200


@pytest.mark.parametrize(
    "password",
    ["x", "x" * 200, "dấu cách ở cuối ", "\" ' ; -- %s {x} \\", "mật\tkhẩu\n", "ổ khóa 🔒", "Ợ" * 5000, "\x00 rỗng"],
    ids=["short", "long", "blank at the end", "signs", "lines", "picture", "very long", "zero"],
)
def test_any_text_can_be_a_password(tmp_path: Path, password: str) -> None:
    path = tmp_path / "a.tdkt"
    with Store.open(path, create=True, password=password) as store:
        _fill(store, 1)
    assert len(_titles(path, password)) == 1
    for other in (password[:-1] or "y", f"{password}x", password.swapcase() + " "):
        with pytest.raises(StorePasswordWrong):
            Store.open(path, password=other)


def test_letters_of_two_parts_are_the_same_letters(locked: Path) -> None:
    assert len(_titles(locked, unicodedata.normalize("NFD", PASSWORD))) == 200


def test_a_password_for_a_plain_file_is_not_asked_for(open_file: Path) -> None:
    assert len(_titles(open_file, PASSWORD)) == 200
    assert open_file.read_bytes().startswith(PLAIN)


def test_a_plain_file_is_opened_by_the_same_sqlite_as_ever(store: Store) -> None:
    with store.read() as work:
        assert isinstance(work.plans._session.db.conn, sqlite3.Connection)


def test_another_file_is_not_taken_for_one_with_a_password(tmp_path: Path) -> None:
    path = tmp_path / "lạ.tdkt"
    path.write_bytes(b"TDKT-mk")
    with pytest.raises(NotAStore):
        Store.open(path, password=PASSWORD)


def test_every_file_has_a_salt_of_its_own(locked: Path) -> None:
    assert Key.new(PASSWORD) != Key.new(PASSWORD)
    key = keys.key_of(locked, PASSWORD)
    assert key is not None
    assert key.salt.startswith(keys.MARK)
    assert key.fits(PASSWORD)
    assert not key.fits("khác")
    assert key.raw.hex() not in repr(key)


def test_deriving_costs_what_it_should(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    salt = keys.MARK + bytes(8)
    assert keys._COST * 8 * 128 == 64 * 1024 * 1024
    assert Key.derived("a", salt).raw.hex() == "b950453467cd4379f000f98438261e2b09e35e66b903ccf923242904df9946b4"


def test_where_there_is_no_sqlcipher_it_is_said(locked: Path, open_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "_cipher", None)
    before = open_file.read_bytes()
    with pytest.raises(EncryptionMissing):
        Store.open(locked, password=PASSWORD)
    with pytest.raises(EncryptionMissing):
        passwords.change(open_file, old=None, new=PASSWORD)
    assert not passwords.can_encrypt()
    assert open_file.read_bytes() == before
    assert len(_titles(open_file, None)) == 200


# set, change, take away


def test_setting_a_password(open_file: Path) -> None:
    before = rows(open_file)
    done = passwords.change(open_file, old=None, new=PASSWORD, now=ticking_clock())
    assert done.protected
    assert done.unprotected == 1
    assert rows(done.kept) == before
    assert _readable(open_file.parent) == [done.kept.name]
    with pytest.raises(StorePasswordNeeded):
        Store.open(open_file)
    assert len(_titles(open_file, PASSWORD)) == 200


def test_changing_it(locked: Path) -> None:
    done = passwords.change(locked, old=PASSWORD, new="mới hơn", now=ticking_clock())
    assert done.unprotected == 0
    assert _readable(locked.parent) == []
    with pytest.raises(StorePasswordWrong):
        Store.open(locked, password=PASSWORD)
    assert len(_titles(locked, "mới hơn")) == 200
    assert restores.verify(done.kept, password=PASSWORD).counts["plans"] == 200
    with pytest.raises(StorePasswordWrong):
        restores.verify(done.kept, password="mới hơn")


def test_taking_it_away(locked: Path) -> None:
    done = passwords.change(locked, old=PASSWORD, new=None, now=ticking_clock())
    assert not done.protected
    assert len(_titles(locked, None)) == 200
    assert len(rows(locked)["plans"]) == 200
    assert _readable(done.kept.parent) == []


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
    assert len(_titles(open_file, None)) == 200


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
    assert len(_titles(open_file, None)) == 200
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
    assert len(_titles(locked, new)) == 201


def test_a_copy_that_is_not_equal_does_not_take_the_place(open_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = recoding._copy_rows

    def forgetful(source: object, new: recoding.Database, table: str) -> None:
        real(source, new, table)  # type: ignore[arg-type]
        if table == "plans":
            new.execute("DELETE FROM plans WHERE id = 7")

    monkeypatch.setattr(recoding, "_copy_rows", forgetful)
    with pytest.raises(CopyFailed):
        passwords.change(open_file, old=None, new=PASSWORD, now=ticking_clock())
    assert len(_titles(open_file, None)) == 200
    assert [path.name for path in (open_file.parent / "co-quan-sao-luu").glob(".*")] == []


def test_no_room_for_the_new_file(open_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: object, target: Path, key: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(recoding, "transcribe", full)
    with pytest.raises(AppError) as caught:
        passwords.change(open_file, old=None, new=PASSWORD, now=ticking_clock())
    assert "đã đầy" in messages.error(caught.value)
    monkeypatch.undo()
    assert len(_titles(open_file, None)) == 200


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
    assert _readable(open_file.parent) == []


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
    assert len(_titles(locked, PASSWORD)) == 200
    assert _readable(locked.parent) == []


def test_a_plain_backup_comes_back_into_an_encrypted_file(open_file: Path) -> None:
    plain = passwords.change(open_file, old=None, new=PASSWORD, now=ticking_clock()).kept
    with Store.open(open_file, password=PASSWORD) as store:
        services = Services(store, fixed_today)
        services.plans.create(Plan("Sau đó", 2024))
        services.backups.restore(plain)
        assert store.health().sound
    assert len(_titles(open_file, PASSWORD)) == 200
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
    assert len(_titles(locked, "mới")) == 200


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
    assert len(_titles(locked, PASSWORD)) == 200


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
        _fill(store)  # so that the end of the file is plans, and not the list of tables
    size = path.stat().st_size // 4096
    with path.open("r+b") as file:
        file.truncate(size * 7 // 8 * 4096)


def _hit(path: Path) -> None:
    pages = path.stat().st_size // 4096
    _spoil(path, pages - 12, pages - 5)


@pytest.mark.parametrize(("harm", "left"), [(_hit, 200), (_cut, 40)])
def test_what_is_left_of_a_damaged_file_is_saved(locked: Path, harm: Callable[[Path], None], left: int) -> None:
    harm(locked)
    target = locked.with_name("cuu.tdkt")
    with pytest.raises(StorePasswordNeeded):
        salvage(locked, target)
    with pytest.raises(StorePasswordWrong):
        salvage(locked, target, "khác")
    salvage(locked, target, PASSWORD)
    assert len(_titles(target, PASSWORD)) >= left
    assert _readable(locked.parent) == []


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
    assert len(_titles(rescued.path, PASSWORD)) == 199
    assert _readable(locked.parent) == []


def test_a_plain_copy_left_by_a_killed_program_goes_at_the_next_opening(locked: Path) -> None:
    left = locked.parent / "co-quan-sao-luu" / ".mat-khau-abc"
    left.mkdir(parents=True)
    (left / "kho.tdkt").write_bytes(PLAIN + NAME.encode())
    with Store.open(locked, password=PASSWORD, read_only=True):
        assert left.exists()  # a program that writes may be at work on it
    Store.open(locked, password=PASSWORD).close()
    assert _readable(locked.parent) == []
    assert not left.exists()


@pytest.mark.parametrize("version", VERSIONS)
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
    assert _readable(copy.parent) == []
    passwords.change(locked, old=PASSWORD, new=None, now=ticking_clock())
    _assert_all_there(before, rows(locked))
