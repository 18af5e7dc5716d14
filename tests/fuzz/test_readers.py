"""Every reader against hostile files: no crash, no hang, no bomb, nothing written or fetched elsewhere."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from tests.fuzz import mutations, seeds
from tests.fuzz.conftest import TRIED
from tests.fuzz.worker import SECRET
from tests.torture.killing import REPOSITORY

_INPUT, _OURS = "dau-vao", ("co-quan", "tam", "rieng")
_NAMED = [Path(name) for name in mutations.PATHS if Path(name).is_absolute()]

SECONDS, MEGABYTES = 10.0, 500
"""Seconds of the processor, megabytes in memory, for one input."""
_PATIENCE = 120.0
"""Seconds after which a reader that waits for something is taken to wait for ever."""
READERS = ("plan", "list", "tracker", "backup", "store", "package")

Record = Callable[[str, object], None]


class Watched:
    """The reading process; one that hangs is killed and counts as a failure. It lives in a folder below ``root``."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.folder = root / "trong"
        self.secret = root / "mat.txt"
        self._outside = self._tree()
        self._process = self._started()

    def _started(self) -> subprocess.Popen[str]:
        root, folder = self._root, self.folder
        return subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.worker", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=REPOSITORY,
            env={
                **os.environ,
                "HOME": str(root / "nha"),
                "XDG_DATA_HOME": str(folder / "rieng"),
                "TMPDIR": str(folder / "tam"),
                "PYTHONIOENCODING": "utf-8",
                "PYTHONDONTWRITEBYTECODE": "1",  # compiled code would be something written elsewhere
            },
        )

    def read(self, reader: str, path: Path) -> dict[str, object]:
        """Have a file read."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        killer = threading.Timer(_PATIENCE, self._process.kill)
        killer.start()
        self._process.stdin.write(f"{reader} {path}\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        killer.cancel()
        if not line:
            died = {"outcome": "crashed", "detail": f"hung or died ({self._process.wait()})"}
            self.close()
            self._process = self._started()
            return {**died, "seconds": 0, "megabytes": 0}
        answer: dict[str, object] = json.loads(line)
        return answer

    def stray(self) -> list[str]:
        """What has been changed outside of the folder, or left behind in it; and the input is removed."""
        for left in self.folder.glob(f"{_INPUT}*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        left_behind = [path for path in self.folder.iterdir() if not path.name.startswith(_OURS)]
        left_behind += (self.folder / "tam").iterdir()
        outside = self._tree()
        return [*map(str, left_behind), *(str(each) for each in outside ^ self._outside)]

    def _tree(self) -> frozenset[tuple[str, int, int]]:
        """Everything outside of the folder, as names, sizes and times; places that hostile files name too."""
        found = [path for path in self._root.rglob("*") if not path.is_relative_to(self.folder)]
        found += [path for path in _NAMED if path.exists()]
        return frozenset((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in found if path.is_file())

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """Good files of every kind, by reader."""
    return seeds.made(tmp_path_factory.mktemp("tot"))


@pytest.fixture(scope="module")
def watched(good: dict[str, list[Path]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """A reading process with an office file of its own, and things beside its folder that it must not touch."""
    tmp_path = tmp_path_factory.mktemp("canh")
    for name in ("trong/tam", "trong/rieng", "nha"):
        (tmp_path / name).mkdir(parents=True)
    shutil.copy(good["store"][0], tmp_path / "trong" / "co-quan.tdkt")
    (tmp_path / "mat.txt").write_text(SECRET, encoding="utf-8")
    process = Watched(tmp_path)
    yield process
    process.close()


def _fuzz(watched: Watched, good: list[Path], reader: str, record: Record, *, inputs: int, seed: int) -> None:
    """Read so many spoiled files and report what came of them. The first that does harm is kept and named."""
    chance = Random(seed)
    outcomes: Counter[object] = Counter()
    slowest = most = 0.0
    for number in range(inputs):
        original = chance.choice(good)
        path = watched.folder / f"{_INPUT}{original.suffix}"
        path.write_bytes(mutations.spoiled(original.read_bytes(), chance, watched.secret))
        answer = watched.read(reader, path)
        seconds, megabytes = float(str(answer["seconds"])), float(str(answer["megabytes"]))
        harmless = answer["outcome"] != "crashed" and seconds < SECONDS and megabytes < MEGABYTES
        assert harmless, (reader, original.name, f"input {number} of seed {seed}", answer)
        stray = watched.stray()
        assert stray == [], (reader, original.name, f"input {number} of seed {seed}", stray)
        outcomes[answer["outcome"]] += 1
        slowest, most = max(slowest, seconds), max(most, megabytes)
    told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items(), key=str))
    record(TRIED, (inputs, f"{reader}, files spoiled: {told}; slowest {slowest:.1f} s, at most {most:.0f} MB"))


@pytest.mark.parametrize("reader", READERS)
def test_spoiled_files_do_no_harm(
    watched: Watched, good: dict[str, list[Path]], reader: str, record_property: Record
) -> None:
    _fuzz(watched, good[reader], reader, record_property, inputs=6, seed=1)


@pytest.mark.fuzz
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("reader", READERS)
def test_thousands_of_spoiled_files_do_no_harm(
    watched: Watched, good: dict[str, list[Path]], reader: str, record_property: Record
) -> None:
    _fuzz(watched, good[reader], reader, record_property, inputs=2000, seed=20261121)


def test_good_files_are_read(watched: Watched, good: dict[str, list[Path]]) -> None:
    """The run would show nothing if even good files were refused."""
    for reader in READERS:
        original = good[reader][0]
        answer = watched.read(reader, Path(shutil.copy(original, watched.folder / f"{_INPUT}{original.suffix}")))
        assert answer["outcome"] == "read", answer
        assert watched.stray() == []


def test_what_is_done_elsewhere_is_noticed(watched: Watched) -> None:
    """The watch itself can fail."""
    strays = (watched.folder.parent / "nha" / "thoat.txt", watched.folder / "tam" / "con-lai")
    for stray in strays:
        stray.write_text("ra ngoài", encoding="utf-8")
    assert len(watched.stray()) == 2
    for stray in strays:
        stray.unlink()
    assert watched.stray() == []
