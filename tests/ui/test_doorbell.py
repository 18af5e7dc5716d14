"""A second start brings the window of the first to the front; where nobody answers, it asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.helpers import settle, start
from thidua_desktop import app
from thidua_desktop.bootstrap import open_services
from thidua_desktop.services import demo
from thidua_desktop.ui import doorbell
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.doorbell import Doorbell, Ring
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.opening.ways import Way


@pytest.fixture
def bells(tmp_path: Path) -> Path:
    return tmp_path / "bộ nhớ đệm" / "goi"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "cơ quan.tdkt"
    with open_services(path, create=True) as services:
        services.office.save(demo.OFFICE)
    return path


@pytest.fixture
def programs(qapp: QApplication, preferences: Preferences, tmp_path: Path, bells: Path) -> Iterator[list[app.Program]]:
    """Two programs of the same person."""
    made = [app.Program(qapp, CrashReporter(tmp_path / "nhat-ky"), preferences, bells=bells) for _ in range(2)]
    yield made
    for program in made:
        program.close()


def test_the_first_window_comes_and_the_second_program_goes(
    qtbot: QtBot, programs: list[app.Program], path: Path, bells: Path
) -> None:
    first, second = programs
    start(qtbot, first, path)
    assert first.window is not None
    first.window.showMinimized()
    with qtbot.waitSignal(second.handed_over):
        second.open(path)
    assert second.window is None
    assert second.question is None
    assert first.window.isVisible() and not first.window.isMinimized()
    assert list(bells.iterdir()) == []


def test_a_window_that_does_not_answer_is_asked_about(
    qtbot: QtBot, programs: list[app.Program], path: Path, bells: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorbell, "_LOOKS", 2)
    _, second = programs
    with open_services(path):
        second.open(path)
        qtbot.waitUntil(lambda: second.question is not None)
        assert isinstance(second.question, OpeningDialog)
        assert "cửa sổ khác trên máy này" in second.question.said()
        assert second.question.ways == (Way.LOOK, Way.AGAIN, Way.OTHER)
    assert list(bells.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_leads_to_the_question(
    qtbot: QtBot, programs: list[app.Program], path: Path, bells: Path
) -> None:
    bells.parent.mkdir()
    bells.write_bytes(b"no folder")
    _, second = programs
    with open_services(path):
        second.open(path)
        settle(qtbot, second)
        assert isinstance(second.question, OpeningDialog)


def test_a_window_hears_only_its_own_file(
    qtbot: QtBot, bells: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorbell, "_LOOKS", 4)
    bell = Doorbell(bells)
    bell.hang(tmp_path / "một.tdkt")
    ring = Ring(bells, tmp_path / "hai.tdkt")
    with qtbot.assertNotEmitted(bell.rung), qtbot.waitSignal(ring.silent, timeout=5000):
        ring.begin()
    ring = Ring(bells, tmp_path / "một.tdkt")
    with qtbot.waitSignal(bell.rung), qtbot.waitSignal(ring.answered):
        ring.begin()
