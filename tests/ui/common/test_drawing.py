"""What waits for the first drawing of a window."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.common.drawing import Rest


class _Sheet(QWidget):
    """Counts its drawings, and how many there were at its rest."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn = 0
        self.drawn_then: list[int] = []
        self.rest = Rest(self)
        self.rest.reached.connect(lambda: self.drawn_then.append(self.drawn))

    def showEvent(self, event: QShowEvent) -> None:
        """It is to be drawn."""
        super().showEvent(event)
        self.rest.watch()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One more."""
        self.drawn += 1


def test_what_waits_is_done_once_after_the_first_drawing(qtbot: QtBot) -> None:
    sheet = _Sheet()
    qtbot.addWidget(sheet)
    sheet.show()
    assert sheet.drawn_then == []
    qtbot.waitUntil(lambda: bool(sheet.drawn_then))
    assert sheet.drawn_then[0] > 0
    sheet.hide()
    sheet.show()
    qtbot.waitUntil(lambda: sheet.drawn > sheet.drawn_then[0])
    assert len(sheet.drawn_then) == 1


def test_a_window_that_is_never_shown_comes_to_rest_too(qtbot: QtBot) -> None:
    sheet = _Sheet()
    qtbot.addWidget(sheet)
    qtbot.waitUntil(lambda: sheet.drawn_then == [0])
