"""An office file on a share: one computer writes, others see whole operations, and nobody leaves anything behind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.storage import computers
from tests.storage.computers import Computer
from thidua_desktop.domain.plans import Plan
from thidua_desktop.storage import connection, keys, lock, medium
from thidua_desktop.storage.connection import keeps_log, pragma
from thidua_desktop.storage.errors import (
    NoLocks,
    StoreBusy,
    StoreKeepsLog,
    StoreLocked,
    StoreReadOnly,
    StoreUnfinished,
)
from thidua_desktop.storage.medium import Medium
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every folder is one of a share."""
    monkeypatch.setattr(medium, "medium_of", lambda _folder: Medium.SHARED)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _add(store: Store, title: str) -> None:
    with store.write("plan.create") as work:
        work.plans.save(Plan(title, 2024))


def _titles(path: Path, **how: bool) -> list[str]:
    with Store.open(path, **how) as store, store.read() as work:
        return [plan.title for plan in work.plans.of_year(2024)]


def test_a_writer_keeps_a_rollback_journal_and_leaves_one_file(share: None, store_path: Path) -> None:
    with Store.open(store_path) as store:
        _add(store, "Kế hoạch")
        with store.read() as work:
            assert pragma(work.plans._session.db, "journal_mode") == "truncate"
            assert pragma(work.plans._session.db, "synchronous") == 2
        assert _names(store_path.parent) == [
            "co-quan.tdkt",
            "co-quan.tdkt-journal",
            "co-quan.tdkt.lock",
        ]
    assert _names(store_path.parent) == ["co-quan.tdkt"]
    assert not keeps_log(store_path)


def test_a_file_carried_to_a_share_and_back(store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Carried after a power cut, so that the last operation lies in the log beside it."""
    here = Store.open(store_path)
    _add(here, "Trước khi mang đi")
    away = tmp_path / "mạng"
    away.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(f"{store_path}{suffix}", away)
    here.close()
    carried = away / store_path.name
    assert keeps_log(carried)

    monkeypatch.setattr(medium, "medium_of", lambda _folder: Medium.SHARED)
    with Store.open(carried) as store:
        assert "co-quan.tdkt-shm" not in _names(away)
        assert "co-quan.tdkt-wal" not in _names(away)
        _add(store, "Trên mạng")
    assert _names(away) == [store_path.name]

    monkeypatch.setattr(medium, "medium_of", lambda _folder: Medium.LOCAL)
    with Store.open(carried) as store:
        with store.read() as work:
            assert pragma(work.plans._session.db, "journal_mode") == "wal"
        _add(store, "Mang về")
    assert _titles(carried) == ["Trước khi mang đi", "Trên mạng", "Mang về"]


def test_a_file_with_a_password_too(share: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_COST", 2**4)
    path = tmp_path / "co-quan.tdkt"
    with monkeypatch.context() as at_home:
        at_home.setattr(medium, "medium_of", lambda _folder: Medium.LOCAL)
        with Store.open(path, create=True, password="mật khẩu") as store:
            _add(store, "Ở nhà")
    with pytest.raises(StoreKeepsLog):
        Store.open(path, read_only=True, password="mật khẩu")
    with Store.open(path, password="mật khẩu") as store:
        _add(store, "Trên mạng")
        with Store.open(path, read_only=True, password="mật khẩu") as reader, reader.read() as work:
            assert [plan.title for plan in work.plans.of_year(2024)] == ["Ở nhà", "Trên mạng"]
    assert _names(tmp_path) == [path.name]


def test_another_computer_sees_whole_operations_only(store_path: Path) -> None:
    with (
        Computer("PC-01", store_path, computers.BUSY_WRITER) as writer,
        Computer("PC-02", store_path, computers.READER) as reader,
    ):
        seen: list[int] = []
        while len(set(seen)) < 6:
            entries, plans, tasks, *names = reader.ask().split(" ")
            assert (int(entries), int(tasks)) == (int(plans), 5 * int(plans))
            assert set(names) <= {"co-quan.tdkt", "co-quan.tdkt-journal", "co-quan.tdkt.lock"}
            seen.append(int(plans))
        assert seen == sorted(seen)
        done = writer.die().split()
    assert len(_titles(store_path)) >= max(int(number) for number in done or ["0"])


def test_a_new_operation_is_seen_with_the_next_reading(store_path: Path) -> None:
    with (
        Computer("PC-01", store_path, computers.WRITER) as writer,
        Computer("PC-02", store_path, computers.READER) as reader,
    ):
        for number in range(1, 6):
            assert writer.ask() == str(number)
            assert reader.ask().split(" ")[1] == str(number)
        writer.end()
        assert reader.ask().split(" ")[1] == "5"


def test_looking_changes_nothing_in_the_folder(share: None, store_path: Path) -> None:
    with Store.open(store_path) as store:
        _add(store, "Kế hoạch")
    folder = store_path.parent
    before = (store_path.read_bytes(), store_path.stat().st_mtime_ns, folder.stat().st_mtime_ns)
    with Store.open(store_path, read_only=True) as reader:
        with reader.read() as work:
            assert len(work.plans.of_year(2024)) == 1
        assert reader.position()
        with pytest.raises(StoreReadOnly), reader.write("plan.create"):
            pass
    assert (store_path.read_bytes(), store_path.stat().st_mtime_ns, folder.stat().st_mtime_ns) == before


def test_a_file_that_keeps_a_log_is_not_opened_for_reading_on_a_share(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody has it open on the very computer that shares the folder: the log cannot be followed from here."""
    with Store.open(store_path) as at_the_server:
        _add(at_the_server, "Kế hoạch")
        monkeypatch.setattr(medium, "medium_of", lambda _folder: Medium.SHARED)
        with pytest.raises(StoreKeepsLog) as caught:
            Store.open(store_path, read_only=True)
        assert "chép về máy này để xem" in messages.error(caught.value)
    assert _names(store_path.parent) == [store_path.name]


def test_the_second_computer_is_told_who_writes_and_takes_over_when_that_one_dies(
    share: None, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platform.node", lambda: "PC-02")
    with Computer("PC-01", store_path, computers.WRITER) as writer:
        assert writer.ask() == "1"
        with pytest.raises(StoreLocked) as caught:
            Store.open(store_path)
        assert "trên máy PC-01" in messages.error(caught.value)
        at_work = lock.at_work(store_path)
        assert at_work is not None
        assert (at_work.host, at_work.here) == ("PC-01", False)
    assert lock.at_work(store_path) is None
    with Store.open(store_path) as store:
        assert store.left_by is not None
        assert store.left_by.host == "PC-01"
        _add(store, "Máy thứ hai")
    assert _titles(store_path) == ["Kế hoạch 1", "Máy thứ hai"]


def test_what_a_dead_computer_left_half_done_is_taken_back_by_the_next_writer(share: None, store_path: Path) -> None:
    Store.open(store_path).close()
    with (
        Computer("PC-03", store_path, computers.READER) as reader,
        Computer("PC-01", store_path, computers.STUCK_WRITER) as stuck,
    ):
        assert store_path.with_name("co-quan.tdkt-journal").stat().st_size > 0
        stuck.die()
        assert reader.ask() == "store.unfinished"
        with pytest.raises(StoreUnfinished) as caught:
            Store.open(store_path, read_only=True)
        assert "mở tệp để sửa" in messages.error(caught.value)
        with Store.open(store_path) as store:
            assert store.health().sound
            _add(store, "Sau đó")
            assert reader.ask().split(" ")[:3] == ["1", "1", "0"]
    assert _titles(store_path, read_only=True) == ["Sau đó"]


def test_who_reads_while_another_writes_for_long_is_told_after_a_while(
    share: None, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_WAIT_MS", 50)
    with Computer("PC-01", store_path, computers.STUCK_WRITER):
        with pytest.raises(StoreBusy) as caught:
            Store.open(store_path, read_only=True)
        assert "đợi một lát" in messages.error(caught.value)


@pytest.mark.parametrize("read_only", [False, True])
def test_where_locks_do_not_hold_nothing_is_opened(
    store_path: Path, monkeypatch: pytest.MonkeyPatch, read_only: bool
) -> None:
    monkeypatch.setattr(medium, "medium_of", lambda _folder: Medium.UNLOCKED)
    with pytest.raises(NoLocks):
        Store.open(store_path, read_only=read_only)
    assert _names(store_path.parent) == [store_path.name]


def _survives(store_path: Path, kills: int) -> None:
    done = 0
    for _ in range(kills):
        with Computer("PC-01", store_path, computers.BUSY_WRITER) as writer:
            told = [int(writer.hear()) for _ in range(3)] + [int(number) for number in writer.die().split()]
        with Store.open(store_path) as store:
            assert store.left_by is not None
            assert store.health().sound
            kept = store.health().counts["plans"]
        assert kept in (told[-1], told[-1] + 1)  # the last may have been done and not been told
        assert told[0] == done + 1
        done = kept


def test_a_killed_writer_loses_nothing_that_it_reported(share: None, store_path: Path) -> None:
    _survives(store_path, 2)


@pytest.mark.torture
@pytest.mark.timeout(600)
def test_a_writer_killed_again_and_again_loses_nothing(share: None, store_path: Path) -> None:
    _survives(store_path, 100)
