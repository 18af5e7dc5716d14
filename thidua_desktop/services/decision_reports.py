"""Decisions as they are printed: what the clerk has not said about the paper is proposed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.bonuses import PayList
from thidua_desktop.domain.decision_changes import CorrectedField
from thidua_desktop.domain.decisions import Decision, DecisionLine
from thidua_desktop.domain.ids import DecisionId
from thidua_desktop.domain.rulebooks import RulebookMissing
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.model import Report
from thidua_desktop.services.councils import roster
from thidua_desktop.services.decision_lines import whole
from thidua_desktop.services.funds import FundService
from thidua_desktop.services.hand_decisions import HandDecisionService
from thidua_desktop.services.paper_context import council_head
from thidua_desktop.services.paper_issuers import Issuer, issuer
from thidua_desktop.services.pay_lists import PayListService
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import decision_texts as words
from thidua_desktop.wording import issuers, paper_files

__all__ = ["DecisionReports", "DecisionTexts"]


@dataclass(frozen=True, slots=True)
class DecisionTexts:
    """What a decision says around its list: the clerk's own words, and proposed ones where there are none."""

    authority: str
    bases: tuple[str, ...]
    merit: str
    money: str
    executors: str
    recipients: tuple[str, ...]
    signer_posts: tuple[str, ...]
    signer_name: str


class DecisionReports:
    """Builds the papers of decisions; what is written into a file, and whether, ``DecisionPaperService`` says."""

    def __init__(
        self,
        store: Store,
        rulebooks: RulebookService,
        hand_decisions: HandDecisionService,
        pay_lists: PayListService,
        *,
        funds: FundService,
        today: Callable[[], date],
    ) -> None:
        self._store = store
        self._rulebooks = rulebooks
        self._hand_decisions, self._pay_lists, self._funds = hand_decisions, pay_lists, funds
        self._today = today

    def texts(self, decision_id: DecisionId) -> DecisionTexts:
        """What the paper of a decision says around its list.

        Raises:
            RecordMissing: no such decision, or in the trash.
        """
        return self._texts(self._get(decision_id), self._issuer(self._get(decision_id)))

    def document(self, decision_id: DecisionId) -> Report:
        """The decision with the list behind it; of one that corrects or withdraws, what it changes.

        Raises:
            RecordMissing: no such decision, or in the trash.
        """
        from thidua_desktop.reports.councils.decision import DecisionPaper, decision_document  # sets type: loaded late

        decision = self._get(decision_id)
        if decision.corrects is not None:
            return self._change(decision, decision.corrects)
        found = self._issuer(decision)
        texts = self._texts(decision, found)
        paper = DecisionPaper(
            head=_signed_by(found.head, texts),
            authority=texts.authority,
            bases=texts.bases,
            awards=found.awards(self.awards()),
            merit=texts.merit,
            money=texts.money,
            executors=texts.executors,
            recipients=texts.recipients,
        )
        return decision_document(paper, decision)

    def pay_list(self, decision_id: DecisionId) -> Report:
        """The pay list of a decision.

        Raises:
            RecordMissing, RulebookMissing: no such decision, or no rulebook for its day.
        """
        from thidua_desktop.reports.councils.pay_list import pay_document

        decision, pay = self._get(decision_id), self._pay_lists.of(decision_id)
        names = {award_id: award.usual for award_id, award in self.awards().items()}
        subject = paper_files.pay_subject(decision.number, decision.signed_on, decision.title)
        return pay_document(self._office(), pay, names, subject=subject, fund=self._funds.around(decision_id))

    def proposal(self, decision_id: DecisionId) -> Report:
        """The tờ trình that asks the deciding body for what a decision gives.

        Raises:
            RecordMissing: no such decision, or in the trash.
        """
        from thidua_desktop.reports.councils.proposal import ProposalPaper, proposal

        decision = self._get(decision_id)
        found = self._issuer(decision)
        head, agency = self._proposer(decision, own=found.own)
        bases = tuple(each for each in self._texts(decision, found).bases if not words.proposes(each))
        paper = ProposalPaper(
            head,
            agency,
            (found.authority,),
            paper_files.proposal_subject(decision.title),
            bases,
            found.awards(self.awards()),
        )
        return proposal(paper, decision.lines)

    def awards(self) -> Mapping[str, Award]:
        """The catalogue with the office's own awards, by id."""
        return {award.id: award for award in self._rulebooks.awards()}

    def _change(self, decision: Decision, corrected: DecisionId) -> Report:
        from thidua_desktop.reports.councils.decision_changes import (
            ChangePaper,
            correction_decision,
            withdrawal_decision,
        )

        with self._store.read() as work:
            first = whole(work, work.decision.decisions.get(corrected))
            drafted = work.decision.pending.of(by_id=decision.id)
            changes = drafted or work.decision.corrections.of(by_id=decision.id)
        found = self._issuer(replace(decision, authority=decision.authority or first.authority))
        texts = self._texts(decision, found)
        paper = ChangePaper(
            head=_signed_by(found.head, texts),
            authority=texts.authority,
            bases=texts.bases,
            reason=changes[0].reason if changes else "",
            number=decision.number,
            day=decision.signed_on,
            executors=texts.executors,
            recipients=texts.recipients,
        )
        gone = {one.line_id for one in changes if one.field is CorrectedField.LINE}
        if gone and len(gone) == len(changes):
            return withdrawal_decision(paper, first, [line for line in first.lines if line.id in gone])
        return correction_decision(paper, first, changes)

    def _proposer(self, decision: Decision, *, own: bool) -> tuple[Office, str]:
        """Who asks: within the office the council that agreed to it, of a higher level the office itself."""
        with self._store.read() as work:
            office = work.office.get()
            if own and decision.meeting_id is not None:
                meeting = work.council.meetings.any(decision.meeting_id)
                council = work.council.councils.any(meeting.council_id)
                sitting = roster(work, council, meeting.day)
                return council_head(office, council, sitting.members), council.name
        return office, issuers.running(office.name, self._unit_names())

    def _get(self, decision_id: DecisionId) -> Decision:
        with self._store.read() as work:
            return whole(work, work.decision.decisions.get(decision_id))

    def _office(self) -> Office:
        with self._store.read() as work:
            return work.office.get()

    def _unit_names(self) -> Sequence[str]:
        with self._store.read() as work:
            return [unit.name for unit in work.units.all()]

    def _issuer(self, decision: Decision) -> Issuer:
        try:
            bodies = self._rulebooks.on(decision.signed_on or self._today()).vocabulary.bodies
        except RulebookMissing:
            bodies = {}
        found = issuer(self._office(), decision.authority, bodies, self._unit_names())
        return replace(found, authority=decision.signed_by) if decision.signed_by.strip() else found

    def _texts(self, decision: Decision, found: Issuer) -> DecisionTexts:
        bases = decision.legal_bases or self._hand_decisions.bases(decision)
        proposer = words.proposed_by(decision.proposed_by) if decision.proposed_by else ""
        if proposer:
            bases = (*(each for each in bases if not words.proposes(each)), proposer)
        own_posts = decision.signer_posts or found.head.signer_posts
        return DecisionTexts(
            authority=found.authority,
            bases=bases,
            merit=decision.merit or words.merit(decision.year),
            money=self._money(decision),
            executors=decision.executors or words.executors(_units(decision.lines)),
            recipients=decision.recipients,
            signer_posts=own_posts,
            signer_name=decision.signer_name or (found.head.signer_name if not decision.signer_posts else ""),
        )

    def _money(self, decision: Decision) -> str:
        """The article on bonuses; none where nothing is paid."""
        if decision.id is None or not decision.lines or decision.historical:
            return ""
        try:
            pay: PayList = self._pay_lists.of(decision.id)
        except RulebookMissing:
            return ""
        return words.MONEY if pay.total else ""


def _signed_by(head: Office, texts: DecisionTexts) -> Office:
    return replace(head, signer_posts=texts.signer_posts, signer_name=texts.signer_name)


def _units(lines: Sequence[DecisionLine]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.unit for line in lines if line.unit))
