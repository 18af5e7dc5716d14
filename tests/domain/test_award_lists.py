"""Award lists: every line once, counts that add up, the office's own orders."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.award_lists import (
    Counts,
    KindOrder,
    ListGroup,
    ListOrder,
    OrderKeys,
    award_list,
    counts_of,
)
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.nominations import Nomination, Occasion

AWARDS = ("bang_khen", "giay_khen")
UNITS = ("Văn phòng", "Sở Y tế", "Sở Nội vụ")
KEYS = OrderKeys(
    award=lambda award: (AWARDS.index(award),),
    unit=lambda unit: (UNITS.index(unit),),
    line=lambda line: (line.name,),
)

lines_of = st.lists(
    st.builds(
        Nomination,
        round_id=st.just(RoundId(1)),
        kind=st.sampled_from(RecipientKind),
        name=st.sampled_from(["An", "Bình", "Chi", "Dũng"]),
        award_id=st.sampled_from(AWARDS),
        unit=st.sampled_from(UNITS),
        occasion=st.sampled_from(Occasion),
    ),
    max_size=25,
)


def flat(groups: Iterable[ListGroup]) -> list[Nomination]:
    return [line for group in groups for line in (*group.lines, *flat(group.groups))]


def assert_counts(group: ListGroup) -> None:
    assert group.counts == counts_of(flat([group]))
    if group.groups:
        assert group.counts == sum((inside.counts for inside in group.groups), Counts())
    for inside in group.groups:
        assert_counts(inside)


@given(lines_of, st.sampled_from(ListOrder), st.sampled_from(KindOrder))
def test_every_line_stands_once_and_the_counts_add_up(
    lines: list[Nomination], order: ListOrder, kinds: KindOrder
) -> None:
    groups = award_list(lines, order, KEYS, kinds=kinds)
    assert sorted(map(repr, flat(groups))) == sorted(map(repr, lines))
    assert sum((group.counts for group in groups), Counts()).total == len(lines)
    for group in groups:
        assert_counts(group)


def line(name: str, award: str, unit: str, kind: RecipientKind = RecipientKind.PERSON) -> Nomination:
    return Nomination(RoundId(1), kind, name, award, unit=unit)


LINES = [
    line("Bình", "giay_khen", "Sở Y tế"),
    line("An", "giay_khen", "Sở Y tế"),
    line("Khoa Dược", "giay_khen", "Sở Y tế", RecipientKind.COLLECTIVE),
    line("Chi", "bang_khen", "Sở Nội vụ"),
    line("Dũng", "giay_khen", "Văn phòng"),
]


def keys(order: ListOrder, kinds: KindOrder = KindOrder.COLLECTIVES_FIRST) -> list[tuple[str, list[str]]]:
    return [
        (group.key, [inside.key for inside in group.groups]) for group in award_list(LINES, order, KEYS, kinds=kinds)
    ]


def test_by_award_and_then_unit() -> None:
    assert keys(ListOrder.AWARD_UNIT) == [("bang_khen", ["Sở Nội vụ"]), ("giay_khen", ["Văn phòng", "Sở Y tế"])]


def test_by_unit_in_the_order_of_the_office() -> None:
    assert keys(ListOrder.UNIT_AWARD) == [
        ("Văn phòng", ["giay_khen"]),
        ("Sở Y tế", ["giay_khen"]),
        ("Sở Nội vụ", ["bang_khen"]),
    ]


def test_by_occasion() -> None:
    assert keys(ListOrder.OCCASION_AWARD) == [("merit", ["bang_khen", "giay_khen"])]


def test_the_office_says_which_kind_comes_first() -> None:
    collectives = award_list(LINES, ListOrder.UNIT_AWARD, KEYS)[1].groups[0].groups
    assert [(group.key, [one.name for one in group.lines]) for group in collectives] == [
        ("collective", ["Khoa Dược"]),
        ("person", ["An", "Bình"]),
    ]
    persons = award_list(LINES, ListOrder.UNIT_AWARD, KEYS, kinds=KindOrder.PERSONS_FIRST)[1].groups[0].groups
    assert [group.key for group in persons] == ["person", "collective"]
