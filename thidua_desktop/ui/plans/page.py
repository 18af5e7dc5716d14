"""The tab "Kế hoạch": plans of the year on the left, the chosen one as tasks, document or adjustments on the right."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import ApprovalId, PlanId, TaskId
from thidua_desktop.domain.plan_tree import OutlineNode
from thidua_desktop.domain.plans import Plan, PlanPart, Role
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import icons, theme
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import action, column, label, row, tool_button
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.plans import empty
from thidua_desktop.ui.plans.page_actions import ActingPage
from thidua_desktop.ui.plans.plan_header import PlanHeader
from thidua_desktop.ui.plans.plan_list import PlanList
from thidua_desktop.ui.plans.relations_strip import RelationsStrip
from thidua_desktop.ui.plans.structure_pane import StructurePane
from thidua_desktop.ui.plans.task_table import TaskTable

if TYPE_CHECKING:
    from thidua_desktop.ui.plans.adjustments_table import AdjustmentsTable
    from thidua_desktop.ui.plans.document_table import DocumentTable

_CONCERNS = frozenset({Kind.PLAN, Kind.TASK, Kind.OFFICE})
NOT_A_TRACKER = "tracker.not_a_tracker"
_SIDE_WIDTH = 272
_SPLIT, _VIEW, _SIDE = "plans/split", "plans/view", "plans/side"
_TASKS, _DOCUMENT, _ADJUSTMENTS = range(3)
_VIEWS = ("Nhiệm vụ", "Văn bản", "Điều chỉnh")


class PlansPage(ActingPage):
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
        super().__init__(services, runner, navigation, feedback, preferences=preferences, parent=parent)
        inner = (services, runner, navigation, feedback)
        self.list = PlanList()
        self.pane = StructurePane(*inner, duties=self.duties_action)
        self.structure = self.pane.tree
        self._document: DocumentTable | None = None
        self._adjustments: AdjustmentsTable | None = None
        self._outline: tuple[OutlineNode, ...] = ()
        self._menu: QMenu | None = None
        """Where the deeds of the other two views still have to be added."""
        self.tabs = self._made_tabs()
        self.header = PlanHeader(self)
        self.strip = RelationsStrip(self.links_action, self.duplicates_action)
        self._lay_out()
        self._connect()
        self.show_view(min(preferences.number(_VIEW, _TASKS), len(_VIEWS) - 1))

    @property
    def document(self) -> DocumentTable:
        """The plan as a document; made when it is first looked at."""
        if self._document is None:
            from thidua_desktop.ui.plans.document_table import DocumentTable

            made = DocumentTable(*self._inner(), preferences=self._preferences, parent=self.views)
            self._document = made
            self._put(_DOCUMENT, made)
            made.task_wanted.connect(self.show_task)
            made.stale.connect(self._show_chosen)
            made.lock(self._kept())
            made.set_document(self._plan, self._parts if self._plan is not None else (), self._outline)
        return self._document

    @property
    def adjustments(self) -> AdjustmentsTable:
        """What has changed since the plan was approved; made when it is first looked at."""
        if self._adjustments is None:
            from thidua_desktop.ui.plans.adjustments_table import AdjustmentsTable

            made = AdjustmentsTable(*self._inner(), preferences=self._preferences, parent=self.views)
            self._adjustments = made
            self._put(_ADJUSTMENTS, made)
            made.task_wanted.connect(self.show_task)
            made.approve_wanted.connect(self.approve_action.trigger)
            made.print_wanted.connect(self._print_adjustments)
            made.counted.connect(self._on_adjustments_counted)
            made.lock(self._kept())
            made.set_plan(self._plan)
        return self._adjustments

    # what the window asks

    def make_all(self) -> None:
        """Make every view, also those that nobody has looked at yet."""
        while self.make_next():
            pass

    def make_next(self) -> bool:
        """Make the next view that nobody has looked at yet; False when all are made and stand in the menu."""
        if self._document is None:
            self._view(_DOCUMENT)
        elif self._adjustments is None:
            self._view(_ADJUSTMENTS)
        elif self._menu is not None:
            self._fill_rest(self._menu)
            self._menu = None
        else:
            return False
        return True

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
        self.show_view(_TASKS)
        self.table.show_task(task_id)

    def show_view(self, view: int) -> None:
        """Show the plan as tasks (0), as a document (1) or its adjustments (2)."""
        self.tabs.setCurrentIndex(view)

    def toggle_side(self) -> None:
        """Give the whole width to the plan, or show the plans and the structure again."""
        hidden = not self.side.isHidden()
        self.side.setVisible(not hidden)
        self._preferences.set_number(_SIDE, int(not hidden))
        if hidden:
            self.take_focus()

    def take_focus(self) -> None:
        """Let the keys of the page work: the focus goes to the table in front, or to the page while there is none."""
        grid = self._view(self.tabs.currentIndex()).grid
        (grid if grid.isVisible() else self).setFocus()

    def lock(self, locked: bool) -> None:
        """Let nothing of the year be changed, or let it again."""
        self._locked = locked
        self.table.lock(locked)
        for part in (self.pane, self._document, self._adjustments):
            if part is not None:
                part.lock(self._kept())
        self._allow(chosen=self.list.plan_id() is not None)

    def fill_menu(self, menu: QMenu) -> None:
        """Put what can be done here into the window's menu."""
        menu.addActions([self.import_action, self.paste_action, self.new_action, self.rollover_action])
        menu.addSeparator()
        menu.addActions([self.edit_action, self.approve_action, self.links_action, self.duplicates_action])
        menu.addActions([self.history_action, self.delete_action])
        menu.addSeparator()
        menu.addMenu("Cách xem").addActions([*self.view_actions, self.side_action, self.pane.all_action])
        menu.addMenu(self.pane.menu)
        menu.addAction(self.duties_action)
        menu.addSeparator()
        tasks = menu.addMenu(icons.icon("list"), "Nhiệm vụ")  # one long menu would not fit a screen of 768 lines
        tasks.addActions(self.table.actions())
        for inner in (self.table.state_menu, self.table.quarter_menu):
            tasks.addMenu(inner)
        menu.addMenu(self.table.table_menu)
        menu.addSeparator()
        menu.addActions([self.tracker_action, self.receive_action, self.ics_action])
        menu.addMenu(self.header.print_menu)
        self._menu = menu
        menu.aboutToShow.connect(self.make_all)

    def _fill_rest(self, menu: QMenu) -> None:
        """What the document and the adjustments can do; they are made for it."""
        menu.insertMenu(self.duties_action, self.document.add_menu)
        words, changes = QMenu("Sửa văn bản", menu), QMenu("Điều chỉnh", menu)
        words.addActions([self.document.find_action, self.document.delete_action])
        changes.addActions([self.adjustments.approve_action, self.adjustments.print_action])
        for inner in (words, changes):
            menu.insertMenu(self.duties_action, inner)

    # deeds

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

    # making

    def _made_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setAccessibleName("Xem kế hoạch theo")
        tabs.setExpanding(False)
        for title in _VIEWS:
            tabs.addTab(title)
        self.view_actions = tuple(
            action(self, f"Xem theo thẻ “{title}”", "", f"Ctrl+Alt+{at + 1}", partial(self.show_view, at))
            for at, title in enumerate(_VIEWS)
        )
        self.side_action = action(self, "Ẩn, hiện khung bên trái", "columns", "Ctrl+Alt+H", self.toggle_side)
        return tabs

    def _lay_out(self) -> None:
        self._title = label("", "title")
        bar = row(self._title, 0, tool_button(self.new_action, text=False), tool_button(self.import_action, text=False))
        bar.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_XS, theme.SPACE_XS)
        # Each part is made within the next one: put into place later, it would be given its style anew with all in it.
        self.pages = QStackedWidget(self)
        self.split = QSplitter(self.pages)
        self.side = QSplitter(Qt.Orientation.Vertical, self.split)
        plans = QFrame(self.side)
        plans.setProperty("role", "pane")
        upper = QVBoxLayout(plans)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        upper.addLayout(bar)
        upper.addWidget(self.list, stretch=1)
        self.side.addWidget(self.pane)
        self.side.setSizes([300, 360])
        right = QFrame(self.split)
        right.setProperty("role", "pane")
        self.views = QStackedWidget(right)
        main = column(self.header, self.strip, self.views, spacing=0)
        main.setStretch(2, 1)
        right.setLayout(main)
        # After what stands above them, so that Tab comes to them last.
        self.table = TaskTable(*self._inner(), preferences=self._preferences, parent=self.views)
        for view in (self.table, QWidget(self.views), QWidget(self.views)):  # the latter two until they are made
            self.views.addWidget(view)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([_SIDE_WIDTH, 1100])
        self.split.setChildrenCollapsible(False)
        self.empty = empty.no_plans(self.open_import, self.new_plan)
        self.pages.addWidget(self.split)
        self.pages.addWidget(self.empty)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self.pages)
        state = self._preferences.state(_SPLIT)
        if state is not None:
            self.split.restoreState(state)
        self.side.setVisible(bool(self._preferences.number(_SIDE, 1)))

    def _connect(self) -> None:
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.addActions([self.edit_action, self.approve_action, self.rollover_action, self.links_action])
        self.list.addActions([self.delete_action, self.history_action])
        self.list.chosen.connect(self._on_plan_chosen)
        self.structure.node_chosen.connect(self._on_node_chosen)
        self.pane.all_wanted.connect(self._show_all)
        self.table.task_chosen.connect(self._on_task_chosen)
        self.tabs.currentChanged.connect(self._on_view_changed)
        self.strip.opened.connect(lambda plan: self._navigation.open_requested.emit(Kind.PLAN.value, plan))
        self._navigation.changes_made.connect(self._on_changes_made)
        self.split.splitterMoved.connect(lambda *_: self._preferences.set_state(_SPLIT, self.split.saveState()))

    def _view(self, at: int) -> TaskTable | DocumentTable | AdjustmentsTable:
        """One of the views, made if it is not there yet."""
        return self.table if at == _TASKS else self.document if at == _DOCUMENT else self.adjustments

    def _put(self, at: int, view: QWidget) -> None:
        """Put a view that is made now into its place."""
        front, place = self.views.currentIndex(), self.views.widget(at)
        self.views.insertWidget(at, view)
        if place is not None:
            self.views.removeWidget(place)
            place.deleteLater()
        self.views.setCurrentIndex(front)

    def _inner(self) -> tuple[Services, Runner, Navigation, Feedback]:
        return self._services, self._runner, self._navigation, self._feedback

    def _kept(self) -> bool:
        """Whether nothing of the plan can be changed."""
        return self._locked or self._services.read_only

    # answers

    def _reload_list(self) -> None:
        rows = self._services.plans.of_year(self._year)
        self.pages.setCurrentWidget(self.split if rows else self.empty)
        self.list.set_rows(rows)

    def _on_plan_chosen(self, plan_id: PlanId | None) -> None:
        self._allow(chosen=plan_id is not None)
        self._parts = self._services.plans.parts(plan_id) if plan_id is not None else ()
        self.pane.show_narrowed(False)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.list.row()
        self._plan = chosen.plan if chosen is not None else None
        if chosen is None or chosen.plan.id is None:
            self._outline = ()
            self.table.set_tasks(None, ())
            self.pane.set_plan(None, (), ())
            self._show_in_views(None, ())
            return
        self._outline = self._services.plans.outline(chosen.plan.id)
        self.header.show_row(chosen)
        self.pane.set_plan(chosen.plan.id, self._parts, self._outline)
        self.pane.show_duties(len(self.duties()))
        self.table.set_tasks(chosen.plan, self._services.tasks.of_plan(chosen.plan.id))
        self._show_in_views(chosen.plan, self._parts)
        self.relations.show(chosen.plan, self.strip)

    def _show_in_views(self, plan: Plan | None, parts: tuple[PlanPart, ...]) -> None:
        """Show a plan in the views that there are; of the adjustments the tab says how many."""
        if self._document is not None:
            self._document.set_document(plan, parts, self._outline)
        if self._adjustments is not None:
            self._adjustments.set_plan(plan)
        elif plan is None or plan.id is None:
            self._on_adjustments_counted(0)
        else:
            self._runner.run_aside(partial(self._counted, plan.id), partial(self._on_counted_aside, plan.id))

    def _counted(self, plan_id: PlanId) -> int:
        return len(self._services.adjustments.of_plan(plan_id))

    def _on_counted_aside(self, plan_id: PlanId, count: int) -> None:
        if self._adjustments is None and self._plan is not None and self._plan.id == plan_id:
            self._on_adjustments_counted(count)

    def _on_node_chosen(self, node: OutlineNode) -> None:
        if self.tabs.currentIndex() == _DOCUMENT:
            self.document.show_node(node)
            return
        if node.part is not None and node.part.role is Role.HEADING:
            self.table.show_only(self.structure.tasks_under(node))
            self.pane.show_narrowed(True)
            return
        task_id = node.tasks[0].id if node.tasks else None
        if task_id is not None:
            self.show_view(_TASKS)
            self.table.show_task(task_id)
            self.structure.setFocus()

    def _on_task_chosen(self, task: Task | None) -> None:
        if task is not None and not self.structure.hasFocus():
            self.structure.show_task(task)

    def _show_all(self) -> None:
        self.pane.show_narrowed(False)
        self.table.show_only(None)

    def _on_view_changed(self, view: int) -> None:
        self._view(view)
        self.views.setCurrentIndex(view)
        self._preferences.set_number(_VIEW, view)

    def _on_adjustments_counted(self, count: int) -> None:
        self.tabs.setTabText(_ADJUSTMENTS, f"{_VIEWS[_ADJUSTMENTS]} ({count})" if count else _VIEWS[_ADJUSTMENTS])

    def _print_adjustments(self, approval_id: ApprovalId | None) -> None:
        if self._plan is not None:
            self.papers.adjustments(self._plan, approval_id)

    def _on_changes_made(self, changes: Changes) -> None:
        if not changes.touched & _CONCERNS:
            return
        plan_id = self.list.plan_id()
        if plan_id is not None and Kind.PLAN in changes.touched:
            self._parts = self._services.plans.parts(plan_id)
        self._reload_list()
        if plan_id is not None and plan_id == self.list.plan_id():
            self._show_chosen()
