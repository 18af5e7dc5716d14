"""The line under the tabs that says why nothing can be changed: a closed year, a file open for reading only."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.signs import Sign
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import set_tone
from thidua_desktop.ui.common.widgets import button, row
from thidua_desktop.wording import sharing


class StateStrip(QFrame):
    """Says one thing and offers the way on; hidden while everything can be changed."""

    reopen_wanted = Signal()
    """The closed year is to be opened again."""
    writing_wanted = Signal()
    """The file is to be opened for writing."""
    look_again_wanted = Signal()
    """Another file lies under the name: that one is to be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Vì sao không sửa được")
        self._sign = Sign("lock")
        self._text = QLabel(wordWrap=True)
        self.reopen = button("Mở lại sổ…", "unlock", tip="Mở lại sổ của năm này, có ghi lý do (Ctrl+Alt+Shift+K)")
        self.reopen.clicked.connect(self.reopen_wanted)
        self.write = button("Thử mở để sửa", "edit", tip="Mở lại tệp này để ghi, nếu không còn ai đang giữ")
        self.write.clicked.connect(self.writing_wanted)
        self.again = button("Mở lại để xem", "redo", tip="Mở tệp đang nằm ở chỗ này")
        self.again.clicked.connect(self.look_again_wanted)
        self._told = sharing.FIXED
        self._replaced = False
        line = row(self._sign, self._text, self.reopen, self.again, self.write)
        line.setStretch(1, 1)
        line.setContentsMargins(theme.SPACE_L, theme.SPACE_XS, theme.SPACE_S, theme.SPACE_XS)
        self.setLayout(line)
        self.setProperty("role", "strip")
        set_tone(self, Tone.INFO)
        self.hide()

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_state(self, *, closed_year: int | None, read_only: bool) -> None:
        """Say that a year is closed or the file cannot be written, or go away."""
        if read_only:
            self._text.setText(self._told)
        elif closed_year is not None:
            self._text.setText(f"Năm {closed_year} đã khóa sổ: xem, tìm, in, xuất được; không sửa được.")
        self.reopen.setVisible(closed_year is not None and not read_only)
        self.write.setVisible(read_only)
        self.again.setVisible(read_only and self._replaced)
        self.setVisible(read_only or closed_year is not None)

    def tell(self, told: str, *, replaced: bool = False) -> None:
        """Say who writes to the file that is only looked at, or that another one has taken its place."""
        if (told, replaced) != (self._told, self._replaced):
            self._told, self._replaced = told, replaced
            self.show_state(closed_year=None, read_only=True)
