"""Posts side by side and names below them end a numbered list, directly below its last row or its sum."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import Row, workbook
from thidua_desktop.importing.lists import read_list
from thidua_desktop.services.awards import AwardService

_TITLE: Row = ("DANH SÁCH ĐỀ NGHỊ TẶNG DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2025",)
_HEAD: Row = ("STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị")
_ROWS: tuple[Row, ...] = (
    (1, "Tạ Tiến Thịnh", "20/3/1974", "Công nhân", "Phòng Điều độ"),
    (2, "Đoàn Kim Út", "25/3/1983", "Kỹ sư", "Phòng Kỹ thuật"),
    (3, "Hà Thanh An", "11/9/1979", "Kỹ sư", "Phòng Kỹ thuật"),
)
_NAMES = ["Tạ Tiến Thịnh", "Đoàn Kim Út", "Hà Thanh An"]


def _names(folder: Path, *below: Row) -> list[str | None]:
    draft = read_list(workbook((_TITLE, _HEAD, *_ROWS, *below))(folder), AwardService().catalogue())
    return [row.name for row in draft.rows]


@pytest.mark.parametrize(
    "below",
    [
        [(None, "Chủ tịch Công đoàn", None, "Giám đốc"), (None, "Võ Thành Lũy", None, "Tô Hải Đăng")],
        [("Tổng số: 3 người",), (None, "Chủ tịch Công đoàn", None, "Giám đốc"), (None, "Võ Lũy", None, "Tô Đăng")],
        [(None, "CHỦ TỊCH CÔNG ĐOÀN", None, "GIÁM ĐỐC"), (), (None, "Võ Thành Lũy", None, "Tô Hải Đăng")],
        [(None, "Kế toán", None, "Hiệu trưởng"), (None, "(Ký)", None, "(Ký)"), (None, "Vi Thị Hà", None, "Lê An")],
        [
            (None, "Người lập biểu", "Trưởng phòng", "Giám đốc"),
            (None, "Võ Thị Lũy", "Vi Văn Lâm", "Tô Hải Đăng"),
        ],
        [(None, "Bí thư Chi bộ", None, None, "Hiệu trưởng"), (None, "Ông Võ Lũy", None, None, "Bà Tô Thị Đăng")],
        [(None, "Trưởng ban", None, "Phó Chủ tịch")],
    ],
)  # fmt: skip
def test_signers_side_by_side(tmp_path: Path, below: list[Row]) -> None:
    assert _names(tmp_path, *below) == _NAMES


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ([(None, "Võ Thành Lũy", "1/2/1980", "Giám đốc", "Phòng Kỹ thuật")], ["Võ Thành Lũy"]),
        ([(4, "Võ Thành Lũy", None, "Giám đốc", None), (5, "Tô Hải Đăng", None, "Kế toán", None)],
         ["Võ Thành Lũy", "Tô Hải Đăng"]),
        ([(None, "Võ Thành Lũy", None, "Giám đốc", "Phòng Kỹ thuật")], ["Võ Thành Lũy"]),
        ([(None, "Trưởng phòng", None, "Giám đốc"), (4, "Võ Thành Lũy", None, "Kế toán", "Phòng Điều độ")],
         ["Võ Thành Lũy"]),
    ],
)  # fmt: skip
def test_rows_below_stay_rows(tmp_path: Path, below: list[Row], names: list[str]) -> None:
    found = _names(tmp_path, *below)
    assert [name for name in found if name in names] == names
