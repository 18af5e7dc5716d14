"""Small building blocks that every screen is made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui.common import icons, theme
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.high_enough import HighEnough
from thidua_desktop.ui.common.signs import Sign
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import set_tone

_BESIDE_WORDS = QSize(16 + theme.SPACE_XS, 16)
"""An icon and its distance from the words beside it."""


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A line of text in one of the roles of the style sheet: display, title, strong, muted, small, error."""
    made = QLabel(text, wordWrap=wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made


def note(tone: Tone, text: str = "") -> QLabel:
    """A few words on a ground of their own, to be seen before anything else."""
    made = label(text, "note", wrap=True)
    set_tone(made, tone)
    return made


def button(text: str, icon: str = "", *, role: str = "", tip: str = "") -> QPushButton:
    """A button; ``role`` is "primary", "link" or nothing."""
    made = QPushButton(text)
    if icon:
        icons.name_icon(made, icon, on_accent=role == "primary")
        made.setIconSize(_BESIDE_WORDS)
    if role:
        made.setProperty("role", role)
    made.setToolTip(tip)
    made.setAccessibleName(text)
    return made


def action(
    owner: QWidget, text: str, icon: str, shortcut: str, do: Callable[[], object], *, within: bool = True
) -> QAction:
    """An action of ``owner`` for its menu, its buttons and a key; ``within``: the key works only while it has focus."""
    made = QAction(text, owner)
    if icon:
        icons.name_icon(made, icon)
    if shortcut:
        made.setShortcut(key_sequence(shortcut))
        made.setToolTip(f"{text.replace('…', '')} ({key_name(shortcut)})")
    context = Qt.ShortcutContext
    made.setShortcutContext(context.WidgetWithChildrenShortcut if within else context.WindowShortcut)
    made.triggered.connect(lambda _checked=False: do())
    owner.addAction(made)
    return made


def heard_by_table(of: QAction, shortcut: str) -> QAction:
    """Show beside an action the key by which a table does the same; the table hears it itself."""
    of.setIconText(of.text())
    of.setText(f"{of.text()}\t{key_name(shortcut)}")
    return of


def key_sequence(shortcut: str) -> QKeySequence:
    """A key by its English name ("Ctrl+Alt+V"); without that Qt asks for the translation of every key there is."""
    return QKeySequence.fromString(shortcut, QKeySequence.SequenceFormat.PortableText)


def key_name(shortcut: str) -> str:
    """A key as it is printed on the keyboard, in the language of the system."""
    return key_sequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def tool_button(of: QAction, *, text: bool = True) -> QToolButton:
    """A flat button for an action, with its text beside the icon or as an icon alone."""
    made = QToolButton()
    made.setDefaultAction(of)
    style = Qt.ToolButtonStyle
    made.setToolButtonStyle(style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly)
    if text:
        made.setIconSize(_BESIDE_WORDS)
    made.setAccessibleName(of.text().split("\t")[0])
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def menu_button(text: str, menu: QMenu, *, icon: str = "", name: str = "") -> QToolButton:
    """A flat button that opens a menu; ``name`` is what a screen reader says where the text alone is not enough."""
    made = QToolButton()
    made.setText(f"{text} ▾")
    if icon:
        icons.name_icon(made, icon)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIconSize(_BESIDE_WORDS)
    made.setMenu(menu)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(name or menu.title() or text)
    return made


_FIRST = 100
"""What takes the room before the empty space at both its sides does."""
_READ_WITH_EASE = 480
"""Pixels of a line that the eye follows without a finger."""


class ElidedLabel(QLabel):
    """One line that ends in "…" where it does not fit; the whole text is its tool tip."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)  # else a style that leaves room around the words takes some of it for itself
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)

    def setText(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        super().setText(shown)


def line() -> QFrame:
    """A thin horizontal line."""
    made = QFrame()
    made.setProperty("role", "line")
    return made


def card() -> QFrame:
    """A framed surface for what belongs together."""
    made = QFrame()
    made.setProperty("role", "card")
    return made


def row(*items: QWidget | int, spacing: int = theme.SPACE_S) -> QHBoxLayout:
    """Widgets side by side; 0 stands for the space that pushes apart, another number for a fixed gap."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for item in items:
        if isinstance(item, QWidget):
            made.addWidget(item)
        elif item:
            made.addSpacing(item)
        else:
            made.addStretch(1)
    return made


def column(*items: QWidget | int, spacing: int = theme.SPACE_S) -> QVBoxLayout:
    """Widgets one below the other; 0 stands for the space that pushes apart, another number for a fixed gap."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for item in items:
        if isinstance(item, QWidget):
            made.addWidget(item)
        elif item:
            made.addSpacing(item)
        else:
            made.addStretch(1)
    return made


class EmptyState(HighEnough):
    """What a screen shows while it has nothing: what belongs here and how to begin."""

    def __init__(
        self, icon: str, title: str, text: str, offers: tuple[Offer, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        sign = Sign(icon, 40)
        explained = label(text, "muted", wrap=True)
        explained.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        explained.setMaximumWidth(_READ_WITH_EASE)
        middling = row(0, explained, 0)
        middling.setStretch(1, _FIRST)
        self.buttons = [self._button(offer, first=at == 0) for at, offer in enumerate(offers)]
        heading = label(title, "title")
        middle = column(sign, heading, theme.SPACE_S, spacing=theme.SPACE_S)
        for part in (sign, heading):
            middle.setAlignment(part, Qt.AlignmentFlag.AlignHCenter)
        middle.insertLayout(2, middling)  # in a row of its own, which asks it how high it is at the width that it gets
        middle.addLayout(row(0, *self.buttons, 0))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_L, theme.SPACE_L, theme.SPACE_L)
        frame.addStretch(2)
        frame.addLayout(middle)
        frame.addStretch(3)
        self.setAccessibleName(title)

    @staticmethod
    def _button(offer: Offer, *, first: bool) -> QPushButton:
        made = button(offer.text, role="primary" if first else "")
        made.clicked.connect(offer.do)
        return made
