"""Units through time: trees of a day, ways from old units to those of today, refusals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import UnitEventId, UnitId
from thidua_desktop.domain.unit_events import (
    UnitEndedBefore,
    UnitEvent,
    UnitEventEmpty,
    UnitEventKind,
    UnitEventTooEarly,
    UnitLaterEvent,
    changed,
)
from thidua_desktop.domain.unit_tree import UnitBelowItself, UnitNameTaken, UnitTree
from thidua_desktop.domain.units import Unit, UnitDaysReversed

DAY = timedelta(days=1)
K = UnitEventKind
BEFORE, AFTER = date(2024, 1, 1), date(2026, 1, 1)


class Office:
    """Units and events, changed as the service changes them."""

    def __init__(self) -> None:
        self.units: dict[UnitId, Unit] = {}
        self.events: list[UnitEvent] = []

    def add(self, name: str, parent: UnitId | None = None, **said: int) -> UnitId:
        unit_id = UnitId(len(self.units) + 1)
        self.units[unit_id] = Unit(name, parent_id=parent, id=unit_id, position=said.get("position"))
        return unit_id

    def happen(self, kind: K, day: date, before: list[UnitId], after: list[Unit | UnitId]) -> list[UnitId]:
        change = changed(kind, day, [self.units[each] for each in before], after, self.events)
        for unit in change.ends:
            assert unit.id is not None
            self.units[unit.id] = unit
        ids = [each if isinstance(each, int) else self._keep(each) for each in change.after]
        event_id = UnitEventId(len(self.events) + 1)
        self.events.append(UnitEvent(kind, day, change.before, tuple(ids), id=event_id))
        return ids

    def _keep(self, unit: Unit) -> UnitId:
        unit_id = UnitId(len(self.units) + 1)
        self.units[unit_id] = replace(unit, id=unit_id)
        return unit_id

    def tree(self) -> UnitTree:
        return UnitTree(self.units.values(), self.events)


@pytest.fixture
def office() -> Office:
    return Office()


def names(tree: UnitTree, day: date) -> list[str]:
    return [f"{'  ' * node.level}{node.unit.name}" for node in tree.rows_on(day)]


def test_units_of_a_renamed_superior_stand_below_its_name_of_the_day(office: Office) -> None:
    old = office.add("Sở Công Thương")
    office.add("Phòng Tổng hợp", old)
    office.happen(K.RENAME, date(2025, 3, 1), [old], [replace(office.units[old], name="Sở Công nghiệp")])
    assert names(office.tree(), BEFORE) == ["Sở Công Thương", "  Phòng Tổng hợp"]
    assert names(office.tree(), date(2025, 2, 28)) == ["Sở Công Thương", "  Phòng Tổng hợp"]
    assert names(office.tree(), date(2025, 3, 1)) == ["Sở Công nghiệp", "  Phòng Tổng hợp"]


def test_a_merger_takes_the_units_of_all_along(office: Office) -> None:
    first, second = office.add("Sở A"), office.add("Sở B")
    office.add("Phòng a", first)
    office.add("Phòng b", second)
    (new,) = office.happen(K.MERGE, date(2025, 3, 1), [first, second], [Unit("Sở C")])
    assert names(office.tree(), AFTER) == ["Sở C", "  Phòng a", "  Phòng b"]
    assert office.tree().lineage(new) == {first, second, new}
    assert office.tree().at(new, BEFORE) == (first, second)
    assert office.tree().at(first, AFTER) == (new,)


def test_one_that_goes_on_takes_the_other_in(office: Office) -> None:
    big, small = office.add("Sở Tài chính"), office.add("Sở Kế hoạch")
    office.happen(K.MERGE, date(2025, 3, 1), [small, big], [big])
    tree = office.tree()
    assert names(tree, AFTER) == ["Sở Tài chính"]
    assert tree.at(small, AFTER) == (big,)
    assert tree.predecessors(big) == {small}
    assert tree.successors(big) == frozenset()


def test_what_was_divided_before_is_no_successor_of_who_came_later(office: Office) -> None:
    """A becomes A and B in 2015; C joins A in 2020: C has become A, and never B."""
    first, later = office.add("A"), office.add("C")
    _, part = office.happen(K.SPLIT, date(2015, 1, 1), [first], [first, Unit("B")])
    office.happen(K.MERGE, date(2020, 1, 1), [later, first], [first])
    tree = office.tree()
    assert tree.successors(later) == {first}
    assert tree.predecessors(part) == {first}


def test_a_dissolved_superior_leaves_its_units_to_its_own(office: Office) -> None:
    top = office.add("UBND tỉnh")
    middle = office.add("Ban Dân tộc", top)
    office.add("Phòng Chính sách", middle)
    office.happen(K.DISSOLVE, date(2025, 3, 1), [middle], [])
    assert names(office.tree(), AFTER) == ["UBND tỉnh", "  Phòng Chính sách"]
    assert office.tree().at(middle, AFTER) == ()


def test_the_offices_own_order_comes_before_the_alphabet(office: Office) -> None:
    office.add("Ban Z", position=1)
    office.add("Ban A", position=2)
    office.add("Sở B")
    office.add("Đội Đ")
    office.add("Ân")
    assert names(office.tree(), BEFORE) == ["Ban Z", "Ban A", "Ân", "Đội Đ", "Sở B"]
    ranks = [office.tree().rank(unit_id) for unit_id in office.units]
    assert ranks == [0, 1, 4, 3, 2]


@pytest.mark.parametrize(
    ("kind", "day", "before", "error"),
    [
        (K.RENAME, date(2025, 1, 1), ["new"], UnitEventTooEarly),
        (K.RENAME, date(2025, 6, 1), ["ended"], UnitEndedBefore),
        (K.DISSOLVE, date(2024, 6, 1), ["renamed"], UnitLaterEvent),
        (K.RENAME, date(2025, 2, 1), ["renamed"], UnitLaterEvent),
        (K.MERGE, date(2026, 6, 1), ["free"], UnitEventEmpty),
        (K.SPLIT, date(2026, 6, 1), ["free"], UnitEventEmpty),
    ],
)
def test_events_that_cannot_be(office: Office, kind: K, day: date, before: list[str], error: type[AppError]) -> None:
    ids = {name: office.add(name) for name in ("ended", "renamed", "free")}
    office.units[ids["ended"]] = replace(office.units[ids["ended"]], valid_to=date(2025, 3, 1))
    (ids["new"],) = office.happen(K.RENAME, date(2025, 2, 1), [ids["renamed"]], [Unit("x")])
    with pytest.raises(error):
        office.happen(kind, day, [ids[name] for name in before], [Unit("y")])


def test_nobody_stands_below_himself_under_any_name(office: Office) -> None:
    top = office.add("Sở")
    middle = office.add("Phòng", top)
    low = office.add("Tổ", middle)
    (new,) = office.happen(K.RENAME, date(2025, 1, 1), [top], [Unit("Sở mới")])
    tree = office.tree()
    for unit_id, parent in ((top, top), (top, low), (middle, low), (new, low), (new, middle)):
        with pytest.raises(UnitBelowItself):
            tree.check_superior(unit_id, parent)
    tree.check_superior(low, new)


def test_a_part_may_stand_below_what_it_was_a_part_of(office: Office) -> None:
    whole = office.add("Sở Y tế")
    _, part = office.happen(K.SPLIT, date(2025, 1, 1), [whole], [whole, Unit("Trung tâm", parent_id=whole)])
    office.tree().check(replace(office.units[part], note="x"))
    assert names(office.tree(), AFTER) == ["Sở Y tế", "  Trung tâm"]


def test_one_name_is_taken_while_its_unit_exists(office: Office) -> None:
    old = office.add("Phòng Hòa giải")
    tree = office.tree()
    with pytest.raises(UnitNameTaken):
        tree.check(Unit("phòng Hoà giải"))
    tree.check(Unit("Phòng Hoà giải", parent_id=UnitId(9)))
    tree.check(Unit("Phòng Hoa giải"))
    office.units[old] = replace(office.units[old], valid_to=date(2024, 12, 31))
    office.tree().check(Unit("Phòng Hòa giải", valid_from=date(2025, 1, 1)))
    with pytest.raises(UnitNameTaken):
        office.tree().check(Unit("Phòng Hòa giải", valid_from=date(2024, 12, 31)))
    with pytest.raises(UnitDaysReversed):
        tree.check(Unit("B", valid_from=date(2025, 1, 2), valid_to=date(2025, 1, 1)))


def test_broken_rows_make_no_endless_tree() -> None:
    loop = [Unit("A", parent_id=UnitId(2), id=UnitId(1)), Unit("B", parent_id=UnitId(1), id=UnitId(2))]
    tree = UnitTree(loop)
    assert {node.unit.name for node in tree.rows_on(AFTER)} == {"A", "B"}
    assert tree.rank(UnitId(1)) != tree.rank(UnitId(2))
    assert len(tree.path(UnitId(1), AFTER)) == 2


@st.composite
def histories(draw: st.DrawFn) -> Office:
    """Offices to which anything happens, as long as the rules allow it."""
    office = Office()
    for number in range(draw(st.integers(1, 4))):
        office.add(f"Đơn vị {number}")
    day = date(2020, 1, 1)
    for step in range(draw(st.integers(0, 7))):
        day += timedelta(days=draw(st.integers(1, 400)))
        living = [unit_id for unit_id, unit in office.units.items() if unit.valid_to is None]
        if not living:
            break
        kind = draw(st.sampled_from([K.RENAME, K.MERGE, K.SPLIT, K.DISSOLVE]))
        one, other = draw(st.sampled_from(living)), draw(st.sampled_from(living))
        new = Unit(f"Mới {step}")
        after: dict[K, list[Unit | UnitId]] = {
            K.RENAME: [new],
            K.MERGE: [other if draw(st.booleans()) else new],
            K.SPLIT: [one if draw(st.booleans()) else new, Unit(f"Phần {step}")],
            K.DISSOLVE: [],
        }
        if kind is K.MERGE and one == other:
            continue
        office.happen(kind, day, [one, other] if kind is K.MERGE else [one], after[kind])
    return office


@given(histories())
@settings(deadline=None, max_examples=60)
def test_ways_forward_and_back_agree(office: Office) -> None:
    tree = office.tree()
    for one in office.units:
        assert one not in tree.successors(one)
        for other in tree.successors(one):
            assert one in tree.predecessors(other)


@given(histories())
@settings(deadline=None, max_examples=60)
def test_on_every_day_each_unit_stands_in_the_tree_once(office: Office) -> None:
    tree = office.tree()
    days = {event.happened_on for event in office.events} | {AFTER}
    for day in {*days, *(each - DAY for each in days)}:
        living = [unit.id for unit in office.units.values() if unit.exists_on(day)]
        assert sorted(node.unit.id or 0 for node in tree.rows_on(day)) == sorted(each or 0 for each in living)
        for unit_id, unit in office.units.items():
            become = tree.at(unit_id, day)
            assert all(office.units[each].exists_on(day) for each in become)
            if unit.exists_on(day):
                assert become == (unit_id,)
            elif unit.valid_to is not None and unit.valid_to < day:
                assert set(become) <= tree.successors(unit_id)
            else:
                assert set(become) <= tree.predecessors(unit_id)


@given(histories())
@settings(deadline=None, max_examples=40)
def test_an_event_leaves_no_gap_and_no_overlap(office: Office) -> None:
    for event in office.events:
        for unit_id in event.ended:
            assert office.units[unit_id].valid_to == event.happened_on - DAY
        for unit_id in set(event.after) - set(event.before):
            assert office.units[unit_id].valid_from == event.happened_on
