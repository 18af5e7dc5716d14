"""A manifest beside a backup comes from outside too: the names in it lead nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from thidua_desktop.domain.backups import Reason
from thidua_desktop.services.backup import BackupService
from thidua_desktop.services.container import Services
from thidua_desktop.storage import attachments, manifests
from thidua_desktop.storage.attachments import Attachments


@pytest.mark.parametrize(
    "name", ["../quan-trong.txt", "../co-quan-sao-luu", "", ".", "A" * 64, "0" * 63, "0" * 64 + "\n"]
)
def test_a_restore_removes_nothing_that_a_manifest_names(
    office: Services, backups: BackupService, store_path: Path, name: str
) -> None:
    important = store_path.with_name("quan-trong.txt")
    important.write_text("của người khác", encoding="utf-8")
    (attachments.folder_of(store_path)).mkdir()
    made = backups.make(Reason.BY_HAND).backup.path
    manifest = json.loads(manifests.path_of(made).read_bytes())
    manifests.path_of(made).write_text(json.dumps({**manifest, "attachments": [name]}), encoding="utf-8")
    before = sorted(path for path in store_path.parent.rglob("*") if "truoc-khoi-phuc" not in path.name)
    assert [finding.code for finding in backups.verify(made).findings] == ["backup.no_manifest"]
    backups.restore(made)
    after = sorted(path for path in store_path.parent.rglob("*") if "truoc-khoi-phuc" not in path.name)
    assert after == before
    assert important.read_text(encoding="utf-8") == "của người khác"


def test_a_name_that_is_no_hash_has_no_place(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.\."):
        Attachments(tmp_path).path("../khac")


@pytest.mark.parametrize(
    ("folder", "name"), [("mau-van-ban", "../quan-trong.docx"), ("..", "quan-trong.docx"), ("quy-dinh", "chay.exe")]
)
def test_a_restore_writes_no_file_that_a_manifest_leads_to(
    office: Services, backups: BackupService, store_path: Path, folder: str, name: str
) -> None:
    attached = Attachments(attachments.folder_of(store_path))
    made = backups.make(Reason.BY_HAND).backup.path
    source = store_path.with_name("nguon.txt")
    source.write_bytes(b"khac")
    digest = Attachments(made.parent / "dinh-kem").keep(source)
    manifest = json.loads(manifests.path_of(made).read_bytes())
    file = {"folder": folder, "name": name, "sha256": digest, "size": 4}
    manifests.path_of(made).write_text(json.dumps({**manifest, "office_files": [file]}), encoding="utf-8")
    assert [finding.code for finding in backups.verify(made).findings] == ["backup.no_manifest"]
    backups.restore(made)
    assert attached.all() == ()
    assert not [path for path in store_path.parent.parent.rglob("*") if path.name in ("quan-trong.docx", "chay.exe")]
