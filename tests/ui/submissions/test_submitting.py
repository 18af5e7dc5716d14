"""The board and the checklist within the page of the lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.submissions.conftest import AN, HEALTH, POLICE
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.submissions import Receipt
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.showing import NOMINATIONS
from thidua_desktop.ui.submissions.board import EVERYBODY
from thidua_desktop.ui.submissions.dialogs import ReceiveDialog, ReturnDialog

ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opened(round_id: RoundId, window: MainWindow) -> MainWindow:
    window.show_page(NOMINATIONS)
    window.nominations.show_year(2024)
    window.nominations.show_round(round_id)
    return window


def test_board_lines_and_checklist_follow_each_other(qtbot: QtBot, opened: MainWindow) -> None:
    """One test for all of it: a main window takes its time."""
    page, board, submitting = opened.nominations, opened.submitting.board, opened.submitting
    assert [card.title for card in board.cards.cards.cards()] == ["Tất cả đơn vị", "Công an tỉnh", "Sở Y tế"]
    board.choose(HEALTH)
    assert [line.nomination.name for line in page.shown_lines()] == ["An", "Bình"]
    page.clear_filters()
    assert len(page.shown_lines()) == 3
    assert board.cards.chosen_id() == EVERYBODY

    page.grid.go_to(AN)
    assert submitting.panel._title.text() == "An"
    qtbot.keyClick(page.grid, Qt.Key.Key_D, ALT)
    assert submitting.panel.table.hasFocus()

    board.choose(POLICE)
    assert page.shown_lines() == []
    qtbot.keyClick(board.cards, Qt.Key.Key_Return)
    dialog = submitting.deeds.dialog
    assert isinstance(dialog, ReceiveDialog)
    assert dialog.receipt() == Receipt(opened.services.today(), received_by="Nguyễn Thị Thu Hà")
    dialog.reject()

    board.choose(None)
    page.grid.setFocus()
    page.grid.go_to(AN)
    qtbot.keyClick(page.grid, Qt.Key.Key_B, ALT)
    back = submitting.deeds.dialog
    assert isinstance(back, ReturnDialog)
    back.reason.setText("Thiếu xác nhận")
    back.accept()
    assert opened.services.nominations.get(AN).state is NominationState.DOSSIER_MISSING

    submitting.lock(True)
    board.choose(POLICE)
    assert not submitting.receive.isEnabled()
    assert not submitting.add.isEnabled()
    assert submitting.open_action.isEnabled()
