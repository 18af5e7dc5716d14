"""Office files for tests: migrated once, copied for each test; clocks that stand still or tick.

And two house rules that hold in every test: no network, nothing left in the temporary folder.
"""

from __future__ import annotations

import gc
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from thidua_desktop.services.container import Services
from thidua_desktop.storage import keys, migrations, opening, register_index
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.store import Store

# Here, before any module of tests is read: benches use the checks, too, and may be read before their folder.
pytest.register_assert_rewrite("tests.services.statistics.cross_checks", "tests.services.statistics.form_checks")

_COMPILED = Path(".pytest_cache", "compiled")
_IN_MEMORY, _ROOM = Path("/dev/shm"), 4 * 2**30
"""The memory of Linux as a drive, and how many bytes have to be free there (few containers have them)."""

_SEARCHES = (5_000, 10, 10)
"""After how many new objects garbage is looked for: seven times as many as Python's 700."""

TODAY = date(2024, 6, 20)
"""The day on which every test with ``services`` takes place, unless it brings its own."""


def pytest_configure(config: pytest.Config) -> None:
    """Let what tests start share what Python has compiled, where it may not lie beside the sources.

    Without it each of the hundred programs that are started, and killed, would compile the program anew for seconds.

    And let tests write into memory where the system has it as a drive: thousands of office files wait for the disk
    otherwise. What is killed in a test is the program, never the computer, so no test can tell.
    """
    if os.access(_IN_MEMORY, os.W_OK) and shutil.disk_usage(_IN_MEMORY).free > _ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_IN_MEMORY))
    if sys.dont_write_bytecode and sys.pycache_prefix is None:
        del os.environ["PYTHONDONTWRITEBYTECODE"]
        os.environ["PYTHONPYCACHEPREFIX"] = str(config.rootpath / _COMPILED)


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Let a worker tell of a test once, and not five times: that it passed, or all that is wrong with it.

    That it begins, was prepared, was cleaned up and ends is sent to the one who counts only where somebody looks at
    it: to pack and unpack that takes longer than most tests.
    """
    options = item.config.option
    if not hasattr(item.config, "workerinput") or options.durations is not None or options.xmlpath is not None:
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    return True


def pytest_collection_finish() -> None:
    """Leave ten thousand tests and all modules out of every later search for garbage, which would go through them."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_SEARCHES)


def fixed_today() -> date:
    return TODAY


def ticking_clock(hour: int = 14) -> Callable[[], datetime]:
    """A clock that is a second later each time it is asked."""
    moment = datetime(2024, 6, 20, hour, 5, tzinfo=UTC)

    def now() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=1)
        return moment

    return now


class NetworkUsed(AssertionError):
    """The program works without a network, so nothing may open a socket."""


_sockets: list[str] = []


def _no_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Hears every socket that Python opens, whichever library asks for it; sockets within this computer are free."""
    if event == "socket.__new__" and arguments[1] != getattr(socket, "AF_UNIX", None):
        _sockets.append(f"{event} {arguments[1:]}")
        raise NetworkUsed(event)
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        _sockets.append(f"{event} {arguments}")
        raise NetworkUsed(event)


sys.addaudithook(_no_network)  # cannot be taken back, and need not be


@pytest.fixture
def no_network() -> list[str]:
    """What was asked of the network in this test; what is in it at the end fails the test."""
    return _sockets


@pytest.fixture(scope="session", autouse=True)
def temporary_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the program takes for the temporary folder of the system."""
    tempfile.tempdir = str(tmp_path_factory.mktemp("tam"))
    return Path(tempfile.tempdir)


# Hooks, and not fixtures that every test has: eleven thousand times those cost more than many of the tests.


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    _sockets.clear()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Fails a test in which a socket was opened, even if the program swallowed the refusal.

    And one after which something lies in the temporary folder.
    """
    yield
    sockets, left = tuple(_sockets), _take_away_what_is_left()
    assert not sockets, sockets
    assert not left, left


def _take_away_what_is_left() -> list[Path]:
    """What lies in the temporary folder, which is empty then for the next test."""
    if tempfile.tempdir is None or not os.listdir(tempfile.tempdir):  # noqa: PTH208 - a path for each test takes time
        return []
    left = list(Path(tempfile.tempdir).iterdir())
    for path in left:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return left


@pytest.fixture
def cheap_derivation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys are derived at once: that takes a quarter of a second on purpose, and some tests derive dozens."""
    monkeypatch.setattr(keys, "_COST", 2**4)


@pytest.fixture(scope="session", autouse=True)
def migrated_once() -> Iterator[None]:
    """New office files get their tables page by page from the first one: all migrations take 140 ms, that takes 4.

    Older files, those with a password and those of other migrations go through them as ever. The first new file does,
    too, and so do those that other processes make.
    """
    real, known, first = migrations.migrate, migrations.MIGRATIONS, Database.in_memory()

    def migrate(db: Database) -> None:
        plain = getattr(db, "key", None) is None
        new = plain and not db.execute("SELECT 1 FROM sqlite_master").fetchone()
        if not new or migrations.MIGRATIONS is not known:
            real(db)
            return
        if not first.table_names():
            register_index.teach(first.conn)
            real(first)
        first.conn.backup(db.conn)

    with first, pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrations, "migrate", migrate)
        yield


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated office file with nothing in it; copy it, do not open it."""
    path = tmp_path_factory.mktemp("store") / "empty.tdkt"
    Store.open(path, create=True).close()
    return path


@pytest.fixture
def store_path(empty_store: Path, tmp_path: Path) -> Path:
    """An empty office file of this test's own."""
    return Path(shutil.copy(empty_store, tmp_path / "co-quan.tdkt"))


@contextmanager
def checked_before() -> Iterator[None]:
    """Files opened within are copies of one that was checked when it was made, and are not checked once more.

    That takes a third of what opening a small file takes. What the checks find is looked at in tests/storage.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "check_integrity", lambda *_: None)
        patch.setattr(migrations, "misshapen", lambda _: None)
        yield


@pytest.fixture
def store(store_path: Path) -> Iterator[Store]:
    """An open office file: empty, or as it was prepared for tests."""
    with checked_before():
        opened = Store.open(store_path, now=ticking_clock())
    with opened:
        yield opened


@pytest.fixture
def services(store: Store) -> Services:
    """All services on an empty office file; today is ``TODAY``.

    The backup before an import or a change of many records is not made (it takes longer than most tests): that it is,
    is looked at where the services are made as the program makes them (``office`` in tests/services, tests/cli).
    """
    made = Services(store, fixed_today)
    store.before_write = None
    return made
