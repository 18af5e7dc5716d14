"""The tab "Hội đồng": the meetings of a year, one of them opened, and the councils that meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.councils.rosters import Council
from thidua_desktop.domain.ids import CouncilId, MeetingId, RoundId
from thidua_desktop.services.container import Services
from thidua_desktop.services.meetings import MeetingRow
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.councils.board import Board
from thidua_desktop.ui.councils.councils_view import CouncilsView
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.meeting_view import PANES, MeetingView
from thidua_desktop.ui.councils.pane import Pane
from thidua_desktop.ui.navigation import Navigation

_CONCERNS = frozenset({Kind.COUNCIL, Kind.MEETING, Kind.ROUND, Kind.NOMINATION, Kind.DECISION})
_BOARD, _COUNCILS, _MEETING = range(3)


@dataclass(frozen=True, slots=True)
class _Listed:
    year: int
    meetings: tuple[MeetingRow, ...]
    councils: tuple[Council, ...]


class CouncilsPage(QWidget):
    """Shows the meetings of one year and the councils; a meeting is opened over the whole width."""

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
        self._services, self._navigation = services, navigation
        self._year = services.today().year
        self._locked = False
        self._shown = _BOARD
        self._stale = False
        """Something was written while another tab was in front."""
        self._wanted_council: CouncilId | None = None
        self.deeds = Deeds(services, runner, navigation, feedback, preferences=preferences, window=self)
        self._councils: CouncilsView | None = None
        self._meeting: MeetingView | None = None
        self._listed: _Listed | None = None
        self.board = Board(preferences)
        self._make_actions()
        self._lay_out()
        self._connect()

    # making

    def _make_actions(self) -> None:
        self.add_action = action(self.board, "Phiên họp mới…", "add", "Ctrl+N", self.add_meeting)
        self.open_action = action(self.board, "Mở phiên họp", "right", "Ctrl+L", self._open_current)
        self.edit_action = action(self.board, "Sửa phiên họp…", "edit", "Ctrl+E", self._edit_current)
        self.delete_action = action(self.board, "Xóa phiên họp…", "trash", "Ctrl+R", self._delete_current)
        self.meetings_action = action(self, "Các phiên họp trong năm", "list", "Ctrl+Alt+J", self.show_board)
        self.councils_action = action(
            self, "Hội đồng và thành viên", "council", "Ctrl+Alt+U", lambda: self._show_part(_COUNCILS)
        )

    def _lay_out(self) -> None:
        self.parts = QTabBar()
        self.parts.setProperty("role", "small")
        self.parts.setExpanding(False)
        self.parts.setAccessibleName("Phiên họp hay Hội đồng")
        for title in ("Phiên họp", "Hội đồng và thành viên"):
            self.parts.addTab(title)
        self.board.lay_out(
            (self.add_action, self.open_action, self.edit_action, self.delete_action),
            self.add_meeting,
            self._add_council,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.board)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self.parts)
        frame.addWidget(self.stack, stretch=1)

    def _connect(self) -> None:
        self.parts.currentChanged.connect(self._on_part_changed)
        self.board.grid.opened.connect(lambda _row: self._open_current())
        self.board.grid.selection_changed.connect(self._allow)
        self.board.grid.delete_wanted.connect(self._delete_current)
        self._navigation.changes_made.connect(self._on_changes_made)

    # what the window asks

    @property
    def dialog(self) -> Form | None:
        """The dialog opened last."""
        return self.deeds.dialog

    @property
    def councils(self) -> CouncilsView:
        """The councils and who sits in them; made when they are first looked at."""
        if self._councils is None:
            self._councils = CouncilsView(self.deeds, self.stack)
            self.stack.addWidget(self._councils)
            if self._listed is not None:
                self._councils.show_councils(self._listed.councils)
        return self._councils

    @property
    def meeting(self) -> MeetingView:
        """The meeting that is opened; made when one first is."""
        if self._meeting is None:
            self._meeting = MeetingView(self.deeds, self.stack)
            self._meeting.lock(self._locked)
            self._meeting.back_wanted.connect(self.show_board)
            self.stack.addWidget(self._meeting)
        return self._meeting

    def parts_made(self) -> dict[int, QWidget]:
        """The parts that there are by now, by their places."""
        made = {_BOARD: self.board, _COUNCILS: self._councils, _MEETING: self._meeting}
        return {at: part for at, part in made.items() if part is not None}

    def show_part(self, at: int) -> None:
        """Bring a part to the front; the meeting only if one is opened."""
        if at != _MEETING or self._shown == _MEETING:
            self._show_part(at)

    def make_all(self) -> None:
        """Make every part, for those who want to know all keys."""
        for part in (_COUNCILS, _MEETING):
            self._part(part)
        for kind in PANES:
            self.meeting.get(kind)

    def take_focus(self) -> None:
        """Let the keys of the part in front work."""
        self._part(self._shown).take_focus()

    def year(self) -> int:
        """The year shown."""
        return self._year

    def show_year(self, year: int) -> None:
        """Show the meetings of a year."""
        if year != self._year and self._shown == _MEETING:
            self.show_board()
        self._year = year
        self.reload()

    def lock(self, locked: bool) -> None:
        """Let nothing of the year be changed, or let it again unless the file is open for reading only."""
        self._locked = locked
        if self._meeting is not None:
            self._meeting.lock(locked)
        self._allow()

    def unsaved(self) -> int:
        """How many counts were begun and not kept."""
        return self._meeting.unsaved() if self._meeting is not None else 0

    def show_meeting(self, meeting_id: MeetingId) -> None:
        """Open a meeting."""
        self._turn_to(_MEETING)
        self.meeting.show_meeting(meeting_id)
        self.take_focus()

    def show_council(self, council_id: CouncilId) -> None:
        """Put a council in front."""
        self._wanted_council = council_id
        self._show_part(_COUNCILS)
        self.reload()

    def show_board(self) -> None:
        """Show the meetings of the year."""
        self._show_part(_BOARD)

    def fill_menu(self, menu: QMenu) -> None:
        """Put what can be done here into the window's menu."""
        menu.addActions([self.add_action, self.open_action, self.edit_action, self.delete_action])
        menu.addSeparator()
        menu.addActions([self.meetings_action, self.councils_action])
        _later(menu.addMenu("Hội đồng"), lambda: (*self.councils.of_menu, *self.councils.roster.all_actions))
        menu.addSeparator()
        opened = menu.addMenu("Phiên họp đang mở")
        _later(opened, lambda: (*self.meeting.of_menu, *self.meeting.page_actions))
        for kind in PANES:
            _later(menu.addMenu(kind.title), partial(self._of_pane, kind))

    # doing

    def add_meeting(self, rounds: Sequence[RoundId] = ()) -> None:
        """Ask for a new meeting and open it."""
        if self._may():
            self.meeting.meetings.add(self._year, rounds, self.show_meeting)

    def _add_council(self) -> None:
        self._show_part(_COUNCILS)
        self.councils.add()

    def _open_current(self) -> None:
        current = self.board.grid.current()
        if current is not None and current.meeting.id is not None:
            self.show_meeting(current.meeting.id)

    def _edit_current(self) -> None:
        current = self.board.grid.current()
        if current is not None and self._may():
            self.meeting.meetings.edit(current.meeting)

    def _delete_current(self) -> None:
        current = self.board.grid.current()
        if current is not None and self._may():
            self.meeting.meetings.delete(current.meeting)

    # showing

    def reload(self) -> None:
        """Look again at what the file holds."""
        self._stale = False
        services, year = self._services, self._year
        self.deeds.runner.run(
            lambda: _Listed(year, services.meetings.of_year(year), services.councils.all()), self._show
        )
        if self._shown == _MEETING:
            self.meeting.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """What has changed behind another tab is read now."""
        super().showEvent(event)
        if self._stale:
            self.reload()

    def _show(self, found: _Listed) -> None:
        if found.year != self._year:
            return
        self._listed = found
        self.board.show_rows(found.year, found.meetings, councils=bool(found.councils))
        if self._councils is not None:
            self._councils.show_councils(found.councils)
        wanted, self._wanted_council = self._wanted_council, None
        if wanted is not None:
            self.councils.show_council(wanted)
        self._allow()

    def _show_part(self, part: int) -> None:
        self._turn_to(part)
        self.take_focus()

    def _turn_to(self, part: int) -> None:
        """Put a part in front; an opened meeting takes the whole page."""
        self._shown = part
        self.stack.setCurrentWidget(self._part(part))
        self.parts.setVisible(part != _MEETING)
        self.parts.blockSignals(True)
        self.parts.setCurrentIndex(part if part != _MEETING else _BOARD)
        self.parts.blockSignals(False)

    def _part(self, part: int) -> Board | CouncilsView | MeetingView:
        if part == _BOARD:
            return self.board
        return self.councils if part == _COUNCILS else self.meeting

    def _of_pane(self, kind: type[Pane]) -> Sequence[QAction]:
        self.meeting.fill(kind)
        pane = self.meeting.get(kind)
        return (*pane.of_menu, *(deed for deed in pane.actions() if deed not in pane.of_menu))

    def _on_part_changed(self, part: int) -> None:
        self._turn_to(part)
        if not self.parts.hasFocus():
            self.take_focus()

    def _may(self) -> bool:
        return not self._locked and not self._services.read_only

    def _allow(self) -> None:
        may, current = self._may(), self.board.grid.current() is not None
        self.add_action.setEnabled(may)
        self.open_action.setEnabled(current)
        self.edit_action.setEnabled(may and current)
        self.delete_action.setEnabled(may and current)

    def _on_changes_made(self, changes: Changes) -> None:
        if changes.touched & _CONCERNS:
            if self.isVisible():
                self.reload()
            else:
                self._stale = True


def _later(menu: QMenu, actions: Callable[[], Sequence[QAction]]) -> None:
    """Fill a menu when somebody opens it: what stands in it may not have been made before."""

    def fill() -> None:
        if menu.isEmpty():
            menu.addActions(list(actions()))

    menu.aboutToShow.connect(fill)
