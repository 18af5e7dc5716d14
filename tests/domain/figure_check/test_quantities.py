"""Which numbers of a text count something."""

from __future__ import annotations

from decimal import Decimal

import pytest

from thidua_desktop.domain.figure_check.quantities import amount, quantities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tặng Bằng khen cho 12 tập thể và 1.234 cá nhân", ["12", "1234"]),
        ("chiếm 12,5 %, tăng 3%", ["12.5", "3"]),
        ("đạt 98.5%", ["98.5"]),
        ("chi 185.400.000 đồng", ["185400000"]),
        ("ngày 05 tháng 01 năm 2026, 6 tháng đầu năm, quý 2", []),
        ("Kế hoạch số 12/KH-UBND ngày 15/6/2026, Điều 5 khoản 2", []),
        ("trên 150 tập thể, khoảng 20 cá nhân, từ 3 đến 5 hộ, 10 - 15 người", []),
        ("giai đoạn 2021 - 2025, năm học 2025-2026, (2025)", []),
        ("tổng số 45 người; trong số 12 người", ["45", "12"]),
        ("COVID-19, B2, H5N1", []),
        ("1.200,5 m2", ["1200.5"]),
    ],
)
def test_numbers_that_count(text: str, found: list[str]) -> None:
    assert [each.value for each in quantities(text)] == list(map(Decimal, found))


def test_a_ratio_knows_its_whole_and_a_day_is_none() -> None:
    (ratio,) = quantities("có 86/110 xã đạt chuẩn trước ngày 15/6")
    assert (ratio.value, ratio.of) == (Decimal(86), Decimal(110))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234", "1234"),
        (" 05 ", "5"),
        ("+3", "3"),
        ("-12,5", "-12.5"),
        ("12,5 %", "12.5"),
        ("-", None),
        ("—", None),
        ("12 tập thể", None),
        ("15/6/2026", None),
        ("", None),
    ],
)
def test_cells_that_hold_a_number(text: str, value: str | None) -> None:
    found = amount(text)
    assert (None if found is None else found.value) == (None if value is None else Decimal(value))
