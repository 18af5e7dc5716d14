"""All services on one open office file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import TracebackType
from typing import Self

from thidua_desktop.services.adjustments import AdjustmentService
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.backup import BackupService
from thidua_desktop.services.backup_settings import SettingsFile
from thidua_desktop.services.bulk import BulkService
from thidua_desktop.services.commemorations import CommemorationService
from thidua_desktop.services.council_services import CouncilServices
from thidua_desktop.services.dossiers import DossierService
from thidua_desktop.services.draft_judging import DraftJudgingService
from thidua_desktop.services.duplicates import DuplicateService
from thidua_desktop.services.eligibility import EligibilityService
from thidua_desktop.services.evidence import EvidenceService
from thidua_desktop.services.history import HistoryService
from thidua_desktop.services.imports import ImportService
from thidua_desktop.services.judging import JudgingService
from thidua_desktop.services.list_services import ListServices
from thidua_desktop.services.meeting_papers import MeetingPaperService
from thidua_desktop.services.nominations import NominationService
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.old_decisions import OldDecisionService
from thidua_desktop.services.organisation import UnitService
from thidua_desktop.services.packages import PackageService
from thidua_desktop.services.passwords import PasswordService
from thidua_desktop.services.plan_links import PlanLinkService
from thidua_desktop.services.planner import PlannerService
from thidua_desktop.services.plans import PlanService
from thidua_desktop.services.quotas import QuotaService
from thidua_desktop.services.recipient_ties import RecipientTieService
from thidua_desktop.services.recipients import RecipientService
from thidua_desktop.services.register import RegisterService
from thidua_desktop.services.reminders import ReminderService
from thidua_desktop.services.report_services import ReportServices
from thidua_desktop.services.rulebooks import OFFICE_FOLDER, RulebookService
from thidua_desktop.services.series import SeriesService
from thidua_desktop.services.sharing import SharingService
from thidua_desktop.services.submission_papers import SubmissionPaperService
from thidua_desktop.services.submissions import SubmissionService
from thidua_desktop.services.task_details import TaskDetailService
from thidua_desktop.services.tasks import TaskService
from thidua_desktop.services.templates import TEMPLATE_FOLDER, TemplateService
from thidua_desktop.services.trash import Directory, TrashService
from thidua_desktop.services.undo import UndoService
from thidua_desktop.services.urging import UrgingService
from thidua_desktop.services.years import YearService
from thidua_desktop.storage.store import Store


class Services(CouncilServices, ListServices, ReportServices):
    """What window and command line are given; closing it closes the file."""

    def __init__(self, store: Store, today: Callable[[], date], *, backup_settings: SettingsFile | None = None) -> None:
        self._store = store
        self.path = store.path
        self.read_only = store.read_only
        self.user = store.user
        """Who works with the program: the name of the account."""
        self.today = today
        self.office = OfficeService(store)
        self.units = UnitService(store, today)
        self.plans = PlanService(store, today)
        self.tasks = TaskService(store, today)
        self.plan_links = PlanLinkService(store)
        self.duplicates = DuplicateService(store)
        self.adjustments = AdjustmentService(store)
        self.task_details = TaskDetailService(store, today)
        self.urging = UrgingService(store)
        self.series = SeriesService(store)
        self.commemorations = CommemorationService(store)
        self.planner = PlannerService(store, today)
        self.reminders = ReminderService(store, today)
        self.awards = AwardService()
        self.rulebooks = RulebookService(store.path.parent / OFFICE_FOLDER)
        CouncilServices.__init__(
            self, store, self.rulebooks, TemplateService(store.path.parent / TEMPLATE_FOLDER), today
        )
        self.eligibility = EligibilityService(self.rulebooks)
        self.evidence = EvidenceService(store)
        self.judging = JudgingService(store, self.rulebooks, self.eligibility, today)
        self.quotas = QuotaService(store, self.eligibility, today)
        self.meeting_papers = MeetingPaperService(
            *(store, self.rulebooks, self.judging, self.quotas),
            hand_decisions=self.hand_decisions,
            decision_papers=self.decision_papers,
            templates=self.templates,
        )
        self.nominations = NominationService(store, self.awards)
        self.dossiers = DossierService(store, self.rulebooks, today)
        self.submissions = SubmissionService(store, self.dossiers, today)
        self.bulk = BulkService(store, self.rulebooks)
        self.submission_papers = SubmissionPaperService(store, self.submissions, self.dossiers, self.rulebooks, today)
        self.recipients = RecipientService(store, today)
        self.ties = RecipientTieService(store, today)
        self.register = RegisterService(store, self.awards, today)
        drafts = DraftJudgingService(store, self.judging, self.eligibility, today)
        ListServices.__init__(self, store, self.awards, self.recipients, drafts, today)
        self.old_decisions = OldDecisionService(store, self.list_doctor, self.rulebooks, today)
        self.trash = TrashService(
            store,
            self.plans,
            self.tasks,
            self.nominations,
            self.submissions,
            directory=Directory(self.units, self.recipients, self.register),
            councils=self,
        )
        self.imports = ImportService(store)
        ReportServices.__init__(self, store, self.rulebooks, today)
        self.history = HistoryService(store)
        self.years = YearService(store)
        self.sharing = SharingService(store)
        self.backups = BackupService(store, settings=backup_settings, now=store.now)
        self.packages = PackageService(store)
        store.before_write = self.backups.before
        self.passwords = PasswordService(store)
        self.undo = UndoService(store)

    def close(self) -> None:
        """Close the file and let others write to it; a second call does nothing."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
