"""How a figure grows with the rows: the exponent of a power law, beside that of n log n; and a picture of it."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from pathlib import Path

from tests.bench.frame import Grown, Result

_NOISE = 0.08
"""By so much an exponent may lie above that of n log n: runs of some seconds differ by some per cent."""


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
    """A PNG with a line for each promise that grows, and one that shows what n log n looks like; none without any."""
    drawn = [(each, each.growth) for each in results if each.growth is not None]
    if not drawn:
        return
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(9, 6), dpi=120)
    for result, growth in drawn:
        label = f"{result.key}: {growth.figure}, n^{growth.exponent:.2f}, at last n^{growth.last:.2f}"
        axes.plot(growth.sizes, growth.values, marker="o", label=label)
    sizes = sorted({size for _, growth in drawn for size in growth.sizes})
    lowest = min(growth.values[0] for _, growth in drawn) / 2
    fair = [lowest * size * log(size) / (sizes[0] * log(sizes[0])) for size in sizes]
    axes.plot(sizes, fair, linestyle="--", color="grey", label="n log n")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("rows")
    axes.set_ylabel("seconds (_s) or milliseconds (_ms)")
    axes.grid(visible=True, which="both", alpha=0.3)
    axes.legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(target)
    pyplot.close(figure)
