"""A table with four lines of work."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.common.works import (
    COLUMNS,
    NAME,
    ROWS,
    Work,
)
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel


@pytest.fixture
def model(qapp: object) -> TableModel[Work]:
    made = TableModel(COLUMNS, key=lambda work: work.id)
    made.set_rows(ROWS)
    made.grow = lambda like: Work(None, "Việc mới", state=like.state if like is not None else "Chưa làm")
    return made


@pytest.fixture
def grid(qtbot: QtBot, model: TableModel[Work], preferences: Preferences) -> Grid[Work]:
    made = Grid(model, name="works", preferences=preferences, filters=True)
    qtbot.addWidget(made)
    made.resize(560, 320)
    with qtbot.waitActive(made):
        made.show()
    made.go_to(1, column=NAME)
    made.setFocus()
    return made
