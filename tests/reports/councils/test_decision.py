"""The decision and the list behind it: model 1.2, counts that are those of the list, the order that makes numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.reports import paper
from tests.reports.councils.cases import DECIDED, DECISION, DECISION_PAPER, HEAD, ISSUER, LINES, LONG_NAME, decided
from tests.reports.councils.papers import PAPERS
from tests.reports.paper import Paper
from thidua_desktop.domain.decisions import Decision, DecisionLine, DecisionState
from thidua_desktop.reports import pdf
from thidua_desktop.reports.councils.decision import decision_document
from thidua_desktop.reports.model import GroupRow, Paragraph, Report, Row, Table

SIGNED = replace(DECISION, state=DecisionState.TO_SIGN).signed("5/QĐ-UBND", date(2026, 12, 5), today=date(2026, 12, 5))


def printed(report: Report, tmp_path: Path) -> Paper:
    pdf.write(report, tmp_path / "giay.pdf")
    return paper.read(tmp_path / "giay.pdf")


def articles(report: Report) -> list[str]:
    return [block.said for block in report.blocks if isinstance(block, Paragraph) and block.lead]


def listed(report: Report) -> list[Row]:
    (annex,) = report.annexes
    table = next(block for block in annex.blocks if isinstance(block, Table))
    return [row for row in table.rows if isinstance(row, Row)]


def groups(report: Report) -> list[str]:
    (annex,) = report.annexes
    table = next(block for block in annex.blocks if isinstance(block, Table))
    return [row.text for row in table.rows if isinstance(row, GroupRow)]


def of(*lines: DecisionLine) -> Decision:
    return replace(DECISION, lines=lines)


def test_the_order_of_the_model(tmp_path: Path) -> None:
    page = printed(PAPERS["decision"], tmp_path)
    starts = ("QUYẾT ĐỊNH", "Về việc tặng", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Căn cứ", "Theo đề nghị", "QUYẾT ĐỊNH:")
    levels = []
    for start in (*starts, "Điều 1.", "Điều 2.", "Điều 3.", "Nơi nhận:"):
        after = max(levels, default=0)
        levels.append(next(run.base for run in page.on(1) if run.text.startswith(start) and run.base > after))
    assert levels == sorted(levels)
    for start in ("QUYẾT ĐỊNH", "Về việc", "QUYẾT ĐỊNH:"):
        run = page.find(start)
        assert (run.font, run.size) == ("LiberationSerif-Bold", 14)
        assert run.middle == pytest.approx(30 + 165 / 2, abs=0.5)
    subject = page.find("Về việc")
    assert 1 / 3 <= page.rule_below(subject).length / (subject.right - subject.left) <= 1 / 2
    assert page.find("Căn cứ Luật").font == "LiberationSerif-Italic"
    assert page.find("Điều 1.").font == "LiberationSerif-Bold"
    assert page.find("Tặng Bằng khen").font == "LiberationSerif"


def test_number_and_day_are_blank_until_they_are_registered(tmp_path: Path) -> None:
    page = printed(PAPERS["decision"], tmp_path)
    number, day = page.find("Số:"), page.find("Hồng Sơn, ngày")
    assert number.text.split() == ["Số:", "/QĐ-UBND"]
    assert number.right - number.left > 27
    assert number.base == pytest.approx(day.base, abs=0.1)
    annex = page.find("(Kèm theo")
    assert annex.page == 2
    assert "số ……/QĐ-UBND ngày …… tháng" in page.words()


def test_a_signed_decision_shows_number_day_and_golden_book(tmp_path: Path) -> None:
    report = decision_document(DECISION_PAPER, SIGNED)
    page = printed(report, tmp_path)
    assert page.find("Số:").text.strip() == "Số: 05/QĐ-UBND"
    assert page.find("Hồng Sơn, ngày").text == "Hồng Sơn, ngày 05 tháng 12 năm 2026"
    assert "(Kèm theo Quyết định số 05/QĐ-UBND ngày 05 tháng 12 năm 2026 của Chủ tịch Ủy ban" in page.words()
    assert [row.cells[3] for row in listed(report)] == list(range(1, len(DECIDED) + 1))


def test_counts_are_those_of_the_list() -> None:
    report = PAPERS["decision"]
    assert "cho 03 tập thể, 03 cá nhân và 01 hộ gia đình (có danh sách kèm theo), đã có" in articles(report)[0]
    (annex,) = report.annexes
    end = next(block.said for block in annex.blocks if isinstance(block, Paragraph))
    assert end == "Danh sách gồm: 03 tập thể, 03 cá nhân, 01 hộ gia đình./."
    assert len(listed(report)) == 7
    assert groups(report) == ["I. TẬP THỂ: 03", "II. CÁ NHÂN: 03", "III. HỘ GIA ĐÌNH: 01"]


def test_the_list_keeps_the_order_of_the_decision() -> None:
    mixed = (DECIDED[3], DECIDED[0], DECIDED[4], *DECIDED[1:3], *DECIDED[5:])
    report = decision_document(DECISION_PAPER, of(*mixed))
    assert [row.cells[1] for row in listed(report)] == [f"{each.honorific} {each.name}".strip() for each in mixed]


def test_few_names_stand_in_the_article(tmp_path: Path) -> None:
    report = PAPERS["decision_few"]
    assert report.annexes == ()
    assert articles(report)[0].endswith(
        "cho 03 tập thể đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2026, gồm:"
    )
    page = printed(report, tmp_path)
    assert len(page.sizes) == 1
    assert page.find("3. Khoa Hồi sức tích cực, Sở Y tế.")


def test_one_recipient_is_named_in_the_sentence() -> None:
    report = decision_document(DECISION_PAPER, of(DECIDED[3]))
    assert "Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho ông Nguyễn Văn An, Trưởng khoa" in articles(report)[0]
    assert "và cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./." in articles(report)[-1]


def test_titles_are_quoted_and_forms_are_not() -> None:
    report = decision_document(DECISION_PAPER, of(decided(LINES[0])))
    assert "Tặng danh hiệu “Chiến sĩ thi đua cơ sở” cho ông" in articles(report)[0]


@pytest.mark.parametrize("few", [0, 9])
def test_several_awards_are_counted_each(few: int) -> None:
    lines = tuple(map(decided, LINES))
    report = decision_document(DECISION_PAPER, of(*lines), few=few)
    below = [block.text for block in report.blocks if isinstance(block, Paragraph) and re.match(r"\d\. ", block.text)]
    mark = ":" if few else ";"
    assert below[0] == f"1. Danh hiệu “Chiến sĩ thi đua cơ sở”: 02 cá nhân{mark}"
    assert len(below) == 4
    assert bool(report.annexes) is (few == 0)
    if report.annexes:
        assert groups(report)[:2] == ["I. Danh hiệu “Chiến sĩ thi đua cơ sở”: 02 cá nhân", "1. Cá nhân: 02"]


def test_money_has_an_article_and_the_last_one_is_named_first(tmp_path: Path) -> None:
    money = "Kèm theo Bằng khen là tiền thưởng theo quy định, chi từ Quỹ thi đua, khen thưởng của tỉnh."
    report = decision_document(replace(DECISION_PAPER, money=money), DECISION)
    assert articles(report)[1] == f"Điều 2. {money}"
    page = printed(report, tmp_path)
    assert page.find("- Như Điều 4;")
    assert page.find("- Lưu").text == "- Lưu: VT, TĐKT."
    assert not any("Như trên" in run.text for run in page.texts)


def test_a_chairman_signs_without_tm_and_a_council_with_it(tmp_path: Path) -> None:
    page = printed(PAPERS["decision"], tmp_path)
    assert not any(run.text.startswith("TM.") for run in page.texts)
    post, under, name = page.find("KT. CHỦ TỊCH"), page.find("PHÓ CHỦ TỊCH"), page.find("Trần Quốc Bảo")
    assert post.base < under.base < name.base
    assert 25 <= name.base - under.base - 14 * 0.891 * 25.4 / 72 <= 30
    seal = replace(HEAD, signer_name="GIÁM ĐỐC SỞ NỘI VỤ\nHoàng Thị Mai Lan")
    council = printed(decision_document(replace(DECISION_PAPER, head=seal), DECISION), tmp_path)
    assert council.find("TM. HỘI ĐỒNG").page == 1
    assert council.find("GIÁM ĐỐC SỞ NỘI VỤ").base < council.find("Hoàng Thị Mai Lan").base


def test_the_annex_counts_its_own_pages_and_has_no_head(tmp_path: Path) -> None:
    many = tuple(replace(DECIDED[3], name=f"Nguyễn Văn {number}") for number in range(1, 61))
    page = printed(decision_document(DECISION_PAPER, of(*many)), tmp_path)
    states = [run.page for run in page.texts if run.text.startswith("CỘNG HÒA")]
    assert states == [1]
    tops = [[run.text for run in page.on(number) if run.base < 20] for number in range(1, len(page.sizes) + 1)]
    assert tops[:3] == [[], [], ["2"]]
    assert page.find("DANH SÁCH CÁ NHÂN").page == 2


def test_the_columns_of_the_list(tmp_path: Path) -> None:
    for decision, edges in ((DECISION, [30, 42, 100, 195]), (SIGNED, [30, 42, 96, 175, 195])):
        page = printed(decision_document(DECISION_PAPER, decision), tmp_path)
        assert sorted({round(rule.left, 1) for rule in page.rules if rule.left == rule.right}) == pytest.approx(
            edges, abs=0.15
        )


def test_worst_cases_stay_inside_the_margins(tmp_path: Path) -> None:
    head = replace(
        ISSUER,
        name="HỘI ĐỒNG SÁNG KIẾN NGÀNH GIÁO DỤC VÀ ĐÀO TẠO THUỘC SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        place="Thành phố Hồ Chí Minh",
    )
    decision = replace(SIGNED, signed_on=date(2026, 12, 29))
    page = printed(decision_document(replace(DECISION_PAPER, head=head), decision), tmp_path)
    day = page.find("Thành phố Hồ Chí Minh")
    assert day.text == "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026"
    assert page.find("Số:").base == pytest.approx(day.base, abs=0.1)
    assert [run for run in page.texts if run.left < 29.6 or run.right > 195.3] == []
    assert LONG_NAME in " ".join(run.text.strip() for run in page.on(2) if 42 < run.left < 96)


def test_no_identity_number_stands_on_it(tmp_path: Path) -> None:
    line = replace(DECIDED[0], position="CCCD 001085000123")
    assert "001085000123" not in printed(decision_document(DECISION_PAPER, of(line, *DECIDED[1:])), tmp_path).words()
