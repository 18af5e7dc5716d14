"""The program itself, with keys that cost no time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from thidua_desktop import app, bootstrap
from thidua_desktop.storage import keys
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.preferences import Preferences


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_COST", 2**4)
    monkeypatch.setattr(bootstrap, "data_folder", lambda: tmp_path)


@pytest.fixture
def program(qapp: QApplication, preferences: Preferences, tmp_path: Path) -> Iterator[app.Program]:
    made = app.Program(qapp, CrashReporter(tmp_path / "nhat-ky"), preferences)
    yield made
    made.close()
