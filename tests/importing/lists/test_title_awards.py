"""Which award the lines of a title ask for, and who is to give it; what stands below is no part of its name."""

from __future__ import annotations

import pytest

from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_BELOW = (
    "6 tháng đầu năm 2026",
    "Đạt giải kỳ thi chọn học sinh giỏi cấp tỉnh năm học 2025 - 2026",
    'Chuyên đề "Xanh - Sạch - Đẹp, bảo đảm an toàn"',
    "Thành tích bồi dưỡng học sinh giỏi",
    "Hoàn thành xuất sắc nhiệm vụ năm 2025",
    "XÓM HỒNG SƠN",
    "TRƯỜNG THCS MẪU",
    "Khối các trường",
    "Lĩnh vực giáo dục",
    "5 năm (2021 - 2025)",
    "Quý IV/2025",
    "(Lần 2)",
)


def _award(*title: str) -> tuple[str | None, str | None]:
    table = "STT\tHọ và tên\tNăm sinh\tChức vụ\tĐơn vị\n1\tNguyễn Văn Hùng\t1980\tGiáo viên\tTổ Toán"
    (row,) = read_list_text("\n".join((*title, table)), _CATALOGUE).rows
    return row.award, row.award_id


@pytest.mark.parametrize("below", _BELOW)
@pytest.mark.parametrize(
    ("title", "award", "award_id"),
    [
        ("DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN", "GIẤY KHEN", None),
        ("DANH SÁCH ĐỀ NGHỊ UBND PHƯỜNG TẶNG GIẤY KHEN", "GIẤY KHEN của UBND PHƯỜNG", "giay_khen_xa"),
        (
            "DANH SÁCH CBCNV ĐỀ NGHỊ TỔNG GIÁM ĐỐC TẶNG GIẤY KHEN",
            "GIẤY KHEN của TỔNG GIÁM ĐỐC",
            "giay_khen_doanh_nghiep",
        ),
        (
            "DANH SÁCH TRÌNH CHỦ TỊCH UBND XÃ XÉT, TẶNG THƯỞNG GIẤY KHEN",
            "GIẤY KHEN của CHỦ TỊCH UBND XÃ",
            "giay_khen_xa",
        ),
        ("Danh sách đề nghị tặng Bằng khen của Bộ trưởng", "Bằng khen của Bộ trưởng", "bang_khen_bo_tinh"),
        ("DANH SÁCH ĐỀ NGHỊ TẶNG DANH HIỆU LAO ĐỘNG TIÊN TIẾN", "LAO ĐỘNG TIÊN TIẾN", "lao_dong_tien_tien"),
    ],
)
def test_the_line_below_is_no_part_of_the_award(title: str, award: str, award_id: str | None, below: str) -> None:
    if title.endswith("của Bộ trưởng") and below in ("TRƯỜNG THCS MẪU", "XÓM HỒNG SƠN", "Khối các trường"):
        below = f"({below})"  # a unit right below "của Bộ trưởng" may be whose minister it is
    found = _award(title, below)
    assert found[1] == award_id
    assert found[0] == award or title.endswith("của Bộ trưởng")


@pytest.mark.parametrize(
    ("title", "award", "award_id"),
    [
        (
            ("DANH SÁCH ĐỀ NGHỊ TẶNG BẰNG KHEN", "CỦA CHỦ TỊCH UBND TỈNH"),
            "BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH",
            "bang_khen_bo_tinh",
        ),
        (
            ("DANH SÁCH ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA", "CHỦ TỊCH UBND TỈNH"),
            "BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH",
            "bang_khen_bo_tinh",
        ),
        (
            ("DANH SÁCH ĐỀ NGHỊ TẶNG BẰNG KHEN", "THỦ TƯỚNG CHÍNH PHỦ"),
            "BẰNG KHEN THỦ TƯỚNG CHÍNH PHỦ",
            "bang_khen_thu_tuong",
        ),
        (
            ("DANH SÁCH ĐỀ NGHỊ TẶNG DANH HIỆU CHIẾN SĨ THI ĐUA", "CẤP TỈNH NĂM 2025"),
            "CHIẾN SĨ THI ĐUA CẤP TỈNH",
            "chien_si_thi_dua_bo_tinh",
        ),
        (
            ("DANH SÁCH ĐỀ NGHỊ TẶNG HUÂN CHƯƠNG LAO ĐỘNG", "Hạng Ba"),
            "HUÂN CHƯƠNG LAO ĐỘNG Hạng Ba",
            "huan_chuong_lao_dong_ba",
        ),
        (
            ("DANH SÁCH ĐỀ NGHỊ TẶNG KỶ NIỆM CHƯƠNG", "Vì sự nghiệp giáo dục"),
            "KỶ NIỆM CHƯƠNG Vì sự nghiệp giáo dục",
            "ky_niem_chuong_bo_tinh",
        ),
        (
            ("DANH SÁCH ĐỀ NGHỊ GIẤY KHEN CỦA GIÁM ĐỐC SỞ Y TẾ", "Thành tích phòng dịch"),
            "GIẤY KHEN CỦA GIÁM ĐỐC SỞ Y TẾ",
            "giay_khen_so",
        ),
    ],
)
def test_an_award_goes_on_in_the_line_below(title: tuple[str, ...], award: str, award_id: str) -> None:
    assert _award(*title) == (award, award_id)


@pytest.mark.parametrize(
    ("title", "award"),
    [
        (
            "Danh sách cá nhân đề nghị Ban Thường vụ Tỉnh đoàn tặng Bằng khen năm 2026",
            "Bằng khen của Ban Thường vụ Tỉnh đoàn",
        ),
        (
            "Danh sách đề nghị Tổng Liên đoàn Lao động Việt Nam tặng Bằng khen",
            "Bằng khen của Tổng Liên đoàn Lao động Việt Nam",
        ),
        ("Danh sách học sinh đề nghị Hiệu trưởng khen thưởng, tặng Giấy khen", "Giấy khen của Hiệu trưởng"),
        ("Danh sách được Đảng ủy xã quyết định tặng Giấy khen", "Giấy khen của Đảng ủy xã"),
        ("Danh sách đề nghị Cục trưởng Cục Thuế tặng Giấy khen", "Giấy khen của Cục trưởng Cục Thuế"),
        ("Danh sách các tập thể đề nghị khen thưởng tặng Giấy khen", "Giấy khen"),
        ("Danh sách xóm 5 đề nghị xét tặng Giấy khen", "Giấy khen"),
        ("Danh sách đề nghị khen thưởng Bằng khen, Giấy khen", "Bằng khen, Giấy khen"),
    ],
)
def test_who_is_asked_gives_the_award(title: str, award: str) -> None:
    assert _award(title)[0] == award
