"""A new office: wherever a list or a table has nothing, words say what goes there, and most offer to begin."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from thidua_desktop.bootstrap import open_services
from thidua_desktop.services import demo
from thidua_desktop.services.container import Services
from thidua_desktop.ui import empty_screens
from thidua_desktop.ui.common import grid_look
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import EmptyState
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.screen import Screen, settle

LEAST = 60
"""Lower lists are parts of fields."""

NOTHING_TO_BEGIN = {
    "Không có người nhận nào có thể trùng",
    "Thùng rác trống",
    "Chưa có việc nào",
    "Chưa có đơn vị nào để ghi đăng ký thi đua",
}
"""States in which all is well, or which are ended at another tab that they name."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    folder = tmp_path_factory.mktemp("moi")
    with open_services(folder / "moi.tdkt", create=True, today=lambda: date(2026, 5, 20)) as services:
        services.office.save(demo.OFFICE)
        yield services


def visible(root: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [each for each in root.findChildren(kind) if each.isVisible() and not each.visibleRegion().isEmpty()]


def empty_views(root: QWidget) -> list[QAbstractItemView]:
    views = [view for view in visible(root, QAbstractItemView) if isinstance(view, QAbstractItemView)]
    return [
        view
        for view in views
        if not isinstance(view, QHeaderView)
        and not isinstance(view.parentWidget(), QComboBox)
        and view.model().rowCount() == 0
        and view.viewport().height() >= LEAST
    ]


@pytest.mark.screens
@pytest.mark.parametrize("screen", empty_screens.SCREENS, ids=lambda screen: screen.name)
def test_a_new_office_is_told_what_goes_where(qtbot: QtBot, office: Services, tmp_path: Path, screen: Screen) -> None:
    window = MainWindow(office, Preferences(tmp_path / "giao-dien.ini"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    settle(window)
    shown = screen.show(window)
    settle(window)
    for view in empty_views(shown):
        assert isinstance(view, Grid), f"{view.accessibleName()}: a list without a word"
        assert view.empty_words != grid_look.NOTHING_YET, f"{view.accessibleName()}: does not say what goes here"
    for state in visible(shown, EmptyState):
        assert isinstance(state, EmptyState)
        assert state.buttons or state.accessibleName() in NOTHING_TO_BEGIN, state.accessibleName()
    if shown is not window:
        shown.close()
    window.close()


def test_a_filter_that_leaves_nothing_says_so_and_can_be_taken_away(qtbot: QtBot, tmp_path: Path) -> None:
    model = TableModel[str]((Column[str]("name", "Họ tên", str, 200),), str)
    grid = Grid(model, name="thu", preferences=Preferences(tmp_path / "giao-dien.ini"))
    qtbot.addWidget(grid)
    grid.resize(500, 300)
    grid.show()
    grid.set_rows(("Nguyễn Văn An", "Lê Thị Bình"))
    assert grid.findChildren(QPushButton, "") == []
    grid.proxy.set_query("không ai")
    grid.unfilter_wanted.connect(lambda: grid.proxy.set_query(""))
    made = grid.nothing_left.button
    assert made is not None
    assert made.isVisible()
    assert grid.viewport().rect().contains(made.geometry())
    made.click()
    assert grid.proxy.rowCount() == 2
    assert not made.isVisible()
    grid.filters.set_text(0, "xyz")
    assert made.isVisible()
    made.click()
    assert grid.proxy.rowCount() == 2
