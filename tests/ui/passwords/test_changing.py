"""A password set, changed and taken away from the menu."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, start
from tests.ui.passwords.locked import PASSWORD, answer, made_file
from thidua_desktop import app
from thidua_desktop.bootstrap import change_password, open_services
from thidua_desktop.services import demo
from thidua_desktop.storage import driver
from thidua_desktop.storage.errors import StoreUnreachable
from thidua_desktop.ui.common.passwords import NewPasswordDialog, PasswordDialog, Wish
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.opening.dialog import OpeningDialog


def test_what_is_typed_is_not_shown(qtbot: QtBot) -> None:
    dialog = PasswordDialog("“kín.tdkt” được mã hóa.")
    qtbot.addWidget(dialog)
    assert not dialog.yes.isEnabled()
    fields = dialog.findChildren(QLineEdit)
    assert [field.echoMode() for field in fields] == [QLineEdit.EchoMode.Password]
    qtbot.keyClicks(fields[0], "abc")
    assert dialog.password() == "abc"
    assert dialog.yes.isEnabled()


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

    monkeypatch.setattr("thidua_desktop.bootstrap.change_password", pulled_out)
    with qtbot.waitSignal(former.closed, timeout=20_000):
        former.locking.wanted.emit(Wish(None, PASSWORD))
    assert program.window is None
    asked = program.question
    assert isinstance(asked, OpeningDialog)
    assert asked.leave.text().replace("&", "") == "Thoát"
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
    assert "thiếu phần mã hóa" in feedback.said[-1]


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
