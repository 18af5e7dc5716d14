"""All repositories on one transaction."""

from __future__ import annotations

from thidua_desktop.storage.evidence_files import EvidenceFiles
from thidua_desktop.storage.journal import Journal
from thidua_desktop.storage.judging import JudgingQueries
from thidua_desktop.storage.queries import Queries
from thidua_desktop.storage.record_names import RecordNames
from thidua_desktop.storage.register_search import RegisterSearch
from thidua_desktop.storage.repositories.approvals import ApprovalRepository
from thidua_desktop.storage.repositories.award_records import AwardRecordRepository
from thidua_desktop.storage.repositories.calendar import (
    ChainRepository,
    CommemorationRepository,
    ReminderDelayRepository,
)
from thidua_desktop.storage.repositories.councils import CouncilTables
from thidua_desktop.storage.repositories.decisions import DecisionTables
from thidua_desktop.storage.repositories.details import (
    Details,
    EvidenceRepository,
    PairRepository,
    StepRepository,
    UrgingRepository,
)
from thidua_desktop.storage.repositories.dossiers import DossierFileRepository, DossierRepository
from thidua_desktop.storage.repositories.facts import FactRepository
from thidua_desktop.storage.repositories.lists import ListImportRepository, ListLayoutRepository
from thidua_desktop.storage.repositories.nominations import NominationRepository
from thidua_desktop.storage.repositories.office import OfficeRepository
from thidua_desktop.storage.repositories.overrides import OverrideRepository, QuotaBaseRepository
from thidua_desktop.storage.repositories.parts import PartRepository
from thidua_desktop.storage.repositories.plan_links import PlanLinkRepository
from thidua_desktop.storage.repositories.plans import PlanRepository
from thidua_desktop.storage.repositories.presets import PresetRepository
from thidua_desktop.storage.repositories.recipient_links import RecipientLinks
from thidua_desktop.storage.repositories.recipients import (
    PostRepository,
    RecipientPairRepository,
    RecipientRepository,
)
from thidua_desktop.storage.repositories.reports import ReportTables
from thidua_desktop.storage.repositories.rounds import RoundRepository
from thidua_desktop.storage.repositories.series import SeriesRepository
from thidua_desktop.storage.repositories.submissions import ReturnRepository, SubmissionRepository
from thidua_desktop.storage.repositories.tasks import TaskRepository
from thidua_desktop.storage.repositories.unit_events import SpellingRepository, UnitEventRepository
from thidua_desktop.storage.repositories.unit_links import UnitLinks
from thidua_desktop.storage.repositories.units import UnitRepository
from thidua_desktop.storage.repositories.years import YearRepository
from thidua_desktop.storage.reversal import Reversal
from thidua_desktop.storage.session import Session
from thidua_desktop.storage.statistics import StatisticsQueries
from thidua_desktop.storage.statistics_lines import StatisticsLines
from thidua_desktop.storage.trash import Trash


class Work:
    """What ``Store.read`` and ``Store.write`` give: one consistent state of the office file."""

    def __init__(self, session: Session) -> None:
        self.office = OfficeRepository(session)
        self.units = UnitRepository(session)
        self.unit_events = UnitEventRepository(session)
        self.unit_spellings = SpellingRepository(session)
        self.unit_links = UnitLinks(session)
        self.recipients = RecipientRepository(session)
        self.posts = PostRepository(session)
        self.recipient_pairs = RecipientPairRepository(session)
        self.recipient_links = RecipientLinks(session)
        self.award_records = AwardRecordRepository(session)
        self.register = RegisterSearch(session)
        self.plans = PlanRepository(session)
        self.parts = PartRepository(session)
        self.tasks = TaskRepository(session, self.units)
        self.plan_links = PlanLinkRepository(session)
        self.approvals = ApprovalRepository(session)
        self.series = SeriesRepository(session)
        self.steps = StepRepository(session)
        self.evidence = EvidenceRepository(session)
        self.urgings = UrgingRepository(session)
        self.pairs = PairRepository(session)
        self.details = Details(session)
        self.commemorations = CommemorationRepository(session)
        self.chains = ChainRepository(session)
        self.reminder_delays = ReminderDelayRepository(session)
        self.rounds = RoundRepository(session)
        self.nominations = NominationRepository(session)
        self.submissions = SubmissionRepository(session)
        self.returns = ReturnRepository(session)
        self.dossiers = DossierRepository(session)
        self.dossier_files = DossierFileRepository(session)
        self.facts = FactRepository(session)
        self.files = EvidenceFiles(session, self.facts)
        self.overrides = OverrideRepository(session)
        self.quota_bases = QuotaBaseRepository(session)
        self.judging = JudgingQueries(session)
        self.list_layouts = ListLayoutRepository(session)
        self.list_imports = ListImportRepository(session)
        self.presets = PresetRepository(session)
        self.council = CouncilTables(session)
        self.decision = DecisionTables(session)
        self.report = ReportTables(session)
        self.years = YearRepository(session)
        self.journal = Journal(session)
        self.record_names = RecordNames(session)
        self.reversal = Reversal(session)
        self.trash = Trash(session)
        self.queries = Queries(session, self.plans, self.tasks, self.rounds)
        self.statistics = StatisticsQueries(session)
        self.statistics_lines = StatisticsLines(session)
