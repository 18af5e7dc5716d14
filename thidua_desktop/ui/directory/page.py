"""The tab "Danh bạ": units, persons, collectives, households, each in a part of its own."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import RecipientId, UnitId
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.directory.frame import Frame
from thidua_desktop.ui.directory.look_alikes_window import LookAlikesWindow
from thidua_desktop.ui.directory.recipient_rows import Choices
from thidua_desktop.ui.directory.recipients_pane import RecipientsPane
from thidua_desktop.ui.directory.unit_names import UnitNames
from thidua_desktop.ui.directory.units_pane import UnitsPane
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.wording.rules import Names

_CONCERNS = frozenset({Kind.UNIT, Kind.RECIPIENT, Kind.AWARD_RECORD})
_ON_CARDS = frozenset({Kind.NOMINATION, Kind.ROUND})
_KINDS = (RecipientKind.PERSON, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD)
_PART = "directory/part"

Pane = UnitsPane | RecipientsPane


class DirectoryPage(QWidget):
    """Makes each part when it is first looked at, so that the window opens without waiting for them."""

    titles = ("Đơn vị", "Cá nhân", "Tập thể", "Hộ gia đình")

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
        self._frame = Frame(services, runner, navigation, feedback, preferences)
        self._services, self._preferences = services, preferences
        self._choices: Choices | None = None
        self._panes: dict[int, Pane] = {}
        self._stale: set[int] = set()
        self.look_alikes: LookAlikesWindow | None = None
        """The window of records that look alike, once it was opened."""
        self.parts = QTabBar()
        self.parts.setProperty("role", "small")
        self.parts.setExpanding(False)
        self.parts.setAccessibleName("Các phần của danh bạ")
        for title in self.titles:
            self.parts.addTab(title)
        self.stack = QStackedWidget()
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self.parts)
        frame.addWidget(self.stack, stretch=1)
        self.part_actions = tuple(
            action(self, f"Danh bạ: {title.lower()}", "", f"Alt+{at + 1}", partial(self.show_part, at))
            for at, title in enumerate(self.titles)
        )
        self.parts.setCurrentIndex(min(preferences.number(_PART, 0), len(self.titles) - 1))
        self.parts.currentChanged.connect(self._on_part_changed)
        navigation.changes_made.connect(self._on_changes_made)

    # what the window asks

    def take_focus(self) -> None:
        """Let the keys of the part in front work."""
        self.pane().take_focus()

    def show_part(self, at: int) -> None:
        """Bring a part to the front."""
        self.parts.setCurrentIndex(at)
        self._on_part_changed(at)

    def show_unit(self, unit_id: UnitId) -> None:
        """Put a unit in front."""
        self.show_part(0)
        pane = self.pane()
        if isinstance(pane, UnitsPane):
            pane.show_unit(unit_id)

    def show_recipient(self, recipient_id: RecipientId) -> None:
        """Put a recipient in front, in the list of its kind."""
        kind = self._services.recipients.get(recipient_id).kind
        self.show_part(1 + _KINDS.index(kind))
        pane = self.pane()
        if isinstance(pane, RecipientsPane):
            pane.show_recipient(recipient_id)

    def open_look_alikes(self) -> None:
        """Show the records that may be one and the same."""
        if self.look_alikes is None:
            self.look_alikes = LookAlikesWindow(self._frame, self.choices(), self.show_recipient, self.window())
        else:
            self.look_alikes.reload()
        self.look_alikes.show()
        self.look_alikes.raise_()

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

    def choices(self) -> Choices:
        """What cells and fields can be made of, as it is now."""
        if self._choices is None:
            held = self._services.recipients
            self._choices = Choices(
                self._unit_names(),
                Names(),  # filled when a list is first looked up
                held.ethnic_group,
                [group.name for group in held.ethnic_groups()],
            )
        return self._choices

    def _unit_names(self) -> UnitNames:
        return UnitNames(self._services.units.tree(), self._services.today())

    def _made(self, at: int) -> Pane:
        if at not in self._panes:
            made = self._panes[at] = UnitsPane(self._frame) if at == 0 else self._recipients(_KINDS[at - 1])
            self.stack.addWidget(made)
            self._stale.add(at)
        return self._panes[at]

    def _recipients(self, kind: RecipientKind) -> RecipientsPane:
        made = RecipientsPane(kind, self.choices(), self._frame, parent=self.stack)
        made.look_alikes_wanted.connect(self.open_look_alikes)
        return made

    def _refill(self, menu: QMenu) -> None:
        menu.clear()
        menu.addActions(list(self.part_actions))
        menu.addSeparator()
        pane = self._panes.get(self.parts.currentIndex())
        if pane is None:
            return
        for deed in pane.menu_actions():
            if deed is None:
                menu.addSeparator()
            else:
                menu.addAction(deed)
        if isinstance(pane, RecipientsPane):
            menu.addMenu(pane.card.menu())
            menu.addMenu(pane.table_menu)

    def showEvent(self, event: QShowEvent) -> None:
        """The part in front is made and filled when it is first seen."""
        super().showEvent(event)
        self._refresh()

    def _on_part_changed(self, at: int) -> None:
        self._preferences.set_number(_PART, at)
        self.stack.setCurrentWidget(self._made(at))
        self._refresh()
        if self.isVisible() and not self.parts.hasFocus():
            self.take_focus()

    def _refresh(self) -> None:
        at = self.parts.currentIndex()
        pane = self._made(at)
        self.stack.setCurrentWidget(pane)
        if at in self._stale:
            self._stale.discard(at)
            pane.reload()

    def _on_changes_made(self, changes: Changes) -> None:
        if not changes.touched & _CONCERNS:
            if changes.touched & _ON_CARDS:  # the lists themselves say nothing of nominations
                for pane in self._panes.values():
                    if isinstance(pane, RecipientsPane):
                        pane.card.reload()
            return
        if self._choices is not None and Kind.UNIT in changes.touched:
            self._choices.units = self._unit_names()
        self._stale = set(self._panes)
        if self.isVisible():
            self._refresh()
