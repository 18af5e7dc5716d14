"""What every part of the directory is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.navigation import Navigation


@dataclass(frozen=True, slots=True)
class Frame:
    """The services, whoever does the work, who hears of changes, who speaks to the clerk, what is remembered."""

    services: Services
    runner: Runner
    navigation: Navigation
    feedback: Feedback
    preferences: Preferences

    def change(
        self,
        work: Callable[[], Changes],
        text: str = "",
        then: Callable[[Changes], None] | None = None,
        *,
        offers: tuple[Offer, ...] = (),
        failed: Callable[[AppError], None] | None = None,
    ) -> None:
        """Do what changes the file, tell the whole window, say ``text`` if there is any; ``then`` hears last."""

        def done(changes: Changes) -> None:
            self.navigation.changes_made.emit(changes)
            if text:
                self.feedback.say(text, offers=offers)
            if then is not None:
                then(changes)

        self.runner.run(work, done, failed)
