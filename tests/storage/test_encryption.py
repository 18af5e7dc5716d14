"""A file with a password: nothing of it can be read without, and everything else works as in a plain one."""

from __future__ import annotations

import sqlite3
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import fixed_today
from tests.storage.locked import NAME, PASSWORD, PLAIN, fill, readable, titles
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import passwords
from thidua_desktop.services.container import Services
from thidua_desktop.storage import driver, keys, lock
from thidua_desktop.storage.errors import (
    EncryptionMissing,
    NotAStore,
    StorePasswordNeeded,
    StorePasswordWrong,
)
from thidua_desktop.storage.keys import Key
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages

pytestmark = pytest.mark.usefixtures("cheap_derivation")


def test_nothing_can_be_read_in_the_file_its_log_or_its_backups(locked: Path) -> None:
    with Store.open(locked, password=PASSWORD) as store:
        services = Services(store, fixed_today)
        services.plans.create(Plan(f"{NAME} trong nhật ký ghi trước", 2024))
        assert locked.with_name(f"{locked.name}-wal").stat().st_size > 0
        services.backups.make(Reason.BY_HAND)
        services.office.save_copy(locked.with_name("bản sao.tdkt"))
        assert readable(locked.parent) == []
    assert len(list(locked.parent.rglob("*.tdkt"))) == 3


def test_the_search_for_readable_names_finds_them(open_file: Path) -> None:
    assert readable(open_file.parent) == [open_file.name]


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
    assert len(titles(locked, PASSWORD)) == 200
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
        fill(store, 1)
    assert len(titles(path, password)) == 1
    for other in (password[:-1] or "y", f"{password}x", password.swapcase() + " "):
        with pytest.raises(StorePasswordWrong):
            Store.open(path, password=other)


def test_letters_of_two_parts_are_the_same_letters(locked: Path) -> None:
    assert len(titles(locked, unicodedata.normalize("NFD", PASSWORD))) == 200


def test_a_password_for_a_plain_file_is_not_asked_for(open_file: Path) -> None:
    assert len(titles(open_file, PASSWORD)) == 200
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
    assert len(titles(open_file, None)) == 200
