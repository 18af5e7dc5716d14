"""A part of a splitter with words: as high as they need at its width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.common.high_enough import HighEnough


def test_a_splitter_gives_words_the_height_that_they_need(qtbot: QtBot) -> None:
    split, part = QSplitter(Qt.Orientation.Vertical), HighEnough()
    words = QLabel("thi đua, khen thưởng " * 40, wordWrap=True)
    qtbot.addWidget(split)
    inside = QVBoxLayout(part)
    inside.addWidget(words)
    split.addWidget(part)
    split.addWidget(QWidget())
    split.resize(200, 900)
    split.show()
    split.setSizes([1, 899])
    qtbot.waitUntil(lambda: words.width() > 0)
    assert words.height() >= words.heightForWidth(words.width())
