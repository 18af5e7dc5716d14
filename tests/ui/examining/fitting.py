"""Words that are cut off, widgets over one another, outside what holds them, or larger than the screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizeGrip,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionHeader,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from tests.ui.examining.seen import indexes, inside_a_field, is_picture, names, place, plain, sections, widgets
from thidua_desktop.ui.common.chips import Chip, chip_size
from thidua_desktop.ui.common.feedback import Banner
from thidua_desktop.ui.common.table_model import CHIP_ROLE
from thidua_desktop.ui.common.widgets import ElidedLabel
from thidua_desktop.ui.common.work_strip import WorkStrip

_SLACK = 1
_HEADER_SIDES = 16
_CHIP_SIDES = 16
_PLACES_ITS_OWN = (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractScrollArea, QHeaderView, QTabBar)
"""Widgets that lay their own parts over one another on purpose."""
_LIES_OVER = (Banner, WorkStrip, QSizeGrip, QSplitterHandle)
"""What is meant to lie over others: a message over the foot of its page, the wide handle of a thin line."""


def cut_off(root: QWidget) -> list[str]:
    """Texts that do not fit where they stand."""
    return [f"{names(widget)}: {text!r}" for widget in widgets(root) for text in _cut(widget)]


def _cut(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel():
            if _label_cut(widget):
                yield widget.text()
        case QPushButton() | QToolButton() | QCheckBox() | QRadioButton():
            if _button_cut(widget):
                yield widget.text()
        case QComboBox():
            if not widget.isEditable() and widget.currentText() not in widget.toolTip() and _combo_cut(widget):
                yield widget.currentText()
        case QLineEdit():
            if _placeholder_cut(widget):
                yield widget.placeholderText()
        case QTabBar():
            yield from _tabs_cut(widget)
        case QGroupBox():
            if widget.fontMetrics().horizontalAdvance(widget.title()) > widget.width():
                yield widget.title()
        case Chip():
            if _smaller(widget.size(), widget.sizeHint()):
                yield widget.accessibleName()
        case QHeaderView():
            yield from _titles_cut(widget)
        case QTableView():
            yield from _chips_cut(widget)
        case _:
            pass


def _smaller(size: QSize, wanted: QSize) -> bool:
    return size.width() + _SLACK < wanted.width() or size.height() + _SLACK < wanted.height()


def _label_cut(label: QLabel) -> bool:
    if not label.text() or is_picture(label):
        return False
    if isinstance(label, ElidedLabel):  # its tool tip says the rest
        return label.height() + _SLACK < label.fontMetrics().height()
    if label.wordWrap():
        widest = max((label.fontMetrics().horizontalAdvance(word) for word in plain(label.text()).split()), default=0)
        return label.height() + _SLACK < label.heightForWidth(label.width()) or label.width() + _SLACK < widest
    return _smaller(label.size(), label.sizeHint())


def _button_cut(button: QAbstractButton) -> bool:
    style = button.toolButtonStyle() if isinstance(button, QToolButton) else None
    alone = style is Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull()
    if not button.text() or alone or inside_a_field(button):
        return False
    wanted = button.sizeHint() if isinstance(button, QToolButton) else button.minimumSizeHint()
    return _smaller(button.size(), wanted)


def _combo_cut(combo: QComboBox) -> bool:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(control, option, part, combo)
    icon = combo.iconSize().width() + 4 if not combo.itemIcon(combo.currentIndex()).isNull() else 0
    return combo.fontMetrics().horizontalAdvance(combo.currentText()) + icon > room.width() + 2 * _SLACK


def _placeholder_cut(field: QLineEdit) -> bool:
    """A hint that cannot be read whole; short words that name no deed are no more than an ornament of the field."""
    if not field.placeholderText() or field.text():
        return False
    metrics, margins = field.fontMetrics(), field.textMargins()
    room = field.contentsRect().width() - margins.left() - margins.right() - 2
    room -= sum(part.width() + 4 for part in field.findChildren(QToolButton) if part.isVisible())
    return metrics.horizontalAdvance(field.placeholderText()) > room + _SLACK


def _tabs_cut(bar: QTabBar) -> Iterator[str]:
    bold = bar.font()
    bold.setBold(True)
    metrics = QFontMetrics(bold)
    for at in range(bar.count()):
        box, text = bar.tabRect(at), plain(bar.tabText(at))
        wider = metrics.horizontalAdvance(text) > box.width() - 8
        if bar.isTabVisible(at) and (wider or not bar.rect().adjusted(-1, -1, 1, 1).contains(box)):
            yield text


def _titles_cut(header: QHeaderView) -> Iterator[str]:
    option = QStyleOptionHeader()
    header.initStyleOption(option)
    font = header.font()
    font.setBold(True)
    metrics = QFontMetrics(font)
    wrap = int(Qt.TextFlag.TextWordWrap.value)
    for number, box in sections(header):
        title = str(header.model().headerData(number, Qt.Orientation.Horizontal) or "")
        room = box.adjusted(0, 0, -_HEADER_SIDES, 0)
        lines = max(1, box.height() // metrics.lineSpacing()) if box.height() > 2 * metrics.lineSpacing() + 6 else 1
        needed = (
            metrics.boundingRect(room, wrap, title) if lines > 1 else QRect(0, 0, metrics.horizontalAdvance(title), 0)
        )
        if needed.width() > room.width() + 2 * _SLACK or needed.height() > box.height():
            yield title


def _chips_cut(view: QTableView) -> Iterator[str]:
    """States whose word is not whole although their column is in sight."""
    for index in indexes(view):
        if index.data(CHIP_ROLE) is not None:
            box, text = view.visualRect(index), str(index.data() or "")
            whole = box.left() >= 0 and box.right() <= view.viewport().width()
            if whole and chip_size(view.fontMetrics(), text).width() > box.width() - _CHIP_SIDES + _SLACK:
                yield text


def overlapping(root: QWidget) -> list[str]:
    """Pairs of siblings of which one covers a part of the other."""
    found: list[str] = []
    for parent in widgets(root):
        if isinstance(parent, _PLACES_ITS_OWN) or _holds_scrolled(parent):
            continue
        for one, other in combinations(_children(parent, root), 2):
            both = one.geometry().intersected(other.geometry())
            if both.width() > _SLACK and both.height() > _SLACK:
                found.append(f"{names(one)} and {names(other)}")
    return found


def _children(parent: QWidget, root: QWidget) -> list[QWidget]:
    return [
        child
        for child in parent.children()
        if isinstance(child, QWidget)
        and child.isVisibleTo(root)
        and not child.isWindow()
        and not isinstance(child, _LIES_OVER)
        and child.property("role") != "drop"
    ]


def _holds_scrolled(widget: QWidget) -> bool:
    """Whether it is the hole through which something larger is seen."""
    above = widget.parentWidget()
    return isinstance(above, QAbstractScrollArea) and above.viewport() is widget


def outside(root: QWidget) -> list[str]:
    """Widgets of which a part lies outside what holds them, so that it is never seen."""
    found: list[str] = []
    for parent in widgets(root):
        if isinstance(parent, (*_PLACES_ITS_OWN, QAbstractItemView)) or _holds_scrolled(parent):
            continue
        room = parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        found += [
            f"{names(child)} {child.geometry().getRect()} of {parent.size().toTuple()}"
            for child in _children(parent, root)
            if not room.contains(child.geometry())
        ]
    return found


def hidden_buttons(root: QWidget) -> list[str]:
    """Buttons that exist and can be seen by nobody: squeezed to nothing, or pushed out of the window."""
    return [
        names(button)
        for button in root.findChildren(QAbstractButton)
        if button.isVisibleTo(root)
        and button.window() is root.window()
        and not inside_a_field(button)
        and not _scrolled(button, root)
        and place(button, root).isEmpty()
    ]


def _scrolled(widget: QWidget, root: QWidget) -> bool:
    """Whether a widget comes into sight when what holds it is scrolled."""
    above = widget.parentWidget()
    while above is not None and above is not root:
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            right = widget.mapTo(above, widget.rect().topRight()).x()
            return area.horizontalScrollBarPolicy() is not never or right <= above.width() + _SLACK
        above = area
    return False


def too_large(root: QWidget, screen: QSize) -> list[str]:
    """Whether the window cannot be made as small as a screen."""
    least = root.minimumSizeHint().expandedTo(root.minimumSize())
    if least.width() > screen.width() or least.height() > screen.height():
        return [f"{names(root)} needs {least.toTuple()}, the screen has {screen.toTuple()}"]
    return []
