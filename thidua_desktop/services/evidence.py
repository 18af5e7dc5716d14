"""What is known of recipients: ratings, initiatives, discipline and the other facts that awards rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from thidua_desktop.domain import facts
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.domain.facts import DatesReversed, FactIncomplete, FactRef, KeptFact
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.store import Store

__all__ = ["DatesReversed", "EvidenceService", "FactIncomplete"]

_RECIPIENT = frozenset({Kind.RECIPIENT})


class EvidenceService:
    """Adds, changes and removes facts, and reads the files of recipients."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, recipient_id: RecipientId) -> tuple[KeptFact, ...]:
        """The facts about a recipient, kind by kind in the order of entry."""
        with self._store.read() as work:
            return work.facts.of(recipient_id)

    def file(self, recipient_id: RecipientId) -> Evidence:
        """All that is known of a recipient, awards and posts with it; a merged one has the file of the other.

        Raises:
            RecordMissing: no such recipient, or in the trash.
        """
        with self._store.read() as work:
            found = work.files.of([recipient_id]).get(recipient_id)
        if found is None:
            raise RecordMissing(kind=Kind.RECIPIENT, id=recipient_id)
        return found

    def files(self, recipient_ids: Iterable[RecipientId] | None = None) -> Mapping[RecipientId, Evidence]:
        """The files of recipients, of everybody where None is given; those in the trash are left out."""
        with self._store.read() as work:
            return work.files.of(recipient_ids)

    def save(self, kept: KeptFact) -> Changes:
        """Keep a fact, a new one when it has no id.

        Raises:
            FactIncomplete, DatesReversed: it cannot be kept so.
            RecordMissing: its recipient or the fact itself is not there any more.
        """
        facts.check(kept.fact)
        with self._store.read() as work:
            name = brief(work.files.living(kept.recipient_id))
        with self._store.write("evidence.save", name=name, fact_kind=kept.kind) as work:
            fact_id = work.facts.save(kept)
        return Changes("evidence.save", _RECIPIENT, (fact_id,) if kept.id is None else ())

    def save_many(self, kept: Sequence[KeptFact]) -> Changes:
        """Keep several facts as one operation: all or none.

        Raises:
            FactIncomplete, DatesReversed, RecordMissing: for the first that cannot be kept.
        """
        for one in kept:
            facts.check(one.fact)
        with self._store.write("evidence.save_many", count=len(kept)) as work:
            for recipient_id in {one.recipient_id for one in kept}:
                work.files.living(recipient_id)
            saved = [work.facts.save(one) for one in kept]
        created = tuple(new for one, new in zip(kept, saved, strict=True) if one.id is None)
        return Changes("evidence.save_many", _RECIPIENT, created)

    def remove(self, refs: Iterable[FactRef]) -> Changes:
        """Take facts away; the history keeps them, and undo brings them back.

        Raises:
            RecordMissing: one of them is not there; none has gone.
        """
        doomed = tuple(refs)
        with self._store.write("evidence.remove", count=len(doomed)) as work:
            for ref in doomed:
                work.facts.remove(ref)
        return Changes("evidence.remove", _RECIPIENT)
