"""The rows that were read, as a table that is corrected in place, and what is to be said of the row at the cursor."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from thidua_desktop.domain.list_doctor import FIELDS, DoctorRow, RowKey
from thidua_desktop.domain.lists import ListField, ListTarget
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import EmptyState, label
from thidua_desktop.ui.doctor.look import Look
from thidua_desktop.ui.doctor.problem_table import Place
from thidua_desktop.ui.doctor.row_columns import (
    GROUPING,
    Offered,
    column_of,
    first_field,
    row_columns,
    row_key,
    sentence,
)
from thidua_desktop.ui.doctor.row_columns import typed as typed_into

_DETAIL_HEIGHT = 40
_SAID = 3
_NO_ROWS = (
    "Nếu tệp đúng là danh sách: đặt con trỏ vào dòng tên cột ở phía trên rồi bấm “Dòng này là tên cột” (Ctrl+H), "
    "hoặc chọn lại nội dung các cột (Ctrl+L)."
)


class RowsPane(QFrame):
    """Shows the rows of a draft for one target."""

    typed = Signal(object)
    """What was typed: ``(RowKey, ListField)`` to text."""
    refused = Signal(object)
    """An ``AppError``: what was typed cannot be taken."""

    def __init__(self, target: ListTarget, services: Services, preferences: Preferences) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.target = target
        self._fields = FIELDS[target]
        self._rows: Mapping[RowKey, DoctorRow] = {}
        awards = services.awards.catalogue()
        offered = Offered(services.units.names, lambda: [award.name for award in awards])
        self.model = TableModel[DoctorRow](
            row_columns(self._fields, offered),
            row_key,
            grouping=GROUPING,
            parent=self,
        )
        self.grid: Grid[DoctorRow] = Grid(self.model, name=f"doctor.{target.value}", preferences=preferences)
        self.grid.setAccessibleName("Các dòng đọc được")
        self.grid.setProperty("role", "plain")
        self._detail = label("", wrap=True)
        self._detail.setAccessibleName("Nhận xét về dòng đang chọn")
        self._detail.setMinimumHeight(_DETAIL_HEIGHT)
        self._detail.setMargin(theme.SPACE_S)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.grid)
        self._pages.addWidget(EmptyState("list", "Chưa đọc được dòng nào", _NO_ROWS))
        frame.addWidget(self._pages, stretch=1)
        frame.addWidget(self._detail)
        self.model.edited.connect(self._on_edited)
        self.model.refused.connect(self.refused)
        self.grid.current_changed.connect(self._tell)

    def show_rows(self, look: Look) -> None:
        """Show the rows of a draft."""
        self._rows = look.by_key
        self.grid.set_rows(look.rows)
        self._pages.setCurrentIndex(0 if look.by_key else 1)
        self._tell(self.grid.current())

    def being_typed(self) -> bool:
        """Whether somebody is typing into a cell: what is shown anew now would take the words away."""
        return self.grid.state() is Grid.State.EditingState

    def go_to(self, key: RowKey, field: ListField | None, *, focus: bool = True) -> None:
        """Put the cursor on a cell."""
        self.grid.go_to(key, column=column_of(self._fields, field if field is not None else ListField.NAME))
        if focus:
            self.grid.setFocus()

    def place(self) -> Place | None:
        """The row and the field at the cursor."""
        row, at = self.grid.current(), self.grid.currentIndex().column() - first_field(self._fields)
        if row is None:
            return None
        return row.key, self._fields[at] if 0 <= at < len(self._fields) else None

    def detail(self) -> str:
        """What is said of the row at the cursor."""
        return self._detail.text()

    def _on_edited(self, rows: list[DoctorRow]) -> None:
        found = {
            (row.key, field): text
            for row in rows
            if row.key in self._rows
            for field, text in typed_into(self._rows[row.key], row).items()
        }
        if found:
            self.typed.emit(found)

    def _tell(self, row: DoctorRow | None) -> None:
        said = [sentence(problem) for problem in row.problems] if row is not None else []
        if row is not None and not row.taken:
            said = [f"Đã bỏ dòng này: {row.reason}." if row.reason else "Đã bỏ dòng này (Delete để lấy lại).", *said]
        more = [f"và {len(said) - _SAID} điểm nữa."] if len(said) > _SAID else []
        self._detail.setText(" ".join([*said[:_SAID], *more]))
