"""Which units have to send their papers: those of last year, those whose lines are there, or any others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from thidua_desktop.common.vietnamese import fold, nfc, squeeze
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.submission_board import Candidates
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.widgets import button, label, row

_NO_UNITS = "Danh bạ chưa có đơn vị nào. Gõ tên từng đơn vị rồi bấm Enter; đơn vị được thêm vào danh bạ luôn."
_ID, _NAME = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1


class ExpectDialog(Form):
    """A list of units to tick. Space ticks; what is typed above narrows the list; nothing ticked is lost by that.

    A name that no unit bears is added with Enter, so that an office without a directory can begin here.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        there: Collection[UnitId],
        candidates: Candidates,
        parent: QWidget | None = None,
    ) -> None:
        """``there`` are expected already and are not offered."""
        super().__init__("Đơn vị phải gửi hồ sơ", yes="Thêm vào đợt", parent=parent)
        self._candidates = candidates
        self.search = SearchField("Tìm đơn vị (không cần dấu), hoặc gõ tên đơn vị mới")
        self.list = QListWidget()
        self.list.setAccessibleName("Đơn vị để chọn")
        self._count = label("", "muted", wrap=True)
        self._entered = False
        for unit in units:
            if unit.id is not None and unit.id not in there:
                self._add(unit.name, unit.id)
        for name in candidates.unknown:
            self._add(name, None)
        self.last_year = button("Như năm trước", "history")
        self.of_lines = button("Theo các dòng đã có", "list")
        self.every = button("Tất cả đang hiện")
        self.new = button("Thêm tên này", "add", tip="Enter khi không có đơn vị nào khớp")
        self._offer()
        self.content.addWidget(self.search)
        self.content.addLayout(row(self.last_year, self.of_lines, self.every, self.new, 0))
        self.content.addWidget(self.list, stretch=1)
        self.content.addWidget(self._count)
        self.setMinimumSize(620, 500)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._enter)
        self.new.clicked.connect(self._add_typed)
        self.list.itemChanged.connect(lambda _item: self._check())
        self._narrow()
        self._check()
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the search field is for the list, not for the button of the dialog."""
        if self._entered and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._entered = False
            return
        super().keyPressEvent(event)

    def units(self) -> tuple[UnitId, ...]:
        """The ticked units."""
        return tuple(UnitId(item.data(_ID)) for item in self._ticked() if item.data(_ID) is not None)

    def names(self) -> tuple[str, ...]:
        """The ticked names that no unit bears yet."""
        return tuple(str(item.data(_NAME)) for item in self._ticked() if item.data(_ID) is None)

    def _add(self, name: str, unit_id: UnitId | None) -> None:
        item = QListWidgetItem(name if unit_id is not None else f"{name} (chưa có trong danh bạ, sẽ được thêm)")
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        item.setData(_ID, unit_id)
        item.setData(_NAME, name)
        self.list.addItem(item)

    def _offer(self) -> None:
        found = self._candidates
        self.last_year.setEnabled(bool(found.last_year))
        told = f"Đánh dấu các đơn vị của “{found.last_round}”" if found.last_round else "Năm trước chưa có đợt xét nào"
        self.last_year.setToolTip(told)
        self.of_lines.setEnabled(bool(found.of_lines or found.unknown))
        self.of_lines.setToolTip("Đánh dấu những đơn vị có dòng đề nghị trong đợt")
        for made in (self.last_year, self.of_lines, self.every, self.new):
            made.setAutoDefault(False)
        self.last_year.clicked.connect(lambda: self._tick(lambda item: item.data(_ID) in found.last_year))
        self.of_lines.clicked.connect(
            lambda: self._tick(lambda item: item.data(_ID) is None or item.data(_ID) in found.of_lines)
        )
        self.every.clicked.connect(lambda: self._tick(lambda item: not item.isHidden()))

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(number) for number in range(self.list.count())]

    def _ticked(self) -> list[QListWidgetItem]:
        return [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]

    def _tick(self, wanted: Callable[[QListWidgetItem], bool]) -> None:
        for item in self._items():
            if wanted(item):
                item.setCheckState(Qt.CheckState.Checked)
        self.list.setFocus()

    def _enter(self) -> None:
        self._entered = True
        if all(item.isHidden() for item in self._items()):
            self._add_typed()
        else:
            self.list.setFocus()

    def _typed(self) -> str:
        return squeeze(nfc(self.search.text()))

    def _add_typed(self) -> None:
        """Tick the typed name as that of a unit which is not in the directory yet."""
        name = self._typed()
        if name:
            self._add(name, None)
            self.list.item(self.list.count() - 1).setCheckState(Qt.CheckState.Checked)
            self.search.clear()
            self.search.setFocus()

    def _narrow(self) -> None:
        words = fold(self.search.text()).split()
        known = {fold(str(item.data(_NAME))) for item in self._items()}
        self.new.setEnabled(bool(words) and fold(self._typed()) not in known)
        for item in self._items():
            name = fold(str(item.data(_NAME)))
            item.setHidden(not all(word in name for word in words))

    def _check(self) -> None:
        ticked = len(self._ticked())
        none = "Chưa chọn đơn vị nào." if self.list.count() else _NO_UNITS
        self._count.setText(f"Đã chọn {ticked} đơn vị." if ticked else none)
        self.yes.setEnabled(bool(ticked))
