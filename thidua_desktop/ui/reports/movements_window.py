"""The window "Phong trào thi đua": the movements of a year, typed in or pasted, summed up, thrown away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import MovementId
from thidua_desktop.domain.movements import Movement
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import EmptyState, row, tool_button
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.reports.frame import EMPTY, GRID, DataWindow
from thidua_desktop.ui.reports.movement_columns import COLUMNS
from thidua_desktop.ui.reports.movement_dialog import CloseDialog, MovementDialog


class MovementsWindow(DataWindow):
    """A movement stands in every year that it runs in; what is counted for form 0601.N is taken from here."""

    title = "Phong trào thi đua"

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
        self.model = TableModel[Movement](COLUMNS, lambda one: one.id, parent=self)
        self.model.editable = not services.read_only
        self.model.grow = lambda _like: Movement("", self.year())
        self.grid = Grid(self.model, name="reports.movements", preferences=preferences, year=self.year())
        self.grid.setAccessibleName("Các phong trào thi đua")
        self.add_action = self.deed("Thêm phong trào…", "add", "Ctrl+N", self.add)
        self.edit_action = self.deed("Sửa…", "edit", "Ctrl+E", self.edit)
        self.close_action = self.deed("Tổng kết…", "check", "Ctrl+G", self.sum_up)
        self.remove_action = self.deed("Xóa", "trash", "Ctrl+R", self.remove)
        self.paste_action = self.deed("Dán từ Excel", "paste", "Ctrl+Shift+V", self.grid.paste)
        self.history_action = self.deed("Lịch sử", "history", "Ctrl+H", self._history)
        self._lay_out()
        self._connect()
        self._allow()

    def reload(self) -> None:
        """Look again which movements the year has."""
        year = self.year()
        self.runner.run(partial(self.services.movements.of_year, year), partial(self._show, year))

    # deeds

    def add(self) -> None:
        """Ask for a new movement."""
        self._ask(Movement("", self.year()))

    def edit(self) -> None:
        """Show the movement in front with all its fields."""
        current = self.grid.current()
        if current is not None:
            self._ask(current)

    def sum_up(self) -> None:
        """Ask when the selected movements were summed up."""
        going = [one for one in self.grid.selected() if one.closed_on is None]
        ids = [one.id for one in going if one.id is not None]
        if not ids:
            return

        def wanted() -> None:
            day = dialog.day.day()
            if day is not None:
                work = partial(self.services.movements.close, ids, day, dialog.outcome.toPlainText())
                told = f"Đã ghi tổng kết {len(ids)} phong trào."
                self.change(work, told, lambda _changes: dialog.accept(), dialog.refuse)

        dialog = CloseDialog(len(ids), going[0].name, self.services.today(), self)
        dialog.wanted = wanted
        self.ask(dialog)

    def remove(self) -> None:
        """Move the selected movements to the trash."""
        ids = [one.id for one in self.grid.selected() if one.id is not None]
        if ids:
            told = f"Đã chuyển {len(ids)} phong trào vào thùng rác."
            self.change(partial(self.services.movements.delete, ids), told)

    def show_movement(self, movement_id: MovementId) -> None:
        """Put one movement in front."""
        movement = self.services.movements.get(movement_id)
        self.show_year(movement.year)
        self.reload()
        self.grid.go_to(movement_id)

    def _ask(self, begun: Movement) -> None:
        def keep(movement: Movement, refused: Callable[[AppError], None]) -> None:
            work = partial(self.services.movements.save, movement)
            told = "Đã thêm phong trào." if movement.id is None else "Đã lưu phong trào."
            self.change(work, told, lambda _changes: dialog.accept(), refused)

        dialog = MovementDialog(begun, keep, self)
        self.ask(dialog)

    def _typed(self, rows: list[Movement]) -> None:
        new = sum(one.id is None for one in rows)
        told = f"Đã thêm {new} phong trào." if new else ""
        self.change(partial(self.services.movements.save_many, rows), told, failed=self._refused)

    def _refused(self, trouble: AppError) -> None:
        self.feedback.trouble(trouble)
        self.reload()

    def _history(self) -> None:
        current = self.grid.current()
        if current is not None and current.id is not None:
            self.navigation.history_requested.emit(Kind.MOVEMENT.value, current.id)

    # making

    def _lay_out(self) -> None:
        self._empty = EmptyState(
            "award",
            "Năm này chưa có phong trào thi đua nào",
            "Ghi các phong trào do cấp trên, cụm, khối hoặc cơ quan phát động; số phong trào của biểu 0601.N được "
            "đếm từ đây. Có thể sao chép danh sách trong Excel rồi dán vào.",
            (Offer("Thêm phong trào…", self.add), Offer("Dán từ Excel", self.grid.paste)),
        )
        bar = row(
            *(tool_button(deed) for deed in (self.add_action, self.edit_action, self.close_action)),
            tool_button(self.remove_action, text=False),
            tool_button(self.paste_action),
            0,
            spacing=theme.SPACE_XS,
        )
        self.lay_out(frozenset({Kind.MOVEMENT}), self.grid, self._empty, bar)

    def _connect(self) -> None:
        self.model.edited.connect(self._typed)
        self.model.refused.connect(self.feedback.trouble)
        self.grid.selection_changed.connect(self._allow)
        self.grid.current_changed.connect(lambda _row: self._allow())
        self.grid.delete_wanted.connect(self.remove)
        self.grid.opened.connect(lambda _row: self.edit())
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))

    def context_menu(self) -> QMenu:
        """What can be done with the movement at the cursor."""
        menu = QMenu(self)
        menu.addActions([self.edit_action, self.close_action, self.history_action, self.remove_action])
        menu.addSeparator()
        menu.addMenu(self.grid.table_menu())
        return menu

    # showing

    def _show(self, year: int, movements: tuple[Movement, ...]) -> None:
        if year != self.year():
            return
        locked = self.look_whether_closed()
        self.model.editable = self.may_change
        self.grid.set_rows(movements)
        self.pages.setCurrentIndex(GRID if movements else EMPTY)
        launched = sum(one.year == year for one in movements)
        closed = sum(one.closed_on is not None and one.closed_on.year == year for one in movements)
        earlier = len(movements) - launched
        more = f", {earlier} phong trào của các năm trước còn thực hiện" if earlier else ""
        told = f"Năm {year}: phát động {launched} phong trào{more}; đã tổng kết {closed}." if movements else ""
        self.told.setText((told + locked).strip())
        if movements:
            self.grid.setFocus()
        self._allow()

    def _allow(self) -> None:
        may, chosen = self.may_change, self.grid.selected()
        for deed in (self.add_action, self.paste_action):
            deed.setEnabled(may)
        for offer in self._empty.buttons:
            offer.setEnabled(may)
        for deed in (self.edit_action, self.remove_action):
            deed.setEnabled(may and bool(chosen))
        # A movement may be summed up in the year after its last one, when the books of that are closed.
        going = any(one.closed_on is None for one in chosen)
        self.close_action.setEnabled(going and not self.services.read_only)
        self.history_action.setEnabled(self.grid.current() is not None)
