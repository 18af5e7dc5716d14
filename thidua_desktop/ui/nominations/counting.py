"""Counts the lines of the rounds of a year anew; where they are many, beside the window, which goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from thidua_desktop.common.errors import AppError
from thidua_desktop.services.container import Services
from thidua_desktop.services.nominations import RoundRow
from thidua_desktop.ui.common.runner import Runner

_MANY = 5_000
"""From so many lines of a year on, counting them is felt: 40 000 take 20 ms."""
_LABEL = "Đang đọc danh sách đề nghị…"


class Counting:
    """Only the answer to the last question is handed over."""

    def __init__(self, services: Services, runner: Runner, failed: Callable[[AppError], None]) -> None:
        """``failed`` hears why the rounds could not be read."""
        self._services, self._runner, self._failed = services, runner, failed
        self._asked = 0
        self._counting = False

    def busy(self) -> bool:
        """Whether lines are being counted beside the window."""
        return self._counting

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._asked += 1
        self._counting = False

    def count(self, year: int, shown: Sequence[RoundRow], done: Callable[[tuple[RoundRow, ...]], None]) -> None:
        """Hand the rounds of a year to ``done``: at once, or later where those ``shown`` until now have many lines."""
        self.forget()
        work = partial(self._services.nominations.rounds, year)
        if sum(row.nominations for row in shown) < _MANY:
            done(work())
            return
        self._counting = True
        number = self._asked
        self._runner.run(work, partial(self._on_counted, number, done), partial(self._on_failed, number), label=_LABEL)

    def _on_counted(
        self, number: int, done: Callable[[tuple[RoundRow, ...]], None], found: tuple[RoundRow, ...]
    ) -> None:
        if number == self._asked:
            self._counting = False
            done(found)

    def _on_failed(self, number: int, trouble: AppError) -> None:
        if number == self._asked:
            self._counting = False
            self._failed(trouble)
