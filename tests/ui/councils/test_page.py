"""The page: empty states, keys, menus, what a closed year or another window forbids."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.services.sittings import CSTD, LDTT, Sitting, council, sitting
from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.councils.meetings import MeetingState
from thidua_desktop.domain.ids import BallotId, MeetingId
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.councils.council_dialog import CouncilDialog
from thidua_desktop.ui.councils.count_pane import CountPane
from thidua_desktop.ui.councils.meeting_dialog import MeetingDialog
from thidua_desktop.ui.councils.meeting_view import PANES, MeetingView
from thidua_desktop.ui.councils.page import CouncilsPage
from thidua_desktop.ui.councils.verdicts_pane import VerdictsPane
from thidua_desktop.ui.keeping import name_of
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.palette.records import everything


def _keys(widget: QWidget) -> list[str]:
    own = [action for action in widget.actions() if action.parent() is widget]
    return [key.toString() for action in own for key in action.shortcuts() if not QKeySequence(key).isEmpty()]


def _parts(page: CouncilsPage) -> list[list[QWidget]]:
    """What hears keys at the same time: a part with everything above it."""
    view = page.meeting
    panes: list[list[QWidget]] = [[page, view, view.get(kind)] for kind in PANES]
    return [[page, page.board], [page, page.councils, page.councils.roster], *panes]


def test_no_key_means_two_things_at_one_place(page: CouncilsPage) -> None:
    for part in _parts(page):
        found = Counter(key for widget in part for key in _keys(widget))
        assert [key for key, count in found.items() if count > 1] == [], type(part[-1]).__name__


def test_every_action_is_in_the_menu_of_the_tab_and_has_a_key(page: CouncilsPage) -> None:
    menu = QMenu(page)
    page.fill_menu(menu)
    there: set[QAction] = set(menu.actions())
    for below in menu.findChildren(QMenu):
        below.aboutToShow.emit()
        there |= set(below.actions())
    widgets = {widget for part in _parts(page) for widget in part}
    own = [action for widget in widgets for action in widget.actions() if action.parent() is widget]
    filters = {action for action in own if action.text() == "Lọc"}  # stands in the menu of the table
    assert [action.text() for action in own if action not in there | filters] == []
    assert [action.text() for action in own if action.shortcut().isEmpty()] == []


def test_nothing_there_says_what_to_do(page: CouncilsPage, feedback: FakeFeedback) -> None:
    empty = page.board.pages.currentWidget()
    assert empty is not None and empty.accessibleName() == "Chưa có Hội đồng nào"
    page.add_meeting()
    assert feedback.said == ["Chưa có Hội đồng nào; hãy thêm Hội đồng và thành viên trước."]
    page._add_council()
    dialog = page.dialog
    assert isinstance(dialog, CouncilDialog)
    assert not dialog.yes.isEnabled()
    dialog.name.setText("Hội đồng Thi đua - Khen thưởng")
    dialog.since.setText("1/1/2024")
    dialog.until.setText("1/1/2023")
    assert dialog.trouble() == "Ngày hết nhiệm kỳ phải sau ngày bắt đầu."
    dialog.until.setText("31/12/2028")
    dialog.accept()
    chosen = page.councils.chosen()
    assert chosen is not None and chosen.name == "Hội đồng Thi đua - Khen thưởng"
    page.show_board()
    empty = page.board.pages.currentWidget()
    assert empty is not None and empty.accessibleName() == "Năm này chưa có phiên họp nào"


def _opened(page: CouncilsPage, services: Services) -> tuple[Sitting, MeetingView]:
    held = sitting(services, [CSTD, LDTT])
    page.reload()
    page.show_meeting(held.meeting)
    return held, page.meeting


def test_a_closed_year_is_only_looked_at(page: CouncilsPage, services: Services, feedback: FakeFeedback) -> None:
    held, view = _opened(page, services)
    page.lock(True)
    page.make_all()
    for kind in PANES:
        view.show_pane(kind)
        pane = view.get(kind)
        assert not pane.editable
        assert [grid.accessibleName() for grid in pane.findChildren(Grid) if grid.isVisible() and _typed(grid)] == []
    assert not view.next_action.isEnabled() or view.next_button.text() == "Điểm danh"
    view.get(VerdictsPane).apply()
    page.add_meeting()
    assert len(services.meetings.of_year(2024)) == 1
    assert all(row.line.verdict is None for row in services.meetings.lines(held.meeting))
    page.lock(False)
    view.show_pane(VerdictsPane)
    assert view.get(VerdictsPane).editable


def _typed(grid: Grid[object]) -> bool:
    return any(column.edit is not None for column in grid._model.columns) and grid._model.editable


def test_the_board_says_what_every_meeting_waits_for(page: CouncilsPage, services: Services) -> None:
    held, _ = _opened(page, services)
    page.show_board()
    (row,) = page.board.model.rows()
    assert (row.lines, row.decided) == (2, 0)
    assert page.open_action.isEnabled()
    page.open_action.trigger()
    assert page.meeting.facts() is not None
    services.meetings.take_out(held.meeting, held.lines, "Chưa đủ hồ sơ")
    services.meetings.move(held.meeting, MeetingState.PREPARING, reason="Lập lại")
    services.meetings.delete(held.meeting)
    page.meeting.reload()
    assert page.board.isVisible(), "a meeting that is gone leaves the list behind"


def test_enter_opens_a_meeting(qtbot: QtBot, page: CouncilsPage, services: Services) -> None:
    held = sitting(services, [LDTT])
    page.reload()
    page.board.grid.go_to(held.meeting)
    qtbot.keyClick(page.board.grid, Qt.Key.Key_Return)
    assert page.stack.currentWidget() is page.meeting


def test_history_and_search_know_councils_and_meetings(
    page: CouncilsPage, services: Services, navigation: Navigation
) -> None:
    held, view = _opened(page, services)
    asked: list[tuple[str, int]] = []
    navigation.history_requested.connect(lambda kind, number: asked.append((kind, number)))
    view.history_action.trigger()
    page.councils_action.trigger()
    page.councils.history_action.trigger()
    assert asked == [(Kind.MEETING.value, held.meeting), (Kind.COUNCIL.value, 1)]
    assert name_of(services, Kind.MEETING, held.meeting) == "Họp xét khen thưởng"
    hits = {(hit.record and hit.record[0], hit.title) for hit in everything(services)}
    assert {(Kind.COUNCIL, "Hội đồng Thi đua - Khen thưởng"), (Kind.MEETING, "Họp xét khen thưởng")} <= hits


def test_every_field_has_a_name(page: CouncilsPage, services: Services) -> None:
    held, view = _opened(page, services)
    services.ballots.open(held.meeting)
    page.reload()
    for kind in PANES:
        view.show_pane(kind)
        assert unnamed(page) == [], kind.title
    page._show_part(1)
    assert unnamed(page) == []


def test_a_meeting_goes_back_with_a_reason_and_what_was_said_stays(
    page: CouncilsPage, services: Services, feedback: FakeFeedback
) -> None:
    held, view = _opened(page, services)
    held.vote([9])
    page.reload()
    view.meetings.conclude(view.facts().meeting)  # type: ignore[union-attr]
    assert services.meetings.get(held.meeting).state is MeetingState.COUNTED
    view.return_action.trigger()
    assert feedback.questions[-1] == "Vì sao đưa phiên họp về “Đang họp”?"
    facts = view.facts()
    assert facts is not None and facts.sitting
    assert [one.line.agreed for one in facts.lines] == [True, True]


def test_changes_behind_another_tab_are_read_when_it_comes_to_the_front(
    page: CouncilsPage, services: Services, navigation: Navigation
) -> None:
    page.hide()
    council_id, _ = council(services, 3)
    navigation.changes_made.emit(services.councils.save(services.councils.get(council_id)))
    assert not page.councils.cards.cards.cards()
    page.show()
    assert len(page.councils.cards.cards.cards()) == 1
    assert MeetingId(1) not in [row.meeting.id for row in page.board.model.rows()]


def test_what_was_typed_is_asked_for_again_where_it_could_not_be_kept(
    page: CouncilsPage, services: Services, feedback: FakeFeedback
) -> None:
    _, view = _opened(page, services)
    view.edit_action.trigger()
    dialog = page.dialog
    assert isinstance(dialog, MeetingDialog)
    dialog.day.setText("25/6/2024")
    dialog.place.setText("Phòng họp số 2")
    dialog.accept()
    assert [trouble.code for trouble in feedback.troubles] == ["meeting.has_begun"]
    again = page.dialog
    assert isinstance(again, MeetingDialog) and again is not dialog
    assert again.place.text() == "Phòng họp số 2"
    again.starts.setText("9h")
    again.ends.setText("8h30")
    assert again.trouble() == "Giờ kết thúc phải sau giờ bắt đầu."
    again.ends.setText("giữa trưa")
    assert again.trouble() == "Giờ ghi theo dạng 8h30 hoặc 08:30."
    again.ends.clear()
    again.day.setText("18/6/2024")
    again.accept()
    facts = view.facts()
    assert facts is not None and facts.meeting.place == "Phòng họp số 2"


def test_a_count_that_was_begun_is_kept_until_its_ballot_is_gone(
    page: CouncilsPage, services: Services, navigation: Navigation
) -> None:
    held, view = _opened(page, services)
    (ballot,) = services.ballots.open(held.meeting).created
    page.reload()
    view.show_pane(CountPane)
    count = view.get(CountPane)
    count.fields.fields[1].setText("9")
    count.fields.changed.emit()
    assert page.unsaved() == 1
    page.show_board()
    page.show_meeting(held.meeting)
    assert count.fields.fields[1].text() == "9"
    navigation.changes_made.emit(services.ballots.discard(BallotId(ballot)))
    assert page.unsaved() == 0


def test_a_file_open_for_reading_is_only_looked_at(page: CouncilsPage, services: Services) -> None:
    held = sitting(services, [CSTD, LDTT])
    services.read_only = True
    page.reload()
    assert not page.add_action.isEnabled()
    page.show_meeting(held.meeting)
    for kind in PANES:
        page.meeting.show_pane(kind)
        assert not page.meeting.get(kind).editable
    assert not page.meeting.edit_action.isEnabled()
    assert not page.meeting.return_action.isEnabled()
    page.councils_action.trigger()
    roster = page.councils.roster
    assert not roster.add_action.isEnabled() and not roster.model.editable
    page.councils.add()
    assert page.dialog is None
