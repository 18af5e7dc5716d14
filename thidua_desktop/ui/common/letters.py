"""Letters that work with Alt: each button and field of a dialog gets one of its own words, and none has two."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QGroupBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

Lettered = QAbstractButton | QLabel | QGroupBox


def give(dialog: QWidget) -> None:
    """Mark a letter in the words of what has none yet; those that were chosen by hand stay, the second of two goes."""
    taken: set[str] = set()
    bare: list[Lettered] = []
    for widget in _lettered(dialog):
        letter = letter_of(_text(widget))
        if letter and letter not in taken:
            taken.add(letter)
            continue
        if letter:
            _set_text(widget, _text(widget).replace("&", "", 1))
        bare.append(widget)
    for widget in sorted(bare, key=lambda each: not isinstance(each, QPushButton)):
        _mark(widget, taken)


def letter_of(text: str) -> str:
    """The marked letter, in upper case; nothing where there is none."""
    at = text.replace("&&", "  ").find("&")
    return text[at + 1 : at + 2].strip().upper() if at >= 0 else ""


def has_key(widget: QWidget) -> bool:
    """Whether a button has a key of its own: Qt would take it away for the letter."""
    return isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty()


def _lettered(dialog: QWidget) -> Iterator[Lettered]:
    """What can have a letter, in the order of the dialog, used or not; the entries of a list are too many for it."""
    for widget in dialog.findChildren(QWidget):
        if not widget.isVisibleTo(dialog) or widget.window() is not dialog:
            continue
        if isinstance(widget.parent(), QAbstractItemView | QTabBar):
            continue
        if isinstance(widget, QCheckBox | QRadioButton) and _listed(widget, dialog):
            continue
        field = isinstance(widget, QLabel) and isinstance(widget.buddy(), QWidget)
        if isinstance(widget, QPushButton | QCheckBox | QRadioButton | QGroupBox) or field:
            assert isinstance(widget, Lettered)
            yield widget


def _listed(widget: QWidget, dialog: QWidget) -> bool:
    around = widget.parentWidget()
    while around is not None and around is not dialog:
        if isinstance(around, QScrollArea):
            return True
        around = around.parentWidget()
    return False


def _mark(widget: Lettered, taken: set[str]) -> None:
    """Mark the first letter of a word if it is free, else any; only those that every keyboard has."""
    text = _text(widget)
    if not text or "&" in text or has_key(widget):
        return
    starts = [at for at, sign in enumerate(text) if sign.isalnum() and (at == 0 or not text[at - 1].isalnum())]
    for at in (*starts, *range(len(text))):
        letter = text[at].upper()
        if letter.isascii() and letter.isalpha() and letter not in taken:
            taken.add(letter)
            _set_text(widget, f"{text[:at]}&{text[at:]}")
            return


def _text(widget: Lettered) -> str:
    return widget.title() if isinstance(widget, QGroupBox) else widget.text()


def _set_text(widget: Lettered, text: str) -> None:
    if isinstance(widget, QGroupBox):
        widget.setTitle(text)
    else:
        widget.setText(text)


def serves(window: QWidget | None) -> bool:
    """Whether letters are given in a window: in dialogs, not in the main window, whose menus have theirs."""
    return isinstance(window, QDialog)
