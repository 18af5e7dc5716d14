"""Councils, meetings, ballots and decisions come back from the tables as they were given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from thidua_desktop.domain.awards import RecipientKind
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
from thidua_desktop.domain.decision_changes import CorrectedField, Correction, SentUp
from thidua_desktop.domain.decisions import Decision, DecisionLine, DecisionState, NameAnswer
from thidua_desktop.domain.funds import FundEntry, FundKind
from thidua_desktop.domain.ids import (
    AwardRecordId,
    BallotId,
    CouncilId,
    DecisionId,
    DecisionLineId,
    MeetingId,
    MemberId,
    NominationId,
    RoundId,
    TallyId,
)
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

COUNCIL, MEMBER, MEETING, BALLOT, TALLY = CouncilId(1), MemberId(1), MeetingId(1), BallotId(1), TallyId(1)
DECISION, LINE = DecisionId(1), NominationId(1)
DAY = date(2026, 12, 15)


@pytest.fixture
def work(store: Store) -> Iterator[Work]:
    with store.write("test") as opened:
        opened.rounds.save(Round("Tổng kết năm 2026", 2026))
        opened.nominations.save(Nomination(RoundId(1), RecipientKind.PERSON, "Lê An", "lao_dong_tien_tien"))
        who = opened.recipients.save(Recipient(RecipientKind.PERSON, "Lê An"))
        opened.award_records.save(RegisterEntry(who, "lao_dong_tien_tien", 2026, "Lê An"))
        yield opened


def kept(repository: Any, *records: Any) -> None:
    """Keep records, one by one and together: they read as they were given."""
    for record in records:
        number = repository.save(record)
        assert repository.get(number) == repository.any(number) == replace(record, id=number)
        assert repository.among("id", [number]) == (replace(record, id=number),)
        repository.save(replace(record, id=number))
        assert repository.get(number) in repository.of()


def test_everything_reads_as_it_was_given(work: Work) -> None:
    council, decision = work.council, work.decision
    kept(
        council.councils,
        Council("Hội đồng Thi đua - Khen thưởng tỉnh", "HĐTĐKT", "12/QĐ-UBND", DAY, DAY, DAY, Size.ODD),
        Council("Hội đồng sáng kiến", parent_id=COUNCIL),
    )
    kept(
        council.members,
        Member(COUNCIL, "Lê Bình", CouncilRole.CHAIR, "Ông", "Chủ tịch", "UBND tỉnh", 1, DAY, DAY),
        Member(COUNCIL, "Trần Chi"),
    )
    agenda = (AgendaItem("Khai mạc", 10, "Ông Lê Bình"), AgendaItem("Bỏ phiếu"))
    kept(
        council.meetings,
        Meeting(COUNCIL, "Họp xét", DAY, time(8, 30), time(11), "Phòng họp A", (), agenda, MeetingState.SITTING, "Vì"),
        Meeting(COUNCIL, "Họp bổ sung", DAY, conclusion="Thông qua"),
        Meeting(
            *(COUNCIL, "Họp cuối năm", DAY),
            invitation_number="12/GM-HĐTĐKT",
            invited_on=DAY,
            opinions_by=DAY,
            discussion=("Ông Bình: nhất trí.", "Bà Chi: đề nghị làm rõ."),
        ),
    )
    kept(council.rounds, MeetingRound(MEETING, RoundId(1)))
    kept(council.attendances, Attendance(MEMBER, Presence.WRITTEN, "Đi công tác", "Ông Hà", MEETING))
    kept(council.conflicts, Conflict(MEMBER, LINE, "Là em ruột", MEETING))
    kept(council.ballots, Ballot(MEETING, 1, ("Ông Lê Bình", "Bà Trần Chi"), "Phiếu kín"), Ballot(MEETING, 2))
    kept(council.ballot_lines, BallotLine(BALLOT, 1, LINE))
    kept(council.tallies, Tally(MEETING, BALLOT, 1, 9, 8, 1, 0, "Bà Trần Chi"), Tally(MEETING, BALLOT, 2, 9, 9, 0))
    kept(council.counts, TallyCount(TALLY, LINE, 6, 1, 1, 0))
    said = MeetingLine(MEETING, LINE, 1, "Lê An", "a", Verdict.LOWERED, "Vì", "b", True, BALLOT, 8, 9, 8, "Điều 30")
    kept(council.lines, said, MeetingLine(MeetingId(2), LINE, 1, "Lê An", "a"))
    draft = Decision("Về việc tặng Giấy khen", year=2026)
    whole = Decision(
        "Về việc tặng Bằng khen",
        signed_by="Chủ tịch UBND tỉnh",
        number="05/QĐ-UBND",
        signed_on=DAY,
        meeting_id=MEETING,
        state=DecisionState.CORRECTED,
        state_reason="Sai tên",
        corrects=DECISION,
        authority="chu_tich_ubnd_tinh",
        year=2026,
        issued_on=DAY,
        legal_bases=("Luật Thi đua, khen thưởng",),
    )
    written = replace(
        whole,
        number="06/QĐ-UBND",
        merit="đã có thành tích xuất sắc",
        executors="Chánh Văn phòng",
        recipients=("Lưu: VT",),
        signer_posts=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        signer_name="Trần Quốc Bảo",
        proposed_by="Giám đốc Sở Nội vụ",
    )
    kept(decision.decisions, draft, whole, written, replace(whole, historical=True))
    line = DecisionLine(LINE, "Lê An", "a", "person", decision_id=DECISION, place=1)
    kept(
        decision.lines,
        line,
        replace(line, honorific="Ông", position="Trưởng phòng", unit="Sở Y tế", achievement="Tốt", golden_book=1),
        replace(line, award_record_id=AwardRecordId(1), bonus=710_000),
    )
    correction = Correction(DECISION, DecisionLineId(1), CorrectedField.NAME, "Lê An", "Lê Ân", DAY, "Sai", "6/QĐ-UBND")
    kept(decision.corrections, correction, replace(correction, field=CorrectedField.LINE, reads=None))
    drafted = replace(correction, by_id=DECISION)  # of a decision that is not signed
    kept(decision.pending, drafted)
    assert not [one for one in decision.corrections.of() if one.by_id is not None]
    answer = NameAnswer(DECISION, DecisionLineId(1), "Lê An", None, "Lê  An", "Theo giấy khai sinh", "lan", DAY)
    kept(decision.name_answers, answer)
    income = FundEntry(2026, DAY, FundKind.INCOME, "Ngân sách cấp", 100_000_000)
    kept(decision.fund, income, replace(income, kind=FundKind.EXPENSE, decision_id=DECISION, note="Phiếu chi 12"))
    sent = SentUp(LINE, "thu_tuong", DAY, "15/TTr-UBND", DAY, "20/QĐ-TTg", "Hỏi lại")
    kept(decision.sent_up, sent, SentUp(LINE, "chu_tich_nuoc", DAY))


def test_records_by_what_they_belong_to(work: Work) -> None:
    first, second = (work.council.councils.save(Council(name)) for name in ("Hội đồng A", "Hội đồng B"))
    later = work.council.members.save(Member(CouncilId(first), "Hà", position=2))
    other = work.council.members.save(Member(CouncilId(second), "Lý"))
    former = work.council.members.save(Member(CouncilId(first), "Ân", position=1))
    assert [each.id for each in work.council.members.of(council_id=first)] == [former, later]
    assert [each.id for each in work.council.members.of(council_id=second, name="Lý")] == [other]
    assert {each.id for each in work.council.members.among("council_id", [first, second])} == {former, later, other}
    many = work.council.members.add_many([Member(CouncilId(second), f"Thành viên {at}") for at in range(3)])
    assert [work.council.members.get(each).name for each in many] == [f"Thành viên {at}" for at in range(3)]
    work.council.members.remove([former])
    with pytest.raises(RecordMissing):
        work.council.members.get(former)


def test_what_lies_in_the_trash_is_not_read(work: Work) -> None:
    number = work.council.councils.save(Council("Hội đồng"))
    work.council.councils.trash([number])
    assert work.council.councils.of() == ()
    assert work.council.councils.any(number).name == "Hội đồng"
    for use in (work.council.councils.get, lambda one: work.council.councils.save(Council("Khác", id=CouncilId(one)))):
        with pytest.raises(RecordMissing):
            use(number)
    work.council.councils.restore([number])
    assert work.council.councils.get(number).name == "Hội đồng"
