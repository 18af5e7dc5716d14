"""The pictures of councils, their meetings and what is asked there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.councils.meetings import MeetingState
from thidua_desktop.domain.ids import MeetingId
from thidua_desktop.services import demo_councils
from thidua_desktop.ui.councils.attendance_pane import AttendancePane
from thidua_desktop.ui.councils.ballots_pane import BallotsPane
from thidua_desktop.ui.councils.conflicts_pane import ConflictsPane
from thidua_desktop.ui.councils.count_pane import CountPane
from thidua_desktop.ui.councils.lines_pane import LinesPane
from thidua_desktop.ui.councils.page import CouncilsPage
from thidua_desktop.ui.councils.pane import Pane
from thidua_desktop.ui.councils.papers_pane import PapersPane
from thidua_desktop.ui.councils.verdicts_pane import VerdictsPane
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.screen import Screen, settle
from thidua_desktop.ui.showing import COUNCILS, NOMINATIONS

_DRAWING = 8
"""How often one waits until the pages of a preview have been drawn."""


def _meeting(window: MainWindow, state: MeetingState) -> MeetingId:
    """The meeting of the sample office in a state; the ballot of the one that sits has two counts that differ."""
    rows = window.services.meetings.of_year(window.year())
    return next(row.meeting.id for row in rows if row.meeting.state is state and row.meeting.id)


def _page(window: MainWindow) -> CouncilsPage:
    demo_councils.build(window.services, window.year())
    window.show_page(COUNCILS)
    window.councils.reload()
    settle(window)
    return window.councils


def _board(window: MainWindow) -> QWidget:
    _page(window).show_board()
    return window


def _councils(window: MainWindow) -> QWidget:
    _page(window).councils_action.trigger()
    return window


def _opened(window: MainWindow, kind: type[Pane], state: MeetingState = MeetingState.SITTING) -> CouncilsPage:
    page = _page(window)
    page.show_meeting(_meeting(window, state))
    settle(window)
    page.meeting.show_pane(kind)
    settle(window)
    return page


def _bring(window: MainWindow) -> QWidget:
    page = _page(window)
    page.show_meeting(_meeting(window, MeetingState.PREPARING))
    settle(window)
    page.meeting.get(LinesPane).bring()
    settle(window)
    assert page.dialog is not None
    return page.dialog


def _pane(kind: type[Pane]) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        _opened(window, kind)
        return window

    return show


def _decided(window: MainWindow) -> QWidget:
    _opened(window, VerdictsPane, MeetingState.SIGNED)
    return window


def _compared(window: MainWindow) -> QWidget:
    count = _opened(window, CountPane).meeting.get(CountPane)
    count.show_ballot(1, 3)
    return window


def _asked(kind: type[Pane], ask: Callable[[CouncilsPage], None]) -> Callable[[MainWindow], QWidget]:
    """The dialog that a deed on a page of the meeting opens."""

    def show(window: MainWindow) -> QWidget:
        page = _opened(window, kind)
        ask(page)
        settle(window)
        assert page.dialog is not None
        return page.dialog

    return show


def _agenda(page: CouncilsPage) -> None:
    page.meeting.edit()
    dialog = page.dialog
    tabs = getattr(dialog, "tabs", None)
    assert tabs is not None
    tabs.setCurrentIndex(1)


def _lower(page: CouncilsPage) -> None:
    pane = page.meeting.get(VerdictsPane)
    pane.grid.go_to(pane.model.rows()[0].line.nomination_id)
    pane.lower()


def _draft(page: CouncilsPage) -> None:
    facts = page.meeting.facts()
    assert facts is not None
    page.meeting.meetings.draft_from_tally(facts)


def _new_council(window: MainWindow) -> QWidget:
    page = _page(window)
    page.councils_action.trigger()
    page.councils.edit()
    assert page.dialog is not None
    return page.dialog


def _pick(window: MainWindow) -> QWidget:
    page = _page(window)
    page.councils_action.trigger()
    settle(window)
    page.councils.roster.pick()
    settle(window)
    assert page.dialog is not None
    return page.dialog


def _convene(window: MainWindow) -> QWidget:
    _page(window)
    window.show_page(NOMINATIONS)
    settle(window)
    window.convening.convene()
    settle(window)
    dialog = window.convening.deeds.dialog
    assert dialog is not None
    return dialog


def _preview(window: MainWindow) -> QWidget:
    page = _opened(window, LinesPane)
    page.meeting.get(LinesPane).print_list()
    for _ in range(_DRAWING):
        settle(window)
    preview = page.deeds.printing.preview
    assert preview is not None
    return preview


def _nothing(window: MainWindow) -> QWidget:
    _page(window).show_board()
    window.show_year(window.year() + 1)
    return window


SCREENS: tuple[Screen, ...] = (
    Screen("phien-hop", _board, large=True, dark=True),
    Screen("phien-hop-trong", _nothing),
    Screen("hoi-dong", _councils, large=True),
    Screen("hoi-dong-thong-tin", _new_council),
    Screen("hoi-dong-chon-thanh-vien", _pick),
    Screen("dua-ra-hoi-dong", _convene),
    Screen("phien-hop-danh-sach", _pane(LinesPane), large=True, dark=True),
    Screen("phien-hop-trinh-them", _bring),
    Screen("phien-hop-thong-tin", _asked(LinesPane, lambda page: page.meeting.edit())),
    Screen("phien-hop-chuong-trinh", _asked(LinesPane, _agenda)),
    Screen("phien-hop-diem-danh", _pane(AttendancePane)),
    Screen("phien-hop-xung-dot", _pane(ConflictsPane)),
    Screen("phien-hop-them-xung-dot", _asked(ConflictsPane, lambda page: page.meeting.get(ConflictsPane).add())),
    Screen("phien-hop-phieu", _pane(BallotsPane)),
    Screen("phien-hop-lap-phieu", _asked(BallotsPane, lambda page: page.meeting.get(BallotsPane).open_ballot())),
    Screen("phien-hop-to-kiem-phieu", _asked(BallotsPane, lambda page: page.meeting.get(BallotsPane).change())),
    Screen("phien-hop-kiem-phieu", _pane(CountPane), large=True),
    Screen("phien-hop-so-sanh", _compared, large=True, dark=True),
    Screen("phien-hop-ket-qua", _pane(VerdictsPane), large=True),
    Screen("phien-hop-da-ket-luan", _decided),
    Screen("phien-hop-ha-muc", _asked(VerdictsPane, _lower)),
    Screen("phien-hop-du-thao", _asked(VerdictsPane, _draft)),
    Screen("phien-hop-giay-to", _pane(PapersPane), large=True),
    Screen("phien-hop-xem-truoc", _preview),
)
