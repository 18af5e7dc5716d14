"""The text of a plan, block by block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import PlanId, PlanPartId
from thidua_desktop.domain.plans import PlanPart, Role
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository
from thidua_desktop.storage.rows import Row


class PartRepository(Repository):
    """Table ``plan_parts``; parts come and go with their plan."""

    table = "plan_parts"
    kind = Kind.PLAN

    def of_plan(self, plan_id: PlanId) -> tuple[PlanPart, ...]:
        """The parts of a plan in reading order."""
        return tuple(_part(row) for row in self._where("plan_id = ?", (plan_id,), order="position, id"))

    def get(self, part_id: PlanPartId) -> tuple[PlanId, PlanPart]:
        """A part, with the plan that it belongs to.

        Raises:
            RecordMissing: no such part.
        """
        row = self._one(part_id)
        return PlanId(row["plan_id"]), _part(row)

    def add(self, plan_id: PlanId, parts: Iterable[PlanPart]) -> tuple[PlanPartId, ...]:
        """Keep the parts of a new plan in the order given; gives their ids."""
        return tuple(
            PlanPartId(self._insert({"plan_id": plan_id, "position": position, **_row(part)}))
            for position, part in enumerate(parts, start=1)
        )

    def save_all(self, plan_id: PlanId, parts: Iterable[PlanPart]) -> tuple[PlanPart, ...]:
        """Keep the parts as the whole text of a plan, in the order given; those that are missing are removed.

        Gives the parts with the ids of the new ones.

        Raises:
            RecordMissing: a part with an id is not one of the plan's.
        """
        kept = tuple(self._kept(plan_id, part, position) for position, part in enumerate(parts, start=1))
        ids = {part.id for part in kept}
        for old in self.of_plan(plan_id):
            if old.id is not None and old.id not in ids:
                self._remove(old.id)
        return kept

    def _kept(self, plan_id: PlanId, part: PlanPart, position: int) -> PlanPart:
        row = {"plan_id": plan_id, "position": position, **_row(part)}
        if part.id is None:
            return replace(part, id=PlanPartId(self._insert(row)))
        self._update(part.id, row, f"plan_id = {int(plan_id)}")
        return part

    def change_role(self, part_id: PlanPartId, role: Role) -> None:
        """Let a part play another role in its plan."""
        self._update(part_id, {"role": role.value})


def _row(part: PlanPart) -> Row:
    return {
        "role": part.role.value,
        "text": rows.text(part.text),
        "source": rows.source_text(part.source),
        "level": part.level,
        "label": rows.optional(part.label),
        "lead": rows.array(part.lead),
        "coordinate": rows.array(part.coordinate),
    }


@rows.reading
def _part(row: Row) -> PlanPart:
    return PlanPart(
        role=Role(row["role"]),
        text=row["text"],
        source=rows.source(row["source"]),
        level=row["level"],
        label=row["label"],
        id=PlanPartId(row["id"]),
        lead=rows.texts(row["lead"]),
        coordinate=rows.texts(row["coordinate"]),
    )
