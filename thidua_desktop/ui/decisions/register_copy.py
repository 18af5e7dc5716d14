"""Rows of the register made ready for the clipboard beside the window, however many they are."""

from __future__ import annotations

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
    read: Callable[[int, int], Sequence[RegisterRow]],
    stretches: Sequence[range],
    columns: Sequence[Column[RegisterRow]],
) -> Copied:
    """The rows of some stretches under the titles of their columns; ``read`` has a place and how many from there on.

    Raises:
        Cancelled: the clerk does not want to wait.
    """
    cells = [[column.title for column in columns]]
    done, total = 0, sum(map(len, stretches))
    for stretch in stretches:
        for first in range(stretch.start, stretch.stop, _AT_ONCE):
            current().step(done, total, Stage.READING)
            some = min(_AT_ONCE, stretch.stop - first)
            cells += [[column.text(row) for column in columns] for row in read(first, some)]
            done += some
    return Copied(clipboard.block(cells), len(cells) - 1)
