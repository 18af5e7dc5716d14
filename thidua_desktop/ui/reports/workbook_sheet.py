"""A worksheet of the superior as the clerk knows it: merged cells, widths, what counts by itself, what is tied."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from thidua_desktop.domain.workbooks.grids import CellKind, SheetGrid
from thidua_desktop.domain.workbooks.places import letters, reference
from thidua_desktop.domain.workbooks.ties import Place
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.chips import paint_shape
from thidua_desktop.ui.reports.workbook_board import Board, CellState
from thidua_desktop.ui.reports.workbook_looks import LOOKS

MOST_ROWS, MOST_COLUMNS = 2_000, 200
"""What is shown; everything is kept."""
_SPARE = 1
_LETTER, _LEAST, _WIDEST, _USUAL = 6, 30, 320, 64
_SIGN = 9


_Index = QModelIndex | QPersistentModelIndex


class SheetModel(QAbstractTableModel):
    """The cells of one sheet, rows and columns as Excel counts them."""

    def __init__(self, board: Board, sheet: SheetGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board, self.sheet = board, sheet
        self._rows = min(max(sheet.rows, 1) + _SPARE, MOST_ROWS)
        self._columns = min(max(sheet.columns, 1) + _SPARE, MOST_COLUMNS)

    def rowCount(self, parent: _Index | None = None) -> int:
        """As many as hold something, and one more."""
        return 0 if parent is not None and parent.isValid() else self._rows

    def columnCount(self, parent: _Index | None = None) -> int:
        """As many as hold something, and one more."""
        return 0 if parent is not None and parent.isValid() else self._columns

    def place(self, index: _Index) -> Place:
        """Where a cell stands in the sheet."""
        return self.sheet.name, index.row() + 1, index.column() + 1

    def state(self, index: _Index) -> CellState:
        """What a cell is to the clerk."""
        return self.board.state(self.place(index))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, letters and the words for a screen reader."""
        at = self.place(index)
        roles = Qt.ItemDataRole
        match role:
            case roles.DisplayRole:
                return self.board.text(at)
            case roles.AccessibleTextRole | roles.ToolTipRole:
                return self._told(at)
            case roles.FontRole:
                return self._font(at)
            case roles.TextAlignmentRole:
                return int(self._alignment(at))
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Letters above, numbers at the left."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return letters(section + 1) if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def look_again(self) -> None:
        """Every cell may say something else."""
        last = self.index(self._rows - 1, self._columns - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _told(self, at: Place) -> str:
        look = LOOKS.get(self.board.state(at))
        text = self.board.text(at)
        said = f"{reference(at[1], at[2])}: {text or 'ô trống'}"
        return f"{said}\n{look.text}" if look is not None else said

    def _font(self, at: Place) -> QFont | None:
        bold = self.sheet.at(at[1], at[2]).bold
        italic = self.board.state(at) in (CellState.SURE, CellState.LIKELY)
        if not bold and not italic:
            return None
        font = QFont()
        font.setBold(bold)
        font.setItalic(italic)
        return font

    def _alignment(self, at: Place) -> Qt.AlignmentFlag:
        flags = Qt.AlignmentFlag
        cell = self.sheet.at(at[1], at[2])
        state = self.board.state(at)
        if state not in (CellState.PLAIN, CellState.ALONE) or cell.kind in (CellKind.NUMBER, CellKind.DAY):
            return flags.AlignRight | flags.AlignVCenter
        if cell.centered:
            return flags.AlignHCenter | flags.AlignVCenter
        return flags.AlignLeft | flags.AlignVCenter


class SheetView(QTableView):
    """Shows a sheet; the file is never changed here. Enter takes a proposal, Delete unties."""

    place_changed = Signal(object)
    """The cursor stands in another cell: its ``Place``."""
    accepted = Signal()
    dropped = Signal()
    wanted = Signal()
    """F2: the clerk wants to say himself what goes in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setAccessibleName("Biểu của cấp trên")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setItemDelegate(_CellDelegate(self))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT - 4)
        self.verticalHeader().setMinimumWidth(36)
        self.horizontalHeader().setMinimumSectionSize(_LEAST)

    def show_sheet(self, model: SheetModel) -> None:
        """Show a sheet from its top."""
        self.setModel(model)
        self.clearSpans()
        sheet = model.sheet
        for area in sheet.merged:
            bottom, right = min(area.bottom, model.rowCount()), min(area.right, model.columnCount())
            if bottom >= area.top and right >= area.left and (bottom, right) != (area.top, area.left):
                self.setSpan(area.top - 1, area.left - 1, bottom - area.top + 1, right - area.left + 1)
        for column in range(model.columnCount()):
            self.setColumnHidden(column, column + 1 in sheet.hidden_columns)
            width = sheet.widths.get(column + 1)
            measured = round(width * _LETTER) + 6 if width is not None else _USUAL
            self.setColumnWidth(column, max(_LEAST, min(_WIDEST, measured)))
        for row in range(model.rowCount()):
            self.setRowHidden(row, row + 1 in sheet.hidden_rows)
        self._fit_rows(model)
        self.selectionModel().currentChanged.connect(lambda index, _before: self._on_moved(index))

    def go_to(self, at: Place) -> None:
        """Put the cursor into a cell."""
        index = self.model().index(at[1] - 1, at[2] - 1)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def current_place(self) -> Place | None:
        """The cell with the cursor; of merged cells the one that holds the value."""
        model, index = self.model(), self.currentIndex()
        if not isinstance(model, SheetModel) or not index.isValid():
            return None
        name, row, column = model.place(index)
        over = model.sheet.over(row, column)
        return (name, *over.corner) if over is not None else (name, row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the grid."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers():
                self.accepted.emit()
            case Qt.Key.Key_Delete:
                self.dropped.emit()
            case Qt.Key.Key_F2:
                self.wanted.emit()
            case _:
                super().keyPressEvent(event)

    def _fit_rows(self, model: SheetModel) -> None:
        """Rows whose texts wrap in their own cell are higher; merged cells do not stretch a row."""
        metrics = self.fontMetrics()
        for row in range(model.rowCount()):
            height = theme.ROW_HEIGHT - 4
            for column in range(model.columnCount()):
                over = model.sheet.over(row + 1, column + 1)
                text = model.sheet.at(row + 1, column + 1).text if over is None else ""
                if len(text) * _LETTER > self.columnWidth(column):
                    room = QRect(0, 0, self.columnWidth(column) - 8, 400)
                    needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height() + 6
                    height = max(height, min(needed, 120))
            self.setRowHeight(row, height)

    def _on_moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.place_changed.emit(self.current_place())


class _CellDelegate(QStyledItemDelegate):
    """Ground and sign of a cell, then its text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, SheetModel):
            return
        state = model.state(index)
        look = LOOKS.get(state)
        tokens = theme.tokens()
        box = option.rect
        painter.save()
        ground = tokens.surface if look is None else theme.ink(look.tone).ground
        painter.fillRect(box, QColor(ground))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            pen = QPen(QColor(tokens.accent), 2)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1))
        ink = tokens.text if look is None else theme.ink(look.tone).text
        left = 4
        if look is not None and box.width() > _SIGN * 3:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if state is CellState.FORMULA:
                _paint_fx(painter, box, ink)
            else:
                paint_shape(
                    painter, QRectF(box.left() + 4, box.center().y() - _SIGN / 2, _SIGN, _SIGN), look.shape, QColor(ink)
                )
            left = _SIGN + 8
        _paint_text(painter, box.adjusted(left, 1, -4, -1), index, option.font, ink)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - the sheet says it
        return QSize(_USUAL, theme.ROW_HEIGHT - 4)


def _paint_fx(painter: QPainter, box: QRect, ink: str) -> None:
    painter.setFont(theme.letters(painter.font(), theme.SIGN_POINTS, italic=True))
    painter.setPen(QColor(ink))
    painter.drawText(box.adjusted(3, 0, 0, 0), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), "fx")


def _paint_text(painter: QPainter, room: QRect, index: _Index, font: QFont, ink: str) -> None:
    text = index.data(Qt.ItemDataRole.DisplayRole)
    if not text:
        return
    own = index.data(Qt.ItemDataRole.FontRole)
    shown = QFont(font)
    if isinstance(own, QFont):
        shown.setBold(own.bold())
        shown.setItalic(own.italic())
    painter.setFont(shown)
    painter.setPen(QColor(ink))
    alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
    painter.drawText(room, int(alignment) | int(Qt.TextFlag.TextWordWrap), str(text))
