"""Councils of the sample office: a meeting in each state, ballots, decisions on their way, a register with history."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.councils.ballots import LineCount
from thidua_desktop.domain.councils.meetings import (
    AgendaItem,
    Attendance,
    Meeting,
    MeetingState,
    Presence,
)
from thidua_desktop.domain.councils.records import Papers
from thidua_desktop.domain.councils.rosters import Council, CouncilRole, Member, Size
from thidua_desktop.domain.decision_changes import CorrectedField
from thidua_desktop.domain.decisions import Decision, DecisionState
from thidua_desktop.domain.funds import FundEntry, FundKind
from thidua_desktop.domain.ids import BallotId, CouncilId, DecisionId, MeetingId, MemberId, RoundId
from thidua_desktop.domain.issuers import PROVINCE
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.domain.nominations import Nomination, NominationState, Occasion, Round
from thidua_desktop.services.amendments import Amendment
from thidua_desktop.services.container import Services
from thidua_desktop.services.sent_up import Answer

_DATA = "demo/councils.toml"
_PLACE = "Phòng họp số 2, trụ sở Sở Nội vụ"
_GENDERS = {"Ông": "male", "Bà": "female"}
_PRESENT = 7
"""So many of nine come; one more gives the opinion in writing."""
_BANG_KHEN = "bang_khen_bo_tinh"
_FIRST_YEAR = 2018
_READY = (NominationState.DOSSIER_COMPLETE, NominationState.ELIGIBLE)
_OLD_HEADINGS = "Họ và tên|Năm sinh|Đơn vị|Hình thức khen thưởng|Số quyết định|Ngày quyết định|Cấp quyết định|Năm"


@dataclass(frozen=True, slots=True)
class _Office:
    """What the meetings of a year need."""

    services: Services
    sample: Mapping[str, Any]
    year: int
    council_id: CouncilId
    members: tuple[MemberId, ...]

    def words(self, text: str) -> str:
        """A text of the data with its years."""
        return text.format(year=self.year, last=self.year - 1, y2=self.year - 2, y3=self.year - 3)

    def meeting(self, key: str, day: date, rounds: Sequence[RoundId]) -> MeetingId:
        """A meeting of the data, the lines of its rounds before it."""
        said = self.sample[key]
        points = [point.split("|") for point in self.sample["agenda"]["points"]]
        meeting = Meeting(
            self.council_id,
            self.words(said["meeting"]),
            day,
            time(8),
            time(10),
            _PLACE,
            tuple(rounds),
            tuple(AgendaItem(text.strip(), int(minutes), who.strip()) for text, minutes, who in points),
            conclusion=self.words(said.get("conclusion", "")),
            invitation_number="08/GM-HĐTĐKT",
            invited_on=day - timedelta(days=8),
            discussion=tuple(said.get("discussion", ())),
        )
        return MeetingId(self.services.meetings.save(meeting).created[0])

    def sit(self, meeting_id: MeetingId) -> None:
        """Bring what is ready and let the council sit; one member is away, one gives the opinion in writing."""
        self.services.meetings.bring(meeting_id)
        came = [Presence.PRESENT] * _PRESENT + [Presence.WRITTEN, Presence.EXCUSED]
        reasons = [""] * _PRESENT + ["Đi công tác tại Hà Nội", "Nghỉ ốm"]
        order = (*self.members[:-3], self.members[-1], *self.members[-3:-1])  # the secretary is there
        noted = [
            Attendance(member, presence, reason) for member, presence, reason in zip(order, came, reasons, strict=True)
        ]
        self.services.meetings.attend(meeting_id, noted)
        self.services.meetings.move(meeting_id, MeetingState.SITTING)

    def vote(self, meeting_id: MeetingId, agree: Sequence[int], *, slip: bool = False) -> None:
        """Count a ballot twice; with ``slip`` the second count differs in one line. Who keeps out has no vote."""
        ballots = self.services.ballots
        counters = ("Vũ Đình Uy", "Nguyễn Thị Ánh")
        ballot_id = BallotId(ballots.open(meeting_id, counters=counters).created[0])
        lines = next(one for one in ballots.of_meeting(meeting_id) if one.ballot.id == ballot_id).lines
        out = [one.nomination_id for one in self.services.meetings.standing(meeting_id).conflicts]
        valid = _PRESENT + 1
        for entry, who in enumerate(counters, start=1):
            votes = [
                LineCount(line, yes, valid - yes - out.count(line), conflicted=out.count(line))
                for line, yes in zip(lines, agree, strict=True)
            ]
            if slip and entry > 1:
                votes[1] = replace(votes[1], agree=votes[1].agree - 1, disagree=votes[1].disagree + 1)
            ballots.enter(ballot_id, entry, Papers(_PRESENT, _PRESENT, 0), votes, counted_by=who)


def build(services: Services, year: int) -> None:
    """Fill councils, meetings, decisions, register and fund of the sample office; once filled it stays as it is.

    Args:
        services: an office file with the directory of the sample office.
        year: of the meetings; the first of them decides on the year before.
    """
    if services.councils.all():
        return
    year = max(_FIRST_YEAR, min(year, services.today().year))  # no decision is dated ahead, and none before the law
    sample = tomllib.loads(resource(_DATA).read_text(encoding="utf-8"))
    office = _council(services, sample, year)
    _old(office)
    _signed(office)
    _counted(office)
    _sitting(office)
    _preparing(office)


def _council(services: Services, sample: Mapping[str, Any], year: int) -> _Office:
    parent: CouncilId | None = None
    seats: tuple[int, ...] = ()
    for said in sample["council"]:
        council = Council(
            said["name"],
            said["short_name"],
            said["decision"],
            date(year - 2, 3, 12),
            date(year - 2, 3, 15),
            date(year + 3, 3, 14),
            Size(said["size"]),
            parent,
        )
        council_id = CouncilId(services.councils.save(council).created[0])
        made = services.councils.save_members(council_id, [_member(council_id, line) for line in said["members"]])
        if parent is None:
            parent, seats = council_id, made.created
    return _Office(services, sample, year, parent or CouncilId(0), tuple(MemberId(each) for each in seats))


def _member(council_id: CouncilId, line: str) -> Member:
    called, role, post, unit = _fields(line)
    honorific, _, name = called.partition(" ")
    return Member(council_id, name, CouncilRole(role), honorific, post, unit)


def _round(office: _Office, key: str) -> RoundId:
    said, services = office.sample[key], office.services
    occasion = Occasion.MOVEMENT if key == "counted" else Occasion.MERIT
    year = office.year - 1 if key == "signed" else office.year
    round_ = Round(office.words(said["round"]), year, occasion)
    round_id = RoundId(services.nominations.save_round(round_).created[0])
    lines = [_line(round_id, group, line, occasion) for group in said["group"] for line in group["lines"]]
    services.nominations.save_many(lines)
    services.ties.tie_round(round_id)
    return round_id


def _line(round_id: RoundId, group: Mapping[str, Any], line: str, occasion: Occasion) -> Nomination:
    called, birth, position, unit, citation = _fields(line)
    honorific, _, rest = called.partition(" ")
    known = honorific in _GENDERS
    made = Nomination(
        round_id,
        RecipientKind(group["kind"]),
        rest if known else called,
        group["award"],
        honorific=honorific if known else None,
        gender=_GENDERS.get(honorific),
        birth=birth or None,
        position=position or None,
        unit=unit,
        occasion=occasion,
        citation=citation,
    )
    for state in _READY:
        made = made.moved_to(state)
    return made


def _old(office: _Office) -> None:
    """Two decisions of earlier years, as a list of former awards tells of them."""
    rows = [_OLD_HEADINGS.split("|"), *(_fields(office.words(line)) for line in office.sample["old"]["lines"])]
    text = "\n".join("\t".join(row) for row in rows)
    held = office.services.old_decisions
    held.store(held.again(office.services.list_doctor.read_text(text, ListTarget.AWARD_HISTORY)))


def _signed(office: _Office) -> None:
    """A meeting whose minutes are signed: a decision that was issued and corrected, two lines at the province."""
    services, year = office.services, office.year
    meeting_id = office.meeting("signed", date(year, 1, 16), [_round(office, "signed")])
    office.sit(meeting_id)
    office.vote(meeting_id, (8, 8, 6))
    services.verdicts.conclude(meeting_id)
    services.meetings.move(meeting_id, MeetingState.SIGNED)
    _send_up(office, meeting_id)
    drafts = services.decisions.draft(meeting_id, services.decisions.proposals(meeting_id)).created
    decision_id = DecisionId(drafts[0])
    decision = _issued(office, decision_id)
    wrong = {
        line.id: {CorrectedField.POSITION: "Phó Trưởng phòng Tổng hợp"} for line in decision.lines if line.position
    }
    first = {line_id: fields for line_id, fields in list(wrong.items())[:1] if line_id is not None}
    amending = DecisionId(services.amendments.draft(decision_id, Amendment("lỗi đánh máy", first)).created[0])
    services.decisions.move(amending, DecisionState.TO_SIGN)
    services.decisions.sign(amending, "31/QĐ-SNV", date(year, 1, 30))
    _pay(office, decision_id)


def _issued(office: _Office, decision_id: DecisionId) -> Decision:
    services, year = office.services, office.year
    services.decisions.save(
        replace(
            services.decisions.get(decision_id),
            merit=f"đã có thành tích trong công tác, trong phong trào thi đua năm {year - 1}",
            executors="Chánh Văn phòng Sở, Trưởng phòng Thi đua - Khen thưởng, Thủ trưởng các đơn vị thuộc Sở",
            recipients=("Lãnh đạo Sở", "Lưu: VT, TĐKT"),
        )
    )
    services.decisions.move(decision_id, DecisionState.TO_SIGN)
    services.decisions.sign(decision_id, "24/QĐ-SNV", date(year, 1, 26))
    services.decisions.move(decision_id, DecisionState.ISSUED)
    return services.decisions.get(decision_id)


def _send_up(office: _Office, meeting_id: MeetingId) -> None:
    """What the province decides on: one answer has come, one is waited for."""
    services, year = office.services, office.year
    going = [one.line.nomination_id for one in services.meetings.lines(meeting_id) if one.line.award_id == _BANG_KHEN]
    services.sent_up.send(going, PROVINCE, date(year, 1, 22), letter_number="19/TTr-SNV")
    first = services.sent_up.all()[0].sent.id
    if first is not None:
        services.sent_up.answer([first], Answer(date(year, 1, 29), awarded=True, decision="154/QĐ-UBND"))


def _pay(office: _Office, decision_id: DecisionId) -> None:
    year, funds = office.year, office.services.funds
    opening = FundEntry(year, date(year, 1, 2), FundKind.OPENING, f"Số dư năm {year - 1} chuyển sang", 18_450_000)
    income = FundEntry(year, date(year, 1, 12), FundKind.INCOME, "Ngân sách cấp đợt 1", 60_000_000)
    frames = FundEntry(year, date(year, 1, 28), FundKind.EXPENSE, "In phôi giấy khen, mua khung", 4_320_000)
    for entry in (opening, income, frames):
        funds.save(entry)
    funds.pay([decision_id], date(year, 1, 30))


def _counted(office: _Office) -> None:
    """A meeting that was counted: one decision on its way to be signed, one still a draft."""
    services = office.services
    meeting_id = office.meeting("counted", date(office.year, 4, 14), [_round(office, "counted")])
    office.sit(meeting_id)
    services.verdicts.conclude(meeting_id)
    (proposal,) = services.decisions.proposals(meeting_id)
    collectives = [
        one.line.nomination_id
        for one in services.meetings.lines(meeting_id)
        if one.nomination.kind is RecipientKind.COLLECTIVE
    ]
    others = tuple(each for each in proposal.nomination_ids if each not in collectives)
    parts = [replace(proposal, nomination_ids=tuple(collectives)), replace(proposal, nomination_ids=others)]
    created = services.decisions.draft(meeting_id, parts).created
    services.decisions.move(DecisionId(created[0]), DecisionState.TO_SIGN)


def _sitting(office: _Office) -> None:
    """A meeting that sits: a member keeps out of a vote, and two counts differ in one line."""
    services = office.services
    meeting_id = office.meeting("sitting", date(office.year, 5, 20), [_round(office, "sitting")])
    office.sit(meeting_id)
    likely = services.meetings.likely_conflicts(meeting_id)
    own = [replace(one, reason="Trường hợp của chính thành viên") for one in likely]
    services.meetings.save_conflicts(meeting_id, own)
    office.vote(meeting_id, (7, 7, 8, 6), slip=True)


def _preparing(office: _Office) -> None:
    """A meeting to come, on the greatest round of the year."""
    rounds = office.services.nominations.rounds(office.year)
    largest = max(rounds, key=lambda row: row.nominations).round.id
    office.meeting("preparing", date(office.year, 12, 4), [largest] if largest is not None else [])


def _fields(line: str) -> list[str]:
    return [field.strip() for field in line.split("|")]
