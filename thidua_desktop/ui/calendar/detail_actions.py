"""What can be done with the steps, the evidence and the urging of a task: each deed is one service call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import StepId, TaskId
from thidua_desktop.domain.planner import BackwardPlan
from thidua_desktop.domain.recurrence import Rule
from thidua_desktop.domain.task_details import Evidence, Step, Urging
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.navigation import Navigation


class DetailActions:
    """Every deed tells in a sentence what has happened; Ctrl+Z takes it back."""

    def __init__(self, services: Services, runner: Runner, navigation: Navigation, feedback: Feedback) -> None:
        self._services, self._runner = services, runner
        self._navigation, self._feedback = navigation, feedback

    # steps

    def save_steps(self, task_id: TaskId, steps: Sequence[Step]) -> None:
        """Keep the steps of a task in this order."""
        self._do(partial(self._services.task_details.save_steps, task_id, steps))

    def tick(self, step_id: StepId, *, done: bool) -> None:
        """Record that a step is done today, or is not."""
        day = self._services.today() if done else None
        self._do(partial(self._services.task_details.finish_step, step_id, day))

    def store_plan(self, task_id: TaskId, plan: BackwardPlan) -> None:
        """Keep the steps that the backward planner has placed."""
        told = f"Đã lưu {len(plan.placed)} bước của lịch ngược vào nhiệm vụ."
        self._do(partial(self._services.planner.store, task_id, plan), told)

    # evidence

    def add_evidence(self, evidence: Evidence, file: Path | None) -> None:
        """Keep a document with a task, and its file."""
        self._do(partial(self._services.task_details.add_evidence, evidence, file), "Đã thêm văn bản kết quả.")

    def remove_evidence(self, evidence: Evidence) -> None:
        """Take a document away."""
        if evidence.id is not None:
            work = partial(self._services.task_details.remove_evidence, evidence.id)
            self._do(work, "Đã bỏ văn bản kết quả khỏi nhiệm vụ.")

    def open_evidence(self, evidence: Evidence) -> None:
        """Open the file of a document in the program that the system has for it."""
        self._runner.run(partial(self._services.task_details.evidence_file, evidence), partial(self._open, evidence))

    def _open(self, evidence: Evidence, path: Path | None) -> None:
        if path is not None:
            self._feedback.open_file(path)
            return
        told = (
            f"Không còn tệp {evidence.file_name or ''} trong thư mục đính kèm cạnh tệp dữ liệu, hoặc tệp đã bị hỏng. "
            "Số, ngày văn bản vẫn còn; hãy đính kèm lại tệp hoặc khôi phục từ bản sao lưu."
        )
        self._feedback.say(told, tone=Tone.WARNING)

    # units

    def log(self, urgings: Sequence[Urging]) -> None:
        """Add entries to the log of urging."""
        units = "; ".join(urging.unit for urging in urgings)
        self._do(partial(self._services.urging.log, urgings), f"Đã ghi đôn đốc {units}.")

    def save_urging(self, urging: Urging, others: Sequence[Urging]) -> None:
        """Keep a changed entry; ``others`` are units that were added to it."""

        def work() -> Changes:
            saved = self._services.urging.save(urging)
            return self._services.urging.log(others) if others else saved

        self._do(work, "Đã lưu lần đôn đốc.")

    def answer(self, urging: Urging, *, answered: bool) -> None:
        """Record that a unit has answered today, or has not."""
        if urging.id is None:
            return
        if answered:
            work = partial(self._services.urging.answer, [urging.id], self._services.today())
            self._do(work, f"Đã ghi {urging.unit} trả lời hôm nay.")
        else:
            work = partial(self._services.urging.save, replace(urging, answered_on=None))
            self._do(work, f"Đã ghi {urging.unit} chưa trả lời.")

    def remove_urging(self, urging: Urging) -> None:
        """Take an entry away."""
        if urging.id is not None:
            self._do(partial(self._services.urging.remove, urging.id), "Đã bỏ lần đôn đốc.")

    def wait_for(self, task_id: TaskId, units: Sequence[str], reason: str | None = None) -> None:
        """Record which units a task waits for."""
        work = partial(self._services.tasks.wait_for, [task_id], units, reason=reason)
        self._do(work, f"Đã ghi đang chờ {'; '.join(units)}.")

    # conditional and recurring work

    def tell_arisen(self, task_id: TaskId, *, arisen: bool) -> None:
        """Record that conditional work has to be done, or has not arisen."""
        tasks = self._services.tasks
        if arisen:
            self._do(partial(tasks.confirm, [task_id]), "Đã ghi có phát sinh; nhiệm vụ phải làm.")
        else:
            self._do(partial(tasks.not_arisen, [task_id]), "Đã đóng nhiệm vụ vì không phát sinh.")

    def make_series(self, template: Task, rule: Rule, year: int, count: int) -> None:
        """Make the tasks of a year from one task and a rule."""
        work = partial(self._services.series.make, template, rule, year)
        self._do(work, f"Đã lập {count} kỳ của nhiệm vụ trong năm {year}.")

    def make_report(self, template: Task, key: str, name: str, year: int) -> None:
        """Make the tasks of a report with statutory days."""
        work = partial(self._services.series.make_report, template.plan_id, key, year, lead=template.lead)
        self._do(work, f"Đã lập các kỳ báo cáo năm {year}: {name}.")

    def stop_after(self, task_id: TaskId) -> None:
        """Throw the later open instances of recurring work away."""
        self._do(partial(self._services.series.stop_after, task_id), "Đã bỏ các kỳ sau chưa làm vào thùng rác.")

    def _do(self, work: Callable[[], Changes], told: str = "") -> None:
        def done(changes: Changes) -> None:
            self._navigation.changes_made.emit(changes)
            if told:
                self._feedback.say(told)

        self._runner.run(work, done)
