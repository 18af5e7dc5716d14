"""The window "Hồ sơ các đơn vị": every unit of a round as a table, with all that can be done to what it sends."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCursor, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QMenu, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.submission_board import Board, BoardRow
from thidua_desktop.domain.submissions import SubmissionState
from thidua_desktop.services.container import Services
from thidua_desktop.services.submission_papers import Format, SlipPaper
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Banner, Feedback, Offer, WindowFeedback
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import (
    EmptyState,
    action,
    button,
    heard_by_table,
    label,
    menu_button,
    row,
    tool_button,
)
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.submissions import said
from thidua_desktop.ui.submissions.columns import COLUMNS
from thidua_desktop.ui.submissions.deeds import SubmissionDeeds
from thidua_desktop.wording import labels

_FIRST_SIZE = (1240, 620)
_CONCERNS = frozenset({Kind.SUBMISSION, Kind.NOMINATION, Kind.ROUND, Kind.UNIT})
_S = SubmissionState


class SubmissionWindow(QDialog):
    """Lists the units of one round; several of them are dealt with in one step."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        *,
        preferences: Preferences,
        feedback: Feedback | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._runner, self._navigation = services, runner, navigation
        self._round_id: RoundId | None = None
        self._board: Board | None = None
        self.editable = not services.read_only
        self.banner = Banner()
        self._feedback: Feedback = feedback or WindowFeedback(self, self.banner)
        self.deeds = SubmissionDeeds(services, runner, navigation, self._feedback, preferences=preferences, window=self)
        self.setWindowTitle("Hồ sơ các đơn vị")
        self.resize(*_FIRST_SIZE)
        WindowPlace(self, preferences, "submissions")
        self.model = TableModel[BoardRow](COLUMNS, lambda each: each.submission.id, parent=self)
        self.grid = Grid(self.model, name="submissions", preferences=preferences)
        self.grid.setAccessibleName("Đơn vị của đợt xét")
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._make_actions()
        self._lay_out()
        self._connect()

    def show_round(self, round_id: RoundId | None) -> None:
        """Show the units of a round."""
        self._round_id = round_id
        self.reload()

    def reload(self) -> None:
        """Look again at what the file holds."""
        if self._round_id is None:
            self._show(None)
        else:
            self._runner.run(partial(self._services.submissions.board, self._round_id), self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """What has changed while it was closed is read now."""
        super().showEvent(event)
        self.reload()
        self.grid.setFocus()

    # making

    def _make_actions(self) -> None:
        of_rows = partial(self._with_rows)
        self.add = action(self, "Thêm đơn vị…", "add", "Ctrl+N", self._expect)
        self.receive = action(self, "Tiếp nhận…", "receive", "Ctrl+T", lambda: self._with_row(self.deeds.receive))
        self.give_back = action(self, "Trả bổ sung…", "undo", "Ctrl+B", lambda: of_rows(self.deeds.give_back))
        self.answered = action(self, "Đã bổ sung…", "check", "Ctrl+Shift+B", lambda: of_rows(self.deeds.answered))
        self.complete = action(self, "Đủ", "check", "Ctrl+D", lambda: self._move(_S.COMPLETE))
        self.sum_up = action(self, "Tổng hợp", "save", "Ctrl+S", lambda: self._move(_S.SUMMED_UP))
        remove = action(self, "Bỏ khỏi đợt", "trash", "", lambda: of_rows(self.deeds.remove))
        self.remove = heard_by_table(remove, "Ctrl+-")
        self.remove.setToolTip("Bỏ các đơn vị đang chọn khỏi đợt xét (Ctrl+-)")
        self.tie = action(self, "Xếp dòng về đơn vị", "link", "Ctrl+L", lambda: self._with_round(self.deeds.tie))
        self.slip = action(self, "Phiếu tiếp nhận…", "print", "Ctrl+P", lambda: self._with_row(self.deeds.slip))
        small = partial(self.deeds.slip, paper=SlipPaper.A5)
        word = partial(self.deeds.slip, format=Format.DOCX)
        self.slip_small = action(self, "Phiếu tiếp nhận khổ A5…", "", "Ctrl+Shift+P", lambda: self._with_row(small))
        self.slip_word = action(self, "Phiếu tiếp nhận (Word)…", "", "", lambda: self._with_row(word))
        letters, reminders = self.deeds.missing_letters, self.deeds.reminder_letters
        self.missing = action(self, "Công văn đề nghị bổ sung…", "warning", "Ctrl+G", lambda: self._with_round(letters))
        self.remind = action(
            self, "Công văn đôn đốc gửi hồ sơ…", "warning", "Ctrl+R", lambda: self._with_round(reminders)
        )
        self.waiting = action(
            self, "Danh sách chưa gửi…", "list", "Ctrl+W", lambda: self._with_round(self.deeds.waiting_list)
        )
        excel = partial(self.deeds.waiting_list, format=Format.XLSX)
        self.waiting_excel = action(self, "Danh sách chưa gửi (Excel)…", "", "", lambda: self._with_round(excel))
        self.back_menu = QMenu("Đưa về", self)
        self.back_menu.aboutToShow.connect(self._fill_back_menu)

    def _lay_out(self) -> None:
        self._title, self._count = label("Hồ sơ các đơn vị", "title"), label("", "muted", wrap=True)
        papers = QMenu("In", self)
        papers.addActions([self.slip, self.slip_small, self.slip_word])
        papers.addSeparator()
        papers.addActions([self.missing, self.remind, self.waiting, self.waiting_excel])
        bar = flow(
            tool_button(self.add),
            tool_button(self.receive),
            tool_button(self.give_back),
            tool_button(self.answered),
            tool_button(self.complete),
            tool_button(self.sum_up),
            menu_button("Đưa về", self.back_menu, icon="left"),
            menu_button("In", papers, icon="print", name="In giấy tờ"),
            tool_button(self.tie),
            tool_button(self.remove, text=False),
            spacing=theme.SPACE_XXS,
        )
        self._log = label("", "small", wrap=True)
        self._log.setAccessibleName("Các lần trả của đơn vị đang chọn")
        self.closing = button("Đóng")
        self.closing.setAutoDefault(False)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(
            EmptyState(
                "units",
                "Chưa ghi đơn vị nào phải gửi hồ sơ",
                "Thêm các đơn vị của đợt xét để biết ai đã gửi, ai chưa gửi, hồ sơ nào thiếu, trả lần nào.",
                (Offer("Thêm đơn vị…", self._expect),),
            )
        )
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        frame.setSpacing(theme.SPACE_S)
        frame.addWidget(self._title)
        frame.addWidget(self._count)
        frame.addLayout(bar)
        frame.addWidget(self.pages, stretch=1)
        frame.addWidget(self._log)
        frame.addLayout(row(0, self.closing))
        self.banner.lie_over(self.pages)

    def _connect(self) -> None:
        self.grid.selection_changed.connect(self._allow)
        self.grid.current_changed.connect(lambda _row: self._show_log())
        self.grid.opened.connect(lambda _row: self.receive.trigger())
        self.grid.delete_wanted.connect(self.remove.trigger)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))
        self.closing.clicked.connect(self.reject)
        self._navigation.changes_made.connect(self._on_changes_made)

    def context_menu(self) -> QMenu:
        """What can be done with the selected units."""
        menu = QMenu(self)
        menu.addActions([self.receive, self.give_back, self.answered, self.complete, self.sum_up])
        menu.addMenu(self.back_menu)
        menu.addSeparator()
        menu.addActions([self.slip, self.slip_small, self.remove])
        return menu

    # doing

    def _with_row(self, do: Callable[[BoardRow], None]) -> None:
        found = self.grid.current()
        if found is not None:
            do(found)

    def _with_rows(self, do: Callable[[tuple[BoardRow, ...]], None]) -> None:
        found = self.grid.selected()
        if found:
            do(found)

    def _with_round(self, do: Callable[[RoundId], None]) -> None:
        if self._round_id is not None:
            do(self._round_id)

    def _expect(self) -> None:
        if self._board is not None and self.editable:
            self.deeds.expect(self._board)

    def _move(self, state: SubmissionState) -> None:
        self._with_rows(lambda found: self.deeds.move(found, state))

    def _fill_back_menu(self) -> None:
        self.back_menu.clear()
        found = self.grid.selected()
        earlier = [
            state
            for state in SubmissionState
            if found and state is not _S.RETURNED and all(state in each.submission.moves() for each in found)
        ]
        order = list(SubmissionState)
        for state in earlier:
            if all(order.index(state) < order.index(each.submission.state) for each in found):
                made = QAction(f"{labels.of(state)}…", self.back_menu)
                made.triggered.connect(partial(self._move, state))
                self.back_menu.addAction(made)
        if self.back_menu.isEmpty():
            self.back_menu.addAction("Không có bước lùi cho các dòng đang chọn").setEnabled(False)

    # showing

    def _show(self, board: Board | None) -> None:
        self._board = board
        rows = board.rows if board is not None else ()
        self.grid.set_rows(rows)
        self.pages.setCurrentIndex(0 if rows else 1)
        if board is not None:
            self._title.setText(f"Hồ sơ các đơn vị: {board.round.name}")
            self._count.setText(said.summary(board))
        self._allow()
        self._show_log()

    def _show_log(self) -> None:
        current = self.grid.current()
        told = said.log(current) if current is not None else ""
        self._log.setText(f"Các lần trả của {current.unit}:\n{told}" if current is not None and told else "")
        self._log.setVisible(bool(told))

    def _allow(self) -> None:
        found = self.grid.selected() if self.editable else ()
        one = len(found) == 1

        def every(state: SubmissionState) -> bool:
            return bool(found) and all(state in each.submission.moves() for each in found)

        arrived = bool(found) and all(each.submission.received_on is not None for each in found)
        self.add.setEnabled(self.editable and self._board is not None)
        self.receive.setEnabled(one and found[0].submission.state in (_S.NOT_SENT, _S.RECEIVED, _S.RETURNED))
        self.give_back.setEnabled(arrived and all(each.submission.state is not _S.SUMMED_UP for each in found))
        self.answered.setEnabled(any(each.owes for each in found))
        self.complete.setEnabled(arrived and every(_S.COMPLETE))
        self.sum_up.setEnabled(arrived and every(_S.SUMMED_UP))
        self.remove.setEnabled(bool(found) and all(each.submission.state is _S.NOT_SENT for each in found))
        self.back_menu.setEnabled(bool(found))
        self.tie.setEnabled(self.editable and self._board is not None and bool(self._board.loose))
        for made in (self.slip, self.slip_small, self.slip_word):
            made.setEnabled(len(self.grid.selected()) == 1)

    def _on_changes_made(self, changes: Changes) -> None:
        if self.isVisible() and changes.touched & _CONCERNS:
            self.reload()
