"""Words of the manual are found without accents, where words begin, and set off where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.manual_search import excerpt, has, places, wanted_in

TEXT = "Bấm “Sao lưu ngay”, rồi thử khôi phục bản sao lưu."


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("sao luu", ["Sao lưu", "sao lưu"]),
        ("SAO LƯU", ["Sao lưu", "sao lưu"]),
        ("khoi luu", ["lưu", "khôi", "lưu"]),
        ("luu sao", ["Sao", "lưu", "sao", "lưu"]),
        ("hoi", []),
        ("", []),
    ],
)
def test_words_are_set_off_where_they_stand(query: str, words: list[str]) -> None:
    assert [TEXT[start:end] for start, end in sorted(places(TEXT, query))] == words


@pytest.mark.parametrize(("words", "found"), [("co quan", True), ("quan", True), ("uan", False), ("o quan", False)])
def test_a_word_is_found_where_words_begin(words: str, found: bool) -> None:
    assert has("ten co quan", words) is found


def test_an_excerpt_shows_the_passage_with_the_words() -> None:
    text = (
        "Đoạn đầu.\n"
        + "Một hai ba bốn năm. " * 20
        + "Ở đây có phôi bằng khen, in lệch thì chỉnh. "
        + "Sáu bảy tám. " * 20
    )
    shown = excerpt(text, wanted_in("phoi bang"))
    assert "phôi bằng khen" in shown
    assert shown.startswith("…") and shown.endswith("…")
    assert len(shown) < 200


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="aáàđĐ ưỪ.x\n", max_size=40), st.text(alphabet="aáđ ưx", max_size=8))
def test_places_lie_within_the_text(text: str, query: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in places(text, query))
