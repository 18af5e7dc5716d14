"""What takes long on the window's own thread is done in pieces: the same answer, the window alive in between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.common import slices, table_proxy
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.slices import Slices, Steps, at_once
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.table_proxy import TableProxy

_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Item:
    id: int
    name: str
    weight: int | None


COLUMNS = (
    Column[Item]("id", "Mã", lambda item: str(item.id), sort_key=lambda item: item.id),
    Column[Item]("name", "Tên", lambda item: item.name),
    Column[Item]("weight", "Nặng", lambda item: str(item.weight), sort_key=lambda item: item.weight),
)
LONG = [Item(at, f"Người {'ăâbc'[at % 4]} số {at % 17}", at * 7 % 5 or None) for at in range(300)]


def _counted(steps: int) -> Steps[str]:
    for _ in range(steps):
        yield
    return f"{steps} bước"


@pytest.fixture
def in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """A piece is over as soon as it has begun, and a table of a few lines is long."""
    monkeypatch.setattr(slices, "SLICE_S", 0.0)
    for name, value in {"_AT_ONCE": 20, "_STEP": 7, "_PART": 64}.items():
        monkeypatch.setattr(table_proxy, name, value)


def _model(grouped: bool = False) -> TableModel[Item]:
    grouping = Grouping[Item](lambda item: f"Nhóm {item.id // 100}", lambda rows: f"{len(rows)} dòng")
    model = TableModel(COLUMNS, key=lambda item: item.id, grouping=grouping if grouped else None)
    model.set_rows(LONG)
    return model


def _shown(proxy: TableProxy) -> list[Item | None]:
    return [proxy.row(at) for at in range(proxy.rowCount())]


@pytest.mark.usefixtures("qapp")
def test_the_answer_comes_when_all_steps_are_done(qtbot: QtBot) -> None:
    pieces, told = Slices(), list[str]()
    pieces.begin(_counted(1_000), told.append)
    qtbot.waitUntil(lambda: told == ["1000 bước"])
    assert not pieces.busy()
    assert at_once(_counted(3)) == "3 bước"


def test_what_is_begun_anew_takes_the_place_of_what_is_not_done(qtbot: QtBot, in_pieces: None) -> None:
    pieces, told = Slices(), list[str]()
    pieces.begin(_counted(50), told.append)
    assert pieces.busy()
    pieces.begin(_counted(2), told.append)
    qtbot.waitUntil(lambda: not pieces.busy())
    assert told == ["2 bước"]


@pytest.mark.parametrize("grouped", [False, True])
@pytest.mark.parametrize(("column", "order"), [(0, _DOWN), (1, _UP), (1, _DOWN), (2, _UP), (2, _DOWN)])
def test_a_long_table_is_sorted_as_a_short_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, grouped: bool, column: int, order: Qt.SortOrder
) -> None:
    short = TableProxy(_model(grouped))
    short.sort(column, order)
    monkeypatch.setattr(table_proxy, "_AT_ONCE", 20)
    monkeypatch.setattr(table_proxy, "_PART", 64)
    monkeypatch.setattr(slices, "SLICE_S", 0.0)
    long = TableProxy(_model(grouped))
    with qtbot.waitSignal(long.arranged):
        long.sort(column, order)
    assert _shown(long) == _shown(short)


@pytest.fixture
def model(qapp: object) -> TableModel[Item]:
    return _model()


@pytest.fixture
def proxy(model: TableModel[Item], in_pieces: None) -> Iterator[TableProxy]:
    made = TableProxy(model)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made


def test_until_it_is_filtered_a_table_shows_what_it_showed(qtbot: QtBot, proxy: TableProxy) -> None:
    with qtbot.waitSignal(proxy.arranged):
        proxy.set_query("nguoi c")
        assert proxy.rowCount() == len(LONG)
    assert proxy.shown() == sum(item.name.startswith("Người c") for item in LONG)


def test_a_sort_wished_while_it_is_filtered_is_not_forgotten(qtbot: QtBot, proxy: TableProxy) -> None:
    proxy.set_query("nguoi b")
    proxy.sort(0, _DOWN)
    qtbot.waitUntil(lambda: not proxy.busy())
    found = [item for item in _shown(proxy) if item is not None]
    assert found == [item for item in reversed(LONG) if item.name.startswith("Người b")]


def test_filled_anew_it_shows_what_it_showed_until_the_others_are_looked_at(
    qtbot: QtBot, model: TableModel[Item], proxy: TableProxy
) -> None:
    proxy.set_query("nguoi b")
    proxy.sort(0, _DOWN)
    qtbot.waitUntil(lambda: not proxy.busy())
    before = _shown(proxy)
    new = Item(1_000, "Người b mới", 1)
    model.set_rows([*LONG, new])
    assert _shown(proxy) == before
    qtbot.waitUntil(lambda: not proxy.busy())
    assert _shown(proxy) == [new, *before]


def test_rows_that_pass_once_they_are_changed_come_in(qtbot: QtBot, model: TableModel[Item], proxy: TableProxy) -> None:
    proxy.set_query("nguoi b")
    qtbot.waitUntil(lambda: not proxy.busy())
    model.set_rows([replace(item, name="Người b") for item in LONG])
    qtbot.waitUntil(lambda: proxy.shown() == len(LONG))
    assert all(one.id < two.id for one, two in pairwise(item for item in _shown(proxy) if item is not None))


def test_going_to_a_row_does_not_wait_for_the_filter(qtbot: QtBot, preferences: Preferences, in_pieces: None) -> None:
    grid = Grid(_model(), name="long", preferences=preferences)
    qtbot.addWidget(grid)
    grid.proxy.set_query("nguoi b")
    qtbot.waitUntil(lambda: not grid.proxy.busy())
    grid.sort_by(0, -1)
    grid.proxy.set_query("")
    assert grid.go_to(LONG[0].id)
    assert grid.current() == LONG[0]
