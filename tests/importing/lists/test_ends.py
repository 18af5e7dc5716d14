"""What ends a list and what does not: names that sound like signatures and sums, rows below a line of signatures."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_FIRST, _LAST = "Nguyễn Văn Hùng", "Lê Minh Tâm"
_ALIKE = (
    "Trần Trọng Kiên",
    "TRẦN TRỌNG KIÊN",
    "Tống Công Minh",
    "Lưu Ý Nhi",
    "Kế Toán",
    "Duyệt Thị Mai",
    "Thủ Trường Giang",
    "Chủ Tích Lâm",
    "Tổng Công Hiếu",
    "Nơi Nhân Ái",
    "Công Tằng Tôn Nữ Hương",
    "KT. Hoàng Nam",
)
_FULL = "01/02/1980\tPhòng Thời sự\tPhóng viên\tLĐTT"


def _read(*lines: str, numbered: bool = False) -> ListDraft:
    rows = [f"{at}\t{line}" if numbered else line for at, line in enumerate(lines, 1)]
    heading = "Họ và tên\tNgày sinh\tPhòng\tChức vụ\tDanh hiệu"
    return read_list_text("\n".join((f"STT\t{heading}" if numbered else heading, *rows)), _CATALOGUE)


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("name", _ALIKE)
def test_a_row_whose_name_sounds_like_an_end_is_a_row(name: str, *, numbered: bool) -> None:
    draft = _read(f"{_FIRST}\t{_FULL}", f"{name}\t{_FULL}", f"{_LAST}\t{_FULL}", numbered=numbered)
    assert len(draft.rows) == 3
    assert draft.rows[2].name == _LAST
    assert draft.rows[1].raw is None or name.startswith("KT.")


@pytest.mark.parametrize("name", ["Trần Trọng Kiên", "Tống Công Minh", "Lưu Ý Nhi", "Nơi Nhân Ái", "Thủ Trường Giang"])
@pytest.mark.parametrize("cells", ["\t\t\tLĐTT", "\tPhòng Thời sự\tPhóng viên\t", "\t\t\t"])
def test_tones_part_a_name_from_an_end(name: str, cells: str) -> None:
    draft = _read(f"{_FIRST}\t{_FULL}", f"{name}\t{cells}", f"{_LAST}\t{_FULL}")
    assert [row.name for row in draft.rows] == [_FIRST, name, _LAST]


@pytest.mark.parametrize(
    "end",
    [
        "Trân trọng cảm ơn!",
        "Tổng cộng: 02 người",
        "TỔNG CỘNG\t\t\t\tLĐTT: 02",
        "Cộng\t\t\t2",
        "Người lập biểu\t\tKế toán\tGiám đốc",
        "NGƯỜI LẬP\t\t\tTHỦ TRƯỞNG ĐƠN VỊ",
        "Lưu ý: danh sách đã được thông qua",
        "Tong cong: 02 nguoi",
        "Duyệt",
    ],
)
def test_an_end_is_no_row_and_rows_below_it_are_kept(end: str) -> None:
    draft = _read(f"{_FIRST}\t{_FULL}", end, f"{_LAST}\t{_FULL}")
    assert [row.name for row in draft.rows] == [_FIRST, _LAST]


def test_the_names_of_those_who_sign_are_no_rows() -> None:
    draft = _read(f"{_FIRST}\t{_FULL}", "Người lập\t\t\tGiám đốc", "(Đã ký)\t\t\t(Đã ký)", "Hoàng Văn Ba\t\t\tLê Tư")
    assert [row.name for row in draft.rows] == [_FIRST]
