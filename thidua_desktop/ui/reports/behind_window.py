"""The list behind a figure: every record that was counted, each with the way to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QMenu, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.figures import Figure
from thidua_desktop.domain.statistics.lines import ListLine
from thidua_desktop.services.container import Services
from thidua_desktop.services.reporting import Format
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column
from thidua_desktop.ui.common.feedback import Banner, Feedback, WindowFeedback
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.printing import Printing
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import EmptyState, action, button, label, row, tool_button
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.reports.behind import Behind, behind_figure
from thidua_desktop.wording import formats, statistics

_SIZE = (1080, 600)
_FILE = "Danh sách của số liệu"


def _columns(names: Names) -> tuple[Column[ListLine], ...]:
    return (
        Column[ListLine]("text", "Nội dung", lambda line: line.text, 190, stretch=True, wrap=True),
        Column[ListLine]("detail", "Chi tiết", lambda line: line.detail, 160, wrap=True),
        Column[ListLine]("unit", "Đơn vị", lambda line: line.unit, 160, wrap=True, by_choice=True),
        Column[ListLine](
            "award",
            "Danh hiệu, hình thức",
            lambda line: names.awards.get(line.award_id, line.award_id),
            190,
            wrap=True,
            by_choice=True,
        ),
        Column[ListLine]("decision", "Số văn bản", lambda line: line.decision, 120, wrap=True),
        Column[ListLine](
            "day",
            "Ngày",
            lambda line: formats.day(line.day),
            96,
            align=CENTER,
            sort_key=lambda line: line.day.toordinal() if line.day is not None else 0,
        ),
        Column[ListLine](
            "amount",
            "Số lượng",
            lambda line: statistics.number(line.amount),
            80,
            align=RIGHT,
            sort_key=lambda line: line.amount,
            hidden=True,
        ),
    )


class BehindWindow(QDialog):
    """Opens at once and fills when the list has been read; a record opens in its own tab."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        figure: Figure | Behind,
        names: Names,
        *,
        preferences: Preferences,
        feedback: Feedback | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``feedback`` is given by tests only: the window says what there is to say itself."""
        super().__init__(parent)
        self._services, self._runner, self._navigation = services, runner, navigation
        self._behind = behind_figure(services.statistics, figure, names) if isinstance(figure, Figure) else figure
        self.setWindowTitle("Danh sách của số liệu")
        self.resize(*_SIZE)
        WindowPlace(self, preferences, "behind")
        self.banner = Banner()
        self._feedback: Feedback = feedback or WindowFeedback(self, self.banner)
        self._printing = Printing(services, runner, self._feedback, preferences, self)
        self.model = TableModel[ListLine](_columns(names), lambda line: (line.key, line.text), parent=self)
        self.grid = Grid(self.model, name="reports.behind", preferences=preferences)
        self.grid.setAccessibleName("Danh sách của số liệu")
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.grid.enter_opens = True
        self.told = label(self._behind.said, "strong", wrap=True)
        if isinstance(figure, Figure):
            self.told.setText(f"{self._behind.said}: {statistics.number(figure.value)}")
        self.open_record = action(self, "Mở mục đang chọn", "link", "Ctrl+M", self._open)
        self.copy_list = action(self, "Sao chép danh sách", "copy", "Ctrl+Shift+C", self._copy)
        self.excel = action(self, "Ra Excel…", "excel", "Ctrl+Shift+E", self._write)
        self.closing = button("Đóng")
        self.closing.setAutoDefault(False)
        self.closing.clicked.connect(self.reject)
        self._lay_out()
        self._connect()
        self._allow()

    def _lay_out(self) -> None:
        self.places = QStackedWidget()
        self.places.addWidget(self.grid)
        self.empty = EmptyState(
            "info", "Danh sách trống", "Không có mục nào được đếm trong số này; khi có, từng mục hiện ở đây."
        )
        self.places.addWidget(self.empty)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        frame.setSpacing(theme.SPACE_S)
        frame.addWidget(self.told)
        frame.addWidget(self.places, stretch=1)
        deeds = (self.open_record, self.copy_list, self.excel)
        frame.addLayout(row(*map(tool_button, deeds), 0, self.closing))
        self.banner.lie_over(self.places)

    def _connect(self) -> None:
        self.grid.opened.connect(lambda _line: self._open())
        self.grid.selection_changed.connect(self._allow)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))
        self._navigation.changes_made.connect(self._on_changes)

    def context_menu(self) -> QMenu:
        """What can be done with the list."""
        menu = QMenu(self)
        menu.addActions([self.open_record, self.copy_list, self.excel])
        menu.addSeparator()
        menu.addMenu(self.grid.table_menu())
        return menu

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        self._runner.run(self._behind.read, self._show, self._on_trouble, label="Đang đọc danh sách…")

    def _on_trouble(self, trouble: AppError) -> None:
        self._feedback.trouble(trouble)

    def _on_changes(self, _changes: Changes) -> None:
        """What is counted may be other records now."""
        if self.isVisible():
            self._read()

    def _show(self, lines: tuple[ListLine, ...]) -> None:
        self.grid.set_rows(lines)
        self.places.setCurrentWidget(self.grid if lines else self.empty)
        self.told.setText(f"{self._behind.said}: {statistics.number(sum(line.amount for line in lines))}")
        if lines and not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self.grid.proxy.index(0, 0))
        if lines:
            self.grid.setFocus()
        self._allow()

    def _allow(self) -> None:
        self.open_record.setEnabled(self.grid.current() is not None)
        for deed in (self.copy_list, self.excel):
            deed.setEnabled(bool(self.model.rows()))

    def _open(self) -> None:
        line = self.grid.current()
        if line is not None:
            self.accept()
            self._navigation.open_requested.emit(line.key.kind.value, line.key.id)

    def _copy(self) -> None:
        self.grid.selectAll()
        self.grid.copy_with_titles()
        self._feedback.say(f"Đã chép {self.grid.proxy.shown()} dòng, cùng tên cột.")

    def _write(self) -> None:
        self._printing.write(_FILE, Format.XLSX, partial(self._behind.write))
