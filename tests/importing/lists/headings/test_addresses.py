"""A column of forms of address tells sex and kind by its cells, whatever stands over it."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_TITLE = "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND XÃ"
_PERSON, _HOUSE, _BODY = RecipientKind.PERSON, RecipientKind.HOUSEHOLD, RecipientKind.COLLECTIVE
_ROWS = (
    ("Ông", "Lê Văn An", _PERSON, "male"),
    ("Bà", "Vi Thị Hà", _PERSON, "female"),
    ("Hộ gia đình", "Ninh Văn Toại", _HOUSE, None),
    ("Hộ", "Sùng A Dế", _HOUSE, None),
    ("Bà", "Lò Thị Ín", _PERSON, "female"),
    ("Tập thể", "Tổ tự quản thôn 3", _BODY, None),
)


def _read(heading: str, *rows: tuple[str, str]) -> list[tuple[str, RecipientKind, str | None]]:
    lines = [_TITLE, f"STT\t{heading}\tHọ và tên\tGhi chú"]
    lines += [f"{at}\t{called}\t{name}\t" for at, (called, name) in enumerate(rows, 1)]
    return [(row.name, row.kind, row.gender) for row in read_list_text("\n".join(lines), _CATALOGUE).rows]


@pytest.mark.parametrize(
    "heading",
    [
        *("Ông/bà, hộ gia đình", "Ông/Bà/Hộ", "Danh xưng", "Xưng hô", "Loại", "Đối tượng", "Cách gọi", "Phân loại"),
        *("Ông (bà), hộ, tập thể", "Diện"),
    ],
)
def test_the_cells_tell_what_the_column_is(heading: str) -> None:
    rows = _read(heading, *((called, name) for called, name, *_ in _ROWS))
    assert rows == [(name, kind, gender) for _, name, kind, gender in _ROWS]


def test_kinds_without_addresses_stay_kinds() -> None:
    rows = _read("Đối tượng", ("Cá nhân", "Lê Văn An"), ("Hộ gia đình", "Vi Thị Hà"), ("Tập thể", "Thôn 3"))
    assert [kind for _, kind, _ in rows] == [_PERSON, _HOUSE, _BODY]


def test_other_words_are_no_forms_of_address() -> None:
    rows = _read("Loại", ("A", "Lê Văn An"), ("B", "Vi Thị Hà"), ("Bà", "Lò Thị Ín"))
    assert {gender for *_, gender in rows} == {None}
