"""The window of movements: fields, typing and pasting into the grid, summing up, the way back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback
from tests.ui.reports.making import Maker
from thidua_desktop.domain.ids import MovementId
from thidua_desktop.domain.movements import LaunchLevel, Movement, MovementMethod, MovementScope
from thidua_desktop.services.container import Services
from thidua_desktop.ui.reports.frame import EMPTY, GRID
from thidua_desktop.ui.reports.movement_dialog import CloseDialog, MovementDialog
from thidua_desktop.ui.reports.movements_window import MovementsWindow

RURAL = Movement("Xây dựng nông thôn mới", 2022, started_on=date(2022, 3, 1), ends_on=date(2025, 12, 31))


@pytest.fixture
def shown(maker: Maker) -> MovementsWindow:
    return maker.show(MovementsWindow)


def test_an_empty_year_offers_to_begin(shown: MovementsWindow, services: Services) -> None:
    assert shown.pages.currentIndex() == EMPTY
    shown.add_action.trigger()
    dialog = shown.dialog
    assert isinstance(dialog, MovementDialog)
    assert not dialog.yes.isEnabled()
    dialog.name.setText("Thi đua  cải cách hành chính")
    dialog.started.setText("5/1/2024")
    dialog.ends.setText("31/12/2024")
    dialog.method.setCurrentText("Thường xuyên")
    dialog.yes.click()
    (kept,) = services.movements.of_year(2024)
    assert (kept.name, kept.started_on, kept.method) == (
        "Thi đua cải cách hành chính",
        date(2024, 1, 5),
        MovementMethod.STANDING,
    )
    assert shown.pages.currentIndex() == GRID
    assert shown.told.text() == "Năm 2024: phát động 1 phong trào; đã tổng kết 0."


def test_a_refusal_is_said_in_the_dialog_and_nothing_is_lost(shown: MovementsWindow, services: Services) -> None:
    shown.add()
    dialog = shown.dialog
    assert isinstance(dialog, MovementDialog)
    dialog.name.setText("Thi đua")
    dialog.started.setText("31/12/2024")
    dialog.ends.setText("5/1/2024")
    dialog.yes.click()
    assert "sớm hơn ngày phát động" in dialog.told()
    assert dialog.isVisible()
    assert services.movements.all() == ()
    dialog.months.setText("mười")
    assert not dialog.yes.isEnabled()


def test_a_list_of_excel_becomes_movements(qtbot: QtBot, shown: MovementsWindow, services: Services) -> None:
    QGuiApplication.clipboard().setText(
        "Tên phong trào\tPhạm vi\tCấp phát động\tPhát động\n"
        "Bình dân học vụ số\tToàn quốc\ttrung ương\t21/3/2024\n"
        "Văn hóa công sở\tcơ quan, đơn vị\tCơ quan, đơn vị\t\n"
    )
    with qtbot.waitSignal(shown.model.edited):
        shown.paste_action.trigger()
    made = {one.name: one for one in services.movements.of_year(2024)}
    assert made["Bình dân học vụ số"].scope is MovementScope.NATION
    assert made["Bình dân học vụ số"].level is LaunchLevel.CENTRAL
    assert made["Văn hóa công sở"].started_on is None
    assert len(services.history.recent()) == 1


def test_the_heads_of_the_offices_own_list_are_understood(
    qtbot: QtBot, shown: MovementsWindow, services: Services
) -> None:
    QGuiApplication.clipboard().setText(
        "STT\tTên phong trào thi đua\tVăn bản\tPhạm vi\tNgày phát động\tNgày kết thúc\tHình thức\n"
        "1\tXanh - sạch - đẹp\t55/KH-SNV\tCơ quan\t5/3/2024\t31/12/2024\tChuyên đề\n"
        "2\tChuyển đổi số\t56/KH-SNV\tToàn tỉnh\t6/3/2024\t\tthường xuyên\n"
    )
    with qtbot.waitSignal(shown.model.edited):
        shown.paste_action.trigger()
    made = {one.name: one for one in services.movements.of_year(2024)}
    clean, digital = made["Xanh - sạch - đẹp"], made["Chuyển đổi số"]
    assert (clean.document, clean.scope, clean.ends_on) == ("55/KH-SNV", MovementScope.OFFICE, date(2024, 12, 31))
    assert (digital.scope, digital.method, digital.started_on) == (
        MovementScope.BRANCH,
        MovementMethod.STANDING,
        date(2024, 3, 6),
    )


def test_a_cell_that_cannot_be_kept_shows_again_what_the_file_has(
    qtbot: QtBot, shown: MovementsWindow, services: Services, feedback: FakeFeedback
) -> None:
    services.movements.save(RURAL)
    shown.reload()
    columns = {column.key: at for at, column in enumerate(shown.model.columns)}
    with qtbot.waitSignal(shown.model.edited):
        shown.model.enter({(0, columns["closed_on"]): "1/1/2021"})
    assert "sớm hơn" in feedback.said[-1]
    assert shown.model.rows()[0].closed_on is None


def test_several_are_summed_up_at_once_and_thrown_away(
    shown: MovementsWindow, services: Services, feedback: FakeFeedback
) -> None:
    services.movements.save_many([RURAL, Movement("Văn hóa công sở", 2024)])
    shown.reload()
    shown.grid.selectAll()
    shown.close_action.trigger()
    dialog = shown.dialog
    assert isinstance(dialog, CloseDialog)
    dialog.day.setText("20/6/2024")
    dialog.outcome.setPlainText("12 tập thể được khen")
    dialog.yes.click()
    assert {one.closed_on for one in services.movements.all()} == {date(2024, 6, 20)}
    assert not shown.close_action.isEnabled()
    shown.grid.selectAll()
    shown.remove_action.trigger()
    assert shown.pages.currentIndex() == EMPTY
    assert "thùng rác" in feedback.said[-1]
    services.undo.undo()
    shown.show_movement(MovementId(1))
    assert shown.year() == 2022
    current = shown.grid.current()
    assert current is not None and current.name == RURAL.name


def test_a_closed_year_is_only_looked_at_but_movements_are_still_summed_up(maker: Maker, services: Services) -> None:
    services.movements.save_many([RURAL, Movement("Văn hóa công sở", 2024)])
    services.years.close(2024)
    shown = maker.show(MovementsWindow)
    assert shown.told.text().endswith("Năm 2024 đã khóa sổ nên chỉ xem.")
    shown.grid.selectAll()
    editable = [shown.model.editable]
    for deed in (shown.add_action, shown.paste_action, shown.edit_action, shown.remove_action):
        assert not deed.isEnabled()
    assert shown.close_action.isEnabled()
    shown.show_year(2022)
    editable.append(shown.model.editable)
    assert editable == [False, True]
    assert shown.add_action.isEnabled()
