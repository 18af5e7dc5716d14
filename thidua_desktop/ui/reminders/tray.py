"""The icon in the system tray, where the system has one: tells while the window is behind others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from thidua_desktop.ui.common import icons

if TYPE_CHECKING:
    from thidua_desktop.domain.reminders import Reminder


_TITLE = "Nhắc việc – Thi Đua Desktop"


class Tray(QObject):
    """An icon that is there only after it had something to tell."""

    clicked = Signal()
    """The clerk wants the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None

    def tell(self, reminders: Sequence[Reminder], today: date) -> None:
        """Show a message; nothing where the system has no tray."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(icons.application_icon(), self)
            self._icon.activated.connect(lambda _reason: self.clicked.emit())
            self._icon.messageClicked.connect(self.clicked)
        self._icon.setToolTip(f"{len(reminders)} việc cần nhớ")
        self._icon.show()
        self._icon.showMessage(_TITLE, message(reminders, today), icons.application_icon())

    def hide(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()


def message(reminders: Sequence[Reminder], today: date) -> str:
    """The most urgent one in full and how many others there are."""
    from thidua_desktop.wording import reminders as words

    first = words.sentence(reminders[0], today)
    others = len(reminders) - 1
    return f"{first}\nvà {others} việc khác" if others else first
