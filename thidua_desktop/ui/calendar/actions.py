"""What can be done with a task of the calendar: each action is one service call, and tells what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from thidua_desktop.domain.calendar import with_progress
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.placing import When
from thidua_desktop.domain.tasks import Task, TaskState, needs_reason
from thidua_desktop.services.container import Services
from thidua_desktop.services.years import YearClosed
from thidua_desktop.ui.calendar.dialogs import Completion
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import formats, labels


class CalendarActions:
    """Every change is made to the task as the store has it at that moment."""

    def __init__(
        self, services: Services, runner: Runner, navigation: Navigation, feedback: Feedback, calendar: OfficeCalendar
    ) -> None:
        self._services = services
        self._runner = runner
        self._navigation = navigation
        self._feedback = feedback
        self._calendar = calendar

    def finish(self, task_id: TaskId, completion: Completion) -> None:
        """Record that a task is done, with its day and evidence."""
        self._change(task_id, completion.of, f"Đã ghi hoàn thành ngày {formats.day(completion.on)}.")

    def set_progress(self, task_id: TaskId, percent: int) -> None:
        """Record how far a task is."""
        today = self._services.today()
        self._change(task_id, lambda task: with_progress(task, percent, today=today))

    def set_note(self, task_id: TaskId, note: str) -> None:
        """Keep a note."""
        self._change(task_id, lambda task: replace(task, note=note or None), "Đã lưu ghi chú.")

    def put(self, old: Sequence[Task], when: When) -> None:
        """Give tasks another time; the message offers to take it back, and the working day before a day off."""
        self._place([(task, when) for task in old], partial(self._tell_time, tuple(old), when))

    def move(self, task: Task, state: TaskState) -> None:
        """Set a task's state, asking for the reason where one is due."""
        assert task.id is not None
        if not needs_reason(task.state, state):
            self._move(task.id, state, None)
            return
        self._feedback.ask_text(
            f"Chuyển sang “{labels.of(state)}”",
            f"Vì sao chuyển nhiệm vụ từ “{labels.of(task.state)}” sang “{labels.of(state)}”?",
            yes="Chuyển",
            then=partial(self._move, task.id, state),
        )

    def tell_closed(self, year: int) -> None:
        """Say that nothing of a year can be changed."""
        self._feedback.trouble(YearClosed(year=str(year)))

    def _move(self, task_id: TaskId, state: TaskState, reason: str | None) -> None:
        work = partial(self._services.tasks.move, [task_id], state, reason=reason)
        self._runner.run(work, self._told(f"Đã chuyển nhiệm vụ sang “{labels.of(state)}”."))

    def _tell_time(self, old: tuple[Task, ...], when: When) -> None:
        told = said.moved(when, len(old))
        back = Offer("Hoàn tác", partial(self._put_back, old))
        if when.due is None or self._calendar.works(when.due):
            self._feedback.say(f"{told}.", offers=(back,))
            return
        before = self._calendar.last_working_day(when.due)
        earlier = Offer(f"Đổi sang {said.day_and_month(before)}", partial(self.put, old, When.on(before)))
        text = f"{told}, là ngày nghỉ. Ngày làm việc liền trước: {said.full_day(before)}."
        self._feedback.say(text, tone=Tone.WARNING, offers=(earlier, back))

    def _put_back(self, old: tuple[Task, ...]) -> None:
        told = (
            f"Đã đặt lại thời hạn cũ: {said.time_of(old[0])}."
            if len(old) == 1
            else f"Đã đặt lại thời hạn cũ của {len(old)} nhiệm vụ."
        )
        self._place([(task, When.of(task)) for task in old], partial(self._feedback.say, told))

    def _place(self, places: Sequence[tuple[Task, When]], then: Callable[[], None]) -> None:
        tasks = self._services.tasks

        def work() -> Changes:
            found = [when.given_to(tasks.get(TaskId(task.id or 0))) for task, when in places]
            return tasks.save(found[0]) if len(found) == 1 else tasks.save_many(found)

        self._runner.run(work, self._told(then=then))

    def _change(
        self,
        task_id: TaskId,
        change: Callable[[Task], Task],
        text: str = "",
        *,
        then: Callable[[], None] | None = None,
    ) -> None:
        tasks = self._services.tasks

        def work() -> Changes:
            return tasks.save(change(tasks.get(task_id)))

        self._runner.run(work, self._told(text, then))

    def _told(self, text: str = "", then: Callable[[], None] | None = None) -> Callable[[Changes], None]:
        def done(changes: Changes) -> None:
            self._navigation.changes_made.emit(changes)
            if text:
                self._feedback.say(text)
            if then is not None:
                then()

        return done
