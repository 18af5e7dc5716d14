"""A display of the tests' own, and the whole program on it; needs xvfb, xdotool and openbox."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.day.hand import Hand

_SIZE = "1366x768x24"


@pytest.fixture(scope="session")
def display() -> Iterator[None]:
    """An X server with a window manager; Qt draws there from now on."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", _SIZE, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        os.environ.update(DISPLAY=f":{told.readline().strip()}", QT_QPA_PLATFORM="xcb")
    manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield
    for process in (manager, server):
        process.terminate()
        process.wait()


@pytest.fixture(scope="session")
def qapp(display: None) -> QApplication:
    """The application as the program makes it: look, language, letters."""
    from thidua_desktop.app import application

    assert QApplication.instance() is None, "ngày này cần màn hình thật: chạy riêng bằng -n0 -m day"
    return application()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that nobody has used yet."""
    made = tmp_path / "nha"
    made.mkdir()
    monkeypatch.setenv("HOME", str(made))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return made


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return Hand(qtbot)
