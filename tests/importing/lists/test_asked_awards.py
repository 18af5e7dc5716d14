"""Which of several sources of an award counts: a column, the title, a group, crosses, a column of former ones."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_NAMES = ("Nguyễn Văn Hùng", "Trần Thị Lan", "Lê Minh Tâm")
_ASKS = "DANH SÁCH ĐỀ NGHỊ BỘ TRƯỞNG BỘ Y TẾ TẶNG BẰNG KHEN"
_OPEN = "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025"
_MINISTER, _BASE, _ADVANCED = "bang_khen_bo_tinh", "chien_si_thi_dua_co_so", "lao_dong_tien_tien"
_FORMER = ("CSTĐCS 2023, 2024", "LĐTT năm 2023, 2024", "CSTĐCS 2022; 2023")
_BARE = ("CSTĐCS", "LĐTT", "CSTĐCS")
_SOFT = ("Thành tích", "Thành tích tiêu biểu", "Ghi chú", "Tiêu chuẩn", "Xếp loại", "Thành tích đạt được")
_PAST = (
    "Thành tích đạt được (2 năm gần nhất)",
    "Quá trình khen thưởng",
    "Kết quả thi đua 2 năm",
    "Lịch sử khen thưởng",
)
_HARD = ("Danh hiệu", "Danh hiệu thi đua", "Hình thức khen thưởng", "Khen thưởng")


def _read(title: str, heading: str, cells: tuple[str, ...], *, group: str = "", more: str = "\t") -> ListDraft:
    beside, cell = more.split("\t")
    lines = [title, f"STT\tHọ và tên\tChức vụ\tĐơn vị\t{heading}\t{beside}"]
    lines += [f"I\t{group}"] if group else []
    lines += [
        f"{at}\t{name}\tBác sĩ\tKhoa Nhi\t{text}\t{cell}"
        for at, (name, text) in enumerate(zip(_NAMES, cells, strict=True), start=1)
    ]
    return read_list_text("\n".join(lines), _CATALOGUE)


def _ids(draft: ListDraft) -> list[str | None]:
    return [row.award_id for row in draft.rows]


def _codes(draft: ListDraft) -> set[str]:
    return {finding.code for finding in draft.findings}


@pytest.mark.parametrize("cells", [_FORMER, _BARE])
@pytest.mark.parametrize("heading", [*_SOFT, *_PAST, "Danh hiệu đã đạt", "Danh hiệu 2 năm liền kề"])
def test_the_title_goes_before_what_was_given_before(heading: str, cells: tuple[str, ...]) -> None:
    draft = _read(_ASKS, heading, cells)
    assert _ids(draft) == [_MINISTER] * 3
    assert _codes(draft) & {"list.past_awards_left", "list.columns_left"}


@pytest.mark.parametrize("heading", _HARD)
def test_a_column_for_awards_goes_before_the_title_and_it_is_told(heading: str) -> None:
    draft = _read(_ASKS, heading, _BARE)
    assert _ids(draft) == [_BASE, _ADVANCED, _BASE]
    assert "list.award_against_title" in _codes(draft)


@pytest.mark.parametrize("heading", _HARD)
def test_several_years_in_a_cell_are_no_proposal(heading: str) -> None:
    draft = _read(_ASKS, heading, _FORMER)
    assert _ids(draft) == [_MINISTER] * 3
    assert "list.past_awards_left" in _codes(draft)


@pytest.mark.parametrize("heading", ["Thành tích", "Ghi chú", "Xếp loại", "Thành tích đạt được", *_HARD])
def test_without_an_award_in_the_title_the_cells_say_it(heading: str) -> None:
    assert _ids(_read(_OPEN, heading, _BARE)) == [_BASE, _ADVANCED, _BASE]


@pytest.mark.parametrize("heading", [*_SOFT, *_PAST])
def test_former_awards_are_nobodys_proposal(heading: str) -> None:
    draft = _read(_OPEN, heading, _FORMER)
    assert _ids(draft) == [None] * 3
    assert {"list.past_awards_left", "list.no_award"} <= _codes(draft)


@pytest.mark.parametrize("heading", ["Thành tích", "Ghi chú", "Quá trình khen thưởng"])
def test_a_group_goes_before_a_note(heading: str) -> None:
    draft = _read(_OPEN, heading, _BARE, group="Bằng khen của Chủ tịch UBND tỉnh")
    assert _ids(draft) == [_MINISTER] * 3


@pytest.mark.parametrize("heading", [*_SOFT, *_PAST, "Danh hiệu các năm 2023, 2024"])
@pytest.mark.parametrize("more", ["Danh hiệu đề nghị\tCSTĐCS", "CSTĐCS\tx"])
def test_a_column_of_proposals_or_crosses_goes_before_former_ones(heading: str, more: str) -> None:
    assert _ids(_read(_OPEN, heading, _FORMER, more=more)) == [_BASE] * 3


@pytest.mark.parametrize(
    "heading", ["Danh hiệu thi đua năm học 2025 - 2026", "Danh hiệu đề nghị 5 năm", "Danh hiệu 2025"]
)
def test_a_year_in_the_heading_does_not_make_it_a_former_one(heading: str) -> None:
    cells = ("CSTĐCS", "LĐTT năm học 2025 - 2026", "CSTĐCS")
    assert _ids(_read(_OPEN, heading, cells)) == [_BASE, _ADVANCED, _BASE]


def test_a_note_that_says_what_the_title_says_is_taken() -> None:
    title = "DANH SÁCH ĐỀ NGHỊ TẶNG DANH HIỆU LĐTT, CSTĐCS"
    assert _ids(_read(title, "Ghi chú", _BARE)) == [_BASE, _ADVANCED, _BASE]


def test_titles_of_several_years_are_no_proposal_against_the_title() -> None:
    lines = (_ASKS, "STT\tHọ và tên\tChức vụ\tDanh hiệu 2023\tDanh hiệu 2024", "1\tLê Văn Ba\tBác sĩ\tLĐTT\tCSTĐCS")
    draft = read_list_text("\n".join(lines), _CATALOGUE)
    assert _ids(draft) == [_MINISTER]


def test_an_award_below_a_name_is_no_heading_for_the_others() -> None:
    heading = "STT\tHọ và tên\tChức vụ\tDanh hiệu\tHình thức khen thưởng"
    rows = "1\tLê Văn Ba\tGV\tCSTĐCS\tBK UBND tỉnh", "\t\t\t\tGK UBND xã", "2\tHồ Thị Tư\tGV\tLĐTT\t"
    draft = read_list_text("\n".join((heading, *rows)), _CATALOGUE)
    assert _ids(draft) == [_BASE, _MINISTER, "giay_khen_xa", _ADVANCED]
    assert "list.award_against_title" not in _codes(draft)
