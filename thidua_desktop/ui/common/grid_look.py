"""How a grid looks: the size of its letters, how it scrolls, what it says while it has no rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTableView

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.preferences import Preferences

_SMALLEST, _LARGEST = 8, 18
NOTHING_LEFT = "Không có dòng nào khớp với điều kiện lọc."
NOTHING_YET = "Chưa có dòng nào."


def set_up(view: QTableView) -> None:
    """Let a view be edited, selected and scrolled as a spreadsheet is."""
    edit = QAbstractItemView.EditTrigger
    view.setEditTriggers(edit.DoubleClicked | edit.EditKeyPressed | edit.AnyKeyPressed)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setWordWrap(True)
    view.setTabKeyNavigation(True)
    view.setCornerButtonEnabled(False)
    view.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
    view.verticalHeader().setMinimumSectionSize(theme.ROW_HEIGHT - 4)
    view.verticalHeader().hide()


def write_over(view: QTableView, words: str) -> None:
    """Write over an empty view why it is empty."""
    painter = QPainter(view.viewport())
    painter.setPen(QColor(theme.tokens().muted))
    box = view.viewport().rect().adjusted(theme.SPACE_XL, theme.SPACE_XL, -theme.SPACE_XL, -theme.SPACE_XL)
    painter.drawText(
        box, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), words
    )
    painter.end()


class Letters:
    """The size of a view's letters, remembered under its name."""

    def __init__(self, view: QTableView, name: str, preferences: Preferences) -> None:
        self._view, self._kept_as, self._preferences = view, f"zoom/{name}", preferences
        self._set(theme.BODY_POINTS + preferences.number(self._kept_as, 0))

    def zoom(self, steps: int) -> None:
        """Larger or smaller, in points."""
        self._set(self._view.font().pointSize() + steps)
        self._preferences.set_number(self._kept_as, self._view.font().pointSize() - theme.BODY_POINTS)

    def _set(self, points: int) -> None:
        font = self._view.font()
        font.setPointSize(max(_SMALLEST, min(_LARGEST, points)))
        self._view.setFont(font)
