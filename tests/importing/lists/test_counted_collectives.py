"""Collectives beside columns of numbers: a list where the title proposes them, statistics where it only counts."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_PLACES = (
    ("Tổ dân phố", "Tổ dân phố số"), ("Ấp", "Ấp Mỹ"), ("Thôn", "Thôn"), ("Khu dân cư", "Khu dân cư số"),
    ("Dòng họ", "Dòng họ Nguyễn"), ("Hợp tác xã", "HTX Nông nghiệp"), ("Đơn vị", "Trường THCS Mẫu"),
    ("Phòng, ban", "Phòng"), ("Lớp", "Lớp 9"), ("Chi hội", "Chi hội phụ nữ thôn"), ("Câu lạc bộ", "Câu lạc bộ thơ số"),
)  # fmt: skip
_NUMBERS = (
    ("Số hộ\tTỷ lệ GĐVH (%)", "123\t92"),
    ("Số LĐTT\tSố CSTĐCS", "20\t3"),
    ("Tổng số CBVC\tSố LĐTT\tTỷ lệ HTXSNV (%)", "25\t20\t18,5"),
    ("Số nhân khẩu\tSố hộ nghèo", "412\t0"),
    ("Tổng số lao động\tLĐTT (người)", "14\t12"),
)
_COLLECTIVE = 'DANH SÁCH TẬP THỂ ĐỀ NGHỊ CÔNG NHẬN DANH HIỆU "TẬP THỂ LAO ĐỘNG TIÊN TIẾN" NĂM 2025'


def _read(title: str, heading: str, name: str, numbers: tuple[str, str]) -> ListDraft:
    rows = [f"{at}\t{name} {at}\t{numbers[1]}" for at in range(1, 5)]
    return read_list_text("\n".join((title, f"STT\t{heading}\t{numbers[0]}", *rows)), _CATALOGUE)


@pytest.mark.parametrize("numbers", _NUMBERS)
@pytest.mark.parametrize(("heading", "name"), _PLACES)
@pytest.mark.parametrize(
    ("title", "award"),
    [
        (_COLLECTIVE, "tap_the_lao_dong_tien_tien"),
        ("DANH SÁCH ĐỀ NGHỊ CHỦ TỊCH UBND PHƯỜNG TẶNG GIẤY KHEN NĂM 2025", "giay_khen_xa"),
    ],
)
def test_proposed_collectives_are_rows(
    heading: str, name: str, numbers: tuple[str, str], title: str, award: str
) -> None:
    draft = _read(title, heading, name, numbers)
    assert [row.name for row in draft.rows] == [f"{name} {at}" for at in range(1, 5)]
    assert {(row.kind, row.award_id) for row in draft.rows} == {(RecipientKind.COLLECTIVE, award)}


@pytest.mark.parametrize("numbers", [*_NUMBERS[1:3], ("Số tập thể\tSố cá nhân", "2\t20")])
@pytest.mark.parametrize(
    "title",
    [
        "BIỂU TỔNG HỢP KẾT QUẢ THI ĐUA NĂM 2025",
        "TỔNG HỢP SỐ LIỆU KHEN THƯỞNG NĂM 2025",
        "BÁO CÁO THỐNG KÊ KHEN THƯỞNG",
        "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025",
        "DANH SÁCH ĐỀ NGHỊ CÔNG NHẬN CHIẾN SĨ THI ĐUA CƠ SỞ",
    ],
)
def test_numbers_of_units_are_no_list(title: str, numbers: tuple[str, str]) -> None:
    draft = _read(title, "Đơn vị", "Phòng", numbers)
    assert not draft.rows
    assert draft.blocked


@pytest.mark.parametrize(
    "title",
    [
        "TỔ DÂN PHỐ VĂN HÓA",
        "Thôn văn hóa",
        "KHU DÂN CƯ VĂN HÓA",
        "Thôn, tổ dân phố văn hóa",
        "ẤP VĂN HÓA",
        "Xóm văn hóa",
    ],
)
def test_a_place_of_culture_is_an_award(title: str) -> None:
    draft = _read(f'DANH SÁCH ĐỀ NGHỊ TẶNG DANH HIỆU "{title}" NĂM 2025', "Tên đơn vị", "Thôn", ("Ghi chú", ""))
    assert {row.award_id for row in draft.rows} == {"thon_to_dan_pho_van_hoa"}


@pytest.mark.parametrize("title", ["NHÀ VĂN HÓA THÔN 5", "BAN VĂN HÓA XÃ MẪU"])
def test_a_house_of_culture_is_no_award(title: str) -> None:
    draft = _read(f"DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG {title}", "Tên đơn vị", "Thôn", ("Ghi chú", ""))
    assert {row.award for row in draft.rows} == {None}


@pytest.mark.parametrize("numbers", ["20\t3", "\t"])
def test_awards_below_kinds_that_are_not_merged(numbers: str) -> None:
    heading = "STT\tTÊN ĐƠN VỊ\tTẬP THỂ\t\tCÁ NHÂN\t", "\t\tTTLĐTT\tTTLĐXS\tLĐTT\tCSTĐCS"
    rows = f"1\tTrường TH A\tx\t\t{numbers}", f"2\tTrường TH B\t\tx\t{numbers}"
    draft = read_list_text("\n".join(("BIỂU TỔNG HỢP", *heading, *rows)), _CATALOGUE)
    assert [row.award_id for row in draft.rows] == ["tap_the_lao_dong_tien_tien", "tap_the_lao_dong_xuat_sac"]


@pytest.mark.parametrize("career", ["Quá trình công tác", "Tóm tắt quá trình công tác", "Quá trình hoạt động"])
def test_a_career_beside_what_somebody_has_done_is_no_reason(career: str) -> None:
    heading = f"STT\tHọ và tên\tChức vụ\t{career}\tThành tích"
    lines = heading, "1\tLê Văn Ba\tGV\tTừ 1995 đến nay ở Sở\tDạy giỏi nhiều năm liền"
    (row,) = read_list_text("\n".join(lines), _CATALOGUE).rows
    assert row.citation == "Dạy giỏi nhiều năm liền"
