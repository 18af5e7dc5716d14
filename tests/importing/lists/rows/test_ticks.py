"""Numbers below the names of awards: ticks beside persons, sums beside units and below the list, tables of counts."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_LDTT, _CSTD = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"
_AWARDED = [("Hồ Thị Bé", _LDTT), ("Lê Văn An", _CSTD), ("Lê Văn An", _LDTT), ("Vi Văn Tư", _LDTT)]
_HEAD = "TT\tHọ và tên\tChức vụ\tLao động tiên tiến\tCSTĐ cơ sở"


def _read(*lines: str, title: str = "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025") -> ListDraft:
    return read_list_text("\n".join((title, *lines)), _CATALOGUE)


def _awarded(draft: ListDraft) -> list[tuple[str, str | None]]:
    assert {row.kind for row in draft.rows} == {RecipientKind.PERSON}
    return sorted((row.name, row.award_id) for row in draft.rows)


@pytest.mark.parametrize(
    "lines",
    [
        # Sums on the rows of units and below all; one of the units has a single person.
        (_HEAD, "I\tTrạm Y tế xã Mẫu\t\t2\t1", "1\tLê Văn An\tBác sĩ\t1\t1", "2\tHồ Thị Bé\tY sĩ\t1\t",
         "II\tTrường Mầm non Mẫu\t\t1\t", "3\tVi Văn Tư\tGiáo viên\t1\t", "\tTỔNG CỘNG\t\t3\t1"),
        (_HEAD, "1\tLê Văn An\tBác sĩ\t1\t1", "2\tHồ Thị Bé\tY sĩ\t1\t", "3\tVi Văn Tư\tGiáo viên\t1\t",
         "\tCộng:\t\t3\t1"),
        (_HEAD, "\tTổng số\t\t3\t1", "1\tLê Văn An\tBác sĩ\t1\t1", "2\tHồ Thị Bé\tY sĩ\t1\t", "3\tVi Văn Tư\tGV\t1\t"),
        (_HEAD.replace("Họ và tên", "Đơn vị, họ và tên"), "1\tTổ Kỹ thuật\t\t2\t1", "1.1\tLê Văn An\tThợ điện\t1\t1",
         "1.2\tHồ Thị Bé\tThợ điện\t1\t", "2\tTổ Văn phòng\t\t1\t", "2.1\tVi Văn Tư\tVăn thư\t1\t", "\tCộng\t\t3\t1"),
        (_HEAD.replace("Họ và tên", "Tên đơn vị/Họ và tên"), "A\tKHOA NHI\t\t02\t01", "1\tLê Văn An\tBác sĩ\t1\t1",
         "2\tHồ Thị Bé\tBS\t1\t", "\tCộng khoa Nhi\t\t2\t1", "B\tKHOA DƯỢC\t\t01\t", "1\tVi Văn Tư\tDS\t1\t"),
        ("TT\tHọ đệm\tTên\tChức vụ\tLao động tiên tiến\tCSTĐ cơ sở", "1\tLê Văn\tAn\tBác sĩ\t1\t1",
         "2\tHồ Thị\tBé\tY sĩ\t1\t", "3\tVi Văn\tTư\tBác sĩ\t1\t", "\tTổng cộng\t\t\t3\t1"),
        (_HEAD, "1\tÔng Lê Văn An\tBác sĩ\t1\t1", "2\tBà Hồ Thị Bé\tY sĩ\t1\t", "Cộng Trạm Y tế\t\t\t2\t1",
         "3\tÔng Vi Văn Tư\tGV\t1\t", "Cộng Trường Mầm non\t\t\t1\t"),
    ],
)  # fmt: skip
def test_a_one_beside_a_person_is_a_tick_whatever_the_sums_say(lines: tuple[str, ...]) -> None:
    assert _awarded(_read(*lines)) == _AWARDED


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("BIỂU TỔNG HỢP SỐ LƯỢNG ĐỀ NGHỊ KHEN THƯỞNG",
         ("STT\tĐơn vị\tSố cá nhân\tBằng khen\tGiấy khen", "1\tPhòng Nội vụ\t5\t1\t4", "2\tPhòng Y tế\t3\t1\t2")),
        ("TỔNG HỢP", ("STT\tĐơn vị\tLĐTT\tCSTĐCS\tBằng khen", "1\tVăn phòng\t12\t2\t1", "2\tPhòng Kinh tế\t9\t1\t1")),
        ("BẢNG TỔNG HỢP ĐỀ NGHỊ LAO ĐỘNG TIÊN TIẾN - SỐ LƯỢNG",
         ("TT\tTrường\tLĐTT\tCSTĐCS\tGhi chú", "1\tTrường Mầm non Mẫu\t20\t3\t", "2\tTrường Tiểu học Mẫu\t31\t4\t")),
        ("KẾT QUẢ ĐĂNG KÝ THI ĐUA", ("TT\tTên đơn vị\tLĐTT\tCSTĐCS", "1\tKhoa Nhi\t7\t1", "2\tKhoa Dược\t1\t",
                                      "\tCộng\t8\t1")),
    ],
)  # fmt: skip
def test_a_table_of_counts_names_nobody_and_that_is_told(title: str, lines: tuple[str, ...]) -> None:
    draft = _read(*lines, title=title)
    assert draft.rows == ()
    assert draft.findings[0].code in ("list.table_of_counts", "list.is_statistics", "list.no_rows")


def test_beside_a_list_a_table_of_counts_is_left_and_told() -> None:
    draft = _read(
        *("STT\tĐơn vị\tLĐTT\tCSTĐCS", "1\tVăn phòng\t2\t1", "2\tPhòng Kinh tế\t1\t1", "\tCộng\t3\t2", "", ""),
        *("DANH SÁCH CÁ NHÂN", _HEAD, "1\tLê Văn An\tBác sĩ\tx\tx", "2\tHồ Thị Bé\tBS\tx\t", "3\tVi Văn Tư\tBS\tx"),
        title="TỔNG HỢP",
    )  # fmt: skip
    assert _awarded(draft) == _AWARDED
    assert [finding.code for finding in draft.findings].count("list.table_of_counts") == 1


@pytest.mark.parametrize(
    ("title", "lines", "expected"),
    [
        # Numbers that tell how good collectives are, in a list that proposes them by its title.
        ("DANH SÁCH TẬP THỂ ĐỀ NGHỊ TẶNG DANH HIỆU TẬP THỂ LAO ĐỘNG XUẤT SẮC",
         ("TT\tTên tập thể\tLĐTT\tCSTĐCS", "1\tPhòng Nội vụ\t5\t1", "2\tPhòng Y tế\t3\t1"),
         ["tap_the_lao_dong_xuat_sac"] * 2),
        ("TỔNG HỢP", ("TT\tTập thể\tLĐTT\tCSTĐCS\tĐề nghị", "1\tKhoa Nhi\t9\t1\tTTLĐTT", "2\tKhoa Dược\t3\t\tTTLĐXS"),
         ["tap_the_lao_dong_tien_tien", "tap_the_lao_dong_xuat_sac"]),
        # Ones beside collectives are ticks too.
        ("DANH SÁCH", ("TT\tTên tập thể\tTTLĐTT\tTTLĐXS", "1\tKhoa Nhi\t1\t", "2\tKhoa Dược\t1\t1"),
         ["tap_the_lao_dong_tien_tien", "tap_the_lao_dong_tien_tien", "tap_the_lao_dong_xuat_sac"]),
    ],
)  # fmt: skip
def test_lists_of_collectives_stay_lists(title: str, lines: tuple[str, ...], expected: list[str]) -> None:
    draft = _read(*lines, title=title)
    assert [row.award_id for row in draft.rows] == expected


def test_more_than_one_beside_a_person_counts_former_awards() -> None:
    draft = _read(
        "TT\tHọ và tên\tLĐTT\tCSTĐCS\tĐề nghị", "1\tLê Văn An\t5\t2\tBK UBND tỉnh", "2\tHồ Thị Bé\t3\t1\tBK UBND tỉnh"
    )
    assert [row.award_id for row in draft.rows] == ["bang_khen_bo_tinh"] * 2
