"""Sentences of award over the tables of a decision: each table has the award of its own sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importing.lists.make import word
from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_ABOVE = ("UBND XÃ NGỌC MẪU", "QUYẾT ĐỊNH", "Về việc khen thưởng phong trào làm đường")
_HEADING = ("TT", "Họ tên, tên tập thể", "Chức vụ, đơn vị")
_GROUPS = [("1.", "Chi hội Phụ nữ thôn Mẫu", "xã Ngọc Mẫu"), ("2.", "Đội văn nghệ thôn Hạ", "xã Ngọc Mẫu")]
_PEOPLE = [("1.", "Bà Lò Thị Én", "Bí thư Chi bộ thôn Mẫu"), ("2.", "Ông Vi Văn Lâm", "Trưởng thôn Hạ")]
_HOUSES = [("1.", "Hộ ông Bế Văn Tư", "thôn Mẫu"), ("2.", "Hộ bà Hà Thị Sáu", "thôn Hạ")]
_TINH, _XA = "bang_khen_bo_tinh", "giay_khen_xa"


def _read(folder: Path, *parts: Any, headed: bool = False) -> ListDraft:
    parts = tuple([_HEADING, *part] if headed and isinstance(part, list) else part for part in parts)
    return read_list(word(*_ABOVE, *parts)(folder), _CATALOGUE)


def _awards(draft: ListDraft) -> list[tuple[str, str | None]]:
    return [(row.kind.value, row.award_id) for row in draft.rows]


@pytest.mark.parametrize("headed", [False, True])
@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        (
            "Điều 1. Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể:",
            "Điều 2. Tặng Giấy khen của Chủ tịch UBND xã cho 02 cá nhân sau:",
            "và 02 hộ gia đình:",
        ),
        (
            "1. Tặng Bằng khen của Chủ tịch UBND tỉnh cho các tập thể sau:",
            "2. Tặng Giấy khen của Chủ tịch UBND xã cho các cá nhân sau:",
            "Các hộ gia đình:",
        ),
        (
            "Trình Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể có tên sau:",
            "Khen thưởng Giấy khen của Chủ tịch UBND xã cho 02 cá nhân:",
            "cùng 02 hộ gia đình sau:",
        ),
        (
            "Điều 1: Nay tặng Bằng khen của Chủ tịch UBND tỉnh cho 02 tập thể sau đây:",
            "Điều 2: Trao Giấy khen của Chủ tịch UBND xã cho 02 cá nhân sau đây:",
            "Điều 3: Tặng Giấy khen của Chủ tịch UBND xã cho 02 hộ gia đình sau đây:",
        ),
    ],
)
def test_each_table_has_the_award_over_it(tmp_path: Path, first: str, second: str, third: str, *, headed: bool) -> None:
    draft = _read(tmp_path, first, _GROUPS, second, _PEOPLE, third, _HOUSES, headed=headed)
    assert _awards(draft) == [
        *[("collective", _TINH)] * 2,
        *[("person", _XA)] * 2,
        *[("household", _XA)] * 2,
    ]
    assert "list.kind_differs" not in {finding.code for finding in draft.findings}


@pytest.mark.parametrize(
    "second",
    ["Điều 2. Khen thưởng cho 02 cá nhân sau:", "Khen thưởng 02 cá nhân sau:", "Điều 2. Biểu dương 02 cá nhân sau:"],
)
def test_a_sentence_without_award_does_not_take_that_of_the_one_before(tmp_path: Path, second: str) -> None:
    first = "Điều 1. Tặng Bằng khen của Chủ tịch UBND tỉnh cho 02 tập thể sau:"
    draft = _read(tmp_path, first, _GROUPS, second, _PEOPLE, headed=True)
    assert _awards(draft) == [*[("collective", _TINH)] * 2, *[("person", None)] * 2]


@pytest.mark.parametrize(
    "text", ["Điều 2. Giao Văn phòng trao Giấy khen cho các cá nhân trên.", "Đã chi 02 triệu đồng:"]
)
def test_other_sentences_head_nothing(tmp_path: Path, text: str) -> None:
    first = "Điều 1. Tặng Bằng khen của Chủ tịch UBND tỉnh cho các tập thể, cá nhân sau:"
    draft = _read(tmp_path, first, _GROUPS, text, _PEOPLE, headed=True)
    assert [row.award_id for row in draft.rows] == [_TINH] * 4


@pytest.mark.parametrize("more", ["và 02 hộ gia đình:", "cùng các hộ gia đình sau:", "02 hộ gia đình:"])
def test_more_recipients_below_a_few_rows_of_a_long_paper(tmp_path: Path, more: str) -> None:
    grounds = ("Căn cứ Luật Thi đua, khen thưởng;", "Căn cứ Nghị định của Chính phủ;", "QUYẾT ĐỊNH:")
    end = ("Điều 2. Quyết định có hiệu lực kể từ ngày ký.", "Nơi nhận:", "CHỦ TỊCH")
    first = "Điều 1. Tặng Giấy khen của Chủ tịch UBND xã cho 02 cá nhân:"
    draft = _read(tmp_path, *grounds, first, _PEOPLE, more, _HOUSES, *end)
    assert _awards(draft) == [*[("person", _XA)] * 2, *[("household", _XA)] * 2]
    assert [row.unit for row in draft.rows[:2]] == ["Chi bộ thôn Mẫu", "thôn Hạ"]
