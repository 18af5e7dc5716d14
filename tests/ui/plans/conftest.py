"""The tab "Kế hoạch" in the real window, with the sample plan of 2024."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.ids import PlanId
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.plans.page import PlansPage
from thidua_desktop.ui.showing import PLANS


@pytest.fixture
def first_page() -> int:
    return PLANS


@pytest.fixture
def plans(with_plan: PlanId, window: MainWindow) -> PlansPage:
    """The page with the plan in front."""
    return window.plans
