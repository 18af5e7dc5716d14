"""Biểu đồ: the charts of a period, each above the table that says the same for the keyboard and a screen reader."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QCursor, QGuiApplication
from PySide6.QtWidgets import (
    QListWidgetItem,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.files import atomic_write
from thidua_desktop.domain.statistics.charts import Chart, ChartCode
from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tokens, Tone
from thidua_desktop.ui.common.tints import tint
from thidua_desktop.ui.common.widgets import EmptyState, action, label, tool_button
from thidua_desktop.ui.common.wrapping_list import WrappingList
from thidua_desktop.ui.reports.desk import ReportDesk, figures_of
from thidua_desktop.ui.reports.figure_grid import FigureRow, columns_of, rows_of
from thidua_desktop.ui.reports.stopped import stopped
from thidua_desktop.wording import charts as wording
from thidua_desktop.wording import statistics

if TYPE_CHECKING:
    from thidua_desktop.ui.reports.chart_drawing import ChartView

_KEPT = "reports/chart"
_CODE = int(Qt.ItemDataRole.UserRole)
_LIST_WIDTH = 240
_HIGH = (400, 150)
"""Of the chart and of its table, before the clerk moves the line between them."""


class ChartsPane(QWidget):
    """The charts at the left, the one chosen at the right above its table."""

    _scheme: Tokens | None = None
    """Of the chart that is drawn; the style is given before there is any."""

    def __init__(self, desk: ReportDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._services = desk, desk.services
        self._period: Period | None = None
        self._charts: tuple[Chart, ...] = ()
        self._names, self._office = Names(), ""
        self.view: ChartView | None = None
        """The chart in front, drawn."""
        self.grid: Grid[FigureRow] | None = None
        self._empty: EmptyState | None = None
        self.list = WrappingList()
        self.list.setAccessibleName("Các biểu đồ")
        self.list.setMinimumWidth(_LIST_WIDTH)
        self.open_list = action(self, "Mở danh sách của ô", "list", "Ctrl+M", self._open_list)
        self.preview = action(self, "Xem và in", "print", "Ctrl+P", self._print_one)
        self.all = action(self, "Xem và in mọi biểu đồ", "print", "Ctrl+Shift+P", self._print_all)
        self.copy = action(self, "Sao chép hình", "copy", "Ctrl+Alt+C", self._copy)
        self.title, self.hint = label("", "title", wrap=True), label("", "small", wrap=True)
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_chosen)

    # what the page asks

    def take_focus(self) -> None:
        """Let the keys of the part work."""
        self.list.setFocus()

    def lock(self, locked: bool) -> None:
        """Nothing can be changed here."""

    def show_period(self, period: Period) -> None:
        """Show the charts of a period."""
        self._period = period
        done, failed = partial(self._show, period), partial(self._on_failed, period)
        self._desk.runner.run(partial(self._read, period), done, failed, label="Đang tính số liệu…")

    def menu_actions(self) -> list[QAction | None]:
        """Everything that can be done here, None between the groups."""
        return [self.open_list, None, self.preview, self.all, self.copy]

    def choose(self, code: ChartCode) -> None:
        """Put a chart in front."""
        for at, chart in enumerate(self._charts):
            if chart.code is code:
                self.list.setCurrentRow(at)

    def chart(self) -> Chart | None:
        """The chart in front."""
        at = self.list.currentRow()
        return self._charts[at] if 0 <= at < len(self._charts) else None

    # showing

    def _lay_out(self) -> None:
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(theme.SPACE_M, theme.SPACE_S, 0, 0)
        inside.setSpacing(theme.SPACE_XS)
        deeds = (self.open_list, self.preview, self.all, self.copy)
        inside.addWidget(self.title)  # beside the buttons it would be a column of single words in a narrow window
        inside.addLayout(flow(*map(tool_button, deeds), spacing=theme.SPACE_XS))
        inside.addWidget(self.hint)
        self._drawn = QSplitter(Qt.Orientation.Vertical)
        self._drawn.setChildrenCollapsible(False)
        self._place = QStackedWidget()
        self._place.addWidget(self._drawn)
        inside.addWidget(self._place, stretch=1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(split)

    def _read(self, period: Period) -> tuple[tuple[Chart, ...], Names, str]:
        held = self._services.statistics
        return held.charts(period), held.facts(period, ()).names, self._services.office.get().name

    def _on_failed(self, period: Period, trouble: AppError) -> None:
        """Nothing of another period may stand below the one that was chosen."""
        if period == self._period:
            self._charts = ()
            self.list.clear()
            self._clear()
            for deed in (self.open_list, self.preview, self.copy, self.all):
                deed.setEnabled(False)
            self.title.setText(statistics.period(period)[:1].upper() + statistics.period(period)[1:])
            self._show_state(stopped(self._again))
        self._desk.feedback.trouble(trouble)

    def _again(self) -> None:
        if self._period is not None:
            self.show_period(self._period)

    def _show(self, period: Period, found: tuple[tuple[Chart, ...], Names, str]) -> None:
        if period != self._period:
            return  # another one was chosen meanwhile
        self._charts, self._names, self._office = found
        kept = self._desk.preferences.text(_KEPT)
        self.list.blockSignals(True)
        self.list.clear()
        for chart in self._charts:
            item = QListWidgetItem(wording.TITLES[chart.code])
            item.setData(_CODE, chart.code.value)
            if chart.empty:
                tint(item, Tone.MUTED)
                item.setToolTip("Chưa có số liệu trong kỳ")
            self.list.addItem(item)
        codes = [chart.code.value for chart in self._charts]
        self.list.setCurrentRow(codes.index(kept) if kept in codes else 0)
        self.list.blockSignals(False)
        self._show_chart()

    def changeEvent(self, event: QEvent) -> None:
        """A chart is drawn anew in the colours of another scheme, once all else has them."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._scheme not in (None, theme.tokens()):
            self._scheme = None
            QTimer.singleShot(0, self, self._show_chart)

    def _on_chosen(self, _at: int) -> None:
        chart = self.chart()
        if chart is not None:
            self._desk.preferences.set_text(_KEPT, chart.code.value)
        self._show_chart()

    def _show_chart(self) -> None:
        chart = self.chart()
        if chart is None:
            return
        self._clear()
        self.title.setText(wording.title(chart))
        for deed in (self.open_list, self.preview, self.copy):
            deed.setEnabled(not chart.empty)
        self.all.setEnabled(any(not each.empty for each in self._charts))
        self.hint.setVisible(not chart.empty)
        if chart.empty:
            another = (Offer("Chọn kỳ khác", self._desk.ask_period),)
            self._show_state(EmptyState("info", *wording.EMPTY[chart.code], another))
            return
        self._draw(chart)

    def _show_state(self, state: EmptyState) -> None:
        self._empty = state
        self.hint.setVisible(False)
        self._place.addWidget(state)
        self._place.setCurrentWidget(state)

    def _draw(self, chart: Chart) -> None:
        from thidua_desktop.ui.reports.chart_drawing import ON_SCREEN, UPRIGHT, ChartView

        hint = "Bấm vào một cột, hoặc Enter ở một số trong bảng, để mở danh sách đứng sau."
        if chart.code not in UPRIGHT and len(chart.bars) > ON_SCREEN:
            hint = f"Biểu đồ vẽ {ON_SCREEN} dòng đầu; bảng bên dưới có đủ {len(chart.bars)} dòng. {hint}"
        self.hint.setText(hint)
        self._scheme = theme.tokens()
        self.view = ChartView(chart, self._names, self._scheme, opened=self._open_cell)
        self.grid = self._made_grid(chart)
        for part in (self.view, self.grid):
            self._drawn.addWidget(part)
        self._drawn.setSizes(list(_HIGH))
        for at, share in enumerate(_HIGH):  # in a lower window neither is left without room
            self._drawn.setStretchFactor(at, share)
        self._place.setCurrentWidget(self._drawn)

    def _made_grid(self, chart: Chart) -> Grid[FigureRow]:
        columns = columns_of(chart.table, self._names)
        model = TableModel[FigureRow](columns, lambda line: line.at, parent=self)
        model.stays_last = lambda line: line.total
        grid = Grid(model, name=f"reports.chart.{chart.code.value}", preferences=self._desk.preferences)
        grid.setAccessibleName(f"Bảng của biểu đồ {wording.TITLES[chart.code]}")
        grid.enter_opens = True
        grid.set_rows(rows_of(chart.table, self._names))
        grid.setMinimumHeight(grid.horizontalHeader().sizeHint().height() + 3 * theme.ROW_HEIGHT // 2)
        grid.opened.connect(lambda _row: self._open_list())
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))
        return grid

    def _clear(self) -> None:
        for part in (self.view, self.grid):
            if part is not None:
                part.setParent(None)
                part.deleteLater()
        self.view = self.grid = None
        if self._empty is not None:
            self._place.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None

    # doing

    def context_menu(self) -> QMenu:
        """What can be done with the cell at the cursor."""
        menu = QMenu(self)
        menu.addActions([self.open_list, self.copy])
        if self.grid is not None:
            menu.addSeparator()
            menu.addMenu(self.grid.table_menu())
        return menu

    def _open_list(self) -> None:
        chart = self.chart()
        line = self.grid.current() if self.grid is not None else None
        if chart is None or self.grid is None or line is None:
            return
        self._open_cell(line.at, max(0, self.grid.currentIndex().column() - 1))

    def _open_cell(self, at: int, column: int) -> None:
        chart = self.chart()
        found = figures_of(chart.table.cells[at][column]) if chart is not None else ()
        if found:
            self._desk.open_list(found[0], self._names)

    def _print_one(self) -> None:
        chart = self.chart()
        if chart is not None and not chart.empty:
            self._print((chart,), f"Biểu đồ {wording.TITLES[chart.code].lower()}")

    def _print_all(self) -> None:
        there = tuple(chart for chart in self._charts if not chart.empty)
        if there and self._period is not None:
            self._print(there, f"Biểu đồ thi đua, khen thưởng {statistics.period(self._period)}")

    def _print(self, shown: tuple[Chart, ...], name: str) -> None:
        """Charts are drawn on the window's thread: Qt allows it nowhere else, and a page takes a moment only."""
        from thidua_desktop.ui.reports.chart_paper import Around, pdf_of

        paper = pdf_of(shown, Around(self._office, self._services.today(), self._names))

        def write(out: Path) -> Path:
            atomic_write(out, paper)
            return out

        self._desk.show(name, write)

    def _copy(self) -> None:
        from thidua_desktop.ui.reports.chart_drawing import ChartView
        from thidua_desktop.ui.reports.chart_paper import PICTURE

        chart = self.chart()
        if chart is None or chart.empty:
            return
        drawn = ChartView(chart, self._names, theme.LIGHT)
        QGuiApplication.clipboard().setPixmap(drawn.picture(PICTURE))
        drawn.deleteLater()
        self._desk.feedback.say("Đã chép hình biểu đồ; dán vào Word bằng Ctrl+V.", tone=Tone.SUCCESS)
