"""A large file is opened before it is checked; what is found then is told as it would have been before."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.helpers import start
from thidua_desktop import app
from thidua_desktop.app import program as programs
from thidua_desktop.bootstrap import open_services
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import demo
from thidua_desktop.storage import opening
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.opening.ways import Way


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any file counts as large, and is checked as soon as there is a window."""
    monkeypatch.setattr(opening, "LATER_FROM", 0)
    monkeypatch.setattr(programs, "_CHECK_AFTER_MS", 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "cơ quan.tdkt"
    with open_services(made, create=True) as services:
        services.office.save(demo.OFFICE)
        services.plans.create(Plan("Kế hoạch", 2024))
    return made


def damage(path: Path, what: str) -> None:
    """Overwrite the beginning of the last page that holds something."""
    data = bytearray(path.read_bytes())
    at = data.rindex(what.encode()) // 4096 * 4096
    data[at : at + 60] = random.Random(1).randbytes(60)
    path.write_bytes(data)


def test_damage_is_found_beside_the_work_and_asks_what_to_do(qtbot: QtBot, program: app.Program, path: Path) -> None:
    damage(path, '"title"')  # a page of the journal, which the first page does not look at
    start(qtbot, program, path)
    qtbot.waitUntil(lambda: isinstance(program.question, OpeningDialog))
    assert program.window is None
    assert isinstance(program.question, OpeningDialog)
    assert program.question.ways == (Way.RESCUE, Way.OTHER)


def test_damage_where_the_first_page_looks_is_told_at_once(qtbot: QtBot, program: app.Program, path: Path) -> None:
    damage(path, "Kế hoạch")
    start(qtbot, program, path)
    qtbot.waitUntil(lambda: isinstance(program.question, OpeningDialog))
    assert program.window is None


def test_a_whole_file_stays_open(qtbot: QtBot, program: app.Program, path: Path) -> None:
    start(qtbot, program, path)
    qtbot.wait(20)  # the check has begun
    qtbot.waitUntil(lambda: not program.runner.busy())
    assert program.window is not None
    assert program.question is None
