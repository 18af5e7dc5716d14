"""The document as it was read: every block, coloured by what it is, numbered where it is a task."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from thidua_desktop.domain.documents import Block, BlockKind
from thidua_desktop.domain.plans import PlanDraft, Role
from thidua_desktop.domain.review import Line, Review
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import labels

_GUTTER = 34
_LINE_BREAK = "\u2028"
_CELL_GAP = "  │  "
_TASKS = (Role.TASK, Role.DETAIL)
_TOLD_BY_STYLE = (Role.HEADING, Role.TITLE)


class SourceView(QPlainTextEdit):
    """Shows the blocks of a draft. One text block of the view is one block of the source."""

    block_chosen = Signal(int)
    """The clerk has put the cursor into a block; its number in the source."""

    _numbers: tuple[int, ...] = ()
    """Of the blocks; the style is given before there are any."""

    def __init__(self, draft: PlanDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setProperty("role", "source")
        self.setAccessibleName("Văn bản gốc")
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setViewportMargins(_GUTTER, 0, 0, 0)
        self.document().setDocumentMargin(theme.SPACE_S)
        self._numbers = tuple(block.source.block for block in draft.blocks)
        self._roles: Mapping[int, Role] = {}
        self._levels: Mapping[int, int] = {}
        self._labels: dict[int, str] = {}
        self._chosen: frozenset[int] = frozenset()
        self.setPlainText("\n".join(_shown(block) for block in draft.blocks))
        self._gutter = _Gutter(self)
        self.updateRequest.connect(self._on_update_request)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def changeEvent(self, event: QEvent) -> None:
        """Letters and grounds in the colours of another scheme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._numbers:
            self._paint_blocks()
            self._mark_chosen()

    def show_review(self, review: Review) -> None:
        """Colour the blocks by what the review makes of them and number those of kept tasks."""
        self._roles = {part.source.block: part.role for part in review.result().parts}
        self._levels = {part.source.block: part.level for part in review.draft.parts}
        self._labels = {}
        for order, line in enumerate(review.kept, start=1):
            known = self._labels.get(line.task.source.block)
            self._labels[line.task.source.block] = f"{known}, {order}" if known else str(order)
        self._paint_blocks()
        self._gutter.update()

    def mark(self, line: Line | None) -> None:
        """Highlight the blocks of a task and bring the first into view."""
        blocks = frozenset(line.task.blocks or (line.task.source.block,)) if line is not None else frozenset()
        self._chosen = blocks
        self._mark_chosen()
        if line is not None:
            self._bring_into_view(line.task.source.block)
        self._gutter.update()

    def _mark_chosen(self) -> None:
        chosen = (block for block in sorted(self._chosen) if block in self._numbers)
        self.setExtraSelections([self._highlight(block) for block in chosen])

    def current_block(self) -> int | None:
        """The number of the block at the cursor."""
        number = self.textCursor().blockNumber()
        return self._numbers[number] if number < len(self._numbers) else None

    def role_of(self, block: int) -> Role | None:
        """What a block is taken for now."""
        return self._roles.get(block)

    def event(self, event: QEvent) -> bool:
        """Say on hovering what a block is taken for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self.cursorForPosition(self.viewport().mapFrom(self, event.pos())).blockNumber()
            role = self._roles.get(self._numbers[number]) if number < len(self._numbers) else None
            QToolTip.showText(event.globalPos(), labels.of(role) if role is not None else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The gutter is as high as the view."""
        super().resizeEvent(event)
        box = self.contentsRect()
        self._gutter.setGeometry(QRect(box.left(), box.top(), _GUTTER, box.height()))

    def paint_gutter(self, event: QPaintEvent) -> None:
        """Draw the numbers of the tasks beside their blocks."""
        now = theme.tokens()
        painter = QPainter(self._gutter)
        painter.fillRect(event.rect(), QColor(now.raised))
        block, top = self.firstVisibleBlock(), 0.0
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            top = box.top()
            if top > event.rect().bottom():
                break
            self._paint_mark(painter, block, QRect(0, round(top), _GUTTER, round(box.height())))
            block = block.next()

    def _paint_mark(self, painter: QPainter, block: QTextBlock, box: QRect) -> None:
        number = block.blockNumber()
        if number >= len(self._numbers):
            return
        now = theme.tokens()
        source = self._numbers[number]
        role = self._roles.get(source)
        if role in _TASKS or role is Role.RESPONSIBILITY:
            stripe = now.accent if role in _TASKS else theme.ink(Tone.WARNING).text
            painter.fillRect(QRect(_GUTTER - 3, box.top(), 3, box.height()), QColor(stripe))
        label = self._labels.get(source)
        if label is not None:
            font = QFont(self.font())
            font.setBold(source in self._chosen)
            painter.setFont(font)
            painter.setPen(QColor(now.accent))
            line = QRect(0, box.top(), _GUTTER - 7, painter.fontMetrics().height())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), label)

    def _paint_blocks(self) -> None:
        self.blockSignals(True)
        writer = QTextCursor(self.document())
        writer.beginEditBlock()
        block = self.document().firstBlock()
        while block.isValid() and block.blockNumber() < len(self._numbers):
            source = self._numbers[block.blockNumber()]
            writer.setPosition(block.position())
            writer.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            letters, ground = _look(self._roles.get(source), self._levels.get(source, 0))
            writer.setCharFormat(letters)
            writer.setBlockFormat(ground)
            block = block.next()
        writer.endEditBlock()
        self.blockSignals(False)

    def _highlight(self, source: int) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        block = self.document().findBlockByNumber(self._numbers.index(source))
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(QColor(theme.tokens().selection))
        selection.cursor, selection.format = cursor, look
        return selection

    def _bring_into_view(self, source: int) -> None:
        if source not in self._numbers:
            return
        block = self.document().findBlockByNumber(self._numbers.index(source))
        box = self.blockBoundingGeometry(block).translated(self.contentOffset())
        if not self.viewport().rect().adjusted(0, 20, 0, -40).contains(QPointF(box.topLeft()).toPoint()):
            before = max(0, block.blockNumber() - 4)
            self.verticalScrollBar().setValue(self.document().findBlockByNumber(before).firstLineNumber())

    def _on_cursor_moved(self) -> None:
        block = self.current_block()
        if block is not None and not self.textCursor().hasSelection():
            self.block_chosen.emit(block)

    def _on_update_request(self, box: QRect, moved: int) -> None:
        if moved:
            self._gutter.scroll(0, moved)
        else:
            self._gutter.update(0, box.y(), _GUTTER, box.height())


class _Gutter(QWidget):
    """The strip left of the text."""

    def __init__(self, view: SourceView) -> None:
        super().__init__(view)
        self._view = view

    def paintEvent(self, event: QPaintEvent) -> None:
        """The view knows where its blocks are."""
        self._view.paint_gutter(event)


def _shown(block: Block) -> str:
    if block.kind is BlockKind.ROW:
        cells = (cell.replace("\n", _LINE_BREAK).strip() for cell in block.cells)
        return _CELL_GAP.join(cell for cell in cells if cell)
    text = f"{block.label} {block.text}" if block.label else block.text
    return text.replace("\n", _LINE_BREAK)


def _look(role: Role | None, level: int) -> tuple[QTextCharFormat, QTextBlockFormat]:
    now = theme.tokens()
    letters, ground = QTextCharFormat(), QTextBlockFormat()
    letters.setForeground(QColor(now.text if role in (*_TASKS, *_TOLD_BY_STYLE) else now.muted))
    if role in _TOLD_BY_STYLE and (role is Role.TITLE or level <= 3):
        letters.setFontWeight(QFont.Weight.DemiBold)
    if role in _TASKS:
        ground.setBackground(QColor(now.accent_soft))
    elif role is Role.RESPONSIBILITY:
        letters.setForeground(QColor(theme.ink(Tone.WARNING).text))
    return letters, ground
