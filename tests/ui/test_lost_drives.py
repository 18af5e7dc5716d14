"""The drive goes, or is full, while the clerk types: a sentence, nothing lost, and a way on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.helpers import start
from thidua_desktop import app
from thidua_desktop.bootstrap import open_services
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import PlanId, RoundId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services import demo
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
TYPED = "Gõ lúc ổ đĩa đang bị rút"


@pytest.fixture
def crashes(qapp: QApplication, tmp_path: Path) -> Iterator[CrashReporter]:
    made = CrashReporter(tmp_path / "nhật ký")
    yield made
    assert made.window is None


@pytest.fixture
def program(qapp: QApplication, crashes: CrashReporter, preferences: Preferences) -> Iterator[app.Program]:
    made = app.Program(qapp, crashes, preferences)
    yield made
    made.close()


def _made(folder: Path) -> Path:
    path = folder / "cơ quan.tdkt"
    with open_services(path, create=True) as services:
        year = services.today().year
        services.office.save(demo.OFFICE)
        services.plans.create(Plan("Kế hoạch", year))
        services.tasks.save_many([Task(PlanId(1), f"Nhiệm vụ {number}", year) for number in range(1, 4)])
        services.nominations.save_round(Round("Đợt", year))
        services.nominations.add(Nomination(RoundId(1), RecipientKind.PERSON, "Lan", "lao_dong_tien_tien"))
    return path


def _opened(qtbot: QtBot, program: app.Program, path: Path) -> MainWindow:
    start(qtbot, program, path)
    assert program.window is not None
    window = program.window
    window.show_page(0)
    qtbot.waitUntil(lambda: not window.tasks.busy())
    return window


def _type_into_first_task(window: MainWindow, text: str) -> None:
    model = window.plans.table.model
    row = next(at for at in range(model.rowCount()) if model.line(at) is not None)
    number = next(at for at, column in enumerate(model.columns) if column.key == "text")
    assert model.enter({(row, number): text})


def _shown(window: MainWindow) -> list[str]:
    return [task.text for task in window.plans.table.model.rows()]


def _kept(window: MainWindow) -> list[str]:
    return [task.text for task in window.services.tasks.of_plan(PlanId(1))]


def _wait_for_banner(qtbot: QtBot, window: MainWindow, words: str) -> None:
    qtbot.waitUntil(lambda: window.banner.isVisible() and words in window.banner.text())


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    (tmp_path / "USB").mkdir()
    return tmp_path / "USB"


if sys.platform != "win32":  # where nobody takes the folder of an open file away

    def test_what_was_typed_while_the_stick_was_out_is_saved_when_it_is_back(
        qtbot: QtBot, program: app.Program, drive: Path
    ) -> None:
        window = _opened(qtbot, program, _made(drive))
        away = drive.rename(drive.with_name("đã rút"))
        _type_into_first_task(window, TYPED)
        _wait_for_banner(qtbot, window, "kiểm tra USB, ổ mạng")
        assert "vẫn còn trên bảng" in window.banner.text()
        assert _shown(window)[0] == TYPED
        again, _drop = window.banner.buttons()
        qtbot.mouseClick(again, LEFT)
        _wait_for_banner(qtbot, window, "kiểm tra USB, ổ mạng")
        assert _shown(window)[0] == TYPED
        away.rename(drive)
        qtbot.mouseClick(window.banner.buttons()[0], LEFT)
        qtbot.waitUntil(lambda: _kept(window)[0] == TYPED)
        qtbot.waitUntil(lambda: window.plans.table.unsaved.rows() == ())

    def test_the_next_thing_that_is_typed_takes_the_former_along(
        qtbot: QtBot, program: app.Program, drive: Path
    ) -> None:
        window = _opened(qtbot, program, _made(drive))
        away = drive.rename(drive.with_name("đã rút"))
        _type_into_first_task(window, TYPED)
        _wait_for_banner(qtbot, window, "vẫn còn trên bảng")
        away.rename(drive)
        model = window.plans.table.model
        number = next(at for at, column in enumerate(model.columns) if column.key == "text")
        assert model.enter({(model.rowCount() - 1, number): "Gõ sau"})
        qtbot.waitUntil(lambda: _kept(window)[0] == TYPED)
        assert _kept(window)[-1] == "Gõ sau"

    def test_what_was_typed_can_be_dropped(qtbot: QtBot, program: app.Program, drive: Path) -> None:
        window = _opened(qtbot, program, _made(drive))
        away = drive.rename(drive.with_name("đã rút"))
        _type_into_first_task(window, TYPED)
        _wait_for_banner(qtbot, window, "vẫn còn trên bảng")
        away.rename(drive)
        qtbot.mouseClick(window.banner.buttons()[1], LEFT)
        assert _shown(window)[0] == "Nhiệm vụ 1"

    def test_closing_asks_before_what_was_typed_is_lost(qtbot: QtBot, program: app.Program, drive: Path) -> None:
        window = _opened(qtbot, program, _made(drive))
        away = drive.rename(drive.with_name("đã rút"))
        _type_into_first_task(window, TYPED)
        _wait_for_banner(qtbot, window, "vẫn còn trên bảng")
        window.close()
        (box,) = window.findChildren(QMessageBox)
        assert "1 dòng đã gõ mà chưa lưu được" in box.text()
        assert window.isVisible()
        qtbot.mouseClick(box.buttons()[-1], LEFT)
        away.rename(drive)
        qtbot.mouseClick(window.banner.buttons()[0], LEFT)
        qtbot.waitUntil(lambda: window.plans.table.unsaved.rows() == ())
        assert _kept(window)[0] == TYPED

    def test_a_nomination_too(qtbot: QtBot, program: app.Program, drive: Path) -> None:
        window = _opened(qtbot, program, _made(drive))
        window.show_page(2)
        away = drive.rename(drive.with_name("đã rút"))
        model = window.nominations.model
        number = next(at for at, column in enumerate(model.columns) if column.key == "name")
        row = next(at for at in range(model.rowCount()) if model.line(at) is not None)
        assert model.enter({(row, number): "Lê Thị Lan"})
        _wait_for_banner(qtbot, window, "vẫn còn trên bảng")
        away.rename(drive)
        qtbot.mouseClick(window.banner.buttons()[0], LEFT)
        nominations = window.services.nominations
        qtbot.waitUntil(lambda: nominations.of_round(RoundId(1))[0].name == "Lê Thị Lan")


def test_trouble_met_while_looking_is_a_sentence_and_no_crash(
    qtbot: QtBot, program: app.Program, crashes: CrashReporter, drive: Path
) -> None:
    from thidua_desktop.storage.errors import StoreUnreachable

    window = _opened(qtbot, program, _made(drive))
    crashes.report(StoreUnreachable(path=drive / "cơ quan.tdkt"))
    _wait_for_banner(qtbot, window, "kiểm tra USB, ổ mạng")


if sys.platform == "linux":

    @pytest.fixture
    def small_drive(tmp_path: Path) -> Iterator[Path]:
        """A real file system with room for little more than an empty office; asks for the right to mount."""
        folder = tmp_path / "ổ nhỏ"
        folder.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(folder)]
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
            (folder / "đầy").write_bytes(b"")  # no drive of its own: the test fills nothing and finds room
            yield folder
            return
        try:
            yield folder
        finally:
            subprocess.run(["umount", "-l", str(folder)], check=True)

    def test_a_full_drive_keeps_what_is_typed_until_there_is_room(
        qtbot: QtBot, program: app.Program, small_drive: Path
    ) -> None:
        path = _made(small_drive)
        window = _opened(qtbot, program, path)
        ballast = small_drive / "ảnh.jpg"
        full = not (small_drive / "đầy").exists()
        if full:
            with ballast.open("wb", buffering=0) as file:
                while True:
                    try:
                        file.write(b"\0" * 4096)
                    except OSError:
                        break
        text = f"{TYPED} " * 400
        _type_into_first_task(window, text)
        if full:
            _wait_for_banner(qtbot, window, "đã đầy")
            assert "vẫn còn trên bảng" in window.banner.text()
            assert _shown(window)[0].startswith(TYPED)
            assert _kept(window)[0] == "Nhiệm vụ 1"
            ballast.unlink()
            qtbot.mouseClick(window.banner.buttons()[0], LEFT)
        qtbot.waitUntil(lambda: _kept(window)[0].startswith(TYPED))
        assert window.services.office.health().sound
