"""Lists that are handed on show only the end of identity numbers, unless the clerk asks for all of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback
from tests.ui.nominations.conftest import RoundOf2024
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import clipboard
from thidua_desktop.ui.nominations.page import NominationsPage

NUMBER = "001080123456"


@pytest.fixture
def with_number(services: Services, round_2024: RoundOf2024, page: NominationsPage) -> NominationsPage:
    """The page with a line that has a number, which is shown in its column and named in a remark."""
    line = services.nominations.get(round_2024.ids["an"])
    services.nominations.save(replace(line, id_number=NUMBER, note=f"CCCD cấp lại: {NUMBER}"))
    page.reload()
    for at, column in enumerate(page.model.columns):
        page.grid.setColumnHidden(at, column.key not in ("name", "id_number", "note"))
    page.grid.clearSelection()
    return page


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_a_copied_list_shows_the_end_of_the_number(qtbot: QtBot, with_number: NominationsPage) -> None:
    with_number.copy_action.trigger()
    assert "Số CCCD" in copied()
    assert copied().count("********3456") == 2
    assert NUMBER not in copied()


def test_a_copied_block_shows_the_end_of_the_number(qtbot: QtBot, with_number: NominationsPage) -> None:
    with_number.grid.selectAll()
    with_number.grid.copy()
    assert "********3456" in copied()
    assert NUMBER not in copied()
    assert NUMBER in [cell for row in clipboard.cells() for cell in row]  # for a table of the program itself


def test_the_whole_number_is_copied_when_asked_for_and_only_then(
    qtbot: QtBot, with_number: NominationsPage, feedback: FakeFeedback
) -> None:
    at = next(at for at, column in enumerate(with_number.model.columns) if column.key == "id_number")
    with_number.grid.setColumnHidden(at, True)
    with_number.copy_full_action.trigger()
    assert copied().count(NUMBER) == 2
    assert "đủ số CCCD" in feedback.said[-1]
    with_number.copy_action.trigger()
    assert NUMBER not in copied()
    assert "đủ số CCCD" not in feedback.said[-1]


def test_one_cell_alone_is_what_it_says(qtbot: QtBot, with_number: NominationsPage, round_2024: RoundOf2024) -> None:
    at = next(at for at, column in enumerate(with_number.model.columns) if column.key == "id_number")
    line = with_number.model.line_of(round_2024.ids["an"])
    assert line is not None
    with_number.grid.setCurrentIndex(with_number.grid.proxy.mapFromSource(with_number.model.index(line, at)))
    with_number.grid.copy()
    assert copied() == NUMBER


def test_what_comes_from_another_program_is_taken_as_it_is(qtbot: QtBot) -> None:
    clipboard.put([["Bà Lê Thị Dung", NUMBER]])
    QGuiApplication.clipboard().setText("Ông Bùi Văn Đạt\t001080654321")
    assert clipboard.cells() == [["Ông Bùi Văn Đạt", "001080654321"]]
