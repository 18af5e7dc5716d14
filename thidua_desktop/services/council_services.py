"""The services of councils and decisions, as they hang together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from thidua_desktop.services.amendments import AmendmentService
from thidua_desktop.services.ballots import BallotService
from thidua_desktop.services.confirmations import ConfirmationService
from thidua_desktop.services.corrections import CorrectionService
from thidua_desktop.services.councils import CouncilService
from thidua_desktop.services.decision_papers import DecisionPaperService
from thidua_desktop.services.decision_reports import DecisionReports
from thidua_desktop.services.decisions import DecisionService
from thidua_desktop.services.funds import FundService
from thidua_desktop.services.hand_decisions import HandDecisionService
from thidua_desktop.services.meetings import MeetingService
from thidua_desktop.services.name_checks import NameCheckService
from thidua_desktop.services.pay_lists import PayListService
from thidua_desktop.services.register_pages import RegisterPageService
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.sent_up import SentUpService
from thidua_desktop.services.sent_up_papers import SentUpPaperService
from thidua_desktop.services.templates import TemplateService
from thidua_desktop.services.verdicts import VerdictService
from thidua_desktop.storage.store import Store


class CouncilServices:
    """From the roster of a council to the signed decision; ``Services`` has these with all others."""

    def __init__(
        self, store: Store, rulebooks: RulebookService, templates: TemplateService, today: Callable[[], date]
    ) -> None:
        self.templates = templates
        self.councils = CouncilService(store, today)
        self.meetings = MeetingService(store, rulebooks)
        self.ballots = BallotService(store, rulebooks)
        self.verdicts = VerdictService(store, rulebooks)
        self.decisions = DecisionService(store, rulebooks, self.verdicts, today)
        self.hand_decisions = HandDecisionService(store, rulebooks, today)
        self.corrections = CorrectionService(store)
        self.amendments = AmendmentService(store, today)
        self.pay_lists = PayListService(store, rulebooks, today)
        self.sent_up = SentUpService(store, rulebooks, today)
        self.sent_up_papers = SentUpPaperService(store, rulebooks, self.hand_decisions, templates, today)
        self.register_pages = RegisterPageService(store, today)
        self.funds = FundService(store, rulebooks, self.pay_lists, today)
        reports = DecisionReports(store, rulebooks, self.hand_decisions, self.pay_lists, funds=self.funds, today=today)
        self.name_checks = NameCheckService(store, reports, today)
        self.confirmations = ConfirmationService(store, rulebooks, templates)
        self.decision_papers = DecisionPaperService(store, rulebooks, templates, reports, self.name_checks)
