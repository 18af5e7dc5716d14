"""Before a workbook is written: every cell before and after, and what has to be known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.workbooks.filling import Refusal
from thidua_desktop.services.workbooks import CellChange, Form, Outcome
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column
from thidua_desktop.ui.common.dialogs import Form as DialogForm
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.wording import messages, workbooks

_SIZE = (940, 600)
_MOST_SAID = 6
_SIGNS = {Severity.BLOCKING: "✕", Severity.WARNING: "!", Severity.INFO: "•"}


@dataclass(frozen=True, slots=True)
class _Row:
    at: int
    change: CellChange
    heads: str


class FillDialog(DialogForm):
    """Shows what will be written; "Chọn nơi lưu…" goes on."""

    def __init__(
        self,
        form: Form,
        outcome: Outcome,
        heads: Mapping[tuple[str, int, int], str],
        *,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Xem trước khi điền biểu", yes="Chọn nơi lưu…", parent=parent)
        self.resize(*_SIZE)
        WindowPlace(self, preferences, "filling")
        model = TableModel[_Row](_COLUMNS, lambda one: one.at, parent=self)
        self.grid = Grid(model, name="reports.filling", preferences=preferences)
        self.grid.setAccessibleName("Các ô sẽ điền")
        rows = [_Row(at, one, heads.get(one.tie.at, "")) for at, one in enumerate(outcome.changes)]
        self.grid.set_rows(rows)
        written = sum(one.refusal is None for one in outcome.changes)
        self.content.addWidget(label(f"Sẽ điền {written} ô; mọi ô khác trong tệp giữ nguyên.", "strong"))
        for text in self.said(form, outcome):
            self.content.addWidget(label(text, wrap=True))
        self.content.addWidget(self.grid, stretch=1)
        self.yes.setEnabled(written > 0)
        (self.yes if written else self.grid).setFocus()

    @staticmethod
    def said(form: Form, outcome: Outcome) -> tuple[str, ...]:
        """What is said above the cells: trouble first, then what stays."""
        order = (Severity.BLOCKING, Severity.WARNING, Severity.INFO)
        found = sorted(outcome.findings, key=lambda one: order.index(one.severity))
        lines = [f"{_SIGNS[one.severity]} {messages.finding(one)}" for one in found[:_MOST_SAID]]
        if len(found) > _MOST_SAID:
            lines.append(f"… và {len(found) - _MOST_SAID} điều khác về các ô được đánh dấu trong bảng.")
        sums = len(outcome.sums)
        if sums:
            lines.append(f"• {sums} ô công thức của biểu tự tính lại theo số mới.")
        if kept := workbooks.kept(form.grid.carries):
            lines.append(f"• {kept}")
        return tuple(lines)


def _after(one: _Row) -> str:
    match one.change.refusal:
        case None:
            return one.change.after
        case Refusal.FORMULA:
            return "giữ công thức"
        case _:
            return "không điền"


_COLUMNS: tuple[Column[_Row], ...] = (
    Column[_Row]("sheet", "Trang", lambda one: one.change.tie.sheet, 110),
    Column[_Row](
        "cell", "Ô", lambda one: one.change.tie.cell, 56, align=CENTER, sort_key=lambda one: one.change.tie.at
    ),
    Column[_Row]("heads", "Đầu dòng, đầu cột", lambda one: one.heads, 380, stretch=True, wrap=True),
    Column[_Row]("before", "Đang có", lambda one: one.change.before, 110, align=RIGHT),
    Column[_Row](
        "after",
        "Sẽ điền",
        _after,
        120,
        align=RIGHT,
        tone=lambda one: Tone.DANGER if one.change.refusal is not None else None,
    ),
)
