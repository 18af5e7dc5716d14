"""Who registered by name: a row each, below the table of counts."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.ids import RegistrationId
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.columns import CENTER, Column
from thidua_desktop.wording import formats, labels


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A registration by name, with the words that it is shown by."""

    id: RegistrationId
    name: str
    unit: str
    kind: RecipientKind
    award: Award
    day: str
    note: str


def named_rows(services: Services, year: int) -> tuple[NamedRow, ...]:
    """Those of a year, by name."""
    registered = [one for one in services.registrations.of_year(year) if one.recipient_id is not None]
    if not registered:
        return ()
    tree = services.units.tree()
    names = {row.recipient.id: row.recipient.name for row in services.recipients.rows()}
    made = [
        NamedRow(
            one.id or RegistrationId(0),
            names.get(one.recipient_id, ""),
            tree.name(one.unit_id),
            one.kind,
            services.awards.get(one.award_id),
            formats.day(one.day),
            one.note,
        )
        for one in registered
    ]
    return tuple(sorted(made, key=lambda row: name_key(row.name, row.kind)))


COLUMNS: tuple[Column[NamedRow], ...] = (
    Column[NamedRow](
        "name",
        "Đăng ký đích danh",
        lambda row: row.name,
        240,
        stretch=True,
        wrap=True,
        sort_key=lambda row: name_key(row.name, row.kind),
    ),
    Column[NamedRow]("unit", "Đơn vị", lambda row: row.unit, 240, wrap=True, by_choice=True),
    Column[NamedRow]("kind", "Đối tượng", lambda row: labels.of(row.kind), 110, by_choice=True),
    Column[NamedRow]("award", "Danh hiệu, hình thức", lambda row: row.award.usual, 240, wrap=True, by_choice=True),
    Column[NamedRow]("day", "Ngày đăng ký", lambda row: row.day, 110, align=CENTER),
    Column[NamedRow]("note", "Ghi chú", lambda row: row.note, 160, wrap=True, hidden=True),
)
