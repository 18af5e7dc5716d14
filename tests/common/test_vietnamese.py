"""Folding, order and Unicode form of Vietnamese text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.common.vietnamese import POINT_LETTERS, fold, nfc, sort_key, squeeze


def test_old_and_new_place_of_the_tone_mark_are_equal() -> None:
    assert sort_key("Hòa") == sort_key("Hoà")
    assert fold("Hoà Bình") == fold("HÒA BÌNH")


def test_d_with_stroke_stands_after_d_and_before_e() -> None:
    assert sorted(["Ê", "Đ", "E", "D"], key=sort_key) == ["D", "Đ", "E", "Ê"]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đồng Nai", "dong nai"),
        ("QUÝ  IV", "quy iv"),
        (unicodedata.normalize("NFD", "Ưu tú"), "uu tu"),
        ("\u00a0Khen\u00a0thưởng ", "khen thuong"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def _folded_mark_by_mark(text: str) -> str:
    lowered = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(mark for mark in lowered if not unicodedata.combining(mark)).split())


def test_the_short_way_of_folding_leaves_out_the_same_marks_as_the_long_one() -> None:
    letters = [chr(code) for code in (*range(0x2100), 0x20D7, 0xFB01, 0x1D165)]
    assert [fold(f"a{letter}b") for letter in letters] == [_folded_mark_by_mark(f"a{letter}b") for letter in letters]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_text_of_any_script_is_folded_mark_by_mark(text: str) -> None:
    assert fold(text) == _folded_mark_by_mark(text)


def test_points_are_numbered_with_the_letters_of_the_law() -> None:
    assert len(POINT_LETTERS) == 23
    assert not set(POINT_LETTERS) & set("ăâêôơưfjwz")


@given(st.text())
def test_squeezed_text_is_precomposed_and_stays_as_it_is(text: str) -> None:
    once = squeeze(text)
    assert squeeze(once) == once
    assert nfc(once) == once


@given(st.text(), st.text(), st.text())
def test_the_order_is_total(one: str, two: str, three: str) -> None:
    first, second, third = sorted((one, two, three), key=sort_key)
    assert sort_key(first) <= sort_key(second) <= sort_key(third)
