"""The units of a day as a tree that is searched, and in which a unit can be dragged to another parent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.unit_tree import UnitNode
from thidua_desktop.wording.directory import UNIT_KINDS

_ID = Qt.ItemDataRole.UserRole
_LINES = "application/x-qabstractitemmodeldatalist"
"""What Qt calls dragged lines of a list or tree."""


class UnitTreeView(QTreeWidget):
    """Shows units; several can be selected, one is at the cursor."""

    unit_chosen = Signal(object)
    """The identifier of the unit at the cursor, or None."""
    move_wanted = Signal(int, object)
    """A unit was let go on another one (or beside all of them: None)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roots: tuple[UnitNode, ...] = ()
        self._words: tuple[str, ...] = ()
        self.editable = True
        self.setHeaderHidden(True)
        self.setProperty("role", "plain")
        self.setAccessibleName("Cây đơn vị")
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.currentItemChanged.connect(lambda item, _before: self.unit_chosen.emit(_id_of(item)))

    # what is shown

    def set_units(self, roots: Sequence[UnitNode]) -> None:
        """Show units; what was closed stays closed, the cursor stays on its unit."""
        self._roots = tuple(roots)
        self._fill()

    def search(self, text: str) -> int:
        """Show units whose name holds every word, and what they belong to; gives how many are found."""
        self._words = tuple(fold(text).split())
        self._fill()
        return sum(self._fits(node) for node in _all(self._roots))

    def set_editable(self, editable: bool) -> None:
        """Let units be dragged, or not."""
        self.editable = editable
        self.setDragEnabled(editable)

    def unit_id(self) -> UnitId | None:
        """The unit at the cursor."""
        return _id_of(self.currentItem())

    def chosen(self) -> tuple[UnitId, ...]:
        """The selected units from top to bottom; the one at the cursor where none is selected."""
        order = {_id_of(item): at for at, item in enumerate(self._items())}
        found = [unit_id for item in self.selectedItems() if (unit_id := _id_of(item)) is not None]
        here = self.unit_id()
        if not found and here is not None:
            return (here,)
        return tuple(sorted(found, key=lambda unit_id: order[unit_id]))

    def show_unit(self, unit_id: UnitId) -> bool:
        """Put the cursor on a unit; False where it is not in the tree."""
        item = self._item_of(unit_id)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)
        return item is not None

    def texts(self) -> list[str]:
        """What the lines say, from top to bottom."""
        return [item.text(0) for item in self._items()]

    # dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Units of this tree may be let go here; a file goes on to the window."""
        super().dragEnterEvent(event)
        if self._carries_unit(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Qt shows what the unit would belong to."""
        super().dragMoveEvent(event)
        if self._carries_unit(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where the unit was let go; whoever keeps the units asks for the day."""
        target, moved = _id_of(self.itemAt(event.position().toPoint())), self.unit_id()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if self.editable and moved is not None and moved != target:
            self.move_wanted.emit(moved, target)

    def _carries_unit(self, event: QDropEvent) -> bool:
        return self.editable and event.mimeData().hasFormat(_LINES) and event.source() in (None, self)

    # filling

    def _fill(self) -> None:
        here = self.unit_id()
        closed = {_id_of(item) for item in self._items() if item.childCount() and not item.isExpanded()}
        blocked = self.blockSignals(True)
        self.clear()
        self.addTopLevelItems([item for node in self._roots if (item := self._made(node)) is not None])
        for item in self._items():
            item.setExpanded(bool(self._words) or _id_of(item) not in closed)
        again = self._item_of(here) if here is not None else None
        if again is None or not self._says(again.text(0)):
            again = next((item for item in self._items() if self._says(item.text(0))), again)
        if again is not None:
            self.setCurrentItem(again)
        self.blockSignals(blocked)
        if _id_of(again) != here:
            self.unit_chosen.emit(_id_of(again))

    def _made(self, node: UnitNode) -> QTreeWidgetItem | None:
        inner = [item for child in node.children if (item := self._made(child)) is not None]
        if self._words and not inner and not self._fits(node):
            return None
        unit = node.unit
        item = QTreeWidgetItem([unit.name])
        item.setData(0, _ID, unit.id)
        parts = (unit.name, unit.short_name or "", UNIT_KINDS[unit.kind] if unit.kind else "")
        item.setToolTip(0, "\n".join(part for part in parts if part))
        item.addChildren(inner)
        return item

    def _fits(self, node: UnitNode) -> bool:
        return self._says(f"{node.unit.name} {node.unit.short_name or ''}")

    def _says(self, text: str) -> bool:
        said = fold(text)
        return all(word in said for word in self._words)

    def _item_of(self, unit_id: UnitId) -> QTreeWidgetItem | None:
        return next((item for item in self._items() if _id_of(item) == unit_id), None)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        waiting = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            if item is not None:
                yield item
                waiting = [item.child(at) for at in range(item.childCount())] + waiting


def _id_of(item: QTreeWidgetItem | None) -> UnitId | None:
    return None if item is None else item.data(0, _ID)


def _all(nodes: Sequence[UnitNode]) -> Iterator[UnitNode]:
    for node in nodes:
        yield node
        yield from _all(node.children)
