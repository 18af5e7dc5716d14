"""Cells pasted without a heading, recipients of all sorts mixed; and places of a contest beside the awards."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import workbook
from thidua_desktop.importing.lists import read_list, read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_TINH, _XA, _CO = "bang_khen_bo_tinh", "giay_khen_xa", "co_thi_dua_bo_tinh"


@pytest.mark.parametrize(
    ("high", "low"),
    [
        ("Bằng khen của Chủ tịch UBND tỉnh", "Giấy khen của Chủ tịch UBND xã"),
        ("BK của Chủ tịch UBND tỉnh", "GK của Chủ tịch UBND xã"),
        ("Tặng Bằng khen của Chủ tịch UBND tỉnh Mẫu", "Tặng Giấy khen của Chủ tịch UBND phường"),
    ],
)
def test_the_awards_are_told_by_their_words(high: str, low: str) -> None:
    text = (
        f"1\tÔng Lò Văn Páo\tTrưởng bản Mẫu\t{low}\n2\tBan quản lý bản Hạ\txã Mẫu Sơn\t{high}\n"
        f"3\tBà Vi Thị Hà\tGiáo viên Trường Mầm non Mẫu\t{low}\n4\tHộ bà Bế Thị Tư\tbản Hạ\t{low}\n"
        f"5\tTổ may bản Mẫu\txã Mẫu Sơn\t{high}"
    )
    rows = read_list_text(text, _CATALOGUE).rows
    assert [row.award_id for row in rows] == [_XA, _TINH, _XA, _XA, _TINH]
    assert [row.unit for row in rows] == ["bản Mẫu", "xã Mẫu Sơn", "Trường Mầm non Mẫu", "bản Hạ", "xã Mẫu Sơn"]
    assert [row.position for row in rows] == ["Trưởng bản Mẫu", None, "Giáo viên", None, None]


@pytest.mark.parametrize("heading", ["Hạng", "Kết quả suy tôn", "Kết quả bình xét", "Vị thứ", "Hạng trong khối"])
@pytest.mark.parametrize("count", [2, 5])
def test_places_of_a_contest_are_no_awards(tmp_path: Path, heading: str, count: int) -> None:
    names = ("Công ty Cổ phần Mẫu", "Công ty TNHH Hoa", "Tổng công ty Sao", "Công ty Điện lực Mẫu", "Công ty May Hạ")
    rows = [(at + 1, name, "Cờ thi đua của UBND tỉnh") for at, name in enumerate(names[:count])]
    table = [("KẾT QUẢ SUY TÔN KHỐI THI ĐUA SỐ 2",), (), (heading, "Tên đơn vị", "Đề nghị UBND tỉnh tặng"), *rows]
    draft = read_list(workbook(table)(tmp_path), _CATALOGUE)
    assert [(row.name, row.award_id) for row in draft.rows] == [(name, _CO) for name in names[:count]]
