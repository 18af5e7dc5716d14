"""Which of the first steps an office has done, seen from its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_desktop.domain.first_steps import FirstStep, is_declared
from thidua_desktop.services.backup_settings import SettingsUnreadable

if TYPE_CHECKING:
    from thidua_desktop.services.backup import BackupService
    from thidua_desktop.storage.store import Store


class FirstStepService:
    """Nobody ticks a step off: it is done when the file has what it leads to."""

    def __init__(self, store: Store, backups: BackupService) -> None:
        self._store, self._backups = store, backups

    def done(self) -> frozenset[FirstStep]:
        """The steps that are done."""
        with self._store.read() as work:
            found = {
                FirstStep.OFFICE: is_declared(work.office.get()),
                FirstStep.PLAN: any(work.plans.of_year(year) for year in work.queries.years()),
                FirstStep.UNITS: bool(work.units.all()),
                FirstStep.ROUND: bool(work.rounds.all()),
                FirstStep.COUNCIL: bool(work.council.councils.of()),
            }
        found[FirstStep.BACKUP] = self._second_place()
        return frozenset(step for step, done in found.items() if done)

    def _second_place(self) -> bool:
        try:
            return self._backups.settings().second is not None
        except SettingsUnreadable:
            return False
