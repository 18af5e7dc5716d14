"""How the page is divided: rounds at the left, the list in the middle, what is known of one line at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.widgets import label, row, tool_button

_SIDE_WIDTH, _LIST_WIDTH, _PANEL_WIDTH = 240, 786, 340
_ROUNDS_HEIGHT, _BELOW_HEIGHT = 240, 300
_SPLIT, _SIDE_SPLIT, _PANEL = "nominations/split", "nominations/side", "nominations/panel"


class Panes(QWidget):
    """Holds the parts of the page; widths and heights are remembered."""

    panel_toggled = Signal(bool)
    """The part at the right is shown now, or put away."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.heading = label("", "title")
        # Each part is made within the next one: put into place later, it would be given its style anew with all in it.
        self.split = QSplitter(self)
        self.split.setChildrenCollapsible(False)
        self._side = _pane(self.split)
        self._below = QSplitter(Qt.Orientation.Vertical, self._side)
        self._below.setChildrenCollapsible(False)
        self._main = _pane(self.split)
        self.tabs = QTabWidget(self.split)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Về dòng đang chọn")
        self.tabs.tabBar().setAccessibleName("Về dòng đang chọn")
        self.tabs.tabBar().setProperty("role", "small")

    def lay_out(self, rounds: QWidget, deeds: Sequence[QAction], main: Sequence[QWidget]) -> None:
        """Place the rounds under their ``deeds``, and the parts of the middle one below the other, the last growing."""
        bar = row(self.heading, 0, *(tool_button(deed, text=False) for deed in deeds), spacing=theme.SPACE_XXS)
        bar.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_XS, theme.SPACE_XS)
        left = _stack(self._side)
        left.addLayout(bar)
        left.addWidget(self._below, 1)
        self._below.addWidget(rounds)
        middle = _stack(self._main)
        for at, part in enumerate(main, start=1):
            middle.addWidget(part, 1 if at == len(main) else 0)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([_SIDE_WIDTH, _LIST_WIDTH, _PANEL_WIDTH])
        self.tabs.hide()
        frame = QHBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self.split)
        state = self._preferences.state(_SPLIT)
        if state is not None:
            self.split.restoreState(state)
        self.split.splitterMoved.connect(lambda *_: self._preferences.set_state(_SPLIT, self.split.saveState()))

    def place_side(self, widget: QWidget, title: str = "") -> None:
        """Put something below the rounds."""
        held = QWidget()
        inner = _stack(held)
        if title:
            inner.addWidget(label(title, "strong"))
        inner.addWidget(widget, 1)
        self._below.addWidget(held)
        self._below.setSizes([_ROUNDS_HEIGHT, _BELOW_HEIGHT])
        state = self._preferences.state(_SIDE_SPLIT)
        if state is not None:
            self._below.restoreState(state)
        self._below.splitterMoved.connect(lambda *_: self._preferences.set_state(_SIDE_SPLIT, self._below.saveState()))

    def add_panel(self, title: str, widget: QWidget) -> None:
        """Put one more tab at the right; it comes back as it was left."""
        self.tabs.addTab(widget, title)
        if self.tabs.count() == 1:
            self.tabs.setVisible(bool(self._preferences.number(_PANEL, 1)))

    def panel_shown(self) -> bool:
        """Whether the part at the right is shown."""
        return not self.tabs.isHidden()

    def show_panel(self, shown: bool) -> None:
        """Show the part at the right, or give its room to the list; remembered."""
        self.tabs.setVisible(shown)
        self._preferences.set_number(_PANEL, int(shown))
        self.panel_toggled.emit(shown)

    def bring(self, widget: QWidget) -> None:
        """Put a tab of the part at the right in front, with the focus."""
        self.show_panel(True)
        self.tabs.setCurrentWidget(widget)
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _pane(parent: QWidget) -> QFrame:
    made = QFrame(parent)
    made.setProperty("role", "pane")
    return made


def _stack(of: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(of)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(0)
    return made
