"""How screens change the office file: one operation in the background, one message, one way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import EntryId
from thidua_desktop.services.container import Services
from thidua_desktop.services.undo import Done
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.navigation import Navigation

Told = str | Callable[[Changes], str]
"""What is said after an operation, or what makes it of the changes; an empty text says nothing."""


class Undoable:
    """Does operations and offers to take just each of them back, whatever has been done since."""

    def __init__(self, services: Services, runner: Runner, navigation: Navigation, feedback: Feedback) -> None:
        self._undoing, self._runner = services.undo, runner
        self._navigation, self._feedback = navigation, feedback

    def do(
        self,
        work: Callable[[], Changes],
        told: Told = "",
        *,
        then: Callable[[Changes], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
        offers: tuple[Offer, ...] | Callable[[Changes], tuple[Offer, ...]] = (),
        undone: str = "Đã hoàn tác.",
        label: str = "",
    ) -> None:
        """Do one operation, let every screen look again, say what was done and offer to take it back.

        Args:
            work: the call of a service.
            told: what is said, with the offers; after it was taken back, ``undone``.
            then: called last.
            failed: hears why it could not be done; without it the clerk is told.
            offers: what can be done next, before the way back; or what makes them of the changes.
            label: what is being done, if it takes long enough to be noticed.
        """

        def on_done(done: Done) -> None:
            self._navigation.changes_made.emit(done.changes)
            text = told if isinstance(told, str) else told(done.changes)
            if text:
                following = offers if isinstance(offers, tuple) else offers(done.changes)
                self._feedback.say(text, offers=(*following, *self._way_back(done.entry_id, undone)))
            if then is not None:
                then(done.changes)

        # The entry is asked for where the operation was done, before anything else can be.
        self._runner.run(partial(self._undoing.doing, work), on_done, failed or self._feedback.trouble, label=label)

    def _way_back(self, entry_id: EntryId | None, undone: str) -> tuple[Offer, ...]:
        if entry_id is None:
            return ()
        work = partial(self._undoing.undo, entry_id)
        return (Offer("Hoàn tác", partial(self._take_back, work, undone)),)

    def _take_back(self, work: Callable[[], Changes], undone: str) -> None:
        def on_done(changes: Changes) -> None:
            self._navigation.changes_made.emit(changes)
            self._feedback.say(undone)

        self._runner.run(work, on_done, self._feedback.trouble, label="Đang hoàn tác…")
