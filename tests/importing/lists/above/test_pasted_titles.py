"""Rows pasted without a heading, below a sentence that says who sends them and for what."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import text
from thidua_desktop.importing.lists import read_list
from thidua_desktop.services.awards import AwardService

_ROWS = "1\tLý Văn Luân\t1997\tTrưởng khoa\n2\tPhan Thị Dung\t1998\tKỹ thuật viên\n3\tĐinh Văn Long\t1993\tY tá"


@pytest.mark.parametrize(
    ("above", "unit", "award"),
    [
        ("Khoa Xét nghiệm gửi danh sách đề nghị Lao động tiên tiến năm 2025:", "Khoa Xét nghiệm", "lao_dong_tien_tien"),
        (
            "TRƯỜNG THPT YÊN KHÊ\nĐề nghị công nhận LĐTT cho các ông, bà sau:",
            "Trường THPT Yên Khê",
            "lao_dong_tien_tien",
        ),
        ("Trường THPT Mẫu kính đề nghị tặng CSTĐCS cho các ông, bà sau:", "Trường THPT Mẫu", "chien_si_thi_dua_co_so"),
    ],
)
def test_the_sentence_gives_award_and_unit(tmp_path: Path, above: str, unit: str, award: str) -> None:
    draft = read_list(text(f"{above}\n{_ROWS}")(tmp_path), AwardService().catalogue())
    assert [(row.unit, row.award_id) for row in draft.rows] == [(unit, award)] * 3
