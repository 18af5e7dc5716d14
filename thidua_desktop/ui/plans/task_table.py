"""The tasks of a plan as a grid that edits like a spreadsheet, with its search and its deeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from operator import attrgetter

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.periods import quarter_of_month
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import OPEN_STATES, ReasonMissing, Standing, Task, TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.unsaved import Unsaved
from thidua_desktop.ui.common.widgets import EmptyState, action, heard_by_table, label, menu_button, tool_button
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.plans.columns import task_columns
from thidua_desktop.ui.plans.task_deeds import TaskDeeds
from thidua_desktop.ui.plans.task_menus import open_by_key, quarter_menu, state_menu
from thidua_desktop.wording import labels

_EVERY = "Mọi tình trạng"
_OPEN = "Chưa xong"
_CHOSEN = "của các nhiệm vụ đang chọn"
_SEARCH_WIDTH = 150
"""What was typed is still read in a narrow window: the tools go below."""


class TaskTable(QWidget):
    """Shows and edits the tasks of one plan. What is typed is kept at once."""

    task_chosen = Signal(object)
    """The ``Task`` at the cursor."""

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
        self._services, self._navigation, self._feedback = services, navigation, feedback
        self.deeds = TaskDeeds(services, runner, navigation, feedback)
        self.unsaved = Unsaved[Task](
            feedback, key=lambda task: task.id or id(task), save=self.deeds.save, reload=self._show_kept
        )
        self.dialog: Form | None = None
        """The dialog opened last."""
        self._plan: Plan | None = None
        self._only: frozenset[TaskId] | None = None
        columns = task_columns(self._unit_names, self._products, services.today)
        grouping = Grouping[Task](self._group_title, self._group_detail)
        self.model = TableModel[Task](columns, attrgetter("id"), grouping=grouping, parent=self)
        self.model.grow = self._new
        self._pages = QStackedWidget()
        self.grid = Grid(self.model, name="plans.tasks", preferences=preferences, filters=True, parent=self._pages)
        self.grid.setAccessibleName("Nhiệm vụ của kế hoạch")
        self.grid.setProperty("role", "plain")
        self.search = SearchField("Tìm trong kế hoạch")
        self.search.setMinimumWidth(_SEARCH_WIDTH)
        self.states = QComboBox()
        self.states.setAccessibleName("Lọc theo tình trạng")
        self.states.addItems([_EVERY, _OPEN, *(labels.of(state) for state in Standing)])
        self._count = label("", "muted")
        self._make_actions()
        self._empty = self._make_empty()
        self._pages.addWidget(self.grid)
        self._pages.addWidget(self._empty)
        self._lay_out()
        self._connect()
        self.lock(False)

    # what the page asks

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, or let it again unless the file is open for reading only."""
        may = not locked and not self._services.read_only
        self.model.editable = may
        changing = (*self._changing, *self.state_menu.actions())
        for deed in (*changing, *self.quarter_menu.actions()):
            deed.setEnabled(may)
        for held in (self._states_button, self._quarters_button):
            held.setEnabled(may)

    def set_tasks(self, plan: Plan | None, tasks: Sequence[Task]) -> None:
        """Show the tasks of a plan."""
        if plan is not None and self._plan is not None and plan.id != self._plan.id:
            self._only = None
            self.search.clear()
        self._plan = plan
        self.grid.cells.year = plan.year if plan is not None else self._services.today().year
        self.grid.set_rows(sorted(tasks, key=lambda task: (task.year, task.quarter or 5, task.position)))
        self._pages.setCurrentWidget(self.grid if tasks else self._empty)
        self._filter()

    def show_task(self, task_id: TaskId) -> bool:
        """Put the cursor on a task, whatever the search hides; False when it is not in this plan."""
        if self.model.line_of(task_id) is None:
            return False
        if not self.grid.go_to(task_id, column=self._column("text")):
            self.clear_filters()
            self.grid.go_to(task_id, column=self._column("text"))
        self.grid.setFocus()
        return True

    def show_only(self, ids: frozenset[TaskId] | None) -> None:
        """Show only some of the tasks; None shows all."""
        self._only = ids
        self._filter()

    def selected_ids(self) -> tuple[TaskId, ...]:
        """The identifiers of the selected tasks."""
        return tuple(task.id for task in self.grid.selected() if task.id is not None)

    # deeds

    def add(self) -> None:
        """A new task after the one at the cursor, in its quarter, open for typing."""
        if self._plan is not None and self.model.editable:
            self.deeds.add(self._new(self.grid.current()), self._on_added)

    def delete(self) -> None:
        """Move the selected tasks to the trash; one click brings them back."""
        ids = self.selected_ids()
        if ids and self.model.editable:
            self.deeds.delete(ids)

    def move_to(self, state: TaskState) -> None:
        """Set the state of the selected tasks, asking for a reason where one is due."""
        self.deeds.move(self.grid.selected(), state)

    def set_quarter(self, quarter: int | None) -> None:
        """Put the selected tasks into a quarter."""
        self.grid.enter_in_column("quarter", labels.quarter(quarter))

    def change_selected(self) -> None:
        """Ask what all selected tasks should say: quarter, day, units, product."""
        from thidua_desktop.ui.plans.task_dialogs import BulkDialog

        chosen = self.grid.selected()
        if not chosen or not self.model.editable:
            return
        dialog = BulkDialog(
            len(chosen),
            year=self.grid.cells.year,
            units=self._unit_names,
            product=self.grid.offers.field(self.model.columns[self._column("product")], self.window()),
            parent=self.window(),
        )
        dialog.accepted.connect(lambda: self.grid.enter_in_columns(dialog.texts()))
        self._open(dialog)

    def carry_over(self) -> None:
        """Ask in which period the selected open tasks go on."""
        from thidua_desktop.ui.plans.task_dialogs import CarryOverDialog

        chosen = [task for task in self.grid.selected() if task.state in OPEN_STATES]
        if not chosen or not self.model.editable:
            told = "Hãy chọn nhiệm vụ chưa xong để chuyển sang kỳ sau."
            self._feedback.say(told, tone=theme.Tone.INFO)
            return
        dialog = CarryOverDialog(chosen, self.window())
        dialog.accepted.connect(lambda: self.deeds.carry_over(chosen, dialog.period(), reason=dialog.reason()))
        self._open(dialog)

    def open_history(self) -> None:
        """Show what was done to the task at the cursor."""
        task = self.grid.current()
        if task is not None and task.id is not None:
            self._navigation.history_requested.emit(Kind.TASK.value, task.id)

    def clear_filters(self) -> None:
        """Show all tasks of the plan again."""
        self.search.clear()
        self.states.setCurrentText(_EVERY)
        self._only = None
        self.grid.clear_filters()
        self._filter()

    def _with_selected(self, do: Callable[[tuple[TaskId, ...]], None]) -> None:
        if self.selected_ids():
            do(self.selected_ids())

    def _open(self, dialog: Form) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _new(self, like: Task | None) -> Task:
        """A task in the quarter of another one."""
        assert self._plan is not None
        assert self._plan.id is not None
        quarter = like.quarter if like else quarter_of_month(self._services.today().month)
        year = like.year if like else self._plan.year
        part = like.part_id if like else None
        return Task(self._plan.id, "Nhiệm vụ mới", year, quarter=quarter, part_id=part)

    # making

    def _make_actions(self) -> None:
        self.add_action = action(self, "Thêm nhiệm vụ", "add", "Ctrl+Shift+N", self.add)
        self.delete_action = heard_by_table(action(self, "Xóa", "trash", "", self.delete), "Ctrl+-")
        self.fill_action = heard_by_table(action(self, "Điền xuống", "fill-down", "", self.grid.fill_down), "Ctrl+D")
        self.fill_action.setToolTip("Chép ô trên cùng xuống các ô đang chọn (Ctrl+D)")
        self.delete_action.setToolTip("Chuyển các nhiệm vụ đang chọn vào thùng rác (Ctrl+-)")
        self.change_action = action(self, "Sửa các nhiệm vụ đang chọn…", "edit", "Ctrl+Shift+M", self.change_selected)
        self.carry_action = action(self, "Chuyển kỳ…", "right", "Ctrl+Shift+J", self.carry_over)
        copy = action(self, "Sao chép cả tiêu đề cột", "copy", "", self.grid.copy_with_titles)
        self.copy_action = heard_by_table(copy, "Ctrl+Shift+C")
        self.copy_action.setToolTip("Sao chép các ô đang chọn cùng tiêu đề cột (Ctrl+Shift+C)")
        self.clear_action = action(self, "Bỏ lọc", "close", "Ctrl+Alt+L", self.clear_filters)
        self.grid.unfilter_wanted.connect(self.clear_filters)
        self.clear_action.setToolTip("Hiện lại tất cả nhiệm vụ của kế hoạch")
        self._changing = (
            self.add_action,
            self.delete_action,
            self.fill_action,
            self.change_action,
            self.carry_action,
        )
        self.history_action = action(self, "Lịch sử của nhiệm vụ", "history", "Alt+Shift+L", self.open_history)
        self.find_action = action(self, "Tìm trong kế hoạch", "search", "Ctrl+Shift+F", self._focus_search)
        others = {
            "Có phát sinh": partial(self._with_selected, self.deeds.confirm),
            "Không phát sinh": partial(self._with_selected, self.deeds.not_arisen),
        }
        self.state_menu = state_menu(self, self.move_to, others)
        self.quarter_menu = quarter_menu(self, self.set_quarter)
        open_by_key(self, self.grid, self.state_menu, self.quarter_menu)
        self.table_menu = self.grid.table_menu()

    def _make_empty(self) -> EmptyState:
        return EmptyState(
            "list",
            "Kế hoạch này chưa có nhiệm vụ",
            "Thêm từng nhiệm vụ bằng tay, dán cả bảng từ Excel, hoặc nhập lại từ tệp kế hoạch.",
            (Offer("Thêm nhiệm vụ", self.add), Offer("Dán từ Excel", self.grid.paste)),
        )

    def _lay_out(self) -> None:
        self._states_button = menu_button("Tình trạng", self.state_menu, name=f"Tình trạng {_CHOSEN}")
        self._quarters_button = menu_button("Chuyển quý", self.quarter_menu, name=f"Chuyển quý {_CHOSEN}")
        self._clear = tool_button(self.clear_action)
        self.search.setMaximumWidth(260)
        self.states.setMaximumWidth(170)
        line = flow(
            self.search,
            self.states,
            self._count,
            self._clear,
            0,
            tool_button(self.add_action),
            self._states_button,
            self._quarters_button,
            tool_button(self.change_action, text=False),
            tool_button(self.fill_action, text=False),
            tool_button(self.delete_action, text=False),
            self._filters_button(),
            self._columns_button(),
            spacing=theme.SPACE_XS,
        )
        line.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addLayout(line)
        frame.addWidget(self._pages, stretch=1)

    def _filters_button(self) -> QToolButton:
        filters = heard_by_table(action(self, "Dòng lọc", "filter", "", self.grid.toggle_filters), "Ctrl+Shift+L")
        filters.setToolTip("Hiện, ẩn dòng lọc dưới tiêu đề cột (Ctrl+Shift+L)")
        return tool_button(filters, text=False)

    def _columns_button(self) -> QToolButton:
        choose = action(self, "Cột hiển thị", "columns", "Alt+Shift+O", self._open_columns)
        self._columns = tool_button(choose, text=False)
        return self._columns

    def _open_columns(self) -> None:
        self.grid.column_menu().popup(self._columns.mapToGlobal(self._columns.rect().bottomLeft()))

    def _connect(self) -> None:
        self._search_timer = QTimer(self, singleShot=True, interval=120)
        self._search_timer.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _text: self._search_timer.start())
        self.search.returnPressed.connect(self.grid.setFocus)
        self.states.currentTextChanged.connect(lambda _text: self._filter())
        self.model.edited.connect(self._on_edited)
        self.model.refused.connect(self._on_refused)
        self.grid.delete_wanted.connect(self.delete)
        self.grid.filters.changed.connect(self._tell_count)
        self.grid.current_changed.connect(self.task_chosen)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(
            lambda at: self.context_menu().popup(self.grid.viewport().mapToGlobal(at))
        )

    def context_menu(self) -> QMenu:
        """What can be done with the selected tasks."""
        menu = QMenu(self)
        menu.addActions([self.add_action, self.fill_action, self.copy_action])
        menu.addSeparator()
        if self.model.editable:
            menu.addMenu(self.state_menu)
            menu.addMenu(self.quarter_menu)
            menu.addActions([self.change_action, self.carry_action])
            menu.addSeparator()
        menu.addActions([self.delete_action, self.history_action])
        menu.addMenu(self.table_menu)
        return menu

    # answers

    def _on_edited(self, tasks: list[Task]) -> None:
        self.unsaved.save(tasks)

    def _show_kept(self) -> None:
        if self._plan is not None and self._plan.id is not None:
            self.set_tasks(self._plan, self._services.tasks.of_plan(self._plan.id))

    def _on_refused(self, trouble: AppError) -> None:
        columns = {number for _, number in self.grid.blocks.cells()}
        if isinstance(trouble, ReasonMissing) and columns == {self._column("state")}:
            self.move_to(trouble.params["new"])
        else:
            self._feedback.trouble(trouble)

    def _on_added(self, changes: Changes) -> None:
        if self.show_task(TaskId(changes.created[0])):
            self.grid.edit(self.grid.currentIndex())

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _filter(self) -> None:
        state = self.states.currentText()
        self.grid.proxy.set_query(self.search.text())
        plain = state == _EVERY and self._only is None
        self.grid.proxy.set_test(None if plain else partial(self._shown, state))
        self._tell_count()

    def _shown(self, state: str, task: Task) -> bool:
        if self._only is not None and task.id not in self._only:
            return False
        if state == _EVERY:
            return True
        if state == _OPEN:
            return task.state in OPEN_STATES
        return labels.of(task.standing(self._services.today())) == state

    def _tell_count(self) -> None:
        total, shown = len(self.model.rows()), self.grid.proxy.shown()
        self._count.setText(f"{total} nhiệm vụ" if shown == total else f"{shown}/{total} nhiệm vụ")
        self._clear.setVisible(self.grid.proxy.filtered())

    def _column(self, key: str) -> int:
        return next(at for at, column in enumerate(self.model.columns) if column.key == key)

    def _unit_names(self) -> Sequence[str]:
        return self._services.units.names()

    def _products(self) -> Sequence[str]:
        known = (task.product for task in self.model.rows() if task.product)
        return tuple(dict.fromkeys(known))

    def _group_title(self, task: Task) -> str:
        title = labels.quarter(task.quarter)
        other_year = self._plan is not None and task.year != self._plan.year
        return f"{title}/{task.year}" if other_year else title

    def _group_detail(self, tasks: Sequence[Task]) -> str:
        today = self._services.today()
        done = sum(task.state is TaskState.DONE for task in tasks)
        late = sum(task.standing(today) is Standing.OVERDUE for task in tasks)
        told = f"{len(tasks)} nhiệm vụ, hoàn thành {done}"
        return f"{told}, quá hạn {late}" if late else told
