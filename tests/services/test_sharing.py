"""Who only looks learns who writes, when something was written, and when the file is another one."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tests.conftest import fixed_today
from tests.storage import computers
from tests.storage.computers import Computer
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.container import Services
from thidua_desktop.storage import medium
from thidua_desktop.storage.errors import StoreUnreachable
from thidua_desktop.storage.medium import Medium
from thidua_desktop.storage.store import Store


@pytest.fixture(params=[Medium.LOCAL, Medium.SHARED])
def path(request: pytest.FixtureRequest, store_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office file on a drive of this computer, then one on a share."""
    monkeypatch.setattr(medium, "medium_of", lambda _folder: request.param)
    Store.open(store_path).close()
    return store_path


def test_a_reader_follows_a_writer_from_beginning_to_end(path: Path) -> None:
    with Store.open(path, read_only=True) as store:
        sharing = Services(store, fixed_today).sharing
        assert sharing.possible
        assert sharing.look().writer is None
        here = medium.medium_of(path.parent).name
        with Computer("PC-01", path, computers.WRITER, medium=here) as other:
            before = sharing.look()
            assert before.writer is not None
            assert (before.writer.host, before.writer.here) == ("PC-01", False)
            assert isinstance(before.writer.since, datetime)
            assert sharing.look() == before
            other.ask()
            after = sharing.look()
            assert after.position != before.position
            assert after.writer == before.writer
            other.die()
        assert sharing.look() == type(after)(None, after.position)


def test_the_same_person_here_is_told_apart(path: Path) -> None:
    with Store.open(path), Store.open(path, read_only=True) as store:
        writer = Services(store, fixed_today).sharing.look().writer
        assert writer is not None
        assert writer.here


def test_who_writes_has_nobody_to_follow(path: Path) -> None:
    with Store.open(path) as store:
        assert not Services(store, fixed_today).sharing.possible
        assert Services(store, fixed_today).sharing.left_by() is None


def test_who_died_is_named_to_the_next(path: Path) -> None:
    with Computer("PC-01", path, computers.HOLDER) as other:
        other.die()
    with Store.open(path) as store:
        left_by = Services(store, fixed_today).sharing.left_by()
        assert left_by is not None
        assert left_by.host == "PC-01"


if sys.platform != "win32":  # where nobody takes the name of an open file, or of its folder

    def test_another_file_under_the_name_is_noticed(path: Path) -> None:
        other = Path(shutil.copy(path, path.with_name("khác.tdkt")))
        with Store.open(path, read_only=True) as store:
            sharing = Services(store, fixed_today).sharing
            assert not sharing.look().replaced
            other.replace(path)
            assert sharing.look().replaced

    def test_a_drive_that_comes_back_is_read_again(path: Path) -> None:
        with Store.open(path) as writer:
            Services(writer, fixed_today).plans.create(Plan("Kế hoạch", 2024))
        with Store.open(path, read_only=True) as store:
            services = Services(store, fixed_today)
            before = services.sharing.look()
            away = path.parent.rename(path.parent.with_name("đã rút"))
            with pytest.raises(StoreUnreachable):
                services.sharing.look()
            away.rename(path.parent)
            assert services.sharing.look() == before


def test_a_connection_that_failed_is_not_used_again(path: Path) -> None:
    with Store.open(path, read_only=True) as store:
        failing = sqlite3.OperationalError("disk I/O error")
        failing.sqlite_errorcode = sqlite3.SQLITE_IOERR
        with store.read() as work:
            first = work.plans._session
        with pytest.raises(StoreUnreachable), store.read():
            raise failing
        with store.read() as work:
            assert work.plans._session is not first
