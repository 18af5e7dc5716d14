"""The first start: four steps by keyboard, guesses that follow the names, nothing lost wherever it is left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.helpers import compose, unnamed
from thidua_desktop.domain.units import Office
from thidua_desktop.ui.office.first_start import Begin, FirstStart
from thidua_desktop.ui.office.letterhead import Letterhead

Key = Qt.Key


@pytest.fixture
def asked(qtbot: QtBot) -> FirstStart:
    dialog = FirstStart(Office(), year=2026, month=5)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def heard(dialog: FirstStart) -> list[Office]:
    kept: list[Office] = []
    dialog.kept.connect(kept.append)
    return kept


def test_it_is_gone_through_by_keyboard_alone(asked: FirstStart) -> None:
    kept = heard(asked)
    begun: list[Begin] = []
    years: list[int] = []
    asked.begun.connect(begun.append)
    asked.year_chosen.connect(years.append)
    compose(asked.superior, "UBND TỈNH BẮC NINH")
    QTest.keyClick(asked.superior, Key.Key_Tab)
    assert asked.focusWidget() is asked.name
    compose(asked.name, "SỞ NỘI VỤ")
    QTest.keyClick(asked.name, Key.Key_Return)
    assert asked.step() == 1
    QTest.keyClick(asked, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert asked.focusWidget() is asked.years.button(2026)
    QTest.keyClick(asked.focusWidget(), Key.Key_Down)
    QTest.keyClick(asked.focusWidget(), Key.Key_Return)
    assert (asked.step(), asked.year()) == (3, 2027)
    assert asked.focusWidget() is asked.ways[Begin.IMPORT]
    QTest.keyClick(asked.focusWidget(), Key.Key_Return)
    assert (begun, years) == ([Begin.IMPORT], [2027])
    assert [(office.name, office.place, office.code) for office in kept] == [("SỞ NỘI VỤ", "Bắc Ninh", "SNV")]


def test_guesses_give_way_to_what_is_typed(asked: FirstStart) -> None:
    QTest.keyClicks(asked.name, "SO A")
    assert asked.code.text() == "SA"
    asked.code.setText("BTDKT")
    QTest.keyClicks(asked.name, "B")
    assert asked.code.text() == "BTDKT"


@pytest.mark.parametrize("step", [0, 1, 2, 3])
def test_it_can_be_left_at_any_step_with_nothing_lost(asked: FirstStart, step: int) -> None:
    kept = heard(asked)
    asked.go_to(step)
    asked.name.setText("Sở Nội vụ")
    asked.posts.setPlainText("KT. GIÁM ĐỐC\n\nPHÓ GIÁM ĐỐC ")
    QTest.keyClick(asked, Key.Key_Escape)
    assert not asked.isVisible()
    assert kept[-1].name == "Sở Nội vụ"
    assert kept[-1].signer_posts == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")


def test_nothing_typed_is_nothing_kept(asked: FirstStart) -> None:
    kept = heard(asked)
    for _step in range(3):
        asked.on.click()
    asked.back.click()
    asked.later.click()
    assert kept == []


def test_usual_signature_blocks_are_offered(asked: FirstStart) -> None:
    asked.go_to(1)
    asked.usual.setCurrentIndex(2)
    asked.usual.activated.emit(2)
    assert asked.office().signer_posts == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")


@pytest.mark.parametrize(("month", "year"), [(5, 2026), (10, 2026), (11, 2027), (12, 2027)])
def test_at_the_end_of_a_year_the_next_one_is_proposed(qtbot: QtBot, month: int, year: int) -> None:
    dialog = FirstStart(Office(), year=2026, month=month)
    qtbot.addWidget(dialog)
    assert dialog.year() == year


def test_every_step_has_names(asked: FirstStart) -> None:
    for step in range(4):
        asked.go_to(step)
        assert unnamed(asked) == []


def test_the_letterhead_changes_while_one_types(qtbot: QtBot) -> None:
    drawn = Letterhead(Office())
    qtbot.addWidget(drawn)
    drawn.show()
    before = drawn.grab().toImage()
    drawn.show_office(Office(superior="UBND TỈNH BẮC NINH", name="SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", place="Bắc Ninh"))
    assert drawn.grab().toImage() != before
    assert "BẮC NINH" in drawn.accessibleDescription()
