"""What the register shows is read beside the window: the first screenful at once, any other when it comes into sight.

Whoever types on, or has scrolled on, waits for nothing that is not looked at any more: such questions are stopped.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from thidua_desktop.domain.register_queries import RegisterCount, RegisterQuery, RegisterRow
from thidua_desktop.services.register_pages import RegisterPageService
from thidua_desktop.ui.common.paged_table import PAGE, PagedTable
from thidua_desktop.ui.common.runner import Runner

_REST_MS = 400
"""How long nothing else is asked before it is counted whose many rows are, and before they are gone through."""
_AT_ONCE = 20_000
"""So many rows are counted with the first screenful."""


@dataclass(frozen=True, slots=True)
class Looked:
    """The first screenful, how many rows there are, and where the cursor belongs."""

    total: int
    first: tuple[RegisterRow, ...]
    at: int
    count: RegisterCount | None


class RegisterReading(QObject):
    """Asks for what a table shows and gives it to the table."""

    shown = Signal(object)
    """A ``Looked`` is shown now."""
    counted = Signal(object)
    """The ``RegisterCount`` of many rows that are shown already."""

    def __init__(
        self, pages: RegisterPageService, runner: Runner, table: PagedTable[RegisterRow], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pages, self._runner, self._table, self._model = pages, runner, table, table.rows
        self.query = RegisterQuery()
        """What is shown, or being looked for."""
        self._asked = 0
        """The number of the question that is wanted; answers to earlier ones are dropped."""
        self._near: frozenset[int] = frozenset()
        """The pages in sight."""
        self._reading = 0
        """Pages that are waited for: meanwhile nothing else is asked."""
        self._left: list[Callable[..., RegisterCount | None]] = []
        """What can wait, in order."""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._go_on)
        self._model.page_wanted.connect(self._read)
        table.verticalScrollBar().valueChanged.connect(lambda _value: self._look_around())

    def look(self, query: RegisterQuery, goes_to: int | None = None) -> None:
        """Show what a query finds, with the cursor on an entry if it is among it."""
        self._asked += 1
        self.query = query
        self._rest.stop()
        work = partial(_looked, self._pages, query, goes_to, self._wanted())
        self._runner.run_aside(work, partial(self._on_looked, self._asked))

    def rows(self, first: int, limit: int) -> tuple[RegisterRow, ...]:
        """Rows from any place on, for work beside the window."""
        return self._pages.rows(self._pages.part(self.query, first, limit))

    def _wanted(self) -> Callable[[], bool]:
        asked = self._asked
        return lambda: asked == self._asked

    def _on_looked(self, asked: int, looked: Looked) -> None:
        if asked != self._asked:
            return
        self._model.show(looked.total, looked.first)
        if looked.total:
            self._table.go_to(looked.at)
        self._look_around()
        self.shown.emit(looked)
        if looked.count is None:
            self._left = [self._pages.counted, self._pages.prepare]
            self._rest.start()

    def _go_on(self) -> None:
        """Do what can wait: count whose rows they are, then go through them, so that any place is reached at once."""
        asked = self._asked

        def wanted() -> bool:
            return asked == self._asked and not self._reading

        def done(count: RegisterCount | None) -> None:
            if asked != self._asked:
                return
            if count is not None:
                self.counted.emit(count)
            self._left.pop(0)
            if self._left:
                self._rest.start()

        def dropped(_trouble: object) -> None:
            if asked == self._asked:
                self._rest.start()

        self._runner.run_aside(partial(self._left[0], self.query, wanted=wanted), done, dropped)

    def _look_around(self) -> None:
        self._near = frozenset((*self._table.seen_pages(), max(0, self._table.currentIndex().row()) // PAGE))

    def _read(self, page: int) -> None:
        asked = self._asked
        self._near |= {page}  # it is asked for before the bar says that it has moved
        self._reading += 1

        def wanted() -> bool:
            return asked == self._asked and page in self._near

        def done(rows: tuple[RegisterRow, ...]) -> None:
            self._reading -= 1
            if asked == self._asked:
                self._model.take(page, rows)

        def dropped(_trouble: object) -> None:
            self._reading -= 1
            if asked == self._asked:
                self._model.forget(page)
                self._table.viewport().update()  # whoever has scrolled back by now asks again

        self._runner.run_aside(partial(_page, self._pages, self.query, page, wanted), done, dropped)


def _looked(
    pages: RegisterPageService, query: RegisterQuery, goes_to: int | None, wanted: Callable[[], bool]
) -> Looked:
    first = pages.first(query, PAGE, wanted=wanted)
    at = pages.position(query, goes_to, wanted=wanted) if goes_to is not None else None
    count = pages.counted(query, wanted=wanted) if first.total <= _AT_ONCE else None
    return Looked(first.total, pages.rows(first.ids), at or 0, count)


def _page(
    pages: RegisterPageService, query: RegisterQuery, page: int, wanted: Callable[[], bool]
) -> tuple[RegisterRow, ...]:
    return pages.rows(pages.part(query, page * PAGE, PAGE, wanted=wanted))
