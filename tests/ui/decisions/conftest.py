"""Decisions on a small office file: a meeting that agreed to a few lines, and the parts of the tab on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.sittings import Sitting, sitting
from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.domain.ids import DecisionId
from thidua_desktop.domain.units import Office
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.navigation import Navigation

GIAY_KHEN = "giay_khen_so"
OFFICE = Office("Sở Y tế", "Ủy ban nhân dân tỉnh Hồng Sơn", "Hồng Sơn", "SYT", ("GIÁM ĐỐC",), "Trần Văn Bình")


@pytest.fixture
def above(qtbot: QtBot, services: Services, preferences: Preferences, tmp_path: Path) -> QWidget:
    """What dialogs stand above; the office is described, and papers go into this test's folder."""
    window = QWidget()
    window.resize(1200, 700)
    qtbot.addWidget(window)
    services.office.save(OFFICE)
    preferences.set_folder("export", tmp_path)
    return window


@pytest.fixture
def deeds(
    above: QWidget, services: Services, runner: ImmediateRunner, feedback: FakeFeedback, preferences: Preferences
) -> Iterator[DecisionDeeds]:
    """What is done with decisions."""
    made = DecisionDeeds(services, runner, Navigation(above), feedback, preferences=preferences, window=above)
    yield made
    if made.preview is not None:
        made.preview.close()  # its scratch file goes with it


@pytest.fixture
def held(services: Services) -> Sitting:
    """A meeting that has agreed to three lines, one by one body."""
    made = sitting(services, [GIAY_KHEN] * 3)
    services.verdicts.conclude(made.meeting)
    return made


@pytest.fixture
def draft(services: Services, held: Sitting) -> DecisionId:
    """The draft that the meeting became."""
    (number,) = services.decisions.draft(held.meeting, services.decisions.proposals(held.meeting)).created
    return DecisionId(number)
