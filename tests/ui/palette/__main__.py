"""Writes ``resources/deeds`` anew after actions were added or changed: ``python -m tests.ui.palette``."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.ui.palette.writing import collected, keys, keys_text, text
from thidua_desktop.app import application
from thidua_desktop.bootstrap import open_services
from thidua_desktop.common.paths import resource
from thidua_desktop.services import demo
from thidua_desktop.ui import help
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.palette import deeds
from thidua_desktop.ui.screen import settle


def main() -> None:
    app = application()
    with tempfile.TemporaryDirectory(prefix="thidua-viec-") as name:
        folder = Path(name)
        services = open_services(folder / "mau.tdkt", create=True, today=lambda: date(2026, 5, 20))
        services.office.save(demo.OFFICE)
        window = MainWindow(services, Preferences(folder / "giao-dien.ini"))
        window.show()
        settle(window)
        found, pressed = collected(window), keys(window)
        settle(window)
        resource(deeds.FILE).write_text(text(found), encoding="utf-8")
        resource(deeds.FILE).with_name(Path(help.FILE).name).write_text(keys_text(pressed), encoding="utf-8")
        window.close()
    app.processEvents()


main()
