"""Icons: one set of line drawings, coloured by the theme."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from thidua_desktop.common.paths import resource
from thidua_desktop.ui.common import theme

_DRAWN_IN = "#52606d"
_NAME, _ON_ACCENT = "iconName", "iconOnAccent"
_SIZES = (16, 20, 24, 32, 40, 48)


def icon(name: str, *, on_accent: bool = False) -> QIcon:
    """The icon ``resources/icons/<name>.svg`` in the colour of text, or of text on a primary button."""
    now = theme.tokens()
    return _drawn(name, now.on_accent if on_accent else now.muted, now.line_strong)


@lru_cache(maxsize=256)
def _drawn(name: str, normal: str, disabled: str) -> QIcon:
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, normal), (QIcon.Mode.Disabled, disabled)):
        renderer = QSvgRenderer(QByteArray(drawing.replace(_DRAWN_IN, colour).encode()))
        for size in _SIZES:
            made.addPixmap(_picture(renderer, size), mode)
    return made


def _picture(renderer: QSvgRenderer, size: int) -> QPixmap:
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size, size))
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
