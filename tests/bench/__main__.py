"""Measures what the program promises, beside its peers in the same run: ``python -m tests.bench --help``."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import platformdirs

from tests.bench import machine, table
from tests.bench.frame import Promise, Result
from tests.bench.growth import plot
from tests.bench.measuring import RunFailed, Say, measure, measure_growth
from tests.bench.promises import everything

_ROUNDS = 5
RESULTS, TEXT, PICTURE = "results.json", "table.txt", "growth.png"


def main(arguments: list[str] | None = None) -> int:
    """Measure, tell, keep; the exit code is 1 when a promise does not hold."""
    asked = _parser().parse_args(arguments)
    out = asked.out or asked.cache / "results"
    kept = out / RESULTS
    chosen = [promise for promise in everything() if _wanted(promise, asked.only)]
    if asked.list:
        _say("\n".join(f"{promise.key:24} {promise.title.format(rows=promise.rows)}" for promise in chosen))
        return 0
    if asked.readme:
        _say(table.markdown(table.read(kept)))
        return 0
    out.mkdir(parents=True, exist_ok=True)
    here = machine.named()
    new: list[Result] = []
    begun = perf_counter()

    def say(line: str) -> None:
        """With the minutes and seconds since the command began."""
        minutes, seconds = divmod(int(perf_counter() - begun), 60)
        _say(f"{minutes:3}:{seconds:02}  {line}")

    for promise in chosen:
        rows = promise.rows if asked.rows is None else min(asked.rows, promise.rows)
        result = measure(promise, rows, asked.rounds, asked.cache, say)
        if not asked.no_growth and not result.trouble:
            result = _with_growth(result, promise, asked, say)
        new.append(replace(result, machine=here))
        # After each one: a run of an hour that is stopped has not been for nothing.
        together = table.merged(table.read(kept), new)
        table.write(kept, together)
        (out / TEXT).write_text(table.text(together), encoding="utf-8")
    plot(table.read(kept), out / PICTURE)
    _say("\n" + table.text(new))
    _say(f"{kept}\n{out / TEXT}\n{out / PICTURE}")
    return 0 if all(result.met for result in new) else 1


def _with_growth(result: Result, promise: Promise, asked: argparse.Namespace, say: Say) -> Result:
    try:
        return replace(result, growth=measure_growth(promise, asked.rows, asked.cache, say, result))
    except RunFailed as failed:
        say(f"  FAILED: {failed}")
        return replace(result, trouble=str(failed))


def _wanted(promise: Promise, words: list[str] | None) -> bool:
    return not words or any(word in promise.key for word in words)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", nargs="+", metavar="WORD", help="promises whose key has one of these words")
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help=f"of each promise (default {_ROUNDS})")
    parser.add_argument("--rows", type=int, help="no more rows than these: a quick look, not what was promised")
    parser.add_argument("--no-growth", action="store_true", help="only the size that was promised")
    cache = Path(platformdirs.user_cache_dir("thidua-bench", appauthor=False))
    parser.add_argument("--cache", type=Path, default=cache, help="where the data are kept (default %(default)s)")
    parser.add_argument("--out", type=Path, help="where the table goes (default: folder results in the cache)")
    parser.add_argument("--list", action="store_true", help="name the promises and measure nothing")
    parser.add_argument("--readme", action="store_true", help="print the kept table as Markdown and measure nothing")
    return parser


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
