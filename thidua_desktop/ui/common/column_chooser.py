"""Which columns a table shows and in which order: a list to tick and to move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.widgets import action, heard_by_table, label, row, tool_button

_LINE = theme.ROW_HEIGHT - theme.SPACE_XS
"""How high a line is; the list is laid out before it has its style."""
_NUMBER = int(Qt.ItemDataRole.UserRole)


class ColumnChooser(Form):
    """Shows columns as (number, title, shown); ``order()`` and ``shown()`` give them as they are left."""

    def __init__(self, columns: Sequence[tuple[int, str, bool]], parent: QWidget | None = None) -> None:
        super().__init__("Chọn và sắp xếp cột", yes="Áp dụng", parent=parent)
        told = "Đánh dấu cột muốn xem (phím cách); kéo hoặc Alt+↑, Alt+↓ để đổi chỗ."
        self.content.addWidget(label(told, "muted", wrap=True))
        self.list = QListWidget()
        self.list.setAccessibleName("Các cột của bảng")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        for number, title, shown in columns:
            item = QListWidgetItem(title, self.list)
            item.setData(_NUMBER, number)
            item.setSizeHint(
                QSize(0, theme.ROW_HEIGHT - theme.SPACE_XS)
            )  # the list is laid out before it has its style
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(lambda _item: self._check())
        self.content.addWidget(self.list, stretch=1)
        up = heard_by_table(action(self, "Chuyển lên", "up", "", lambda: self.move_by(-1)), "Alt+Up")
        down = heard_by_table(action(self, "Chuyển xuống", "down", "", lambda: self.move_by(1)), "Alt+Down")
        self.content.addLayout(row(tool_button(up), tool_button(down), 0))
        self.resize(380, 500)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def order(self) -> tuple[int, ...]:
        """The columns from left to right, hidden ones included."""
        return tuple(self.list.item(at).data(_NUMBER) for at in range(self.list.count()))

    def shown(self) -> frozenset[int]:
        """The columns that are ticked."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return frozenset(item.data(_NUMBER) for item in items if item.checkState() is Qt.CheckState.Checked)

    def move_by(self, step: int) -> None:
        """Move the column at the cursor up or down."""
        at = self.list.currentRow()
        if 0 <= at + step < self.list.count() and at >= 0:
            self.list.insertItem(at + step, self.list.takeItem(at))
            self.list.setCurrentRow(at + step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with the arrows moves the column at the cursor."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.move_by(step)
                return True
        return super().eventFilter(watched, event)

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.shown()))
