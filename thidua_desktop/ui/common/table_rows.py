"""The lines of a table as its model holds them. They can be laid out in any thread: ten thousand take a moment."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from thidua_desktop.common.records import dataclass
from thidua_desktop.ui.common.columns import R

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class GroupHeading:
    """The line above a group of rows."""

    title: str
    detail: str
    order: int


@dataclass(frozen=True)
class Grouping(Generic[V]):
    """How rows are gathered: a title for each row (rows come ordered), and words on the whole group."""

    title: Callable[[V], str]
    detail: Callable[[Sequence[V]], str]


class TableRows(Generic[R]):
    """Rows below the headings of their groups, with what makes each line the same when rows are shown anew."""

    def __init__(self, rows: Iterable[R], key: Callable[[R], Hashable], grouping: Grouping[R] | None = None) -> None:
        self.key = key
        self.lines: list[R | GroupHeading] = []
        self.groups: list[int] = []
        """The number of the group of each line."""
        self.headings: list[int] = []
        """The lines that hold headings."""
        self._arrange(tuple(rows), grouping)
        self._rows: tuple[R, ...] | None = None
        self.identities = [self.identity(line) for line in self.lines]
        self._places: dict[Hashable, int] | None = None
        self._find_places()
        self._find_rows()

    def identity(self, line: R | GroupHeading) -> Hashable:
        """What makes a line the same as before."""
        return ("group", line.title) if isinstance(line, GroupHeading) else ("row", self.key(line))

    @property
    def rows(self) -> tuple[R, ...]:
        """All rows without the headings."""
        return self._rows if self._rows is not None else self._find_rows()

    def line_of(self, key: Hashable) -> int | None:
        """The line that holds the row with a key, the first of them if there are several."""
        places = self._places if self._places is not None else self._find_places()
        return places.get(("row", key))

    def put(self, at: int, row: R) -> None:
        """Another value in the place of a row."""
        self.lines[at], former, self._rows = row, self.identities[at], None
        self.identities[at] = self.identity(row)
        if self.identities[at] != former:
            self._places = None

    def _find_rows(self) -> tuple[R, ...]:
        self._rows = tuple(line for line in self.lines if not isinstance(line, GroupHeading))
        return self._rows

    def _find_places(self) -> dict[Hashable, int]:
        # Backwards: of several lines with one key the first is meant.
        every = range(len(self.identities) - 1, -1, -1)
        self._places = dict(zip(reversed(self.identities), every, strict=True))
        return self._places

    def _arrange(self, rows: tuple[R, ...], grouping: Grouping[R] | None) -> None:
        if grouping is None:
            self.lines, self.groups = list(rows), [0] * len(rows)
            return
        parted: dict[str, list[R]] = {}
        for row in rows:
            parted.setdefault(grouping.title(row), []).append(row)
        for order, (title, members) in enumerate(parted.items()):
            self.headings.append(len(self.lines))
            self.lines += [GroupHeading(title, grouping.detail(members), order), *members]
            self.groups += [order] * (len(members) + 1)
