"""From the lines of a round to the council's table: a meeting is chosen or made, and the lines are put before it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.councils.meetings import Meeting, MeetingState
from thidua_desktop.domain.ids import MeetingId, NominationId, RoundId
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.councils.convene_dialog import ConveneDialog
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.meeting_deeds import MeetingDeeds

if TYPE_CHECKING:
    from thidua_desktop.ui.main_window import MainWindow
    from thidua_desktop.ui.nominations.page import NominationsPage

_OPEN = frozenset({MeetingState.PREPARING, MeetingState.SITTING})


class Convening(QObject):
    """Puts "Đưa ra Hội đồng…" into the menus of the lines."""

    def __init__(self, window: MainWindow, page: NominationsPage) -> None:
        super().__init__(window)
        self._services, self._navigation, self._page = window.services, window.navigation, page
        self._locked = False
        self.deeds = Deeds(
            window.services,
            window.runner,
            window.navigation,
            window.feedback,
            preferences=window.preferences,
            window=page,
        )
        self.meetings = MeetingDeeds(self.deeds, page)
        self.action = action(page, "Đưa ra Hội đồng…", "council", "Ctrl+Alt+H", self.convene)
        page.add_to_menu((self.action,))
        page.round_changed.connect(lambda _round: self._allow())
        self._allow()

    def lock(self, locked: bool) -> None:
        """Let nothing of the year be changed, or let it again."""
        self._locked = locked
        self._allow()

    def convene(self) -> None:
        """Ask before which meeting the lines come; without any open one a new meeting is asked for at once."""
        chosen = self._page.chosen_round()
        if chosen is None or chosen.id is None or not self.action.isEnabled():
            return
        round_id, year = chosen.id, chosen.year
        selected = self._page.selected_lines()
        lines = selected if len(selected) > 1 else ()
        rows = [row for each in (year, year + 1) for row in self._services.meetings.of_year(each)]
        open_ = [row for row in rows if row.meeting.state in _OPEN]
        if not open_:
            self._new(year, round_id, lines)
            return
        dialog = ConveneDialog(chosen, open_, lines, self._page.window())

        def answered() -> None:
            wanted = dialog.meeting()
            if wanted is None:
                self._new(year, round_id, dialog.lines())
            else:
                self._to(wanted, round_id, dialog.lines())

        self.deeds.ask(dialog, answered)

    def _new(self, year: int, round_id: RoundId, lines: Sequence[Nomination]) -> None:
        self.meetings.begin(year, (round_id,), self._show, _ids(lines))

    def _to(self, meeting: Meeting, round_id: RoundId, lines: Sequence[Nomination]) -> None:
        assert meeting.id is not None
        meeting_id = meeting.id
        work = partial(self._services.meetings.bring, meeting_id, _ids(lines), round_id=round_id)
        self.deeds.do(work, "Đã trình đề nghị ra phiên họp.", then=lambda _changes: self._show(meeting_id))

    def _show(self, meeting_id: MeetingId) -> None:
        self._navigation.open_requested.emit(Kind.MEETING.value, meeting_id)

    def _allow(self) -> None:
        chosen = self._page.chosen_round()
        self.action.setEnabled(chosen is not None and not self._locked and not self._services.read_only)


def _ids(lines: Sequence[Nomination]) -> tuple[NominationId, ...] | None:
    """The lines to bring; None for all that are ready."""
    return tuple(line.id for line in lines if line.id is not None) or None
