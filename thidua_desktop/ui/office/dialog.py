"""What the office is called on paper, with its letterhead beside the fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.units import Office
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import show_lines
from thidua_desktop.ui.common.widgets import column, label
from thidua_desktop.ui.office.letterhead import Letterhead


class OfficeDialog(Form):
    """Takes an office and gives one back through ``office()``; nothing in it is compulsory."""

    def __init__(self, office: Office, *, parent: QWidget | None = None) -> None:
        super().__init__("Thông tin cơ quan", yes="Lưu", parent=parent)
        self._office = office
        self.name = QLineEdit(office.name)
        self.superior = QLineEdit(office.superior)
        self.place = QLineEdit(office.place)
        self.code = QLineEdit(office.code)
        self.posts = QPlainTextEdit("\n".join(office.signer_posts))
        self.signer = QLineEdit(office.signer_name)
        self.compiler = QLineEdit(office.compiler_name)
        self.letterhead = Letterhead(office)
        self._lay_out()
        for field in (self.name, self.superior, self.place, self.code, self.signer, self.compiler):
            field.textChanged.connect(lambda _text: self.letterhead.show_office(self.office()))
        self.posts.textChanged.connect(lambda: self.letterhead.show_office(self.office()))
        self.name.setFocus()

    def office(self) -> Office:
        """The office with what stands in the fields."""
        return replace(
            self._office,
            name=squeeze(self.name.text()),
            superior=squeeze(self.superior.text()),
            place=squeeze(self.place.text()),
            code=squeeze(self.code.text()),
            signer_posts=tuple(post for post in map(squeeze, self.posts.toPlainText().split("\n")) if post),
            signer_name=squeeze(self.signer.text()),
            compiler_name=squeeze(self.compiler.text()),
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(theme.SPACE_S)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        show_lines(self.posts, 3)
        self.posts.setTabChangesFocus(True)
        hints = (
            ("Cơ quan chủ quản", self.superior, "Ví dụ: UBND TỈNH BẮC NINH"),
            ("Tên cơ quan", self.name, "Ví dụ: SỞ NỘI VỤ"),
            ("Địa danh", self.place, "Ví dụ: Bắc Ninh"),
            ("Viết tắt trong số văn bản", self.code, "Ví dụ: SNV"),
            ("Chức vụ người ký (mỗi dòng)", self.posts, "KT. GIÁM ĐỐC"),
            ("Họ tên người ký", self.signer, ""),
            ("Người lập biểu", self.compiler, ""),
        )
        for text, field, hint in hints:
            field.setAccessibleName(text)
            field.setPlaceholderText(hint)
            form.addRow(text, field)
        beside = column(label("Thể thức khi in", "small"), self.letterhead, 0)
        both = QHBoxLayout()
        both.setSpacing(theme.SPACE_XL)
        both.addLayout(form, stretch=1)
        both.addLayout(beside)
        self.content.addLayout(both)
        self.setMinimumWidth(980)
