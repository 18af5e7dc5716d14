"""What of a window can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QRegion, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QTableView,
    QTreeView,
    QWidget,
)

from thidua_desktop.ui.common.feedback import Banner
from thidua_desktop.ui.common.work_strip import WorkStrip

_MARKED_UP = re.compile(r"<\/?[a-z]")


def widgets(root: QWidget) -> Iterator[QWidget]:
    """A window and all in it that shows at least a part of itself; menus and other windows are not in it."""
    yield root
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and widget.window() is root.window() and not widget.visibleRegion().isEmpty():
            yield widget


def place(widget: QWidget, root: QWidget, box: QRect | None = None) -> QRect:
    """Where a part of a widget (else all of it) stands in the window, as far as it is not covered or scrolled away."""
    part = (box if box is not None else widget.rect()).intersected(widget.visibleRegion().boundingRect())
    return QRect(widget.mapTo(root, part.topLeft()), part.size())


def whole(widget: QWidget, box: QRect) -> bool:
    """Whether nothing lies over a part of a widget, and none of it is scrolled away."""
    return QRegion(box.intersected(widget.rect())).subtracted(widget.visibleRegion()).isEmpty()


def covers(root: QWidget) -> list[QWidget]:
    """What lies over other things on purpose: what drops down from a field, a message."""
    return [each for each in widgets(root) if each.property("role") == "drop" or isinstance(each, Banner | WorkStrip)]


def plain(text: str) -> str:
    """A text without the marks of its markup and of its key."""
    if _MARKED_UP.search(text):
        text = QTextDocumentFragment.fromHtml(text).toPlainText()
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def names(widget: QWidget) -> str:
    """How to find a widget again: its kind and what it is called."""
    called = widget.accessibleName() or widget.objectName() or getattr(widget, "text", lambda: "")()
    above = widget.parentWidget()
    around = f" in {type(above).__name__}" if above is not None else ""
    return f"{type(widget).__name__}({called[:40]!r}){around}"


def inside_a_field(widget: QWidget) -> bool:
    """Whether a widget is a part of a field, which places its parts itself: the cross that clears it, its arrow."""
    return isinstance(widget.parentWidget(), QLineEdit)


def indexes(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """The cells of a list, tree or table that are in sight."""
    match view:
        case QTableView():
            yield from _cells(view)
        case QTreeView() | QListView():
            yield from _entries(view)


def _cells(view: QTableView) -> Iterator[QModelIndex]:
    model = view.model()
    if not model.rowCount():
        return
    last = view.rowAt(view.viewport().height() - 1)
    rows = range(max(0, view.rowAt(0)), (last if last >= 0 else model.rowCount() - 1) + 1)
    columns = [number for number in range(model.columnCount()) if not view.isColumnHidden(number)]
    for row in rows:
        for number in columns[:1] if view.columnSpan(row, columns[0]) > 1 else columns:
            yield model.index(row, number)


def _entries(view: QTreeView | QListView) -> Iterator[QModelIndex]:
    at = view.indexAt(QPoint(4, 4))
    while at.isValid() and view.visualRect(at).top() < view.viewport().height():
        yield at
        at = view.indexBelow(at) if isinstance(view, QTreeView) else at.siblingAtRow(at.row() + 1)


def sections(header: QHeaderView) -> Iterator[tuple[int, QRect]]:
    """The titles of a header that are whole in sight, and their places in its viewport."""
    if header.orientation() is not Qt.Orientation.Horizontal:
        return
    edge = header.viewport().width()
    for number in range(header.count()):
        left, width = header.sectionViewportPosition(number), header.sectionSize(number)
        if not header.isSectionHidden(number) and left >= 0 and left + width <= edge:
            yield number, QRect(left, 0, width, header.viewport().height())


def is_picture(widget: QWidget) -> bool:
    """Whether a label shows a drawing and no words."""
    return isinstance(widget, QLabel) and not widget.pixmap().isNull()
