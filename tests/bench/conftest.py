"""The window of the benchmarks is drawn like any other, on no screen."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from thidua_desktop.ui.common import theme


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(autouse=True)
def look(request: pytest.FixtureRequest) -> None:
    """The program's own style, applied once, wherever there is a window."""
    if "qapp" in request.fixturenames:
        qapp: QApplication = request.getfixturevalue("qapp")
        if not qapp.styleSheet():
            theme.apply(qapp)
