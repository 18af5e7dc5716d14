"""The data of a unit: a new one, or corrections to one that is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.units import Unit, UnitKind
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit, SuggestEdit, show_lines
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.directory.unit_names import UnitNames, UnitNotKnown
from thidua_desktop.wording.directory import UNIT_KINDS

_DAYS = "Ngày ghi theo dạng ngày/tháng/năm, ví dụ 01/07/2025."
_TOLD = (
    "Sửa ở đây là sửa lỗi ghi sai. Đơn vị đổi tên, chuyển nơi trực thuộc, sáp nhập, tách hoặc giải thể từ một ngày "
    "thì dùng các lệnh riêng, để khen thưởng trước ngày đó vẫn mang tên cũ."
)


class UnitDialog(Form):
    """Asks for a unit; ``unit()`` gives it back."""

    def __init__(self, unit: Unit, names: UnitNames, today: date, parent: QWidget | None = None) -> None:
        """``names`` are the units that it can belong to."""
        new = unit.id is None
        super().__init__("Thêm đơn vị" if new else "Sửa đơn vị", yes="Thêm" if new else "Lưu", parent=parent)
        self._unit, self._names = unit, names
        self.name = QLineEdit(unit.name)
        self.name.setPlaceholderText("Ví dụ: Sở Giáo dục và Đào tạo")
        self.short_name = QLineEdit(unit.short_name or "")
        self.short_name.setPlaceholderText("Ví dụ: Sở GDĐT")
        self.kind = QComboBox()
        self.kind.addItem("Chưa xếp loại", None)
        for kind in UnitKind:
            self.kind.addItem(UNIT_KINDS[kind], kind.value)
        self.kind.setCurrentIndex(max(0, self.kind.findData(unit.kind.value if unit.kind else None)))
        self.superior = SuggestEdit(names.texts)
        self.superior.setText(names.text(unit.parent_id))
        self.superior.setPlaceholderText("Để trống nếu là đơn vị cấp cao nhất")
        self.since, self.until = DayEdit(year=today.year), DayEdit(year=today.year)
        self.since.set_day(unit.valid_from)
        self.until.set_day(unit.valid_to)
        self.note = QPlainTextEdit(unit.note or "")
        self.note.setTabChangesFocus(True)
        show_lines(self.note, 3)
        self._wrong = label("", "error", wrap=True)
        self._lay_out(new=new)
        for line in (self.name, self.superior, self.since, self.until):
            line.textChanged.connect(self._check)
        self.setMinimumWidth(540)
        self._check()
        self.name.setFocus()

    def _lay_out(self, *, new: bool) -> None:
        form = QFormLayout()
        fields: tuple[tuple[str, QWidget], ...] = (
            ("&Tên đơn vị", self.name),
            ("Tên &ngắn", self.short_name),
            ("&Loại", self.kind),
            ("T&rực thuộc", self.superior),
            ("Có từ n&gày", self.since),
            ("Đến hết ngà&y", self.until),
            ("Ghi c&hú", self.note),
        )
        for text, field in fields:
            form.addRow(text, field)
            field.setAccessibleName(text.replace("&", ""))
        self.content.addLayout(form)
        if not new:
            self.content.addWidget(label(_TOLD, "muted", wrap=True))
        self.content.addWidget(self._wrong)

    def unit(self) -> Unit:
        """The unit with what stands in the fields."""
        kind = self.kind.currentData()
        return replace(
            self._unit,
            name=squeeze(nfc(self.name.text())),
            short_name=squeeze(nfc(self.short_name.text())) or None,
            kind=UnitKind(kind) if kind else None,
            parent_id=self._superior(),
            valid_from=self.since.day(),
            valid_to=self.until.day(),
            note=squeeze(nfc(self.note.toPlainText())) or None,
        )

    def trouble(self) -> str:
        """What keeps the unit from being kept, as it is said in the dialog."""
        return self._wrong.text()

    def _superior(self) -> UnitId | None:
        if self.superior.text() == self._names.text(self._unit.parent_id):
            return self._unit.parent_id  # it may have ended and be no choice any more
        return self._names.read(self.superior.text())

    def _check(self) -> None:
        wrong = ""
        if not self.since.readable() or not self.until.readable():
            wrong = _DAYS
        elif (since := self.since.day()) and (until := self.until.day()) and until < since:
            wrong = "Ngày kết thúc trước ngày bắt đầu."
        try:
            self._superior()
        except UnitNotKnown:
            wrong = wrong or "Chưa có đơn vị cấp trên này. Hãy chọn trong danh sách hoặc để trống."
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self.yes.setEnabled(not wrong and bool(squeeze(self.name.text())))
