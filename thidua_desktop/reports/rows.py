"""Rows of a table that are made while they are written: a hundred thousand of them never lie in memory together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

from thidua_desktop.common.progress import current
from thidua_desktop.domain.stages import Stage
from thidua_desktop.reports.model import Row

T = TypeVar("T")
_TOLD_EACH = 500


def told(rows: Sequence[T]) -> Iterator[T]:
    """The rows of a table, saying how far its writing is; it can be stopped there. A short one says nothing.

    Raises:
        Cancelled: the user has stopped the work.
    """
    for done, row in enumerate(rows):
        if done and done % _TOLD_EACH == 0:
            current().step(done, len(rows), Stage.WRITING)
        yield row


class RowsOf(Sequence[Row], Generic[T]):
    """A row for each of ``things``, made anew whenever it is asked for.

    Args:
        things: what the rows tell of.
        make: gets the row's number, counted from 1, and the thing.
    """

    def __init__(self, things: Sequence[T], make: Callable[[int, T], Row]) -> None:
        self._things, self._make = things, make

    def __len__(self) -> int:
        return len(self._things)

    def __iter__(self) -> Iterator[Row]:
        return map(self._make, range(1, len(self._things) + 1), self._things)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, int):
            return self._make(range(1, len(self) + 1)[at], self._things[at])
        numbers = range(1, len(self) + 1)[at]
        return RowsOf(numbers, lambda _, number: self._make(number, self._things[number - 1]))
