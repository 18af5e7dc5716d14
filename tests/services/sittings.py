"""A council that sits, with lines before it: what the tests of meetings, ballots and decisions begin with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.councils.ballots import LineCount
from thidua_desktop.domain.councils.meetings import Attendance, Meeting, MeetingState, Presence
from thidua_desktop.domain.councils.records import Papers
from thidua_desktop.domain.councils.rosters import Council, CouncilRole, Member
from thidua_desktop.domain.ids import BallotId, CouncilId, MeetingId, MemberId, NominationId, RoundId
from thidua_desktop.domain.nominations import Nomination, NominationState, Round
from thidua_desktop.services.container import Services

DAY = date(2024, 6, 18)
CSTD, LDTT, BANG_KHEN = "chien_si_thi_dua_co_so", "lao_dong_tien_tien", "bang_khen_bo_tinh"


@dataclass(frozen=True)
class Sitting:
    """A meeting that sits, its lines in order, and its members."""

    services: Services
    meeting: MeetingId
    round: RoundId
    lines: tuple[NominationId, ...]
    members: tuple[MemberId, ...]

    def vote(self, agree: Sequence[int], *, invalid: int = 0, written_invalid: int = 0) -> BallotId:
        """Vote on the lines that wait, with these consents; both counts say the same and everybody else disagrees."""
        (number,) = self.services.ballots.open(self.meeting).created
        return self.recount(BallotId(number), agree, invalid=invalid, written_invalid=written_invalid)

    def recount(
        self, ballot: BallotId, agree: Sequence[int], *, invalid: int = 0, written_invalid: int = 0
    ) -> BallotId:
        """Enter both counts of a ballot, or enter them anew."""
        state = next(one for one in self.services.ballots.of_meeting(self.meeting) if one.ballot.id == ballot)
        standing = self.services.meetings.standing(self.meeting).quorum
        valid = standing.present - invalid + standing.written - written_invalid
        papers = Papers(standing.present, standing.present, invalid, written_invalid)
        lines = [LineCount(line, yes, valid - yes) for line, yes in zip(state.lines, agree, strict=True)]
        for entry in (1, 2):
            self.services.ballots.enter(ballot, entry, papers, lines, counted_by=f"Người đếm {entry}")
        return ballot

    def state(self, place: int) -> NominationState:
        """The state of the nomination at a place."""
        return self.services.nominations.get(self.lines[place]).state


def eligible(services: Services, awards: Sequence[str], *, name: str = "Đợt xét") -> tuple[RoundId, list[NominationId]]:
    """A round with an eligible line for each award."""
    round_id = RoundId(services.nominations.save_round(Round(name, 2024)).created[0])
    made = services.nominations.save_many(
        [
            Nomination(round_id, RecipientKind.PERSON, f"Người Thứ {at}", award, unit="Sở Y tế", citation="Tốt")
            for at, award in enumerate(awards)
        ]
    )
    lines = [NominationId(each) for each in made.created]
    for state in (NominationState.DOSSIER_COMPLETE, NominationState.ELIGIBLE):
        services.nominations.move(lines, state)
    return round_id, lines


def council(services: Services, size: int) -> tuple[CouncilId, tuple[MemberId, ...]]:
    """A council of so many members; the first is its chair, the last its secretary."""
    council_id = CouncilId(services.councils.save(Council("Hội đồng Thi đua - Khen thưởng")).created[0])
    roles = [CouncilRole.CHAIR, *[CouncilRole.MEMBER] * (size - 2), CouncilRole.SECRETARY]
    seats = [Member(council_id, f"Ủy viên {at}", role) for at, role in enumerate(roles)]
    return council_id, tuple(MemberId(each) for each in services.councils.save_members(council_id, seats).created)


def sitting(
    services: Services, awards: Sequence[str] = (CSTD, LDTT), *, size: int = 9, present: int = 9, written: int = 0
) -> Sitting:
    """A meeting that sits on a line for each award; so many members are present or gave their opinion in writing."""
    round_id, lines = eligible(services, awards)
    council_id, members = council(services, size)
    (number,) = services.meetings.save(Meeting(council_id, "Họp xét khen thưởng", DAY, rounds=(round_id,))).created
    meeting = MeetingId(number)
    services.meetings.bring(meeting)
    services.meetings.move(meeting, MeetingState.SITTING)
    came = [Presence.PRESENT] * present + [Presence.WRITTEN] * written
    noted = [Attendance(member, presence) for member, presence in zip(members, came, strict=False)]
    services.meetings.attend(meeting, noted)
    return Sitting(services, meeting, round_id, tuple(lines), members)
