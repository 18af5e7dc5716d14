"""The letterhead names the sender wherever in the row it stands, and a military command is a sender with its parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import Row, workbook
from thidua_desktop.importing.lists import read_list
from thidua_desktop.importing.lists.meanings.inner_parts import is_part_of
from thidua_desktop.services.awards import AwardService

_TITLE: Row = (None, "DANH SÁCH ĐỀ NGHỊ TẶNG DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2025")
_TABLE: tuple[Row, ...] = (
    (None, "TT", "Họ và tên", "Chức vụ"),
    (None, 1, "Đỗ Thùy Hương", "Giáo viên"),
    (None, 2, "Vi Văn Lâm", "Nhân viên"),
)
_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"


def _units(folder: Path, *head: Row) -> set[str | None]:
    draft = read_list(workbook((*head, _TITLE, *_TABLE))(folder), AwardService().catalogue())
    assert [row.name for row in draft.rows] == ["Đỗ Thùy Hương", "Vi Văn Lâm"]
    return {row.unit for row in draft.rows}


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ([("TRƯỜNG THCS LÊ LỢI",)], "Trường THCS Lê Lợi"),
        ([(None, "TRƯỜNG THCS LÊ LỢI")], "Trường THCS Lê Lợi"),
        ([(None, None, "TRƯỜNG THCS LÊ LỢI"), ()], "Trường THCS Lê Lợi"),
        ([(None, None, None, "Trường THCS Lê Lợi")], "Trường THCS Lê Lợi"),
        ([(None, "UBND XÃ HỒNG SƠN", None, _STATE), (None, "TRƯỜNG THCS LÊ LỢI", None, _MOTTO)], "Trường THCS Lê Lợi"),
        ([(None, "ĐẢNG BỘ XÃ HỒNG SƠN", None, _PARTY), (None, "CHI BỘ THÔN 3")], "Chi bộ thôn 3"),
        ([(_STATE, None, "SỞ Y TẾ"), (_MOTTO, None, "BỆNH VIỆN PHỔI")], "Bệnh viện Phổi"),
        ([(None, "Mẫu số 05", "TRƯỜNG THCS LÊ LỢI")], "Trường THCS Lê Lợi"),
        ([(None, "QUÂN KHU 9"), (None, "BAN CHỈ HUY PHÒNG THỦ KHU VỰC 3")], "Ban Chỉ huy Phòng thủ khu vực 3"),
        ([("QUÂN KHU 9",), ("BỘ CHỈ HUY QUÂN SỰ TỈNH",)], "Bộ Chỉ huy Quân sự tỉnh"),
    ],
)  # fmt: skip
def test_the_sender_wherever_it_stands(tmp_path: Path, head: list[Row], unit: str) -> None:
    assert _units(tmp_path, *head) == {unit}


@pytest.mark.parametrize(
    "head",
    [
        [(None, None, _STATE), (None, None, _MOTTO)],
        [(None, None, _PARTY)],
        [(None, None, None, "Xã Hồng Sơn, ngày 5 tháng 6 năm 2025")],
        [(None, "UBND TỈNH")],
        [(None, "BỘ GIÁO DỤC VÀ ĐÀO TẠO")],
        [(None, "Kính gửi: UBND xã Hồng Sơn")],
    ],
)
def test_what_is_no_sender(tmp_path: Path, head: list[Row]) -> None:
    assert _units(tmp_path, *head) == {None}


@pytest.mark.parametrize(
    ("sender", "inside", "outside"),
    [
        (
            "Ban Chỉ huy Phòng thủ khu vực 3",
            "Ban Tham mưu; Ban Hậu cần - Kỹ thuật; Đại đội bộ binh 1; Đội 2",
            "Ban Chỉ huy Quân sự xã Yên Khê; Trường Mẫu",
        ),
        ("Bộ Chỉ huy Quân sự tỉnh", "Phòng Tham mưu; Ban Chính trị; Trung đội vệ binh", "Trung đoàn 3; Sư đoàn 4"),
        ("Ban Chỉ huy Quân sự xã Yên Khê", "Ban Tham mưu; Trung đội dân quân cơ động", "Thôn 3; UBND xã Yên Khê"),
        ("Trung đoàn 3", "Ban Tham mưu; Đại đội 1; Tiểu đội 5; Trung đội 2", "Quân khu 9; Đại đội 1, Trung đoàn 5"),
        ("Công an tỉnh Mẫu", "Phòng Tham mưu; Đội 3; Đại đội 2", "Công an xã Yên Khê"),
        ("UBND xã Yên Khê", "Ban Chỉ huy Quân sự xã; Đội 5", "Đại đội 1; Trung đội dân quân"),
        ("Ban Tổ chức", "Tổ 1", "Ban Tham mưu; Đại đội 1"),
    ],
)
def test_parts_of_a_command(sender: str, inside: str, outside: str) -> None:
    assert [name for name in inside.split("; ") if not is_part_of(name, sender)] == []
    assert [name for name in outside.split("; ") if is_part_of(name, sender)] == []
