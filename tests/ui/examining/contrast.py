"""How much texts stand out from their ground, measured in the picture of a window and not in the colours meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QImage, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from tests.ui.examining.seen import covers, indexes, inside_a_field, is_picture, names, place, sections, whole, widgets
from thidua_desktop.ui.common.chips import Chip
from thidua_desktop.ui.common.table_model import CHIP_ROLE

LEAST, LEAST_LARGE = 4.5, 3.0
"""WCAG 2.1, 1.4.3 and 1.4.11: ordinary text; large text, and icons that stand for words."""
_MOST = 21.0
_LARGE_POINTS, _LARGE_BOLD_POINTS = 18, 14
_LEAST_HEIGHT = 6
"""Lower bands are lines and bars, not letters."""
_CHIP_START = 8 + 7 + 9 + 5


@dataclass(frozen=True, slots=True)
class Patch:
    """A part of the picture with one text on one ground."""

    name: str
    box: QRect
    least: float = LEAST


def weak(root: QWidget) -> list[str]:
    """Texts that stand out too little; a letter of thin lines is looked at again at twice the size.

    The pictures have as many dots as the screen that Qt was told of.
    """
    above = covers(root)
    patches = [
        patch
        for widget in widgets(root)
        for patch in (*_patches(widget, root), *_in_view(widget, root))
        if not any(place(cover, root).intersects(patch.box) for cover in above if not _within(widget, cover))
    ]
    dots = root.devicePixelRatioF()
    picture = photograph(root, dots)
    doubtful = [patch for patch in patches if measured(picture, _dots(patch.box, dots), dots) < patch.least]
    if not doubtful:
        return []
    twice = photograph(root, 2 * dots)
    found = [(patch, measured(twice, _dots(patch.box, 2 * dots), 2 * dots)) for patch in doubtful]
    return [f"{patch.name}: {ratio:.2f}" for patch, ratio in found if ratio < patch.least]


def photograph(root: QWidget, scale: float) -> QImage:
    """The picture of a window."""
    picture = QPixmap(root.size() * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.white)
    root.render(picture, QPoint())
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1)
    return image


def _dots(box: QRect, scale: float) -> QRect:
    return QRect(box.topLeft() * scale, box.size() * scale)


def measured(picture: QImage, box: QRect, dots: float) -> float:
    """The contrast of the weakest line of letters in a part of a picture; the greatest where nothing is written.

    ``dots`` is how many dots of the picture stand side by side in a pixel of the window.
    """
    part = picture.copy(box.intersected(picture.rect()))
    if part.isNull():
        return _MOST
    held = bytes(part.constBits())
    ground, _often = Counter(memoryview(held).cast("I")).most_common(1)[0]
    wide = part.bytesPerLine()
    blank = int(ground).to_bytes(4, "little") * part.width()
    found, band = [_MOST], b""
    for row in (*(held[at : at + wide] for at in range(0, len(held), wide)), blank):
        if row != blank:
            band += row
        elif band:
            if len(band) >= _LEAST_HEIGHT * dots * wide:
                found.append(max(_ratio(colour, int(ground)) for colour in set(memoryview(band).cast("I"))))
            band = b""
    return min(found)


@lru_cache(maxsize=100_000)
def _ratio(one: int, other: int) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=100_000)
def _luminance(colour: int) -> float:
    parts = [(colour >> shift & 0xFF) / 255 for shift in (16, 8, 0)]
    linear = [part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4) for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _patches(widget: QWidget, root: QWidget) -> Iterator[Patch]:
    if not widget.isEnabled() or inside_a_field(widget):
        return
    for text, box, least in _texts(widget):
        seen = place(widget, root, box)
        if min(seen.width(), seen.height()) > _LEAST_HEIGHT and whole(widget, box):
            yield Patch(f"{names(widget)}: {text[:40]!r}", seen, least)


def _texts(widget: QWidget) -> Iterator[tuple[str, QRect, float]]:
    match widget:
        case QLabel():
            if widget.text() and not is_picture(widget):
                yield widget.text(), widget.contentsRect(), _least(widget.font())
        case QCheckBox() | QRadioButton():
            option = QStyleOptionButton()
            widget.initStyleOption(option)
            contents = QStyle.SubElement.SE_CheckBoxContents
            yield widget.text(), widget.style().subElementRect(contents, option, widget), LEAST
        case QAbstractButton():
            yield _button(widget)
        case QComboBox():
            yield widget.currentText(), widget.rect().adjusted(8, 3, -24, -3), LEAST
        case QLineEdit():
            yield widget.text() or widget.placeholderText(), widget.rect().adjusted(6, 3, -6, -3), LEAST
        case QTabBar():
            for at in range(widget.count()):
                yield widget.tabText(at), widget.tabRect(at).adjusted(2, 2, -2, -4), LEAST
        case Chip():
            yield widget.accessibleName(), widget.rect().adjusted(_CHIP_START - 8, 2, -4, -2), LEAST
        case _:
            yield from ()


def _button(button: QAbstractButton) -> tuple[str, QRect, float]:
    alone = isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    if alone or not button.text():
        return button.accessibleName(), button.rect().adjusted(4, 4, -4, -4), LEAST_LARGE
    icon = 28 if isinstance(button, QPushButton | QToolButton) and not button.icon().isNull() else 6
    return button.text(), button.rect().adjusted(icon, 4, -6, -4), _least(button.font())


def _within(widget: QWidget, cover: QWidget) -> bool:
    return widget is cover or cover.isAncestorOf(widget)


def _in_view(widget: QWidget, root: QWidget) -> Iterator[Patch]:
    """The cells and titles of a list or a table, the lines of a document."""
    match widget:
        case QHeaderView():
            yield from _titles(widget, root)
        case QAbstractItemView():
            yield from _cells(widget, root)
        case QPlainTextEdit() | QTextEdit():
            yield Patch(names(widget), place(widget.viewport(), root, widget.viewport().rect()))
        case _:
            pass


def _titles(header: QHeaderView, root: QWidget) -> Iterator[Patch]:
    for number, box in sections(header):
        title = str(header.model().headerData(number, Qt.Orientation.Horizontal) or "")
        if title:
            inner = box.adjusted(4, 2, -4, -4)
            yield Patch(f"{names(header)}: {title!r}", place(header.viewport(), root, inner))


def _cells(view: QAbstractItemView, root: QWidget) -> Iterator[Patch]:
    for index in indexes(view):
        text = str(index.data() or "")
        if not text or not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            continue
        box, chip = view.visualRect(index), index.data(CHIP_ROLE) is not None
        inner = _in_chip(view, box, text) if chip else box.adjusted(4, 2, -9, -3)
        seen = place(view.viewport(), root, inner)
        if (
            seen.width() > 2 * _LEAST_HEIGHT
            and seen.height() == inner.height()
            and (not chip or seen.size() == inner.size())
        ):
            yield Patch(f"{names(view)}: {text[:40]!r}", seen)


def _in_chip(view: QAbstractItemView, box: QRect, text: str) -> QRect:
    """Where the words of a chip stand in its cell."""
    metrics = view.fontMetrics()
    room = QRect(0, 0, min(metrics.horizontalAdvance(text), box.width() - 2 * _CHIP_START), metrics.height())
    room.moveCenter(box.center())
    room.moveLeft(box.left() + _CHIP_START)
    return room


def _least(font: QFont) -> float:
    large = font.pointSizeF() >= (_LARGE_BOLD_POINTS if font.bold() else _LARGE_POINTS)
    return LEAST_LARGE if large else LEAST
