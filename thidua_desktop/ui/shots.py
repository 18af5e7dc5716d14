"""How a screen is taken: sizes of screens, scales and schemes, and one window that goes through all of them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.theme import Tokens
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.screen import Screen, settle

SIZE = QSize(1366, 768)
"""The smallest screen that offices have."""
MIDDLE = QSize(1280, 720)
"""What a screen of 1920×1080 dots has to offer at 150 %."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture of a screen: the room on the display, how many dots a pixel of it has, and the scheme."""

    suffix: str
    room: QSize
    scale: float
    scheme: Tokens


PLAIN = Shot("", SIZE, 1, theme.LIGHT)
LARGE = Shot("-x2", SIZE, 2, theme.LIGHT)
DARK = Shot("-toi", SIZE, 1, theme.DARK)
EVERY = (
    PLAIN,
    LARGE,
    Shot("-x15", MIDDLE, 1.5, theme.LIGHT),
    Shot("-x15-toi", MIDDLE, 1.5, theme.DARK),
    DARK,
    Shot("-x2-toi", SIZE, 2, theme.DARK),
)
"""Every size in both schemes; in this order the window changes its size and its scheme least often."""


def usual(screen: Screen) -> tuple[Shot, ...]:
    """The pictures of a screen that show what is special about it."""
    return (PLAIN, *((LARGE,) if screen.large else ()), *((DARK,) if screen.dark else ()))


def take(services: Services, screen: Screen, out: Path, name: str, shots: Sequence[Shot]) -> list[Path]:
    """Take pictures of one screen; gives the files written.

    The scheme changes while the window is open, as it does when the system goes dark in the evening.
    """
    written: list[Path] = []
    with opened(services, screen) as (window, shown):
        first = shown.size()
        for shot in shots:
            wear(window, shot.scheme)
            whole = shown is window and first == SIZE  # a screen about a smaller window chose its size itself
            fit(window, shown, shot.room if whole else first.boundedTo(shot.room))
            written.append(_saved(shown, out / f"{name}{shot.suffix}.png", shot.scale))
    return written


@contextmanager
def opened(services: Services, screen: Screen) -> Iterator[tuple[MainWindow, QWidget]]:
    """A window brought to a screen, and the part of it that the picture is of; both are gone afterwards."""
    app = _application()
    theme.use(app, theme.LIGHT)
    with tempfile.TemporaryDirectory(prefix="thidua-anh-") as folder:
        window = MainWindow(services, Preferences(Path(folder) / "giao-dien.ini"))
        window.resize(SIZE)
        window.show()
        window.beginning.hold()
        settle(window)
        shown = screen.show(window)
        settle(window)
        try:
            yield window, shown
        finally:
            if shown is not window:
                shown.close()
            window.close()
            window.deleteLater()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # or it would be painted once more
            theme.use(app, None)


def wear(window: MainWindow, scheme: Tokens) -> None:
    """Let an open window change its scheme."""
    if theme.tokens() is not scheme:
        theme.use(_application(), scheme)
        settle(window)


def fit(window: MainWindow, shown: QWidget, size: QSize) -> None:
    """Let what is shown take another size."""
    if shown.size() != size:
        shown.resize(size)
        settle(window)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _saved(shown: QWidget, path: Path, scale: float) -> Path:
    picture = QPixmap(shown.size() * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.white)
    shown.render(picture, QPoint())
    picture.save(str(path))
    return path
