"""The units of a round at the side of its lines: who has sent, who has not, what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.ids import SubmissionId
from thidua_desktop.domain.submission_board import Board, BoardRow
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.cards import Card, CardList
from thidua_desktop.ui.common.widgets import button, column, label, row, tool_button
from thidua_desktop.ui.submissions import said

EVERYBODY = 0
"""The card of all units together."""
_NOBODY = "Chưa ghi đơn vị nào phải gửi hồ sơ. Thêm đơn vị để biết ai đã gửi, ai chưa gửi, còn mấy ngày."


class SubmissionBoard(QWidget):
    """A card for each unit. Choosing one wishes its lines to be shown; Enter on it wishes its papers to be received."""

    chosen = Signal(object)
    """The ``SubmissionId`` of the chosen unit; None for all of them."""
    opened = Signal()
    """Enter was pressed, or a card double-clicked."""

    def __init__(self, deeds: Sequence[QAction], add: QAction, parent: QWidget | None = None) -> None:
        """``deeds`` stand above the cards; ``add`` is offered while there are none."""
        super().__init__(parent)
        self._board: Board | None = None
        self.cards = CardList("Đơn vị gửi hồ sơ")
        self.cards.chosen.connect(self._on_chosen)
        self.cards.doubleClicked.connect(lambda _index: self.opened.emit())
        self._summary = label("", "small", wrap=True)
        self._empty = QWidget()
        self._add = button(add.text(), "add", role="primary")
        self._add.clicked.connect(add.trigger)
        inner = column(label(_NOBODY, "muted", wrap=True), self._add, 0)
        inner.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        inner.setAlignment(self._add, Qt.AlignmentFlag.AlignLeft)
        self._empty.setLayout(inner)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.cards)
        self.pages.addWidget(self._empty)
        bar = row(
            label("Đơn vị gửi", "strong"),
            0,
            *(tool_button(deed, text=False) for deed in deeds),
            spacing=theme.SPACE_XXS,
        )
        bar.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_XS, 0)
        below = row(self._summary)
        below.setContentsMargins(theme.SPACE_M, 0, theme.SPACE_S, theme.SPACE_XS)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addLayout(bar)
        frame.addLayout(below)
        frame.addWidget(self.pages, 1)

    def show_board(self, board: Board | None) -> None:
        """Show the units of a round; None: no round is chosen."""
        self._board = board
        rows = board.rows if board is not None else ()
        self._summary.setText(said.summary(board) if board is not None else "")
        self._summary.setVisible(bool(self._summary.text()))
        self.pages.setCurrentIndex(0 if rows else 1)
        self._add.setEnabled(board is not None)
        total = sum(each.total for each in rows) + (len(board.loose) if board is not None else 0)
        everybody = Card(EVERYBODY, "Tất cả đơn vị", f"{total} dòng trong đợt", "")
        self.cards.set_cards((everybody, *map(_card, rows)) if rows else ())

    def current(self) -> BoardRow | None:
        """The chosen unit; None for all of them."""
        wanted = self.cards.chosen_id()
        rows = self._board.rows if self._board is not None else ()
        return next((each for each in rows if each.submission.id == wanted), None)

    def choose(self, submission_id: SubmissionId | None) -> None:
        """Put a unit in front, or all of them."""
        self.cards.choose_card(submission_id or EVERYBODY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the chosen unit."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def _on_chosen(self, card_id: int | None) -> None:
        self.chosen.emit(SubmissionId(card_id) if card_id else None)


def _card(each: BoardRow) -> Card:
    assert each.submission.id is not None
    return Card(each.submission.id, each.unit, said.standing(each), said.lines_of(each), alarm=said.alarming(each))
