"""Icons: one set of line drawings, coloured by the theme."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from thidua_desktop.common.paths import resource
from thidua_desktop.ui.common import theme

_DRAWN_IN = "#52606d"
_NAME, _ON_ACCENT = "iconName", "iconOnAccent"


class _Drawing(QIconEngine):
    """Draws an icon when it is first seen and at the size that is asked for.

    A window has a hundred of them, most in menus that nobody opens: drawn beforehand at every size, they took longer
    than all the rest of making it.
    """

    def __init__(self, name: str, normal: str, disabled: str) -> None:
        super().__init__()
        self._name, self._normal, self._disabled = name, normal, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it over a rectangle."""
        picture = self.pixmap(rect.size() * painter.device().devicePixelRatio(), mode, state)
        painter.drawPixmap(rect, picture)

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """It as a picture of a size in pixels."""
        return _picture(self._name, self._colour(mode), size.width(), size.height())

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, _scale: float) -> QPixmap:
        """The same: the size is told in pixels of the screen."""
        return self.pixmap(size, mode, state)

    def clone(self) -> QIconEngine:
        """Another one like it, for an icon that is changed."""
        made = _Drawing(self._name, self._normal, self._disabled)
        _CLONES.append(made)
        return made

    def _colour(self, mode: QIcon.Mode) -> str:
        return self._disabled if mode is QIcon.Mode.Disabled else self._normal


_CLONES: list[QIconEngine] = []
"""Qt takes a clone without owning it, so that Python would free it at once."""


def icon(name: str, *, on_accent: bool = False) -> QIcon:
    """The icon ``resources/icons/<name>.svg`` in the colour of text, or of text on a primary button."""
    now = theme.tokens()
    return _drawn(name, now.on_accent if on_accent else now.muted, now.line_strong)


@lru_cache(maxsize=256)
def _drawn(name: str, normal: str, disabled: str) -> QIcon:
    return QIcon(_Drawing(name, normal, disabled))


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    made = QSvgRenderer(QByteArray(drawing.replace(_DRAWN_IN, colour).encode()))
    made.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return made


@lru_cache(maxsize=512)
def _picture(name: str, colour: str, width: int, height: int) -> QPixmap:
    picture = QPixmap(QSize(width, height))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    side = min(width, height)  # what is wider than high keeps its distance from the words at its right
    _renderer(name, colour).render(painter, QRectF(0, (height - side) / 2, side, side))
    painter.end()
    return picture


def name_icon(holder: QAction | QAbstractButton, name: str, *, on_accent: bool = False) -> None:
    """Give an action or a button its icon, so that it can be coloured anew when the system's scheme changes."""
    holder.setProperty(_NAME, name)
    holder.setProperty(_ON_ACCENT, on_accent)
    holder.setIcon(icon(name, on_accent=on_accent))


def recolor(window: QWidget) -> None:
    """Draw the icons of all actions and buttons of a window in the colours of the scheme of the moment."""
    holders: list[QAction | QAbstractButton] = [*window.findChildren(QAction), *window.findChildren(QAbstractButton)]
    for holder in holders:
        name = holder.property(_NAME)
        if isinstance(name, str):
            holder.setIcon(icon(name, on_accent=bool(holder.property(_ON_ACCENT))))


def application_icon() -> QIcon:
    """The program's own sign."""
    return QIcon(str(resource("icons/app.svg")))


def sheet_file(name: str, *, dark: bool) -> Path:
    """What the style sheet draws, which it can only name as a file: arrow of drop-down fields, tick, dot."""
    return resource(f"icons/{name}-{'dark' if dark else 'light'}.svg")
