"""The tab "Điều chỉnh": what differs from what was approved, with the reason of each change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.ids import ApprovalId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import entry, theme
from thidua_desktop.ui.common.columns import Column, Editor
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import EmptyState, action, label, tool_button
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.wording import formats

if TYPE_CHECKING:
    from thidua_desktop.domain.adjustments import Adjustment, Approval


_NOT_APPROVED = (
    "Khi kế hoạch được ký, hãy ghi phê duyệt. Từ đó mọi điều chỉnh, bổ sung, chuyển kỳ được ghi lại "
    "so với bản đã duyệt và in thành danh sách."
)
_NOTHING_YET = "Các nhiệm vụ vẫn đúng như bản đã duyệt. Sửa nhiệm vụ ở thẻ “Nhiệm vụ”, thay đổi sẽ hiện ở đây."


def adjustment_columns() -> tuple[Column[Adjustment], ...]:
    """The columns over ``Adjustment``."""
    from thidua_desktop.domain.adjustments import Adjustment
    from thidua_desktop.wording import adjustments

    return (
        Column[Adjustment]("kinds", "Loại", adjustments.kinds, 150, wrap=True, by_choice=True),
        Column[Adjustment]("before", "Đã duyệt", adjustments.before, 300, stretch=True, wrap=True),
        Column[Adjustment]("after", "Nay", adjustments.after, 300, stretch=True, wrap=True),
        Column[Adjustment](
            "reason",
            "Lý do",
            lambda change: change.reason or "",
            210,
            wrap=True,
            editor=Editor.LONG_TEXT,
            edit=lambda change, text: replace(change, reason=entry.optional(text)),
        ),
        Column[Adjustment](
            "on",
            "Ngày sửa",
            lambda change: formats.day(change.on),
            92,
            sort_key=lambda change: change.on,
            tone=lambda _change: Tone.MUTED,
        ),
        Column[Adjustment]("who", "Người sửa", lambda change: change.who or "", 110, hidden=True),
    )


class AdjustmentsTable(QWidget):
    """Shows the adjustments of one plan since an approval; the reason is typed in place."""

    approve_wanted = Signal()
    print_wanted = Signal(object)
    """The ``ApprovalId`` of the adjustment shown, None for what was changed since the last approval."""
    task_wanted = Signal(object)
    """Ctrl+Enter or a double click: a ``TaskId``."""
    counted = Signal(int)
    """How many changes there are since the last approval."""

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
        from thidua_desktop.domain.adjustments import Adjustment
        from thidua_desktop.ui.plans.whole_cells import WholeCells

        super().__init__(parent)
        self._services, self._runner = services, runner
        self._navigation, self._feedback = navigation, feedback
        self._plan: Plan | None = None
        self._approvals: tuple[Approval, ...] = ()
        self._locked = False
        columns = adjustment_columns()
        self.model = TableModel[Adjustment](columns, lambda change: change.task_id, parent=self)
        self.grid = Grid(self.model, name="plans.adjustments", preferences=preferences)
        self.grid.setAccessibleName("Các điều chỉnh của kế hoạch")
        self.grid.setProperty("role", "plain")
        for number in (1, 2):
            self.grid.setItemDelegateForColumn(number, WholeCells(columns, year=0, parent=self.grid))
        self.since = QComboBox()
        self.since.setAccessibleName("So với lần phê duyệt")
        self._count = label("", "muted")
        self.approve_action = action(self, "Phê duyệt…", "check", "Alt+Shift+Q", self.approve_wanted.emit)
        self.print_action = action(self, "In danh sách điều chỉnh…", "print", "Alt+Shift+P", self._print)
        self._pages = QStackedWidget()
        self._draft = self._empty("Kế hoạch chưa được phê duyệt", _NOT_APPROVED, ("Ghi phê duyệt…",))
        self._unchanged = self._empty("Chưa có điều chỉnh nào", _NOTHING_YET, ())
        for page in (self.grid, self._draft, self._unchanged):
            self._pages.addWidget(page)
        self._lay_out()
        self.since.activated.connect(lambda _at: self._show())
        self.model.edited.connect(self._on_edited)
        self.model.refused.connect(feedback.trouble)
        self.grid.opened.connect(lambda change: self.task_wanted.emit(change.task_id))

    def set_plan(self, plan: Plan | None) -> None:
        """Show the adjustments of a plan."""
        changed = plan is None or self._plan is None or plan.id != self._plan.id
        self._plan = plan
        self._approvals = self._services.adjustments.approvals(plan.id) if plan is not None and plan.id else ()
        chosen = 0 if changed else max(0, self.since.currentIndex())
        self.since.clear()
        self.since.addItems(self._choices())
        self.since.setCurrentIndex(min(chosen, self.since.count() - 1))
        self._show()

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, or let it again."""
        self._locked = locked
        self._allow()

    def _choices(self) -> list[str]:
        from thidua_desktop.ui.plans.approval_dialog import approval_name

        if not self._approvals:
            return []
        last = approval_name(self._approvals[-1], first=len(self._approvals) == 1)
        approved = [approval_name(found, first=False) for found in reversed(self._approvals[1:])]
        return [f"Từ {last} đến nay", *(f"Đã duyệt: {name}" for name in approved)]

    def _approval_id(self) -> ApprovalId | None:
        at = self.since.currentIndex()
        return self._approvals[-at].id if at > 0 else None

    def _show(self) -> None:
        """Compare in the background: with every edit of a task the plan is compared again."""
        plan_id = self._plan.id if self._plan is not None else None
        if plan_id is None or not self._approvals:
            self._show_rows(())
            return
        asked = (plan_id, self._approval_id())

        def compared(rows: Sequence[Adjustment]) -> None:
            if self._plan is not None and asked == (self._plan.id, self._approval_id()):
                self._show_rows(rows)

        self._runner.run_aside(partial(self._services.adjustments.of_plan, *asked), compared)

    def _show_rows(self, rows: Sequence[Adjustment]) -> None:
        self.grid.set_rows(rows)
        self._pages.setCurrentWidget(self.grid if rows else self._unchanged if self._approvals else self._draft)
        unexplained = sum(not change.reason for change in rows)
        told = f"{len(rows)} điều chỉnh"
        self._count.setText(f"{told}, {unexplained} chưa ghi lý do" if unexplained else told if rows else "")
        self.since.setVisible(bool(self._approvals))
        self.approve_action.setText("Phê duyệt điều chỉnh…" if self._approvals else "Phê duyệt kế hoạch…")
        self._allow()
        if self._approval_id() is None:
            self.counted.emit(len(rows))

    def _allow(self) -> None:
        pending = self._approval_id() is None
        self.model.editable = pending and not self._locked
        rows = bool(self.model.rows())
        waits = not self._approvals or (pending and rows)
        self.approve_action.setEnabled(self._plan is not None and not self._locked and waits)
        self.print_action.setEnabled(rows)

    def _print(self) -> None:
        self.print_wanted.emit(self._approval_id())

    def _on_edited(self, changes: list[Adjustment]) -> None:
        by_reason: dict[str, list[Adjustment]] = {}
        for change in changes:
            by_reason.setdefault(change.reason or "", []).append(change)
        for reason, found in by_reason.items():
            work = partial(self._services.adjustments.explain, [change.task_id for change in found], reason)
            self._runner.run(work, self._navigation.changes_made.emit)

    def _empty(self, title: str, text: str, offers: tuple[str, ...]) -> EmptyState:
        return EmptyState("edit", title, text, tuple(Offer(offer, self.approve_wanted.emit) for offer in offers))

    def _lay_out(self) -> None:
        self.since.setMinimumWidth(280)
        deeds = (tool_button(self.approve_action), tool_button(self.print_action))
        line = flow(self.since, self._count, 0, *deeds, spacing=theme.SPACE_XS)
        line.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addLayout(line)
        frame.addWidget(self._pages, stretch=1)
