"""The rounds of a year as cards: name, occasion, closing day, how many nominations."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.ids import RoundId
from thidua_desktop.services.nominations import RoundRow
from thidua_desktop.ui.common.cards import Card, CardList
from thidua_desktop.wording import formats, labels


def time_of(row: RoundRow) -> str:
    """The occasion and the days between which nominations are taken."""
    opens, closes = formats.day(row.round.opens), formats.day(row.round.closes)
    days = f"{opens} – {closes}" if opens and closes else f"từ {opens}" if opens else f"đến {closes}" if closes else ""
    return " · ".join(part for part in (labels.of(row.round.occasion), days) if part)


def counts_of(row: RoundRow) -> str:
    """How many nominations a round has, by kind; the parts add up."""
    if not row.nominations:
        return "Chưa có đề nghị"
    parts = ((row.collectives, "tập thể"), (row.persons, "cá nhân"), (row.households, "hộ gia đình"))
    return " · ".join(f"{number} {name}" for number, name in parts if number)


class RoundList(CardList):
    """The list; its ``chosen`` gives a ``RoundId``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Các đợt xét trong năm", parent)
        self._rows: dict[int, RoundRow] = {}

    def set_rows(self, rows: Sequence[RoundRow]) -> None:
        """Show rounds; the chosen one stays chosen while it is there."""
        self._rows = {row.round.id: row for row in rows if row.round.id is not None}
        self.set_cards(
            [Card(round_id, row.round.name, time_of(row), counts_of(row)) for round_id, row in self._rows.items()]
        )

    def rows(self) -> tuple[RoundRow, ...]:
        """The rounds shown."""
        return tuple(self._rows.values())

    def choose(self, round_id: RoundId | None) -> bool:
        """Choose a round; False when it is not there."""
        return round_id is not None and self.choose_card(round_id)

    def row(self) -> RoundRow | None:
        """The chosen round."""
        chosen = self.chosen_id()
        return None if chosen is None else self._rows.get(chosen)

    def round_id(self) -> RoundId | None:
        """The chosen round's identifier."""
        row = self.row()
        return None if row is None else row.round.id
