"""What a promise is made of: sides that do the same job, limits on what they need, sizes that it grows over.

Nothing here measures; ``measuring`` does, in processes of their own. So that those stay small, this module and the
modules in ``promises`` import at their top nothing but the standard library and each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

OURS = "Thi Đua"
"""The name of the program's own side in the table."""

WALL, CPU, PEAK, ADDED = "wall_s", "cpu_s", "peak_mb", "added_mb"
"""What is measured of every run: seconds on the clock, seconds of processor time (all threads and ended child
processes), the most memory (10**6 bytes) that the process ever held, and how much of that came after ``prepare``."""

Figures = Mapping[str, float]
"""What a run measured, by name."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a side works."""

    cache: Path
    """Data that are made once and kept; see ``kept``."""
    scratch: Path
    """An empty folder of this run alone."""
    rows: int
    """How large the job is, in what the promise counts."""

    def kept(self, name: str, make: Callable[[Path], object]) -> Path:
        """A file in the cache, made at the first call; ``name`` bears what it depends on: rows, seed, version.

        A maker that is interrupted leaves nothing under that name.
        """
        path = self.cache / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            half = path.with_name(f"half-{path.name}")
            half.unlink(missing_ok=True)
            make(half)
            half.replace(path)
        return path


@dataclass(frozen=True, slots=True)
class Side:
    """One way to do the job of a promise."""

    name: str
    run: Callable[[Any], Figures | None]
    """What is measured. Gets what ``prepare`` gave; may give figures of its own (a percentile, lines a second)."""
    prepare: Callable[[Scene], Any] = lambda scene: scene
    """Imports and loads in the same process, unmeasured. Its memory counts in ``peak_mb``."""
    most_rounds: int = 100
    """Rounds at the most, for what takes minutes."""
    limit_s: float = 600
    """A run that has not ended by then is left: what it has used is the least that the job takes."""


class Bound(StrEnum):
    """On which side of a limit the good figures are."""

    AT_MOST = "≤"
    AT_LEAST = "≥"


@dataclass(frozen=True, slots=True)
class Limit:
    """What is promised of a figure of our side, alone or as many times that of a peer."""

    figure: str
    bound: Bound
    value: float
    peer: str = ""
    """With a peer the ratio ours : peer is judged, otherwise the figure."""
    over: bool = False
    """The ratio is peer : ours ("so many times faster")."""
    peer_figure: str = ""
    """What of the peer is compared, where its name differs."""


def at_most(figure: str, value: float) -> Limit:
    """The figure itself has a limit."""
    return Limit(figure, Bound.AT_MOST, value)


def at_least(figure: str, value: float) -> Limit:
    """The figure itself must reach a value."""
    return Limit(figure, Bound.AT_LEAST, value)


def times(figure: str, value: float, peer: str, *, peer_figure: str = "") -> Limit:
    """At most so many times the peer's figure."""
    return Limit(figure, Bound.AT_MOST, value, peer, peer_figure=peer_figure)


def faster(figure: str, value: float, peer: str) -> Limit:
    """The peer's figure is at least so many times ours."""
    return Limit(figure, Bound.AT_LEAST, value, peer, over=True)


@dataclass(frozen=True, slots=True)
class Growth:
    """How a figure of our side is to grow with the rows: no worse than n log n."""

    sizes: tuple[int, ...]
    figure: str = CPU
    rounds: int = 1


@dataclass(frozen=True, slots=True)
class Promise:
    """A row of the table."""

    key: str
    """Letters and dashes; ``--only`` looks in it."""
    title: str
    """What is done, with ``{rows}`` where the size goes."""
    rows: int
    ours: Side
    limits: tuple[Limit, ...]
    peers: tuple[Side, ...] = ()
    build: Callable[[Scene], object] | None = None
    """Makes what the sides read and the cache keeps; runs in a process of its own before the first round."""
    growth: Growth | None = None
    shown: tuple[str, ...] = (WALL, CPU, PEAK)
    """The figures that the table shows of each side, if it has them."""
    note: str = ""
    """Where a limit is not met: why, and the next idea."""

    @property
    def sides(self) -> tuple[Side, ...]:
        """Ours first."""
        return (self.ours, *self.peers)

    def side(self, name: str) -> Side:
        """A side by its name."""
        return next(side for side in self.sides if side.name == name)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A limit with what was found."""

    limit: Limit
    found: float | None
    """None where a side does not have the figure, or this system does not tell it; the limit is not met then."""
    met: bool
    bound: bool = False
    """The peer had not ended: what was found is the most that the ratio ours : peer can be, or the least of the other
    one."""


@dataclass(frozen=True, slots=True)
class Grown:
    """What growth was seen."""

    figure: str
    sizes: tuple[int, ...]
    values: tuple[float, ...]
    exponent: float
    """Of the line through all sizes in the log-log plane."""
    last: float
    """Of the last step alone, where fixed costs hide least."""
    fair: float
    """What n log n has between the same sizes."""
    met: bool


@dataclass(frozen=True, slots=True)
class Result:
    """A row of the table, measured."""

    key: str
    title: str
    rows: int
    rounds: int
    medians: Mapping[str, Mapping[str, float]]
    """Of each side, of each figure."""
    runs: Mapping[str, tuple[Figures, ...]]
    verdicts: tuple[Verdict, ...]
    shown: tuple[str, ...]
    note: str = ""
    growth: Grown | None = None
    trouble: str = ""
    """What a side said when it failed; there are no verdicts then."""
    unended: Mapping[str, float] = field(default_factory=dict)
    """Peers that had not ended, with the seconds after which they were left."""
    machine: Mapping[str, str] = field(default_factory=dict)
    """Where and when it was measured, and at which commit."""

    @property
    def met(self) -> bool:
        """Every limit holds, and so does the growth."""
        held = all(verdict.met for verdict in self.verdicts) and (self.growth is None or self.growth.met)
        return held and not self.trouble
