"""The order of names (document-forms §6.1), as text that SQLite compares."""

from __future__ import annotations

import random
import sqlite3
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.common.vietnamese import sort_key
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.name_order import keeps_its_order, name_key

CHECKED = [
    "An",
    "Dương Văn Anh",
    "Đỗ Văn Anh",
    "Lê Anh",
    "Nguyễn Thị Ánh",
    "Trần Thị Ân",
    "Nguyễn Văn Ất",
    "Bích",
    "Bình",
    "Dung",
    "Dũng",
    "Đạt",
    "Ê",
    "Nguyễn Hà",
    "Nguyễn Thị Thu Hà",
    "Hạ",
    "Hoa",
    "Hòa",
    "Hoả",
    "Uy",
    "Ưng",
    "Ý",
    "Yên",
]
"""The table that document-forms §6.1 has checked."""

WORDS = st.text(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ"), min_size=1, max_size=6
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
ANY_TEXT = st.text(st.characters(exclude_characters="\x00", codec="utf-8"), min_size=1, max_size=12)


def test_the_checked_table_stands_as_it_is() -> None:
    shuffled = CHECKED[:]
    random.Random(11).shuffle(shuffled)
    assert sorted(shuffled, key=name_key) == CHECKED


def test_sqlite_sorts_by_the_key_as_we_do() -> None:
    names = [*CHECKED, "Đội 2", "Đội 10", "Lê Văn A", "O'Brien", "Y Moan Ênuôl"]
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE people (name TEXT, name_key TEXT) STRICT")
    db.executemany("INSERT INTO people VALUES (?, ?)", [(name, name_key(name)) for name in reversed(names)])
    found = [row[0] for row in db.execute("SELECT name FROM people ORDER BY name_key")]
    db.close()
    assert found == sorted(names, key=name_key)


@given(NAMES, NAMES)
@settings(deadline=None, max_examples=150)
def test_the_key_orders_as_the_dictionary_does_word_by_word(first: str, second: str) -> None:
    """tên, then the words before it, each by its letters and then its tone: as ``sort_key`` orders text."""

    def told(name: str) -> object:
        words = name.split()
        return sort_key(" ".join([words[-1], *words[:-1]]))

    if keeps_its_order(first) or keeps_its_order(second):
        return
    assert (name_key(first) < name_key(second)) == (told(first) < told(second))  # type: ignore[operator]


@given(st.lists(ANY_TEXT, min_size=2, max_size=8))
@settings(deadline=None, max_examples=120)
def test_any_names_at_all_have_one_order(names: list[str]) -> None:
    """Sorting is the same whatever the order before: keys are text, and text is totally ordered."""
    keys = [name_key(name) for name in names]
    assert all("\x00" not in key for key in keys)
    assert all(first <= second for first, second in pairwise(sorted(keys)))
    assert [name_key(name) for name in names] == keys


@given(NAMES)
@settings(deadline=None, max_examples=100)
def test_the_form_of_unicode_and_capitals_make_no_difference(name: str) -> None:
    assert name_key(unicodedata.normalize("NFD", name)) == name_key(name)
    assert name_key(name.upper()) == name_key(name)
    assert name_key(f"  {name.replace(' ', '   ')} ") == name_key(name)


@pytest.mark.parametrize(
    ("old", "new"), [("Hoà", "Hòa"), ("Thuý", "Thúy"), ("Nguyễn Thị Khoẻ", "Nguyễn Thị Khỏe"), ("Hoè", "Hòe")]
)
def test_old_and_new_place_of_the_tone_mark_are_equal(old: str, new: str) -> None:
    assert name_key(old) == name_key(new)


def test_letters_decide_before_tones_and_tones_before_the_family_name() -> None:
    assert sorted(["Vũ Hà", "Bùi Há", "An Hạ", "Lê Hai"], key=name_key) == ["Vũ Hà", "Bùi Há", "An Hạ", "Lê Hai"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Y Moan Ênuôl", True),
        ("H'Hen Niê", True),
        ("H’Hen Niê", True),
        ("A Thút", True),
        ("John Smith", True),
        ("Phạm Thị Wen", True),
        ("Nguyễn Thị Ý", False),
        ("Tòng Văn Inh", False),
        ("Hà Công Lực", False),
        ("An", False),
    ],
)
def test_names_of_the_highlands_and_of_foreigners_are_not_turned_round(name: str, *, kept: bool) -> None:
    assert keeps_its_order(name) is kept


def test_what_the_clerk_wants_it_sorted_as_goes_first() -> None:
    assert name_key("Y Moan Ênuôl", sort_name="Moan Y Ênuôl") == name_key("x", sort_name="moan y ênuôl")
    names = [("Lê Mai", None), ("Y Moan Ênuôl", "Moan Y Ênuôl"), ("Lê Nam", None)]
    assert sorted(names, key=lambda one: name_key(one[0], sort_name=one[1])) == names


def test_collectives_are_sorted_as_written_and_by_the_value_of_numbers() -> None:
    names = ["Đội số 2", "Đội số 10", "Tổ 1", "Tổ 02"]
    ordered = sorted({*names}, key=lambda name: name_key(name, RecipientKind.COLLECTIVE))
    assert ordered == names


def test_households_are_sorted_by_the_person_in_them() -> None:
    names = ["Hộ ông Bùi Văn An", "Gia đình bà Lê Thị Bình", "Hộ gia đình ông Đỗ Chiến"]
    ordered = sorted({*names}, key=lambda name: name_key(name, RecipientKind.HOUSEHOLD))
    assert ordered == names
