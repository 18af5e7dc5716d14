"""The pages beside the award list and the papers about awards that were given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.reports import paper, said
from tests.reports.councils.cases import AWARDS, LINES, OFFICE
from tests.reports.councils.page_cases import (
    BOOK,
    CHANGE,
    ENTRIES,
    GAUGES,
    HOLDER,
    JUDGED,
    LIST,
    NAMES,
    PAPERS,
    SIGNED,
    given,
)
from thidua_desktop.domain.award_lists import ListOrder
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.judgements import NO_RULEBOOK
from thidua_desktop.reports import pdf
from thidua_desktop.reports.councils.achievements import achievement_summary
from thidua_desktop.reports.councils.confirmation import confirmation
from thidua_desktop.reports.councils.decision_changes import correction_decision, withdrawal_decision
from thidua_desktop.reports.councils.findings_page import findings_page
from thidua_desktop.reports.councils.fund_sheet import fund_sheet
from thidua_desktop.reports.councils.quota_page import quota_page
from thidua_desktop.reports.model import GroupRow, Paragraph, Report, Row, Table


def rows(report: Report) -> list[Row]:
    (table,) = (block for block in report.blocks if isinstance(block, Table))
    return [row for row in table.rows if isinstance(row, Row)]


def groups(report: Report) -> list[str]:
    (table,) = (block for block in report.blocks if isinstance(block, Table))
    return [row.text for row in table.rows if isinstance(row, GroupRow)]


def texts(report: Report) -> list[str]:
    return [block.said for block in report.blocks if isinstance(block, Paragraph)]


def test_every_share_stands_beside_its_ceiling_and_citation() -> None:
    report = PAPERS["quota_page"]
    assert groups(report) == [
        "I. CHIẾN SĨ THI ĐUA CƠ SỞ: không quá 15 % số cá nhân đạt danh hiệu “Lao động tiên tiến” "
        "(Điều 23 khoản 2 Luật Thi đua, khen thưởng)",
        "II. CHIẾN SĨ THI ĐUA CẤP TỈNH: không khống chế tỷ lệ (Điều 12 NĐ 152/2025/NĐ-CP (cần kiểm tra))",
    ]
    found = {str(row.cells[1]): row.cells[2:] for row in rows(report)[:5]}
    assert found["Sở Y tế"] == (2, 13, "theo số liệu của đơn vị", "15,38", 1, "Vượt 01")
    assert found["Sở Giáo dục và Đào tạo"][3:] == ("15,00", 3, "Đúng mức cao nhất")
    assert found["Ủy ban nhân dân xã Yên Khê"][3:] == ("3,70", 4, "Trong mức, còn 03")
    assert found["Sở Công Thương"][3:] == ("–", None, "Chưa có số làm gốc để tính")
    assert texts(report) == ["Có 01 chỗ vượt tỷ lệ, đề nghị Hội đồng xem xét, lựa chọn./."]


def test_a_ceiling_is_never_rounded_up() -> None:
    assert [row.cells[6] for row in rows(PAPERS["quota_page"])][:3] == [1, 3, 4]  # 1,95 and 4,05 of a person are cut


def test_units_under_two_ceilings_have_a_heading_for_each() -> None:
    older = replace(GAUGES[1], quota=replace(GAUGES[1].quota, percent=20), unit="Sở Nội vụ")
    assert len(groups(quota_page(LIST, (*GAUGES[:3], older), NAMES))) == 2


def test_only_lines_with_open_questions_stand_on_the_findings_page() -> None:
    report = PAPERS["findings_page"]
    assert [text.split(",")[0] for text in groups(report)] == [
        "1. Bà Trần Thị Bích Ngọc",
        "2. Ông Lê Hoàng Phúc",
        "3. Bà Công Tằng Tôn Nữ Thị Hoàng Phương Khánh Linh Nguyễn Phúc Bảo",
    ]
    first = rows(report)[0]
    assert first.cells[1:] == (
        "Chưa rõ: cần 1 sáng kiến có phạm vi ảnh hưởng cấp bộ, ban, ngành, tỉnh trở lên trong năm.",
        "Điều 22 khoản 1 điểm b Luật Thi đua, khen thưởng (cần kiểm tra)",
        "Quyết định công nhận sáng kiến, đề tài năm 2025, 2026",
    )
    assert texts(report) == ["Có 03/05 trường hợp còn vấn đề cần Hội đồng cho ý kiến./."]


def test_who_decided_otherwise_and_why_is_said() -> None:
    (own,) = [row for row in rows(PAPERS["findings_page"]) if row.bold]
    assert own.cells[1] == (
        "Ý kiến thẩm định: đủ điều kiện (Nguyễn Thị Thu Hà, 05/11/2026; lý do: đã đối chiếu bản gốc các quyết định)"
    )


def test_a_line_without_a_rulebook_is_an_open_question() -> None:
    line, judgement = JUDGED[0]
    noted = replace(judgement, notes=(Finding(NO_RULEBOOK, Severity.WARNING, {"day": date(1999, 1, 1)}),))
    assert len(rows(findings_page(LIST, [(line, noted)], NAMES))) == 1


@pytest.mark.parametrize(
    "report",
    [
        quota_page(LIST, (), NAMES),
        findings_page(LIST, JUDGED[:1], NAMES),
        achievement_summary(LIST, (), ListOrder.AWARD_UNIT),
        confirmation(HOLDER, ()),
    ],
    ids=["quota", "findings", "achievements", "confirmation"],
)
def test_an_empty_page_says_so(report: Report) -> None:
    assert texts(report)[-1].endswith("./.")


def test_summaries_have_the_numbers_of_the_list() -> None:
    bold = [text for text in texts(PAPERS["achievements"]) if text.startswith("(")]
    assert len(bold) == len(LINES)
    assert bold[:2] == [
        "(1) Ông Nguyễn Văn An, Trưởng khoa Hồi sức tích cực, Bệnh viện Đa khoa tỉnh, Sở Y tế:",
        "(2) Bà Trần Thị Bích Ngọc, Phó Trưởng phòng Nghiệp vụ Y, Sở Y tế:",
    ]


def test_a_confirmation_tells_what_is_still_held() -> None:
    report = PAPERS["confirmation"]
    assert [row.cells[1] for row in rows(report)] == ["2021", "2024", "2025"]
    assert rows(report)[2].cells[3] == (
        "Quyết định số 4123/QĐ-UBND ngày 09 tháng 12 năm 2025 của Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn"
    )
    assert rows(report)[0].cells[3] == "–"
    assert "quyết định ghi: Nguyễn Văn Ân" in str(rows(report)[1].cells[2])
    assert "Đã được khen thưởng 03 lần, cụ thể như sau:" in texts(report)


def test_a_confirmation_masks_identity_numbers(tmp_path: Path) -> None:
    pdf.write(PAPERS["confirmation"], tmp_path / "giấy.pdf")
    words = paper.read(tmp_path / "giấy.pdf").words()
    assert "001079000123" not in words
    assert "********0123" in words


def test_a_confirmation_of_a_withdrawn_award_alone_confirms_nothing() -> None:
    report = confirmation(HOLDER, [ENTRIES[3]])
    assert (
        texts(report)[-1]
        == "Tại sổ khen thưởng của Sở Nội vụ tỉnh Hồng Sơn chưa có lần khen thưởng nào được ghi nhận./."
    )


def test_a_correction_quotes_old_and_new_in_the_order_of_the_list() -> None:
    report = PAPERS["correction"]
    assert texts(report)[3:7] == [
        "Điều 1. Đính chính Quyết định số 05/QĐ-UBND ngày 05 tháng 12 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh Hồng "
        "Sơn về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh do lỗi đánh máy khi lập danh sách, cụ thể như "
        "sau:",
        "1. Số thứ tự 2 (Trường Trung học phổ thông Nguyễn Trãi), mục “Đơn vị”: đã ghi là “Sở Giáo dục và Đào tạo”, "
        "nay đính chính thành “Sở Giáo dục và Đào tạo tỉnh Hồng Sơn”;",
        "2. Số thứ tự 4 (Ông Nguyễn Văn An), mục “Họ và tên (tên gọi)”: đã ghi là “Nguyễn Văn An”, nay đính chính "
        "thành “Nguyễn Văn Ân”;",
        "3. Số thứ tự 5 (Bà Công Tằng Tôn Nữ Thị Hoàng Phương Khánh Linh Nguyễn Phúc Bảo): không còn hiệu lực.",
    ]
    assert texts(report)[-1].endswith("chịu trách nhiệm thi hành Quyết định này./.")


def test_a_withdrawal_names_its_lines_or_the_whole_decision() -> None:
    some, whole = PAPERS["withdrawal"], PAPERS["withdrawal_whole"]
    assert "Hủy bỏ việc khen thưởng đối với 01 tập thể và 02 cá nhân tại Quyết định số 05/QĐ-UBND" in texts(some)[3]
    assert texts(some)[3].endswith("do kê khai sai thành tích, gồm:")
    assert texts(whole)[3].startswith("Điều 1. Thu hồi Quyết định số 05/QĐ-UBND")
    assert withdrawal_decision(CHANGE, SIGNED, SIGNED.lines).blocks == withdrawal_decision(CHANGE, SIGNED).blocks


@pytest.mark.parametrize(
    ("reason", "printed"),
    [
        ("Nguyễn Văn An khai sai", "do Nguyễn Văn An khai sai"),
        ("Lỗi in.", "do lỗi in"),
        ("Sở Y tế ghi", "do Sở Y tế ghi"),
    ],
)
def test_a_reason_goes_on_within_the_sentence(reason: str, printed: str) -> None:
    assert f" {printed}, cụ thể" in texts(correction_decision(replace(CHANGE, reason=reason), SIGNED, ()))[3]


def test_the_fund_is_reckoned_line_by_line() -> None:
    report = PAPERS["fund_sheet"]
    assert [row.cells[5] for row in rows(report)] == [
        "100.000.000",
        "125.000.000",
        "114.670.000",
        "107.070.000",
        "107.070.000",
    ]
    assert texts(report) == ["Số dư còn lại bằng chữ: Một trăm linh bảy triệu không trăm bảy mươi nghìn đồng./."]


def test_an_overdrawn_fund_says_so() -> None:
    report = fund_sheet(OFFICE, replace(BOOK, entries=BOOK.entries[2:3]))
    assert texts(report) == ["Quỹ đã chi vượt 10.330.000 đồng, cần bổ sung nguồn./."]
    assert rows(report)[-1].cells[5] == "-10.330.000"


def test_every_award_is_named_and_no_id_is_left(tmp_path: Path) -> None:
    for name, report in PAPERS.items():
        words = said.text_of(report)
        assert not any(f" {award} " in f" {words} " for award in AWARDS), name


def test_differences_of_names_are_seen_on_paper() -> None:
    second, third, fourth, last = (row.cells for row in rows(PAPERS["name_check"])[1:])
    assert second[1:4] == ("Trần Thị B[í]ch Ngọc", "Trần Thị B[í]ch Ngọc", "Trần Thị B[i]ch Ngọc")
    assert third[2] == "Lê[·] Hoàng Phúc"
    assert "dấu gõ rời" in str(fourth[2])
    assert last[1] == "(không có)"
    assert rows(PAPERS["name_check"])[0].cells[1:4] == ("Nguyễn Văn An",) * 3


def test_six_awards_keep_the_paper_on_one_page(tmp_path: Path) -> None:
    many = [given("cstd_cs", 2010 + at, f"{at + 1}/QĐ-SYT", decided_on=date(2010 + at, 12, 20)) for at in range(6)]
    pdf.write(confirmation(HOLDER, many), tmp_path / "giấy.pdf")
    assert len(paper.read(tmp_path / "giấy.pdf").sizes) == 1
