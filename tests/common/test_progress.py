"""Long work says how far it is, and ends when it is asked to."""

from __future__ import annotations

import threading

import pytest

from thidua_desktop.common.progress import Cancelled, Progress, Step, current, watched


def work(pieces: int) -> int:
    for piece in range(pieces):
        current().step(piece, pieces, "x")
    return pieces


def test_steps_reach_whoever_watches() -> None:
    told: list[Step] = []
    with watched(Progress(told.append)):
        assert work(3) == 3
    assert told == [Step(0, 3, "x"), Step(1, 3, "x"), Step(2, 3, "x")]
    assert work(3) == 3
    assert len(told) == 3


def test_work_ends_with_the_next_step() -> None:
    progress = Progress(lambda step: progress.cancel() if step.done == 4 else None)
    with watched(progress), pytest.raises(Cancelled):
        work(100)
    assert progress.cancelled
    assert not current().cancelled


def test_each_thread_has_its_own() -> None:
    mine, other = Progress(), []
    with watched(mine):
        thread = threading.Thread(target=lambda: other.append(current()))
        thread.start()
        thread.join()
        assert current() is mine
    assert other != [mine]
