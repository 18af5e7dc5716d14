"""Councils, their sub-committees and who sits in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.councils import rosters
from thidua_desktop.domain.councils.rosters import Council, Member
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.ids import CouncilId, MemberId
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["CouncilService", "Roster"]

_COUNCIL = frozenset({Kind.COUNCIL})


class CouncilNameMissing(AppError):
    """A council without a name cannot be kept."""

    code = "council.name_missing"


class CouncilDaysReversed(AppError):
    """A term ends before it begins: of a council or of a member."""

    code = "council.days_reversed"


class CouncilBelowItself(AppError):
    """A sub-committee cannot stand above the council that it belongs to."""

    code = "council.below_itself"


class CouncilInUse(AppError):
    """A council with meetings or sub-committees is not thrown away."""

    code = "council.in_use"


class CouncilInTrash(AppError):
    """What belongs to a council does not leave the trash before it."""

    code = "council.in_trash"


class MemberNameMissing(AppError):
    """A seat without a name cannot be kept."""

    code = "council.member_name_missing"


class MemberTookPart(AppError):
    """A member who is named in the papers of a meeting stays in the roster; the seat is ended with a day instead."""

    code = "council.member_took_part"


@dataclass(frozen=True, slots=True)
class Roster:
    """Who sits in a council on a day, in the order of the minutes, and what is wrong with that."""

    council: Council
    day: date
    members: tuple[Member, ...]
    findings: tuple[Finding, ...]


class CouncilService:
    """The councils of the office."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def all(self) -> tuple[Council, ...]:
        """Every council, sub-committees after the council that they belong to."""
        with self._store.read() as work:
            councils = work.council.councils.of()
        above = {council.id: council.parent_id or council.id for council in councils}
        return tuple(sorted(councils, key=lambda one: (above[one.id] or 0, one.parent_id is not None, one.id or 0)))

    def get(self, council_id: CouncilId) -> Council:
        """One council.

        Raises:
            RecordMissing: no such council, or in the trash.
        """
        with self._store.read() as work:
            return work.council.councils.get(council_id)

    def members(self, council_id: CouncilId) -> tuple[Member, ...]:
        """Everybody who has or had a seat, in the order of the decision."""
        with self._store.read() as work:
            return seats(work, council_id)

    def roster(self, council_id: CouncilId, day: date | None = None) -> Roster:
        """Who sits in a council on a day, today where none is given.

        Raises:
            RecordMissing: no such council, or in the trash.
        """
        with self._store.read() as work:
            return roster(work, work.council.councils.get(council_id), day or self._today())

    def save(self, council: Council) -> Changes:
        """Keep a council, a new one when it has no id.

        Raises:
            CouncilNameMissing, CouncilDaysReversed, CouncilBelowItself: it cannot be kept so.
            RecordMissing: it, or the council that it belongs to, is not there.
        """
        name = squeeze(council.name)
        if not name:
            raise CouncilNameMissing
        _check_days(name, council.since, council.until)
        with self._store.write("council.save", name=brief(name)) as work:
            _check_parents(work, council)
            council_id = work.council.councils.save(replace(council, name=name))
        return Changes("council.save", _COUNCIL, (council_id,) if council.id is None else ())

    def save_members(self, council_id: CouncilId, members: Sequence[Member]) -> Changes:
        """Keep the whole roster of a council in this order; seats that are not in it any more are taken away.

        A seat of somebody in the directory to whom another name has been typed is that of the typed one.

        Raises:
            MemberNameMissing, CouncilDaysReversed: a seat cannot be kept so.
            MemberTookPart: a seat that is taken away is named in a meeting; nothing has changed.
            RecordMissing: no such council, seat or person.
        """
        placed = [_checked(replace(one, council_id=council_id, position=at)) for at, one in enumerate(members, start=1)]
        kept = {member.id for member in placed}
        with self._store.read() as work:
            name = brief(work.council.councils.get(council_id).name)
        with self._store.write("council.save_members", name=name, count=len(placed)) as work:
            gone = [one for one in work.council.members.of(council_id=council_id) if one.id not in kept]
            _check_free(work, gone)
            work.council.members.remove(one.id for one in gone if one.id is not None)
            tied = [_tied(work, one) for one in placed]
            created = tuple(new for one in tied if (new := work.council.members.save(one)) != one.id)
        return Changes("council.save_members", _COUNCIL, created)

    def delete(self, council_id: CouncilId) -> Changes:
        """Move a council to the trash.

        Raises:
            CouncilInUse: it has meetings or sub-committees.
            RecordMissing: it is not there.
        """
        name = brief(self.get(council_id).name)
        with self._store.write("council.delete", name=name) as work:
            meetings = len(work.council.meetings.of(council_id=council_id))
            if meetings or work.council.councils.of(parent_id=council_id):
                raise CouncilInUse(name=name, count=meetings)
            work.council.councils.trash([council_id])
        return Changes("council.delete", _COUNCIL)

    def restore(self, council_id: CouncilId) -> Changes:
        """Take a council out of the trash.

        Raises:
            CouncilInTrash: the council that it belongs to lies there too.
            RecordMissing: it is not in the trash.
        """
        with self._store.read() as work:
            name = brief(work.council.councils.any(council_id).name)
        with self._store.write("council.restore", name=name) as work:
            restore(work, council_id)
        return Changes("council.restore", _COUNCIL)


def seats(work: Work, council_id: CouncilId | None) -> tuple[Member, ...]:
    """Everybody who has or had a seat; those of the directory as they are called there now."""
    return tuple(_as_called(work, one) for one in work.council.members.of(council_id=council_id))


def _as_called(work: Work, member: Member) -> Member:
    if member.person_id is None:
        return member
    person = work.recipients.any(work.recipients.resolve(member.person_id))
    return replace(member, name=person.name, person_id=person.id)


def _tied(work: Work, member: Member) -> Member:
    if member.person_id is None:
        return member
    person = work.recipients.any(member.person_id)
    return member if person.name == member.name else replace(member, person_id=None)


def roster(work: Work, council: Council, day: date) -> Roster:
    """Who sits in a council on a day, within one state of the file."""
    everybody = seats(work, council.id)
    sitting = rosters.on(everybody, day)
    return Roster(council, day, sitting, rosters.findings(council, sitting, day))


def restore(work: Work, council_id: CouncilId) -> None:
    """Take a council out of the trash within a running operation.

    Raises:
        CouncilInTrash, RecordMissing: as ``CouncilService.restore``.
    """
    parent_id = work.council.councils.any(council_id).parent_id
    if parent_id is not None:
        check_there(work, parent_id)
    work.council.councils.restore([council_id])


def check_there(work: Work, council_id: CouncilId) -> None:
    """Refuse to go on where a council lies in the trash.

    Raises:
        CouncilInTrash: it does.
    """
    if work.council.councils.trashed_at(council_id) is not None:
        raise CouncilInTrash(name=brief(work.council.councils.any(council_id).name))


def _checked(member: Member) -> Member:
    name = squeeze(member.name)
    if not name:
        raise MemberNameMissing(position=member.position)
    _check_days(name, member.since, member.until)
    return replace(member, name=name)


def _check_days(name: str, since: date | None, until: date | None) -> None:
    if since is not None and until is not None and until < since:
        raise CouncilDaysReversed(name=brief(name), first=since, last=until)


def _check_parents(work: Work, council: Council) -> None:
    above = council.parent_id
    while above is not None:
        if above == council.id:
            raise CouncilBelowItself(name=brief(council.name))
        above = work.council.councils.get(above).parent_id


def _check_free(work: Work, members: Iterable[Member]) -> None:
    """Refuse to take away a seat that the papers of a meeting name."""
    named = {member.id: member.name for member in members if member.id is not None}
    taking: list[MemberId] = [one.member_id for one in work.council.attendances.among("member_id", named)]
    taking += [one.member_id for one in work.council.conflicts.among("member_id", named)]
    if taking:
        raise MemberTookPart(name=brief(named[taking[0]]))
