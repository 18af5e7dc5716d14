"""A program killed at any moment leaves a whole file with every operation that it had reported."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.storage import programs
from thidua_desktop.storage.store import Store


def _kill_while_writing(path: Path, start: int, seconds: float) -> int:
    """Let a program write something and for a while more, and kill it; gives the last operation it reported."""
    last = start
    with programs.writer(path, start) as program:
        killer = threading.Timer(seconds, program.kill)
        assert program.stdout is not None
        for line in program.stdout:
            if line.endswith("\n"):  # the last line may be cut by the kill
                last = int(line)
            if killer.ident is None:
                killer.start()
        killer.join()
    return last


def _check(path: Path, reported: int) -> int:
    """Open the file as the clerk would; gives the number of the last operation in it."""
    with Store.open(path) as store:
        assert store.health().sound
        with store.read() as work:
            plans = [row for row in work.queries.plans(2024, TODAY) if row.tasks]
            titles = {row.plan.title for row in plans}
            assert len(plans) == len(work.plans.of_year(2024)) == len(work.journal.recent(10**6))
            assert all(row.tasks == 5 for row in plans)
            assert titles >= {f"Kế hoạch {number}" for number in range(1, reported + 1)}
            return len(plans)


def _torture(path: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    done = 0
    for _ in range(kills):
        reported = _kill_while_writing(path, done, chance.uniform(0.0, 0.12))
        done = _check(path, reported)
        assert done in (reported, reported + 1)  # finished, and killed before it could say so
    assert done >= kills


def test_two_kills(store_path: Path) -> None:
    _torture(store_path, 2, seed=20240620)


@pytest.mark.torture
@pytest.mark.timeout(1800)
def test_two_hundred_kills(store_path: Path) -> None:
    _torture(store_path, 200, seed=20241115)
