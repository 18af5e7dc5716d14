"""Office files that several promises read, kept as long as the program would make them the same."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path

from tests.bench import large_office, register_rows
from tests.bench.frame import Scene
from thidua_desktop.storage.connection import connect
from thidua_desktop.storage.store import Store


def with_register(scene: Scene, rows: int) -> Path:
    """An office with a register of so many entries; copy it before anything is written."""
    return scene.kept(f"register-{rows}-{shape()}.tdkt", lambda path: register_rows.build(path, rows))


def of_a_province(scene: Scene, rows: int) -> Path:
    """The large office of this year, 5 000 tasks and 30 000 nominations, with a register of so many entries."""

    def make(path: Path) -> None:
        large_office.build(path)
        register_rows.fill(path, rows)

    return scene.kept(f"province-{large_office.YEAR}-{rows}-{shape()}.tdkt", make)


def shape() -> str:
    """A mark of the tables, indexes and triggers that a new office file has."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mau.tdkt"
        Store.open(path, create=True).close()
        db = connect(path, read_only=True)
        told = db.execute("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master ORDER BY type, name)")
        (made,) = told.fetchone()
        db.close()
    return sha256(made.encode()).hexdigest()[:8]
