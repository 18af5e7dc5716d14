"""How a connection keeps its journal, and what can be told of a file without touching it."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from thidua_desktop.storage import keys
from thidua_desktop.storage.connection import connect, keeps_log, pragma
from thidua_desktop.storage.keys import Key


@pytest.fixture(params=[None, "Mật khẩu"], ids=["plain", "password"])
def key(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Key | None:
    monkeypatch.setattr(keys, "_COST", 2**4)
    return None if request.param is None else Key.new(request.param)


def _made(path: Path, mode: str, key: Key | None) -> Path:
    path.touch()
    with closing(connect(path, key=key)) as db:
        db.execute(f"PRAGMA journal_mode = {mode}")
        db.execute("CREATE TABLE t (a)")
        db.execute("INSERT INTO t VALUES (zeroblob(20000))")
    return path


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(("mode", "expected"), [("WAL", True), ("DELETE", False), ("TRUNCATE", False)])
def test_whether_a_file_keeps_a_log_is_told_without_touching_it(
    tmp_path: Path, key: Key | None, mode: str, expected: bool
) -> None:
    path = _made(tmp_path / "tệp #1.tdkt", mode, key)
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    before = path.read_bytes()
    assert keeps_log(path, key) is expected
    assert path.read_bytes() == before
    assert _names(tmp_path) == [path.name]


def test_alone_a_log_is_merged_without_shared_memory(tmp_path: Path, key: Key | None) -> None:
    path = _made(tmp_path / "a.tdkt", "WAL", key)
    left = tmp_path / "sau-cup-dien"
    left.mkdir()
    with closing(connect(path, key=key)) as db:
        db.execute("INSERT INTO t VALUES (1)")
        for suffix in ("", "-wal"):
            shutil.copy(tmp_path / f"a.tdkt{suffix}", left)
    with closing(connect(left / "a.tdkt", key=key, alone=True)) as db:
        assert db.execute("SELECT count(*) FROM t").fetchone() == (2,)
        assert _names(left) == ["a.tdkt", "a.tdkt-wal"]
        db.execute("PRAGMA journal_mode = DELETE")
    assert _names(left) == ["a.tdkt"]
    assert not keeps_log(left / "a.tdkt", key)


def test_the_journal_of_a_share_stays_and_is_emptied(tmp_path: Path, key: Key | None) -> None:
    path = _made(tmp_path / "a.tdkt", "DELETE", key)
    with closing(connect(path, key=key, rollback=True)) as db:
        assert pragma(db, "journal_mode") == "truncate"
        assert pragma(db, "synchronous") == 2
        db.execute("INSERT INTO t VALUES (1)")
        assert path.with_name("a.tdkt-journal").stat().st_size == 0
