"""A page of councils on a real office file; today is 20/06/2024."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.councils.page import CouncilsPage
from thidua_desktop.ui.navigation import Navigation


@pytest.fixture
def page(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    services: Services,
    runner: ImmediateRunner,
    navigation: Navigation,
    feedback: FakeFeedback,
    preferences: Preferences,
) -> CouncilsPage:
    made = CouncilsPage(services, runner, navigation, feedback, preferences=preferences)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_year(2024)
    return made
