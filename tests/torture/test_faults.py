"""A drive that fails or is full at any moment: the operation says so, and the file holds what it held."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from tests.conftest import fixed_today
from tests.services.drafts import DRAFT
from tests.storage.test_old_stores import FOLDER, rows
from tests.torture.faults import Drive, faulty_drive
from tests.torture.killing import REPOSITORY
from tests.torture.states import State, state_of
from thidua_desktop.common.errors import AppError, StoreTrouble
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.container import Services
from thidua_desktop.storage import migrations
from thidua_desktop.storage.connection import connect, keep_journal, pragma
from thidua_desktop.storage.errors import BackupDamaged, CopyFailed, DiskFull, FolderReadOnly, StoreUnreachable
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages

PLAN, TASK = PlanId(1), TaskId(1)
FEW = (1, 2, 3, 5, 8, 13, 22, 40, 70, 130, 300, 800)

Operation = Callable[[Services], object]


def _edit(services: Services) -> object:
    return services.tasks.save(replace(services.tasks.get(TASK), note=f"Sửa {services.history.recent(1)[0].id}"))


def _import(services: Services) -> object:
    return services.imports.store_plan(DRAFT)


def _bulk(services: Services) -> object:
    return services.tasks.save_many([Task(PLAN, "Nhiệm vụ " * 50, 2024, lead=("Sở Y tế",)) for _ in range(60)])


def _backup(services: Services) -> object:
    return services.backups.make(Reason.BY_HAND)


def _restore(services: Services) -> object:
    return services.backups.restore(services.path.with_name("goc.tdkt"))


def _undo(services: Services) -> object:
    return services.undo.undo()


OPERATIONS: dict[str, Operation] = {
    "edit": _edit,
    "import": _import,
    "bulk": _bulk,
    "backup": _backup,
    "restore": _restore,
    "undo": _undo,
}


@pytest.fixture
def drive() -> Iterator[Drive]:
    with faulty_drive() as drive:
        yield drive


@pytest.fixture(scope="module")
def prepared(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an office file of a plan and some tasks, its backups, and a copy of an earlier state."""
    folder = tmp_path_factory.mktemp("prepared")
    path = Path(shutil.copy(empty_store, folder / "co-quan.tdkt"))
    with Store.open(path) as store:
        services = Services(store, fixed_today)
        services.plans.create(Plan("Kế hoạch", 2024))
        store.copy_to(path.with_name("goc.tdkt"))
        services.tasks.save_many([Task(PLAN, f"Nhiệm vụ {number}", 2024) for number in range(10)])
    return folder


@pytest.fixture
def office(drive: Drive, sound_office: Services) -> Services:
    """Services on a faulty drive, with all that has been prepared."""
    del drive  # asked for first, so that the files of the office lie on it
    return sound_office


@pytest.fixture
def sound_office(prepared: Path, tmp_path: Path) -> Iterator[Services]:
    """Services with all that has been prepared, on whatever drive the test has: making a faulty one takes a while."""
    folder = shutil.copytree(prepared, tmp_path / "co-quan")
    with Store.open(folder / "co-quan.tdkt") as store:
        yield Services(store, fixed_today)


_GONE = (StoreUnreachable, CopyFailed, BackupDamaged)
"""A drive that goes away while a copy is being checked looks like a bad copy: SQLite's check only reports."""


def _fails_or_is_done(
    office: Services, drive: Drive, operation: Operation, before: State, at: int, *, full: bool
) -> bool:
    """Run an operation on a drive that fails at one call; gives whether it came so far.

    An operation that fails leaves the file as it was ``before``. One that is done before it comes so far is the last.
    """
    try:
        with drive.failing(at, full=full):
            operation(office)
    except AppError as trouble:
        assert messages.error(trouble)
        assert isinstance(trouble, (DiskFull,) if full else _GONE), trouble
        assert state_of(office.path) == before
        assert [left for left in office.path.parent.rglob(".*") if left.name != ".lock"] == []
    return drive.reached


def _sweep(office: Services, drive: Drive, operation: Operation, calls: Iterable[int], *, full: bool) -> int:
    faults, before = 0, state_of(office.path)
    for at in calls:
        if not _fails_or_is_done(office, drive, operation, before, at, full=full):
            break
        faults += 1
    assert office.office.health().sound
    office.plans.create(Plan("Sau khi ổ đĩa trở lại", 2024))
    office.close()
    with Store.open(office.path) as store:
        assert store.health().sound
        assert "Sau khi ổ đĩa trở lại" in [plan.title for plan in _plans(store)]
    return faults


def _plans(store: Store) -> tuple[Plan, ...]:
    with store.read() as work:
        return work.plans.of_year(2024)


@pytest.mark.parametrize("full", [False, True], ids=["gone", "full"])
@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_the_drive_fails_in_the_middle(office: Services, drive: Drive, operation: Operation, full: bool) -> None:
    assert _sweep(office, drive, operation, FEW, full=full) >= 3


@pytest.mark.torture
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("full", [False, True], ids=["gone", "full"])
@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_the_drive_fails_at_every_single_call(
    office: Services, drive: Drive, operation: Operation, full: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    faults = _sweep(office, drive, operation, count(1), full=full)
    with capsys.disabled():
        print(f"\n{operation.__name__}: {faults} places to fail ({'full' if full else 'gone'})")  # noqa: T201


def test_a_change_of_the_journal_is_done_or_says_that_it_is_not(drive: Drive, store_path: Path) -> None:
    """SQLite answers this statement before it has written: whoever does not read to the end misses the error."""
    copy = store_path.with_name("ban-sao.tdkt")
    for at in range(1, 40):
        db = connect(store_path)
        keep_journal(db, "WAL")
        try:
            with drive.failing(at, full=True):
                keep_journal(db, "DELETE")
        except sqlite3.OperationalError as error:
            assert error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL
        else:
            shutil.copy(store_path, copy)  # the bytes as they are, before anything can mend them
            with closing(connect(copy)) as kept:
                assert pragma(kept, "journal_mode") == "delete", at
        db.close()
        if not drive.reached:
            break
    assert at > 3


@pytest.mark.parametrize("full", [False, True], ids=["gone", "full"])
def test_the_drive_fails_while_an_older_file_is_upgraded(drive: Drive, tmp_path: Path, full: bool) -> None:
    path = Path(shutil.copy(FOLDER / "version-1.tdkt", tmp_path / "cu.tdkt"))
    before = rows(path)
    for at in FEW:
        try:
            with drive.failing(at, full=full):
                Store.open(path).close()
        except StoreTrouble as trouble:
            assert messages.error(trouble)
        if not drive.reached:
            break
        kept = rows(path)
        for name in before.keys() - {"entry_rows"}:
            assert [_narrowed(row, before[name]) for row in kept[name]] == before[name], name
    with Store.open(path) as store:
        assert store.health().sound
        assert store.health().version == migrations.version()


def _narrowed(row: dict[str, object], former: list[dict[str, object]]) -> dict[str, object]:
    """The row without the columns that a newer schema added."""
    return {name: value for name, value in row.items() if not former or name in former[0]}


def _trouble(number: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


SYSTEM = {
    errno.ENOSPC: DiskFull,
    errno.EROFS: FolderReadOnly,
    errno.EACCES: FolderReadOnly,
    errno.EIO: StoreUnreachable,
}


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.touch", "shutil.copyfile"])
@pytest.mark.parametrize("number", SYSTEM, ids=[errno.errorcode[number] for number in SYSTEM])
@pytest.mark.parametrize("operation", [_restore, _import])
def test_the_system_refuses(
    sound_office: Services, monkeypatch: pytest.MonkeyPatch, operation: Operation, number: int, call: str
) -> None:
    _bulk(sound_office)
    kept, before = sound_office.backups.all(), state_of(sound_office.path)
    _edit(sound_office)
    changed = state_of(sound_office.path)
    monkeypatch.setattr(call, _trouble(number))
    with pytest.raises(SYSTEM[number]):
        operation(sound_office)
    monkeypatch.undo()
    assert state_of(sound_office.path) == changed != before
    assert sound_office.backups.all() == kept
    assert [path.name for path in sound_office.backups.folder.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_was_removed(sound_office: Services) -> None:
    shutil.rmtree(sound_office.path.parent)
    for operation in (_edit, _import, _bulk, _backup, _restore):
        with pytest.raises(StoreTrouble) as caught:
            operation(sound_office)
        assert messages.error(caught.value)
        assert not sound_office.path.exists()


def test_a_file_that_another_program_has_replaced(sound_office: Services) -> None:
    other = sound_office.path.with_name("khac.tdkt")
    shutil.copy(sound_office.path, other)
    if sys.platform == "win32":
        with pytest.raises(PermissionError):
            other.replace(sound_office.path)
        return
    other.replace(sound_office.path)
    with pytest.raises(StoreUnreachable):
        _edit(sound_office)


_LIMITED = """
import resource, signal, sys
from pathlib import Path
from datetime import date
from thidua_desktop import bootstrap
from thidua_desktop.common.errors import StoreTrouble
from thidua_desktop.domain.plans import Plan
path = Path(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
services = bootstrap.open_services(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + int(sys.argv[2]),) * 2)
made = 0
try:
    while True:
        services.plans.create(Plan("Kế hoạch " * 200, 2024))
        made += 1
except StoreTrouble as trouble:
    print(made, trouble.code, flush=True)
"""

if sys.platform != "win32":

    @pytest.mark.parametrize("room", [-150_000, -100_001, 1])
    def test_a_quota_that_is_used_up(store_path: Path, room: int) -> None:
        """The limit of the system on the size of a file stands for a quota: SQLite meets a real refusal."""
        answer = subprocess.run(
            [sys.executable, "-c", _LIMITED, str(store_path), str(room)],
            capture_output=True,
            text=True,
            cwd=REPOSITORY,
            check=True,
        )
        made, code = answer.stdout.split()
        assert code in ("store.disk_full", "store.unreachable")
        with Store.open(store_path) as store:
            assert store.health().sound
            assert len(_plans(store)) == int(made)

    def test_a_folder_without_write_permission(sound_office: Services, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = sound_office.path.parent
        before = state_of(sound_office.path)
        folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
        try:
            if os.geteuid() == 0:  # the superuser is not refused by permissions: let the system call say it
                monkeypatch.setattr(os, "mkdir", _trouble(errno.EACCES))
            with pytest.raises(FolderReadOnly):
                _backup(sound_office)
        finally:
            folder.chmod(stat.S_IRWXU)
        assert state_of(sound_office.path) == before
