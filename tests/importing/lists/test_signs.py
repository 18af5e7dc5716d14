"""Small signs with a meaning: ticks of any font, two awards in a cell, families that are forms of address too."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.importing.lists.headings.cell_tests import is_cross
from thidua_desktop.importing.lists.headings.headings import field_of
from thidua_desktop.importing.lists.meanings.awards import AwardReader
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_AWARDS = AwardReader(tuple(_CATALOGUE))


def _read(*lines: str) -> ListDraft:
    return read_list_text("\n".join(("STT\tHọ và tên\tChức vụ\tĐơn vị\tDanh hiệu", *lines)), _CATALOGUE)


@pytest.mark.parametrize(
    "sign",
    ["√", "●", "✔", "✔️", "■", "×", "✗", "☒", "☑", "★", "•", "ü", "\uf0fc", "X", "x.", "(x)", "[x]", "v", "+", "Có"],
)
def test_a_tick_of_any_font_is_a_cross(sign: str) -> None:
    lines = f"1\tNguyễn Văn Hùng\tTổ Toán\t{sign}\t", f"2\tTrần Thị Lan\tTổ Văn\t\t{sign}", "3\tLê Văn Ba\tTổ Văn\tx\t"
    draft = read_list_text("\n".join(("STT\tHọ và tên\tTổ\tLĐTT\tCSTĐCS", *lines)), _CATALOGUE)
    ids = ["lao_dong_tien_tien", "chien_si_thi_dua_co_so", "lao_dong_tien_tien"]
    assert [row.award_id for row in draft.rows] == ids


@pytest.mark.parametrize("sign", ["☐", "□", "○", "=", "~", "-", "0", "không", "2", "〃", "?"])
def test_an_empty_box_is_no_cross(sign: str) -> None:
    assert not is_cross(sign)


@pytest.mark.parametrize(
    ("cell", "awards"),
    [
        ("LĐTT + Giấy khen Hiệu trưởng", [("LĐTT", "lao_dong_tien_tien"), ("Giấy khen Hiệu trưởng", None)]),
        ("LĐTT kèm Giấy khen Hiệu trưởng", [("LĐTT", "lao_dong_tien_tien"), ("Giấy khen Hiệu trưởng", None)]),
        ("LĐTT, Giấy khen", [("LĐTT", "lao_dong_tien_tien"), ("Giấy khen", None)]),
        ("CSTĐCS & GK", [("CSTĐCS", "chien_si_thi_dua_co_so"), ("Giấy khen", None)]),
        ("CSTĐCS; BK QK2", [("CSTĐCS", "chien_si_thi_dua_co_so"), ("BK QK2", "bang_khen_quan_khu_dhqg")]),
        ("LĐTT/GK UBND xã", [("LĐTT", "lao_dong_tien_tien"), ("GK UBND xã", "giay_khen_xa")]),
        ("Giấy khen + 300.000đ", [("Giấy khen + 300.000đ", None)]),
        ("LĐTT (đặc cách)", [("LĐTT (đặc cách)", "lao_dong_tien_tien")]),
        ("Giấy khen của Giám đốc Sở GD&ĐT", [("Giấy khen của Giám đốc Sở GD&ĐT", "giay_khen_so")]),
    ],
)
def test_two_awards_in_a_cell_are_two_nominations(cell: str, awards: list[tuple[str, str | None]]) -> None:
    draft = _read(f"1\tNguyễn Văn Hùng\tGV\tTổ Toán\t{cell}")
    assert [(row.award, row.award_id) for row in draft.rows] == awards
    assert ("list.awards_parted" in {finding.code for finding in draft.findings}) == (len(awards) > 1)


@pytest.mark.parametrize(
    ("cell", "bare", "spoken"),
    [
        ("Ông Văn Tùng", "Ông Văn Tùng", "Văn Tùng"),
        ("ÔNG THỊ BÉ", "ÔNG THỊ BÉ", "THỊ BÉ"),
        ("Ông Ích Khiêm", "Ông Ích Khiêm", "Ích Khiêm"),
        ("Anh Tuấn Minh", "Anh Tuấn Minh", "Tuấn Minh"),
        ("Ông Nguyễn Văn A", "Nguyễn Văn A", "Nguyễn Văn A"),
        ("Bà Lê Thị Hoa", "Lê Thị Hoa", "Lê Thị Hoa"),
    ],
)
def test_a_form_of_address_that_no_other_row_has_may_be_a_family(cell: str, bare: str, spoken: str) -> None:
    others = ("Lê Văn Ba", "Hồ Thị Tư", "Vũ Văn Năm")
    for names, expected in (((cell, *others), bare), ((cell, *(f"Ông {name}" for name in others)), spoken)):
        draft = _read(*(f"{at}\t{name}\tGV\tTổ Toán\tLĐTT" for at, name in enumerate(names, start=1)))
        assert draft.rows[0].name == expected


@pytest.mark.parametrize(
    ("text", "award"),
    [
        ("GK của Giám đốc Công an tỉnh", "giay_khen_don_vi_thuoc_bo"),
        ("Giấy khen của Chỉ huy trưởng Bộ CHQS tỉnh", "giay_khen_don_vi_thuoc_bo"),
        ("BK QK2", "bang_khen_quan_khu_dhqg"),
        ("Bằng khen của Tư lệnh Quân khu 3", "bang_khen_quan_khu_dhqg"),
        ("Bằng khen của Giám đốc Đại học Quốc gia Hà Nội", "bang_khen_quan_khu_dhqg"),
        ("Bằng khen của Bộ Chỉ huy quân sự tỉnh", None),
        ("BK LĐLĐ tỉnh", None),
        ("Bằng khen của Bộ Công an", "bang_khen_bo_tinh"),
    ],
)
def test_who_gives_it_tells_the_award(text: str, award: str | None) -> None:
    assert _AWARDS.award_id(text, RecipientKind.PERSON) == award


@pytest.mark.parametrize("heading", ["N/sinh", "N.sinh", "Ng/sinh", "Ng. sinh", "Năm/sinh", "N/s", "Nsinh"])
def test_a_cut_heading_for_the_birth(heading: str) -> None:
    assert str(field_of(heading)) == "birth"
