"""The rounds of a year as cards: name, occasion, closing day, how many nominations."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_desktop.domain.ids import RoundId
from thidua_desktop.services.nominations import RoundRow
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.delegates import wrapped
from thidua_desktop.wording import formats, labels

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_NAME_LINES = 3


def time_of(row: RoundRow) -> str:
    """The occasion and the days between which nominations are taken."""
    opens, closes = formats.day(row.round.opens), formats.day(row.round.closes)
    days = f"{opens} – {closes}" if opens and closes else f"từ {opens}" if opens else f"đến {closes}" if closes else ""
    return " · ".join(part for part in (labels.of(row.round.occasion), days) if part)


def counts_of(row: RoundRow) -> str:
    """How many nominations a round has, by kind; the parts add up."""
    if not row.nominations:
        return "Chưa có đề nghị"
    parts = ((row.collectives, "tập thể"), (row.persons, "cá nhân"), (row.households, "hộ gia đình"))
    return " · ".join(f"{number} {name}" for number, name in parts if number)


class RoundModel(QAbstractListModel):
    """The rows of the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RoundRow, ...] = ()

    def set_rows(self, rows: Sequence[RoundRow]) -> None:
        """Show other rounds, or the same ones with other counts."""
        same = [row.round.id for row in rows] == [row.round.id for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = tuple(rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rows(self) -> tuple[RoundRow, ...]:
        """The rounds shown."""
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rounds there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """One aspect of a round."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.round.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.round.name}. {time_of(row)}. {counts_of(row)}"
            case _ if role == ROW_ROLE:
                return row
        return None


class RoundCard(QStyledItemDelegate):
    """Draws a round: name in bold, occasion and days, counts."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        now = theme.tokens()
        row: RoundRow = index.data(ROW_ROLE)
        painter.save()
        _paint_ground(painter, option)
        inner = option.rect.adjusted(theme.SPACE_M + 2, theme.SPACE_S, -theme.SPACE_S, -theme.SPACE_S)
        bold, small = _fonts(option.font)
        painter.setFont(bold)
        painter.setPen(QColor(now.text))
        top = inner.top()
        for line in _name_lines(row.round.name, bold, inner.width()):
            top = _paint_line(painter, inner, top, line)
        painter.setFont(small)
        painter.setPen(QColor(now.muted))
        for line in (time_of(row), counts_of(row)):
            top = _paint_line(painter, inner, top + 1, line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the name needs."""
        row: RoundRow = index.data(ROW_ROLE)
        bold, small = _fonts(option.font)
        width = option.widget.viewport().width() if isinstance(option.widget, QListView) else 220
        lines = len(_name_lines(row.round.name, bold, width - theme.SPACE_M - theme.SPACE_S - 2))
        height = lines * QFontMetrics(bold).lineSpacing() + 2 * QFontMetrics(small).lineSpacing() + 2
        return QSize(width, height + 2 * theme.SPACE_S)


class RoundList(QListView):
    """The list; exactly one round is chosen while there is one."""

    round_chosen = Signal(object)
    """A ``RoundId``, or None when there is no round."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rounds = RoundModel(self)
        self.setModel(self.rounds)
        self.setItemDelegate(RoundCard(self))
        self.setProperty("role", "plain")
        self.setAccessibleName("Các đợt xét trong năm")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def set_rows(self, rows: Sequence[RoundRow]) -> None:
        """Show rounds; the chosen one stays chosen while it is there."""
        chosen = self.round_id()
        self.rounds.set_rows(rows)
        if self.round_id() is None and rows:
            there = any(row.round.id == chosen for row in rows)
            self.choose(chosen if there else rows[0].round.id)
        if not rows:
            self.round_chosen.emit(None)

    def choose(self, round_id: RoundId | None) -> bool:
        """Choose a round; False when it is not there."""
        at = next((at for at, row in enumerate(self.rounds.rows()) if row.round.id == round_id), None)
        if at is None:
            return False
        self.setCurrentIndex(self.rounds.index(at))
        return True

    def row(self) -> RoundRow | None:
        """The chosen round."""
        index = self.currentIndex()
        return self.rounds.rows()[index.row()] if index.isValid() else None

    def round_id(self) -> RoundId | None:
        """The chosen round's identifier."""
        row = self.row()
        return None if row is None else row.round.id

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.round_chosen.emit(self.round_id())


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    bold, small = QFont(font), QFont(font)
    bold.setBold(True)
    small.setPointSize(theme.SMALL_POINTS)
    return bold, small


def _name_lines(name: str, font: QFont, width: int) -> list[str]:
    lines = wrapped(name, font, width)
    if len(lines) <= _NAME_LINES:
        return lines
    rest = " ".join(lines[_NAME_LINES - 1 :])
    return [*lines[: _NAME_LINES - 1], QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]


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
