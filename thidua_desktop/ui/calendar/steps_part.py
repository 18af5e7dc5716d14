"""The steps of a task in its panel: add, tick, order, edit."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.task_details import Step, progress_of
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.calendar.part_list import PartLine, PartList
from thidua_desktop.ui.common import entry, theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit, SuggestEdit
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import button, label, row
from thidua_desktop.wording import task_details as said

_DAY_AT_END = re.compile(r"\s(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)$")


def read_step(text: str, year: int) -> Step:
    """A step from one typed line; a day at its end is its due day: ``Lấy ý kiến 15/6``."""
    words = squeeze(nfc(text))
    found = _DAY_AT_END.search(words)
    if found is None:
        return Step(words)
    try:
        return Step(words[: found.start()], due=entry.day(found.group(1), year=year))
    except entry.DayNotRead:
        return Step(words)


class StepsPart(QWidget):
    """Shows the steps and says what the clerk wishes; it writes nothing itself."""

    steps_wanted = Signal(int, object)
    """The steps of a task are to be these (a tuple of ``Step``)."""
    tick_wanted = Signal(int, int, bool)
    """A step of a task (its identifier) is done, or is not."""
    planner_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._steps: tuple[Step, ...] = ()
        self._units: tuple[str, ...] = ()
        self.dialog: StepDialog | None = None
        """The dialog opened last."""
        self._empty = label("", "small", wrap=True)
        self.list = PartList("Các bước của nhiệm vụ")
        self.new = QLineEdit()
        self.new.setPlaceholderText("Thêm bước, ví dụ: Trình ký 15/6")
        self.new.setAccessibleName("Thêm bước")
        self.new.setToolTip("Gõ tên bước, có thể kèm ngày ở cuối, rồi Enter")
        self.new.returnPressed.connect(self._on_new)
        self._plan = button("Lập lịch ngược…", "plan", tip="Đặt các bước ngược từ thời hạn (Ctrl+L)")
        self._plan.clicked.connect(self._on_plan)
        self._keys = label("Enter sửa · Phím cách xong · Alt+↑↓ đổi thứ tự · Delete bỏ", "small", wrap=True)
        self.list.line_opened.connect(self._on_opened)
        self.list.line_ticked.connect(self._on_ticked)
        self.list.line_moved.connect(self._on_moved)
        self.list.line_dropped.connect(self._on_dropped)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_S)
        for part in (self._empty, self.list, self.new, self._keys):
            layout.addWidget(part)
        layout.addLayout(row(self._plan, 0))

    def show_steps(self, task: Task, steps: tuple[Step, ...], today: date, *, may: bool) -> None:
        """Show the steps of a task; ``may`` they be changed."""
        if self._task is None or self._task.id != task.id:
            self.new.clear()
        self._task, self._steps = task, steps
        self._units = tuple(dict.fromkeys((*task.lead, *task.coordinate)))
        self.list.locked = not may
        self.list.setVisible(bool(steps))
        self.list.show_lines([_line(step, today) for step in steps])
        self._empty.setText("" if steps else "Chưa chia bước. Chia việc thành bước để biết đang ở đâu, bước nào trễ.")
        self._empty.setVisible(not steps)
        for part in (self.new, self._plan):
            part.setVisible(may)
        self._keys.setVisible(may and bool(steps))

    def words(self) -> str:
        """The heading of the part: how many steps are done."""
        done = sum(step.done_on is not None for step in self._steps)
        return f"Bước {done}/{len(self._steps)}" if self._steps else "Bước"

    def progress(self) -> int | None:
        """The share of the steps that is done, in percent."""
        return progress_of(self._steps)

    # wishes

    def _send(self, steps: tuple[Step, ...]) -> None:
        if self._task is not None and self._task.id is not None:
            self.steps_wanted.emit(self._task.id, steps)

    def _on_new(self) -> None:
        if self._task is not None and squeeze(self.new.text()):
            made = read_step(self.new.text(), self._task.year)
            self.new.clear()
            self._send((*self._steps, made))

    def _on_ticked(self, at: int, done: bool) -> None:
        step = self._steps[at]
        if self._task is not None and self._task.id is not None and step.id is not None:
            self.tick_wanted.emit(self._task.id, step.id, done)

    def _on_moved(self, at: int, by: int) -> None:
        to = at + by
        if 0 <= to < len(self._steps):
            steps = list(self._steps)
            steps.insert(to, steps.pop(at))
            self.list.setCurrentRow(to)
            self._send(tuple(steps))

    def _on_dropped(self, at: int) -> None:
        self._send((*self._steps[:at], *self._steps[at + 1 :]))

    def _on_opened(self, at: int) -> None:
        if self._task is None or self.list.locked:
            return
        dialog = self.dialog = StepDialog(self._steps[at], self._units, self._task.year, self)
        dialog.accepted.connect(lambda: self._send((*self._steps[:at], dialog.step(), *self._steps[at + 1 :])))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_plan(self) -> None:
        if self._task is not None and self._task.id is not None:
            self.planner_wanted.emit(self._task.id)


class StepDialog(Form):
    """One step: what, who, from when until when."""

    def __init__(self, step: Step, units: tuple[str, ...], year: int, parent: QWidget | None = None) -> None:
        super().__init__("Sửa bước", yes="Lưu bước", parent=parent)
        self._step = step
        self.text = QLineEdit(step.text)
        self.unit = SuggestEdit(lambda: units)
        self.unit.setText(step.unit or "")
        self.starts, self.due = DayEdit(year=year), DayEdit(year=year)
        self.starts.set_day(step.starts)
        self.due.set_day(step.due)
        self._wrong = label("", "error", wrap=True)
        form = QFormLayout()
        fields = (
            ("&Nội dung bước", self.text),
            ("Đơn &vị làm", self.unit),
            ("&Bắt đầu", self.starts),
            ("&Thời hạn", self.due),
        )
        for name, field in fields:
            form.addRow(name, field)
            field.setAccessibleName(name.replace("&", ""))
            field.textChanged.connect(self._check)
        self.content.addLayout(form)
        self.content.addWidget(self._wrong)
        self.setMinimumWidth(440)
        self._check()
        self.text.setFocus()

    def step(self) -> Step:
        """The step as entered."""
        unit = squeeze(nfc(self.unit.text()))
        text = squeeze(nfc(self.text.text()))
        return replace(self._step, text=text, unit=unit or None, starts=self.starts.day(), due=self.due.day())

    def _check(self) -> None:
        wrong = ""
        if not self.starts.readable() or not self.due.readable():
            wrong = "Ngày ghi theo dạng ngày/tháng/năm, ví dụ 15/06/2026."
        elif (starts := self.starts.day()) and (due := self.due.day()) and starts > due:
            wrong = "Ngày bắt đầu sau thời hạn."
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self.yes.setEnabled(not wrong and bool(squeeze(self.text.text())))


def _line(step: Step, today: date) -> PartLine:
    done = step.done_on is not None
    late = Tone.DANGER if said.step_late(step, today) else None
    return PartLine(said.step(step, today), done, Tone.MUTED if done else late, struck=done)
