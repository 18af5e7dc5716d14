"""From the start of the process to a window that can be used, on the office of a province, beside an empty window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.frame import CPU, OURS, WALL, Growth, Promise, Scene, Side, times

_PEER, _BARE = "bare QMainWindow", "bare"
_ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class _Ready:
    home: Path
    """Preferences and logs of a clerk who starts the program for the second time."""
    path: Path


def _build(scene: Scene) -> Path:
    from tests.bench import offices

    return offices.of_a_province(scene, scene.rows)


def _ready(scene: Scene) -> _Ready:
    """A second name for the file instead of a copy of a gigabyte: a start writes nothing into it."""
    path = scene.scratch / "co-quan.tdkt"
    kept = _build(scene)
    if kept.stat().st_dev == scene.scratch.stat().st_dev:
        path.hardlink_to(kept)
    else:
        shutil.copyfile(kept, path)
    ready = _Ready(scene.scratch, path)
    for what in (str(path), _BARE):
        _start(ready, what)  # files that Python compiles, and what is read from the disk
    return ready


def _start(ready: _Ready, what: str) -> None:
    lock = ready.path.with_name(f"{ready.path.name}.lock")
    lock.unlink(missing_ok=True)  # the start before ended without giving it back
    home = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(ready.home))
    command = [sys.executable, "-m", "tests.bench.starting", what]
    # What Python has compiled is kept, as on every computer where the program is used; here it may be forbidden.
    kept = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(ready.home / "bytecode")}
    environment = {**os.environ, **home, **kept}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(command, cwd=_ROOT, env=environment, check=True, capture_output=True)


def _ours(ready: _Ready) -> None:
    _start(ready, str(ready.path))


def _bare(ready: _Ready) -> None:
    _start(ready, _BARE)


PROMISES = (
    Promise(
        "start",
        "Start to a usable window, register of {rows} rows, 5 000 tasks",
        1_000_000,
        Side(OURS, _ours, _ready),
        (times(CPU, 3, _PEER), times(WALL, 3, _PEER)),
        (Side(_PEER, _bare, _ready),),
        build=_build,
        growth=Growth((10_000, 100_000, 1_000_000), rounds=3),
        shown=(WALL, CPU),
        note="Of the time beyond the bare window 15 % are classes and enums of Qt that any such window names (Qt, "
        "QStyle, QLocale, QIcon), a quarter the other work of 250 modules, the rest making, filling and drawing the "
        "first page. Next: its parts made where they stand, so that they get their style once, as in the doctor's "
        "window; its filter row and the deeds of its menus after the first drawing.",
    ),
)
