"""Who is waited for and who was urged, in the panel of a task."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.task_details import Urging
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.calendar.part_list import PartLine, PartList
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import button, label, row
from thidua_desktop.wording import task_details as said


class UrgingPart(QWidget):
    """Shows the log and says what the clerk wishes; it writes nothing itself."""

    log_wanted = Signal(int)
    """Units of a task are to be urged."""
    wait_wanted = Signal(int)
    """Units are to be waited for."""
    edit_wanted = Signal(object)
    """An ``Urging`` is to be changed."""
    answer_wanted = Signal(object, bool)
    """An ``Urging`` was answered, or was not."""
    drop_wanted = Signal(object)
    """An ``Urging`` is to be taken away."""
    letter_wanted = Signal(int, object)
    """The letter of a task to units (a tuple of names) is to be printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._urgings: tuple[Urging, ...] = ()
        self._waiting = label("", "strong", wrap=True)
        self._empty = label("", "small", wrap=True)
        self.list = PartList("Các lần đôn đốc")
        self._log = button("Ghi đôn đốc…", "add", tip="Ghi một lần đôn đốc đơn vị (Ctrl+U)")
        self._log.clicked.connect(lambda: self._send(self.log_wanted))
        self._wait = button("Chờ đơn vị…", "user", tip="Ghi đang chờ những đơn vị nào (Ctrl+W)")
        self._wait.clicked.connect(lambda: self._send(self.wait_wanted))
        self._letter = button("In công văn đôn đốc…", "print", tip="Gửi các đơn vị chưa trả lời (Ctrl+Shift+U)")
        self._letter.clicked.connect(self.ask_letter)
        self._keys = label("Phím cách: đã trả lời · Enter sửa · Delete bỏ", "small", wrap=True)
        self.list.line_opened.connect(self._on_opened)
        self.list.line_ticked.connect(lambda at, done: self.answer_wanted.emit(self._urgings[at], done))
        self.list.line_dropped.connect(lambda at: self.drop_wanted.emit(self._urgings[at]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_S)
        for part in (self._waiting, self._empty, self.list, self._keys):
            layout.addWidget(part)
        layout.addLayout(row(self._log, self._wait, 0))
        layout.addLayout(row(self._letter, 0))

    def show_urgings(
        self, task: Task, urgings: tuple[Urging, ...], today: date, calendar: OfficeCalendar, *, may: bool
    ) -> None:
        """Show who is waited for and what was done to hurry them; ``may`` it be changed."""
        self._task, self._urgings = task, urgings
        self._waiting.setText(said.waiting(task.waiting_for))
        self._waiting.setVisible(bool(task.waiting_for))
        self.list.locked = not may
        self.list.setVisible(bool(urgings))
        self.list.show_lines(
            [PartLine(said.urging(found, today, calendar), not found.waits(), _tone(found, today)) for found in urgings]
        )
        self._empty.setText("" if urgings else "Chưa đôn đốc lần nào.")
        self._empty.setVisible(not urgings)
        for part in (self._log, self._wait):
            part.setVisible(may)
        self._keys.setVisible(may and bool(urgings))
        self._letter.setVisible(bool(self.units_to_write_to()))

    def words(self) -> str:
        """The heading of the part."""
        return f"Đôn đốc {len(self._urgings)}" if self._urgings else "Đôn đốc"

    def units_to_write_to(self) -> tuple[str, ...]:
        """The units that owe an answer and those that are waited for."""
        owing = [found.unit for found in self._urgings if found.waits()]
        waited = self._task.waiting_for if self._task is not None else ()
        return tuple(dict.fromkeys((*owing, *waited)))

    def _send(self, signal: object) -> None:
        if self._task is not None and self._task.id is not None:
            signal.emit(self._task.id)  # type: ignore[attr-defined]

    def ask_letter(self) -> None:
        """Ask for a letter to the units that owe an answer."""
        if self._task is not None and self._task.id is not None:
            self.letter_wanted.emit(self._task.id, self.units_to_write_to())

    def _on_opened(self, at: int) -> None:
        if not self.list.locked:
            self.edit_wanted.emit(self._urgings[at])


def _tone(found: Urging, today: date) -> Tone | None:
    if not found.waits():
        return Tone.MUTED
    return Tone.DANGER if said.urging_late(found, today) else None
