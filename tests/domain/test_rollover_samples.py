"""The five sample plans a year on: every year, anniversary and school year, none left behind."""

from __future__ import annotations

import re

import pytest

from thidua_desktop.domain.rollover import ChangeKind, roll
from thidua_desktop.services.legal import legal_register

# Plan's year, the words around each expression as the sample has them, and how they read in the next plan.
CAM_MY = (
    ("Về công tác thi đua, khen thưởng trên địa bàn huyện năm 2024", "trên địa bàn huyện năm 2025"),
    ("cụm, khối thi đua huyện, bình xét thi đua, khen thưởng năm 2023.", "khen thưởng năm 2024."),
    (
        "tỉnh Đồng Nai năm 2023, tiếp nhận nhiệm vụ Cụm trưởng năm 2024.",
        "Nai năm 2024, tiếp nhận nhiệm vụ Cụm trưởng năm 2025.",
    ),
    (
        "Tổ chức Lễ tổng kết phong trào thi đua yêu nước năm 2023, ký kết giao ước thi đua năm 2024.",
        "ký kết giao ước thi đua năm 2025.",
    ),
    ("ngành Giáo dục và Đào tạo năm học 2023 - 2024.", "ngành Giáo dục và Đào tạo năm học 2024 - 2025."),
    (
        "Kỷ niệm 76 năm Ngày Bác Hồ ra lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2024).",
        "Kỷ niệm 77 năm Ngày Bác Hồ ra lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2025).",
    ),
    (
        "khen thưởng năm 2024 và phương hướng nhiệm vụ năm 2025.",
        "khen thưởng năm 2025 và phương hướng nhiệm vụ năm 2026.",
    ),
    ("Xây dựng Kế hoạch về công tác thi đua, khen thưởng năm 2025", "khen thưởng năm 2026"),
)
DONG_NAI = (
    ("CÔNG TÁC THI ĐUA, KHEN THƯỞNG TRÊN ĐỊA BÀN TỈNH NĂM 2022", "TRÊN ĐỊA BÀN TỈNH NĂM 2023"),
    (
        "năm 2021, ký kết giao ước thi đua năm 2022 và tôn vinh Điển hình tiên tiến tỉnh năm 2022.",
        "năm 2022, ký kết giao ước thi đua năm 2023 và tôn vinh Điển hình tiên tiến tỉnh năm 2023.",
    ),
    (
        "6 tháng đầu năm 2022 và phương hướng nhiệm vụ 6 tháng cuối năm 2022.",
        "6 tháng đầu năm 2023 và phương hướng nhiệm vụ 6 tháng cuối năm 2023.",
    ),
    (
        "kỷ niệm 74 năm Ngày Bác Hồ ra lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2022).",
        "kỷ niệm 75 năm Ngày Bác Hồ ra lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2023).",
    ),
    ("ngành Giáo dục và Đào tạo năm học 2021 - 2022.", "ngành Giáo dục và Đào tạo năm học 2022 - 2023."),
    ("phần thưởng cao quý của Đảng và Nhà nước năm 2022 (nếu có).", "Nhà nước năm 2023 (nếu có)."),
    ("năm 2022 và Kế hoạch 5 năm (2021 - 2026)", "năm 2023 và Kế hoạch 5 năm (2021 - 2026)"),
)
HA_GIANG = (
    ("phiên họp Quý I năm 2021", "phiên họp Quý I năm 2022"),
    (
        "khen thưởng năm 2020, triển khai nhiệm vụ năm 2021 cụm thi đua",
        "khen thưởng năm 2021, triển khai nhiệm vụ năm 2022 cụm thi đua",
    ),
    ("Đôn đốc ngành Giáo dục và Đào tạo trình khen thưởng năm học 2019 - 2020", "năm học 2020 - 2021"),
    ("Giáo dục và Đào tạo năm học 2020 - 2021 và danh hiệu", "Giáo dục và Đào tạo năm học 2021 - 2022 và danh hiệu"),
    ("tổng hợp trình phiên họp Quý III/2020 của Hội đồng", "phiên họp Quý III/2021 của Hội đồng"),
    (
        "9 tháng đầu năm 2021, phương hướng nhiệm vụ 3 tháng cuối năm 2021",
        "9 tháng đầu năm 2022, phương hướng nhiệm vụ 3 tháng cuối năm 2022",
    ),
    ("tiêu biểu” năm 2020, 2021 (nếu có Doanh nghiệp", "tiêu biểu” năm 2021, 2022 (nếu có Doanh nghiệp"),
    ("nhiệm kỳ 2021 - 2026", "nhiệm kỳ 2021 - 2026"),
)
TAY_NINH = (
    ("Về việc thực hiện công tác thi đua, khen thưởng năm 2022", "khen thưởng năm 2023"),
    ("về phương hướng nhiệm vụ năm\n2022.", "về phương hướng nhiệm vụ năm\n2023."),
    ("trên địa bàn tỉnh Tây Ninh giai đoạn 2021-2025", "giai đoạn 2021-2025"),
    ("PAR Index giai đoạn 2020-2025, tập trung", "giai đoạn 2020-2025, tập trung"),
    ("Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị (Khóa XII).", "ngày 15/5/2016 của Bộ Chính trị"),
    ("Nghị quyết số 04-NQ/TW ngày 30/10/2016, Nghị quyết số 18-NQ/TW", "Nghị quyết số 04-NQ/TW ngày 30/10/2016"),
)
SAMPLES = [
    *((2024, *pair) for pair in CAM_MY),
    *((2022, *pair) for pair in DONG_NAI),
    *((2021, *pair) for pair in HA_GIANG),
    *((2022, *pair) for pair in TAY_NINH),
]


@pytest.mark.parametrize(("year", "old", "wanted"), SAMPLES)
def test_an_expression_of_a_sample_plan(year: int, old: str, wanted: str) -> None:
    found = roll(old, year, year + 1, register=legal_register())
    assert wanted in found.text
    years = re.compile(r"(?:19|20)\d\d|\b7[4-7]\b")
    moved = [a != b for a, b in zip(years.findall(old), years.findall(found.text), strict=True)]
    listed = sum(len(years.findall(change.old)) for change in found.changes if change.old != change.new)
    assert sum(moved) <= listed  # nothing moves without being listed


def test_the_plan_that_answers_a_directive_keeps_it() -> None:
    """The plan of 2025 carries out a directive: neither that one nor the superior's plan has a successor."""
    title = (
        "Triển khai thực hiện Kế hoạch số 459-KH/TU ngày 28/4/2025 của Ban Thường vụ Tỉnh ủy "
        "về thực hiện Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị"
    )
    found = roll(title, 2025, 2026, register=legal_register())
    assert found.text == title
    assert [change.kind for change in found.changes] == [ChangeKind.DOCUMENT] * 2
