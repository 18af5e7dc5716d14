"""Nothing of the program's own stays behind: no half-written file, no copy made on trial, whatever a job comes to.

That nothing stays in the temporary folder of the system is watched by a fixture of every test.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import fixed_today
from tests.services.drafts import DRAFT
from thidua_desktop import bootstrap
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import packages, rescue, restores
from thidua_desktop.services.container import Services
from thidua_desktop.services.reporting import Format
from thidua_desktop.storage import attachments, keys
from thidua_desktop.storage.attachments import Attachments
from thidua_desktop.storage.store import Store

Job = Callable[[Path], object]


def _with(job: Callable[[Services, Path], object]) -> Job:
    def run(path: Path) -> object:
        with Store.open(path) as store:
            return job(Services(store, fixed_today), path.parent)

    return run


def _paper(format_: Format) -> Job:
    return _with(lambda s, folder: s.reporting.plan_annex(PlanId(1), folder / f"ra.{format_.value}", format_))


JOBS: dict[str, Job] = {
    "import": _with(lambda s, _: s.imports.store_plan(DRAFT)),
    "backup": _with(lambda s, _: s.backups.make(Reason.BY_HAND)),
    "restore": _with(lambda s, folder: s.backups.restore(folder / "goc.tdkt")),
    "verify": lambda path: restores.verify(path.with_name("goc.tdkt")),
    "restore closed": lambda path: restores.restore_closed(path, path.with_name("goc.tdkt")),
    "rescue": rescue.rescue,
    "password": lambda path: bootstrap.change_password(path, old=None, new="mật khẩu"),
    "copy": _with(lambda s, folder: s.office.save_copy(folder / "ban-sao.tdkt")),
    "package": _with(lambda s, folder: s.packages.make(folder / "ra.tdgoi")),
    "package with password": _with(lambda s, folder: s.packages.make(folder / "ra.tdgoi", password="x")),
    "open package": lambda path: packages.open_package(path.with_name("goc.tdgoi"), path.with_name("nhan.tdkt")),
    "verify package": lambda path: packages.verify(path.with_name("goc.tdgoi")),
    "tracker": _with(lambda s, folder: s.trackers.export(2024, folder / "ra.xlsx")),
    "pdf": _paper(Format.PDF),
    "word": _paper(Format.DOCX),
    "excel": _paper(Format.XLSX),
    "calendar file": _with(lambda s, folder: s.reporting.calendar(2024, folder / "ra.ics", Format.ICS)),
}


@pytest.fixture(scope="module")
def prepared(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an office file of a plan and an attachment, a backup and a package of it."""
    folder = tmp_path_factory.mktemp("san")
    path = Path(shutil.copy(empty_store, folder / "co-quan.tdkt"))
    scan = folder / "quet.pdf"
    scan.write_bytes(b"%PDF")
    Attachments(attachments.folder_of(path)).keep(scan)
    with Store.open(path) as store:
        services = Services(store, fixed_today)
        services.plans.create(Plan("Kế hoạch", 2024))
        services.office.save_copy(folder / "goc.tdkt")
        services.packages.make(folder / "goc.tdgoi")
        services.plans.create(Plan("Kế hoạch khác", 2024))
    return folder


@pytest.fixture
def path(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The prepared office file in a folder of this test's own."""
    monkeypatch.setattr(keys, "_COST", 2**4)
    monkeypatch.setattr(bootstrap, "data_folder", lambda: tmp_path)
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    return tmp_path / "co-quan.tdkt"


def hidden(folder: Path) -> list[str]:
    """What the program makes for itself begins with a dot; what SQLite makes ends with its own names."""
    ours = [path for path in folder.rglob("*") if path.name.startswith(".")]
    logs = [path for path in folder.rglob("*") if path.name.endswith(("-journal", "-wal", "-shm"))]
    return sorted(str(path.relative_to(folder)) for path in (*ours, *logs))


@pytest.mark.parametrize("job", JOBS.values(), ids=JOBS)
def test_a_job_that_is_done_leaves_its_result_alone(path: Path, job: Job) -> None:
    job(path)
    assert hidden(path.parent) == []


def _refuse(number: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace", "shutil.copyfile"])
@pytest.mark.parametrize("job", JOBS.values(), ids=JOBS)
def test_a_job_that_fails_leaves_nothing(path: Path, job: Job, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {each.name for each in path.parent.iterdir()}
    monkeypatch.setattr(call, _refuse(errno.ENOSPC))
    with suppress(AppError):  # said in a sentence; anything else would be a fall of the program
        job(path)
    monkeypatch.undo()
    assert hidden(path.parent) == []
    results = {"ra.tdgoi", "ra.pdf", "ra.docx", "ra.xlsx", "ra.ics", "ban-sao.tdkt", "nhan.tdkt", "nhan-dinh-kem"}
    made = {each.name for each in path.parent.iterdir()} - before
    assert not made & results or call != "pathlib.Path.replace", made
