"""The actions of the tab "Kế hoạch": words, icons, keys, and when they can be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from thidua_desktop.common.once import once
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.plans import Plan, PlanPart, Role
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.plans.importing import PlanImport
from thidua_desktop.ui.plans.papers import Papers
from thidua_desktop.ui.plans.plan_deeds import PlanDeeds
from thidua_desktop.ui.plans.print_menu import PrintActions
from thidua_desktop.ui.plans.relations import Relations
from thidua_desktop.ui.plans.rollover import PlanRollover

if TYPE_CHECKING:
    from thidua_desktop.ui.plans.tracker_return import TrackerReceipt


class ActingPage(QWidget):
    """What can be done on the tab; the page itself shows it."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        feedback: Feedback,
        *,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._runner = services, runner
        self._navigation, self._feedback, self._preferences = navigation, feedback, preferences
        self._year = services.today().year
        self._plan: Plan | None = None
        self._parts: tuple[PlanPart, ...] = ()
        self._locked = False
        inner = (services, runner, navigation, feedback)
        self.papers = Papers(services, runner, feedback, preferences, self)
        self.intake = PlanImport(*inner, papers=self.papers, preferences=preferences, window=self)
        self.rollover = PlanRollover(*inner, preferences=preferences, window=self)
        self.deeds = PlanDeeds(*inner, window=self)
        self.relations = Relations(*inner, preferences=preferences, window=self)
        self._make_actions()

    @once
    def receipt(self) -> TrackerReceipt:
        """Takes over what others have filled in."""
        from thidua_desktop.ui.plans.tracker_return import TrackerReceipt

        inner = (self._services, self._runner, self._navigation, self._feedback)
        return TrackerReceipt(*inner, preferences=self._preferences, window=self)

    def plan(self) -> Plan | None:
        """The plan in front."""
        return self._plan

    def year(self) -> int:
        """The year shown."""
        return self._year

    def export_tracker(self) -> None:
        """Write the tracker of the plan in front, or of the year where there is none."""
        self.papers.tracker(self._year, self._plan.id if self._plan is not None else None)

    def open_import(self) -> None:
        """Pick a plan document to read."""
        self.intake.choose()

    def open_duties(self) -> None:
        """Choose standing duties that become tasks."""
        self.deeds.take_duties(self.duties())

    def duties(self) -> tuple[PlanPart, ...]:
        """The standing duties of the plan in front that are not tasks yet."""
        return tuple(part for part in self._parts if part.role is Role.RESPONSIBILITY)

    def new_plan(self) -> None:
        """Write a plan from nothing."""
        self.deeds.new(self._year)

    def _make_actions(self) -> None:
        deeds, papers = self.deeds, self.papers
        self.import_action = action(self, "Nhập kế hoạch từ tệp…", "import", "", self.open_import)
        self.paste_action = action(
            self, "Nhập kế hoạch từ văn bản đã sao chép", "paste", "Ctrl+Shift+V", self.intake.read_clipboard
        )
        self.new_action = action(self, "Lập kế hoạch mới…", "add", "Ctrl+N", self.new_plan)
        self.edit_action = action(self, "Sửa thông tin kế hoạch…", "edit", "Ctrl+Shift+I", self._with_plan(deeds.edit))
        self.approve_action = action(self, "Phê duyệt…", "check", "Ctrl+Shift+P", self._with_plan(deeds.approve))
        roll_over = self._with_plan(self.rollover.start)
        self.rollover_action = action(self, "Lập kế hoạch năm sau từ kế hoạch này…", "year", "Ctrl+Shift+K", roll_over)
        self.links_action = action(
            self, "Liên kết với kế hoạch khác…", "link", "Ctrl+Shift+E", self._with_plan(self.relations.open_links)
        )
        self.duplicates_action = action(
            self, "Nhiệm vụ trùng…", "merge", "Ctrl+Shift+D", lambda: self.relations.open_duplicates(self._year)
        )
        self.delete_action = action(self, "Xóa kế hoạch…", "trash", "Alt+Shift+X", self._with_plan(deeds.delete))
        self.history_action = action(
            self, "Lịch sử của kế hoạch", "history", "Alt+Shift+H", self._with_plan(self._open_history)
        )
        self.duties_action = action(self, "Trách nhiệm thường xuyên…", "duty", "Alt+Shift+T", self.open_duties)
        self.tracker_action = action(self, "Xuất bảng theo dõi…", "excel", "Ctrl+E", self.export_tracker)
        self.receive_action = action(self, "Nhận bảng theo dõi…", "receive", "Alt+Shift+N", self._receive)
        self.printing = PrintActions(self, papers, self.plan, self.year)
        self.annex_action = self.printing.annex
        self.word_action, self.flat_action = self.printing.word, self.printing.flat
        self.ics_action = action(
            self, "Lịch điện tử (.ics)…", "calendar", "Alt+Shift+I", lambda: papers.calendar_file(self._year)
        )
        for deed in (self.paste_action, self.import_action):  # a file may hold the plan of another year
            deed.setEnabled(not self._services.read_only)
        self._change_plan = (
            self.edit_action,
            self.approve_action,
            self.links_action,
            self.delete_action,
            self.duties_action,
        )

    def _with_plan(self, do: Callable[[Plan], None]) -> Callable[[], None]:
        def deed() -> None:
            if self._plan is not None:
                do(self._plan)

        return deed

    def _receive(self) -> None:
        self.receipt.choose()

    def _open_history(self, plan: Plan) -> None:
        if plan.id is not None:
            self._navigation.history_requested.emit(Kind.PLAN.value, plan.id)

    def _allow(self, *, chosen: bool) -> None:
        """Let what the year, the file and the choice of a plan allow."""
        may = not self._services.read_only and not self._locked
        for deed in (self.new_action, self.receive_action):
            deed.setEnabled(may)
        for deed in self._change_plan:
            deed.setEnabled(may and chosen)
        for deed in self.printing.of_plan():
            deed.setEnabled(chosen)
        self.rollover_action.setEnabled(chosen and not self._services.read_only)
