"""Husband and wife who are proposed as one household, and those who are proposed each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import workbook
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.importing.lists import read_list, read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_TITLE = "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND XÃ"


@pytest.mark.parametrize(
    "couple",
    [
        "Ông Vi Văn Lâm - bà Lò Thị Én",
        "Ông Vi Văn Lâm và bà Lò Thị Én",
        "Anh Vi Văn Lâm, chị Lò Thị Én",
        "Ông Vi Văn Lâm (vợ là bà Lò Thị Én)",
        "Hộ ông Vi Văn Lâm và bà Lò Thị Én",
        "Vợ chồng ông Vi Văn Lâm, bà Lò Thị Én",
    ],
)
def test_a_couple_below_a_heading_of_households_is_one(tmp_path: Path, couple: str) -> None:
    rows: list[list[object]] = [
        [_TITLE],
        ["STT", "Tên", "Địa chỉ"],
        ["I", "Hộ gia đình"],
        [1, couple, "Thôn Đồng Mẫu"],
        ["II", "Cá nhân"],
        [1, "Ông Hà Văn Páo và bà Vi Thị Hoa", "Thôn Đồng Mẫu"],
    ]
    draft = read_list(workbook(rows)(tmp_path), _CATALOGUE)
    household, *persons = draft.rows
    assert (household.kind, household.unit) == (RecipientKind.HOUSEHOLD, "Thôn Đồng Mẫu")
    assert household.name.startswith(couple.split(" (", maxsplit=1)[0])
    assert [row.name for row in persons] == ["Hà Văn Páo", "Vi Thị Hoa"]


def test_a_couple_of_a_numbered_list_keeps_its_village() -> None:
    draft = read_list_text(f"{_TITLE}\nHộ gia đình\n1. Ông Vi Văn Lâm - bà Lò Thị Én, thôn Mẫu\n", _CATALOGUE)
    (row,) = draft.rows
    assert (row.kind, row.name) == (RecipientKind.HOUSEHOLD, "Ông Vi Văn Lâm - bà Lò Thị Én")
    assert row.unit == "thôn Mẫu"


def test_two_men_in_one_cell_are_two_households(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [_TITLE],
        ["STT", "Họ và tên chủ hộ", "Thôn"],
        [1, "Ông Vi Văn Lâm; ông Lò Văn Én", "Mẫu"],
    ]
    draft = read_list(workbook(rows)(tmp_path), _CATALOGUE)
    assert [row.kind for row in draft.rows] == [RecipientKind.HOUSEHOLD] * 2
