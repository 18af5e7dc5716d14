"""Opens the dialogs of units and hands what they say to the actions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.unit_events import UnitEvent
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.directory.event_dialogs import CorrectDialog, DissolveDialog, MoveDialog, RenameDialog
from thidua_desktop.ui.directory.merge_units_dialog import MergeUnitsDialog, SplitDialog
from thidua_desktop.ui.directory.unify_dialog import UnifyDialog
from thidua_desktop.ui.directory.unit_actions import UnitActions
from thidua_desktop.ui.directory.unit_form import UnitDialog
from thidua_desktop.ui.directory.unit_names import UnitNames


class UnitDialogs:
    """One dialog at a time; ``then`` hears the unit to show afterwards."""

    def __init__(
        self,
        owner: QWidget,
        deeds: UnitActions,
        today: Callable[[], date],
        then: Callable[[UnitId], None],
    ) -> None:
        self._owner, self._deeds, self._today, self._then = owner, deeds, today, then
        self.dialog: Form | None = None
        """The dialog opened last."""

    def add(self, tree: UnitTree, day: date, parent: UnitId | None) -> None:
        """Ask for a new unit; ``parent`` is proposed as the one above it."""
        dialog = UnitDialog(Unit("", parent_id=parent), UnitNames(tree, day), self._today(), self._owner.window())
        self._open(dialog, lambda: self._deeds.save(dialog.unit(), self._then))

    def edit(self, tree: UnitTree, day: date, unit_id: UnitId) -> None:
        """Ask for corrections to a unit."""
        names = UnitNames(tree, day, without=tree.below(unit_id, day))
        dialog = UnitDialog(tree.unit(unit_id), names, self._today(), self._owner.window())
        self._open(dialog, lambda: self._deeds.save(dialog.unit(), self._then))

    def rename(self, tree: UnitTree, unit_id: UnitId) -> None:
        """Ask for another name and the day from which it holds."""
        dialog = RenameDialog(tree.unit(unit_id), today=self._today(), parent=self._owner.window())
        self._open(dialog, lambda: self._deeds.rename(unit_id, dialog, self._then))

    def move(self, tree: UnitTree, day: date, unit_id: UnitId, wanted: UnitId | None) -> None:
        """Ask for another parent and the day from which it holds."""
        names = UnitNames(tree, day, without=tree.below(unit_id, day))
        dialog = MoveDialog(tree.unit(unit_id), names, wanted, today=self._today(), parent=self._owner.window())
        self._open(dialog, lambda: self._deeds.move(unit_id, dialog, self._then))

    def merge(self, tree: UnitTree, day: date, chosen: tuple[UnitId, ...]) -> None:
        """Ask what several units become."""
        units = [tree.unit(unit_id) for unit_id in chosen]
        dialog = MergeUnitsDialog(units, UnitNames(tree, day), today=self._today(), parent=self._owner.window())
        self._open(dialog, lambda: self._deeds.merge(dialog, self._then))

    def split(self, tree: UnitTree, day: date, unit_id: UnitId) -> None:
        """Ask which units one becomes."""
        children = [node.unit for node in tree.rows_on(day) if _parent(tree, node.unit, day) == unit_id]
        dialog = SplitDialog(tree.unit(unit_id), children, today=self._today(), parent=self._owner.window())
        self._open(dialog, lambda: self._deeds.split(unit_id, dialog, self._then))

    def dissolve(self, tree: UnitTree, unit_id: UnitId) -> None:
        """Ask from which day a unit is no more."""
        dialog = DissolveDialog(tree.unit(unit_id), today=self._today(), parent=self._owner.window())
        self._open(dialog, lambda: self._deeds.dissolve(unit_id, dialog))

    def correct(self, tree: UnitTree, event: UnitEvent) -> None:
        """Ask for another day, decision or note of an event."""
        dialog = CorrectDialog(event, tree, today=self._today(), parent=self._owner.window())
        self._open(dialog, lambda: self._deeds.correct(dialog.event_kept()))

    def unify(self, tree: UnitTree, day: date, unit_id: UnitId) -> None:
        """Ask which unit one is that was entered twice."""
        names = UnitNames(tree, day, without=(unit_id,))
        dialog = UnifyDialog(tree.unit(unit_id), names, self._owner.window())
        self._open(dialog, lambda: self._deeds.unify(unit_id, dialog.right(), tree, self._then))

    def _open(self, dialog: Form, done: Callable[[], None]) -> None:
        dialog.accepted.connect(done)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()


def _parent(tree: UnitTree, unit: Unit, day: date) -> UnitId | None:
    return None if unit.id is None else tree.parent_on(unit.id, day)
