"""What council papers need of the page: bold openings, boxes of a size, two copies on a sheet, Nơi nhận at the left."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.reports import paper
from tests.reports.paper import Paper
from thidua_desktop.reports import pdf, word
from thidua_desktop.reports.model import (
    A4_PORTRAIT,
    Align,
    Block,
    Closing,
    Column,
    HeadCell,
    Letterhead,
    PageFormat,
    Paragraph,
    Report,
    Row,
    Signature,
    Table,
    Tick,
)

HALF = PageFormat(210, 148.5, top=10, bottom=10, left=20, right=15, copies=2)
SENTENCE = "Tặng danh hiệu “Chiến sĩ thi đua cơ sở” năm 2026 cho các cá nhân có tên trong danh sách kèm theo. " * 2


def written(tmp_path: Path, *blocks: Block, page: PageFormat = A4_PORTRAIT) -> Paper:
    pdf.write(Report("Thử", blocks, page), tmp_path / "thử.pdf")
    return paper.read(tmp_path / "thử.pdf")


def document(tmp_path: Path, *blocks: Block) -> str:
    word.write(Report("Thử", blocks), tmp_path / "thử.docx")
    with zipfile.ZipFile(tmp_path / "thử.docx") as package:
        return package.read("word/document.xml").decode()


def test_a_bold_opening_stands_before_the_first_line_only(tmp_path: Path) -> None:
    page = written(tmp_path, Paragraph(SENTENCE, lead="Điều 1."))
    opening, first = page.find("Điều 1."), page.find("Tặng danh hiệu")
    assert opening.font == "LiberationSerif-Bold"
    assert first.font == "LiberationSerif"
    assert opening.left == pytest.approx(40, abs=0.4)
    assert opening.base == first.base
    assert 0.8 < first.left - opening.right < 2.5
    assert first.right == pytest.approx(195, abs=1.2)
    others = [run for run in page.texts if run.base > first.base]
    assert others[0].left == pytest.approx(30, abs=0.4)


def test_word_has_the_opening_in_bold_too(tmp_path: Path) -> None:
    text = document(tmp_path, Paragraph(SENTENCE, lead="Điều 1."))
    before, after = text.split("Điều 1. ")
    assert "<w:b/>" in before.rsplit("<w:r>", 1)[1]
    assert "<w:b/>" not in after.split("Tặng")[0].split("<w:r>")[1]


def ticks(side: float) -> Table:
    return Table(
        (Column(40), Column(20, Align.CENTER)), ((HeadCell("A"), HeadCell("B")),), (Row(("x", Tick(side=side))),)
    )


@pytest.mark.parametrize("side", [3.4, 7.0, 8.0])
def test_boxes_have_the_size_asked_for_and_stay_in_their_row(tmp_path: Path, side: float) -> None:
    page = written(tmp_path, ticks(side))
    tops = [rule for rule in page.rules if rule.level and rule.length == pytest.approx(side, abs=0.05)]
    sides = [rule for rule in page.rules if not rule.level and rule.bottom - rule.top == pytest.approx(side, abs=0.05)]
    assert (len(tops), len(sides)) == (2, 2)
    frame = [rule for rule in page.rules if rule.level and rule.left == pytest.approx(30, abs=0.1)]
    assert max(rule.top for rule in tops) < max(rule.top for rule in frame)
    assert tops[0].middle == pytest.approx(30 + 40 + 10, abs=0.1)


def test_a_large_box_is_a_drawn_square_in_word(tmp_path: Path) -> None:
    text = document(tmp_path, ticks(8))
    assert 'w:hRule="exact"' in text
    assert f'<w:trHeight w:val="{round(8 * 1440 / 25.4)}"' in text
    assert "☐" not in text


def test_heading_rows_keep_their_height_where_they_come_back(tmp_path: Path) -> None:
    header = ((HeadCell("Tổng số thành viên", rows=2), HeadCell("Số phiếu")), (HeadCell("thu về"),))
    text = document(tmp_path, Table((Column(15), Column(20)), header, (Row(("9", "7")),)))
    assert text.count('w:hRule="atLeast"') == 2
    assert 'w:hRule="atLeast"' not in document(tmp_path, ticks(3.4))


def test_two_copies_stand_on_one_sheet_to_be_cut_apart(tmp_path: Path) -> None:
    page = written(tmp_path, Paragraph("PHIẾU"), ticks(7), page=HALF)
    assert page.sizes == (pytest.approx((210, 297), abs=0.1),)
    upper, lower = sorted((run for run in page.texts if run.text == "PHIẾU"), key=lambda run: run.base)
    assert lower.base - upper.base == pytest.approx(148.5, abs=0.05)
    assert lower.left == pytest.approx(upper.left)
    cuts = [rule for rule in page.rules if rule.level and rule.top == pytest.approx(148.5, abs=0.05)]
    assert sorted(round(rule.left) for rule in cuts) == [0, 204]


def test_minutes_have_no_line_of_place_and_day(tmp_path: Path) -> None:
    page = written(tmp_path, Letterhead("SỞ NỘI VỤ", "", "Hồng Sơn", None, "      /BB-SNV", undated=True))
    assert page.find("Số:")
    assert not any("Hồng Sơn" in run.text or "ngày" in run.text for run in page.texts)


def test_recipients_of_minutes_stand_under_the_left_signature(tmp_path: Path) -> None:
    signers = (Signature(("THƯ KÝ",), "Trần Văn Bình"), Signature(("CHỦ TỌA",), "Phạm Thị Lan Hương"))
    page = written(tmp_path, Paragraph("Hết./."), Closing(signers, ("Như trên", "Lưu: VT, Hồ sơ"), below=True))
    secretary, chair = page.find("THƯ KÝ"), page.find("CHỦ TỌA")
    assert secretary.middle == pytest.approx(30 + 165 / 4, abs=0.6)
    assert chair.middle == pytest.approx(30 + 165 * 3 / 4, abs=0.6)
    title = page.find("Nơi nhận:")
    assert title.left == pytest.approx(30, abs=0.3)
    assert title.base > page.find("Trần Văn Bình").base + 3
    assert page.find("- Lưu").text == "- Lưu: VT, Hồ sơ."
    text = document(tmp_path, Closing(signers, ("Lưu: VT, Hồ sơ",), below=True))
    assert text.index("Trần Văn Bình") < text.index("Nơi nhận:")
