"""A calendar page on a real office file; today is 20/06/2024, a Thursday."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.prepared import Prepared, prepare
from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.calendar.page import CalendarPage
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.navigation import Navigation


class Year:
    """The tasks of 2024 that the tests speak of, by a short name."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self.plan = self._plan("Kế hoạch công tác thi đua, khen thưởng năm 2024", "15/KH-SNV")
        self.other_plan = self._plan("Kế hoạch kiểm tra thi đua", None)
        self.ids: dict[str, TaskId] = {}
        self._add("late", "Báo cáo sơ kết 6 tháng", due=date(2024, 6, 15), lead=("Văn phòng",))
        self._add("today", "Họp Hội đồng thi đua", due=date(2024, 6, 20), lead=("Sở Nội vụ",))
        self._add("sunday", "Nộp hồ sơ khen thưởng", due=date(2024, 6, 23), lead=("Sở Nội vụ",))
        self._add("july", "Tập huấn nghiệp vụ", due=date(2024, 7, 10), lead=("Sở Nội vụ",), plan=self.other_plan)
        self._add("in_june", "Rà soát danh hiệu thi đua", quarter=2, month=6)
        self._add("in_quarter", "Tuyên truyền gương điển hình tiên tiến", quarter=2)
        self._add("in_year", "Cập nhật sổ khen thưởng")
        self._add(
            "done", "Ban hành hướng dẫn", due=date(2024, 6, 5), state=TaskState.DONE, completed_on=date(2024, 6, 4)
        )

    def of(self, services: Services) -> Year:
        """The same tasks in a copy of their office file."""
        copied = copy(self)
        copied._services = services
        return copied

    def task(self, name: str) -> Task:
        return self._services.tasks.get(self.ids[name])

    def _plan(self, title: str, number: str | None) -> PlanId:
        return PlanId(self._services.plans.create(Plan(title=title, year=2024, number=number)).created[0])

    def _add(
        self, name: str, text: str, *, plan: PlanId | None = None, due: date | None = None, **fields: object
    ) -> None:
        task = replace(Task(plan_id=plan or self.plan, text=text, year=2024), **fields)  # type: ignore[arg-type]
        if due is not None:
            task = task.placed(year=due.year, quarter=None, month=None, due=due)
        self.ids[name] = TaskId(self._services.tasks.add(task).created[0])


@pytest.fixture(scope="session")
def year_office(named_office: Prepared[object], tmp_path_factory: pytest.TempPathFactory) -> Prepared[Year]:
    """An office file with the tasks of 2024."""
    return prepare(named_office.path, tmp_path_factory.mktemp("nam"), Year)


@pytest.fixture
def store_path(request: pytest.FixtureRequest, store_path: Path, tmp_path: Path) -> Path:
    """An office file of this test's own, with the tasks of 2024 if it speaks of them."""
    return request.getfixturevalue("year_office").copy(tmp_path) if "year" in request.fixturenames else store_path


@pytest.fixture
def year(services: Services, year_office: Prepared[Year]) -> Year:
    return year_office.made.of(services)


@pytest.fixture
def page(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    services: Services,
    year: Year,
    runner: ImmediateRunner,
    navigation: Navigation,
    feedback: FakeFeedback,
    preferences: Preferences,
) -> CalendarPage:
    made = CalendarPage(services, runner, navigation, feedback, preferences=preferences)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show_year(2024)
    with qtbot.waitExposed(made):
        made.show()
    return made
