"""Tờ trình, notices of results and pay lists: counts, reasons, sums."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.reports import paper
from tests.reports.councils.cases import (
    AWARDS,
    DECIDED,
    FUND,
    LINES,
    NOTICE,
    OFFICE,
    PAY,
    PROPOSAL,
    RECORD,
    VOTED,
    decided,
)
from tests.reports.councils.papers import PAPERS
from tests.reports.paper import Paper
from thidua_desktop.domain.bonuses import PayGroup, PayLine
from thidua_desktop.domain.councils.meetings import LineVerdict, Verdict
from thidua_desktop.domain.funds import FundEntry, FundKind, book
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.reports import pdf
from thidua_desktop.reports.councils.fund_sheet import fund_sheet
from thidua_desktop.reports.councils.pay_list import pay_document
from thidua_desktop.reports.councils.proposal import proposal
from thidua_desktop.reports.councils.result_notice import result_notice
from thidua_desktop.reports.model import GroupRow, Heading, Paragraph, Report, Row, Table


def printed(report: Report, tmp_path: Path) -> Paper:
    pdf.write(report, tmp_path / "giay.pdf")
    return paper.read(tmp_path / "giay.pdf")


def said(report: Report) -> str:
    return "\n".join(block.said for block in report.blocks if isinstance(block, Paragraph))


def rows(report: Report) -> list[Row]:
    tables = [block for block in report.blocks if isinstance(block, Table)]
    return [row for table in tables for row in table.rows if isinstance(row, Row)]


def test_a_proposal_names_few_and_counts_many() -> None:
    text = said(PAPERS["proposal"])
    assert "kính đề nghị Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn xem xét, quyết định khen thưởng cho" in text
    assert "cho 03 tập thể và 01 cá nhân, cụ thể:" in text
    assert "- Ông Nguyễn Văn An, Trưởng khoa" in text
    assert text.endswith("Kính trình Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn xem xét, quyết định./.")
    many = proposal(PROPOSAL, DECIDED)
    assert "cho 03 tập thể, 03 cá nhân và 01 hộ gia đình, cụ thể:" in said(many)
    assert "(Có danh sách kèm theo)" in said(many)
    assert len(rows(many.annexes[0])) == 7
    heading = next(block for block in many.annexes[0].blocks if isinstance(block, Heading))
    assert heading.lines[0].text.startswith("DANH SÁCH TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH ĐỀ NGHỊ TẶNG BẰNG KHEN")
    assert heading.lines[1].text.startswith("(Kèm theo Tờ trình số ……/TTr-HĐTĐKT ngày ……")


def test_a_proposal_is_signed_for_the_council_and_says_as_above(tmp_path: Path) -> None:
    page = printed(PAPERS["proposal"], tmp_path)
    assert page.find("TM. HỘI ĐỒNG").font == "LiberationSerif-Bold"
    assert page.find("- Như trên;").size == 11
    assert page.find("Số:").text.split() == ["Số:", "/TTr-HĐTĐKT"]
    assert page.find("Kính gửi: Chủ tịch").middle == pytest.approx(30 + 165 / 2, abs=0.6)
    filled = printed(proposal(replace(PROPOSAL, number="12/TTr-HĐTĐKT", day=date(2026, 2, 3)), DECIDED), tmp_path)
    assert filled.find("Hồng Sơn, ngày").text == "Hồng Sơn, ngày 03 tháng 02 năm 2026"


def test_hyphens_of_several_addressees_stand_under_the_colon(tmp_path: Path) -> None:
    to = ("Bộ Nội vụ", "Ban Thi đua - Khen thưởng Trung ương")
    page = printed(proposal(replace(PROPOSAL, to=to), DECIDED[:2]), tmp_path)
    word, first, last = page.find("Kính gửi:"), page.find("- Bộ Nội vụ;"), page.find("- Ban Thi đua")
    assert first.left == pytest.approx(last.left, abs=0.1)
    assert first.left == pytest.approx(word.right - 0.6, abs=1)
    assert last.text == "- Ban Thi đua - Khen thưởng Trung ương."


def test_a_notice_gives_a_reason_for_each_refusal() -> None:
    cells = [row.cells[3:] for row in rows(PAPERS["result_notice"])]
    assert cells[0] == ("Đồng ý", "")
    assert cells[1] == (
        "Không đồng ý",
        "Đạt 7/9 phiếu (77,78 %), chưa đạt tỷ lệ 80 % tổng số thành viên Hội đồng",
    )
    assert "Tổng số 04 trường hợp; được đồng ý: 02; các trường hợp khác: 02." in said(PAPERS["result_notice"])
    assert "thông báo để Sở Y tế biết, thực hiện./." in said(PAPERS["result_notice"])


@pytest.mark.parametrize(
    ("verdict", "shown", "why"),
    [
        (LineVerdict(NominationId(1), Verdict.POSTPONED, "Chờ kết luận thanh tra"), "Hoãn", "Chờ kết luận thanh tra"),
        (LineVerdict(NominationId(1), Verdict.LOWERED, "Chưa đủ năm", "gk"), "Hạ mức: Giấy khen", "Chưa đủ năm"),
        (None, "–", ""),
    ],
)
def test_what_the_council_said_stands_in_the_notice(verdict: LineVerdict | None, shown: str, why: str) -> None:
    report = result_notice(replace(RECORD, lines=(replace(VOTED[0], verdict=verdict),)), NOTICE)
    assert rows(report)[0].cells[3:] == (shown, why)


def test_the_notice_goes_to_the_unit(tmp_path: Path) -> None:
    page = printed(PAPERS["result_notice"], tmp_path)
    assert page.find("- Sở Y tế;").size == 11
    assert page.find("THÔNG BÁO").middle == pytest.approx(30 + 165 / 2, abs=0.5)
    upright = sorted({round(rule.left, 1) for rule in page.rules if rule.left == rule.right})
    assert upright == pytest.approx([30, 41, 86, 122, 150, 195], abs=0.15)


def test_the_pay_list_adds_up_in_figures_and_words(tmp_path: Path) -> None:
    report = PAPERS["pay_list"]
    made = rows(report)
    amounts = [row.cells[4] for row in made]
    assert amounts == [2_530_000, 3_800_000, 6_330_000, 4_000_000, 4_000_000, 10_330_000]
    assert [row.bold for row in made] == [False, False, True, False, True, True]
    assert [row.cells[3] for row in made] == ["1", "1,5", None, "", None, None]
    assert "Bằng chữ: Mười triệu ba trăm ba mươi nghìn đồng." in said(report)
    assert (
        "Số dư Quỹ thi đua, khen thưởng năm 2026 trước khi chi: 100.000.000 đồng; sau khi chi: 89.670.000 đồng./."
        in said(report)
    )
    page = printed(report, tmp_path)
    sums = [run for run in page.texts if run.text.strip() in ("2.530.000", "10.330.000")]
    assert sums[0].right == pytest.approx(sums[1].right, abs=0.3)
    assert [run.font for run in sums] == ["LiberationSerif", "LiberationSerif-Bold"]
    assert page.find("(Mức lương cơ sở").text == "(Mức lương cơ sở tại ngày 05 tháng 12 năm 2026: 2.530.000 đồng/tháng)"


def test_units_head_their_lines_and_numbers_run_through() -> None:
    table = next(block for block in PAPERS["pay_list"].blocks if isinstance(block, Table))
    assert [row.text for row in table.rows if isinstance(row, GroupRow)] == ["1. Sở Y tế", "2. Sở Giáo dục và Đào tạo"]
    assert [row.cells[0] for row in rows(PAPERS["pay_list"]) if not row.bold] == [1, 2, 3]


def test_a_list_with_open_amounts_is_not_spelled_out() -> None:
    line = PayLine("Bà Trần Thị Bích Ngọc", "", "gk", None, None)
    pay = replace(PAY, groups=(*PAY.groups, PayGroup("", (line,))))
    report = pay_document(OFFICE, pay, AWARDS, subject="x")
    assert "Còn 01 trường hợp chưa có mức tiền thưởng" in said(report)
    assert "Bằng chữ" not in said(report)
    assert rows(report)[-3].cells[4] is None


def test_a_fund_in_debt_is_shown_as_such() -> None:
    report = pay_document(OFFICE, PAY, AWARDS, subject="x", fund=replace(FUND, before=0, after=-10_330_000))
    assert "sau khi chi: -10.330.000 đồng./." in said(report)


def test_as_long_as_an_amount_is_open_nobody_knows_what_is_left() -> None:
    text = said(pay_document(OFFICE, PAY, AWARDS, subject="x", fund=replace(FUND, after=None)))
    assert "trước khi chi: 100.000.000 đồng./." in text
    assert "sau khi chi" not in text


def test_large_sums_stay_on_one_line(tmp_path: Path) -> None:
    lines = tuple(PayLine(f"Ông {at}", "", "gk", None, 999_999_990) for at in range(8))
    page = printed(pay_document(OFFICE, replace(PAY, groups=(PayGroup("", lines),)), AWARDS, subject="x"), tmp_path)
    assert [run.text for run in page.texts].count("7.999.999.920") == 2
    entries = (FundEntry(2026, date(2026, 1, 2), FundKind.INCOME, "Ngân sách", 8_999_999_990),)
    sheet = printed(fund_sheet(OFFICE, book(2026, entries)), tmp_path)
    assert sum(run.text.count("8.999.999.990") for run in sheet.texts) == 4


@pytest.mark.parametrize("count", range(22, 40))
def test_the_sums_never_stand_without_lines(count: int, tmp_path: Path) -> None:
    lines = tuple(PayLine(f"Ông Nguyễn Văn {at}", "", "gk", 30, 760_000) for at in range(1, count + 1))
    pay = replace(PAY, groups=(PayGroup("Sở Y tế", lines[:-1]), PayGroup("Sở Nội vụ", lines[-1:])))
    page = printed(pay_document(OFFICE, pay, AWARDS, subject="x", fund=FUND), tmp_path)
    total = page.find("TỔNG CỘNG").page
    assert {page.find(text).page for text in ("NGƯỜI LẬP BIỂU", "Bằng chữ", "Số dư Quỹ", "2. Sở Nội vụ")} == {total}
    assert len([run for run in page.on(total) if run.text.startswith("Ông Nguyễn Văn")]) >= 2


def test_three_sign_the_pay_list(tmp_path: Path) -> None:
    page = printed(PAPERS["pay_list"], tmp_path)
    middles = [page.find(post).middle for post in ("NGƯỜI LẬP BIỂU", "KẾ TOÁN TRƯỞNG", "GIÁM ĐỐC")]
    assert middles == pytest.approx([30 + 27.5, 30 + 82.5, 30 + 137.5], abs=0.6)


def test_several_awards_are_named_one_after_the_other() -> None:
    text = said(proposal(PROPOSAL, tuple(map(decided, LINES[:4]))))
    assert "1. Danh hiệu “Chiến sĩ thi đua cơ sở”: 02 cá nhân:" in text
    assert "3. Danh hiệu “Tập thể lao động xuất sắc”: 01 tập thể:" in text
