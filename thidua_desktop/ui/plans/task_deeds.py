"""What can be done to tasks from a table: kept in the background, told beside the work, taken back by one click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.tasks import Task, TaskState, needs_reason
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.wording import labels

if TYPE_CHECKING:
    from thidua_desktop.domain.carry_over import Period


_MOVED = "Chuyển từ {}"


class TaskDeeds:
    """Writes what a table of tasks asks for."""

    def __init__(self, services: Services, runner: Runner, navigation: Navigation, feedback: Feedback) -> None:
        self._services, self._runner = services, runner
        self._navigation, self._feedback = navigation, feedback

    def add(self, task: Task, then: Callable[[Changes], None]) -> None:
        """Keep a new task; ``then`` hears of it after everybody else."""

        def done(changes: Changes) -> None:
            self._navigation.changes_made.emit(changes)
            then(changes)

        self._runner.run(partial(self._services.tasks.add, task), done)

    def save(self, tasks: Sequence[Task], saved: Callable[[], None], failed: Callable[[AppError], None]) -> None:
        """Keep edited tasks and new ones in one step; ``saved`` hears first, ``failed`` when none could be kept."""

        def done(changes: Changes) -> None:
            saved()
            self._navigation.changes_made.emit(changes)
            self._offer_twins([task.id for task in tasks if task.state is TaskState.DONE and task.id is not None])

        self._runner.run(partial(self._services.tasks.save_many, tasks), done, failed)

    def delete(self, ids: tuple[TaskId, ...]) -> None:
        """Move tasks to the trash; one click brings them back."""
        self._runner.run(partial(self._services.tasks.delete, ids), partial(self._on_deleted, ids))

    def move(self, tasks: Sequence[Task], state: TaskState) -> None:
        """Set the state of tasks, asking for a reason where one is due."""
        moving = [task for task in tasks if task.state is not state]
        ids = tuple(task.id for task in moving if task.id is not None)
        if not ids:
            return
        if not any(needs_reason(task.state, state) for task in moving):
            self._move(ids, state, None)
            return
        question = f"Lý do chuyển {len(ids)} nhiệm vụ sang “{labels.of(state)}”:"
        self._feedback.ask_text("Ghi lý do", question, yes="Chuyển", then=partial(self._move, ids, state))

    def carry_over(self, tasks: Sequence[Task], period: Period, *, reason: str) -> None:
        """Close tasks as carried over and go on with each of them in a later period, in one step."""
        from thidua_desktop.domain.carry_over import carried

        today = self._services.today()
        closed = [task.moved_to(TaskState.CARRIED_OVER, on=today, reason=reason) for task in tasks]
        later = [carried(task, period, note=_MOVED.format(labels.period(task.year, task.quarter))) for task in tasks]

        def done(changes: Changes) -> None:
            self._navigation.changes_made.emit(changes)
            self._feedback.say(
                f"Đã chuyển {len(later)} nhiệm vụ sang {labels.period(*period)}; nhiệm vụ cũ ghi chuyển kỳ."
            )

        self._runner.run(partial(self._services.tasks.save_many, [*closed, *later]), done)

    def _move(self, ids: Sequence[TaskId], state: TaskState, reason: str | None) -> None:
        def done(changes: Changes) -> None:
            self._navigation.changes_made.emit(changes)
            if state is TaskState.DONE:
                self._offer_twins(ids)

        self._runner.run(partial(self._services.tasks.move, ids, state, reason=reason), done)

    def confirm(self, ids: Sequence[TaskId]) -> None:
        """Conditional work has come up."""
        self._runner.run(partial(self._services.tasks.confirm, ids), self._navigation.changes_made.emit)

    def not_arisen(self, ids: Sequence[TaskId]) -> None:
        """Conditional work has not come up, and is closed."""
        self._runner.run(partial(self._services.tasks.not_arisen, ids), self._navigation.changes_made.emit)

    def _offer_twins(self, ids: Sequence[TaskId]) -> None:
        """The same work that is still open in another plan."""
        twins = self._services.duplicates.open_twins(ids)
        waiting = [task.id for task in twins if task.id is not None]
        if not waiting:
            return
        finish = Offer("Ghi hoàn thành luôn", partial(self._move, waiting, TaskState.DONE, None))
        see = Offer("Xem", partial(self._navigation.open_requested.emit, Kind.TASK.value, waiting[0]))
        told = f"{len(waiting)} nhiệm vụ đã ghi là trùng vẫn chưa xong ở kế hoạch khác."
        self._feedback.say(told, tone=Tone.INFO, offers=(finish, see))

    def _on_deleted(self, ids: tuple[TaskId, ...], changes: Changes) -> None:
        self._navigation.changes_made.emit(changes)
        undo = Offer("Hoàn tác", partial(self._restore, ids))
        self._feedback.say(f"Đã chuyển {len(ids)} nhiệm vụ vào thùng rác.", offers=(undo,))

    def _restore(self, ids: tuple[TaskId, ...]) -> None:
        self._runner.run(partial(self._services.tasks.restore, ids), self._navigation.changes_made.emit)
