"""Numbers of decisions: as they are printed, what is none, the same one in every spelling, odd ones of old papers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.decision_numbers import (
    DecisionNumberUnreadable,
    is_odd,
    old_number,
    series_number,
    tidy_number,
)


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("5 / QĐ - SNV", "05/QĐ-SNV"),
        ("05/QĐ-SNV", "05/QĐ-SNV"),
        ("123/QĐ-UBND", "123/QĐ-UBND"),
        ("45a/QĐ-SNV", "45a/QĐ-SNV"),
        ("45A/QĐ-SNV", "45a/QĐ-SNV"),
        ("1234/QĐ-TTg", "1234/QĐ-TTg"),
        ("1234/qđ-ttg", "1234/QĐ-TTg"),
        ("12/2013/QĐ-UBND", "12/2013/QĐ-UBND"),
        ("12 / 2013 / QĐ-UBND", "12/2013/QĐ-UBND"),
        ("7/QĐ-HĐTĐKT-SK", "07/QĐ-HĐTĐKT-SK"),
        ("7/QĐ-GD&ĐT", "07/QĐ-GD&ĐT"),
        ("  0012/QĐ-HĐTĐKT ", "12/QĐ-HĐTĐKT"),
        ("5/QĐ – SNV", "05/QĐ-SNV"),
        ("5/Q\u00d0-SNV", "05/QĐ-SNV"),
        ("5/qđ-snv", "05/QĐ-SNV"),
    ],
)
def test_numbers_as_they_are_printed(written: str, tidy: str) -> None:
    assert tidy_number(written) == tidy
    assert tidy_number(tidy) == tidy


@pytest.mark.parametrize(
    "written",
    [
        *("", "QĐ-SNV", "12", "12/", "0/QĐ-SNV", "12/QĐ SNV", "1/2/QĐ-SNV", "-5/QĐ-SNV", "12/QĐ", "12/QĐ-"),
        *("12/SNV", "12/hôm-nay", "12/QyĐ-SNV", "12/TT-SNV", "mười hai/QĐ-SNV", "1234567/QĐ-SNV", "12ab/QĐ-SNV"),
        *("12/QĐ-SNV.", "12/QĐ-SNV,", "12/QĐ-SNV;", "12/QĐ-SNV-", "12/QĐ-SNV./.", "12/QĐ-S_NV", "12/QĐ-SNV ngày 1"),
        *("12/QĐ-SNV\u200b", "12/QĐ\u202e-SNV", "12/QĐ-SNV\x07", "12/1813/QĐ-SNV", "12/QĐ-SNV&"),
    ],
)
def test_what_is_no_number(written: str) -> None:
    with pytest.raises(DecisionNumberUnreadable):
        tidy_number(written)
    assert is_odd(written)


@pytest.mark.parametrize(
    ("written", "code", "proposed"),
    [
        ("12", "SNV", "12/QĐ-SNV"),
        ("7/SNV", "SYT", "07/QĐ-SYT"),
        ("12/QĐ-SNV.", "SNV", "12/QĐ-SNV"),
        ("năm", "", "05/QĐ-UBND"),
        ("0/QĐ-SNV", "SNV", "05/QĐ-SNV"),
    ],
)
def test_a_right_one_is_proposed(written: str, code: str, proposed: str) -> None:
    with pytest.raises(DecisionNumberUnreadable) as refused:
        tidy_number(written, code)
    assert refused.value.params["proposed"] == proposed


@given(st.integers(1, 9999), st.integers(0, 2), st.sampled_from(["QĐ-UBND", "qđ-ubnd", "QĐ - UBND", "Qđ -UBND"]))
def test_the_same_number_is_known_in_every_spelling(ordinal: int, zeros: int, code: str) -> None:
    assert series_number(f"{'0' * zeros}{ordinal} /{code}") == f"{ordinal}/qđ-ubnd"


def test_a_letter_and_a_year_make_another_number() -> None:
    same = {series_number(each) for each in ("5/QĐ-SNV", "5a/QĐ-SNV", "5/2013/QĐ-SNV")}
    assert len(same) == 3


@pytest.mark.parametrize(
    ("written", "kept", "odd"),
    [
        ("5/QĐ-SNV", "05/QĐ-SNV", False),
        ("212  QĐ/CTN", "212 QĐ/CTN", True),
        ("15-QĐ/TU", "15-QĐ/TU", True),
        ("12/QĐ", "12/QĐ", True),
        ("12/QĐ-SNV\u200b", "12/QĐ-SNV", False),
    ],
)
def test_old_papers_keep_theirs(written: str, kept: str, odd: bool) -> None:
    assert old_number(written) == kept
    assert is_odd(old_number(written)) is odd


@given(st.text(max_size=30))
def test_nothing_typed_makes_trouble(written: str) -> None:
    try:
        tidy = tidy_number(written)
    except DecisionNumberUnreadable as refused:
        assert tidy_number(str(refused.params["proposed"]))
    else:
        assert tidy_number(tidy) == tidy
    assert series_number(old_number(written)) == series_number(old_number(old_number(written)))
