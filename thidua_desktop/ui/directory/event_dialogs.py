"""What happens to a unit on a day: rename, move, dissolve. Each says what it will do before it is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.unit_events import UnitEvent
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit, SuggestEdit
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import label, note
from thidua_desktop.ui.directory.growing import grow
from thidua_desktop.ui.directory.unit_names import UnitNames, UnitNotKnown
from thidua_desktop.wording import unit_events as said

_NO_DAY = "Hãy ghi ngày có hiệu lực, dạng ngày/tháng/năm."


class EventDialog(Form):
    """The day, the decision, and a sentence that says what will happen; a subclass adds what the event is about."""

    def __init__(self, title: str, *, yes: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(title, yes=yes, parent=parent)
        self._day = DayEdit(year=today.year)
        self._day.set_day(today)
        self._decision = QLineEdit()
        self._decision.setPlaceholderText("Ví dụ: 202/2025/QH15 hoặc 15/QĐ-UBND ngày 05/3/2026")
        self._note = QLineEdit()
        self._form = QFormLayout()
        self._sentence = note(Tone.INFO)
        self._sentence.setMinimumHeight(56)
        self._wrong = label("", "error", wrap=True)
        self.content.addLayout(self._form)
        self.content.addWidget(self._sentence)
        self.content.addWidget(self._wrong)
        self.setMinimumWidth(560)

    def add_row(self, text: str, field: QWidget) -> None:
        """A field above the day."""
        self._form.addRow(text, field)
        field.setAccessibleName(text.replace("&", ""))

    def finish(self, first: QWidget) -> None:
        """Add what every event has, and begin in a field."""
        self.add_row("&Có hiệu lực từ ngày", self._day)
        self.add_row("Văn bản, &quyết định", self._decision)
        self.add_row("&Ghi chú", self._note)
        self._day.textChanged.connect(self.check)
        first.setFocus()
        self.check()

    def day(self) -> date | None:
        """The day; None where none can be read."""
        return self._day.day() if self._day.readable() else None

    def set_day(self, day: date) -> None:
        """Put a day into its field."""
        self._day.set_day(day)

    def decision(self) -> str | None:
        """The decision that it rests on."""
        return squeeze(nfc(self._decision.text())) or None

    def note(self) -> str | None:
        """What else is to be known."""
        return squeeze(nfc(self._note.text())) or None

    def sentence(self) -> str:
        """What will happen, as it is said in the dialog."""
        return self._sentence.text()

    def trouble(self) -> str:
        """What keeps it from being done, as it is said in the dialog."""
        return self._wrong.text()

    def check(self) -> None:
        """Say anew what will happen, or what is missing."""
        day = self.day()
        wrong = self.missing() or ("" if day is not None else _NO_DAY)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self._sentence.setText("" if wrong or day is None else self.told(day))
        self._sentence.setVisible(bool(self._sentence.text()))
        self.yes.setEnabled(not wrong)
        grow(self)

    def missing(self) -> str:
        """What is missing besides the day."""
        return ""

    def told(self, _day: date) -> str:
        """What will happen on a day."""
        return ""


class RenameDialog(EventDialog):
    """Another name from a day on."""

    def __init__(self, unit: Unit, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Đổi tên đơn vị", yes="Đổi tên", today=today, parent=parent)
        self._unit = unit
        self.name = QLineEdit(unit.name)
        self.short_name = QLineEdit(unit.short_name or "")
        self.add_row("&Tên mới", self.name)
        self.add_row("Tên n&gắn mới", self.short_name)
        self.name.textChanged.connect(self.check)
        self.finish(self.name)
        self.name.selectAll()

    def new_name(self) -> str:
        """The name from the day on."""
        return squeeze(nfc(self.name.text()))

    def new_short_name(self) -> str | None:
        """The short name from the day on."""
        return squeeze(nfc(self.short_name.text())) or None

    def missing(self) -> str:
        """A new name."""
        if not self.new_name():
            return "Hãy ghi tên mới."
        return "Tên mới còn giống tên cũ." if self.new_name() == self._unit.name else ""

    def told(self, day: date) -> str:
        """What the rename will do."""
        return said.will_rename(self._unit.name, self.new_name(), day)


class MoveDialog(EventDialog):
    """Another parent from a day on."""

    def __init__(
        self, unit: Unit, names: UnitNames, wanted: UnitId | None, *, today: date, parent: QWidget | None = None
    ) -> None:
        """``names`` are the units that it can go to; ``wanted`` is the one that it was dropped on."""
        super().__init__("Chuyển nơi trực thuộc", yes="Chuyển", today=today, parent=parent)
        self._unit, self._names = unit, names
        self.superior = SuggestEdit(names.texts)
        self.superior.setText(names.text(wanted))
        self.superior.setPlaceholderText("Để trống để đưa lên cấp cao nhất")
        self.add_row("&Trực thuộc mới", self.superior)
        self.superior.textChanged.connect(self.check)
        self.finish(self.superior)

    def new_parent(self) -> UnitId | None:
        """The parent from the day on; None: the top.

        Raises:
            UnitNotKnown: the field names no unit.
        """
        return self._names.read(self.superior.text())

    def missing(self) -> str:
        """A parent that can be found and is another one."""
        try:
            wanted = self.new_parent()
        except UnitNotKnown:
            return "Chưa có đơn vị này. Hãy chọn trong danh sách, hoặc để trống."
        return "Đơn vị đang trực thuộc nơi này rồi." if wanted == self._unit.parent_id else ""

    def told(self, day: date) -> str:
        """What the move will do."""
        wanted = self.new_parent()
        return said.will_move(self._unit.name, self._names.text(wanted) or None, day)


class CorrectDialog(EventDialog):
    """Another day, decision or note of an event that was kept."""

    def __init__(self, event: UnitEvent, tree: UnitTree, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Sửa ngày, văn bản của việc đã ghi", yes="Lưu", today=today, parent=parent)
        self._event = event
        self.content.insertWidget(0, label(said.happened(event, tree), "strong", wrap=True))
        self._day.set_day(event.happened_on)
        self._decision.setText(event.decision or "")
        self._note.setText(event.note or "")
        self.finish(self._day)

    def event_kept(self) -> UnitEvent:
        """The event with what stands in the fields."""
        day = self.day() or self._event.happened_on
        return replace(self._event, happened_on=day, decision=self.decision(), note=self.note())

    def told(self, day: date) -> str:
        """How the days of the units follow."""
        return said.will_correct(self._event.happened_on, day)


class DissolveDialog(EventDialog):
    """No such unit any more from a day on."""

    def __init__(self, unit: Unit, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Giải thể đơn vị", yes="Giải thể", today=today, parent=parent)
        self._unit = unit
        self.finish(self._day)

    def told(self, day: date) -> str:
        """What dissolving will do."""
        return said.will_dissolve(self._unit.name, day)
