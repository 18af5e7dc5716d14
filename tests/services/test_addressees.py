"""Everybody is told the result: the unit that sent a line, the unit that it is, else whoever it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.sittings import DAY, council, eligible
from tests.services.test_meeting_papers import OFFICE, text
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.councils.meetings import Attendance, Meeting, MeetingState, Presence
from thidua_desktop.domain.ids import MeetingId, NominationId, RoundId
from thidua_desktop.domain.nominations import Nomination, NominationState
from thidua_desktop.domain.papers import PaperKind, PaperRef, PaperRow
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.services.meeting_papers import Format
from thidua_desktop.wording import messages

COLLECTIVE = Nomination(RoundId(0), RecipientKind.COLLECTIVE, "Tổ Hậu cần", "giay_khen_so", citation="Tốt")
PERSON = replace(COLLECTIVE, kind=RecipientKind.PERSON, name="Lê Văn Năm", honorific="Ông")


@pytest.fixture
def office(services: Services) -> Services:
    services.office.save(OFFICE)
    services.units.save(Unit("Phòng Thi đua - Khen thưởng", "Phòng TĐKT", valid_from=date(2020, 1, 1)))
    return services


def concluded(services: Services, *lines: Nomination) -> MeetingId:
    """A meeting that has agreed to some lines."""
    round_id, _ = eligible(services, ())
    made = services.nominations.save_many([replace(line, round_id=round_id) for line in lines]).created
    ids = [NominationId(each) for each in made]
    for state in (NominationState.DOSSIER_COMPLETE, NominationState.ELIGIBLE):
        services.nominations.move(ids, state)
    council_id, members = council(services, 5)
    (number,) = services.meetings.begin(Meeting(council_id, "Họp", DAY, rounds=(round_id,))).created
    meeting = MeetingId(number)
    services.meetings.move(meeting, MeetingState.SITTING)
    services.meetings.attend(meeting, [Attendance(member, Presence.PRESENT) for member in members])
    services.verdicts.conclude(meeting)
    return meeting


def notices(services: Services, meeting: MeetingId) -> list[PaperRow]:
    return [row for row in services.meeting_papers.catalogue(meeting) if row.ref.kind is PaperKind.NOTICE]


def test_who_is_told(office: Services) -> None:
    meeting = concluded(
        office,
        replace(COLLECTIVE, name="phòng TĐKT"),
        COLLECTIVE,
        PERSON,
        replace(PERSON, name="Trần Thị Sáu", honorific="Bà", unit="Sở Y tế"),
    )
    found = notices(office, meeting)
    assert [(row.title.partition(" – ")[2], row.remark is not None) for row in found] == [
        ("Phòng Thi đua - Khen thưởng", False),
        ("Sở Y tế", False),
        ("Tổ Hậu cần", True),
        ("Ông Lê Văn Năm", True),
    ]
    assert all(row.ready for row in found)
    remark = found[-1].remark
    assert remark is not None
    assert "Ông Lê Văn Năm" in messages.finding(remark)


def test_two_of_one_name_are_told_each(office: Services) -> None:
    meeting = concluded(office, PERSON, replace(PERSON, citation="Khác"))
    assert [row.title.partition(" – ")[2] for row in notices(office, meeting)] == ["Ông Lê Văn Năm"] * 2


def test_the_notice_speaks_to_whom_it_is_about(office: Services, tmp_path: Path) -> None:
    meeting = concluded(office, PERSON, replace(COLLECTIVE, name="Phòng TĐKT"))
    unit, alone = notices(office, meeting)
    out = office.meeting_papers.write(meeting, alone.ref, tmp_path / "tb.pdf", Format.PDF)
    said = text(out)
    assert "kết quả xét khen thưởng đối với Ông Lê Văn Năm như sau:" in said
    assert "thông báo để Ông Lê Văn Năm biết./." in said
    assert "Phòng TĐKT" not in said
    office.meeting_papers.write(meeting, unit.ref, tmp_path / "don-vi.docx", Format.DOCX)
    whole = office.meeting_papers.write_all(meeting, tmp_path / "tat-ca", refs=(unit.ref, alone.ref))
    assert len(whole.files) == 2


def test_collectives_of_no_unit_stand_under_their_own_name(office: Services, tmp_path: Path) -> None:
    meeting = concluded(office, COLLECTIVE, replace(COLLECTIVE, name="Phòng TĐKT"))
    out = office.meeting_papers.write(meeting, PaperRef(PaperKind.LIST_UNIT), tmp_path / "ds.pdf", Format.PDF)
    said = text(out)
    assert "TỔ HẬU CẦN" in said
    assert "PHÒNG THI ĐUA - KHEN THƯỞNG" in said
    assert "không ghi đơn vị" not in said.lower()


def test_the_notices_of_a_decision_and_its_pay_list_say_the_same(office: Services, tmp_path: Path) -> None:
    meeting = concluded(office, COLLECTIVE, PERSON)
    office.decisions.draft(meeting, office.decisions.proposals(meeting))
    (decision,) = office.decisions.of_meeting(meeting)
    assert decision.id is not None
    rows = [row for row in office.decision_papers.catalogue(decision.id) if row.ref.kind is PaperKind.NOTICE]
    assert {row.ref for row in rows} == {row.ref for row in notices(office, meeting)}
    assert all(row.remark is not None for row in rows)
    assert sorted(group.unit for group in office.pay_lists.of(decision.id).groups) == ["", "Tổ Hậu cần"]
    out = office.decision_papers.write(decision.id, rows[0].ref, tmp_path / "tb.pdf", Format.PDF)
    assert out.stat().st_size > 1000


def test_a_council_named_after_the_office_stands_below_the_office(office: Services, tmp_path: Path) -> None:
    """Its name holds that of a city because the office's does; the office is above it all the same."""
    name = "Trung tâm Phục vụ hành chính công Thành phố Hồ Chí Minh"
    office.office.save(replace(OFFICE, name=name.upper(), superior="UBND THÀNH PHỐ HỒ CHÍ MINH"))
    meeting = concluded(office, PERSON)
    council_ = office.councils.all()[0]
    office.councils.save(replace(council_, name=f"Hội đồng Thi đua - Khen thưởng {name}"))
    out = office.meeting_papers.write(meeting, PaperRef(PaperKind.MINUTES), tmp_path / "bb.pdf", Format.PDF)
    said = text(out)
    assert said.index("TRUNG TÂM PHỤC VỤ") < said.index("HỘI ĐỒNG")
    assert "UBND THÀNH PHỐ" not in said
