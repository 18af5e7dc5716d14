"""How those who issue papers are called, out of names that are kept in capitals."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.papers import PaperKind
from thidua_desktop.services.awards import AwardService
from thidua_desktop.wording import issuers, paper_files

UNITS = ("Sở Giáo dục và Đào tạo", "Trường THPT Lê Hồng Sơn")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("UBND TỈNH HỒNG SƠN", "Ủy ban nhân dân tỉnh Hồng Sơn"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HOA LƯ", "Ủy ban nhân dân thành phố Hoa Lư"),
        ("UBND XÃ YÊN KHÊ", "Ủy ban nhân dân xã Yên Khê"),
        ("UBND xã Yên Khê", "Ủy ban nhân dân xã Yên Khê"),
        ("SỞ NỘI VỤ", "Sở Nội vụ"),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Sở Giáo dục và Đào tạo"),
        ("  SỞ   Y TẾ ", "Sở Y tế"),
        ("Sở Y tế", "Sở Y tế"),
        ("BAN AN TOÀN THÀNH PHỐ HỒ CHÍ MINH", "Ban An toàn Thành phố Hồ Chí Minh"),
        ("HỢP TÁC XÃ CHÈ", "Hợp tác xã Chè"),
        ("ĐOÀN KHỐI CƠ QUAN TỈNH", "Đoàn Khối cơ quan tỉnh"),
        ("TRƯỜNG THPT LÊ HỒNG SƠN", "Trường THPT Lê Hồng Sơn"),
        ("TRƯỜNG THCS NGUYỄN TRÃI", "Trường THCS Nguyễn Trãi"),
        ("TRƯỜNG CAO ĐẲNG SƯ PHẠM", "Trường Cao đẳng sư phạm"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("BAN THI ĐUA - KHEN THƯỞNG", "Ban Thi đua - Khen thưởng"),
        ("BỆNH VIỆN ĐA KHOA TỈNH HỒNG SƠN", "Bệnh viện Đa khoa tỉnh Hồng Sơn"),
        (
            "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG THÀNH PHỐ HỒ CHÍ MINH",
            "Trung tâm Phục vụ hành chính công Thành phố Hồ Chí Minh",
        ),
        ("CÔNG TY TNHH MTV CẤP NƯỚC", "Công ty TNHH MTV Cấp nước"),
        ("UBND THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("UBND PHƯỜNG 7", "Ủy ban nhân dân Phường 7"),
        ("UBND PHƯỜNG HOA LƯ", "Ủy ban nhân dân phường Hoa Lư"),
        ("", ""),
    ],
)
def test_a_name_in_running_text(name: str, written: str) -> None:
    assert issuers.running(name, UNITS) == written


@pytest.mark.parametrize(
    ("council", "above", "head"),
    [
        ("Hội đồng Thi đua - Khen thưởng Sở Nội vụ", "SỞ NỘI VỤ", "Hội đồng Thi đua - Khen thưởng"),
        ("Hội đồng Thi đua - Khen thưởng tỉnh Hồng Sơn", "UBND TỈNH HỒNG SƠN", "Hội đồng Thi đua - Khen thưởng"),
        ("Hội đồng sáng kiến", "SỞ NỘI VỤ", "Hội đồng sáng kiến"),
        ("Hội đồng Thi đua - Khen thưởng", "", "Hội đồng Thi đua - Khen thưởng"),
        ("Hội đồng xét tặng", "SỞ XÉT TẶNG", "Hội đồng"),
    ],
)
def test_a_letterhead_does_not_say_a_name_twice(council: str, above: str, head: str) -> None:
    assert issuers.head_name(council, above) == head


@pytest.mark.parametrize(
    ("posts", "post"),
    [
        (("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "GIÁM ĐỐC"),
        (("GIÁM ĐỐC",), "GIÁM ĐỐC"),
        (("Q. Hiệu trưởng",), "HIỆU TRƯỞNG"),
        ((), ""),
    ],
)
def test_the_head_behind_a_deputy(posts: tuple[str, ...], post: str) -> None:
    assert issuers.head_post(posts) == post


@pytest.mark.parametrize(
    ("detail", "name"),
    [
        ("", "07-thong-bao-ket-qua"),
        ("Sở Y tế", "07-thong-bao-ket-qua-so-y-te"),
        ("../../etc/passwd", "07-thong-bao-ket-qua-etc-passwd"),
        ("CON: Đội số 2/3 <A>", "07-thong-bao-ket-qua-con-doi-so-2-3-a"),
        ("x" * 400, f"07-thong-bao-ket-qua-{'x' * 60}"),
        ("…", "07-thong-bao-ket-qua"),
    ],
)
def test_file_names_are_safe_everywhere(detail: str, name: str) -> None:
    assert paper_files.file_name(7, PaperKind.NOTICE, detail) == name


def test_a_folder_always_has_a_name() -> None:
    assert paper_files.folder_name("…", None) == "giay-to"


@pytest.mark.parametrize(
    ("award_id", "authority", "called"),
    [
        ("giay_khen_so", "Giám đốc Sở Nội vụ", "Giấy khen của Giám đốc Sở Nội vụ"),
        (
            "bang_khen_bo_tinh",
            "Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn",
            "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn",
        ),
        (
            "co_thi_dua_bo_tinh",
            "Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn",
            "Cờ thi đua của Ủy ban nhân dân tỉnh Hồng Sơn",
        ),
        ("bang_khen_thu_tuong", "Thủ tướng Chính phủ", "Bằng khen của Thủ tướng Chính phủ"),
        ("lao_dong_tien_tien", "Giám đốc Sở Nội vụ", "Lao động tiên tiến"),
    ],
)
def test_an_award_is_called_after_who_gives_it(award_id: str, authority: str, called: str) -> None:
    assert issuers.award_by(AwardService().get(award_id), authority) == called
