"""Lists without a table: units over their persons in lines of their own, persons with the award behind the name."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_TITLE = "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND XÃ"
_FIRST, _SECOND = "Trường Mầm non Hoa Ban", "Trạm Y tế xã Nà Tấu"


@pytest.mark.parametrize(
    "lines",
    [
        ("I. {0}", "1. Ông Lê Văn An - Giáo viên", "2. Bà Vi Thị Hà", "II. {1}", "1. Bà Bùi Thị Cúc - Y sĩ"),
        ("A. {0}:", "1. Lê Văn An", "2. Vi Thị Hà", "B. {1}:", "1. Bùi Thị Cúc"),
        ("1. {0}", "- Ông Lê Văn An", "- Bà Vi Thị Hà", "2. {1}", "- Bà Bùi Thị Cúc"),
        ("{0}", "1. Lê Văn An, Giáo viên", "2. Vi Thị Hà, Giáo viên", "{1}", "1. Bùi Thị Cúc, Y sĩ"),
        ("1) {0}", "a) Ông Lê Văn An", "b) Bà Vi Thị Hà", "2) {1}", "a) Bà Bùi Thị Cúc"),
        ("I. ĐƠN VỊ: {0}", "+ Ông Lê Văn An;", "+ Bà Vi Thị Hà;", "II. ĐƠN VỊ: {1}", "+ Bà Bùi Thị Cúc."),
    ],
)
def test_a_unit_over_persons_is_theirs(lines: tuple[str, ...]) -> None:
    draft = read_list_text("\n".join((_TITLE, *(line.format(_FIRST, _SECOND) for line in lines))), _CATALOGUE)
    assert [(row.kind, row.name, row.unit) for row in draft.rows] == [
        (RecipientKind.PERSON, "Lê Văn An", _FIRST),
        (RecipientKind.PERSON, "Vi Thị Hà", _FIRST),
        (RecipientKind.PERSON, "Bùi Thị Cúc", _SECOND),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (f"1. {_FIRST}", f"2. {_SECOND}", "3. Ông Lê Văn An"),
        ("I. Tập thể", f"1. {_FIRST}", f"2. {_SECOND}", "II. Cá nhân", "1. Ông Lê Văn An"),
        (f"- {_FIRST}", f"- {_SECOND}", "- Ông Lê Văn An"),
    ],
)
def test_collectives_beside_persons_stay_nominees(lines: tuple[str, ...]) -> None:
    rows = read_list_text("\n".join((_TITLE, *lines)), _CATALOGUE).rows
    assert [row.name for row in rows] == [_FIRST, _SECOND, "Lê Văn An"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Quàng Thị Ín (Tổ Sử): LĐTT", ("Quàng Thị Ín", "Tổ Sử", "LĐTT")),
        ("Lò Nga (Khoa Dược): CSTĐCS", ("Lò Nga", "Khoa Dược", "CSTĐCS")),
        ("Bế Văn Út - Tổ Địa - LĐTT", ("Bế Văn Út", "Tổ Địa", "LĐTT")),
        ("Mã Thị Sen, Tổ Hóa, CSTĐCS", ("Mã Thị Sen", "Tổ Hóa", "CSTĐCS")),
    ],
)
def test_an_award_at_the_end_of_a_line_is_its_own_persons(line: str, told: tuple[str, str, str]) -> None:
    lines = (
        "Danh sách đề nghị khen thưởng năm 2025",
        "Lê Văn An (Tổ Toán): LĐTT",
        line,
        "Vi Thị Hà (Tổ Văn): LĐTT, GK",
    )
    rows = read_list_text("\n".join(lines), _CATALOGUE).rows
    assert (rows[1].name, rows[1].unit, rows[1].award) == told
    assert [(row.name, row.unit) for row in (rows[0], *rows[2:])] == [
        ("Lê Văn An", "Tổ Toán"),
        ("Vi Thị Hà", "Tổ Văn"),
        ("Vi Thị Hà", "Tổ Văn"),
    ]
