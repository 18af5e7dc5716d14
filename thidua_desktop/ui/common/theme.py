"""The look of the program: one set of measures, letters and colours, light and dark."""

from __future__ import annotations

import sys
from enum import Enum, StrEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from thidua_desktop.common.paths import resource
from thidua_desktop.common.records import dataclass

_DOMAIN = "thidua_desktop.domain."

SPACE_XXS: Final = 2
SPACE_XS: Final = 4
SPACE_S: Final = 8
SPACE_M: Final = 12
SPACE_L: Final = 16
SPACE_XL: Final = 24
"""The only distances between things, in device-independent pixels."""
HAIRLINE: Final = 1
"""How far something keeps from the line around it."""

RADIUS: Final = 6
ROW_HEIGHT: Final = 30
"""Least height of a table row; text that wraps makes it higher."""

SIGN_POINTS: Final = 7.5
SMALL_POINTS: Final = 9
BODY_POINTS: Final = 10
LEGEND_POINTS: Final = 11
TITLE_POINTS: Final = 12
DISPLAY_POINTS: Final = 15
"""The only sizes of letters, from signs in the corners of cells to what a whole page is about."""


class Tone(StrEnum):
    """What a colour says; always beside a word and a shape."""

    NEUTRAL = "neutral"
    INFO = "info"
    WARNING = "warning"
    DANGER = "danger"
    SUCCESS = "success"
    MUTED = "muted"


class Shape(Enum):
    """The sign drawn before a chip's text, so that nobody depends on colour."""

    RING = "ring"
    HALF = "half"
    PAUSE = "pause"
    CLOCK = "clock"
    ALERT = "alert"
    CHECK = "check"
    CROSS = "cross"
    ARROW = "arrow"
    DOT = "dot"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Ink:
    """Text and ground of a tone."""

    text: str
    ground: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour that the program uses, as ``#rrggbb``."""

    dark: bool
    window: str
    surface: str
    raised: str
    line: str
    line_strong: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    selection: str
    scroll: str
    tones: dict[Tone, Ink]


LIGHT = Tokens(
    dark=False,
    window="#f1f4f7",
    surface="#ffffff",
    raised="#f8fafb",
    line="#dbe1e7",
    line_strong="#7f8c99",
    text="#17202a",
    muted="#52606d",
    accent="#0f5a9c",
    accent_hover="#0c4a82",
    on_accent="#ffffff",
    accent_soft="#e4eff9",
    selection="#cfe3f5",
    scroll="#b9c3cd",
    tones={
        Tone.NEUTRAL: Ink("#33404d", "#dfe5eb"),
        Tone.INFO: Ink("#0b4f8a", "#dcebf9"),
        Tone.WARNING: Ink("#7a4700", "#fdefcf"),
        Tone.DANGER: Ink("#9b1c1c", "#fbe3e1"),
        Tone.SUCCESS: Ink("#14592f", "#dcf2e3"),
        Tone.MUTED: Ink("#4c5966", "#e6eaee"),
    },
)

DARK = Tokens(
    dark=True,
    window="#14181d",
    surface="#1b2026",
    raised="#222930",
    line="#343d47",
    line_strong="#7c8995",
    text="#e7ecf1",
    muted="#a5b1bd",
    accent="#77b7f0",
    accent_hover="#9accf6",
    on_accent="#0b1722",
    accent_soft="#1e3448",
    selection="#234460",
    scroll="#4a5560",
    tones={
        Tone.NEUTRAL: Ink("#d3dae1", "#323b44"),
        Tone.INFO: Ink("#a9d2f8", "#1b3a57"),
        Tone.WARNING: Ink("#f5cd83", "#4a3610"),
        Tone.DANGER: Ink("#ffb4ac", "#552320"),
        Tone.SUCCESS: Ink("#9adfb3", "#17432a"),
        Tone.MUTED: Ink("#a5b1bd", "#2a3138"),
    },
)


def chip(member: Enum) -> tuple[Tone, Shape]:
    """The tone and sign of a state, a severity or a doubt."""
    from thidua_desktop.ui.common.chip_looks import LOOKS  # which needs the tones and signs above

    kind = type(member)
    return LOOKS[f"{kind.__module__.removeprefix(_DOMAIN)}.{kind.__name__}"][member.name]


_wanted: Tokens | None = None


def tokens() -> Tokens:
    """The colours of the scheme that the system shows now, or of the one that was asked for."""
    if _wanted is not None:
        return _wanted
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def use(app: QApplication, scheme: Tokens | None) -> None:
    """Show one scheme whatever the system says; None follows the system again."""
    global _wanted
    former, _wanted = tokens(), scheme
    if tokens() is not former:
        _paint(app)


def ink(tone: Tone) -> Ink:
    """Text and ground of a tone in the scheme of the moment."""
    return tokens().tones[tone]


def color(value: str) -> QColor:
    """A token as Qt knows it."""
    return QColor(value)


def apply(app: QApplication) -> None:
    """Give the application its style, letters and colours, and keep following the system's scheme."""
    app.setStyle("Fusion")
    app.setFont(interface_font())
    _paint(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: _paint(app))


def _paint(app: QApplication) -> None:
    from thidua_desktop.ui.common import tints
    from thidua_desktop.ui.common.stylesheet import stylesheet

    now = tokens()
    app.setPalette(palette(now))
    app.setStyleSheet(stylesheet(now))
    for window in app.topLevelWidgets():
        tints.retint(window)


def palette(now: Tokens) -> QPalette:
    """The tokens in Qt's roles, for what the style sheet does not reach."""
    made = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: now.window,
        role.WindowText: now.text,
        role.Base: now.surface,
        role.AlternateBase: now.raised,
        role.Text: now.text,
        role.Button: now.raised,
        role.ButtonText: now.text,
        role.Highlight: now.selection,
        role.HighlightedText: now.text,
        role.ToolTipBase: now.raised,
        role.ToolTipText: now.text,
        role.PlaceholderText: now.muted,
        role.Link: now.accent,
        role.Mid: now.line,
        role.Dark: now.line_strong,
        role.Accent: now.accent,
    }
    for which, value in pairs.items():
        made.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(now.line_strong))
    return made


def letters(like: QFont, points: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """The same letters in one of the sizes."""
    made = QFont(like)
    made.setPointSizeF(points)
    made.setBold(bold)
    made.setItalic(italic)
    return made


def interface_font() -> QFont:
    """A font with Vietnamese letters: the system's own where it has them."""
    font = QFont(_family())
    font.setPointSize(BODY_POINTS)
    return font


def _family() -> str:
    known = set(QFontDatabase.families(QFontDatabase.WritingSystem.Vietnamese))
    system: str = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    wanted = ("Segoe UI",) if sys.platform == "win32" else ("Noto Sans", "Open Sans", "Roboto", "Liberation Sans")
    found: str | None = next((family for family in (*wanted, system, "DejaVu Sans") if family in known), None)
    if found is not None:
        return found
    number = QFontDatabase.addApplicationFont(str(resource("fonts/LiberationSerif-Regular.ttf")))
    families = QFontDatabase.applicationFontFamilies(number)
    return str(families[0])
