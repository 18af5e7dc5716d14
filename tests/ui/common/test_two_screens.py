"""A window that stood on a second screen comes back there, and where it can be seen once that screen is gone.

The screens are told to Qt when it begins, so each arrangement of them has a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

LAPTOP = {"name": "Laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
SECOND = {"name": "Second", "x": 1366, "y": 0, "width": 1920, "height": 1080}
BEFORE = {"name": "Second", "x": -1920, "y": 0, "width": 1920, "height": 1080}

_WINDOW = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QDialog
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.window_place import WindowPlace

app = QApplication([])
dialog = QDialog()
dialog.resize(400, 300)
WindowPlace(dialog, Preferences(Path(sys.argv[1])), "thử")
dialog.show()
if len(sys.argv) > 2:
    dialog.setGeometry(*map(int, sys.argv[2:]))
app.processEvents()
on = dialog.screen()
seen = on.availableGeometry().contains(dialog.geometry())
print(json.dumps([len(app.screens()), on.name(), seen, dialog.geometry().getRect()]))
dialog.close()
"""

Screens = Sequence[dict[str, object]]


def opened(folder: Path, screens: Screens, *place: int) -> tuple[int, str, bool, tuple[int, ...]]:
    """Show a window on these screens, put it in its place and close it: how many screens, which, seen whole, where."""
    described = folder / "screens.json"
    described.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _WINDOW, folder / "giao-dien.ini", *map(str, place)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={described}"},
        capture_output=True,
        text=True,
        check=True,
    )
    count, name, seen, where = json.loads(done.stdout)
    return count, name, seen, tuple(where)


@pytest.mark.screens
@pytest.mark.parametrize(
    ("second", "place"),
    [(SECOND, (1500, 90, 1500, 900)), (BEFORE, (-1800, 90, 900, 600))],
    ids=["to the right", "to the left"],
)
def test_a_window_of_a_second_screen_comes_back(
    tmp_path: Path, second: dict[str, object], place: tuple[int, ...]
) -> None:
    stood = opened(tmp_path, (LAPTOP, second), *place)
    assert stood[:3] == (2, "Second", True)
    again = opened(tmp_path, (LAPTOP, second))
    assert (again[:3], again[3][2:]) == (stood[:3], stood[3][2:])
    assert opened(tmp_path, (LAPTOP,))[:3] == (1, "Laptop", True)  # the cable is pulled
