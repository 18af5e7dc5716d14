"""How far work is: a bar, and beside it what is being done, how many of how many, how much longer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QProgressBar

from thidua_desktop.common.progress import Pace, Step
from thidua_desktop.wording import progress


class Gauge:
    """Shows the steps of one piece of work after another on a bar; ``say`` writes the words beside it."""

    def __init__(self, bar: QProgressBar, say: Callable[[str], object]) -> None:
        self._bar, self._say = bar, say
        self._pace = Pace()
        bar.setTextVisible(False)

    def begin(self, told: str = "") -> None:
        """Work begins of which nothing is known yet but its name."""
        self._pace = Pace()
        self._bar.setRange(0, 0)
        if told:
            self._tell(told)

    def show(self, step: Step) -> None:
        """Show how far it is."""
        self._bar.setRange(0, step.total)
        self._bar.setValue(step.done)
        self._tell(progress.told(step, self._pace.left(step)))

    def _tell(self, words: str) -> None:
        self._say(words)
        self._bar.setAccessibleName(words)
