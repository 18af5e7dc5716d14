"""A titled list of tasks: what is to be done in a month, in a quarter, or through the year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from thidua_desktop.domain.placing import When
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.calendar.task_chip import TaskChip
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import ElidedLabel


class Lane(QFrame):
    """A heading with words on the right, and chips below each other (or beside each other when ``across``)."""

    def __init__(
        self, parent: QWidget | None = None, *, across: bool = False, empty: str = "Không có nhiệm vụ"
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._across = across
        self._when: When | None = None
        self._chips: list[QWidget] = []
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self._detail = QLabel(self)
        self._detail.setProperty("role", "small")
        self._empty = QLabel(empty, self)
        self._empty.setProperty("role", "small")
        self._empty.setWordWrap(not across)
        head = QHBoxLayout()
        head.setContentsMargins(theme.SPACE_S, theme.SPACE_XS, theme.SPACE_S, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._detail)
        self._parts = QVBoxLayout(self)
        self._parts.setContentsMargins(theme.HAIRLINE, theme.HAIRLINE, theme.HAIRLINE, theme.HAIRLINE)
        self._parts.setSpacing(theme.SPACE_XS)
        self._parts.addLayout(head)
        self._parts.addWidget(self._scroller(), 1)

    def insert_below_head(self, widget: QWidget) -> None:
        """Put something between the heading and the chips."""
        self._parts.insertWidget(1, widget)

    def _scroller(self) -> QScrollArea:
        inner = QWidget()
        self._inner = QHBoxLayout(inner) if self._across else QVBoxLayout(inner)
        self._inner.setContentsMargins(theme.SPACE_S, 0, theme.SPACE_S, theme.SPACE_XS)
        self._inner.setSpacing(theme.SPACE_XXS)
        self._inner.addWidget(self._empty)
        self._inner.addStretch(1)
        scroll = self._scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self._across:
            scroll.setVerticalScrollBarPolicy(off)
        else:
            scroll.setHorizontalScrollBarPolicy(off)
        scroll.setWidget(inner)
        on_surface(scroll.viewport(), inner)
        scroll.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        return scroll

    def show_tasks(self, title: str, detail: str, widgets: Sequence[QWidget], *, when: When | None = None) -> None:
        """Show a heading and these chips (labels may stand between them); what is let go here is due ``when``."""
        self._when = when
        for old in self._chips:
            self._inner.removeWidget(old)
            if isinstance(old, Divider):
                old.hide()
                old.deleteLater()
        self._chips = list(widgets)
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._empty.setVisible(not widgets)
        self.setAccessibleName(f"{title} {detail}".strip())
        self._inner.setEnabled(False)  # else each chip that is shown would lay out all those before it anew
        for number, widget in enumerate(self._chips):
            if self._across:
                widget.setFixedWidth(230)
            self._inner.insertWidget(number + 1, widget)
            widget.show()
        self._inner.setEnabled(True)

    def set_title(self, title: str) -> None:
        """Give the heading other words."""
        self._title.setText(title)

    def fits(self, title: str) -> bool:
        """Whether a heading has room beside the words on the right."""
        needed = self._title.fontMetrics().horizontalAdvance(title) + self._detail.sizeHint().width()
        return needed + 3 * theme.SPACE_S <= self.width()

    def chips(self) -> tuple[TaskChip, ...]:
        """The chips in order."""
        return tuple(widget for widget in self._chips if isinstance(widget, TaskChip))

    def scroll_to(self, widget: QWidget) -> None:
        """Bring what is inside the lane to its top, once its place is known."""
        QTimer.singleShot(0, widget, lambda: self._scroll.verticalScrollBar().setValue(widget.y()))

    def when_at(self, at: QPoint, tasks: Sequence[Task]) -> When | None:
        """The lane's time, anywhere over it, for tasks that are not in it yet."""
        here = self.isVisible() and self.rect().contains(self.mapFromGlobal(at))
        inside = {chip.shown_task.id for chip in self.chips()}
        return self._when if here and not all(task.id in inside for task in tasks) else None

    def mark_target(self, when: When | None) -> None:
        """Show whether a dragged task would fall here."""
        self.tell("target", when is not None)

    def tell(self, name: str, value: bool) -> None:
        """Set a mark that the style sheet knows."""
        if bool(self.property(name)) == value:
            return
        self.setProperty(name, value)
        for widget in (self, self._title):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


class Divider(ElidedLabel):
    """A small heading between the chips of a lane; it never makes the lane wider."""

    def __init__(self, text: str) -> None:
        super().__init__("small")
        self.setContentsMargins(0, theme.SPACE_XS, 0, 0)
        self.setText(text)


def on_surface(*widgets: QWidget) -> None:
    """Give what is inside a card the ground of the card."""
    for widget in widgets:
        widget.setBackgroundRole(QPalette.ColorRole.Base)
        widget.setAutoFillBackground(True)
