"""One task in full beside the calendar: what, until when, and in parts the work, its steps, urging and results."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QTabBar, QVBoxLayout, QWidget

from thidua_desktop.domain.calendar import TimeLeft, time_left
from thidua_desktop.domain.task_details import TaskDetails
from thidua_desktop.domain.tasks import OPEN_STATES, Task, TaskState
from thidua_desktop.ui.calendar.evidence_part import EvidencePart
from thidua_desktop.ui.calendar.lane import on_surface
from thidua_desktop.ui.calendar.scene import Scene
from thidua_desktop.ui.calendar.steps_part import StepsPart
from thidua_desktop.ui.calendar.urging_part import UrgingPart
from thidua_desktop.ui.calendar.work_part import WorkPart
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.chips import Chip
from thidua_desktop.ui.common.scrolled import Scrolled
from thidua_desktop.ui.common.tints import set_tone
from thidua_desktop.ui.common.widgets import button, label, note, row
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import formats, labels

_NEAR_DAYS = 5


class TaskPanel(QFrame):
    """Shows a task and says what the clerk wishes; it writes nothing itself."""

    open_wanted = Signal(int)
    finish_wanted = Signal(int)
    due_wanted = Signal(int)
    arisen_wanted = Signal(int, bool)
    """What a conditional task waits for has arisen, or has not."""

    def __init__(self, *, read_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName("Chi tiết nhiệm vụ")
        self._task: Task | None = None
        self._read_only = read_only
        self.work, self.steps, self.urging, self.evidence = WorkPart(), StepsPart(), UrgingPart(), EvidencePart()
        self.parts: tuple[QWidget, ...] = (self.work, self.steps, self.urging, self.evidence)
        self._chip = Chip(TaskState.NOT_STARTED)
        self._text = label("", "strong", wrap=True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._due = label("", "strong", wrap=True)
        self._left = note(theme.Tone.NEUTRAL)
        self._warning = note(theme.Tone.WARNING)
        self._make_buttons()
        self._make_tabs()
        self._lay_out()

    def _make_buttons(self) -> None:
        self._open = button("Mở trong kế hoạch", "open", role="link", tip="Mở nhiệm vụ trong kế hoạch (Ctrl+Enter)")
        self._open.clicked.connect(lambda: self._emit(self.open_wanted))
        self._finish = button("Hoàn thành…", "check", role="primary", tip="Ghi ngày và văn bản kết quả (Ctrl+D)")
        self._finish.clicked.connect(lambda: self._emit(self.finish_wanted))
        self._change_due = button("Đổi hạn…", "calendar", tip="Đặt ngày bắt đầu, ngày đến hạn khác (Ctrl+H)")
        self._change_due.clicked.connect(lambda: self._emit(self.due_wanted))
        self._condition = label("Chỉ làm nếu có phát sinh. Đã phát sinh chưa?", wrap=True)
        self._arisen = button("Có phát sinh", "check", tip="Ghi việc này phải làm (Alt+Shift+C)")
        self._arisen.clicked.connect(partial(self._on_arisen, True))
        self._not_arisen = button("Không phát sinh", "close", tip="Đóng nhiệm vụ vì không phát sinh (Alt+Shift+K)")
        self._not_arisen.clicked.connect(partial(self._on_arisen, False))

    def _make_tabs(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Các phần của nhiệm vụ")
        self.tabs.setProperty("role", "small")
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for _part in self.parts:
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self._on_tab)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE_S)
        column.addLayout(row(self._chip, 0, self._open))
        for line in (self._text, self._due, self._left, self._warning, self._condition):
            column.addWidget(line)
        column.addLayout(row(self._arisen, self._not_arisen))
        column.addLayout(row(self._finish, self._change_due))
        column.addWidget(self.tabs)
        for part in self.parts:
            column.addWidget(part)
            part.setVisible(part is self.work)
        column.addStretch(1)
        scroll = self._scroll = Scrolled(column)  # never narrower than its buttons
        column.setContentsMargins(theme.SPACE_M, theme.SPACE_M, theme.SPACE_M, theme.SPACE_M)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        on_surface(scroll.viewport(), scroll.inside)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.HAIRLINE, theme.HAIRLINE, theme.HAIRLINE, theme.HAIRLINE)
        frame.addWidget(scroll)

    # showing

    def lock(self, locked: bool) -> None:
        """Let the task be looked at only, or be changed again; told before ``show_task``."""
        self._read_only = locked

    @property
    def shown_task(self) -> Task | None:
        """The task in the panel."""
        return self._task

    def show_task(self, task: Task, details: TaskDetails, scene: Scene) -> None:
        """Show a task with its steps, evidence and log."""
        may = not self._read_only
        self._task = task
        self._chip.show_member(task.standing(scene.today), labels.task_state(task) if task.arisen is False else "")
        self._text.setText(task.text)
        self._show_time(task, time_left(task, scene.today, scene.calendar))
        self._show_buttons(task, may=may)
        self.work.show_work(task, scene, may=may)
        self.steps.show_steps(task, details.steps, scene.today, may=may)
        self.urging.show_urgings(task, details.urgings, scene.today, scene.calendar, may=may)
        self.evidence.show_evidence(task, details.evidence, may=may)
        headings = ("Việc", self.steps.words(), self.urging.words(), self.evidence.words())
        for number, words in enumerate(headings):
            self.tabs.setTabText(number, words)

    def show_part(self, part: QWidget) -> None:
        """Bring a part to the front."""
        self.tabs.setCurrentIndex(self.parts.index(part))

    def _show_time(self, task: Task, left: TimeLeft | None) -> None:
        weekday = f" ({said.weekday(task.due)})" if task.due is not None else ""
        began = f"{formats.day(task.starts)} – " if task.starts is not None else ""
        self._due.setText(f"{began}{said.time_of(task)}{weekday}")
        words, tone = "", theme.Tone.NEUTRAL
        if left is not None:
            words = said.time_left(left)
            late, near = left.overdue_days > 0, left.due_today or left.working_days <= _NEAR_DAYS
            tone = theme.Tone.DANGER if late else theme.Tone.WARNING if near else theme.Tone.NEUTRAL
        elif task.completed_on is not None:
            words = f"hoàn thành ngày {formats.day(task.completed_on)}"
        _tint(self._left, words[:1].upper() + words[1:], tone)
        _tint(self._warning, said.off_warning(left) if left is not None else "", theme.Tone.WARNING)

    def _show_buttons(self, task: Task, *, may: bool) -> None:
        open_ = task.state in OPEN_STATES
        asked = may and open_ and task.conditional and task.arisen is None
        for part in (self._condition, self._arisen, self._not_arisen):
            part.setVisible(asked)
        self._finish.setText("Hoàn thành…" if open_ else "Sửa kết quả…")
        self._finish.setVisible(may and (open_ or task.state is TaskState.DONE))
        self._change_due.setVisible(may and open_)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top."""
        super().showEvent(event)
        self._scroll.verticalScrollBar().setValue(0)

    # wishes

    def _on_tab(self, number: int) -> None:
        for at, part in enumerate(self.parts):
            part.setVisible(at == number)

    def _on_arisen(self, arisen: bool) -> None:
        if self._task is not None and self._task.id is not None:
            self.arisen_wanted.emit(self._task.id, arisen)

    def _emit(self, signal: object) -> None:
        if self._task is not None and self._task.id is not None:
            signal.emit(self._task.id)  # type: ignore[attr-defined]


def _tint(where: QLabel, text: str, tone: theme.Tone) -> None:
    where.setText(text)
    where.setVisible(bool(text))
    set_tone(where, tone)
