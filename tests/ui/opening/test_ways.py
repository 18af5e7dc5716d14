"""Each trouble at the start has its sentence and its ways on, and each way works."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.helpers import settle, start, unnamed
from thidua_desktop import app
from thidua_desktop.bootstrap import open_services
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import demo
from thidua_desktop.services.rescue import Rescued
from thidua_desktop.storage.errors import StoreUnreachable
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.opening.report import RescueReport
from thidua_desktop.ui.opening.ways import Way, ways_from

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An office file with two plans; the backup beside it holds the first."""
    made = tmp_path / "cơ quan.tdkt"
    with open_services(made, create=True) as services:
        services.office.save(demo.OFFICE)
        services.plans.create(Plan("Kế hoạch đã sao lưu", 2024))
        services.backups.make(Reason.BY_HAND)
        services.plans.create(Plan("Kế hoạch sau", 2024))
    return made


def damage(path: Path) -> None:
    """Overwrite where a plan's title lies, and what follows: the list of tables is whole, the table is not."""
    data = bytearray(path.read_bytes())
    at = data.rindex("Kế hoạch sau".encode()) // 4096 * 4096
    data[at : at + 60] = random.Random(1).randbytes(60)
    path.write_bytes(data)


def asked(program: app.Program) -> OpeningDialog:
    assert isinstance(program.question, OpeningDialog)
    return program.question


def opened(program: app.Program) -> MainWindow:
    assert program.window is not None
    return program.window


@pytest.mark.parametrize(
    ("code", "backups", "ways"),
    [
        ("store.locked", True, (Way.LOOK, Way.AGAIN, Way.OTHER)),
        ("store.open_here", True, (Way.LOOK, Way.AGAIN, Way.OTHER)),
        ("store.no_locks", True, (Way.COPY, Way.OTHER)),
        ("store.needs_copy", False, (Way.COPY, Way.OTHER)),
        ("store.read_only", False, (Way.LOOK, Way.COPY, Way.OTHER)),
        ("store.keeps_log", False, (Way.AGAIN, Way.COPY, Way.OTHER)),
        ("store.unfinished", False, (Way.AGAIN, Way.COPY, Way.OTHER)),
        ("store.damaged", True, (Way.RESTORE, Way.RESCUE, Way.OTHER)),
        ("store.damaged", False, (Way.RESCUE, Way.OTHER)),
        ("store.missing", True, (Way.RESTORE, Way.OTHER)),
        ("store.missing", False, (Way.OTHER,)),
        ("store.not_a_store", False, (Way.OTHER,)),
        ("store.newer", True, (Way.OTHER,)),
        ("store.folder_read_only", False, (Way.LOOK, Way.COPY, Way.OTHER)),
        ("store.unreachable", False, (Way.AGAIN, Way.OTHER)),
        ("store.password_forgotten", True, (Way.PASSWORD, Way.RESTORE, Way.OTHER)),
        ("store.nothing_salvaged", True, (Way.RESTORE, Way.OTHER)),
    ],
)
def test_ways(code: str, backups: bool, ways: tuple[Way, ...]) -> None:
    assert ways_from(code, backups=backups) == ways


def test_a_dialog_takes_the_trouble_and_gives_a_way(qtbot: QtBot, path: Path) -> None:
    dialog = OpeningDialog(StoreUnreachable(path=path), path, (), leave="Thoát")
    qtbot.addWidget(dialog)
    dialog.show()
    assert "kiểm tra USB, ổ mạng" in dialog.said()
    with qtbot.waitSignal(dialog.chosen) as heard:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)  # the first way is the default
    assert heard.args == [Way.AGAIN]
    assert unnamed(dialog) == []
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_damaged_file_is_restored_from_its_backup(qtbot: QtBot, program: app.Program, path: Path) -> None:
    damage(path)
    before = path.read_bytes()
    start(qtbot, program, path)
    assert "bị hỏng nên không mở" in asked(program).said()
    assert "đã thử khôi phục được" in asked(program).backups.currentText()
    qtbot.mouseClick(asked(program).buttons[Way.RESTORE], LEFT)
    assert not asked(program).leave.isEnabled()
    qtbot.waitUntil(lambda: program.window is not None)
    window = opened(program)
    assert [row.plan.title for row in window.services.plans.of_year(2024)] == ["Kế hoạch đã sao lưu"]
    assert window.banner.text().startswith("Đã khôi phục từ bản sao lưu. Tệp cũ được giữ tại ")
    (kept,) = path.parent.glob("cơ quan-truoc-khoi-phuc-*.tdkt")
    assert kept.read_bytes() == before
    assert not asked(program).isVisible()


def test_a_damaged_file_is_rescued_with_a_list(qtbot: QtBot, program: app.Program, path: Path) -> None:
    damage(path)
    before = path.read_bytes()
    start(qtbot, program, path)
    qtbot.mouseClick(asked(program).buttons[Way.RESCUE], LEFT)
    qtbot.waitUntil(lambda: isinstance(program.question, RescueReport))
    report = program.question
    assert isinstance(report, RescueReport)
    assert report.text()
    assert opened(program).services.path == path
    (kept,) = path.parent.glob("cơ quan-truoc-khoi-phuc-*.tdkt")
    assert kept.read_bytes() == before


def test_a_way_that_fails_says_why_and_leaves_the_others(qtbot: QtBot, program: app.Program, path: Path) -> None:
    damage(path)
    start(qtbot, program, path)
    for backup in path.parent.glob("cơ quan-sao-luu/*.tdkt"):
        backup.write_bytes(b"SQLite format 3\x00 rubbish")
    qtbot.mouseClick(asked(program).buttons[Way.RESTORE], LEFT)
    qtbot.waitUntil(lambda: "thu-cong.tdkt” không phải dữ liệu" in asked(program).said())
    assert program.window is None
    assert asked(program).buttons[Way.RESCUE].isEnabled()


def test_a_missing_file_comes_back_from_its_backup(qtbot: QtBot, program: app.Program, path: Path) -> None:
    path.unlink()
    start(qtbot, program, path)
    qtbot.mouseClick(asked(program).buttons[Way.RESTORE], LEFT)
    qtbot.waitUntil(lambda: program.window is not None)
    assert len(opened(program).services.plans.of_year(2024)) == 1


def test_trying_again_when_the_other_has_gone(qtbot: QtBot, program: app.Program, path: Path) -> None:
    other = open_services(path)
    start(qtbot, program, path)
    qtbot.mouseClick(asked(program).buttons[Way.AGAIN], LEFT)
    settle(qtbot, program)
    assert program.window is None
    assert "ở một cửa sổ khác trên máy này" in asked(program).said()
    other.close()
    qtbot.mouseClick(asked(program).buttons[Way.AGAIN], LEFT)
    settle(qtbot, program)
    assert not opened(program).services.read_only


def test_another_file_is_chosen(qtbot: QtBot, program: app.Program, path: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(path, tmp_path / "khác.tdkt"))
    damage(path)
    start(qtbot, program, path)
    dialog = asked(program)
    qtbot.mouseClick(dialog.buttons[Way.OTHER], LEFT)
    files = dialog.findChild(QFileDialog)
    assert files is not None
    files.fileSelected.emit(str(other))
    settle(qtbot, program)
    assert opened(program).services.path == other
    files.close()


def test_giving_up(qtbot: QtBot, program: app.Program, path: Path) -> None:
    damage(path)
    start(qtbot, program, path)
    assert asked(program).leave.text() == "Thoát"
    with qtbot.waitSignal(program.gave_up):
        qtbot.mouseClick(asked(program).leave, LEFT)


def test_beside_an_open_window_nothing_ends(qtbot: QtBot, program: app.Program, path: Path, tmp_path: Path) -> None:
    first = tmp_path / "một.tdkt"
    with open_services(first, create=True) as services:
        services.office.save(demo.OFFICE)
    start(qtbot, program, first)
    window = opened(program)
    damage(path)
    start(qtbot, program, path)
    assert asked(program).leave.text().replace("&", "") == "Bỏ qua"
    with qtbot.assertNotEmitted(program.gave_up):
        qtbot.mouseClick(asked(program).leave, LEFT)
    assert program.window is window and window.isVisible()


def test_a_file_looked_at_can_be_opened_for_writing_later(qtbot: QtBot, program: app.Program, path: Path) -> None:
    other = open_services(path)
    start(qtbot, program, path)
    qtbot.mouseClick(asked(program).buttons[Way.LOOK], LEFT)
    settle(qtbot, program)
    looking = opened(program)
    assert looking.strip.isVisible() and not looking.menus.undo_action.isEnabled()
    other.close()
    with qtbot.waitSignal(looking.closed):
        qtbot.mouseClick(looking.strip.write, LEFT)
    assert not opened(program).services.read_only
    assert not opened(program).strip.isVisible()


@pytest.mark.parametrize("make", [lambda path: path.write_text("không phải"), lambda path: path.write_bytes(b"")])
def test_a_destroyed_beginning_is_restored_from_a_backup(
    qtbot: QtBot, program: app.Program, path: Path, make: Callable[[Path], object]
) -> None:
    make(path)
    start(qtbot, program, path)
    qtbot.mouseClick(asked(program).buttons[Way.RESTORE], LEFT)
    qtbot.waitUntil(lambda: program.window is not None)
    assert len(opened(program).services.plans.of_year(2024)) == 1


def test_the_report_can_be_copied(qtbot: QtBot, path: Path) -> None:
    findings = (Finding("salvage.history_unread", Severity.WARNING, {"count": 3}),)
    report = RescueReport(path, Rescued(path, findings, path.with_suffix(".json")))
    qtbot.addWidget(report)
    report.show()
    assert report.text().startswith(f"Tệp hỏng được giữ nguyên tại: {path}")
    assert "Cần xem: Nhật ký thay đổi: có đến 3 dòng" in report.text()
    copy = next(made for made in report.findChildren(QPushButton) if made.text() == "Sao chép danh sách")
    qtbot.mouseClick(copy, LEFT)
    assert QGuiApplication.clipboard().text() == report.text()
    assert unnamed(report) == []
