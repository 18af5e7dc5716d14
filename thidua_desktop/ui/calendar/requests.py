"""What the clerk asks for a task: by key, by menu or from the panel. Dialogs are opened here, deeds done elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.placing import When
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.container import Services
from thidua_desktop.ui.calendar.actions import CalendarActions
from thidua_desktop.ui.calendar.dialogs import CompletionDialog, DueDialog
from thidua_desktop.ui.calendar.scene import Scene
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.navigation import Navigation

_SHIFTS = (
    ("Dời hạn sớm một ngày", "Alt+Shift+Left", -1),
    ("Dời hạn muộn một ngày", "Alt+Shift+Right", 1),
    ("Dời hạn sớm một tuần", "Alt+Shift+Up", -7),
    ("Dời hạn muộn một tuần", "Alt+Shift+Down", 7),
)


class Holder(Protocol):
    """Whoever shows the tasks."""

    @property
    def scene(self) -> Scene:
        """What is shown."""

    def task(self, task_id: TaskId) -> Task:
        """A task that is shown."""

    def choose(self, task_id: TaskId | None) -> None:
        """Show a task in full."""


class Requests(QObject):
    """Opens the dialog that a wish needs and hands its answer to the deeds."""

    def __init__(
        self, page: QWidget, holder: Holder, services: Services, deeds: CalendarActions, navigation: Navigation
    ) -> None:
        super().__init__(page)
        self._page, self._holder = page, holder
        self._services, self._deeds, self._navigation = services, deeds, navigation
        self.dialog: Form | None = None
        """The dialog opened last."""
        self._make_actions()

    def _make_actions(self) -> None:
        page = self._page
        action(page, "Hoàn thành…", "check", "Ctrl+D", self.with_chosen(self.ask_completion))
        action(page, "Đổi hạn…", "calendar", "Ctrl+H", self.with_chosen(self.ask_due))
        for text, key, days in _SHIFTS:
            action(page, text, "", key, self.with_chosen(partial(self._shift_due, days)))
        action(page, "Mở trong kế hoạch", "open", "Ctrl+Return", self.with_chosen(self.open_task))
        action(page, "Lịch sử của nhiệm vụ", "history", "", self.with_chosen(self._open_history))

    def with_chosen(self, do: Callable[[TaskId], None]) -> Callable[[], None]:
        """A deed for the task chosen at that moment, if there is one."""

        def run() -> None:
            chosen = self._holder.scene.chosen
            if chosen is not None:
                do(chosen)

        return run

    def ask_completion(self, task_id: TaskId) -> None:
        """Ask when and by which document a task was finished."""
        task = self._holder.task(task_id)
        if self._refused(task):
            return
        dialog = CompletionDialog(task, self._services.today(), self._page)
        dialog.accepted.connect(lambda: self._deeds.finish(task_id, dialog.completion()))
        self._open(dialog)

    def ask_due(self, task_id: TaskId) -> None:
        """Ask for another due day."""
        task = self._holder.task(task_id)
        if self._refused(task):
            return
        dialog = DueDialog(task, self._holder.scene.calendar, self._services.today(), self._page)

        def answered() -> None:
            due = dialog.due()
            if due is not None:
                self.put((task_id,), When.on(due))

        dialog.accepted.connect(answered)
        self._open(dialog)

    def put(self, task_ids: Sequence[TaskId], when: When) -> None:
        """Give tasks another time, unless the books of their year are closed."""
        moving = [task for task in map(self._holder.task, task_ids) if When.of(task) != when]
        if not moving or any(self._refused(task) for task in moving):
            return
        if len(moving) == 1:
            self._holder.choose(moving[0].id)
        self._deeds.put(moving, when)

    def open_task(self, task_id: TaskId) -> None:
        """Show a task in its plan."""
        self._navigation.open_requested.emit(Kind.TASK.value, task_id)

    def _shift_due(self, days: int, task_id: TaskId) -> None:
        due = self._holder.task(task_id).due
        if due is None:
            self.ask_due(task_id)
        else:
            self.put((task_id,), When.on(due + timedelta(days=days)))

    def _open_history(self, task_id: TaskId) -> None:
        self._navigation.history_requested.emit(Kind.TASK.value, task_id)

    def _refused(self, task: Task) -> bool:
        """Whether nothing can be changed in the task's year, and says so."""
        closed = task.year in self._services.years.closed()
        if closed:
            self._deeds.tell_closed(task.year)
        return closed

    def _open(self, dialog: Form) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()
