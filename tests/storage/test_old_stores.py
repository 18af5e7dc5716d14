"""A file of every earlier version, made by the program of that version, is upgraded with nothing lost.

``tests/old_stores/version-N.tdkt`` holds the result of every use case there was in version N.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import fixed_today
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import restores
from thidua_desktop.services.container import Services
from thidua_desktop.storage import manifests, migrations, register_index
from thidua_desktop.storage.errors import StoreOlder
from thidua_desktop.storage.salvage import salvage
from thidua_desktop.storage.store import Store

FOLDER = Path(__file__).resolve().parents[1] / "old_stores"
VERSIONS = range(1, migrations.version())
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(params=VERSIONS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the file of an earlier version."""
    return Path(shutil.copy(FOLDER / f"version-{request.param}.tdkt", tmp_path / "cu.tdkt"))


def rows(path: Path) -> Rows:
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: [dict(row) for row in db.execute(f'SELECT * FROM "{name}" ORDER BY rowid')]
            for name in names
            if not name.startswith(("sqlite_", "_sqlite_")) and not register_index.is_generated(name)
        }


def _assert_all_there(before: Rows, after: Rows) -> None:
    assert sum(map(len, before.values())) > 100
    for name, kept in before.items():
        for old, new in zip(kept, after[name], strict=True):
            assert new.items() >= old.items(), name


def test_nothing_is_lost(old: Path) -> None:
    with closing(sqlite3.connect(old)) as db:
        version = db.execute("PRAGMA user_version").fetchone()[0]
    before = rows(old)
    with Store.open(old) as store:
        assert store.health().sound
        assert store.health().version == migrations.version()
    _assert_all_there(before, rows(old))
    (copy,) = (old.parent / "cu-sao-luu").glob("cu-*-truoc-nang-cap.tdkt")
    assert rows(copy) == before
    manifest = manifests.read(copy)
    assert manifest is not None
    assert manifest.contents.version == version


def test_the_program_works_on_it(old: Path) -> None:
    with Store.open(old) as store:
        services = Services(store, fixed_today)
        services.undo.undo()
        services.undo.redo()
        services.plans.create(Plan("Kế hoạch mới", 2024))
        made = services.backups.make(Reason.BY_HAND)
        services.backups.restore(made.backup.path)
        assert services.office.health().sound


def test_a_backup_of_it_is_upgraded_when_restored(old: Path, store: Store) -> None:
    before = rows(old)
    assert [finding.code for finding in restores.verify(old).findings] == [
        "backup.no_manifest",
        "backup.older_version",
    ]
    Services(store, fixed_today).backups.restore(old)
    assert store.health().sound
    store.close()
    _assert_all_there(before, rows(store.path))
    assert rows(old) == before


def test_it_is_salvaged_as_what_it_is(old: Path, tmp_path: Path) -> None:
    before = rows(old)
    salvage(old, tmp_path / "cuu.tdkt")
    _assert_all_there(before, rows(tmp_path / "cuu.tdkt"))


def test_looking_at_it_upgrades_nothing(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(StoreOlder):
        Store.open(old, read_only=True)
    assert old.read_bytes() == before


def test_there_is_a_file_of_every_earlier_version() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.tdkt")) == [f"version-{number}.tdkt" for number in VERSIONS]
