"""An hour of the day as offices write it: 8h, 8h30, 08:30, 8 giờ 30."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from thidua_desktop.common.vietnamese import fold

_CLOCK = re.compile(r"(\d{1,2})\s*(?:h|g|gio|:|\.)?\s*(\d{1,2})?\s*(?:p|phut|ph)?")


def read(text: str) -> time | None:
    """The hour; None for no text.

    Raises:
        ValueError: no hour of the day.
    """
    written = fold(text)
    if not written:
        return None
    found = _CLOCK.fullmatch(written)
    if found is None:
        raise ValueError(text)
    return time(int(found[1]), int(found[2] or 0))


class ClockEdit(QLineEdit):
    """A field for an hour; what cannot be read is marked."""

    def __init__(self, value: time | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("8h00")
        self.setFixedWidth(84)
        self.setText(_written(value))

    def clock(self) -> time | None:
        """The hour; None where nothing is typed.

        Raises:
            ValueError: no hour of the day.
        """
        return read(self.text())

    def readable(self) -> bool:
        """Whether the text is an hour, or empty."""
        try:
            self.clock()
        except ValueError:
            return False
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the hour in full."""
        if self.readable():
            self.setText(_written(self.clock()))
        super().focusOutEvent(event)


def _written(value: time | None) -> str:
    return f"{value.hour}h{value.minute:02d}" if value is not None else ""
