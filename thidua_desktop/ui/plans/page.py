"""The tab "Kế hoạch": plans of the year on the left, the chosen one with its structure and tasks on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import PlanId, PlanPartId, TaskId
from thidua_desktop.domain.plans import Plan, PlanPart, Role
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import action, column, label, line, row, tool_button
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.plans import empty
from thidua_desktop.ui.plans.dialogs import DutiesDialog, PlanDialog
from thidua_desktop.ui.plans.importing import PlanImport
from thidua_desktop.ui.plans.papers import Papers
from thidua_desktop.ui.plans.plan_header import PlanHeader
from thidua_desktop.ui.plans.plan_list import PlanList
from thidua_desktop.ui.plans.rollover import PlanRollover
from thidua_desktop.ui.plans.structure import StructureTree
from thidua_desktop.ui.plans.task_table import TaskTable
from thidua_desktop.ui.plans.tracker_return import TrackerReceipt

_CONCERNS = frozenset({Kind.PLAN, Kind.TASK, Kind.OFFICE})
NOT_A_TRACKER = "tracker.not_a_tracker"
_SIDE_WIDTH = 264
_SPLIT = "plans/split"


class PlansPage(QWidget):
    """Shows the plans of one year and keeps what is typed."""

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
        self.papers = Papers(services, runner, feedback, preferences, self)
        self.intake = PlanImport(
            services, runner, navigation, feedback, papers=self.papers, preferences=preferences, window=self
        )
        self.receipt = TrackerReceipt(services, runner, navigation, feedback, preferences=preferences, window=self)
        self.rollover = PlanRollover(services, runner, navigation, feedback, preferences=preferences, window=self)
        self.dialog: PlanDialog | DutiesDialog | None = None
        """The dialog opened last."""
        self.list = PlanList()
        self.structure = StructureTree()
        self.table = TaskTable(services, runner, navigation, feedback, preferences=preferences)
        self._make_actions()
        self.header = PlanHeader(self)
        self._lay_out()
        self._connect()

    # what the window asks

    def show_year(self, year: int) -> None:
        """Show the plans of a year."""
        self._year = year
        self._title.setText(f"Kế hoạch năm {year}")
        self._reload_list()

    def show_plan(self, plan_id: PlanId) -> None:
        """Put a plan of the year in front."""
        self.list.choose(plan_id)
        self.list.setFocus()

    def show_task(self, task_id: TaskId) -> None:
        """Put a task in front, with its plan."""
        self.list.choose(self._services.tasks.get(task_id).plan_id)
        self.table.show_task(task_id)

    def lock(self, locked: bool) -> None:
        """Let nothing of the year be changed, or let it again."""
        self._locked = locked
        self.table.lock(locked)
        self._allow()

    def plan(self) -> Plan | None:
        """The plan in front."""
        return self._plan

    def year(self) -> int:
        """The year shown."""
        return self._year

    # deeds

    def open_import(self) -> None:
        """Pick a plan document to read."""
        self.intake.choose()

    def take_workbook(self, path: Path) -> None:
        """Read a workbook as a returned tracker, or as a plan when it is none."""
        self._runner.run(
            partial(self._services.trackers.read, path),
            self.receipt.show,
            partial(self._on_no_tracker, path),
            label=f"Đang đọc {path.name}…",
        )

    def _on_no_tracker(self, path: Path, trouble: AppError) -> None:
        if trouble.code == NOT_A_TRACKER:
            self.intake.read(path)
        else:
            self._feedback.trouble(trouble)

    def new_plan(self) -> None:
        """Type a plan in by hand."""
        office = self._services.office.get()
        blank = Plan(
            title="",
            year=self._year,
            place=office.place or None,
            issuer=office.name or None,
            superior=office.superior or None,
        )
        self._open_plan_dialog(blank, "Lập kế hoạch", self._create)

    def edit_plan(self) -> None:
        """Correct the plan's own data."""
        if self._plan is not None:
            self._open_plan_dialog(self._plan, "Lưu", self._save)

    def delete_plan(self) -> None:
        """Move the plan and its tasks to the trash, after asking."""
        if self._plan is None:
            return
        plan = self._plan
        self._feedback.confirm(
            f"Chuyển kế hoạch “{plan.title}” vào thùng rác?",
            detail="Các nhiệm vụ của kế hoạch đi cùng. Có thể hoàn tác ngay sau đó.",
            yes="Chuyển vào thùng rác",
            then=partial(self._delete, plan),
        )

    def open_duties(self) -> None:
        """Choose standing duties that become tasks."""
        duties = self.duties()
        if not duties:
            self._feedback.say("Kế hoạch này không còn trách nhiệm thường xuyên nào.", tone=theme.Tone.INFO)
            return
        dialog = DutiesDialog(duties, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take_duties(list(dialog.chosen())))
        self.dialog = dialog
        dialog.open()

    def duties(self) -> tuple[PlanPart, ...]:
        """The standing duties of the plan in front that are not tasks yet."""
        return tuple(part for part in self._parts if part.role is Role.RESPONSIBILITY)

    def export_tracker(self) -> None:
        """Write the tracker of the plan in front, or of the year where there is none."""
        self.papers.tracker(self._year, self._plan.id if self._plan is not None else None)

    # making

    def _make_actions(self) -> None:
        self.import_action = action(self, "Nhập kế hoạch từ tệp…", "import", "", self.open_import)
        self.new_action = action(self, "Lập kế hoạch mới…", "add", "", self.new_plan)
        self.edit_action = action(self, "Sửa thông tin kế hoạch…", "edit", "", self.edit_plan)
        roll_over = self._with_plan(self.rollover.start)
        self.rollover_action = action(self, "Lập kế hoạch năm sau từ kế hoạch này…", "year", "Ctrl+Shift+K", roll_over)
        self.delete_action = action(self, "Xóa kế hoạch…", "trash", "", self.delete_plan)
        self.history_action = action(self, "Lịch sử của kế hoạch", "history", "", self._open_history)
        self.duties_action = action(self, "Trách nhiệm thường xuyên…", "duty", "", self.open_duties)
        self.tracker_action = action(self, "Xuất bảng theo dõi…", "excel", "Ctrl+E", self.export_tracker)
        self.receive_action = action(self, "Nhận bảng theo dõi…", "receive", "", self.receipt.choose)
        self.annex_action = action(self, "In phụ lục nhiệm vụ…", "print", "Ctrl+P", self._with_plan(self.papers.annex))
        word = self._with_plan(self.papers.annex_document)
        self.word_action = action(self, "Phụ lục nhiệm vụ (Word)…", "plan", "", word)
        self.flat_action = action(
            self, "Danh sách nhiệm vụ (Excel)…", "list", "", self._with_plan(self.papers.task_list)
        )
        self.ics_action = action(
            self, "Lịch điện tử (.ics)…", "calendar", "", self._with_year(self.papers.calendar_file)
        )
        self.paste_action = action(
            self, "Nhập kế hoạch từ văn bản đã sao chép", "paste", "Ctrl+Shift+V", self.intake.read_clipboard
        )
        for deed in (self.paste_action, self.import_action):  # a file may hold the plan of another year
            deed.setEnabled(not self._services.read_only)
        self._change_plan = (self.edit_action, self.delete_action, self.duties_action)
        self._print_plan = (self.annex_action, self.word_action, self.flat_action)

    def _with_plan(self, do: Callable[[Plan], None]) -> Callable[[], None]:
        def deed() -> None:
            if self._plan is not None:
                do(self._plan)

        return deed

    def _with_year(self, do: Callable[[int], None]) -> Callable[[], None]:
        return lambda: do(self._year)

    def _lay_out(self) -> None:
        self._title = label("", "title")
        bar = row(self._title, 0, tool_button(self.new_action, text=False), tool_button(self.import_action, text=False))
        bar.setContentsMargins(theme.SPACE_M, 6, 6, 6)
        plans = QFrame()
        plans.setProperty("role", "pane")
        upper = QVBoxLayout(plans)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        upper.addLayout(bar)
        upper.addWidget(self.list, stretch=1)
        self.side = QSplitter(Qt.Orientation.Vertical)
        self._structure_frame = self._structure_pane()
        self.side.addWidget(plans)
        self.side.addWidget(self._structure_frame)
        self.side.setSizes([330, 330])
        right = QFrame()
        right.setProperty("role", "pane")
        main = column(self.header, self.table, spacing=0)
        main.setStretch(1, 1)
        right.setLayout(main)
        self.split = QSplitter()
        self.split.addWidget(self.side)
        self.split.addWidget(right)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([_SIDE_WIDTH, 1100])
        self.split.setChildrenCollapsible(False)
        self.pages = QStackedWidget()
        self.empty = empty.no_plans(self.open_import, self.new_plan)
        self.pages.addWidget(self.split)
        self.pages.addWidget(self.empty)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self.pages)
        state = self._preferences.state(_SPLIT)
        if state is not None:
            self.split.restoreState(state)

    def _structure_pane(self) -> QFrame:
        pane = QFrame()
        pane.setProperty("role", "pane")
        self.all_action = action(self, "Hiện tất cả nhiệm vụ", "close", "", self._show_all)
        self._show_all_button = tool_button(self.all_action, text=False)
        self._show_all_button.hide()
        bar = row(label("Cấu trúc", "strong"), 0, self._show_all_button)
        bar.setContentsMargins(theme.SPACE_M, 6, 6, 6)
        inner = QVBoxLayout(pane)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self._duties_button = tool_button(self.duties_action)
        self._duties_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inner.addLayout(bar)
        inner.addWidget(self.structure, stretch=1)
        inner.addWidget(line())
        inner.addWidget(self._duties_button)
        return pane

    def _connect(self) -> None:
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.addActions([self.edit_action, self.rollover_action, self.delete_action, self.history_action])
        self.list.chosen.connect(self._on_plan_chosen)
        self.structure.part_chosen.connect(self._on_part_chosen)
        self.table.task_chosen.connect(self._on_task_chosen)
        self._navigation.changes_made.connect(self._on_changes_made)
        self.split.splitterMoved.connect(lambda *_: self._preferences.set_state(_SPLIT, self._split_state()))

    def _split_state(self) -> QByteArray:
        return self.split.saveState()

    # answers

    def _reload_list(self) -> None:
        rows = self._services.plans.of_year(self._year)
        self.pages.setCurrentWidget(self.split if rows else self.empty)
        self.list.set_rows(rows)

    def _on_plan_chosen(self, plan_id: PlanId | None) -> None:
        self._allow()
        for deed in self._print_plan:
            deed.setEnabled(plan_id is not None)
        self.rollover_action.setEnabled(plan_id is not None and not self._services.read_only)
        self._parts = self._services.plans.parts(plan_id) if plan_id is not None else ()
        self._show_all_button.hide()
        self._show_chosen()

    def _allow(self) -> None:
        may = not self._services.read_only and not self._locked
        for deed in (self.new_action, self.receive_action):
            deed.setEnabled(may)
        for deed in self._change_plan:
            deed.setEnabled(may and self.list.plan_id() is not None)

    def _show_chosen(self) -> None:
        chosen = self.list.row()
        self._plan = chosen.plan if chosen is not None else None
        if chosen is None or chosen.plan.id is None:
            self.table.set_tasks(None, ())
            return
        self.header.show_row(chosen)
        duties = len(self.duties())
        self._duties_button.setVisible(duties > 0)
        # On the action: the button takes its text again from there whenever the action changes.
        self.duties_action.setText(f"{duties} trách nhiệm thường xuyên…" if duties else "Trách nhiệm thường xuyên…")
        self.structure.set_parts(self._parts)
        self._structure_frame.setVisible(bool(self._parts))
        self.table.set_tasks(chosen.plan, self._services.tasks.of_plan(chosen.plan.id))

    def _on_part_chosen(self, part: PlanPart) -> None:
        if part.role is Role.HEADING:
            self.table.show_blocks(self.structure.blocks_under(part))
            self._show_all_button.show()
            return
        task = next((task for task in self.table.model.rows() if _from(task, part)), None)
        if task is not None and task.id is not None:
            self.table.show_task(task.id)
            self.structure.setFocus()

    def _on_task_chosen(self, task: Task | None) -> None:
        if task is not None and task.source is not None and not self.structure.hasFocus():
            self.structure.show_block(task.source.block)

    def _show_all(self) -> None:
        self._show_all_button.hide()
        self.table.show_blocks(None)

    def _on_changes_made(self, changes: Changes) -> None:
        if not changes.touched & _CONCERNS:
            return
        plan_id = self.list.plan_id()
        self._reload_list()
        if plan_id is not None and plan_id == self.list.plan_id():
            if Kind.PLAN in changes.touched:
                self._parts = self._services.plans.parts(plan_id)
            self._show_chosen()

    def _open_plan_dialog(self, plan: Plan, yes: str, then: Callable[[Plan], None]) -> None:
        dialog = PlanDialog(plan, yes=yes, parent=self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: then(dialog.plan()))
        self.dialog = dialog
        dialog.open()

    def _open_history(self) -> None:
        if self._plan is not None and self._plan.id is not None:
            self._navigation.history_requested.emit(Kind.PLAN.value, self._plan.id)

    def _create(self, plan: Plan) -> None:
        self._runner.run(partial(self._services.plans.create, plan), self._on_created)

    def _on_created(self, changes: Changes) -> None:
        self._navigation.changes_made.emit(changes)
        self._navigation.open_requested.emit(Kind.PLAN.value, changes.created[0])

    def _save(self, plan: Plan) -> None:
        self._runner.run(partial(self._services.plans.save, plan), self._navigation.changes_made.emit)

    def _delete(self, plan: Plan) -> None:
        assert plan.id is not None
        self._runner.run(partial(self._services.plans.delete, plan.id), partial(self._on_deleted, plan))

    def _on_deleted(self, plan: Plan, changes: Changes) -> None:
        self._navigation.changes_made.emit(changes)
        undo = Offer("Hoàn tác", partial(self._restore, plan))
        self._feedback.say(f"Đã chuyển kế hoạch “{plan.title}” vào thùng rác.", offers=(undo,))

    def _restore(self, plan: Plan) -> None:
        assert plan.id is not None
        self._runner.run(partial(self._services.plans.restore, plan.id), self._navigation.changes_made.emit)

    def _take_duties(self, waiting: list[PlanPartId]) -> None:
        self._runner.run(partial(self._made_tasks, waiting), self._on_duties_taken)

    def _made_tasks(self, waiting: list[PlanPartId]) -> list[Changes]:
        return [self._services.plans.task_from_part(part) for part in waiting]

    def _on_duties_taken(self, made: list[Changes]) -> None:
        self._navigation.changes_made.emit(made[-1])
        self._feedback.say(f"Đã đưa {len(made)} trách nhiệm thường xuyên vào danh sách nhiệm vụ (Cả năm).")


def _from(task: Task, part: PlanPart) -> bool:
    return task.source is not None and task.source.block == part.source.block
