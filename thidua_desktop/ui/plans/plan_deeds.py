"""What can be done to whole plans: write, correct, approve, delete, take duties up; asked in dialogs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import PlanPartId
from thidua_desktop.domain.plans import Plan, PlanPart
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.navigation import Navigation

if TYPE_CHECKING:
    from thidua_desktop.services.container import Services


class PlanDeeds:
    """Opens the dialogs of plans above ``window`` and keeps what they give."""

    def __init__(
        self, services: Services, runner: Runner, navigation: Navigation, feedback: Feedback, *, window: QWidget
    ) -> None:
        self._services, self._runner = services, runner
        self._navigation, self._feedback, self._window = navigation, feedback, window
        self.dialog: QDialog | None = None
        """The dialog opened last."""

    def new(self, year: int) -> None:
        """Ask which plan is to be written, and lay it out with the usual headings."""
        from thidua_desktop.ui.plans.new_plan_dialog import NewPlanDialog

        dialog = NewPlanDialog(year, self._window.window())

        def create() -> None:
            work = partial(self._services.plans.create_from_nothing, dialog.kind(), dialog.year.value(), dialog.title())
            self._runner.run(work, self._on_created)

        dialog.accepted.connect(create)
        self._open(dialog)

    def edit(self, plan: Plan) -> None:
        """Correct the plan's own data."""
        from thidua_desktop.ui.plans.dialogs import PlanDialog

        dialog = PlanDialog(plan, yes="Lưu", parent=self._window.window())
        dialog.accepted.connect(lambda: self._run(partial(self._services.plans.save, dialog.plan())))
        self._open(dialog)

    def approve(self, plan: Plan, then: Callable[[], None] | None = None) -> None:
        """Keep the tasks as they are now as what was approved: of the plan, or of its adjustment."""
        from thidua_desktop.ui.plans.approval_dialog import ApprovalDialog

        assert plan.id is not None
        approvals = self._services.adjustments.approvals(plan.id)
        pending = len(self._services.adjustments.of_plan(plan.id))
        if approvals and not pending:
            self._feedback.say("Kế hoạch không có gì khác so với lần phê duyệt trước.", tone=theme.Tone.INFO)
            return
        dialog = ApprovalDialog(plan, approvals, pending, self._window.window())
        plan_id = plan.id

        def done(changes: Changes) -> None:
            self._navigation.changes_made.emit(changes)
            told = f"Đã ghi phê duyệt {pending} điều chỉnh." if approvals else "Đã ghi phê duyệt kế hoạch."
            self._feedback.say(f"{told} Thay đổi từ nay được ghi là điều chỉnh.")
            if then is not None:
                then()

        dialog.accepted.connect(
            lambda: self._runner.run(
                partial(self._services.adjustments.approve, plan_id, dialog.number(), dialog.day.day(), dialog.note()),
                done,
            )
        )
        self._open(dialog)

    def delete(self, plan: Plan) -> None:
        """Move the plan and its tasks to the trash, after asking."""
        self._feedback.confirm(
            f"Chuyển kế hoạch “{plan.title}” vào thùng rác?",
            detail="Các nhiệm vụ của kế hoạch đi cùng. Có thể hoàn tác ngay sau đó.",
            yes="Chuyển vào thùng rác",
            then=partial(self._delete, plan),
        )

    def take_duties(self, duties: tuple[PlanPart, ...]) -> None:
        """Choose standing duties that become tasks."""
        from thidua_desktop.ui.plans.dialogs import DutiesDialog

        if not duties:
            self._feedback.say("Kế hoạch này không còn trách nhiệm thường xuyên nào.", tone=theme.Tone.INFO)
            return
        dialog = DutiesDialog(duties, self._window.window())
        dialog.accepted.connect(lambda: self._take_duties(list(dialog.chosen())))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _run(self, work: Callable[[], Changes]) -> None:
        self._runner.run(work, self._navigation.changes_made.emit)

    def _on_created(self, changes: Changes) -> None:
        self._navigation.changes_made.emit(changes)
        self._navigation.open_requested.emit(Kind.PLAN.value, changes.created[0])

    def _delete(self, plan: Plan) -> None:
        assert plan.id is not None
        self._runner.run(partial(self._services.plans.delete, plan.id), partial(self._on_deleted, plan))

    def _on_deleted(self, plan: Plan, changes: Changes) -> None:
        assert plan.id is not None
        self._navigation.changes_made.emit(changes)
        undo = Offer("Hoàn tác", partial(self._run, partial(self._services.plans.restore, plan.id)))
        self._feedback.say(f"Đã chuyển kế hoạch “{plan.title}” vào thùng rác.", offers=(undo,))

    def _take_duties(self, waiting: list[PlanPartId]) -> None:
        self._runner.run(partial(self._made_tasks, waiting), self._on_duties_taken)

    def _made_tasks(self, waiting: list[PlanPartId]) -> list[Changes]:
        return [self._services.plans.task_from_part(part) for part in waiting]

    def _on_duties_taken(self, made: list[Changes]) -> None:
        self._navigation.changes_made.emit(made[-1])
        self._feedback.say(f"Đã đưa {len(made)} trách nhiệm thường xuyên vào danh sách nhiệm vụ (Cả năm).")
