"""Labels of headings and items: their kinds, and a tree numbered anew."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.numbering import (
    Numbered,
    Style,
    level_key,
    numeral_of,
    ordinal_of,
    renumbered,
    style_of,
    written,
)


@pytest.mark.parametrize(
    ("label", "style", "ordinal", "numeral"),
    [
        ("I.", Style.ROMAN, 1, "I"),
        ("XIV/", Style.ROMAN, 14, "XIV"),
        ("V.", Style.ROMAN, 5, "V"),
        ("1.", Style.NUMBER, 1, "1"),
        ("12)", Style.NUMBER, 12, "12"),
        ("(3)", Style.NUMBER, 3, "3"),
        ("2 .", Style.NUMBER, 2, "2"),
        ("7", Style.NUMBER, 7, "7"),
        ("1.1.", Style.DEEP, 1, "1.1"),
        ("2.3.4", Style.DEEP, 4, "2.3.4"),
        ("1.1-", Style.DEEP, 1, "1.1"),
        ("a)", Style.LETTER, 1, "a"),
        ("d)", Style.LETTER, 4, "d"),
        ("đ)", Style.LETTER, 5, "đ"),
        ("e.", Style.LETTER, 6, "e"),
        ("y)", Style.LETTER, 23, "y"),
        ("aa)", Style.LETTER, 24, "aa"),
        ("ii)", Style.SMALL_ROMAN, 2, "ii"),
        ("A.", Style.CAPITAL, 1, "A"),
        ("Đ.", Style.CAPITAL, 5, "Đ"),
        ("Phần I", Style.PART, 1, "Phần I"),
        ("Phần thứ ba", Style.PART, 3, "Phần thứ ba"),
        ("Mục 2.", Style.PART, 2, "Mục 2"),
        ("Phụ lục 4", Style.PART, 4, "Phụ lục 4"),
        ("-", Style.BULLET, None, ""),
        ("+", Style.BULLET, None, ""),
        ("•", Style.BULLET, None, ""),
        ("", Style.NONE, None, ""),
        (None, Style.NONE, None, ""),
        ("Ghi chú:", Style.NONE, None, ""),
        ("f)", Style.NONE, None, ""),
    ],
)
def test_what_a_label_is(label: str | None, style: Style, ordinal: int | None, numeral: str) -> None:
    assert (style_of(label), ordinal_of(label), numeral_of(label)) == (style, ordinal, numeral)


@pytest.mark.parametrize(
    ("ordinal", "like", "label"),
    [
        (4, "I.", "IV."),
        (9, "II/", "IX/"),
        (3, "1)", "3)"),
        (5, "a)", "đ)"),
        (7, "b.", "g."),
        (9, "a)", "i)"),
        (10, "a)", "k)"),
        (23, "a)", "y)"),
        (24, "a)", "aa)"),
        (2, "(1)", "(2)"),
        (5, "A.", "Đ."),
        (3, "Phần I", "Phần III"),
        (2, "Phần thứ nhất", "Phần thứ hai"),
        (2, "PHẦN THỨ NHẤT", "PHẦN THỨ HAI"),
        (6, "Đợt 1", "Đợt 6"),
        (4, "ii)", "iv)"),
    ],
)
def test_a_label_of_the_same_kind(ordinal: int, like: str, label: str) -> None:
    assert written(style_of(like), ordinal, like) == label


def test_a_deep_number_stands_below_its_parents() -> None:
    assert written(Style.DEEP, 3, "1.1.", prefix="2") == "2.3."


def test_levels_are_told_apart_by_their_signs() -> None:
    assert level_key("1.") == level_key("7.") != level_key("1)")
    assert level_key("-") != level_key("+")
    assert level_key("1.1.") != level_key("1.1.1.")


def numbers(*items: tuple[int, str | None]) -> tuple[str | None, ...]:
    return renumbered([Numbered(depth, label) for depth, label in items])


@pytest.mark.parametrize(
    ("items", "labels"),
    [
        ([(1, "I."), (2, "1."), (2, "3."), (1, "I.")], ["I.", "1.", "2.", "II."]),
        ([(1, "II."), (2, "2."), (3, "2.4."), (3, "2.9.")], ["I.", "1.", "1.1.", "1.2."]),
        ([(1, "I."), (2, "a)"), (2, "c)"), (2, "d)"), (2, "e)"), (2, "g)")], ["I.", "a)", "b)", "c)", "d)", "đ)"]),
        ([(1, "I."), (2, "-"), (2, "+"), (2, None)], ["I.", "-", "+", None]),
        # What counted on from quarter to quarter still does, what began anew begins anew.
        ([(1, "I."), (2, "1"), (2, "3"), (1, "II."), (2, "4"), (2, "6")], ["I.", "1", "2", "II.", "3", "4"]),
        ([(1, "I."), (2, "1."), (2, "2."), (1, "II."), (2, "2."), (2, "3.")], ["I.", "1.", "2.", "II.", "1.", "2."]),
        # "i)" opens a level of small Roman numerals, and is the ninth letter among letters.
        ([(1, "i)"), (1, "iii)")], ["i)", "ii)"]),
        ([(1, "h)"), (1, "k)")], ["a)", "b)"]),
        ([(1, "II."), (2, "2.1."), (2, "2.3.")], ["I.", "1.1.", "1.2."]),
        ([(1, "A."), (2, "5.1."), (2, "5.4.")], ["A.", "5.1.", "5.2."]),
    ],
)
def test_a_tree_numbered_anew(items: list[tuple[int, str | None]], labels: list[str | None]) -> None:
    assert list(numbers(*items)) == labels


def test_what_was_put_in_by_hand_does_not_say_how_the_document_counts() -> None:
    items = [Numbered(1, "I."), Numbered(2, "1"), Numbered(1, "II."), Numbered(2, "1", fresh=True), Numbered(2, "2")]
    assert renumbered(items) == ("I.", "1", "II.", "2", "3")


LABELS = st.sampled_from(
    [None, "I.", "II.", "1.", "2.", "9)", "1.1.", "2.4.", "a)", "đ)", "i)", "-", "+", "Phần II", "A.", "(2)"]
)
TREES = st.lists(st.builds(Numbered, st.integers(1, 4), LABELS), max_size=25)


@settings(max_examples=60, deadline=None, database=None)
@given(TREES)
def test_numbering_anew_twice_changes_nothing_more(items: list[Numbered]) -> None:
    once = renumbered(items)
    again = renumbered([Numbered(item.depth, label) for item, label in zip(items, once, strict=True)])
    assert again == once


@settings(max_examples=60, deadline=None, database=None)
@given(TREES)
def test_every_level_counts_without_a_gap(items: list[Numbered]) -> None:
    """Below each parent the ordinals follow each other, and what had no number has none."""
    labels = renumbered(items)
    groups: dict[tuple[tuple[int, ...], int], list[int]] = {}
    path: list[int] = []
    for at, (item, label) in enumerate(zip(items, labels, strict=True)):
        while path and items[path[-1]].depth >= item.depth:
            path.pop()
        ordinal = ordinal_of(label)
        assert (ordinal is None) or item.label is not None
        assert (item.label is None) == (label is None)
        if ordinal is not None and style_of(label) is not Style.SMALL_ROMAN:
            groups.setdefault((tuple(path), item.depth), []).append(ordinal)
        path.append(at)
    for ordinals in groups.values():
        if 9 not in ordinals:  # an "i)" alone may be a letter or a numeral
            assert ordinals == list(range(ordinals[0], ordinals[0] + len(ordinals)))
