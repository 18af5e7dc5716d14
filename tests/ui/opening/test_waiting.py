"""While a file is being opened the window lives; leaving, mistakes and the end of the program."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.helpers import settle, start, unnamed
from thidua_desktop import app, bootstrap
from thidua_desktop.app import wanted
from thidua_desktop.services import demo
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.opening import notice
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.opening.ways import Way

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def crashes(qapp: QApplication, tmp_path: Path) -> CrashReporter:
    return CrashReporter(tmp_path / "nhat-ky")


@pytest.fixture
def program(qapp: QApplication, crashes: CrashReporter, preferences: Preferences) -> Iterator[app.Program]:
    made = app.Program(qapp, crashes, preferences)
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "cơ quan.tdkt"
    with bootstrap.open_services(made, create=True) as services:
        services.office.save(demo.OFFICE)
    return made


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Opening takes until the test lets it go on."""
    open_ = threading.Event()
    real = bootstrap.open_services

    def slow(path: Path, **options: object) -> Services:
        if threading.current_thread() is not threading.main_thread():  # the test itself looks whether a file is free
            assert open_.wait(20)
        return real(path, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(wanted.bootstrap, "open_services", slow)
    monkeypatch.setattr(notice, "_SOON_MS", 0)
    yield open_
    open_.set()


def test_a_slow_file_is_announced(qtbot: QtBot, program: app.Program, path: Path, gate: threading.Event) -> None:
    program.open(path)
    qtbot.waitUntil(lambda: program.notice is not None and program.notice.isVisible())
    assert program.notice is not None
    assert unnamed(program.notice) == []
    gate.set()
    settle(qtbot, program)
    assert program.window is not None and program.window.isVisible()


def test_who_does_not_wait_leaves_and_the_file_is_free(
    qtbot: QtBot, program: app.Program, path: Path, gate: threading.Event
) -> None:
    program.open(path)
    qtbot.waitUntil(lambda: program.notice is not None and program.notice.isVisible())
    assert program.notice is not None
    (leave,) = program.notice.findChildren(QPushButton)
    with qtbot.waitSignal(program.gave_up):
        qtbot.mouseClick(leave, LEFT)
    gate.set()
    settle(qtbot, program)
    assert program.window is None
    bootstrap.open_services(path).close()


def test_the_last_wish_counts(
    qtbot: QtBot, program: app.Program, path: Path, tmp_path: Path, gate: threading.Event
) -> None:
    program.open(path)
    program.open(tmp_path / "sau.tdkt", create=True)
    gate.set()
    settle(qtbot, program)
    assert program.window is not None
    assert program.window.services.path.name == "sau.tdkt"
    bootstrap.open_services(path).close()  # the first has been given back


def test_closing_meanwhile_loses_nothing(program: app.Program, path: Path, gate: threading.Event) -> None:
    program.open(path)
    gate.set()
    program.close()
    bootstrap.open_services(path).close()


@pytest.fixture(params=["thidua_desktop.bootstrap.open_services", "thidua_desktop.app.program.MainWindow"])
def mistaken(request: pytest.FixtureRequest, path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Something on the way to the window makes a mistake, in the worker or on the window's thread."""

    def fail(*_arguments: object, **_options: object) -> None:
        raise LookupError("Nguyễn Thị Lan")

    monkeypatch.setattr(request.param, fail)
    return monkeypatch


def test_a_mistake_at_the_start_gets_its_window(
    qtbot: QtBot, program: app.Program, crashes: CrashReporter, path: Path, mistaken: pytest.MonkeyPatch
) -> None:
    crashes.install()
    try:
        with qtbot.captureExceptions() as seen:
            program.open(path)
            qtbot.waitUntil(lambda: bool(seen) or crashes.window is not None)
        for _, trouble, _ in seen:  # pytest-qt has taken the hook that the reporter had taken
            crashes.report(trouble)
        qtbot.waitUntil(lambda: crashes.window is not None)
        assert crashes.window is not None
        assert "LookupError" in crashes.window.report()
        with qtbot.waitSignal(program.gave_up):
            crashes.window.accept()
        assert program.notice is None
    finally:
        crashes.uninstall()
    mistaken.undo()
    bootstrap.open_services(path).close()


def test_a_mistake_in_a_window_that_is_there_ends_nothing(
    qtbot: QtBot, program: app.Program, crashes: CrashReporter, path: Path
) -> None:
    start(qtbot, program, path)
    crashes.report(LookupError("x"))
    qtbot.waitUntil(lambda: crashes.window is not None)
    assert crashes.window is not None
    with qtbot.assertNotEmitted(program.gave_up):
        with qtbot.waitSignal(crashes.read):
            crashes.window.accept()


def test_another_trouble_after_trying_again_has_its_own_ways(qtbot: QtBot, program: app.Program, path: Path) -> None:
    with bootstrap.open_services(path):
        start(qtbot, program, path)
        asked = program.question
    assert isinstance(asked, OpeningDialog)
    path.write_bytes(b"")
    with qtbot.assertNotEmitted(program.gave_up):
        qtbot.mouseClick(asked.buttons[Way.AGAIN], LEFT)
        settle(qtbot, program)
    assert program.question is not asked
    assert not asked.isVisible()


_RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from thidua_desktop import app
from thidua_desktop.app import wanted
from thidua_desktop.ui.common.crash import CrashWindow
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.opening.ways import Way

def look():
    for shown in QApplication.topLevelWidgets():
        if not shown.isVisible():
            continue
        if isinstance(shown, OpeningDialog):
            print("asked", flush=True)
            shown.leave.click()
        elif isinstance(shown, CrashWindow):
            print("crashed", flush=True)
            shown.accept()
        elif isinstance(shown, MainWindow):
            print("opened", flush=True)
            shown.close()

def mistaken(*_arguments, **_options):
    raise LookupError("a mistake")

application = app.application()
timer = QTimer(application, interval=20)
timer.timeout.connect(look)
timer.start()
if sys.argv[2] == "mistake":
    wanted.bootstrap.open_services = mistaken
sys.exit(app.run(Path(sys.argv[1])))
"""


@pytest.mark.parametrize(
    ("name", "how", "seen", "code"),
    [
        ("không có.tdkt", "", "asked", app.STORE_TROUBLE),
        ("cơ quan.tdkt", "", "opened", 0),
        ("cơ quan.tdkt", "mistake", "crashed", app.STORE_TROUBLE),
    ],
)
def test_the_program_ends_with_its_code(path: Path, name: str, how: str, seen: str, code: int) -> None:
    """The real event loop: no dialog that closes before the next one opens ends the program."""
    homes = {key: str(path.parent) for key in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(path.with_name(name)), how],
        env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (set(done.stdout.split()), done.returncode) == ({seen}, code), done.stderr
