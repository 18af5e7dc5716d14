"""One run of one side in a process of its own: ``python -m tests.bench.child KEY SIDE ROWS CACHE ANSWER``.

The answer is a file, since what the side prints is its own affair. SIDE ``build`` makes the data of the promise. A run
that goes beyond its limit ends with ``UNENDED``, the answer then being what it has used, and says where it was.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Timer
from time import perf_counter

from tests.bench.frame import ADDED, CPU, PEAK, WALL, Scene, Side
from tests.bench.memory import children_peak_mb, peak_mb
from tests.bench.promises import find

BUILD = "build"
UNENDED = 9
"""The exit code of a run that went beyond its limit."""

Leave = Callable[[dict[str, float]], None]


def main(arguments: list[str]) -> None:
    """Run it and write the figures."""
    key, name, rows, cache, answer = arguments
    promise = find(key)
    with tempfile.TemporaryDirectory(prefix="thidua-bench-", ignore_cleanup_errors=True) as folder:
        scene = Scene(Path(cache), Path(folder), int(rows))
        figures: dict[str, float] = {}
        if name != BUILD:
            figures = measured(promise.side(name), scene, partial(_leave, Path(answer)))
        elif promise.build is not None:
            promise.build(scene)
    Path(answer).write_text(json.dumps(figures), encoding="utf-8")


def measured(side: Side, scene: Scene, leave: Leave) -> dict[str, float]:
    """The figures of a run in this process; ``leave`` gets those of a run at its limit, in another thread."""
    prepared = side.prepare(scene)
    gc.collect()
    before, used, begun = peak_mb(), _cpu(), perf_counter()
    late = Timer(side.limit_s, lambda: leave({WALL: perf_counter() - begun, CPU: _cpu() - used}))
    late.daemon = True
    late.start()
    own = side.run(prepared)
    figures = {WALL: perf_counter() - begun, CPU: _cpu() - used}
    late.cancel()
    after = peak_mb()
    if after is not None and before is not None:
        figures |= {PEAK: max(after, children_peak_mb()), ADDED: after - before}
    return figures | dict(own or {})


def _leave(answer: Path, figures: dict[str, float]) -> None:
    """End the process where it stands."""
    answer.write_text(json.dumps(figures), encoding="utf-8")
    faulthandler.dump_traceback(all_threads=True)
    os._exit(UNENDED)


def _cpu() -> float:
    """Seconds of this process, all its threads, and its ended children."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


if __name__ == "__main__":
    main(sys.argv[1:])
