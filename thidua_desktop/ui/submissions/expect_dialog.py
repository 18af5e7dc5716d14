"""Which units have to send their papers: those of last year, those whose lines are there, or any others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.submission_board import Candidates
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.widgets import button, label, row

_ID, _NAME = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1


class ExpectDialog(Form):
    """A list of units to tick. Space ticks; what is typed above narrows the list; nothing ticked is lost by that."""

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
        self.search = SearchField("Tìm đơn vị (không cần dấu)")
        self.list = QListWidget()
        self.list.setAccessibleName("Đơn vị để chọn")
        self._count = label("", "muted")
        for unit in units:
            if unit.id is not None and unit.id not in there:
                self._add(unit.name, unit.id)
        for name in candidates.unknown:
            self._add(name, None)
        self.last_year = button("Như năm trước", "history")
        self.of_lines = button("Theo các dòng đã có", "list")
        self.every = button("Tất cả đang hiện")
        self._offer()
        self.content.addWidget(self.search)
        self.content.addLayout(row(self.last_year, self.of_lines, self.every, 0))
        self.content.addWidget(self.list, stretch=1)
        self.content.addWidget(self._count)
        self.setMinimumSize(520, 500)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.itemChanged.connect(lambda _item: self._check())
        self._check()
        self.search.setFocus()

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
        for made in (self.last_year, self.of_lines, self.every):
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

    def _narrow(self) -> None:
        words = fold(self.search.text()).split()
        for item in self._items():
            name = fold(str(item.data(_NAME)))
            item.setHidden(not all(word in name for word in words))

    def _check(self) -> None:
        ticked = len(self._ticked())
        self._count.setText(f"Đã chọn {ticked} đơn vị." if ticked else "Chưa chọn đơn vị nào.")
        self.yes.setEnabled(bool(ticked))
