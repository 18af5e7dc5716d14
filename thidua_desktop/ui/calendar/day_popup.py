"""All tasks of one day in a window of their own, where the month's cell has no room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from thidua_desktop.domain.holidays import lunar_day
from thidua_desktop.ui.calendar.lane import on_surface
from thidua_desktop.ui.calendar.scene import Scene, day_notes
from thidua_desktop.ui.calendar.task_chip import TaskChip
from thidua_desktop.ui.common import theme
from thidua_desktop.wording import calendar as said

_WIDTH = 340
_MOST = 380


class DayPopup(QFrame):
    """A pop-up that closes when one of its tasks is chosen or Escape is pressed."""

    def __init__(self, day: date, scene: Scene, chips: Sequence[TaskChip], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.setAccessibleName(f"Nhiệm vụ của {said.full_day(day)}")
        self._chips = tuple(chips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_M)
        layout.setSpacing(theme.SPACE_XS)
        title = QLabel(said.full_day(day), self)
        title.setProperty("role", "strong")
        layout.addWidget(title)
        lunar = lunar_day(day)
        notes = (said.full_lunar(lunar),) if lunar is not None else ()
        small = QLabel("\n".join((*notes, *day_notes(day, scene.calendar))), self)
        small.setProperty("role", "small")
        small.setWordWrap(True)
        layout.addWidget(small)
        layout.addWidget(self._list())
        for chip in self._chips:
            chip.chosen.connect(self.close)
            chip.opened.connect(self.close)
            chip.drag_ended.connect(self.close)

    def chips(self) -> tuple[TaskChip, ...]:
        """The chips in order."""
        return self._chips

    def open_at(self, widget: QWidget) -> None:
        """Open beside a widget, inside the screen."""
        self.setFixedWidth(_WIDTH)
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
        room = widget.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - _WIDTH)))
        place.setY(max(room.top(), min(place.y(), room.bottom() - self.sizeHint().height())))
        self.move(place)
        self.show()
        if self._chips:
            self._chips[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _list(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, theme.SPACE_XS, 0, 0)
        column.setSpacing(theme.SPACE_XS)
        for chip in self._chips:
            column.addWidget(chip)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        on_surface(scroll.viewport(), inner)
        scroll.setMinimumHeight(min(_MOST, inner.sizeHint().height() + 4))
        return scroll
