"""Reads the lines of a round and arranges them; those of a long round beside the window, which goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.nomination_lists import searched
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import TableModel, TableRows
from thidua_desktop.ui.nominations.lines import GroupBy, Line, arranged
from thidua_desktop.ui.nominations.overview import Overview, overview
from thidua_desktop.ui.nominations.round_facts import RoundFacts

_LONG = 500
"""From so many lines on reading and arranging them takes longer than a window may stand still."""
_LABEL = "Đang đọc danh sách đề nghị…"


@dataclass(frozen=True, slots=True)
class Listed:
    """The lines of a round in the order of entry, and as the list shows them."""

    nominations: tuple[Nomination, ...]
    lines: TableRows[Line]
    seen: Overview


class Reading:
    """Only the answer to the last question is handed over; one that has become stale is dropped."""

    def __init__(
        self, services: Services, runner: Runner, awards: Mapping[str, Award], model: TableModel[Line]
    ) -> None:
        """``model``: of the table that will show the lines."""
        self._services, self._runner, self._awards, self._model = services, runner, awards, model
        self._asked = 0
        self._reading = False

    @staticmethod
    def is_long(lines: int) -> bool:
        """Whether the answer about so many lines comes later."""
        return lines > _LONG

    def busy(self) -> bool:
        """Whether a round is being read."""
        return self._reading

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._asked += 1
        self._reading = False

    def read(
        self, round_id: RoundId, lines: int, group_by: GroupBy, facts: RoundFacts, done: Callable[[Listed], None]
    ) -> None:
        """Read a round of so many ``lines`` and arrange them."""

        def work() -> Listed:
            found = self._services.nominations.of_round(round_id)
            for line in found:
                searched(line, self._awards[line.award_id].name)  # the first letter typed need not wait for all
            return self._listed(found, group_by, facts)

        self._do(work, done, later=self.is_long(lines), reading=True)

    def arrange(
        self,
        nominations: tuple[Nomination, ...],
        group_by: GroupBy,
        facts: RoundFacts,
        done: Callable[[Listed], None],
    ) -> None:
        """Arrange lines that were read before."""

        def work() -> Listed:
            return self._listed(nominations, group_by, facts)

        self._do(work, done, later=self.is_long(len(nominations)), reading=False)

    def _listed(self, found: tuple[Nomination, ...], group_by: GroupBy, facts: RoundFacts) -> Listed:
        lines = self._model.prepared(arranged(found, self._awards, group_by, facts))
        return Listed(found, lines, overview(found, self._awards))

    def _do(self, work: Callable[[], Listed], done: Callable[[Listed], None], *, later: bool, reading: bool) -> None:
        self.forget()
        if not later:
            done(work())
            return
        self._reading = reading
        number = self._asked
        self._runner.run(work, partial(self._on_found, number, done), partial(self._on_failed, number), label=_LABEL)

    def _on_found(self, number: int, done: Callable[[Listed], None], found: Listed) -> None:
        if number == self._asked:
            self._reading = False
            done(found)

    def _on_failed(self, number: int, _trouble: AppError) -> None:
        # The round has gone meanwhile: the page hears of it and shows another one.
        if number == self._asked:
            self._reading = False
