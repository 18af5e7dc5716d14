"""After a fall or a power cut: nothing is lost, and the next start says what happened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.storage import programs
from tests.ui.helpers import start
from thidua_desktop import app
from thidua_desktop.bootstrap import open_services
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import demo
from thidua_desktop.ui.common.crash import FAULT_NAME, LOG_NAME, CrashReporter, CrashWindow
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.main_window import MainWindow

NAME, PLAIN, NUMBER = "Nguyễn Thị Lan", "Nguyen Thi Lan", "001099000001"


@pytest.fixture
def crashes(qapp: QApplication, tmp_path: Path) -> Iterator[CrashReporter]:
    made = CrashReporter(tmp_path / "nhat-ky")
    made.install()
    yield made
    made.uninstall()


@pytest.fixture
def program(qapp: QApplication, crashes: CrashReporter, preferences: Preferences) -> Iterator[app.Program]:
    made = app.Program(qapp, crashes, preferences)
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "co-quan.tdkt"
    with open_services(made, create=True) as services:
        services.office.save(demo.OFFICE)
        services.plans.create(Plan("Kế hoạch", 2024))
    return made


def opened(program: app.Program) -> MainWindow:
    assert program.window is not None
    return program.window


def fail() -> None:
    raise LookupError(f"{NAME} {PLAIN} {NUMBER}")


def test_a_mistake_in_the_worker_gets_its_window_and_the_work_goes_on(
    qtbot: QtBot, program: app.Program, crashes: CrashReporter, path: Path, tmp_path: Path
) -> None:
    start(qtbot, program, path)
    window = opened(program)
    window.runner.run(fail, lambda _nothing: None)
    qtbot.waitUntil(lambda: crashes.window is not None)
    shown = crashes.window
    assert isinstance(shown, CrashWindow)
    assert "LookupError" in shown.report()
    assert "test_bad_ends.py" in shown.report()
    reported = shown.report()
    shown.accept()
    done: list[object] = []
    window.runner.run(lambda: window.services.plans.create(Plan("Sau lỗi", 2024)), done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert len(window.services.plans.of_year(2024)) == 2
    for text in (reported, (tmp_path / "nhat-ky" / LOG_NAME).read_text(encoding="utf-8")):
        assert "LookupError" in text
        assert not any(word in text for word in (NAME, PLAIN, NUMBER, "Nguyễn", "Nguyen"))


def test_a_mistake_after_an_answered_question_is_told_as_any_other(
    qtbot: QtBot, program: app.Program, crashes: CrashReporter, path: Path
) -> None:
    start(qtbot, program, path)
    program.question = QDialog(opened(program))
    shiboken6.delete(program.question)
    opened(program).runner.run(fail, lambda _nothing: None)
    qtbot.waitUntil(lambda: crashes.window is not None)
    shown = crashes.window
    assert isinstance(shown, CrashWindow)
    with qtbot.assertNotEmitted(program.gave_up):
        shown.accept()


def test_the_next_start_shows_how_the_program_fell(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "nhat-ky"
    folder.mkdir()
    (folder / FAULT_NAME).write_text("Fatal Python error: Segmentation fault\n", encoding="utf-8")
    reporter = CrashReporter(folder)
    told = reporter.last_fault()
    reporter.install()
    try:
        reporter.show_last_fault(told)
        qtbot.waitUntil(lambda: reporter.window is not None)
        assert reporter.window is not None
        assert "Lần chạy trước chương trình dừng đột ngột" in reporter.window.report()
        assert "Segmentation fault" in reporter.window.report()
        # The main window opens after it and would cover it: seen when the real program was killed.
        assert reporter.window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
        reporter.window.accept()
    finally:
        reporter.uninstall()
    assert CrashReporter(folder).last_fault() == ""


def test_after_a_power_cut_the_window_says_what_is_there(qtbot: QtBot, program: app.Program, path: Path) -> None:
    with programs.holder(path) as other:
        other.kill()
        other.communicate()
    start(qtbot, program, path)
    window = opened(program)
    said = window.banner.text()
    assert said.startswith("Lần trước chương trình bị dừng ngang")
    assert "việc cuối cùng đã lưu: thêm kế hoạch “Kế hoạch”, lúc " in said
    window.banner.buttons()[0].click()
    assert window.keeping.history is not None and window.keeping.history.isVisible()


def test_after_an_ordinary_end_nothing_is_said(qtbot: QtBot, program: app.Program, path: Path) -> None:
    start(qtbot, program, path)
    assert not opened(program).banner.isVisible()
