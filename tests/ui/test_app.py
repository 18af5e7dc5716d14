"""Starting: a file is made or opened, another one takes its place, trouble is asked about."""

from __future__ import annotations

import builtins
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.helpers import settle, start
from thidua_desktop import app
from thidua_desktop.bootstrap import open_services
from thidua_desktop.services import demo
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.opening.ways import Way


def made_file(path: Path) -> Path:
    with open_services(path, create=True) as services:
        services.office.save(demo.OFFICE)
    return path


def test_the_first_start_makes_a_file(
    qtbot: QtBot, program: app.Program, preferences: Preferences, tmp_path: Path
) -> None:
    path = tmp_path / "thi-dua.tdkt"
    start(qtbot, program, path, create=True)
    assert program.window is not None
    assert program.window.services.path == path
    assert preferences.recent_files() == (path,)


def test_another_file_takes_the_place(qtbot: QtBot, program: app.Program, tmp_path: Path) -> None:
    first, second = made_file(tmp_path / "một.tdkt"), made_file(tmp_path / "hai.tdkt")
    start(qtbot, program, first)
    former = program.window
    assert former is not None
    with qtbot.waitSignal(former.closed):
        former.files.take(second)
    assert program.window is not former
    assert program.window is not None
    assert program.window.services.path == second
    with open_services(first):
        pass  # nobody holds it any more


def test_a_file_that_is_no_office_file_leaves_the_window_as_it_is(
    qtbot: QtBot, program: app.Program, tmp_path: Path
) -> None:
    start(qtbot, program, made_file(tmp_path / "một.tdkt"))
    window = program.window
    assert window is not None
    (tmp_path / "lạ.tdkt").write_text("không phải", encoding="utf-8")
    start(qtbot, program, tmp_path / "lạ.tdkt")
    assert program.window is window
    assert window.banner.isVisible()


def test_a_file_in_use_can_be_looked_at(qtbot: QtBot, program: app.Program, tmp_path: Path) -> None:
    path = made_file(tmp_path / "một.tdkt")
    with open_services(path):
        start(qtbot, program, path)
        assert program.window is None
        asked = program.question
        assert isinstance(asked, OpeningDialog)
        assert "trên máy" in asked.said()
        qtbot.mouseClick(asked.buttons[Way.LOOK], Qt.MouseButton.LeftButton)
        settle(qtbot, program)
        assert program.window is not None
        assert program.window.services.read_only
        program.close()


def test_a_missing_file_is_asked_about(qtbot: QtBot, program: app.Program, tmp_path: Path) -> None:
    start(qtbot, program, tmp_path / "không có.tdkt")
    asked = program.question
    assert isinstance(asked, OpeningDialog)
    assert asked.ways == (Way.OTHER,)
    asked.close()


def test_importing_is_left_to_python() -> None:
    assert getattr(builtins, "__orig_import__", None) is builtins.__import__, "PySide6 reads every module's source"
