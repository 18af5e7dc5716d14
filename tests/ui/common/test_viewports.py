"""The inner widgets of views are found without setting up every class of widgets."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.common.viewports import know_viewport


def test_the_viewport_is_the_one_that_was_made_known(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    know_viewport(view)
    assert view.viewport() is vars(view)["_known_viewport"]


_STARTED = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6 import QtWidgets
from thidua_desktop.ui.common.viewports import know_viewport
app = QtWidgets.QApplication([])
view = QtWidgets.QListView()
know_viewport(view)
view.viewport()
sys.exit("QWizard" in vars(QtWidgets))
"""


def test_no_other_class_of_widgets_is_set_up_for_it() -> None:
    assert subprocess.run([sys.executable, "-c", _STARTED], check=False).returncode == 0
