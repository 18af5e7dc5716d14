"""The map of provinces since July 2025: what it makes of the office's units, to be looked at before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.provinces import PlannedChange
from thidua_desktop.domain.unit_events import UnitEventKind
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form, fit_lists
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.common.wrapping_list import WrappingList
from thidua_desktop.ui.directory.frame import Frame
from thidua_desktop.wording import formats
from thidua_desktop.wording.unit_events import listed

_TOLD = (
    "Tên cũ, khen thưởng cũ giữ nguyên; tra từ tên mới vẫn thấy. Bỏ dấu ở dòng không muốn làm. "
    "Tất cả là một bước, hoàn tác bằng Ctrl+Z."
)


def planned(change: PlannedChange) -> str:
    """What a change will do, in a sentence."""
    day = formats.day(change.day)
    if change.kind is UnitEventKind.RENAME:
        return f"{day}: {listed(change.names)} đổi thành “{change.after}” ({change.citation})"
    how = "nhập vào" if change.existing is not None else "sáp nhập thành"
    return f"{day}: {listed(change.names)} {how} “{change.after}” ({change.citation})"


class ProvincesDialog(Form):
    """Shows what would be done, each with a tick; ``chosen()`` gives those that are ticked."""

    def __init__(self, changes: Sequence[PlannedChange], parent: QWidget | None = None) -> None:
        super().__init__("Sắp xếp tỉnh, thành phố từ 01/7/2025", yes="Áp dụng", parent=parent)
        self._changes = tuple(changes)
        self.list = WrappingList()
        self.list.setAccessibleName("Các thay đổi sẽ làm")
        for change in self._changes:
            item = QListWidgetItem(planned(change))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self._count = label("", "strong", wrap=True)
        self.content.addWidget(self._count)
        self.content.addWidget(self.list, stretch=1)
        self.content.addWidget(label(_TOLD, "small", wrap=True))
        self.list.itemChanged.connect(lambda _item: self._check())
        self._check()
        fit_lists(self, (self.list,), 720, 460)
        self.list.setFocus()

    def chosen(self) -> tuple[PlannedChange, ...]:
        """The changes that are ticked."""
        ticked = (self.list.item(at).checkState() is Qt.CheckState.Checked for at in range(self.list.count()))
        return tuple(change for change, wanted in zip(self._changes, ticked, strict=True) if wanted)

    def _check(self) -> None:
        chosen = self.chosen()
        units = len({unit for change in chosen for unit in change.before})
        self._count.setText(
            f"Sẽ làm {len(chosen)}/{len(self._changes)} thay đổi, liên quan {units} đơn vị của cơ quan."
        )
        self.yes.setEnabled(bool(chosen))


class Provinces:
    """Looks up what the map would do, shows it, and does what is agreed to."""

    def __init__(self, owner: QWidget, frame: Frame) -> None:
        self._owner, self._units = owner, frame.services.units
        self._runner, self._navigation, self._feedback = frame.runner, frame.navigation, frame.feedback
        self.dialog: ProvincesDialog | None = None
        """The dialog opened last."""

    def open(self) -> None:
        """Show what would be done."""
        self._runner.run(self._units.province_changes, self._show, label="Đang so với bản đồ tỉnh, thành phố…")

    def _show(self, changes: Sequence[PlannedChange]) -> None:
        if not changes:
            told = (
                "Không có đơn vị nào cần đổi: danh bạ không có tỉnh, thành phố cũ, hoặc việc sắp xếp đã được áp dụng."
            )
            self._feedback.say(told, tone=theme.Tone.INFO)
            return
        dialog = ProvincesDialog(changes, self._owner.window())
        dialog.accepted.connect(lambda: self._apply(dialog.chosen()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _apply(self, changes: tuple[PlannedChange, ...]) -> None:
        self._runner.run(partial(self._units.apply_provinces, changes), self._on_applied, label="Đang áp dụng…")

    def _on_applied(self, changes: Changes) -> None:
        self._navigation.changes_made.emit(changes)
        self._feedback.say("Đã áp dụng việc sắp xếp tỉnh, thành phố. Ctrl+Z để hoàn tác.")
