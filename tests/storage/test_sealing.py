"""Attachments of a file with a password: sealed beside it, in its backups and in what is carried away."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import fixed_today, ticking_clock
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import packages, passwords, restores
from thidua_desktop.services.backup_settings import SettingsFile
from thidua_desktop.services.container import Services
from thidua_desktop.storage import carrying, keys, recoding
from thidua_desktop.storage.attachments import Attachments, folder_of
from thidua_desktop.storage.errors import StoreTrouble
from thidua_desktop.storage.keys import Key
from thidua_desktop.storage.store import Store

pytestmark = pytest.mark.usefixtures("cheap_derivation")

PASSWORD = "mật khẩu"
SECRET = "Bản khai thành tích của Nguyễn Thị Bí Mật".encode()
SCAN = SECRET + bytes(range(256)) * 10_000
"""More than two pieces."""


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "của người dùng" / "quét.pdf"
    path.parent.mkdir()
    path.write_bytes(SCAN)
    return path


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return tmp_path / "cơ quan" / "co-quan.tdkt"


def made(path: Path, scan: Path, password: str | None) -> str:
    """An office file with one attachment; gives its hash."""
    with Store.open(path, create=True, password=password, now=ticking_clock()) as store:
        with store.write("plan.create", title="x") as work:
            work.plans.save(Plan("x", 2024))
        return store.attachments.keep(scan)


def readable(folder: Path) -> list[str]:
    """The files below a folder in which the beginning of the scan can be found."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and SECRET in path.read_bytes())


def held(path: Path, digest: str, password: str | None) -> bool:
    with Store.open(path, password=password) as store:
        return store.attachments.holds(digest) and b"".join(store.attachments.content(digest)) == SCAN


def opened(path: Path, password: str | None, settings: SettingsFile | None = None) -> Services:
    return Services(Store.open(path, password=password, now=ticking_clock()), fixed_today, backup_settings=settings)


@pytest.mark.parametrize("content", [b"", b"a", SCAN])
def test_what_is_sealed_comes_out_again(tmp_path: Path, content: bytes) -> None:
    source = tmp_path / "nguồn"
    source.write_bytes(content)
    kept = Attachments(tmp_path / "kín", Key.new(PASSWORD))
    digest = kept.keep(source)
    assert kept.keep(source) == digest
    assert kept.all() == (digest,)
    assert kept.holds(digest)
    assert kept.size(digest) == len(content)
    kept.write_out(digest, tmp_path / "ra" / "tệp.pdf")
    assert (tmp_path / "ra" / "tệp.pdf").read_bytes() == content
    assert content == b"" or len(content) == 1 or readable(kept.folder) == []


def test_another_key_or_damage_is_noticed(tmp_path: Path, scan: Path) -> None:
    key = Key.new(PASSWORD)
    kept = Attachments(tmp_path / "kín", key)
    digest = kept.keep(scan)
    assert Attachments(kept.folder, Key.new(PASSWORD)).all() == ()
    assert not Attachments(kept.folder, Key.derived("khác", key.salt)).holds(digest)
    whole = kept.path(digest).read_bytes()
    for at in (20, len(whole) // 2, len(whole) - 20):
        kept.path(digest).write_bytes(whole[:at] + b"\x00\xff" + whole[at + 2 :])
        assert kept.damaged([digest]) == (digest,)
    kept.path(digest).write_bytes(whole[: len(whole) // 8192 * 4096])
    assert not kept.holds(digest)
    kept.path(digest).write_bytes(b"")
    assert not kept.holds(digest)
    assert kept.keep(scan) == digest
    assert kept.holds(digest)


def test_set_changed_and_taken_away_with_the_password(office: Path, scan: Path) -> None:
    digest = made(office, scan, None)
    assert readable(folder_of(office)) == [digest]
    passwords.change(office, old=None, new=PASSWORD, now=ticking_clock())
    assert readable(folder_of(office)) == []
    assert held(office, digest, PASSWORD)
    passwords.change(office, old=PASSWORD, new="mới", now=ticking_clock())
    assert len(list(folder_of(office).iterdir())) == 1
    assert held(office, digest, "mới")
    passwords.change(office, old="mới", new=None, now=ticking_clock())
    assert [path.name for path in folder_of(office).iterdir()] == [digest]
    assert held(office, digest, None)
    passwords.change(office, old=None, new=None, now=ticking_clock())
    assert held(office, digest, None)


@pytest.mark.parametrize(("old", "new"), [(None, PASSWORD), (PASSWORD, "mới"), (PASSWORD, None)])
def test_a_change_that_fails_leaves_them_as_they_were(
    office: Path, scan: Path, old: str | None, new: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = made(office, scan, old)
    before = {path.name: path.read_bytes() for path in folder_of(office).iterdir()}

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(recoding, "transcribe", full)
    with pytest.raises(StoreTrouble):
        passwords.change(office, old=old, new=new, now=ticking_clock())
    assert {path.name: path.read_bytes() for path in folder_of(office).iterdir()} == before
    assert held(office, digest, old)


def test_a_failure_after_the_new_file_has_its_place_loses_none(
    office: Path, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = made(office, scan, None)

    def failing(_folder: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("thidua_desktop.storage.store.restoring.flush", failing)
    with pytest.raises(StoreTrouble):
        passwords.change(office, old=None, new=PASSWORD, now=ticking_clock())
    monkeypatch.undo()
    monkeypatch.setattr(keys, "_COST", 2**4)
    assert held(office, digest, PASSWORD)
    assert readable(folder_of(office)) == []


@pytest.mark.parametrize("spoil", [False, True])
def test_a_plain_one_left_by_a_killed_program_is_sealed_at_the_next_opening(
    office: Path, scan: Path, spoil: bool
) -> None:
    digest = made(office, scan, PASSWORD)
    (folder_of(office) / digest).write_bytes(SCAN)
    if spoil:
        (sealed,) = folder_of(office).glob("*.*")
        sealed.write_bytes(sealed.read_bytes()[:4096])
    with Store.open(office, password=PASSWORD, read_only=True) as store:
        assert store.attachments.holds(digest) is not spoil
        assert readable(folder_of(office)) == [digest]
    assert held(office, digest, PASSWORD)
    assert readable(folder_of(office)) == []


def test_a_damaged_plain_one_stays(office: Path, scan: Path) -> None:
    digest = made(office, scan, None)
    (folder_of(office) / digest).write_bytes(SECRET)
    passwords.change(office, old=None, new=PASSWORD, now=ticking_clock())
    Store.open(office, password=PASSWORD).close()
    assert (folder_of(office) / digest).read_bytes() == SECRET  # whatever can be read of it may be wanted


@pytest.mark.parametrize("password", [None, PASSWORD])
def test_a_copy_to_look_at_has_its_own_name_and_goes_with_the_file(
    office: Path, scan: Path, password: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, of_another = tmp_path / "thidua-xem-cu", tmp_path / "thidua-xem-moi"
    for folder, age in ((left, 24 * 3600), (of_another, 60)):
        folder.mkdir()
        os.utime(folder, (time.time() - age,) * 2)
    digest = made(office, scan, password)
    with Store.open(office, password=password) as store:
        copy = store.attachment(digest, "Bản khai: đ/c Lan?.pdf")
        assert copy is not None
        assert (copy.name, copy.read_bytes()) == ("Bản khai- đ-c Lan-.pdf", SCAN)
        assert store.attachment(digest, "Bản khai: đ/c Lan?.pdf") == copy
        assert store.attachment("0" * 64, "không có.pdf") is None
        assert not left.exists()
    assert not copy.parent.parent.exists()
    assert of_another.exists()


def lost(office: Path, digest: str, _backup: Path) -> None:
    for path in folder_of(office).iterdir():
        path.unlink()


def test_backups_before_and_after_the_password(office: Path, scan: Path) -> None:
    digest = made(office, scan, None)
    plain = passwords.change(office, old=None, new=PASSWORD, now=ticking_clock()).kept
    with opened(office, PASSWORD) as services:
        sealed = services.backups.make(Reason.BY_HAND).backup.path
    under_former = passwords.change(office, old=PASSWORD, new="mới", now=ticking_clock()).kept
    for backup, password in ((plain, None), (sealed, PASSWORD), (under_former, PASSWORD)):
        assert not restores.verify(backup, password=password).findings
        lost(office, digest, backup)
        with opened(office, "mới") as services:
            assert not services.backups.restore(backup, password=password).findings
        assert held(office, digest, "mới")
        assert readable(folder_of(office)) == []


def test_in_the_place_of_a_lost_file(office: Path, scan: Path) -> None:
    digest = made(office, scan, PASSWORD)
    with opened(office, PASSWORD) as services:
        backup = services.backups.make(Reason.BY_HAND).backup.path
    assert readable(office.parent) == []
    office.unlink()
    lost(office, digest, backup)
    assert not restores.restore_closed(office, backup, password=PASSWORD).findings
    assert held(office, digest, PASSWORD)


def test_a_missing_one_in_the_pool_is_told(office: Path, scan: Path) -> None:
    made(office, scan, PASSWORD)
    with opened(office, PASSWORD) as services:
        backup = services.backups.make(Reason.BY_HAND).backup.path
        for path in (services.backups.folder / "dinh-kem").iterdir():
            path.write_bytes(b"")
        (finding,) = services.backups.verify(backup).findings
    assert finding.code == "backup.attachments_lost"


def test_those_of_readable_backups_go_with_them(office: Path, scan: Path, tmp_path: Path) -> None:
    settings = SettingsFile(lambda: tmp_path / "sao-luu.json")
    usb = tmp_path / "USB"
    usb.mkdir()
    digest = made(office, scan, None)
    with opened(office, None, settings) as services:
        services.backups.choose_second(usb)
        services.backups.make(Reason.BY_HAND)
    passwords.change(office, old=None, new=PASSWORD, backup_settings=settings, now=ticking_clock())
    assert readable(office.parent) != []
    assert readable(usb) != []
    with opened(office, PASSWORD, settings) as services:
        assert services.backups.remove_unprotected() >= 1
        (left,) = services.backups.all()
        assert not services.backups.verify(left.path).findings
    assert readable(office.parent) == []
    assert readable(usb) == []
    (copied,) = usb.rglob("*.tdkt")
    assert not restores.verify(copied, password=PASSWORD).findings
    assert held(office, digest, PASSWORD)


def _packed(office: Path, target: Path) -> None:
    package = target.with_name("gói.tdgoi")
    with opened(office, PASSWORD) as services:
        assert services.packages.make(package).protected
    packages.open_package(package, target, password=PASSWORD)


@pytest.mark.parametrize("carried", [_packed, carrying.carry])
def test_what_is_carried_away_is_sealed_too(
    office: Path, scan: Path, tmp_path: Path, carried: Callable[[Path, Path], None]
) -> None:
    digest = made(office, scan, PASSWORD)
    target = tmp_path / "nơi khác" / "mang-di.tdkt"
    target.parent.mkdir()
    carried(office, target)
    assert readable(target.parent) == []
    assert held(target, digest, PASSWORD)


def test_a_package_with_a_password_of_a_plain_office_gives_plain_ones(office: Path, scan: Path, tmp_path: Path) -> None:
    digest = made(office, scan, None)
    with opened(office, None) as services:
        services.packages.make(tmp_path / "gói.tdgoi", password="của gói")
    target = tmp_path / "mở ra.tdkt"
    packages.open_package(tmp_path / "gói.tdgoi", target, password="của gói")
    assert held(target, digest, None)
