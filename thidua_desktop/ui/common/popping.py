"""Menus of choices that a key opens beside what they are about."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget


def pop_below(menu: QMenu, widget: QWidget) -> None:
    """Open a menu below a widget, its first entry ready for Enter; nothing where it has none that can be used."""
    _pop(menu, widget.mapToGlobal(QPoint(0, widget.height())))


def pop_at_cell(menu: QMenu, view: QAbstractItemView) -> None:
    """Open a menu below the current cell, its first entry ready for Enter; nothing where it has none to be used."""
    at = view.visualRect(view.currentIndex()).bottomLeft()
    _pop(menu, view.viewport().mapToGlobal(at))


def _pop(menu: QMenu, at: QPoint) -> None:
    usable = [entry for entry in menu.actions() if entry.isEnabled() and not entry.isSeparator()]
    if usable:
        menu.popup(at)
        menu.setActiveAction(usable[0])
