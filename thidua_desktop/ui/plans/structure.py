"""The plan as a document: its headings as a tree with what stands under them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.plans import PlanPart, Role
from thidua_desktop.ui.common import icons, theme
from thidua_desktop.wording import labels

PART_ROLE = int(Qt.ItemDataRole.UserRole)
_FOLDED = {
    Role.LETTERHEAD,
    Role.NUMBER,
    Role.PLACE_AND_DAY,
    Role.TITLE,
    Role.FURNITURE,
    Role.TABLE_HEADING,
    Role.DETAIL,
    Role.SIGNER,
}
"""Parts that the header card says, or that belong to the line before them: not lines of the tree."""

_ICONS = {Role.TASK: "check", Role.RESPONSIBILITY: "duty"}


class StructureTree(QTreeWidget):
    """Headings, tasks, standing duties and other text of a plan in the document's order."""

    part_chosen = Signal(object)
    """The ``PlanPart`` at the cursor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[PlanPart, ...] = ()
        self.setHeaderHidden(True)
        self.setProperty("role", "plain")
        self.setAccessibleName("Cấu trúc kế hoạch")
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentItemChanged.connect(self._on_current_changed)

    def set_parts(self, parts: Sequence[PlanPart]) -> None:
        """Show a plan's text; what was open stays open."""
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        closed = {item.text(0) for item in self._items() if item.childCount() and not item.isExpanded()}
        self.blockSignals(True)
        self.clear()
        self._fill(parts)
        for item in self._items():
            item.setExpanded(item.text(0) not in closed)
        self.blockSignals(False)

    def show_block(self, block: int) -> None:
        """Put the cursor on the part that stands at a block of the source, without telling anybody."""
        found = next((item for item in self._items() if _part(item).source.block == block), None)
        self.blockSignals(True)
        if found is None:
            self.clearSelection()
        else:
            self.setCurrentItem(found)
            self.scrollToItem(found)
        self.blockSignals(False)

    def blocks_under(self, part: PlanPart) -> tuple[int, int]:
        """The first block of a heading and the first one after everything that stands under it."""
        later = [_part(item) for item in self._items()]
        after = [other for other in later if other.source.block > part.source.block]
        end = next((other for other in after if other.role is Role.HEADING and other.level <= part.level), None)
        return part.source.block, end.source.block if end is not None else 1_000_000_000

    def _fill(self, parts: Sequence[PlanPart]) -> None:
        open_items: list[tuple[int, QTreeWidgetItem]] = []
        for part in parts:
            if part.role in _FOLDED or not part.text.strip():
                continue
            item = _item(part)
            level = part.level if part.role is Role.HEADING else 99
            while open_items and open_items[-1][0] >= level:
                open_items.pop()
            if open_items:
                open_items[-1][1].addChild(item)
            else:
                self.addTopLevelItem(item)
            if part.role is Role.HEADING:
                open_items.append((level, item))

    def _items(self) -> list[QTreeWidgetItem]:
        found: list[QTreeWidgetItem] = []
        waiting = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            if item is None:
                continue
            found.append(item)
            waiting = [item.child(at) for at in range(item.childCount())] + waiting
        return found

    def _on_current_changed(self, current: QTreeWidgetItem | None) -> None:
        if current is not None:
            self.part_chosen.emit(_part(current))


def _part(item: QTreeWidgetItem) -> PlanPart:
    part: PlanPart = item.data(0, PART_ROLE)
    return part


def _item(part: PlanPart) -> QTreeWidgetItem:
    text = squeeze(part.text)
    if part.label and not text.startswith(part.label):
        text = f"{part.label} {text}"
    item = QTreeWidgetItem([text])
    item.setData(0, PART_ROLE, part)
    item.setToolTip(0, f"{labels.of(part.role)}\n{text}")
    if part.role is Role.HEADING:
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
    elif part.role in _ICONS:
        item.setIcon(0, icons.icon(_ICONS[part.role]))
    else:
        item.setForeground(0, QColor(theme.tokens().muted))
    return item
