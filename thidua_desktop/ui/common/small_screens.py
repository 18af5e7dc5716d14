"""Windows that are larger than the screen they are on: they are made as large as it is, and their contents scrolled.

Qt opens a dialog no larger than two thirds of its screen, and then cuts the second line of its sentences off or presses
its fields together although the screen has room; such a dialog gets the height it asked for.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLayout,
    QMainWindow,
    QMessageBox,
    QScrollArea,
    QSizeGrip,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

_KNOWN = "fits_small_screens"
_QTS_OWN = (QMessageBox, QFileDialog)
"""They see to it themselves."""

Room = Callable[[QWidget], QRect]
"""Where a window, without its frame, may be."""


class SmallScreens(QObject):
    """Keeps every window of the program on its screen: at 150 % one of 1366×768 dots has room for 911×512.

    An event filter of the whole application would be asked about every movement of the mouse, so each window is got
    to know when it comes to the front.
    """

    def __init__(self, app: QGuiApplication, room: Room | None = None) -> None:
        """``room`` is that of the screen unless a test has one of its own."""
        super().__init__(app)
        self._room = room or _room_on_screen
        app.focusWindowChanged.connect(self._on_window_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What a window holds may need more room later, or the window be taken to another screen."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.DevicePixelRatioChange, QEvent.Type.Show):
            QTimer.singleShot(0, self, lambda: self._fit(watched))
        return super().eventFilter(watched, event)

    def _on_window_changed(self) -> None:
        front = QApplication.activeWindow()
        if front is None or front.property(_KNOWN) or isinstance(front, _QTS_OWN):
            return
        front.setProperty(_KNOWN, True)
        front.installEventFilter(self)
        if not front.testAttribute(Qt.WidgetAttribute.WA_Resized) and not front.isMaximized():
            front.resize(front.size().expandedTo(_wished(front)))
        self._fit(front)

    def _fit(self, window: QObject) -> None:
        if isValid(window) and isinstance(window, QWidget) and window.isVisible():
            fit(window, self._room(window))


def fit(window: QWidget, room: QRect) -> None:
    """Let a window be no larger than its room; what it holds is scrolled where it needs more.

    It is no smaller than its sentences are high either. The buttons at the foot of a dialog stay where they are always
    seen.
    """
    least = _least(window, room.width())
    if least.width() > room.width() or least.height() > room.height():
        _scroll(window)
    if window.isMaximized() or window.isFullScreen():
        return
    place = QRect(window.geometry().topLeft(), window.size().expandedTo(least).boundedTo(room.size()))
    if place.size() != window.size():
        place.moveLeft(max(room.left(), min(place.left(), room.right() + 1 - place.width())))
        place.moveTop(max(room.top(), min(place.top(), room.bottom() + 1 - place.height())))
        window.setGeometry(place)


def _least(window: QWidget, room: int) -> QSize:
    """The smallest size that cuts nothing off, in a room of this width."""
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    layout = window.layout()
    if layout is not None and layout.hasHeightForWidth():
        wide = max(least.width(), min(window.width(), room))
        least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(wide)))
    return least


def _wished(window: QWidget) -> QSize:
    """The size that a window would like to have."""
    wished = window.sizeHint()
    layout = window.layout()
    if layout is not None and layout.hasHeightForWidth():
        wished.setHeight(layout.totalHeightForWidth(max(window.width(), wished.width())))
    return wished


def _scroll(window: QWidget) -> None:
    """Put what a window holds into an area that scrolls it; once is enough."""
    layout = window.layout()
    if layout is None or window.findChild(_Area, options=Qt.FindChildOption.FindDirectChildrenOnly) is not None:
        return
    focus = window.focusWidget()
    middle = window.centralWidget() if isinstance(window, QMainWindow) else None
    if isinstance(window, QMainWindow) and middle is not None:
        area = _Area(window, middle)
        window.setCentralWidget(area)
        middle.show()
        area.show()
    else:
        wide = window.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        size = window.size().expandedTo(layout.totalMinimumSize()) + QSize(wide, 0)
        _change(window, layout)
        window.resize(size)
    window.setMinimumSize(0, 0)
    if focus is not None:
        focus.setFocus()


def _change(window: QWidget, layout: QLayout) -> None:
    """Give a window a layout with an area in it, which holds what the window held."""
    foot = _foot(layout)
    if foot is not None:
        layout.removeWidget(foot)
    margins, spacing, least = layout.contentsMargins(), layout.spacing(), window.minimumSize()
    holder = QWidget(window)
    holder.setLayout(layout)
    layout.setContentsMargins(0, 0, 0, 0)
    for left in [child for child in window.children() if isinstance(child, QWidget)]:
        if left not in (foot, holder) and not left.isWindow() and not isinstance(left, QSizeGrip):
            hidden = left.isHidden()
            left.setParent(holder)  # a message, which lies over what is scrolled now
            left.setHidden(hidden)
    area = _Area(window, holder)
    outer = QVBoxLayout(window)
    outer.setContentsMargins(margins)
    outer.setSpacing(spacing)
    outer.addWidget(area, stretch=1)
    beside = QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
    if foot is not None:
        outer.addWidget(foot)
        beside += QSize(0, foot.sizeHint().height() + spacing)
    holder.setMinimumSize((least - beside).expandedTo(QSize(0, 0)))
    area.show()


def _foot(layout: QLayout) -> QDialogButtonBox | None:
    last = layout.itemAt(layout.count() - 1) if isinstance(layout, QVBoxLayout) else None
    widget = None if last is None else last.widget()
    return widget if isinstance(widget, QDialogButtonBox) else None


class _Area(QScrollArea):
    """What has the keyboard is always in sight."""

    def __init__(self, window: QWidget, held: QWidget) -> None:
        super().__init__(window)
        self.held = held
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(held)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def minimumSizeHint(self) -> QSize:
        """It is as small as it has to be."""
        return QSize(0, 0)

    def sizeHint(self) -> QSize:
        """All of what it holds."""
        return self.held.sizeHint()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.held.isAncestorOf(now):
            self.ensureWidgetVisible(now)


def _frame(window: QWidget) -> QMargins:
    """What the desktop puts around a window."""
    inner, outer = window.geometry(), window.frameGeometry()
    return QMargins(
        inner.left() - outer.left(),
        inner.top() - outer.top(),
        outer.right() - inner.right(),
        outer.bottom() - inner.bottom(),
    )


def _room_on_screen(window: QWidget) -> QRect:
    return window.screen().availableGeometry().marginsRemoved(_frame(window))
