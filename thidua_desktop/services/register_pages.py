"""The register as it is looked through: found by any spelling, read a page at a time, one recipient's whole past."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date

from thidua_desktop.domain.decision_changes import Correction
from thidua_desktop.domain.ids import AwardRecordId, DecisionId, RecipientId, UnitId
from thidua_desktop.domain.register_queries import (
    Past,
    Refused,
    RegisterCount,
    RegisterFirst,
    RegisterFound,
    RegisterQuery,
    RegisterRow,
)
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["RegisterPageService"]


def _always() -> bool:
    return True


class RegisterPageService:
    """Reads only; entries are kept by ``RegisterService``."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def found(self, query: RegisterQuery, wanted: Callable[[], bool] = _always) -> RegisterFound:
        """The numbers of all entries that a query asks for, in its order.

        Raises:
            Cancelled: they are not ``wanted`` any more.
        """
        with self._store.read() as work:
            return work.register.found(query, self._units(work, query), wanted)

    def first(self, query: RegisterQuery, limit: int = 100, *, wanted: Callable[[], bool] = _always) -> RegisterFirst:
        """The first entries that a query asks for, and how many there are.

        Raises:
            Cancelled: they are not ``wanted`` any more.
        """
        with self._store.read() as work:
            return work.register.first(query, self._units(work, query), limit, wanted)

    def part(
        self, query: RegisterQuery, first: int, limit: int = 100, *, wanted: Callable[[], bool] = _always
    ) -> tuple[int, ...]:
        """The entries that a query asks for from any place on, the first of all being 0.

        Raises:
            Cancelled: they are not ``wanted`` any more.
        """
        with self._store.read() as work:
            return work.register.part(query, self._units(work, query), first, limit, wanted)

    def prepare(self, query: RegisterQuery, *, wanted: Callable[[], bool] = _always) -> None:
        """Let any place among what a query asks for be reached at once; what was done stays done.

        Raises:
            Cancelled: something else is ``wanted`` first.
        """
        with self._store.read() as work:
            work.register.prepare(query, self._units(work, query), wanted)

    def position(self, query: RegisterQuery, record_id: int, *, wanted: Callable[[], bool] = _always) -> int | None:
        """Where an entry stands among those that a query asks for, the first being 0; None where it does not.

        Raises:
            Cancelled: nobody wants to know any more.
        """
        with self._store.read() as work:
            return work.register.position(query, self._units(work, query), record_id, wanted)

    def counted(self, query: RegisterQuery, *, wanted: Callable[[], bool] = _always) -> RegisterCount:
        """Of which kinds the entries are that a query asks for, and of how many recipients.

        Raises:
            Cancelled: nobody wants to know any more.
        """
        with self._store.read() as work:
            return work.register.counted(query, self._units(work, query), wanted)

    def _units(self, work: Work, query: RegisterQuery) -> frozenset[UnitId] | None:
        """All units that the unit of a query means."""
        return None if query.unit_id is None else _all_of(work, query.unit_id, self._today())

    def rows(self, record_ids: Sequence[int]) -> tuple[RegisterRow, ...]:
        """Some entries in the order given; those that have gone since are left out."""
        with self._store.read() as work:
            entries = work.award_records.among(record_ids)
            whose = work.register.recipients_of(record_ids)
        return tuple(
            RegisterRow(entries[each], *whose[each]) for each in record_ids if each in entries and each in whose
        )

    def years(self) -> tuple[int, ...]:
        """The years in which awards were given, the latest first."""
        with self._store.read() as work:
            return work.register.years()

    def awards(self) -> tuple[str, ...]:
        """The awards that were ever given, by id."""
        with self._store.read() as work:
            return work.register.awards()

    def decision_of(self, record_id: AwardRecordId) -> DecisionId | None:
        """The decision in whose list an entry stands; None where it was entered by itself."""
        with self._store.read() as work:
            lines = work.register.lines_of([record_id])
            found = [work.decision.lines.get(line_id).decision_id for line_id in lines]
        return found[0] if found else None

    def past(self, recipient_id: RecipientId) -> Past:
        """What a recipient was given, what of it was corrected or withdrawn, what was refused and why.

        Raises:
            RecordMissing: no such recipient, or in the trash.
        """
        with self._store.read() as work:
            recipient = work.recipients.get(recipient_id)
            entries = work.award_records.of_recipient(recipient_id)
            return Past(
                recipient, entries, _corrections(work, [entry.id for entry in entries]), _refused(work, recipient_id)
            )


def _all_of(work: Work, unit_id: UnitId, day: date) -> frozenset[UnitId]:
    tree = work.units.tree()
    below = {*tree.below(unit_id, day), unit_id}
    return frozenset(each for one in below for each in tree.lineage(one))


def _corrections(work: Work, record_ids: Sequence[AwardRecordId | None]) -> dict[AwardRecordId, tuple[Correction, ...]]:
    lines = work.register.lines_of([each for each in record_ids if each is not None])
    found = defaultdict[AwardRecordId, list[Correction]](list)
    for one in work.decision.corrections.among("line_id", lines):
        found[lines[one.line_id]].append(one)
    return {record_id: tuple(each) for record_id, each in found.items()}


def _refused(work: Work, recipient_id: RecipientId) -> tuple[Refused, ...]:
    found = []
    nominations = work.nominations.among(work.register.refused(recipient_id))
    said = {
        line.nomination_id: line
        for line in work.council.lines.among("nomination_id", [each.id or 0 for each in nominations])
    }
    for nomination in nominations:
        year = nomination.counted_to or work.rounds.any(nomination.round_id).year
        line = said.get(nomination.id) if nomination.id is not None else None
        meeting = work.council.meetings.any(line.meeting_id) if line is not None else None
        found.append(Refused(nomination, year, *((meeting.name, meeting.day) if meeting is not None else ())))
    return tuple(found)
