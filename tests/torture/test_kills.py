"""Killed at any moment, the program leaves a whole file with every operation that it had reported."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from tests.storage.test_old_stores import FOLDER, rows
from tests.torture.killing import Program, torture
from thidua_desktop.storage import keys, migrations
from thidua_desktop.storage.store import Store


def test_three_kills(tmp_path: Path) -> None:
    tally = torture(tmp_path / "co-quan.tdkt", kills=3, seed=20240620, longest=0.3, finishing=3)
    assert tally.kills == 3
    assert tally.operations >= 3


@pytest.mark.torture
@pytest.mark.timeout(3600)
def test_three_hundred_kills(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tally = torture(tmp_path / "co-quan.tdkt", kills=300, seed=20261121, longest=1.5)
    with capsys.disabled():
        print(f"\ntorture: {tally}")  # noqa: T201 - the numbers are what the run is for
    assert tally.kills == 300
    assert {"plan_import", "bulk", "tracker", "backup", "restore", "package"} <= set(tally.interrupted)


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> int:
    """The cost of deriving a key, here and in the programs that are killed."""
    monkeypatch.setattr(keys, "_COST", 2**4)
    return 2**4


@pytest.mark.torture
@pytest.mark.timeout(3600)
def test_two_hundred_kills_while_the_password_changes(
    tmp_path: Path, cheap_keys: int, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = torture(tmp_path / "co-quan.tdkt", kills=200, seed=20261122, longest=2.0, key_cost=cheap_keys)
    with capsys.disabled():
        print(f"\ntorture: {tally}")  # noqa: T201 - the numbers are what the run is for
    changes = {tuple(how.split(" of ")[1].split()) for how in tally.locked}
    assert {("-", "0"), ("0", "1"), ("0", "-")} <= changes


def _killed_while_upgrading(tmp_path: Path, kills: int, seed: int) -> set[int]:
    """Kill the program while it upgrades a file of version 1; gives the versions that it has left."""
    chance, left = Random(seed), set()
    before = rows(FOLDER / "version-1.tdkt")
    for number in range(kills):
        path = tmp_path / str(number) / "cu.tdkt"
        path.parent.mkdir()
        shutil.copy(FOLDER / "version-1.tdkt", path)
        with Program(path, number) as program:
            program.live(chance.uniform(0.0, 0.25))
        left.add(_version(path))
        with Store.open(path) as store:
            assert store.health().sound
            assert store.health().version == migrations.version()
        after = rows(path)
        for name, kept in before.items():
            assert [row["id"] for row in after[name]][: len(kept)] == [row["id"] for row in kept], name
        shutil.rmtree(path.parent)
    return left


def _version(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def test_killed_while_upgrading(tmp_path: Path) -> None:
    _killed_while_upgrading(tmp_path, 2, seed=1)


@pytest.mark.torture
@pytest.mark.timeout(1800)
def test_killed_while_upgrading_again_and_again(tmp_path: Path) -> None:
    assert _killed_while_upgrading(tmp_path, 60, seed=2) == {1, migrations.version()}
