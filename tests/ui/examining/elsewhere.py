"""Looks at screens in a process of its own: Qt learns the scale of its screen once, when it begins.

``python -m tests.ui.examining.elsewhere STORE full|empty ROOM,SMALLEST NAME…`` with rooms as WIDTHxHEIGHT in pixels
of the program, QT_SCALE_FACTOR set; prints what is wrong with each screen as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize

from tests.ui.examining import faults_at
from thidua_desktop.app import application
from thidua_desktop.bootstrap import open_services
from thidua_desktop.ui import empty_screens, screens, shots

SCREENS = {"full": screens.SCREENS, "empty": empty_screens.SCREENS}
DAY = date(2026, 5, 20)


def look(store: Path, kind: str, rooms: tuple[QSize, QSize], names: Sequence[str]) -> dict[str, list[str]]:
    """What is wrong with each of the named screens of an office, by name."""
    application()
    found: dict[str, list[str]] = {}
    with open_services(store, today=lambda: DAY) as services:
        for screen in SCREENS[kind]:
            if screen.name in names:
                with shots.opened(services, screen) as (window, shown):
                    found[screen.name] = faults_at(window, shown, *rooms)
    return found


def size(text: str) -> QSize:
    """A room as it is written."""
    wide, high = text.split("x")
    return QSize(int(wide), int(high))


if __name__ == "__main__":
    _self, office, of, sizes, *wanted = sys.argv
    ordinary, smallest = map(size, sizes.split(","))
    json.dump(look(Path(office), of, (ordinary, smallest), wanted), sys.stdout)
