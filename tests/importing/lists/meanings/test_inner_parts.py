"""Collectives inside the sender have it as their unit; bodies of their own and parts of others do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import workbook
from thidua_desktop.importing.lists import read_list
from thidua_desktop.importing.lists.meanings.capitals import usual_case
from thidua_desktop.importing.lists.meanings.inner_parts import is_part_of
from thidua_desktop.services.awards import AwardService


@pytest.mark.parametrize(
    ("sender", "inside", "outside"),
    [
        (
            "Trường Tiểu học Kim Đồng",
            "Tổ 1; Tổ 2 + 3; Lớp 9A; Khối 4; Tổ Văn phòng; Chi đoàn giáo viên; TỔ TOÁN - TIN",
            "Trường THCS Nguyễn Du; Lớp 9A, Trường THCS Yên Khê; Chi bộ Trường THCS Nguyễn Du; Tổ dân phố 6",
        ),
        (
            "Sở Tài chính",
            "Phòng Ngân sách; Văn phòng Sở; Thanh tra Sở; Trung tâm Tư vấn tài chính; P. Tài chính; Ban Giám đốc",
            "Phòng Tài chính xã Yên Khê; Sở Nội vụ; Công ty Xổ số; Văn phòng Luật sư Minh Đức; UBND xã Yên Khê",
        ),
        ("Sở Nội vụ", "Phòng Công chức; Văn phòng Sở", "Chi cục Kiểm lâm; Trung tâm Khuyến nông; Trạm Y tế xã Mẫu"),
        (
            "UBND xã Yên Khê",
            "Phòng Văn hóa - Xã hội; Văn phòng HĐND và UBND; Đội 5; Ban Chỉ huy Quân sự xã; Thôn 3; Tổ dân phố Chợ; "
            "Công an xã; Trạm Y tế; Trường Mầm non Sao Mẫu; Thôn 4, xã Yên Khê",
            "Thôn 3, xã Đồng Mẫu; Trường THPT Mẫu; HTX Mẫu; Chi hội Nông dân thôn 3; Tổ chức Tầm nhìn; "
            "Văn phòng UBND tỉnh",
        ),
        ("Trung tâm Y tế khu vực Mẫu", "Trạm Y tế Đồng Mẫu; Trạm Y tế xã Yên Khê; Phòng Dân số", "Thôn 3"),
        ("Bưu điện khu vực Mẫu", "Bưu cục Cấp 3 Chợ Mẫu; Tổ Khai thác", "Trường THCS Mẫu; Thôn 3"),
        ("Phòng Tổ chức cán bộ", "Tổ 1", "Phòng Đào tạo; Khoa Nội; Trung tâm Y tế; Văn phòng"),
        ("Trường Đại học Mẫu", "Khoa Nông Lâm; Bộ môn Toán; Trung tâm Thông tin - Thư viện", "Phòng khám Mẫu"),
        ("Hội Nông dân xã Yên Khê", "Chi hội Nông dân thôn 3; Chi hội buôn Ea Kao", "Hội Nông dân; Trường THPT Mẫu"),
    ],
)  # fmt: skip
def test_parts_and_bodies(sender: str, inside: str, outside: str) -> None:
    assert [name for name in inside.split("; ") if not is_part_of(name, sender)] == []
    assert [name for name in outside.split("; ") if is_part_of(name, sender)] == []


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("BẢO HIỂM XÃ HỘI CƠ SỞ TỪ SƠN", "Bảo hiểm xã hội cơ sở Từ Sơn"),
        ("THUẾ CƠ SỞ 7", "Thuế cơ sở 7"),
        ("TỔ DÂN PHỐ 6", "tổ dân phố 6"),
        ("CÔNG ĐOÀN CƠ SỞ", "Công đoàn cơ sở"),
        ("CÔNG TY ĐIỆN LỰC HỒNG SƠN", "Công ty Điện lực Hồng Sơn"),
        ("XÃ EA KAO", "xã Ea Kao"),
        ("CHI CỤC THUẾ KHU VỰC XI", "Chi cục Thuế khu vực XI"),
        ("CHI CỤC HẢI QUAN KHU VỰC VI", "Chi cục Hải quan khu vực VI"),
        ("XÃ XI MA CAI", "xã Xi Ma Cai"),
        ("TRƯỜNG CHÍNH TRỊ TỈNH", "Trường Chính trị tỉnh"),
        ("BỆNH VIỆN Y HỌC CỔ TRUYỀN", "Bệnh viện Y học cổ truyền"),
        ("HỢP TÁC XÃ RAU SẠCH VĂN ĐỨC", "Hợp tác xã Rau sạch Văn Đức"),
        ("TRƯỜNG ĐẠI HỌC KỸ THUẬT HỒNG SƠN", "Trường Đại học Kỹ thuật Hồng Sơn"),
        ("NÔNG TRƯỜNG 1", "Nông trường 1"),
        ("TRUNG ĐOÀN VÀNG ANH XA XÔI BỐN", "TRUNG ĐOÀN VÀNG ANH XA XÔI BỐN"),
    ],
)
def test_capitals_of_a_letterhead_as_usual(head: str, unit: str) -> None:
    assert usual_case(head) == unit


def test_a_part_gets_the_sender_where_no_unit_is_said(tmp_path: Path) -> None:
    rows = [
        ("SỞ TÀI CHÍNH",),
        ("DANH SÁCH ĐỀ NGHỊ TẶNG DANH HIỆU TẬP THỂ LAO ĐỘNG XUẤT SẮC",),
        ("TT", "Tên tập thể", "Đơn vị"),
        (1, "Phòng Ngân sách", None),
        (2, "Văn phòng Sở", None),
        (3, "UBND xã Yên Khê", None),
        (4, "Phòng Kinh tế", "UBND xã Mẫu"),
    ]
    draft = read_list(workbook(rows)(tmp_path), AwardService().catalogue())
    assert [row.unit for row in draft.rows] == ["Sở Tài chính", "Sở Tài chính", None, "UBND xã Mẫu"]
    assert "list.unit_of_sender" in {finding.code for finding in draft.findings}
