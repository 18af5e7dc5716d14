"""What is left to do in the first days: a line under the tabs, a list with buttons, both by real data."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.helpers import unnamed
from thidua_desktop.domain.first_steps import FirstStep
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.office.first_start import Begin, FirstStart
from thidua_desktop.ui.starting.checklist import Checklist
from thidua_desktop.ui.starting.strip import FirstStepsStrip

ALL = frozenset(FirstStep)


@pytest.fixture
def strip(qtbot: QtBot) -> FirstStepsStrip:
    made = FirstStepsStrip()
    qtbot.addWidget(made)
    return made


def test_the_line_offers_the_next_step(strip: FirstStepsStrip) -> None:
    wanted: list[FirstStep] = []
    strip.step_wanted.connect(wanted.append)
    strip.show_done({FirstStep.OFFICE, FirstStep.UNITS})
    assert "xong 2/6" in strip.text()
    assert strip.go.text() == "Nhập kế hoạch từ tệp…"
    strip.go.click()
    assert wanted == [FirstStep.PLAN]


def test_the_line_goes_when_all_is_done(strip: FirstStepsStrip) -> None:
    strip.show_done(ALL - {FirstStep.BACKUP})
    assert not strip.isHidden()
    strip.show_done(ALL)
    assert strip.isHidden()


def test_each_line_of_the_list_does_its_step(qtbot: QtBot) -> None:
    shown = Checklist({FirstStep.OFFICE}, strip=True)
    qtbot.addWidget(shown)
    shown.show()
    wanted: list[FirstStep] = []
    shown.step_wanted.connect(wanted.append)
    for made in shown.buttons.values():
        made.click()
    assert wanted == list(FirstStep)
    assert unnamed(shown) == []
    assert shown.buttons[FirstStep.PLAN].isDefault()


def test_the_window_reminds_and_each_step_leads_somewhere(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = window.beginning
    begun.look()
    assert begun.strip is not None
    assert "xong 1/6" in begun.strip.text()
    led: list[str] = []
    monkeypatch.setattr(window, "import_plan", lambda: led.append("kế hoạch"))
    begun.do(FirstStep.PLAN)
    begun.do(FirstStep.OFFICE)
    assert led == ["kế hoạch"]
    assert type(window.dialog).__name__ == "FirstStart"
    with qtbot.waitSignal(window.sample_wanted):
        begun.sample_action.trigger()


def test_the_year_chosen_first_is_the_year_to_begin_with(window: MainWindow) -> None:
    begun = window.beginning
    this_year = begun.year()
    begun.open_start()
    dialog = window.dialog
    assert isinstance(dialog, FirstStart)
    dialog.years.button(this_year + 1).setChecked(True)
    dialog.ways[Begin.EMPTY].click()
    assert (window.year(), begun.year()) == (this_year + 1, this_year + 1)


def test_it_is_hidden_for_good_brought_back_and_ticks_itself_off(qtbot: QtBot, window: MainWindow) -> None:
    begun = window.beginning
    begun.look()
    assert begun.strip is not None
    begun.strip.away.click()
    begun.look()
    assert begun.strip.isHidden()
    begun.open_steps()
    listed = begun.shown
    assert listed is not None
    QTest.keyClick(listed.toggle, Qt.Key.Key_Space)
    assert not begun.strip.isHidden()
    window.navigation.changes_made.emit(window.services.units.save(Unit(name="Phòng Tổng hợp")))
    assert "2/6" in listed._head.text()
    assert "2/6" in begun.strip.text()
    listed.accept()
    assert begun.shown is None
