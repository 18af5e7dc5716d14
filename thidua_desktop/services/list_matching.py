"""What the office knows beside a list: its units, its recipients, the lines and records that are there already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.ids import RecipientId, RoundId, UnitId
from thidua_desktop.domain.list_doctor import NOBODY, RowRecipient, RowUnit, Sureness
from thidua_desktop.domain.lists import ListField, ListRow
from thidua_desktop.domain.recipient_matching import Certainty, RecipientIndex, RecipientLine
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.services.recipient_index import unit_places
from thidua_desktop.storage.work import Work

Register = Callable[[RecipientId], tuple[RegisterEntry, ...]]


class Known:
    """A picture of the store while a list lies before the clerk; taken once, asked for every row."""

    def __init__(
        self, work: Work, *, day: date, round_id: RoundId | None, awards: Mapping[str, str], register: Register
    ) -> None:
        self._day = day
        self._awards = awards
        self._register = register
        self._tree = work.units.tree()
        self._units: dict[str, RowUnit] = {}
        everybody = work.recipients.all()
        self._index = RecipientIndex(everybody, unit_places(self._tree, day))
        self._by_number = _alone((each.id_number, each) for each in everybody)
        self._holders = {each.id_number: each.name for each in everybody if each.id_number}
        self._matched: dict[tuple[object, ...], RowRecipient] = {}
        """By all that rows say: a list of many years names the same people again and again."""
        self._anybody = bool(everybody)
        self._records: dict[RecipientId, frozenset[tuple[str, int]]] = {}
        lines = work.nominations.of_round(round_id) if round_id is not None else ()
        self._lines = frozenset((line.kind, fold(line.name), fold(line.unit or ""), line.award_id) for line in lines)

    @property
    def tree(self) -> UnitTree:
        """The units of the office."""
        return self._tree

    def unit(self, text: str) -> RowUnit:
        """The unit that a text means today."""
        key = squeeze(text)
        if key not in self._units:
            found = self._tree.find(key, self._day)
            proposals = tuple((each.unit_id, self._tree.name(each.unit_id)) for each in found.proposals)
            if found.unit_id is not None:
                name = self._tree.name(found.unit_id)
                self._units[key] = RowUnit(Sureness.CERTAIN, found.unit_id, name, proposals)
            else:
                self._units[key] = RowUnit(Sureness.PROBABLE if proposals else Sureness.NEW, proposals=proposals)
        return self._units[key]

    def unit_name(self, unit_id: UnitId) -> str:
        """What a unit is called."""
        return self._tree.name(unit_id)

    def award_name(self, award_id: str | None) -> str | None:
        """What an entry of the catalogue is called."""
        return self._awards.get(award_id) if award_id is not None else None

    def recipient(self, row: ListRow, unit_id: UnitId | None) -> RowRecipient:
        """Whose record a row belongs to."""
        if not self._anybody:
            return NOBODY
        who = (row.kind, row.name, row.honorific, row.gender, row.birth, row.id_number)
        said = (*who, row.position, row.unit, unit_id, row.cell(ListField.ETHNIC_GROUP), row.cell(ListField.ADDRESS))
        if (known := self._matched.get(said)) is None:
            known = self._matched[said] = self._found(row, unit_id)
        return known

    def _found(self, row: ListRow, unit_id: UnitId | None) -> RowRecipient:
        same = self._by_number.get(row.id_number) if row.id_number else None
        if same is not None and _same_holder(same, row):
            return RowRecipient(Sureness.CERTAIN, same.id)
        found = self._index.match(line_of(row, unit_id))
        others = tuple(candidate.recipient_id for candidate in found.candidates)
        if found.certainty is Certainty.CERTAIN:
            return RowRecipient(Sureness.CERTAIN, found.recipient_id, others)
        if others:
            return RowRecipient(Sureness.PROBABLE, others[0], others)
        return NOBODY

    def holder(self, number: str) -> str | None:
        """Who has an identity number already; of several, one."""
        return self._holders.get(number)

    def in_round(self, row: ListRow) -> bool:
        """Whether the round has the same line already."""
        if not self._lines:
            return False
        return (row.kind, fold(row.name), fold(row.unit or ""), row.award_id) in self._lines

    def has_record(self, recipient_id: RecipientId, award_id: str | None, year: int | None) -> bool:
        """Whether the register has the award of that year already."""
        if recipient_id not in self._records:
            entries = self._register(recipient_id)
            self._records[recipient_id] = frozenset((entry.award_id, entry.year) for entry in entries)
        return (award_id, year) in self._records[recipient_id]


def _alone(recipients: Iterable[tuple[str | None, Recipient]]) -> Mapping[str, Recipient]:
    """The recipients by their number, without those whose number two of them have."""
    found: dict[str, Recipient] = {}
    twice: set[str] = set()
    for number, each in recipients:
        if number and found.setdefault(number, each) is not each:
            twice.add(number)
    return {number: each for number, each in found.items() if number not in twice}


def _same_holder(known: Recipient, row: ListRow) -> bool:
    """Whether name and birth are written as they are known: most rows need no comparison with everybody."""
    same_name = squeeze(known.name).casefold() == squeeze(row.name).casefold()
    return same_name and known.kind is row.kind and (known.birth or "")[:4] == (row.birth or "")[:4]


def line_of(row: ListRow, unit_id: UnitId | None) -> RecipientLine:
    """What a row says of its recipient."""
    return RecipientLine(
        kind=row.kind,
        name=row.name,
        id_number=row.id_number,
        birth=row.birth,
        gender=row.gender,
        honorific=row.honorific,
        position=row.position,
        unit=row.unit,
        unit_id=unit_id,
        ethnic_group=squeeze(row.cell(ListField.ETHNIC_GROUP)) or None,
        address=squeeze(row.cell(ListField.ADDRESS)) or None,
    )
