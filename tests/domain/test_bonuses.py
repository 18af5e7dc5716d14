"""Bonuses and pay lists: the base salary of the decision's day, rounded up, by unit."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.bonuses import Payee, pay_line, pay_list
from thidua_desktop.domain.rulebooks import in_force
from thidua_desktop.services.rulebooks import shipped

P, C, H = RecipientKind.PERSON, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD


@pytest.mark.parametrize(
    ("award", "kind", "day", "amount"),
    [
        # 0,3 × 2.340.000 = 702.000 and 0,3 × 2.530.000 = 759.000: rounded up to tens of thousands.
        ("lao_dong_tien_tien", P, date(2026, 6, 30), 710_000),
        ("lao_dong_tien_tien", P, date(2026, 7, 1), 760_000),
        ("chien_si_thi_dua_co_so", P, date(2026, 3, 1), 2_340_000),
        ("chien_si_thi_dua_bo_tinh", P, date(2026, 3, 1), 7_020_000),
        ("tap_the_lao_dong_xuat_sac", C, date(2026, 3, 1), 3_510_000),
        ("co_thi_dua_bo_tinh", C, date(2026, 3, 1), 18_720_000),
    ],
)
def test_amounts(award: str, kind: RecipientKind, day: date, amount: int) -> None:
    line = pay_line(Payee("Nguyễn Văn An", "Sở Y tế", award, kind), in_force(shipped(), day), day)
    assert (line.amount, line.typed) == (amount, False)
    assert line.citation


def test_a_household_gets_one_and_a_half_times_a_person() -> None:
    day = date(2026, 3, 1)
    book = in_force(shipped(), day)
    law = book.awards["giay_khen_xa"].bonus
    assert law is not None
    assert law.person is not None
    assert law.household == law.person * 3 // 2
    line = pay_line(Payee("Hộ ông Ba", "Xã Tân Lập", "giay_khen_xa", H), book, day)
    assert line.amount == 1_060_000  # 0,45 × 2.340.000 = 1.053.000


def test_a_list_by_unit_with_its_sums_and_what_is_open() -> None:
    day = date(2026, 3, 1)
    book = in_force(shipped(), day)
    payees = [
        Payee("An", "Sở Y tế", "lao_dong_tien_tien", P),
        Payee("Bình", "Sở Nội vụ", "lao_dong_tien_tien", P),
        Payee("Chi", "Sở Y tế", "lao_dong_tien_tien", P, typed=500_000),
        Payee("Dũng", "Sở Y tế", "danh_hieu_rieng", P),
    ]
    listed = pay_list(payees, book, day)
    assert [(group.unit, group.total) for group in listed.groups] == [("Sở Y tế", 1_210_000), ("Sở Nội vụ", 710_000)]
    assert (listed.total, listed.salary) == (1_920_000, 2_340_000)
    assert [line.name for line in listed.open_lines] == ["Dũng"]
