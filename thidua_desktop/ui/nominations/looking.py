"""Looks up what is known of a round beside all other work: the lines in sight first, then the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import NominationId, RoundId
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.nominations.round_facts import RoundFacts, first_look, whole_look


class Looking(QObject):
    """Keeps the facts of the round in front; while it looks, what is wanted anew waits and nothing is done twice."""

    found = Signal()
    """``facts`` says more, or something else, than before."""

    def __init__(self, services: Services, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._runner = services, runner
        self.facts = RoundFacts()
        self._sight: Callable[[], Sequence[NominationId]] = tuple
        self._short = False
        self._wanted: RoundId | None = None
        self._at_work = False

    def look(
        self, round_id: RoundId | None, sight: Callable[[], Sequence[NominationId]], *, short: bool = False
    ) -> None:
        """Look at a round, or again at the same one after a change; ``sight`` gives the lines that are seen.

        A ``short`` round is looked at as a whole at once, lest its table be arranged and drawn once more.
        """
        if round_id != self.facts.round_id:
            self.facts = RoundFacts(round_id)
        self._sight, self._wanted, self._short = sight, round_id, short
        if not self._at_work:
            self._begin()

    def _begin(self) -> None:
        round_id, self._wanted = self._wanted, None
        if round_id is None:
            return
        self._at_work = True
        if self._short:
            self._look_at_whole(round_id)
            return
        work = partial(first_look, self._services, self.facts, tuple(self._sight()))
        self._runner.run_aside(work, self._on_first, self._on_failed)

    def _on_first(self, facts: RoundFacts) -> None:
        assert facts.round_id is not None
        self._take(facts)
        if self._wanted is not None:  # something has changed meanwhile: what is in sight goes before
            self._begin()
            return
        self._look_at_whole(facts.round_id)

    def _look_at_whole(self, round_id: RoundId) -> None:
        self._runner.run_aside(partial(whole_look, self._services, round_id), self._on_whole, self._on_failed)

    def _on_whole(self, facts: RoundFacts) -> None:
        self._at_work = False
        self._take(facts)
        self._go_on()

    def _on_failed(self, _trouble: AppError) -> None:
        # The round has gone, or the program is being closed: the page hears of the first and looks elsewhere.
        self._at_work = False
        self._go_on()

    def _go_on(self) -> None:
        if self._wanted is not None:
            self._begin()

    def _take(self, facts: RoundFacts) -> None:
        if facts.round_id == self.facts.round_id:
            self.facts = facts
            self.found.emit()
