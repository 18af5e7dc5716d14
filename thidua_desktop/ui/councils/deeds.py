"""How every part of the tab asks, writes and tells: one service call, one message, one way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.printing import Printing
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.undoable import Undoable


class Deeds:
    """What the parts of the tab share. ``window`` is what dialogs stand above."""

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
        self.services, self.runner, self.navigation = services, runner, navigation
        self.feedback, self.preferences, self.window = feedback, preferences, window
        self.printing = Printing(services, runner, feedback, preferences, window)
        self._undoable = Undoable(services, runner, navigation, feedback)
        self.dialog: Form | None = None
        """The dialog opened last."""

    def do(
        self,
        work: Callable[[], Changes],
        text: str = "",
        *,
        then: Callable[[Changes], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
        offers: tuple[Offer, ...] = (),
        label: str = "",
    ) -> None:
        """Write, let every screen look again, say what was done and offer to take it back.

        ``failed`` is called before the trouble is told.
        """

        def refused(trouble: AppError) -> None:
            if failed is not None:
                failed(trouble)
            self.feedback.trouble(trouble)

        self._undoable.do(work, text, then=then, failed=refused, offers=offers, label=label)

    def ask(self, dialog: Form, chosen: Callable[[], None]) -> None:
        """Open a dialog; ``chosen`` is called when it was agreed to."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(chosen)
        self.dialog = dialog
        dialog.open()
