"""How long each screen of the sample office takes to open: every tab, every window and dialog of ``thidua screens``."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.frame import OURS, Figures, Promise, Scene, Side, at_most

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_desktop.services.container import Services
    from thidua_desktop.ui.main_window import MainWindow

_LIMIT_MS = 200
_SIZE = (1366, 768)


@dataclass(frozen=True, slots=True)
class _Ready:
    services: Services
    scratch: Path
    told: Path
    """Where the time of each screen is written, the slowest first."""


def _ready(scene: Scene) -> _Ready:
    """The sample office, with the modules read that the program reads beside its first page."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from importlib import import_module

    from thidua_desktop import app
    from thidua_desktop.bootstrap import open_services
    from thidua_desktop.services import demo

    app.application()
    for page in ("plans", "calendar", "nominations", "councils", "decisions", "directory", "reports"):
        import_module(f"thidua_desktop.ui.{page}.page")
    services = open_services(scene.scratch / "mau.tdkt", create=True)
    demo.build(services, scene.scratch, services.today().year)
    return _Ready(services, scene.scratch, scene.cache / "screens.txt")


def _ours(ready: _Ready) -> Figures:
    from thidua_desktop.ui.screens import SCREENS

    window = _window(ready)
    took: dict[str, float] = {}
    for at, title in enumerate(window.titles):
        took[f"tab {title}"] = _opened(window, partial(_show_tab, at))
    window.close()
    for screen in SCREENS:
        window = _window(ready, every_tab=True)
        took[screen.name] = _opened(window, screen.show)
        window.close()
    slowest = sorted(took.items(), key=lambda each: -each[1])
    ready.told.write_text("".join(f"{each:6.0f} ms  {name}\n" for name, each in slowest), encoding="utf-8")
    return {"slowest_ms": slowest[0][1], "screens": len(took), "slow": sum(each > _LIMIT_MS for each in took.values())}


def _window(ready: _Ready, *, every_tab: bool = False) -> MainWindow:
    """A new window at rest; with ``every_tab`` the tabs have been looked at: the dialogs above them are measured."""
    from thidua_desktop.ui.common.preferences import Preferences
    from thidua_desktop.ui.main_window import MainWindow
    from thidua_desktop.ui.screen import settle

    preferences = ready.scratch / "giao-dien.ini"
    preferences.unlink(missing_ok=True)
    window = MainWindow(ready.services, Preferences(preferences))
    window.resize(*_SIZE)
    window.show()
    settle(window)
    for at in range(len(window.titles) if every_tab else 0):
        window.show_page(at)
        settle(window)
    return window


def _show_tab(at: int, window: MainWindow) -> None:
    window.show_page(at)


def _opened(window: MainWindow, show: Callable[[MainWindow], object]) -> float:
    """Milliseconds of processor time of the window's thread until a screen is drawn; waiting is not counted."""
    import time

    from PySide6.QtWidgets import QApplication

    begun = time.thread_time()
    show(window)
    QApplication.processEvents()
    return (time.thread_time() - begun) * 1000


PROMISES = (
    Promise(
        "screens",
        "Every screen of the sample office, opened for the first time",
        1,
        Side(OURS, _ours, _ready, most_rounds=1),
        (at_most("slowest_ms", _LIMIT_MS),),
        shown=("slowest_ms", "screens", "slow"),
        note="Slowest: the sheet of keys, which makes every page; previews of a plan and a workbook; windows "
        "of lists; the year of the calendar. Next: profile these, lay out only the lines that are seen first. Some "
        "pictures type or choose something after the opening, which counts here too. Each screen: screens.txt.",
    ),
)
