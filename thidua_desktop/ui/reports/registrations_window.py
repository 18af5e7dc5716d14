"""The window "Đăng ký thi đua": units by awards of a year, typed in or pasted out of Excel, with their sums."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QAbstractItemView, QMenu, QSplitter, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.registrations import Cell
from thidua_desktop.services.container import Services
from thidua_desktop.services.recipients import RecipientRow
from thidua_desktop.services.registrations import RegistrationColumn, RegistrationTable
from thidua_desktop.ui.common import clipboard, theme
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.leaving import in_order
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import EmptyState, menu_button, row, tool_button
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.reports import registration_paste
from thidua_desktop.ui.reports.frame import EMPTY, GRID, DataWindow
from thidua_desktop.ui.reports.named_dialog import NamedDialog
from thidua_desktop.ui.reports.named_rows import COLUMNS as NAMED_COLUMNS
from thidua_desktop.ui.reports.named_rows import NamedRow, named_rows
from thidua_desktop.ui.reports.registration_columns import (
    TOTAL,
    Place,
    RegistrationRow,
    changed_cells,
    columns_of,
    names,
    place_of,
    rows_of,
    titles,
)
from thidua_desktop.wording import formats

_KINDS = frozenset({Kind.REGISTRATION, Kind.UNIT, Kind.RECIPIENT})
_HEIGHTS = (430, 130)


class RegistrationGrid(Grid[RegistrationRow]):
    """Pasting asks the window, whichever way it is asked for: a block may name its units."""

    paste_wanted = Signal()

    def paste(self) -> None:
        """See ``RegistrationsWindow.paste``."""
        self.paste_wanted.emit()

    def paste_cells(self) -> None:
        """Type the clipboard's block into the cells from the cursor on."""
        super().paste()


class RegistrationsWindow(DataWindow):
    """What units set out to reach, to be held against what was achieved at the end of the year."""

    title = "Đăng ký thi đua"

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
        super().__init__(services, runner, navigation, preferences=preferences, feedback=feedback, parent=parent)
        self._table: RegistrationTable | None = None
        self._added: dict[int, list[RegistrationColumn]] = {}
        """Columns that the clerk has asked for and that have no counts yet, by year."""
        self._shown: tuple[Place, ...] = ()
        self.named_model = TableModel[NamedRow](NAMED_COLUMNS, lambda one: one.id, parent=self)
        self.named = Grid(self.named_model, name="reports.registered-by-name", preferences=preferences)
        self.named.setAccessibleName("Đăng ký đích danh")
        self.named.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.carry_action = self.deed("Chép từ năm trước", "redo", "Ctrl+L", self.carry_over)
        self.name_action = self.deed("Đăng ký đích danh…", "user", "Ctrl+G", self.register_named)
        self.remove_action = self.deed("Bỏ đăng ký đích danh", "trash", "Ctrl+R", self.remove_named)
        self.paste_action = self.deed("Dán từ Excel", "paste", "Ctrl+Shift+V", self.paste)
        self.column_menu = QMenu("Thêm cột", self)
        self.column_menu.aboutToShow.connect(self._fill_columns)
        self.add_column = menu_button("Thêm cột", self.column_menu, icon="add")
        self.column_action = self.deed("Thêm cột…", "add", "Ctrl+T", self.add_column.showMenu)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self.grid = self._new_grid(())
        self._split.addWidget(self.grid)
        self._split.addWidget(self.named)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes(list(_HEIGHTS))
        self._lay_out()

    def reload(self) -> None:
        """Look again what is registered for the year."""
        year = self.year()
        self.runner.run(partial(_read, self.services, year), partial(self._show, year))

    # deeds

    def carry_over(self) -> None:
        """Begin the year with the counts of the year before, where it has none."""
        year = self.year()
        told = f"Đã chép số đăng ký năm {year - 1} sang các ô còn trống của năm {year}."
        self.change(partial(self.services.registrations.carry_over, year), told)

    def register_named(self) -> None:
        """Ask who registers by name."""
        self.runner.run(self.services.recipients.rows, self._ask_named)

    def remove_named(self) -> None:
        """Take the selected ones by name away."""
        ids = [one.id for one in self.named.selected()]
        if ids:
            told = f"Đã bỏ {len(ids)} trường hợp đăng ký đích danh."
            self.change(partial(self.services.registrations.remove, ids), told)

    def paste(self) -> None:
        """Type a block of the clipboard into the table: by the units that it names, else from the cursor on."""
        rows = clipboard.cells()
        if not rows or not self.may_change:
            return
        if not registration_paste.names_units(rows):
            self.grid.paste_cells()
            return
        columns = self._columns()
        try:
            find = partial(self.services.units.tree().find, day=date(self.year(), 12, 31))
            pasted = registration_paste.read(
                rows, names(columns), lambda text: find(text).unit_id, start=self._first_column()
            )
        except AppError as trouble:
            self.feedback.trouble(trouble)
            return
        wanted = {
            Cell(unit_id, columns[at].award.id, columns[at].kind): count
            for (unit_id, at), count in pasted.counts.items()
        }
        units = len({unit_id for unit_id, _ in pasted.counts})
        self._keep(wanted, f"Đã dán số đăng ký của {units} đơn vị.")

    def _ask_named(self, recipients: tuple[RecipientRow, ...]) -> None:
        year = self.year()

        def wanted() -> None:
            ids, award_id = dialog.chosen(), dialog.column().award.id
            work = partial(self.services.registrations.register_named, year, award_id, ids, self.services.today())
            told = f"Đã ghi {len(ids)} trường hợp đăng ký đích danh."
            self.change(work, told, lambda _changes: dialog.accept(), dialog.refuse)

        dialog = NamedDialog(year, self._columns(), recipients, self)
        dialog.wanted = wanted
        self.ask(dialog)

    def _typed(self, rows: list[RegistrationRow]) -> None:
        before = {row.unit_id: row for row in (rows_of(self._table) if self._table is not None else ())}
        wanted: dict[Cell, int] = {}
        for row_ in rows:
            if row_.unit_id in before and row_.unit_id != TOTAL:
                wanted |= changed_cells(before[row_.unit_id], row_)
        self._keep(wanted, f"Đã ghi {len(wanted)} ô." if len(wanted) > 1 else "")

    def _keep(self, wanted: dict[Cell, int], told: str) -> None:
        if not wanted:
            self.reload()
            return
        year, today = self.year(), self.services.today()
        day = today if today.year == year else None

        def refused(trouble: AppError) -> None:
            self.feedback.trouble(trouble)
            self.reload()

        def kept(_changes: Changes) -> None:
            self.reload()

        self.change(partial(self.services.registrations.set_counts, year, wanted, day), told, kept, refused)

    # making

    def _new_grid(self, columns: tuple[RegistrationColumn, ...]) -> RegistrationGrid:
        """A grid for these columns: those of a table do not change."""
        self.model = TableModel[RegistrationRow](columns_of(columns), lambda one: one.unit_id, parent=self)
        self.model.editable = self.may_change
        made = RegistrationGrid(self.model, name="reports.registrations", preferences=self.preferences)
        made.paste_wanted.connect(self.paste)
        made.setAccessibleName("Số đăng ký theo đơn vị và danh hiệu")
        self.model.edited.connect(self._typed)
        self.model.refused.connect(self.feedback.trouble)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))
        return made

    def context_menu(self) -> QMenu:
        """What can be done with the table."""
        menu = QMenu(self)
        menu.addActions([self.paste_action, self.carry_action, self.name_action, self.remove_action])
        menu.addAction(self.column_action)
        menu.addSeparator()
        menu.addMenu(self.grid.table_menu())
        return menu

    def _lay_out(self) -> None:
        empty = EmptyState(
            "units",
            "Chưa có đơn vị nào để ghi đăng ký thi đua",
            "Bảng đăng ký có mỗi đơn vị một dòng, mỗi danh hiệu một cột. Hãy nhập các đơn vị ở thẻ Danh bạ trước.",
            (Offer("Mở danh bạ đơn vị", self._open_units),),
        )
        bar = row(
            tool_button(self.paste_action),
            tool_button(self.carry_action),
            tool_button(self.name_action),
            tool_button(self.remove_action, text=False),
            self.add_column,
            0,
            spacing=theme.SPACE_XS,
        )
        self.lay_out(_KINDS, self._split, empty, bar)
        self.named.selection_changed.connect(self._allow)
        self.named.delete_wanted.connect(self.remove_named)

    def _open_units(self) -> None:
        """Go to where units are added; there is none to be put in front."""
        self.close()
        self.navigation.open_requested.emit(Kind.UNIT.value, 0)

    def _fill_columns(self) -> None:
        shown = {place_of(one) for one in self._columns()}
        others = [one for one in self.services.registrations.awards_to_add(self.year()) if place_of(one) not in shown]
        self.column_menu.clear()
        for one, title in zip(others, titles(others), strict=True):
            added = QAction(title, self.column_menu)
            added.triggered.connect(partial(self._add_column, one))
            self.column_menu.addAction(added)

    def _add_column(self, column: RegistrationColumn, _checked: bool = False) -> None:
        self._added.setdefault(self.year(), []).append(column)
        self.reload()

    # showing

    def _show(self, year: int, read: tuple[RegistrationTable, tuple[NamedRow, ...]]) -> None:
        if year != self.year():
            return
        table, named = read
        there = {place_of(one) for one in table.columns}
        more = [one for one in self._added.get(year, ()) if place_of(one) not in there]
        self._table = RegistrationTable(table.year, table.units, (*table.columns, *more), table.counts, table.named)
        shown = tuple(place_of(one) for one in self._table.columns)
        if shown != self._shown:
            self._shown = shown
            former, self.grid = self.grid, self._new_grid(self._table.columns)
            self._split.replaceWidget(0, self.grid)
            in_order(self.grid, self.named, self.closing)
            former.deleteLater()
        locked = self.look_whether_closed()
        self.model.editable = self.may_change
        self.grid.set_rows(rows_of(self._table))
        self.named.set_rows(named)
        self.named.setVisible(bool(named))
        self.grid.setFocus()
        self.pages.setCurrentIndex(GRID if table.units else EMPTY)
        units = sum(self._table.of_unit(unit_id) > 0 for unit_id, _ in table.units)
        self.told.setText(
            f"{units} trên {len(table.units)} đơn vị đã đăng ký, cộng {formats.whole(table.total)} lượt"
            + (f", trong đó {sum(table.named.values())} đích danh." if table.named else ".")
            + locked
        )
        self._allow()

    def _allow(self) -> None:
        may = self.may_change
        for deed in (self.carry_action, self.name_action, self.paste_action):
            deed.setEnabled(may)
        self.add_column.setEnabled(may)
        self.remove_action.setEnabled(may and bool(self.named.selected()))

    def _columns(self) -> tuple[RegistrationColumn, ...]:
        return () if self._table is None else self._table.columns

    def _first_column(self) -> int | None:
        """The award at the cursor; None where the cursor stands in none."""
        at = self.grid.currentIndex().column() - 1
        return at if 0 <= at < len(self._columns()) else None


def _read(services: Services, year: int) -> tuple[RegistrationTable, tuple[NamedRow, ...]]:
    return services.registrations.table(year), named_rows(services, year)
