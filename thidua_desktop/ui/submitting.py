"""What units send, as far as the main window shows it: the board beside the lines, the checklist, the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thidua_desktop.domain.ids import RoundId, SubmissionId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.submission_board import Board, BoardRow
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.submissions.board import SubmissionBoard
from thidua_desktop.ui.submissions.deeds import SubmissionDeeds
from thidua_desktop.ui.submissions.dossier_panel import DossierPanel
from thidua_desktop.ui.submissions.window import SubmissionWindow

if TYPE_CHECKING:
    from thidua_desktop.ui.main_window import MainWindow
    from thidua_desktop.ui.nominations.page import NominationsPage


class Submitting(QObject):
    """Puts the parts into the page of the lines and keeps them at what it shows."""

    def __init__(self, window: MainWindow, page: NominationsPage) -> None:
        super().__init__(window)
        self._window, self._page = window, page
        given = (window.services, window.runner, window.navigation, window.feedback)
        self._board: Board | None = None
        self._asked: tuple[tuple[Nomination, ...], Board | None] = ((), None)
        """Of which lines and board it was asked last which unit has sent them: a page tells of them several times."""
        self._unit = ""
        self._wanted: RoundId | None = None
        self._looking = False
        self.shown: SubmissionWindow | None = None
        self.deeds = SubmissionDeeds(*given, preferences=window.preferences, window=window)
        self._make_actions()
        self.board = SubmissionBoard((self.add, self.receive, self.open_action), self.add)
        self.panel = DossierPanel(*given, preferences=window.preferences)
        self._page.place_side(self.board)
        self._page.add_panel("Hồ sơ", self.panel, shortcut="Ctrl+Alt+D")
        self._page.add_to_menu(
            (self.open_action, self.add, self.receive, self.give_back_lines, self.refuse_lines, self.slip, self.missing)
        )
        self._connect()

    def open(self) -> None:
        """Show the window of the units."""
        window = self._window
        if self.shown is None:
            self.shown = SubmissionWindow(
                window.services,
                window.runner,
                window.navigation,
                preferences=window.preferences,
                feedback=window.given_feedback,
                parent=window,
            )
        chosen = self._page.chosen_round()
        self.shown.editable = self.panel.editable
        self.shown.show_round(chosen.id if chosen is not None else None)
        self.shown.show()
        self.shown.raise_()
        self.shown.activateWindow()

    def choose(self, submission_id: SubmissionId) -> None:
        """Put a unit of the round in front, once its board has been read."""
        self._window.runner.run(lambda: None, lambda _nothing: self.board.choose(submission_id))

    def lock(self, locked: bool) -> None:
        """Let nothing of the year be changed, or let it again."""
        self.panel.lock(locked)
        self._allow()

    def _make_actions(self) -> None:
        page = self._page
        self.open_action = action(page, "Hồ sơ các đơn vị…", "units", "Ctrl+Alt+S", self.open)
        self.add = action(page, "Thêm đơn vị phải gửi…", "add", "Ctrl+Alt+U", self._expect)
        self.receive = action(page, "Tiếp nhận hồ sơ…", "receive", "Ctrl+Alt+N", self._receive)
        self.give_back_lines = action(page, "Trả dòng để bổ sung…", "undo", "Ctrl+Alt+B", self._give_back)
        self.refuse_lines = action(page, "Không nhận dòng…", "close", "Ctrl+Alt+X", self._refuse)
        slip = partial(self._with_row, self.deeds.slip)
        self.slip = action(page, "Phiếu tiếp nhận hồ sơ…", "print", "Ctrl+Alt+P", slip)
        self.missing = action(page, "Công văn đề nghị bổ sung…", "warning", "Ctrl+Alt+O", self._letters)

    def _connect(self) -> None:
        self.board.chosen.connect(self._on_chosen)
        self.board.opened.connect(self._on_opened)
        self._page.filters_cleared.connect(lambda: self.board.choose(None))
        self._page.round_changed.connect(self._on_round_changed)
        self._page.lines_changed.connect(self._on_lines_changed)

    # what the page shows

    def _on_round_changed(self, round_: Round | None) -> None:
        if round_ is None or round_.id is None:
            self._show(None)
            return
        self._look(round_.id)

    def _look(self, round_id: RoundId) -> None:
        """Look at a round, or once more at the same; what is wished while somebody looks is looked at afterwards."""
        self._wanted = round_id
        if not self._looking:
            self._begin()

    def _begin(self) -> None:
        round_id, self._wanted = self._wanted, None
        if round_id is not None:
            self._looking = True
            work = partial(self._window.services.submissions.board, round_id)
            self._window.runner.run_aside(work, self._arrived, lambda _trouble: self._arrived(None))

    def _arrived(self, board: Board | None) -> None:
        """None: the round has gone meanwhile; the page shows another one."""
        self._looking = False
        if self._wanted is not None:
            self._begin()
        elif board is not None:
            self._show(board)

    def _show(self, board: Board | None) -> None:
        chosen = self._page.chosen_round()
        if board is not None and (chosen is None or chosen.id != board.round.id):
            return  # another round has been chosen meanwhile
        self._board = board
        self.board.show_board(board)
        self._on_lines_changed(self._page.selected_lines())
        self._allow()

    def _on_lines_changed(self, lines: tuple[Nomination, ...]) -> None:
        if not lines:
            current = self._page.current_line()
            lines = (current,) if current is not None else ()
        asked = (lines, self._board)
        if asked[0] is not self._asked[0] or asked[1] is not self._asked[1]:
            self._asked, self._unit = asked, self._unit_of(lines)
        self.panel.show_lines(lines, self._unit)
        self._allow()

    def _on_chosen(self, submission_id: SubmissionId | None) -> None:
        self._page.filter_submission(submission_id)
        self._allow()

    def _on_opened(self) -> None:
        if self.board.current() is None:
            self.open()
        else:
            self._receive()

    def _unit_of(self, lines: tuple[Nomination, ...]) -> str:
        wanted = {line.submission_id for line in lines}
        rows = self._board.rows if self._board is not None else ()
        found = [row.unit for row in rows if row.submission.id in wanted]
        return found[0] if len(wanted) == 1 and found else ""

    def _allow(self) -> None:
        may = self.panel.editable
        lines, row = self._page.selected_lines(), self.board.current()
        self.add.setEnabled(may and self._board is not None)
        self.receive.setEnabled(may and row is not None)
        self.slip.setEnabled(row is not None)
        self.missing.setEnabled(self._board is not None and bool(self._board.rows))
        for deed in (self.give_back_lines, self.refuse_lines):
            deed.setEnabled(may and bool(lines))

    # deeds

    def _with_row(self, do: Callable[[BoardRow], None]) -> None:
        found = self.board.current()
        if found is not None:
            do(found)

    def _expect(self) -> None:
        if self._board is not None:
            self.deeds.expect(self._board)

    def _receive(self) -> None:
        if self.receive.isEnabled():
            self._with_row(self.deeds.receive)

    def _give_back(self) -> None:
        lines = self._page.selected_lines()
        if lines:
            self.deeds.give_back_lines(lines)

    def _refuse(self) -> None:
        lines = self._page.selected_lines()
        if lines:
            self.deeds.refuse_lines(lines)

    def _letters(self) -> None:
        if self._board is not None and self._board.round.id is not None:
            self.deeds.missing_letters(self._board.round.id)
