"""What the clerk asks for a task's time and state: by key, by menu or from the panel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.placing import When
from thidua_desktop.domain.tasks import Standing, Task
from thidua_desktop.ui.calendar.actions import CalendarActions
from thidua_desktop.ui.calendar.asking import Asking
from thidua_desktop.ui.calendar.dialogs import CompletionDialog, DueDialog
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.wording import calendar as said

_SHIFTS = (
    ("Sớm một ngày", "Alt+Shift+Left", -1),
    ("Muộn một ngày", "Alt+Shift+Right", 1),
    ("Sớm một tuần", "Alt+Shift+Up", -7),
    ("Muộn một tuần", "Alt+Shift+Down", 7),
)


class Requests:
    """Opens the dialog that a wish needs and hands its answer to the deeds."""

    def __init__(self, asking: Asking, deeds: CalendarActions, navigation: Navigation) -> None:
        self._asking, self._deeds, self._navigation = asking, deeds, navigation
        chosen, page = asking.with_chosen, asking.page
        self.finish_action = action(page, "Hoàn thành…", "check", "Ctrl+D", chosen(self.ask_completion))
        self.due_action = action(page, "Đổi hạn…", "calendar", "Ctrl+H", chosen(self.ask_due))
        self.delay_action = action(page, "Ghi lý do trễ hạn…", "", "Ctrl+Shift+D", chosen(self.ask_delay_reason))
        self.shifts = tuple(
            action(page, f"Dời hạn: {text.lower()}", "", key, chosen(partial(self._shift_due, days)))
            for text, key, days in _SHIFTS
        )
        self.open_action = action(page, "Mở trong kế hoạch", "open", "Ctrl+Return", chosen(self.open_task))
        self.history_action = action(page, "Lịch sử của nhiệm vụ", "history", "Alt+Shift+H", chosen(self._open_history))

    def ask_completion(self, task_id: TaskId) -> None:
        """Ask when and by which document a task was finished."""
        asking, task = self._asking, self._asking.holder.task(task_id)
        if asking.may_change(task):
            dialog = CompletionDialog(task, asking.services.today(), asking.choose_file, asking.page)
            dialog.accepted.connect(lambda: self._deeds.finish(task_id, dialog.completion()))
            asking.open(dialog)

    def ask_due(self, task_id: TaskId) -> None:
        """Ask for another due day."""
        asking, task = self._asking, self._asking.holder.task(task_id)
        if not asking.may_change(task):
            return
        dialog = DueDialog(task, asking.holder.scene.calendar, asking.services.today(), asking.page)

        def answered() -> None:
            due, first = dialog.due(), dialog.first_day()
            if due is not None and (first != task.starts or due != task.due):
                asking.holder.choose(task_id)
                self._deeds.set_dates(task, first, When.on(due))

        dialog.accepted.connect(answered)
        asking.open(dialog)

    def ask_delay_reason(self, task_id: TaskId) -> None:
        """Ask why an open task is late."""
        asking, task = self._asking, self._asking.holder.task(task_id)
        if task.standing(asking.services.today()) is not Standing.OVERDUE:
            asking.feedback.say("Nhiệm vụ này không quá hạn.", tone=Tone.INFO)
        elif asking.may_change(task):
            asking.feedback.ask_text(
                "Lý do trễ hạn",
                f"Vì sao nhiệm vụ “{task.text}” trễ hạn {said.time_of(task)}?",
                yes="Ghi lý do",
                then=partial(self._deeds.set_delay_reason, task_id),
            )

    def put(self, task_ids: Sequence[TaskId], when: When) -> None:
        """Give tasks another time, unless the books of their year are closed."""
        moving = [task for task in map(self._asking.holder.task, task_ids) if When.of(task) != when]
        if not moving or not all(map(self._may_change, moving)):
            return
        if len(moving) == 1:
            self._asking.holder.choose(moving[0].id)
        self._deeds.put(moving, when)

    def open_task(self, task_id: TaskId) -> None:
        """Show a task in its plan."""
        self._navigation.open_requested.emit(Kind.TASK.value, task_id)

    def _may_change(self, task: Task) -> bool:
        return self._asking.may_change(task)

    def _shift_due(self, days: int, task_id: TaskId) -> None:
        due = self._asking.holder.task(task_id).due
        if due is None:
            self.ask_due(task_id)
        else:
            self.put((task_id,), When.on(due + timedelta(days=days)))

    def _open_history(self, task_id: TaskId) -> None:
        self._navigation.history_requested.emit(Kind.TASK.value, task_id)
