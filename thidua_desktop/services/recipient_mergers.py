"""Two records of one recipient made into one, as a single operation that can be taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.merging import (
    MergeField,
    MergeOfKinds,
    MergeOfOne,
    MergePreview,
    differing,
    doubled,
    ids_of,
    merged,
)
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["MergeField", "MergeOfKinds", "MergeOfOne", "MergePreview", "RecipientMergers"]

_TOUCHED = frozenset({Kind.RECIPIENT, Kind.AWARD_RECORD, Kind.NOMINATION})


class RecipientMergers:
    """Part of ``RecipientService``."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def merge_preview(self, kept_id: RecipientId, other_ids: Sequence[RecipientId]) -> MergePreview:
        """What a merger will do: the fields that differ with the value that wins, what goes over, what is double.

        Raises:
            MergeOfOne, MergeOfKinds: these cannot be one.
            RecordMissing: one of them is not there.
        """
        with self._store.read() as work:
            return _preview(work, kept_id, other_ids)

    def merge(
        self, kept_id: RecipientId, other_ids: Sequence[RecipientId], chosen: Mapping[str, int] | None = None
    ) -> Changes:
        """Make one record of several: awards, facts, posts and lines go over, the others go to the trash.

        Facts and awards that both have are kept once. Lines of closed years stay as they are; whoever reads them
        follows ``merged_into``.

        Args:
            kept_id: the record that is left.
            other_ids: the ones that turned out to be the same recipient.
            chosen: for fields that differ, the place of the value that wins, as in ``MergeField.values``.

        Raises:
            MergeOfOne, MergeOfKinds: these cannot be one.
            RecordMissing: one of them is not there.
        """
        name = brief(self.merge_preview(kept_id, other_ids).kept.name)
        with self._store.write("recipient.merge", name=name, count=len(other_ids) + 1) as work:
            preview = _preview(work, kept_id, other_ids)
            _merge(work, preview, chosen or {})
        return Changes("recipient.merge", _TOUCHED)


def _preview(work: Work, kept_id: RecipientId, other_ids: Sequence[RecipientId]) -> MergePreview:
    kept, others = work.recipients.get(kept_id), tuple(work.recipients.get(each) for each in other_ids)
    found = differing(kept, others)
    moved: Counter[Kind] = Counter()
    for other_id in other_ids:
        moved.update(work.recipient_links.counts(other_id))
    coming = [entry for other_id in other_ids for entry in work.award_records.of_recipient(other_id)]
    return MergePreview(kept, others, found, moved, doubled(work.award_records.of_recipient(kept_id), coming))


def _merge(work: Work, preview: MergePreview, chosen: Mapping[str, int]) -> None:
    kept_id = preview.kept.id
    if kept_id is None:
        raise MergeOfOne
    whole = merged(preview.kept, preview.others, chosen)
    work.award_records.trash(ids_of(preview.doubles))
    for other in preview.others:
        _join(work, other, kept_id)
    work.recipients.save(whole)


def _join(work: Work, other: Recipient, kept_id: RecipientId) -> None:
    if other.id is None:
        raise MergeOfOne
    work.recipient_links.turn(other.id, kept_id)
    work.recipient_pairs.remove_of(other.id)
    work.recipients.save(replace(other, merged_into=kept_id))
    work.recipients.trash([other.id])
