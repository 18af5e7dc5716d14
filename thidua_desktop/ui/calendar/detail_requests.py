"""What the clerk asks for a task's steps, evidence, units and recurrence: by key, by menu or from the panel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction

from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.task_details import Evidence, Urging
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.calendar.asking import Asking
from thidua_desktop.ui.calendar.detail_actions import DetailActions
from thidua_desktop.ui.calendar.evidence_part import EvidenceDialog
from thidua_desktop.ui.calendar.panel import TaskPanel
from thidua_desktop.ui.calendar.series_dialog import SeriesDialog
from thidua_desktop.ui.calendar.urging_dialogs import UrgingDialog, WaitDialog
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action


class DetailRequests:
    """Opens the dialog that a wish needs and hands its answer to the deeds."""

    def __init__(self, asking: Asking, deeds: DetailActions, panel: TaskPanel) -> None:
        self._asking, self._deeds, self._panel = asking, deeds, panel
        self.steps_action = self._action("Các bước", "list", "Ctrl+B", self.show_steps)
        self.evidence_action = self._action("Thêm văn bản kết quả…", "open", "Ctrl+E", self.ask_evidence)
        self.urge_action = self._action("Ghi đôn đốc…", "user", "Ctrl+U", self.ask_urging)
        self.wait_action = self._action("Chờ đơn vị…", "", "Ctrl+W", self.ask_wait)
        self.arisen_action = self._action("Có phát sinh", "", "Alt+Shift+C", partial(self._tell_arisen, arisen=True))
        self.not_arisen_action = self._action(
            "Không phát sinh", "", "Alt+Shift+K", partial(self._tell_arisen, arisen=False)
        )
        self.state_action = self._action("Đổi tình trạng…", "", "Ctrl+Shift+M", self.ask_state)
        self.note_action = self._action("Lưu ghi chú", "save", "Ctrl+S", lambda _task: panel.work.save_note())
        self.letter_action = self._action("In công văn đôn đốc…", "print", "Ctrl+Shift+U", self.ask_letter)
        self.series_action = self._action("Lặp lại…", "redo", "Ctrl+R", self.ask_series)
        self.stop_action = self._action("Bỏ các kỳ sau…", "", "Alt+Shift+B", self.ask_to_stop)
        self._connect()

    def _action(self, text: str, icon: str, key: str, do: Callable[[TaskId], None]) -> QAction:
        return action(self._asking.page, text, icon, key, self._asking.with_chosen(do))

    def _connect(self) -> None:
        panel, deeds = self._panel, self._deeds
        panel.arisen_wanted.connect(lambda task_id, arisen: self._tell_arisen(task_id, arisen=arisen))
        panel.steps.steps_wanted.connect(deeds.save_steps)
        panel.steps.tick_wanted.connect(lambda _task, step_id, done: deeds.tick(step_id, done=done))
        panel.evidence.add_wanted.connect(self.ask_evidence)
        panel.evidence.open_wanted.connect(deeds.open_evidence)
        panel.evidence.drop_wanted.connect(self._ask_to_drop)
        panel.urging.log_wanted.connect(self.ask_urging)
        panel.urging.wait_wanted.connect(self.ask_wait)
        panel.urging.edit_wanted.connect(self._ask_to_edit)
        panel.urging.answer_wanted.connect(lambda urging, answered: deeds.answer(urging, answered=answered))
        panel.urging.drop_wanted.connect(deeds.remove_urging)

    def ask_state(self, task_id: TaskId) -> None:
        """Offer the other states of a task."""
        if self._may_change(task_id):
            self._panel.show_part(self._panel.work)
            self._panel.work.offer_states()

    def ask_letter(self, _task_id: TaskId) -> None:
        """Ask for a letter to the units that owe an answer about the task."""
        self._panel.show_part(self._panel.urging)
        if self._panel.urging.units_to_write_to():
            self._panel.urging.ask_letter()
        else:
            self._asking.feedback.say(
                "Không còn đơn vị nào phải trả lời về nhiệm vụ này. Muốn gửi công văn, hãy ghi đôn đốc (Ctrl+U) hoặc "
                "ghi đơn vị đang chờ (Ctrl+W) trước.",
                tone=Tone.INFO,
            )

    def show_steps(self, task_id: TaskId) -> None:
        """Show the steps and begin a new one."""
        if self._may_change(task_id):
            self._panel.show_part(self._panel.steps)
            self._panel.steps.new.setFocus()

    def ask_evidence(self, task_id: TaskId, path: Path | None = None) -> None:
        """Ask for a document, with a file that was dropped if there is one."""
        asking, task = self._asking, self._asking.holder.task(task_id)
        if not asking.may_change(task):
            return
        dialog = EvidenceDialog(task, asking.services.today(), asking.choose_file, asking.page)
        dialog.file.set_path(path)
        dialog.accepted.connect(lambda: self._deeds.add_evidence(dialog.evidence(), dialog.path()))
        self._panel.show_part(self._panel.evidence)
        asking.open(dialog)

    def ask_urging(self, task_id: TaskId) -> None:
        """Ask which units were urged and how."""
        task = self._asking.holder.task(task_id)
        if self._asking.may_change(task):
            dialog = self._urging_dialog(task, None)
            dialog.accepted.connect(lambda: self._deeds.log(dialog.urgings()))
            self._panel.show_part(self._panel.urging)
            self._asking.open(dialog)

    def _ask_to_edit(self, urging: Urging) -> None:
        task = self._asking.holder.task(urging.task_id)
        if self._asking.may_change(task):
            dialog = self._urging_dialog(task, urging)

            def answered() -> None:
                first, *others = dialog.urgings()
                self._deeds.save_urging(first, others)

            dialog.accepted.connect(answered)
            self._asking.open(dialog)

    def _urging_dialog(self, task: Task, urging: Urging | None) -> UrgingDialog:
        asking = self._asking
        return UrgingDialog(
            task,
            asking.services.today(),
            asking.holder.scene.calendar,
            asking.holder.unit_names,
            urging=urging,
            own=asking.services.office.get().name,
            parent=asking.page,
        )

    def ask_wait(self, task_id: TaskId) -> None:
        """Ask which units are waited for."""
        asking, task = self._asking, self._asking.holder.task(task_id)
        if asking.may_change(task):
            dialog = WaitDialog(task, asking.holder.unit_names, asking.page)
            dialog.accepted.connect(lambda: self._deeds.wait_for(task_id, dialog.units.units()))
            asking.open(dialog)

    def ask_series(self, task_id: TaskId) -> None:
        """Ask how often a task comes back, and make its instances."""
        asking, task = self._asking, self._asking.holder.task(task_id)
        if task.series_id is not None:
            asking.feedback.say("Nhiệm vụ này đã là một kỳ của việc lặp lại.", tone=Tone.INFO)
            return
        if not asking.may_change(task):
            return
        reports = asking.services.series.report_days(task.year)
        dialog = SeriesDialog(task, task.year, reports, asking.holder.scene.calendar, asking.page)

        def answered() -> None:
            report, year = dialog.report(), dialog.wanted_year()
            if report is not None:
                self._deeds.make_report(task, report.key, report.name, year)
            else:
                self._deeds.make_series(task, dialog.rule(), year, len(dialog.occurrences()))

        dialog.accepted.connect(answered)
        asking.open(dialog)

    def ask_to_stop(self, task_id: TaskId) -> None:
        """Ask before the later instances go to the trash."""
        task = self._asking.holder.task(task_id)
        if task.series_id is None:
            self._asking.feedback.say("Nhiệm vụ này không lặp lại nên không có kỳ sau.", tone=Tone.INFO)
        elif self._asking.may_change(task):
            self._asking.feedback.confirm(
                "Bỏ các kỳ sau chưa làm của nhiệm vụ này?",
                detail="Các kỳ đã làm và kỳ đang chọn được giữ nguyên; các kỳ bỏ nằm trong thùng rác.",
                yes="Bỏ các kỳ sau",
                then=partial(self._deeds.stop_after, task_id),
            )

    def _tell_arisen(self, task_id: TaskId, *, arisen: bool) -> None:
        task = self._asking.holder.task(task_id)
        if not task.conditional:
            self._asking.feedback.say("Nhiệm vụ này không phải loại chỉ làm nếu có phát sinh.", tone=Tone.INFO)
        elif self._asking.may_change(task):
            self._deeds.tell_arisen(task_id, arisen=arisen)

    def _ask_to_drop(self, evidence: Evidence) -> None:
        if self._may_change(evidence.task_id):
            self._deeds.remove_evidence(evidence)

    def _may_change(self, task_id: TaskId) -> bool:
        return self._asking.may_change(self._asking.holder.task(task_id))
