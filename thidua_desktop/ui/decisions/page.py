"""The tab "Quyết định & Sổ khen thưởng": decisions, what went to higher levels, the register, the fund."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import AwardRecordId, DecisionId
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.decisions.decisions_pane import DecisionsPane
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.fund_pane import FundPane
from thidua_desktop.ui.decisions.parts import DECISIONS, FUND, REGISTER, SENT_UP
from thidua_desktop.ui.decisions.register_pane import RegisterPane
from thidua_desktop.ui.decisions.sent_up_pane import SentUpPane
from thidua_desktop.ui.navigation import Navigation

_PART = "decisions/part"
_CONCERNS = {
    DECISIONS: frozenset({Kind.DECISION, Kind.MEETING, Kind.NOMINATION, Kind.OFFICE}),
    SENT_UP: frozenset({Kind.NOMINATION, Kind.DECISION}),
    REGISTER: frozenset({Kind.AWARD_RECORD, Kind.RECIPIENT, Kind.DECISION, Kind.UNIT}),
    FUND: frozenset({Kind.FUND, Kind.DECISION}),
}

Pane = DecisionsPane | SentUpPane | RegisterPane | FundPane


class DecisionsPage(QWidget):
    """Makes each part when it is first looked at, so that the window opens without waiting for them."""

    titles = ("Quyết định", "Trình cấp trên", "Sổ khen thưởng", "Quỹ thi đua, khen thưởng")
    bring_old_wanted = Signal()
    """Decisions of earlier years are to be taken over from a file."""

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
        self._services, self._preferences = services, preferences
        self.deeds = DecisionDeeds(services, runner, navigation, feedback, preferences=preferences, window=self)
        self._year, self._locked = services.today().year, False
        self._panes: dict[int, Pane] = {}
        self._stale: set[int] = set()
        self.parts = QTabBar()
        self.parts.setProperty("role", "small")
        self.parts.setExpanding(False)
        self.parts.setAccessibleName("Các phần của quyết định và sổ khen thưởng")
        for title in self.titles:
            self.parts.addTab(title)
        self.stack = QStackedWidget()
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self.parts)
        frame.addWidget(self.stack, stretch=1)
        self.part_actions = tuple(
            action(self, title, "", f"Alt+{at + 1}", partial(self.show_part, at))
            for at, title in enumerate(self.titles)
        )
        self.parts.setCurrentIndex(min(preferences.number(_PART, DECISIONS), len(self.titles) - 1))
        self.parts.currentChanged.connect(self._on_part_changed)
        navigation.changes_made.connect(self._on_changes_made)

    # what the window asks

    def take_focus(self) -> None:
        """Let the keys of the part in front work."""
        self.pane().take_focus()

    def show_year(self, year: int) -> None:
        """Show a year; the register shows all of them."""
        self._year = year
        self._stale |= set(self._panes)
        self._refresh_if_seen()

    def lock(self, locked: bool) -> None:
        """Let nothing of the year be changed, or let it again."""
        self._locked = locked
        for pane in self._panes.values():
            pane.lock(locked)

    def show_part(self, at: int) -> None:
        """Bring a part to the front."""
        self.parts.setCurrentIndex(at)
        self._on_part_changed(at)

    def show_decision(self, decision_id: DecisionId) -> None:
        """Put a decision in front."""
        self.show_part(DECISIONS)
        pane = self.pane()
        assert isinstance(pane, DecisionsPane)
        pane.show_decision(decision_id)

    def show_record(self, record_id: AwardRecordId) -> None:
        """Put an entry of the register in front.

        Raises:
            RecordMissing: it is not there any more, or in the trash.
        """
        entry = self._services.register.get(record_id)
        self.show_part(REGISTER)
        pane = self.pane()
        assert isinstance(pane, RegisterPane)
        pane.show_entry(entry)

    def fill_menu(self, menu: QMenu) -> None:
        """Fill the tab's menu; what can be done changes with the part in front."""
        menu.aboutToShow.connect(partial(self._refill, menu))
        self._refill(menu)

    def unsaved(self) -> int:
        """How many lines were typed and could not be saved yet."""
        pane = self._panes.get(DECISIONS)
        return len(pane.unsaved.rows()) if isinstance(pane, DecisionsPane) else 0

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
            made = self._panes[at] = self._new(at)
            made.lock(self._locked)
            self.stack.addWidget(made)
            self._stale.add(at)
        return self._panes[at]

    def _new(self, at: int) -> Pane:
        if at == DECISIONS:
            decisions = DecisionsPane(self.deeds)
            decisions.bring_old_wanted.connect(self.bring_old_wanted.emit)
            return decisions
        if at == SENT_UP:
            return SentUpPane(self.deeds)
        if at == REGISTER:
            register = RegisterPane(self.deeds)
            register.bring_old_wanted.connect(self.bring_old_wanted.emit)
            return register
        return FundPane(self.deeds)

    def _refill(self, menu: QMenu) -> None:
        menu.clear()
        menu.addActions(list(self.part_actions))
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

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        at = self.parts.currentIndex()
        pane = self._made(at)
        self.stack.setCurrentWidget(pane)
        if at in self._stale:
            self._stale.discard(at)
            pane.show_year(self._year)

    def _on_changes_made(self, changes: Changes) -> None:
        self._stale |= {at for at in self._panes if changes.touched & _CONCERNS[at]}
        self._refresh_if_seen()
