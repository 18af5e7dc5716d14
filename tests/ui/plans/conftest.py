"""The tab "Kế hoạch" in the real window, with the sample plan of 2024."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.ids import PlanId
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.plans.page import PlansPage


@pytest.fixture
def plans(with_plan: PlanId, window: MainWindow) -> PlansPage:
    """The page with the plan in front, whatever the order in which the fixtures were made."""
    window.show_page(0)
    for year in (2025, 2024):
        window.show_year(year)
    return window.plans
