"""The meetings of a year: which stands where, and what it waits for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.services.meetings import MeetingRow
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import EmptyState, label, row, tool_button
from thidua_desktop.ui.councils.next_step import DONE, on_board
from thidua_desktop.wording import formats, labels

_THERE, _NO_COUNCIL, _NO_MEETING = range(3)


def _hour(line: MeetingRow) -> str:
    starts = line.meeting.starts
    return f"{starts.hour}h{starts.minute:02d}" if starts is not None else ""


COLUMNS: tuple[Column[MeetingRow], ...] = (
    Column[MeetingRow](
        "day",
        "Ngày họp",
        lambda line: formats.day(line.meeting.day),
        104,
        align=CENTER,
        sort_key=lambda line: line.meeting.day,
    ),
    Column[MeetingRow]("hour", "Giờ", _hour, 66, align=CENTER),
    Column[MeetingRow]("name", "Phiên họp", lambda line: line.meeting.name, 280, stretch=True, wrap=True),
    Column[MeetingRow]("council", "Hội đồng", lambda line: line.council, 230, wrap=True, by_choice=True),
    Column[MeetingRow](
        "state",
        "Tình trạng",
        lambda line: labels.of(line.meeting.state),
        150,
        chip=lambda line: line.meeting.state,
        tooltip=lambda line: line.meeting.state_reason or "",
        by_choice=True,
    ),
    Column[MeetingRow](
        "lines", "Đề nghị", lambda line: str(line.lines), 76, align=RIGHT, sort_key=lambda line: line.lines
    ),
    Column[MeetingRow](
        "decided", "Đã kết luận", lambda line: str(line.decided), 100, align=RIGHT, sort_key=lambda line: line.decided
    ),
    Column[MeetingRow]("next", "Việc tiếp theo", on_board, 230, wrap=True, by_choice=True),
    Column[MeetingRow]("place", "Địa điểm", lambda line: line.meeting.place, 170, wrap=True, hidden=True),
)


class Board(QWidget):
    """Lists meetings; double-click or Ctrl+Enter opens one."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TableModel[MeetingRow](COLUMNS, lambda line: line.meeting.id, parent=self)
        self.grid: Grid[MeetingRow] = Grid(self.model, name="meetings", preferences=preferences)
        self.grid.setAccessibleName("Các phiên họp trong năm")
        self.grid.enter_opens = True
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._heading, self._counts = label("", "title"), label("", "muted")
        self.pages = QStackedWidget()

    def lay_out(
        self, deeds: Sequence[QAction], add_meeting: Callable[[], None], add_council: Callable[[], None]
    ) -> None:
        """Place the parts; ``deeds`` stand above the table."""
        self.pages.addWidget(self.grid)
        self.pages.addWidget(
            EmptyState(
                "council",
                "Chưa có Hội đồng nào",
                "Ghi Hội đồng và thành viên theo quyết định thành lập trước, rồi lập phiên họp từ đợt xét.",
                (Offer("Thêm Hội đồng…", add_council),),
            )
        )
        self.pages.addWidget(
            EmptyState(
                "council",
                "Năm này chưa có phiên họp nào",
                "Lập phiên họp từ một hay nhiều đợt xét; chương trình chuẩn bị giấy mời, danh sách, phiếu bầu, rồi "
                "kiểm phiếu, biên bản và dự thảo quyết định.",
                (Offer("Phiên họp mới…", add_meeting),),
            )
        )
        bar = QFrame()
        bar.setProperty("role", "bar")
        line = row(
            self._heading,
            theme.SPACE_M,
            self._counts,
            0,
            *(tool_button(deed) for deed in deeds),
            spacing=theme.SPACE_XXS,
        )
        line.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        bar.setLayout(line)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(bar)
        frame.addWidget(self.pages, stretch=1)
        self._deeds = tuple(deeds)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self._menu().popup(QCursor.pos()))

    def show_rows(self, year: int, rows: Sequence[MeetingRow], *, councils: bool) -> None:
        """Show the meetings of a year; ``councils``: whether there is any council."""
        self._heading.setText(f"Phiên họp năm {year}")
        open_ = sum(on_board(line) != DONE for line in rows)
        self._counts.setText(f"{len(rows)} phiên họp, {open_} chưa xong" if rows else "")
        self.grid.set_rows(rows)
        if rows and self.grid.current() is None:
            waiting = next((line for line in rows if on_board(line) != DONE), rows[0])
            self.grid.go_to(waiting.meeting.id)
        self.pages.setCurrentIndex(_THERE if rows else _NO_MEETING if councils else _NO_COUNCIL)

    def take_focus(self) -> None:
        """The cursor goes to the table."""
        (self.grid if self.grid.isVisible() else self).setFocus()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self._deeds))
        menu.addSeparator()
        menu.addMenu(self.grid.table_menu())
        return menu
