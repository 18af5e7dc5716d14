"""Opening the backward planner and the list of commemoration days, and doing what they ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.holidays import Commemoration
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.planner import Chain, ChainStep
from thidua_desktop.ui.calendar.asking import Asking
from thidua_desktop.ui.calendar.commemorations_dialog import CommemorationsDialog
from thidua_desktop.ui.calendar.detail_actions import DetailActions
from thidua_desktop.ui.calendar.planner_dialog import PlannerDialog
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.navigation import Navigation

_AHEAD = timedelta(days=30)
"""The deadline that is proposed where no task names one."""


class Planning:
    """Tools of the tab that need no task."""

    def __init__(self, asking: Asking, deeds: DetailActions, runner: Runner, navigation: Navigation) -> None:
        self._asking, self._deeds = asking, deeds
        self._runner, self._navigation = runner, navigation
        self.planner: PlannerDialog | None = None
        self.days: CommemorationsDialog | None = None
        page = asking.page
        self.planner_action = action(page, "Lập lịch ngược…", "plan", "Ctrl+L", self.open_planner)
        self.days_action = action(page, "Ngày kỷ niệm của cơ quan…", "award", "Ctrl+M", self.open_days)

    def open_planner(self) -> None:
        """Plan backwards from the deadline of the task chosen; without one from a month ahead."""
        asking = self._asking
        chosen = asking.holder.scene.chosen
        task = asking.holder.task(chosen) if chosen is not None else None
        if task is not None and not asking.may_change(task):
            return
        services = asking.services
        deadline = task.deadline if task is not None else services.today() + _AHEAD
        dialog = self.planner = PlannerDialog(
            task,
            deadline,
            services.planner.chains(),
            services.planner.place,
            calendar=asking.holder.scene.calendar,
            parent=asking.page,
        )
        dialog.chain_wanted.connect(self._ask_name)
        dialog.chain_dropped.connect(self._drop_chain)
        dialog.accepted.connect(partial(self._store, dialog, chosen))
        asking.open(dialog)

    def _store(self, dialog: PlannerDialog, task_id: TaskId | None) -> None:
        plan = dialog.plan()
        if plan is not None and task_id is not None:
            self._deeds.store_plan(task_id, plan)

    def _ask_name(self, steps: Sequence[ChainStep]) -> None:
        self._asking.feedback.ask_text(
            "Lưu chuỗi bước", "Tên của chuỗi bước", yes="Lưu", then=partial(self._keep_chain, tuple(steps))
        )

    def _keep_chain(self, steps: tuple[ChainStep, ...], name: str) -> None:
        work = partial(self._asking.services.planner.save_chain, Chain(name, steps))
        self._runner.run(work, partial(self._chains_changed, name))

    def _drop_chain(self, chain: Chain) -> None:
        if chain.id is not None:
            work = partial(self._asking.services.planner.remove_chain, chain.id)
            self._runner.run(work, partial(self._chains_changed, ""))

    def _chains_changed(self, name: str, changes: Changes) -> None:
        self._navigation.changes_made.emit(changes)
        if self.planner is not None:
            self.planner.show_chains(self._asking.services.planner.chains(), name)

    def open_days(self) -> None:
        """Show the office's own commemoration days."""
        asking = self._asking
        own = asking.services.commemorations.own()
        dialog = self.days = CommemorationsDialog(own, asking.holder.scene.day.year, asking.page)
        dialog.save_wanted.connect(self._save_day)
        dialog.drop_wanted.connect(self._drop_day)
        dialog.open()

    def _save_day(self, found: Commemoration) -> None:
        self._runner.run(partial(self._asking.services.commemorations.save, found), self._days_changed)

    def _drop_day(self, found: Commemoration) -> None:
        if found.id is not None:
            self._runner.run(partial(self._asking.services.commemorations.remove, found.id), self._days_changed)

    def _days_changed(self, changes: Changes) -> None:
        self._navigation.changes_made.emit(changes)
        if self.days is not None:
            self.days.show_own(self._asking.services.commemorations.own())
