"""Dialogs of the calendar: finishing a task with its evidence, setting its due day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.task_details import Evidence
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.ui.calendar.file_field import Choose, FileField
from thidua_desktop.ui.calendar.scene import day_notes
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import formats

_DAY_WORD = " ngày "


@dataclass(frozen=True, slots=True)
class Completion:
    """How a task was finished: the day, the document that proves it with its file, and why it was late."""

    on: date
    number: str | None = None
    issued_on: date | None = None
    file: Path | None = None
    delay_reason: str | None = None

    def of(self, task: Task) -> Task:
        """The task, finished in this way."""
        done = task.moved_to(TaskState.DONE, on=self.on)
        return replace(done, completed_on=self.on, evidence=self.words(), delay_reason=self.delay_reason)

    def words(self) -> str | None:
        """The document as the task names it: ``125/BC-SNV ngày 18/06/2024``."""
        return _DAY_WORD.join(part for part in (self.number or "", formats.day(self.issued_on)) if part) or None

    def evidence(self, task_id: TaskId) -> Evidence | None:
        """The document as it is kept with the task; None where nothing was named."""
        if self.number is None and self.file is None:
            return None
        return Evidence(task_id, number=self.number, issued_on=self.issued_on)


class CompletionDialog(Form):
    """Asks when a task was finished and by which document; ``completion()`` gives the answer."""

    def __init__(self, task: Task, today: date, choose: Choose, parent: QWidget | None = None) -> None:
        super().__init__("Hoàn thành nhiệm vụ", yes="Hoàn thành", parent=parent)
        self._today = today
        self._deadline = task.deadline
        self.on = DayEdit(year=today.year)
        self.number = QLineEdit()
        self.issued = DayEdit(year=today.year)
        self.file = FileField(choose)
        self.late = QLineEdit(task.delay_reason or "")
        self._late_label = label("Lý do trễ hạn")
        self._wrong = label("", "error", wrap=True)
        self._fill(task)
        text = label(task.text, "strong", wrap=True)
        self.content.addWidget(text)
        self.content.addWidget(label(f"Thời hạn: {said.time_of(task)}", "muted"))
        if task.product:
            self.content.addWidget(label(f"Sản phẩm: {task.product}", "muted", wrap=True))
        self.content.addLayout(self._form())
        self.content.addWidget(self._wrong)
        self.setMinimumWidth(520)
        for field in (self.on, self.issued):
            field.textChanged.connect(self._check)
        self._check()
        self.number.setFocus()

    def _fill(self, task: Task) -> None:
        self.on.set_day(task.completed_on or self._today)
        number, _, day = (task.evidence or "").rpartition(_DAY_WORD)
        self.number.setText(number or day)
        if number:
            self.issued.setText(day)
        self.number.setPlaceholderText("ví dụ: 125/BC-SNV")
        names: dict[QWidget, str] = {self.on: "Ngày hoàn thành", self.number: "Số, ký hiệu văn bản kết quả"}
        names |= {self.issued: "Ngày văn bản", self.late: "Lý do trễ hạn", self.file: "Tệp văn bản kết quả"}
        for field, name in names.items():
            field.setAccessibleName(name)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.addRow("&Ngày hoàn thành", self.on)
        form.addRow("&Số, ký hiệu văn bản", self.number)
        form.addRow("N&gày văn bản", self.issued)
        form.addRow("Tệp đính kèm", self.file)
        form.addRow(self._late_label, self.late)
        return form

    def completion(self) -> Completion:
        """What was entered."""
        late = squeeze(nfc(self.late.text())) if self._is_late() else ""
        return Completion(
            self.on.day() or self._today,
            squeeze(nfc(self.number.text())) or None,
            self.issued.day(),
            self.file.path(),
            late or None,
        )

    def _is_late(self) -> bool:
        on = self.on.day() if self.on.readable() else None
        return on is not None and on > self._deadline

    def _check(self) -> None:
        """Say at once what is wrong; a late day brings the question why."""
        wrong = ""
        if not self.on.readable() or not self.issued.readable():
            wrong = "Ngày ghi theo dạng ngày/tháng/năm, ví dụ 15/06/2026."
        elif (on := self.on.day()) is None:
            wrong = "Hãy ghi ngày hoàn thành."
        elif on > self._today:
            wrong = "Ngày hoàn thành không thể sau hôm nay."
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self.yes.setEnabled(not wrong)
        late = self._is_late()
        self.late.setVisible(late)
        self._late_label.setVisible(late)


class DueDialog(Form):
    """Asks for the first day and the due day, and says at once when nobody works on it."""

    def __init__(self, task: Task, calendar: OfficeCalendar, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Đổi thời hạn", yes="Đổi hạn", parent=parent)
        self._calendar, self._today = calendar, today
        self.starts, self.field = DayEdit(year=today.year), DayEdit(year=today.year)
        self.starts.setAccessibleName("Ngày bắt đầu")
        self.starts.set_day(task.starts)
        self.field.setAccessibleName("Ngày đến hạn mới")
        self.field.set_day(task.due or task.deadline)
        self.field.selectAll()
        self._note = label("", "muted", wrap=True)
        self._note.setMinimumHeight(self._note.fontMetrics().lineSpacing() * 2)
        form = QFormLayout()
        form.addRow("&Ngày bắt đầu", self.starts)
        form.addRow("N&gày đến hạn", self.field)
        self.content.addWidget(label(task.text, "strong", wrap=True))
        self.content.addWidget(label(f"Hiện nay: {said.time_of(task)}", "muted"))
        self.content.addLayout(form)
        self.content.addWidget(self._note)
        self.setMinimumWidth(440)
        for field in (self.starts, self.field):
            field.textChanged.connect(self._check)
        self._check()
        self.field.setFocus()

    def due(self) -> date | None:
        """The due day entered."""
        return self.field.day()

    def first_day(self) -> date | None:
        """The first day entered."""
        return self.starts.day()

    def note(self) -> str:
        """What is said of the days entered."""
        return self._note.text()

    def _check(self) -> None:
        readable = self.starts.readable() and self.field.readable()
        day = self.field.day() if readable else None
        first = self.starts.day() if readable else None
        wrong = day is None or (first is not None and first > day)
        self.yes.setEnabled(not wrong)
        if day is None:
            self._note.setText("Ngày ghi theo dạng ngày/tháng/năm.")
        elif wrong:
            self._note.setText("Ngày bắt đầu sau ngày đến hạn.")
        else:
            left = self._calendar.working_days(self._today, day)
            still = f"Còn {left} ngày làm việc. " if day > self._today else ""
            self._note.setText(f"{still}{_about(day, self._calendar)}")


def _about(day: date, calendar: OfficeCalendar) -> str:
    notes = "; ".join(day_notes(day, calendar))
    named = f"{said.weekday(day)}{f' – {notes}' if notes else ''}."
    if calendar.works(day):
        return named
    return f"{named} Là ngày nghỉ; ngày làm việc liền trước: {said.full_day(calendar.last_working_day(day))}."
