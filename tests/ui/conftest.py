"""What every test of the window needs: the real look, and stand-ins for questions and threads."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.prepared import Prepared, prepare
from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.app import Program
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import PlanDraft
from thidua_desktop.services import demo
from thidua_desktop.services.container import Services
from thidua_desktop.services.imports import read_plan
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.showing import COUNCILS

W = TypeVar("W", bound=QWidget)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session")
def sheet(qapp: QApplication) -> str:
    """The style sheet of the program; letters and colours are on from here, the sheet is not."""
    theme.apply(qapp)
    made = qapp.styleSheet()
    qapp.setStyleSheet("")
    return made


@pytest.fixture
def dressed() -> None:
    """Asked for by tests that measure: the window wears its style sheet."""


@pytest.fixture(autouse=True)
def look(request: pytest.FixtureRequest, qapp: QApplication, sheet: str) -> Iterator[None]:
    """Letters and colours of the program; after each test an empty clipboard and no window.

    The style sheet doubles what it costs to make a widget, so only tests that ask for ``dressed`` see it (and those
    of every screen, with -m screens). A window that stayed would be given its style anew whenever a later test changes
    it, and be asked for the focus.
    """
    if "dressed" in request.fixturenames:
        qapp.setStyleSheet(sheet)
    yield
    QGuiApplication.clipboard().clear()
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)  # Qt takes what was held last for held until the next key
    for left in qapp.topLevelWidgets():
        if left.parent() is None:
            left.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")


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
def program(qapp: QApplication, preferences: Preferences, tmp_path: Path) -> Iterator[Program]:
    """The whole program; it opens what a test asks for, and closes it at the end."""
    made = Program(qapp, CrashReporter(tmp_path / "nhat-ky"), preferences)
    yield made
    made.close()


class Make(Protocol):
    """Makes a page, panel or window with what all of them are given; it is not shown yet."""

    def __call__(self, kind: Callable[..., W], width: int = 0, height: int = 0) -> W: ...


@pytest.fixture
def make(  # noqa: PLR0917 - what all of them are given
    qtbot: QtBot,
    services: Services,
    runner: ImmediateRunner,
    navigation: Navigation,
    feedback: FakeFeedback,
    preferences: Preferences,
) -> Make:
    def made(kind: Callable[..., W], width: int = 0, height: int = 0) -> W:
        widget = kind(services, runner, navigation, feedback=feedback, preferences=preferences)
        qtbot.addWidget(widget)
        if width:
            widget.resize(width, height)
        return widget

    return made


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


@pytest.fixture(scope="session")
def named_office(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared[object]:
    """An office file that says which office it is of, and no more."""
    return prepare(empty_store, tmp_path_factory.mktemp("ten"), lambda services: services.office.save(demo.OFFICE))


@pytest.fixture(scope="session")
def planned_office(
    empty_store: Path, sample_draft: PlanDraft, tmp_path_factory: pytest.TempPathFactory
) -> Prepared[PlanId]:
    """An office file with the sample plan."""

    def fill(services: Services) -> PlanId:
        services.office.save(demo.OFFICE)
        return PlanId(services.imports.store_plan(sample_draft).created[0])

    return prepare(empty_store, tmp_path_factory.mktemp("ke-hoach"), fill)


@pytest.fixture
def store_path(request: pytest.FixtureRequest, empty_store: Path, tmp_path: Path) -> Path:
    """An office file of this test's own, with what its other fixtures speak of."""
    if "with_plan" in request.fixturenames:
        return request.getfixturevalue("planned_office").copy(tmp_path)
    if "window" in request.fixturenames:
        return request.getfixturevalue("named_office").copy(tmp_path)
    return Path(shutil.copy(empty_store, tmp_path / "co-quan.tdkt"))


@pytest.fixture
def with_plan(services: Services, planned_office: Prepared[PlanId]) -> PlanId:
    """The sample plan, kept in the office file of ``services``."""
    return planned_office.made


@pytest.fixture
def first_page() -> int:
    """The tab on which the window was left: one that is made and drawn soon. Tests of another tab say theirs."""
    return COUNCILS


@pytest.fixture
def window(  # noqa: PLR0917 - what it is given
    qtbot: QtBot,
    services: Services,
    preferences: Preferences,
    runner: ImmediateRunner,
    feedback: FakeFeedback,
    first_page: int,
) -> MainWindow:
    """The main window on the office file of ``services``, at the size of a small screen."""
    preferences.set_number("window/tab", first_page)
    made = MainWindow(services, preferences, runner=runner, feedback=feedback)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    made.activateWindow()
    return made
