"""Recipients of a list while it is being stored: those known are tied, new ones are made, each only once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thidua_desktop.common.progress import current
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.list_doctor import DoctorRow, Sureness
from thidua_desktop.domain.lists import ListField, ListTarget
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.stages import Stage
from thidua_desktop.services.list_matching import line_of
from thidua_desktop.services.recipients import as_kept
from thidua_desktop.storage.work import Work

_STEP = 500
_MOST_SAID = 5_000
_FILLED = ("honorific", "gender", "birth", "id_number", "ethnic_group", "position", "unit_id", "address")


class ListRecipients:
    """Works inside a running operation."""

    def __init__(self, work: Work, target: ListTarget) -> None:
        self._work, self._target = work, target

    def tied(self, rows: Sequence[DoctorRow]) -> tuple[RecipientId | None, ...]:
        """Whose record each row belongs to; None where nobody is certain and none was made."""
        found, places, newcomers = self._newcomers(rows)
        made = self._work.recipients.add_many(newcomers)
        for at, place in places.items():
            found[at] = made[place]
        return tuple(found)

    def _newcomers(
        self, rows: Sequence[DoctorRow]
    ) -> tuple[list[RecipientId | None], dict[int, int], Sequence[Recipient]]:
        """Who is known for each row, the places of the others among the newcomers, and these.

        By what they were told apart is gone when they are kept: of a hundred thousand it takes forty megabytes.
        """
        found: list[RecipientId | None] = []
        new = _Newcomers()
        places: dict[int, int] = {}
        for at, row in enumerate(rows):
            if at % _STEP == 0:
                current().step(at, len(rows), Stage.KEEPING)
            found.append(known_recipient(row))
            if found[-1] is None and row.makes_new(self._target):
                places[at] = new.place(row)
        return found, places, new.recipients

    def complete(self, rows: Sequence[DoctorRow], whose: Sequence[RecipientId | None]) -> None:
        """Fill what was not known of recipients; what is known stays as it is."""
        known = self._work.recipients.living({who for who in whose if who is not None})
        for row, who in zip(rows, whose, strict=True):
            if who is None or who not in known:
                continue
            fuller = _completed(known[who], _recipient(row))
            if fuller != known[who]:
                known[who] = fuller
                self._work.recipients.save(fuller)


class _Newcomers:
    """The recipients that a list brings; rows that certainly mean the same one share it."""

    def __init__(self) -> None:
        self.recipients: list[Recipient] = []
        self._said: dict[tuple[object, ...], int] = {}
        """By all that a row says of its recipient: a list of many years says the same again and again."""
        self._places: dict[tuple[object, ...], int] = {}

    def place(self, row: DoctorRow) -> int:
        """The place of the row's recipient among the new ones."""
        said = _said(row)
        if (known := self._said.get(said)) is None:
            if len(self._said) >= _MOST_SAID:
                self._said.clear()
            known = self._said[said] = self._place(row)
        return known

    def _place(self, row: DoctorRow) -> int:
        recipient = _recipient(row)
        keys = tuple(_keys(row, recipient))
        for key in keys:
            place = self._places.get(key)
            if place is not None and _agree(self.recipients[place], recipient):
                self.recipients[place] = _completed(self.recipients[place], recipient)
                self._places.update((other, place) for other in keys if other not in self._places)
                return place
        self.recipients.append(recipient)
        place = len(self.recipients) - 1
        self._places.update((key, place) for key in keys if key not in self._places)
        return place


def _said(row: DoctorRow) -> tuple[object, ...]:
    """All that a row says of its recipient."""
    line = row.row
    of_people = (line.cell(ListField.ETHNIC_GROUP), line.cell(ListField.ADDRESS))
    who = (line.kind, line.name, line.honorific, line.gender, line.birth, line.id_number)
    return (*who, line.position, line.unit, row.unit and row.unit.unit_id, *of_people)


def _keys(row: DoctorRow, recipient: Recipient) -> Iterator[tuple[object, ...]]:
    """By what a row is certainly the same recipient as another of the list."""
    name = fold(recipient.name)
    if recipient.id_number:
        yield recipient.kind, name, recipient.id_number
    unit = recipient.unit_id or fold(squeeze(row.row.unit or ""))
    if recipient.kind is not RecipientKind.PERSON or recipient.birth:
        yield recipient.kind, squeeze(recipient.name).casefold(), recipient.birth, unit


def _agree(one: Recipient, other: Recipient) -> bool:
    """Whether nothing speaks against one recipient."""
    numbers = {one.id_number, other.id_number} - {None}
    genders = {one.gender, other.gender} - {None}
    return len(numbers) < 2 and len(genders) < 2


def known_recipient(row: DoctorRow) -> RecipientId | None:
    """Whose record a row belongs to for certain, or because the clerk says so."""
    certain = row.recipient.sure in (Sureness.CERTAIN, Sureness.CHOSEN)
    return row.recipient.recipient_id if certain else None


def _recipient(row: DoctorRow) -> Recipient:
    return as_kept(line_of(row.row, row.unit.unit_id if row.unit is not None else None).recipient())


def _completed(known: Recipient, read: Recipient) -> Recipient:
    """The recipient with what was open; a whole birth day is more than a year that agrees with it."""
    longer = read.birth if read.birth and known.birth and read.birth.startswith(known.birth) else None
    if longer in (None, known.birth) and not any(
        getattr(read, field) and not getattr(known, field) for field in _FILLED
    ):
        return known
    return replace(
        known,
        honorific=known.honorific or read.honorific,
        gender=known.gender or read.gender,
        birth=longer or known.birth or read.birth,
        id_number=known.id_number or read.id_number,
        ethnic_group=known.ethnic_group or read.ethnic_group,
        position=known.position or read.position,
        unit_id=known.unit_id or read.unit_id,
        address=known.address or read.address,
    )
