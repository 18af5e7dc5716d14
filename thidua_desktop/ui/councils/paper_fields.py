"""The numbers of ballot papers above a count: each field leads to the next one, blanks are allowed while typing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from thidua_desktop.domain.councils.ballots import Turnout
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.editors import SuggestEdit
from thidua_desktop.ui.common.widgets import label

_TITLES = ("Phát &ra", "Th&u về", "Không &hợp lệ", "Ý kiến văn bản không hợp &lệ")
_NARROW = 58

Numbers = tuple[int | None, int | None, int | None, int | None]


class PaperFields(QWidget):
    """Four numbers and a name."""

    changed = Signal()
    finished = Signal()
    """Enter was pressed in the last field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: tuple[str, ...] = ()
        self.counted_by = SuggestEdit(lambda: self._members)
        self.counted_by.setAccessibleName("Người đếm")
        self.counted_by.setPlaceholderText("Họ tên người đếm")
        self.counted_by.setMinimumWidth(170)
        self.fields = tuple(self._field(title) for title in _TITLES)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        line.setSpacing(theme.SPACE_XS)
        self._labels = []
        for title, field in zip((*_TITLES, "&Người đếm"), (*self.fields, self.counted_by), strict=True):
            made = label(title, "muted")
            made.setBuddy(field)
            self._labels.append(made)
            line.addWidget(made)
            line.addWidget(field)
            line.addSpacing(theme.SPACE_S)
        line.addStretch(1)
        order = (*self.fields, self.counted_by)
        for at, here in enumerate(order):
            here.returnPressed.connect(partial(self._go_on, order[at + 1 :]))
        for field in order:
            field.textEdited.connect(lambda _text: self.changed.emit())
        self.counted_by.taken.connect(self.changed.emit)

    def numbers(self) -> Numbers:
        """What was typed; None where nothing was."""
        issued, returned, invalid, written = (
            int(field.text()) if field.text().isdecimal() else None for field in self.fields
        )
        return issued, returned, invalid, written

    def show_numbers(self, numbers: Numbers, counted_by: str) -> None:
        """Put numbers and a name into the fields; what is being typed stays as it is."""
        for field, number in zip(self.fields, numbers, strict=True):
            text = "" if number is None else str(number)
            if field.text() != text:
                field.setText(text)
        if self.counted_by.text() != counted_by:
            self.counted_by.setText(counted_by)

    def offer(self, members: tuple[str, ...], *, written: bool) -> None:
        """The names to choose from; ``written``: whether opinions were sent, else their field is not there."""
        self._members = members
        self.fields[3].setVisible(written)
        self._labels[3].setVisible(written)

    def first_empty(self) -> QLineEdit | None:
        """The first field in which a number is missing."""
        return next((field for field in self.fields if not field.text() and field.isVisible()), None)

    def _go_on(self, after: Sequence[QLineEdit]) -> None:
        """Enter goes to the next field that is there; from the last one to the lines."""
        following = next((field for field in after if not field.isHidden()), None)
        if following is None:
            self.finished.emit()
        else:
            following.setFocus()
            following.selectAll()

    def _field(self, title: str) -> QLineEdit:
        made = QLineEdit()
        made.setValidator(QIntValidator(0, 9999, made))
        made.setFixedWidth(_NARROW)
        made.setAccessibleName(title.replace("&", ""))
        return made


def derived(turnout: Turnout | None) -> str:
    """What follows from the papers: ``Không thu về 0 · Hợp lệ 8 phiếu + 1 ý kiến = 9``."""
    if turnout is None:
        return "Nhập số phiếu thu về và không hợp lệ để kiểm tra từng dòng."
    ballots, opinions = turnout.returned - turnout.invalid, turnout.written - turnout.written_invalid
    valid = f"{ballots} phiếu + {opinions} ý kiến bằng văn bản = {turnout.valid}" if turnout.written else str(ballots)
    silent = f" · Vắng không gửi ý kiến {turnout.silent}" if turnout.silent > 0 else ""
    return f"Không thu về {turnout.not_returned} · Hợp lệ {valid}{silent} · Tổng số thành viên {turnout.members}"
