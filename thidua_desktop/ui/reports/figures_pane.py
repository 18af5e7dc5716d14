"""Tổng hợp: the standard tables of a period; every figure opens the list behind it."""

from __future__ import annotations

from functools import partial
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QListWidgetItem, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.tables import Cell, Table, TableCode
from thidua_desktop.services.reporting import Format
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import tint
from thidua_desktop.ui.common.widgets import EmptyState, action, label, tool_button
from thidua_desktop.ui.common.wrapping_list import WrappingList
from thidua_desktop.ui.reports.desk import ReportDesk, figures_of
from thidua_desktop.ui.reports.figure_grid import FigureRow, columns_of, rows_of
from thidua_desktop.ui.reports.own_tables import OwnTable, OwnTableDialog, remember, remembered
from thidua_desktop.ui.reports.stopped import stopped
from thidua_desktop.wording import statistics

_KEPT = "reports/table"
_CODE = int(Qt.ItemDataRole.UserRole)
_LIST_WIDTH = 300


class FiguresPane(QWidget):
    """The tables at the left, the one chosen at the right."""

    shown = Signal()
    """The tables of the period are there."""

    def __init__(self, desk: ReportDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._services = desk, desk.services
        self._period: Period | None = None
        self._tables: tuple[Table, ...] = ()
        self._names = Names()
        self.grid: Grid[FigureRow] | None = None
        self.list = WrappingList()
        self.list.setAccessibleName("Các bảng số liệu")
        self.list.setMinimumWidth(_LIST_WIDTH)
        self.open_list = action(self, "Mở danh sách của ô", "list", "Ctrl+M", self._open_list)
        self.preview = action(self, "Xem và in", "print", "Ctrl+P", partial(self._give, Format.PDF))
        self.word = action(self, "Ra Word…", "export", "Ctrl+Shift+P", partial(self._give, Format.DOCX))
        self.excel = action(self, "Ra Excel…", "excel", "Ctrl+Shift+E", partial(self._give, Format.XLSX))
        self.own = action(self, "Tự lập bảng…", "add", "Ctrl+Alt+T", self._ask_own)
        self.drop_own = action(self, "Bỏ bảng tự lập", "close", "Ctrl+Alt+X", self._drop_own)
        self._own = remembered(desk.preferences)
        self._standard = 0
        """How many of the tables are not put together by the clerk."""
        self.title, self.hint = label("", "title", wrap=True), label("", "small")
        self._place = QStackedWidget()
        self._empty = EmptyState(
            "info",
            "Bảng này chưa có số liệu",
            "Số liệu lấy từ kế hoạch, đề nghị khen thưởng, quyết định đã ký và sổ khen thưởng trong kỳ đã chọn. "
            "Hãy chọn kỳ khác, hoặc nhập quyết định cũ ở thẻ Quyết định.",
            (Offer("Chọn kỳ khác", self._desk.ask_period),),
        )
        self._stopped = stopped(self._again)
        for state in (self._empty, self._stopped):
            self._place.addWidget(state)
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_table_chosen)

    # what the page asks

    def take_focus(self) -> None:
        """Let the keys of the part work."""
        self.list.setFocus()

    def lock(self, locked: bool) -> None:
        """Nothing can be changed here."""

    def show_period(self, period: Period) -> None:
        """Show the tables of a period."""
        self._period = period
        done, failed = partial(self._show, period, self._own), partial(self._on_failed, period)
        self._desk.runner.run(partial(self._read, period, self._own), done, failed, label="Đang tính số liệu…")

    def menu_actions(self) -> list[QAction | None]:
        """Everything that can be done here, None between the groups."""
        return [self.open_list, None, self.own, self.drop_own, None, self.preview, self.word, self.excel]

    def choose(self, code: TableCode) -> None:
        """Put a table in front."""
        for at in range(self.list.count()):
            if self.list.item(at).data(_CODE) == code.value:
                self.list.setCurrentRow(at)

    def table(self) -> Table | None:
        """The table in front."""
        at = self.list.currentRow()
        return self._tables[at] if 0 <= at < len(self._tables) else None

    def list_shown(self) -> QWidget | None:
        """The list that was opened last."""
        return self._desk.behind

    # showing

    def _lay_out(self) -> None:
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(theme.SPACE_M, theme.SPACE_S, 0, 0)
        inside.setSpacing(theme.SPACE_XS)
        buttons = (self.open_list, self.own, self.preview, self.word, self.excel)
        inside.addWidget(self.title)
        inside.addLayout(flow(self.hint, 0, *map(tool_button, buttons), spacing=theme.SPACE_XS))
        inside.addWidget(self._place, stretch=1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(split)

    def _read(self, period: Period, wanted: tuple[OwnTable, ...]) -> tuple[tuple[Table, ...], Names]:
        held = self._services.statistics
        own = tuple(held.pivot(period, one.subject, one.rows, one.columns) for one in wanted)
        return (*held.tables(period), *own), held.facts(period, ()).names

    def _on_failed(self, period: Period, trouble: AppError) -> None:
        """Nothing of another period may stand below the one that was chosen."""
        if period == self._period:
            self._tables, self._standard = (), 0
            self.list.clear()
            self._show_table()
            self.title.setText(statistics.period(period)[:1].upper() + statistics.period(period)[1:])
            self._place.setCurrentWidget(self._stopped)
            self._allow()
        self._desk.feedback.trouble(trouble)

    def _again(self) -> None:
        if self._period is not None:
            self.show_period(self._period)

    def _allow(self) -> None:
        for deed in (self.preview, self.word, self.excel):
            deed.setEnabled(bool(self._tables))

    def _show(self, period: Period, own: tuple[OwnTable, ...], found: tuple[tuple[Table, ...], Names]) -> None:
        if period != self._period or own != self._own:
            return  # others were chosen meanwhile
        tables, self._names = found
        self._tables = tables
        self._standard = len(tables) - len(own)
        self._allow()
        kept = self._desk.preferences.text(_KEPT)
        self.list.blockSignals(True)
        self.list.clear()
        codes = [self._key(at) for at in range(len(tables))]
        for key, table in zip(codes, tables, strict=True):
            item = QListWidgetItem(statistics.title(table))
            item.setData(_CODE, key)
            if table.empty:
                tint(item, Tone.MUTED)
                item.setToolTip("Chưa có số liệu trong kỳ")
            self.list.addItem(item)
        self.list.setCurrentRow(codes.index(kept) if kept in codes else 0)
        self.list.blockSignals(False)
        self._show_table()
        self.shown.emit()

    def _on_table_chosen(self, _at: int) -> None:
        table = self.table()
        if table is not None:
            self._desk.preferences.set_text(_KEPT, self._key(self.list.currentRow()))
        self._show_table()

    def _show_table(self) -> None:
        table = self.table()
        if self.grid is not None:
            self._place.removeWidget(self.grid)
            self.grid.hide()
            self.grid.deleteLater()
            self.grid = None
        empty = table is None or table.empty
        self.open_list.setEnabled(not empty)
        self.hint.setText("" if empty else "Bấm đúp vào một số (hoặc Ctrl+M) để mở danh sách đứng sau số ấy.")
        self.drop_own.setEnabled(self._is_own())
        if table is None:
            return
        self.title.setText(f"{statistics.title(table)} – {statistics.period(table.period)}")
        if empty:
            self._place.setCurrentWidget(self._empty)
            return
        model = TableModel[FigureRow](columns_of(table, self._names), lambda line: line.at, parent=self)
        model.stays_last = lambda line: line.total
        grid = Grid(model, name=f"reports.{self._key(self.list.currentRow())}", preferences=self._desk.preferences)
        grid.setAccessibleName(statistics.title(table))
        grid.set_rows(rows_of(table, self._names))
        grid.opened.connect(lambda _row: self._open_list())
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))
        self.grid = grid
        self._place.addWidget(grid)
        self._place.setCurrentWidget(grid)

    def _key(self, at: int) -> str:
        """What a table is remembered by."""
        return self._tables[at].code.value if at < self._standard else self._own[at - self._standard].text()

    def _is_own(self) -> bool:
        return bool(self._tables) and self.list.currentRow() >= self._standard

    # tables that the clerk puts together

    def _ask_own(self) -> None:
        dialog = OwnTableDialog(self._own, self._desk.parent_widget())
        self._desk.ask(dialog, lambda: self._keep_own((*self._own, dialog.table()), dialog.table().text()))

    def _keep_own(self, tables: tuple[OwnTable, ...], shown: str) -> None:
        self._own = tables
        remember(self._desk.preferences, tables)
        if shown:
            self._desk.preferences.set_text(_KEPT, shown)
        self._again()

    def _drop_own(self) -> None:
        if self._is_own():
            gone = self.list.currentRow() - self._standard
            self._keep_own(tuple(one for at, one in enumerate(self._own) if at != gone), "")

    # doing

    def cell(self) -> Cell:
        """The cell at the cursor; None at a head or where nothing stands."""
        line = self.grid.current() if self.grid is not None else None
        if self.grid is None or line is None:
            return None
        at = self.grid.currentIndex().column() - 1
        return line.cells[at] if 0 <= at < len(line.cells) else None

    def context_menu(self) -> QMenu:
        """The lists of the cell at the cursor: a share has two, the part and the whole."""
        menu = QMenu(self)
        for figure in figures_of(self.cell()):
            said = f"Mở danh sách: {statistics.question(figure.question, self._names)} ({figure.value})"
            menu.addAction(said).triggered.connect(
                lambda _checked=False, figure=figure: self._desk.open_list(figure, self._names)
            )
        if menu.isEmpty():
            menu.addAction(self.open_list)
        return menu

    def _open_list(self) -> None:
        found = figures_of(self.cell())
        if not found and self.grid is not None and (line := self.grid.current()) is not None:
            found = tuple(chain.from_iterable(figures_of(cell) for cell in line.cells))
        if found:
            self._desk.open_list(found[0], self._names)

    def _give(self, format: Format) -> None:
        if self._period is not None:
            name = f"Tổng hợp số liệu {statistics.period(self._period)}"
            own = self._tables[self._standard :]
            self._desk.give(name, partial(self._services.statistics.write, self._period, own=own), format)
