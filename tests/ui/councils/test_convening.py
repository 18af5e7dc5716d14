"""From the lines of a round to the council's table."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.sittings import CSTD, LDTT, council, eligible
from tests.ui.helpers import FakeFeedback
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import MeetingId
from thidua_desktop.services.container import Services
from thidua_desktop.ui.convening import Convening
from thidua_desktop.ui.councils.convene_dialog import ConveneDialog
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.meeting_dialog import MeetingDialog
from thidua_desktop.ui.nominations.page import NominationsPage

ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Window(QWidget):
    """As much of the main window as is needed: a whole one takes seconds."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self.services, self.runner, self.navigation = deeds.services, deeds.runner, deeds.navigation
        self.feedback, self.preferences = deeds.feedback, deeds.preferences


def test_lines_go_before_a_new_meeting_and_then_before_an_open_one(
    qtbot: QtBot, services: Services, deeds: Deeds, feedback: FakeFeedback
) -> None:
    round_id, lines = eligible(services, [CSTD, LDTT, LDTT])
    council(services, 3)
    window = Window(deeds)
    page = NominationsPage(
        services, deeds.runner, deeds.navigation, deeds.feedback, preferences=deeds.preferences, parent=window
    )
    qtbot.addWidget(window)
    convening = Convening(window, page)  # type: ignore[arg-type]
    shown: list[tuple[str, int]] = []
    deeds.navigation.open_requested.connect(lambda kind, number: shown.append((kind, number)))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page.show_year(2024)
    page.show_round(round_id)
    page.grid.go_to(lines[0])
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_H, ALT)
    first = convening.deeds.dialog
    assert isinstance(first, MeetingDialog)
    assert first.meeting().rounds == (round_id,)
    first.accept()
    meeting = MeetingId(1)
    assert shown == [(Kind.MEETING.value, meeting)]
    assert len(services.meetings.lines(meeting)) == 3, "one line at the cursor is no selection"
    (back,) = feedback.offers
    back.do()
    assert services.meetings.of_year(2024) == (), "one way back for the meeting and its lines"
    services.undo.redo()

    services.meetings.take_out(meeting, lines, "Xem lại")
    services.meetings.save(replace(services.meetings.get(meeting), rounds=()))
    page.reload()
    page.grid.selectAll()
    convening.action.trigger()
    second = convening.deeds.dialog
    assert isinstance(second, ConveneDialog)
    wanted = second.meeting()
    assert wanted is not None and wanted.id == meeting
    assert [line.id for line in second.lines()] == lines
    second.accept()
    assert len(services.meetings.lines(meeting)) == 3
    assert shown[-1] == (Kind.MEETING.value, meeting)
    (back,) = feedback.offers
    back.do()
    assert services.meetings.get(meeting).rounds == () == services.meetings.lines(meeting), "the round goes too"
    convening.lock(True)
    assert not convening.action.isEnabled()
