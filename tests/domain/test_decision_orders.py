"""Orders of a draft's list."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.decision_orders import LineOrder, arranged, moved
from thidua_desktop.domain.decisions import DecisionLine


def line(name: str, award: str = "a", kind: str = "person", unit: str = "") -> DecisionLine:
    return DecisionLine(None, name, award, kind, unit=unit)


LINES = (
    line("Trần Văn Bình", unit="Sở Y tế"),
    line("Lê An", unit="Sở Y tế"),
    line("Phòng Tổ chức", kind="collective", unit="Sở Nội vụ"),
    line("Đỗ Cường", unit="Sở Nội vụ"),
    line("Hộ ông Dũng", kind="household"),
    line("Vũ Én", award="b"),
)


def names(lines: tuple[DecisionLine, ...]) -> list[str]:
    return [one.name for one in lines]


def ordered(order: LineOrder) -> tuple[DecisionLine, ...]:
    places = ("", "Sở Nội vụ", "Sở Y tế")
    return arranged(LINES, order, {"a": 1, "b": 2}.__getitem__, places.index)


def test_by_name() -> None:
    assert names(ordered(LineOrder.NAME)) == [
        *("Vũ Én", "Phòng Tổ chức", "Lê An", "Trần Văn Bình", "Đỗ Cường", "Hộ ông Dũng")
    ]


def test_by_unit() -> None:
    assert names(ordered(LineOrder.UNIT)) == [
        *("Vũ Én", "Phòng Tổ chức", "Đỗ Cường", "Lê An", "Trần Văn Bình", "Hộ ông Dũng")
    ]


def test_places_are_numbered_anew() -> None:
    assert [one.place for one in ordered(LineOrder.NAME)] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("chosen", "step", "order"),
    [
        ([1], -1, "bacd"),
        ([0], -1, "abcd"),
        ([3], 1, "abcd"),
        ([0, 1], 1, "cabd"),
        ([2, 3], 1, "abcd"),
        ([1, 3], -1, "badc"),
        ([0, 1, 2], -1, "abcd"),
    ],
)
def test_lines_move_together_and_never_beyond(chosen: list[int], step: int, order: str) -> None:
    assert names(moved([line(name) for name in "abcd"], chosen, step)) == list(order)
