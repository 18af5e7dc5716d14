"""The services that read, match and write lists, as they hang together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.draft_judging import DraftJudgingService
from thidua_desktop.services.list_batches import ListBatchService
from thidua_desktop.services.list_doctor import ListDoctorService
from thidua_desktop.services.list_exports import ListExportService
from thidua_desktop.services.list_folders import ListFolderService
from thidua_desktop.services.list_layouts import ListLayoutService
from thidua_desktop.services.list_templates import ListTemplateService
from thidua_desktop.services.recipients import RecipientService
from thidua_desktop.services.returned_lists import ReturnedListService
from thidua_desktop.storage.store import Store


class ListServices:
    """From a unit's list to the table and back; ``Services`` has these with all others."""

    def __init__(
        self,
        store: Store,
        awards: AwardService,
        recipients: RecipientService,
        draft_judging: DraftJudgingService,
        today: Callable[[], date],
    ) -> None:
        self.draft_judging = draft_judging
        self.list_doctor = ListDoctorService(store, awards, today)
        self.list_batches = ListBatchService(store, self.list_doctor)
        self.list_layouts = ListLayoutService(store)
        self.list_templates = ListTemplateService(store, awards, recipients, today)
        self.returned_lists = ReturnedListService()
        self.list_exports = ListExportService(store, awards)
        self.list_folders = ListFolderService(self.list_doctor, self.list_batches, draft_judging)
