"""How cells are painted and edited: wrapped text, chips, headings of groups, editors as the column says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPainter,
    QPalette,
    QPolygon,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.chips import chip_size, paint_chip
from thidua_desktop.ui.common.columns import Column, Editor
from thidua_desktop.ui.common.dialogs import is_plain_enter
from thidua_desktop.ui.common.editors import DayEdit, LongEdit, SuggestEdit
from thidua_desktop.ui.common.table_model import (
    CHIP_ROLE,
    GROUP_ROLE,
    GroupHeading,
)
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import labels

Index = QModelIndex | QPersistentModelIndex
DETAIL_ROLE = int(Qt.ItemDataRole.UserRole) + 20
"""The second line of an entry that ``TwoLines`` draws."""
KEY_ROLE = DETAIL_ROLE + 1
"""The key that does the same, drawn at the right of its first line."""
_SIDE = 8
_ABOVE = 5
_CORNER = 7
_MOST_WRAPPED = 4_000
_CHOSEN = (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus).value
_RIGHT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop).value
_LINE = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_ON, _BACK = QStyledItemDelegate.EndEditHint.EditNextItem, QStyledItemDelegate.EndEditHint.EditPreviousItem


class _Lines(Protocol):
    """What the models of all tables have: the value at a line of the view; None while it is being read."""

    def value(self, at: int) -> Any: ...


class CellDelegate(QStyledItemDelegate):
    """The one delegate of a grid; the column decides what it does."""

    fill_wanted = Signal(str)
    """Ctrl+Enter was pressed in a field: its text is meant for all selected cells."""

    def __init__(
        self,
        columns: tuple[Column[Any], ...],
        *,
        year: int,
        earlier: Callable[[Column[Any], QWidget], QWidget] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``earlier`` makes the field of a column that offers what its other rows say."""
        super().__init__(parent)
        self._columns, self._earlier = columns, earlier
        self.year = year
        """The year of a day typed without one."""
        self._aligned = [int((column.align | Qt.AlignmentFlag.AlignVCenter).value) for column in columns]
        self._heights: dict[tuple[str, int, str, int], int] = {}
        self._wrapped: dict[tuple[str, int, str], list[str]] = {}
        """The lines of the texts that were drawn last."""

    # painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        number = index.column()
        line = cast(_Lines, index.model()).value(index.row())
        if isinstance(line, GroupHeading):
            _paint_heading(painter, option, line, first=number == 0)
            return
        if line is None:
            _paint_chosen(painter, option)
            self._paint_text(painter, option, number, str(index.data() or ""))
            return
        # Qt would ask for seven aspects of the cell, of which there are two, each through the model and back; a screen
        # has hundreds of cells.
        column = self._columns[number]
        text, ground = column.text(line), column.ground(line) if column.ground else None
        if ground is not None:
            painter.fillRect(option.rect, QColor(theme.ink(ground).ground))
        _paint_chosen(painter, option)
        member = column.chip(line) if column.chip else None
        if member is not None:
            tone, shape = theme.chip(member)
            paint_chip(painter, option.rect.adjusted(_SIDE, 0, -_SIDE, 0), text or labels.of(member), tone, shape)
        elif text:
            said = column.tone(line) if column.tone else None
            self._paint_text(painter, option, number, text, said if said is not None else ground)
        mark = column.mark(line) if column.mark else None
        if mark is not None:
            _paint_corner(painter, option.rect, mark)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The room that a cell wants at its column's width."""
        if index.data(GROUP_ROLE) is not None:
            return QSize(0, theme.ROW_HEIGHT)
        column = self._columns[index.column()]
        text = str(index.data() or "")
        if not column.wrap:
            member = index.data(CHIP_ROLE)
            chip = chip_size(option.fontMetrics, text).width() if member is not None else 0
            width = max(chip, option.fontMetrics.horizontalAdvance(text)) + 2 * _SIDE
            return QSize(width, max(theme.ROW_HEIGHT, option.fontMetrics.height() + 2 * _ABOVE))
        return QSize(column.width, self.wrapped_height(text, option, option.rect.width(), column.most_lines))

    def wrapped_height(self, text: str, option: QStyleOptionViewItem, width: int, most: int) -> int:
        """How high a cell of a column that wraps wants to be with a text, which takes ``most`` lines at most."""
        width -= 2 * _SIDE
        known = (text, width, option.font.key(), most)
        if known not in self._heights:
            lines = min(most, len(self._lines(text, option.font, width)))
            height = lines * option.fontMetrics.lineSpacing() + 2 * _ABOVE
            self._heights[known] = max(theme.ROW_HEIGHT, height)
        return self._heights[known]

    def _lines(self, text: str, font: QFont, width: int) -> list[str]:
        known = (text, width, font.key())
        found = self._wrapped.get(known)
        if found is None:
            if len(self._wrapped) >= _MOST_WRAPPED:
                self._wrapped.clear()
            found = self._wrapped[known] = wrapped(text, font, width)
        return found

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, number: int, text: str, tone: Tone | None = None
    ) -> None:
        where = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        ink = QColor(theme.ink(tone).text) if tone is not None else option.palette.color(QPalette.ColorRole.Text)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(ink)
        most = self._columns[number].most_lines
        if self._columns[number].wrap:
            _paint_lines(painter, option.fontMetrics, where, self._lines(text, option.font, where.width()), most)
        else:
            line = text.replace("\n", " ")
            shown = option.fontMetrics.elidedText(line, Qt.TextElideMode.ElideRight, where.width())
            painter.drawText(where, self._aligned[number], shown)
        painter.restore()

    # editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """The field that the column asks for."""
        column = self._columns[index.column()]
        editor = self._field(column, parent)
        editor.setAccessibleName(column.title)
        return editor

    def _field(self, column: Column[Any], parent: QWidget) -> QWidget:
        if column.earlier and self._earlier is not None:
            return self._earlier(column, parent)
        match column.editor:
            case Editor.CHOICE:
                return self._choice(column, parent)
            case Editor.DAY:
                return DayEdit(year=self.year, parent=parent)
            case Editor.SEVERAL:
                return SuggestEdit(column.choices, separator=";", parent=parent)
            case Editor.LONG_TEXT:
                editor = LongEdit(parent)
                editor.entered.connect(lambda: self._submit(editor))
                editor.tabbed.connect(lambda back: self._submit(editor, _BACK if back else _ON))
                return editor
            case _:
                return SuggestEdit(column.choices, parent=parent)

    def _choice(self, column: Column[Any], parent: QWidget) -> QComboBox:
        editor = QComboBox(parent)
        editor.addItems(list(column.choices()))
        editor.setMaxVisibleItems(20)
        editor.activated.connect(lambda _at: self._submit(editor))
        # The list opens by itself: with a closed one the first arrow key would already be a choice.
        QTimer.singleShot(0, editor, editor.showPopup)
        return editor

    def _submit(
        self,
        editor: QWidget,
        hint: QStyledItemDelegate.EndEditHint = QStyledItemDelegate.EndEditHint.SubmitModelCache,
    ) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the cell's text into the field."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        match editor:
            case QComboBox():
                editor.setCurrentIndex(max(0, editor.findText(text)))
            case LongEdit():
                editor.setPlainText(text)
                editor.selectAll()
            case QLineEdit():
                editor.setText(text)
                editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand what was typed to the model, as text."""
        match editor:
            case QComboBox():
                model.setData(index, editor.currentText())
            case LongEdit():
                model.setData(index, editor.toPlainText())
            case QLineEdit():
                model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Long text gets room to be read while it is edited."""
        box = QRect(option.rect)
        if isinstance(editor, LongEdit):
            wanted = (len(wrapped(str(index.data() or ""), option.font, box.width() - 16)) + 1) * (
                option.fontMetrics.lineSpacing()
            )
            box.setHeight(max(box.height(), min(wanted + 12, 220)))
        elif box.height() > 2 * theme.ROW_HEIGHT:
            box.setHeight(theme.ROW_HEIGHT + 2)
        parent = cast(QWidget, editor.parent())
        box.moveBottom(min(box.bottom(), max(box.height(), parent.height()) - 1))
        editor.setGeometry(box)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Ctrl+Enter fills the selection, Enter ends the editing at once.

        Qt ends it with the next turn of the event loop: numbers typed fast while the window is busy would be added to
        the one before, and the cursor would skip a line. A list that drops down must not end the editing when it takes
        the focus.
        """
        if isinstance(editor, QComboBox) and event.type() == QEvent.Type.FocusOut and editor.view().isVisible():
            return False
        if isinstance(editor, QLineEdit | LongEdit) and _fills(event):
            text = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            self.fill_wanted.emit(text)
            return True
        if isinstance(editor, QLineEdit) and is_plain_enter(event) and editor.hasAcceptableInput():
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.SubmitModelCache)
            return True
        return super().eventFilter(editor, event)


def _fills(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TwoLines(QStyledItemDelegate):
    """Entries of a list in two lines: what it is and its key, below where it stands (``DETAIL_ROLE``)."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an entry."""
        detail = index.data(DETAIL_ROLE)
        if not detail:
            super().paint(painter, option, index)
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        text, drawn.text = drawn.text, ""
        icon, drawn.icon = QIcon(drawn.icon), QIcon()
        drawn.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        metrics, now = drawn.fontMetrics, theme.tokens()
        icon.paint(painter, QRect(drawn.rect.left() + _SIDE, drawn.rect.center().y() - 8, 16, 16))
        box = drawn.rect.adjusted(2 * _SIDE + 16, _ABOVE, -_SIDE, 0)
        key = str(index.data(KEY_ROLE) or "")
        taken = metrics.horizontalAdvance(key) + 2 * _SIDE if key else 0
        painter.save()
        painter.setPen(QColor(now.muted))
        painter.drawText(box.adjusted(0, 0, -_SIDE, 0), int(_RIGHT), key)
        for at, (said, ink, room) in enumerate(
            ((text, now.text, box.width() - taken), (str(detail), now.muted, box.width()))
        ):
            painter.setPen(QColor(ink))
            shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room)
            painter.drawText(box.left(), box.top() + metrics.ascent() + at * metrics.lineSpacing(), shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines, or one where there is no detail."""
        lines = 2 if index.data(DETAIL_ROLE) else 1
        return QSize(200, lines * option.fontMetrics.lineSpacing() + 2 * _ABOVE)


def _paint_chosen(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ground of a cell that is selected or has the cursor; the view has drawn that of the row before."""
    if option.state.value & _CHOSEN:
        drawn = QStyleOptionViewItem(option)
        drawn.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, heading: GroupHeading, *, first: bool) -> None:
    now = theme.tokens()
    painter.fillRect(option.rect, QColor(now.accent_soft))
    if not first:
        return
    painter.save()
    font = QFont(option.font)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(now.text))
    where = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    title = painter.fontMetrics().elidedText(heading.title, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, flags, title)
    used = painter.fontMetrics().horizontalAdvance(heading.title) + theme.SPACE_M
    painter.setFont(option.font)
    painter.setPen(QColor(now.muted))
    painter.drawText(where.adjusted(used, 0, 0, 0), flags, heading.detail)
    painter.restore()


def _paint_corner(painter: QPainter, cell: QRect, tone: Tone) -> None:
    right, top = cell.right() + 1, cell.top()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink(tone).text))
    painter.drawPolygon(QPolygon([QPoint(right - _CORNER, top), QPoint(right, top), QPoint(right, top + _CORNER)]))
    painter.restore()


def _paint_lines(painter: QPainter, metrics: QFontMetrics, where: QRect, lines: list[str], most: int) -> None:
    spacing = metrics.lineSpacing()
    room = max(1, min(most, (where.height() - 4) // spacing))
    shown = lines[:room]
    if len(lines) > room:
        rest = " ".join(lines[room - 1 :])
        shown[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, where.width())
    top = where.top() + (where.height() + 1 - spacing * len(shown)) // 2  # rounded as Qt does it for a single line
    for number, line in enumerate(shown):
        box = QRect(where.left(), top + number * spacing, where.width() + 2, spacing)
        painter.drawText(box, _LINE, line)


def wrapped(text: str, font: QFont, width: int) -> list[str]:
    """The lines that a text takes at a width in pixels."""
    found: list[str] = []
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20, width))
            found.append(paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
    return found or [""]
