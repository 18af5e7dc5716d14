"""Rounds and nominations: add, edit, move on, trash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import NominationId, RecipientId, RoundId
from thidua_desktop.domain.nominations import Nomination, NominationState, Round
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.queries import RoundRow
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = [
    "AwardNotFor",
    "Nominated",
    "NominationNameMissing",
    "NominationService",
    "RoundInTrash",
    "RoundNameMissing",
    "RoundRow",
]

_NOMINATION = frozenset({Kind.NOMINATION})
_ROUND = frozenset({Kind.ROUND, Kind.NOMINATION, Kind.SUBMISSION})


class RoundNameMissing(AppError):
    """A round without a name cannot be kept."""

    code = "round.name_missing"


class NominationNameMissing(AppError):
    """A nomination without a recipient's name cannot be kept."""

    code = "nomination.name_missing"


class AwardNotFor(AppError):
    """The award cannot go to this kind of recipient."""

    code = "nomination.award_not_for"


class RoundInTrash(AppError):
    """A nomination cannot leave the trash before its round."""

    code = "nomination.round_in_trash"


@dataclass(frozen=True, slots=True)
class Nominated:
    """A line with the round that it stands in."""

    nomination: Nomination
    round: Round


class NominationService:
    """The rounds of the office and the lines in them."""

    def __init__(self, store: Store, awards: AwardService) -> None:
        self._store = store
        self._awards = awards

    def rounds(self, year: int) -> tuple[RoundRow, ...]:
        """The rounds of a year with the number of their nominations."""
        with self._store.read() as work:
            return work.queries.rounds(year)

    def get_round(self, round_id: RoundId) -> Round:
        """One round.

        Raises:
            RecordMissing: no such round, or in the trash.
        """
        with self._store.read() as work:
            return work.rounds.get(round_id)

    def find_round(self, text: str) -> Round | None:
        """The round of a number or a name, diacritics and case apart; the latest where a name was used twice."""
        with self._store.read() as work:
            rounds = work.rounds.all()
        wanted = fold(text)
        if wanted.isdecimal():
            return next((one for one in rounds if one.id == int(wanted)), None)
        return next((one for one in reversed(rounds) if fold(one.name) == wanted), None)

    def save_round(self, round_: Round) -> Changes:
        """Keep a round, a new one when it has no id.

        Raises:
            RoundNameMissing: the name is empty.
        """
        name = squeeze(round_.name)
        if not name:
            raise RoundNameMissing
        with self._store.write("round.save", name=brief(name)) as work:
            round_id = work.rounds.save(replace(round_, name=name))
        return Changes("round.save", frozenset({Kind.ROUND}), (round_id,) if round_.id is None else ())

    def delete_round(self, round_id: RoundId) -> Changes:
        """Move a round to the trash, with its nominations and what units have sent."""
        name = brief(self.get_round(round_id).name)
        with self._store.write("round.delete", name=name) as work:
            work.nominations.trash(line.id for line in work.nominations.of_round(round_id) if line.id is not None)
            work.submissions.trash(each.id for each in work.submissions.of_round(round_id) if each.id is not None)
            work.rounds.trash([round_id])
        return Changes("round.delete", _ROUND)

    def restore_round(self, round_id: RoundId) -> Changes:
        """Take a round out of the trash with the nominations and submissions that went there together with it.

        Raises:
            RecordMissing: the round is not in the trash.
        """
        with self._store.read() as work:
            name = brief(work.rounds.any(round_id).name)
        with self._store.write("round.restore", name=name) as work:
            stamp = work.rounds.trashed_at(round_id)
            work.rounds.restore([round_id])
            work.nominations.restore(work.nominations.trashed_with(round_id, stamp or ""))
            work.submissions.restore(work.submissions.trashed_with(round_id, stamp or ""))
        return Changes("round.restore", _ROUND)

    def of_round(self, round_id: RoundId) -> tuple[Nomination, ...]:
        """The nominations of a round in the order of entry."""
        with self._store.read() as work:
            return work.nominations.of_round(round_id)

    def of_recipient(self, recipient_id: RecipientId) -> tuple[Nominated, ...]:
        """What a recipient was ever nominated for, the latest round first."""
        with self._store.read() as work:
            lines = work.nominations.of_recipient(recipient_id)
            rounds = {round_id: work.rounds.get(round_id) for round_id in {line.round_id for line in lines}}
        found = [Nominated(line, rounds[line.round_id]) for line in lines]
        return tuple(sorted(found, key=lambda one: (one.round.year, one.nomination.id or 0), reverse=True))

    def get(self, nomination_id: NominationId) -> Nomination:
        """One nomination.

        Raises:
            RecordMissing: no such nomination, or in the trash.
        """
        with self._store.read() as work:
            return work.nominations.get(nomination_id)

    def trash(self, round_id: RoundId) -> tuple[Nomination, ...]:
        """The nominations of a round that lie in the trash."""
        with self._store.read() as work:
            return work.nominations.trashed(round_id)

    def add(self, nomination: Nomination) -> Changes:
        """Keep a new nomination.

        Raises:
            NominationNameMissing, AwardUnknown, AwardNotFor: it cannot be kept so.
            RecordMissing: its round is not there.
        """
        checked = self._checked(replace(nomination, id=None))
        with self._store.write("nomination.add", name=brief(checked.name)) as work:
            (nomination_id,) = _kept(work, [checked])
        return Changes("nomination.add", _NOMINATION, (nomination_id,))

    def save(self, nomination: Nomination) -> Changes:
        """Keep a changed nomination.

        Raises:
            NominationNameMissing, AwardUnknown, AwardNotFor: it cannot be kept so.
            RecordMissing: it is not there any more.
        """
        checked = self._checked(nomination)
        with self._store.write("nomination.save", name=brief(checked.name)) as work:
            _kept(work, [checked])
        return Changes("nomination.save", _NOMINATION)

    def save_many(self, nominations: Sequence[Nomination]) -> Changes:
        """Keep several nominations, new ones among them, as one operation: all or none.

        Raises:
            NominationNameMissing, AwardUnknown, AwardNotFor, RecordMissing: for the first that cannot be kept.
        """
        checked = [self._checked(nomination) for nomination in nominations]
        with self._store.write("nomination.save_many", count=len(checked)) as work:
            kept = _kept(work, checked)
        created = tuple(new for line, new in zip(checked, kept, strict=True) if line.id is None)
        return Changes("nomination.save_many", _NOMINATION, created)

    def delete(self, nomination_ids: Iterable[NominationId]) -> Changes:
        """Move nominations to the trash.

        Raises:
            RecordMissing: one of them is not there.
        """
        doomed = tuple(nomination_ids)
        with self._store.write("nomination.delete", count=len(doomed)) as work:
            work.nominations.trash(doomed)
        return Changes("nomination.delete", _NOMINATION)

    def restore(self, nomination_ids: Iterable[NominationId]) -> Changes:
        """Take nominations out of the trash.

        Raises:
            RoundInTrash: their round lies there too.
            RecordMissing: one of them is not in the trash.
        """
        wanted = tuple(nomination_ids)
        with self._store.write("nomination.restore", count=len(wanted)) as work:
            for round_id in work.nominations.rounds_of(wanted):
                if work.rounds.trashed_at(round_id) is not None:
                    raise RoundInTrash(name=brief(work.rounds.any(round_id).name))
            work.nominations.restore(wanted)
        return Changes("nomination.restore", _NOMINATION)

    def move(
        self, nomination_ids: Iterable[NominationId], state: NominationState, *, reason: str | None = None
    ) -> Changes:
        """Set the state of nominations.

        Raises:
            MoveNotAllowed, NominationReasonMissing: for the first that cannot go there; none has moved.
        """
        moving = tuple(nomination_ids)
        with self._store.write("nomination.move", count=len(moving), nomination_state=state) as work:
            lines = work.nominations.among(moving)
            work.nominations.save_many([line.moved_to(state, reason=reason) for line in lines])
        return Changes("nomination.move", _NOMINATION)

    def _checked(self, nomination: Nomination) -> Nomination:
        name = squeeze(nomination.name)
        if not name:
            raise NominationNameMissing
        award = self._awards.get(nomination.award_id)
        if nomination.kind not in award.recipients:
            raise AwardNotFor(award=award.name, kind=nomination.kind)
        return replace(nomination, name=name)


def _kept(work: Work, nominations: Sequence[Nomination]) -> tuple[NominationId, ...]:
    for round_id in {nomination.round_id for nomination in nominations}:
        work.rounds.get(round_id)  # not into a round in the trash
    work.nominations.save_many([line for line in nominations if line.id is not None])
    added = iter(work.nominations.add_many([line for line in nominations if line.id is None]))
    return tuple(next(added) if line.id is None else line.id for line in nominations)
