"""Attachments in the pool of the backups go with the last backup that names them, and never before."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.services.conftest import Clock
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.backup import BackupService, BackupSettings
from thidua_desktop.services.container import Services
from thidua_desktop.storage import manifests
from thidua_desktop.storage.attachments import Attachments, folder_of


@pytest.fixture
def attached(store_path: Path) -> Attachments:
    return Attachments(folder_of(store_path))


@pytest.fixture
def stick(backups: BackupService, tmp_path: Path) -> Path:
    """A second place for the backups."""
    (tmp_path / "USB").mkdir()
    backups.save_settings(BackupSettings(tmp_path / "USB"))
    return tmp_path / "USB" / "co-quan-sao-luu"


def _keep(attached: Attachments, tmp_path: Path, text: str) -> str:
    (tmp_path / "giay.pdf").write_text(text, encoding="utf-8")
    return attached.keep(tmp_path / "giay.pdf")


def _pool(folder: Path) -> set[str]:
    return {path.name for path in (folder / "dinh-kem").iterdir()}


def _age(*folders: Path) -> None:
    """Let the files of the pools be of another year, as they are when backups grow old."""
    for folder in folders:
        for path in (folder / "dinh-kem").iterdir():
            os.utime(path, (0, 0))


def _years_later(office: Services, clock: Clock) -> None:
    """A backup so much later that all earlier ones are thinned out."""
    clock.forward(days=365 * 30)
    office.plans.create(Plan("Kế hoạch sau", 2054))
    office.backups.make(Reason.BY_HAND)


def test_it_goes_with_the_last_backup_that_names_it(
    office: Services, attached: Attachments, stick: Path, clock: Clock, tmp_path: Path
) -> None:
    old, stays = _keep(attached, tmp_path, "cũ"), _keep(attached, tmp_path, "còn dùng")
    office.backups.make(Reason.BY_HAND)
    attached.remove([old])
    office.plans.create(Plan("Kế hoạch", 2024))
    office.backups.make(Reason.BY_HAND)
    places = (office.backups.folder, stick)
    _age(*places)
    office.backups.make(Reason.BY_HAND)
    assert [_pool(place) for place in places] == [{old, stays}] * 2  # the first backup is still there and needs it
    _years_later(office, clock)
    assert [_pool(place) for place in places] == [{stays}] * 2
    for backup in office.backups.all():
        assert office.backups.verify(backup.path).findings == ()


def test_every_backup_that_is_kept_can_be_restored_with_its_attachments(
    office: Services, attached: Attachments, clock: Clock, tmp_path: Path
) -> None:
    """Documents come and go over the months; thinning takes backups away all the time."""
    for number in range(10):
        digest = _keep(attached, tmp_path, f"giấy {number}")
        office.plans.create(Plan(f"Kế hoạch {number}", 2024))
        office.backups.make(Reason.SCHEDULE)
        _age(office.backups.folder)
        attached.remove([digest])
        clock.forward(days=16, hours=number % 5)
    kept = office.backups.all()
    needed = set()
    for backup in kept:
        assert office.backups.verify(backup.path).findings == ()
        manifest = manifests.read(backup.path)
        assert manifest is not None
        needed |= set(manifest.attachments)
    assert _pool(office.backups.folder) == needed
    assert len(kept) < 10


@pytest.mark.parametrize(("minutes", "stays"), [(59, True), (61, False)])
def test_a_file_just_brought_in_waits_for_its_backup(
    office: Services, attached: Attachments, clock: Clock, *, tmp_path: Path, minutes: int, stays: bool
) -> None:
    """Another program may be about to write the manifest that names it."""
    _keep(attached, tmp_path, "giấy")
    office.backups.make(Reason.BY_HAND)
    path = office.backups.folder / "dinh-kem" / ("ab" * 32)
    path.write_text("giấy khác", encoding="utf-8")
    brought = clock().timestamp()
    os.utime(path, (brought, brought))
    clock.forward(minutes=minutes)
    office.backups.make(Reason.BY_HAND)
    assert path.exists() is stays


@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), lambda path: path.write_text("{", encoding="utf-8")])
def test_as_long_as_a_backup_does_not_tell_what_it_needs_nothing_goes(
    office: Services, attached: Attachments, clock: Clock, tmp_path: Path, spoil: object
) -> None:
    digest = _keep(attached, tmp_path, "giấy")
    made = office.backups.make(Reason.BY_HAND)
    other = made.backup.path.with_name("phong-khac-20240620-140500-thu-cong.tdkt")
    other.write_bytes(made.backup.path.read_bytes())
    manifests.path_of(other).write_bytes(manifests.path_of(made.backup.path).read_bytes())
    assert callable(spoil)
    spoil(manifests.path_of(other))
    attached.remove([digest])
    _age(office.backups.folder)
    _years_later(office, clock)
    assert digest in _pool(office.backups.folder)


def test_what_another_file_with_the_same_place_needs_stays(
    office: Services, attached: Attachments, clock: Clock, tmp_path: Path
) -> None:
    digest = _keep(attached, tmp_path, "giấy")
    made = office.backups.make(Reason.BY_HAND)
    other = made.backup.path.with_name("phong-khac-20240620-140500-thu-cong.tdkt")
    other.write_bytes(made.backup.path.read_bytes())
    manifests.path_of(other).write_bytes(manifests.path_of(made.backup.path).read_bytes())
    attached.remove([digest])
    _age(office.backups.folder)
    _years_later(office, clock)
    assert digest in _pool(office.backups.folder)
