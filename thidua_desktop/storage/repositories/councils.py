"""Councils, their meetings and ballots: which field of which record stands in which column."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.councils.meetings import (
    AgendaItem,
    Attendance,
    Conflict,
    Meeting,
    MeetingState,
    Presence,
    Verdict,
)
from thidua_desktop.domain.councils.records import Ballot, BallotLine, MeetingLine, MeetingRound, Tally, TallyCount
from thidua_desktop.domain.councils.rosters import Council, CouncilRole, Member, Size
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.columns import (
    blank,
    clock,
    code,
    converted,
    day,
    maybe,
    plain,
    text,
    texts,
    truth,
)
from thidua_desktop.storage.repositories.mapped import MappedRepository, Table
from thidua_desktop.storage.session import Session


def _agenda(items: Iterable[AgendaItem]) -> str:
    return rows.text(json.dumps([asdict(item) for item in items], ensure_ascii=False))


def _items(value: str) -> tuple[AgendaItem, ...]:
    return tuple(AgendaItem(**item) for item in json.loads(value))


def _verdict(verdict: Verdict | None) -> str | None:
    return None if verdict is None else verdict.value


_COUNCILS = Table(
    "councils",
    Kind.COUNCIL,
    Council,
    (
        *(text("name"), blank("short_name"), blank("decision"), day("decided_on"), day("since"), day("until")),
        *(code(Size)("size"), plain("parent_id")),
    ),
    trash=True,
)
_MEMBERS = Table(
    "council_members",
    Kind.COUNCIL,
    Member,
    (
        *(plain("council_id"), text("name"), code(CouncilRole)("role"), blank("honorific"), blank("post")),
        *(blank("unit"), plain("position"), day("since"), day("until"), plain("person_id")),
    ),
    order="position, id",
)
_MEETINGS = Table(
    "meetings",
    Kind.MEETING,
    Meeting,
    (
        *(plain("council_id"), text("name"), day("day", "held_on"), clock("starts"), clock("ends"), blank("place")),
        *(converted(_agenda, _items)("agenda"), code(MeetingState)("state"), maybe("state_reason")),
        *(blank("conclusion"), blank("invitation_number"), day("invited_on"), day("opinions_by"), texts("discussion")),
    ),
    order="held_on, starts, id",
    trash=True,
)
_MEETING_ROUNDS = Table("meeting_rounds", Kind.MEETING, MeetingRound, (plain("meeting_id"), plain("round_id")))
_ATTENDANCES = Table(
    "attendances",
    Kind.MEETING,
    Attendance,
    (plain("meeting_id"), plain("member_id"), code(Presence)("presence"), blank("reason"), blank("deputy")),
)
_CONFLICTS = Table(
    "conflicts",
    Kind.MEETING,
    Conflict,
    (plain("meeting_id"), plain("member_id"), plain("nomination_id"), text("reason")),
)
_MEETING_LINES = Table(
    "meeting_lines",
    Kind.MEETING,
    MeetingLine,
    (
        *(plain("meeting_id"), plain("nomination_id"), plain("position"), text("name"), plain("award_id")),
        *(converted(_verdict, lambda value: None if value is None else Verdict(value))("verdict"), blank("reason")),
        *(maybe("lowered_to"), truth("by_vote"), plain("ballot_id"), plain("agree"), plain("base")),
        *(plain("needed"), blank("citation")),
    ),
    order="position, id",
)
_BALLOTS = Table(
    "ballots",
    Kind.MEETING,
    Ballot,
    (plain("meeting_id"), plain("number"), texts("counters"), blank("note")),
    order="number",
)
_BALLOT_LINES = Table(
    "ballot_lines",
    Kind.MEETING,
    BallotLine,
    (plain("ballot_id"), plain("position"), plain("nomination_id")),
    order="position, id",
)
_TALLIES = Table(
    "tallies",
    Kind.MEETING,
    Tally,
    (
        *(plain("meeting_id"), plain("ballot_id"), plain("entry"), blank("counted_by"), plain("issued")),
        *(plain("returned"), plain("invalid"), plain("written_invalid")),
    ),
    order="entry",
)
_TALLY_COUNTS = Table(
    "tally_counts",
    Kind.MEETING,
    TallyCount,
    (
        *(plain("tally_id"), plain("nomination_id"), plain("agree"), plain("disagree"), plain("spoilt")),
        plain("conflicted"),
    ),
)


class CouncilTables:
    """Councils and all that is kept of their meetings."""

    def __init__(self, session: Session) -> None:
        self.councils = MappedRepository(session, _COUNCILS)
        self.members = MappedRepository(session, _MEMBERS)
        self.meetings = MappedRepository(session, _MEETINGS)
        self.rounds = MappedRepository(session, _MEETING_ROUNDS)
        self.attendances = MappedRepository(session, _ATTENDANCES)
        self.conflicts = MappedRepository(session, _CONFLICTS)
        self.lines = MappedRepository(session, _MEETING_LINES)
        self.ballots = MappedRepository(session, _BALLOTS)
        self.ballot_lines = MappedRepository(session, _BALLOT_LINES)
        self.tallies = MappedRepository(session, _TALLIES)
        self.counts = MappedRepository(session, _TALLY_COUNTS)
