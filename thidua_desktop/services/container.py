"""All services on one open office file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from thidua_desktop.common.once import once
from thidua_desktop.services.council_services import CouncilServices
from thidua_desktop.services.list_services import ListServices
from thidua_desktop.services.plan_services import PlanServices
from thidua_desktop.services.report_services import ReportServices

if TYPE_CHECKING:
    from thidua_desktop.services.backup import BackupService
    from thidua_desktop.services.backup_settings import SettingsFile
    from thidua_desktop.services.first_steps import FirstStepService
    from thidua_desktop.services.history import HistoryService
    from thidua_desktop.services.office import OfficeService
    from thidua_desktop.services.organisation import UnitService
    from thidua_desktop.services.packages import PackageService
    from thidua_desktop.services.passwords import PasswordService
    from thidua_desktop.services.sharing import SharingService
    from thidua_desktop.services.trash import TrashService
    from thidua_desktop.services.undo import UndoService
    from thidua_desktop.storage.store import Store


class Services(PlanServices, ListServices, CouncilServices, ReportServices):
    """What window and command line are given; closing it closes the file."""

    def __init__(self, store: Store, today: Callable[[], date], *, backup_settings: SettingsFile | None = None) -> None:
        super().__init__(store, today)
        self._backup_settings = backup_settings
        store.before_write = self._back_up

    @once
    def office(self) -> OfficeService:
        """Name, place, signer: what letterheads and signature blocks say."""
        from thidua_desktop.services.office import OfficeService

        return OfficeService(self._store)

    @once
    def units(self) -> UnitService:
        """The units that do the work and send nominations."""
        from thidua_desktop.services.organisation import UnitService

        return UnitService(self._store, self.today)

    @once
    def trash(self) -> TrashService:
        """Everything that was thrown away can be taken back; nothing leaves the trash in any other way."""
        from thidua_desktop.services.trash import Directory, TrashService

        return TrashService(
            self._store,
            self.plans,
            self.tasks,
            self.nominations,
            self.submissions,
            directory=Directory(self.units, self.recipients, self.register),
            councils=self,
        )

    @once
    def history(self) -> HistoryService:
        """Reads the journal; ``wording.messages.operation`` has the sentences."""
        from thidua_desktop.services.history import HistoryService

        return HistoryService(self._store)

    @once
    def sharing(self) -> SharingService:
        """Looks at a file that others may write to; changes nothing."""
        from thidua_desktop.services.sharing import SharingService

        return SharingService(self._store)

    @once
    def backups(self) -> BackupService:
        """The backups of one office file, in a folder beside it and, where there is one, in a second place."""
        from thidua_desktop.services.backup import BackupService

        return BackupService(self._store, settings=self._backup_settings, now=self._store.now)

    @once
    def first_steps(self) -> FirstStepService:
        """What a new office has done of what is done first."""
        from thidua_desktop.services.first_steps import FirstStepService

        return FirstStepService(self._store, self.backups)

    @once
    def packages(self) -> PackageService:
        """Makes packages of one open office file."""
        from thidua_desktop.services.packages import PackageService

        return PackageService(self._store)

    @once
    def passwords(self) -> PasswordService:
        """What can be asked about the password of an open file."""
        from thidua_desktop.services.passwords import PasswordService

        return PasswordService(self._store)

    @once
    def undo(self) -> UndoService:
        """Takes operations back, and those takings-back too."""
        from thidua_desktop.services.undo import UndoService

        return UndoService(self._store)

    def check(self) -> None:
        """Check whether the file is whole, where the opening has left that for later.

        Raises:
            StoreDamaged: it is not.
        """
        self._store.check()

    def close(self) -> None:
        """Close the file and let others write to it; a second call does nothing."""
        self._store.close()

    def _back_up(self, operation: str, params: Mapping[str, Any]) -> None:
        self.backups.before(operation, params)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
