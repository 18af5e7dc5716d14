"""What every test of the window needs: the real look, and stand-ins for questions and threads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import PlanDraft
from thidua_desktop.services import demo
from thidua_desktop.services.container import Services
from thidua_desktop.services.imports import read_plan
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.navigation import Navigation


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """The program's own style, applied once; after each test an empty clipboard and no window.

    A window that stayed would be given its style anew whenever a later test changes it, and be asked for the focus.
    """
    if not qapp.styleSheet():
        theme.apply(qapp)
    yield
    QGuiApplication.clipboard().clear()
    for left in qapp.topLevelWidgets():
        if left.parent() is None:
            left.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


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


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """The sample plan of 2024 as a text file."""
    path = tmp_path / "Kế hoạch thi đua 2024.txt"
    path.write_text(demo.plan_text(2024), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def sample_draft(tmp_path_factory: pytest.TempPathFactory) -> PlanDraft:
    """The sample plan of 2024 as it is read from its file."""
    path = tmp_path_factory.mktemp("ke-hoach") / "Kế hoạch thi đua 2024.txt"
    path.write_text(demo.plan_text(2024), encoding="utf-8")
    return read_plan(path)


@pytest.fixture
def with_plan(services: Services, sample_draft: PlanDraft) -> PlanId:
    """The sample plan kept in the office file of ``services``."""
    services.office.save(demo.OFFICE)
    return PlanId(services.imports.store_plan(sample_draft).created[0])


@pytest.fixture
def window(
    qtbot: QtBot, services: Services, preferences: Preferences, runner: ImmediateRunner, feedback: FakeFeedback
) -> MainWindow:
    """The main window on the office file of ``services``, at the size of a small screen."""
    services.office.save(demo.OFFICE)
    made = MainWindow(services, preferences, runner=runner, feedback=feedback)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    made.activateWindow()
    return made
