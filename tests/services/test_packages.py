"""A package holds the whole office; it is opened whole, in a free place, or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import fixed_today
from tests.storage.test_old_stores import FOLDER as OLD_STORES
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.units import Office
from thidua_desktop.services import packages
from thidua_desktop.services.container import Services
from thidua_desktop.storage import attachments, migrations
from thidua_desktop.storage.attachments import Attachments
from thidua_desktop.storage.errors import (
    CopyFailed,
    DiskFull,
    FolderReadOnly,
    StorePasswordNeeded,
    StorePasswordWrong,
)
from thidua_desktop.storage.keys import MARK
from thidua_desktop.storage.package_errors import NotAPackage, PackageMissing, PlaceTaken
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages

pytestmark = pytest.mark.usefixtures("cheap_derivation")

SCAN = b"\x25PDF scan" * 300_000
"""More than one piece of a package."""
NAME = "Bằng khen của Nguyễn Thị Lan.pdf"


@pytest.fixture
def office(store_path: Path, tmp_path: Path) -> Iterator[Services]:
    """An office with a plan and two attachments."""
    with Store.open(store_path) as store:
        services = Services(store, fixed_today)
        services.office.save(Office("SỞ NỘI VỤ"))
        services.plans.create(Plan("Kế hoạch thi đua", 2024))
        attach(store_path, tmp_path, SCAN)
        attach(store_path, tmp_path, b"")
        yield services


def attach(store: Path, folder: Path, content: bytes) -> str:
    file = folder / NAME
    file.write_bytes(content)
    digest = Attachments(attachments.folder_of(store)).keep(file)
    file.unlink()
    return digest


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def package(office: Services, tmp_path: Path) -> Path:
    return office.packages.make(tmp_path / "goi" / "van-phong.tdgoi").path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty folder on another computer."""
    (tmp_path / "noi-khac").mkdir()
    return tmp_path / "noi-khac"


def test_what_is_packed_is_what_is_opened(office: Services, package: Path, place: Path) -> None:
    before = package.read_bytes()
    manifest = packages.open_package(package, place / "nhan.tdkt").manifest
    assert manifest.office == "SỞ NỘI VỤ"
    assert len(manifest.attachments) == 2
    assert sorted(path.name for path in place.iterdir()) == ["nhan-dinh-kem", "nhan.tdkt"]
    assert tree(place / "nhan-dinh-kem") == tree(attachments.folder_of(office.path))
    with Store.open(place / "nhan.tdkt") as opened:
        services = Services(opened, fixed_today)
        assert [row.plan.title for row in services.plans.of_year(2024)] == ["Kế hoạch thi đua"]
        assert services.history.recent() == office.history.recent()
        assert services.office.health().sound
    assert package.read_bytes() == before
    assert not package.with_name(package.name + "-wal").exists()


def test_an_office_without_attachments_leaves_no_folder_for_them(services: Services, tmp_path: Path) -> None:
    services.plans.create(Plan("Kế hoạch", 2024))
    made = services.packages.make(tmp_path / "goi.tdgoi")
    assert made.findings == ()
    packages.open_package(made.path, tmp_path / "moi.tdkt")
    assert not (tmp_path / "moi-dinh-kem").exists()
    assert packages.verify(made.path).contents == made.manifest.contents


def test_a_package_is_made_while_the_file_is_only_looked_at(office: Services, tmp_path: Path) -> None:
    with Store.open(office.path, read_only=True) as looking:
        made = Services(looking, fixed_today).packages.make(tmp_path / "xem.tdgoi")
    assert packages.verify(made.path).contents.counts["plans"] == 1


def test_no_names_of_files_and_no_folders_are_in_it(package: Path) -> None:
    content = package.read_bytes()
    for word in ("Nguyễn Thị Lan", "dinh-kem", "/tmp", "co-quan"):
        assert word.encode() not in content


def test_a_damaged_attachment_is_left_out_and_told(office: Services, tmp_path: Path) -> None:
    folder = attachments.folder_of(office.path)
    next(folder.iterdir()).write_bytes(b"khac")
    made = office.packages.make(tmp_path / "goi.tdgoi")
    assert len(made.manifest.attachments) == 1
    (finding,) = made.findings
    assert messages.finding(finding).startswith("Có 1 tệp đính kèm bị hỏng")


@pytest.mark.parametrize("taken", ["nhan.tdkt", "nhan.tdkt-wal", "nhan.tdkt-journal", "nhan-dinh-kem"])
def test_nothing_is_ever_overwritten(package: Path, place: Path, taken: str) -> None:
    standing = place / taken
    standing.mkdir() if taken.endswith("kem") else standing.write_bytes(b"cua nguoi khac")
    before = sorted(place.rglob("*"))
    with pytest.raises(PlaceTaken) as caught:
        packages.open_package(package, place / "nhan.tdkt")
    assert "đã có" in messages.error(caught.value)
    assert sorted(place.rglob("*")) == before
    assert standing.is_dir() or standing.read_bytes() == b"cua nguoi khac"


if os.name == "posix":

    def test_a_link_that_leads_nowhere_is_something_too(package: Path, place: Path, tmp_path: Path) -> None:
        (place / "nhan.tdkt").symlink_to(tmp_path / "cho-khac.tdkt")
        with pytest.raises(PlaceTaken):
            packages.open_package(package, place / "nhan.tdkt")
        assert not (tmp_path / "cho-khac.tdkt").exists()


def test_a_stick_without_hard_links(package: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _refuse(errno.EPERM))
    packages.open_package(package, place / "nhan.tdkt")
    with Store.open(place / "nhan.tdkt") as opened:
        assert opened.health().sound


def _refuse(number: int):  # type: ignore[no-untyped-def]
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.rename", "os.link"])
def test_a_drive_that_gives_up_leaves_nothing(
    package: Path, place: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    if call == "os.link":
        monkeypatch.setattr("pathlib.Path.rename", _rename_of_folders_only)
    monkeypatch.setattr(call, _refuse(errno.ENOSPC))
    with pytest.raises(DiskFull):
        packages.open_package(package, place / "nhan.tdkt")
    monkeypatch.undo()
    assert list(place.iterdir()) == []


_rename = Path.rename


def _rename_of_folders_only(path: Path, target: Path) -> Path:
    if path.is_file():
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return _rename(path, target)


def test_a_package_that_cannot_be_written_leaves_the_former_one(
    office: Services, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = package.read_bytes()
    monkeypatch.setattr(os, "fsync", _refuse(errno.EROFS))
    with pytest.raises(FolderReadOnly):
        office.packages.make(package)
    monkeypatch.undo()
    assert tree(package.parent) == {package.name: before}


def test_a_package_counts_only_after_a_trial_opening(
    office: Services, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = package.read_bytes()
    monkeypatch.setattr("thidua_desktop.storage.sealing.pieces", lambda _path: iter([b"khac"]))
    with pytest.raises(CopyFailed) as caught:
        office.packages.make(package)
    assert caught.value.params["path"] == package
    assert tree(package.parent) == {package.name: before}


def test_with_a_password_nothing_can_be_read(office: Services, tmp_path: Path, place: Path) -> None:
    made = office.packages.make(tmp_path / "goi.tdgoi", password="mật khẩu")
    assert made.protected
    content = made.path.read_bytes()
    assert content.startswith(MARK)
    for word in ("SỞ NỘI VỤ".encode(), b"PDF scan", b"SQLite format", b"manifest"):
        assert word not in content
    with pytest.raises(StorePasswordNeeded):
        packages.open_package(made.path, place / "nhan.tdkt")
    with pytest.raises(StorePasswordWrong):
        packages.verify(made.path, password="khác")
    assert list(place.iterdir()) == []
    packages.open_package(made.path, place / "nhan.tdkt", password="mật khẩu")
    with Store.open(place / "nhan.tdkt") as opened:  # the password was that of the package alone
        assert opened.key is None
    assert tree(place / "nhan-dinh-kem") == tree(attachments.folder_of(office.path))


def test_a_file_with_a_password_makes_an_encrypted_package(tmp_path: Path, place: Path) -> None:
    path = tmp_path / "kin.tdkt"
    with Store.open(path, create=True, password="của tệp") as store:
        services = Services(store, fixed_today)
        services.plans.create(Plan("Kế hoạch", 2024))
        attach(path, tmp_path, SCAN)
        made = services.packages.make(tmp_path / "goi.tdgoi", password="bỏ qua")
    assert made.protected
    assert b"PDF scan" not in made.path.read_bytes()
    packages.open_package(made.path, place / "nhan.tdkt", password="của tệp")
    with pytest.raises(StorePasswordNeeded):
        Store.open(place / "nhan.tdkt")
    with Store.open(place / "nhan.tdkt", password="của tệp") as opened:
        assert opened.health().counts["plans"] == 1


def test_what_is_no_package(office: Services, tmp_path: Path, place: Path) -> None:
    note = tmp_path / "thu.tdgoi"
    note.write_text("Kính gửi", encoding="utf-8")
    for path in (note, office.path, *OLD_STORES.glob("*.tdkt")):
        with pytest.raises(NotAPackage):
            packages.open_package(path, place / "nhan.tdkt")
    with pytest.raises(PackageMissing):
        packages.verify(tmp_path / "khong-co.tdgoi")
    assert list(place.iterdir()) == []


def test_a_package_of_an_older_version_is_upgraded_when_its_office_is_opened(
    services: Services, tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = min(OLD_STORES.glob("*.tdkt"))
    made = old_package(services, old, tmp_path / "cu.tdgoi", monkeypatch)
    manifest = packages.open_package(made, place / "nhan.tdkt").manifest
    assert manifest.contents.version == 1
    with Store.open(place / "nhan.tdkt") as opened:
        assert opened.health().version == migrations.version()


def old_package(services: Services, old: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package as the version of an old store made it."""
    from contextlib import closing

    from thidua_desktop.storage import snapshot
    from thidua_desktop.storage.connection import connect

    def copy(_store: Store, path: Path) -> snapshot.Contents:
        with closing(connect(old)) as db:
            return snapshot.copy(db, path)

    monkeypatch.setattr(Store, "copy_to", copy)
    return services.packages.make(target).path
