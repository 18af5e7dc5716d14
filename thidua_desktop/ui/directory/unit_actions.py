"""What can be done with units: each action is one service call, and tells what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import SpellingId, UnitId
from thidua_desktop.domain.unit_events import UnitEvent
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.directory.event_dialogs import DissolveDialog, MoveDialog, RenameDialog
from thidua_desktop.ui.directory.frame import Frame
from thidua_desktop.ui.directory.merge_units_dialog import MergeUnitsDialog, SplitDialog

Then = Callable[[UnitId], None]


class UnitActions:
    """Every change goes to the store and is told to the whole window; Ctrl+Z takes it back."""

    def __init__(self, frame: Frame) -> None:
        self._units = frame.services.units
        self._change = frame.change

    def save(self, unit: Unit, then: Then) -> None:
        """Keep a unit; ``then`` hears the number of a new one."""
        told = f"Đã thêm “{unit.name}”." if unit.id is None else f"Đã lưu “{unit.name}”."
        self._run(partial(self._units.save, unit), told, then)

    def rename(self, unit_id: UnitId, dialog: RenameDialog, then: Then) -> None:
        """Give a unit another name from a day on."""
        day = dialog.day()
        assert day is not None
        work = partial(
            self._units.rename,
            unit_id,
            dialog.new_name(),
            day,
            short_name=dialog.new_short_name(),
            decision=dialog.decision(),
            note=dialog.note(),
        )
        self._run(work, f"Đã đổi tên thành “{dialog.new_name()}”.", then)

    def move(self, unit_id: UnitId, dialog: MoveDialog, then: Then) -> None:
        """Put a unit under another one from a day on."""
        day = dialog.day()
        assert day is not None
        work = partial(
            self._units.move,
            unit_id,
            dialog.new_parent(),
            day,
            decision=dialog.decision(),
            note=dialog.note(),
        )
        self._run(work, "Đã chuyển nơi trực thuộc.", then)

    def merge(self, dialog: MergeUnitsDialog, then: Then) -> None:
        """Make one unit of several."""
        day = dialog.day()
        assert day is not None
        into = dialog.into()
        going = [unit_id for unit_id in dialog.chosen() if unit_id != into]
        units = going if isinstance(into, Unit) else [*going, into]
        work = partial(
            self._units.merge,
            units,
            into,
            day,
            decision=dialog.decision(),
            note=dialog.note(),
        )
        self._run(work, f"Đã sáp nhập {len(units)} đơn vị.", then)

    def split(self, unit_id: UnitId, dialog: SplitDialog, then: Then) -> None:
        """Make several units of one."""
        day = dialog.day()
        assert day is not None
        work = partial(
            self._units.split,
            unit_id,
            dialog.parts(),
            day,
            children=dialog.places_chosen(),
            decision=dialog.decision(),
            note=dialog.note(),
        )
        self._run(work, f"Đã tách thành {len(dialog.parts())} đơn vị.", then)

    def dissolve(self, unit_id: UnitId, dialog: DissolveDialog) -> None:
        """End a unit."""
        day = dialog.day()
        assert day is not None
        work = partial(self._units.dissolve, unit_id, day, decision=dialog.decision(), note=dialog.note())
        self._run(work, "Đã ghi việc giải thể.")

    def correct(self, event: UnitEvent) -> None:
        """Keep another day, decision or note of an event."""
        self._run(partial(self._units.correct, event), "Đã sửa việc đã ghi.")

    def unify(self, wrong: UnitId, right: UnitId, tree: UnitTree, then: Then) -> None:
        """One unit was entered twice: keep the right one."""
        told = f"Đã gộp vào “{tree.name(right)}”. Cách viết “{tree.name(wrong)}” được nhớ từ nay."
        self._run(partial(self._units.unify, wrong, right), told, lambda _new: then(right))

    def learn(self, unit_id: UnitId, spelling: str) -> None:
        """Remember another way to write a unit's name."""
        self._run(partial(self._units.learn, unit_id, spelling), f"Từ nay “{spelling}” được hiểu là đơn vị này.")

    def forget(self, spelling_id: SpellingId) -> None:
        """Forget a way to write a unit's name."""
        self._run(partial(self._units.forget, spelling_id), "Đã quên cách viết đó.")

    def arrange(self, unit_ids: Sequence[UnitId]) -> None:
        """Keep the office's own order among sisters."""
        self._run(partial(self._units.arrange, list(unit_ids)), "")

    def delete(self, unit_id: UnitId, name: str) -> None:
        """Move a unit that nothing points to into the trash; the message offers to take it back."""
        back = Offer("Hoàn tác", lambda: self._run(partial(self._units.restore, unit_id), "Đã khôi phục đơn vị."))
        work = partial(self._units.delete, unit_id)
        self._run(work, f"Đã chuyển “{name}” vào thùng rác.", offers=(back,))

    def _run(
        self,
        work: Callable[[], Changes],
        text: str,
        then: Then | None = None,
        *,
        offers: tuple[Offer, ...] = (),
    ) -> None:
        def made(changes: Changes) -> None:
            if then is not None and changes.created:
                then(UnitId(changes.created[0]))

        self._change(work, text, made, offers=offers)
