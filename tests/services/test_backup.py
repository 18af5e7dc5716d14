"""Backups: proven before they count, made before anything risky, a way back that loses nothing."""

from __future__ import annotations

import errno
import json
import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

import pytest

from tests.services.conftest import Clock
from tests.services.drafts import DRAFT
from tests.services.files import held, names, task, titles
from thidua_desktop.domain.backups import Reason, SecondPlace
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.services.backup import BackupService, BackupSettings
from thidua_desktop.services.backup_settings import SettingsUnreadable
from thidua_desktop.services.container import Services
from thidua_desktop.storage import attachments, manifests, restoring
from thidua_desktop.storage.attachments import Attachments
from thidua_desktop.storage.errors import (
    CopyFailed,
    DiskFull,
    FolderReadOnly,
    StoreReadOnly,
)
from thidua_desktop.storage.snapshot import contents
from thidua_desktop.storage.store import Store


def test_a_backup_is_one_file_and_its_manifest(backups: BackupService, store_path: Path) -> None:
    made = backups.make(Reason.BY_HAND)
    assert names(backups.folder) == [
        "co-quan-20240620-140500-thu-cong.tdkt",
        "co-quan-20240620-140500-thu-cong.tdkt.json",
    ]
    assert held(made.backup.path) == held(store_path)
    assert made.second is SecondPlace.NONE
    assert backups.all() == (made.backup,)
    assert backups.last_proven() == made.backup.proven_at
    manifest = manifests.read(made.backup.path)
    assert manifest is not None
    assert manifest.contents.counts["plans"] == 1


def test_two_backups_in_a_second_are_two(backups: BackupService) -> None:
    first, second = backups.make(Reason.BY_HAND), backups.make(Reason.BY_HAND)
    assert first.backup.path != second.backup.path
    assert backups.all() == (second.backup, first.backup)


def test_nothing_entered_nothing_to_back_up(services: Services) -> None:
    assert not services.backups.changed()
    assert services.backups.make_if_changed(Reason.CLOSING) is None
    assert services.backups.last_proven() is None
    assert not services.backups.folder.exists()


def test_changed_and_due(office: Services, backups: BackupService, clock: Clock) -> None:
    assert backups.changed()
    assert backups.due()
    backups.make(Reason.SCHEDULE)
    assert not backups.changed()
    clock.forward(hours=2)
    assert not backups.due()
    office.plans.create(Plan("Hai", 2024))
    assert backups.due()
    backups.make(Reason.SCHEDULE)
    office.plans.create(Plan("Ba", 2024))
    clock.forward(minutes=30)
    assert backups.changed()
    assert not backups.due()


def test_leaving_makes_one_only_after_a_change(office: Services, backups: BackupService) -> None:
    made = backups.make_if_changed(Reason.CLOSING)
    assert made is not None
    assert made.backup.reason is Reason.CLOSING
    assert backups.make_if_changed(Reason.CLOSING) is None


def test_a_copy_that_does_not_hold_the_same_is_no_backup(
    backups: BackupService, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = restoring._held
    monkeypatch.setattr(restoring, "_held", lambda db, path: replace(real(db, path), digest="0" * 64))
    with pytest.raises(CopyFailed):
        backups.make(Reason.BY_HAND)
    assert names(backups.folder) == []
    assert backups.last_proven() is None


def test_a_copy_that_sqlite_complains_of_is_no_backup(
    office: Services, backups: BackupService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy is checked once, when it is restored for trial, and what is wrong is told of the copy."""
    checked: list[bool] = []

    def complain(_db: object, *, full: bool) -> str:
        checked.append(full)
        return "row 1 missing from index"

    monkeypatch.setattr(restoring, "first_complaint", complain)
    with pytest.raises(CopyFailed) as caught:
        backups.make(Reason.BY_HAND)
    assert caught.value.params["detail"] == "row 1 missing from index"
    assert checked == [True]
    assert names(backups.folder) == []


def test_one_changed_letter_is_noticed(store: Store) -> None:
    with store.write("plan.create") as work:
        plan_id = work.plans.save(Plan("a", 2024))
        before = contents(work.plans._session.db)
        work.plans.save(Plan("b", 2024, id=plan_id))
        after = contents(work.plans._session.db)
    assert before.digest != after.digest


def test_a_backup_without_proof_does_not_count(backups: BackupService) -> None:
    made = backups.make(Reason.BY_HAND)
    manifests.path_of(made.backup.path).unlink()
    assert [each.proven_at for each in backups.all()] == [None]
    assert backups.last_proven() is None
    assert backups.changed()
    assert [finding.code for finding in backups.verify(made.backup.path).findings] == ["backup.no_manifest"]


@pytest.mark.parametrize("text", ["", "{", "{}", '{"format": 99}'])
def test_a_manifest_that_cannot_be_read_is_none(backups: BackupService, text: str) -> None:
    made = backups.make(Reason.BY_HAND)
    manifests.path_of(made.backup.path).write_text(text)
    assert backups.last_proven() is None


def test_before_an_import(office: Services, backups: BackupService) -> None:
    office.imports.store_plan(DRAFT)
    (made,) = backups.all()
    assert made.reason is Reason.BEFORE_IMPORT
    assert held(made.path).counts["plans"] == 1
    assert len(titles(office)) == 2


def test_before_a_change_of_many(office: Services, backups: BackupService) -> None:
    plan_id = PlanId(office.plans.of_year(2024)[0].plan.id or 0)
    one = task(plan_id, "x")
    created = office.tasks.save_many([one] * 25).created
    office.tasks.move([TaskId(each) for each in created[:3]], TaskState.DONE)
    assert [each.reason for each in backups.all()] == [Reason.BEFORE_BULK]
    office.tasks.delete([TaskId(each) for each in created])
    assert len(backups.all()) == 2
    assert held(backups.all()[0].path).counts["tasks"] == 25


def test_no_backup_no_import(office: Services, backups: BackupService, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        office.imports.store_plan(DRAFT)
    monkeypatch.undo()
    assert titles(office) == ["Kế hoạch"]
    assert names(backups.folder) == []


def test_older_ones_are_thinned_out(office: Services, backups: BackupService, clock: Clock) -> None:
    for day in range(20):
        office.plans.create(Plan(f"Ngày {day}", 2024))
        backups.make(Reason.SCHEDULE)
        clock.forward(days=1)
    kept = [(clock.at - each.at).days for each in backups.all()]
    assert kept[:7] == [1, 2, 3, 4, 5, 6, 7]
    assert 8 < len(kept) < 13
    assert len(names(backups.folder)) == 2 * len(kept)


def test_what_a_killed_program_left_is_removed(backups: BackupService) -> None:
    backups.folder.mkdir()
    old, new = backups.folder / ".thu-khoi-phuc-cu", backups.folder / ".co-quan-moi.tdkt"
    old.mkdir()
    (old / "kho.tdkt").write_bytes(b"x")
    new.write_bytes(b"x")
    os.utime(old, (0, 0))
    backups._now = lambda: datetime.now(UTC)
    backups.make(Reason.BY_HAND)
    assert not old.exists()
    assert new.exists()


def test_the_second_place(backups: BackupService, tmp_path: Path) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    backups.save_settings(BackupSettings(stick))
    assert backups.settings() == BackupSettings(stick)
    made = backups.make(Reason.BY_HAND)
    assert made.second is SecondPlace.COPIED
    copied = stick / "co-quan-sao-luu" / made.backup.path.name
    assert copied.read_bytes() == made.backup.path.read_bytes()
    assert backups.verify(copied).findings == ()


def test_a_stick_that_is_away_is_said_and_no_error(backups: BackupService, tmp_path: Path) -> None:
    backups.save_settings(BackupSettings(tmp_path / "USB"))
    assert backups.make(Reason.BY_HAND).second is SecondPlace.AWAY
    assert backups.last_proven() is not None
    backups.save_settings(BackupSettings())
    assert backups.make(Reason.BY_HAND).second is SecondPlace.NONE


def test_a_stick_pulled_out_in_the_middle(
    backups: BackupService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    backups.save_settings(BackupSettings(stick))
    real = shutil.copyfile

    def pulled(source: Path, target: Path) -> None:
        if stick in target.parents:
            raise OSError(errno.EIO, "Input/output error")
        real(source, target)

    monkeypatch.setattr(shutil, "copyfile", pulled)
    assert backups.make(Reason.BY_HAND).second is SecondPlace.FAILED
    assert backups.last_proven() is not None
    assert names(stick / "co-quan-sao-luu") == []


def test_the_schedule_is_a_setting(backups: BackupService, office: Services, clock: Clock, tmp_path: Path) -> None:
    backups.make(Reason.BY_HAND)
    office.plans.create(Plan("Kế hoạch sau", 2024))
    clock.forward(minutes=20)
    assert not backups.due()
    backups.save_settings(BackupSettings(tmp_path / "USB", timedelta(minutes=15)))
    assert backups.settings() == BackupSettings(tmp_path / "USB", timedelta(minutes=15))
    assert backups.due()
    backups.choose_second(None)
    assert backups.settings() == BackupSettings(None, timedelta(minutes=15))
    backups.save_settings(BackupSettings(every=None))
    clock.forward(days=3)
    assert backups.settings().every is None
    assert not backups.due()


def test_settings_of_the_first_versions_are_read(backups: BackupService, tmp_path: Path) -> None:
    backups.save_settings(BackupSettings(tmp_path / "USB", timedelta(hours=2)))
    file = tmp_path / "sao-luu.json"
    (store,) = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({store: str(tmp_path / "USB")}), encoding="utf-8")
    assert backups.settings() == BackupSettings(tmp_path / "USB")


def test_the_names_in_the_second_place(backups: BackupService, tmp_path: Path) -> None:
    assert backups.in_second() is None
    stick = tmp_path / "USB"
    backups.save_settings(BackupSettings(stick))
    assert backups.in_second() is None
    stick.mkdir()
    assert backups.in_second() == frozenset()
    made = backups.make(Reason.BY_HAND)
    assert backups.in_second() == {made.backup.path.name}


def test_settings_that_cannot_be_read_are_said(backups: BackupService, tmp_path: Path) -> None:
    (tmp_path / "sao-luu.json").write_text("{")
    with pytest.raises(SettingsUnreadable):
        backups.settings()
    assert backups.make(Reason.BY_HAND).second is SecondPlace.FAILED
    backups.save_settings(BackupSettings(tmp_path / "USB"))
    assert backups.settings() == BackupSettings(tmp_path / "USB")


def test_attachments_belong_to_the_backup(backups: BackupService, store_path: Path, tmp_path: Path) -> None:
    kept = Attachments(attachments.folder_of(store_path))
    (tmp_path / "to-trinh.pdf").write_bytes(b"%PDF")
    digest = kept.keep(tmp_path / "to-trinh.pdf")
    stick = tmp_path / "USB"
    stick.mkdir()
    backups.save_settings(BackupSettings(stick))
    made = backups.make(Reason.BY_HAND)
    for folder in (backups.folder, stick / "co-quan-sao-luu"):
        assert (folder / "dinh-kem" / digest).read_bytes() == b"%PDF"
    kept.path(digest).write_bytes(b"hong")
    assert backups.restore(made.backup.path).findings == ()
    assert kept.path(digest).read_bytes() == b"%PDF"
    (backups.folder / "dinh-kem" / digest).unlink()
    assert [finding.code for finding in backups.verify(made.backup.path).findings] == ["backup.attachments_lost"]
    kept.path(digest).unlink()
    assert [finding.code for finding in backups.restore(made.backup.path).findings] == ["backup.attachments_lost"]


def test_a_file_opened_for_reading_is_not_restored(backups: BackupService, store_path: Path) -> None:
    made = backups.make(Reason.BY_HAND)
    with Store.open(store_path, read_only=True) as reader:
        with pytest.raises(StoreReadOnly):
            BackupService(reader).restore(made.backup.path)
        assert BackupService(reader).make(Reason.BY_HAND).backup.proven_at is not None


def test_a_folder_that_cannot_be_written_to(
    backups: BackupService, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(FolderReadOnly):
        backups.make(Reason.BY_HAND)


@pytest.mark.bench
def test_a_backup_of_some_megabytes_is_quick(office: Services, backups: BackupService) -> None:
    """A file of some megabytes: what a backup costs must not be felt before an import."""
    plan_id = PlanId(office.plans.of_year(2024)[0].plan.id or 0)
    office.tasks.save_many([task(plan_id, f"Nhiệm vụ {number} " * 12) for number in range(3000)])
    started = perf_counter()
    made = backups.make(Reason.BY_HAND)
    assert made.backup.size > 3_000_000
    assert perf_counter() - started < 5  # a quarter of a second when the machine has nothing else to do
