"""A short list inside the panel of a task: as high as its lines, everything by key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem, QSizePolicy, QWidget

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.tints import tint
from thidua_desktop.ui.common.wrapping_list import WrappingList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_FRAME = 4
_WIDTH = 160


@dataclass(frozen=True, slots=True)
class PartLine:
    """One line: its words, a tick where it can be ticked, a tone, and whether it is struck out."""

    text: str
    ticked: bool | None = None
    tone: theme.Tone | None = None
    struck: bool = False


class PartList(WrappingList):
    """Enter or a double click opens a line, Space ticks it, Alt+Up and Alt+Down move it, Delete takes it away."""

    line_opened = Signal(int)
    line_ticked = Signal(int, bool)
    line_moved = Signal(int, int)
    """A line (its place) is to go up or down by so many places."""
    line_dropped = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("role", "plain")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.locked = False
        """Whether lines can be looked at only."""
        self._filling = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.itemDoubleClicked.connect(lambda item: self.line_opened.emit(self.row(item)))
        self.itemChanged.connect(self._on_item_changed)

    def show_lines(self, lines: Sequence[PartLine]) -> None:
        """Show these lines; the cursor stays at its place."""
        self._filling = True
        at = self.currentRow()
        self.clear()
        for line in lines:
            self.addItem(self._item(line))
        self.setCurrentRow(min(max(0, at), len(lines) - 1))
        self._filling = False
        self.updateGeometry()

    def _item(self, line: PartLine) -> QListWidgetItem:
        item = QListWidgetItem(line.text)
        item.setToolTip(line.text)
        if line.ticked is not None:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked)
        if line.struck:
            font = item.font()
            font.setStrikeOut(True)
            item.setFont(font)
        if line.tone is not None:
            tint(item, line.tone)
        return item

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a line."""
        row, key = self.currentRow(), Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if row < 0:
            super().keyPressEvent(event)
        elif key in _ENTER:
            self.line_opened.emit(row)
        elif key is Qt.Key.Key_Delete and not self.locked:
            self.line_dropped.emit(row)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.locked:
            self.line_moved.emit(row, -1 if key is Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when there is another width: pages that lie upon each other ask for none by width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """All lines."""
        return self.lines_height(width) + _FRAME

    def sizeHint(self) -> QSize:
        """All lines at the width of the moment."""
        return QSize(_WIDTH, self.heightForWidth(max(_WIDTH, self.width())))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(_WIDTH, 0)

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        ticked = item.checkState() is Qt.CheckState.Checked
        if self.locked:
            self._filling = True
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
            self._filling = False
            return
        # The answer fills the list anew, and Qt has not done with this item yet.
        QTimer.singleShot(0, self, partial(self.line_ticked.emit, self.row(item), ticked))
