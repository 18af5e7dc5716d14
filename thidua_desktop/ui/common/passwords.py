"""Dialogs that ask for a password: to open a file with, or to give to it. What is typed is never shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.records import dataclass
from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import messages

_WIDTH = 460
_ASKS = frozenset({"store.password_needed", "store.password_wrong"})


def is_asked_for(trouble: AppError) -> bool:
    """Whether a password, or another one, would help."""
    return trouble.code in _ASKS


@dataclass(frozen=True, slots=True)
class Wish:
    """What the clerk wants: the password of now, and the one to be; None for none."""

    old: str | None = field(repr=False)
    new: str | None = field(repr=False)


class PasswordDialog(Form):
    """Asks for the password of a file; ``told`` says which one, or what was wrong with the last answer."""

    def __init__(self, told: str, *, parent: QWidget | None = None) -> None:
        super().__init__("Mật khẩu", yes="Mở", parent=parent)
        self.told = QLabel(told, wordWrap=True)
        self._field = secret("Mật khẩu")
        self._field.textChanged.connect(self._on_text_changed)
        self.content.addWidget(self.told)
        self.content.addWidget(self._field)
        self.setMinimumWidth(_WIDTH)
        self._on_text_changed()
        self._field.setFocus()

    def password(self) -> str:
        """What was typed."""
        return self._field.text()

    def set_password(self, text: str) -> None:
        """Type for the clerk."""
        self._field.setText(text)

    def offer_other_ways(self, do: Callable[[], None], *, leave: str) -> None:
        """Add a button for the clerk who does not know the password; ``leave`` is what the other one says."""
        self.no.setText(leave)
        other = self.buttons.addButton("Quên mật khẩu…", QDialogButtonBox.ButtonRole.ResetRole)
        other.setAutoDefault(False)
        other.clicked.connect(do)
        other.clicked.connect(self.hide)

    def _on_text_changed(self) -> None:
        self.yes.setEnabled(bool(self.password()))


def ask(trouble: AppError, then: Callable[[str], None], *, parent: QWidget | None = None) -> PasswordDialog:
    """Ask for the password that ``trouble`` misses; ``then`` gets what was typed. It does not wait."""
    dialog = PasswordDialog(messages.error(trouble), parent=parent)
    dialog.accepted.connect(lambda: then(dialog.password()))
    dialog.open()
    return dialog


class NewPasswordDialog(Form):
    """Asks for a new password, twice, and for the one of now where there is one; or takes it away."""

    def __init__(self, *, is_set: bool, told: str = "", parent: QWidget | None = None) -> None:
        super().__init__("Mật khẩu tệp dữ liệu", yes="Đổi mật khẩu" if is_set else "Đặt mật khẩu", parent=parent)
        self._is_set = is_set
        self.old, self.new, self.again = (
            secret("Mật khẩu đang dùng"),
            secret("Mật khẩu mới"),
            secret("Gõ lại mật khẩu mới"),
        )
        self.away = QCheckBox("Bỏ mật khẩu, ai có tệp cũng đọc được")
        self.warning = QLabel(messages.PASSWORD_WARNING, wordWrap=True)
        self.note = label(told, "hint")
        self.note.setWordWrap(True)
        self._lay_out()
        for field_ in (self.old, self.new, self.again):
            field_.textChanged.connect(self._on_changed)
        self.away.toggled.connect(self._on_changed)
        self._on_changed()
        if told:
            self.note.setText(told)

    def wish(self) -> Wish:
        """What was asked for."""
        return Wish(self.old.text() if self._is_set else None, None if self.away.isChecked() else self.new.text())

    def _lay_out(self) -> None:
        lines = QFormLayout()
        if self._is_set:
            lines.addRow("Mật khẩu đang dùng", self.old)
        lines.addRow("Mật khẩu mới", self.new)
        lines.addRow("Gõ lại", self.again)
        self.content.addWidget(
            QLabel(
                "Cả tệp dữ liệu, tệp đính kèm và các bản sao lưu làm từ nay được mã hóa; chương trình hỏi mật "
                "khẩu mỗi lần mở tệp. Các bản sao lưu đã có không đổi; giấy tờ đã xuất (Word, PDF, Excel) không được "
                "mã hóa. Cửa sổ mở lại sau khi đổi.",
                wordWrap=True,
            )
        )
        self.content.addLayout(lines)
        if self._is_set:
            self.content.addWidget(self.away)
        self.content.addWidget(self.warning)
        self.content.addWidget(self.note)
        self.setMinimumWidth(_WIDTH)
        (self.old if self._is_set else self.new).setFocus()

    def _on_changed(self) -> None:
        away = self.away.isChecked()
        self.new.setEnabled(not away)
        self.again.setEnabled(not away)
        self.warning.setVisible(not away)
        same = nfc(self.new.text()) == nfc(self.again.text())  # whatever way of typing made the letters
        differs = not away and bool(self.again.text()) and not same
        self.note.setText("Hai lần gõ chưa giống nhau." if differs else "")
        ready = away or (bool(self.new.text().strip()) and same)
        self.yes.setEnabled(ready and (not self._is_set or bool(self.old.text())))


def secret(name: str) -> QLineEdit:
    """A field in which nobody can read what is typed."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setAccessibleName(name)
    return made
