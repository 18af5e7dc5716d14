"""The inner widget of views, made known to Python without the detour that PySide would take."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_NAME = "qt_scrollarea_viewport"
"""What Qt calls it."""


def know_viewport(view: QAbstractScrollArea) -> None:
    """Let ``view.viewport()`` find an object that Python knows already.

    For a bare widget that Qt has made itself, PySide looks through every class of widgets there is for the one that
    fits, and sets each up for it, with all its enums: a tenth of the time in which a window starts. Looked for by its
    name, the widget is known for what it is at once.
    """
    vars(view)["_known_viewport"] = view.findChild(QWidget, _NAME)
