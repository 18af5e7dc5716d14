"""Who takes part in a meeting: who came, and which members vote on which lines not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.councils.meetings import Attendance, Conflict, Meeting
from thidua_desktop.domain.ids import MeetingId
from thidua_desktop.services.meeting_standing import lines_of
from thidua_desktop.storage.work import Work


class StrangerAttends(AppError):
    """Somebody who has no seat on the day of the meeting cannot attend it as a member."""

    code = "meeting.stranger"


class ConflictReasonMissing(AppError):
    """A member keeps out of a vote and nobody says why."""

    code = "meeting.conflict_reason_missing"


def keep_attendance(work: Work, meeting: Meeting, meeting_id: MeetingId, attendance: Sequence[Attendance]) -> None:
    """Keep who came, in the place of what was noted before.

    Raises:
        StrangerAttends: somebody has no seat on the day of the meeting.
    """
    members = work.council.members.of(council_id=meeting.council_id)
    sitting = {member.id for member in members if member.sits(meeting.day)}
    before = {one.member_id: one.id for one in work.council.attendances.of(meeting_id=meeting_id)}
    said = {one.member_id: one for one in attendance}
    if not said.keys() <= sitting:
        raise StrangerAttends(day=meeting.day)
    for member_id, one in said.items():
        work.council.attendances.save(replace(one, meeting_id=meeting_id, id=before.get(member_id)))
    work.council.attendances.remove(old for member, old in before.items() if old and member not in said)


def keep_conflicts(work: Work, meeting: Meeting, meeting_id: MeetingId, conflicts: Sequence[Conflict]) -> None:
    """Keep which members vote on which lines not, in the place of what was noted before.

    Raises:
        StrangerAttends, LineNotOfMeeting: a member or a line is not of this meeting.
    """
    lines_of(work, meeting_id, (one.nomination_id for one in conflicts))
    members = work.council.members.of(council_id=meeting.council_id)
    sitting = {member.id for member in members if member.sits(meeting.day)}
    if not {one.member_id for one in conflicts} <= sitting:
        raise StrangerAttends(day=meeting.day)
    said = {(one.member_id, one.nomination_id): one for one in conflicts}
    before = {(one.member_id, one.nomination_id): one.id for one in work.council.conflicts.of(meeting_id=meeting_id)}
    for key, one in said.items():
        work.council.conflicts.save(replace(one, meeting_id=meeting_id, id=before.get(key)))
    work.council.conflicts.remove(old for key, old in before.items() if old and key not in said)
