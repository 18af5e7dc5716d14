"""Columns that name who praised are not where somebody works; collectives that stand in the column for units."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import workbook
from thidua_desktop.importing.lists import read_list
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_TITLE = ("DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA GIÁM ĐỐC SỞ",)


@pytest.mark.parametrize(
    "heading",
    ["Cơ quan ban hành", "Cơ quan ra quyết định", "Cơ quan quyết định", "Cơ quan ký", "Người ký", "Cơ quan khen thưởng",
     "Cơ quan, đơn vị ra quyết định", "Đơn vị ban hành QĐ"],
)  # fmt: skip
@pytest.mark.parametrize("unit", [True, False])
def test_who_praised_is_no_unit(tmp_path: Path, heading: str, *, unit: bool) -> None:
    place = ("Đơn vị", "Phòng Kinh tế") if unit else ("Ghi chú", "x")
    rows = [_TITLE, ("TT", "Họ và tên", "Chức vụ", place[0], heading), (1, "Lê Văn An", "CV", place[1], "UBND tỉnh")]
    draft = read_list(workbook(rows)(tmp_path), _CATALOGUE)
    assert [row.unit for row in draft.rows] == ["Phòng Kinh tế" if unit else None]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 3, 2, 1)])
def test_a_collective_in_the_column_for_units(tmp_path: Path, order: tuple[int, ...]) -> None:
    body: list[tuple[object, ...]] = [
        ("TT", "Họ và tên", "Chức vụ", "Đơn vị"),
        ("A", "TẬP THỂ", None, None),
        (1, None, None, "Phòng Kinh tế"),
        (2, None, None, "Trạm Y tế xã"),
        (3, None, None, "Văn phòng HĐND và UBND"),
        ("B", "CÁ NHÂN", None, None),
        (1, "Lê Văn An", "CV", "Phòng Kinh tế"),
    ]
    rows = [_TITLE, *(tuple(row[at] for at in order) if row[0] not in ("A", "B") else row for row in body)]
    draft = read_list(workbook(rows)(tmp_path), _CATALOGUE)
    names = ["Phòng Kinh tế", "Trạm Y tế xã", "Văn phòng HĐND và UBND", "Lê Văn An"]
    assert [(row.name, row.kind.value) for row in draft.rows] == [
        *((name, "collective") for name in names[:3]),
        (names[3], "person"),
    ]
