"""English words that are left, and words all in capitals, among what a window says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.ui.examining.seen import names, plain, widgets
from thidua_desktop.common.vietnamese import fold
from thidua_desktop.ui.common.widgets import ElidedLabel

_SYLLABLE = re.compile(
    r"(ngh|ng|nh|gh|gi|kh|th|tr|ch|ph|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(ch|ng|nh|[cmnpt])?", re.ASCII
)
_WORD = re.compile(r"[^\W\d_]+")
_NOT_SAID = re.compile(
    r"\S*[/\\@]\S*|\S+\.(?:tdkt|tdgoi|xlsx?|docx?|pdf|csv|ods|txt|zip|png|ics|toml)\b|\S*\d\S*|\{[{%].*?[}%]\}|\.\w+\b",
    re.IGNORECASE,
)
_KNOWN = frozenset(
    (
        *("word", "excel", "pdf", "csv", "docx", "xlsx", "unicode", "windows", "desktop", "office", "libreoffice"),
        *("unikey", "macro", "menu", "google", "zalo", "email", "usb", "sha", "mm"),
        *("ctrl", "shift", "alt", "enter", "delete", "del", "insert", "ins", "tab", "esc", "space", "backspace"),
        *("home", "end", "pgup", "pgdn", "caps", "lock"),
    )
)
"""Names of programs, formats and keys, which offices call by these words."""
_ALONE = frozenset(("no", "go", "on", "the", "hide", "date", "time", "page", "none", "note"))
"""English words that could be Vietnamese syllables, when nothing else is said."""


def english(root: QWidget) -> list[str]:
    """Words that no Vietnamese syllable looks like, with the widget that says them."""
    found = []
    for widget in widgets(root):
        for text in _said(widget):
            odd = foreign(plain(text))
            if odd:
                found.append(f"{names(widget)}: {', '.join(odd)}")
    return list(dict.fromkeys(found))


def shouted(root: QWidget) -> list[str]:
    """Buttons, tabs and titles of columns all in capitals; names of papers and of offices are written so by law."""
    found = []
    for widget in widgets(root):
        if isinstance(widget, QAbstractButton | QTabBar | QHeaderView | QGroupBox):
            found += [f"{names(widget)}: {text!r}" for text in _said(widget) if _all_capitals(plain(text))]
    return list(dict.fromkeys(found))


def _all_capitals(text: str) -> bool:
    """Several words of which none has a small letter; one alone may be an abbreviation."""
    return text.isupper() and len([word for word in _WORD.findall(text) if len(word) > 1]) > 1


def foreign(text: str) -> list[str]:
    """The words of a text that are not Vietnamese; abbreviations in capitals, paths and file names are passed over."""
    words = [word for word in _WORD.findall(_NOT_SAID.sub(" ", text)) if not (word.isupper() and word != "OK")]
    if len(words) == 1 and words[0].isascii() and words[0].lower() in _ALONE:
        return words
    return [word for word in words if not _vietnamese(word)]


def _vietnamese(word: str) -> bool:
    folded = fold(word)
    if len(folded) < 2 or folded in _KNOWN or any(letter.isupper() for letter in word[1:]):
        return word != "OK"
    return _SYLLABLE.fullmatch(folded) is not None


def _said(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    match widget:
        case ElidedLabel():
            pass  # its tool tip says all of it
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(min(widget.count(), 12)))
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText()
        case QTabBar():
            yield from (widget.tabText(at) for at in range(widget.count()))
        case QGroupBox():
            yield widget.title()
        case QHeaderView():
            if widget.model() is not None and widget.orientation() is Qt.Orientation.Horizontal:
                yield from (
                    str(widget.model().headerData(at, widget.orientation()) or "") for at in range(widget.count())
                )
        case _:
            pass
