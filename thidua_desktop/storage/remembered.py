"""What a connection has read last, for whoever asks for the same before anything is changed.

After every change a screen asks for the lines of its round half a dozen times, each question in a transaction of its
own: for the list, the findings, doubles, ceilings, dossiers and units. Ten thousand lines take a third of a second.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from thidua_desktop.storage.session import Session

T = TypeVar("T")

_MOST = 50_000
"""Records that are kept; what was asked for first goes first."""


class Remembered:
    """Records of one connection, frozen ones only: whoever gets them shares them with others."""

    def __init__(self) -> None:
        self._moment: tuple[Any, ...] | None = None
        self._kept: dict[Hashable, Sequence[Any]] = {}

    def of(self, session: Session, key: Hashable, read: Callable[[], tuple[T, ...]]) -> tuple[T, ...]:
        """What ``key`` stands for, read if it was not read since the last operation."""
        if session.writing or not session.busy:
            return read()  # the state that an operation is making, or one that may change between two questions
        # The moment too: the entries of a file that was restored are numbered from an earlier one on.
        moment = session.db.conn.execute("SELECT id, at FROM entries ORDER BY id DESC LIMIT 1").fetchone()
        if moment != self._moment:
            self._moment, self._kept = moment, {}
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = read()
            while len(self._kept) > 1 and sum(map(len, self._kept.values())) > _MOST:
                del self._kept[next(iter(self._kept))]
        return tuple(found)
