"""What happens at the foot of a page: repeated headings, rows kept whole, signatures kept with text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.reports import paper
from tests.reports.paper import Paper
from thidua_desktop.reports import pdf
from thidua_desktop.reports.model import (
    A4_LANDSCAPE,
    A4_PORTRAIT,
    Align,
    Block,
    Closing,
    Column,
    GroupRow,
    HeadCell,
    Heading,
    HeadingLine,
    PageFormat,
    Paragraph,
    Report,
    Row,
    Signature,
    Table,
)

WIDTHS = (15, 110, 40)
SIGNERS = Closing(
    (Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Phạm Thị Lan Hương"),), ("Như trên", "Lưu: VT, TĐKT (2).")
)


def table(rows: Sequence[Row | GroupRow]) -> Table:
    header = (
        (HeadCell("TT", rows=2), HeadCell("Nội dung", rows=2), HeadCell("Thời gian")),
        (HeadCell("Hạn"),),
    )
    return Table((Column(15, Align.CENTER), Column(110), Column(40, Align.CENTER)), header, tuple(rows))


def plain(count: int, text: str = "Việc cần làm") -> list[Row | GroupRow]:
    return [Row((number, f"{text} {number}", None)) for number in range(1, count + 1)]


def written(tmp_path: Path, *blocks: Block, page: PageFormat = A4_PORTRAIT) -> Paper:
    pdf.write(Report("Thử", blocks, page), tmp_path / "thử.pdf")
    return paper.read(tmp_path / "thử.pdf")


def test_nothing_leaves_the_margins(tmp_path: Path) -> None:
    long = "Rà soát, thẩm định hồ sơ đề nghị khen thưởng của các cơ quan, đơn vị, địa phương. " * 4
    page = written(tmp_path, table(plain(60, long)), Paragraph(long), SIGNERS)
    assert len(page.sizes) > 3
    for run in page.texts:
        assert run.left >= 30 - 0.1, run
        assert run.right <= 195 + 0.3, run
        assert run.base <= 277, run
        assert run.base >= 20 or run.text.strip().isdecimal(), run
    for rule in page.rules:
        assert 29.9 <= rule.left <= rule.right <= 195.1
        assert 19.9 <= rule.top <= rule.bottom <= 277.1


def test_columns_have_their_widths(tmp_path: Path) -> None:
    page = written(tmp_path, table(plain(3)))
    upright = sorted({round(rule.left, 1) for rule in page.rules if rule.left == rule.right})
    assert upright == pytest.approx([30, 45, 155, 195], abs=0.15)


def test_page_numbers_stand_in_the_top_margin_from_the_second_page(tmp_path: Path) -> None:
    page = written(tmp_path, table(plain(120)))
    assert len(page.sizes) >= 3
    assert not [run for run in page.on(1) if run.base < 20]
    for number in range(2, len(page.sizes) + 1):
        (run,) = [run for run in page.on(number) if run.base < 20]
        assert run.text == str(number)
        assert (run.font, run.size) == ("LiberationSerif", 13)
        assert run.middle == pytest.approx(30 + 165 / 2, abs=0.3)
        assert run.base == pytest.approx(10 + 13 * 0.891 * 25.4 / 72, abs=0.3)


def test_heading_rows_come_back_on_every_page(tmp_path: Path) -> None:
    page = written(tmp_path, table(plain(120)))
    for number in range(1, len(page.sizes) + 1):
        heads = [run.text.strip() for run in page.on(number) if run.font == "LiberationSerif-Bold"]
        assert heads == ["TT", "Nội dung", "Thời gian", "Hạn"]


def test_every_row_is_there_once_and_whole(tmp_path: Path) -> None:
    page = written(tmp_path, table(plain(150, "Việc dài hơn một dòng để phải xuống hàng trong ô nội dung này, số")))
    numbers = [run.text.strip() for run in page.texts if run.middle < 45 and run.base > 20]
    assert [text for text in numbers if text.isdecimal()] == [str(number) for number in range(1, 151)]


def test_a_group_never_stands_alone_at_the_foot(tmp_path: Path) -> None:
    for before in range(36, 46):
        page = written(tmp_path, table([*plain(before), GroupRow("QUÝ II"), *plain(5)]))
        group = page.find("QUÝ II")
        below = [run for run in page.on(group.page) if run.base > group.base]
        assert below, before


def test_a_row_higher_than_a_page_is_divided_and_nothing_is_lost(tmp_path: Path) -> None:
    words = " ".join(f"từ{number}" for number in range(1, 1500))
    page = written(tmp_path, table([Row((1, "Trước", None)), Row((2, words, None)), Row((3, "Sau", None))]))
    assert len(page.sizes) >= 3
    seen = page.words()
    assert all(f"từ{number} " in f"{seen} " for number in (1, 500, 1000, 1499))
    assert page.find("Sau").page == len(page.sizes)
    second = [run.text.strip() for run in page.on(2) if run.font == "LiberationSerif-Bold"]
    assert second == ["TT", "Nội dung", "Thời gian", "Hạn"]


def test_a_divided_row_begins_where_there_is_room(tmp_path: Path) -> None:
    words = " ".join(f"từ{number}" for number in range(1, 1500))
    page = written(tmp_path, table([Row((1, "Trước", None)), Row((2, words, None))]))
    assert page.find("từ1 ").page == 1


@pytest.mark.parametrize("rows", range(28, 46))
def test_signatures_stay_together_with_two_lines_of_text(tmp_path: Path, rows: int) -> None:
    page = written(tmp_path, table(plain(rows)), Paragraph("Danh mục gồm các việc trên./.", Align.LEFT), SIGNERS)
    name = page.find("Phạm Thị")
    assert page.find("KT. GIÁM ĐỐC").page == name.page == page.find("Nơi nhận").page
    body = [run for run in page.on(name.page) if run.text.startswith(("Việc", "Danh mục"))]
    assert len(body) >= 2


def test_the_signature_block(tmp_path: Path) -> None:
    page = written(tmp_path, Paragraph("Nội dung./."), Paragraph("Dòng nữa./."), SIGNERS)
    post, under, name = page.find("KT. GIÁM ĐỐC"), page.find("PHÓ GIÁM ĐỐC"), page.find("Phạm Thị")
    middle = 30 + 62 + 103 / 2
    for run in (post, under, name):
        assert run.middle == pytest.approx(middle, abs=0.6)
        assert (run.font, run.size) == ("LiberationSerif-Bold", 14)
    assert 25 <= name.base - under.base - 14 * 0.891 * 25.4 / 72 <= 30
    title = page.find("Nơi nhận:")
    assert (title.font, title.size) == ("LiberationSerif-BoldItalic", 12)
    assert title.left == pytest.approx(30, abs=0.3)
    assert title.base == pytest.approx(post.base, abs=1.5)
    assert (page.find("- Như trên;").font, page.find("- Như trên;").size) == ("LiberationSerif", 11)
    assert page.find("- Lưu").text == "- Lưu: VT, TĐKT (2)."


def test_a_name_of_sixty_letters_is_whole(tmp_path: Path) -> None:
    name = "Công Tằng Tôn Nữ Thị Hoàng Phương Khánh Linh Nguyễn Phúc Bảo"
    page = written(tmp_path, Paragraph("Một./."), Paragraph("Hai./."), Closing((Signature(("GIÁM ĐỐC",), name),)))
    lines = [run.text for run in page.texts if run.base > page.find("GIÁM ĐỐC").base + 10]
    assert " ".join(lines) == name
    assert all(run.left >= 92 and run.right <= 195.2 for run in page.texts if run.text in lines)


def test_two_and_three_signatures_share_the_width(tmp_path: Path) -> None:
    people = tuple(Signature((post,), "Họ Tên", "(Ký, họ tên)") for post in ("NGƯỜI LẬP", "TRƯỞNG PHÒNG", "GIÁM ĐỐC"))
    page = written(tmp_path, Paragraph("Một./."), Closing(people), page=A4_LANDSCAPE)
    middles = [page.find(post).middle for post in ("NGƯỜI LẬP", "TRƯỞNG PHÒNG", "GIÁM ĐỐC")]
    third = 257 / 3
    assert middles == pytest.approx([20 + third / 2, 20 + third * 1.5, 20 + third * 2.5], abs=0.6)


def test_running_text_is_justified_with_its_first_line_indented(tmp_path: Path) -> None:
    page = written(tmp_path, Paragraph("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022; " * 8))
    first, *others, last = page.texts
    assert first.left == pytest.approx(40, abs=0.4)
    assert all(run.left == pytest.approx(30, abs=0.4) for run in others)
    # The bounds are those of the letters, and the last may be a narrow comma.
    assert all(run.right == pytest.approx(195, abs=1.2) for run in (first, *others))
    assert last.right < 190


def test_no_single_line_of_a_paragraph_is_left_behind(tmp_path: Path) -> None:
    text = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022; " * 5
    for before in range(38, 46):
        filler = [Paragraph(f"Dòng {number}", Align.LEFT) for number in range(before - 16)]
        page = written(tmp_path, *filler, Paragraph(text), Paragraph(text))
        for number in range(1, len(page.sizes) + 1):
            lines = [run for run in page.on(number) if "Luật" in run.text or "khen" in run.text or "ngày" in run.text]
            assert len(lines) != 1


def test_a_heading_may_begin_a_page(tmp_path: Path) -> None:
    first, second = (Heading((HeadingLine(text),), new_page=text == "HAI") for text in ("MỘT", "HAI"))
    page = written(tmp_path, first, Paragraph("a"), second, Paragraph("b"))
    assert (page.find("MỘT").page, page.find("HAI").page) == (1, 2)
    assert page.find("HAI").base == pytest.approx(20 + 14 * 0.891 * 25.4 / 72, abs=0.3)


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    report = Report("Thử", (table(plain(50)), SIGNERS))
    pdf.write(report, tmp_path / "a.pdf")
    pdf.write(report, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
