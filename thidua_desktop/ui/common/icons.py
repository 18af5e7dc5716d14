"""Icons: one set of line drawings, coloured by the theme."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from thidua_desktop.common.paths import resource
from thidua_desktop.ui.common import theme

_DRAWN_IN = "#52606d"
_NAME = "iconName"


class _Drawing(QIconEngine):
    """Draws an icon when it is first seen and at the size that is asked for.

    A window has a hundred of them, most in menus that nobody opens: drawn beforehand at every size, they took longer
    than all the rest of making it.
    """

    def __init__(self, name: str, *, on_accent: bool) -> None:
        super().__init__()
        self._name, self._on_accent = name, on_accent

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
        made = _Drawing(self._name, on_accent=self._on_accent)
        _CLONES.append(made)
        return made

    def _colour(self, mode: QIcon.Mode) -> str:
        """Of the scheme of the moment: nothing that holds an icon has to be told when the system changes it."""
        now = theme.tokens()
        if mode is QIcon.Mode.Disabled:
            return now.line_strong
        return now.on_accent if self._on_accent else now.muted


_CLONES: list[QIconEngine] = []
"""Qt takes a clone without owning it, so that Python would free it at once."""


def icon(name: str, *, on_accent: bool = False) -> QIcon:
    """The icon ``resources/icons/<name>.svg`` in the colour of text, or of text on a primary button."""
    return _drawn(name, on_accent=on_accent)


@lru_cache(maxsize=256)
def _drawn(name: str, *, on_accent: bool) -> QIcon:
    return QIcon(_Drawing(name, on_accent=on_accent))


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
    """Give an action or a button its icon; lists of actions can ask for its name."""
    holder.setProperty(_NAME, name)
    holder.setIcon(icon(name, on_accent=on_accent))


def application_icon() -> QIcon:
    """The program's own sign."""
    return QIcon(str(resource("icons/app.svg")))


def sheet_file(name: str, *, dark: bool) -> Path:
    """What the style sheet draws, which it can only name as a file: arrow of drop-down fields, tick, dot."""
    return resource(f"icons/{name}-{'dark' if dark else 'light'}.svg")
