"""What a page for the wall says: days with what is due on them, and the lists below. Measures are millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """A task on the wall: a box to tick, its text, who leads. ``number`` leads to it in the list of long texts."""

    number: int
    text: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the wall calendar.

    ``notes`` are its names (a holiday, a commemoration, "Làm bù …"), ``lunar`` its lunar date, ``off`` whether nobody
    works on it, ``outside`` whether it belongs to the month before or after.
    """

    day: date
    lunar: str = ""
    notes: tuple[str, ...] = ()
    off: bool = False
    outside: bool = False
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """A month as weeks of seven days, Monday first."""

    title: str
    weeks: tuple[tuple[Day, ...], ...]

    @property
    def days(self) -> tuple[Day, ...]:
        """The days of the month itself."""
        return tuple(day for week in self.weeks for day in week if not day.outside)


@dataclass(frozen=True, slots=True)
class Lane:
    """Tasks that have no day: "Trong tháng 6", "Trong quý II"."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Wall:
    """One sheet: a month as a grid of weeks, or several side by side, a line for each day.

    What does not fit into its day is told in full in a list below, so that nothing is left out.
    """

    months: tuple[Month, ...]
    lanes: tuple[Lane, ...] = ()
    rest: str = ""
    """The title of the list of what did not fit."""
    more: str = ""
    """What a day says of entries that did not fit into it, with ``{count}``."""
