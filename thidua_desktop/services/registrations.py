"""Đăng ký thi đua: the table of a year (units by awards), those registered by name, the year before as a beginning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import RecipientId, RegistrationId, UnitId
from thidua_desktop.domain.registrations import Cell, Registration, changed_to, check_year, counts, named
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.domain.units import UnitKind
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["RegistrationColumn", "RegistrationService", "RegistrationTable"]

_REGISTRATION = frozenset({Kind.REGISTRATION})
_TITLES = "danh_hieu_thi_dua"


class RegistrationUnitMissing(AppError):
    """Somebody whose unit is not known is counted nowhere."""

    code = "registration.unit_missing"


class RegisteredByName(AppError):
    """Nobody registers twice for the same award in a year."""

    code = "registration.by_name_already"


class NothingBefore(AppError):
    """The year that was to be carried over has nothing that could be."""

    code = "registration.nothing_before"


@dataclass(frozen=True, slots=True)
class RegistrationColumn:
    """An award for a kind of recipient."""

    award: Award
    kind: RecipientKind


@dataclass(frozen=True, slots=True)
class RegistrationTable:
    """What is registered for a year. Rows are the units of the office's own order, columns the highest award first."""

    year: int
    units: tuple[tuple[UnitId, str], ...]
    columns: tuple[RegistrationColumn, ...]
    counts: Mapping[Cell, int]
    named: Mapping[Cell, int]
    """How many of those counted are registered by name."""

    def of(self, unit_id: UnitId, column: RegistrationColumn) -> int:
        """The count of a cell."""
        return self.counts.get(Cell(unit_id, column.award.id, column.kind), 0)

    def of_unit(self, unit_id: UnitId) -> int:
        """The sum of a row."""
        return sum(self.of(unit_id, column) for column in self.columns)

    def of_column(self, column: RegistrationColumn) -> int:
        """The sum of a column."""
        return sum(self.of(unit_id, column) for unit_id, _ in self.units)

    @property
    def total(self) -> int:
        """The sum of all cells."""
        return sum(self.counts.values())


class RegistrationService:
    """Reads and keeps what was registered."""

    def __init__(self, store: Store, awards: AwardService, today: Callable[[], date]) -> None:
        self._store = store
        self._awards = awards
        self._today = today

    def of_year(self, year: int) -> tuple[Registration, ...]:
        """Every registration of a year."""
        with self._store.read() as work:
            return work.report.registrations.of(year=year)

    def get(self, registration_id: RegistrationId) -> Registration:
        """One registration.

        Raises:
            RecordMissing: it is not there any more.
        """
        with self._store.read() as work:
            return work.report.registrations.get(registration_id)

    def years(self) -> tuple[int, ...]:
        """The years that something is registered for, the latest first."""
        with self._store.read() as work:
            return tuple(sorted({one.year for one in work.report.registrations.of()}, reverse=True))

    def table(self, year: int) -> RegistrationTable:
        """The table of a year.

        Its columns are the titles that the law of the year has, and every other award that something is registered for;
        its rows the units of the year, and every other that has registered.
        """
        check_year(year)
        with self._store.read() as work:
            registered = work.report.registrations.of(year=year)
            tree = work.units.tree()
        return RegistrationTable(
            year,
            _rows(tree, year, registered),
            self._columns(year, registered),
            counts(registered),
            named(registered),
        )

    def awards_to_add(self, year: int) -> tuple[RegistrationColumn, ...]:
        """What columns a table of a year could have beside its titles, the highest award first."""
        return tuple(one for one in self._known(year) if one.award.kind != _TITLES)

    def set_counts(self, year: int, wanted: Mapping[Cell, int], day: date | None = None) -> Changes:
        """Set the counts of cells, as they are typed or pasted; 0 empties one. Those by name stay and are counted in.

        Raises:
            RegistrationYearImpossible, RegistrationAmountImpossible, FewerThanNamed: nothing has changed.
            AwardUnknown, RecordMissing: no such award or unit.
        """
        check_year(year)
        for award_id in {cell.award_id for cell in wanted}:
            self._awards.get(award_id)
        with self._store.write("registration.set", year=str(year), count=len(wanted)) as work:
            for unit_id in {cell.unit_id for cell in wanted}:
                work.units.get(unit_id)
            created = _set(work, year, wanted, day)
        return Changes("registration.set", _REGISTRATION, created)

    def register_named(
        self, year: int, award_id: str, recipient_ids: Sequence[RecipientId], day: date | None = None, note: str = ""
    ) -> Changes:
        """Register recipients by name; each is counted with its unit.

        Raises:
            RegisteredByName: one of them has registered for the award in the year.
            RegistrationUnitMissing: the unit of one of them is not known.
            RegistrationYearImpossible, AwardUnknown, RecordMissing: no such year, award or recipient.
        """
        check_year(year)
        self._awards.get(award_id)
        with self._store.write("registration.name", year=str(year), count=len(recipient_ids)) as work:
            there = {
                one.recipient_id for one in work.report.registrations.of(year=year) if one.award_id == award_id
            } - {None}
            coming = []
            for recipient_id in dict.fromkeys(recipient_ids):
                recipient = work.recipients.get(recipient_id)
                if recipient_id in there:
                    raise RegisteredByName(name=brief(recipient.name))
                if recipient.unit_id is None:
                    raise RegistrationUnitMissing(name=brief(recipient.name))
                coming.append(
                    Registration(year, recipient.unit_id, award_id, recipient.kind, 1, recipient_id, day, note.strip())
                )
            created = work.report.registrations.add_many(coming)
        return Changes("registration.name", _REGISTRATION, created)

    def remove(self, registration_ids: Iterable[RegistrationId]) -> Changes:
        """Take registrations away; the history keeps them.

        Raises:
            RecordMissing: one of them is not there.
        """
        going = tuple(registration_ids)
        with self._store.write("registration.remove", count=len(going)) as work:
            for registration_id in going:
                work.report.registrations.get(registration_id)
            work.report.registrations.remove(going)
        return Changes("registration.remove", _REGISTRATION)

    def carry_over(self, year: int, source: int | None = None) -> Changes:
        """Begin a year with the counts of another one, the year before if not said.

        Cells that have a count in the year keep it. What a unit had is taken over by the one that it has become; what
        was divided among several is left out, since nobody knows how. Nobody is registered by name thereby.

        Raises:
            NothingBefore: there is nothing that could be carried over.
        """
        check_year(year)
        before = year - 1 if source is None else source
        with self._store.write("registration.carry_over", year=str(year), source=str(before)) as work:
            tree, there = work.units.tree(), counts(work.report.registrations.of(year=year))
            wanted = _carried(tree, year, counts(work.report.registrations.of(year=before)))
            fresh = {cell: count for cell, count in wanted.items() if not there.get(cell)}
            if not fresh:
                raise NothingBefore(year=str(before))
            created = _set(work, year, fresh, None)
        return Changes("registration.carry_over", _REGISTRATION, created)

    def _columns(self, year: int, registered: Iterable[Registration]) -> tuple[RegistrationColumn, ...]:
        used = {(one.award_id, one.kind) for one in registered}
        known = {(one.award.id, one.kind): one for one in self._known(year)}
        others = {pair: RegistrationColumn(self._awards.get(pair[0]), pair[1]) for pair in used - known.keys()}
        shown = [one for pair, one in known.items() if one.award.kind == _TITLES or pair in used]
        return tuple(sorted([*shown, *others.values()], key=_place))

    def _known(self, year: int) -> tuple[RegistrationColumn, ...]:
        """The awards of the law of a year: of today in this one, of its last day in others."""
        today = self._today()
        day = today if today.year == year else date(year, 12, 31)
        found = [
            RegistrationColumn(award, kind) for kind in RecipientKind for award in self._awards.available(day, kind)
        ]
        return tuple(sorted(found, key=_place))


_KINDS = tuple(RecipientKind)


def _place(column: RegistrationColumn) -> tuple[int, int, str]:
    return _KINDS.index(column.kind), -column.award.rank, column.award.id


def _rows(tree: UnitTree, year: int, registered: Iterable[Registration]) -> tuple[tuple[UnitId, str], ...]:
    """The units that a report lists at the end of the year, and whichever else has registered.

    These are the ones right below the province, or below the one that all others belong to, as in ``making.Places``.
    """
    top = tree.on(date(year, 12, 31))
    above = {root.unit.id for root in top if root.unit.kind is UnitKind.PROVINCE or (len(top) == 1 and root.children)}
    listed = [node for root in top for node in (root.children if root.unit.id in above else (root,))]
    shown = {node.unit.id for node in listed if node.unit.id is not None}
    shown |= {one.unit_id for one in registered}
    return tuple((unit_id, tree.name(unit_id)) for unit_id in sorted(shown, key=tree.rank))


def _set(work: Work, year: int, wanted: Mapping[Cell, int], day: date | None) -> tuple[int, ...]:
    present = defaultdict[Cell, list[Registration]](list)
    for one in work.report.registrations.of(year=year):
        present[one.cell].append(one)
    created: list[int] = []
    for cell, count in wanted.items():
        change = changed_to(year, cell, present[cell], count, day)
        work.report.registrations.remove(change.remove)
        work.report.registrations.save_many(change.save)
        created += work.report.registrations.add_many(change.add)
    return tuple(created)


def _carried(tree: UnitTree, year: int, before: Mapping[Cell, int]) -> Mapping[Cell, int]:
    first = date(year, 1, 1)
    wanted: dict[Cell, int] = {}
    for cell, count in before.items():
        now = tree.at(cell.unit_id, first)
        if len(now) == 1:
            moved = replace(cell, unit_id=now[0])
            wanted[moved] = wanted.get(moved, 0) + count
    return wanted
