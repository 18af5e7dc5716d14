"""One task in full beside the calendar: what, who, until when, how far, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.calendar import TimeLeft, time_left
from thidua_desktop.domain.tasks import OPEN_STATES, Task, TaskState
from thidua_desktop.ui.calendar.lane import on_surface
from thidua_desktop.ui.calendar.scene import Scene
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.chips import Chip
from thidua_desktop.ui.common.widgets import button, label, line, row
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import formats, labels

_STEP = 10
_MOVES = (
    (TaskState.NOT_STARTED, "Chưa làm"),
    (TaskState.IN_PROGRESS, "Đang làm"),
    (TaskState.WAITING, "Chờ đơn vị"),
    (TaskState.CARRIED_OVER, "Chuyển kỳ…"),
    (TaskState.CANCELLED, "Hủy…"),
)


class TaskPanel(QFrame):
    """Shows a task and says what the clerk wishes; it writes nothing itself."""

    open_wanted = Signal(int)
    finish_wanted = Signal(int)
    due_wanted = Signal(int)
    state_wanted = Signal(int, object)
    progress_wanted = Signal(int, int)
    note_wanted = Signal(int, str)

    def __init__(self, *, read_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName("Chi tiết nhiệm vụ")
        self._task: Task | None = None
        self._read_only = read_only
        self._chip = Chip(TaskState.NOT_STARTED)
        self._text = label("", "strong", wrap=True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._due = label("", "strong", wrap=True)
        self._left = QLabel()
        self._warning = label("", wrap=True)
        self._facts = QFormLayout()
        self._make_fields()
        self._make_buttons()
        self._lay_out()

    def _make_fields(self) -> None:
        self._percent = label("0 %")
        self._progress = QSlider(Qt.Orientation.Horizontal)
        self._progress.setRange(0, 100)
        self._progress.setSingleStep(_STEP)
        self._progress.setPageStep(_STEP)
        self._progress.setTickInterval(25)
        self._progress.setAccessibleName("Tiến độ, phần trăm")
        self._progress.valueChanged.connect(lambda value: self._percent.setText(f"{value} %"))
        self._progress.sliderReleased.connect(self._on_progress)
        self._progress.actionTriggered.connect(self._on_slider_key)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100 %") + 4)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._note = QPlainTextEdit()
        self._note.setPlaceholderText("Ghi chú, ai đang giữ việc, cần đôn đốc gì…")
        self._note.setAccessibleName("Ghi chú")
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(72)
        self._note.textChanged.connect(self._on_note_typed)

    def _make_buttons(self) -> None:
        self._open = button("Mở trong kế hoạch", "open", role="link", tip="Mở nhiệm vụ trong kế hoạch (Ctrl+Enter)")
        self._open.clicked.connect(lambda: self._emit(self.open_wanted))
        self._finish = button("Hoàn thành…", "check", role="primary", tip="Ghi ngày và văn bản kết quả (Ctrl+D)")
        self._finish.clicked.connect(lambda: self._emit(self.finish_wanted))
        self._change_due = button("Đổi hạn…", "calendar", tip="Đặt ngày đến hạn khác (Ctrl+H)")
        self._change_due.clicked.connect(lambda: self._emit(self.due_wanted))
        self._save_note = button("Lưu ghi chú", "save")
        self._save_note.clicked.connect(self._on_save_note)
        self._moves: dict[TaskState, QPushButton] = {}
        for state, text in _MOVES:
            made = button(text)
            made.clicked.connect(lambda _checked=False, wanted=state: self._on_move(wanted))
            self._moves[state] = made

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.SPACE_M, theme.SPACE_M, theme.SPACE_M, theme.SPACE_M)
        column.setSpacing(theme.SPACE_S)
        column.addLayout(row(self._chip, 0, self._open))
        for part in (self._text, self._due, self._left, self._warning):
            column.addWidget(part)
        column.addLayout(row(self._finish, self._change_due))
        column.addWidget(line())
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setVerticalSpacing(theme.SPACE_XS)
        self._facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._facts)
        column.addWidget(line())
        self._progress_label = label("Tiến độ", "muted")
        column.addLayout(row(self._progress_label, self._progress, self._percent))
        column.addLayout(self._state_buttons())
        column.addWidget(self._note)
        column.addLayout(row(0, self._save_note))
        column.addStretch(1)
        scroll = self._scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        on_surface(scroll.viewport(), inner)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(1, 1, 1, 1)
        frame.addWidget(scroll)

    def _state_buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.SPACE_XS)
        for number, made in enumerate(self._moves.values()):
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            grid.addWidget(made, number // 3, number % 3)
        return grid

    # showing

    def lock(self, locked: bool) -> None:
        """Let the task be looked at only, or be changed again; told before ``show_task``."""
        self._read_only = locked

    @property
    def shown_task(self) -> Task | None:
        """The task in the panel."""
        return self._task

    def show_task(self, task: Task, scene: Scene) -> None:
        """Show a task; a note that is being written stays while the task stays the same."""
        same = self._task is not None and self._task.id == task.id
        unsaved = same and self._save_note.isEnabled()
        self._task = task
        self._chip.show_member(task.standing(scene.today))
        self._text.setText(task.text)
        self._show_time(task, time_left(task, scene.today, scene.calendar))
        self._show_facts(task, scene)
        self._show_work(task)
        if not unsaved:
            self._note.setPlainText(task.note or "")
            self._save_note.setEnabled(False)

    def _show_time(self, task: Task, left: TimeLeft | None) -> None:
        weekday = f" ({said.weekday(task.due)})" if task.due is not None else ""
        self._due.setText(f"{said.time_of(task)}{weekday}")
        words, tone = "", theme.Tone.NEUTRAL
        if left is not None:
            words = said.time_left(left)
            late, near = left.overdue_days > 0, left.due_today or left.working_days <= 5
            tone = theme.Tone.DANGER if late else theme.Tone.WARNING if near else theme.Tone.NEUTRAL
        elif task.completed_on is not None:
            words = f"hoàn thành ngày {formats.day(task.completed_on)}"
        _tint(self._left, words[:1].upper() + words[1:], tone)
        _tint(self._warning, said.off_warning(left) if left is not None else "", theme.Tone.WARNING)

    def _show_facts(self, task: Task, scene: Scene) -> None:
        facts = (
            ("Kế hoạch", scene.plan_of(task)),
            ("Chủ trì", "; ".join(task.lead)),
            ("Phối hợp", "; ".join(task.coordinate)),
            ("Sản phẩm", task.product or ""),
            ("Lặp lại", labels.of(task.recurrence) if task.recurrence else ""),
            ("Điều kiện", "Chỉ làm nếu có phát sinh" if task.conditional else ""),
            ("Thời gian", task.remark or ""),
            ("Kết quả", task.evidence or ""),
            ("Trễ vì", task.delay_reason or ""),
            ("Lý do", task.state_reason or ""),
        )
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for name, value in facts:
            if value:
                said_value = label(value, wrap=True)
                said_value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._facts.addRow(label(name, "muted"), said_value)

    def _show_work(self, task: Task) -> None:
        open_, may = task.state in OPEN_STATES, not self._read_only
        self._finish.setText("Hoàn thành…" if open_ else "Sửa kết quả…")
        self._finish.setVisible(may and (open_ or task.state is TaskState.DONE))
        self._change_due.setVisible(may and open_)
        self._progress.setEnabled(may and open_)
        self._progress.setValue(task.progress)
        self._note.setReadOnly(not may)
        self._save_note.setVisible(may)
        for state, made in self._moves.items():
            made.setEnabled(may and state is not task.state)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top."""
        super().showEvent(event)
        self._scroll.verticalScrollBar().setValue(0)

    # wishes

    def _emit(self, signal: object) -> None:
        if self._task is not None and self._task.id is not None:
            signal.emit(self._task.id)  # type: ignore[attr-defined]

    def _on_move(self, state: TaskState) -> None:
        if self._task is not None and self._task.id is not None:
            self.state_wanted.emit(self._task.id, state)

    def _on_slider_key(self, _action: int) -> None:
        if not self._progress.isSliderDown() and self._progress.sliderPosition() != self._progress.value():
            self._send_progress(self._progress.sliderPosition())

    def _on_progress(self) -> None:
        self._send_progress(self._progress.value())

    def _send_progress(self, percent: int) -> None:
        if self._task is not None and self._task.id is not None and percent != self._task.progress:
            self.progress_wanted.emit(self._task.id, percent)

    def _on_note_typed(self) -> None:
        typed = nfc(self._note.toPlainText()).strip()
        self._save_note.setEnabled(self._task is not None and typed != (self._task.note or ""))

    def _on_save_note(self) -> None:
        if self._task is not None and self._task.id is not None:
            self._save_note.setEnabled(False)
            self.note_wanted.emit(self._task.id, nfc(self._note.toPlainText()).strip())


def _tint(where: QLabel, text: str, tone: theme.Tone) -> None:
    ink = theme.ink(tone)
    where.setText(text)
    where.setVisible(bool(text))
    where.setStyleSheet(f"background: {ink.ground}; color: {ink.text}; border-radius: 4px; padding: 3px 8px;")
