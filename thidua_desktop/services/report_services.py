"""The services that count and report, as they hang together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from thidua_desktop.services.reporting import ReportingService
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.statistics import StatisticsService
from thidua_desktop.services.trackers import TrackerService
from thidua_desktop.storage.store import Store


class ReportServices:
    """From the facts of a period to the papers that go up; ``Services`` has these with all others."""

    def __init__(self, store: Store, rulebooks: RulebookService, today: Callable[[], date]) -> None:
        self.reporting = ReportingService(store, today)
        self.trackers = TrackerService(store, today)
        self.statistics = StatisticsService(store, rulebooks, today)
