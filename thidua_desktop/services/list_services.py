"""The services that read, match and write lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_desktop.common.once import once
from thidua_desktop.services.nomination_services import NominationServices

if TYPE_CHECKING:
    from thidua_desktop.services.list_batches import ListBatchService
    from thidua_desktop.services.list_doctor import ListDoctorService
    from thidua_desktop.services.list_exports import ListExportService
    from thidua_desktop.services.list_folders import ListFolderService
    from thidua_desktop.services.list_layouts import ListLayoutService
    from thidua_desktop.services.list_templates import ListTemplateService
    from thidua_desktop.services.offered_words import OfferedWordsService
    from thidua_desktop.services.old_decisions import OldDecisionService
    from thidua_desktop.services.returned_lists import ReturnedListService


class ListServices(NominationServices):
    """From a unit's list to the table and back; ``Services`` has these with all others."""

    @once
    def list_doctor(self) -> ListDoctorService:
        """Reads lists for the clerk. Nothing is kept here; ``ListBatchService.store`` does that."""
        from thidua_desktop.services.list_doctor import ListDoctorService

        return ListDoctorService(self._store, self.awards, self.today)

    @once
    def list_batches(self) -> ListBatchService:
        """Keeps what the clerk has accepted."""
        from thidua_desktop.services.list_batches import ListBatchService

        return ListBatchService(self._store, self.list_doctor)

    @once
    def list_layouts(self) -> ListLayoutService:
        """What was agreed when lists were stored."""
        from thidua_desktop.services.list_layouts import ListLayoutService

        return ListLayoutService(self._store)

    @once
    def list_templates(self) -> ListTemplateService:
        """Writes templates with the awards of the day, the units and the kinds of recipients to choose."""
        from thidua_desktop.services.list_templates import ListTemplateService

        return ListTemplateService(self._store, self.awards, self.recipients, self.today)

    @once
    def returned_lists(self) -> ReturnedListService:
        """Writes marked copies; the file of the unit stays as it is."""
        from thidua_desktop.services.returned_lists import ReturnedListService

        return ReturnedListService()

    @once
    def list_exports(self) -> ListExportService:
        """Writes danh sách trích ngang and tổng hợp."""
        from thidua_desktop.services.list_exports import ListExportService

        return ListExportService(self._store, self.awards)

    @once
    def offered_words(self) -> OfferedWordsService:
        """What tables leave out when they offer earlier values."""
        from thidua_desktop.services.offered_words import OfferedWordsService

        return OfferedWordsService(self._store)

    @once
    def list_folders(self) -> ListFolderService:
        """Reads and stores many lists, one after another."""
        from thidua_desktop.services.list_folders import ListFolderService

        return ListFolderService(self.list_doctor, self.list_batches, self.draft_judging)

    @once
    def old_decisions(self) -> OldDecisionService:
        """Takes over decisions of earlier years."""
        from thidua_desktop.services.old_decisions import OldDecisionService

        return OldDecisionService(self._store, self.list_doctor, self.rulebooks, self.today)
