"""A day at the office in the real window, by keys and mouse: what it takes stands in the README and may not grow."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.day.hand import Hand
from thidua_desktop.app import Program
from thidua_desktop.bootstrap import open_services
from thidua_desktop.domain.councils.rosters import Council, CouncilRole, Member, Size
from thidua_desktop.domain.ids import CouncilId
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.services import demo
from thidua_desktop.ui.calendar.agenda_view import AgendaView
from thidua_desktop.ui.calendar.dialogs import CompletionDialog
from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.pdf_preview import PdfPreview
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.councils.meeting_dialog import MeetingDialog
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.nominations.paste_dialog import PasteDialog
from thidua_desktop.ui.nominations.round_dialog import RoundDialog
from thidua_desktop.ui.plans.preview import ImportPreview

pytestmark = pytest.mark.day
W = TypeVar("W", bound=QWidget)
README = Path(__file__).resolve().parents[2] / "README.md"
ROUND = "Khen thưởng tổng kết năm"
NAMES = (
    *("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường", "Phạm Thị Dung", "Hoàng Văn Em"),
    *("Vũ Thị Phượng", "Đặng Văn Giang", "Bùi Thị Hạnh", "Đỗ Văn Khôi", "Ngô Thị Lan"),
)
TODAY = date.today()


def promised() -> dict[str, int]:
    """How many actions the README says that each part of the day takes."""
    _, _, told = README.read_text(encoding="utf-8").partition("### Một ngày làm việc")
    rows = re.findall(r"^\| ([^|]+?) \| (\d+) \|$", told.partition("###")[0], re.MULTILINE)
    return {name: int(count) for name, count in rows}


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The program on an office that has its name and its council, as any office after the first day."""
    path = tmp_path / "co-quan.tdkt"
    with open_services(path, create=True) as services:
        services.office.save(demo.OFFICE)
        begun, ends = TODAY - timedelta(days=300), TODAY + timedelta(days=1000)
        council = Council("Hội đồng Thi đua - Khen thưởng", "HĐTĐKT", "12/QĐ-SNV", begun, begun, ends, Size.ODD)
        council_id = CouncilId(services.councils.save(council).created[0])
        roles = [CouncilRole.CHAIR, *[CouncilRole.MEMBER] * 7, CouncilRole.SECRETARY]
        services.councils.save_members(
            council_id, [Member(council_id, f"{name} Anh", role) for name, role in zip(NAMES, roles, strict=False)]
        )
    program = Program(qapp, CrashReporter(tmp_path / "nhat-ky"), Preferences(tmp_path / "giao-dien.ini"))
    program.open(path)
    qtbot.waitUntil(lambda: program.window is not None and not program.runner.busy(), timeout=20_000)
    made = program.window
    assert made is not None
    qtbot.waitUntil(made.isActiveWindow, timeout=20_000)
    yield made
    program.close()


def front(kind: type[W]) -> W | None:
    """The window in front, if it is of this kind."""
    found = QApplication.activeWindow()
    return found if isinstance(found, kind) else None


def clipboard() -> str:
    """Ten people as they are copied out of an Excel list."""
    head = "TT\tHọ và tên\tNgày sinh\tChức vụ\tĐơn vị\tDanh hiệu\tThành tích"
    rows = (
        f"{at}\t{name}\t{at + 10}/05/{1980 + at}\tChuyên viên\tSở Nội vụ\tLao động tiên tiến\tHoàn thành tốt nhiệm vụ"
        for at, name in enumerate(NAMES, start=1)
    )
    return "\n".join((head, *rows))


def test_a_day(hand: Hand, window: MainWindow, tmp_path: Path, home: Path) -> None:
    services = window.services
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(demo.plan_text(TODAY.year), encoding="utf-8")

    with hand.part("Nhập kế hoạch từ tệp, 27 nhiệm vụ"):
        hand.key("ctrl+i", until=lambda: front(QDialog))
        hand.letters(str(plan))
        hand.key("Return", until=lambda: front(ImportPreview))
        hand.key("ctrl+s", until=lambda: len(services.tasks.of_year(TODAY.year)) == 27 and window.isActiveWindow())

    with hand.part("Thêm đợt xét, dán mười người"):
        hand.key("ctrl+3", until=lambda: window.tabs.currentIndex() == 2)
        hand.key("ctrl+shift+n", until=lambda: front(RoundDialog))
        hand.words(ROUND)
        hand.key("Return", until=lambda: window.isActiveWindow() and services.nominations.rounds(TODAY.year))
        (row,) = services.nominations.rounds(TODAY.year)
        assert row.round.id is not None
        round_id = row.round.id
        assert row.round.name == ROUND  # typed with marks apart, kept as one letter each
        assert unicodedata.is_normalized("NFC", row.round.name)
        hand.wait(lambda: window.nominations.chosen_round() is not None)
        hand.copied(clipboard())
        hand.key("ctrl+shift+v", until=lambda: front(PasteDialog))
        hand.key("Return", until=lambda: window.isActiveWindow() and len(window.nominations.selected_lines()) == 10)

    with hand.part("Chuyển cả mười đề nghị sang đủ hồ sơ, đủ điều kiện"):
        for state in (NominationState.DOSSIER_COMPLETE, NominationState.ELIGIBLE):
            hand.key("ctrl+m", until=lambda: isinstance(QApplication.activePopupWidget(), QMenu))
            hand.key("Return", until=lambda: QApplication.activePopupWidget() is None)
            hand.wait(lambda wanted=state: {line.state for line in services.nominations.of_round(round_id)} == {wanted})
            hand.wait(lambda: len(window.nominations.selected_lines()) == 10)

    with hand.part("Họp Hội đồng: lập phiên, điểm danh, kết luận, dự thảo quyết định"):
        hand.key("ctrl+alt+h", until=lambda: front(MeetingDialog))
        hand.key("Return", until=lambda: window.isActiveWindow() and services.meetings.of_year(TODAY.year))
        councils = window.councils
        hand.wait(lambda: window.tabs.currentIndex() == 3 and "Mở phiên họp" in councils.meeting.next_button.text())
        hand.key("ctrl+m", until=lambda: "Điểm danh" in councils.meeting.next_button.text())
        hand.key("ctrl+m", until=lambda: councils.meeting.tabs.currentIndex() == 1)
        hand.key("ctrl+shift+a", until=lambda: "Kết thúc" in councils.meeting.next_button.text())
        hand.key("ctrl+m", until=lambda: front(QDialog))
        hand.key("Return", until=lambda: window.isActiveWindow() and services.decisions.of_year(TODAY.year))

    with hand.part("In quyết định và danh sách kèm theo"):
        hand.wait(lambda: window.tabs.currentIndex() == 4 and window.decisions.pane().current() is not None)
        _print(hand, "ctrl+p", window, home)

    with hand.part("Khép tháng: ghi hoàn thành hai việc, in kết quả tháng"):
        hand.click(window.tabs, window.tabs.tabRect(1), until=lambda: window.tabs.currentIndex() == 1)
        agenda = window.calendar.views[View.LIST]
        assert isinstance(agenda, AgendaView)
        grid = agenda.grid
        hand.key("5", until=grid.isVisible)
        first = next(at for at in range(grid.proxy.rowCount()) if grid.blocks.is_row(at))
        there = grid.visualRect(grid.proxy.index(first, 2))
        hand.click(grid.viewport(), there, until=lambda: grid.current() is not None)
        _finish(hand, window)
        _finish(hand, window)  # the cursor went on to the next task that is open
        hand.key("3", until=lambda: not grid.isVisible())
        _print(hand, "ctrl+alt+r", window, home)

    assert hand.parts == promised(), hand.parts  # fewer: write it into the README; more: find out what got in the way


def _finish(hand: Hand, window: MainWindow) -> None:
    """The task at the cursor is done today."""
    done = _done(window)
    hand.key("space", until=lambda: front(CompletionDialog))
    hand.key("Return", until=lambda: window.isActiveWindow() and _done(window) == done + 1)


def _done(window: MainWindow) -> int:
    return sum(row.task.state is TaskState.DONE for row in window.services.tasks.of_year(TODAY.year))


def _print(hand: Hand, key: str, window: MainWindow, home: Path) -> None:
    """From the preview to the paper, which is a file here."""
    before = set(home.rglob("*.pdf"))
    hand.key(key, until=lambda: front(PdfPreview))
    hand.key("ctrl+p", until=lambda: front(QDialog) and front(PdfPreview) is None)
    hand.key("Return", until=lambda: set(home.rglob("*.pdf")) - before)
    hand.wait(lambda: (preview := front(PdfPreview)) is not None and not preview.printing())
    hand.key("Escape", until=window.isActiveWindow)
    (paper,) = set(home.rglob("*.pdf")) - before
    assert paper.read_bytes().startswith(b"%PDF")
