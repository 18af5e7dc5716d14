"""What the tests of the windows of reports share."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, ImmediateRunner
from tests.ui.reports.making import Maker
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences


@pytest.fixture
def maker(
    qtbot: QtBot, services: Services, runner: ImmediateRunner, preferences: Preferences, feedback: FakeFeedback
) -> Maker:
    return Maker(qtbot, services, runner, preferences, feedback)
