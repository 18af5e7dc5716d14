"""How a figure grows with the rows: the exponent of a power law, beside that of n log n; and a picture of it."""

from __future__ import annotations

from collections.abc import Sequence
from math import log, log10
from pathlib import Path

from tests.bench.frame import Grown, Result

_NOISE = 0.08
"""By so much an exponent may lie above that of n log n: runs of some seconds differ by some per cent."""

_FEW = 10_000
"""Rows that n log n is drawn from."""


def slope(sizes: Sequence[float], values: Sequence[float]) -> float:
    """The exponent of the power law that fits best (least squares of the logarithms)."""
    across, up = [log(size) for size in sizes], [log(value) for value in values]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    rise = sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True))
    return rise / sum((x - middle) ** 2 for x in across)


def grown(figure: str, sizes: tuple[int, ...], values: tuple[float, ...]) -> Grown:
    """The exponents, and whether the last step is no steeper than n log n."""
    last = slope(sizes[-2:], values[-2:])
    fair = slope(sizes[-2:], [size * log(size) for size in sizes[-2:]])
    return Grown(figure, sizes, values, slope(sizes, values), last, fair, last <= fair + _NOISE)


def plot(results: Sequence[Result], target: Path) -> None:
    """A PNG with a line for each promise that grows: how many times longer for so many times the rows.

    Pages, megabytes and rows stand on the same axes so; n log n is drawn for lists that begin with ten thousand rows.
    Without any growth there is no picture.
    """
    drawn = [(each, each.growth) for each in results if each.growth is not None]
    if not drawn:
        return
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(10, 7), dpi=120)
    for at, (result, growth) in enumerate(drawn):
        across = [size / growth.sizes[0] for size in growth.sizes]
        up = [value / growth.values[0] for value in growth.values]
        span = f"{growth.sizes[0]:,} to {growth.sizes[-1]:,}".replace(",", " ")
        label = f"{result.key} ({span}): n^{growth.exponent:.2f}, at last n^{growth.last:.2f}"
        axes.plot(across, up, marker="osD^v<>"[at % 7], label=label)
    times = [10 ** (step / 10) for step in range(int(10 * log10(max(g.sizes[-1] / g.sizes[0] for _, g in drawn))) + 1)]
    fair = [each * log(_FEW * each) / log(_FEW) for each in times]
    axes.plot(times, fair, linestyle="--", color="black", label="n log n")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("times the rows")
    axes.set_ylabel("times the time")
    axes.grid(visible=True, which="both", alpha=0.3)
    axes.legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(target)
    pyplot.close(figure)
