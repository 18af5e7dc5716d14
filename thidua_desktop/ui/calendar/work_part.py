"""The work on a task in its panel: who, how far, in which state, and a note."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.tasks import OPEN_STATES, Task, TaskState
from thidua_desktop.ui.calendar.scene import Scene
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.editors import show_lines
from thidua_desktop.ui.common.popping import pop_below
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


class WorkPart(QWidget):
    """Shows the work and says what the clerk wishes; it writes nothing itself."""

    state_wanted = Signal(int, object)
    progress_wanted = Signal(int, int)
    note_wanted = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
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
        show_lines(self._note, 3)
        self._note.textChanged.connect(self._on_note_typed)

    def _make_buttons(self) -> None:
        self._save_note = button("Lưu ghi chú", "save", tip="Lưu ghi chú đang gõ (Ctrl+S)")
        self._save_note.clicked.connect(self.save_note)
        self._moves: dict[TaskState, QPushButton] = {}
        for state, text in _MOVES:
            key = "Ctrl+W" if state is TaskState.WAITING else "Ctrl+Shift+M"
            made = button(text, tip=f"Đổi tình trạng của nhiệm vụ ({key})")
            made.clicked.connect(partial(self._on_move, state))
            self._moves[state] = made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_S)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setVerticalSpacing(theme.SPACE_XS)
        self._facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._facts)
        column.addWidget(line())
        column.addLayout(row(label("Tiến độ", "muted"), self._progress, self._percent))
        column.addLayout(self._state_buttons())
        column.addWidget(self._note)
        column.addLayout(row(0, self._save_note))

    def _state_buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.SPACE_XS)
        for number, made in enumerate(self._moves.values()):
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            grid.addWidget(made, number // 3, number % 3)
        return grid

    # showing

    def show_work(self, task: Task, scene: Scene, *, may: bool) -> None:
        """Show a task; a note that is being written stays while the task stays the same."""
        same = self._task is not None and self._task.id == task.id
        unsaved = same and self._save_note.isEnabled()
        self._task = task
        self._show_facts(task, scene)
        open_ = task.state in OPEN_STATES
        self._progress.setEnabled(may and open_)
        self._progress.setValue(task.progress)
        self._note.setReadOnly(not may)
        self._save_note.setVisible(may)
        for state, made in self._moves.items():
            made.setEnabled(may and state is not task.state)
        if not unsaved:
            self._note.setPlainText(task.note or "")
            self._save_note.setEnabled(False)

    def _show_facts(self, task: Task, scene: Scene) -> None:
        facts = (
            ("Kế hoạch", scene.plan_of(task)),
            ("Chủ trì", "; ".join(task.lead)),
            ("Phối hợp", "; ".join(task.coordinate)),
            ("Sản phẩm", task.product or ""),
            ("Bắt đầu", formats.day(task.starts)),
            ("Lặp lại", labels.of(task.recurrence) if task.recurrence else ""),
            ("Điều kiện", said.condition(task)),
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

    # wishes

    def offer_states(self) -> None:
        """Offer the states that the task can be given, in a menu."""
        menu = QMenu("Tình trạng", self)
        menu.aboutToHide.connect(menu.deleteLater)
        for state, made in self._moves.items():
            if made.isEnabled():
                menu.addAction(made.text()).triggered.connect(partial(self._on_move, state))
        pop_below(menu, next(iter(self._moves.values())))

    def save_note(self) -> None:
        """Let the note that is being written be kept; nothing while there is none."""
        if self._save_note.isEnabled() and self._task is not None and self._task.id is not None:
            self._save_note.setEnabled(False)
            self.note_wanted.emit(self._task.id, nfc(self._note.toPlainText()).strip())

    def _on_move(self, state: TaskState, _checked: bool = False) -> None:
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
