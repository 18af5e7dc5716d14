"""What the views of the calendar have in common."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget

from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.placing import When
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.calendar.dragging import Dragging, DropTarget
from thidua_desktop.ui.calendar.scene import Scene
from thidua_desktop.ui.calendar.task_chip import TaskChip


class CalendarView(QWidget):
    """A view shows a scene and says what the clerk wishes; it writes nothing itself."""

    task_chosen = Signal(int)
    """A task was clicked or reached by key."""
    task_opened = Signal(int)
    """A task was double-clicked: show it in its plan."""
    finish_requested = Signal(int)
    """Space on a task."""
    time_changed = Signal(object, object)
    """Tasks were put at another time (a tuple of ``TaskId``, ``When``)."""
    day_chosen = Signal(object)
    """A day was clicked or reached by key (``date``)."""
    month_opened = Signal(object)
    """A month is to be shown (its first day, a ``date``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._chips: list[tuple[QWidget, TaskChip]] = []
        self._idle: dict[QWidget, deque[TaskChip]] = {}
        self._dragging = Dragging(self, self.drop_targets)

    def show_scene(self, scene: Scene) -> None:
        """Show this state. Widgets are made anew only where more than the choice has changed."""
        old, self._scene = self._scene, scene
        if old is not None and self._drawn_alike(old, scene):
            self.mark(scene)
            return
        focused = self._focused_task()
        self._take_back()
        self.rebuild(scene)
        put_away(chip for chips in self._idle.values() for chip in chips)
        self.mark(scene)
        if focused is not None:
            self._focus(focused)

    def _take_back(self) -> None:
        """Let every chip be used again: a widget that is made anew costs a millisecond, and there are many."""
        self._idle = {}
        for home, chip in self._chips:
            chip.idle = True
            self._idle.setdefault(home, deque()).append(chip)

    def rebuild(self, scene: Scene) -> None:
        """Make the widgets of a scene."""
        raise NotImplementedError

    def mark(self, scene: Scene) -> None:
        """Show which task and day are chosen."""
        for chip in self._in_use():
            chip.mark(chip.shown_task.id == scene.chosen)

    def chip(self, task_id: TaskId) -> TaskChip | None:
        """The chip that shows a task, if the view has one."""
        return next((chip for chip in self._in_use() if chip.shown_task.id == task_id), None)

    def _in_use(self) -> Iterator[TaskChip]:
        return (chip for _home, chip in self._chips if not chip.idle)

    def make_chip(self, task: Task, scene: Scene, parent: QWidget, *, lines: int = 1, prefix: str = "") -> TaskChip:
        """A chip whose wishes are those of the view; with several lines it is as high as its text needs."""
        waiting = self._idle.get(parent)
        if waiting:
            used = waiting.popleft()
            used.show_task(task, scene, lines=lines, prefix=prefix)
            return used
        chip = self.new_chip(task, scene, parent, lines=lines, prefix=prefix)
        self._chips.append((parent, chip))
        return chip

    def new_chip(self, task: Task, scene: Scene, parent: QWidget, *, lines: int = 1, prefix: str = "") -> TaskChip:
        """A chip that lives as long as its parent, for a window that closes again."""
        chip = TaskChip(task, scene, lines=lines, prefix=prefix, parent=parent)
        if lines > 1:
            chip.fit_text()
        chip.chosen.connect(self.task_chosen)
        chip.opened.connect(self.task_opened)
        chip.finish_requested.connect(self.finish_requested)
        chip.drag_moved.connect(self.drag_over)
        chip.drag_ended.connect(self.drop)
        chip.drag_cancelled.connect(self.drag_left)
        return chip

    def drop_targets(self) -> Iterable[DropTarget]:
        """Where a task can be let go."""
        return ()

    def drag_over(self, task: Task, at: QPoint) -> None:
        """A task is dragged over a place on the screen."""
        self._dragging.over((task,), at)

    def drop(self, task: Task, at: QPoint) -> None:
        """A task was let go at a place on the screen."""
        self.drop_all((task,), at)

    def drop_all(self, tasks: Sequence[Task], at: QPoint) -> None:
        """Tasks were let go at a place on the screen; those that stand there already stay."""
        when = self._dragging.let_go(tasks, at)
        moved = tuple(task.id for task in tasks if task.id is not None and when not in (None, When.of(task)))
        if moved:
            self.time_changed.emit(moved, when)

    def drag_left(self) -> None:
        """The drag was given up."""
        self._dragging.end()

    def _drawn_alike(self, old: Scene, new: Scene) -> bool:
        """Whether the widgets of ``old`` can stay for ``new``."""
        return old.day == new.day and old.alike(new)

    def _focused_task(self) -> TaskId | None:
        widget = QApplication.focusWidget()
        return widget.shown_task.id if isinstance(widget, TaskChip) and self.isAncestorOf(widget) else None

    def _focus(self, task_id: TaskId) -> None:
        found = self.chip(task_id)
        (found or self).setFocus()


def put_away(widgets: Iterable[QWidget]) -> None:
    """Hide widgets that may be used again; they may be in the middle of an event of their own."""
    for widget in widgets:
        # Otherwise Qt hands the focus on as if Tab had been pressed, and the next task would be chosen.
        if widget.hasFocus():
            widget.clearFocus()
        widget.hide()
