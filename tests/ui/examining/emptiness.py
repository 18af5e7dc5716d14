"""Lists and tables that show nothing and do not say why."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QWidget

from tests.ui.examining.contrast import photograph
from tests.ui.examining.seen import names, place, widgets

_LEAST = 60
"""Lower lists are parts of fields."""


def blank(root: QWidget) -> list[str]:
    """Views without a row over which nothing is written either."""
    empty = [view for view in widgets(root) if isinstance(view, QAbstractItemView) and _has_nothing(view)]
    if not empty:
        return []
    picture = photograph(root, 1)
    return [names(view) for view in empty if _one_colour(picture.copy(place(view.viewport(), root)))]


def _has_nothing(view: QAbstractItemView) -> bool:
    if isinstance(view, QHeaderView) or isinstance(view.parentWidget(), QComboBox):
        return False
    return view.model().rowCount() == 0 and view.viewport().height() >= _LEAST


def _one_colour(picture: QImage) -> bool:
    pixels = memoryview(picture.constBits()).cast("I")
    return len(set(pixels)) <= 2  # a line at its edge
