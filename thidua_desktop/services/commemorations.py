"""The office's own commemoration days beside those that ship with the program."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.holidays import Commemoration, OfficeCalendar, check_commemoration
from thidua_desktop.domain.ids import CommemorationId
from thidua_desktop.services.calendar import office_calendar
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store

_COMMEMORATION = frozenset({Kind.COMMEMORATION})


class CommemorationService:
    """The days that an office remembers."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def calendar(self) -> OfficeCalendar:
        """The calendar of the office: days off, and the commemoration days of the program and its own."""
        shipped = office_calendar().data
        return OfficeCalendar(replace(shipped, commemorations=(*shipped.commemorations, *self.own())))

    def own(self) -> tuple[Commemoration, ...]:
        """The office's own days, in the order of the year, lunar ones last."""
        with self._store.read() as work:
            return work.commemorations.all()

    def save(self, commemoration: Commemoration) -> Changes:
        """Keep a day, a new one when it has no id.

        Raises:
            CommemorationImpossible: no year has such a day, or it has no name.
        """
        kept = replace(commemoration, name=squeeze(commemoration.name))
        check_commemoration(kept)
        with self._store.write("commemoration.save", name=brief(kept.name)) as work:
            made = work.commemorations.save(kept)
        return Changes("commemoration.save", _COMMEMORATION, (made,) if kept.id is None else ())

    def remove(self, commemoration_id: CommemorationId) -> Changes:
        """Take a day away.

        Raises:
            RecordMissing: no such day.
        """
        with self._store.read() as work:
            name = brief(work.commemorations.get(commemoration_id).name)
        with self._store.write("commemoration.remove", name=name) as work:
            work.commemorations.remove(commemoration_id)
        return Changes("commemoration.remove", _COMMEMORATION)
