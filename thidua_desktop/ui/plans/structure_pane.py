"""The structure of a plan with the buttons that edit it, and its standing duties below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QVBoxLayout

from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plan_tree import OutlineNode
from thidua_desktop.domain.plans import PlanPart
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import action, label, line, menu_button, row, tool_button
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.plans.structure import StructureTree
from thidua_desktop.ui.plans.structure_editor import StructureEditor

_DUTIES = "Trách nhiệm thường xuyên…"


class StructurePane(QFrame):
    """The tree of one plan; what is done in it is kept at once."""

    all_wanted = Signal()
    """The tasks of all headings are to be shown again."""

    def __init__(
        self, services: Services, runner: Runner, navigation: Navigation, feedback: Feedback, *, duties: QAction
    ) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.tree = StructureTree()
        self.editor = StructureEditor(self.tree, services, runner, navigation, feedback)
        self._duties = duties
        self.all_action = action(self, "Hiện tất cả nhiệm vụ", "close", "Alt+Shift+A", self.all_wanted.emit)
        self._all_button = tool_button(self.all_action, text=False)
        self._all_button.hide()
        self.menu = QMenu("Cấu trúc văn bản", self)
        self.menu.addActions(list(self.editor.placing))
        self.menu.addSeparator()
        self.menu.addActions([self.editor.rename_action, self.editor.delete_action, self.editor.renumber_action])
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(lambda at: self.menu.popup(self.tree.viewport().mapToGlobal(at)))
        self._lay_out()

    def set_plan(self, plan_id: PlanId | None, parts: Sequence[PlanPart], outline: Sequence[OutlineNode]) -> None:
        """Show the structure of a plan."""
        self.editor.set_plan(plan_id, parts)
        self.tree.set_outline(outline)

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, or let it again."""
        self.editor.lock(locked)

    def show_narrowed(self, narrowed: bool) -> None:
        """Offer to show all tasks again."""
        self._all_button.setVisible(narrowed)

    def show_duties(self, count: int) -> None:
        """Say how many standing duties there are that are not tasks yet."""
        self._duties_button.setVisible(count > 0)
        # On the action: the button takes its text again from there whenever the action changes.
        self._duties.setText(f"{count} {_DUTIES[0].lower()}{_DUTIES[1:]}" if count else _DUTIES)

    def _lay_out(self) -> None:
        editor = self.editor
        buttons = (editor.add_action, editor.up_action, editor.down_action, editor.out_action, editor.in_action)
        deeds = [tool_button(deed, text=False) for deed in buttons]
        more = menu_button("", self.menu, name="Sửa cấu trúc văn bản")
        bar = row(label("Cấu trúc", "strong"), 0, self._all_button, *deeds, more, spacing=0)
        bar.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_XS, theme.SPACE_XS)
        self._duties_button = tool_button(self._duties)
        self._duties_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(bar)
        inner.addWidget(self.tree, stretch=1)
        inner.addWidget(line())
        inner.addWidget(self._duties_button)
