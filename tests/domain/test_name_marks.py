"""Which letters of three spellings are marked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.name_marks import Stretch, marked, unseen


def differing(texts: tuple[str | None, ...]) -> list[str | None]:
    return [
        None if found is None else "".join(f"[{one.text}]" if one.differs else one.text for one in found)
        for found in marked(texts)
    ]


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (("Lê An", "Lê An", "Lê An"), ["Lê An", "Lê An", "Lê An"]),
        (("Lê An", "Lê Ân", "Lê An"), ["Lê [A]n", "Lê [Â]n", "Lê [A]n"]),
        (("Lê An", "Lê  An", "Lê An"), ["Lê An", "Lê [ ]An", "Lê An"]),
        (("Hoà", "Hòa", None), ["H[oà]", "H[òa]", None]),
        (("", "An", "An"), ["", "[An]", "[An]"]),
        (("e\u0301", "é", "é"), ["[e\u0301]", "[é]", "[é]"]),
    ],
)
def test_the_letters_that_are_not_in_all_texts(texts: tuple[str | None, ...], shown: list[str | None]) -> None:
    assert differing(texts) == shown


@settings(deadline=None, max_examples=60)
@given(st.tuples(*[st.one_of(st.none(), st.text(max_size=12))] * 3))
def test_nothing_of_a_text_is_lost_and_equal_texts_have_no_marks(texts: tuple[str | None, ...]) -> None:
    for text, found in zip(texts, marked(texts), strict=True):
        assert (None if found is None else "".join(one.text for one in found)) == text
    if len(set(texts)) == 1 and texts[0]:
        assert marked(texts) == ((Stretch(texts[0], differs=False),),) * 3


def test_what_the_eye_does_not_see_is_shown() -> None:
    assert unseen("a\u00a0b e\u0301\u200b") == "a·b·e◌\u0301□"
