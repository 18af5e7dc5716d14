"""Who does the work (PLAN-READING 10)."""

from __future__ import annotations

import pytest

from thidua_desktop.importing.plans.units import (
    Doers,
    doers_in_cell,
    doers_in_heading,
    doers_in_sentence,
    is_unit_heading,
    names_in_cell,
)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("- UBND tỉnh. - Ban TĐKT, Sở Nội vụ,", ("UBND tỉnh", "Ban TĐKT, Sở Nội vụ")),
        (
            "- UBND tỉnh. - Hội Doanh nghiệp tỉnh - Ban TĐKT, Sở Nội vụ",
            ("UBND tỉnh", "Hội Doanh nghiệp tỉnh", "Ban TĐKT, Sở Nội vụ"),
        ),
        ("Ban TĐKT, Sở Nội vụ", ("Ban TĐKT, Sở Nội vụ",)),
        ("Hội đồng Thi đua - Khen thưởng tỉnh", ("Hội đồng Thi đua - Khen thưởng tỉnh",)),
        ("Sở Nội vụ; Sở Tài chính;", ("Sở Nội vụ", "Sở Tài chính")),
        ("Phòng Nội vụ\nPhòng Tài chính", ("Phòng Nội vụ", "Phòng Tài chính")),
        ("Phòng Giáo dục và\nĐào tạo", ("Phòng Giáo dục và Đào tạo",)),
        ("- Tổ Nghiệp vụ;\n- Các trường tiểu học", ("Tổ Nghiệp vụ", "Các trường tiểu học")),
        ("Giao Phòng Nội vụ", ("Phòng Nội vụ",)),
        ("", ()),
        ("-", ()),
    ],
)
def test_cells_are_cut_at_semicolons_and_bullets_not_at_commas(cell: str, names: tuple[str, ...]) -> None:
    assert names_in_cell(cell) == names


def test_a_cell_may_part_the_two_itself() -> None:
    assert doers_in_cell("Chủ trì: Sở Nội vụ; Phối hợp: Sở Tài chính; các xã") == Doers(
        ("Sở Nội vụ",), ("Sở Tài chính", "các xã")
    )


@pytest.mark.parametrize(
    ("text", "lead", "coordinate"),
    [
        (
            "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, UBND các xã tham mưu tổ chức Hội nghị.",
            ("Sở Nội vụ",),
            ("Sở Tài chính", "UBND các xã"),
        ),
        ("Tổ chức học tập (Ban Tuyên giáo chủ trì).", ("Ban Tuyên giáo",), ()),
        ("Tổ chức Hội nghị (Phòng Nội vụ).", ("Phòng Nội vụ",), ()),
        ("Tổng hợp hồ sơ (qua Phòng Nội vụ).", (), ()),
        ("Các chi bộ căn cứ kế hoạch này xây dựng kế hoạch.", ("Các chi bộ",), ()),
        (
            "Trưởng các Khối giao ước thi đua và các đơn vị trong Khối căn Kế hoạch này chủ động xây dựng Kế hoạch.",
            ("Trưởng các Khối giao ước thi đua và các đơn vị trong Khối",),
            (),
        ),
        ("Các cơ quan, đơn vị được kiểm tra gửi báo cáo.", ("Các cơ quan, đơn vị được kiểm tra",), ()),
        ("Hội đồng thi đua - khen thưởng xã họp xét.", ("Hội đồng thi đua - khen thưởng xã",), ()),
        ("Từ ngày 06/11: phòng Tổ chức - Hành chính hoàn tất hồ sơ.", ("phòng Tổ chức - Hành chính",), ()),
        (
            "Văn phòng UBND làm đầu mối, phối hợp với các ban, ngành triển khai.",
            ("Văn phòng UBND",),
            ("các ban, ngành",),
        ),
        ("Tăng cường sự phối hợp giữa cơ quan chuyên môn và các cơ quan truyền thông.", (), ()),
        ("Ban hành Kế hoạch.", (), ()),
        ("Báo cáo tổng kết.", (), ()),
        ("Tọa đàm chào mừng ngày thành lập Hội.", (), ()),
        ("Hội thao quốc phòng.", (), ()),
        ("Phổ biến Luật.", (), ()),
        (
            "Chủ trì, phối hợp cơ quan, các đơn vị, địa phương liên quan triển khai thực hiện Kế hoạch này.",
            (),
            ("cơ quan, các đơn vị, địa phương liên quan",),
        ),
        (
            "Phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, các đoàn thể tỉnh "
            "và các cơ quan thông tin đại chúng phát hiện.",
            (),
            ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "các đoàn thể tỉnh", "các cơ quan thông tin đại chúng"),
        ),
    ],
)
def test_sentences(text: str, lead: tuple[str, ...], coordinate: tuple[str, ...]) -> None:
    found = doers_in_sentence(text)
    assert (found.lead, found.coordinate) == (lead, coordinate)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Sở Nội vụ:", ("Sở Nội vụ",)),
        ("Giao Phòng Nội vụ huyện (Thường trực Hội đồng)", ("Phòng Nội vụ huyện (Thường trực Hội đồng)",)),
        ("Các thành viên Hội đồng trong phạm vi nhiệm vụ được giao có trách nhiệm:", ("Các thành viên Hội đồng",)),
        (
            "Các cơ quan thuộc các cụm, khối thi đua trên địa bàn tỉnh",
            ("Các cơ quan thuộc các cụm, khối thi đua trên địa bàn tỉnh",),
        ),
        ("Nội dung thi đua", ()),
    ],
)
def test_headings(text: str, lead: tuple[str, ...]) -> None:
    assert doers_in_heading(text).lead == lead


def test_a_sentence_about_a_unit_is_no_heading() -> None:
    assert is_unit_heading("Sở Nội vụ")
    assert not is_unit_heading("Sở Nội vụ theo dõi, tổng hợp")


@pytest.mark.parametrize(
    ("sentence", "lead", "coordinate"),
    [
        (
            "Phối hợp với Sở Giáo dục và Đào tạo, Tỉnh đoàn tổ chức hội thi.",
            (),
            ("Sở Giáo dục và Đào tạo", "Tỉnh đoàn"),
        ),
        (
            "Sở Văn hóa, Thể thao và Du lịch phối hợp với Sở Nông nghiệp và Môi trường, Phòng Văn hóa - Xã hội họp.",
            ("Sở Văn hóa, Thể thao và Du lịch",),
            ("Sở Nông nghiệp và Môi trường", "Phòng Văn hóa - Xã hội"),
        ),
        ("Ban Quản lý dự án đầu tư xây dựng tổ chức phát động.", ("Ban Quản lý dự án đầu tư xây dựng",), ()),
        (
            "Từ ngày 01/3 đến ngày 15/3 Phòng Tổ chức - Hành chính tổ chức bình xét.",
            ("Phòng Tổ chức - Hành chính",),
            (),
        ),
        ("Ngày 20/11, Hội đồng Thi đua - Khen thưởng họp.", ("Hội đồng Thi đua - Khen thưởng",), ()),
        ("Trước ngày 15/12, các xã gửi báo cáo.", ("các xã",), ()),
        ("Trong quý I: Các phòng, ban, đơn vị tổ chức đăng ký thi đua.", ("Các phòng, ban, đơn vị",), ()),
        ("Đội Tham mưu: Giúp Trưởng Công an huyện theo dõi.", ("Đội Tham mưu",), ()),
        ("Triển khai thực hiện: từ ngày 10/6 đến ngày 25/8.", (), ()),
        ("Chi cục Kiểm lâm; Chi cục Thú y báo cáo kết quả.", ("Chi cục Kiểm lâm", "Chi cục Thú y"), ()),
    ],
)
def test_names_with_verbs_inside_and_times_before_them(
    sentence: str, lead: tuple[str, ...], coordinate: tuple[str, ...]
) -> None:
    found = doers_in_sentence(sentence)
    assert (found.lead, found.coordinate) == (lead, coordinate)


def test_a_heading_of_attributes_in_capitals_is_no_unit() -> None:
    assert not is_unit_heading("ĐỐI TƯỢNG, NỘI DUNG, THỜI GIAN KIỂM TRA")
