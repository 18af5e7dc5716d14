"""Reports that offices wrote in their own words: clean ones raise no alarm, planted errors are found."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from thidua_desktop.domain.documents import Block, BlockKind, Document, Source
from thidua_desktop.domain.figure_check.checking import check, title_of
from thidua_desktop.domain.figure_check.material import Grid, Passage
from thidua_desktop.importing.figures import material
from thidua_desktop.importing.readers import read_file
from thidua_desktop.services.figure_words import figure_words

FOLDER = Path(__file__).parent / "reports_written"
CLEAN = sorted(path.name for path in FOLDER.glob("*.txt"))
NOT_FOUND = {
    "đạt 93%",  # of two numbers of which the sentence does not say that one is a part of the other
    "7.890\t9.135\t970",  # a difference to the row above
    "Năm 2023: 1.387",  # told by years in the text, and in a table that does not say of what it is
    "6.812 tập thể",
    "Lao động tiên tiến: 987",  # the table beside it says no more than "LĐTT"
    "xây dựng Đảng 198/200",  # a sum of points
    "308 cá nhân",  # a sum over half-sentences
    "tập thể 62,4",  # a sum of money with decimals
}
"""What the check is deaf to; it is better to say nothing than to cry wolf."""


def planted() -> list[tuple[str, str, str]]:
    found = []
    for line in (FOLDER / "planted.tsv").read_text(encoding="utf-8").splitlines():
        name, *rest = line.split("\t")
        half = len(rest) // 2
        found.append((name, "\t".join(rest[:half]), "\t".join(rest[half:])))
    return found


@pytest.mark.parametrize("name", CLEAN)
def test_clean_reports_raise_no_alarm(name: str) -> None:
    assert check(material(read_file(FOLDER / name)), figure_words()) == ()


@pytest.mark.parametrize(("name", "right", "wrong"), planted())
def test_planted_errors_are_found(name: str, right: str, wrong: str, tmp_path: Path) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert text.count(right) == 1
    (tmp_path / name).write_text(text.replace(right, wrong), encoding="utf-8")
    found = check(material(read_file(tmp_path / name)), figure_words())
    assert bool(found) is (right not in NOT_FOUND)


def test_lines_that_a_page_breaks_are_one_passage() -> None:
    lines = (
        "Trong kỳ đã khen thưởng 45 trường hợp, gồm 12 tập thể và 33 cá nhân có thành tích xuất sắc trong",
        "phong trào thi đua yêu nước của tỉnh năm 2026 và trong đợt thi đua cao điểm mừng ngày Quốc khánh",
        "02/9; công tác khen thưởng bảo đảm kịp thời, đúng người, đúng việc, có tác dụng động viên, nêu gương",
        "trong toàn tỉnh, được cán bộ và Nhân dân đồng tình, ủng hộ, góp phần hoàn thành nhiệm vụ chính trị.",
        "I. KẾT QUẢ",
    )
    blocks = tuple(Block(Source(at), line) for at, line in enumerate(lines))
    made = material(Document("a.pdf", blocks, "pdf"))
    assert [part.label for part in made if isinstance(part, Passage)] == ["", "I."]


def test_tables_of_one_sheet_are_told_apart() -> None:
    rows = [
        ("Biểu số 1. Khen thưởng", "", ""),
        ("STT", "Đơn vị", "Tổng số"),
        ("1", "Sở Y tế", "12"),
        ("Biểu số 2. Nhiệm vụ", "", ""),
        ("STT", "Quý", "Tổng số"),
        ("1", "Quý I", "5"),
    ]
    blocks = tuple(
        Block(Source(at, sheet="A", row=at + 1), "\t".join(cells), BlockKind.ROW, cells)
        for at, cells in enumerate(rows)
    )
    made = material(Document("a.xlsx", blocks, "xlsx"))
    assert [type(part) for part in made] == [Passage, Grid, Passage, Grid]


def test_a_table_that_goes_on_over_the_page_is_one() -> None:
    heads, one, two = ("STT", "Đơn vị", "Tổng số"), ("1", "Sở Y tế", "12"), ("2", "Sở Tài chính", "5")
    rows = [(1, 1, heads), (1, 1, one), (2, 2, heads), (2, 2, two)]
    blocks = tuple(
        Block(Source(at, page=page, table=number), "\t".join(cells), BlockKind.ROW, cells)
        for at, (page, number, cells) in enumerate(rows)
    )
    (made,) = material(Document("a.pdf", blocks, "pdf"))
    assert isinstance(made, Grid)
    assert [row.texts()[0] for row in made.rows] == ["STT", "1", "2"]


def test_each_sheet_has_headings_of_its_own() -> None:
    rows = [
        ("Đề nghị khen thưởng", "", ""),
        ("STT", "Đơn vị", "Tổng số"),
        ("1", "Sở Y tế", "12"),
        ("2", "Sở Tài chính", "3"),
    ]
    other = [
        ("Đăng ký thi đua", "", ""),
        ("STT", "Đơn vị", "Tổng số"),
        ("1", "Sở Y tế", "40"),
        ("2", "Sở Tài chính", "9"),
    ]
    blocks = tuple(
        Block(Source(at, sheet=sheet), "\t".join(cells), BlockKind.ROW, cells)
        for sheet, part in (("A", rows), ("B", other))
        for at, cells in enumerate(part)
    )
    assert check(material(Document("a.xlsx", blocks, "xlsx")), figure_words()) == ()


def test_a_group_row_of_a_sheet_stays_in_its_table() -> None:
    rows = [("STT", "Đơn vị", "Tổng số"), ("", "Khối xã", ""), ("1", "Xã Tân An", "12"), ("2", "Xã Tân Bình", "3")]
    blocks = tuple(
        Block(Source(at, sheet="A"), "\t".join(cells), BlockKind.ROW, cells) for at, cells in enumerate(rows)
    )
    assert len(material(Document("a.xlsx", blocks, "xlsx"))) == 1


def test_the_title_stands_below_the_word_report() -> None:
    found = title_of(material(read_file(FOLDER / "phuong-tong-ket.txt")))
    assert found.startswith("Tổng kết phong trào thi đua yêu nước và công tác khen thưởng năm 2026")


MERGED = (
    ("TT", "Cấp khen thưởng", "Năm 2025", "", "Năm 2026", "", "So sánh (%)", ""),
    ("", "", "TT", "CN", "TT", "CN", "TT", "CN"),
    ("1", "Cấp Nhà nước", "2", "10", "3", "12", "150", "120"),
    ("2", "Cấp tỉnh", "44", "301", "41", "288", "93,2", "95,7"),
    ("3", "Cấp ngành", "115", "1.987", "120", "2.010", "104,3", "101,2"),
    ("", "Cộng", "161", "2.298", "164", "2.310", "101,9", "100,5"),
)


def word_table(path: Path, rows: tuple[tuple[str, ...], ...]) -> Path:
    """A report with one table whose headings are merged as Word merges them."""
    paper = docx.Document()
    paper.add_paragraph("BÁO CÁO")
    paper.add_paragraph("Công tác thi đua, khen thưởng năm 2026")
    table = paper.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    for first, last in (((0, 2), (0, 3)), ((0, 4), (0, 5)), ((0, 6), (0, 7)), ((0, 0), (1, 0)), ((0, 1), (1, 1))):
        table.cell(*first).merge(table.cell(*last))
    paper.save(str(path))
    return path


def test_a_word_table_with_merged_headings(tmp_path: Path) -> None:
    clean = material(read_file(word_table(tmp_path / "a.docx", MERGED)))
    assert check(clean, figure_words()) == ()
    wrong = (*MERGED[:3], ("2", "Cấp tỉnh", "44", "301", "41", "298", "93,2", "95,7"), *MERGED[4:])
    (found,) = check(material(read_file(word_table(tmp_path / "b.docx", wrong))), figure_words())
    assert (found.value, found.right) == (2310, 2320)
