"""One writer at a time, told to the others, and never held by the dead."""

from __future__ import annotations

import errno
import os
import platform
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.storage import programs
from thidua_desktop.common.errors import StoreTrouble
from thidua_desktop.domain.plans import Plan
from thidua_desktop.storage import byte_lock, medium
from thidua_desktop.storage.errors import (
    DiskFull,
    FolderReadOnly,
    NoLocks,
    StoreLocked,
    StoreOpenHere,
    StorePasswordNeeded,
    StoreUnreachable,
)
from thidua_desktop.storage.lock import Held, Holder, WriterLock, at_work, lock_path, who
from thidua_desktop.storage.medium import Medium
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages

ME = Holder("lan", "pc-01", 77, "2024-06-20T14:05:00+07:00")


def test_a_second_program_is_told_who_has_the_file_and_may_read(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = platform.node()
    with programs.holder(store_path) as program:
        monkeypatch.setattr(platform, "node", lambda: "PC-02")
        with pytest.raises(StoreLocked) as caught:
            Store.open(store_path)
        assert not isinstance(caught.value, StoreOpenHere)
        assert caught.value.params["host"] == other
        sentence = messages.error(caught.value)
        assert f"trên máy {other}" in sentence
        assert str(datetime.now(tz=UTC).year) in sentence
        with Store.open(store_path, read_only=True) as reader, reader.read() as work:
            assert work.plans.of_year(2024) == ()
        program.communicate("\n")
    Store.open(store_path).close()


def test_the_file_of_a_killed_program_is_taken_over(store_path: Path) -> None:
    with programs.holder(store_path) as program:
        program.kill()
        program.communicate()
    left = who(store_path)
    assert left is not None
    assert left.pid == program.pid
    with Store.open(store_path):
        taken = who(store_path)
        assert taken is not None
        assert taken.pid == os.getpid()
    assert not lock_path(store_path).exists()


def test_a_second_store_in_the_same_program_is_refused_too(store_path: Path) -> None:
    with Store.open(store_path), pytest.raises(StoreLocked):
        Store.open(store_path)
    Store.open(store_path).close()


def test_the_lock_is_free_after_a_failed_opening(store_path: Path) -> None:
    store_path.write_bytes(b"x")
    with pytest.raises(Exception, match="not_a_store"):
        Store.open(store_path)
    WriterLock.take(store_path, ME).release()


def test_a_lock_file_without_sense_does_not_stop_anybody(store_path: Path) -> None:
    lock_path(store_path).write_bytes(b"\xff{")
    assert who(store_path) is None
    with Store.open(store_path) as store, store.write("plan.create") as work:
        work.plans.save(Plan("Kế hoạch", 2024))


def test_a_holder_that_is_still_writing_its_name_down(store_path: Path) -> None:
    taken = WriterLock.take(store_path, ME)
    lock_path(store_path).write_bytes(b"")
    with pytest.raises(Held) as caught:
        WriterLock.take(store_path, ME)
    assert caught.value.holder is None
    with pytest.raises(StoreLocked) as refused:
        Store.open(store_path)
    assert messages.error(refused.value)
    taken.release()
    taken.release()


def test_a_lock_released_between_two_steps_is_taken_afresh(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    former = WriterLock.take(store_path, ME)
    real = os.open

    def open_then_lose(path: Path, flags: int, mode: int) -> int:
        handle = real(path, flags, mode)
        monkeypatch.setattr(os, "open", real)
        former.release()  # removes the name that has just been opened
        return handle

    monkeypatch.setattr(os, "open", open_then_lose)
    taken = WriterLock.take(store_path, ME)
    assert who(store_path) == ME
    with pytest.raises(Held):
        WriterLock.take(store_path, ME)
    taken.release()


def test_a_store_tells_who_never_closed_it(store_path: Path) -> None:
    with programs.holder(store_path) as program:
        program.kill()
        program.communicate()
    with Store.open(store_path) as store:
        assert store.left_by is not None
        assert store.left_by.pid == program.pid
    with Store.open(store_path) as store:
        assert store.left_by is None


def test_the_same_person_on_the_same_computer_is_told_of_the_other_window(store_path: Path) -> None:
    with programs.holder(store_path) as program:
        with pytest.raises(StoreOpenHere) as caught:
            Store.open(store_path)
        assert "cửa sổ khác trên máy này" in messages.error(caught.value)
        program.communicate("\n")


def test_looking_at_the_lock_neither_takes_nor_changes_it(store_path: Path) -> None:
    assert at_work(store_path) is None
    assert not lock_path(store_path).exists()
    with programs.holder(store_path) as program:
        for _ in range(3):
            found = at_work(store_path)
            assert found is not None
            assert found.pid == program.pid
        program.kill()
        program.communicate()
    left = lock_path(store_path).read_bytes()
    assert at_work(store_path) is None  # its name is still there, its lock is not
    assert lock_path(store_path).read_bytes() == left
    WriterLock.take(store_path, ME).release()


def test_a_lock_without_a_readable_name_is_held_all_the_same(store_path: Path) -> None:
    taken = WriterLock.take(store_path, ME)
    assert at_work(store_path) == ME
    lock_path(store_path).write_bytes(b"")
    assert at_work(store_path) == Holder("?", "?", 0, "")
    taken.release()


def test_a_place_whose_locks_other_computers_do_not_see_is_not_written_to(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(medium, "medium_of", lambda _folder: Medium.UNLOCKED)
    before = store_path.read_bytes()
    with pytest.raises(NoLocks) as caught:
        Store.open(store_path)
    assert "chép tệp về máy này" in messages.error(caught.value)
    assert store_path.read_bytes() == before
    assert not lock_path(store_path).exists()


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOLCK, NoLocks),
        (errno.EOPNOTSUPP, NoLocks),
        (errno.ENOSYS, NoLocks),
        (errno.EINVAL, NoLocks),
        (errno.EIO, StoreUnreachable),
        (errno.ENOSPC, DiskFull),
        (errno.EROFS, FolderReadOnly),
    ],
)
def test_a_file_system_that_refuses_the_lock(
    store_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, expected: type[StoreTrouble]
) -> None:
    def refuse(_handle: int) -> bool:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(byte_lock, "take", refuse)
    with pytest.raises(expected):
        Store.open(store_path)


def test_no_password_is_asked_for_a_file_that_is_open_beside(tmp_path: Path) -> None:
    store_path = tmp_path / "khóa.tdkt"
    with Store.open(store_path, create=True, password="mật khẩu của phòng"):
        with pytest.raises(StoreOpenHere):
            Store.open(store_path)
        with pytest.raises(StorePasswordNeeded):
            Store.open(store_path, read_only=True)
    with pytest.raises(StorePasswordNeeded):
        Store.open(store_path)
