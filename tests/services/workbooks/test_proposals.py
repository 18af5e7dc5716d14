"""What the heads of superiors' forms ask, in the layouts that offices get."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.workbooks.making import Row, book, sheet
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.domain.units import Unit, UnitKind
from thidua_desktop.domain.workbooks.proposals import proposals
from thidua_desktop.domain.workbooks.words import HeadWords
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.head_words import head_words

YEAR = periods.year(2026)


@pytest.fixture(scope="module")
def words() -> HeadWords:
    units = (
        Unit("Sở Nội vụ", kind=UnitKind.DEPARTMENT, id=UnitId(1)),
        Unit("Sở Y tế", kind=UnitKind.DEPARTMENT, id=UnitId(2)),
    )
    return head_words(AwardService().catalogue(), UnitTree(units), ("Sở Nội vụ",), date(2026, 6, 1))


def _asked(words: HeadWords, rows: list[Row], merged: tuple[str, ...] = ()) -> dict[str, str]:
    """Cell → subject, conditions, periods back and "?" where not every word was understood."""
    found: dict[str, str] = {}
    for one in proposals(book(sheet(rows, merged)), words, YEAR):
        if one.asked is None:
            found[one.place.cell] = "-"
            continue
        subject, _, conditions = one.asked.question.text().split("|")
        back = f" -{one.asked.periods_back}" if one.asked.periods_back else ""
        found[one.place.cell] = f"{subject} {conditions}{back}{'?' if one.asked.sureness == 'likely' else ''}"
    return found


def test_proposed_beside_awarded(words: HeadWords) -> None:
    found = _asked(
        words,
        [
            ["TỔNG HỢP KHEN THƯỞNG CẤP NHÀ NƯỚC NĂM 2026"],
            [],
            ["STT", "Hình thức khen thưởng", "Số đề nghị", None, "Đã được khen", None, "Ghi chú"],
            [None, None, "Tập thể", "Cá nhân", "Tập thể", "Cá nhân", None],
            [1, "Huân chương Độc lập (các hạng)", "", "", "", "", ""],
            [2, "HCLĐ hạng Ba", "", "", "", "", ""],
            [3, "BK TTg", "", "", "", "", ""],
            [None, "Cộng", "", "", "", "", ""],
        ],
        ("A1:G1", "A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4"),
    )
    independence = "huan_chuong_doc_lap_ba,huan_chuong_doc_lap_nhat,huan_chuong_doc_lap_nhi"
    assert found["C5"] == f"nominations award={independence};kind=collective"
    assert found["F6"] == "awards award=huan_chuong_lao_dong_ba;kind=person"
    assert found["D7"] == "nominations award=bang_khen_thu_tuong;kind=person"
    assert found["E8"] == "awards kind=collective;level=nha_nuoc"
    assert "G5" not in found


def test_kinds_of_recipients_at_the_left(words: HeadWords) -> None:
    found = _asked(
        words,
        [
            ["Nội dung", "Tổng số", "Khen thưởng cấp Nhà nước", "Khen thưởng cấp tỉnh"],
            ["1. Tập thể", "", "", ""],
            ["- Trong đó: Doanh nghiệp", "", "", ""],
            ["2. Cá nhân", "", "", ""],
            ["- Lãnh đạo, quản lý", "", "", ""],
            ["- Người trực tiếp lao động, công tác", "", "", ""],
            ["- Người dân tộc thiểu số", "", "", ""],
            ["Tổng cộng (1+2)", "", "", ""],
        ],
    )
    assert found["B3"] == "awards enterprise=yes;kind=collective"
    assert found["C5"] == "awards kind=person;leader=yes;level=nha_nuoc"
    assert found["D6"] == "awards kind=person;level=bo_tinh;worker=direct"
    assert found["B7"] == "awards ethnic!=-,01,?;kind=person"
    assert (found["B8"], found["D8"]) == ("awards ", "awards level=bo_tinh")


def test_this_year_beside_the_last(words: HeadWords) -> None:
    found = _asked(
        words,
        [
            ["TT", "Tên chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2025", "Thực hiện năm 2026", "So sánh (%)"],
            [1, "Số phong trào thi đua phát động", "Phong trào", "", "", ""],
            ["a", "Phong trào thi đua theo chuyên đề", "Phong trào", "", "", ""],
            [2, "Danh hiệu Chiến sĩ thi đua cấp tỉnh", "Người", "", "", ""],
            [3, "Số người đạt danh hiệu Lao động tiên tiến", "Người", "", "", ""],
            [4, "Kinh phí chi khen thưởng", "Triệu đồng", "", "", ""],
            [5, "Giấy khen của Giám đốc Sở", "Cái", "", "", ""],
        ],
    )
    assert (found["D2"], found["E2"]) == ("movements  -1", "movements ")
    assert found["E3"] == "movements method=topical"
    assert found["E4"] == "awards award=chien_si_thi_dua_bo_tinh"
    assert found["D5"] == "awards award=lao_dong_tien_tien -1"
    assert (found["D6"], found["F7"]) == ("-", "-")
    assert found["E7"] == "awards award=giay_khen_so"


def test_units_at_the_left(words: HeadWords) -> None:
    found = _asked(
        words,
        [
            ["BIỂU ĐĂNG KÝ DANH HIỆU THI ĐUA NĂM 2026"],
            ["TT", "Tên đơn vị", "Tập thể", None, "Cá nhân", None],
            [None, None, "Tập thể LĐTT", "Cờ thi đua", "LĐTT", "CSTĐCS"],
            [1, "Sở Nội vụ", "", "", "", ""],
            [2, "Sở Y tế", "", "", "", ""],
            [3, "Phòng Tổng hợp", "", "", "", ""],
        ],
        ("A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"),
    )
    assert found["C4"] == "registrations award=tap_the_lao_dong_tien_tien;kind=collective"
    assert found["F5"] == "registrations award=chien_si_thi_dua_co_so;kind=person;top_unit=2"
    assert [found[f"{letter}6"] for letter in "CDEF"] == ["-"] * 4


def test_tasks_and_quarters(words: HeadWords) -> None:
    tasks = _asked(
        words,
        [
            ["TT", "Đơn vị", "Số nhiệm vụ được giao", "Hoàn thành đúng hạn", "Chưa hoàn thành", "Tỷ lệ (%)"],
            [1, "Sở Nội vụ", "", "", "", ""],
        ],
    )
    assert (tasks["C2"], tasks["D2"], tasks["F2"]) == ("tasks ", "tasks state=in_time", "-")
    occasions = _asked(
        words,
        [
            ["TT", "Loại hình khen thưởng", "Quý I", "Quý IV", "Cả năm"],
            [1, "Khen thưởng đột xuất", "", "", ""],
            [2, "Khen thưởng theo chuyên đề", "", "", ""],
        ],
    )
    assert occasions["D2"] == "awards occasion=sudden;quarter=4"
    assert occasions["E3"] == "awards occasion=movement"


def test_what_excludes_itself_or_is_not_understood_is_not_guessed(words: HeadWords) -> None:
    found = _asked(
        words,
        [
            ["Nội dung", "Tập thể", "Cá nhân", "Số công trình"],
            ["Khen thưởng đột xuất", "", "", ""],
            ["Tập thể", "", "", ""],
            ["Trong đó: nữ", "", "", ""],
            ["Hoạt động giao lưu", "", "", ""],
            ["Khen thưởng đột xuất vùng sâu", "", "", ""],
        ],
    )
    assert found["D2"] == "-"
    assert found["C3"] == "-"
    assert found["B4"] == "-"
    assert found["B5"] == "-"
    assert found["C6"] == "awards kind=person;occasion=sudden?"
