"""What is typed into a cell."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.ui.common import clipboard, entry
from thidua_desktop.wording import messages


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("15/6/2026", date(2026, 6, 15)),
        ("15.6", date(2024, 6, 15)),
        (" 5-6-26 ", date(2026, 6, 5)),
        ("15 6", date(2024, 6, 15)),
        ("2026-06-15", date(2026, 6, 15)),
        ("29/2", date(2024, 2, 29)),
        ("", None),
    ],
)
def test_days(typed: str, wanted: date | None) -> None:
    assert entry.day(typed, year=2024) == wanted


@pytest.mark.parametrize("typed", ["30/2", "15/13", "hôm qua", "15", "2026-13-01", "15/6/202"])
def test_what_is_no_day(typed: str) -> None:
    with pytest.raises(entry.DayNotRead):
        entry.day(typed, year=2024)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/02/2026", "Tháng 02/2026 không có ngày 31."),
        ("30/2", "Tháng 02/2024 không có ngày 30."),
        ("2026-11-31", "Tháng 11/2026 không có ngày 31."),
        ("0/5/26", "Tháng 05/2026 không có ngày 0."),
        ("15/13/2026", "“15/13/2026” không phải là một ngày."),
    ],
)
def test_a_day_that_a_month_does_not_have_is_named(typed: str, sentence: str) -> None:
    with pytest.raises(entry.DayNotRead) as refused:
        entry.day(typed, year=2024)
    assert messages.error(refused.value).startswith(sentence)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("Quý II", 2), ("quy 3", 3), ("Q4", 4), ("q.2", 2), ("iv", 4), ("1", 1), ("Cả năm", None), ("", None)],
)
def test_quarters(typed: str, wanted: int | None) -> None:
    assert entry.quarter(typed) == wanted


@pytest.mark.parametrize("typed", ["5", "Quý V", "hai"])
def test_what_is_no_quarter(typed: str) -> None:
    with pytest.raises(entry.EntryNotRead):
        entry.quarter(typed)


def test_numbers_have_bounds() -> None:
    assert entry.whole("40 %", low=0, high=100) == 40
    assert entry.whole("Tháng 6", low=1, high=12) == 6
    assert entry.whole(" ", low=1, high=12) is None
    for typed in ("13", "-1", "x"):
        with pytest.raises(entry.EntryNotRead):
            entry.whole(typed, low=1, high=12)


def test_units_are_parted_by_semicolons_and_lines() -> None:
    assert entry.units(" Sở Nội vụ ;Ban TĐKT, Sở Y tế\nSở Nội vụ;") == ("Sở Nội vụ", "Ban TĐKT, Sở Y tế")


def test_a_choice_needs_no_diacritics() -> None:
    assert entry.choice("hoan thanh", {"Hoàn thành": 1, "Hủy": 2}) == 1
    with pytest.raises(entry.EntryNotRead):
        entry.choice("xong", {"Hoàn thành": 1})


CELLS = st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"], whitelist_characters="\n\t"), max_size=12)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5).filter(lambda rows: rows != [[""]]))
def test_a_block_survives_the_clipboard(rows: list[list[str]]) -> None:
    width = len(rows[0])
    block = [(row + [""] * width)[:width] for row in rows]
    normal = [[clipboard.nfc(cell) for cell in row] for row in block]
    assert clipboard.read(clipboard.write(block)) == normal


def test_titles_that_were_copied_along_are_left_out() -> None:
    rows, titles = [["TÊN", "quy"], ["a", "1"]], ["Tên", "Quý", "Hạn"]
    assert clipboard.placed(rows, titles, titles) == ([["a", "1"]], ["Tên", "Quý"])
    assert clipboard.placed(rows, ["Quý", "Hạn"], titles) == ([["a", "1"]], ["Tên", "Quý"])
    assert clipboard.placed(rows[:1], titles, titles) == (rows[:1], titles)
    assert clipboard.placed([["Hạn"], ["1/2"]], ["Hạn"], titles) == ([["1/2"]], ["Hạn"])
    assert clipboard.placed([["Quý"], ["x"]], ["Tên"], titles) == ([["Quý"], ["x"]], ["Tên"])
    numbered = [["STT", "Hạn", "Họ và tên"], ["1", "1/2", "a"], ["2"]]
    assert clipboard.placed(numbered, titles, titles, {"Họ và tên": "Tên"}) == ([["1/2", "a"], []], ["Hạn", "Tên"])
    assert clipboard.placed(numbered, titles, titles) == (numbered, titles)
    assert clipboard.placed([["STT", "TT"], ["1", "2"]], titles, titles) == ([["STT", "TT"], ["1", "2"]], titles)
