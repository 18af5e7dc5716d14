"""All repositories on one transaction."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    """What ``Store.read`` and ``Store.write`` give: one consistent state of the office file.

    A repository is made, and its module read, when it is first asked for: the window needs few of them to be shown.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def office(self) -> OfficeRepository:
        """OfficeRepository of this transaction."""
        from thidua_desktop.storage.repositories.office import OfficeRepository

        return OfficeRepository(self._session)

    @cached_property
    def units(self) -> UnitRepository:
        """UnitRepository of this transaction."""
        from thidua_desktop.storage.repositories.units import UnitRepository

        return UnitRepository(self._session)

    @cached_property
    def unit_events(self) -> UnitEventRepository:
        """UnitEventRepository of this transaction."""
        from thidua_desktop.storage.repositories.unit_events import UnitEventRepository

        return UnitEventRepository(self._session)

    @cached_property
    def unit_spellings(self) -> SpellingRepository:
        """SpellingRepository of this transaction."""
        from thidua_desktop.storage.repositories.unit_events import SpellingRepository

        return SpellingRepository(self._session)

    @cached_property
    def unit_links(self) -> UnitLinks:
        """UnitLinks of this transaction."""
        from thidua_desktop.storage.repositories.unit_links import UnitLinks

        return UnitLinks(self._session)

    @cached_property
    def recipients(self) -> RecipientRepository:
        """RecipientRepository of this transaction."""
        from thidua_desktop.storage.repositories.recipients import RecipientRepository

        return RecipientRepository(self._session)

    @cached_property
    def posts(self) -> PostRepository:
        """PostRepository of this transaction."""
        from thidua_desktop.storage.repositories.recipients import PostRepository

        return PostRepository(self._session)

    @cached_property
    def recipient_pairs(self) -> RecipientPairRepository:
        """RecipientPairRepository of this transaction."""
        from thidua_desktop.storage.repositories.recipients import RecipientPairRepository

        return RecipientPairRepository(self._session)

    @cached_property
    def recipient_links(self) -> RecipientLinks:
        """RecipientLinks of this transaction."""
        from thidua_desktop.storage.repositories.recipient_links import RecipientLinks

        return RecipientLinks(self._session)

    @cached_property
    def award_records(self) -> AwardRecordRepository:
        """AwardRecordRepository of this transaction."""
        from thidua_desktop.storage.repositories.award_records import AwardRecordRepository

        return AwardRecordRepository(self._session)

    @cached_property
    def register(self) -> RegisterSearch:
        """RegisterSearch of this transaction."""
        from thidua_desktop.storage.register_search import RegisterSearch

        return RegisterSearch(self._session)

    @cached_property
    def plans(self) -> PlanRepository:
        """PlanRepository of this transaction."""
        from thidua_desktop.storage.repositories.plans import PlanRepository

        return PlanRepository(self._session)

    @cached_property
    def parts(self) -> PartRepository:
        """PartRepository of this transaction."""
        from thidua_desktop.storage.repositories.parts import PartRepository

        return PartRepository(self._session)

    @cached_property
    def tasks(self) -> TaskRepository:
        """TaskRepository of this transaction."""
        from thidua_desktop.storage.repositories.tasks import TaskRepository

        return TaskRepository(self._session, self.units)

    @cached_property
    def plan_links(self) -> PlanLinkRepository:
        """PlanLinkRepository of this transaction."""
        from thidua_desktop.storage.repositories.plan_links import PlanLinkRepository

        return PlanLinkRepository(self._session)

    @cached_property
    def approvals(self) -> ApprovalRepository:
        """ApprovalRepository of this transaction."""
        from thidua_desktop.storage.repositories.approvals import ApprovalRepository

        return ApprovalRepository(self._session)

    @cached_property
    def series(self) -> SeriesRepository:
        """SeriesRepository of this transaction."""
        from thidua_desktop.storage.repositories.series import SeriesRepository

        return SeriesRepository(self._session)

    @cached_property
    def steps(self) -> StepRepository:
        """StepRepository of this transaction."""
        from thidua_desktop.storage.repositories.details import StepRepository

        return StepRepository(self._session)

    @cached_property
    def evidence(self) -> EvidenceRepository:
        """EvidenceRepository of this transaction."""
        from thidua_desktop.storage.repositories.details import EvidenceRepository

        return EvidenceRepository(self._session)

    @cached_property
    def urgings(self) -> UrgingRepository:
        """UrgingRepository of this transaction."""
        from thidua_desktop.storage.repositories.details import UrgingRepository

        return UrgingRepository(self._session)

    @cached_property
    def pairs(self) -> PairRepository:
        """PairRepository of this transaction."""
        from thidua_desktop.storage.repositories.details import PairRepository

        return PairRepository(self._session)

    @cached_property
    def details(self) -> Details:
        """Details of this transaction."""
        from thidua_desktop.storage.repositories.details import Details

        return Details(self._session)

    @cached_property
    def commemorations(self) -> CommemorationRepository:
        """CommemorationRepository of this transaction."""
        from thidua_desktop.storage.repositories.calendar import CommemorationRepository

        return CommemorationRepository(self._session)

    @cached_property
    def chains(self) -> ChainRepository:
        """ChainRepository of this transaction."""
        from thidua_desktop.storage.repositories.calendar import ChainRepository

        return ChainRepository(self._session)

    @cached_property
    def reminder_delays(self) -> ReminderDelayRepository:
        """ReminderDelayRepository of this transaction."""
        from thidua_desktop.storage.repositories.calendar import ReminderDelayRepository

        return ReminderDelayRepository(self._session)

    @cached_property
    def rounds(self) -> RoundRepository:
        """RoundRepository of this transaction."""
        from thidua_desktop.storage.repositories.rounds import RoundRepository

        return RoundRepository(self._session)

    @cached_property
    def nominations(self) -> NominationRepository:
        """NominationRepository of this transaction."""
        from thidua_desktop.storage.repositories.nominations import NominationRepository

        return NominationRepository(self._session)

    @cached_property
    def submissions(self) -> SubmissionRepository:
        """SubmissionRepository of this transaction."""
        from thidua_desktop.storage.repositories.submissions import SubmissionRepository

        return SubmissionRepository(self._session)

    @cached_property
    def returns(self) -> ReturnRepository:
        """ReturnRepository of this transaction."""
        from thidua_desktop.storage.repositories.submissions import ReturnRepository

        return ReturnRepository(self._session)

    @cached_property
    def dossiers(self) -> DossierRepository:
        """DossierRepository of this transaction."""
        from thidua_desktop.storage.repositories.dossiers import DossierRepository

        return DossierRepository(self._session)

    @cached_property
    def dossier_files(self) -> DossierFileRepository:
        """DossierFileRepository of this transaction."""
        from thidua_desktop.storage.repositories.dossiers import DossierFileRepository

        return DossierFileRepository(self._session)

    @cached_property
    def facts(self) -> FactRepository:
        """FactRepository of this transaction."""
        from thidua_desktop.storage.repositories.facts import FactRepository

        return FactRepository(self._session)

    @cached_property
    def files(self) -> EvidenceFiles:
        """EvidenceFiles of this transaction."""
        from thidua_desktop.storage.evidence_files import EvidenceFiles

        return EvidenceFiles(self._session, self.facts)

    @cached_property
    def overrides(self) -> OverrideRepository:
        """OverrideRepository of this transaction."""
        from thidua_desktop.storage.repositories.overrides import OverrideRepository

        return OverrideRepository(self._session)

    @cached_property
    def quota_bases(self) -> QuotaBaseRepository:
        """QuotaBaseRepository of this transaction."""
        from thidua_desktop.storage.repositories.overrides import QuotaBaseRepository

        return QuotaBaseRepository(self._session)

    @cached_property
    def judging(self) -> JudgingQueries:
        """JudgingQueries of this transaction."""
        from thidua_desktop.storage.judging import JudgingQueries

        return JudgingQueries(self._session)

    @cached_property
    def list_layouts(self) -> ListLayoutRepository:
        """ListLayoutRepository of this transaction."""
        from thidua_desktop.storage.repositories.lists import ListLayoutRepository

        return ListLayoutRepository(self._session)

    @cached_property
    def list_imports(self) -> ListImportRepository:
        """ListImportRepository of this transaction."""
        from thidua_desktop.storage.repositories.lists import ListImportRepository

        return ListImportRepository(self._session)

    @cached_property
    def presets(self) -> PresetRepository:
        """PresetRepository of this transaction."""
        from thidua_desktop.storage.repositories.presets import PresetRepository

        return PresetRepository(self._session)

    @cached_property
    def council(self) -> CouncilTables:
        """CouncilTables of this transaction."""
        from thidua_desktop.storage.repositories.councils import CouncilTables

        return CouncilTables(self._session)

    @cached_property
    def decision(self) -> DecisionTables:
        """DecisionTables of this transaction."""
        from thidua_desktop.storage.repositories.decisions import DecisionTables

        return DecisionTables(self._session)

    @cached_property
    def report(self) -> ReportTables:
        """ReportTables of this transaction."""
        from thidua_desktop.storage.repositories.reports import ReportTables

        return ReportTables(self._session)

    @cached_property
    def years(self) -> YearRepository:
        """YearRepository of this transaction."""
        from thidua_desktop.storage.repositories.years import YearRepository

        return YearRepository(self._session)

    @cached_property
    def journal(self) -> Journal:
        """Journal of this transaction."""
        from thidua_desktop.storage.journal import Journal

        return Journal(self._session)

    @cached_property
    def record_names(self) -> RecordNames:
        """RecordNames of this transaction."""
        from thidua_desktop.storage.record_names import RecordNames

        return RecordNames(self._session)

    @cached_property
    def reversal(self) -> Reversal:
        """Reversal of this transaction."""
        from thidua_desktop.storage.reversal import Reversal

        return Reversal(self._session)

    @cached_property
    def trash(self) -> Trash:
        """Trash of this transaction."""
        from thidua_desktop.storage.trash import Trash

        return Trash(self._session)

    @cached_property
    def queries(self) -> Queries:
        """Queries of this transaction."""
        from thidua_desktop.storage.queries import Queries

        return Queries(self._session, self.plans, self.tasks, self.rounds)

    @cached_property
    def statistics(self) -> StatisticsQueries:
        """StatisticsQueries of this transaction."""
        from thidua_desktop.storage.statistics import StatisticsQueries

        return StatisticsQueries(self._session)

    @cached_property
    def statistics_lines(self) -> StatisticsLines:
        """StatisticsLines of this transaction."""
        from thidua_desktop.storage.statistics_lines import StatisticsLines

        return StatisticsLines(self._session)
