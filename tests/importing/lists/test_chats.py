"""Chats and mails that hold a list without saying so in a paper's words, and what is said of rows without a unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import workbook
from thidua_desktop.importing.lists import read_list, read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_LDTT, _CSTD = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Trường MN Sao Mẫu gửi ds khen ạ\n- Lò Thị Én (HT): CSTĐCS\n- Vi Văn Lâm (GV): LĐTT", "Trường MN Sao Mẫu"),
        ("Lò Thị Én (HT) CSTĐCS\nVi Văn Lâm (GV) LĐTT", None),
        ("Em gửi ds ạ\nTổ 1\nLò Thị Én - CSTĐCS\nTổ 2\nVi Văn Lâm - LĐTT", "Tổ 1"),
        ("bên em đề nghị 2 người:\n+ Lò Thị Én: CSTĐCS\n+ Vi Văn Lâm: LĐTT", None),
        (
            "Chị ơi em gửi lại ds khen của trạm y tế xã Mẫu nhé\n- Lò Thị Én: CSTĐCS\n- Vi Văn Lâm: LĐTT\n"
            "Có gì chị báo em, em cảm ơn chị nhiều ạ",
            "Trạm y tế xã Mẫu",
        ),
        ("bên em nộp ds ạ\n- Lò Thị Én: CSTĐCS\n- Vi Văn Lâm: LĐTT\nNhờ chị xem giúp em", None),
        ("gửi chị ds thi đua ạ\n- Lò Thị Én: CSTĐCS\n- Vi Văn Lâm: LĐTT\ntổng 2 người, chị xem giúp em nhé", None),
    ],
)
def test_names_with_their_awards_are_a_list(text: str, unit: str | None) -> None:
    draft = read_list_text(text, _CATALOGUE)
    assert [(row.name, row.award_id) for row in draft.rows] == [("Lò Thị Én", _CSTD), ("Vi Văn Lâm", _LDTT)]
    assert draft.rows[0].unit == unit
    assert draft.rows[1].position in ("GV", None)


def test_a_collective_with_its_award_among_persons_is_no_heading() -> None:
    text = "bên em đề nghị:\n+ Lò Thị Én: giấy khen\n+ Tập thể Chi hội thôn 3: giấy khen"
    assert [row.name for row in read_list_text(text, _CATALOGUE).rows] == ["Lò Thị Én", "Tập thể Chi hội thôn 3"]


def test_persons_without_a_unit_are_told_with_their_places() -> None:
    draft = read_list_text("LĐTT:\nLò Thị Én\nVi Văn Lâm", _CATALOGUE)
    told = next(finding for finding in draft.findings if finding.code == "list.no_unit")
    assert told.params == {"count": 2, "rows": "2, 3"}


def test_units_that_only_posts_tell_are_said(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND XÃ"],
        ["STT", "Họ và tên", "Chức vụ"],
        [1, "Lò Thị Én", "Hiệu trưởng Trường Mầm non Sao Mẫu"],
        [2, "Vi Văn Lâm", "Hiệu trưởng Trường Tiểu học Sao Mẫu"],
    ]
    draft = read_list(workbook(rows)(tmp_path), _CATALOGUE)
    assert [row.unit for row in draft.rows] == ["Trường Mầm non Sao Mẫu", "Trường Tiểu học Sao Mẫu"]
    assert {finding.code for finding in draft.findings} >= {"list.unit_of_post"}


def test_names_that_end_like_small_words_and_contracts_in_brackets(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["TRƯỜNG THCS MẪU"],
        ["DANH SÁCH ĐỀ NGHỊ LAO ĐỘNG TIÊN TIẾN"],
        ["STT", "Họ và tên, chức vụ"],
        [1, "Vi Văn Tài\nNhân viên thư viện"],
        [2, "Lò Thị Vệ\nKế toán"],
        [3, "Hà Văn Páo (NĐ 68)"],
        [None, "7"],
        [4, "Quàng Văn Của\nBảo vệ"],
    ]
    draft = read_list(workbook(rows)(tmp_path), _CATALOGUE)
    assert [row.name for row in draft.rows] == ["Vi Văn Tài", "Lò Thị Vệ", "Hà Văn Páo", "Quàng Văn Của"]
    assert {row.unit for row in draft.rows} == {"Trường THCS Mẫu"}
