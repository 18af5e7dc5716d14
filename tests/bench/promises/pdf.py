"""A long award list as PDF, beside reportlab's own LongTable and beside typst."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.frame import CPU, OURS, PEAK, WALL, Growth, Promise, Scene, Side, at_most, faster, times

if TYPE_CHECKING:
    from thidua_desktop.reports.model import Report

_LONG_TABLE, _TYPST = "LongTable", "typst"
_PATIENCE_S = 90
"""More than ten times what our side takes; LongTable, which grows with the square of the lines, takes many minutes."""


@dataclass(frozen=True, slots=True)
class _Ready:
    report: Report
    target: Path
    source: Path | None = None


def _report(scene: Scene) -> _Ready:
    from tests.bench.award_lines import lines
    from tests.reports.councils.papers import council_list_of
    from thidua_desktop.reports import pdf

    pdf.write(council_list_of(tuple(lines(3))), scene.scratch / "first.pdf")  # faces and libraries are loaded
    return _Ready(council_list_of(tuple(lines(scene.rows))), scene.scratch / "list.pdf")


def _ours(ready: _Ready) -> None:
    from thidua_desktop.reports import pdf

    pdf.write(ready.report, ready.target)


def _long_table(ready: _Ready) -> None:
    from tests.bench import long_table

    long_table.write(ready.report, ready.target)


def _typst_source(scene: Scene) -> _Ready:
    """Its markup is written beforehand: only the typesetting is compared."""
    import typst  # noqa: F401  # loaded before the clock runs

    from tests.bench import typst_table

    ready = _report(scene)
    source = scene.scratch / "list.typ"
    typst_table.write(ready.report, source)
    return _Ready(ready.report, ready.target, source)


def _typst(ready: _Ready) -> None:
    import typst

    from thidua_desktop.common.paths import resource

    assert ready.source is not None
    typst.compile(str(ready.source), str(ready.target), font_paths=[str(resource("fonts"))], ignore_system_fonts=True)


PROMISES = (
    Promise(
        "pdf",
        "PDF of an award list of {rows} lines",
        10_000,
        Side(OURS, _ours, _report, most_rounds=2),
        (faster(CPU, 5, _LONG_TABLE), times(CPU, 1, _TYPST), times(WALL, 1, _TYPST), at_most(PEAK, 80)),
        (
            Side(_LONG_TABLE, _long_table, _report, most_rounds=1, limit_s=_PATIENCE_S),
            Side(_TYPST, _typst, _typst_source, most_rounds=2),
        ),
        growth=Growth((10_000, 30_000, 100_000)),
    ),
)
