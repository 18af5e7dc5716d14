"""Several rounds of each promise, its sides one after the other in every round, each run in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from tests.bench.child import BUILD
from tests.bench.frame import Bound, Figures, Grown, Limit, Promise, Result, Side, Verdict
from tests.bench.growth import grown

ROOT = Path(__file__).parents[2]
_TAIL = 2_000
"""Letters of what a failed run said."""

Say = Callable[[str], None]


class RunFailed(Exception):
    """A side ended in an error; the text is the end of what it said."""


def run(key: str, side: str, rows: int, cache: Path) -> dict[str, float]:
    """The figures of one run.

    Raises:
        RunFailed: it ended in an error.
    """
    with tempfile.TemporaryDirectory(prefix="thidua-bench-") as folder:
        answer = Path(folder) / "answer.json"
        command = [sys.executable, "-m", "tests.bench.child", key, side, str(rows), str(cache), str(answer)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
        if done.returncode or not answer.exists():
            raise RunFailed((done.stderr or done.stdout)[-_TAIL:] or f"exit code {done.returncode}")
        figures: dict[str, float] = json.loads(answer.read_text(encoding="utf-8"))
        return figures


def measure(promise: Promise, rows: int, rounds: int, cache: Path, say: Say) -> Result:
    """The promise at one size."""
    runs: dict[str, list[Figures]] = {side.name: [] for side in promise.sides}
    title = promise.title.format(rows=f"{rows:,}".replace(",", " "))
    say(f"{promise.key}: {title}")
    trouble = ""
    try:
        if promise.build is not None:
            run(promise.key, BUILD, rows, cache)
        for number in range(rounds):
            for side in turned(promise.sides, number):
                if number >= side.most_rounds:
                    continue
                figures = run(promise.key, side.name, rows, cache)
                runs[side.name].append(figures)
                say(f"  round {number + 1}, {side.name}: {told(figures, promise.shown)}")
    except RunFailed as failed:
        trouble = str(failed)
        say(f"  FAILED: {trouble}")
    medians = {name: medians_of(each) for name, each in runs.items()}
    verdicts = () if trouble else tuple(judge(limit, promise.ours.name, medians) for limit in promise.limits)
    return Result(
        promise.key,
        title,
        rows,
        rounds,
        medians,
        {name: tuple(each) for name, each in runs.items()},
        verdicts,
        promise.shown,
        promise.note,
        trouble=trouble,
    )


def measure_growth(promise: Promise, most: int | None, cache: Path, say: Say) -> Grown | None:
    """How our side grows; ``most`` leaves out the sizes above it. None with fewer than two sizes.

    Raises:
        RunFailed: a run ended in an error.
    """
    growth = promise.growth
    if growth is None:
        return None
    sizes = tuple(size for size in growth.sizes if most is None or size <= most)
    if len(sizes) < 2:
        return None
    values: list[float] = []
    for size in sizes:
        if promise.build is not None:
            run(promise.key, BUILD, size, cache)
        found = [run(promise.key, promise.ours.name, size, cache)[growth.figure] for _ in range(growth.rounds)]
        values.append(median(found))
        say(f"  {size} rows: {growth.figure} {values[-1]:.4g}")
    return grown(growth.figure, sizes, tuple(values))


def turned(sides: Sequence[Side], number: int) -> Sequence[Side]:
    """The sides beginning with another one in every round, so that none is always the first."""
    at = number % len(sides)
    return (*sides[at:], *sides[:at])


def medians_of(runs: Sequence[Figures]) -> dict[str, float]:
    """The median of every figure over the rounds."""
    return {name: median(each[name] for each in runs) for name in runs[0]} if runs else {}


def judge(limit: Limit, ours: str, medians: dict[str, dict[str, float]]) -> Verdict:
    """Whether a limit holds."""
    found = medians[ours].get(limit.figure)
    if limit.peer and found is not None:
        other = medians[limit.peer].get(limit.peer_figure or limit.figure)
        upper, lower = (other, found) if limit.over else (found, other)
        found = upper / lower if upper is not None and lower else None
    if found is None:
        return Verdict(limit, None, met=False)
    return Verdict(limit, found, found <= limit.value if limit.bound is Bound.AT_MOST else found >= limit.value)


def told(figures: Figures, shown: Sequence[str]) -> str:
    """The figures that are shown, on one line."""
    return ", ".join(f"{name} {figures[name]:.3g}" for name in shown if name in figures)
