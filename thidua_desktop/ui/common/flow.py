"""Tools and filters side by side, going on in another line where the window is too narrow for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget

from thidua_desktop.common.records import dataclass
from thidua_desktop.ui.common import theme


@dataclass(frozen=True, slots=True)
class _Part:
    """What one item asks for, as long as nothing has changed."""

    item: QLayoutItem
    gap: bool
    least: int
    """What grows may shrink too; what does not, such as a row of tabs, is shown whole."""
    liked: QSize
    most: int
    grows: bool


class Flow(QLayout):
    """No button is hidden on a small screen: what does not fit goes below.

    The layouts around it ask a hundred times how high it would be before they are content. What its items ask for is
    looked up once, and again only after Qt has said that something is no longer as it was.
    """

    def __init__(self, *, spacing: int = theme.SPACE_S) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._parts: list[_Part] | None = None
        self._heights: dict[int, int] = {}
        self._high = 0
        """How high it is at the width it has now."""
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    # what Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        """One more at the end."""
        self._items.append(item)
        self._forget()

    def insert_widget(self, at: int, widget: QWidget) -> None:
        """One more, before others."""
        self.addWidget(widget)
        self._items.insert(at, self._items.pop())
        self._forget()

    def count(self) -> int:
        """How many there are, gaps included."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them; None beyond the last one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one back."""
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        """Something in it is shown, hidden or asks for other room."""
        self._forget()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It takes the width that there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """It is higher where it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return height

    def setGeometry(self, rect: QRect) -> None:
        """Put everything into its place; what is around it hears how many lines that takes.

        A page that was never shown may be laid out a few dots wide when the colours change; the window must not grow
        for the lines that would take.
        """
        super().setGeometry(rect)
        self._place(rect, move=True)
        narrow = rect.width() < max((part.least for part in self._seen()), default=0)
        high = 0 if narrow else self.heightForWidth(rect.width())
        if high != self._high:
            self._high = high
            self.update()

    def sizeHint(self) -> QSize:
        """All in one line."""
        seen = self._seen()
        wide = sum(part.liked.width() for part in seen) + self.spacing() * max(0, len(seen) - 1)
        return self._around(QSize(wide, _highest(seen)))

    def minimumSize(self) -> QSize:
        """Each in a line of its own, as high as at the width it has: a splitter does not ask what a width needs."""
        seen = self._seen()
        least = self._around(QSize(max((part.least for part in seen), default=0), _highest(seen)))
        return least.expandedTo(QSize(0, self._high if seen else 0))

    # lines

    def _forget(self) -> None:
        self._parts = None
        self._heights.clear()

    def _seen(self) -> list[_Part]:
        """The items that take room, with what they ask for; a gap takes what the others leave."""
        if self._parts is None:
            self._parts = [_part(item) for item in self._items if isinstance(item, QSpacerItem) or not item.isEmpty()]
        return [part for part in self._parts if not part.gap]

    def _all(self) -> list[_Part]:
        self._seen()
        assert self._parts is not None
        return self._parts

    def _around(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        top = room.top()
        for line in self._lines(room.width()):
            height = _highest([part for part in line if not part.gap])
            if move:
                self._place_line(line, QRect(room.left(), top, room.width(), height))
            top += height + theme.SPACE_XS
        return top - theme.SPACE_XS - rect.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[_Part]]:
        lines: list[list[_Part]] = [[]]
        used, spacing = 0, self.spacing()
        for part in self._all():
            least = 0 if part.gap else part.least + spacing
            if used and used + least - spacing > width:
                lines.append([])
                used = 0
            if used or not part.gap:
                lines[-1].append(part)
            used += least
        return [line for line in lines if line]

    def _place_line(self, line: Sequence[_Part], room: QRect) -> None:
        left, spacing = room.left(), self.spacing()
        for part, width in zip(line, self._widths(line, room.width()), strict=True):
            if part.gap:
                left += width
                continue
            height = min(part.liked.height(), room.height())
            part.item.setGeometry(QRect(left, room.top() + (room.height() - height) // 2, width, height))
            left += width + spacing

    def _widths(self, line: Sequence[_Part], width: int) -> list[int]:
        """Each its least width, then what it likes, then those that grow share the rest; else the gap takes it."""
        found = [0 if part.gap else min(part.least, width) for part in line]
        gaps = [at for at, part in enumerate(line) if part.gap]
        rest = width - sum(found) - self.spacing() * (len(line) - len(gaps) - 1)
        for at, part in enumerate(line):
            if not part.gap:
                more = min(max(0, part.liked.width() - found[at]), rest)
                found[at], rest = found[at] + more, rest - more
        growing = [at for at, part in enumerate(line) if part.grows]
        for number, at in enumerate(growing):
            share = rest // (len(growing) - number)
            more = min(share, line[at].most - found[at])
            found[at], rest = found[at] + more, rest - more
        if rest > 0 and gaps:
            found[gaps[0]] += rest
        return found


def _part(item: QLayoutItem) -> _Part:
    liked = item.sizeHint()
    if isinstance(item, QSpacerItem):
        return _Part(item, True, 0, liked, 0, False)
    grows = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
    least = item.minimumSize() if grows else liked
    return _Part(item, False, least.width(), liked, item.maximumSize().width(), grows)


def _highest(parts: Sequence[_Part]) -> int:
    return max((part.liked.height() for part in parts), default=0)


def flow(*items: QWidget | int, spacing: int = theme.SPACE_S) -> Flow:
    """Widgets side by side, in several lines where they must; 0 stands for the space that pushes apart."""
    made = Flow(spacing=spacing)
    for item in items:
        if isinstance(item, QWidget):
            made.addWidget(item)
        else:
            made.addItem(QSpacerItem(item, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum))
    return made
