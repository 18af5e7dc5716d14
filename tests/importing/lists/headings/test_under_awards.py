"""Names that stand below the awards they are to get, one column for each award."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importing.lists.make import workbook
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_LDTT, _CSTDCS = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"
_TITLE = ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025",)
_PERSON, _COLLECTIVE = RecipientKind.PERSON, RecipientKind.COLLECTIVE


def _read(folder: Path, *rows: tuple[Any, ...]) -> ListDraft:
    return read_list(workbook((_TITLE, *rows))(folder), _CATALOGUE)


def _told(draft: ListDraft) -> list[tuple[str, str | None, str | None]]:
    return [(row.name, row.unit, row.award_id) for row in draft.rows]


@pytest.mark.parametrize(
    ("heading", "rows", "told"),
    [
        (
            ("STT", "Khoa", "Danh hiệu LĐTT", "Danh hiệu CSTĐCS"),
            ((1, "Khoa Nội", "Phùng Gia Bảo\nThiều Mai Chi", "Thiều Mai Chi"), (2, "Khoa Dược", "Lý Thị Ba", None)),
            [
                ("Phùng Gia Bảo", "Khoa Nội", _LDTT),
                ("Thiều Mai Chi", "Khoa Nội", _LDTT),
                ("Thiều Mai Chi", "Khoa Nội", _CSTDCS),
                ("Lý Thị Ba", "Khoa Dược", _LDTT),
            ],
        ),
        (
            ("Đơn vị", "Cá nhân đạt LĐTT", "Cá nhân đạt CSTĐCS"),
            (("Tổ Sử", "1. Hà Văn Tám\n2. Ksor Brin", "Không"), ("Tổ Địa", "Y Thu Êban", "Sùng A Dế; Lê Na")),
            [
                ("Hà Văn Tám", "Tổ Sử", _LDTT),
                ("Ksor Brin", "Tổ Sử", _LDTT),
                ("Y Thu Êban", "Tổ Địa", _LDTT),
                ("Sùng A Dế", "Tổ Địa", _CSTDCS),
                ("Lê Na", "Tổ Địa", _CSTDCS),
            ],
        ),
        (
            ("TT", "Phòng", "LĐTT", "CSTĐCS"),
            (
                (1, "Phòng Kế toán", "Hồ Bá Chín", None),
                (None, None, "Mã Thị Sen", "Mã Thị Sen"),
                (2, "Tổ xe", "Vũ Ba\nLò Nga", None),
            ),
            [
                ("Hồ Bá Chín", "Phòng Kế toán", _LDTT),
                ("Mã Thị Sen", "Phòng Kế toán", _LDTT),
                ("Mã Thị Sen", "Phòng Kế toán", _CSTDCS),
                ("Vũ Ba", "Tổ xe", _LDTT),
                ("Lò Nga", "Tổ xe", _LDTT),
            ],
        ),
        (
            ("STT", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"),
            ((1, "Quách Văn Mười", "Đinh Thị Lơ"), (2, "Đinh Thị Lơ", None)),
            [("Quách Văn Mười", None, _LDTT), ("Đinh Thị Lơ", None, _CSTDCS), ("Đinh Thị Lơ", None, _LDTT)],
        ),
        (
            ("TT", "Đơn vị", "Danh hiệu đề nghị", None),
            (
                (None, None, "LĐTT", "CSTĐCS"),
                (1, "Tổ 1", "Đ/c Hà Văn Tám", "Đ/c Lê Thị Mơ"),
                (2, "Tổ 2", "Đ/c Bế Văn Út", None),
            ),
            [("Hà Văn Tám", "Tổ 1", _LDTT), ("Lê Thị Mơ", "Tổ 1", _CSTDCS), ("Bế Văn Út", "Tổ 2", _LDTT)],
        ),
    ],
)  # fmt: skip
def test_each_name_gets_the_award_above_it(
    tmp_path: Path, heading: tuple[Any, ...], rows: tuple[Any, ...], told: list[tuple[str, str | None, str]]
) -> None:
    draft = _read(tmp_path, heading, *rows)
    assert _told(draft) == told
    assert {row.kind for row in draft.rows} == {_PERSON}
    assert "list.text_left" not in {finding.code for finding in draft.findings}


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [("Tập thể LĐXS", "x", None), ("Tập thể", "TTLĐXS", None), ("Danh hiệu tập thể", "Tập thể LĐXS", None)],
)
def test_beside_them_the_unit_has_an_award_of_its_own(
    tmp_path: Path, heading: str, first: str, second: str | None
) -> None:
    head = ("STT", "Đơn vị", heading, "Cá nhân LĐTT", "Cá nhân CSTĐCS")
    rows = (
        (1, "Hạt Kiểm lâm số 3", first, "Lê Văn An, Vi Thị Hà", None),
        (2, "Hạt Kiểm lâm số 5", second, None, "Ma Đức Ý"),
    )
    draft = _read(tmp_path, head, *rows)
    assert {(row.kind, row.name, row.award_id) for row in draft.rows} == {
        (_PERSON, "Lê Văn An", _LDTT),
        (_PERSON, "Vi Thị Hà", _LDTT),
        (_COLLECTIVE, "Hạt Kiểm lâm số 3", "tap_the_lao_dong_xuat_sac"),
        (_PERSON, "Ma Đức Ý", _CSTDCS),
    }


def test_what_names_nobody_is_told(tmp_path: Path) -> None:
    rows = (
        (1, "Tổ 1", "Hà Văn Tám", "Lê Thị Mơ"),
        (2, "Tổ 2", "Cả tổ đều đạt", "Bế Văn Út"),
        (3, "Tổ 3", "Vi Ba", None),
    )
    draft = _read(tmp_path, ("STT", "Đơn vị", "LĐTT", "CSTĐCS"), *rows)
    assert [row.name for row in draft.rows] == ["Hà Văn Tám", "Lê Thị Mơ", "Bế Văn Út", "Vi Ba"]
    assert [dict(each.params) for each in draft.findings if each.code == "list.text_left"] == [
        {"text": "Cả tổ đều đạt"}
    ]


@pytest.mark.parametrize(
    ("heading", "rows", "told"),
    [
        (
            ("STT", "Họ và tên", "LĐTT", "CSTĐCS"),
            ((1, "Lê Văn An", "x", "x"), (2, "Vi Thị Hà", "x", None)),
            [("Lê Văn An", _LDTT), ("Lê Văn An", _CSTDCS), ("Vi Thị Hà", _LDTT)],
        ),
        (
            ("STT", "Lao động tiên tiến", "Chức vụ"),
            ((1, "Lê Văn An", "Giáo viên"), (2, "Vi Thị Hà", "Giáo viên")),
            [("Lê Văn An", _LDTT), ("Vi Thị Hà", _LDTT)],
        ),
        (("STT", "Đơn vị", "LĐTT", "CSTĐCS"), ((1, "Tổ 1", 5, 2), (2, "Tổ 2", 4, 1)), []),
    ],
)
def test_ticks_counts_and_a_single_award_are_read_as_before(
    tmp_path: Path, heading: tuple[Any, ...], rows: tuple[Any, ...], told: list[tuple[str, str]]
) -> None:
    assert [(row.name, row.award_id) for row in _read(tmp_path, heading, *rows).rows] == told
