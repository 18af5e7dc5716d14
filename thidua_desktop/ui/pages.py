"""The pages of the tabs, each made when it is first needed, so that the window opens without waiting for them."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView
from shiboken6 import isValid

from thidua_desktop.common.progress import current
from thidua_desktop.domain.stages import Stage
from thidua_desktop.ui.showing import CALENDAR, COUNCILS, DECISIONS, DIRECTORY, NOMINATIONS, PLANS, REPORTS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from thidua_desktop.services.container import Services
    from thidua_desktop.ui.calendar.page import CalendarPage
    from thidua_desktop.ui.common.feedback import Feedback
    from thidua_desktop.ui.common.runner import Runner
    from thidua_desktop.ui.convening import Convening
    from thidua_desktop.ui.councils.page import CouncilsPage
    from thidua_desktop.ui.decisions.page import DecisionsPage
    from thidua_desktop.ui.directory.page import DirectoryPage
    from thidua_desktop.ui.main_window import MainWindow
    from thidua_desktop.ui.navigation import Navigation
    from thidua_desktop.ui.nominations.page import NominationsPage
    from thidua_desktop.ui.plans.page import PlansPage
    from thidua_desktop.ui.reports.page import ReportsPage
    from thidua_desktop.ui.submitting import Submitting

    Dated = PlansPage | CalendarPage | NominationsPage | CouncilsPage | DecisionsPage | ReportsPage
    Page = Dated | DirectoryPage

TITLES = (
    *("Kế hoạch", "Lịch công việc", "Đề nghị khen thưởng", "Hội đồng", "Quyết định, Sổ khen thưởng", "Báo cáo"),
    "Danh bạ",
)
"""What the tabs are called, in their order."""

_ASKED = ("organisation", "unit_history", "register", "task_details", "series", "planner", "reminders", "draft_judging")
"""The services that the pages ask first, and the tables that these read; each is made when it is first asked."""
_AFTER_REST_MS = 300
_PAUSE_MS = 50


class Pages:
    """Makes the pages of a window and shows them its year.

    A page belongs to ``stack`` from the beginning: a page that is finished first and put there then would be given
    its style twice, with all that stands in it.
    """

    def __init__(self, window: MainWindow, stack: QStackedWidget) -> None:
        self._window, self._stack = window, stack
        self.made: dict[int, Page] = {}
        """The pages that there are, by their places."""
        self._submitting: Submitting | None = None
        self._plans: PlansPage | None = None
        self._calendar: CalendarPage | None = None
        self._nominations: NominationsPage | None = None
        self._convening: Convening | None = None
        self._councils: CouncilsPage | None = None
        self._decisions: DecisionsPage | None = None
        self._reports: ReportsPage | None = None
        self._directory: DirectoryPage | None = None

    # the pages

    @property
    def plans(self) -> PlansPage:
        """The page of the plans."""
        if self._plans is None:
            from thidua_desktop.ui.plans.page import PlansPage

            self._plans = PlansPage(*self._given(), preferences=self._window.preferences, parent=self._stack)
            self._begin(PLANS, self._plans)
        return self._plans

    @property
    def calendar(self) -> CalendarPage:
        """The page of the calendar."""
        if self._calendar is None:
            from thidua_desktop.ui.calendar.page import CalendarPage

            window = self._window
            page = CalendarPage(*self._given(), preferences=window.preferences, parent=self._stack)
            page.year_wanted.connect(window.show_year)
            page.import_wanted.connect(window.import_plan)
            self._calendar = page
            self._begin(CALENDAR, page)
        return self._calendar

    @property
    def nominations(self) -> NominationsPage:
        """The page of the nominations, with what the units have sent for them."""
        if self._nominations is None:
            from thidua_desktop.ui.convening import Convening
            from thidua_desktop.ui.nominations.page import NominationsPage
            from thidua_desktop.ui.submitting import Submitting

            page = NominationsPage(*self._given(), preferences=self._window.preferences, parent=self._stack)
            self._nominations = page
            self._window.receiving.serve_nominations(page)
            self._submitting = Submitting(self._window, page)
            self._convening = Convening(self._window, page)
            self._begin(NOMINATIONS, page)
        return self._nominations

    @property
    def submitting(self) -> Submitting:
        """What units send; it stands in the page of the nominations and is made with it."""
        self.get(NOMINATIONS)
        assert self._submitting is not None
        return self._submitting

    @property
    def convening(self) -> Convening:
        """What brings nominations before a council; it stands in their page and is made with it."""
        self.get(NOMINATIONS)
        assert self._convening is not None
        return self._convening

    @property
    def councils(self) -> CouncilsPage:
        """The page of the councils and their meetings."""
        if self._councils is None:
            from thidua_desktop.ui.councils.page import CouncilsPage

            page = CouncilsPage(*self._given(), preferences=self._window.preferences, parent=self._stack)
            self._councils = page
            self._begin(COUNCILS, page)
        return self._councils

    @property
    def decisions(self) -> DecisionsPage:
        """The page of the decisions and the register."""
        if self._decisions is None:
            from thidua_desktop.ui.decisions.page import DecisionsPage

            page = DecisionsPage(*self._given(), preferences=self._window.preferences, parent=self._stack)
            page.bring_old_wanted.connect(self._window.receiving.choose)
            self._decisions = page
            self._window.receiving.serve(page)
            self._begin(DECISIONS, page)
        return self._decisions

    @property
    def reports(self) -> ReportsPage:
        """The page of the reports."""
        if self._reports is None:
            from thidua_desktop.ui.reports.page import ReportsPage

            page = ReportsPage(*self._given(), preferences=self._window.preferences, parent=self._stack)
            self._reports = page
            self._begin(REPORTS, page)
        return self._reports

    @property
    def directory(self) -> DirectoryPage:
        """The page of units and recipients."""
        if self._directory is None:
            from thidua_desktop.ui.directory.page import DirectoryPage

            page = DirectoryPage(*self._given(), preferences=self._window.preferences, parent=self._stack)
            self._directory = page
            self._window.receiving.serve(page)
            self._add(DIRECTORY, page)
        return self._directory

    def get(self, number: int) -> Page:
        """The page of a tab."""
        if number == PLANS:
            return self.plans
        if number == CALENDAR:
            return self.calendar
        if number == NOMINATIONS:
            return self.nominations
        if number == COUNCILS:
            return self.councils
        if number == DECISIONS:
            return self.decisions
        return self.reports if number == REPORTS else self.directory

    def all(self) -> tuple[Page, ...]:
        """Every page; those that nobody has looked at yet are made."""
        return tuple(map(self.get, range(len(TITLES))))

    def panes(self, number: int) -> list[QAbstractItemView]:
        """The lists and tables of a tab that the focus can go to."""
        views = self.get(number).findChildren(QAbstractItemView)
        return [view for view in views if view.isVisible() and view.focusPolicy() is not Qt.FocusPolicy.NoFocus]

    def prepare(self) -> None:
        """Load beside all other work what the pages not yet made will need, once the window has been drawn."""
        window = self._window
        load = partial(window.runner.run_aside, partial(load_all, window.services), lambda _loaded: None)
        soon = QTimer(window, singleShot=True, interval=_AFTER_REST_MS)
        soon.timeout.connect(load)
        soon.timeout.connect(self._make_next)
        window.closed.connect(soon.stop)
        window.rest.reached.connect(soon.start)

    def _make_next(self) -> None:
        """The views of the plans that are not in front, one at a time: each takes no longer than a key."""
        if self._plans is not None and isValid(self._plans) and self._plans.make_next():
            QTimer.singleShot(_PAUSE_MS, self._plans, self._make_next)

    # what concerns all of them

    def show_year(self, year: int) -> None:
        """Show another year; a page that is made later begins with the year of the window."""
        for page in self._dated():
            page.show_year(year)

    def lock(self, locked: bool) -> None:
        """Let nothing of the year be changed, or let it again."""
        for page in self._dated():
            page.lock(locked)
        if self._submitting is not None:
            self._submitting.lock(locked)
        if self._convening is not None:
            self._convening.lock(locked)

    def unsaved(self) -> int:
        """How many lines were typed and could not be saved yet."""
        plans = len(self._plans.table.unsaved.rows()) if self._plans is not None else 0
        lines = len(self._nominations.unsaved.rows()) if self._nominations is not None else 0
        councils = self._councils.unsaved() if self._councils is not None else 0
        decisions = self._decisions.unsaved() if self._decisions is not None else 0
        return plans + lines + councils + decisions

    def judge_again(self) -> None:
        """Look again at what is found of the nominations, because the rules have changed."""
        if self._nominations is not None:
            self._nominations.judge_again()

    def _dated(self) -> tuple[Dated, ...]:
        held = (self._plans, self._calendar, self._nominations, self._councils, self._decisions, self._reports)
        return tuple(page for page in held if page is not None)

    def _given(self) -> tuple[Services, Runner, Navigation, Feedback]:
        window = self._window
        return window.services, window.runner, window.navigation, window.feedback

    def _add(self, number: int, page: Page) -> None:
        """Put a new page into its place."""
        self.made[number] = page
        self._stack.addWidget(page)
        self._window.menus.fill_page(number, page)

    def _begin(self, number: int, page: Dated) -> None:
        """Put a new page into its place, at the year of the window."""
        self._add(number, page)
        window = self._window
        page.show_year(window.year())
        closed = window.keeping.years.closed(window.year())
        page.lock(closed)
        if page is self._nominations and self._submitting is not None:
            self._submitting.lock(closed)
        if page is self._nominations and self._convening is not None:
            self._convening.lock(closed)


def load_all(services: Services) -> None:
    """Import the pages and read what ships with the program; a step at a time, for the window may be closed."""
    from thidua_desktop.domain.holidays import lunar_day
    from thidua_desktop.services.manual import FIRST, Manual
    from thidua_desktop.services.places import ethnic_groups, province_map

    pages = ("calendar", "nominations", "councils", "decisions", "directory", "reports")
    windows = ("manual.window", "doctor.intake", "doctor.window", "plans.preview", "common.pdf_preview")
    beside = ("submitting", "convening", "plans.rollover_dialog", "reminders.dialog")
    shown = (*(f"{page}.page" for page in pages), *beside, *windows)
    modules = (*(f"ui.{each}" for each in shown), *(f"services.{each}" for each in _ASKED), "reports.councils.decision")
    for number, module in enumerate(modules):
        current().step(number, len(modules), Stage.READING)
        import_module(f"thidua_desktop.{module}")
    province_map()
    ethnic_groups()
    services.awards.catalogue()
    services.commemorations.calendar().days_off(services.today().year)
    lunar_day(services.today())  # by a library of its own
    Manual().chapter(FIRST)  # with what reads it
