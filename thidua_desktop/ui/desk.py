"""What every part of a tab is given, and the one way in which they change the file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.dialogs import Form, delete_when_closed
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.printing import Printing
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.undoable import Undoable


class Desk(Printing):
    """Asks, writes in the background, tells; ``window`` is what dialogs stand above."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        feedback: Feedback,
        *,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(services, runner, feedback, preferences, window)
        self.services, self.runner, self.navigation = services, runner, navigation
        self.feedback, self.preferences = feedback, preferences
        self._undoable = Undoable(services, runner, navigation, feedback)
        self.dialog: Form | None = None
        """The dialog opened last."""

    def parent_widget(self) -> QWidget:
        """What dialogs stand above."""
        return self._window

    def ask(self, dialog: Form, chosen: Callable[[], None]) -> None:
        """Open a dialog; ``chosen`` hears that it was agreed to."""
        dialog.accepted.connect(chosen)
        self.open(dialog)

    def open(self, dialog: Form) -> None:
        """Open a dialog that says itself what is to be done."""
        self.dialog = dialog
        delete_when_closed(dialog, self.runner)
        dialog.open()

    def change(
        self,
        work: Callable[[], Changes],
        text: str = "",
        then: Callable[[Changes], None] | None = None,
        *,
        offers: tuple[Offer, ...] = (),
        failed: Callable[[AppError], None] | None = None,
        label: str = "",
    ) -> None:
        """Do what changes the file, tell the whole window, say ``text`` with the offer to take it back."""
        self._undoable.do(work, text, then=then, failed=failed, offers=offers, label=label)
