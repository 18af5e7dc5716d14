"""What every part of the directory is given."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.navigation import Navigation


@dataclass(frozen=True, slots=True)
class Frame:
    """The services, whoever does the work, who hears of changes, who speaks to the clerk, what is remembered."""

    services: Services
    runner: Runner
    navigation: Navigation
    feedback: Feedback
    preferences: Preferences
