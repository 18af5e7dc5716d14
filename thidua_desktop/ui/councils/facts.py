"""All that a meeting has to show, read in one go beside the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.councils.meetings import Conflict, LineVerdict, Meeting, MeetingState
from thidua_desktop.domain.councils.rosters import Member
from thidua_desktop.domain.councils.voting import OWN_RULES, needs_ballot
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.ids import MeetingId, MemberId, NominationId
from thidua_desktop.domain.nominations import Round
from thidua_desktop.domain.rulebooks import Vote
from thidua_desktop.services.ballots import BallotState, VotedLine, latest
from thidua_desktop.services.container import Services
from thidua_desktop.services.meetings import Candidates, SessionLine, Standing

_OPEN = frozenset({MeetingState.PREPARING, MeetingState.SITTING})


@dataclass(frozen=True, slots=True)
class Facts:
    """A meeting as it stands."""

    standing: Standing
    lines: tuple[SessionLine, ...]
    votes: Mapping[NominationId, Vote]
    waiting: tuple[NominationId, ...]
    """The lines that still need a ballot."""
    ballots: tuple[BallotState, ...]
    results: Mapping[NominationId, VotedLine]
    proposals: Mapping[NominationId, LineVerdict]
    candidates: Candidates
    likely: tuple[Conflict, ...]
    rounds: tuple[Round, ...]
    decisions: tuple[Decision, ...]
    awards: Mapping[str, Award] = field(default_factory=dict)
    """The catalogue by identifier."""
    by_line: Mapping[NominationId, SessionLine] = field(default_factory=dict)
    """The same lines by nomination: a ballot of a thousand asks for each of them."""

    @property
    def meeting(self) -> Meeting:
        """The meeting itself."""
        return self.standing.meeting

    @property
    def id(self) -> MeetingId:
        """Its number."""
        assert self.meeting.id is not None
        return self.meeting.id

    @property
    def members(self) -> tuple[Member, ...]:
        """Who sits on the day of the meeting, in the order of the minutes."""
        return self.standing.roster.members

    @property
    def open(self) -> bool:
        """Whether the council may still change what is before it."""
        return self.meeting.state in _OPEN

    @property
    def sitting(self) -> bool:
        """Whether votes and verdicts are taken now."""
        return self.meeting.state is MeetingState.SITTING

    def member(self, member_id: MemberId) -> Member | None:
        """One of the members."""
        return next((one for one in self.members if one.id == member_id), None)

    def line(self, nomination_id: NominationId) -> SessionLine | None:
        """One of the lines."""
        return self.by_line.get(nomination_id)

    def award(self, award_id: str) -> str:
        """The name of an award."""
        found = self.awards.get(award_id)
        return found.name if found is not None else award_id

    def short_award(self, award_id: str) -> str:
        """The abbreviation of an award, its name where it has none."""
        found = self.awards.get(award_id)
        return (found.abbreviation or found.name) if found is not None else award_id

    def vote(self, nomination_id: NominationId) -> Vote:
        """By what rule a line is decided."""
        return self.votes.get(nomination_id, OWN_RULES)

    def by_ballot(self, nomination_id: NominationId) -> bool:
        """Whether the law asks for a vote on paper."""
        return needs_ballot(self.vote(nomination_id))


def load(services: Services, meeting_id: MeetingId) -> Facts:
    """Read a meeting.

    Raises:
        RecordMissing: no such meeting, or in the trash.
        RulebookMissing: no rulebook covers its day.
    """
    standing = services.meetings.standing(meeting_id)
    votes, ballots = services.ballots.votes(meeting_id), services.ballots.of_meeting(meeting_id)
    lines = services.meetings.lines(meeting_id)
    return Facts(
        standing=standing,
        lines=lines,
        votes=votes,
        waiting=services.ballots.waiting(meeting_id),
        ballots=ballots,
        results=latest(ballots, votes),
        proposals={one.nomination_id: one for one in services.verdicts.proposals(meeting_id)},
        candidates=services.meetings.candidates(meeting_id),
        likely=services.meetings.likely_conflicts(meeting_id),
        rounds=tuple(services.nominations.get_round(each) for each in standing.meeting.rounds),
        decisions=services.decisions.of_meeting(meeting_id),
        awards={award.id: award for award in services.awards.catalogue()},
        by_line={one.line.nomination_id: one for one in lines},
    )
