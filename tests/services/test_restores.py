"""The way back: what is brought back is what was, what is there now is kept, and a failure changes nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.services.conftest import Clock
from tests.services.files import held, names, task, titles
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import restores
from thidua_desktop.services.backup import BackupService
from thidua_desktop.services.container import Services
from thidua_desktop.storage.errors import (
    BackupAltered,
    BackupDamaged,
    BackupMissing,
    DiskFull,
    NotAStore,
    StoreLocked,
)
from thidua_desktop.storage.store import Store


def test_restoring_brings_back_what_was_and_keeps_what_is(
    office: Services, backups: BackupService, clock: Clock
) -> None:
    made = backups.make(Reason.BY_HAND)
    clock.forward(hours=3)
    office.plans.create(Plan("Sau đó", 2024))
    present = office._store.position()
    restored = backups.restore(made.backup.path)
    assert titles(office) == ["Kế hoạch"]
    assert restored.kept_aside is not None
    assert restored.kept_aside.name.endswith("-truoc-khoi-phuc.tdkt")
    office.plans.create(Plan("Làm tiếp", 2024))
    assert len(titles(office)) == 2
    assert office.office.health().sound
    backups.restore(restored.kept_aside)
    assert office._store.position() == present
    assert titles(office) == ["Kế hoạch", "Sau đó"]


def test_other_threads_see_the_restored_state(office: Services, backups: BackupService) -> None:
    made = backups.make(Reason.BY_HAND)
    with ThreadPoolExecutor(1) as other:
        other.submit(office.plans.create, Plan("Sau đó", 2024)).result()
        backups.restore(made.backup.path)
        assert other.submit(titles, office).result() == ["Kế hoạch"]


def _damage(path: Path) -> None:
    with path.open("r+b") as file:
        for offset in range(4096, path.stat().st_size, 4096):
            file.seek(offset)
            file.write(b"\xff" * 64)


def _alter(path: Path) -> None:
    with Store.open(path) as store, store.write("plan.create") as work:
        work.plans.save(Plan("Lạ", 2024))


def _overwrite(path: Path) -> None:
    path.write_text("không phải", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "trouble"),
    [(_damage, BackupDamaged), (_alter, BackupAltered), (_overwrite, NotAStore), (Path.unlink, BackupMissing)],
)
def test_a_backup_that_is_not_what_it_was_changes_nothing(
    office: Services, backups: BackupService, store_path: Path, spoil: object, trouble: type[Exception]
) -> None:
    made = backups.make(Reason.BY_HAND)
    assert callable(spoil)
    spoil(made.backup.path)
    before = held(store_path)
    for attempt in (backups.restore, backups.verify, lambda path: restores.restore_closed(store_path, path)):
        with pytest.raises(trouble):
            attempt(made.backup.path)
    assert held(store_path) == before
    assert [name for name in names(backups.folder) if name.startswith(".")] == []


def test_no_room_in_the_last_step_of_restoring(office: Services, backups: BackupService) -> None:
    small = backups.make(Reason.BY_HAND).backup.path
    plan_id = PlanId(office.plans.of_year(2024)[0].plan.id or 0)
    office.tasks.save_many([task(plan_id, "Nhiệm vụ " * 500) for _ in range(100)])
    large = backups.make(Reason.BEFORE_MIGRATION).backup.path
    backups.restore(small)
    with office._store.read() as work:
        db = work.plans._session.db
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0] + 5}")
    with pytest.raises(DiskFull):
        backups.restore(large)
    assert office.tasks.of_plan(plan_id) == ()
    assert office.office.health().sound
    office.plans.create(Plan("Làm tiếp", 2024))


def test_a_damaged_file_gives_way_to_a_backup(office: Services, backups: BackupService, store_path: Path) -> None:
    made = backups.make(Reason.BY_HAND)
    expected = held(store_path)
    with pytest.raises(StoreLocked):
        restores.restore_closed(store_path, made.backup.path)
    office.close()
    _damage(store_path)
    damaged = store_path.read_bytes()
    restored = restores.restore_closed(store_path, made.backup.path)
    assert held(store_path) == expected
    assert restored.kept_aside is not None
    assert restored.kept_aside.read_bytes() == damaged
    assert [name for name in names(store_path.parent) if name.startswith(".") or name.endswith(("-wal", ".lock"))] == []


def test_the_log_of_a_damaged_file_is_kept_aside_and_not_replayed(
    office: Services, backups: BackupService, store_path: Path
) -> None:
    made = backups.make(Reason.BY_HAND)
    office.plans.create(Plan("Trong nhật ký ghi trước", 2024))
    log = store_path.with_name(f"{store_path.name}-wal").read_bytes()
    assert log
    office.close()
    _damage(store_path)
    store_path.with_name(f"{store_path.name}-wal").write_bytes(log)
    restored = restores.restore_closed(store_path, made.backup.path)
    assert restored.kept_aside is not None
    assert restored.kept_aside.with_name(f"{restored.kept_aside.name}-wal").read_bytes() == log
    with Store.open(store_path) as store, store.read() as work:
        assert [plan.title for plan in work.plans.of_year(2024)] == ["Kế hoạch"]


def test_a_missing_file_comes_back(office: Services, backups: BackupService, store_path: Path) -> None:
    made = backups.make(Reason.BY_HAND)
    office.close()
    store_path.unlink()
    assert restores.restore_closed(store_path, made.backup.path).kept_aside is None
    assert held(store_path).counts["plans"] == 1


def test_a_backup_opened_in_the_program_can_still_be_restored(office: Services, backups: BackupService) -> None:
    made = backups.make(Reason.BY_HAND)
    Store.open(made.backup.path).close()  # leaves its mark in the header, none in the content
    assert backups.verify(made.backup.path).findings == ()
    backups.restore(made.backup.path)
