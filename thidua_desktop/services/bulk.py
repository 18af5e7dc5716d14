"""The same change for many lines of a round, as one operation."""

from __future__ import annotations

from collections.abc import Iterable

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.line_changes import LineChange, with_award
from thidua_desktop.services.awards import AwardUnknown
from thidua_desktop.services.nominations import AwardNotFor
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.storage.store import Store

__all__ = ["BulkService", "LineChange"]

_NOMINATION = frozenset({Kind.NOMINATION})


class BulkService:
    """Changes that a clerk makes to a selection."""

    def __init__(self, store: Store, rulebooks: RulebookService) -> None:
        self._store = store
        self._rulebooks = rulebooks

    def change(self, nomination_ids: Iterable[NominationId], change: LineChange) -> Changes:
        """Make one change in many lines, all or none.

        Raises:
            NothingToChange, CountedYearsReversed: it cannot be made.
            RecordMissing: a line is not there.
        """
        wanted = tuple(nomination_ids)
        with self._store.write("nomination.change", count=len(wanted)) as work:
            work.nominations.save_many([change.applied_to(line) for line in work.nominations.among(wanted)])
        return Changes("nomination.change", _NOMINATION)

    def change_award(self, nomination_ids: Iterable[NominationId], award_id: str, reason: str) -> Changes:
        """Lower the award of lines, or send them up to a higher one (khen cao); what was asked for is kept.

        Raises:
            AwardUnknown, AwardNotFor: the award cannot go to one of them; none has changed.
            AwardReasonMissing, LineDecided: it cannot be changed so.
            RecordMissing: a line is not there.
        """
        wanted = tuple(nomination_ids)
        award = next((each for each in self._rulebooks.awards() if each.id == award_id), None)
        if award is None:
            raise AwardUnknown(award=award_id)
        with self._store.write("nomination.change_award", count=len(wanted), award=award.name) as work:
            lines = work.nominations.among(wanted)
            other = next((line for line in lines if line.kind not in award.recipients), None)
            if other is not None:
                raise AwardNotFor(award=award.name, kind=other.kind)
            work.nominations.save_many([with_award(line, award_id, reason) for line in lines])
        return Changes("nomination.change_award", _NOMINATION)
