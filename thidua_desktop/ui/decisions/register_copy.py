"""Rows of the register made ready for the clipboard beside the window, however many they are."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from thidua_desktop.common.progress import current
from thidua_desktop.domain.register_queries import RegisterRow
from thidua_desktop.domain.stages import Stage
from thidua_desktop.ui.common import clipboard
from thidua_desktop.ui.common.columns import Column

_AT_ONCE = 1_000
"""Rows that are held as objects; of the others only their text is."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What goes on the clipboard, and how many rows that is: some may have gone since they were looked for."""

    block: clipboard.Block
    rows: int


def copied(
    read: Callable[[Sequence[int]], Sequence[RegisterRow]], ids: array[int], columns: Sequence[Column[RegisterRow]]
) -> Copied:
    """All the rows under the titles of their columns.

    Raises:
        Cancelled: the clerk does not want to wait.
    """
    cells = [[column.title for column in columns]]
    for first in range(0, len(ids), _AT_ONCE):
        current().step(first, len(ids), Stage.READING)
        cells += [[column.text(row) for column in columns] for row in read(ids[first : first + _AT_ONCE])]
    return Copied(clipboard.block(cells), len(cells) - 1)
