"""The gauge of a ceiling, exact to the line."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.quotas import Gauge, gauge
from thidua_desktop.domain.rulebooks import Basis, Quota
from thidua_desktop.services.rulebooks import shipped
from thidua_desktop.wording import eligibility

BASIS = Basis("khoản 3 Điều 9 Nghị định 91/2017/NĐ-CP", Confidence.SEEN)
FIFTEEN = Quota(15, "holders", BASIS)


@pytest.mark.parametrize(
    ("chosen", "base", "allowed", "over"),
    [
        (1, 13, 1, False),
        (2, 13, 1, True),
        (3, 20, 3, False),
        (15, 100, 15, False),
        (16, 100, 15, True),
        (0, 0, 0, False),
    ],
)
def test_a_part_of_a_person_is_nobody(chosen: int, base: int, allowed: int, over: bool) -> None:
    state = gauge(FIFTEEN, chosen=chosen, base=base)
    assert state.allowed == allowed
    assert state.over is over


def test_the_line_that_exceeds_the_ceiling_says_by_how_much() -> None:
    state, after = gauge(FIFTEEN, chosen=1, base=13), gauge(FIFTEEN, chosen=2, base=13)
    assert not state.over
    assert after.over
    assert eligibility.gauge(after) == "15,4 % > 15 % (2/13, chọn nhiều nhất 1)"
    assert eligibility.gauge(state) == "7,7 % ≤ 15 % (1/13, chọn nhiều nhất 1)"
    assert eligibility.gauge(gauge(FIFTEEN, chosen=0, base=0)) == "Chưa có số người làm gốc để tính tỷ lệ"


def test_no_ceiling_since_2024() -> None:
    ceilings = {book.code: book.awards["chien_si_thi_dua_co_so"].quota for book in shipped()}
    assert {code: quota.percent if quota else 0 for code, quota in ceilings.items()} == {
        "A": 15,
        "B": None,
        "C1": None,
        "C2": None,
    }
    free = gauge(ceilings["B"] or FIFTEEN, chosen=90, base=100)
    assert not free.over
    assert free.left is None
    assert eligibility.gauge(free) == "90 % (90/100); không khống chế tỷ lệ"


@given(st.integers(0, 500), st.integers(0, 500), st.sampled_from([5, 12.5, 15, 20, 100]))
def test_the_gauge_is_exact(chosen: int, base: int, percent: float) -> None:
    state = gauge(Quota(percent, "holders", BASIS), chosen=chosen, base=base)
    exact = Fraction(str(percent)) * base / 100
    assert state.over is (chosen > exact)
    assert state.allowed is not None
    assert state.left == state.allowed - chosen
    assert state == Gauge(chosen, base, Fraction(str(percent)))


def test_numbers_below_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        gauge(FIFTEEN, chosen=-1, base=3)
