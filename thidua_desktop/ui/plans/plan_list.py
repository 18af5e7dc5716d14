"""The plans of a year as cards: title, number, how far along."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_desktop.domain.ids import PlanId
from thidua_desktop.services.plans import PlanRow
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.delegates import wrapped
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import formats

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_BAR = 5
_TITLE_LINES = 3


def counts_of(row: PlanRow) -> str:
    """How many tasks of a plan are done and overdue, in words."""
    if not row.tasks:
        return "Chưa có nhiệm vụ"
    told = f"Hoàn thành {row.done}/{row.tasks}"
    return f"{told} · {row.overdue} quá hạn" if row.overdue else told


def number_of(row: PlanRow) -> str:
    """Number and day of the plan's document."""
    parts = (f"Số {row.plan.number}" if row.plan.number else "Chưa có số", formats.day(row.plan.issued_on))
    return " · ".join(part for part in parts if part)


class PlanModel(QAbstractListModel):
    """The rows of the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PlanRow, ...] = ()

    def set_rows(self, rows: Sequence[PlanRow]) -> None:
        """Show other plans, or the same ones with other counts."""
        same = [row.plan.id for row in rows] == [row.plan.id for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = tuple(rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rows(self) -> tuple[PlanRow, ...]:
        """The plans shown."""
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        """How many plans there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """One aspect of a plan."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.plan.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.plan.title}. {number_of(row)}. {counts_of(row)}"
            case _ if role == ROW_ROLE:
                return row
        return None


class PlanCard(QStyledItemDelegate):
    """Draws a plan: title in bold, number, progress bar and counts."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        now = theme.tokens()
        row: PlanRow = index.data(ROW_ROLE)
        painter.save()
        self._paint_ground(painter, option)
        inner = option.rect.adjusted(theme.SPACE_M + 2, theme.SPACE_S, -theme.SPACE_M, -theme.SPACE_S)
        below = _paint_title(painter, inner, option.font, row.plan.title)
        painter.setFont(_small(option.font))
        metrics = QFontMetrics(_small(option.font))
        painter.setPen(QColor(now.muted))
        below = _paint_line(painter, inner, below, metrics, number_of(row))
        below = _paint_bar(painter, inner, below + 3, row) + 4
        painter.setPen(QColor(theme.ink(Tone.DANGER).text if row.overdue else now.muted))
        _paint_line(painter, inner, below, metrics, counts_of(row))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the title needs."""
        row: PlanRow = index.data(ROW_ROLE)
        bold, small = QFontMetrics(_bold(option.font)), QFontMetrics(_small(option.font))
        width = option.widget.viewport().width() if isinstance(option.widget, QListView) else 220
        lines = min(_TITLE_LINES, len(wrapped(row.plan.title, _bold(option.font), width - 2 * theme.SPACE_M - 2)))
        height = lines * bold.lineSpacing() + 2 * small.lineSpacing() + _BAR + 2 * theme.SPACE_S + 9
        return QSize(width, height)

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        now = theme.tokens()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(now.accent_soft))
            painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), QColor(now.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(now.raised))
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), QColor(now.line))


class PlanList(QListView):
    """The list; exactly one plan is chosen while there is one."""

    plan_chosen = Signal(object)
    """A ``PlanId``, or None when there is no plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PlanModel(self)
        self.setModel(self._model)
        self.setItemDelegate(PlanCard(self))
        self.setProperty("role", "plain")
        self.setAccessibleName("Các kế hoạch trong năm")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def set_rows(self, rows: Sequence[PlanRow]) -> None:
        """Show plans; the chosen one stays chosen while it is there."""
        chosen = self.plan_id()
        self._model.set_rows(rows)
        if self.plan_id() is None and rows:
            self.choose(chosen if any(row.plan.id == chosen for row in rows) else rows[0].plan.id)
        if not rows:
            self.plan_chosen.emit(None)

    def choose(self, plan_id: PlanId | None) -> None:
        """Choose a plan."""
        at = next((at for at, row in enumerate(self._model.rows()) if row.plan.id == plan_id), None)
        if at is not None:
            self.setCurrentIndex(self._model.index(at))

    def row(self) -> PlanRow | None:
        """The chosen plan."""
        index = self.currentIndex()
        return self._model.rows()[index.row()] if index.isValid() else None

    def plan_id(self) -> PlanId | None:
        """The chosen plan's identifier."""
        row = self.row()
        return None if row is None else row.plan.id

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.plan_chosen.emit(self.plan_id())


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSize(theme.SMALL_POINTS)
    return made


def _paint_title(painter: QPainter, inner: QRect, font: QFont, title: str) -> int:
    bold = _bold(font)
    metrics = QFontMetrics(bold)
    painter.setFont(bold)
    painter.setPen(QColor(theme.tokens().text))
    lines = wrapped(title, bold, inner.width())
    shown = lines[:_TITLE_LINES]
    if len(lines) > _TITLE_LINES:
        rest = " ".join(lines[_TITLE_LINES - 1 :])
        shown[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, inner.width())
    top = inner.top()
    for line in shown:
        top = _paint_line(painter, inner, top, metrics, line)
    return top


def _paint_line(painter: QPainter, inner: QRect, top: int, metrics: QFontMetrics, text: str) -> int:
    box = QRect(inner.left(), top, inner.width(), metrics.lineSpacing())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width() + 2)
    painter.drawText(box.adjusted(0, 0, 4, 0), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
    return top + metrics.lineSpacing()


def _paint_bar(painter: QPainter, inner: QRect, top: int, row: PlanRow) -> int:
    now = theme.tokens()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QRectF(inner.left(), top, inner.width(), _BAR)
    painter.setBrush(QColor(now.line))
    painter.drawRoundedRect(ground, _BAR / 2, _BAR / 2)
    if row.tasks and row.done:
        painter.setBrush(QColor(now.accent))
        done = QRectF(ground.left(), top, max(_BAR, ground.width() * row.done / row.tasks), _BAR)
        painter.drawRoundedRect(done, _BAR / 2, _BAR / 2)
    return top + _BAR
