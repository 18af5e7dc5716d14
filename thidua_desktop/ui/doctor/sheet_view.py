"""A list as it stands in its file: its own rows and columns, what each row was taken for, what each column holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QWidget

from thidua_desktop.domain.documents import Block
from thidua_desktop.domain.lists import LineRole, ListField
from thidua_desktop.ui.common import clipboard, theme
from thidua_desktop.ui.common.columns import CENTER, Column
from thidua_desktop.ui.common.delegates import CellDelegate
from thidua_desktop.ui.common.frozen_table import FrozenTable
from thidua_desktop.ui.common.table_model import TableModel, TableRows
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.doctor.sheet_lines import LinesSeen, SheetShown, block_key, cells_of, number_of
from thidua_desktop.wording import labels

_TAKEN = frozenset({LineRole.ROW, LineRole.CONTINUATION})
_FRAME = frozenset({LineRole.TITLE, LineRole.HEADING, LineRole.GROUP})
_NUMBER_WIDTH, _ROLE_WIDTH = 56, 132
_WIDTHS = (104, 210)
_AROUND_WORDS = 40
"""What the field of a column needs beside its words: its edges and its arrow."""
_LETTER_WIDTH = 7
_MEASURED = 60
"""Lines by which the width of a column is told."""


class SheetView(FrozenTable):
    """Shows the lines of one worksheet. Reading only: the file of a unit is never changed."""

    field_chosen = Signal(int, object)
    """The clerk says what a column (from 0) holds: a ``ListField``."""
    line_chosen = Signal(int)
    """The cursor has come to a line: the number of its block."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setAccessibleName("Danh sách như trong tệp")
        self.boxes: dict[int, FieldBox] = {}
        """A field over each column that has a heading."""
        self._sheet = SheetShown(None, TableRows((), block_key), 0)
        self._seen = LinesSeen({}, {})
        self._following = False
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT - 4)
        self._make_model(self._sheet)

    def show_lines(
        self, sheet: SheetShown, seen: LinesSeen, fields: Mapping[int, ListField], choices: Sequence[ListField]
    ) -> None:
        """Show a worksheet, what became of its lines, what its columns were taken for and could be taken for."""
        taken_otherwise = sheet is not self._sheet or seen.roles != self._seen.roles
        self._seen = seen
        if sheet is not self._sheet:
            self._sheet = sheet
            self._make_model(sheet)
        if taken_otherwise:
            self._span(sheet.blocks.rows)
        self._show_boxes(fields, choices)
        self.viewport().update()

    def mark(self, block: int | None) -> None:
        """Bring the line of a block into view and choose it; nobody is told."""
        line = self.lines.line_of(block) if block is not None else None
        if line is None:
            self.clearSelection()
            return
        self._following = True
        index = self.lines.index(line, min(2, self.lines.columnCount() - 1))
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(self.lines.index(line, 0))
        self._following = False

    def focus_fields(self) -> None:
        """Go to the first field over the columns."""
        if self.boxes:
            self._go_to_box(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies; Tab leaves the sheet."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab goes from field to field, Esc and Down from a closed one to the lines."""
        if isinstance(watched, FieldBox) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_box_key(watched, event)
        return super().eventFilter(watched, event)

    def _on_box_key(self, box: FieldBox, event: QKeyEvent) -> bool:
        columns = list(self.boxes)
        at = columns.index(box.column)
        match event.key():
            case Qt.Key.Key_Tab if at + 1 < len(columns):
                self._go_to_box(at + 1)
            case Qt.Key.Key_Backtab if at > 0:
                self._go_to_box(at - 1)
            case Qt.Key.Key_Escape:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            case _:
                return False
        return True

    def _go_to_box(self, at: int) -> None:
        column, box = list(self.boxes.items())[at]
        self.scrollTo(self.lines.index(max(0, self.rowAt(0)), column + 2))
        self.header.place_fields()
        box.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_model(self, sheet: SheetShown) -> None:
        columns = self._columns(sheet.width, sheet.blocks.rows)
        # Without a proxy: nothing is sorted or filtered here, and one would ask for each of many thousand lines.
        self.lines = TableModel[Block](columns, block_key, parent=self)
        self.lines.set_rows(sheet.blocks)
        self.setModel(self.lines)
        self.setItemDelegate(CellDelegate(columns, year=0, parent=self))
        for number, column in enumerate(columns):
            self.setColumnWidth(number, column.width)
        self.frozen.count = 2
        self.selectionModel().currentRowChanged.connect(lambda *_: self._on_moved())

    def _columns(self, width: int, blocks: Sequence[Block]) -> tuple[Column[Block], ...]:
        measured = [cells_of(block) for block in blocks[:_MEASURED] if len(block.cells) > 1]
        return (
            Column[Block](
                "number",
                "Dòng",
                lambda block: str(number_of(block)),
                _NUMBER_WIDTH,
                align=CENTER,
                tone=self._tone,
                ground=self._fault,
            ),
            Column[Block](
                "role",
                "Được hiểu là",
                self._role_text,
                _ROLE_WIDTH,
                tone=self._role_tone,
                tooltip=self._why,
            ),
            *(self._cell_column(at, _measured(at, measured)) for at in range(width)),
        )

    def _cell_column(self, at: int, width: int) -> Column[Block]:
        def text(block: Block) -> str:
            cells = cells_of(block)
            return cells[at] if at < len(cells) else ""

        return Column[Block](f"cell{at}", letters(at), text, width, tone=self._tone, tooltip=text)

    def _role_text(self, block: Block) -> str:
        role = self._seen.role(block)
        return labels.of(role) if role is not None else ""

    def _fault(self, block: Block) -> Tone | None:
        return self._seen.fault(block)

    def _why(self, block: Block) -> str:
        return self._seen.why(block)

    def _tone(self, block: Block) -> Tone | None:
        role = self._seen.role(block)
        return None if role in _TAKEN or role in _FRAME else Tone.MUTED

    def _role_tone(self, block: Block) -> Tone | None:
        role = self._seen.role(block)
        if role in _TAKEN:
            return Tone.SUCCESS
        return Tone.INFO if role in _FRAME else Tone.MUTED

    def _copy(self) -> None:
        chosen = {(index.row(), index.column()) for index in self.selectionModel().selectedIndexes()}
        columns = sorted({column for _, column in chosen})
        rows = [
            [str(self.lines.index(row, column).data() or "") for column in columns]
            for row in sorted({row for row, _ in chosen})
        ]
        if rows:
            clipboard.put(rows)

    def _span(self, blocks: Sequence[Block]) -> None:
        """Let titles, groups and footers run over the empty cells at their right, as in Excel."""
        self.clearSpans()
        width = self.lines.columnCount() - 2
        for at, block in enumerate(blocks):
            if block.source.block in self._seen.rows:
                continue
            filled = [column for column, cell in enumerate(cells_of(block)) if cell]
            for column, following in zip(filled, [*filled[1:], width], strict=True):
                if following - column > 1:
                    self.setSpan(at, column + 2, 1, following - column)

    def _show_boxes(self, fields: Mapping[int, ListField], choices: Sequence[ListField]) -> None:
        if list(self.boxes) != sorted(fields) or any(box.choices != tuple(choices) for box in self.boxes.values()):
            for former in self.boxes.values():
                former.deleteLater()
            self.boxes = {at: self._box(at, choices) for at in sorted(fields)}
            self.header.set_fields({at + 2: box for at, box in self.boxes.items()})
            self.header.show_fields(bool(self.boxes))
        for column, box in self.boxes.items():
            box.show_field(fields[column])
            words = box.fontMetrics().horizontalAdvance(box.currentText()) + _AROUND_WORDS
            self.setColumnWidth(column + 2, max(self.columnWidth(column + 2), words))

    def _box(self, column: int, choices: Sequence[ListField]) -> FieldBox:
        box = FieldBox(column, choices, self.header)  # else it would get its style twice
        box.installEventFilter(self)
        box.activated.connect(partial(self._on_box_chosen, box))
        return box

    def _on_box_chosen(self, box: FieldBox, _at: int) -> None:
        self.field_chosen.emit(box.column, box.field())

    def _on_moved(self) -> None:
        at = self.currentIndex().row()
        blocks = self._sheet.blocks.rows
        if not self._following and 0 <= at < len(blocks):
            self.line_chosen.emit(blocks[at].source.block)


class FieldBox(QComboBox):
    """What one column holds."""

    def __init__(self, column: int, choices: Sequence[ListField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column, self.choices = column, tuple(choices)
        self.setProperty("role", "filter")
        self.setAccessibleName(f"Nội dung của cột {letters(column)}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(24)
        self.addItems([labels.of(field) for field in self.choices])
        self.view().setMinimumWidth(190)

    def field(self) -> ListField:
        """What was chosen."""
        return self.choices[self.currentIndex()]

    def show_field(self, field: ListField) -> None:
        """Show a choice; nobody is told."""
        shown = field if field in self.choices else ListField.OTHER
        self.setCurrentIndex(self.choices.index(shown))
        used = shown is not ListField.OTHER
        if bool(self.property("active")) != used:
            self.setProperty("active", used)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setToolTip(f"Cột {letters(self.column)}: {self.currentText()}")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls; it does not choose by accident."""
        event.ignore()


def letters(column: int) -> str:
    """The name of a column (from 0) as Excel shows it: A … Z, AA …"""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _measured(at: int, shown: Sequence[tuple[str, ...]]) -> int:
    """Wide enough for most cells of a column; titles that run over all columns do not count."""
    lengths = sorted(len(cells[at]) for cells in shown if at < len(cells))
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    return max(_WIDTHS[0], min(_WIDTHS[1], usual * _LETTER_WIDTH + 2 * theme.SPACE_S))
