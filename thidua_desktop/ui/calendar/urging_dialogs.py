"""Dialogs about units that owe something: urging them, waiting for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from thidua_desktop.common.vietnamese import fold, nfc, squeeze
from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.task_details import Urging, UrgingWay
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit, SuggestEdit
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import labels

_SEPARATOR = ";"
_ANSWER_DAYS = 5
"""Working days that a unit is given to answer, unless the clerk says otherwise."""

Names = Callable[[], Sequence[str]]


class UnitChoice(QWidget):
    """The units of a task to tick, and a line for others."""

    def __init__(self, task: Task, ticked: Sequence[str], known: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named = tuple(dict.fromkeys((*task.waiting_for, *task.lead, *task.coordinate)))
        self.boxes = [QCheckBox(name.replace("&", "&&")) for name in named]
        self._names = named
        self.others = SuggestEdit(known, separator=_SEPARATOR)
        self.others.setPlaceholderText("Đơn vị khác, cách nhau bằng dấu ;")
        self.others.setAccessibleName("Đơn vị khác")
        self.others.setText(f"{_SEPARATOR} ".join(name for name in ticked if name not in named))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for box, name in zip(self.boxes, named, strict=True):
            box.setChecked(name in ticked)
            layout.addWidget(box)
        layout.addWidget(self.others)

    def take_focus(self) -> None:
        """Begin at the first unit."""
        first: QWidget = self.boxes[0] if self.boxes else self.others
        first.setFocus()

    def units(self) -> tuple[str, ...]:
        """The units chosen, without doubles."""
        ticked = [name for box, name in zip(self.boxes, self._names, strict=True) if box.isChecked()]
        written = (squeeze(nfc(name)) for name in self.others.text().split(_SEPARATOR))
        return tuple(dict.fromkeys((*ticked, *(name for name in written if name))))


class UrgingDialog(Form):
    """Which units were urged, when, how, and until when they are to answer; one entry of the log for each unit.

    ``own`` is the name of the office itself, which is not urged unless the clerk ticks it.
    """

    def __init__(
        self,
        task: Task,
        today: date,
        calendar: OfficeCalendar,
        known: Names,
        *,
        urging: Urging | None = None,
        own: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Sửa lần đôn đốc" if urging else "Ghi đôn đốc", yes="Lưu", parent=parent)
        assert task.id is not None
        self._calendar, self._today = calendar, today
        first = urging or Urging(task.id, "", today, UrgingWay.LETTER)
        self._first = first
        others = tuple(name for name in task.lead if fold(name) != fold(own))
        ticked = (urging.unit,) if urging else task.waiting_for or others[:1]
        self.units = UnitChoice(task, ticked, known)
        self.on, self.by = DayEdit(year=today.year), DayEdit(year=today.year)
        self.on.set_day(first.urged_on)
        self.by.set_day(first.answer_by if urging else calendar.add_working_days(today, _ANSWER_DAYS))
        self.way = QComboBox()
        for way in UrgingWay:
            self.way.addItem(labels.of(way), way)
        self.way.setCurrentIndex(list(UrgingWay).index(first.way))
        self.number = QLineEdit(first.letter_number or "")
        self.number.setPlaceholderText("ví dụ: 345/SNV-TĐKT")
        self.note = QLineEdit(first.note or "")
        self._said = label("", "muted", wrap=True)
        self.content.addWidget(label(task.text, "strong", wrap=True))
        self.content.addLayout(self._form())
        self.content.addWidget(self._said)
        self.setMinimumWidth(500)
        self._watch()
        self._check()
        self.units.take_focus()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        rows: tuple[tuple[str, QWidget], ...] = (
            ("Đơn vị", self.units),
            ("&Ngày đôn đốc", self.on),
            ("&Cách", self.way),
            ("&Số công văn", self.number),
            ("&Hẹn trả lời", self.by),
            ("&Ghi chú", self.note),
        )
        for name, field in rows:
            form.addRow(name, field)
            field.setAccessibleName(name.replace("&", ""))
        return form

    def _watch(self) -> None:
        for field in (self.on, self.by, self.units.others):
            field.textChanged.connect(self._check)
        for box in self.units.boxes:
            box.toggled.connect(self._check)

    def urgings(self) -> tuple[Urging, ...]:
        """The entries as made, one for each unit; the first is the one that was edited."""
        way = UrgingWay(self.way.currentData())
        number, note = (squeeze(nfc(field.text())) or None for field in (self.number, self.note))
        on = self.on.day() or self._today
        made = replace(self._first, urged_on=on, way=way, letter_number=number, answer_by=self.by.day(), note=note)
        return tuple(
            replace(made, unit=unit, id=made.id if at == 0 else None) for at, unit in enumerate(self.units.units())
        )

    def _check(self) -> None:
        readable = self.on.readable() and self.by.readable()
        day = self.on.day() if readable else None
        by = self.by.day() if readable else None
        if not readable:
            told = "Ngày ghi theo dạng ngày/tháng/năm, ví dụ 15/06/2026."
        elif not self.units.units():
            told = "Chọn ít nhất một đơn vị."
        elif day is None:
            told = "Hãy ghi ngày đôn đốc."
        elif by is not None and by < day:
            told = "Ngày hẹn trả lời không thể trước ngày đôn đốc."
        else:
            self._said.setText(self._about(by))
            self.yes.setEnabled(True)
            return
        self._said.setText(told)
        self.yes.setEnabled(False)

    def _about(self, by: date | None) -> str:
        if by is None:
            return "Chưa hẹn ngày trả lời."
        if self._calendar.works(by):
            left = self._calendar.working_days(self._today, by)
            return f"Hẹn trả lời {said.full_day(by)}, còn {left} ngày làm việc."
        before = said.full_day(self._calendar.last_working_day(by))
        return f"Hẹn trả lời {said.full_day(by)}, là ngày nghỉ; ngày làm việc liền trước: {before}."


class WaitDialog(Form):
    """Which units a task waits for."""

    def __init__(self, task: Task, known: Names, parent: QWidget | None = None) -> None:
        super().__init__("Chờ đơn vị", yes="Ghi chờ", parent=parent)
        self.units = UnitChoice(task, task.waiting_for, known)
        self.content.addWidget(label(task.text, "strong", wrap=True))
        self.content.addWidget(label("Nhiệm vụ đang chờ đơn vị nào?", "muted"))
        self.content.addWidget(self.units)
        self.setMinimumWidth(460)
        self.units.others.textChanged.connect(self._check)
        for box in self.units.boxes:
            box.toggled.connect(self._check)
        self._check()
        self.units.take_focus()

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.units.units()))
