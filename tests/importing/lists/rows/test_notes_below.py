"""Lines below a person: what he has got before is never the award of the next; colours are told; recipients end."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list, read_list_text
from thidua_desktop.importing.lists.above.looks import speaks_of_looks
from thidua_desktop.importing.lists.meanings.past import speaks_of_past
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_TITLE = "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH"
_NAMES = ("Lê Văn An", "Vi Thị Hà", "Bùi Thị Cúc")
_PRAISE = ("bang_khen_bo_tinh",) * 3


def _read(note: str, *, column: int = 1) -> ListDraft:
    """Three persons, the note below the first and the second."""
    rows = [f"{at}\t{name}\tGiáo viên\tTổ {at}" for at, name in enumerate(_NAMES, 1)]
    below = "\t" * column + note
    return read_list_text(
        "\n".join((_TITLE, "STT\tHọ và tên\tChức vụ\tĐơn vị", rows[0], below, rows[1], below, rows[2])), _CATALOGUE
    )


def _codes(draft: ListDraft) -> list[str]:
    return [finding.code for finding in draft.findings]


@pytest.mark.parametrize("column", [0, 1, 3])
@pytest.mark.parametrize(
    "note",
    [
        "- Đã nhận Huân chương Lao động hạng Ba năm 2019",
        "* Được Bộ trưởng Bộ Y tế tặng Bằng khen năm 2021",
        "03 năm liên tục đạt LĐTT",
        "Năm học 2022-2023: CSTĐCS; năm học 2023-2024: LĐTT",
        "(Đã được Giám đốc Sở tặng Giấy khen)",
        "+ Từng đạt danh hiệu Chiến sĩ thi đua cấp tỉnh",
        "CSTĐCS năm 2022, 2023, 2024",
        "Giấy khen của Chủ tịch UBND xã năm 2024 (QĐ 12/QĐ-UBND)",
        "• Liên tục từ 2020 đến 2024 hoàn thành tốt nhiệm vụ, đạt LĐTT",
    ],
)
def test_what_somebody_got_before_is_a_note_of_his(note: str, column: int) -> None:
    draft = _read(note, column=column)
    assert [row.name for row in draft.rows] == list(_NAMES)
    assert tuple(row.award_id for row in draft.rows) == _PRAISE
    assert [bool(row.note) for row in draft.rows] == [True, True, False]
    assert _codes(draft).count("list.note_below") == 2


@pytest.mark.parametrize(
    ("note", "citation"),
    [
        ("Thành tích: hiến 500 m² đất làm đường", "hiến 500 m² đất làm đường"),
        ("- Tóm tắt thành tích: dạy giỏi cấp tỉnh, LĐTT nhiều năm", "dạy giỏi cấp tỉnh, LĐTT nhiều năm"),
        ("Sáng kiến: Ứng dụng AI trong quản lý", None),
    ],
)
def test_what_somebody_has_done_is_no_part_of_the_name(note: str, citation: str | None) -> None:
    draft = _read(note)
    assert [row.name for row in draft.rows] == list(_NAMES)
    assert draft.rows[0].citation == citation
    assert tuple(row.award_id for row in draft.rows) == _PRAISE


@pytest.mark.parametrize(
    "heading", ["I\tLao động tiên tiến năm 2025", "LAO ĐỘNG TIÊN TIẾN NĂM 2025", "\tDanh hiệu: Lao động tiên tiến"]
)
def test_a_heading_of_an_award_stays_one(heading: str) -> None:
    lines = ("DANH SÁCH KHEN THƯỞNG", "STT\tHọ và tên\tĐơn vị", heading, "1\tLê Văn An\tTổ 1", "2\tVi Thị Hà\tTổ 2")
    assert {row.award_id for row in read_list_text("\n".join(lines), _CATALOGUE).rows} == {"lao_dong_tien_tien"}


def test_a_dated_heading_over_rows_that_begin_anew_is_one() -> None:
    rows = ("\tLĐTT năm 2025", "1\tLê Văn An\tTổ 1", "2\tVi Thị Hà\tTổ 2", "\tCSTĐCS năm 2025", "1\tBùi Thị Cúc\tTổ 1")
    draft = read_list_text("\n".join(("DANH SÁCH KHEN THƯỞNG", "STT\tHọ và tên\tĐơn vị", *rows)), _CATALOGUE)
    assert [row.award_id for row in draft.rows] == ["lao_dong_tien_tien"] * 2 + ["chien_si_thi_dua_co_so"]


@pytest.mark.parametrize("bracket", ["đã được tặng Giấy khen của Giám đốc Sở", "CSTĐCS năm 2023", "LĐTT 2022, 2023"])
def test_a_former_award_in_brackets_is_a_remark(bracket: str) -> None:
    line = f"1\tLê Văn An ({bracket})\tGiáo viên\tTổ 1"
    row = read_list_text("\n".join((_TITLE, "STT\tHọ và tên\tChức vụ\tĐơn vị", line)), _CATALOGUE).rows[0]
    assert (row.name, row.award_id, row.note) == ("Lê Văn An", _PRAISE[0], bracket)


def test_notes_below_numbered_lines() -> None:
    lines = (
        "1. Ông Lê Văn An, Trưởng phòng, Sở Mẫu",
        "Đã được tặng Giấy khen năm 2020",
        "2. Bà Vi Thị Hà, Chuyên viên, Sở Mẫu",
        "- Năm 2023: Chiến sĩ thi đua cơ sở",
        "3. Bà Bùi Thị Cúc, Chuyên viên, Sở Mẫu",
    )
    draft = read_list_text("\n".join((_TITLE, "I. Cá nhân", *lines)), _CATALOGUE)
    assert [(row.name, row.unit) for row in draft.rows] == [(name, "Sở Mẫu") for name in _NAMES]
    assert tuple(row.award_id for row in draft.rows) == _PRAISE


@pytest.mark.parametrize("text", ["Đề nghị tặng Giấy khen", "Lao động tiên tiến", "Đã Văn Nam", "Cá nhân", ""])
def test_what_does_not_speak_of_the_past(text: str) -> None:
    assert not speaks_of_past(text)


@pytest.mark.parametrize(
    "note",
    [
        "Ghi chú: ô màu vàng là cá nhân đồng thời đề nghị CSTĐCS",
        "Tô xanh: đề nghị CSTĐCS",
        "Những người in đậm được đề nghị Bằng khen",
        "(Dòng bôi đỏ = không đủ điều kiện)",
        "Gạch chân: đề nghị cấp trên khen",
    ],
)
def test_a_meaning_of_colours_is_told_and_nobodys(note: str) -> None:
    draft = _read(note)
    assert [row.name for row in draft.rows] == list(_NAMES)
    assert tuple(row.award_id for row in draft.rows) == _PRAISE
    assert _codes(draft).count("list.looks_meant") == 2


@pytest.mark.parametrize(
    "text", ["Tô Vàng Anh", "Lê Xanh, đề nghị LĐTT", "Công ty Ô tô Vàng Anh: LĐTT", "Đội bóng áo đỏ", "Hoàng Đỏ - Tổ 1"]
)
def test_names_with_colours_are_no_notes(text: str) -> None:
    assert not speaks_of_looks(text)


def test_recipients_of_the_paper_are_no_nominees(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG")
    for award, name in (("I. Lao động tiên tiến", "Lê Văn An"), ("II. Chiến sĩ thi đua cơ sở", "Vi Thị Hà")):
        paper.add_paragraph(award)
        table = paper.add_table(2, 3)
        for row, texts in zip(table.rows, (("STT", "Họ và tên", "Đơn vị"), ("1", name, "Tổ 1")), strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    for line in (
        "Nơi nhận:",
        "- Ban Thi đua - Khen thưởng tỉnh;",
        "- Phòng Nội vụ (b/c);",
        "- UBND xã Mẫu;",
        "- Lưu: VT.",
    ):
        paper.add_paragraph(line)
    path = tmp_path / "list.docx"
    paper.save(str(path))
    assert [row.name for row in read_list(path, _CATALOGUE).rows] == ["Lê Văn An", "Vi Thị Hà"]
