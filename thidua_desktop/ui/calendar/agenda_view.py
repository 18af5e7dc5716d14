"""The list: what is overdue, due today, due soon, later by month, and done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.calendar import AgendaGroup, TimeLeft, agenda, time_left
from thidua_desktop.domain.tasks import Standing, Task
from thidua_desktop.ui.calendar.scene import Scene, standing_words
from thidua_desktop.ui.calendar.view import CalendarView
from thidua_desktop.ui.common.columns import RIGHT, Column
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import formats

_LEAFING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A task with what the list says of it."""

    task: Task
    section: str
    group: AgendaGroup
    left: TimeLeft | None
    plan: str
    standing: Standing
    words: str


def _left(row: AgendaRow) -> str:
    if row.left is not None:
        return said.time_left(row.left)
    done = row.task.completed_on
    return f"xong {formats.day(done)}" if done is not None else ""


def _left_tone(row: AgendaRow) -> Tone | None:
    if row.left is None:
        return Tone.MUTED
    if row.left.overdue_days:
        return Tone.DANGER
    return Tone.WARNING if row.group in (AgendaGroup.TODAY, AgendaGroup.SOON) else None


def _full(row: AgendaRow) -> str:
    return "\n".join(part for part in (row.task.text, row.plan, said.off_warning(row.left) if row.left else "") if part)


COLUMNS: tuple[Column[AgendaRow], ...] = (
    Column("due", "Thời hạn", lambda row: said.time_of(row.task), width=130, sort_key=lambda row: row.task.deadline),
    Column("left", "Còn lại", _left, width=146, sort_key=lambda row: row.task.deadline, tone=_left_tone),
    Column("text", "Nhiệm vụ", lambda row: row.task.text, width=240, stretch=True, wrap=True, tooltip=_full),
    Column("lead", "Chủ trì", lambda row: "; ".join(row.task.lead), width=130, wrap=True),
    Column("plan", "Kế hoạch", lambda row: row.plan, width=140, tooltip=lambda row: row.plan, hidden=True),
    Column(
        "progress",
        "Tiến độ",
        lambda row: f"{row.task.progress} %",
        width=70,
        align=RIGHT,
        sort_key=lambda row: row.task.progress,
    ),
    Column("standing", "Tình trạng", lambda row: row.words, width=155, chip=lambda row: row.standing),
)


def _detail(rows: Sequence[AgendaRow]) -> str:
    return f"{len(rows)} nhiệm vụ"


class AgendaView(CalendarView):
    """A grouped table; the row at the cursor is the chosen task, Space finishes it."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TableModel(
            COLUMNS,
            lambda row: row.task.id,
            grouping=Grouping(lambda row: row.section, _detail),
            parent=self,
        )
        self.grid = Grid(self.model, name="agenda", preferences=preferences, parent=self)
        self.grid.setAccessibleName("Danh sách nhiệm vụ theo thời hạn")
        self.grid.empty_words = "Không có nhiệm vụ nào trong năm này."
        self.grid.setSelectionBehavior(Grid.SelectionBehavior.SelectRows)
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.grid.current_changed.connect(self._on_current_changed)
        self.grid.opened.connect(lambda row: self.task_opened.emit(row.task.id))
        self.grid.installEventFilter(self)
        action(self.grid, "Hoàn thành", "", "Space", self._on_finish)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.grid)
        self.setFocusProxy(self.grid)
        self._filling = False

    def show_scene(self, scene: Scene) -> None:
        """Show this state; when the task at the cursor goes to those that are done, the cursor stays with the others.

        Whoever finishes one task after another works on where he is, not at the end of the year.
        """
        before, beside = self.grid.current(), self.grid.places.rows_beside()
        super().show_scene(scene)
        now = self.grid.current()
        if before is None or now is None or before.task.id != now.task.id:
            return
        if before.group is not AgendaGroup.DONE and now.group is AgendaGroup.DONE:
            waiting = {row.task.id for row in self.model.rows() if row.group is not AgendaGroup.DONE}
            nearest = next((row.task.id for row in beside if row.task.id in waiting), None)
            if nearest is not None:
                self.grid.go_to(nearest)

    def rebuild(self, scene: Scene) -> None:
        """Make the rows of the year in hand."""
        self._filling = True
        self.grid.set_rows(
            [
                AgendaRow(
                    task,
                    said.section(section),
                    section.group,
                    time_left(task, scene.today, scene.calendar),
                    scene.plan_of(task),
                    task.standing(scene.today),
                    standing_words(task, scene.today),
                )
                for section in agenda(scene.tasks, scene.today)
                for task in section.tasks
            ]
        )
        self._filling = False

    def mark(self, scene: Scene) -> None:
        """Put the cursor on the chosen task."""
        if scene.chosen is not None and self.grid.current_key() != scene.chosen:
            self._filling = True
            self.grid.go_to(scene.chosen)
            self._filling = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """PgUp and PgDn leaf through the list here, not through the years."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in _LEAFING:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _drawn_alike(self, old: Scene, new: Scene) -> bool:
        return old.alike(new)

    def _on_current_changed(self, row: AgendaRow | None) -> None:
        if row is not None and not self._filling and row.task.id is not None:
            self.task_chosen.emit(row.task.id)

    def _on_finish(self) -> None:
        row = self.grid.current()
        if row is not None and row.task.id is not None:
            self.finish_requested.emit(row.task.id)
