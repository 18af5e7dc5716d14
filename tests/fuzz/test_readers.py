"""Every reader against hostile files: no crash, no hang, no bomb, nothing written or fetched elsewhere."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.conftest import TODAY
from tests.fuzz import mutations
from tests.fuzz.worker import SECRET
from tests.importing.plans.samples import make_samples
from tests.storage.test_old_stores import FOLDER as OLD_STORES
from tests.torture.killing import REPOSITORY
from thidua_desktop import bootstrap
from thidua_desktop.domain.backups import Reason
from thidua_desktop.services import demo

SECONDS, MEGABYTES = 10.0, 500
READERS = ("plan", "tracker", "backup", "store")


class Watched:
    """The reading process; one that hangs is killed and counts as a failure."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.worker", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=REPOSITORY,
            env={**os.environ, "XDG_DATA_HOME": str(folder), "PYTHONIOENCODING": "utf-8"},
        )

    def read(self, reader: str, path: Path) -> dict[str, object]:
        """Have a file read."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        killer = threading.Timer(2 * SECONDS, self._process.kill)
        killer.start()
        self._process.stdin.write(f"{reader} {path}\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        killer.cancel()
        if not line:
            return {
                "outcome": "crashed",
                "detail": f"hung or died ({self._process.wait()})",
                "seconds": 0,
                "megabytes": 0,
            }
        answer: dict[str, object] = json.loads(line)
        return answer

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """Good files of every kind, by reader."""
    folder = tmp_path_factory.mktemp("tot")
    office = folder / "co-quan.tdkt"
    with bootstrap.open_services(office, create=True, today=lambda: TODAY) as services:
        services.imports.store_plan(services.imports.read_plan_text(demo.plan_text(2024)))
        tracker = services.trackers.export(2024, folder / "theo-doi.xlsx")
        backup = services.backups.make(Reason.BY_HAND).backup.path
    (folder / "mau").mkdir()
    plans = [*make_samples.make(folder / "mau"), *Path(make_samples.__file__).parent.glob("*.txt")]
    return {"plan": plans, "tracker": [tracker], "backup": [backup, *OLD_STORES.glob("*.tdkt")], "store": [office]}


@pytest.fixture
def watched(seeds: dict[str, list[Path]], tmp_path: Path) -> Iterator[Watched]:
    """A reading process with an office file of its own."""
    shutil.copy(seeds["store"][0], tmp_path / "co-quan.tdkt")
    (tmp_path / "mat.txt").write_text(SECRET, encoding="utf-8")
    process = Watched(tmp_path)
    yield process
    process.close()


def _fuzz(watched: Watched, seeds: list[Path], reader: str, folder: Path, *, inputs: int, seed: int) -> str:
    """Read so many spoiled files; gives what came of them. The first that does harm is kept and named."""
    chance = Random(seed)
    outcomes: Counter[object] = Counter()
    slowest = most = 0.0
    for number in range(inputs):
        good = chance.choice(seeds)
        path = folder / f"dau-vao{good.suffix}"
        path.write_bytes(mutations.spoiled(good.read_bytes(), chance, folder / "mat.txt"))
        answer = watched.read(reader, path)
        seconds, megabytes = float(str(answer["seconds"])), float(str(answer["megabytes"]))
        harmless = answer["outcome"] != "crashed" and seconds < SECONDS and megabytes < MEGABYTES
        assert harmless, (reader, good.name, f"input {number} of seed {seed}", answer)
        outcomes[answer["outcome"]] += 1
        slowest, most = max(slowest, seconds), max(most, megabytes)
        for left in folder.glob("dau-vao*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
    told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items(), key=str))
    return f"{reader}: {inputs} inputs tried, {told}; slowest {slowest:.1f} s, at most {most:.0f} MB"


@pytest.mark.parametrize("reader", READERS)
def test_spoiled_files_do_no_harm(watched: Watched, seeds: dict[str, list[Path]], reader: str, tmp_path: Path) -> None:
    assert "25 inputs" in _fuzz(watched, seeds[reader], reader, tmp_path, inputs=25, seed=1)


@pytest.mark.fuzz
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("reader", READERS)
def test_thousands_of_spoiled_files_do_no_harm(
    watched: Watched, seeds: dict[str, list[Path]], reader: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = _fuzz(watched, seeds[reader], reader, tmp_path, inputs=2000, seed=20261121)
    with capsys.disabled():
        print(f"\nfuzz: {told}")  # noqa: T201 - the numbers are what the run is for


def test_good_files_are_read(watched: Watched, seeds: dict[str, list[Path]], tmp_path: Path) -> None:
    """The run would show nothing if even good files were refused."""
    for reader in READERS:
        good = seeds[reader][0]
        answer = watched.read(reader, Path(shutil.copy(good, tmp_path / f"tot{good.suffix}")))
        assert answer["outcome"] == "read", answer
