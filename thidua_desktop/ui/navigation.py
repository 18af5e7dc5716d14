"""How screens speak to each other without knowing each other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Navigation(QObject):
    """The things that concern more than one screen."""

    open_requested = Signal(str, int)
    """A record is to be shown: its kind (``domain.changes.Kind`` value) and identifier."""
    history_requested = Signal(str, int)
    """The history of a record is to be shown: its kind and identifier."""
    changes_made = Signal(object)
    """Something was written: a ``domain.changes.Changes``."""
