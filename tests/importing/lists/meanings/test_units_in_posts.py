"""Posts that end in the name of a body give the unit, where no column and no heading above says one."""

from __future__ import annotations

import pytest

from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_TITLE = "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN NĂM 2025"
_OWN = (
    ("Chủ tịch Hội CCB phường Bắc Sơn", "Chủ tịch", "Hội CCB phường Bắc Sơn"),
    ("Chủ tịch Hội CCB, phường Bắc Sơn", "Chủ tịch", "Hội CCB, phường Bắc Sơn"),
    ("Hiệu trưởng Trường THCS Lê Lợi", "Hiệu trưởng", "Trường THCS Lê Lợi"),
    ("Phó Hiệu trưởng - Trường Mầm non Sao Mai", "Phó Hiệu trưởng", "Trường Mầm non Sao Mai"),
    ("Trưởng thôn Đồng Tâm", "Trưởng thôn Đồng Tâm", "thôn Đồng Tâm"),
    ("Tổ trưởng TDP 6 khu Hòn Mẫu", "Tổ trưởng", "TDP 6 khu Hòn Mẫu"),
    ("Phó Bí thư khu phố 7", "Phó Bí thư", "khu phố 7"),
    ("Trưởng khóm Đông An", "Trưởng khóm Đông An", "khóm Đông An"),
    ("Bí thư Chi bộ thôn 3", "Bí thư", "Chi bộ thôn 3"),
    ("Chi hội trưởng Chi hội Phụ nữ ấp 5", "Chi hội trưởng", "Chi hội Phụ nữ ấp 5"),
    ("Giám đốc HTX Rau sạch", "Giám đốc", "HTX Rau sạch"),
    ("Giám đốc Công ty TNHH Minh Phát", "Giám đốc", "Công ty TNHH Minh Phát"),
    ("Trưởng Công an xã Yên Khê", "Trưởng Công an xã Yên Khê", "Công an xã Yên Khê"),
    ("Phó Chủ tịch UBND xã Yên Khê", "Phó Chủ tịch", "UBND xã Yên Khê"),
    ("Trạm trưởng Trạm Y tế xã Hòa An", "Trạm trưởng", "Trạm Y tế xã Hòa An"),
    (
        "Bí thư Đảng ủy, Chủ tịch HĐND xã Yên Khê",
        "Bí thư Đảng ủy, Chủ tịch HĐND xã Yên Khê",
        "HĐND xã Yên Khê",
    ),
)
"""In a list of the Front of another commune."""
_PARTS = (
    ("TRƯỜNG THPT YÊN KHÊ", "Giáo viên - Tổ Toán", "Giáo viên", "Tổ Toán, Trường THPT Yên Khê"),
    ("TRƯỜNG CAO ĐẲNG YÊN KHÊ", "Giảng viên, Khoa Nội", "Giảng viên", "Khoa Nội, Trường Cao đẳng Yên Khê"),
    ("BỆNH VIỆN ĐA KHOA YÊN KHÊ", "Trưởng khoa, Khoa Nội", "Trưởng khoa", "Khoa Nội, Bệnh viện Đa khoa Yên Khê"),
    ("CHI CỤC THUẾ YÊN KHÊ", "Đội trưởng Đội Thuế số 2", "Đội trưởng", "Đội Thuế số 2, Chi cục Thuế Yên Khê"),
    ("UBND XÃ YÊN KHÊ", "Phó Trưởng phòng Kinh tế", "Phó Trưởng phòng Kinh tế", "Phòng Kinh tế, UBND xã Yên Khê"),
    ("ĐẢNG ỦY XÃ YÊN KHÊ", "Bí thư Chi bộ 5", "Bí thư", "Chi bộ 5, Đảng ủy xã Yên Khê"),
)
_SENDERS_OWN = (
    "Chủ tịch UBND; Chủ tịch UBND xã; Chủ tịch UBND xã Yên Khê; Chủ tịch HĐND, Bí thư Đảng ủy; Giáo viên Toán; "
    "Tổ trưởng tổ 4; Tổ trưởng Tổ Thu; Trưởng phòng; Phó Chủ tịch Công đoàn cơ sở; Trưởng ban Tuyên giáo; "
    "Nhân viên văn phòng; "
    "Chuyên viên chính; Bí thư Đoàn xã; Chủ tịch Hội CCB xã; Thư ký Hội đồng; Chủ tịch Hội Nông dân; Kế toán trưởng; "
    "Công chức Văn phòng - Thống kê; Phó Bí thư Thường trực Đảng ủy; Bí thư Đảng ủy, Chủ tịch HĐND xã Yên Khê; "
    "Bí thư Đoàn TNCS Hồ Chí Minh; Trưởng Công an xã; Phó Hiệu trưởng trường; Tổng phụ trách Đội; Bí thư Chi bộ"
)


def _read(head: str, *posts: str, heading: str = "Chức vụ", group: str = "") -> list[tuple[str | None, str | None]]:
    lines = [head, _TITLE, f"STT\tHọ và tên\t{heading}", *([group] if group else [])]
    lines += [f"{at}\tNguyễn Văn {['Bình', 'Cường', 'Dũng'][at % 3]}\t{post}" for at, post in enumerate(posts, 1)]
    rows = read_list_text("\n".join(lines), _CATALOGUE).rows
    return [(row.position, row.unit) for row in rows]


@pytest.mark.parametrize("heading", ["Chức vụ", "Chức danh"])
def test_a_body_of_its_own_is_the_unit(heading: str) -> None:
    found = _read("ỦY BAN MTTQ VIỆT NAM XÃ HỒNG SƠN", *(post for post, *_ in _OWN), heading=heading)
    assert found == [(position, unit) for _, position, unit in _OWN]


@pytest.mark.parametrize(("head", "post", "position", "unit"), _PARTS)
def test_a_part_of_the_sender_has_it_behind(head: str, post: str, position: str, unit: str) -> None:
    assert _read(head, post) == [(position, unit)]


def test_an_organ_of_the_senders_own_is_no_unit() -> None:
    posts = _SENDERS_OWN.split("; ")
    assert _read("UBND XÃ YÊN KHÊ", *posts) == [(post, "UBND xã Yên Khê") for post in posts]


def test_the_union_of_the_sender_is_the_sender() -> None:
    school = "Trường THCS Lê Lợi"
    posts = [f"Chủ tịch Công đoàn {school}", f"Hiệu trưởng {school}", f"Bí thư Chi bộ {school}"]
    assert [unit for _, unit in _read(school.upper(), *posts)] == [school] * 3


def test_what_is_said_elsewhere_goes_before_the_post() -> None:
    post = "Chủ tịch Hội CCB phường Bắc Sơn"
    lines = ("HỘI CỰU CHIẾN BINH TỈNH", _TITLE, "STT\tHọ và tên\tChức vụ\tĐơn vị", f"1\tLê Văn An\t{post}\tHội Mẫu")
    rows = read_list_text("\n".join(lines), _CATALOGUE).rows
    assert [(row.position, row.unit) for row in rows] == [(post, "Hội Mẫu")]
    assert _read("SỞ TÀI CHÍNH", post, group="I\tTrường THCS Lê Lợi\t") == [(post, "Trường THCS Lê Lợi")]


def test_only_rows_without_a_body_are_said_to_have_the_senders_unit() -> None:
    lines = (
        *("ĐẢNG ỦY XÃ YÊN KHÊ", _TITLE, "STT\tHọ và tên\tChức vụ"),
        *("1\tLê Văn An\tHiệu trưởng Trường THCS Lê Lợi", "2\tVi Thị Hà\tVăn thư"),
    )
    draft = read_list_text("\n".join(lines), _CATALOGUE)
    told = [finding.params["count"] for finding in draft.findings if finding.code == "list.unit_of_sender"]
    assert told == [1]
