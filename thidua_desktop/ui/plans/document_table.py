"""The tab "Văn bản": the plan's whole document, edited line by line where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain import plan_tree
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.plan_tree import OutlineNode
from thidua_desktop.domain.plans import BY_HAND, Plan, PlanPart, Role
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import Column, Editor
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, heard_by_table, label, menu_button, row, tool_button
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.plans.document_cells import DocumentCells
from thidua_desktop.ui.plans.document_lines import (
    GROUPS,
    LISTED,
    DocumentLine,
    Place,
    lines_of,
    part_with,
    plan_with,
    plan_with_entry,
    typed,
)
from thidua_desktop.wording import formats, labels

_TEXT = 1
_NEW_TEXTS = {
    Place.LEGAL_BASIS: "Căn cứ …;",
    Place.RECIPIENT: "- …;",
    Place.POST: "…",
}
_NEW_PARAGRAPH = "Nội dung …"


def document_columns() -> tuple[Column[DocumentLine], ...]:
    """The columns over ``DocumentLine``."""
    return (
        Column[DocumentLine]("caption", "Mục", lambda line: line.caption, 128, tone=lambda _line: Tone.MUTED),
        Column[DocumentLine](
            "text",
            "Văn bản",
            lambda line: line.text,
            420,
            stretch=True,
            wrap=True,
            editor=Editor.LONG_TEXT,
            edit=typed,
        ),
        Column[DocumentLine](
            "time", "Thời gian", lambda line: _time(line.task), 100, wrap=True, tone=lambda _line: Tone.MUTED
        ),
        Column[DocumentLine](
            "lead",
            "Chủ trì",
            lambda line: "; ".join(line.task.lead) if line.task is not None else "",
            150,
            wrap=True,
            tone=lambda _line: Tone.MUTED,
        ),
    )


class DocumentTable(QWidget):
    """Shows and edits one plan's document. What is typed is kept at once."""

    task_wanted = Signal(object)
    """Ctrl+Enter or a double click beside the text of a task: its ``TaskId``."""
    stale = Signal()
    """What was typed could not be kept: the lines have to be shown again as they are kept."""

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
        self._navigation, self._feedback = navigation, feedback
        self._plan: Plan | None = None
        self._parts: tuple[PlanPart, ...] = ()
        columns = document_columns()
        grouping = Grouping[DocumentLine](lambda line: GROUPS[line.place], lambda _lines: "")
        self.model = TableModel[DocumentLine](columns, lambda line: line.key, grouping=grouping, parent=self)
        self.grid = Grid(self.model, name="plans.document", preferences=preferences)
        self.grid.setAccessibleName("Văn bản kế hoạch")
        self.grid.setProperty("role", "plain")
        self.grid.setShowGrid(False)
        self.grid.setSortingEnabled(False)
        self.grid.setItemDelegateForColumn(_TEXT, DocumentCells(columns, year=0, parent=self.grid))
        self.search = SearchField("Tìm trong văn bản")
        self._make_actions()
        self._lay_out()
        self._connect()

    # what the page asks

    def set_document(self, plan: Plan | None, parts: Sequence[PlanPart], outline: Sequence[OutlineNode]) -> None:
        """Show the document of a plan."""
        self._plan, self._parts = plan, plan_tree.body(parts)
        self.grid.cells.year = plan.year if plan is not None else 0
        self.grid.set_rows(lines_of(plan, outline) if plan is not None else ())

    def show_node(self, node: OutlineNode) -> None:
        """Put a part of the document in front."""
        found = next((line for line in self.model.rows() if line.node is not None and _same(line.node, node)), None)
        if found is not None:
            self.grid.go_to(found.key, column=_TEXT)

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, or let it again."""
        self.model.editable = not locked
        self._add.setEnabled(not locked)
        for deed in (*self.add_menu.actions(), self.delete_action):
            deed.setEnabled(not locked)

    # deeds

    def add_like_current(self) -> None:
        """A further line after the one at the cursor, of its kind, open for typing."""
        line = self.grid.current()
        if line is None or not self.model.editable:
            return
        if line.place in LISTED:
            self._add_entry(line.place, line.at + 1)
        elif line.place is Place.BODY:
            self.add_text()

    def add_text(self) -> None:
        """A paragraph below the line at the cursor; at the end of the body outside of it."""
        line = self.grid.current()
        at = self._index_of(line.part) if line is not None else None
        new = PlanPart(Role.TEXT, _NEW_PARAGRAPH, BY_HAND)
        self._save_parts(plan_tree.added(self._parts, len(self._parts) if at is None else at + 1, new), created=True)

    def delete(self) -> None:
        """The selected lines: paragraphs and entries of lists; of what cannot be missing only the words."""
        chosen = self.grid.selected()
        if self._plan is None or not self.model.editable:
            return
        tasks = [line.task.id for line in chosen if line.task is not None and line.task.id is not None]
        gone = {line.part.id for line in chosen if line.part is not None and line.task is None}
        if tasks:
            self._runner.run(partial(self._services.tasks.delete, tasks), self._navigation.changes_made.emit)
        if gone:
            self._save_parts(tuple(part for part in self._parts if part.id not in gone))
        listed = [replace(line, text="") for line in chosen if line.place not in (Place.BODY, Place.TITLE)]
        if listed:
            self._save_plan(plan_with(self._plan, listed))

    # making

    def _make_actions(self) -> None:
        self.add_action = action(self, "Thêm dòng cùng loại", "add", "Ctrl+Shift+N", self.add_like_current)
        self.find_action = action(self, "Tìm trong văn bản", "search", "Ctrl+Shift+F", self.search.setFocus)
        self.delete_action = heard_by_table(action(self, "Xóa dòng", "trash", "", self.delete), "Ctrl+-")
        self.delete_action.setToolTip("Xóa các dòng đang chọn (Ctrl+-)")
        self.add_menu = QMenu("Thêm vào văn bản", self)
        self.add_menu.addAction(self.add_action)
        self.add_menu.addSeparator()
        self.add_menu.addAction("Căn cứ").triggered.connect(lambda: self._add_entry(Place.LEGAL_BASIS, None))
        self.add_menu.addAction("Đoạn văn").triggered.connect(self.add_text)
        self.add_menu.addAction("Nơi nhận").triggered.connect(lambda: self._add_entry(Place.RECIPIENT, None))
        self.add_menu.addAction("Chức vụ người ký").triggered.connect(lambda: self._add_entry(Place.POST, None))

    def _lay_out(self) -> None:
        self.search.setMaximumWidth(260)
        self._add: QToolButton = menu_button("Thêm", self.add_menu, icon="add")
        told = label("Bấm F2 hoặc gõ để sửa ngay tại dòng; đề mục sửa thứ bậc ở cây bên trái.", "small")
        line = row(self.search, 0, told, self._add, tool_button(self.delete_action, text=False), spacing=theme.SPACE_XS)
        line.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addLayout(line)
        frame.addWidget(self.grid, stretch=1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.grid.proxy.set_query)
        self.grid.unfilter_wanted.connect(self.search.clear)
        self.search.returnPressed.connect(self.grid.setFocus)
        self.model.edited.connect(self._on_edited)
        self.model.refused.connect(self._feedback.trouble)
        self.grid.delete_wanted.connect(self.delete)
        self.grid.opened.connect(self._on_opened)

    # keeping

    def _on_opened(self, line: DocumentLine) -> None:
        if line.task is not None:
            self.task_wanted.emit(line.task.id)

    def _on_edited(self, lines: list[DocumentLine]) -> None:
        assert self._plan is not None
        tasks = [replace(line.task, text=line.text) for line in lines if line.task is not None]
        parts = {
            line.part.id: part_with(line.part, line.text)
            for line in lines
            if line.part is not None and line.task is None
        }
        if tasks:
            self._run(partial(self._services.tasks.save_many, tasks))
        if parts:
            self._save_parts(tuple(parts.get(part.id, part) for part in self._parts))
        plan = plan_with(self._plan, lines)
        if plan != self._plan:
            self._save_plan(plan)

    def _add_entry(self, place: Place, at: int | None) -> None:
        if self._plan is None:
            return
        entries = [line for line in self.model.rows() if line.place is place and line.text]
        where = len(entries) if at is None else min(at, len(entries))
        self._save_plan(plan_with_entry(self._plan, place, where, _NEW_TEXTS[place]))
        self._edit((place, where))

    def _save_plan(self, plan: Plan) -> None:
        self._run(partial(self._services.plans.save, plan))

    def _save_parts(self, parts: tuple[PlanPart, ...], *, created: bool = False) -> None:
        if self._plan is None or self._plan.id is None:
            return

        known = {part.id for part in parts}

        def done(changes: Changes) -> None:
            self._navigation.changes_made.emit(changes)
            made = next((part.id for part in self._parts if part.id not in known), None)
            if created and made is not None:
                self._edit((Place.BODY, made, None))

        self._runner.run(partial(self._services.plans.save_parts, self._plan.id, parts), done, self._on_not_kept)

    def _run(self, work: partial[Changes]) -> None:
        self._runner.run(work, self._navigation.changes_made.emit, self._on_not_kept)

    def _on_not_kept(self, trouble: AppError) -> None:
        self._feedback.trouble(trouble)
        self.stale.emit()

    def _edit(self, key: tuple[object, ...]) -> None:
        if self.grid.go_to(key, column=_TEXT):
            self.grid.setFocus()
            self.grid.edit(self.grid.currentIndex())

    def _index_of(self, part: PlanPart | None) -> int | None:
        return next((at for at, found in enumerate(self._parts) if part is not None and found.id == part.id), None)


def _time(task: Task | None) -> str:
    if task is None:
        return ""
    return formats.day(task.due) or (f"Tháng {task.month}" if task.month else labels.quarter(task.quarter))


def _same(one: OutlineNode, other: OutlineNode) -> bool:
    if one.part is not None and other.part is not None:
        return one.part.id == other.part.id
    return one.part is other.part and one.tasks == other.tasks
