"""A workbook for units to fill in: for what, for whom."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import SuggestEdit
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import labels


class TemplateDialog(Form):
    """Asks what the template is for; ``target()`` and ``unit_id()`` are the answers."""

    def __init__(
        self, target: ListTarget, round_name: str, units: Mapping[str, UnitId], parent: QWidget | None = None
    ) -> None:
        super().__init__("Tạo mẫu danh sách cho đơn vị", yes="Lưu tệp mẫu…", parent=parent)
        self._units = {fold(name): unit_id for name, unit_id in units.items()}
        self._round_name = round_name
        self.targets = QComboBox()
        self.targets.setAccessibleName("Danh sách dùng để")
        for each in ListTarget:
            self.targets.addItem(labels.of(each), each)
        self.targets.setCurrentIndex(self.targets.findData(target))
        self.unit = SuggestEdit(lambda: list(units))
        self.unit.setPlaceholderText("Để trống: mẫu chung cho mọi đơn vị")
        self.unit.setAccessibleName("Đơn vị nhận mẫu")
        told = (
            "Tệp Excel có sẵn tên cột và danh sách để chọn (danh hiệu, đơn vị, loại hình). "
            "Đơn vị điền xong gửi lại thì chương trình nhận đúng từng cột."
        )
        self.content.addWidget(label(told, "muted", wrap=True))
        form = QFormLayout()
        form.addRow("Danh sách dùng để", self.targets)
        form.addRow("Đơn vị nhận mẫu", self.unit)
        self.content.addLayout(form)
        self._told = label("", "small", wrap=True)
        self.content.addWidget(self._told)
        self.setMinimumWidth(560)
        self.targets.currentIndexChanged.connect(lambda _at: self._tell())
        self.unit.textChanged.connect(lambda _text: self._tell())
        self._tell()
        self.unit.setFocus()

    def target(self) -> ListTarget:
        """What the list is for."""
        return ListTarget(self.targets.currentData())

    def unit_id(self) -> UnitId | None:
        """Whose template it is; None for anybody's."""
        return self._units.get(fold(squeeze(self.unit.text())))

    def _tell(self) -> None:
        unknown = bool(squeeze(self.unit.text())) and self.unit_id() is None
        self.yes.setEnabled(not unknown)
        if unknown:
            self._told.setText("Đơn vị này chưa có trong danh bạ; hãy chọn trong gợi ý hoặc để trống.")
        elif self.target() is ListTarget.NOMINATIONS:
            named = (
                f"Mẫu ghi tên đợt xét “{self._round_name}”." if self._round_name else "Mẫu không gắn với đợt xét nào."
            )
            self._told.setText(named)
        else:
            self._told.setText("")
