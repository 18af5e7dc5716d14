"""A copy of a file that cannot be opened where it lies holds every finished operation."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.storage import computers
from tests.storage.computers import Computer
from thidua_desktop.domain.plans import Plan
from thidua_desktop.storage import carrying, medium
from thidua_desktop.storage.attachments import Attachments, folder_of
from thidua_desktop.storage.carrying import carry
from thidua_desktop.storage.errors import StoreBusy
from thidua_desktop.storage.medium import Medium
from thidua_desktop.storage.store import Store


def _titles(path: Path) -> list[str]:
    with Store.open(path) as store, store.read() as work:
        return [plan.title for plan in work.plans.of_year(2024)]


def test_what_lies_in_the_log_comes_along(store_path: Path, tmp_path: Path) -> None:
    target = tmp_path / "chép" / "bản chép.tdkt"
    with Store.open(store_path) as store:
        with store.write("plan.create") as work:
            work.plans.save(Plan("Còn trong nhật ký của SQLite", 2024))
        carry(store_path, target)
    assert _titles(target) == ["Còn trong nhật ký của SQLite"]


def test_what_a_dead_computer_left_half_done_is_not_in_the_copy(
    store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as shared:
        shared.setattr(medium, "medium_of", lambda _folder: Medium.SHARED)
        Store.open(store_path).close()
    with Computer("PC-01", store_path, computers.STUCK_WRITER) as stuck:
        stuck.die()
    target = tmp_path / "bản chép.tdkt"
    carry(store_path, target)
    assert _titles(target) == []


def test_attachments_come_along(store_path: Path, tmp_path: Path) -> None:
    paper = tmp_path / "công văn.pdf"
    paper.write_bytes(b"%PDF")
    digest = Attachments(folder_of(store_path)).keep(paper)
    target = tmp_path / "bản chép.tdkt"
    carry(store_path, target)
    assert Attachments(folder_of(target)).holds(digest)


@pytest.mark.parametrize(("changes", "works"), [(1, True), (2, True), (3, False)])
def test_a_file_that_changes_meanwhile_is_copied_again(
    store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: int, works: bool
) -> None:
    real, left = shutil.copyfile, [changes]

    def copy_and_change(source: Path, target: Path) -> None:
        real(source, target)
        if left[0]:
            left[0] -= 1
            with store_path.open("ab") as file:
                file.write(b"\0" * 4096)

    monkeypatch.setattr(carrying.shutil, "copyfile", copy_and_change)
    target = tmp_path / "bản chép.tdkt"
    if works:
        carry(store_path, target)
        assert target.read_bytes() == store_path.read_bytes()
        return
    with pytest.raises(StoreBusy):
        carry(store_path, target)
    assert not target.exists()
