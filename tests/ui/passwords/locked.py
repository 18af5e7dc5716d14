"""What the tests of passwords share: a file that has one, and the answer to the question for it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.helpers import settle
from thidua_desktop import app
from thidua_desktop.bootstrap import open_services
from thidua_desktop.services import demo
from thidua_desktop.ui.common.passwords import PasswordDialog

PASSWORD = "mật khẩu"


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
