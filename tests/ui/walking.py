"""Walks the widgets of a screen as somebody with a keyboard or a screen reader does, and tells what stops him."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSplitter,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QWidget,
)

from thidua_desktop.ui.calendar.day_cell import DayCell
from thidua_desktop.ui.calendar.task_chip import TaskChip
from thidua_desktop.ui.common import letters
from thidua_desktop.ui.common.feedback import Banner

_TAB = Qt.FocusPolicy.TabFocus
_NEAR = 6
"""Widgets of one line need not begin at the very same height."""
_LINE = 24
"""How far down a line reaches from the top of its highest widget."""
_MOST_LINKS = 60
_MNEMONIC = re.compile(r"&([^&\s])")


def seen(root: QWidget) -> list[QWidget]:
    """The widgets that are on the screen."""
    return [widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root) and not _in_menu(widget)]


def described(widget: QWidget) -> str:
    """Class, name and words of a widget, for what a test says."""
    words = widget.accessibleName() or _text(widget)
    return f"{type(widget).__name__} “{words}” in {type(widget.parent()).__name__}"


# names


def unnamed(root: QWidget) -> list[str]:
    """The widgets that take the focus and that a screen reader could not name."""
    buddies = {label.buddy() for label in root.findChildren(QLabel)}
    return [
        described(widget)
        for widget in seen(root)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not _inner(widget)
        and not widget.accessibleName()
        and not _text(widget)
        and widget not in buddies
    ]


def _inner(widget: QWidget) -> bool:
    """Whether it is a part of another widget, which speaks for it."""
    around = widget.parent()
    return isinstance(around, QComboBox | QAbstractItemView | QAbstractScrollArea | QAbstractSpinBox | QTabBar)


def _text(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton | QLabel):
        return widget.text()
    return widget.title() if isinstance(widget, QGroupBox) else ""


def _in_menu(widget: QWidget) -> bool:
    return isinstance(widget, QMenu | QMenuBar) or isinstance(widget.parent(), QMenu | QMenuBar)


# the way of the Tab key


_held: list[QWidget] = []
"""WORKAROUND: PySide 6 destroys a header of a table with the last reference to what ``nextInFocusChain`` gave."""


def chain(root: QWidget) -> list[QWidget]:
    """What Tab goes to, in its order, beginning at the first."""
    found: list[QWidget] = []
    at = root.nextInFocusChain()
    while at is not root and at is not None:
        _held.append(at)
        if _takes_tab(at) and root.isAncestorOf(at) and at.isVisibleTo(root):
            found.append(at)
        at = at.nextInFocusChain()
    return found


def _takes_tab(widget: QWidget) -> bool:
    if not widget.isEnabled() or widget.focusProxy() is not None or not widget.focusPolicy() & _TAB:
        return False
    return not (isinstance(widget, QRadioButton) and widget.autoExclusive() and not widget.isChecked())


def backward(root: QWidget) -> list[str]:
    """The steps of the Tab key that go up, or to the left within a line, where reading would not go."""
    way = [widget for widget in chain(root) if not widget.visibleRegion().isEmpty()]  # the rest is scrolled away
    first = _first(way, root)
    way = [*way[first:], *way[:first]]  # the way is a ring; it begins where reading does
    told = []
    for here, there in pairwise(way):
        before, after = _place(here, root), _place(there, root)
        above = after.bottom() <= before.top() + _NEAR and _overlap(before, after, across=True)
        same_line = _overlap(before, after, across=False) and not _contains(before, after)
        left = same_line and after.right() <= before.left() + _NEAR
        if (above or left) and not _columns(here, there) and not _over(here, there):
            told.append(f"{described(here)} → {described(there)}")
    return told


def _first(way: list[QWidget], root: QWidget) -> int:
    """Which one stands first in the first line."""
    places = [_place(widget, root) for widget in way]
    top = min((place.top() for place in places), default=0)
    line = [at for at, place in enumerate(places) if place.top() < top + _LINE]
    return min(line, key=lambda at: places[at].left(), default=0)


def _over(*widgets: QWidget) -> bool:
    """Whether one belongs to a message, which lies over the others, or to buttons that Qt itself puts in order."""
    boxed = all(isinstance(widget.parent(), QDialogButtonBox) for widget in widgets)
    return boxed or any(isinstance(widget.parent(), Banner) for widget in widgets)


def _columns(here: QWidget, there: QWidget) -> bool:
    """Whether the second stands in another pane of a splitter than the first."""
    around = here.parentWidget()
    while around is not None and not around.isAncestorOf(there):
        around = around.parentWidget()
    return isinstance(around, QSplitter)


def _place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint()), widget.size())


def _overlap(one: QRect, other: QRect, *, across: bool) -> bool:
    if across:
        return min(one.right(), other.right()) - max(one.left(), other.left()) > _NEAR
    shared = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    return shared > min(one.height(), other.height()) / 2


def _contains(one: QRect, other: QRect) -> bool:
    return one.contains(other) or other.contains(one)


def out_of_reach(root: QWidget) -> list[str]:
    """The controls that can be clicked and that neither Tab goes to nor a key of an action does."""
    told = []
    for widget in seen(root):
        if not isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QAbstractItemView | QAbstractSpinBox):
            continue
        if _inner(widget) or isinstance(widget.parent(), QLineEdit) or not widget.isEnabled() or _by_arrows(widget):
            continue
        with_key = (
            isinstance(widget, QToolButton) and bool(widget.actions()) and not widget.actions()[0].shortcut().isEmpty()
        )
        if not widget.focusPolicy() & _TAB and widget.focusProxy() is None and not with_key:
            told.append(described(widget))
    return told


def _by_arrows(widget: QWidget) -> bool:
    """Whether the arrow keys go there: from a radio button to the next, through the tasks of a calendar and a drop."""
    return isinstance(widget, QRadioButton | TaskChip) or widget.property("role") == "drop" or _in_day(widget)


def _in_day(widget: QWidget) -> bool:
    return isinstance(widget.parent(), DayCell)


def trapped(root: QWidget) -> list[str]:
    """Where the Tab key, or F6 out of tables that are written in, no longer goes on. Presses real keys."""
    way = chain(root)
    told = []
    for widget in way:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if len(way) < 2 or QApplication.focusWidget() is not widget:
            continue
        links = isinstance(widget, QTextBrowser)  # Tab goes from link to link there
        for key in (*[Qt.Key.Key_Tab] * (_MOST_LINKS if links else 1), Qt.Key.Key_F6):
            if QApplication.focusWidget() is widget:
                QTest.keyClick(widget, key)
        if QApplication.focusWidget() is widget:
            told.append(described(widget))
    return told


# letters


def mnemonics(root: QWidget) -> Iterator[tuple[str, QWidget]]:
    """The letters that work with Alt in a window."""
    for widget in seen(root):
        if not isinstance(widget, QAbstractButton | QLabel | QGroupBox):
            continue
        if isinstance(widget, QLabel) and widget.buddy() is None:
            continue
        for letter in _MNEMONIC.findall(_text(widget)):
            yield letter.upper(), widget


def lettered(root: QWidget) -> list[str]:
    """The words that have a letter, in the order of the screen."""
    return [_text(widget) for _letter, widget in mnemonics(root)]


def same_letter(root: QWidget) -> list[str]:
    """Letters that more than one thing answers to."""
    counted = Counter(letter for letter, _widget in mnemonics(root))
    return [letter for letter, count in counted.items() if count > 1]


def without_letter(dialog: QDialog) -> list[str]:
    """Buttons and labelled fields of a dialog that no letter leads to although one of their words' is free."""
    letters.give(dialog)
    taken = {letter for letter, _widget in mnemonics(dialog)}
    named = {widget for _letter, widget in mnemonics(dialog)}
    return [
        described(widget)
        for widget in seen(dialog)
        if widget not in named
        and not _inner(widget)
        and not isinstance(widget.parent(), QLineEdit)
        and widget.isEnabled()
        and not letters.has_key(widget)
        and (
            (isinstance(widget, QPushButton) and widget.text())
            or (isinstance(widget, QLabel) and isinstance(widget.buddy(), QWidget))
        )
        and any(sign.isascii() and sign.isalpha() and sign.upper() not in taken for sign in _text(widget))
    ]


# words


def own_words(root: QWidget) -> Iterator[str]:
    """What the program itself says on a screen: labels, buttons, menus, tool tips, names; not the office's data."""
    yield root.windowTitle()
    for widget in (root, *seen(root)):
        if isinstance(widget, QAbstractButton | QGroupBox):
            yield from (widget.toolTip(), _text(widget))
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(at) for at in range(widget.count()))
    for deed in root.findChildren(QAction):
        yield from (deed.text(), deed.toolTip())


def words(root: QWidget) -> Iterator[str]:
    """What can be read on a screen, the cells in sight included."""
    yield from own_words(root)
    for widget in seen(root):
        if isinstance(widget, QLabel | QLineEdit):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(min(widget.count(), 200)))
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, QAbstractItemView):
            yield from _cells(widget)


def first_focus_is_a_control(dialog: QDialog) -> bool:
    """Whether typing or Enter does something as soon as a dialog is there."""
    focus: object = dialog.focusWidget()  # None where nothing has it, whatever its type says
    return isinstance(focus, QWidget) and focus.isVisible() and focus.isEnabled() and focus is not dialog


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model: object = view.model()  # None where a view has none, whatever its type says
    if not isinstance(model, QAbstractItemModel):
        return
    top = QModelIndex()
    width = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for row in range(min(model.rowCount(top), 40)):
        for column in range(width):
            said = model.data(model.index(row, column))
            yield said if isinstance(said, str) else ""
    for column in range(width):
        heading = model.headerData(column, Qt.Orientation.Horizontal)
        yield heading if isinstance(heading, str) else ""


def foreign_days(root: QWidget) -> list[str]:
    """Fields for days that show another form than dd/mm/yyyy."""
    return [
        f"{described(field)}: {field.displayFormat()}"
        for field in root.findChildren(QDateEdit)
        if not field.displayFormat().startswith("dd/MM/yyyy")
    ]
