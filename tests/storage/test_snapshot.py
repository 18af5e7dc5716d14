"""A copy counts only when it has been proven."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from thidua_desktop.domain.plans import Plan
from thidua_desktop.storage import snapshot
from thidua_desktop.storage.errors import CopyFailed, DiskFull
from thidua_desktop.storage.store import Store


@pytest.fixture
def filled(store: Store) -> Store:
    with store.write("plan.create") as work:
        work.plans.save(Plan("Kế hoạch", 2024))
    return store


def test_a_copy_is_one_whole_file(filled: Store, tmp_path: Path) -> None:
    folder = tmp_path / "sao lưu"
    filled.copy_to(folder / "ban-sao.tdkt")
    assert [path.name for path in folder.iterdir()] == ["ban-sao.tdkt"]
    with Store.open(folder / "ban-sao.tdkt") as copy, copy.read() as work:
        assert [plan.title for plan in work.plans.of_year(2024)] == ["Kế hoạch"]
        assert len(work.journal.recent(10)) == 1


def test_a_copy_that_is_not_equal_does_not_take_the_name(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "ban-sao.tdkt"
    target.write_bytes(b"the former copy")
    monkeypatch.setattr(snapshot, "first_complaint", lambda *_, **__: "row 1 missing from index")
    with pytest.raises(CopyFailed):
        filled.copy_to(target)
    assert target.read_bytes() == b"the former copy"
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_copy_with_fewer_rows_does_not_count(filled: Store, tmp_path: Path) -> None:
    target = tmp_path / "ban-sao.tdkt"
    filled.copy_to(target)
    with filled.read() as work:
        counted = snapshot.row_counts(work.plans._session.db)
    snapshot.prove(target, counted)
    with pytest.raises(CopyFailed, match="row counts"):
        snapshot.prove(target, {**counted, "plans": 2})


def test_no_room_for_a_copy(filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFull):
        filled.copy_to(tmp_path / "ban-sao.tdkt")
    assert not (tmp_path / "ban-sao.tdkt").exists()
