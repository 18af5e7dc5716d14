"""The frame of the benches, on figures that are known: nothing here is timed."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from tests.bench import __main__ as command
from tests.bench import growth, machine, measuring, table
from tests.bench.child import measured
from tests.bench.frame import (
    CPU,
    OURS,
    PEAK,
    WALL,
    Growth,
    Promise,
    Result,
    Scene,
    Side,
    at_least,
    at_most,
    faster,
    times,
)
from tests.bench.promises import everything

_PEER = "peer"
_FIGURES = {OURS: {CPU: 2.0, PEAK: 70.0, "p95_ms": 40.0}, _PEER: {CPU: 8.0, "own_ms": 30.0}}


def _promise(**changes: object) -> Promise:
    made = Promise(
        "job",
        "A job of {rows} rows",
        1000,
        Side(OURS, lambda _ready: None),
        (times(CPU, 1, _PEER), at_most(PEAK, 80)),
        (Side(_PEER, lambda _ready: None, most_rounds=1),),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Runs that are not run: the second is slow, as if the machine had done something else. Tells which were asked."""
    asked: list[tuple[str, int]] = []

    def run(key: str, side: str, rows: int, cache: Path, limit_s: float = 0) -> dict[str, float]:
        asked.append((side, rows))
        slow = 10 if sum(side == each for each, _ in asked) == 2 else 1
        return {CPU: rows / (1000 if side == OURS else 500) * slow, PEAK: 70.0}

    monkeypatch.setattr(measuring, "run", run)
    return asked


@pytest.mark.parametrize(
    ("limit", "found", "met"),
    [
        (at_most(PEAK, 80), 70, True),
        (at_most(PEAK, 60), 70, False),
        (at_least(PEAK, 80), 70, False),
        (times(CPU, 1, _PEER), 0.25, True),
        (faster(CPU, 4, _PEER), 4, True),
        (faster(CPU, 5, _PEER), 4, False),
        (times("p95_ms", 2, _PEER, peer_figure="own_ms"), 40 / 30, True),
        (at_most(WALL, 1), None, False),
        (times(PEAK, 1, _PEER), None, False),
    ],
)
def test_a_limit_is_judged(limit: object, found: float | None, met: bool) -> None:
    verdict = measuring.judge(limit, OURS, _FIGURES)  # type: ignore[arg-type]
    assert (verdict.found, verdict.met) == (found if found is None else pytest.approx(found), met)


def test_rounds_are_interleaved_and_medians_taken(known: list[tuple[str, int]], tmp_path: Path) -> None:
    result = measuring.measure(_promise(), 1000, 3, tmp_path, lambda _line: None)
    assert known == [(OURS, 1000), (_PEER, 1000), (OURS, 1000), (OURS, 1000)]
    assert result.medians[OURS][CPU] == 1  # the slow round does not count
    assert result.met
    assert [len(result.runs[name]) for name in (OURS, _PEER)] == [3, 1]


def test_every_round_begins_with_another_side() -> None:
    sides = _promise().sides
    assert [[side.name for side in measuring.turned(sides, number)] for number in range(2)] == [
        [OURS, _PEER],
        [_PEER, OURS],
    ]


def test_a_side_that_fails_leaves_no_verdict(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def run(*_arguments: object) -> dict[str, float]:
        raise measuring.RunFailed("AssertionError: 3 lines too few")

    monkeypatch.setattr(measuring, "run", run)
    result = measuring.measure(_promise(), 1000, 3, tmp_path, lambda _line: None)
    assert not result.met
    assert "3 lines too few" in table.text([result])


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The peer does not end within 90 seconds; tells which sides were asked."""
    asked: list[str] = []

    def run(key: str, side: str, rows: int, cache: Path, limit_s: float = 0) -> dict[str, float]:
        asked.append(side)
        if side == _PEER:
            raise measuring.NotEnded({WALL: 90.0, CPU: 80.0}, "")
        return {WALL: 5.0, CPU: 4.0, PEAK: 70.0}

    monkeypatch.setattr(measuring, "run", run)
    return asked


def test_a_peer_that_does_not_end_is_left_and_the_least_it_takes_counts(late: list[str], tmp_path: Path) -> None:
    peer = Side(_PEER, lambda _ready: None)
    promise = _promise(limits=(faster(CPU, 10, _PEER), times(WALL, 1, _PEER), times(WALL, 0.01, _PEER)), peers=(peer,))
    result = measuring.measure(promise, 1000, 3, tmp_path, lambda _line: None)
    assert late.count(_PEER) == 1
    assert [verdict.met for verdict in result.verdicts] == [True, True, False]
    told = table.text([result])
    assert "not ended in 90 s" in told
    assert "peer : ours, cpu ≥ 10.00×: more than 20.00×" in told
    assert "wall : peer ≤ 1.00×: less than 0.06×" in told
    result = replace(result, machine=machine.named())
    assert "not ended in 90 s" in table.markdown([result])
    path = tmp_path / "results.json"
    table.write(path, [result])
    assert table.read(path) == [result]


def test_our_own_side_that_does_not_end_is_a_failure_that_says_where(late: list[str], tmp_path: Path) -> None:
    assert late == []
    ours = Side(_PEER, lambda _ready: None)
    result = measuring.measure(_promise(ours=ours, peers=(), limits=()), 1000, 3, tmp_path, lambda _line: None)
    assert result.trouble == "not ended in 90 s"
    said = '  File "/x/thidua_desktop/services/backup.py", line 12 in make\n  File "/x/tests/a.py", line 3 in run\n'
    left = measuring.NotEnded({WALL: 90.0}, said)
    assert str(left) == "not ended in 90 s, at thidua_desktop/services/backup.py:12:make"


def test_a_run_at_its_limit_is_left_with_what_it_has_used(tmp_path: Path) -> None:
    left: list[dict[str, float]] = []
    reached = Event()

    def leave(figures: dict[str, float]) -> None:
        left.append(figures)
        reached.set()

    def wait(_ready: object) -> None:
        assert reached.wait(10)

    measured(Side(OURS, wait, limit_s=0.01), Scene(tmp_path, tmp_path, 1), leave)
    assert {WALL, CPU} == set(left[0])
    assert left[0][WALL] >= 0.01


@pytest.mark.parametrize(("limit_s", "code", "said"), [(30, 9, "where"), (0.01, -9, "not even ready in 0 s")])
def test_a_process_is_waited_for_no_longer_than_its_limit(limit_s: float, code: int, said: str) -> None:
    wait = "" if code == 9 else "import time; time.sleep(30); "
    ended = measuring._ended(
        [sys.executable, "-S", "-c", f"{wait}import sys; sys.exit(print('where', file=sys.stderr) or 9)"], limit_s
    )
    assert ended[0] == code or sys.platform == "win32"
    assert said in ended[1]


def test_growth_is_measured_to_the_rows_that_were_asked_for(known: list[tuple[str, int]], tmp_path: Path) -> None:
    promise = _promise(growth=Growth((10, 100, 1000)))
    whole = measuring.measure(promise, 1000, 1, tmp_path, lambda _line: None)
    found = measuring.measure_growth(promise, 100, tmp_path, lambda _line: None, whole)
    assert found is not None
    assert found.sizes == (10, 100)
    assert measuring.measure_growth(promise, 10, tmp_path, lambda _line: None, whole) is None
    del known[:]
    assert measuring.measure_growth(promise, None, tmp_path, lambda _line: None, whole) is not None
    assert known == [(OURS, 10), (OURS, 100)]  # the size measured beside the peer is not measured again


def test_what_was_measured_is_kept_when_growth_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def run(key: str, side: str, rows: int, cache: Path, limit_s: float = 0) -> dict[str, float]:
        if rows == 10:
            raise measuring.RunFailed("MemoryError")
        return {CPU: 1.0, PEAK: 70.0}

    monkeypatch.setattr(measuring, "run", run)
    monkeypatch.setattr(command, "everything", lambda: [_promise(growth=Growth((10, 100)))])
    assert command.main(["--rounds", "1", "--cache", str(tmp_path)]) == 1
    (kept,) = table.read(tmp_path / "results" / command.RESULTS)
    assert (kept.medians[OURS][CPU], kept.trouble, kept.met) == (1.0, "MemoryError", False)


@pytest.mark.parametrize(("power", "met"), [(0.5, True), (1.0, True), (1.1, True), (1.3, False), (2.0, False)])
def test_more_than_n_log_n_is_flagged(power: float, met: bool) -> None:
    sizes = (10_000, 100_000, 1_000_000)
    found = growth.grown(CPU, sizes, tuple(size**power for size in sizes))
    assert [found.exponent, found.last] == pytest.approx([power, power])
    assert found.met is met


def test_fixed_costs_do_not_hide_a_square() -> None:
    sizes = (10_000, 100_000, 1_000_000)
    found = growth.grown(CPU, sizes, tuple(6 + (size / 100_000) ** 2 for size in sizes))
    assert found.exponent < 1
    assert not found.met


def test_the_table_is_kept_and_merged(known: list[tuple[str, int]], tmp_path: Path) -> None:
    found = growth.grown(CPU, (10, 100), (1.0, 10.0))
    first = measuring.measure(_promise(), 1000, 1, tmp_path, lambda _line: None)
    first = replace(first, growth=found, machine=machine.named())
    other = replace(first, key="another", verdicts=(*first.verdicts, measuring.judge(at_most(WALL, 1), OURS, _FIGURES)))
    path = tmp_path / "results.json"
    table.write(path, [first, other])
    assert table.read(path) == [first, other]
    newer = replace(first, title="measured again")
    assert [row.title for row in table.merged(table.read(path), [newer])] == [other.title, "measured again"]


def test_the_table_says_what_was_promised_and_found(known: list[tuple[str, int]], tmp_path: Path) -> None:
    result = measuring.measure(_promise(note="The disk."), 1000, 1, tmp_path, lambda _line: None)
    result = replace(result, growth=growth.grown(CPU, (10, 100), (1.0, 90.0)), machine=machine.named())
    told = table.text([result])
    assert "A job of 1 000 rows" in told
    assert "cpu : peer ≤ 1.00×: 0.50×" in told
    assert "grows as n^1.95" in told
    assert told.startswith(machine.named()["processor"])
    (row,) = [line for line in table.markdown([result]).splitlines() if "A job" in line]
    assert "**not met** The disk." in row


def test_what_a_run_needs_is_measured_in_its_own_process(tmp_path: Path) -> None:
    side = Side(OURS, lambda _ready: {"lines_per_s": 5.0})
    figures = measured(side, Scene(tmp_path, tmp_path, 1), lambda _figures: None)
    assert {WALL, CPU, "lines_per_s"} <= set(figures)
    if sys.platform == "linux":
        assert figures[PEAK] > 10


def test_what_is_kept_is_made_once_and_whole(tmp_path: Path) -> None:
    scene = Scene(tmp_path / "cache", tmp_path, 1)

    def fails(path: Path) -> None:
        path.write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        scene.kept("data.txt", fails)
    assert scene.kept("data.txt", lambda path: path.write_text("whole")).read_text() == "whole"
    assert scene.kept("data.txt", fails).read_text() == "whole"


def test_promises_are_well_made() -> None:
    promises = list(everything())
    assert len({promise.key for promise in promises}) == len(promises)
    for promise in promises:
        names = [side.name for side in promise.sides]
        assert len(set(names)) == len(names)
        assert {limit.peer for limit in promise.limits} - {""} <= set(names[1:])
        assert promise.title.format(rows=promise.rows)


def test_the_command_lists_and_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--list", "--only", "pdf"]) == 0
    assert "award list" in capsys.readouterr().out
    assert command.main(["--readme", "--out", str(tmp_path)]) == 0
    assert "Nothing has been measured yet." in capsys.readouterr().out


def test_results_are_kept_after_each_promise(
    known: list[tuple[str, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plotted: list[Result] = []
    monkeypatch.setattr(command, "everything", lambda: [_promise(), _promise(key="another")])
    monkeypatch.setattr(command, "plot", lambda results, _target: plotted.extend(results))
    code = command.main(["--only", "job", "--rounds", "1", "--cache", str(tmp_path)])
    assert code == 0
    assert (
        [row.key for row in table.read(tmp_path / "results" / command.RESULTS)]
        == ["job"]
        == [row.key for row in plotted]
    )
