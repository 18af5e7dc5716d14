"""The list behind a figure: every record that was counted, each with the way to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QVBoxLayout, QWidget

from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.figures import Figure
from thidua_desktop.domain.statistics.lines import ListLine
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import action, button, label, row, tool_button
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.wording import formats, statistics

_SIZE = (1080, 600)


def _columns(names: Names) -> tuple[Column[ListLine], ...]:
    return (
        Column[ListLine]("text", "Nội dung", lambda line: line.text, 260, stretch=True, wrap=True),
        Column[ListLine]("detail", "Chi tiết", lambda line: line.detail, 190, wrap=True),
        Column[ListLine]("unit", "Đơn vị", lambda line: line.unit, 180, wrap=True),
        Column[ListLine](
            "award", "Danh hiệu, hình thức", lambda line: names.awards.get(line.award_id, line.award_id), 190, wrap=True
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
        figure: Figure,
        names: Names,
        *,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._runner, self._navigation, self._figure = services, runner, navigation, figure
        self.setWindowTitle("Danh sách của số liệu")
        self.resize(*_SIZE)
        self.model = TableModel[ListLine](_columns(names), lambda line: (line.key, line.text), parent=self)
        self.grid = Grid(self.model, name="reports.behind", preferences=preferences)
        self.grid.setAccessibleName("Danh sách của số liệu")
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.told = label(f"{statistics.question(figure.question, names)}: {statistics.number(figure.value)}", "strong")
        self.told.setWordWrap(True)
        self.open_record = action(self, "Mở bản ghi", "link", "Ctrl+M", self._open)
        copied = action(self, "Chép danh sách", "copy", "Ctrl+Shift+C", self._copy)
        self.closing = button("Đóng")
        self.closing.clicked.connect(self.reject)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        frame.setSpacing(theme.SPACE_S)
        frame.addWidget(self.told)
        frame.addWidget(self.grid, stretch=1)
        frame.addLayout(row(tool_button(self.open_record), tool_button(copied), 0, self.closing))
        self.grid.opened.connect(lambda _line: self._open())
        self.grid.selection_changed.connect(self._allow)
        self._allow()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list."""
        super().showEvent(event)
        work = partial(self._services.statistics.behind, self._figure.question)
        self._runner.run(work, self._show, label="Đang đọc danh sách…")

    def _show(self, lines: tuple[ListLine, ...]) -> None:
        self.grid.set_rows(lines)
        if lines:
            self.grid.setCurrentIndex(self.grid.proxy.index(0, 0))
        self.grid.setFocus()
        self._allow()

    def _allow(self) -> None:
        self.open_record.setEnabled(self.grid.current() is not None)

    def _open(self) -> None:
        line = self.grid.current()
        if line is not None:
            self.accept()
            self._navigation.open_requested.emit(line.key.kind.value, line.key.id)

    def _copy(self) -> None:
        self.grid.selectAll()
        self.grid.copy_with_titles()
