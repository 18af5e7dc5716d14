"""Tasks of different plans that look like the same work, side by side: the clerk says whether they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.duplicates import DuplicatePair
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import action, label, row, tool_button
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.plans.whole_cells import WholeCells
from thidua_desktop.wording import formats, labels, messages

_TOLD = (
    "“Đúng là trùng” ghi nhớ hai nhiệm vụ là một việc: làm xong nhiệm vụ này, chương trình nhắc nhiệm vụ kia. "
    "“Không trùng” thì không nhắc lại nữa. Cả hai nhiệm vụ vẫn nằm trong kế hoạch của mình."
)


def pair_columns(titles: Mapping[PlanId, str]) -> tuple[Column[DuplicatePair], ...]:
    """The columns over ``DuplicatePair``; ``titles`` are those of the plans."""
    return (
        Column[DuplicatePair](
            "first", "Nhiệm vụ", lambda pair: _told(pair.first, titles), 380, stretch=True, wrap=True
        ),
        Column[DuplicatePair](
            "second", "Giống với", lambda pair: _told(pair.second, titles), 380, stretch=True, wrap=True
        ),
        Column[DuplicatePair](
            "reasons",
            "Vì sao",
            lambda pair: f"{pair.score} %\n" + "; ".join(map(labels.of, pair.reasons)),
            170,
            wrap=True,
            sort_key=lambda pair: -pair.score,
        ),
    )


class DuplicatesDialog(Form):
    """Keeps each answer at once and tells ``changed`` of it."""

    def __init__(
        self,
        year: int,
        services: Services,
        changed: Callable[[Changes], None],
        go_to: Callable[[TaskId], None],
        *,
        preferences: Preferences,
        parent: QWidget,
    ) -> None:
        super().__init__(f"Nhiệm vụ giống nhau giữa các kế hoạch năm {year}", yes="Xong", parent=parent)
        self._year, self._services = year, services
        self._changed, self._go_to = changed, go_to
        titles = {row.plan.id: row.plan.title for row in services.plans.of_year(year) if row.plan.id is not None}
        columns = pair_columns(titles)
        self.model = TableModel[DuplicatePair](columns, _key, parent=self)
        self.grid = Grid(self.model, name="plans.duplicates", preferences=preferences)
        self.grid.setAccessibleName("Các cặp nhiệm vụ giống nhau")
        for number in range(len(columns)):
            self.grid.setItemDelegateForColumn(number, WholeCells(columns, year=year, parent=self.grid))
        self.grid.installEventFilter(self)
        self.grid.opened.connect(lambda _pair: self.go())
        self._count = label("", "strong")
        self._trouble = label("", "error", wrap=True)
        self._trouble.hide()
        self.same_action = action(self, "Đúng là trùng", "link", "Ctrl+Shift+A", partial(self.settle, same=True))
        self.other_action = action(self, "Không trùng", "close", "Ctrl+Shift+G", partial(self.settle, same=False))
        self.go_action = action(self, "Xem trong kế hoạch", "right", "Ctrl+Return", self.go)
        self.same_action.setToolTip("Đúng là trùng (T)")
        self.other_action.setToolTip("Không trùng (K)")
        deeds = (self.same_action, self.other_action, self.go_action)
        self.content.addLayout(row(self._count, 0, *map(tool_button, deeds), spacing=theme.SPACE_XS))
        self.content.addWidget(self.grid, stretch=1)
        self.content.addWidget(self._trouble)
        self.content.addWidget(label(_TOLD, "small", wrap=True))
        self.no.hide()
        self.yes.setAutoDefault(False)
        size = parent.window().size()
        self.resize(min(1180, size.width() - 40), min(620, size.height() - 60))
        WindowPlace(self, preferences, "duplicates")
        self._fill()
        self.grid.setFocus()

    def settle(self, *, same: bool) -> None:
        """Say of the selected pairs whether they are the same work."""
        say = self._services.duplicates.link if same else self._services.duplicates.dismiss
        for pair in self.grid.selected():
            assert pair.first.id is not None
            assert pair.second.id is not None
            try:
                self._changed(say(pair.first.id, pair.second.id))
            except AppError as trouble:
                self._trouble.setText(messages.error(trouble))
                self._trouble.show()
                break
        self._fill()

    def go(self) -> None:
        """Show the task of the column at the cursor in its plan."""
        pair = self.grid.current()
        if pair is None:
            return
        task = pair.second if self.grid.currentIndex().column() == 1 else pair.first
        if task.id is not None:
            self.accept()
            self._go_to(task.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """T and K answer without a modifier: nothing is typed in this table."""
        if watched is self.grid and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and event.key() in (Qt.Key.Key_T, Qt.Key.Key_K):
                self.settle(same=event.key() == Qt.Key.Key_T)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        at = self.grid.currentIndex().row()
        pairs = self._services.duplicates.of_year(self._year)
        self.grid.set_rows(pairs)
        told = f"{len(pairs)} cặp nhiệm vụ giống nhau" if pairs else "Không còn cặp nhiệm vụ nào giống nhau"
        self._count.setText(told)
        for deed in (self.same_action, self.other_action, self.go_action):
            deed.setEnabled(bool(pairs))
        if pairs and not self.grid.currentIndex().isValid():
            self.grid.go_to(_key(pairs[min(max(at, 0), len(pairs) - 1)]))


def _key(pair: DuplicatePair) -> tuple[TaskId | None, TaskId | None]:
    return pair.first.id, pair.second.id


def _told(task: Task, titles: Mapping[PlanId, str]) -> str:
    facts = [
        titles.get(task.plan_id, ""),
        labels.period(task.year, task.quarter),
        f"hạn {formats.day(task.due)}" if task.due else "",
        f"chủ trì: {'; '.join(task.lead)}" if task.lead else "",
        f"sản phẩm: {task.product}" if task.product else "",
    ]
    return f"{task.text}\n" + " · ".join(fact for fact in facts if fact)
