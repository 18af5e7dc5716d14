"""Texts of plans as they read a year later."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.rollover import Change, ChangeKind, Rolled, roll
from thidua_desktop.domain.rollover_times import lunar_name, years_later
from thidua_desktop.services.legal import legal_register

REGISTER = legal_register()


def rolled(text: str, year: int = 2024, *, basis: bool = False) -> Rolled:
    return roll(text, year, year + 1, basis=basis, register=REGISTER)


def kinds(found: Rolled) -> list[ChangeKind]:
    return [change.kind for change in found.changes]


MOVED = [
    (2024, "công tác thi đua, khen thưởng năm 2024", "công tác thi đua, khen thưởng năm 2025"),
    (2024, "KẾ HOẠCH CÔNG TÁC NĂM 2024", "KẾ HOẠCH CÔNG TÁC NĂM 2025"),
    (2022, "phương hướng nhiệm vụ năm\n2022", "phương hướng nhiệm vụ năm\n2023"),
    (2024, "tổng kết năm 2023, ký giao ước năm 2024", "tổng kết năm 2024, ký giao ước năm 2025"),
    (2024, "kết quả năm 2024 và phương hướng năm 2025", "kết quả năm 2025 và phương hướng năm 2026"),
    (2021, "tiêu biểu” năm 2020, 2021 (nếu có)", "tiêu biểu” năm 2021, 2022 (nếu có)"),
    (2024, "năm 2023 và 2024", "năm 2024 và 2025"),
    (2024, "năm học 2023 - 2024", "năm học 2024 - 2025"),
    (2024, "năm học 2023-2024", "năm học 2024-2025"),
    (2024, "năm học 2023 – 2024", "năm học 2024 – 2025"),
    (2024, "năm học 2023—2024", "năm học 2024—2025"),
    (2024, "năm học 2023/2024", "năm học 2024/2025"),
    (2024, "năm học 2023 -2024", "năm học 2024 -2025"),
    (2021, "trình khen thưởng năm học 2019 - 2020", "trình khen thưởng năm học 2020 - 2021"),
    (2024, "ngành Giáo dục 2024-2025", "ngành Giáo dục 2025-2026"),
    (2024, "sơ kết 6 tháng đầu năm 2024", "sơ kết 6 tháng đầu năm 2025"),
    (2022, "nhiệm vụ 6 tháng cuối năm 2022", "nhiệm vụ 6 tháng cuối năm 2023"),
    (2021, "9 tháng đầu năm 2021, 3 tháng cuối năm 2021", "9 tháng đầu năm 2022, 3 tháng cuối năm 2022"),
    (2024, "lịch công tác Quý IV/2024", "lịch công tác Quý IV/2025"),
    (2021, "phiên họp Quý III/2020 của Hội đồng", "phiên họp Quý III/2021 của Hội đồng"),
    (2021, "phiên họp Quý II năm 2021", "phiên họp Quý II năm 2022"),
    (2024, "quý 4-2024", "quý 4-2025"),
    (2024, "hoàn thành trong tháng 5/2024", "hoàn thành trong tháng 5/2025"),
    (2024, "tháng 9 năm 2024", "tháng 9 năm 2025"),
    (2024, "hạn 6/2024.", "hạn 6/2025."),
    (2024, "báo cáo trước ngày 15/6/2024", "báo cáo trước ngày 15/6/2025"),
    (2024, "gửi trước 15-12-2024", "gửi trước 15-12-2025"),
    (2024, "trước ngày 15.6.2024", "trước ngày 15.6.2025"),
    (2024, "trước ngày 15 tháng 6 năm 2024", "trước ngày 15 tháng 6 năm 2025"),
    (2024, "từ ngày 15/11/2023 đến 15/11/2024", "từ ngày 15/11/2024 đến 15/11/2025"),
    (2024, "ngày 29/02/2024", "ngày 28/02/2025"),
    (2024, "ngày 29 tháng 02 năm 2024", "ngày 28 tháng 02 năm 2025"),
    (2024, "Giải việt dã huyện Cẩm Mỹ 2024.", "Giải việt dã huyện Cẩm Mỹ 2025."),
    (2024, "mừng Xuân Giáp Thìn 2024", "mừng Xuân Ất Tỵ 2025"),
    (2025, "Tết Ất Tị", "Tết Bính Ngọ"),
    (2023, "TẾT QUÝ MÃO", "TẾT GIÁP THÌN"),
    (
        2024,
        "Kỷ niệm 76 năm Ngày Bác Hồ ra lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2024)",
        "Kỷ niệm 77 năm Ngày Bác Hồ ra lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2025)",
    ),
    (
        2022,
        "kỷ niệm 75 năm Ngày Thương binh (27/7/1947-27/7/2022)",
        "kỷ niệm 76 năm Ngày Thương binh (27/7/1947-27/7/2023)",
    ),
    (2025, "Kỷ niệm lần thứ 135 ngày sinh Chủ tịch Hồ Chí Minh", "Kỷ niệm lần thứ 136 ngày sinh Chủ tịch Hồ Chí Minh"),
    (2024, "chào mừng kỷ niệm 05 năm thành lập (2019 - 2024)", "chào mừng kỷ niệm 06 năm thành lập (2019 - 2025)"),
    (2025, "80 năm Cách mạng tháng Tám", "81 năm Cách mạng tháng Tám"),
    (
        2025,
        "mừng 95 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2025)",
        "mừng 96 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026)",
    ),
    (
        2024,
        "kỷ niệm 01 năm Ngày khai trương (11/6/2023 - 11/6/2024)",
        "kỷ niệm 02 năm Ngày khai trương (11/6/2023 - 11/6/2025)",
    ),
]


@pytest.mark.parametrize(("year", "old", "new"), MOVED)
def test_what_is_of_the_plans_time_moves(year: int, old: str, new: str) -> None:
    found = rolled(old, year)
    assert found.text == new
    assert not any(change.flagged for change in found.changes)


KEPT = [
    (2024, "Kế hoạch số 02/KH-UBND ngày 04/01/2020 của UBND tỉnh"),
    (2022, "Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị"),
    (2022, "Thông tri số 28-TT/TU ngày 02 tháng 7 năm 2014"),
    (2024, "thắng lợi kế hoạch 5 năm (2020 - 2025)"),
    (2022, "5 năm 2021 - 2025"),
    (2022, "giai đoạn 2021-2025"),
    (2021, "các cấp, nhiệm kỳ 2021 - 2026"),
    (2024, "giai đoạn từ năm 2021 đến năm 2025"),
    (2024, "định hướng đến năm 2030, tầm nhìn 2045"),
    (2024, "truyền thống từ năm 1945"),
    (2024, "Luật Thi đua, khen thưởng năm 2022"),
    (2024, "báo cáo trước ngày 15/6, vào quý II"),
    (2024, "khen thưởng cho 2024 người"),
    (2024, "định kỳ 6 tháng, 9 tháng"),
    (2024, "(Vượng/D/2024/Kế hoạch)"),
    (2024, "trong 5 năm liên tục"),
    (2024, "ngày 31/02/2024"),
]


@pytest.mark.parametrize(("year", "text"), KEPT)
def test_what_is_of_another_time_stays(year: int, text: str) -> None:
    assert rolled(text, year) == Rolled(text)


POINTED_OUT = [
    (2025, "giai đoạn 2021 - 2025", ChangeKind.PERIOD_ENDED),
    (2025, "nhiệm kỳ 2020-2025", ChangeKind.PERIOD_ENDED),
    (2025, "thực hiện thắng lợi kế hoạch 5 năm 2021 - 2025", ChangeKind.PERIOD_ENDED),
    (2025, "mục tiêu đến năm 2025", ChangeKind.PERIOD_ENDED),
    (2024, "Kế hoạch số 02/KH-UBND ngày 04/01/2023 của UBND tỉnh", ChangeKind.DOCUMENT),
    (2024, "thực hiện Kế hoạch số 15/KH-UBND năm 2024 của UBND tỉnh", ChangeKind.DOCUMENT),
    (2024, "Luật Thi đua, khen thưởng ngày 26/11/2003", ChangeKind.EXPIRED),
    (2023, "Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ", ChangeKind.EXPIRED),
    (2024, "Nghị định số 98/2023/NĐ-CP", ChangeKind.EXPIRED),
    (2025, "Luật số 06/2022/QH15", ChangeKind.AMENDED),
    (2024, "tổng kết 10 năm thực hiện Chỉ thị số 34-CT/TW", ChangeKind.ONE_OFF),
    (2021, "chào mừng Cuộc bầu cử Đại biểu Quốc hội, nhiệm kỳ 2021 - 2026", ChangeKind.ONE_OFF),
    (2025, "Tổ chức Đại hội thi đua yêu nước tỉnh lần thứ VI", ChangeKind.ONE_OFF),
]


@pytest.mark.parametrize(("year", "text", "kind"), POINTED_OUT)
def test_what_may_have_ended_stays_and_is_pointed_out(year: int, text: str, kind: ChangeKind) -> None:
    found = rolled(text, year)
    assert found.text == text
    assert kinds(found) == [kind]
    assert found.changes[0].flagged


BASES = [
    (2024, "Kế hoạch số 02/KH-UBND ngày 04/01/2023 của UBND tỉnh", "Kế hoạch số …/KH-UBND ngày …/…/… của UBND tỉnh"),
    (2024, "Nghị quyết số 09-NQ/HU ngày 26/12/2023 về năm 2024", "Nghị quyết số …-NQ/HU ngày …/…/… về năm 2025"),
    (
        2022,
        "Chỉ thị số 22/CT-UBND ngày 31 tháng 12 năm 2021 về năm 2022",
        "Chỉ thị số …/CT-UBND ngày … tháng … năm … về năm 2023",
    ),
    (2025, "Nghị quyết số 45/2024/NQ-HĐND về nhiệm vụ năm 2025", "Nghị quyết số …/…/NQ-HĐND về nhiệm vụ năm 2026"),
    (
        2024,
        "Quyết định của UBND tỉnh ngày 05/12/2023 giao chỉ tiêu",
        "Quyết định của UBND tỉnh ngày …/…/… giao chỉ tiêu",
    ),
]


@pytest.mark.parametrize(("year", "old", "new"), BASES)
def test_number_and_day_of_a_yearly_basis_are_left_blank(year: int, old: str, new: str) -> None:
    found = rolled(old, year, basis=True)
    assert found.text == new
    assert ChangeKind.BLANK in kinds(found)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 18/2020/NQ-HĐND ngày 04 tháng 12 năm 2020 về kế hoạch 5 năm 2021 - 2025",
        "Chỉ thị số 41-CT/TW, ngày 26/12/2024 của Bộ Chính trị (viết tắt là Chỉ thị số 41-CT/TW)",
    ],
)
def test_a_lasting_basis_keeps_its_number_and_is_to_be_checked(text: str) -> None:
    found = roll(text, 2024, 2025, basis=True, register=REGISTER)
    assert found.text == text
    assert kinds(found) == [ChangeKind.DOCUMENT]


def test_two_documents_of_one_basis_are_told_apart() -> None:
    found = rolled("Luật ngày 26/11/2003; Nghị quyết số 46/NQ-HĐND ngày 09/12/2020 về năm 2021", 2021, basis=True)
    assert found.text == "Luật ngày 26/11/2003; Nghị quyết số …/NQ-HĐND ngày …/…/… về năm 2022"


@pytest.mark.parametrize(
    ("number", "year", "by"),
    [
        ("91/2017/NĐ-CP", 2024, "98/2023/NĐ-CP"),
        ("91/2017/NĐ-CP", 2025, "152/2025/NĐ-CP"),
        ("12/2019/TT-BNV", 2026, "15/2025/TT-BNV"),
        ("15/2003/QH11", 2024, "06/2022/QH15"),
    ],
)
def test_the_successor_is_the_one_in_force_in_the_new_year(number: str, year: int, by: str) -> None:
    (change,) = roll(f"Căn cứ {number}", year - 1, year, basis=True, register=REGISTER).changes
    assert change.kind is ChangeKind.EXPIRED
    assert change.params["by"] == by


def test_a_law_in_force_is_no_news() -> None:
    assert rolled("Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;", 2023, basis=True).changes == ()


def test_a_round_anniversary_is_pointed_out() -> None:
    found = rolled("Kỷ niệm 79 năm Quốc khánh (02/9/1945 - 02/9/2024)")
    assert found.text == "Kỷ niệm 80 năm Quốc khánh (02/9/1945 - 02/9/2025)"
    assert kinds(found) == [ChangeKind.ANNIVERSARY_ROUND, ChangeKind.DAY]


def test_a_count_that_does_not_fit_its_years_is_pointed_out() -> None:
    found = rolled("Kỷ niệm 75 năm Ngày Bác Hồ ra lời kêu gọi (11/6/1948 - 11/6/2024)")
    assert kinds(found) == [ChangeKind.ANNIVERSARY_MISCOUNT, ChangeKind.DAY]


def test_names_of_lunar_years() -> None:
    assert [" ".join(lunar_name(year)) for year in (1968, 2024, 2026)] == ["Mậu Thân", "Giáp Thìn", "Bính Ngọ"]


def test_a_leap_day_goes_to_the_day_before() -> None:
    assert years_later(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert years_later(date(2024, 2, 29), 4) == date(2028, 2, 29)


FRAGMENTS = st.sampled_from([old for _, old, _ in MOVED] + [text for _, text in KEPT] + [old for _, old, _ in BASES])
TEXTS = st.lists(st.one_of(FRAGMENTS, st.text(max_size=12)), max_size=5).map("; ".join)


def applied(text: str, changes: tuple[Change, ...]) -> str:
    for change in reversed(changes):
        assert text[change.start : change.start + len(change.old)] == change.old
        text = text[: change.start] + change.new + text[change.start + len(change.old) :]
    return text


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.booleans())
def test_every_difference_is_listed_where_it_stands(text: str, basis: bool) -> None:
    source = roll(text, 2024, 2024).text  # NFC
    found = roll(source, 2024, 2025, basis=basis, register=REGISTER)
    assert applied(source, found.changes) == found.text
    for change in found.changes:
        assert found.text[change.new_start : change.new_start + len(change.new)] == change.new


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Nd", "Nl", "No")), max_size=60))
def test_a_text_without_numbers_and_names_of_years_stays(text: str) -> None:
    found = rolled(text)
    assert roll(found.text, 2025, 2026, register=REGISTER).text == found.text or found.changes
    assert not found.changes or all(change.kind is ChangeKind.LUNAR_YEAR for change in found.changes)


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_a_text_rolled_to_its_own_year_stays(text: str) -> None:
    once = roll(text, 2024, 2024, register=REGISTER)
    assert roll(once.text, 2024, 2024, register=REGISTER).text == once.text
