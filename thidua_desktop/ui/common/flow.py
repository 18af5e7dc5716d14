"""Tools and filters side by side, going on in another line where the window is too narrow for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget

from thidua_desktop.ui.common import theme


class Flow(QLayout):
    """No button is hidden on a small screen: what does not fit goes below."""

    def __init__(self, *, spacing: int = theme.SPACE_S) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    # what Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        """One more at the end."""
        self._items.append(item)

    def insert_widget(self, at: int, widget: QWidget) -> None:
        """One more, before others."""
        self.addWidget(widget)
        self._items.insert(at, self._items.pop())

    def count(self) -> int:
        """How many there are, gaps included."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them; None beyond the last one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes the width that there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """It is higher where it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything into its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        seen = self._seen()
        wide = sum(item.sizeHint().width() for item in seen) + self.spacing() * max(0, len(seen) - 1)
        return self._around(QSize(wide, _highest(seen)))

    def minimumSize(self) -> QSize:
        """Each in a line of its own; how high that is depends on the width."""
        seen = self._seen()
        return self._around(QSize(max((_least(item) for item in seen), default=0), _highest(seen)))

    # lines

    def _around(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        top = room.top()
        for line in self._lines(room.width()):
            height = _highest([item for item in line if not item.isEmpty()])
            if move:
                self._place_line(line, QRect(room.left(), top, room.width(), height))
            top += height + theme.SPACE_XS
        return top - theme.SPACE_XS - rect.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._items:
            gap = isinstance(item, QSpacerItem)
            if item.isEmpty() and not gap:
                continue
            least = 0 if gap else _least(item) + self.spacing()
            if used and used + least - self.spacing() > width:
                lines.append([])
                used = 0
            if used or not gap:
                lines[-1].append(item)
            used += least
        return [line for line in lines if line]

    def _place_line(self, line: Sequence[QLayoutItem], room: QRect) -> None:
        left = room.left()
        for item, width in zip(line, self._widths(line, room.width()), strict=True):
            if isinstance(item, QSpacerItem):
                left += width
                continue
            height = min(item.sizeHint().height(), room.height())
            item.setGeometry(QRect(left, room.top() + (room.height() - height) // 2, width, height))
            left += width + self.spacing()

    def _widths(self, line: Sequence[QLayoutItem], width: int) -> list[int]:
        """Each its least width, then what it likes, then those that grow share the rest; else the gap takes it."""
        gaps = [isinstance(item, QSpacerItem) for item in line]
        found = [0 if gap else min(_least(item), width) for item, gap in zip(line, gaps, strict=True)]
        rest = width - sum(found) - self.spacing() * (gaps.count(False) - 1)
        for at, item in enumerate(line):
            if not gaps[at]:
                more = min(max(0, item.sizeHint().width() - found[at]), rest)
                found[at], rest = found[at] + more, rest - more
        growing = [at for at, item in enumerate(line) if not gaps[at] and _grows(item)]
        for number, at in enumerate(growing):
            share = rest // (len(growing) - number)
            more = min(share, line[at].maximumSize().width() - found[at])
            found[at], rest = found[at] + more, rest - more
        if rest > 0 and True in gaps:
            found[gaps.index(True)] += rest
        return found


def _grows(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _least(item: QLayoutItem) -> int:
    """What grows may shrink too; what does not, such as a row of tabs, is shown whole."""
    return (item.minimumSize() if _grows(item) else item.sizeHint()).width()


def _highest(items: Sequence[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in items), default=0)


def flow(*items: QWidget | int, spacing: int = theme.SPACE_S) -> Flow:
    """Widgets side by side, in several lines where they must; 0 stands for the space that pushes apart."""
    made = Flow(spacing=spacing)
    for item in items:
        if isinstance(item, QWidget):
            made.addWidget(item)
        else:
            made.addItem(QSpacerItem(item, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum))
    return made
