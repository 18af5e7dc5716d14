"""The card above a plan's tasks: what the document is, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QVBoxLayout

from thidua_desktop.domain.plans import Plan
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.chips import Chip
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.widgets import ElidedLabel, label, menu_button, row, tool_button
from thidua_desktop.ui.plans.plan_list import counts_of
from thidua_desktop.wording import formats, labels

if TYPE_CHECKING:
    from thidua_desktop.services.plans import PlanRow
    from thidua_desktop.ui.plans.page import PlansPage


class PlanHeader(QFrame):
    """Title, number, day, signer and state of the plan in front, with the buttons of the page."""

    def __init__(self, page: PlansPage) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._page = page
        # Not selectable by mouse: Qt would then cut the marks above capitals ("KẾ") off at the ascent of the line.
        self._title = label("", "title", wrap=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._facts = ElidedLabel("muted")
        self._chip: Chip | None = None
        self.print_menu = self._make_print_menu()
        self.more_menu = self._make_more_menu()
        self._lay_out()

    def show_row(self, shown: PlanRow) -> None:
        """Show a plan."""
        plan = shown.plan
        self._title.setText(plan.title)
        self._facts.setText("  ·  ".join((*_facts(plan), counts_of(shown))))
        if self._chip is None:
            self._chip = Chip(plan.state)
            self._top.insertWidget(1, self._chip, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._chip.show_member(plan.state)

    def _lay_out(self) -> None:
        page = self._page
        self._top = row(self._title, tool_button(page.edit_action, text=False))
        self._top.setStretch(0, 1)
        deeds = flow(
            page.tabs,
            0,
            tool_button(page.tracker_action),
            tool_button(page.receive_action),
            menu_button("In", self.print_menu, icon="print"),
            menu_button("Thêm", self.more_menu),
            spacing=theme.SPACE_XS,
        )
        deeds.setContentsMargins(0, 0, theme.SPACE_S, 0)
        self._top.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_S, 0)
        said = row(self._facts)
        said.setContentsMargins(theme.SPACE_M, 0, theme.SPACE_M, 0)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(theme.SPACE_XXS)
        for line in (self._top, said, deeds):
            frame.addLayout(line)

    def _make_print_menu(self) -> QMenu:
        page = self._page
        menu = QMenu("In", self)
        page.printing.fill(menu)
        return menu

    def _make_more_menu(self) -> QMenu:
        page = self._page
        menu = QMenu("Thêm", self)
        menu.addActions([page.rollover_action, page.approve_action, page.links_action, page.duplicates_action])
        menu.addSeparator()
        menu.addActions([page.edit_action, page.history_action, page.delete_action])
        menu.addSeparator()
        menu.addAction(page.ics_action)
        return menu


def _facts(plan: Plan) -> tuple[str, ...]:
    facts = (
        labels.of(plan.kind),
        f"Số {plan.number}" if plan.number else "Chưa có số",
        f"Ngày {formats.day(plan.issued_on)}" if plan.issued_on else "Chưa có ngày",
        plan.issuer,
        f"Người ký: {plan.signer.name}" if plan.signer.name else None,
    )
    return tuple(fact for fact in facts if fact)
