"""Everything that can be done in a window: its real actions, and those of pages that nobody has looked at yet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QMenu, QMenuBar, QWidget

from thidua_desktop.common.paths import resource
from thidua_desktop.common.records import dataclass
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.palette.entries import Entry, of_deed

if TYPE_CHECKING:
    from thidua_desktop.ui.main_window import MainWindow

FILE = "deeds/window.json"
NOWHERE = -1
"""Instead of the number of a page or part: of the window itself, or of no part."""
_STEP = " › "


@runtime_checkable
class Parted(Protocol):
    """A page that has parts, of which one is in front; a part is made when it is first looked at."""

    def show_part(self, at: int) -> None: ...

    def parts_made(self) -> dict[int, QWidget]: ...


@dataclass(frozen=True, slots=True)
class Deed:
    """An action of a page: where it stands, what it is called, its key. Written in ``resources/deeds``."""

    page: int
    part: int
    owner: str
    """The class of the widget whose action it is."""
    text: str
    key: str
    path: str
    """Its way through the menus, without itself."""


@cache
def known() -> tuple[Deed, ...]:
    """The actions of all pages as the program was built; ``python -m tests.ui.palette`` writes them."""
    found = json.loads(resource(FILE).read_text(encoding="utf-8"))
    return tuple(Deed(**each) for each in found)


def entries(window: MainWindow) -> list[Entry]:
    """What can be done, that of the page in front first."""
    front = window.tabs.currentIndex()
    found = list(_of_window(window))
    everywhere = {entry.title for entry in found}
    for number in sorted(range(len(window.titles)), key=lambda at: (at != front, at)):
        made = of_page(window, number)
        there = {deed.part for _action, deed in made}
        own = [_entry(window, action, deed) for action, deed in made]
        own += [_unmade(window, deed) for deed in known() if deed.page == number and deed.part not in there]
        found += [entry for entry in own if entry.title not in everywhere]
    return list({entry.code: entry for entry in reversed(found)}.values())[::-1]


def _of_window(window: MainWindow) -> Iterator[Entry]:
    for action, path in listed(window.menuBar()):
        if action.parent() is not None and action in window.actions():
            yield _entry(window, action, Deed(NOWHERE, NOWHERE, "", name_of(action), keys_of(action), path))


def of_page(window: MainWindow, number: int) -> list[tuple[QAction, Deed]]:
    """The actions of a page that has been made, each with what is known of it; nothing of one that has not."""
    page = window.pages.made.get(number)
    if page is None:
        return []
    paths = {(deed.part, deed.owner, deed.text): deed.path for deed in known() if deed.page == number}
    places = page.parts_made() if isinstance(page, Parted) else {}
    found = []
    for action in actions_of(page):
        owner = action.parent()
        part = next((at for at, made in places.items() if _within(made, owner)), NOWHERE)
        named = (part, type(owner).__name__, name_of(action))
        path = paths.get(named, window.titles[number])
        found.append((action, Deed(number, *named, keys_of(action), path)))
    return found


def _within(part: QWidget, owner: QObject | None) -> bool:
    return owner is part or (isinstance(owner, QWidget) and part.isAncestorOf(owner))


def _entry(window: MainWindow, action: QAction, deed: Deed) -> Entry:
    usable = action.isEnabled()
    front = deed.page in (NOWHERE, window.tabs.currentIndex())
    return of_deed(
        _code(deed),
        name_of(action),
        deed.path if usable or not front else f"{deed.path} – chưa dùng được lúc này",
        partial(perform, window, deed),
        icon=str(action.property("iconName") or ""),
        key=keys_of(action),
        usable=usable or not front,
    )


def _unmade(window: MainWindow, deed: Deed) -> Entry:
    return of_deed(_code(deed), deed.text, deed.path, partial(perform, window, deed), key=deed.key)


def _code(deed: Deed) -> str:
    return f"deed/{deed.page}/{deed.part}/{deed.owner}/{_code_words(deed.text)}"


def _code_words(text: str) -> str:
    """What stays of a name that says of what the deed is ("Hoàn tác: xóa 2 nhiệm vụ", "3 trách nhiệm…")."""
    return text.partition(":")[0].lstrip("0123456789 ").casefold()


def perform(window: MainWindow, deed: Deed) -> None:
    """Do it where it is done; where it cannot be done now, go there and say so."""
    if deed.page == NOWHERE:
        fitting = [action for action in window.actions() if _code_words(name_of(action)) == _code_words(deed.text)]
    else:
        _go(window, deed)
        found = of_page(window, deed.page)
        fitting = [action for action, made in found if _code(made) == _code(deed)]
    action = next((action for action in fitting if action.isEnabled() and _in_sight(action)), None)
    if action is None:
        told = f"“{deed.text.rstrip('…')}” chưa dùng được lúc này. Hãy mở hoặc chọn dòng cần làm trước, rồi làm lại."
        window.feedback.say(told, tone=Tone.INFO)
        return
    action.trigger()


def _go(window: MainWindow, deed: Deed) -> None:
    window.show_page(deed.page)
    page = window.pages.get(deed.page)
    if deed.part != NOWHERE and isinstance(page, Parted):
        page.show_part(deed.part)
    page.take_focus()


def _in_sight(action: QAction) -> bool:
    owner = action.parent()
    return not isinstance(owner, QWidget) or owner.isVisible()


# actions and menus


def actions_of(page: QWidget) -> list[QAction]:
    """What a page can do, without the entries of fields and of single cells."""
    return [action for action in page.findChildren(QAction) if _meant(action) and not _of_cell(action)]


def _meant(action: QAction) -> bool:
    return bool(action.text()) and not action.isSeparator() and not isinstance(action.menu(), QMenu)


def _of_cell(action: QAction) -> bool:
    return isinstance(action.parent(), QLineEdit | QMenu | QAbstractItemView)


def name_of(action: QAction) -> str:
    """The words of an action, without the mark of its letter."""
    return action.text().split("\t")[0].replace("&&", "\0").replace("&", "").replace("\0", "&")


def keys_of(action: QAction) -> str:
    """The key of an action as it is printed on the keyboard; nothing where it has none."""
    heard_by_table = action.text().partition("\t")[2]
    return heard_by_table or action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def listed(bar: QMenuBar) -> Iterator[tuple[QAction, str]]:
    """The actions in the menus of a window as they are filled now, each with its way through them."""
    for top in bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            yield from _inside(menu, name_of(top))


def _inside(menu: QMenu, path: str) -> Iterator[tuple[QAction, str]]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _inside(inner, f"{path}{_STEP}{name_of(action)}")
        elif _meant(action):
            yield action, path
