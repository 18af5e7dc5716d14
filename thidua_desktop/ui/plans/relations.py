"""How a plan hangs together with others: links shown and edited, duplicates pointed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.plans.relations_strip import Relation, RelationsStrip
from thidua_desktop.wording import labels

if TYPE_CHECKING:
    from thidua_desktop.domain.plan_links import PlanLink
    from thidua_desktop.services.container import Services


class Relations:
    """Fills the strip of a plan and opens its dialogs above ``window``."""

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
        self._shown: PlanId | None = None
        self.dialog: QDialog | None = None
        """The dialog opened last."""

    def show(self, plan: Plan, strip: RelationsStrip) -> None:
        """Say in the strip what a plan hangs together with; look-alikes are looked for in the background."""
        if plan.id is None:
            return
        plan_id, links = plan.id, self._services.plan_links
        relations = [
            *(self._there(link) for link in links.of_plan(plan_id)),
            *(self._back(link) for link in links.answered_by(plan_id)),
        ]
        proposals = len(links.proposals(plan_id))
        strip.show_relations(relations, proposals, 0)

        def count() -> int:
            pairs = self._services.duplicates.of_year(plan.year)
            return sum(plan_id in (pair.first.plan_id, pair.second.plan_id) for pair in pairs)

        self._shown = plan_id

        def counted(number: int) -> None:
            if self._shown == plan_id:
                strip.show_relations(relations, proposals, number)

        self._runner.run_aside(count, counted)

    def open_links(self, plan: Plan) -> None:
        """Show and change the links of a plan."""
        from thidua_desktop.ui.plans.links_dialog import LinksDialog

        changed = self._navigation.changes_made.emit
        self._open(LinksDialog(plan, self._services, changed, self._window.window()))

    def open_duplicates(self, year: int) -> None:
        """Show the look-alikes among the plans of a year."""
        from thidua_desktop.ui.plans.duplicates_dialog import DuplicatesDialog

        changed = self._navigation.changes_made.emit

        def go(task_id: int) -> None:
            self._navigation.open_requested.emit(Kind.TASK.value, task_id)

        parent = self._window.window()
        self._open(DuplicatesDialog(year, self._services, changed, go, preferences=self._preferences, parent=parent))

    def _there(self, link: PlanLink) -> Relation:
        from thidua_desktop.wording import plan_links

        other = self._plan(link.other_id)
        return Relation(labels.of(link.kind), plan_links.target(link, other), None if other is None else other.id)

    def _back(self, link: PlanLink) -> Relation:
        from thidua_desktop.wording import plan_links

        ours = self._plan(link.plan_id)
        return Relation(plan_links.back(link), plan_links.plan(ours) if ours is not None else "", link.plan_id)

    def _plan(self, plan_id: PlanId | None) -> Plan | None:
        """A plan of the file; None for a document outside, and for a plan in the trash."""
        if plan_id is None:
            return None
        try:
            return self._services.plans.get(plan_id)
        except AppError:
            return None

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()
