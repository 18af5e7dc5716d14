"""Templates, rulebooks and forms of the office travel with it, and come back without taking the place of others."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import fixed_today
from thidua_desktop.common.errors import StoreTrouble
from thidua_desktop.domain import office_files
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.office_files import OfficeFile
from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import packages, restores, rulebooks, templates
from thidua_desktop.services.container import Services
from thidua_desktop.storage import manifests
from thidua_desktop.storage import office_files as kept_files
from thidua_desktop.storage.office_files import found_beside
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages

pytestmark = pytest.mark.usefixtures("cheap_derivation")

TEMPLATE = b"PK\x03\x04 mau to trinh " * 90_000
"""More than one piece."""
RULES = b'code = "quy-dinh-rieng"\n'


def put(store: Path, folder: str, name: str, content: bytes) -> Path:
    path = store.parent / folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


@pytest.fixture
def works_by(store_path: Path) -> dict[str, Path]:
    """A template and a rulebook beside the office file, and what does not belong to it."""
    put(store_path, "mau-van-ban", "~$to-trinh.docx", b"Word is open")
    put(store_path, "mau-van-ban", "ghi chú.txt", b"khac")
    put(store_path, "quy-dinh", ".an.toml", b"khac")
    put(store_path, "khac", "to-trinh.docx", b"khac")
    return {
        "mau-van-ban/to-trinh.docx": put(store_path, "mau-van-ban", "to-trinh.docx", TEMPLATE),
        "quy-dinh/Quy chế sở.toml": put(store_path, "quy-dinh", "Quy chế sở.toml", RULES),
    }


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "noi-khac").mkdir()
    return tmp_path / "noi-khac"


def contents(folder: Path) -> dict[str, bytes]:
    inside = (path for name in office_files.SUFFIXES for path in (folder / name).glob("*"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in inside}


EXPECTED = {"mau-van-ban/to-trinh.docx": TEMPLATE, "quy-dinh/Quy chế sở.toml": RULES}


def test_the_folders_are_those_that_the_program_uses() -> None:
    assert templates.TEMPLATE_FOLDER in office_files.SUFFIXES
    assert rulebooks.OFFICE_FOLDER in office_files.SUFFIXES
    assert all(office_files.named_well("mau-van-ban", f"{kind.value}.docx") for kind in TemplateKind)


def test_a_package_carries_what_the_office_works_by(
    office: Services, works_by: dict[str, Path], tmp_path: Path, place: Path
) -> None:
    made = office.packages.make(tmp_path / "goi.tdgoi")
    assert made.findings == ()
    assert [file.place for file in made.manifest.office_files] == list(works_by)
    assert packages.verify(made.path) == made.manifest
    opened = packages.open_package(made.path, place / "nhan.tdkt")
    assert opened.findings == ()
    assert contents(place) == EXPECTED
    assert sorted(path.name for path in place.iterdir()) == ["mau-van-ban", "nhan.tdkt", "quy-dinh"]
    assert "2 mẫu văn bản, quy định riêng" in messages.package(
        "", made.manifest.at, 0, len(opened.manifest.office_files)
    )


def test_without_any_the_package_is_as_older_programs_know_it(office: Services, tmp_path: Path) -> None:
    assert office.packages.make(tmp_path / "goi.tdgoi").manifest.format == 1


def test_what_is_in_use_elsewhere_stays_and_the_other_lies_beside_it(
    office: Services, works_by: dict[str, Path], tmp_path: Path, place: Path
) -> None:
    assert works_by
    made = office.packages.make(tmp_path / "goi.tdgoi").path
    put(place / "nhan.tdkt", "mau-van-ban", "to-trinh.docx", b"cua noi nay")
    put(place / "nhan.tdkt", "quy-dinh", "Quy chế sở.toml", RULES)
    (finding,) = packages.open_package(made, place / "nhan.tdkt").findings
    assert "to-trinh.docx.ban-khac" in messages.finding(finding)
    beside = {"mau-van-ban/to-trinh.docx": b"cua noi nay", "mau-van-ban/to-trinh.docx.ban-khac": TEMPLATE}
    assert contents(place) == {**EXPECTED, **beside}
    # The same again brings nothing new.
    assert packages.open_package(made, place / "nua.tdkt").findings == ()
    assert contents(place) == {**EXPECTED, **beside}


def test_under_a_password_nobody_reads_them(
    office: Services, works_by: dict[str, Path], tmp_path: Path, place: Path
) -> None:
    assert works_by
    made = office.packages.make(tmp_path / "goi.tdgoi", password="mật khẩu").path
    content = made.read_bytes()
    assert b"mau to trinh" not in content
    assert b"quy-dinh" not in content
    packages.open_package(made, place / "nhan.tdkt", password="mật khẩu")
    assert contents(place) == EXPECTED


def test_a_package_that_is_refused_leaves_none_of_them(
    office: Services, works_by: dict[str, Path], tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert works_by
    made = office.packages.make(tmp_path / "goi.tdgoi").path

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(StoreTrouble):
        packages.open_package(made, place / "nhan.tdkt")
    assert list(place.iterdir()) == []


def test_what_is_too_large_is_left_out_and_told(office: Services, store_path: Path, tmp_path: Path) -> None:
    large = put(store_path, "mau-van-ban", "anh.docx", b"")
    with large.open("r+b") as file:
        file.truncate(office_files.LARGEST + 1)
    made = office.packages.make(tmp_path / "goi.tdgoi")
    assert made.manifest.office_files == ()
    (finding,) = made.findings
    assert "“anh.docx” quá lớn" in messages.finding(finding)


@pytest.mark.parametrize("name", ["sha256", "content"])
def test_a_template_that_is_locked_keeps_nobody_from_a_backup(
    office: Services, works_by: dict[str, Path], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    read = getattr(kept_files, name)

    def refusing(path: Path, *which: OfficeFile) -> object:
        if path.name == "to-trinh.docx" or any(file.name == "to-trinh.docx" for file in which):
            raise PermissionError(13, "locked")
        return read(path, *which)

    monkeypatch.setattr(kept_files, name, refusing)
    backup = office.backups.make(Reason.BY_HAND).backup.path
    manifest = manifests.read(backup)
    assert manifest is not None
    assert [file.name for file in manifest.office_files] == ["Quy chế sở.toml"]
    assert office.backups.verify(backup).findings == ()


def test_a_template_that_is_locked_is_not_packed_and_told(
    office: Services, works_by: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = kept_files.sha256

    def refusing(path: Path) -> str:
        if path.name == "to-trinh.docx":
            raise PermissionError(13, "locked")
        return read(path)

    monkeypatch.setattr(kept_files, "sha256", refusing)
    made = office.packages.make(tmp_path / "goi.tdgoi")
    assert [file.name for file in made.manifest.office_files] == ["Quy chế sở.toml"]
    (finding,) = made.findings
    assert "“to-trinh.docx” đang bị khóa" in messages.finding(finding)


if os.name == "posix":

    def test_links_are_not_followed(store_path: Path, tmp_path: Path) -> None:
        secret = tmp_path / "rieng.docx"
        secret.write_bytes(b"cua nguoi khac")
        (store_path.parent / "mau-van-ban").mkdir()
        (store_path.parent / "mau-van-ban" / "to-trinh.docx").symlink_to(secret)
        (tmp_path / "thu-muc").mkdir()
        (store_path.parent / "quy-dinh").symlink_to(tmp_path / "thu-muc")
        (tmp_path / "thu-muc" / "a.toml").write_bytes(RULES)
        assert found_beside(store_path).files == ()


def test_a_restore_brings_back_what_is_gone_and_leaves_what_is_newer(
    office: Services, works_by: dict[str, Path], store_path: Path
) -> None:
    backup = office.backups.make(Reason.BY_HAND).backup.path
    assert office.backups.verify(backup).findings == ()
    gone, newer = works_by.values()
    gone.unlink()
    newer.write_bytes(b"moi hon")
    (finding,) = office.backups.restore(backup).findings
    assert "Quy chế sở.toml.ban-khac" in messages.finding(finding)
    assert gone.read_bytes() == TEMPLATE
    assert newer.read_bytes() == b"moi hon"
    assert newer.with_name(f"{newer.name}.ban-khac").read_bytes() == RULES
    # Rulebooks are read by their suffix: the other one is not among them.
    assert found_beside(store_path).files[-1].name == "Quy chế sở.toml"


def test_a_folder_that_takes_no_files_is_told_of_what_is_restored_all_the_same(
    office: Services, works_by: dict[str, Path], store_path: Path
) -> None:
    before = office.plans.years()
    backup = office.backups.make(Reason.BY_HAND).backup.path
    office.plans.create(Plan("Kế hoạch sau", 2030))
    shutil.rmtree(store_path.parent / "quy-dinh")
    (store_path.parent / "quy-dinh").write_bytes(b"no folder")
    restored = office.backups.restore(backup)
    assert restored.changes == restores.CHANGES
    assert office.plans.years() == before
    (finding,) = restored.findings
    assert "không ghi được 2 mẫu" in messages.finding(finding)


def test_a_backup_without_its_file_brings_them_back_too(office: Services, works_by: dict[str, Path]) -> None:
    backup, store = office.backups.make(Reason.BY_HAND).backup.path, office.path
    office.close()
    for path in (store, *works_by.values()):
        path.unlink()
    assert restores.restore_closed(store, backup).findings == ()
    assert all(path.is_file() for path in works_by.values())


def test_older_backups_keep_theirs_when_others_are_thinned_out(office: Services, works_by: dict[str, Path]) -> None:
    template = works_by["mau-van-ban/to-trinh.docx"]
    first = office.backups.make(Reason.BY_HAND).backup.path
    template.write_bytes(b"sua lai")
    office.plans.create(Plan("Kế hoạch", 2024))
    for path in (office.backups.folder / "dinh-kem").iterdir():
        os.utime(path, (0, 0))
    office.backups.make(Reason.BY_HAND)
    manifest = manifests.read(first)
    assert manifest is not None
    assert len(manifest.office_files) == 2
    assert office.backups.verify(first).findings == ()


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Services]:
    with Store.open(tmp_path / "khoa.tdkt", create=True, password="của tệp") as store:
        services = Services(store, fixed_today)
        services.plans.create(Plan("Kế hoạch", 2024))
        yield services


def test_backups_of_a_file_with_a_password_seal_them(locked: Services) -> None:
    template = put(locked.path, "mau-van-ban", "to-trinh.docx", TEMPLATE)
    backup = locked.backups.make(Reason.BY_HAND).backup.path
    pool = list((locked.backups.folder / "dinh-kem").iterdir())
    assert len(pool) == 1
    assert b"mau to trinh" not in pool[0].read_bytes()
    template.unlink()
    assert locked.backups.restore(backup).findings == ()
    assert template.read_bytes() == TEMPLATE
