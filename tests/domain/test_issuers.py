"""Who decides for an office: its own head before that of its superior, both before anybody else."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.issuers import deciding_body, is_own, own_bodies, own_first, signs_here

TITLES = (
    *("nguoi_dung_dau_bo_nganh", "thu_truong_don_vi_tu_cach_phap_nhan", "thu_truong_so", "chu_tich_ubnd_xa"),
    "tong_giam_doc_giam_doc_doanh_nghiep_htx",
)
BANG_KHEN = ("bo_truong", "chu_tich_ubnd_tinh")


@pytest.mark.parametrize(
    ("office", "superior", "bodies", "body"),
    [
        ("SỞ NỘI VỤ", "UBND TỈNH HỒNG SƠN", TITLES, "thu_truong_so"),
        ("SỞ NỘI VỤ", "UBND TỈNH HỒNG SƠN", BANG_KHEN, "chu_tich_ubnd_tinh"),
        ("Văn phòng UBND tỉnh", "UBND tỉnh Hồng Sơn", BANG_KHEN, "chu_tich_ubnd_tinh"),
        ("ỦY BAN NHÂN DÂN TỈNH HỒNG SƠN", "", BANG_KHEN, "chu_tich_ubnd_tinh"),
        ("UBND thành phố Hoa Lư", "", BANG_KHEN, "chu_tich_ubnd_tinh"),
        ("UBND xã Yên Khê", "UBND tỉnh Hồng Sơn", TITLES, "chu_tich_ubnd_xa"),
        ("UBND PHƯỜNG 7", "UBND TỈNH", ("chu_tich_ubnd_xa",), "chu_tich_ubnd_xa"),
        ("Trường THPT Lê Hồng Sơn", "Sở Giáo dục và Đào tạo", TITLES, "thu_truong_don_vi_tu_cach_phap_nhan"),
        ("Bộ Nội vụ", "", BANG_KHEN, "bo_truong"),
        ("Công ty Cổ phần Gốm sứ", "", TITLES, "tong_giam_doc_giam_doc_doanh_nghiep_htx"),
        ("SỞ NỘI VỤ", "", ("chu_tich_nuoc",), "chu_tich_nuoc"),
        ("", "", BANG_KHEN, "bo_truong"),
        ("SỞ NỘI VỤ", "", (), None),
    ],
)
def test_who_decides(office: str, superior: str, bodies: tuple[str, ...], body: str | None) -> None:
    assert deciding_body(bodies, office, superior) == body
    ordered = own_first(bodies, office, superior)
    assert sorted(ordered) == sorted(bodies)
    assert next(iter(ordered), None) == body


def test_an_office_is_what_its_name_says() -> None:
    assert is_own("thu_truong_so", "Sở Y tế")
    assert not is_own("chu_tich_ubnd_tinh", "Sở Y tế")
    assert own_bodies("") == ()


@pytest.mark.parametrize(
    ("signed_by", "office", "here"),
    [
        ("", "SỞ NỘI VỤ", True),
        ("Giám đốc", "SỞ NỘI VỤ", True),
        ("Giám đốc Sở Nội vụ", "SỞ NỘI VỤ", True),
        ("Giám đốc Sở Nội vụ tỉnh Hồng Sơn", "SỞ NỘI VỤ", True),
        ("Giám đốc Sở Y tế", "SỞ NỘI VỤ", False),
        ("Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn", "SỞ NỘI VỤ", False),
        ("Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn", "UBND TỈNH HỒNG SƠN", True),
        ("Chủ tịch UBND xã Yên Khê", "ỦY BAN NHÂN DÂN XÃ YÊN KHÊ", True),
        ("Hiệu trưởng", "Trường THPT Lê Hồng Sơn", True),
    ],
)
def test_who_signs_here(signed_by: str, office: str, here: bool) -> None:
    assert signs_here(signed_by, office) is here
