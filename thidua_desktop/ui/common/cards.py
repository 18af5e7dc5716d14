"""A list of cards beside a page: a title, a line, how far along, what it counts. Exactly one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_desktop.common.records import dataclass
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.chips import chip_size, paint_chip
from thidua_desktop.ui.common.delegates import wrapped
from thidua_desktop.ui.common.drawn_once import BeforeDrawing, at_once
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.viewports import know_viewport
from thidua_desktop.wording import labels

Index = QModelIndex | QPersistentModelIndex
CARD_ROLE = int(Qt.ItemDataRole.UserRole)
_BAR = 5
_TITLE_LINES = 3
_CHIP_ROOM = 8
"""What a chip is higher than a line of small letters."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says. ``progress`` (0-1) draws a bar above ``counts``; ``alarm`` tints the counts.

    ``chip`` is a state whose chip stands before the counts.
    """

    id: int
    title: str
    line: str
    counts: str
    progress: float | None = None
    alarm: bool = False
    chip: Enum | None = None


class CardModel(QAbstractListModel):
    """The cards of the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards, or the same ones with other counts."""
        same = [card.id for card in cards] == [card.id for card in self._cards]
        if not same:
            self.beginResetModel()
        self._cards = tuple(cards)
        if not same:
            self.endResetModel()
        elif cards:
            self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))

    def cards(self) -> tuple[Card, ...]:
        """The cards shown."""
        return self._cards

    def rowCount(self, parent: Index | None = None) -> int:
        """How many cards there are."""
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """One aspect of a card."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return card.title
            case Qt.ItemDataRole.AccessibleTextRole:
                state = f" {labels.of(card.chip)}." if card.chip is not None else ""
                return f"{card.title}. {card.line}.{state} {card.counts}"
            case _ if role == CARD_ROLE:
                return card
        return None


class CardList(QListView):
    """The list; one card is chosen while there is any."""

    chosen = Signal(object)
    """The identifier of the chosen card, or None when there is no card."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        know_viewport(self)
        self.cards = CardModel(self)
        self._soon = BeforeDrawing(self, partial(at_once, self))
        self.setModel(self.cards)
        self.setItemDelegate(_CardDelegate(self))
        self.setProperty("role", "plain")
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show cards; the chosen one stays chosen while it is there, otherwise the first is."""
        former = self.chosen_id()
        self.cards.set_cards(cards)
        self._lay_out_soon()  # counts that came or went make a card higher or lower
        if self.chosen_id() is None and cards and not (former is not None and self.choose_card(former)):
            self.choose_card(cards[0].id)
        if not cards:
            self.chosen.emit(None)

    def choose_card(self, card_id: int) -> bool:
        """Choose a card; False when it is not there."""
        at = next((at for at, card in enumerate(self.cards.cards()) if card.id == card_id), None)
        if at is None:
            return False
        self.setCurrentIndex(self.cards.index(at))
        return True

    def chosen_id(self) -> int | None:
        """The identifier of the chosen card."""
        index = self.currentIndex()
        return self.cards.cards()[index.row()].id if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A title takes more lines beside a scroll bar: Qt itself lays a list out again for another height only."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out_soon()

    def showEvent(self, event: QShowEvent) -> None:
        """What was put off while nothing was seen is done now."""
        super().showEvent(event)
        self._soon.now()

    def _lay_out_soon(self) -> None:
        self.scheduleDelayedItemsLayout()
        self._soon.ask()

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.chosen_id())


class _CardDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        now = theme.tokens()
        card: Card = index.data(CARD_ROLE)
        bold, small = _fonts(option.font)
        painter.save()
        _paint_ground(painter, option)
        inner = option.rect.adjusted(theme.SPACE_M + 2, theme.SPACE_S, -theme.SPACE_M, -theme.SPACE_S)
        painter.setFont(bold)
        painter.setPen(QColor(now.text))
        below = inner.top()
        for line in _title_lines(card.title, bold, inner.width()):
            below = _paint_line(painter, inner, below, line)
        painter.setFont(small)
        painter.setPen(QColor(now.muted))
        below = _paint_line(painter, inner, below, card.line)
        if card.progress is not None:
            below = _paint_bar(painter, inner, below + 3, card.progress) + 4
        if card.chip is not None:
            inner.setLeft(inner.left() + _paint_state(painter, inner, below + 2, card.chip))
            below += _CHIP_ROOM // 2
        painter.setPen(QColor(theme.ink(Tone.DANGER).text if card.alarm else now.muted))
        _paint_line(painter, inner, below, card.counts)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the title needs."""
        card: Card = index.data(CARD_ROLE)
        bold, small = _fonts(option.font)
        width = option.widget.viewport().width() if isinstance(option.widget, QListView) else 220
        lines = len(_title_lines(card.title, bold, width - 2 * theme.SPACE_M - 2))
        below = 2 if card.counts or card.chip is not None else 1
        text = lines * QFontMetrics(bold).lineSpacing() + below * QFontMetrics(small).lineSpacing()
        bar = _BAR + 9 if card.progress is not None else 2
        chip = _CHIP_ROOM if card.chip is not None else 0
        return QSize(width, text + bar + chip + 2 * theme.SPACE_S)


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    bold, small = QFont(font), QFont(font)
    bold.setBold(True)
    small.setPointSize(theme.SMALL_POINTS)
    return bold, small


def _title_lines(title: str, font: QFont, width: int) -> list[str]:
    lines = wrapped(title, font, width)
    if len(lines) <= _TITLE_LINES:
        return lines
    rest = " ".join(lines[_TITLE_LINES - 1 :])
    return [*lines[: _TITLE_LINES - 1], QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    now = theme.tokens()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(now.accent_soft))
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), QColor(now.accent))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, QColor(now.raised))
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), QColor(now.line))


def _paint_line(painter: QPainter, inner: QRect, top: int, text: str) -> int:
    metrics = painter.fontMetrics()
    box = QRect(inner.left(), top, inner.width() + 4, metrics.lineSpacing())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width() + 2)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
    return top + metrics.lineSpacing()


def _paint_state(painter: QPainter, inner: QRect, top: int, member: Enum) -> int:
    """Draw the chip of a state; gives the room that it takes."""
    text = labels.of(member)
    size = chip_size(painter.fontMetrics(), text)
    paint_chip(painter, QRect(inner.left(), top, inner.width(), size.height()), text, *theme.chip(member))
    return min(inner.width(), size.width() + theme.SPACE_S)


def _paint_bar(painter: QPainter, inner: QRect, top: int, progress: float) -> int:
    now = theme.tokens()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QRectF(inner.left(), top, inner.width(), _BAR)
    painter.setBrush(QColor(now.line))
    painter.drawRoundedRect(ground, _BAR / 2, _BAR / 2)
    if progress:
        painter.setBrush(QColor(now.accent))
        done = QRectF(ground.left(), top, max(_BAR, ground.width() * progress), _BAR)
        painter.drawRoundedRect(done, _BAR / 2, _BAR / 2)
    return top + _BAR
