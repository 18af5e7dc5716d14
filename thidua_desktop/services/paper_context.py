"""What the papers of a meeting are made of, read in one state of the office file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.award_lists import OrderKeys
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.councils.meetings import Meeting, Presence
from thidua_desktop.domain.councils.records import MeetingLine
from thidua_desktop.domain.councils.rosters import Council, CouncilRole, Member
from thidua_desktop.domain.councils.voting import vote_of
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.ids import MeetingId, NominationId
from thidua_desktop.domain.nomination_lists import in_order
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.rulebooks import Rulebook, Vote
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.domain.units import Office
from thidua_desktop.services.addressees import Addressee, Addressees
from thidua_desktop.services.ballots import BallotState, states
from thidua_desktop.services.decision_checks import authorities
from thidua_desktop.services.decision_lines import whole
from thidua_desktop.services.meeting_standing import Standing, meeting_of, nominations_of, standing
from thidua_desktop.services.paper_issuers import Issuer, issuer
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.storage.work import Work
from thidua_desktop.wording import issuers

_LEADING = (CouncilRole.CHAIR, CouncilRole.STANDING_VICE_CHAIR, CouncilRole.VICE_CHAIR)


@dataclass(frozen=True, slots=True)
class BeforeCouncil:
    """A line as it was put before the council, its nomination with the name and award of that day, and who is told.

    A line that names no unit stands under the one that sent it; a collective of no unit under its own name.
    """

    line: MeetingLine
    nomination: Nomination
    addressee: Addressee
    """Who gets the notice of the result."""


@dataclass(frozen=True, slots=True)
class MeetingContext:
    """A meeting with everything that its papers say."""

    office: Office
    head: Office
    """The council as it issues papers."""
    standing: Standing
    lines: tuple[BeforeCouncil, ...]
    awards: Mapping[str, Award]
    votes: Mapping[NominationId, Vote]
    ballots: tuple[BallotState, ...]
    decisions: tuple[Decision, ...]
    book: Rulebook
    keys: OrderKeys
    unit_names: tuple[str, ...]
    year: int
    """The year that is commended: that of its rounds."""
    named: Mapping[str, str]

    @property
    def meeting(self) -> Meeting:
        """The meeting itself."""
        return self.standing.meeting

    @property
    def council(self) -> Council:
        """Whose meeting it is."""
        return self.standing.roster.council

    @property
    def members(self) -> tuple[Member, ...]:
        """Who sits on its day."""
        return self.standing.roster.members

    @property
    def nominations(self) -> tuple[Nomination, ...]:
        """The lines as they were put before the council."""
        return tuple(one.nomination for one in self.lines)

    @property
    def award_names(self) -> Mapping[str, str]:
        """Names of awards by id, as they are called where it is known who gives them."""
        return self.named

    def voted_on(self, ids: tuple[NominationId, ...]) -> tuple[Nomination, ...]:
        """Some of the lines, in the order given."""
        known = {one.id: one for one in self.nominations}
        return tuple(known[each] for each in ids if each in known)

    def absent(self) -> tuple[Member, ...] | None:
        """The members who do not come, or gave their opinion in writing; None while nothing was noted."""
        noted = {one.member_id: one.presence for one in self.standing.attendance}
        if not noted:
            return None
        there = Presence.PRESENT
        return tuple(
            member
            for member in self.members
            if member.id is not None and noted.get(member.id, Presence.ABSENT) is not there
        )


def read(work: Work, rulebooks: RulebookService, meeting_id: MeetingId) -> MeetingContext:
    """Everything about a meeting.

    Raises:
        RecordMissing: no such meeting, or in the trash.
        RulebookMissing: no rulebook covers its day.
    """
    meeting = meeting_of(work, meeting_id)
    book = rulebooks.on(meeting.day)
    now = standing(work, meeting, book)
    office = work.office.get()
    awards = {award.id: award for award in rulebooks.awards()}
    tree = work.units.tree()
    lines = _lines(work, meeting, tree)
    unit_names = tuple(unit.name for unit in tree.units.values())
    ranks = {one.nomination.unit or "": tree.rank(one.nomination.unit_id) for one in reversed(lines)}
    places = {line.id: at for at, line in enumerate(in_order(one.nomination for one in lines))}
    keys = OrderKeys(
        award=lambda award: (-awards[award].rank if award in awards else 1, award),
        unit=lambda unit: (not unit, ranks.get(unit, 0), unit),
        line=lambda line: (places.get(line.id, 0),),
    )
    return MeetingContext(
        office=office,
        head=council_head(office, now.roster.council, now.roster.members),
        standing=now,
        lines=lines,
        awards=awards,
        votes={one.line.nomination_id: vote_of(book, one.line.award_id) for one in lines},
        ballots=states(work, meeting, book),
        decisions=tuple(whole(work, one) for one in work.decision.decisions.of(meeting_id=meeting_id)),
        book=book,
        keys=keys,
        unit_names=unit_names,
        year=max((work.rounds.any(each).year for each in meeting.rounds), default=meeting.day.year),
        named=_named(awards, book, office, unit_names),
    )


def _named(awards: Mapping[str, Award], book: Rulebook, office: Office, units: tuple[str, ...]) -> dict[str, str]:
    """Awards by id: ``Giấy khen của Giám đốc Sở Nội vụ``; the catalogue names them after all who may give them."""
    deciding, bodies = authorities(book, office), book.vocabulary.bodies
    issuers: dict[str, Issuer] = {}
    names = {}
    for award_id, award in awards.items():
        body = next(iter(deciding(award_id)), None)
        if body is not None and body not in issuers:
            issuers[body] = issuer(office, body, bodies, units)
        names[award_id] = issuers[body].awards({award_id: award})[award_id].name if body is not None else award.name
    return names


def council_head(office: Office, council: Council, members: tuple[Member, ...]) -> Office:
    """A council as it issues papers: below the body that it belongs to, signed by whoever leads it."""
    of_office = fold(office.name) in fold(council.name)
    above = office.superior if issuers.of_province(council.name) and office.superior and not of_office else office.name
    leader = next((one for role in _LEADING for one in members if one.role is role), None)
    return replace(
        office,
        name=issuers.head_name(council.name, above),
        superior=above,
        code=council.short_name or issuers.COUNCIL_CODE,
        signer_posts=issuers.CHAIR_POSTS[leader.role] if leader is not None else issuers.CHAIR_POSTS[CouncilRole.CHAIR],
        signer_name=leader.name if leader is not None else "",
    )


def _lines(work: Work, meeting: Meeting, tree: UnitTree) -> tuple[BeforeCouncil, ...]:
    if meeting.id is None:
        return ()
    held = nominations_of(work, meeting.id)
    letters = {key: one for each in meeting.rounds for key, one in work.judging.letters(each).items()}
    addressees = Addressees(letters, work.judging.unit_names(), tree)
    found = []
    for line in work.council.lines.of(meeting_id=meeting.id):
        now = held.get(line.nomination_id)
        if now is None:
            continue
        put = replace(now, name=line.name, award_id=line.award_id)
        told = addressees.of(put)
        found.append(BeforeCouncil(line, _placed(put, told), told))
    return tuple(found)


def _placed(line: Nomination, told: Addressee) -> Nomination:
    if line.unit:
        return line
    if not told.alone:
        return replace(line, unit=told.name, unit_id=told.unit_id)
    return replace(line, unit=line.name) if line.kind is RecipientKind.COLLECTIVE else line
