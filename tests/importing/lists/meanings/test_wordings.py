"""How an award is worded in a cell, a heading or a title, and what it comes to."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.importing.lists.meanings.awards import AwardReader, award_phrase
from thidua_desktop.importing.lists.meanings.wordings import worded
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_AWARDS = AwardReader(tuple(_CATALOGUE))
_MINISTER, _PREMIER, _COMMUNE = "bang_khen_bo_tinh", "bang_khen_thu_tuong", "giay_khen_xa"


def _read(*lines: str, title: str = "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025") -> ListDraft:
    return read_list_text("\n".join((title, *lines)), _CATALOGUE)


def _one(cell: str, *, title: str = "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", heading: str = "Đề nghị") -> list[str | None]:
    draft = _read(f"TT\tHọ và tên\tChức vụ\tĐơn vị\t{heading}", f"1\tLê Văn An\tBác sĩ\tKhoa Nhi\t{cell}", title=title)
    return [row.award for row in draft.rows]


@pytest.mark.parametrize(
    ("written", "meant", "award_id"),
    [
        ("Đề nghị TLĐ tặng Bằng khen", "Bằng khen của TLĐ", _MINISTER),
        ("Đề nghị UBND tỉnh tặng Bằng khen", "Bằng khen của UBND tỉnh", _MINISTER),
        ("Đề nghị Thủ tướng Chính phủ tặng Bằng khen", "Bằng khen của Thủ tướng Chính phủ", _PREMIER),
        ("Đề nghị Chủ tịch UBND xã tặng Giấy khen", "Giấy khen của Chủ tịch UBND xã", _COMMUNE),
        ("UBND tỉnh tặng Bằng khen", "Bằng khen của UBND tỉnh", _MINISTER),
        ("Trình Chủ tịch UBND tỉnh tặng Bằng khen", "Bằng khen của Chủ tịch UBND tỉnh", _MINISTER),
        ("Kính đề nghị Bộ trưởng Bộ Y tế xét, tặng Bằng khen", "Bằng khen của Bộ trưởng Bộ Y tế", _MINISTER),
        ("Đề nghị LĐLĐ tỉnh tặng Bằng khen", "Bằng khen của LĐLĐ tỉnh", None),
        ("Đề xuất Giám đốc Sở Y tế khen thưởng Giấy khen", "Giấy khen của Giám đốc Sở Y tế", "giay_khen_so"),
        ("Đề nghị Giấy khen", "Giấy khen", None),
        ("đề nghị tặng GK", "Giấy khen", None),
        ("Xét tặng B.khen", "Bằng khen", None),
        ("BK", "Bằng khen", None),
        ("gk", "Giấy khen", None),
        ("G.K", "Giấy khen", None),
        ("B.khen", "Bằng khen", None),
        ("G.Khen", "Giấy khen", None),
        ("G/khen", "Giấy khen", None),
        ("KNC", "Kỷ niệm chương", None),
    ],
)
def test_the_giver_goes_behind_and_letters_are_written_out(written: str, meant: str, award_id: str | None) -> None:
    assert worded(written) == meant
    assert _AWARDS.award_id(meant, None) == award_id


@pytest.mark.parametrize(
    "written",
    [
        *("LĐTT", "CSTĐCS", "Bằng khen của UBND tỉnh", "BKTT", "BK TTg", "Huân chương Lao động hạng Ba", "HTTNV", ""),
        *("Tổ đề nghị tặng Giấy khen", "Anh Bằng tặng quà", "Đề nghị UBND tỉnh tặng Bằng khen và LĐTT"),
    ],
)
def test_what_is_no_such_wording_stays_as_it_is(written: str) -> None:
    assert worded(written) == written


@pytest.mark.parametrize(
    ("cell", "awards"),
    [
        ("Đề nghị UBND tỉnh tặng Bằng khen", ["Bằng khen của UBND tỉnh"]),
        ("LĐTT GK", ["LĐTT", "Giấy khen"]),
        ("CSTĐCS B.khen", ["CSTĐCS", "Bằng khen"]),
        ("CSTĐCS BK UBND tỉnh", ["CSTĐCS", "BK UBND tỉnh"]),
        ("Lao động tiên tiến Giấy khen của Giám đốc", ["Lao động tiên tiến", "Giấy khen của Giám đốc"]),
        ("LĐTT (Giấy khen UBND xã)", ["LĐTT", "Giấy khen UBND xã"]),
        ("LĐTT (GK)", ["LĐTT", "Giấy khen"]),
        ("CSTĐCS (LĐTT)", ["CSTĐCS", "LĐTT"]),
        # One award.
        ("LĐTT (2 năm liền)", ["LĐTT (2 năm liền)"]),
        ("Giấy khen (LĐTT)", ["Giấy khen (LĐTT)"]),
        ("Bằng khen UBND tỉnh (CSTĐCS 2023, 2024)", ["Bằng khen UBND tỉnh (CSTĐCS 2023, 2024)"]),
        ("Danh hiệu LĐTT", ["Danh hiệu LĐTT"]),
    ],
)
def test_what_a_cell_asks_for(cell: str, awards: list[str]) -> None:
    assert _one(cell) == awards


def test_the_level_of_bare_letters_comes_from_the_title_or_another_column() -> None:
    title = "DANH SÁCH ĐỀ NGHỊ CHỦ TỊCH UBND XÃ TẶNG GIẤY KHEN"
    draft = _read("TT\tHọ và tên\tChức vụ\tHình thức", "1\tLê Văn An\tBác sĩ\tGK", title=title)
    assert [row.award_id for row in draft.rows] == [_COMMUNE]
    draft = _read("TT\tHọ và tên\tHình thức\tCấp khen", "1\tLê Văn An\tBK\tUBND tỉnh", "2\tHồ Thị Bé\tGK\tUBND xã")
    assert [row.award_id for row in draft.rows] == [_MINISTER, _COMMUNE]


def test_a_heading_with_the_verb_in_it_gives_its_award_to_those_ticked() -> None:
    head = "TT\tHọ và tên\tĐề nghị UBND tỉnh tặng Bằng khen\tĐề nghị UBND xã tặng Giấy khen"
    draft = _read(head, "1\tLê Văn An\tx\t", "2\tHồ Thị Bé\t\tx")
    assert [row.award_id for row in draft.rows] == [_MINISTER, _COMMUNE]


@pytest.mark.parametrize(
    ("title", "award"),
    [
        ("GIA ĐÌNH VĂN HÓA TIÊU BIỂU ĐỀ NGHỊ TẶNG GIẤY KHEN", "GIẤY KHEN"),
        ("DANH SÁCH GIA ĐÌNH VĂN HÓA ĐỀ NGHỊ CHỦ TỊCH UBND XÃ TẶNG GIẤY KHEN", "GIẤY KHEN của CHỦ TỊCH UBND XÃ"),
        ("CHIẾN SĨ THI ĐUA CƠ SỞ ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA UBND TỈNH", "BẰNG KHEN CỦA UBND TỈNH"),
        ("LAO ĐỘNG TIÊN TIẾN ĐỀ NGHỊ TẶNG GIẤY KHEN", "GIẤY KHEN"),
        ("CSTĐ CƠ SỞ ĐƯỢC ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA THỦ TƯỚNG", "BẰNG KHEN CỦA THỦ TƯỚNG"),
        ("CÁ NHÂN ĐẠT CHIẾN SĨ THI ĐUA CƠ SỞ, ĐỀ NGHỊ XÉT CHIẾN SĨ THI ĐUA CẤP TỈNH", "CHIẾN SĨ THI ĐUA CẤP TỈNH"),
        ("DANH SÁCH NGHỆ NHÂN ƯU TÚ TRÌNH TẶNG HUÂN CHƯƠNG LAO ĐỘNG HẠNG BA", "HUÂN CHƯƠNG LAO ĐỘNG HẠNG BA"),
        # The award that is asked for comes first.
        ("DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN CHO GIA ĐÌNH VĂN HÓA TIÊU BIỂU", "GIẤY KHEN"),
        ("DANH SÁCH ĐỀ NGHỊ CHIẾN SĨ THI ĐUA CƠ SỞ, ĐỀ NGHỊ TẶNG BẰNG KHEN", "CHIẾN SĨ THI ĐUA CƠ SỞ"),
        ("DANH SÁCH LAO ĐỘNG TIÊN TIẾN ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025", "LAO ĐỘNG TIÊN TIẾN"),
        ("DANH SÁCH TẶNG BẰNG KHEN CỦA UBND TỈNH CHO CÁ NHÂN ĐƯỢC CÔNG NHẬN CSTĐCS", "BẰNG KHEN CỦA UBND TỈNH"),
        ("CÁ NHÂN ĐỀ NGHỊ UBND TỈNH TẶNG BẰNG KHEN, DANH HIỆU THI ĐUA NĂM 2025", None),
        ("DANH SÁCH ĐỀ NGHỊ BẰNG KHEN VÀ DANH HIỆU THI ĐUA", None),
    ],
)
def test_what_follows_the_verb_is_asked_for(title: str, award: str | None) -> None:
    assert award_phrase(title) == award


_HISTORY = ("LĐTT", "CSTĐCS")


@pytest.mark.parametrize(
    "heading",
    [
        *("Danh hiệu, hình thức đề nghị năm 2025", "Đề nghị danh hiệu năm 2025", "Danh hiệu đề nghị xét năm 2025"),
        *("Hình thức khen thưởng đề nghị năm 2025", "Danh hiệu trình năm 2025", "Danh hiệu đăng ký 2025"),
    ],
)
def test_a_heading_that_proposes_is_no_history_whatever_year_it_names(heading: str) -> None:
    head = f"TT\tHọ và tên\tChức vụ\tDanh hiệu đã đạt năm 2023\tDanh hiệu đã đạt năm 2024\t{heading}"
    title = "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ UBND TỈNH TẶNG BẰNG KHEN, DANH HIỆU THI ĐUA NĂM 2025"
    rows = ("1\tLê Văn An\tGV\tLĐTT\tCSTĐCS\tBK UBND tỉnh", "2\tHồ Thị Bé\tGV\tLĐTT\tLĐTT\tCSTĐCS")
    draft = _read(head, *rows, title=title)
    assert [row.award_id for row in draft.rows] == [_MINISTER, "chien_si_thi_dua_co_so"]
    assert "list.past_awards_left" not in {finding.code for finding in draft.findings}


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("DANH SÁCH ĐỀ NGHỊ TẶNG DANH HIỆU CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2025", "Danh hiệu năm 2024"),
        ("DANH SÁCH XÉT CHIẾN SĨ THI ĐUA CƠ SỞ NĂM HỌC 2024-2025", "Danh hiệu năm học 2023-2024"),
        ("DANH SÁCH ĐỦ ĐIỀU KIỆN XÉT TẶNG CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2025", "Danh hiệu thi đua 2023, 2024"),
        ("DANH SÁCH ĐỀ NGHỊ CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2025", "Danh hiệu năm 2024 (LĐTT/CSTĐ)"),
        ("CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2026", "Danh hiệu thi đua năm 2025"),
    ],
)
def test_a_column_of_an_earlier_year_is_history_and_the_title_holds(title: str, heading: str) -> None:
    draft = _read(f"TT\tHọ và tên\tChức vụ\t{heading}", "1\tLê Văn An\tGV\tLĐTT", "2\tHồ Thị Bé\tGV\tLĐTT", title=title)
    assert [row.award_id for row in draft.rows] == ["chien_si_thi_dua_co_so"] * 2
    assert [finding.code for finding in draft.findings].count("list.past_awards_left") == 1


def test_the_only_column_for_awards_stays_one_where_the_title_names_none() -> None:
    head = "TT\tHọ và tên\tChức vụ\tDanh hiệu năm 2025"
    for title in ("DANH SÁCH KHEN THƯỞNG NĂM 2026", "DANH SÁCH ĐỀ NGHỊ LAO ĐỘNG TIÊN TIẾN NĂM 2025"):
        draft = _read(head, "1\tLê Văn An\tGV\tLĐTT", title=title)
        assert [row.award_id for row in draft.rows] == ["lao_dong_tien_tien"]
