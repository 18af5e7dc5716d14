"""The list that a council has on the table: every line once, counts that add up, measures to the millimetre."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from tests.reports import paper
from tests.reports.councils.cases import HEAD, KEYS, LINES, LONG_NAME, crowd, line
from tests.reports.councils.papers import LIST, council_list_of
from tests.reports.paper import Paper
from thidua_desktop.domain.award_lists import ListOrder, award_list
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.reports import pdf, word
from thidua_desktop.reports.councils.award_list import council_list
from thidua_desktop.reports.fonts import GlyphMissing
from thidua_desktop.reports.model import GroupRow, Paragraph, Report, Row, Table

EDGES = [20, 31, 73, 87, 101, 146, 181, 252, 277]
"""The columns of the list in millimetres from the left edge of the sheet."""


def printed(report: Report, tmp_path: Path) -> Paper:
    pdf.write(report, tmp_path / "giay.pdf")
    return paper.read(tmp_path / "giay.pdf")


def the_table(report: Report) -> Table:
    return next(block for block in report.blocks if isinstance(block, Table))


def rows(report: Report) -> list[Row]:
    return [row for row in the_table(report).rows if isinstance(row, Row)]


def groups(report: Report) -> list[str]:
    return [row.text for row in the_table(report).rows if isinstance(row, GroupRow)]


def numbers(text: str) -> int:
    return sum(int(found) for found in re.findall(r"(\d\d+) (?:tập thể|cá nhân|hộ gia đình)", text))


@pytest.mark.parametrize("order", ListOrder)
def test_every_line_stands_once_and_the_counts_add_up(order: ListOrder) -> None:
    report = council_list_of(crowd(60) + LINES, order)
    assert len(rows(report)) == 68
    heads = groups(report)
    outer = [text for text in heads if re.match(r"[IVX]+\. ", text)]
    inner = [text for text in heads if re.match(r"\d+\. ", text)]
    assert sum(map(numbers, outer)) == sum(map(numbers, inner)) == 68
    (end,) = (block.said for block in report.blocks if isinstance(block, Paragraph))
    assert end == "Danh sách gồm: 11 tập thể, 56 cá nhân, 01 hộ gia đình./."


@pytest.mark.parametrize(
    ("order", "first", "second"),
    [
        (ListOrder.AWARD_UNIT, "I. CHIẾN SĨ THI ĐUA CƠ SỞ: 02 cá nhân", "1. Sở Y tế: 02 cá nhân"),
        (ListOrder.UNIT_AWARD, "I. SỞ Y TẾ: 01 tập thể, 03 cá nhân", "1. Chiến sĩ thi đua cơ sở: 02 cá nhân"),
        (ListOrder.OCCASION_AWARD, "I. CÔNG TRẠNG: 02 tập thể, 04 cá nhân", "1. Chiến sĩ thi đua cơ sở: 02 cá nhân"),
    ],
)
def test_groups_say_what_they_hold(order: ListOrder, first: str, second: str) -> None:
    assert groups(council_list_of(LINES, order))[:2] == [first, second]


def test_kinds_have_headings_only_where_there_are_several() -> None:
    kinds = [text for text in groups(council_list_of(LINES)) if text[1:2] == ")"]
    assert kinds == ["a) Tập thể: 01", "b) Hộ gia đình: 01"]


def test_lines_count_from_one_in_each_group_of_the_first_level() -> None:
    assert [row.cells[0] for row in rows(council_list_of(LINES))] == [1, 2, 1, 1, 2, 1, 2, 3]


def test_what_a_line_shows() -> None:
    man, woman, moved, *_ = rows(council_list_of(LINES))
    assert man.cells[1:6] == (
        "Ông Nguyễn Văn An",
        "1979",
        "",
        "Trưởng khoa Hồi sức tích cực, Bệnh viện Đa khoa tỉnh, Sở Y tế",
        "Chiến sĩ thi đua cơ sở",
    )
    assert woman.cells[2:4] == ("", "1986")
    assert moved.cells[7] == "Đơn vị đề nghị: Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"
    unsure = next(row for row in rows(council_list_of(LINES)) if LONG_NAME in str(row.cells[1]))
    assert unsure.cells[1:4] == (f"Bà {LONG_NAME}\n(sinh năm 1990)", "", "")


def test_a_unit_that_the_post_names_is_not_said_twice() -> None:
    one = line(1, "A", "gk", position="Giám đốc Sở Y tế", unit="Sở Y tế")
    assert rows(council_list_of((one,)))[0].cells[4] == "Giám đốc Sở Y tế"


def test_notes_of_the_office_stand_beside_those_of_the_line() -> None:
    assert LINES[1].id is not None
    paper_ = replace(LIST, notes={LINES[1].id: "Chờ ý kiến Sở Khoa học và Công nghệ"})
    made = council_list(paper_, award_list(LINES, ListOrder.AWARD_UNIT, KEYS), ListOrder.AWARD_UNIT)
    assert rows(made)[1].cells[7] == "Chờ ý kiến Sở Khoa học và Công nghệ\nThiếu xác nhận sáng kiến"


def test_no_identity_number_stands_on_it(tmp_path: Path) -> None:
    assert "001085000123" not in printed(council_list_of(LINES), tmp_path).words()


@pytest.mark.parametrize("lines", [LINES[:1], LINES, crowd(40)])
def test_columns_stand_where_they_stand_whatever_is_in_them(lines: tuple[Nomination, ...], tmp_path: Path) -> None:
    page = printed(council_list_of(lines), tmp_path)
    assert {(round(width), round(height)) for width, height in page.sizes} == {(297, 210)}
    upright = sorted({round(rule.left, 1) for rule in page.rules if rule.left == rule.right})
    assert upright == pytest.approx(EDGES, abs=0.15)
    assert all(run.left >= 19.9 and run.right <= 277.3 and run.base <= 190 for run in page.texts)


def test_one_line_makes_one_page_with_its_end(tmp_path: Path) -> None:
    page = printed(council_list_of(LINES[:1]), tmp_path)
    assert len(page.sizes) == 1
    assert page.find("Danh sách gồm").text == "Danh sách gồm: 01 cá nhân./."
    assert page.find("TM. HỘI ĐỒNG").middle == pytest.approx(20 + 257 * (62 + 103 / 2) / 165, abs=0.6)


def test_an_empty_list_says_so(tmp_path: Path) -> None:
    assert printed(council_list_of(()), tmp_path).find("Chưa có").text == "Chưa có trường hợp nào trong danh sách./."


def test_faces_and_the_head(tmp_path: Path) -> None:
    page = printed(council_list_of(LINES), tmp_path)
    title, subject = page.find("DANH SÁCH"), page.find("Trình phiên họp")
    assert (title.font, title.size, subject.font) == ("LiberationSerif-Bold", 14, "LiberationSerif")
    assert title.middle == pytest.approx(20 + 257 / 2, abs=0.5)
    width = subject.right - subject.left
    assert width / 3 <= page.rule_below(subject).length <= width / 2
    assert page.find("UBND TỈNH").font == "LiberationSerif"
    for head in ("STT", "Năm sinh", "Nam", "Nữ", "Ghi chú"):
        assert (page.find(head).font, page.find(head).size) == ("LiberationSerif-Bold", 12)


def test_headings_come_back_and_pages_are_numbered_at_the_top(tmp_path: Path) -> None:
    page = printed(council_list_of(crowd(60)), tmp_path)
    assert len(page.sizes) > 3
    for number in range(1, len(page.sizes) + 1):
        above = [run for run in page.on(number) if run.base < 20]
        assert [run.text for run in above] == ([] if number == 1 else [str(number)])
        assert all(run.middle == pytest.approx(148.5, abs=0.3) for run in above)
        assert "STT" in [run.text.strip() for run in page.on(number)]


def test_a_name_of_sixty_letters_is_whole(tmp_path: Path) -> None:
    assert len(LONG_NAME) == 60
    page = printed(council_list_of(LINES), tmp_path)
    cell = " ".join(run.text.strip() for run in page.texts if 31 < run.left < 73 and run.page == 2)
    assert f"Bà {LONG_NAME} (sinh năm 1990)" in cell


def test_decomposed_letters_are_put_together(tmp_path: Path) -> None:
    apart = tuple(replace(each, name=unicodedata.normalize("NFD", each.name)) for each in LINES[:2])
    assert printed(council_list_of(apart), tmp_path).texts == printed(council_list_of(LINES[:2]), tmp_path).texts


def test_a_letter_that_the_face_lacks_is_told_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(GlyphMissing) as told:
        pdf.write(council_list_of((replace(LINES[0], name="Nguyễn 文 An"),)), tmp_path / "x.pdf")
    assert told.value.params["character"] == "文"
    assert "Nguyễn" in str(told.value.params["text"])


def test_word_has_the_same_columns_and_heading_rows(tmp_path: Path) -> None:
    word.write(council_list_of(LINES), tmp_path / "x.docx")
    table = docx.Document(str(tmp_path / "x.docx")).tables[1]
    widths = [round(column.width.mm) for column in table.columns if column.width is not None]
    assert widths == [right - left for left, right in pairwise(EDGES)]
    assert table.rows[3].cells[0].text.startswith("1. Sở Y tế")


def test_an_agency_of_three_lines_is_broken_between_phrases(tmp_path: Path) -> None:
    long = replace(HEAD, name="Hội đồng Sáng kiến ngành Giáo dục và Đào tạo thuộc Sở Giáo dục và Đào tạo tỉnh Hồng Sơn")
    page = printed(council_list(replace(LIST, head=long), (), ListOrder.AWARD_UNIT), tmp_path)
    lines = [run for run in page.texts if run.font.endswith("Bold") and run.size == 12 and run.right < 117]
    assert len(lines) == 3
    assert not any(run.text.endswith((" -", "GIÁO", "SÁNG")) or run.text.startswith("- ") for run in lines)
