"""Classes made by ``common.records`` beside the same ones made by the standard library."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from thidua_desktop.common import records


def _point(dataclass: Callable[..., Any]) -> Any:
    @dataclass(frozen=True, slots=True)
    class Point:
        """A place."""

        across: int
        down: int = 2
        names: tuple[str, ...] = ()
        marks: list[int] = field(default_factory=list)
        hidden: str = field(default="x", repr=False, compare=False)
        ready: bool = field(default=True, init=False)

    return Point


def _open(dataclass: Callable[..., Any]) -> Any:
    @dataclass(slots=True)
    class Open:
        number: int
        told: object = field(default_factory=list)

        def __post_init__(self) -> None:
            self.told = f"{self.told}{self.number}"

    return Open


def _family(dataclass: Callable[..., Any]) -> Any:
    @dataclass(frozen=True)
    class Parent:
        first: int
        second: int = 5

        def __repr__(self) -> str:
            return "parent"

    @dataclass(frozen=True)
    class Child(Parent):
        third: int = 7

    return Child


OURS, STANDARD = records.dataclass, dataclasses.dataclass


@pytest.mark.parametrize("make", [_point, _open, _family])
def test_a_record_is_what_the_standard_library_makes(make: Callable[[Any], Any]) -> None:
    ours, standard = make(OURS), make(STANDARD)
    for given, named in [((1,), {}), ((3, 4), {}), ((3,), {next(reversed(_named(ours))): 9})]:
        mine, theirs = ours(*given, **named), standard(*given, **named)
        assert repr(mine).rpartition(".")[2] == repr(theirs).rpartition(".")[2]
        assert [getattr(mine, one.name) for one in dataclasses.fields(mine)] == list(_values(theirs))
        assert mine == ours(*given, **named)
        assert mine != standard(*given, **named)
        assert mine != ours(99)
        assert ours.__match_args__ == standard.__match_args__


def test_fields_that_are_not_compared_do_not_count() -> None:
    point = _point(OURS)
    assert point(1, hidden="a") == point(1, hidden="b")
    assert "hidden" not in repr(point(1))
    assert point(1).marks is not point(1).marks


def test_nothing_of_a_frozen_record_can_be_changed() -> None:
    made = _family(OURS)(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'second'"):
        made.second = 3
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'second'"):
        del made.second
    with pytest.raises(FrozenInstanceError):
        made.unknown = 3
    assert made.second == 5


def test_only_frozen_records_can_be_keys() -> None:
    child = _family(OURS)
    assert {child(1, 2): "found"}[child(1, 2)] == "found"
    with pytest.raises(TypeError, match="unhashable"):
        hash(_open(OURS)(1))


def test_missing_and_unknown_values_are_refused_by_name() -> None:
    point = _point(OURS)
    with pytest.raises(TypeError, match="across"):
        point()
    with pytest.raises(TypeError, match="above"):
        point(1, above=2)


def test_records_are_replaced_copied_and_told_like_the_standard_ones() -> None:
    made = _point(OURS)(1, names=("a",))
    changed = dataclasses.replace(made, down=8)
    assert (changed.across, changed.down, changed.names) == (1, 8, ("a",))
    assert dataclasses.asdict(changed)["down"] == 8
    assert copy.deepcopy(made) == made


@records.dataclass(frozen=True, slots=True)
class Kept:
    """Of this module, so that pickle finds it."""

    name: str
    years: tuple[int, ...] = ()


def test_a_frozen_record_goes_to_another_process_and_back() -> None:
    kept = Kept("Hà", (2025, 2026))
    assert pickle.loads(pickle.dumps(kept)) == kept


def _named(cls: Any) -> dict[str, Any]:
    return {one.name: one for one in dataclasses.fields(cls) if one.init}


def _values(made: Any) -> tuple[Any, ...]:
    return tuple(getattr(made, one.name) for one in dataclasses.fields(made))
