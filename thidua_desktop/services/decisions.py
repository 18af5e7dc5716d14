"""Decisions: drafted from what a council agreed to, listed, signed with number and day, written into the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.councils.meetings import MeetingState
from thidua_desktop.domain.decision_drafts import DraftProposal, Split, divided, listed
from thidua_desktop.domain.decisions import (
    Decision,
    DecisionLine,
    DecisionLocked,
    DecisionMoveNotAllowed,
    DecisionState,
)
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.ids import DecisionId, MeetingId
from thidua_desktop.services.corrections import carry_out
from thidua_desktop.services.decision_checks import (
    authorities,
    check_faultless,
    findings_of,
    held_on,
    nominations_in,
    numbers_taken,
    waiting_for_decision,
)
from thidua_desktop.services.decision_lines import (
    DecisionLineTaken,
    keep_lines,
    let_go,
    register,
    take_in,
    whole,
)
from thidua_desktop.services.meeting_standing import meeting_of, open_meeting
from thidua_desktop.services.paper_issuers import Issuer, issuer
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.summaries import brief
from thidua_desktop.services.verdicts import VerdictService
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work
from thidua_desktop.wording import councils as wording

__all__ = ["DecisionLineTaken", "DecisionService", "DraftProposal", "Split"]

_DECISION = frozenset({Kind.DECISION})
_WITH_LINES = frozenset({Kind.DECISION, Kind.NOMINATION})
_FROM_TALLY = frozenset({Kind.DECISION, Kind.NOMINATION, Kind.MEETING})
_SIGNED = frozenset({Kind.DECISION, Kind.NOMINATION, Kind.RECIPIENT, Kind.AWARD_RECORD})
_D = DecisionState
_DONE = frozenset({MeetingState.COUNTED, MeetingState.SIGNED})


class NothingAgreed(AppError):
    """No line of the meeting waits for a decision."""

    code = "decision.nothing_agreed"


class DecisionTitleMissing(AppError):
    """A decision without a subject (trích yếu) cannot be kept."""

    code = "decision.title_missing"


class DecisionNotDraft(AppError):
    """Only a draft is changed in its list or thrown away."""

    code = "decision.not_draft"


class DecisionService:
    """The decisions of the office."""

    def __init__(
        self, store: Store, rulebooks: RulebookService, verdict_service: VerdictService, today: Callable[[], date]
    ) -> None:
        self._store = store
        self._rulebooks = rulebooks
        self._verdicts = verdict_service
        self._today = today

    def of_year(self, year: int) -> tuple[Decision, ...]:
        """The decisions of a year with their lists, drafts last."""
        with self._store.read() as work:
            return tuple(whole(work, one) for one in work.decision.decisions.of(year=year))

    def years(self) -> tuple[int, ...]:
        """The years that there are decisions of, the latest first."""
        with self._store.read() as work:
            return tuple(sorted({one.year for one in work.decision.decisions.of()}, reverse=True))

    def find(self, text: str) -> Decision | None:
        """The decision of a record's number, of a registered number or a subject; the latest of several."""
        with self._store.read() as work:
            decisions = work.decision.decisions.of()
            wanted = fold(text)
            named = [one for one in decisions if wanted in (fold(one.number or ""), fold(one.title))]
            if wanted.isdecimal():
                named = [one for one in decisions if one.id == int(wanted)]
            return whole(work, named[-1]) if wanted and named else None

    def of_meeting(self, meeting_id: MeetingId) -> tuple[Decision, ...]:
        """The decisions that were drafted from a meeting, with their lists."""
        with self._store.read() as work:
            return tuple(whole(work, one) for one in work.decision.decisions.of(meeting_id=meeting_id))

    def get(self, decision_id: DecisionId) -> Decision:
        """One decision with its list.

        Raises:
            RecordMissing: no such decision, or in the trash.
        """
        with self._store.read() as work:
            return whole(work, work.decision.decisions.get(decision_id))

    def proposals(self, meeting_id: MeetingId, split: Split = Split.AUTHORITY) -> tuple[DraftProposal, ...]:
        """The decisions that the agreed lines of a meeting could become; those that went on already are left out.

        Raises:
            RecordMissing: no such meeting, or in the trash.
            RulebookMissing: no rulebook covers its day.
        """
        with self._store.read() as work:
            return self._proposals(work, meeting_id, split)

    def draft(self, meeting_id: MeetingId, proposals: Sequence[DraftProposal]) -> Changes:
        """Draft decisions from the agreed lines of a meeting, as one operation; its nominations wait to be signed.

        Raises:
            NothingAgreed: no proposal.
            DecisionLineTaken: a line has gone on since; nothing is drafted.
            MeetingClosed: the meeting has not been concluded.
            RecordMissing: a line or the meeting is not there.
        """
        with self._store.read() as work:
            name = brief(meeting_of(work, meeting_id).name)
        if not proposals:
            raise NothingAgreed(name=name)
        with self._store.write("decision.draft", name=name, count=len(proposals)) as work:
            created = self._drafted(work, meeting_id, proposals)
        return Changes("decision.draft", _WITH_LINES, created)

    def draft_from_tally(self, meeting_id: MeetingId, split: Split = Split.AUTHORITY) -> Changes:
        """From the tally to the drafts in one operation: conclude the meeting, then draft all that it agreed to.

        Raises:
            NothingAgreed: the council agreed to no line; nothing has changed.
            LinesOpen, LineChangedSince, QuorumMissing, MeetingClosed: as ``VerdictService.conclude``.
            RecordMissing, RulebookMissing: no such meeting, or no rulebook for its day.
        """
        with self._store.read() as work:
            name = brief(meeting_of(work, meeting_id).name)
        with self._store.write("decision.draft_from_tally", name=name) as work:
            self._verdicts.apply(work, meeting_id)
            proposals = self._proposals(work, meeting_id, split)
            if not proposals:
                raise NothingAgreed(name=name)
            created = self._drafted(work, meeting_id, proposals)
        return Changes("decision.draft_from_tally", _FROM_TALLY, created)

    def save(self, decision: Decision) -> Changes:
        """Keep what a draft says around its list; list, number, day and state stay.

        Raises:
            DecisionTitleMissing: no subject.
            DecisionLocked: it is signed.
            RecordMissing: no such decision.
        """
        title = squeeze(decision.title)
        if not title:
            raise DecisionTitleMissing
        with self._store.write("decision.save", title=brief(title)) as work:
            kept = _unlocked(work, decision.id or DecisionId(0))
            work.decision.decisions.save(
                replace(
                    kept,
                    title=title,
                    signed_by=decision.signed_by,
                    authority=decision.authority,
                    legal_bases=decision.legal_bases,
                    merit=decision.merit.strip(),
                    executors=decision.executors.strip(),
                    recipients=decision.recipients,
                    signer_posts=decision.signer_posts,
                    signer_name=decision.signer_name.strip(),
                    proposed_by=decision.proposed_by.strip(),
                )
            )
        return Changes("decision.save", _DECISION)

    def save_lines(self, decision_id: DecisionId, lines: Sequence[DecisionLine]) -> Changes:
        """Keep the list of a draft as it is given: its texts, its order, without the lines that are left out.

        A line without a number is new; its nomination has been agreed to. One that is left out waits as before.

        Raises:
            DecisionLineTaken: a new line is somewhere else; nothing is kept.
            DecisionLocked, DecisionNotDraft: it is signed, or on its way to be.
            RecordMissing: no such decision or line.
        """
        title = brief(self.get(decision_id).title)
        with self._store.write("decision.save_lines", title=title, count=len(lines)) as work:
            decision = _unlocked(work, decision_id)
            if decision.state is not _D.DRAFT:
                raise DecisionNotDraft(title=title, state=decision.state)
            kept = {line.id for line in lines}
            gone = [line for line in whole(work, decision).lines if line.id not in kept]
            let_go(work, nominations_in(gone), wording.TAKEN_FROM_DRAFT)
            take_in(work, nominations_in([line for line in lines if line.id is None]))
            keep_lines(work, decision_id, lines)
        return Changes("decision.save_lines", _WITH_LINES)

    def findings(self, decision_id: DecisionId) -> tuple[Finding, ...]:
        """What stands against signing, and agreed lines of the meeting that are in no decision.

        Raises:
            RecordMissing: no such decision, or in the trash.
        """
        with self._store.read() as work:
            return findings_of(work, whole(work, work.decision.decisions.get(decision_id)))

    def move(self, decision_id: DecisionId, state: DecisionState, *, reason: str | None = None) -> Changes:
        """Send a draft to be signed, take it back with a reason, or note that a signed decision has been issued.

        Raises:
            DecisionFaulty: the list has faults (``findings``); it is not sent.
            DecisionMoveNotAllowed, DecisionReasonMissing: it cannot go there; signing has a method of its own.
            RecordMissing: no such decision.
        """
        before = self.get(decision_id)
        moved = before.moved_to(state, reason=reason)
        if state not in (_D.TO_SIGN, _D.DRAFT, _D.ISSUED):
            raise DecisionMoveNotAllowed(old=before.state, new=state)
        with self._store.write("decision.move", title=brief(before.title), decision_state=state) as work:
            if state is _D.TO_SIGN:
                check_faultless(work, before)
            issued = self._today() if state is _D.ISSUED else before.issued_on
            work.decision.decisions.save(replace(moved, issued_on=issued))
        return Changes("decision.move", _DECISION)

    def sign(self, decision_id: DecisionId, number: str, day: date) -> Changes:
        """Keep number and day after the signature: the list is locked, its order makes the golden-book numbers.

        Every line gets its entry in the register and every nomination is decided.

        Raises:
            DecisionNumberUnreadable, DecisionNumberTaken: of the number.
            DecisionBeforeMeeting, DecisionTooFarAhead: of the day.
            DecisionMoveNotAllowed: it was not on its way to be signed.
            DecisionFaulty: the list has faults.
            RecipientNumberTaken: a recipient cannot be made for a line.
            RecordMissing: no such decision.
        """
        title = brief(self.get(decision_id).title)
        with self._store.write("decision.sign", title=title, number=squeeze(number)) as work:
            before = whole(work, work.decision.decisions.get(decision_id))
            check_faultless(work, before)
            signed = before.signed(
                number,
                day,
                taken=numbers_taken(work, day.year, before, before.signed_by or self._body(work, before, day)),
                not_before=held_on(work, before),
                today=self._today(),
                code=self._code(work, before, day),
            )
            pending = work.decision.pending.of(by_id=decision_id)
            work.decision.decisions.save(signed)
            if signed.corrects is not None:
                carry_out(work, signed, pending)
            keep_lines(work, decision_id, signed.lines)
            register(work, signed, signed.signed_by or self._body(work, signed, day))
        return Changes("decision.sign", _SIGNED)

    def delete(self, decision_id: DecisionId) -> Changes:
        """Move a draft to the trash; its lines wait for another one.

        Raises:
            DecisionNotDraft: it is no draft any more.
            RecordMissing: no such decision.
        """
        decision = self.get(decision_id)
        if decision.state is not _D.DRAFT:
            raise DecisionNotDraft(title=brief(decision.title), state=decision.state)
        with self._store.write("decision.delete", title=brief(decision.title)) as work:
            let_go(work, nominations_in(decision.lines), wording.TAKEN_FROM_DRAFT)
            work.decision.decisions.trash([decision_id])
        return Changes("decision.delete", _WITH_LINES)

    def restore(self, decision_id: DecisionId) -> Changes:
        """Take a draft out of the trash with its lines.

        Raises:
            DecisionLineTaken: a line has gone into another decision meanwhile.
            RecordMissing: it is not in the trash.
        """
        with self._store.read() as work:
            title = brief(work.decision.decisions.any(decision_id).title)
        with self._store.write("decision.restore", title=title) as work:
            restore(work, decision_id)
        return Changes("decision.restore", _WITH_LINES)

    def _proposals(self, work: Work, meeting_id: MeetingId, split: Split) -> tuple[DraftProposal, ...]:
        meeting = meeting_of(work, meeting_id)
        waiting = waiting_for_decision(work, meeting_id)
        book, office = self._rulebooks.on(meeting.day), work.office.get()
        units = [unit.name for unit in work.units.all()]
        year = max((work.rounds.any(each).year for each in meeting.rounds), default=meeting.day.year)
        proposals = []
        for one in divided(waiting, authorities(book, office), split):
            by = issuer(office, one.deciding, book.vocabulary.bodies, units) if one.deciding is not None else None
            awards = by.awards(self._awards()) if by is not None else self._awards()
            named = sorted((awards[each] for each in one.award_ids if each in awards), key=lambda each: -each.rank)
            proposals.append(replace(one, title=wording.decision_title(named, year)))
        return tuple(proposals)

    def _drafted(self, work: Work, meeting_id: MeetingId, proposals: Sequence[DraftProposal]) -> tuple[DecisionId, ...]:
        meeting = open_meeting(work, meeting_id, _DONE)
        awards, tree = self._awards(), work.units.tree()
        created = []
        for one in proposals:
            title = squeeze(one.title)
            if not title:
                raise DecisionTitleMissing
            taken = take_in(work, one.nomination_ids)
            lines = listed(taken, lambda award: awards[award].rank, lambda line: tree.rank(line.unit_id))
            draft = Decision(title, one.signed_by, meeting_id=meeting_id, authority=one.deciding, year=meeting.day.year)
            decision_id = DecisionId(work.decision.decisions.save(draft))
            work.decision.lines.add_many([replace(line, decision_id=decision_id) for line in lines])
            created.append(decision_id)
        return tuple(created)

    def _awards(self) -> Mapping[str, Award]:
        return {award.id: award for award in self._rulebooks.awards()}

    def _body(self, work: Work, decision: Decision, day: date) -> str:
        """Who decides, as the register and what is printed of it name him: "Giám đốc Sở Nội vụ"."""
        return "" if decision.authority is None else self._issuer(work, decision, day).authority

    def _code(self, work: Work, decision: Decision, day: date) -> str:
        """The symbol of who issues it: "SNV"."""
        if decision.authority is None:
            return work.office.get().code
        return self._issuer(work, decision, day).head.code

    def _issuer(self, work: Work, decision: Decision, day: date) -> Issuer:
        bodies = self._rulebooks.on(day).vocabulary.bodies
        return issuer(work.office.get(), decision.authority, bodies, [one.name for one in work.units.all()])


def restore(work: Work, decision_id: DecisionId) -> None:
    """Take a draft out of the trash within a running operation.

    Raises:
        DecisionLineTaken, RecordMissing: as ``DecisionService.restore``.
    """
    work.decision.decisions.restore([decision_id])
    take_in(work, nominations_in(work.decision.lines.of(decision_id=decision_id)))


def _unlocked(work: Work, decision_id: DecisionId) -> Decision:
    decision = work.decision.decisions.get(decision_id)
    if decision.locked:
        raise DecisionLocked(number=decision.number)
    return decision
