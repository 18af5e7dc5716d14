"""What waits for the first drawing of a window."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.common.drawing import when_drawn

_FAR_MS = 600_000


class _Sheet(QWidget):
    """Counts its drawings."""

    drawn = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One more."""
        self.drawn += 1


def test_what_waits_is_done_after_the_first_drawing(qtbot: QtBot) -> None:
    sheet, timer = _Sheet(), QTimer(singleShot=True)
    qtbot.addWidget(sheet)
    drawn_then: list[int] = []
    timer.timeout.connect(lambda: drawn_then.append(sheet.drawn))
    timer.start(_FAR_MS)
    sheet.show()
    when_drawn(sheet, timer, 1)
    qtbot.waitUntil(lambda: bool(drawn_then))
    assert drawn_then == [1]


def test_a_timer_that_was_stopped_stays_so(qtbot: QtBot) -> None:
    sheet, timer = _Sheet(), QTimer(singleShot=True)
    qtbot.addWidget(sheet)
    sheet.show()
    when_drawn(sheet, timer, 1)
    qtbot.waitUntil(lambda: sheet.drawn > 0)
    assert not timer.isActive()
