"""How columns were understood, remembered by the headings of their table."""

from __future__ import annotations

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import ListLayoutId
from thidua_desktop.domain.list_doctor import DoctorDraft, KnownLayout
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store


class ListLayoutService:
    """What was agreed when lists were stored."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[KnownLayout, ...]:
        """Every layout, the latest last."""
        with self._store.read() as work:
            return work.list_layouts.all()

    def known(self, draft: DoctorDraft) -> tuple[KnownLayout, ...]:
        """The layouts by which the tables of a draft were, or could have been, understood."""
        tables = {column.table for column in draft.columns}
        with self._store.read() as work:
            found = work.list_layouts.of(draft.target, draft.unit_id)
        return tuple(layout for layout in found if layout.headings in tables)

    def forget(self, layout_id: ListLayoutId) -> Changes:
        """Understand such headings by their words again.

        Raises:
            RecordMissing: no such layout.
        """
        with self._store.read() as work:
            headings = brief(work.list_layouts.get(layout_id).headings)
        with self._store.write("list.forget_layout", headings=headings) as work:
            work.list_layouts.remove(layout_id)
        return Changes("list.forget_layout", frozenset({Kind.LIST}))
