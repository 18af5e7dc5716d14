"""A question with one answer out of many: what is likely first, the rest found by typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.ui.common.delegates import DETAIL_ROLE, TwoLines
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.icons import icon
from thidua_desktop.ui.common.widgets import label

_SHOWN = 200
"""More entries than anybody looks through; typing finds the others."""
_AT = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Answer:
    """One entry: what it is, a second line in quieter letters, and the value that it stands for."""

    text: str
    value: Any
    detail: str = ""
    sign: str = "units"


class PickDialog(Form):
    """Asks; ``value()`` is the answer chosen. Enter takes it, the arrows move while one types."""

    def __init__(
        self, title: str, question: str, answers: Sequence[Answer], *, yes: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, yes=yes, parent=parent)
        self._answers = tuple(answers)
        self._folded = [fold(f"{answer.text} {answer.detail}") for answer in answers]
        self.search = SearchField("Gõ để tìm, không cần dấu")
        self.list = QListWidget()
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setAccessibleName(title)
        self.list.setIconSize(QSize(16, 16))
        self.content.addWidget(label(question, wrap=True))
        self.content.addWidget(self.search)
        self.content.addWidget(self.list, stretch=1)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.list.currentRowChanged.connect(lambda at: self.yes.setEnabled(at >= 0))
        self.resize(560, 460)
        self._fill()
        self.search.setFocus()

    def value(self) -> Any:
        """What was chosen."""
        item = self.list.currentItem()
        return self._answers[item.data(_AT)].value

    def texts(self) -> list[str]:
        """The entries that are shown."""
        return [self.list.item(at).text() for at in range(self.list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move through the entries while the cursor is in the field."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                at = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, at)))
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        words = fold(self.search.query()).split()
        found = [at for at, said in enumerate(self._folded) if all(word in said for word in words)]
        self.list.clear()
        for at in found[:_SHOWN]:
            answer = self._answers[at]
            item = QListWidgetItem(icon(answer.sign), answer.text)
            item.setData(_AT, at)
            item.setData(DETAIL_ROLE, answer.detail)
            item.setToolTip(answer.text)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if found else -1)
        self.yes.setEnabled(bool(found))
