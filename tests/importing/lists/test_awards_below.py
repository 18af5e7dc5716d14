"""A recipient over several rows: each whole award is a nomination of its own, the rest of a cut one is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importing.lists.make import Looks, workbook
from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_HEADING = ("TT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu", "Thành tích")
_LAST = (2, "Trần Thị Lan", "CV", "Phòng A", "LĐTT", None)
_MERGED = ("A2:A3", "B2:B3", "C2:C3", "D2:D3")


def _read(folder: Path, *rows: tuple[Any, ...], merges: tuple[str, ...] = ()) -> ListDraft:
    return read_list(workbook(rows, Looks(merges=merges))(folder), _CATALOGUE)


def _awards(draft: ListDraft) -> list[tuple[str, str | None]]:
    return [(row.name, row.award_id) for row in draft.rows]


@pytest.mark.parametrize("merges", [_MERGED, ()])
@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize(
    ("first", "second", "ids"),
    [
        ("CSTĐCS", "Bằng khen của UBND tỉnh", ("chien_si_thi_dua_co_so", "bang_khen_bo_tinh")),
        ("LĐTT", "CSTĐCS", ("lao_dong_tien_tien", "chien_si_thi_dua_co_so")),
        ("Chiến sĩ thi đua cơ sở", "Giấy khen", ("chien_si_thi_dua_co_so", None)),
        ("Giấy khen của UBND xã", "BK TTg", ("giay_khen_xa", "bang_khen_thu_tuong")),
    ],
)
def test_a_second_award_below_is_a_second_nomination(
    tmp_path: Path, first: str, second: str, ids: tuple[str, str | None], *, numbered: bool, merges: tuple[str, ...]
) -> None:
    rows: list[tuple[Any, ...]] = [
        _HEADING,
        (1, "Nguyễn Văn Hùng", "TP", "Phòng A", first, "Sáng kiến số 1"),
        (None, None, None, None, second, "Phòng dịch"),
        _LAST,
    ]
    if not numbered:
        rows, merges = [row[1:] for row in rows], ("A2:A3", "B2:B3", "C2:C3") if merges else ()
    draft = _read(tmp_path, *rows, merges=merges)
    both = [("Nguyễn Văn Hùng", award) for award in ids]
    assert _awards(draft) == [*both, ("Trần Thị Lan", "lao_dong_tien_tien")]
    assert [row.citation for row in draft.rows] == ["Sáng kiến số 1", "Phòng dịch", None]
    assert {row.unit for row in draft.rows} == {"Phòng A"}
    assert "list.award_below" in {finding.code for finding in draft.findings}


@pytest.mark.parametrize(
    ("first", "second", "award"),
    [
        ("Bằng khen của Chủ tịch", "UBND tỉnh", "bang_khen_bo_tinh"),
        ("Chiến sĩ thi đua", "cơ sở", "chien_si_thi_dua_co_so"),
        ("Bằng khen của", "Thủ tướng Chính phủ", "bang_khen_thu_tuong"),
    ],
)
def test_the_rest_of_a_cut_award_is_no_second_one(tmp_path: Path, first: str, second: str, award: str) -> None:
    name = "Nguyễn Văn Hùng"
    rows = (1, name, None, "Phòng A", first, None), (None, None, None, None, second, None)
    draft = _read(tmp_path, _HEADING, *rows, _LAST, merges=_MERGED)
    assert _awards(draft) == [(name, award), ("Trần Thị Lan", "lao_dong_tien_tien")]


def test_three_awards_and_years_below_one_name(tmp_path: Path) -> None:
    below = [(None, None, None, None, award, year) for award, year in (("CSTĐCS", "2022"), ("BK TTg", "2023"))]
    rows = (1, "Nguyễn Văn Hùng", "TP", "Phòng A", "CSTĐCS", "2021"), *below
    draft = _read(tmp_path, _HEADING, *rows, _LAST, merges=("A2:A4", "B2:B4", "C2:C4", "D2:D4"))
    ids = ["chien_si_thi_dua_co_so"] * 2 + ["bang_khen_thu_tuong", "lao_dong_tien_tien"]
    assert [row.award_id for row in draft.rows] == ids


def test_a_cross_below_is_a_second_nomination(tmp_path: Path) -> None:
    rows = (1, "Nguyễn Văn Hùng", "TP", "x", None), (None, None, None, None, "x"), (2, "Trần Thị Lan", "CV", "x", None)
    draft = _read(tmp_path, ("TT", "Họ và tên", "Chức vụ", "LĐTT", "CSTĐCS"), *rows, merges=("A2:A3", "B2:B3"))
    ids = ["lao_dong_tien_tien", "chien_si_thi_dua_co_so", "lao_dong_tien_tien"]
    assert [row.award_id for row in draft.rows] == ids


def test_a_numbered_row_without_a_name_is_not_given_to_the_one_above(tmp_path: Path) -> None:
    rows = (1, "Nguyễn Văn Hùng", "TP", "Phòng A", "CSTĐCS"), (2, None, None, "Phòng B", "LĐTT")
    draft = _read(tmp_path, _HEADING[:5], *rows)
    assert _awards(draft) == [("Nguyễn Văn Hùng", "chien_si_thi_dua_co_so")]
    assert "list.no_name" in {finding.code for finding in draft.findings}


def test_awards_over_the_names_are_headings_still(tmp_path: Path) -> None:
    rows = ("CSTĐCS", None, None), (None, "Nguyễn Văn Hùng", "TP"), ("LĐTT", None, None), (None, "Trần Thị Lan", "CV")
    draft = _read(tmp_path, ("Danh hiệu", "Họ và tên", "Chức vụ"), *rows)
    assert _awards(draft) == [
        ("Nguyễn Văn Hùng", "chien_si_thi_dua_co_so"),
        ("Trần Thị Lan", "lao_dong_tien_tien"),
    ]
