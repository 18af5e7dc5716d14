"""A meeting from its round to the drafts of its decisions, by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.services.sittings import CSTD, LDTT, council, eligible, sitting
from tests.ui.helpers import FakeFeedback, compose
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.councils.meetings import MeetingState, Verdict
from thidua_desktop.domain.ids import MeetingId
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import clipboard
from thidua_desktop.ui.councils.attendance_pane import AttendancePane
from thidua_desktop.ui.councils.ballot_dialog import BallotDialog
from thidua_desktop.ui.councils.count_pane import CountPane
from thidua_desktop.ui.councils.meeting_dialog import MeetingDialog
from thidua_desktop.ui.councils.page import CouncilsPage
from thidua_desktop.ui.councils.verdict_dialogs import DraftDialog
from thidua_desktop.ui.navigation import Navigation

_Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(focus(), key, modifiers)


def settle() -> None:
    """A cell closes its editor, then tells the page: both are queued."""
    for _ in range(3):
        QApplication.processEvents()


def type_(qtbot: QtBot, *texts: str) -> None:
    """Each text with Enter behind it; cells open by themselves."""
    for text in texts:
        qtbot.keyClicks(focus(), text)
        press(qtbot, _Key.Key_Return)
        settle()


def back_to(qtbot: QtBot, page: CouncilsPage) -> None:
    """A dialog has closed: the page is in front again, as on every desktop."""
    QApplication.processEvents()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()


def count(qtbot: QtBot, page: CouncilsPage, agree: tuple[str, ...], by: str) -> None:
    """Type a count: the papers, a column of consents, the rest as votes against."""
    type_(qtbot, "5", "0", by)
    type_(qtbot, *agree)
    press(qtbot, _Key.Key_R, CTRL)
    press(qtbot, _Key.Key_S, CTRL)
    assert not page.meeting.get(CountPane).unsaved()


def test_from_a_round_to_drafts_by_keyboard(
    qtbot: QtBot, services: Services, page: CouncilsPage, navigation: Navigation, feedback: FakeFeedback
) -> None:
    _, lines = eligible(services, [CSTD, LDTT, CSTD], name="Tổng kết năm học")
    council(services, 5)
    wanted: list[tuple[str, int]] = []
    navigation.open_requested.connect(lambda kind, number: wanted.append((kind, number)))
    page.reload()
    page.take_focus()

    press(qtbot, _Key.Key_N, CTRL)
    dialog = page.dialog
    assert isinstance(dialog, MeetingDialog)
    dialog.name.clear()
    assert not dialog.yes.isEnabled()
    compose(dialog.name, "Họp xét khen thưởng")
    dialog.rounds.list.setFocus()
    dialog.rounds.list.setCurrentRow(0)
    qtbot.keyClick(dialog.rounds.list, _Key.Key_Space)
    qtbot.keyClick(dialog.name, _Key.Key_Return)
    meeting = MeetingId(1)
    assert services.meetings.get(meeting).agenda[0].minutes == 5
    back_to(qtbot, page)

    press(qtbot, _Key.Key_M, CTRL)  # brings the lines
    assert len(services.meetings.lines(meeting)) == 3
    press(qtbot, _Key.Key_M, CTRL)  # opens the meeting
    assert services.meetings.get(meeting).state is MeetingState.SITTING
    press(qtbot, _Key.Key_M, CTRL)  # goes to the roll call
    assert page.meeting.get(AttendancePane).isVisible()
    press(qtbot, _Key.Key_A, CTRL | SHIFT)
    assert page.meeting.get(AttendancePane).quorum.text().startswith("Có mặt 5/5 thành viên. Cần ít nhất 4")

    press(qtbot, _Key.Key_M, CTRL)  # asks for the ballot
    ballot = page.dialog
    assert isinstance(ballot, BallotDialog)
    assert set(ballot.chosen()) == {lines[0], lines[2]}
    ballot.accept()
    back_to(qtbot, page)
    press(qtbot, _Key.Key_M, CTRL)  # the first count
    assert page.meeting.get(CountPane).isVisible()
    count(qtbot, page, ("5", "3"), "An")
    assert page.meeting.get(CountPane).entries.currentIndex() == 1
    assert page.meeting.get(CountPane).model.rows()[0].agree is None, "the second count does not see the first"
    count(qtbot, page, ("5", "3"), "Binh")
    assert "1 đạt, 1 không đạt" in page.meeting.get(CountPane).compare.told.text()

    press(qtbot, _Key.Key_M, CTRL)  # from the tally to the drafts
    last = page.dialog
    assert isinstance(last, DraftDialog)
    last.accept()
    assert services.meetings.get(meeting).state is MeetingState.COUNTED
    said = [line.line.verdict for line in services.meetings.lines(meeting)]
    assert said == [Verdict.AGREED, Verdict.AGREED, Verdict.REFUSED]
    assert services.nominations.get(lines[2]).state is NominationState.REFUSED
    assert wanted[-1] == (Kind.DECISION.value, 1)
    assert services.decisions.of_meeting(meeting)
    assert feedback.troubles == []


def test_a_pasted_column_and_a_difference_are_shown_where_they_stand(
    qtbot: QtBot, services: Services, page: CouncilsPage, feedback: FakeFeedback
) -> None:
    held = sitting(services, [CSTD] * 3, size=9, present=8, written=1)
    services.ballots.open(held.meeting)
    page.show_meeting(held.meeting)
    pane = page.meeting.get(CountPane)
    page.meeting.show_pane(CountPane)
    for entry, agree in ((1, "9\n8\n9"), (2, "9\n7\n9")):
        assert pane.entries.currentIndex() == entry - 1
        pane.fields.fields[1].setFocus()
        type_(qtbot, "8", "0", "0", f"Bac {entry}")
        clipboard.put([[cell] for cell in agree.split("\n")])
        press(qtbot, _Key.Key_V, CTRL)
        settle()
        pane.fill()
        assert [line.disagree for line in pane.model.rows()] == [9 - int(each) for each in agree.split("\n")]
        pane.save()
    assert pane.compare.isVisible()
    rows = pane.compare.model.rows()
    assert [row.same for row in rows] == [True, False, True]
    assert "lệch nhau ở 1 dòng" in pane.compare.told.text()
    assert pane.compare.grid.current() == rows[1]
    pane.compare.second.click()
    assert pane.grid.hasFocus()
    type_(qtbot, "8")
    pane.model.enter({(1, 4): "1"})
    settle()
    pane.save()
    assert services.ballots.of_meeting(held.meeting)[0].counted
    assert feedback.questions == []


def test_a_count_that_cannot_be_true_is_asked_about(
    services: Services, page: CouncilsPage, feedback: FakeFeedback
) -> None:
    held = sitting(services, [CSTD], size=9, present=9)
    services.ballots.open(held.meeting)
    page.show_meeting(held.meeting)
    pane = page.meeting.get(CountPane)
    page.meeting.show_pane(CountPane)
    for field, number in zip(pane.fields.fields, ("9", "10", "0"), strict=False):
        field.setText(number)
    pane.fields.changed.emit()
    assert "Thu về 10 phiếu" in pane._faults.text()
    pane.model.enter({(0, 3): "9", (0, 4): "0"})
    settle()
    assert pane.model.rows()[0].missing == 1
    assert "1 dòng cộng chưa khớp" in pane._progress.text()
    feedback.agree = False
    pane.save()
    assert feedback.questions == ["Còn 2 chỗ chưa khớp. Vẫn lưu lần đếm này?"]
    assert pane.unsaved() == 1
    feedback.agree = True
    pane.save()
    assert pane.unsaved() == 0
    pane.entries.setCurrentIndex(0)
    assert "được giấu" in pane._sealed_text.text()
    pane.unseal_button.click()
    assert pane.model.rows()[0].agree == 9
