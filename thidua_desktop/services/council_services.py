"""The services of councils and decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_desktop.common.once import once
from thidua_desktop.services.nomination_services import NominationServices

if TYPE_CHECKING:
    from thidua_desktop.services.amendments import AmendmentService
    from thidua_desktop.services.ballots import BallotService
    from thidua_desktop.services.certificates import CertificateService
    from thidua_desktop.services.confirmations import ConfirmationService
    from thidua_desktop.services.corrections import CorrectionService
    from thidua_desktop.services.councils import CouncilService
    from thidua_desktop.services.decision_papers import DecisionPaperService
    from thidua_desktop.services.decision_reports import DecisionReports
    from thidua_desktop.services.decisions import DecisionService
    from thidua_desktop.services.funds import FundService
    from thidua_desktop.services.hand_decisions import HandDecisionService
    from thidua_desktop.services.meeting_papers import MeetingPaperService
    from thidua_desktop.services.meetings import MeetingService
    from thidua_desktop.services.name_checks import NameCheckService
    from thidua_desktop.services.pay_lists import PayListService
    from thidua_desktop.services.register_pages import RegisterPageService
    from thidua_desktop.services.sent_up import SentUpService
    from thidua_desktop.services.sent_up_papers import SentUpPaperService
    from thidua_desktop.services.templates import TemplateService
    from thidua_desktop.services.verdicts import VerdictService


class CouncilServices(NominationServices):
    """From the roster of a council to the signed decision; ``Services`` has these with all others."""

    @once
    def templates(self) -> TemplateService:
        """Templates in one folder; where an office has none of its own the built-in layout is written."""
        from thidua_desktop.services.templates import TEMPLATE_FOLDER, TemplateService

        return TemplateService(self.path.parent / TEMPLATE_FOLDER)

    @once
    def councils(self) -> CouncilService:
        """The councils of the office."""
        from thidua_desktop.services.councils import CouncilService

        return CouncilService(self._store, self.today)

    @once
    def meetings(self) -> MeetingService:
        """The meetings of the office's councils."""
        from thidua_desktop.services.meetings import MeetingService

        return MeetingService(self._store, self.rulebooks)

    @once
    def ballots(self) -> BallotService:
        """The ballots of meetings."""
        from thidua_desktop.services.ballots import BallotService

        return BallotService(self._store, self.rulebooks)

    @once
    def verdicts(self) -> VerdictService:
        """The council's word on every line."""
        from thidua_desktop.services.verdicts import VerdictService

        return VerdictService(self._store, self.rulebooks)

    @once
    def decisions(self) -> DecisionService:
        """The decisions of the office."""
        from thidua_desktop.services.decisions import DecisionService

        return DecisionService(self._store, self.rulebooks, self.verdicts, self.today)

    @once
    def hand_decisions(self) -> HandDecisionService:
        """Begins decisions by hand and says what can go into a draft."""
        from thidua_desktop.services.hand_decisions import HandDecisionService

        return HandDecisionService(self._store, self.rulebooks, self.today)

    @once
    def corrections(self) -> CorrectionService:
        """Corrects and withdraws signed decisions; the register follows."""
        from thidua_desktop.services.corrections import CorrectionService

        return CorrectionService(self._store)

    @once
    def amendments(self) -> AmendmentService:
        """Drafts decisions about signed ones; ``DecisionService.sign`` carries them out."""
        from thidua_desktop.services.amendments import AmendmentService

        return AmendmentService(self._store, self.today)

    @once
    def pay_lists(self) -> PayListService:
        """The pay lists of decisions."""
        from thidua_desktop.services.pay_lists import PayListService

        return PayListService(self._store, self.rulebooks, self.today)

    @once
    def sent_up(self) -> SentUpService:
        """The lines that wait for a higher level."""
        from thidua_desktop.services.sent_up import SentUpService

        return SentUpService(self._store, self.rulebooks, self.today)

    @once
    def sent_up_papers(self) -> SentUpPaperService:
        """Writes the letter (PDF, Word) for lines that were sent up."""
        from thidua_desktop.services.sent_up_papers import SentUpPaperService

        return SentUpPaperService(self._store, self.rulebooks, self.hand_decisions, self.templates, self.today)

    @once
    def register_pages(self) -> RegisterPageService:
        """Reads only; entries are kept by ``RegisterService``."""
        from thidua_desktop.services.register_pages import RegisterPageService

        return RegisterPageService(self._store, self.today)

    @once
    def funds(self) -> FundService:
        """Keeps the fund's book."""
        from thidua_desktop.services.funds import FundService

        return FundService(self._store, self.rulebooks, self.pay_lists, self.today)

    @once
    def _decision_reports(self) -> DecisionReports:
        """Builds the papers of decisions; what is written into a file, and whether, ``DecisionPaperService`` says."""
        from thidua_desktop.services.decision_reports import DecisionReports

        return DecisionReports(
            self._store, self.rulebooks, self.hand_decisions, self.pay_lists, funds=self.funds, today=self.today
        )

    @once
    def name_checks(self) -> NameCheckService:
        """Compares names, and keeps why a difference may stand."""
        from thidua_desktop.services.name_checks import NameCheckService

        return NameCheckService(self._store, self._decision_reports, self.today)

    @once
    def confirmations(self) -> ConfirmationService:
        """Writes confirmations; nothing is kept."""
        from thidua_desktop.services.confirmations import ConfirmationService

        return ConfirmationService(self._store, self.rulebooks, self.templates)

    @once
    def certificates(self) -> CertificateService:
        """Writes certificates (PDF), and keeps where forms and printers need the letters."""
        from thidua_desktop.services.certificates import CertificateService

        return CertificateService(self._store, self._decision_reports, self.name_checks, self.corrections)

    @once
    def decision_papers(self) -> DecisionPaperService:
        """Writes decisions (PDF, Word, as a workbook) and what goes with them."""
        from thidua_desktop.services.decision_papers import DecisionPaperService

        return DecisionPaperService(
            self._store, self.rulebooks, self.templates, self._decision_reports, self.name_checks
        )

    @once
    def meeting_papers(self) -> MeetingPaperService:
        """Writes the papers of meetings (PDF, Word, some as a workbook)."""
        from thidua_desktop.services.meeting_papers import MeetingPaperService

        return MeetingPaperService(
            self._store,
            self.rulebooks,
            self.judging,
            self.quotas,
            hand_decisions=self.hand_decisions,
            decision_papers=self.decision_papers,
            templates=self.templates,
        )
