"""Households with their address in one run of words; professions and callings before a name."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_TITLE = "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND XÃ"


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("Hộ ông Ninh Văn Toại, xóm 7", "Hộ ông Ninh Văn Toại", "xóm 7"),
        ("Gia đình bà Âu Thị Mến - bản Nà Sang, xã Mẫu", "Gia đình bà Âu Thị Mến", "bản Nà Sang, xã Mẫu"),
        ("Hộ gia đình ông Lê Văn An; tổ dân phố 4", "Hộ gia đình ông Lê Văn An", "tổ dân phố 4"),
        ("Hộ ông Lê Văn An, bà Vi Thị Hà, thôn 3", "Hộ ông Lê Văn An, bà Vi Thị Hà", "thôn 3"),
        ("Hộ anh Sùng A Dế (thôn Háng Lìa)", "Hộ anh Sùng A Dế", "thôn Háng Lìa"),
        ("Gia đình ông Bế Văn Út và bà Ma Thị Ba, ấp Tây", "Gia đình ông Bế Văn Út và bà Ma Thị Ba", "ấp Tây"),
        ("Hộ bà Lò Thị Ín", "Hộ bà Lò Thị Ín", None),
        ("Hộ ông Lê Văn An, bà Vi Thị Hà", "Hộ ông Lê Văn An, bà Vi Thị Hà", None),
    ],
)
@pytest.mark.parametrize("bullet", ["- ", "1. "])
def test_the_address_of_a_household_is_its_unit(text: str, name: str, unit: str | None, bullet: str) -> None:
    rows = read_list_text(f"{_TITLE}\nHộ gia đình:\n{bullet}{text}", _CATALOGUE).rows
    assert [(row.kind, row.name, row.unit) for row in rows] == [(RecipientKind.HOUSEHOLD, name, unit)]


def test_in_a_cell_the_address_goes_before_nothing_else() -> None:
    lines = (_TITLE, "STT\tHọ và tên\tGhi chú", "1\tHộ ông Lê Văn An, thôn 3\t", "2\tTổ tự quản, thôn 4\t")
    assert [(row.name, row.unit) for row in read_list_text("\n".join(lines), _CATALOGUE).rows] == [
        ("Hộ ông Lê Văn An", "thôn 3"),
        ("Tổ tự quản, thôn 4", None),
    ]


@pytest.mark.parametrize(
    ("cell", "honorific"),
    [
        ("YS. Lê Văn Nam", "YS"),
        ("YS Lê Văn Nam", "YS"),
        ("HS. Lê Văn Nam", "HS"),
        ("CN.YTCC Lê Văn Nam", "CN.YTCC"),
        ("CN. YTCC Lê Văn Nam", "CN. YTCC"),
        ("KTV. Lê Văn Nam", "KTV"),
        ("Sr. Lê Văn Nam", "Sr"),
        ("LM. Lê Văn Nam", "LM"),
    ],
)
def test_a_calling_before_a_name_is_no_part_of_it(cell: str, honorific: str) -> None:
    row = read_list_text(f"{_TITLE}\nSTT\tHọ và tên\tĐơn vị\n1\t{cell}\tTổ 1", _CATALOGUE).rows[0]
    assert (row.kind, row.name, row.honorific) == (RecipientKind.PERSON, "Lê Văn Nam", honorific)


@pytest.mark.parametrize("post", ["Trưởng thôn thôn 3", "Trưởng bản, bản 3", "Trưởng ấp Ấp 3"])
def test_a_village_is_said_once(post: str) -> None:
    row = read_list_text(f"{_TITLE}\nCá nhân:\n1. Ông Lê Văn An, {post}", _CATALOGUE).rows[0]
    assert (row.unit or "").casefold() in ("thôn 3", "bản 3", "ấp 3")
