"""What went to a higher level: sent, waited for, answered for many at once, the letter."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.services.sittings import Sitting
from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.sent_up_dialogs import AnswerDialog, SendDialog
from thidua_desktop.ui.decisions.sent_up_pane import SentUpPane

PROVINCE = "chu_tich_ubnd_tinh"


@pytest.fixture
def pane(deeds: DecisionDeeds, held: Sitting) -> SentUpPane:
    made = SentUpPane(deeds, deeds.parent_widget())
    made.resize(1200, 640)
    deeds.navigation.changes_made.connect(lambda _changes: made.reload())
    made.show_year(2024)
    return made


@pytest.fixture
def sent(pane: SentUpPane, held: Sitting, services: Services) -> SentUpPane:
    services.sent_up.send(held.lines, PROVINCE, date(2024, 4, 1), letter_number="12/TTr-SYT")
    pane.reload()
    return pane


def test_nothing_sent_says_what_belongs_here(pane: SentUpPane) -> None:
    assert pane.pages.currentIndex() == 1
    assert pane.send.isEnabled() and not pane.answer.isEnabled()


def test_lines_are_sent_with_one_letter(pane: SentUpPane, held: Sitting) -> None:
    pane.send.trigger()
    dialog = pane.deeds.dialog
    assert isinstance(dialog, SendDialog)
    dialog.every.click()
    assert not dialog.yes.isEnabled(), "nobody has said to whom"
    dialog.body.setCurrentIndex(dialog.body.findData(PROVINCE))
    dialog.number.setText("12/TTr-SYT")
    dialog.day.setText("18/06/2024")
    dialog.yes.click()

    assert [held.state(at) for at in range(3)] == [NominationState.SENT_UP] * 3
    assert [(one.sent.letter_number, one.days) for one in pane.model.rows()] == [("12/TTr-SYT", 2)] * 3


def test_waiting_too_long_stands_out(sent: SentUpPane) -> None:
    assert "3 đã quá 45 ngày" in sent._count.text()


def test_an_answer_for_many_goes_into_the_register(sent: SentUpPane, services: Services) -> None:
    sent.grid.selectAll()
    sent.answer.trigger()
    dialog = sent.deeds.dialog
    assert isinstance(dialog, AnswerDialog)
    assert not dialog.yes.isEnabled()
    dialog.decision.setText("1234/QĐ-UBND")
    dialog.day.setText("31/03/2024")
    dialog.yes.click()
    assert "sớm hơn ngày trình" in dialog.told()
    dialog.day.setText("15/06/2024")
    dialog.yes.click()

    assert {entry.decision for entry in services.register.search()} == {"1234/QĐ-UBND"}
    assert sent.model.rows() == ()
    sent.answered.setChecked(True)
    assert len(sent.model.rows()) == 3


def test_a_refusal_wants_a_reason(sent: SentUpPane, held: Sitting, services: Services) -> None:
    sent.grid.selectRow(1)  # the first line is the heading of the body
    sent.answer.trigger()
    dialog = sent.deeds.dialog
    assert isinstance(dialog, AnswerDialog)
    dialog.refused.setChecked(True)
    assert not dialog.yes.isEnabled() and not dialog.decision.isEnabled()
    dialog.reason.setPlainText("Chưa đủ tiêu chuẩn")
    dialog.yes.click()

    refused = services.nominations.get(held.lines[0])
    assert (refused.state, refused.state_reason) == (NominationState.NOT_AWARDED, "Chưa đủ tiêu chuẩn")


def test_the_letter_is_shown(sent: SentUpPane, deeds: DecisionDeeds) -> None:
    sent.grid.selectAll()
    sent.letter.trigger()

    assert deeds.preview is not None and deeds.preview.page_count() >= 1


def test_the_nomination_is_opened(qtbot: QtBot, sent: SentUpPane, held: Sitting) -> None:
    sent.grid.go_to(sent.model.rows()[0].sent.id)
    with qtbot.waitSignal(sent.deeds.navigation.open_requested) as wish:
        sent.open_line.trigger()

    assert wish.args == [Kind.NOMINATION.value, held.lines[0]]


def test_with_nothing_left_to_send_it_says_so(sent: SentUpPane, feedback: FakeFeedback) -> None:
    sent.send.trigger()

    assert "Không còn trường hợp nào" in feedback.said[-1]


def test_a_closed_year_lets_nothing_be_changed(qtbot: QtBot, sent: SentUpPane) -> None:
    sent.grid.selectAll()
    sent.lock(True)

    assert not sent.send.isEnabled() and not sent.answer.isEnabled()
    assert sent.letter.isEnabled()
    with qtbot.waitExposed(sent.deeds.parent_widget()):
        sent.deeds.parent_widget().show()
    assert unnamed(sent) == []
