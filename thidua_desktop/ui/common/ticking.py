"""A list of things to tick, narrowed by what is typed above it; nothing ticked is lost by that."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.delegates import DETAIL_ROLE, TwoLines
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.widgets import button, label, row

_KEY = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to tick: what it is, its words, and a second line below them."""

    key: Hashable
    title: str
    detail: str = ""
    ticked: bool = False


class TickList(QWidget):
    """Space ticks; the field above finds without diacritics."""

    changed = Signal()

    def __init__(self, name: str, choices: Sequence[Choice], *, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(hint)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.all = button("Chọn tất cả đang hiện")
        self.none = button("Bỏ chọn")
        self._count = label("", "muted")
        for made in (self.all, self.none):
            made.setAutoDefault(False)
        self.all.clicked.connect(lambda: self._tick(lambda item: not item.isHidden(), on=True))
        self.none.clicked.connect(lambda: self._tick(lambda _item: True, on=False))
        for choice in choices:
            self._add(choice)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(theme.SPACE_S)
        frame.addWidget(self.search)
        frame.addWidget(self.list, stretch=1)
        frame.addLayout(row(self._count, 0, self.none, self.all))
        self.search.textChanged.connect(lambda _text: self._narrow())
        self.search.installEventFilter(self)
        self.list.itemChanged.connect(lambda _item: self._on_changed())
        self._on_changed()

    def ticked(self) -> tuple[Any, ...]:
        """The keys of what is ticked, in the order of the list."""
        return tuple(item.data(_KEY) for item in self._items() if item.checkState() is Qt.CheckState.Checked)

    def tick(self, keys: Sequence[Hashable]) -> None:
        """Tick these and nothing else."""
        self._tick(lambda _item: True, on=False)
        self._tick(lambda item: item.data(_KEY) in keys, on=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter go from the field to the list."""
        going = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.search and going and isinstance(event, QKeyEvent) and event.key() in keys:
            self.list.setFocus()
            first = next((item for item in self._items() if not item.isHidden()), None)
            if first is not None:
                self.list.setCurrentItem(first)
            return True
        return super().eventFilter(watched, event)

    def _add(self, choice: Choice) -> None:
        item = QListWidgetItem(choice.title)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if choice.ticked else Qt.CheckState.Unchecked)
        item.setData(_KEY, choice.key)
        item.setData(DETAIL_ROLE, choice.detail)
        item.setToolTip(f"{choice.title}\n{choice.detail}".strip())
        self.list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(number) for number in range(self.list.count())]

    def _tick(self, wanted: Callable[[QListWidgetItem], bool], *, on: bool) -> None:
        self.list.blockSignals(True)
        for item in self._items():
            if wanted(item):
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self._on_changed()

    def _narrow(self) -> None:
        words = fold(self.search.text()).split()
        for item in self._items():
            text = fold(f"{item.text()} {item.data(DETAIL_ROLE)}")
            item.setHidden(not all(word in text for word in words))

    def _on_changed(self) -> None:
        self._count.setText(f"Đã chọn {len(self.ticked())}/{self.list.count()}")
        self.changed.emit()
