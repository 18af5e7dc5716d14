"""What the window can do, as ``resources/deeds`` has it: collected from the real actions of every page."""

from __future__ import annotations

import json
from dataclasses import asdict

from PySide6.QtWidgets import QMenu

from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.palette import deeds
from thidua_desktop.ui.palette.deeds import Deed, Parted


def collected(window: MainWindow) -> list[Deed]:
    """Every action of every page, with its way through the menus; makes all parts of all pages."""
    found: dict[str, Deed] = {}
    for number, page in enumerate(window.pages.all()):
        window.show_page(number)
        if isinstance(page, Parted):
            _make_all(page)
        paths = _paths(window, number, page)
        for action, deed in deeds.of_page(window, number):
            path = paths.get(action, window.titles[number])
            made = Deed(deed.page, deed.part, deed.owner, deed.text, deed.key, path)
            found.setdefault(f"{made.page}/{made.part}/{made.owner}/{made.text}", made)
    return sorted(found.values(), key=lambda deed: (deed.page, deed.part, deed.owner, deed.path, deed.text))


def _make_all(page: object) -> None:
    make = getattr(page, "make_all", None)
    assert callable(make)
    make()


def _paths(window: MainWindow, number: int, page: object) -> dict[object, str]:
    found: dict[object, str] = {}
    for part in (None, *(page.parts_made() if isinstance(page, Parted) else ())):
        if part is not None and isinstance(page, Parted):
            page.show_part(part)
        for top in window.menuBar().actions():
            menu = top.menu()
            if isinstance(menu, QMenu) and top.isVisible():
                fill(menu)
        for action, path in deeds.listed(window.menuBar()):
            if path.split(" › ")[0] == window.titles[number]:
                found.setdefault(action, path)
    return found


def fill(menu: QMenu) -> None:
    """Let a menu be filled as it is when somebody opens it and all that it holds."""
    menu.aboutToShow.emit()
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            fill(inner)


def text(found: list[Deed]) -> str:
    """The content of the file."""
    lines = ",\n".join(json.dumps(asdict(deed), ensure_ascii=False) for deed in found)
    return f"[\n{lines}\n]\n"
