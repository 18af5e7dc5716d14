"""One run of one side in a process of its own: ``python -m tests.bench.child KEY SIDE ROWS CACHE ANSWER``.

The answer is a file, since what the side prints is its own affair. SIDE ``build`` makes the data of the promise.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.bench.frame import ADDED, CPU, PEAK, WALL, Scene, Side
from tests.bench.memory import children_peak_mb, peak_mb
from tests.bench.promises import find

BUILD = "build"


def main(arguments: list[str]) -> None:
    """Run it and write the figures."""
    key, name, rows, cache, answer = arguments
    promise = find(key)
    with tempfile.TemporaryDirectory(prefix="thidua-bench-", ignore_cleanup_errors=True) as folder:
        scene = Scene(Path(cache), Path(folder), int(rows))
        figures: dict[str, float] = {}
        if name != BUILD:
            figures = measured(promise.side(name), scene)
        elif promise.build is not None:
            promise.build(scene)
    Path(answer).write_text(json.dumps(figures), encoding="utf-8")


def measured(side: Side, scene: Scene) -> dict[str, float]:
    """The figures of a run in this process."""
    prepared = side.prepare(scene)
    gc.collect()
    before, used, begun = peak_mb(), _cpu(), perf_counter()
    own = side.run(prepared)
    figures = {WALL: perf_counter() - begun, CPU: _cpu() - used}
    after = peak_mb()
    if after is not None and before is not None:
        figures |= {PEAK: max(after, children_peak_mb()), ADDED: after - before}
    return figures | dict(own or {})


def _cpu() -> float:
    """Seconds of this process, all its threads, and its ended children."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


if __name__ == "__main__":
    main(sys.argv[1:])
