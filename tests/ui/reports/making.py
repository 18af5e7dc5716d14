"""Windows of the data of reports, as tests show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.reports.frame import DataWindow

Shown = TypeVar("Shown", bound=DataWindow)


@dataclass(frozen=True, slots=True)
class Maker:
    """Shows windows on the year 2024."""

    qtbot: QtBot
    services: Services
    runner: ImmediateRunner
    preferences: Preferences
    feedback: FakeFeedback

    def show(self, kind: type[Shown]) -> Shown:
        """A window of this kind; the test's end lets it go."""
        made = kind(self.services, self.runner, Navigation(), preferences=self.preferences, feedback=self.feedback)
        self.qtbot.addWidget(made)
        made.show_year(2024)
        made.show()
        return made
