"""A nominations page on a real office file; today is 20/06/2024."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.prepared import Prepared, prepare
from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import NominationId, RoundId
from thidua_desktop.domain.nominations import Nomination, NominationState, Occasion, Round
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.nominations.page import NominationsPage

LDTT = "lao_dong_tien_tien"
CSTDCS = "chien_si_thi_dua_co_so"
TTLDTT = "tap_the_lao_dong_tien_tien"


class RoundOf2024:
    """A round with five lines, by a short name."""

    def __init__(self, services: Services) -> None:
        self._services = services
        closing = Round("Tổng kết năm 2024", 2024, closes=date(2024, 12, 15))
        self.id = RoundId(services.nominations.save_round(closing).created[0])
        sudden = Round("Đột xuất tháng 9", 2024, occasion=Occasion.SUDDEN)
        self.other = RoundId(services.nominations.save_round(sudden).created[0])
        self.ids: dict[str, NominationId] = {}
        self._add("dung", "Lê Thị Dung", honorific="Bà", gender="female", birth="1985", unit="Văn phòng")
        self._add("dat", "Bùi Văn Đạt", honorific="Ông", gender="male", unit="Phòng Tổ chức", award_id=CSTDCS)
        self._add("an", "Nguyễn Văn An", honorific="Ông", gender="male", unit="Phòng Tổ chức")
        self._add("office", "Văn phòng", kind=RecipientKind.COLLECTIVE, award_id=TTLDTT)
        self._add("house", "Hộ ông Lê Ba", kind=RecipientKind.HOUSEHOLD, award_id="gia_dinh_van_hoa")

    def of(self, services: Services) -> RoundOf2024:
        """The same lines in a copy of their office file."""
        copied = copy(self)
        copied._services = services
        return copied

    def line(self, name: str) -> Nomination:
        return self._services.nominations.get(self.ids[name])

    def _add(self, name: str, recipient: str, **fields: object) -> None:
        line = Nomination(self.id, RecipientKind.PERSON, recipient, LDTT)
        line = replace(line, **fields)  # type: ignore[arg-type]
        self.ids[name] = NominationId(self._services.nominations.add(line).created[0])

    def all(self) -> tuple[Nomination, ...]:
        return self._services.nominations.of_round(self.id)

    def move(self, name: str, *states: NominationState) -> None:
        for state in states:
            self._services.nominations.move([self.ids[name]], state)


@pytest.fixture(scope="session")
def round_office(named_office: Prepared[object], tmp_path_factory: pytest.TempPathFactory) -> Prepared[RoundOf2024]:
    """An office file with the round of 2024."""
    return prepare(named_office.path, tmp_path_factory.mktemp("dot"), RoundOf2024)


@pytest.fixture
def store_path(request: pytest.FixtureRequest, store_path: Path, tmp_path: Path) -> Path:
    """An office file of this test's own, with the round of 2024 if it speaks of it."""
    wanted = "round_2024" in request.fixturenames
    return request.getfixturevalue("round_office").copy(tmp_path) if wanted else store_path


@pytest.fixture
def round_2024(services: Services, round_office: Prepared[RoundOf2024]) -> RoundOf2024:
    return round_office.made.of(services)


@pytest.fixture
def empty_page(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    services: Services,
    runner: ImmediateRunner,
    navigation: Navigation,
    feedback: FakeFeedback,
    preferences: Preferences,
) -> NominationsPage:
    made = NominationsPage(services, runner, navigation, feedback, preferences=preferences)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def page(round_2024: RoundOf2024, empty_page: NominationsPage) -> NominationsPage:
    empty_page.show_year(2024)
    empty_page.show_round(round_2024.id)
    return empty_page
