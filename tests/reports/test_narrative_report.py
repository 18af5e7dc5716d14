"""Reports in words on paper: heads, addressees, signs of items, the annex."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.reports import paper, said
from tests.wording.narrative.made import OFFICE, PERIODS, told
from thidua_desktop.domain.units import Office
from thidua_desktop.reports import pdf
from thidua_desktop.reports.builders.narrative_report import narrative_report
from thidua_desktop.reports.model import A4_LANDSCAPE, Closing, Letterhead

NARRATIVE = told(16, PERIODS[2])


def test_head_and_end_of_the_paper() -> None:
    report = narrative_report(NARRATIVE, OFFICE, day=date(2026, 12, 10))
    head, end = report.blocks[0], report.blocks[-1]
    assert isinstance(head, Letterhead)
    assert (head.number, head.dated) == ("      /BC-SNV", "Hồng Sơn, ngày 10 tháng 12 năm 2026")
    assert isinstance(end, Closing)
    assert end.recipients == ("UBND tỉnh Hồng Sơn", "Lãnh đạo cơ quan", "Lưu: VT, TĐKT")
    assert end.signatures[0].posts == ("GIÁM ĐỐC",)
    text = said.text_of(report)
    assert "Số liệu chi tiết tại Phụ lục kèm theo Báo cáo này." in text
    assert text.index("Phần thứ nhất") < text.index("Phần thứ hai")
    assert "Trên đây là báo cáo công tác thi đua, khen thưởng năm 2026 của Sở Nội vụ./." in text


@pytest.mark.parametrize(
    ("to", "lines"),
    [
        (("Bộ Nội vụ",), ["Kính gửi: Bộ Nội vụ"]),
        (("Ủy ban nhân dân tỉnh", "Bộ Nội vụ"), ["Kính gửi:", "- Ủy ban nhân dân tỉnh;", "- Bộ Nội vụ."]),
    ],
)
def test_addressees(to: tuple[str, ...], lines: list[str], tmp_path: Path) -> None:
    report = narrative_report(NARRATIVE, OFFICE, addressees=to)
    text = said.text_of(report).splitlines()
    at = text.index(lines[0])
    assert text[at : at + len(lines)] == lines
    assert "- Như trên;" in text
    if len(to) > 1:
        pdf.write(report, tmp_path / "a.pdf")
        seen = paper.read(tmp_path / "a.pdf")
        colon = seen.find("Kính gửi:")
        assert seen.find("- Bộ").left == pytest.approx(colon.left + 18.5, abs=2)


def test_the_annex_is_a_paper_of_its_own() -> None:
    (annex,) = narrative_report(NARRATIVE, OFFICE).annexes
    assert annex.page is A4_LANDSCAPE
    text = said.text_of(annex)
    assert "Biểu số 1. Kết quả khen thưởng theo danh hiệu, hình thức" in text
    assert "(Kèm theo Báo cáo số ………/BC-SNV ngày …… tháng …… năm ……… của Sở Nội vụ)" in text


def test_an_office_that_has_said_nothing_of_itself_still_gets_a_paper(tmp_path: Path) -> None:
    report = narrative_report(told(0, PERIODS[0]), Office())
    pdf.write(report, tmp_path / "a.pdf")
    assert "THỦ TRƯỞNG ĐƠN VỊ" in said.text_of(report)
    assert "BC-………" in said.text_of(report)
