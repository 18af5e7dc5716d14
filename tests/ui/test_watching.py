"""A window that only looks: it says who writes, shows what was written, and goes on when the other has gone."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.storage import computers
from tests.storage.computers import Computer
from tests.ui.helpers import start
from thidua_desktop import app
from thidua_desktop.bootstrap import open_services
from thidua_desktop.services import demo
from thidua_desktop.storage import medium
from thidua_desktop.storage.medium import Medium
from thidua_desktop.ui import watching
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.opening.ways import Way

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def program(
    qapp: QApplication, preferences: Preferences, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[app.Program]:
    """A program on PC-02 that takes every folder for a share, and looks often."""
    monkeypatch.setattr("platform.node", lambda: "PC-02")
    monkeypatch.setattr(medium, "medium_of", lambda _folder: Medium.SHARED)
    monkeypatch.setattr(watching, "_LOOK_EACH_MS", 20)
    made = app.Program(qapp, CrashReporter(tmp_path / "nhat-ky"), preferences)
    yield made
    made.close()


@pytest.fixture
def path(program: app.Program, tmp_path: Path) -> Path:
    """An office file on the share."""
    folder = tmp_path / "ổ mạng"
    folder.mkdir()
    with open_services(folder / "cơ quan.tdkt", create=True) as services:
        services.office.save(demo.OFFICE)
    return folder / "cơ quan.tdkt"


def _looking(qtbot: QtBot, program: app.Program, path: Path) -> MainWindow:
    start(qtbot, program, path)
    assert isinstance(program.question, OpeningDialog)
    qtbot.mouseClick(program.question.buttons[Way.LOOK], LEFT)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window is not None
    program.window.show_year(2024)
    return program.window


def _names(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir()}


def test_what_another_computer_writes_appears(qtbot: QtBot, program: app.Program, path: Path) -> None:
    with Computer("PC-01", path, computers.WRITER) as other:
        window = _looking(qtbot, program, path)
        qtbot.waitUntil(lambda: "máy PC-01 (" in window.strip.text())
        assert "đang sửa từ" in window.strip.text()
        for number in (1, 2):
            other.ask()
            qtbot.waitUntil(lambda number=number: window.plans.list.model().rowCount() == number)
        assert _names(path) == {"cơ quan.tdkt", "cơ quan.tdkt-journal", "cơ quan.tdkt.lock"}
        qtbot.mouseClick(window.strip.write, LEFT)
        qtbot.waitUntil(window.banner.isVisible)
        assert "trên máy PC-01" in window.banner.text()
        assert program.window is window
        other.end()
        qtbot.waitUntil(lambda: "hiện không có ai sửa" in window.strip.text())
    with qtbot.waitSignal(window.closed):
        qtbot.mouseClick(window.strip.write, LEFT)
    assert program.window is not None
    assert not program.window.services.read_only


def test_who_takes_over_from_a_dead_computer_is_told_which(qtbot: QtBot, program: app.Program, path: Path) -> None:
    with Computer("PC-01", path, computers.WRITER) as other:
        window = _looking(qtbot, program, path)
        other.ask()
        other.die()
        qtbot.waitUntil(lambda: "hiện không có ai sửa" in window.strip.text())
    with qtbot.waitSignal(window.closed):
        qtbot.mouseClick(window.strip.write, LEFT)
    assert program.window is not None
    assert "Máy PC-01 (" in program.window.banner.text()
    assert "bị dừng ngang" in program.window.banner.text()


def test_what_a_dead_computer_left_half_done_is_said_and_put_right(
    qtbot: QtBot, program: app.Program, path: Path
) -> None:
    with Computer("PC-01", path, computers.WRITER) as other:
        window = _looking(qtbot, program, path)
        other.end()
    with Computer("PC-01", path, computers.STUCK_WRITER) as other:
        other.die()
        qtbot.waitUntil(lambda: "đã dừng ngang giữa chừng" in window.strip.text())
    with qtbot.waitSignal(window.closed):
        qtbot.mouseClick(window.strip.write, LEFT)
    assert program.window is not None
    assert program.window.services.plans.of_year(2024) == ()


def test_a_share_that_goes_and_comes_back(qtbot: QtBot, program: app.Program, path: Path) -> None:
    with Computer("PC-01", path, computers.WRITER):
        window = _looking(qtbot, program, path)
        qtbot.waitUntil(lambda: "máy PC-01 (" in window.strip.text())
        away = path.parent.rename(path.parent.with_name("mất mạng"))
        qtbot.waitUntil(lambda: "kiểm tra USB, ổ mạng" in window.strip.text())
        away.rename(path.parent)
        qtbot.waitUntil(lambda: "máy PC-01 (" in window.strip.text())


if sys.platform != "win32":  # where nobody takes the name of an open file

    def test_a_file_that_was_replaced_is_opened_again(qtbot: QtBot, program: app.Program, path: Path) -> None:
        with Computer("PC-01", path, computers.HOLDER):
            window = _looking(qtbot, program, path)
            other = Path(shutil.copy(path, path.with_name("mới.tdkt")))
            other.replace(path)
            qtbot.waitUntil(window.strip.again.isVisible)
            assert "được thay bằng tệp khác" in window.strip.text()
            with qtbot.waitSignal(window.closed):
                qtbot.mouseClick(window.strip.again, LEFT)
            assert program.window is not None
            qtbot.waitUntil(lambda: "máy PC-01 (" in program.window.strip.text())
