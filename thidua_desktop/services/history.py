"""What was done, when and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.history import Entry, RowChange
from thidua_desktop.domain.ids import EntryId
from thidua_desktop.storage.store import Store

__all__ = ["Entry", "HistoryService", "RowChange"]


class HistoryService:
    """Reads the journal; ``wording.messages.operation`` has the sentences."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recent(self, limit: int = 200) -> tuple[Entry, ...]:
        """The latest operations, the last one first."""
        with self._store.read() as work:
            return work.journal.recent(limit)

    def of_record(self, kind: Kind, record_id: int) -> tuple[Entry, ...]:
        """The operations that touched a record, the last one first."""
        with self._store.read() as work:
            return work.journal.of_record(kind, record_id)

    def changes(self, entry_id: EntryId) -> tuple[RowChange, ...]:
        """The rows that an operation changed, before and after."""
        with self._store.read() as work:
            return work.journal.changes(entry_id)

    def after(self, entry_id: EntryId) -> tuple[Entry, ...]:
        """The operations after one, the last one first."""
        with self._store.read() as work:
            return work.journal.after(entry_id)

    def record_names(self, wanted: Mapping[str, Iterable[int]]) -> Mapping[str, Mapping[int, str]]:
        """What records are called, by table and number: those in the trash and those that are gone too."""
        with self._store.read() as work:
            return {table: work.record_names.of(table, numbers) for table, numbers in wanted.items()}

    def task_texts(self, task_ids: Iterable[int]) -> Mapping[int, str]:
        """What tasks are called now, those in the trash too: units are kept apart from the text of their task."""
        with self._store.read() as work:
            return work.tasks.texts(task_ids)
