"""Recipients of a list while it is being stored: those known are tied, new ones are made, each only once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.common.progress import current
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.list_doctor import DoctorRow, Sureness
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.domain.recipient_matching import Certainty, RecipientIndex
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.stages import Stage
from thidua_desktop.services.list_matching import line_of
from thidua_desktop.storage.work import Work

_STEP = 200


class ListRecipients:
    """Works inside a running operation."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._new = RecipientIndex()

    def tied(
        self, rows: Sequence[DoctorRow], *, create: bool, target: ListTarget = ListTarget.NOMINATIONS
    ) -> tuple[RecipientId | None, ...]:
        """Whose record each row belongs to; None where nobody is certain and none was made."""
        found: list[RecipientId | None] = []
        for done, row in enumerate(rows):
            if done % _STEP == 0:
                current().step(done, len(rows), Stage.KEEPING)
            found.append(self._whose(row, create=create, doubtful=target is not ListTarget.NOMINATIONS))
        return tuple(found)

    def complete(self, rows: Sequence[DoctorRow], whose: Sequence[RecipientId | None]) -> None:
        """Fill what was not known of recipients; what is known stays as it is."""
        wanted = [who for who in whose if who is not None]
        known = self._work.recipients.living(wanted)
        for row, who in zip(rows, whose, strict=True):
            if who is None or who not in known:
                continue
            fuller = _completed(known[who], _recipient(row))
            if fuller != known[who]:
                known[who] = fuller
                self._work.recipients.save(fuller)

    def _whose(self, row: DoctorRow, *, create: bool, doubtful: bool) -> RecipientId | None:
        match row.recipient.sure:
            case Sureness.CERTAIN:
                return row.recipient.recipient_id
            case Sureness.CHOSEN if row.recipient.recipient_id is not None:
                return row.recipient.recipient_id
            case Sureness.PROBABLE if not doubtful:
                return None  # the clerk decides later, beside the line
        return self._made(row) if create else None

    def _made(self, row: DoctorRow) -> RecipientId:
        recipient = _recipient(row)
        same = self._new.match(line_of(row.row, recipient.unit_id))
        if same.certainty is Certainty.CERTAIN and same.recipient_id is not None:
            return same.recipient_id
        made = self._work.recipients.save(recipient)
        self._new.add(replace(recipient, id=made))
        return made


def _recipient(row: DoctorRow) -> Recipient:
    return line_of(row.row, row.unit.unit_id if row.unit is not None else None).recipient()


def _completed(known: Recipient, read: Recipient) -> Recipient:
    """The recipient with what was open; a whole birth day is more than a year that agrees with it."""
    longer = read.birth if read.birth and known.birth and read.birth.startswith(known.birth) else None
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
