"""What keeps a file from being written is told in a sentence, and the former one stays."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxwriter.exceptions import FileCreateError

from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.container import Services
from thidua_desktop.services.outgoing import FileRefused, NoRoomForFile, PlaceUnreachable
from thidua_desktop.services.reporting import Format
from thidua_desktop.wording import messages

REFUSED = {
    errno.ENOSPC: NoRoomForFile,
    errno.EACCES: FileRefused,
    errno.EROFS: FileRefused,
    errno.EIO: PlaceUnreachable,
    errno.ENOENT: PlaceUnreachable,
}

PAPERS: dict[str, Callable[[Services, Path], Path]] = {
    "tracker": lambda s, out: s.trackers.export(2024, out),
    "pdf": lambda s, out: s.reporting.plan_annex(PlanId(1), out, Format.PDF),
    "word": lambda s, out: s.reporting.plan_annex(PlanId(1), out, Format.DOCX),
    "excel": lambda s, out: s.reporting.plan_annex(PlanId(1), out, Format.XLSX),
    "calendar": lambda s, out: s.reporting.calendar(2024, out, Format.ICS),
}


@pytest.mark.parametrize("number", REFUSED, ids=[errno.errorcode[number] for number in REFUSED])
@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_paper_that_cannot_be_written(
    services: Services,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    paper: Callable[[Services, Path], Path],
    number: int,
) -> None:
    services.plans.create(Plan("Kế hoạch", 2024))
    out = tmp_path / "ra"
    out.write_bytes(b"ban cu")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", fail)  # as when Excel has the file open
    with pytest.raises(FileTrouble) as caught:
        paper(services, out)
    monkeypatch.undo()
    assert type(caught.value) is REFUSED[number]
    assert "“ra”" in messages.error(caught.value)
    assert out.read_bytes() == b"ban cu"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_folder_that_is_a_file(services: Services, tmp_path: Path, paper: Callable[[Services, Path], Path]) -> None:
    services.plans.create(Plan("Kế hoạch", 2024))
    (tmp_path / "tep").write_bytes(b"")
    with pytest.raises(FileTrouble):
        paper(services, tmp_path / "tep" / "ra")


def test_the_library_of_workbooks_says_what_the_system_said(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It wraps the error of the system in one of its own, which is no ``OSError``."""
    services.plans.create(Plan("Kế hoạch", 2024))

    def fail(*_: object) -> None:
        raise FileCreateError(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))

    monkeypatch.setattr("xlsxwriter.Workbook.close", fail)
    for paper in ("tracker", "excel"):
        with pytest.raises(NoRoomForFile):
            PAPERS[paper](services, tmp_path / "ra.xlsx")
