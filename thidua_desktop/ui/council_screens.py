"""The pictures of councils, their meetings and what is asked there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.councils.ballots import LineCount
from thidua_desktop.domain.councils.meetings import Attendance, Conflict, Meeting, MeetingState, Presence
from thidua_desktop.domain.councils.records import Papers
from thidua_desktop.domain.councils.rosters import Council, CouncilRole, Member, Size
from thidua_desktop.domain.ids import BallotId, CouncilId, MeetingId, MemberId, RoundId
from thidua_desktop.services.container import Services
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
from thidua_desktop.wording.agendas import USUAL

_R = CouncilRole
_MEMBERS = (
    ("Ông", "Trần Quốc Bảo", _R.CHAIR, "Giám đốc"),
    ("Bà", "Phạm Thị Lan Hương", _R.STANDING_VICE_CHAIR, "Phó Giám đốc"),
    ("Ông", "Đỗ Văn Ất", _R.VICE_CHAIR, "Chủ tịch Công đoàn"),
    ("Bà", "Nguyễn Thị Ánh", _R.MEMBER, "Chánh Văn phòng"),
    ("Ông", "Lê Hữu Đạt", _R.MEMBER, "Trưởng phòng Tổ chức cán bộ"),
    ("Ông", "Vũ Đình Uy", _R.MEMBER, "Chánh Thanh tra"),
    ("Bà", "Hoàng Thị Ước", _R.MEMBER, "Trưởng phòng Kế hoạch - Tài chính"),
    ("Ông", "Bùi Minh Ý", _R.MEMBER, "Bí thư Đoàn Thanh niên"),
    ("Bà", "Nguyễn Thị Thu Hà", _R.SECRETARY, "Trưởng phòng Thi đua - Khen thưởng"),
)
_DRAWING = 8
"""How often one waits until the pages of a preview have been drawn."""
_LEFT = 3
"""How many lines that are ready stay away for now."""
_WRITTEN = 7
"""The member who sends his opinion in writing, by his place."""


def _sitting(services: Services, year: int) -> MeetingId:
    """A meeting that sits; one is held where the sample office has none."""
    rows = services.meetings.of_year(year)
    found = next((row.meeting.id for row in rows if row.meeting.state is MeetingState.SITTING and row.lines), None)
    return found or _hold(services, year)


def _hold(services: Services, year: int) -> MeetingId:
    council = Council(
        "Hội đồng Thi đua - Khen thưởng Sở Nội vụ",
        "HĐTĐKT",
        "Quyết định số 215/QĐ-SNV",
        date(year - 2, 3, 12),
        date(year - 2, 3, 15),
        date(year + 3, 3, 14),
        Size.ODD,
    )
    council_id = CouncilId(services.councils.save(council).created[0])
    services.councils.save(Council("Hội đồng sáng kiến Sở Nội vụ", "HĐSK", parent_id=council_id))
    seats = [Member(council_id, name, role, honorific, post, "Sở Nội vụ") for honorific, name, role, post in _MEMBERS]
    members = [MemberId(each) for each in services.councils.save_members(council_id, seats).created]
    rounds = services.nominations.rounds(year)
    round_id = max(rounds, key=lambda row: row.nominations).round.id or RoundId(0)
    name = f"Phiên họp xét khen thưởng năm {year}"
    day = date(year, 11, 27)
    meeting = Meeting(
        council_id, name, day, time(8), place="Phòng họp số 2, trụ sở Sở Nội vụ", rounds=(round_id,), agenda=USUAL
    )
    meeting_id = MeetingId(services.meetings.save(meeting).created[0])
    later = Meeting(council_id, "Phiên họp xét khen thưởng đột xuất", date(year, 12, 18), time(14), agenda=USUAL)
    services.meetings.save(later)
    ready = [line.id for line in services.meetings.candidates(meeting_id).ready if line.id is not None]
    services.meetings.bring(meeting_id, ready[:-_LEFT])
    services.meetings.move(meeting_id, MeetingState.SITTING)
    _vote(services, meeting_id, members)
    return meeting_id


def _vote(services: Services, meeting_id: MeetingId, members: list[MemberId]) -> None:
    """Everybody but one comes; the two counts of the ballot differ in one line."""
    came = [Attendance(each, Presence.PRESENT) for each in members]
    came[_WRITTEN] = Attendance(members[_WRITTEN], Presence.WRITTEN, "Đi công tác")
    services.meetings.attend(meeting_id, came)
    first = services.meetings.lines(meeting_id)[0].line.nomination_id
    services.meetings.save_conflicts(meeting_id, [Conflict(members[4], first, "Vợ của thành viên")])
    ballot = BallotId(services.ballots.open(meeting_id, counters=("Lê Hữu Đạt", "Vũ Đình Uy")).created[0])
    lines = services.ballots.of_meeting(meeting_id)[0].lines
    counts = [LineCount(line, 9 - at % 3, at % 3) for at, line in enumerate(lines)]
    papers = Papers(issued=len(members) - 1, returned=len(members) - 1, invalid=0)
    services.ballots.enter(ballot, 1, papers, counts, counted_by="Lê Hữu Đạt")
    counts[-1] = LineCount(lines[-1], 6, 3)
    services.ballots.enter(ballot, 2, papers, counts, counted_by="Vũ Đình Uy")


def _page(window: MainWindow) -> CouncilsPage:
    _sitting(window.services, window.year())
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


def _opened(window: MainWindow, kind: type[Pane]) -> CouncilsPage:
    page = _page(window)
    page.show_meeting(_sitting(window.services, window.year()))
    settle(window)
    page.meeting.show_pane(kind)
    settle(window)
    return page


def _pane(kind: type[Pane]) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        _opened(window, kind)
        return window

    return show


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
    Screen("phien-hop-trinh-them", _asked(LinesPane, lambda page: page.meeting.get(LinesPane).bring())),
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
    Screen("phien-hop-ha-muc", _asked(VerdictsPane, _lower)),
    Screen("phien-hop-du-thao", _asked(VerdictsPane, _draft)),
    Screen("phien-hop-giay-to", _pane(PapersPane), large=True),
    Screen("phien-hop-xem-truoc", _preview),
)
