"""A file with a password is opened: asked for, forgotten, rescued, looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.helpers import settle, start
from tests.ui.passwords.locked import PASSWORD, answer, made_file
from thidua_desktop import app
from thidua_desktop.bootstrap import change_password, open_services
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import demo
from thidua_desktop.storage.errors import NothingSalvaged
from thidua_desktop.storage.salvage import salvage
from thidua_desktop.ui.common.passwords import PasswordDialog
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.opening.report import RescueReport
from thidua_desktop.ui.opening.ways import Way


def test_the_password_is_asked_for_until_it_is_right(qtbot: QtBot, program: app.Program, tmp_path: Path) -> None:
    path = made_file(tmp_path / "kín.tdkt")
    start(qtbot, program, path)
    assert program.window is None
    first = answer(qtbot, program, "khác")
    assert program.window is None
    again = program.question
    assert isinstance(again, PasswordDialog)
    assert again is not first
    assert "không đúng" in again.told.text()
    answer(qtbot, program, PASSWORD)
    assert program.window is not None
    assert program.window.services.passwords.is_set()


def test_a_forgotten_password_leaves_the_backups_from_before(
    qtbot: QtBot, program: app.Program, tmp_path: Path
) -> None:
    path = made_file(tmp_path / "co-quan.tdkt", None)
    change_password(path, old=None, new=PASSWORD)
    locked = path.read_bytes()
    start(qtbot, program, path)
    forget(qtbot, program)
    asked = program.question
    assert isinstance(asked, OpeningDialog)
    assert "kể cả người làm ra chương trình" in asked.said()
    assert "có mật khẩu" not in asked.backups.currentText()
    qtbot.mouseClick(asked.buttons[Way.RESTORE], Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window is not None
    assert program.window.services.office.get() == demo.OFFICE
    assert not program.window.services.passwords.is_set()
    (kept,) = tmp_path.glob("co-quan-truoc-khoi-phuc-*.tdkt")
    assert kept.read_bytes() == locked


def test_a_backup_whose_password_is_remembered_takes_the_place(
    qtbot: QtBot, program: app.Program, tmp_path: Path
) -> None:
    path = made_file(tmp_path / "kín.tdkt")
    change_password(path, old=PASSWORD, new="quên rồi")
    start(qtbot, program, path)
    forget(qtbot, program)
    asked = program.question
    assert isinstance(asked, OpeningDialog)
    assert "có mật khẩu" in asked.backups.currentText()
    qtbot.mouseClick(asked.buttons[Way.RESTORE], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asked.findChild(PasswordDialog) is not None)
    of_backup = asked.findChild(PasswordDialog)
    assert isinstance(of_backup, PasswordDialog)
    of_backup.set_password(PASSWORD)
    of_backup.accept()
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window is not None
    assert program.window.services.passwords.matches(PASSWORD)


def test_the_password_comes_back_to_mind(qtbot: QtBot, program: app.Program, tmp_path: Path) -> None:
    start(qtbot, program, made_file(tmp_path / "kín.tdkt"))
    forget(qtbot, program)
    asked = program.question
    assert isinstance(asked, OpeningDialog)
    assert asked.ways == (Way.PASSWORD, Way.OTHER)
    qtbot.mouseClick(asked.buttons[Way.PASSWORD], Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    answer(qtbot, program, PASSWORD)
    assert program.window is not None


def forget(qtbot: QtBot, program: app.Program) -> None:
    dialog = program.question
    assert isinstance(dialog, PasswordDialog)
    (button,) = (each for each in dialog.buttons.buttons() if each.text() == "Quên mật khẩu…")
    with qtbot.assertNotEmitted(program.gave_up):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A file with a password, a backup under a former one, and a page that was destroyed."""
    path = made_file(tmp_path / "kín.tdkt", "cũ")
    with open_services(path, password="cũ") as services:
        for number in range(100):
            services.plans.create(Plan(f"Kế hoạch {number}", 2024))
    change_password(path, old="cũ", new=PASSWORD)
    whole = path.read_bytes()
    for page in range(len(whole) // 4096 // 2, len(whole) // 4096):
        path.write_bytes(whole[: page * 4096 + 200] + b"\xff" * 16 + whole[page * 4096 + 216 :])
        try:
            salvage(path, tmp_path / "thử.tdkt", PASSWORD)
        except NothingSalvaged:  # the page was of the list of tables, without which nothing can be read
            continue
        return path
    raise AssertionError("every page is of the list of tables")


def ask_and_answer(qtbot: QtBot, asked: OpeningDialog, password: str) -> None:
    """Answer the question for the password of a backup above the dialog."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in asked.findChildren(PasswordDialog)))
    of_backup = next(each for each in asked.findChildren(PasswordDialog) if each.isVisible())
    of_backup.set_password(password)
    of_backup.accept()


def test_a_damaged_file_with_a_password_is_rescued(qtbot: QtBot, program: app.Program, damaged: Path) -> None:
    start(qtbot, program, damaged)
    answer(qtbot, program, PASSWORD)
    asked = program.question
    assert isinstance(asked, OpeningDialog)
    assert asked.ways == (Way.RESTORE, Way.RESCUE, Way.OTHER)
    qtbot.mouseClick(asked.buttons[Way.RESCUE], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(program.question, RescueReport), timeout=20_000)
    assert program.window is not None
    assert program.window.services.passwords.matches(PASSWORD)


def test_a_damaged_file_is_restored_from_a_backup_under_a_former_password(
    qtbot: QtBot, program: app.Program, damaged: Path
) -> None:
    start(qtbot, program, damaged)
    answer(qtbot, program, PASSWORD)
    asked = program.question
    assert isinstance(asked, OpeningDialog)
    qtbot.mouseClick(asked.buttons[Way.RESTORE], Qt.MouseButton.LeftButton)
    ask_and_answer(qtbot, asked, "sai")
    qtbot.waitUntil(lambda: "không đúng" in asked.said() and asked.leave.isEnabled())
    ask_and_answer(qtbot, asked, "cũ")
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    assert program.window is not None
    assert len(program.window.services.plans.of_year(2024)) == 100
    assert program.window.services.passwords.matches("cũ")


def test_a_lost_file_comes_back_from_an_encrypted_backup(qtbot: QtBot, program: app.Program, damaged: Path) -> None:
    damaged.unlink()
    start(qtbot, program, damaged)
    asked = program.question
    assert isinstance(asked, OpeningDialog)
    qtbot.mouseClick(asked.buttons[Way.RESTORE], Qt.MouseButton.LeftButton)
    ask_and_answer(qtbot, asked, "cũ")
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    assert program.window is not None
    assert len(program.window.services.plans.of_year(2024)) == 100


def test_another_file_asks_above_the_window(qtbot: QtBot, program: app.Program, tmp_path: Path) -> None:
    start(qtbot, program, made_file(tmp_path / "mở.tdkt", None))
    window = program.window
    start(qtbot, program, made_file(tmp_path / "kín.tdkt"))
    assert program.window is window
    answer(qtbot, program, PASSWORD)
    assert program.window is not window
    assert program.window is not None
    assert program.window.services.path.name == "kín.tdkt"


def test_a_file_with_a_password_in_use_can_be_looked_at(qtbot: QtBot, program: app.Program, tmp_path: Path) -> None:
    path = made_file(tmp_path / "kín.tdkt")
    with open_services(path, password=PASSWORD):
        start(qtbot, program, path)
        asked = program.question
        assert isinstance(asked, OpeningDialog)  # no password for a file that cannot be written to anyway
        qtbot.mouseClick(asked.buttons[Way.LOOK], Qt.MouseButton.LeftButton)
        settle(qtbot, program)
        ask_and_answer(qtbot, asked, PASSWORD)
        settle(qtbot, program)
        assert program.window is not None
        assert program.window.services.read_only
        assert not program.window.locking.action.isEnabled()
        program.close()


def test_a_backup_under_another_password_asks_for_it(qtbot: QtBot, program: app.Program, tmp_path: Path) -> None:
    path = made_file(tmp_path / "kín.tdkt")
    with open_services(path, password=PASSWORD) as services:
        services.backups.make(Reason.BY_HAND)
    change_password(path, old=PASSWORD, new="mới")
    start(qtbot, program, path, create=False, password="mới")
    window = program.window
    assert window is not None
    window.keeping.open_backups()
    backups = window.keeping.backups
    assert backups is not None
    qtbot.waitUntil(lambda: backups.grid.current() is not None)
    backups.verify()
    qtbot.waitUntil(lambda: backups.question is not None)
    question = backups.question
    assert isinstance(question, PasswordDialog)
    question.set_password(PASSWORD)
    question.accept()
    qtbot.waitUntil(lambda: "khôi phục được" in backups.banner.text())
    backups.close()
