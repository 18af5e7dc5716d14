"""A folder of lists: what came of each file, and storing those that need nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services import lists_made
from thidua_desktop.common.progress import Cancelled, Progress, watched
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.domain.nominations import Round
from thidua_desktop.domain.units import Unit
from thidua_desktop.services import list_folders
from thidua_desktop.services.container import Services
from thidua_desktop.services.list_folders import FileOutcome, FolderFile, FolderTooFull, FolderUnreadable


@pytest.fixture
def round_id(services: Services) -> RoundId:
    services.units.save(Unit("Sở Y tế"))
    return RoundId(services.nominations.save_round(Round("Tổng kết năm 2024", 2024)).created[0])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "danh-sach"
    (folder / "so-khac").mkdir(parents=True)
    lists_made.ordinary(folder)
    lists_made.unclear(folder / "so-khac")
    (folder / "anh.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(64))
    (folder / "~$so-y-te.xlsx").write_bytes(b"lock")
    return folder


def _read(services: Services, folder: Path, round_id: RoundId) -> dict[str, FolderFile]:
    found = services.list_folders.read_folder(folder, ListTarget.NOMINATIONS, round_id=round_id)
    return {file.path.name: file for file in found}


def test_every_file_has_its_outcome_and_sentence(services: Services, folder: Path, round_id: RoundId) -> None:
    files = _read(services, folder, round_id)
    assert {name: file.outcome for name, file in files.items()} == {
        "anh.jpg": FileOutcome.REFUSED,
        "so-y-te.xlsx": FileOutcome.READY,
        "so-khac.xlsx": FileOutcome.NEEDS_CLERK,
    }
    assert files["so-y-te.xlsx"].sentence == "Đọc được 3 dòng, tự sửa 1 dòng; nhập được ngay."
    assert files["so-khac.xlsx"].sentence == "Đọc được 3 dòng, trong đó 1 dòng chưa nhập được."
    assert "ảnh" in files["anh.jpg"].sentence


def test_clean_files_are_stored_each_as_one_operation(services: Services, folder: Path, round_id: RoundId) -> None:
    lists_made.workbook(folder / "so-ba.xlsx", [(1, "Bà Phạm Thị Mai", 1990, None, "Y sĩ", "Sở Y tế", "LĐTT")])
    files = _read(services, folder, round_id)
    stored = list(services.list_folders.store_clean(files.values()))
    assert [(file.path.name, file.stored) for file in stored] == [("so-ba.xlsx", True), ("so-y-te.xlsx", True)]
    assert stored[1].sentence == "Đã nhập 3 dòng."
    services.units.save(Unit("Sở Công Thương"))
    assert services.list_batches.last_kept() == stored[1].entry is not None, "what was done elsewhere is no list"
    services.undo.undo()
    assert len(services.nominations.of_round(round_id)) == 4
    services.undo.undo()
    assert [line.name for line in services.nominations.of_round(round_id)] == ["Phạm Thị Mai"]
    again = _read(services, folder, round_id)
    assert again["so-ba.xlsx"].outcome is FileOutcome.ALREADY
    assert again["so-y-te.xlsx"].outcome is FileOutcome.READY


def test_a_line_that_two_units_send_is_not_stored_twice(services: Services, folder: Path, round_id: RoundId) -> None:
    lists_made.workbook(folder / "trung.xlsx", [lists_made.WOMAN])
    files = _read(services, folder, round_id)
    stored = {file.path.name: file for file in services.list_folders.store_clean(files.values())}
    assert stored["so-y-te.xlsx"].stored
    assert not stored["trung.xlsx"].stored
    assert stored["trung.xlsx"].outcome is FileOutcome.ALREADY
    assert len(services.nominations.of_round(round_id)) == 3


def test_the_work_can_be_stopped_between_files(services: Services, folder: Path, round_id: RoundId) -> None:
    progress = Progress()
    found = services.list_folders.read_folder(folder, ListTarget.NOMINATIONS, round_id=round_id)
    with watched(progress), pytest.raises(Cancelled):
        next(found)
        progress.cancel()
        next(found)


def test_a_folder_that_is_none_is_said(
    services: Services, folder: Path, round_id: RoundId, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FolderUnreadable):
        _read(services, folder / "khong-co", round_id)
    monkeypatch.setattr(list_folders, "MOST_FILES", 2)
    with pytest.raises(FolderTooFull):
        _read(services, folder, round_id)
