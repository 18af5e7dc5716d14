"""What can be done with a task of the calendar: each action is one service call, and tells what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.calendar import with_progress
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.placing import When
from thidua_desktop.domain.task_details import Evidence, TaskDetails
from thidua_desktop.domain.tasks import Task, TaskState, needs_reason
from thidua_desktop.services.container import Services
from thidua_desktop.ui.calendar.dialogs import Completion
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import formats, labels, messages


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

    def use_calendar(self, calendar: OfficeCalendar) -> None:
        """Go by other days from now on."""
        self._calendar = calendar

    def finish(self, task_id: TaskId, completion: Completion) -> None:
        """Record that a task is done, with its day and evidence; offer the same work of other plans too."""
        tasks, details = self._services.tasks, self._services.task_details

        def work() -> tuple[Changes, tuple[Task, ...]]:
            found = completion.evidence(task_id)
            # The document first: a file that cannot be read leaves the task open.
            if found is not None and not _kept(found, completion.file, details.of_task(task_id)):
                details.add_evidence(found, completion.file)
            changes = tasks.save(completion.of(tasks.get(task_id)))
            return changes, self._services.duplicates.open_twins([task_id])

        def done(result: tuple[Changes, tuple[Task, ...]]) -> None:
            changes, twins = result
            self._navigation.changes_made.emit(changes)
            self._tell_finished(completion, twins)

        def failed(error: AppError) -> None:
            # What was typed into the dialog is not lost with it: the drive may come back, room may be made.
            again = Offer("Ghi lại", partial(self.finish, task_id, completion))
            self._feedback.say(messages.error(error), tone=Tone.DANGER, offers=(again,))

        self._runner.run(work, done, failed)

    def _tell_finished(self, completion: Completion, twins: tuple[Task, ...]) -> None:
        told = f"Đã ghi hoàn thành ngày {formats.day(completion.on)}."
        if not twins:
            self._feedback.say(told)
            return
        every = f"Hoàn thành cả {len(twins)} nhiệm vụ trùng" if len(twins) > 1 else "Hoàn thành cả nhiệm vụ trùng"
        offer = Offer(every, partial(self._finish_all, twins, completion))
        self._feedback.say(f"{told} Việc này còn mở ở kế hoạch khác.", offers=(offer,))

    def _finish_all(self, twins: tuple[Task, ...], completion: Completion) -> None:
        tasks = self._services.tasks

        def work() -> Changes:
            return tasks.save_many([completion.of(task) for task in twins])

        self._runner.run(work, self._told(f"Đã ghi hoàn thành thêm {len(twins)} nhiệm vụ trùng."))

    def set_progress(self, task_id: TaskId, percent: int) -> None:
        """Record how far a task is."""
        today = self._services.today()
        self._change(task_id, lambda task: with_progress(task, percent, today=today))

    def set_note(self, task_id: TaskId, note: str) -> None:
        """Keep a note."""
        self._change(task_id, lambda task: replace(task, note=note or None), "Đã lưu ghi chú.")

    def set_dates(self, old: Task, first: date | None, when: When) -> None:
        """Give a task its first day and its due day in one go."""
        self._place([(replace(old, starts=first), when)], partial(self._tell_time, (old,), when), starts=True)

    def set_delay_reason(self, task_id: TaskId, reason: str) -> None:
        """Keep why a task is late while it is still open."""
        self._change(task_id, lambda task: replace(task, delay_reason=reason), "Đã ghi lý do trễ hạn.")

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

    def _move(self, task_id: TaskId, state: TaskState, reason: str | None) -> None:
        work = partial(self._services.tasks.move, [task_id], state, reason=reason)
        self._runner.run(work, self._told(f"Đã chuyển nhiệm vụ sang “{labels.of(state)}”."))

    def _tell_time(self, old: tuple[Task, ...], when: When) -> None:
        told = said.moved(when, len(old))
        back = Offer("Hoàn tác", partial(self._put_back, old))
        if len(old) == 1 and old[0].series_id is not None and when.due is not None:
            every = Offer("Đổi cả các kỳ sau", partial(self._change_following, old[0], when))
            self._feedback.say(f"{told}. Chỉ kỳ này được đổi.", offers=(every, back))
            return
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
        self._place([(task, When.of(task)) for task in old], partial(self._feedback.say, told), starts=True)

    def _change_following(self, old: Task, when: When) -> None:
        """Move the later instances too: the one that was moved goes back and all of them go together."""
        tasks, series = self._services.tasks, self._services.series

        def work() -> Changes:
            moved = tasks.get(TaskId(old.id or 0))
            tasks.save(When.of(old).given_to(moved))
            return series.change_following(when.given_to(moved))

        self._runner.run(work, self._told("Đã đổi kỳ này và các kỳ sau chưa làm."))

    def _place(self, places: Sequence[tuple[Task, When]], then: Callable[[], None], *, starts: bool = False) -> None:
        """Put tasks at their times; with ``starts`` their first day is that of the task given too."""
        tasks = self._services.tasks

        def placed(task: Task, when: When) -> Task:
            now = when.given_to(tasks.get(TaskId(task.id or 0)))
            return replace(now, starts=task.starts) if starts else now

        def work() -> Changes:
            found = [placed(task, when) for task, when in places]
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


def _kept(found: Evidence, file: Path | None, details: TaskDetails) -> bool:
    """Whether the document is with the task already; a file always comes in addition."""
    return file is None and any(other.number == found.number for other in details.evidence)
