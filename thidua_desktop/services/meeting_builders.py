"""Builds the papers of a meeting out of its context: one function for each kind, and what each still lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.domain.award_lists import ListOrder, award_list
from thidua_desktop.domain.councils.ballots import LineCount, LineResult, Passing
from thidua_desktop.domain.councils.voting import ballot_order, needs_ballot
from thidua_desktop.domain.decision_drafts import Split, divided, listed
from thidua_desktop.domain.decisions import DecisionLine
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.judgements import Judgement
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.papers import PaperKind, PaperRef
from thidua_desktop.domain.quota_boards import UnitGauge
from thidua_desktop.reports.councils.achievements import achievement_summary
from thidua_desktop.reports.councils.award_list import ListPaper, council_list
from thidua_desktop.reports.councils.ballots import A5_TWICE, BallotPaper, ballot, opinion_sheets
from thidua_desktop.reports.councils.findings_page import findings_page
from thidua_desktop.reports.councils.invitation import invitations
from thidua_desktop.reports.councils.minutes import minutes
from thidua_desktop.reports.councils.proposal import ProposalPaper, proposal
from thidua_desktop.reports.councils.quota_page import quota_page
from thidua_desktop.reports.councils.records import MeetingRecord, VotedLine
from thidua_desktop.reports.councils.result_notice import Notice, result_notice
from thidua_desktop.reports.councils.vote_papers import Teller, vote_count, vote_summary
from thidua_desktop.reports.model import A4_PORTRAIT, PageFormat, Report
from thidua_desktop.services.addressees import Addressee
from thidua_desktop.services.ballots import BallotState
from thidua_desktop.services.decision_checks import authorities
from thidua_desktop.services.paper_context import BeforeCouncil, MeetingContext
from thidua_desktop.services.paper_issuers import Issuer, issuer
from thidua_desktop.wording import councils as council_words
from thidua_desktop.wording import issuers as issuer_words
from thidua_desktop.wording import paper_files as words
from thidua_desktop.wording.rules import Names

_ORDERS = {
    PaperKind.LIST_AWARD: ListOrder.AWARD_UNIT,
    PaperKind.LIST_UNIT: ListOrder.UNIT_AWARD,
    PaperKind.LIST_OCCASION: ListOrder.OCCASION_AWARD,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """What is asked for only where the findings or the quotas are printed: it takes longer than all the rest."""

    gauges: Callable[[], Sequence[UnitGauge]]
    judgements: Callable[[], Mapping[NominationId, Judgement]]
    bases: Callable[[], tuple[str, ...]]
    """Căn cứ of the meeting's day."""


class MeetingBuilders:
    """The papers of one meeting."""

    def __init__(self, context: MeetingContext, judged: Judged) -> None:
        self._context = context
        self._judged = judged
        self._counted = _counted_lines(context)

    def build(self, ref: PaperRef) -> Report:
        """A paper that lacks nothing; a decision of the meeting has a service of its own."""
        match ref.kind:
            case PaperKind.INVITATIONS:
                return self._invitations()
            case PaperKind.LIST_AWARD | PaperKind.LIST_UNIT | PaperKind.LIST_OCCASION:
                order = _ORDERS[ref.kind]
                return council_list(self._list_paper(), award_list(self._lines, order, self._context.keys), order)
            case PaperKind.SUMMARIES:
                order = ListOrder.AWARD_UNIT
                groups = award_list(self._lines, order, self._context.keys)
                return achievement_summary(self._list_paper(), groups, order)
            case PaperKind.QUOTAS:
                return quota_page(self._list_paper(), self._judged.gauges(), self._names)
            case PaperKind.FINDINGS:
                said = self._judged.judgements()
                judged = [(line, said[line.id]) for line in self._lines if line.id is not None and line.id in said]
                return findings_page(self._list_paper(), judged, self._names)
            case PaperKind.BALLOT_A4:
                return self._ballot(ref.key, A4_PORTRAIT)
            case PaperKind.BALLOT_A5:
                return self._ballot(ref.key, A5_TWICE)
            case PaperKind.OPINIONS:
                return self._opinions(ref.key)
            case PaperKind.VOTE_COUNT:
                return self._vote_count(self._ballot_state(ref.key))
            case PaperKind.VOTE_SUMMARY:
                return self._vote_summary(self._ballot_state(ref.key))
            case PaperKind.MINUTES:
                return self._minutes()
            case PaperKind.PROPOSAL:
                return self._proposal(ref.key)
            case _:
                return self._notice(ref.key)

    def to_vote_on(self, key: str) -> tuple[NominationId, ...]:
        """The lines of a ballot by its number; before the first one those that need a ballot."""
        if key:
            return self._ballot_state(key).lines
        votes = self._context.votes
        waiting = (one.line for one in self._context.lines if one.line.verdict is None)
        ranks = {award_id: award.rank for award_id, award in self._context.awards.items()}
        return ballot_order(
            {line.nomination_id: line.award_id for line in waiting if needs_ballot(votes[line.nomination_id])}, ranks
        )

    def levels(self) -> tuple[tuple[str, tuple[DecisionLine, ...]], ...]:
        """The bodies that decide about what the council agreed to, each with its lines."""
        agreed = {one.line.nomination_id: one for one in self._context.lines if one.line.agreed}
        bodies = authorities(self._context.book, self._context.office)
        found = []
        for part in divided([one.line for one in agreed.values()], bodies, Split.AUTHORITY):
            given = [agreed[each] for each in part.nomination_ids]
            lines = [replace(one.nomination, award_id=one.line.awarded) for one in given]
            found.append((part.deciding or "", self._listed(lines)))
        return tuple(found)

    def issuer(self, body: str) -> Issuer:
        """A body as papers name it."""
        context = self._context
        return issuer(context.office, body or None, context.book.vocabulary.bodies, context.unit_names)

    def addressees(self) -> tuple[Addressee, ...]:
        """Who gets a notice: units in the office's order, then those who stand for themselves."""
        found = {one.addressee.key: one.addressee for one in self._context.lines}
        unit = self._context.keys.unit
        return tuple(sorted(found.values(), key=lambda one: (one.alone, unit("" if one.alone else one.name), one.name)))

    @property
    def _lines(self) -> tuple[Nomination, ...]:
        return self._context.nominations

    @property
    def _names(self) -> Names:
        return Names(self._context.award_names, self._context.book.vocabulary)

    def _listed(self, lines: Sequence[Nomination]) -> tuple[DecisionLine, ...]:
        context = self._context
        units = {unit: at for at, unit in enumerate(sorted({line.unit or "" for line in lines}, key=context.keys.unit))}
        return listed(
            lines,
            lambda award: context.awards[award].rank if award in context.awards else 0,
            lambda line: units[line.unit or ""],
        )

    def _list_paper(self) -> ListPaper:
        meeting = self._context.meeting
        return ListPaper(self._context.head, words.before_council(meeting.name, meeting.day), self._context.award_names)

    def _record(self, lines: Sequence[VotedLine] = (), ballot: BallotState | None = None) -> MeetingRecord:
        context = self._context
        return MeetingRecord(
            head=context.head,
            council=context.council,
            meeting=context.meeting,
            members=context.members,
            awards=context.award_names,
            attendance=context.standing.attendance,
            turnout=ballot.turnout if ballot is not None else None,
            lines=tuple(lines),
            conflicts=context.standing.conflicts,
        )

    def _invitations(self) -> Report:
        meeting = self._context.meeting
        notes = (words.answer_by(meeting.opinions_by),) if meeting.opinions_by is not None else ()
        number = meeting.invitation_number or None
        return invitations(self._record(), self._context.members, number=number, day=meeting.invited_on, notes=notes)

    def _ballot_paper(self, key: str) -> BallotPaper:
        context = self._context
        return BallotPaper(
            context.head,
            context.meeting.name,
            {award_id: award.usual for award_id, award in context.awards.items()},
            voting=int(key or 1),
            full=context.award_names,
        )

    def _ballot(self, key: str, page: PageFormat) -> Report:
        return ballot(self._ballot_paper(key), self._context.voted_on(self.to_vote_on(key)), page)

    def _opinions(self, key: str) -> Report:
        context = self._context
        return opinion_sheets(
            self._ballot_paper(key),
            context.voted_on(self.to_vote_on(key)),
            context.absent() or (),
            council=context.council.name,
            by=context.meeting.opinions_by,
        )

    def _ballot_state(self, key: str) -> BallotState:
        return next(one for one in self._context.ballots if str(one.ballot.number) == key)

    def _vote_count(self, state: BallotState) -> Report:
        record = self._record(self._voted(state), state)
        assert state.turnout is not None
        return vote_count(record, state.turnout, self._tellers(state), subject=self._context.meeting.name)

    def _vote_summary(self, state: BallotState) -> Report:
        assert state.turnout is not None
        teller = next(iter(state.ballot.counters), "")
        record = self._record(self._voted(state), state)
        return vote_summary(record, state.turnout, subject=self._context.meeting.name, teller=teller)

    def _tellers(self, state: BallotState) -> tuple[Teller, ...]:
        known = {member.name: member for member in self._context.members}
        return tuple(
            Teller(name, known[name].post, known[name].honorific) if name in known else Teller(name)
            for name in state.ballot.counters
        )

    def _voted(self, state: BallotState) -> tuple[VotedLine, ...]:
        """The lines of one ballot with the votes of that ballot, whatever a later one said."""
        said = {one.line.nomination_id: one for one in self._context.lines}
        counts = {count.nomination_id: count for count in (state.first.lines if state.first is not None else ())}
        results = {result.nomination_id: result for result in state.results}
        return tuple(
            self._with_votes(said[each], counts[each], results[each])
            for each in state.lines
            if each in said and each in counts and each in results
        )

    def _with_votes(self, one: BeforeCouncil, count: LineCount, result: LineResult) -> VotedLine:
        percent = self._context.votes[one.line.nomination_id].percent
        return VotedLine(one.nomination, count, result, percent, one.line.said)

    def _concluded(self, lines: Sequence[BeforeCouncil]) -> tuple[VotedLine, ...]:
        """Lines with the votes that counted in the end; those that the council agreed to without a ballot have none."""
        return tuple(
            self._with_votes(one, *self._counted.get(one.line.nomination_id, _without_votes(one))) for one in lines
        )

    def _minutes(self) -> Report:
        context = self._context
        counted = next((one for one in context.ballots if one.counted), None)
        record = self._record(self._concluded(context.lines), counted)
        return minutes(record, subject=context.meeting.name, discussion=context.meeting.discussion)

    def _proposal(self, body: str) -> Report:
        context = self._context
        lines = dict(self.levels())[body]
        to = self.issuer(body)
        # Within the office the council itself proposes; to a higher level the office does.
        head = context.head if to.own else context.office
        agency = context.council.name if to.own else issuer_words.running(context.office.name, context.unit_names)
        named = to.awards(context.awards)
        ids = dict.fromkeys(line.award_id for line in lines)  # the list begins with the highest
        awards = [named[each] for each in ids if each in named]
        title = council_words.decision_title(awards, context.year)
        paper = ProposalPaper(head, agency, (to.authority,), words.proposal_subject(title), self._judged.bases(), named)
        return proposal(paper, lines)

    def _notice(self, key: str) -> Report:
        own = [one for one in self._context.lines if one.addressee.key == key]
        told = own[0].addressee
        record = self._record(self._concluded(own))
        subject = words.notice_subject(self._context.meeting.name)
        return result_notice(record, Notice(told.name, subject, alone=told.alone))


def _counted_lines(context: MeetingContext) -> dict[NominationId, tuple[LineCount, LineResult]]:
    """The votes of every line: of one that was voted on twice those of the later ballot."""
    found: dict[NominationId, tuple[LineCount, LineResult]] = {}
    for state in context.ballots:
        if state.first is None:
            continue
        results = {result.nomination_id: result for result in state.results}
        found.update({count.nomination_id: (count, results[count.nomination_id]) for count in _known(state, results)})
    return found


def _known(state: BallotState, results: Mapping[NominationId, LineResult]) -> Iterator[LineCount]:
    if state.first is not None:
        yield from (count for count in state.first.lines if count.nomination_id in results)


def _without_votes(one: BeforeCouncil) -> tuple[LineCount, LineResult]:
    nomination_id = one.line.nomination_id
    return LineCount(nomination_id, 0, 0), LineResult(nomination_id, 0, 0, None, Passing.NO_THRESHOLD)
