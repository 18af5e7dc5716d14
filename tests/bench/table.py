"""What was measured, as text, as Markdown for the README, and as JSON that later runs go on with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import msgspec

from tests.bench.frame import Figures, Limit, Result, Verdict

_TAIL = 200
"""Letters of what a failed run said."""
_UNITS = {"s": "s", "ms": "ms", "mb": "MB"}
_MACHINE = "{processor}, {cores} cores, {memory}; {system}; Python {python}, PySide6 {qt}"


def read(path: Path) -> list[Result]:
    """The rows that earlier runs have left; none where there is no such file."""
    return msgspec.json.decode(path.read_bytes(), type=list[Result]) if path.exists() else []


def write(path: Path, results: Sequence[Result]) -> None:
    """Keep the rows."""
    rows = [asdict(result) for result in results]
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def merged(former: Sequence[Result], new: Sequence[Result]) -> list[Result]:
    """The new rows in place of those with the same key, the others as they were, in the order of keys."""
    rows = {result.key: result for result in (*former, *new)}
    return [rows[key] for key in sorted(rows)]


def text(results: Sequence[Result]) -> str:
    """For the terminal."""
    lines: list[str] = []
    machine = ""
    for result in results:
        here = _MACHINE.format_map(result.machine) if result.machine else ""
        if here != machine:
            lines += [here, ""]
            machine = here
        lines += [*_told(result), ""]
    return "\n".join(lines)


def _told(result: Result) -> Iterator[str]:
    yield f"{'met    ' if result.met else 'NOT MET'} {result.key}: {result.title}"
    for name, figures in result.medians.items():
        columns = "  ".join(f"{each:>16}" for each in _figures(result, figures))
        if name in result.unended:
            columns = _left(result.unended[name])
        yield f"          {name:24} {len(result.runs[name])} x {columns}"
    for verdict in result.verdicts:
        yield f"        {'ok ' if verdict.met else 'NO '} {said(verdict)}"
    if result.growth is not None:
        yield f"        {'ok ' if result.growth.met else 'NO '} {_growth(result)}"
    if result.trouble:
        yield f"        FAILED: {result.trouble.strip().splitlines()[-1]}"
    if result.note and not result.met:
        yield f"        {result.note}"


def markdown(results: Sequence[Result]) -> str:
    """For the README: the machine, a row for each promise, the growth."""
    if not results:
        return "Nothing has been measured yet."
    machine = results[-1].machine
    days = sorted({result.machine.get("day", "")[:10] for result in results})
    lines = [
        f"Measured on {_MACHINE.format_map(machine)}, {' and '.join(days)}. Medians; the ratios are what counts, since "
        "machines differ.",
        "",
        "| Promise | Thi Đua | Beside it | Promised and found | |",
        "|---|---|---|---|---|",
    ]
    for result in results:
        (_, ours), *peers = result.medians.items()
        verdicts = "<br>".join(said(verdict) for verdict in result.verdicts)
        if result.growth is not None:
            verdicts += f"<br>{_growth(result)}"
        beside = "<br>".join(f"{name}: {_beside(result, name, figures)}" for name, figures in peers)
        reason = result.note or " ".join(result.trouble.split())[-_TAIL:]
        found = "met" if result.met else f"**not met** {reason}".strip()
        lines.append(
            f"| {result.title} | {', '.join(_figures(result, ours))} | {beside or '-'} | {verdicts} | {found} |"
        )
    return "\n".join(lines)


def _beside(result: Result, name: str, figures: Figures) -> str:
    return _left(result.unended[name]) if name in result.unended else ", ".join(_figures(result, figures))


def _left(seconds: float) -> str:
    return f"not ended in {seconds:.0f} s"


def said(verdict: Verdict) -> str:
    """A limit and what was found, in words."""
    limit = verdict.limit
    found = "not measured" if verdict.found is None else _number(limit, verdict.found)
    if verdict.bound:
        found = f"{'more' if limit.over else 'less'} than {found}"
    return f"{_name(limit)} {limit.bound.value} {_number(limit, limit.value)}: {found}"


def _name(limit: Limit) -> str:
    what = limit.figure.rpartition("_")[0].replace("_", " ") or limit.figure
    if not limit.peer:
        return what
    return f"{limit.peer} : ours, {what}" if limit.over else f"{what} : {limit.peer}"


def _number(limit: Limit, value: float) -> str:
    return f"{value:.2f}×" if limit.peer else _figure(limit.figure, value)


def _figures(result: Result, figures: Figures) -> list[str]:
    return [
        f"{name.rpartition('_')[0] or name} {_figure(name, figures[name])}" for name in result.shown if name in figures
    ]


def _figure(name: str, value: float) -> str:
    unit = name.rpartition("_")[2]
    if unit == "s" and name.endswith("per_s"):
        return f"{value:,.0f}/s".replace(",", " ")
    shown = f"{value:.0f}" if unit == "mb" or value >= 100 else f"{value:.3g}"
    return f"{shown} {_UNITS[unit]}" if unit in _UNITS else shown


def _growth(result: Result) -> str:
    growth = result.growth
    assert growth is not None
    over = f"{growth.sizes[0]:,} to {growth.sizes[-1]:,} rows".replace(",", " ")
    return f"{growth.figure} grows as n^{growth.exponent:.2f} ({over}), in the last step n^{growth.last:.2f}"
