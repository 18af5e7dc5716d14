"""One name written in several ways."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.name_forms import name_form, one_vowel, toned

LETTERS = st.text(st.characters(exclude_characters="\x00", codec="utf-8"), max_size=20)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Thuý", "Thúy"), ("HOÀ  BÌNH", "Hòa Bình"), ("H’Hen Niê", "H'Hen Niê"), ("N.V.An", "N. V. An")],
)
def test_the_same_name(first: str, second: str) -> None:
    assert toned(first) == toned(second)


@pytest.mark.parametrize(("first", "second"), [("Lan", "Lân"), ("Hạnh", "Hành"), ("Dung", "Dũng"), ("Đạt", "Dạt")])
def test_marks_make_another_name(first: str, second: str) -> None:
    assert toned(first) != toned(second)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Lý", "Lí", True),
        ("Mỹ", "Mĩ", True),
        ("Quý", "Quí", True),
        ("Vy", "Vi", True),
        ("Ý", "Í", True),
        ("Thúy", "Thúi", False),
        ("Tây", "Tâi", False),
        ("May", "Mai", False),
        ("Quyên", "Quiên", False),
    ],
)
def test_i_and_y(first: str, second: str, *, same: bool) -> None:
    assert (name_form(first).one_vowel == name_form(second).one_vowel) is same


@pytest.mark.parametrize(
    ("first", "second", "fits"),
    [
        ("Nguyen", "Nguyễn", True),
        ("Dat", "Đạt", True),
        ("Đat", "Đạt", False),
        ("Tân", "Tấn", False),
        ("Hạnh", "Hành", False),
        ("Lân", "Lăn", False),
    ],
)
def test_missing_marks_fit_and_other_marks_do_not(first: str, second: str, *, fits: bool) -> None:
    (one,), (other,) = name_form(first).words, name_form(second).words
    assert one.fits(other) is fits
    assert other.fits(one) is fits


@given(LETTERS)
@settings(deadline=None, max_examples=100)
def test_every_word_keeps_its_letters_aligned_with_the_bare_ones(text: str) -> None:
    for word in name_form(text).words:
        assert len(word.letters) == len(word.bare)
        assert word.fits(word)
        assert one_vowel(one_vowel(word.bare)) == one_vowel(word.bare)
