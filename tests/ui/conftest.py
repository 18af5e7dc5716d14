"""What every test of the window needs: the real look, and stand-ins for questions and threads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.navigation import Navigation


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """The program's own style, applied once, and an empty clipboard after each test."""
    if not qapp.styleSheet():
        theme.apply(qapp)
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def feedback() -> FakeFeedback:
    return FakeFeedback()


@pytest.fixture
def runner(feedback: FakeFeedback) -> ImmediateRunner:
    return ImmediateRunner(feedback)


@pytest.fixture
def navigation(qapp: QApplication) -> Navigation:
    return Navigation()


@pytest.fixture
def preferences(qapp: QApplication, tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "giao-dien.ini")
