"""A backup with its proof, beside a plain copy of the file and SQLite's own check of that copy."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.frame import CPU, OURS, WALL, Growth, Promise, Scene, Side, times

if TYPE_CHECKING:
    from thidua_desktop.services.backup import BackupService

_PEER = "copy and integrity_check"
_ROWS_A_MB = 1_120
"""Entries of the register, with their indexes and search, that make a megabyte."""


@dataclass(frozen=True, slots=True)
class _Ready:
    path: Path
    service: BackupService | None = None


def _build(scene: Scene) -> Path:
    from tests.bench import offices

    return offices.with_register(scene, scene.rows * _ROWS_A_MB)


def _copied(scene: Scene) -> Path:
    return Path(shutil.copyfile(_build(scene), scene.scratch / "co-quan.tdkt"))


def _service(scene: Scene) -> _Ready:
    from thidua_desktop.services.backup import BackupService
    from thidua_desktop.storage.store import Store

    path = _copied(scene)
    return _Ready(path, BackupService(Store.open(path)))


def _ours(ready: _Ready) -> None:
    from thidua_desktop.domain.backups import Reason

    assert ready.service is not None
    made = ready.service.make(Reason.BY_HAND)
    assert made.backup.proven_at is not None
    assert made.backup.size > ready.path.stat().st_size * 0.9


def _peer(ready: _Ready) -> None:
    import os
    import sqlite3
    from contextlib import closing

    target = ready.path.with_name("copy.tdkt")
    shutil.copyfile(ready.path, target)
    with target.open("rb+") as written:
        os.fsync(written.fileno())
    with closing(sqlite3.connect(target)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


PROMISES = (
    Promise(
        "backup",
        "Backup with proof of an office file of {rows} MB",
        500,
        Side(OURS, _ours, _service, most_rounds=2),
        (times(WALL, 3, _PEER), times(CPU, 3, _PEER)),
        (Side(_PEER, _peer, lambda scene: _Ready(_copied(scene)), most_rounds=2),),
        build=_build,
        growth=Growth((5, 50, 500)),
    ),
)
