"""What the window can do and by which keys, as ``resources/deeds`` has it: collected from the actions of every page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.ui.help import Entry
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.palette import deeds
from thidua_desktop.ui.palette.deeds import Deed, Parted, keys_of, name_of


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


def keys(window: MainWindow) -> list[Entry]:
    """Every key of the window and of its pages, in the order of the tabs; makes all parts of all pages."""
    places = [("Chung", window.actions())]
    for title, page in zip(window.titles, window.pages.all(), strict=True):
        if isinstance(page, Parted):
            _make_all(page)
        places.append((title, _all_actions(page)))
    found: dict[Entry, None] = {}
    for place, actions in places:
        for action in actions:
            key = _keys(action)
            if key:
                found[(place, _lasting(name_of(action)), key)] = None
    return list(found)


def _lasting(name: str) -> str:
    """What stays of a name that says to what, in which year or to how many it would be done."""
    return name.split(":", maxsplit=1)[0].lstrip("0123456789 ").rstrip("0123456789 …")


def _all_actions(page: QWidget) -> list[QAction]:
    own = list(page.actions())
    inner = (
        found for widget in page.findChildren(QWidget) if not isinstance(widget, QMenu) for found in widget.actions()
    )
    return list(dict.fromkeys((*own, *inner)))


def _keys(action: QAction) -> str:
    """In the form that is the same on every system; the sheet shows them as they are printed on the keyboard."""
    heard_by_table = QKeySequence(keys_of(action), QKeySequence.SequenceFormat.NativeText)
    every = action.shortcuts() or [heard_by_table]
    return ", ".join(key.toString(QKeySequence.SequenceFormat.PortableText) for key in every)


def text(found: list[Deed]) -> str:
    """The content of the file of deeds."""
    return _lines([asdict(deed) for deed in found])


def keys_text(found: list[Entry]) -> str:
    """The content of the file of keys."""
    return _lines(found)


def _lines(found: Iterable[object]) -> str:
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in found)
    return f"[\n{lines}\n]\n"
