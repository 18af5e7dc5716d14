"""Editing a plan's structure: add, rename, move, take in and out, delete, number anew. Each step is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain import plan_tree
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import PlanId, PlanPartId
from thidua_desktop.domain.plan_tree import OutlineNode
from thidua_desktop.domain.plans import BY_HAND, PlanPart, Role
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.plans.structure import Drop, StructureTree

if TYPE_CHECKING:
    from thidua_desktop.domain.plan_numbering import Reference
    from thidua_desktop.ui.plans.numbering_dialog import NumberingDialog


NEW_HEADING = "Mục mới"
Parts = tuple[PlanPart, ...]
_Place = QAbstractItemView.DropIndicatorPosition


class StructureEditor:
    """The deeds of a tree; they work on the part at its cursor."""

    def __init__(
        self,
        tree: StructureTree,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        feedback: Feedback,
    ) -> None:
        self._tree = tree
        self._services, self._runner = services, runner
        self._navigation, self._feedback = navigation, feedback
        self._plan_id: PlanId | None = None
        self._parts: Parts = ()
        self.dialog: NumberingDialog | None = None
        """The dialog opened last."""
        tree.renamed.connect(self.rename)
        tree.dropped.connect(self.drop)
        self._make_actions(tree)

    def set_plan(self, plan_id: PlanId | None, parts: Sequence[PlanPart]) -> None:
        """Edit another plan; ``parts`` are all its parts."""
        self._plan_id, self._parts = plan_id, plan_tree.body(parts)
        self.renumber_action.setEnabled(self._tree.editable and bool(self._parts))

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, or let it again."""
        self._tree.set_editable(not locked)
        for deed in self.actions():
            deed.setEnabled(not locked)

    def actions(self) -> tuple[QAction, ...]:
        """All deeds, for menus."""
        return (*self.placing, self.rename_action, self.delete_action, self.renumber_action)

    # deeds

    def add(self) -> None:
        """A new heading after the item at the cursor, on its level; at the end where there is none."""
        at = self._index()
        if at is None:
            self._insert(len(self._parts), 1)
        else:
            self._insert(plan_tree.span(self._parts, at).stop, max(1, plan_tree.depths(self._parts)[at]))

    def add_inside(self) -> None:
        """A new heading as the last one under the item at the cursor."""
        at = self._index()
        if at is not None:
            self._insert(plan_tree.span(self._parts, at).stop, plan_tree.depths(self._parts)[at] + 1)

    def rename(self, node: OutlineNode, text: str) -> None:
        """Give a node other words; of a task its text."""
        if len(node.tasks) == 1:
            task = replace(node.tasks[0], text=text)
            self._runner.run(partial(self._services.tasks.save, task), self._navigation.changes_made.emit)
            return
        at = self._place_of(node.part)
        if at is not None:
            part = self._parts[at]
            numbered = bool(part.label) and part.text.startswith(part.label or "")
            self._keep(plan_tree.retitled(self._parts, at, f"{part.label} {text}" if numbered else text))

    def move(self, step: int) -> None:
        """The item at the cursor with all under it above the one before it, or below the one after it."""
        at = self._index()
        if at is None:
            return
        siblings = self._siblings(at)
        here = siblings.index(at)
        if not 0 <= here + step < len(siblings):
            return
        other = siblings[here + step]
        to = other if step < 0 else plan_tree.span(self._parts, other).stop
        self._try(lambda: plan_tree.moved(self._parts, at, to))

    def shift(self, step: int) -> None:
        """The item at the cursor one level in (1) or out (-1)."""
        at = self._index()
        if at is not None:
            change = plan_tree.deeper if step > 0 else plan_tree.higher
            self._try(lambda: change(self._parts, at))

    def delete(self) -> None:
        """The item at the cursor with all under it, after asking; its tasks stay in the plan."""
        node, at = self._tree.current_node(), self._index()
        if node is None or at is None:
            return
        count = len(plan_tree.span(self._parts, at))
        inner = f" cùng {count - 1} đoạn bên trong" if count > 1 else ""
        tasks = len(self._tree.tasks_under(node))
        kept = f"{tasks} nhiệm vụ của mục vẫn còn trong danh sách nhiệm vụ. " if tasks else ""
        self._feedback.confirm(
            f"Xóa mục “{self._parts[at].text}”{inner} khỏi văn bản?",
            detail=f"{kept}Có thể hoàn tác ngay sau đó (Ctrl+Z).",
            yes="Xóa mục",
            then=lambda: self._try(lambda: plan_tree.deleted(self._parts, at)),
        )

    def renumber(self) -> None:
        """Show what numbering anew would change, and the references to old numbers; then do it."""
        from thidua_desktop.domain import plan_numbering
        from thidua_desktop.ui.plans.numbering_dialog import NumberingDialog

        proposed = plan_numbering.renumbered(self._parts)
        if not proposed.changes:
            self._feedback.say("Các mục đã được đánh số liền nhau.", tone=theme.Tone.INFO)
            return
        dialog = NumberingDialog(proposed, self._tree.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._save(proposed.parts, proposed.references))
        self.dialog = dialog
        dialog.open()

    def drop(self, dropped: Drop) -> None:
        """A part let go before, after or inside another one."""
        at, target = self._index_of(dropped.part), self._index_of(dropped.target)
        if at is None or target is None:
            return
        depth = plan_tree.depths(self._parts)[target] + (dropped.place is _Place.OnItem)
        to = target if dropped.place is _Place.AboveItem else plan_tree.span(self._parts, target).stop
        self._try(lambda: self._at_depth(plan_tree.moved(self._parts, at, to), dropped.part, depth))

    # making

    def _make_actions(self, owner: QWidget) -> None:
        self.add_action = action(owner, "Thêm mục", "add", "Ins", self.add)
        self.add_inside_action = action(owner, "Thêm mục con", "down", "Shift+Ins", self.add_inside)
        # Word's own keys for an outline.
        self.up_action = action(owner, "Chuyển mục lên", "up", "Alt+Shift+Up", partial(self.move, -1))
        self.down_action = action(owner, "Chuyển mục xuống", "down", "Alt+Shift+Down", partial(self.move, 1))
        self.out_action = action(owner, "Đưa mục ra một cấp", "left", "Alt+Shift+Left", partial(self.shift, -1))
        self.in_action = action(owner, "Đưa mục vào một cấp", "right", "Alt+Shift+Right", partial(self.shift, 1))
        self.rename_action = action(owner, "Sửa tên mục", "edit", "", self._tree.rename)
        self.rename_action.setToolTip("Sửa tên mục (F2)")
        self.delete_action = action(owner, "Xóa mục…", "trash", "Del", self.delete)
        self.renumber_action = action(owner, "Đánh số lại các mục…", "list", "Ctrl+Alt+N", self.renumber)
        self.placing = (
            self.add_action,
            self.add_inside_action,
            self.up_action,
            self.down_action,
            self.out_action,
            self.in_action,
        )

    # keeping

    def _insert(self, at: int, depth: int) -> None:
        label = plan_tree.label_at(self._parts, at, depth)
        new = PlanPart(Role.HEADING, NEW_HEADING, BY_HAND, level=depth, label=label)
        self._try(lambda: plan_tree.added(self._parts, at, new), rename=True)

    def _try(self, change: Callable[[], Parts], *, rename: bool = False) -> None:
        """Change the parts; where the numbers ran on before, they run on afterwards."""
        from thidua_desktop.domain import plan_numbering

        try:
            parts = change()
        except AppError as trouble:
            self._feedback.trouble(trouble)
            return
        in_order = not plan_numbering.renumbered(self._parts).changes
        if in_order:
            parts = plan_numbering.renumbered(parts, before=self._parts).parts
        self._save(parts, plan_numbering.references(self._parts, parts), rename=rename)

    def _keep(self, parts: Parts) -> None:
        self._save(parts, ())

    def _save(self, parts: Parts, references: Sequence[Reference], *, rename: bool = False) -> None:
        if self._plan_id is None or parts == self._parts:
            return
        work = partial(self._services.plans.save_parts, self._plan_id, parts)
        self._runner.run(work, partial(self._on_saved, parts, references, rename))

    def _on_saved(self, parts: Parts, references: Sequence[Reference], rename: bool, changes: Changes) -> None:
        known = {part.id for part in parts}
        self._navigation.changes_made.emit(changes)
        made = next((part.id for part in self._parts if part.id is not None and part.id not in known), None)
        if rename and made is not None and self._tree.show_part(made):
            self._tree.setFocus()
            self._tree.rename()
        if references:
            told = f"{len(references)} chỗ trong văn bản còn nhắc số cũ của mục; hãy xem lại."
            see = Offer("Xem các chỗ ấy", partial(self._show_references, parts, references))
            self._feedback.say(told, tone=theme.Tone.WARNING, offers=(see,))

    def _show_references(self, parts: Parts, references: Sequence[Reference]) -> None:
        from thidua_desktop.domain import plan_numbering
        from thidua_desktop.ui.plans.numbering_dialog import NumberingDialog

        shown = plan_numbering.Renumbering(parts, (), tuple(references))
        dialog = NumberingDialog(shown, self._tree.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    # places

    def _index(self) -> int | None:
        node = self._tree.current_node()
        return None if node is None else self._place_of(node.part)

    def _place_of(self, part: PlanPart | None) -> int | None:
        return None if part is None else self._index_of(part.id)

    def _index_of(self, part_id: PlanPartId | None) -> int | None:
        return next((at for at, part in enumerate(self._parts) if part.id == part_id and part_id is not None), None)

    def _siblings(self, at: int) -> list[int]:
        above, deep = plan_tree.headings(self._parts), plan_tree.depths(self._parts)
        return [other for other in range(len(self._parts)) if above[other] == above[at] and deep[other] == deep[at]]

    @staticmethod
    def _at_depth(parts: Parts, part_id: PlanPartId, depth: int) -> Parts:
        """The parts with one of them on a level, as far as it can go there."""
        at = next(at for at, part in enumerate(parts) if part.id == part_id)
        while (here := plan_tree.depths(parts)[at]) and here != depth:
            try:
                shifted = plan_tree.deeper(parts, at) if here < depth else plan_tree.higher(parts, at)
            except plan_tree.PartMoveImpossible:
                break
            if plan_tree.depths(shifted)[at] == here:
                break
            parts = shifted
        return parts
