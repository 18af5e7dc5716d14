"""Parts of the directory on a small real office file; today is 20/06/2024."""

from __future__ import annotations

from copy import copy
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.prepared import Prepared, prepare
from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import RecipientId, UnitId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.units import Unit, UnitKind
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.directory.frame import Frame
from thidua_desktop.ui.directory.page import DirectoryPage
from thidua_desktop.ui.directory.recipients_pane import RecipientsPane
from thidua_desktop.ui.directory.units_pane import UnitsPane
from thidua_desktop.ui.navigation import Navigation

P = RecipientKind.PERSON


class Office:
    """Four units and four people, by short names."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.units: dict[str, UnitId] = {}
        self._unit("snv", "Sở Nội vụ", short_name="SNV", kind=UnitKind.DEPARTMENT)
        self._unit("stc", "Sở Tài chính", kind=UnitKind.DEPARTMENT)
        self._unit("khoi", "Sở Kế hoạch và Đầu tư", valid_to=date(2024, 2, 29))
        self._unit("phong", "Phòng Tổng hợp", parent_id=self.units["snv"])
        people = {
            "thuy": Recipient(P, "Lê Thị Thúy", "Bà", "female", "1990-05-17", unit_id=self.units["stc"]),
            "an": Recipient(P, "Nguyễn Văn An", gender="male", birth="1980", id_number="001080001234"),
            "dat": Recipient(P, "Bùi Văn Đạt", unit_id=self.units["phong"], position="Chuyên viên"),
            "binh": Recipient(P, "Trần Văn Bình"),
        }
        created = services.recipients.save_many(list(people.values())).created
        self.people = dict(zip(people, map(RecipientId, created), strict=True))

    def of(self, services: Services) -> Office:
        """The same units and people in a copy of their office file."""
        copied = copy(self)
        copied.services = services
        return copied

    def _unit(self, key: str, name: str, **fields: object) -> None:
        made = self.services.units.save(Unit(name, **fields))  # type: ignore[arg-type]
        self.units[key] = UnitId(made.created[0])

    def person(self, key: str) -> Recipient:
        return self.services.recipients.get(self.people[key])


@pytest.fixture(scope="session")
def peopled_office(named_office: Prepared[object], tmp_path_factory: pytest.TempPathFactory) -> Prepared[Office]:
    """An office file with the units and the people."""
    return prepare(named_office.path, tmp_path_factory.mktemp("danh-ba"), Office)


@pytest.fixture
def store_path(request: pytest.FixtureRequest, store_path: Path, tmp_path: Path) -> Path:
    """An office file of this test's own, with units and people if it speaks of them."""
    return request.getfixturevalue("peopled_office").copy(tmp_path) if "office" in request.fixturenames else store_path


@pytest.fixture
def office(services: Services, peopled_office: Prepared[Office]) -> Office:
    return peopled_office.made.of(services)


@pytest.fixture
def frame(
    services: Services,
    runner: ImmediateRunner,
    navigation: Navigation,
    feedback: FakeFeedback,
    preferences: Preferences,
) -> Frame:
    return Frame(services, runner, navigation, feedback, preferences)


@pytest.fixture
def heard(navigation: Navigation) -> list[Changes]:
    """What was told to the window."""
    found: list[Changes] = []
    navigation.changes_made.connect(found.append)
    return found


@pytest.fixture
def page(qtbot: QtBot, frame: Frame, office: Office) -> DirectoryPage:
    made = DirectoryPage(frame.services, frame.runner, frame.navigation, frame.feedback, preferences=frame.preferences)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def units(page: DirectoryPage) -> UnitsPane:
    page.show_part(0)
    pane = page.pane()
    assert isinstance(pane, UnitsPane)
    return pane


@pytest.fixture
def people(page: DirectoryPage) -> RecipientsPane:
    page.show_part(1)
    pane = page.pane()
    assert isinstance(pane, RecipientsPane)
    return pane
