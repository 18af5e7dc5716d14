"""A process that ends as soon as a window can be used: ``python -m tests.bench.starting bare`` or ``… FILE``.

The bare one is the least that PySide6 can show: an application and an empty ``QMainWindow``. The other is the program
as its users start it. Both end in the same way: without tidying up, when the window has been drawn and nothing waits in
the event loop any more.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QMainWindow

BARE = "bare"
_TURNS = 3
"""Turns of the event loop after the drawing, after which a window is at rest."""
_LOOK_EACH_MS = 2
_REFUSED, _NO_ROWS = 1, 3


class _Rest:
    """Counts the turns of the event loop since a window was drawn."""

    def __init__(self) -> None:
        self._turns = 0

    def reached(self, window: QMainWindow) -> bool:
        """Whether the window can be used; asked once a turn."""
        handle: QWindow | None = window.windowHandle()
        if handle is not None and handle.isExposed():
            self._turns += 1
        return self._turns > _TURNS


def _bare() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    app, rest = QApplication(sys.argv[:1]), _Rest()
    window = QMainWindow()
    window.show()
    timer = QTimer(interval=_LOOK_EACH_MS)
    timer.timeout.connect(lambda: os._exit(0) if rest.reached(window) else None)
    timer.start()
    app.exec()


def _program(path: Path) -> None:
    from PySide6.QtCore import QTimer

    from thidua_desktop import app

    class Watched(app.Program):
        """Ends the process when its window can be used."""

        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, **named)  # type: ignore[arg-type]
            self._rest = _Rest()
            self._look = QTimer(self, interval=_LOOK_EACH_MS)
            self._look.timeout.connect(self._end_if_usable)
            self._look.start()

        def _end_if_usable(self) -> None:
            if self.question is not None:
                os._exit(_REFUSED)
            if self.window is not None and self._rest.reached(self.window):
                os._exit(0 if self.window.plans.table.model.rows() else _NO_ROWS)

    app.Program = Watched  # type: ignore[misc]
    app.run(path)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.argv[1] == BARE:
        _bare()
    else:
        _program(Path(sys.argv[1]))
