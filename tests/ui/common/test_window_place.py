"""A window comes back where it stood, unless no screen is there any more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.window_place import WindowPlace, placed

LEFT, RIGHT = QRect(0, 0, 1366, 728), QRect(1366, 0, 1920, 1040)


@pytest.mark.parametrize(
    ("window", "screens", "found"),
    [
        (QRect(100, 50, 900, 600), [LEFT], QRect(100, 50, 900, 600)),
        (QRect(1500, 50, 900, 600), [LEFT, RIGHT], QRect(1500, 50, 900, 600)),
        (QRect(1500, 50, 900, 600), [LEFT], QRect(233, 64, 900, 600)),  # the second screen is gone
        (QRect(100, -400, 900, 600), [LEFT], QRect(233, 64, 900, 600)),  # nothing to take hold of
        (QRect(1300, 50, 900, 600), [LEFT], QRect(233, 64, 900, 600)),  # too little of it
        (QRect(100, 50, 1900, 1000), [LEFT], QRect(100, 50, 1366, 728)),  # the screen has become smaller
        (QRect(100, 50, 900, 600), [], QRect(100, 50, 900, 600)),
    ],
)
def test_a_window_is_where_it_can_be_seen(window: QRect, screens: list[QRect], found: QRect) -> None:
    assert placed(window, screens) == found


def test_place_and_size_are_remembered(qtbot: QtBot, preferences: Preferences) -> None:
    def made() -> QDialog:
        dialog = QDialog()
        qtbot.addWidget(dialog)
        dialog.resize(400, 300)
        WindowPlace(dialog, preferences, "thử")
        return dialog

    first = made()
    first.show()
    first.setGeometry(40, 60, 520, 340)
    first.close()
    assert made().geometry() == QRect(40, 60, 520, 340)
