"""Python's own tidying of memory, at moments when nobody waits for the window.

With ten thousand judged lines in memory a full collection takes up to half a second, in whichever thread it happens to
begin, and all others stand still meanwhile.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_YOUNG, _MIDDLE, _NEVER = 2_000, 20, 1_000_000


def collect_while_away(app: QApplication) -> None:
    """Collect what is short-lived as always, all the rest only when the clerk has gone to another program."""
    gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)
    app.applicationStateChanged.connect(_on_state_changed)


def _on_state_changed(state: Qt.ApplicationState) -> None:
    if state is not Qt.ApplicationState.ApplicationActive:
        gc.collect()
