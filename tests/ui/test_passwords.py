"""Files with a password in the window: asked for at opening, set, changed and taken away from the menu."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, settle, start
from thidua_desktop import app, bootstrap
from thidua_desktop.bootstrap import change_password, open_services
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import demo
from thidua_desktop.storage import driver, keys
from thidua_desktop.storage.errors import NothingSalvaged, StoreUnreachable
from thidua_desktop.storage.salvage import salvage
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.passwords import NewPasswordDialog, PasswordDialog, Wish
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.opening.dialog import OpeningDialog
from thidua_desktop.ui.opening.report import RescueReport
from thidua_desktop.ui.opening.ways import Way

PASSWORD = "mật khẩu"


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_COST", 2**4)
    monkeypatch.setattr(bootstrap, "data_folder", lambda: tmp_path)


@pytest.fixture
def program(qapp: QApplication, preferences: Preferences, tmp_path: Path) -> Iterator[app.Program]:
    made = app.Program(qapp, CrashReporter(tmp_path / "nhat-ky"), preferences)
    yield made
    made.close()


def made_file(path: Path, password: str | None = PASSWORD) -> Path:
    with open_services(path, create=True, password=password) as services:
        services.office.save(demo.OFFICE)
    return path


def answer(qtbot: QtBot, program: app.Program, text: str) -> PasswordDialog:
    dialog = program.question
    assert isinstance(dialog, PasswordDialog)
    dialog.set_password(text)
    dialog.accept()
    settle(qtbot, program)
    return dialog


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


def test_what_is_typed_is_not_shown(qtbot: QtBot) -> None:
    dialog = PasswordDialog("“kín.tdkt” được mã hóa.")
    qtbot.addWidget(dialog)
    assert not dialog.yes.isEnabled()
    fields = dialog.findChildren(QLineEdit)
    assert [field.echoMode() for field in fields] == [QLineEdit.EchoMode.Password]
    qtbot.keyClicks(fields[0], "abc")
    assert dialog.password() == "abc"
    assert dialog.yes.isEnabled()


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


def _change(qtbot: QtBot, program: app.Program, wish: Wish) -> MainWindow:
    """Let the program do what the dialog asks for; gives the new window."""
    former = program.window
    assert former is not None
    with qtbot.waitSignal(former.closed, timeout=20_000):
        former.locking.wanted.emit(wish)
    assert program.window is not former
    assert program.window is not None
    assert program.window.isEnabled()
    return program.window


def test_set_and_removed_while_open(qtbot: QtBot, program: app.Program, tmp_path: Path) -> None:
    path = made_file(tmp_path / "co-quan.tdkt", None)
    start(qtbot, program, path)
    window = _change(qtbot, program, Wish(None, PASSWORD))
    assert window.services.passwords.is_set()
    assert "Còn 1 bản sao lưu không có mật khẩu" in window.banner.text()
    window = _change(qtbot, program, Wish(PASSWORD, None))
    assert not window.services.passwords.is_set()
    assert window.services.office.get() == demo.OFFICE
    assert path.read_bytes().startswith(b"SQLite format 3")


def test_a_change_that_fails_opens_the_file_as_it_was(qtbot: QtBot, program: app.Program, tmp_path: Path) -> None:
    path = made_file(tmp_path / "co-quan.tdkt", None)
    start(qtbot, program, path)
    with open_services(path, read_only=True) as reader:
        assert reader.office.get() == demo.OFFICE  # somebody looks at the file, so it cannot be written anew
        window = _change(qtbot, program, Wish(None, PASSWORD))
    assert not window.services.passwords.is_set()
    assert "Chương trình khác đang dùng" in window.banner.text()


def test_a_file_that_vanishes_during_a_change_is_asked_about(
    qtbot: QtBot, program: app.Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made_file(tmp_path / "co-quan.tdkt", None)
    start(qtbot, program, path)
    former = program.window
    assert former is not None

    def pulled_out(path: Path, **_options: object) -> None:
        path.unlink()
        raise StoreUnreachable(path=path)

    monkeypatch.setattr("thidua_desktop.app.program.change_password", pulled_out)
    with qtbot.waitSignal(former.closed, timeout=20_000):
        former.locking.wanted.emit(Wish(None, PASSWORD))
    assert program.window is None
    asked = program.question
    assert isinstance(asked, OpeningDialog)
    assert asked.leave.text() == "Thoát"
    with qtbot.waitSignal(program.gave_up):
        asked.reject()


def test_the_dialog_wants_the_same_twice(qtbot: QtBot) -> None:
    dialog = NewPasswordDialog(is_set=False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Quên mật khẩu" in dialog.warning.text()
    assert not dialog.yes.isEnabled()
    dialog.new.setText("một")
    dialog.again.setText("mộ")
    assert not dialog.yes.isEnabled()
    assert "chưa giống" in dialog.note.text()
    dialog.again.setText("một")
    assert dialog.yes.isEnabled()
    assert dialog.wish() == Wish(None, "một")
    assert "một" not in repr(dialog.wish())
    dialog.new.setText("mật")
    dialog.again.setText(unicodedata.normalize("NFD", "mật"))
    assert dialog.yes.isEnabled()
    dialog.new.setText(" ")
    dialog.again.setText(" ")
    assert not dialog.yes.isEnabled()


def test_the_dialog_wants_the_one_of_now(qtbot: QtBot) -> None:
    dialog = NewPasswordDialog(is_set=True)
    qtbot.addWidget(dialog)
    dialog.away.setChecked(True)
    assert not dialog.yes.isEnabled()
    dialog.old.setText(PASSWORD)
    assert dialog.yes.isEnabled()
    assert dialog.wish() == Wish(PASSWORD, None)


def test_from_the_menu(window: MainWindow) -> None:
    wishes: list[Wish] = []
    window.locking.wanted.connect(wishes.append)
    window.locking.action.trigger()
    dialog = window.locking.dialog
    assert dialog is not None
    dialog.new.setText("một")
    dialog.again.setText("một")
    dialog.accept()
    assert wishes == [Wish(None, "một")]


def test_the_wrong_one_of_now_is_asked_for_again(qtbot: QtBot, program: app.Program, tmp_path: Path) -> None:
    start(qtbot, program, made_file(tmp_path / "kín.tdkt"))
    answer(qtbot, program, PASSWORD)
    window = program.window
    assert window is not None
    window.locking.open()
    dialog = window.locking.dialog
    assert dialog is not None
    dialog.old.setText("khác")
    dialog.away.setChecked(True)
    dialog.accept()
    qtbot.waitUntil(lambda: window.locking.dialog is not dialog)
    again = window.locking.dialog
    assert again is not None
    assert "không đúng" in again.note.text()
    again.reject()


def test_without_sqlcipher_it_is_said(
    window: MainWindow, feedback: FakeFeedback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "_cipher", None)
    window.locking.open()
    assert window.locking.dialog is None
    assert "SQLCipher" in feedback.said[-1]


def test_backups_that_anybody_can_read_are_removed_after_asking(
    qtbot: QtBot, preferences: Preferences, tmp_path: Path
) -> None:
    path = made_file(tmp_path / "co-quan.tdkt", None)
    done = change_password(path, old=None, new=PASSWORD)
    feedback = FakeFeedback()
    with open_services(path, password=PASSWORD) as services:
        window = MainWindow(services, preferences, feedback=feedback)
        qtbot.addWidget(window)
        window.locking.show_done(done)
        (offer,) = feedback.offers
        offer.do()
        qtbot.waitUntil(lambda: "Đã xóa 1" in feedback.said[-1])
        assert not done.kept.exists()
        assert "không lấy lại được" in feedback.details[-1]
        window.tasks.close()


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
