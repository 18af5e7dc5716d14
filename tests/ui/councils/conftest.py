"""A page of councils on a real office file, or a part of it alone; today is 20/06/2024."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Make
from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import MeetingId
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.facts import load
from thidua_desktop.ui.councils.page import CouncilsPage
from thidua_desktop.ui.councils.pane import Pane
from thidua_desktop.ui.navigation import Navigation

P = TypeVar("P", bound=Pane)

Open = Callable[[type[P], MeetingId], P]
"""Shows a page of a meeting by itself; it reads the meeting again after every change."""


@pytest.fixture
def page(qtbot: QtBot, make: Make) -> CouncilsPage:
    made = make(CouncilsPage, 1366, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_year(2024)
    return made


@pytest.fixture
def deeds(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    services: Services,
    runner: ImmediateRunner,
    navigation: Navigation,
    feedback: FakeFeedback,
    preferences: Preferences,
) -> Deeds:
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    made = Deeds(services, runner, navigation, feedback, preferences=preferences, window=window)
    made.kept = window  # type: ignore[attr-defined]  # it lives as long as the deeds
    return made


@pytest.fixture
def open_pane(qtbot: QtBot, deeds: Deeds) -> Open[Pane]:
    def open_(kind: type[Pane], meeting: MeetingId) -> Pane:
        made = kind(deeds, None)
        qtbot.addWidget(made)

        def show(_changes: Changes | None = None) -> None:
            made.show_facts(load(deeds.services, meeting), editable=True)

        deeds.navigation.changes_made.connect(show)
        show()
        return made

    return open_
