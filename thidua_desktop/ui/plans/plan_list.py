"""The plans of a year as cards: title, number, how far along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import PlanKind
from thidua_desktop.ui.common.cards import Card, CardList
from thidua_desktop.wording import formats, labels

if TYPE_CHECKING:
    from thidua_desktop.services.plans import PlanRow


def counts_of(row: PlanRow) -> str:
    """How many tasks of a plan are done and overdue, in words."""
    if not row.tasks:
        return "Chưa có nhiệm vụ"
    told = f"Hoàn thành {row.done}/{row.tasks}"
    return f"{told} · {row.overdue} quá hạn" if row.overdue else told


def number_of(row: PlanRow) -> str:
    """Kind, number and day of the plan's document."""
    kind = labels.of(row.plan.kind) if row.plan.kind not in (PlanKind.ANNUAL, PlanKind.OTHER) else ""
    number = f"Số {row.plan.number}" if row.plan.number else "Chưa có số"
    parts = (kind, number, formats.day(row.plan.issued_on))
    return " · ".join(part for part in parts if part)


class PlanList(CardList):
    """The list; its ``chosen`` gives a ``PlanId``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Các kế hoạch trong năm", parent)
        self._rows: dict[int, PlanRow] = {}

    def set_rows(self, rows: Sequence[PlanRow]) -> None:
        """Show plans; the chosen one stays chosen while it is there."""
        self._rows = {row.plan.id: row for row in rows if row.plan.id is not None}
        self.set_cards([_card(plan_id, row) for plan_id, row in self._rows.items()])

    def choose(self, plan_id: PlanId | None) -> None:
        """Choose a plan."""
        if plan_id is not None:
            self.choose_card(plan_id)

    def row(self) -> PlanRow | None:
        """The chosen plan."""
        chosen = self.chosen_id()
        return None if chosen is None else self._rows.get(chosen)

    def plan_id(self) -> PlanId | None:
        """The chosen plan's identifier."""
        row = self.row()
        return None if row is None else row.plan.id


def _card(plan_id: int, row: PlanRow) -> Card:
    progress = row.done / row.tasks if row.tasks else 0.0
    return Card(plan_id, row.plan.title, number_of(row), counts_of(row), progress, alarm=bool(row.overdue))
