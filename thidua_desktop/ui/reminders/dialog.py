"""Everything that is reminded of, to be opened or put off one by one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidgetItem, QVBoxLayout, QWidget

from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.reminders import Reminder
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import tint
from thidua_desktop.ui.common.widgets import button, label, row
from thidua_desktop.ui.common.wrapping_list import WrappingList
from thidua_desktop.ui.reminders.later import LaterMenu
from thidua_desktop.wording import reminders as words


class RemindersDialog(QDialog):
    """A list, most urgent first: Enter shows the task, the buttons put one off."""

    opened = Signal(object)
    hour_wanted = Signal(object)
    day_wanted = Signal(object, object)
    ask_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Nhắc việc")
        self._reminders: tuple[Reminder, ...] = ()
        self._head = label("", "title")
        self.list = WrappingList()
        self.list.setAccessibleName("Việc được nhắc")
        self.go = button("Mở nhiệm vụ", "open", role="primary")
        self.later = button("Nhắc lại sau ▾")
        self.menu = LaterMenu(
            lambda: self._emit(self.hour_wanted), self._on_day, lambda: self._emit(self.ask_wanted), self
        )
        self.later.setMenu(self.menu)
        self.go.clicked.connect(lambda: self._emit(self.opened))
        self.list.itemDoubleClicked.connect(lambda _item: self._emit(self.opened))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_L, theme.SPACE_L, theme.SPACE_L)
        frame.setSpacing(theme.SPACE_S)
        frame.addWidget(self._head)
        frame.addWidget(self.list, 1)
        deeds = row(self.go, self.later, 0)
        deeds.addWidget(close)
        frame.addLayout(deeds)
        self.resize(620, 460)

    def show_reminders(self, reminders: Sequence[Reminder], today: date, calendar: OfficeCalendar) -> None:
        """Show these, the cursor at the same place."""
        at = max(0, self.list.currentRow())
        self._reminders = tuple(reminders)
        self._head.setText(f"{len(reminders)} việc cần nhớ" if reminders else "Không có việc nào cần nhắc")
        self.list.clear()
        for found in reminders:
            item = QListWidgetItem(f"{words.head(found, today)}\n{found.text}")
            tone = Tone.DANGER if found.day < today else Tone.NEUTRAL
            tint(item, tone)
            item.setToolTip(found.text)
            self.list.addItem(item)
        self.list.setCurrentRow(min(at, len(reminders) - 1))
        for made in (self.go, self.later):
            made.setEnabled(bool(reminders))
        self.menu.offer(today, calendar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the task."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self._emit(self.opened)
            return
        super().keyPressEvent(event)

    def current(self) -> Reminder | None:
        """The reminder at the cursor."""
        at = self.list.currentRow()
        return self._reminders[at] if 0 <= at < len(self._reminders) else None

    def _emit(self, signal: object) -> None:
        found = self.current()
        if found is not None:
            signal.emit(found)  # type: ignore[attr-defined]

    def _on_day(self, until: date) -> None:
        found = self.current()
        if found is not None:
            self.day_wanted.emit(found, until)
