"""The plan as a document: its headings as a tree with what stands under them; the tree can be edited."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from thidua_desktop.common.records import dataclass
from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.ids import PlanPartId, TaskId
from thidua_desktop.domain.plan_tree import OutlineNode
from thidua_desktop.domain.plans import PlanPart, Role
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.common import icons
from thidua_desktop.ui.common.slices import Slices, Steps
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import tint_branch
from thidua_desktop.wording import labels

Index = QModelIndex | QPersistentModelIndex
NODE_ROLE = int(Qt.ItemDataRole.UserRole)
_FOLDED = frozenset({Role.TABLE_HEADING, Role.DETAIL})
"""Parts that belong to the line before them: not lines of the tree."""

_ICONS = {Role.TASK: "check", Role.RESPONSIBILITY: "duty"}
_LINES = "application/x-qabstractitemmodeldatalist"
"""What Qt calls dragged lines of a list or tree."""
_Place = QAbstractItemView.DropIndicatorPosition
_AT_ONCE = 60
"""Nodes of the uppermost level whose lines are made at once: more than there is room for in the pane."""
_REST_AFTER_MS = 200
_FLAG = Qt.ItemFlag
_FLAGS = _FLAG.ItemIsSelectable | _FLAG.ItemIsUserCheckable | _FLAG.ItemIsEnabled | _FLAG.ItemIsEditable
_FLAGS = _FLAGS | _FLAG.ItemIsDragEnabled | _FLAG.ItemIsDropEnabled


@dataclass(frozen=True, slots=True)
class Drop:
    """Where a part was let go: before, after or into another one."""

    part: PlanPartId
    target: PlanPartId
    place: QAbstractItemView.DropIndicatorPosition


def written(part: PlanPart) -> str:
    """The text of a part without the number that it begins with."""
    text = squeeze(part.text)
    return text.removeprefix(part.label).lstrip() if part.label and text.startswith(part.label) else text


class StructureTree(QTreeWidget):
    """Headings, tasks, standing duties and other text of a plan in the document's order."""

    node_chosen = Signal(object)
    """The ``OutlineNode`` at the cursor."""
    renamed = Signal(object, str)
    """A node and the text that was typed for it."""
    _typed = Signal(object, str)
    dropped = Signal(object)
    """A ``Drop``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nodes: tuple[OutlineNode, ...] = ()
        self._waiting: list[OutlineNode] = []
        """Nodes at the end of the plan that have no lines yet, the last one first."""
        self._closed: frozenset[object] = frozenset()
        self._slices = Slices(self)
        self._later = QTimer(self, singleShot=True, interval=_REST_AFTER_MS)
        self._later.timeout.connect(lambda: self._slices.begin(self._making(), lambda _made: None))
        self.editable = True
        self.setHeaderHidden(True)
        self.setProperty("role", "plain")
        self.setAccessibleName("Cấu trúc kế hoạch")
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.set_editable(True)
        self.setItemDelegate(_Renaming(self))
        self.currentItemChanged.connect(self._on_current_changed)
        # Queued: the lines must not be made anew while the field of one is still closing.
        self._typed.connect(self.renamed, Qt.ConnectionType.QueuedConnection)

    def set_outline(self, nodes: Sequence[OutlineNode]) -> None:
        """Show a plan's text; what was closed stays closed, the cursor stays on its part.

        Of a long plan the lines that are seen are made at once, the others soon after, or when they are asked for.
        """
        if tuple(nodes) == self._nodes:
            return
        here = self.current_node()
        closed = {_key(item) for item in self._made_items() if item.childCount() and not item.isExpanded()}
        self._closed = frozenset(closed | (self._closed if self._waiting else set()))
        self._nodes = tuple(nodes)
        self._slices.drop()
        self._waiting = list(reversed(self._nodes))
        self.blockSignals(True)
        self.clear()
        self._make(_AT_ONCE)
        if here is not None and here.part is not None and here.part.id is not None:
            self.show_part(here.part.id)
        self.blockSignals(False)
        if self._waiting:
            self._later.start()

    def _make(self, count: int) -> None:
        """The lines of the next nodes of the uppermost level."""
        first = self.topLevelItemCount()
        waiting = self._waiting
        nodes = [waiting.pop() for _ in range(min(count, len(waiting)))]
        self.addTopLevelItems([item for node in nodes for item in self._made(node)])
        for item in self._made_items(first):
            if item.childCount():
                item.setExpanded(_key(item) not in self._closed)

    def _making(self) -> Steps[None]:
        """A few lines at a time, while nobody waits for them."""
        while self._waiting:
            self._make(_AT_ONCE // 4)
            yield

    def current_node(self) -> OutlineNode | None:
        """The node at the cursor."""
        item = self.currentItem()
        return None if item is None else _node(item)

    def show_task(self, task: Task) -> None:
        """Put the cursor on the node of a task, without telling anybody."""
        self._show(self._found(lambda item: task.id in _ids(_node(item).tasks)))

    def show_part(self, part_id: PlanPartId) -> bool:
        """Put the cursor on a part, without telling anybody; False when it has no line."""
        found = self._found(lambda item: _part_id(item) == part_id)
        self._show(found)
        return found is not None

    def tasks_under(self, node: OutlineNode) -> frozenset[TaskId]:
        """The tasks of a node and of everything that stands under it."""
        return frozenset(_ids(node.tasks)).union(*(self.tasks_under(child) for child in node.children))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Lines of this tree may be let go here; a file goes on to the window."""
        super().dragEnterEvent(event)
        if self._carries_line(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Qt shows where the line would go."""
        super().dragMoveEvent(event)
        if self._carries_line(event):
            event.acceptProposedAction()

    def _carries_line(self, event: QDropEvent) -> bool:
        return self.editable and event.mimeData().hasFormat(_LINES) and event.source() in (None, self)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where the part was let go; whoever keeps the plan moves it and shows it anew."""
        target, here = self.itemAt(event.position().toPoint()), self.current_node()
        place = self._place_at(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if target is None or here is None or here.part is None or here.part.id is None or not self.editable:
            return
        onto = _part_id(target)
        if onto is not None and onto != here.part.id:
            self.dropped.emit(Drop(here.part.id, onto, place))

    def _place_at(self, at: QPoint) -> QAbstractItemView.DropIndicatorPosition:
        """Before, into or after the line at a point; Qt's own answer depends on where the mouse was a moment ago."""
        box = self.visualRect(self.indexAt(at))
        if at.y() < box.top() + box.height() // 4:
            return _Place.AboveItem
        return _Place.BelowItem if at.y() > box.bottom() - box.height() // 4 else _Place.OnItem

    def set_editable(self, editable: bool) -> None:
        """Let lines be typed into and dragged, or not."""
        self.editable = editable
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed if editable else trigger.NoEditTriggers)
        self.setDragEnabled(editable)

    def rename(self) -> None:
        """Open the line at the cursor for typing."""
        item = self.currentItem()
        if item is not None and self.editable:
            self.editItem(item)

    def _show(self, item: QTreeWidgetItem | None) -> None:
        blocked = self.blockSignals(True)
        if item is None:
            self.clearSelection()
        else:
            self.setCurrentItem(item)
            self.scrollToItem(item)
        self.blockSignals(blocked)

    def _made(self, node: OutlineNode) -> Iterator[QTreeWidgetItem]:
        if node.part is not None and node.part.role in _FOLDED and not node.tasks:
            for child in node.children:
                yield from self._made(child)
            return
        item = _item(node)
        item.addChildren([inner for child in node.children for inner in self._made(child)])
        yield item

    def _found(self, wanted: Callable[[QTreeWidgetItem], bool]) -> QTreeWidgetItem | None:
        """The first line that is wanted, among those that are there or still have to be made."""
        first = 0
        while True:
            found = next((item for item in self._made_items(first) if wanted(item)), None)
            if found is not None or not self._waiting:
                return found
            first = self.topLevelItemCount()
            self._make(len(self._waiting))

    def _items(self) -> list[QTreeWidgetItem]:
        """Every line."""
        self._make(len(self._waiting))
        return self._made_items()

    def _made_items(self, first: int = 0) -> list[QTreeWidgetItem]:
        """The lines that are there, from one of the uppermost level on."""
        found: list[QTreeWidgetItem] = []
        waiting = [self.topLevelItem(at) for at in range(first, self.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            if item is None:
                continue
            found.append(item)
            waiting = [item.child(at) for at in range(item.childCount())] + waiting
        return found

    def _on_current_changed(self, current: QTreeWidgetItem | None) -> None:
        if current is not None:
            self.node_chosen.emit(_node(current))


class _Renaming(QStyledItemDelegate):
    """Opens a line with its text alone; the number is not typed."""

    def __init__(self, tree: StructureTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A line to type in."""
        editor = QLineEdit(parent)
        editor.setAccessibleName("Nội dung của mục")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The text without the number."""
        if isinstance(editor, QLineEdit):
            editor.setText(text_of(index.data(NODE_ROLE)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: ARG002
        """Tell what was typed."""
        node: OutlineNode = index.data(NODE_ROLE)
        if isinstance(editor, QLineEdit):
            typed = squeeze(nfc(editor.text()))
            if typed and typed != text_of(node):
                self._tree._typed.emit(node, typed)


def text_of(node: OutlineNode) -> str:
    """What a node says, without its number: the task's own words where it is one task."""
    if len(node.tasks) == 1:
        return squeeze(node.tasks[0].text)
    return written(node.part) if node.part is not None else ""


def _node(item: QTreeWidgetItem) -> OutlineNode:
    node: OutlineNode = item.data(0, NODE_ROLE)
    return node


def _part_id(item: QTreeWidgetItem) -> PlanPartId | None:
    part = _node(item).part
    return None if part is None else part.id


def _key(item: QTreeWidgetItem) -> object:
    return _part_id(item) or item.text(0)


def _ids(tasks: Sequence[Task]) -> list[TaskId]:
    return [task.id for task in tasks if task.id is not None]


def _item(node: OutlineNode) -> QTreeWidgetItem:
    part, text = node.part, text_of(node)
    role = part.role if part is not None else Role.TASK
    label = (part.label if part is not None else node.tasks[0].label) or ""
    item = QTreeWidgetItem([f"{label} {text}".strip()])
    item.setData(0, NODE_ROLE, node)
    item.setToolTip(0, f"{labels.of(role)}\n{label} {text}")
    item.setFlags(_FLAGS)
    if role is Role.HEADING:
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
    elif role in _ICONS:
        item.setIcon(0, icons.icon(_ICONS[role]))
    else:
        tint_branch(item, Tone.MUTED)
    return item
