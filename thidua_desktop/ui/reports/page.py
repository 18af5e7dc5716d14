"""The tab "Báo cáo": figures of a period, charts, forms, reports in words; the windows of what is counted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import action, menu_button, row
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.reports.charts_pane import ChartsPane
from thidua_desktop.ui.reports.desk import ReportDesk
from thidua_desktop.ui.reports.figures_pane import FiguresPane
from thidua_desktop.ui.reports.forms_pane import FormsPane
from thidua_desktop.ui.reports.parts import FIGURES
from thidua_desktop.ui.reports.period_bar import PeriodBar
from thidua_desktop.ui.reports.reviews_pane import ReviewsPane
from thidua_desktop.ui.reports.windows import DataWindows

_PART = "reports/part"
_SETTINGS_ONLY = frozenset({Kind.PRESET})


Pane = FiguresPane | FormsPane | ReviewsPane | ChartsPane
"""Each has ``take_focus``, ``lock``, ``show_period`` and ``menu_actions``."""

_PARTS: tuple[tuple[str, Callable[[ReportDesk], Pane]], ...] = (
    ("Tổng hợp", FiguresPane),
    ("Biểu mẫu", FormsPane),
    ("Báo cáo sơ kết, tổng kết", ReviewsPane),
    ("Biểu đồ", ChartsPane),
)
"""What each part is called, and what makes it."""


class ReportsPage(QWidget):
    """Makes each part when it is first looked at; all of them show one period."""

    titles = tuple(title for title, _make in _PARTS)

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        feedback: Feedback,
        *,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.desk = ReportDesk(services, runner, navigation, feedback, preferences=preferences, window=self)
        self.windows = DataWindows(services, runner, navigation, preferences=preferences, owner=self)
        self.desk.windows = self.windows
        self._locked = False
        self._panes: dict[int, Pane] = {}
        self._stale: set[int] = set()
        self.period_bar = PeriodBar(preferences, services.today())
        self.parts = QTabBar()
        self.parts.setProperty("role", "small")
        self.parts.setExpanding(False)
        self.parts.setAccessibleName("Các phần của báo cáo")
        for title in self.titles:
            self.parts.addTab(title)
        self.stack = QStackedWidget()
        self.part_actions = tuple(
            action(self, title, "", f"Alt+{at + 1}", partial(self.show_part, at))
            for at, title in enumerate(self.titles)
        )
        self.choose_period = action(self, "Chọn kỳ báo cáo", "calendar", "Alt+K", self.period_bar.kinds.setFocus)
        self.desk.choose_period = self.choose_period.trigger
        self._lay_out()
        self.parts.setCurrentIndex(min(preferences.number(_PART, FIGURES), len(self.titles) - 1))
        self.parts.currentChanged.connect(self._on_part_changed)
        self.period_bar.changed.connect(self._on_period_changed)
        navigation.changes_made.connect(self._on_changes_made)

    def _lay_out(self) -> None:
        data = QMenu("Sổ theo dõi và biểu cấp trên", self)
        data.addActions(list(self.windows.actions))
        head = QFrame()
        head.setProperty("role", "bar")
        inner = QVBoxLayout(head)
        inner.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        line = row(self.period_bar, menu_button("Sổ theo dõi và biểu cấp trên", data, icon="list"))
        line.setStretch(0, 1)
        inner.addLayout(line)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self.parts)
        frame.addWidget(head)
        frame.addWidget(self.stack, stretch=1)

    # what the window asks

    def take_focus(self) -> None:
        """Let the keys of the part in front work."""
        self._made(self.parts.currentIndex()).take_focus()

    def show_year(self, year: int) -> None:
        """Report on the same part of another year."""
        self.windows.show_year(year)
        self.period_bar.show_year(year)
        self._on_period_changed()

    def lock(self, locked: bool) -> None:
        """Let nothing of the year be changed, or let it again."""
        self._locked = locked
        for pane in self._panes.values():
            pane.lock(locked)

    def show_part(self, at: int) -> None:
        """Bring a part to the front."""
        self.parts.setCurrentIndex(at)
        self._on_part_changed(at)

    def fill_menu(self, menu: QMenu) -> None:
        """Fill the tab's menu; what can be done changes with the part in front."""
        menu.aboutToShow.connect(partial(self._refill, menu))
        self._refill(menu)

    def parts_made(self) -> dict[int, QWidget]:
        """The parts that there are by now, by their places."""
        return dict(self._panes)

    def make_all(self) -> None:
        """Make every part, so that all keys can be listed."""
        for at in range(len(self.titles)):
            self._made(at)

    # parts

    def pane(self) -> Pane:
        """The part in front."""
        return self._made(self.parts.currentIndex())

    def _made(self, at: int) -> Pane:
        if at not in self._panes:
            made = _PARTS[at][1](self.desk)
            made.lock(self._locked)
            self._panes[at] = made
            self.stack.addWidget(made)
            self._stale.add(at)
        return self._panes[at]

    def _refill(self, menu: QMenu) -> None:
        menu.clear()
        menu.addActions([*self.part_actions, self.choose_period])
        menu.addSeparator()
        menu.addActions(list(self.windows.actions))
        menu.addSeparator()
        pane = self._panes.get(self.parts.currentIndex())
        deeds: list[QAction | None] = pane.menu_actions() if pane is not None else []
        for deed in deeds:
            if deed is None:
                menu.addSeparator()
            else:
                menu.addAction(deed)

    def showEvent(self, event: QShowEvent) -> None:
        """The part in front is made and filled when it is first seen."""
        super().showEvent(event)
        self._refresh()

    def _on_part_changed(self, at: int) -> None:
        self._preferences.set_number(_PART, at)
        self._refresh()
        if self.isVisible() and not self.parts.hasFocus():
            self.take_focus()

    def _on_period_changed(self) -> None:
        self._stale |= set(self._panes)
        self._refresh_if_seen()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        at = self.parts.currentIndex()
        pane = self._made(at)
        self.stack.setCurrentWidget(pane)
        period = self.period_bar.period()
        if at in self._stale and period is not None:
            self._stale.discard(at)
            pane.show_period(period)

    def _on_changes_made(self, changes: Changes) -> None:
        if changes.touched - _SETTINGS_ONLY:
            self._stale |= set(self._panes)
            self._refresh_if_seen()
