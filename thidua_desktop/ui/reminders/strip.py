"""The line at the bottom of the window that reminds: one thing at a time, and never in front of anything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from thidua_desktop.common.once import once
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.signs import Sign
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import set_tone
from thidua_desktop.ui.common.widgets import ElidedLabel, button

if TYPE_CHECKING:
    from thidua_desktop.domain.holidays import OfficeCalendar
    from thidua_desktop.domain.reminders import Reminder
    from thidua_desktop.ui.reminders.later import LaterMenu


class ReminderStrip(QFrame):
    """Shows the most urgent reminder and how many others there are; it takes no focus by itself."""

    opened = Signal(object)
    """A reminder's task is to be shown."""
    hour_wanted = Signal(object)
    """A reminder is to come back in an hour."""
    day_wanted = Signal(object, object)
    """A reminder is to come back on a day (``date``)."""
    ask_wanted = Signal(object)
    """The day is to be asked for."""
    all_wanted = Signal()
    closed = Signal()
    """Everything shown has been seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Nhắc việc")
        self._reminders: tuple[Reminder, ...] = ()
        self._sign = Sign("warning")
        self._text = ElidedLabel()
        self.go = button("Mở nhiệm vụ", tip="Xem nhiệm vụ trên lịch")
        self.later = button("Nhắc lại sau ▾", tip="Để sau một giờ, ngày mai, tuần sau hoặc một ngày tự chọn")
        self.others = button("", role="link", tip="Xem mọi việc được nhắc (Ctrl+Alt+V)")
        self.seen = button("Đã biết", tip="Hôm nay không nhắc lại những việc này nữa (Esc)")
        self.go.clicked.connect(lambda: self._with_first(self.opened.emit))
        self.others.clicked.connect(self.all_wanted)
        self.seen.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_L, theme.SPACE_XS, theme.SPACE_S, theme.SPACE_XS)
        layout.setSpacing(theme.SPACE_S)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        for made in (self.others, self.go, self.later, self.seen):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            layout.addWidget(made)
        self.setProperty("role", "strip")
        self.hide()

    def text(self) -> str:
        """What is said."""
        return self._text.toolTip()

    def shown_reminders(self) -> tuple[Reminder, ...]:
        """What is reminded of, the one in words first."""
        return self._reminders

    def show_reminders(self, reminders: Sequence[Reminder], today: date, calendar: OfficeCalendar) -> None:
        """Remind of these; nothing hides the strip."""
        from thidua_desktop.wording import reminders as words

        self._reminders = tuple(reminders)
        self.setVisible(bool(reminders))
        if not reminders:
            return
        first, others = self._reminders[0], len(self._reminders) - 1
        set_tone(self, Tone.DANGER if first.day < today else Tone.WARNING)
        self._text.setText(words.sentence(first, today))
        self.others.setText(f"và {others} việc khác")
        self.others.setVisible(bool(others))
        self.menu.offer(today, calendar)
        self.later.setMenu(self.menu)

    @once
    def menu(self) -> LaterMenu:
        """Until when a reminder can be put off."""
        from thidua_desktop.ui.reminders.later import LaterMenu

        return LaterMenu(self._on_hour, self._on_day, self._on_ask, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc says that everything was seen."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _with_first(self, do: object) -> None:
        if self._reminders:
            do(self._reminders[0])  # type: ignore[operator]

    def _on_hour(self) -> None:
        self._with_first(self.hour_wanted.emit)

    def _on_day(self, until: date) -> None:
        if self._reminders:
            self.day_wanted.emit(self._reminders[0], until)

    def _on_ask(self) -> None:
        self._with_first(self.ask_wanted.emit)
