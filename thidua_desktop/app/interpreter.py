"""How Python works in this program: what it does beside importing, when it tidies memory, how threads share it.

Imported before all other modules of the window, which is when its first two settings take effect.
"""

from __future__ import annotations

import builtins
import gc
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_YOUNG, _MIDDLE, _NEVER = 2_000, 20, 1_000_000
_SWITCH_S = 0.0005
"""How long work in the background may keep the interpreter while the window waits for it. Drawing gives it up with
every call of Qt, and at Python's own five milliseconds a thousand such calls would take five seconds."""


def settle(app: QApplication) -> None:
    """Share the interpreter out, and collect what is short-lived as always, all the rest only when the clerk is away.

    With ten thousand judged lines in memory a full collection takes up to half a second, in whichever thread it happens
    to begin, and all others stand still meanwhile.
    """
    sys.setswitchinterval(_SWITCH_S)
    app.applicationStateChanged.connect(_on_state_changed)


def _on_state_changed(state: Qt.ApplicationState) -> None:
    if state is not Qt.ApplicationState.ApplicationActive:
        gc.collect()


def _import_plainly() -> None:
    """Let Python import as it does without PySide6.

    PySide6 reads the source of every module that is imported after it, and looks into it for its own name, in case it
    is to be written in snake_case (``from __feature__ import …``); nobody here asks for that, and with three hundred
    modules it is a tenth of the start.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


_import_plainly()
gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)
