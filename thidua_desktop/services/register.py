"""The register of awards (sổ khen thưởng)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import AwardRecordId, RecipientId, UnitId
from thidua_desktop.domain.register import RecordState, RecordYearImpossible, RegisterEntry
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.repositories.award_records import RecordQuery
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = [
    "RecipientInTrash",
    "RecordNameMissing",
    "RecordState",
    "RecordYearImpossible",
    "RegisterEntry",
    "RegisterService",
]

_RECORD = frozenset({Kind.AWARD_RECORD})


class RecordNameMissing(AppError):
    """An entry without the recipient's name as the decision has it cannot be kept."""

    code = "award_record.name_missing"


class RecipientInTrash(AppError):
    """An entry cannot leave the trash before its recipient."""

    code = "award_record.recipient_in_trash"


class RegisterService:
    """Every award that was ever given."""

    def __init__(self, store: Store, awards: AwardService, today: Callable[[], date]) -> None:
        self._store = store
        self._awards = awards
        self._today = today

    def get(self, record_id: AwardRecordId) -> RegisterEntry:
        """One entry.

        Raises:
            RecordMissing: no such entry, or in the trash.
        """
        with self._store.read() as work:
            return work.award_records.get(record_id)

    def of_recipient(self, recipient_id: RecipientId) -> tuple[RegisterEntry, ...]:
        """The awards of a recipient, the latest first."""
        with self._store.read() as work:
            return work.award_records.of_recipient(recipient_id)

    def of_unit(self, unit_id: UnitId, *, limit: int = 500) -> tuple[RegisterEntry, ...]:
        """The awards of a unit and of all that it had been, the latest first; each keeps the name of its day."""
        with self._store.read() as work:
            units = work.units.tree().lineage(unit_id)
            return work.award_records.found(RecordQuery(units=units, limit=limit))

    def search(
        self,
        text: str = "",
        *,
        award_id: str | None = None,
        year: int | None = None,
        unit_id: UnitId | None = None,
        limit: int = 500,
    ) -> tuple[RegisterEntry, ...]:
        """Entries of the register, the latest first; everything given has to hold.

        Args:
            text: words of the recipient's name, marks apart, or a part of the decision's number.
            award_id: an entry of the catalogue.
            year: the year commended.
            unit_id: a unit with all that it had been, and the units below it today.
            limit: how many at most.
        """
        with self._store.read() as work:
            units = None
            if unit_id is not None:
                tree = work.units.tree()
                below = tree.below(unit_id, self._today())
                units = frozenset(each for one in below for each in tree.lineage(one))
            return work.award_records.found(RecordQuery(text, award_id, year, units, limit))

    def save(self, entry: RegisterEntry) -> Changes:
        """Keep an entry, a new one when it has no id.

        Raises:
            RecordNameMissing, RecordYearImpossible, AwardUnknown: it cannot be kept so.
            RecordMissing: its recipient, or the entry itself, is not there any more.
        """
        checked = self.checked(entry)
        with self._store.write("award_record.save", name=brief(checked.name)) as work:
            work.recipients.get(checked.recipient_id)
            record_id = work.award_records.save(checked)
        return Changes("award_record.save", _RECORD, (record_id,) if entry.id is None else ())

    def save_many(self, entries: Sequence[RegisterEntry]) -> Changes:
        """Keep changed entries as one operation: all or none.

        Raises:
            RecordNameMissing, RecordYearImpossible, AwardUnknown, RecordMissing: for the first that cannot be kept.
        """
        checked = [self.checked(entry) for entry in entries]
        with self._store.write("award_record.save_many", count=len(checked)) as work:
            for entry in checked:
                work.recipients.get(entry.recipient_id)
                work.award_records.save(entry)
        return Changes("award_record.save_many", _RECORD)

    def add_many(self, entries: Sequence[RegisterEntry]) -> Changes:
        """Keep many new entries as one operation: all or none.

        Raises:
            RecordNameMissing, RecordYearImpossible, AwardUnknown, RecordMissing: for the first that cannot be kept.
        """
        checked = [self.checked(replace(entry, id=None)) for entry in entries]
        with self._store.write("award_record.add_many", count=len(checked)) as work:
            created = add_many(work, checked)
        return Changes("award_record.add_many", _RECORD, created)

    def delete(self, record_ids: Iterable[AwardRecordId]) -> Changes:
        """Move entries to the trash."""
        going = tuple(record_ids)
        with self._store.write("award_record.delete", count=len(going)) as work:
            work.award_records.trash(going)
        return Changes("award_record.delete", _RECORD)

    def restore(self, record_ids: Iterable[AwardRecordId]) -> Changes:
        """Take entries out of the trash.

        Raises:
            RecipientInTrash: the recipient of one of them lies there too.
            RecordMissing: one of them is not in the trash.
        """
        coming = tuple(record_ids)
        with self._store.write("award_record.restore", count=len(coming)) as work:
            restore(work, coming)
        return Changes("award_record.restore", _RECORD)

    def checked(self, entry: RegisterEntry) -> RegisterEntry:
        """An entry as it is kept.

        Raises:
            RecordNameMissing, RecordYearImpossible, AwardUnknown: it cannot be kept so.
        """
        name = squeeze(entry.name)
        if not name:
            raise RecordNameMissing
        self._awards.get(entry.award_id)
        entry.check()
        return replace(entry, name=name)


def add_many(work: Work, entries: Sequence[RegisterEntry]) -> tuple[AwardRecordId, ...]:
    """Keep entries that were checked, within a running operation.

    Raises:
        RecordMissing: a recipient is not there, or in the trash.
    """
    wanted = {entry.recipient_id for entry in entries}
    living = work.recipients.living(wanted)
    for missing in sorted(wanted - living.keys()):
        work.recipients.get(missing)
    return work.award_records.add_many(entries)


def restore(work: Work, record_ids: Sequence[AwardRecordId]) -> None:
    """Take entries out of the trash within a running operation.

    Raises:
        RecipientInTrash, RecordMissing: as ``RegisterService.restore``.
    """
    for record_id in record_ids:
        recipient_id = work.award_records.any(record_id).recipient_id
        if work.recipients.trashed_at(recipient_id) is not None:
            raise RecipientInTrash(name=brief(work.recipients.any(recipient_id).name))
    work.award_records.restore(record_ids)
