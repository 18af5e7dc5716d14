"""Meetings of councils: from the lines that are ready to the signed minutes. What is voted on stands in ``ballots``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.councils.meetings import (
    Attendance,
    Conflict,
    Meeting,
    MeetingMoveNotAllowed,
    MeetingState,
)
from thidua_desktop.domain.councils.records import MeetingLine
from thidua_desktop.domain.councils.rosters import is_about
from thidua_desktop.domain.ids import CouncilId, MeetingId, NominationId, RecipientId, RoundId
from thidua_desktop.domain.nominations import Nomination, NominationState
from thidua_desktop.services.councils import check_there
from thidua_desktop.services.meeting_lines import Candidates, bring, candidates, keep_rounds, take_out, take_up_again
from thidua_desktop.services.meeting_presence import ConflictReasonMissing, keep_attendance, keep_conflicts
from thidua_desktop.services.meeting_standing import (
    BEFORE_THE_END,
    MeetingClosed,
    Standing,
    meeting_of,
    nominations_of,
    open_meeting,
    standing,
)
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["Candidates", "MeetingClosed", "MeetingRow", "MeetingService", "SessionLine", "Standing"]

_MEETING = frozenset({Kind.MEETING})
_WITH_LINES = frozenset({Kind.MEETING, Kind.NOMINATION})
_M, _S = MeetingState, NominationState
_NOT_SIGNED = frozenset({_M.PREPARING, _M.SITTING, _M.COUNTED})


class MeetingNameMissing(AppError):
    """A meeting without a name cannot be kept."""

    code = "meeting.name_missing"


class MeetingHasBegun(AppError):
    """A meeting with lines, ballots or attendance keeps its council, and is not thrown away."""

    code = "meeting.has_begun"


class NothingReady(AppError):
    """No line can be put before the council."""

    code = "meeting.nothing_ready"


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list: its council, how many lines are before it and how many are decided."""

    meeting: Meeting
    council: str
    lines: int
    decided: int


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A line before the council, beside the nomination as it is now."""

    line: MeetingLine
    nomination: Nomination


class MeetingService:
    """The meetings of the office's councils."""

    def __init__(self, store: Store, rulebooks: RulebookService) -> None:
        self._store = store
        self._rulebooks = rulebooks

    def of_year(self, year: int) -> tuple[MeetingRow, ...]:
        """The meetings of a year in their order."""
        with self._store.read() as work:
            names = {council.id: council.name for council in work.council.councils.of()}
            found = [one for one in work.council.meetings.of() if one.day.year == year and one.id is not None]
            rows = []
            for one in found:
                lines = work.council.lines.of(meeting_id=one.id)
                decided = sum(line.verdict is not None for line in lines)
                whole = meeting_of(work, one.id or MeetingId(0))
                rows.append(MeetingRow(whole, names.get(one.council_id, ""), len(lines), decided))
        return tuple(rows)

    def years(self) -> tuple[int, ...]:
        """The years in which councils met or are to meet, the latest first."""
        with self._store.read() as work:
            return tuple(sorted({one.day.year for one in work.council.meetings.of()}, reverse=True))

    def of_round(self, round_id: RoundId) -> tuple[Meeting, ...]:
        """The meetings that take lines of a round, in their order."""
        with self._store.read() as work:
            ids = {one.meeting_id for one in work.council.rounds.of(round_id=round_id)}
            return tuple(meeting_of(work, one.id) for one in work.council.meetings.among("id", ids) if one.id)

    def get(self, meeting_id: MeetingId) -> Meeting:
        """One meeting with its rounds.

        Raises:
            RecordMissing: no such meeting, or in the trash.
        """
        with self._store.read() as work:
            return meeting_of(work, meeting_id)

    def find(self, text: str) -> Meeting | None:
        """The meeting of a number or a name, diacritics and case apart; the latest where a name was used twice."""
        with self._store.read() as work:
            meetings = work.council.meetings.of()
        wanted = fold(text)
        if wanted.isdecimal():
            return next((one for one in meetings if one.id == int(wanted)), None)
        return next((one for one in reversed(meetings) if fold(one.name) == wanted), None)

    def standing(self, meeting_id: MeetingId) -> Standing:
        """Who sits, who came, and whether enough.

        Raises:
            RecordMissing: no such meeting, or in the trash.
            RulebookMissing: no rulebook covers its day.
        """
        with self._store.read() as work:
            meeting = meeting_of(work, meeting_id)
            return standing(work, meeting, self._rulebooks.on(meeting.day))

    def lines(self, meeting_id: MeetingId) -> tuple[SessionLine, ...]:
        """The lines before a meeting in their order; nominations in the trash are left out."""
        with self._store.read() as work:
            lines = work.council.lines.of(meeting_id=meeting_id)
            held = nominations_of(work, meeting_id)
        return tuple(SessionLine(line, held[line.nomination_id]) for line in lines if line.nomination_id in held)

    def candidates(self, meeting_id: MeetingId) -> Candidates:
        """What of the meeting's rounds may come before it; what is before it already is left out.

        Raises:
            RecordMissing: no such meeting, or in the trash.
        """
        with self._store.read() as work:
            return candidates(work, meeting_of(work, meeting_id))

    def save(self, meeting: Meeting) -> Changes:
        """Keep a meeting with its rounds and agenda, a new one when it has no id. Its state stays.

        Raises:
            MeetingNameMissing, MeetingClosed, MeetingHasBegun, MeetingRoundInUse: it cannot be kept so.
            CouncilInTrash: its council lies in the trash.
            RecordMissing: it, its council or a round is not there.
        """
        name = squeeze(meeting.name)
        if not name:
            raise MeetingNameMissing
        with self._store.write("meeting.save", name=brief(name)) as work:
            kept = self._checked(work, replace(meeting, name=name))
            meeting_id = MeetingId(work.council.meetings.save(kept))
            keep_rounds(work, meeting_id, meeting.rounds)
        return Changes("meeting.save", _MEETING, (meeting_id,) if meeting.id is None else ())

    def begin(self, meeting: Meeting, nomination_ids: Iterable[NominationId] | None = None) -> Changes:
        """Keep a new meeting and put lines of its rounds before it, as one operation.

        Args:
            meeting: the new one, with its rounds.
            nomination_ids: the lines; None for all that are ready.

        Raises:
            MeetingNameMissing, CouncilInTrash, RecordMissing: as ``save``.
            NothingReady, LineElsewhere: no line, or one that cannot come; nothing is kept.
        """
        name = squeeze(meeting.name)
        if not name:
            raise MeetingNameMissing
        wanted = None if nomination_ids is None else list(dict.fromkeys(nomination_ids))
        operation = (
            self._store.write("meeting.begin", name=brief(name))
            if wanted is None
            else self._store.write("meeting.begin_with", name=brief(name), count=len(wanted))
        )
        with operation as work:
            fresh = self._checked(work, replace(meeting, name=name, id=None))
            meeting_id = MeetingId(work.council.meetings.save(fresh))
            keep_rounds(work, meeting_id, meeting.rounds)
            kept = meeting_of(work, meeting_id)
            lines = candidates(work, kept).ready if wanted is None else work.nominations.among(wanted)
            if not lines:
                raise NothingReady(name=brief(name))
            bring(work, kept, lines)
        return Changes("meeting.begin" if wanted is None else "meeting.begin_with", _WITH_LINES, (meeting_id,))

    def bring(
        self,
        meeting_id: MeetingId,
        nomination_ids: Iterable[NominationId] | None = None,
        *,
        round_id: RoundId | None = None,
    ) -> Changes:
        """Put lines before the council as one operation.

        Args:
            meeting_id: of the meeting.
            nomination_ids: the lines; None for all that are ready.
            round_id: a round that the meeting takes from now on, if it does not yet.

        Raises:
            NothingReady, LineElsewhere: no line, or one that cannot come; none has moved.
            MeetingClosed: it has decided already.
            RecordMissing: no such meeting or line.
        """
        with self._store.read() as work:
            before = meeting_of(work, meeting_id)
            meeting = _with_round(before, round_id)
            ready = [one.id for one in candidates(work, meeting).ready if one.id is not None]
        wanted = ready if nomination_ids is None else list(dict.fromkeys(nomination_ids))
        name, more = brief(meeting.name), meeting is not before
        if not wanted:
            raise NothingReady(name=name)
        operation = (
            self._store.write("meeting.bring_round", name=name, count=len(wanted))
            if more
            else self._store.write("meeting.bring", name=name, count=len(wanted))
        )
        with operation as work:
            open_meeting(work, meeting_id)
            if more:
                self._checked(work, meeting)
                keep_rounds(work, meeting_id, meeting.rounds)
            bring(work, meeting, work.nominations.among(wanted))
        return Changes("meeting.bring_round" if more else "meeting.bring", _WITH_LINES)

    def take_out(self, meeting_id: MeetingId, nomination_ids: Iterable[NominationId], reason: str) -> Changes:
        """Take lines away from a meeting before it has decided; they are eligible as before.

        Raises:
            LineNotOfMeeting, LineVotedOn: a line is not before it, or stands on a ballot; none has moved.
            NominationReasonMissing: no reason.
            MeetingClosed: it has decided already.
            RecordMissing: no such meeting.
        """
        going = tuple(nomination_ids)
        name = brief(self.get(meeting_id).name)
        with self._store.write("meeting.take_out", name=name, count=len(going)) as work:
            open_meeting(work, meeting_id)
            take_out(work, meeting_id, going, reason)
        return Changes("meeting.take_out", _WITH_LINES)

    def attend(self, meeting_id: MeetingId, attendance: Sequence[Attendance]) -> Changes:
        """Keep who came, in the place of what was noted before; a member of whom nothing is said was absent.

        Raises:
            StrangerAttends: somebody has no seat on the day of the meeting.
            MeetingClosed: it has decided already.
            RecordMissing: no such meeting.
        """
        name = brief(self.get(meeting_id).name)
        with self._store.write("meeting.attend", name=name) as work:
            keep_attendance(work, open_meeting(work, meeting_id), meeting_id, attendance)
        return Changes("meeting.attend", _MEETING)

    def likely_conflicts(self, meeting_id: MeetingId) -> tuple[Conflict, ...]:
        """Lines that seem to be about a member: the same person of the directory, else the same name.

        The clerk confirms or drops them; reasons are empty.

        Raises:
            RecordMissing: no such meeting, or in the trash.
        """
        found = self.standing(meeting_id)
        noted = {(one.member_id, one.nomination_id) for one in found.conflicts}
        before = self.lines(meeting_id)
        with self._store.read() as work:
            lines = [(one.line, _person(work, one.nomination)) for one in before]
        return tuple(
            Conflict(member.id, line.nomination_id, "", meeting_id)
            for line, person_id in lines
            for member in found.roster.members
            if member.id is not None
            and is_about(member, line.name, person_id)
            and (member.id, line.nomination_id) not in noted
        )

    def save_conflicts(self, meeting_id: MeetingId, conflicts: Sequence[Conflict]) -> Changes:
        """Keep which members vote on which lines not, in the place of what was noted before.

        Raises:
            ConflictReasonMissing: one without a reason.
            StrangerAttends, LineNotOfMeeting: a member or a line is not of this meeting.
            MeetingClosed: it has decided already.
            RecordMissing: no such meeting.
        """
        if any(not one.reason.strip() for one in conflicts):
            raise ConflictReasonMissing
        name = brief(self.get(meeting_id).name)
        with self._store.write("meeting.save_conflicts", name=name, count=len(conflicts)) as work:
            keep_conflicts(work, open_meeting(work, meeting_id), meeting_id, conflicts)
        return Changes("meeting.save_conflicts", _MEETING)

    def move(self, meeting_id: MeetingId, state: MeetingState, *, reason: str | None = None) -> Changes:
        """Open a meeting, sign its minutes, or go back with a reason; it is counted by ``VerdictService.conclude``.

        Going back to before the count puts its lines before the council again; what was said of them stays noted.

        Raises:
            MeetingMoveNotAllowed, MeetingReasonMissing: it cannot go there.
            NothingReady: it opens with no line before it.
            LinesGoneOn: lines are in a decision or with a higher level already.
            RecordMissing: no such meeting.
        """
        before = self.get(meeting_id)
        moved = before.moved_to(state, reason=reason)
        if state is _M.COUNTED and before.state is _M.SITTING:
            raise MeetingMoveNotAllowed(old=before.state, new=state)
        with self._store.write("meeting.move", name=brief(before.name), meeting_state=state) as work:
            if state is _M.SITTING and before.state is _M.PREPARING:
                if not work.council.lines.of(meeting_id=meeting_id):
                    raise NothingReady(name=brief(before.name))
            elif state in BEFORE_THE_END and before.state not in BEFORE_THE_END:
                take_up_again(work, meeting_id, moved.state_reason or "")
            work.council.meetings.save(moved)
        return Changes("meeting.move", _WITH_LINES)

    def delete(self, meeting_id: MeetingId) -> Changes:
        """Move a meeting to the trash before anything has been put before it.

        Raises:
            MeetingHasBegun: there are lines before it.
            RecordMissing: no such meeting.
        """
        name = brief(self.get(meeting_id).name)
        with self._store.write("meeting.delete", name=name) as work:
            if work.council.lines.of(meeting_id=meeting_id):
                raise MeetingHasBegun(name=name)
            work.council.meetings.trash([meeting_id])
        return Changes("meeting.delete", _MEETING)

    def restore(self, meeting_id: MeetingId) -> Changes:
        """Take a meeting out of the trash.

        Raises:
            CouncilInTrash: its council lies there too.
            RecordMissing: it is not in the trash.
        """
        with self._store.read() as work:
            name = brief(work.council.meetings.any(meeting_id).name)
        with self._store.write("meeting.restore", name=name) as work:
            restore(work, meeting_id)
        return Changes("meeting.restore", _MEETING)

    def _checked(self, work: Work, meeting: Meeting) -> Meeting:
        check_there(work, meeting.council_id)
        for round_id in meeting.rounds:
            work.rounds.get(round_id)
        if meeting.id is None:
            return replace(meeting, state=_M.PREPARING, state_reason=None)
        kept = open_meeting(work, meeting.id, _NOT_SIGNED)
        if (kept.council_id, kept.day) != (meeting.council_id, meeting.day) and _has_begun(work, kept):
            raise MeetingHasBegun(name=brief(kept.name))
        return replace(meeting, state=kept.state, state_reason=kept.state_reason)


def _person(work: Work, line: Nomination) -> RecipientId | None:
    return None if line.recipient_id is None else work.recipients.resolve(line.recipient_id)


def _with_round(meeting: Meeting, round_id: RoundId | None) -> Meeting:
    """A meeting that takes lines of a round, the very same if it does already."""
    if round_id is None or round_id in meeting.rounds:
        return meeting
    return replace(meeting, rounds=(*meeting.rounds, round_id))


def restore(work: Work, meeting_id: MeetingId) -> None:
    """Take a meeting out of the trash within a running operation.

    Raises:
        CouncilInTrash, RecordMissing: as ``MeetingService.restore``.
    """
    check_there(work, CouncilId(work.council.meetings.any(meeting_id).council_id))
    work.council.meetings.restore([meeting_id])


def _has_begun(work: Work, meeting: Meeting) -> bool:
    """Whether who came or a ballot is noted: both belong to the council and the day."""
    noted = work.council.attendances.of(meeting_id=meeting.id)
    return bool(noted or work.council.ballots.of(meeting_id=meeting.id))
