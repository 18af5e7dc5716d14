"""The services of recipients, the law and nominations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_desktop.common.once import once
from thidua_desktop.services.opened import OpenedFile

if TYPE_CHECKING:
    from thidua_desktop.services.awards import AwardService
    from thidua_desktop.services.bulk import BulkService
    from thidua_desktop.services.dossiers import DossierService
    from thidua_desktop.services.draft_judging import DraftJudgingService
    from thidua_desktop.services.eligibility import EligibilityService
    from thidua_desktop.services.evidence import EvidenceService
    from thidua_desktop.services.judging import JudgingService
    from thidua_desktop.services.nominations import NominationService
    from thidua_desktop.services.quotas import QuotaService
    from thidua_desktop.services.recipient_ties import RecipientTieService
    from thidua_desktop.services.recipients import RecipientService
    from thidua_desktop.services.register import RegisterService
    from thidua_desktop.services.rulebooks import RulebookService
    from thidua_desktop.services.submission_papers import SubmissionPaperService
    from thidua_desktop.services.submissions import SubmissionService


class NominationServices(OpenedFile):
    """Who is nominated for what, and what the law says to it; ``Services`` has these with all others."""

    @once
    def awards(self) -> AwardService:
        """Titles (danh hiệu) and forms (hình thức) by day and recipient."""
        from thidua_desktop.services.awards import AwardService

        return AwardService()

    @once
    def rulebooks(self) -> RulebookService:
        """Which law judges which day. The files are read when they are first asked for, the office's own with them."""
        from thidua_desktop.services.rulebooks import OFFICE_FOLDER, RulebookService

        return RulebookService(self._store.path.parent / OFFICE_FOLDER)

    @once
    def eligibility(self) -> EligibilityService:
        """The check of nominations; a rulebook is made ready once and kept."""
        from thidua_desktop.services.eligibility import EligibilityService

        return EligibilityService(self.rulebooks)

    @once
    def evidence(self) -> EvidenceService:
        """Adds, changes and removes facts, and reads the files of recipients."""
        from thidua_desktop.services.evidence import EvidenceService

        return EvidenceService(self._store)

    @once
    def judging(self) -> JudgingService:
        """The check of rounds. Judgements are kept in memory; every thread may ask."""
        from thidua_desktop.services.judging import JudgingService

        return JudgingService(self._store, self.rulebooks, self.eligibility, self.today)

    @once
    def quotas(self) -> QuotaService:
        """The live gauge of a round, and the bases that the clerk states."""
        from thidua_desktop.services.quotas import QuotaService

        return QuotaService(self._store, self.eligibility, self.today)

    @once
    def nominations(self) -> NominationService:
        """The rounds of the office and the lines in them."""
        from thidua_desktop.services.nominations import NominationService

        return NominationService(self._store, self.awards)

    @once
    def dossiers(self) -> DossierService:
        """The checklists of lines and submissions. Which documents there are is the law's, by the day of the papers."""
        from thidua_desktop.services.dossiers import DossierService

        return DossierService(self._store, self.rulebooks, self.today)

    @once
    def submissions(self) -> SubmissionService:
        """The units of a round and what they have sent."""
        from thidua_desktop.services.submissions import SubmissionService

        return SubmissionService(self._store, self.dossiers, self.today)

    @once
    def bulk(self) -> BulkService:
        """Changes that a clerk makes to a selection."""
        from thidua_desktop.services.bulk import BulkService

        return BulkService(self._store, self.rulebooks)

    @once
    def submission_papers(self) -> SubmissionPaperService:
        """Writes papers (PDF, Word); each method gives its path, and a failure leaves a former file as it was."""
        from thidua_desktop.services.submission_papers import SubmissionPaperService

        return SubmissionPaperService(self._store, self.submissions, self.dossiers, self.rulebooks, self.today)

    @once
    def recipients(self) -> RecipientService:
        """Whoever an award can go to."""
        from thidua_desktop.services.recipients import RecipientService

        return RecipientService(self._store, self.today)

    @once
    def ties(self) -> RecipientTieService:
        """Ties the lines of rounds."""
        from thidua_desktop.services.recipient_ties import RecipientTieService

        return RecipientTieService(self._store, self.today)

    @once
    def register(self) -> RegisterService:
        """Every award that was ever given."""
        from thidua_desktop.services.register import RegisterService

        return RegisterService(self._store, self.awards, self.today)

    @once
    def draft_judging(self) -> DraftJudgingService:
        """Says of rows before they are stored what the round will say of them after; nothing is kept."""
        from thidua_desktop.services.draft_judging import DraftJudgingService

        return DraftJudgingService(self._store, self.judging, self.eligibility, self.today)
