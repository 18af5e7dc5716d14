"""Buttons that the mouse alone can press, and figures that are not written as an office writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from tests.ui.examining.seen import names, plain, widgets
from thidua_desktop.ui.common.feedback import Banner
from thidua_desktop.ui.common.work_strip import WorkStrip

_KEY_IN_TIP = re.compile(r"\(((?:Ctrl\+|Alt\+|Shift\+)*(?:\w+|[./+-]|phím cách))\)$")
_HEARD_BY_WIDGETS = frozenset(("Esc", "Enter", "Delete", "phím cách"))
"""Keys that a table, a field or a strip hears itself, without an action."""

_UNSET_FIGURE = re.compile(r"(?<![\w./,:*-])(\d{5,}|\d+\.\d{1,2}|\d+\.\d{4,})(?![\w/*]|[.,:-]\d)")
_OF_PYTHON = re.compile(r"(?<!\w)(True|False|None|nan)(?!\w)")
_NUMBERED_PAPER = re.compile(r"^\d{4}\.[A-Z]")


def by_mouse_alone(root: QWidget, reasons: Mapping[str, str]) -> list[str]:
    """The buttons of a window that no key presses and no menu holds; ``reasons`` are the words of those that need none.

    A button is an action with a key (of the main window: in a menu too), or does what such an action around it does
    (same words, or its tip names the action's key), or stands in a dialog with a letter of its own.
    """
    told = []
    for made in _buttons(root):
        words = (plain(made.text()), plain(made.accessibleName()))
        known = any(re.fullmatch(pattern, each) for pattern in reasons for each in words)
        if not known and not _reached(made, root):
            told.append(names(made))
    return told


def _buttons(root: QWidget) -> Iterator[QPushButton | QToolButton]:
    for widget in widgets(root):
        around = widget.parentWidget()
        part = isinstance(around, QComboBox | QAbstractItemView | QAbstractSpinBox | QTabBar | QLineEdit)
        if isinstance(widget, QPushButton | QToolButton) and not part:
            yield widget


def _reached(made: QPushButton | QToolButton, root: QWidget) -> bool:
    around = list(_around(made))
    of = made.defaultAction() if isinstance(made, QToolButton) else None
    if of is not None and _keyed(of) and (_in_menu(of) or not _with_menus(root)):
        return True
    if made.menu() is not None or isinstance(made.parentWidget(), Banner | WorkStrip):
        return True  # by Tab and the arrow keys, to entries that are actions; by F6 to what a message offers
    if isinstance(root, QDialog) and ("&" in made.text() or not made.shortcut().isEmpty()):
        return True
    if _name(made.text()) in {_name(deed.text()) for deed in around if _keyed(deed)}:
        return True
    found = _KEY_IN_TIP.search(made.toolTip())
    return found is not None and (found[1] in _HEARD_BY_WIDGETS or found[1] in _keys(around))


def _with_menus(root: QWidget) -> bool:
    return isinstance(root, QMainWindow) and bool(root.menuBar().actions())


def _around(made: QWidget) -> Iterator[QAction]:
    """The actions that are heard where a button is."""
    at: QWidget | None = made
    while at is not None:
        yield from at.actions()
        at = at.parentWidget()


def _keys(around: list[QAction]) -> set[str]:
    native = QKeySequence.SequenceFormat.NativeText
    texts = {key.toString(native) for deed in around for key in deed.shortcuts()}
    return texts | {text.replace("Return", "Enter") for text in texts}


def _keyed(deed: QAction) -> bool:
    return not deed.shortcut().isEmpty() or "\t" in deed.text()


def _in_menu(deed: QAction) -> bool:
    return any(isinstance(held, QMenu) for held in deed.associatedObjects())


def _name(text: str) -> str:
    return plain(text.split("\t", maxsplit=1)[0]).rstrip("…").strip().lower()


def odd_figures(texts: Iterable[str]) -> list[str]:
    """Numbers without their dots, decimals with a point, words of Python.

    Four digits may be a year; longer numbers of one word alone are numbers of persons and papers.
    """
    told = []
    for text in texts:
        if text.strip().isdigit() or _NUMBERED_PAPER.match(text):
            continue
        for rule in (_UNSET_FIGURE, _OF_PYTHON):
            told += [f"{found.group()}: {text[:80]}" for found in rule.finditer(text)]
    return told
