"""What was put right in a list: each value before and after, which can be taken back one by one or a kind at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.list_doctor import DoctorDraft, DoctorRow, RowKey
from thidua_desktop.domain.lists import ListField, Repair, RepairKind
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import CENTER, Column, Editor
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import ROW_ROLE, Grouping, TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, label, row, tool_button
from thidua_desktop.wording import labels

RIGHT, BACK = "Đã sửa", "Như trong tệp"
_CHOICES = (RIGHT, BACK)


@dataclass(frozen=True, slots=True)
class RepairLine:
    """One repair of a value of a row, or of a text outside the rows (without a key)."""

    repair: Repair
    key: RowKey | None = None
    name: str = ""
    back: bool = False
    """The clerk wants the value as it stands in the file."""

    @property
    def ident(self) -> tuple[int, int, RepairKind, ListField | None, str]:
        """Which repair it is, whether it is taken back or not; in the order of the table."""
        kind, nth = self.repair.kind, self.key.nth if self.key is not None else 0
        return self.repair.source.block, nth, kind, self.repair.field, self.repair.before


def repair_lines(draft: DoctorDraft, former: Sequence[RepairLine] = ()) -> tuple[RepairLine, ...]:
    """All repairs of a draft, kind by kind, in the order of the file; those of ``former`` that were taken back too."""
    rows = {row.key: row for row in draft.rows}
    found = [
        RepairLine(repair, row.key, row.values.get(ListField.NAME, "")) for row in draft.rows for repair in row.repairs
    ]
    found += [
        replace(line, back=True)
        for line in former
        if line.key in rows and line.repair.field is not None and _is_back(rows[line.key], line.repair)
    ]
    found += [RepairLine(repair) for repair in draft.repairs]
    kinds = list(RepairKind)
    return tuple(sorted(found, key=lambda line: (kinds.index(line.repair.kind), line.repair.source.block)))


def _is_back(row: DoctorRow, repair: Repair) -> bool:
    """Whether a value stands as in the file because the clerk wants it so."""
    return repair.field in row.edited and row.values.get(repair.field, "") == repair.before


class RepairsTable(QFrame):
    """Lists the repairs; what is taken back or done again is told, nothing is changed here."""

    wanted = Signal(list, bool)
    """The ``RepairLine`` to be taken back (True) or done again (False)."""
    jump_wanted = Signal(object)
    """The ``RowKey`` of a row that is to be seen."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.model = TableModel[RepairLine](
            _columns(),
            lambda line: line.ident,
            grouping=Grouping(lambda line: labels.of(line.repair.kind), lambda lines: f"{len(lines)} chỗ"),
            parent=self,
        )
        self.grid = Grid(self.model, name="doctor.repairs", preferences=preferences)
        self.grid.setAccessibleName("Những chỗ đã sửa")
        self.grid.setProperty("role", "plain")
        self.grid.installEventFilter(self)
        self.back_action = action(self, "Lấy lại như trong tệp", "undo", "Ctrl+Shift+G", lambda: self._want(True))
        self.right_action = action(self, "Sửa lại", "check", "Ctrl+Shift+A", lambda: self._want(False))
        self.kind_action = action(self, "Chọn cả loại này", "list", "Ctrl+Shift+K", self.select_kind)
        told = label("Phím cách đổi giữa “Đã sửa” và “Như trong tệp”.", "small")
        deeds = (self.kind_action, self.back_action, self.right_action)
        bar = row(told, 0, *(tool_button(deed) for deed in deeds))
        bar.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_S, theme.SPACE_XS)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addLayout(bar)
        frame.addWidget(self.grid, stretch=1)
        self.model.edited.connect(self._on_edited)
        self.grid.opened.connect(self._on_opened)

    def show_lines(self, lines: Sequence[RepairLine]) -> None:
        """Show repairs."""
        self.grid.set_rows(lines)

    def select_kind(self) -> None:
        """Select all repairs of the kind at the cursor."""
        current = self.grid.current()
        if current is None:
            return
        proxy, chosen = self.grid.proxy, QItemSelection()
        for at in range(proxy.rowCount()):
            line = proxy.index(at, 0).data(ROW_ROLE)
            if isinstance(line, RepairLine) and line.repair.kind is current.repair.kind:
                chosen.select(proxy.index(at, 0), proxy.index(at, proxy.columnCount() - 1))
        self.grid.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space turns the choice of the selected repairs."""
        if watched is self.grid and _is_space(event):
            chosen = self.grid.selected()
            if chosen:
                self._want(not chosen[0].back)
            return True
        return super().eventFilter(watched, event)

    def _want(self, back: bool) -> None:
        lines = [line for line in self.grid.selected() if line.key is not None and line.repair.field is not None]
        lines = [line for line in lines if line.back is not back]
        if lines:
            self.wanted.emit(lines, back)

    def _on_edited(self, lines: list[RepairLine]) -> None:
        for back in (True, False):
            chosen = [line for line in lines if line.back is back]
            if chosen:
                self.wanted.emit(chosen, back)

    def _on_opened(self, line: RepairLine) -> None:
        if line.key is not None:
            self.jump_wanted.emit(line.key)


def _is_space(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier


def place(source: Source) -> str:
    """Where something stands in the file: "DS khen, dòng 12"."""
    number = source.row or source.line or source.block + 1
    return f"{source.sheet}, dòng {number}" if source.sheet else f"dòng {number}"


def _columns() -> tuple[Column[RepairLine], ...]:
    return (
        Column[RepairLine](
            "back",
            "Giá trị dùng",
            lambda line: BACK if line.back else RIGHT,
            110,
            editor=Editor.CHOICE,
            choices=lambda: _CHOICES,
            edit=_turned,
            tone=lambda line: Tone.WARNING if line.back else Tone.SUCCESS,
        ),
        Column[RepairLine](
            "row",
            "Dòng",
            lambda line: str(line.repair.source.row or line.repair.source.line or line.repair.source.block + 1),
            52,
            align=CENTER,
            sort_key=lambda line: line.repair.source.block,
        ),
        Column[RepairLine]("name", "Người, tập thể", lambda line: line.name or "(ngoài danh sách)", 180),
        Column[RepairLine](
            "field",
            "Cột",
            lambda line: labels.of(line.repair.field) if line.repair.field is not None else "",
            150,
            by_choice=True,
        ),
        Column[RepairLine](
            "before",
            "Trong tệp",
            lambda line: line.repair.before,
            220,
            tone=lambda line: None if line.back else Tone.MUTED,
            tooltip=lambda line: line.repair.before,
        ),
        Column[RepairLine](
            "after",
            "Sửa thành",
            lambda line: line.repair.after,
            200,
            stretch=True,
            tone=lambda line: Tone.MUTED if line.back else None,
            tooltip=lambda line: f"{line.repair.before} → {line.repair.after}",
        ),
    )


def _turned(line: RepairLine, text: str) -> RepairLine:
    if line.key is None or line.repair.field is None or text not in _CHOICES:
        return line
    return replace(line, back=text == BACK)
