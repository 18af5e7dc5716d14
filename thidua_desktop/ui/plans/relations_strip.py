"""The strip under a plan's title: the plans it hangs together with, and work that stands in another plan too."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.widgets import button, tool_button
from thidua_desktop.wording import plan_links

_MOST = 2


@dataclass(frozen=True, slots=True)
class Relation:
    """A link as it is said, with the plan of the file that it leads to, if it is one."""

    kind: str
    text: str
    plan_id: PlanId | None


class RelationsStrip(QFrame):
    """Links to other plans as buttons, and how many duplicates there are; hidden while there is nothing to say."""

    opened = Signal(object)
    """The ``PlanId`` of the plan to go to."""

    def __init__(self, links: QAction, duplicates: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._edit, self._find = links, duplicates
        self._buttons: list[QPushButton] = []
        self._duplicates = tool_button(duplicates)
        self._more = button("", role="link")
        self._more.clicked.connect(links.trigger)
        self._row = flow(self._more, 0, self._duplicates, spacing=theme.SPACE_XS)
        self._row.setContentsMargins(theme.SPACE_S, 0, theme.SPACE_S, theme.SPACE_XXS)
        self.setLayout(self._row)
        self.hide()

    def show_relations(self, relations: Sequence[Relation], proposals: int, duplicates: int) -> None:
        """Say which plans there are, how many more the text names, and how many look-alikes."""
        for made in self._buttons:
            self._row.removeWidget(made)
            made.deleteLater()
        self._buttons = [self._made(relation) for relation in relations[:_MOST]]
        for at, made in enumerate(self._buttons):
            self._row.insert_widget(at, made)
        # Tab comes to them where they stand, not after all that was made before; the last step brings the rest behind.
        for former, following in pairwise((self._more, *self._buttons, self._more)):
            QWidget.setTabOrder(former, following)
        hidden = len(relations) - len(self._buttons)
        said = [f"{hidden} liên kết khác" if hidden else "", f"{proposals} văn bản được nhắc tới" if proposals else ""]
        told = ", ".join(part for part in said if part)
        self._more.setText(f"{told}…" if told else "")
        self._more.setAccessibleName(told)
        self._more.setVisible(bool(told))
        self._find.setText(f"{duplicates} nhiệm vụ giống ở kế hoạch khác…" if duplicates else "Nhiệm vụ trùng…")
        self._duplicates.setVisible(bool(duplicates))
        self.setVisible(bool(relations or proposals or duplicates))

    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons of the links."""
        return tuple(self._buttons)

    def _made(self, relation: Relation) -> QPushButton:
        whole = f"{relation.kind}: {relation.text}"
        made = button(plan_links.shortened(whole), role="link", tip=f"{whole} (Ctrl+Shift+E)")
        made.setAccessibleName(whole)
        plan_id = relation.plan_id
        if plan_id is not None:
            made.clicked.connect(lambda: self.opened.emit(plan_id))
        else:
            made.clicked.connect(self._edit.trigger)
        return made
