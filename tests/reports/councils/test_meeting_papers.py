"""What a meeting leaves on paper: the vote count, the results, the minutes, the invitations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.reports import paper
from tests.reports.councils.cases import (
    ATTENDANCE,
    HEAD,
    LINES,
    MEETING,
    MEMBERS,
    RECORD,
    SUBJECT,
    TELLERS,
    TURNOUT,
    VOTED,
    voted,
)
from tests.reports.councils.papers import PAPERS
from tests.reports.paper import Paper
from thidua_desktop.domain.councils.ballots import Passing
from thidua_desktop.domain.councils.meetings import Conflict, LineVerdict, Presence, Verdict
from thidua_desktop.domain.ids import MemberId, NominationId
from thidua_desktop.reports import pdf
from thidua_desktop.reports.councils.invitation import invitations
from thidua_desktop.reports.councils.minutes import minutes
from thidua_desktop.reports.councils.records import MeetingRecord
from thidua_desktop.reports.councils.vote_papers import Teller, vote_count, vote_summary
from thidua_desktop.reports.model import Paragraph, Report, Row, Table


def printed(report: Report, tmp_path: Path) -> Paper:
    pdf.write(report, tmp_path / "giay.pdf")
    return paper.read(tmp_path / "giay.pdf")


def the_table(report: Report) -> Table:
    return next(block for block in report.blocks if isinstance(block, Table))


def cells(report: Report, column: int) -> list[object]:
    return [row.cells[column] for row in the_table(report).rows if isinstance(row, Row)]


def said(report: Report) -> str:
    return "\n".join(block.said for block in report.blocks if isinstance(block, Paragraph))


def uprights(page: Paper) -> list[float]:
    return sorted({round(rule.left, 1) for rule in page.rules if rule.left == rule.right})


@pytest.mark.parametrize(
    ("name", "edges"),
    [
        ("vote_count", [30, 41, 87, 123, 139, 155, 177, 195]),
        ("vote_summary", [20, 31, 73, 111, 144, 159, 173, 187, 201, 217, 232, 247, 262, 277]),
        ("minutes", [30, 41, 91, 135, 155, 175, 195]),
        ("invitation", [30, 41, 73, 150, 195]),
    ],
)
def test_columns(name: str, edges: list[float], tmp_path: Path) -> None:
    page = printed(PAPERS[name], tmp_path)
    assert uprights(page) == pytest.approx(edges, abs=0.15)
    width = 277 if name == "vote_summary" else 195
    assert all(run.right <= width + 0.3 for run in page.texts)


@pytest.mark.parametrize("name", ["vote_count", "vote_summary", "minutes"])
def test_no_line_of_place_and_day_stands_in_the_head(name: str, tmp_path: Path) -> None:
    page = printed(PAPERS[name], tmp_path)
    motto = page.find("Độc lập")
    title = next(run for run in page.texts if run.size == 14)
    between = [run.text for run in page.texts if run.page == 1 and motto.base < run.base < title.base]
    assert not any("ngày" in text or HEAD.place in text for text in between)
    assert page.rule_below(motto).length == pytest.approx(56.1, abs=0.3)


def test_the_vote_count_has_every_number_of_the_papers() -> None:
    text = said(PAPERS["vote_count"])
    for part in (
        "1. Thời gian: 10 giờ 15 phút, ngày 25 tháng 11 năm 2026.",
        "- Bà Hoàng Thị Mai Lan, Giám đốc Sở Nội vụ, Trưởng ban;",
        "- Bà Lý Thị Sen, Chủ tịch Liên đoàn Lao động tỉnh, Thành viên.",
        "- Tổng số thành viên Hội đồng: 09;",
        "- Số thành viên có mặt: 07; vắng mặt: 02 (lấy ý kiến bằng văn bản: 01);",
        "- Số phiếu phát ra: 07; số phiếu thu về: 07; số phiếu không thu về: 00;",
        "- Số phiếu thu về hợp lệ: 07; không hợp lệ: 00;",
        "- Số ý kiến bằng văn bản nhận được: 01; hợp lệ: 01; không hợp lệ: 00.",
        "đã được thông qua trước Hội đồng./.",
    ):
        assert part in text


def test_shares_are_of_all_members_and_results_of_whole_votes() -> None:
    report = PAPERS["vote_count"]
    assert cells(report, 3) == [8, 7, 7, 8, 8, 6, 8, 8]
    assert cells(report, 5)[:3] == ["88,89", "77,78", "77,78"]
    assert cells(report, 6)[:4] == ["Đạt", "Không đạt", "Không đạt", "Đồng ý"]


def test_papers_spoilt_for_one_line_get_a_column() -> None:
    lines = (voted(LINES[0], 7, spoilt=1), voted(LINES[1], 8))
    report = vote_count(replace(RECORD, lines=lines), TURNOUT, TELLERS, subject=SUBJECT)
    assert [head.text for head in the_table(report).header[0]][3:6] == [
        "Đồng ý",
        "Không đồng ý",
        "Không hợp lệ, không tham gia",
    ]
    assert cells(report, 5) == [1, 0]
    assert sum(column.width for column in the_table(report).columns) == 165


def test_who_counted_is_written_by_hand_where_nobody_is_named(tmp_path: Path) -> None:
    page = printed(vote_count(RECORD, TURNOUT, (), subject=SUBJECT), tmp_path)
    start, end = page.find("3. Ban kiểm phiếu").base, page.find("4. Số lượng").base
    blank = [run.text for run in page.on(1) if start < run.base < end]
    assert [text.strip("- …") for text in blank] == [", Trưởng ban;", ", Thành viên;", ", Thành viên."]
    assert all(text.startswith("- ………") for text in blank)


@pytest.mark.parametrize("tellers", [(), TELLERS[:2], TELLERS])
def test_the_head_teller_signs_at_the_right_without_honorific(tellers: tuple[Teller, ...], tmp_path: Path) -> None:
    page = printed(vote_count(RECORD, TURNOUT, tellers, subject=SUBJECT), tmp_path)
    post = page.find("TRƯỞNG BAN KIỂM PHIẾU")
    assert post.middle == pytest.approx(30 + 165 * 3 / 4, abs=0.6)
    assert page.find("THÀNH VIÊN BAN").middle == pytest.approx(30 + 165 / 4, abs=0.6)
    names = [run.text for run in page.texts if run.font.endswith("Bold") and "Hoàng Thị" in run.text]
    assert names == (["Hoàng Thị Mai Lan"] if tellers else [])


def test_the_summary_is_by_award_with_asked_shares(tmp_path: Path) -> None:
    report = PAPERS["vote_summary"]
    assert [row.text for row in the_table(report).rows if not isinstance(row, Row)][:2] == [
        "I. CHIẾN SĨ THI ĐUA CƠ SỞ",
        "II. CHIẾN SĨ THI ĐUA CẤP TỈNH",
    ]
    first = next(row for row in the_table(report).rows if isinstance(row, Row))
    assert first.cells[4:] == (9, 7, 7, 8, 8, 0, "88,89", "80", "Đạt")
    assert cells(report, 11)[2:4] == ["90", "–"]
    assert "01 ý kiến bằng văn bản hợp lệ" in said(report)
    page = printed(report, tmp_path)
    posts = ("NGƯỜI TỔNG HỢP", "TRƯỞNG BAN KIỂM PHIẾU", "CHỦ TỊCH HỘI ĐỒNG")
    third = 257 / 3
    assert [page.find(post).middle for post in posts] == pytest.approx(
        [20 + third * (at + 0.5) for at in range(3)], abs=0.6
    )
    assert page.find("Phạm Minh Đức")


def test_nothing_is_noted_where_nobody_wrote() -> None:
    report = vote_summary(RECORD, replace(TURNOUT, written=0), subject=SUBJECT)
    assert "bằng văn bản" not in said(report)


def test_minutes_follow_the_model(tmp_path: Path) -> None:
    page = printed(PAPERS["minutes"], tmp_path)
    assert page.find("Số:").text.replace(" ", "") == "Số:/BB-HĐTĐKT"
    title, subject = page.find("BIÊN BẢN"), page.find("Họp Hội đồng")
    assert (title.font, title.size) == ("LiberationSerif-Bold", 14)
    width = subject.right - subject.left
    assert width / 3 <= page.rule_below(subject).length <= width / 2
    assert page.find("THƯ KÝ").middle < 210 / 2 < page.find("CHỦ TỌA").middle
    names = {run.text: run.middle for run in page.texts if run.font.endswith("Bold") and run.size == 14}
    assert names["Nguyễn Thị Thu Hà"] == pytest.approx(page.find("THƯ KÝ").middle, abs=0.6)
    assert names["Phạm Minh Đức"] == pytest.approx(page.find("CHỦ TỌA").middle, abs=0.6)
    assert page.find("- Lưu").text == "- Lưu: VT, Hồ sơ."
    assert page.find("- Lưu").left == pytest.approx(30, abs=0.3)
    assert page.find("30 phút, ngày").text.endswith("./.")


def test_minutes_name_who_came_and_who_did_not() -> None:
    text = said(PAPERS["minutes"])
    assert "Có mặt 07/09 thành viên Hội đồng:" in text
    assert "1. Ông Phạm Minh Đức, Chủ tịch Ủy ban nhân dân tỉnh, Chủ tịch Hội đồng." in text
    assert "Vắng mặt: 02 thành viên." in text
    assert "Ủy viên (công tác tại Hà Nội, đã gửi ý kiến bằng văn bản);" in text
    assert "Ủy viên (nghỉ ốm, không gửi ý kiến)." in text
    assert "thu về 07 phiếu và 01 ý kiến bằng văn bản" in text
    assert "Cuộc họp Hội đồng Thi đua - Khen thưởng tỉnh Hồng Sơn kết thúc vào 11 giờ 30 phút" in text


def test_whoever_leads_signs_where_the_chair_is_away() -> None:
    away = tuple(replace(one, presence=Presence.EXCUSED) if one.member_id == 1 else one for one in ATTENDANCE)
    text = said(minutes(replace(RECORD, attendance=away), subject="x"))
    assert "Chủ trì (chủ tọa): Ông Trần Quốc Bảo" in text


def test_reasons_and_conflicts_stand_in_the_minutes() -> None:
    lowered = LineVerdict(NominationId(3), Verdict.LOWERED, "Chưa đủ tỷ lệ phiếu", lowered_to="cstd_cs")
    lines = (*VOTED[:2], replace(VOTED[2], verdict=lowered))
    conflicts = (Conflict(MemberId(7), NominationId(1), "là thủ trưởng trực tiếp"),)
    report = minutes(replace(RECORD, lines=lines, conflicts=conflicts), subject="x", discussion=("Đã thảo luận.",))
    text = said(report)
    assert "- Ông Lê Hoàng Phúc: hạ mức: Chiến sĩ thi đua cơ sở; lý do: Chưa đủ tỷ lệ phiếu." in text
    assert "Ông Võ Thanh Tùng không tham gia bỏ phiếu đối với trường hợp Ông Nguyễn Văn An" in text
    assert cells(report, 5) == ["Đồng ý", "Không đồng ý", "Hạ mức: Chiến sĩ thi đua cơ sở"]
    assert "……" not in text


def test_before_the_meeting_minutes_are_a_form(tmp_path: Path) -> None:
    empty = MeetingRecord(HEAD, RECORD.council, replace(MEETING, ends=None, conclusion=""), MEMBERS, {})
    page = printed(minutes(empty, subject="x"), tmp_path)
    assert "…… giờ …… phút" in page.words()
    assert page.find("………")


def test_an_invitation_and_its_agenda(tmp_path: Path) -> None:
    page = printed(PAPERS["invitation"], tmp_path)
    assert len(page.sizes) == 2
    number, day = page.find("Số:"), page.find("Hồng Sơn, ngày")
    assert number.text.replace(" ", "") == "Số:/GM-HĐTĐKT"
    assert number.base == pytest.approx(day.base, abs=0.1)
    assert "trân trọng kính mời: Ông Đặng Văn Quý" in page.words()
    assert page.find("- Như trên;")
    assert page.find("CHƯƠNG TRÌNH").page == 2
    assert page.find("(Kèm theo Giấy mời").font == "LiberationSerif-Italic"
    assert cells(PAPERS["invitation"].annexes[0], 1)[:2] == ["08:00 - 08:10", "08:10 - 08:20"]


def test_each_member_gets_a_letter_with_the_agenda() -> None:
    report = invitations(RECORD, MEMBERS, number="15/GM-HĐTĐKT", day=date(2026, 11, 18))
    assert len(report.annexes) == 2 * len(MEMBERS) - 1
    text = "\n".join(map(said, (report, *report.annexes)))
    assert all(f"kính mời: {one.honorific} {one.name}" in text for one in MEMBERS)
    plain = invitations(replace(RECORD, meeting=replace(MEETING, agenda=())), MEMBERS[:1])
    assert plain.annexes == ()


def test_hours_end_where_nobody_knows_how_long_it_takes() -> None:
    first, second, third, *_ = MEETING.agenda
    agenda = (first, replace(second, minutes=0), third)
    report = invitations(replace(RECORD, meeting=replace(MEETING, agenda=agenda)), MEMBERS[:1])
    assert cells(report.annexes[0], 1) == ["08:00 - 08:10", "08:10", ""]
    unknown = invitations(replace(RECORD, meeting=replace(MEETING, starts=None)), MEMBERS[:1])
    assert set(cells(unknown.annexes[0], 1)) == {""}


def test_the_sample_has_lines_of_every_outcome() -> None:
    assert {line.result.passing for line in VOTED} == set(Passing)
