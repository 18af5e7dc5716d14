"""What the tests of the reports share: an office file with something to count, and the desk of the tab on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.prepared import Prepared, prepare
from tests.ui.helpers import FakeFeedback, ImmediateRunner
from tests.ui.reports.making import Maker
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import PlanId, RecipientId
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.units import Office
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.reports.desk import ReportDesk
from thidua_desktop.ui.reports.windows import DataWindows

OFFICE = Office("Sở Y tế", "Ủy ban nhân dân tỉnh Hồng Sơn", "Hồng Sơn", "SYT", ("GIÁM ĐỐC",), "Trần Văn Bình")
NAMES = ("Nguyễn Văn An", "Lê Thị Bình", "Trần Văn Cường")


@dataclass(frozen=True, slots=True)
class Filled:
    """What the office file holds: three persons and a room awarded in 2024, one of them in 2023 too; three tasks, of
    which one is overdue."""

    plan: PlanId
    persons: tuple[RecipientId, ...]


def fill(services: Services) -> Filled:
    services.office.save(OFFICE)
    persons = tuple(
        RecipientId(services.recipients.save(Recipient(RecipientKind.PERSON, name)).created[0]) for name in NAMES
    )
    room = RecipientId(services.recipients.save(Recipient(RecipientKind.COLLECTIVE, "Phòng Tổ chức")).created[0])
    given = [(who, name, date(2024, 5, 10)) for who, name in zip(persons, NAMES, strict=True)]
    given += [(room, "Phòng Tổ chức", date(2024, 6, 1)), (persons[0], NAMES[0], date(2023, 5, 10))]
    for number, (who, name, day) in enumerate(given, start=1):
        services.register.save(
            RegisterEntry(who, "giay_khen_so", day.year, name, day, f"{number}/QĐ-SYT", occasion=Occasion.MERIT)
        )
    plan = PlanId(services.plans.create(Plan("Kế hoạch năm 2024", 2024)).created[0])
    for text, quarter, due in (
        ("Kiểm tra công tác thi đua", 2, date(2024, 5, 31)),
        ("Sơ kết 6 tháng", 2, date(2024, 6, 28)),
        ("Tổng kết năm", 4, date(2024, 12, 15)),
    ):
        services.tasks.add(Task(plan, text, 2024, quarter=quarter, due=due, lead=("Phòng Tổ chức",)))
    return Filled(plan, persons)


@pytest.fixture(scope="session")
def filled_office(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared[Filled]:
    return prepare(empty_store, tmp_path_factory.mktemp("bao-cao"), fill)


@pytest.fixture
def store_path(request: pytest.FixtureRequest, empty_store: Path, tmp_path: Path) -> Path:
    """An office file of this test's own, filled where ``filled`` is asked for."""
    if "filled" in request.fixturenames:
        prepared: Prepared[Filled] = request.getfixturevalue("filled_office")
        return prepared.copy(tmp_path)
    return Path(shutil.copy(empty_store, tmp_path / "co-quan.tdkt"))


@pytest.fixture
def filled(services: Services, filled_office: Prepared[Filled]) -> Filled:
    """What the office file of ``services`` holds."""
    return filled_office.made


@pytest.fixture
def maker(
    qtbot: QtBot, services: Services, runner: ImmediateRunner, preferences: Preferences, feedback: FakeFeedback
) -> Maker:
    return Maker(qtbot, services, runner, preferences, feedback)


@pytest.fixture
def desk(  # noqa: PLR0917 - what a desk is given
    qtbot: QtBot,
    services: Services,
    runner: ImmediateRunner,
    navigation: Navigation,
    feedback: FakeFeedback,
    preferences: Preferences,
    tmp_path: Path,
) -> Iterator[ReportDesk]:
    """The desk of the tab; papers go into this test's folder."""
    above = QWidget()
    above.resize(1300, 720)
    qtbot.addWidget(above)
    preferences.set_folder("export", tmp_path)
    made = ReportDesk(services, runner, navigation, feedback, preferences=preferences, window=above)
    made.windows = DataWindows(services, runner, navigation, preferences=preferences, owner=above, feedback=feedback)
    yield made
    if made.preview is not None:
        made.preview.close()  # its scratch file goes with it
