"""A unit that was entered twice: which one is right?"""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QWidget

from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import SuggestEdit
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.directory.unit_names import UnitNames, UnitNotKnown


class UnifyDialog(Form):
    """Asks for the right unit; ``right()`` gives it."""

    def __init__(self, wrong: Unit, names: UnitNames, parent: QWidget | None = None) -> None:
        super().__init__("Gộp đơn vị nhập trùng", yes="Gộp", parent=parent)
        self._wrong_unit, self._names = wrong, names
        self.unit = SuggestEdit(names.texts)
        self.unit.setAccessibleName("Đơn vị đúng")
        self._told = label("", "muted", wrap=True)
        self._told.setMinimumHeight(56)
        form = QFormLayout()
        form.addRow("Nhập trùng", label(wrong.name, "strong", wrap=True))
        form.addRow("&Đơn vị đúng", self.unit)
        self.content.addLayout(form)
        self.content.addWidget(self._told)
        self.unit.textChanged.connect(self._check)
        self.setMinimumWidth(520)
        self._check()
        self.unit.setFocus()

    def right(self) -> UnitId:
        """The unit that stays.

        Raises:
            UnitNotKnown: the field names no unit.
        """
        found = self._names.read(self.unit.text())
        if found is None:
            raise UnitNotKnown(text="")
        return found

    def told(self) -> str:
        """What will happen, as it is said in the dialog."""
        return self._told.text()

    def _check(self) -> None:
        wrong = self._wrong_unit.name
        try:
            right = self._names.text(self.right())
        except UnitNotKnown:
            self._told.setText("Hãy chọn đơn vị đúng trong danh sách.")
            self.yes.setEnabled(False)
            return
        self._told.setText(
            f"Mọi người nhận, đề nghị, khen thưởng của “{wrong}” chuyển sang “{right}”. “{wrong}” vào thùng rác và "
            f"được nhớ là một cách viết khác của “{right}”. Đây là sửa việc nhập trùng, không phải sáp nhập hai đơn vị."
        )
        self.yes.setEnabled(True)
