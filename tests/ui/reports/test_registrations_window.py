"""The window of registrations: blocks out of Excel in every form, the year before, those by name."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback
from tests.ui.reports.making import Maker
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.registrations import Cell
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.widgets import EmptyState
from thidua_desktop.ui.reports import registration_paste
from thidua_desktop.ui.reports.frame import EMPTY
from thidua_desktop.ui.reports.named_dialog import NamedDialog
from thidua_desktop.ui.reports.registration_columns import TOTAL
from thidua_desktop.ui.reports.registrations_window import RegistrationsWindow

LDTT, CSTD, GIAY_KHEN = "lao_dong_tien_tien", "chien_si_thi_dua_co_so", "giay_khen_so"
PERSON = RecipientKind.PERSON


@pytest.fixture
def units(services: Services) -> tuple[UnitId, UnitId]:
    made = (Unit("Sở Nội vụ", short_name="SNV"), Unit("Sở Y tế"))
    one, other = (UnitId(services.units.save(unit).created[0]) for unit in made)
    return one, other


@pytest.fixture
def shown(maker: Maker) -> RegistrationsWindow:
    return maker.show(RegistrationsWindow)


def column(shown: RegistrationsWindow, title: str) -> int:
    return [one.title for one in shown.model.columns].index(title)


def paste(shown: RegistrationsWindow, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    shown.paste_action.trigger()


def test_without_units_there_is_nothing_to_fill_in(shown: RegistrationsWindow) -> None:
    shown.reload()
    assert shown.pages.currentIndex() == EMPTY
    wanted: list[tuple[str, int]] = []
    shown.navigation.open_requested.connect(lambda kind, found: wanted.append((kind, found)))
    empty = shown.pages.currentWidget()
    assert isinstance(empty, EmptyState)
    empty.buttons[0].click()
    assert wanted == [(Kind.UNIT.value, 0)]
    assert shown.isHidden()


@pytest.mark.parametrize(
    "text",
    [
        "Đơn vị\tCSTĐCS\tLĐTT\nsở y tế\t3\t40\nSNV\t5\t1.200\nTổng cộng\t8\t1.240",
        "STT\tĐơn vị\tLao động tiên tiến\tChiến sĩ thi đua cơ sở\n1\tSở Nội vụ\t1200\t5\n2\tSở Y tế\t40\t3\n",
    ],
)
def test_a_block_with_units_finds_its_rows_and_columns(
    shown: RegistrationsWindow, services: Services, units: tuple[UnitId, UnitId], text: str
) -> None:
    shown.reload()
    paste(shown, text)
    assert services.registrations.table(2024).counts == {
        Cell(units[0], CSTD, PERSON): 5,
        Cell(units[0], LDTT, PERSON): 1200,
        Cell(units[1], CSTD, PERSON): 3,
        Cell(units[1], LDTT, PERSON): 40,
    }
    assert len(services.history.recent()) == 3  # two units, one block
    assert shown.told.text() == "2 trên 2 đơn vị đã đăng ký, cộng 1.248 lượt."
    total = shown.model.rows()[0]
    assert (total.unit_id, total.counts[LDTT, PERSON], total.total) == (TOTAL, 1240, 1248)


def test_a_block_of_numbers_goes_in_from_the_cursor(
    qtbot: QtBot, shown: RegistrationsWindow, services: Services, units: tuple[UnitId, UnitId]
) -> None:
    shown.reload()
    shown.grid.setCurrentIndex(shown.grid.model().index(1, column(shown, "LĐTT")))
    QGuiApplication.clipboard().setText("12\n40")
    with qtbot.waitSignal(shown.model.edited):
        shown.paste()
    assert services.registrations.table(2024).counts == {
        Cell(units[0], LDTT, PERSON): 12,
        Cell(units[1], LDTT, PERSON): 40,
    }


def test_the_key_of_pasting_looks_at_the_names_of_units_too(
    maker: Maker, shown: RegistrationsWindow, units: tuple[UnitId, UnitId]
) -> None:
    shown.reload()
    shown.grid.setCurrentIndex(shown.grid.model().index(1, 0))
    QGuiApplication.clipboard().setText("Sở Y tế\t40\nSở Nội vụ\t12")
    paste_key = (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(shown.grid, *paste_key)
    assert "không có tiêu đề cột" in maker.feedback.said[-1]
    shown.grid.setCurrentIndex(shown.grid.model().index(1, column(shown, "LĐTT")))
    QTest.keyClick(shown.grid, *paste_key)
    rows = {row.unit: row.total for row in shown.model.rows()}
    assert (rows["Sở Y tế"], rows["Sở Nội vụ"]) == (40, 12)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Đơn vị\tLĐTT\nSở Y tế\t40\nSở Xây dựng\t12", "Sở Xây dựng"),
        ("Đơn vị\tHuân chương\nSở Y tế\t40", "Huân chương"),
        ("Đơn vị\tLĐTT\nSở Y tế\tbốn mươi", "bốn mươi"),
    ],
)
def test_a_block_that_does_not_fit_is_not_taken(
    maker: Maker, shown: RegistrationsWindow, units: tuple[UnitId, UnitId], text: str, said: str
) -> None:
    shown.reload()
    paste(shown, text)
    assert said in maker.feedback.said[-1]
    assert maker.services.registrations.table(2024).total == 0


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([["12", "3"], ["4", "5"]], False),
        ([["12"]], False),
        ([["Sở Y tế"]], False),
        ([["Sở Y tế", "3"]], True),
        ([["1", "Sở Y tế", "3"]], True),
        ([["1", "12"]], False),
    ],
)
def test_a_block_that_names_units_is_known(rows: list[list[str]], named: bool) -> None:
    assert registration_paste.names_units(rows) is named


def test_the_year_before_and_another_column(
    shown: RegistrationsWindow, services: Services, units: tuple[UnitId, UnitId], feedback: FakeFeedback
) -> None:
    services.registrations.set_counts(2023, {Cell(units[0], LDTT, PERSON): 12})
    shown.reload()
    shown.carry_action.trigger()
    assert services.registrations.table(2024).total == 12
    shown.carry_action.trigger()
    assert "chưa có đăng ký nào để chép" in feedback.said[-1]
    shown.column_menu.aboutToShow.emit()
    deed = next(one for one in shown.column_menu.actions() if one.text().startswith("Giấy khen"))
    title = deed.text()
    before = len(shown.model.columns)
    deed.trigger()
    assert len(shown.model.columns) == before + 1
    shown.column_menu.aboutToShow.emit()
    assert title not in [one.text() for one in shown.column_menu.actions()]


def test_some_register_by_name(shown: RegistrationsWindow, services: Services, units: tuple[UnitId, UnitId]) -> None:
    people = [Recipient(PERSON, "Lê Thị Thúy", unit_id=units[0]), Recipient(PERSON, "Vũ Bình")]
    services.recipients.save_many(people)
    shown.reload()
    shown.name_action.trigger()
    dialog = shown.dialog
    assert isinstance(dialog, NamedDialog)
    assert dialog.ticks.list.count() == 1  # nobody without a unit
    dialog.award.setCurrentText("Lao động tiên tiến")
    dialog.ticks.tick([1])
    dialog.yes.click()
    (named,) = shown.named_model.rows()
    assert (named.name, named.unit, named.day) == ("Lê Thị Thúy", "Sở Nội vụ", "20/06/2024")
    assert services.registrations.of_year(2024)[0].day == date(2024, 6, 20)
    shown.named.selectRow(0)
    shown.remove_action.trigger()
    assert services.registrations.of_year(2024) == ()


def test_a_closed_year_is_only_looked_at(shown: RegistrationsWindow, services: Services) -> None:
    services.years.close(2024)
    shown.reload()
    assert shown.told.text().endswith("Năm 2024 đã khóa sổ nên chỉ xem.")
    editable = [shown.model.editable]
    for deed in (shown.paste_action, shown.carry_action, shown.name_action):
        assert not deed.isEnabled()
    shown.show_year(2025)
    editable.append(shown.model.editable)
    assert editable == [False, True]
