"""A file that cannot be opened where it lies: it is copied to this computer, or opened to write after all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.storage import computers
from tests.storage.computers import Computer
from tests.ui.helpers import settle, start
from thidua_desktop import app, bootstrap
from thidua_desktop.bootstrap import open_services
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import demo
from thidua_desktop.storage import carrying, medium
from thidua_desktop.storage.medium import Medium
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.opening.ways import Way

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of this computer, the only one that is no share."""
    folder = tmp_path / "máy này"
    folder.mkdir()
    monkeypatch.setattr(bootstrap, "data_folder", lambda: folder)
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "ổ mạng"
    folder.mkdir()
    with open_services(folder / "cơ quan.tdkt", create=True) as services:
        services.office.save(demo.OFFICE)
        services.plans.create(Plan("Kế hoạch", 2024))
    return folder / "cơ quan.tdkt"


def _away(monkeypatch: pytest.MonkeyPatch, here: Path, kind: Medium) -> None:
    monkeypatch.setattr(medium, "medium_of", lambda folder: Medium.LOCAL if folder == here else kind)


def _asked(program: app.Program) -> OpeningDialog:
    assert isinstance(program.question, OpeningDialog)
    return program.question


def test_where_locks_do_not_hold_a_copy_is_opened(
    qtbot: QtBot, program: app.Program, path: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _away(monkeypatch, here, Medium.UNLOCKED)
    before = path.read_bytes()
    start(qtbot, program, path)
    assert "không giữ được khóa" in _asked(program).said()
    assert "không ghi được" not in _asked(program).said().casefold()
    qtbot.mouseClick(_asked(program).buttons[Way.COPY], LEFT)
    settle(qtbot, program)
    assert program.window is not None
    services = program.window.services
    assert services.path.parent == here
    assert not services.read_only
    assert [row.plan.title for row in services.plans.of_year(2024)] == ["Kế hoạch"]
    assert "bản chép" in program.window.banner.text()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_no_room_for_the_copy(
    qtbot: QtBot, program: app.Program, path: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    _away(monkeypatch, here, Medium.UNLOCKED)
    start(qtbot, program, path)
    monkeypatch.setattr(carrying.shutil, "copyfile", full)
    qtbot.mouseClick(_asked(program).buttons[Way.COPY], LEFT)
    settle(qtbot, program)
    assert "bản chép" in _asked(program).said() and "đã đầy" in _asked(program).said()
    assert program.window is None
    assert list(here.iterdir()) == []


def test_a_file_open_at_the_server_is_refused_for_looking_and_offered_as_a_copy(
    qtbot: QtBot, program: app.Program, path: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _away(monkeypatch, here, Medium.SHARED)
    with Computer("MAY-CHU", path, computers.WRITER, medium="LOCAL") as server:
        server.ask()
        start(qtbot, program, path)
        assert "trên máy MAY-CHU" in _asked(program).said()
        qtbot.mouseClick(_asked(program).buttons[Way.LOOK], LEFT)
        settle(qtbot, program)
        assert "mở thẳng trên máy chủ" in _asked(program).said()
        qtbot.mouseClick(_asked(program).buttons[Way.COPY], LEFT)
        settle(qtbot, program)
        assert program.window is not None
        assert len(program.window.services.plans.of_year(2024)) == 2


def test_what_a_dead_computer_left_is_put_right_by_trying_to_write(
    qtbot: QtBot, program: app.Program, path: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _away(monkeypatch, here, Medium.SHARED)
    with Computer("PC-01", path, computers.STUCK_WRITER) as other:
        start(qtbot, program, path)
        other.die()
    qtbot.mouseClick(_asked(program).buttons[Way.LOOK], LEFT)
    settle(qtbot, program)
    assert "đã dừng ngang giữa chừng" in _asked(program).said()
    qtbot.mouseClick(_asked(program).buttons[Way.AGAIN], LEFT)
    settle(qtbot, program)
    assert program.window is not None
    assert not program.window.services.read_only
