"""Several rounds of each promise, its sides one after the other in every round, each run in a process of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.child import BUILD, UNENDED
from tests.bench.frame import WALL, Bound, Figures, Grown, Limit, Promise, Result, Side, Verdict
from tests.bench.growth import grown

ROOT = Path(__file__).parents[2]
_TAIL = 2_000
"""Letters of what a failed run said."""
_PREPARE_S = 900
"""As long may making the data take; a run that hangs where its own clock cannot end it gets so much on top too."""
_FRAME = re.compile(r'(thidua_desktop/\S+)", line (\d+) in (\w+)')

Say = Callable[[str], None]


class RunFailed(Exception):
    """A side ended in an error; the text is the end of what it said."""


class NotEnded(RunFailed):
    """A run went beyond its limit; ``figures`` are what it had used by then."""

    def __init__(self, figures: Figures, said: str) -> None:
        where = " < ".join(":".join(frame) for frame in _FRAME.findall(said)[:3])
        super().__init__(f"not ended in {figures[WALL]:.0f} s" + (f", at {where}" if where else ""))
        self.figures = figures


def run(key: str, side: str, rows: int, cache: Path, limit_s: float = 0) -> dict[str, float]:
    """The figures of one run. What it prints is seen at once; what it says of errors only when it fails.

    Raises:
        NotEnded: it went beyond its limit.
        RunFailed: it ended in an error.
    """
    with tempfile.TemporaryDirectory(prefix="thidua-bench-") as folder:
        answer = Path(folder) / "answer.json"
        command = [sys.executable, "-m", "tests.bench.child", key, side, str(rows), str(cache), str(answer)]
        code, said = _ended(command, limit_s + _PREPARE_S)
        if code not in (0, UNENDED) or not answer.exists():
            raise RunFailed(said[-_TAIL:] or f"exit code {code}")
        figures: dict[str, float] = json.loads(answer.read_text(encoding="utf-8"))
        if code == UNENDED:
            raise NotEnded(figures, said)
        return figures


def _ended(command: Sequence[str], most_s: float) -> tuple[int, str]:
    """The exit code of a process and its errors; nothing that it has started goes on after it."""
    with subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, text=True, errors="replace", start_new_session=True
    ) as child:
        try:
            _, said = child.communicate(timeout=most_s)
        except subprocess.TimeoutExpired:
            said = f"not even ready in {most_s:.0f} s, or hung where its clock could not end it"
        finally:
            _end_all(child)
    return child.returncode, said


def _end_all(child: subprocess.Popen[str]) -> None:
    child.kill()
    if sys.platform != "win32":
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)


def measure(promise: Promise, rows: int, rounds: int, cache: Path, say: Say) -> Result:
    """The promise at one size."""
    runs: dict[str, list[Figures]] = {side.name: [] for side in promise.sides}
    unended: dict[str, float] = {}
    title = promise.title.format(rows=f"{rows:,}".replace(",", " "))
    say(f"{promise.key}: {title}")
    trouble = ""
    try:
        if promise.build is not None:
            run(promise.key, BUILD, rows, cache)
        for number in range(rounds):
            for side in turned(promise.sides, number):
                if number >= side.most_rounds or side.name in unended:
                    continue
                begun = perf_counter()
                try:
                    figures: Figures = run(promise.key, side.name, rows, cache, side.limit_s)
                except NotEnded as left:
                    if side is promise.ours:
                        raise
                    figures, unended[side.name] = left.figures, left.figures[WALL]
                    say(f"  {side.name}: {left}")
                runs[side.name].append(figures)
                took = perf_counter() - begun
                say(f"  round {number + 1}, {side.name}: {told(figures, promise.shown)} (with preparing {took:.0f} s)")
    except RunFailed as failed:
        trouble = str(failed)
        say(f"  FAILED: {trouble}")
    medians = {name: medians_of(each) for name, each in runs.items()}
    verdicts = () if trouble else tuple(judge(limit, promise.ours.name, medians, unended) for limit in promise.limits)
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
        unended=unended,
    )


def measure_growth(promise: Promise, most: int | None, cache: Path, say: Say, found: Result) -> Grown | None:
    """How our side grows; ``most`` leaves out the sizes above it. None with fewer than two sizes.

    The size that was measured beside the peers is not measured again: what was ``found`` there counts.

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
        if size == found.rows:
            values.append(found.medians[promise.ours.name][growth.figure])
            continue
        if promise.build is not None:
            run(promise.key, BUILD, size, cache)
        ours = promise.ours
        each = [run(promise.key, ours.name, size, cache, ours.limit_s)[growth.figure] for _ in range(growth.rounds)]
        values.append(median(each))
        say(f"  {size} rows: {growth.figure} {values[-1]:.4g}")
    return grown(growth.figure, sizes, tuple(values))


def turned(sides: Sequence[Side], number: int) -> Sequence[Side]:
    """The sides beginning with another one in every round, so that none is always the first."""
    at = number % len(sides)
    return (*sides[at:], *sides[:at])


def medians_of(runs: Sequence[Figures]) -> dict[str, float]:
    """The median of every figure over the rounds."""
    return {name: median(each[name] for each in runs) for name in runs[0]} if runs else {}


def judge(
    limit: Limit, ours: str, medians: Mapping[str, Mapping[str, float]], unended: Collection[str] = ()
) -> Verdict:
    """Whether a limit holds; with a peer among the ``unended`` only what holds in any case is met."""
    found = medians[ours].get(limit.figure)
    if limit.peer and found is not None:
        other = medians[limit.peer].get(limit.peer_figure or limit.figure)
        upper, lower = (other, found) if limit.over else (found, other)
        found = upper / lower if upper is not None and lower else None
    if found is None:
        return Verdict(limit, None, met=False)
    met = found <= limit.value if limit.bound is Bound.AT_MOST else found >= limit.value
    return Verdict(limit, found, met, bound=limit.peer in unended)


def told(figures: Figures, shown: Sequence[str]) -> str:
    """The figures that are shown, on one line."""
    return ", ".join(f"{name} {figures[name]:.3g}" for name in shown if name in figures)
