"""How long each screen of the sample office takes to open: every tab, every window and dialog of ``thidua screens``."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.frame import OURS, Figures, Promise, Scene, Side, at_most

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from thidua_desktop.services.container import Services
    from thidua_desktop.ui.main_window import MainWindow

_LIMIT_MS = 200
_SIZE = (1366, 768)


@dataclass(frozen=True, slots=True)
class _Took:
    """From the key until the screen is drawn and nothing is under way any more."""

    busy_ms: float
    """Processor time of the window's thread alone: how long nobody is answered."""
    wall_ms: float
    """By the clock, with the work in the background that is waited for."""


@dataclass(frozen=True, slots=True)
class _Ready:
    services: Services
    scratch: Path
    told: Path
    """Where the time of each screen is written, the slowest first."""


def _ready(scene: Scene) -> _Ready:
    """The sample office with all that its pictures add, and what the program reads beside its first page."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from thidua_desktop import app
    from thidua_desktop.bootstrap import open_services
    from thidua_desktop.services import demo, demo_councils, demo_quarter, demo_reports
    from thidua_desktop.ui.pages import load_all

    app.application()
    services = open_services(scene.scratch / "mau.tdkt", create=True)
    year = services.today().year
    demo.build(services, scene.scratch, year)
    for build in (demo_councils.build, demo_reports.build, demo_reports.send, demo_quarter.build):
        build(services, year)
    load_all(services)
    return _Ready(services, scene.scratch, scene.cache / "screens.txt")


def _ours(ready: _Ready) -> Figures:
    from shiboken6 import isValid

    from tests.bench.office import as_the_program_runs
    from thidua_desktop.ui import screen
    from thidua_desktop.ui.screens import SCREENS

    screen._SETTLE_MS = 5  # no picture is taken: only work is waited for, and without spinning
    took: dict[str, _Took] = {}
    with as_the_program_runs():
        window = _window(ready)
        for at, title in enumerate(window.titles):
            took[f"tab {title}"], _shown = _opened(window, partial(_show_tab, at))
        for each in SCREENS:
            took[each.name], shown = _opened(window, each.show)
            ready.told.write_text(_table(took), encoding="utf-8")  # what there is, should one of them never end
            if isValid(shown) and shown is not window and shown.isWindow():
                shown.close()
            else:  # what was typed or chosen in its tabs would be there for the next one
                _end(window)
                window = _window(ready, every_tab=True)
        _end(window)
    return {
        "slowest_ms": max(each.busy_ms for each in took.values()),
        "slowest_wall_ms": max(each.wall_ms for each in took.values()),
        "screens": len(took),
        "slow": sum(each.busy_ms > _LIMIT_MS for each in took.values()),
        "slow_by_clock": sum(each.wall_ms > _LIMIT_MS for each in took.values()),
    }


def _table(took: Mapping[str, _Took]) -> str:
    """The slowest first."""
    slowest = sorted(took.items(), key=lambda each: -each[1].busy_ms)
    return "".join(f"{each.busy_ms:6.0f} ms busy {each.wall_ms:6.0f} ms  {name}\n" for name, each in slowest)


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
    window.beginning.hold()
    settle(window)
    for at in range(len(window.titles) if every_tab else 0):
        window.show_page(at)
        settle(window)
    return window


def _end(window: MainWindow) -> None:
    """Nothing of a window is left to be drawn beside the next one."""
    from PySide6.QtCore import QCoreApplication, QEvent

    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _show_tab(at: int, window: MainWindow) -> QWidget:
    window.show_page(at)
    return window


def _opened(window: MainWindow, show: Callable[[MainWindow], QWidget]) -> tuple[_Took, QWidget]:
    """Open a screen and let everything be drawn that is read for it in the background."""
    import time

    from thidua_desktop.ui.screen import settle

    begun, busy = time.perf_counter(), time.thread_time()
    shown = show(window)
    settle(window)
    return _Took((time.thread_time() - busy) * 1000, (time.perf_counter() - begun) * 1000), shown


PROMISES = (
    Promise(
        "screens",
        "Every screen of the sample office, opened for the first time",
        1,
        Side(OURS, _ours, _ready, most_rounds=1, limit_s=1_800),
        (at_most("slowest_ms", _LIMIT_MS),),
        shown=("slowest_ms", "screens", "slow", "slow_by_clock"),
        note="Slowest: the windows of lists, whose two tables are drawn again at another size and when judged; "
        "the tabs of calendar and nominations. Some pictures type or choose something after the opening, or make the "
        "window larger, which counts here too. Next: fewer drawings of one opening. Each screen: screens.txt.",
    ),
)
