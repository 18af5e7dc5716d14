"""The steps of a chain as a small table that is typed into, with the days that come out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.planner import MOST_DAYS, BackwardPlan, ChainStep, StepDays
from thidua_desktop.ui.common.editors import NumberEdit
from thidua_desktop.ui.common.leaving import leave, leaves
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import tint
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.wording import labels
from thidua_desktop.wording import planner as words

Index = QModelIndex | QPersistentModelIndex

_TEXT, _DAYS, _KIND, _UNIT, _SPAN, _REMARK = range(6)
_HEADINGS = ("Bước", "Số ngày", "Loại ngày", "Đơn vị", "Từ – đến", "Nhận xét")
_WIDTHS = (240, 78, 112, 120, 152, 128)
_TYPED = (_TEXT, _DAYS, _KIND, _UNIT)
_ROW_HEIGHT = 27
_NEW = ChainStep("Bước mới", 1)


class _Editors(QStyledItemDelegate):
    """A number for the days, a choice for their kind, a line for the rest."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The field for a cell."""
        if index.column() == _DAYS:
            return NumberEdit(int(index.data() or 0), low=0, high=MOST_DAYS, parent=parent)
        if index.column() == _KIND:
            combo = QComboBox(parent)
            combo.addItems([labels.of(kind) for kind in StepDays])
            return combo
        return super().createEditor(parent, option, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's value in its field."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()))
        elif isinstance(editor, NumberEdit):
            editor.selectAll()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the field's value."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, NumberEdit):
            model.setData(index, str(editor.value()))
        else:
            super().setModelData(editor, model, index)


class ChainTable(QTableWidget):
    """Typing replaces a cell, Insert adds a step below, Ctrl+- takes one away, Alt+Up and Alt+Down move it."""

    steps_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADINGS), parent)
        self.setHorizontalHeaderLabels(_HEADINGS)
        self.setAccessibleName("Chuỗi bước")
        self.setItemDelegate(_Editors(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.setWordWrap(False)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.add_action = action(self, "Thêm bước", "add", "Ins", self.add_step)
        self.drop_action = action(self, "Bỏ bước", "trash", "Ctrl+-", self.drop_step)
        self.up_action = action(self, "Đưa bước lên", "up", "Alt+Up", partial(self.move_step, -1))
        self.down_action = action(self, "Đưa bước xuống", "down", "Alt+Down", partial(self.move_step, 1))
        self._steps: list[ChainStep] = []
        self._items: list[list[QTableWidgetItem]] = []
        self._filling = False
        self.itemChanged.connect(self._on_item_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab goes from cell to cell, F6 past the table."""
        if leaves(event):
            leave(self, event)
            return
        super().keyPressEvent(event)

    def steps(self) -> tuple[ChainStep, ...]:
        """The steps as typed."""
        return tuple(self._steps)

    def set_steps(self, steps: Sequence[ChainStep]) -> None:
        """Show other steps."""
        self._steps = list(steps)
        self._fill()
        if steps:
            self.setCurrentCell(0, _TEXT)
        self.steps_changed.emit()

    def show_plan(self, plan: BackwardPlan | None) -> None:
        """Show the days that come out, or none while something is wrong."""
        self._filling = True
        for row in range(self.rowCount()):
            placed = plan.placed[row] if plan is not None else None
            late = placed is not None and bool(placed.late_by)
            for column, text in (
                (_SPAN, words.span(placed) if placed is not None else ""),
                (_REMARK, words.remark(placed) if placed is not None else ""),
            ):
                item = self._items[row][column]
                item.setText(text)
                item.setToolTip(text)
                tone = Tone.DANGER if late else Tone.NEUTRAL
                tint(item, tone)
        self._filling = False

    # deeds

    def add_step(self) -> None:
        """A new step below the cursor, ready for its name."""
        at = self.currentRow() + 1
        self._change([*self._steps[:at], _NEW, *self._steps[at:]], at)
        self.editItem(self._items[at][_TEXT])

    def drop_step(self) -> None:
        """Take the step at the cursor away; the last one stays."""
        at = self.currentRow()
        if at >= 0 and len(self._steps) > 1:
            self._change([*self._steps[:at], *self._steps[at + 1 :]], min(at, len(self._steps) - 2))

    def move_step(self, by: int) -> None:
        """Move the step at the cursor."""
        at = self.currentRow()
        if at >= 0 and 0 <= at + by < len(self._steps):
            steps = list(self._steps)
            steps.insert(at + by, steps.pop(at))
            self._change(steps, at + by)

    def _change(self, steps: list[ChainStep], row: int) -> None:
        column = max(0, self.currentColumn())
        self._steps = steps
        self._fill()
        self.setCurrentCell(row, column)
        self.steps_changed.emit()

    def _fill(self) -> None:
        self._filling = True
        self.setRowCount(len(self._steps))
        self._items = [_row_of(step) for step in self._steps]
        for row, items in enumerate(self._items):
            for column, item in enumerate(items):
                self.setItem(row, column, item)
        self._filling = False

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if self._filling:
            return
        row, text = item.row(), squeeze(nfc(item.text()))
        step = self._steps[row]
        match item.column():
            case 0:
                step = replace(step, text=text)
            case 1:
                step = replace(step, days=int(text) if text.isdecimal() else step.days)
            case 2:
                step = replace(step, kind=next(kind for kind in StepDays if labels.of(kind) == text))
            case _:
                step = replace(step, unit=text or None)
        self._steps[row] = step
        self.steps_changed.emit()


def _row_of(step: ChainStep) -> list[QTableWidgetItem]:
    texts = (step.text, str(step.days), labels.of(step.kind), step.unit or "", "", "")
    items = [QTableWidgetItem(text) for text in texts]
    items[_TEXT].setToolTip(step.text)
    items[_DAYS].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for item in (items[_SPAN], items[_REMARK]):
        item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
    return items
