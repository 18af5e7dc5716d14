"""The header of a grid: titles, a row of filters below them, and the titles of the frozen columns kept in place."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.frozen import FrozenColumns

FILTER_HEIGHT = 30


class GridHeader(QHeaderView):
    """Holds a widget above each column in a row of its own, which can be shown and hidden."""

    def __init__(self, view: QTableView, frozen: FrozenColumns) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._frozen = frozen
        self._fields: dict[int, QWidget] = {}
        self._below = False
        self._held_frozen = False
        self._hint: QSize | None = None
        """Room for the titles. Qt asks all of them again whenever a column gets another width."""
        self.setSectionsClickable(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for signal in (self.sectionResized, self.sectionMoved, self.sectionCountChanged):
            signal.connect(self.place_fields)
        self.sectionCountChanged.connect(self._forget_hint)
        view.horizontalScrollBar().valueChanged.connect(self._on_scrolled)

    # the row of filters

    def set_fields(self, fields: dict[int, QWidget]) -> None:
        """Give columns the widgets that stand below their titles."""
        self._fields = fields
        for field in fields.values():
            field.setParent(self)
        self.place_fields()

    def show_fields(self, shown: bool) -> None:
        """Show the row of filters, or hide it."""
        self._below = shown
        self.updateGeometries()
        self.updateGeometry()
        self.place_fields()

    def fields_shown(self) -> bool:
        """Whether the row of filters is shown."""
        return self._below

    def sizeHint(self) -> QSize:
        """The titles, and the filters below them."""
        hint = self._hint
        if hint is None:
            hint = self._hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + (FILTER_HEIGHT if self._below else 0))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Other titles take other room."""
        super().setModel(model)
        self._forget_hint()
        if model is None:
            return
        for signal in (model.headerDataChanged, model.modelReset, model.layoutChanged):
            signal.connect(self._forget_hint)

    def changeEvent(self, event: QEvent) -> None:
        """So do other letters."""
        self._forget_hint()
        super().changeEvent(event)

    def _forget_hint(self, *_: object) -> None:
        self._hint = None

    def updateGeometries(self) -> None:
        """Keep room for the filters below the titles."""
        self.setViewportMargins(0, 0, 0, FILTER_HEIGHT if self._below else 0)
        super().updateGeometries()
        self.place_fields()

    def place_fields(self, *_: int) -> None:
        """Put each filter below its title; what is scrolled below the frozen columns is not shown."""
        edge = self._frozen.width()
        top = self.height() - FILTER_HEIGHT
        for number, field in self._fields.items():
            left, width = self._frozen.left(number), self.sectionSize(number)
            if left is None:
                left = self.sectionViewportPosition(number)
                cut = max(0, edge - left)
                left, width = left + cut, width - cut
            seen = self._below and not self.isSectionHidden(number) and width > theme.SPACE_XL
            if seen:
                field.setGeometry(left + 1, top + 2, width - 3, FILTER_HEIGHT - 5)
            field.setVisible(seen)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the titles, those of the frozen columns last."""
        super().paintEvent(event)
        if not self._frozen.active():
            return
        painter = QPainter(self.viewport())
        left, height = 0, self.viewport().height()
        for number in self._frozen.columns():
            width = self.sectionSize(number)
            painter.save()
            painter.fillRect(QRect(left, 0, width, height), QColor(theme.tokens().raised))
            self.paintSection(painter, QRect(left, 0, width, height), number)
            painter.restore()
            left += width
        painter.fillRect(QRect(left - 1, 0, 2, height), QColor(theme.tokens().line_strong))
        painter.end()

    # what is clicked stands elsewhere than the header thinks

    def section_at(self, at: QPoint) -> int:
        """The column at a point of the header, frozen ones included; -1 beside them."""
        return self.logicalIndexAt(self._unfrozen(at.x(), inside=True))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a frozen title."""
        self._held_frozen = event.position().x() < self._frozen.width()
        super().mousePressEvent(self._moved(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag that began on a frozen title."""
        super().mouseMoveEvent(self._moved(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a click on a frozen title."""
        super().mouseReleaseEvent(self._moved(event))
        self._held_frozen = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click at the edge of a frozen title."""
        self._held_frozen = event.position().x() < self._frozen.width()
        super().mouseDoubleClickEvent(self._moved(event))
        self._held_frozen = False

    def _moved(self, event: QMouseEvent) -> QMouseEvent:
        inside = self._held_frozen or event.position().x() < self._frozen.width()
        if not inside or not self._frozen.active():
            return event
        at = QPointF(self._unfrozen(int(event.position().x()), inside=True), event.position().y())
        return QMouseEvent(event.type(), at, event.globalPosition(), event.button(), event.buttons(), event.modifiers())

    def _unfrozen(self, x: int, *, inside: bool) -> int:
        frozen = (inside and x < self._frozen.width()) or self._held_frozen
        return x - self.offset() if frozen and self._frozen.active() else x

    def _on_scrolled(self, _value: int) -> None:
        self.place_fields()
        if self._frozen.count:
            self.viewport().update()
