"""The workbook that units fill in, so that their lists come back in one layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RoundId, UnitId
from thidua_desktop.domain.lists import ListField, ListTarget
from thidua_desktop.domain.nomination_lists import KIND_ORDER
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.outgoing import outgoing
from thidua_desktop.services.recipients import RecipientService
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import labels

_F = ListField
_MOST_UNITS = 2_000


class ListTemplateService:
    """Writes templates with the awards of the day, the units and the kinds of recipients to choose."""

    def __init__(
        self, store: Store, awards: AwardService, recipients: RecipientService, today: Callable[[], date]
    ) -> None:
        self._store = store
        self._awards = awards
        self._recipients = recipients
        self._today = today

    def write(
        self, out: Path, target: ListTarget, *, round_id: RoundId | None = None, unit_id: UnitId | None = None
    ) -> Path:
        """Write a template; a failure leaves a former file as it was.

        Args:
            out: the workbook.
            target: what the list is for.
            round_id: the round that its heading names, and that it is known to belong to when it comes back.
            unit_id: whose template it is: only this unit and those below it can be chosen.

        Raises:
            RecordMissing: no such round.
            NoRoomForFile, FileRefused, PlaceUnreachable: nothing has been written.
        """
        from thidua_desktop.reports.excel.lists import template

        with self._store.read() as work:
            round_ = work.rounds.get(round_id) if round_id is not None else None
            tree = work.units.tree()
        rows = tree.rows_on(self._today())
        wanted = tree.below(unit_id, self._today()) if unit_id is not None else None
        units = [node.unit.name for node in rows if wanted is None or node.unit.id in wanted]
        marks = {"round": round_id, "unit": unit_id}
        made = template.Template(
            target=target,
            choices=self._choices(target, units),
            unit=tree.name(unit_id).upper(),
            round=round_.name if round_ is not None else "",
            marks={name: str(value) for name, value in marks.items() if value is not None},
        )
        with outgoing(out) as scratch:
            template.write(made, scratch)
        return out

    def _choices(self, target: ListTarget, units: Sequence[str]) -> Mapping[ListField, Sequence[str]]:
        return {
            _F.KIND: [labels.of(kind) for kind in KIND_ORDER],
            _F.GENDER: ["Nam", "Nữ"],
            _F.ETHNIC_GROUP: [group.name for group in self._recipients.ethnic_groups()],
            _F.UNIT: list(dict.fromkeys(units))[:_MOST_UNITS],
            _F.AWARD: self._award_names(target),
            _F.OCCASION: [labels.of(occasion) for occasion in Occasion],
        }

    def _award_names(self, target: ListTarget) -> list[str]:
        """Names by kind of recipient, lowest first; of former awards those that the law has abolished too."""
        if target is ListTarget.AWARD_HISTORY:
            return list(dict.fromkeys(award.name for award in self._awards.catalogue()))
        found = (self._awards.available(self._today(), kind) for kind in (*KIND_ORDER, RecipientKind.PERSON))
        return list(dict.fromkeys(award.name for awards in found for award in awards))
