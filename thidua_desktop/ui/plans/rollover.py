"""Next year's plan from the one in front: proposed, looked through, kept and opened."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.navigation import Navigation

if TYPE_CHECKING:
    from thidua_desktop.domain.plans import Plan
    from thidua_desktop.domain.rollover_plans import RolledLine, Rollover
    from thidua_desktop.services.container import Services
    from thidua_desktop.ui.plans.rollover_dialog import RolloverDialog


class PlanRollover:
    """Takes a plan to next year with the clerk."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        feedback: Feedback,
        *,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        self._services, self._runner = services, runner
        self._navigation, self._feedback = navigation, feedback
        self._preferences, self._window = preferences, window
        self.dialog: RolloverDialog | None = None
        """The dialog opened last."""

    def start(self, plan: Plan) -> None:
        """Propose next year's plan and show it."""
        assert plan.id is not None
        self._runner.run(partial(self._services.plans.rollover, plan.id), self.show, label="Đang lập kế hoạch năm sau…")

    def show(self, rolled: Rollover) -> None:
        """Show old and new side by side; agreeing keeps the new plan."""
        from thidua_desktop.ui.plans.rollover_dialog import RolloverDialog

        dialog = RolloverDialog(
            rolled, existing=self._existing(rolled), preferences=self._preferences, parent=self._window.window()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._keep(rolled, dialog.lines()))
        self.dialog = dialog
        dialog.open()

    def _existing(self, rolled: Rollover) -> list[str]:
        """Plans of the new year that have the title proposed."""
        from thidua_desktop.domain.rollover_plans import Origin

        title = next(line.new for line in rolled.lines if line.origin is Origin.TITLE)
        kept = (row.plan.title for row in self._services.plans.of_year(rolled.to_year))
        return [found for found in kept if found == title]

    def _keep(self, rolled: Rollover, lines: Sequence[RolledLine]) -> None:
        assert rolled.plan.id is not None
        work = partial(self._services.plans.roll_over, rolled.plan.id, lines, to_year=rolled.to_year)
        self._runner.run(work, partial(self._on_kept, rolled.to_year), label="Đang lưu kế hoạch…")

    def _on_kept(self, year: int, changes: Changes) -> None:
        self._navigation.changes_made.emit(changes)
        self._navigation.open_requested.emit(Kind.PLAN.value, changes.created[0])
        tasks = len(changes.created) - 1
        self._feedback.say(f"Đã lập dự thảo kế hoạch năm {year} với {tasks} nhiệm vụ; hãy điền số, ngày ban hành sau.")
