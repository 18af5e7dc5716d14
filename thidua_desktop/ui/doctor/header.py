"""Above a list that is looked through: what it is, what it is read for, who sent it, what holds for all its rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QVBoxLayout

from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.list_doctor import DoctorDraft
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.services.nominations import RoundRow
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import ElidedLabel, button, column, label, row

NO_UNIT = "Chưa chọn đơn vị gửi…"
NO_DEFAULTS = "Chưa đặt giá trị chung…"


class DoctorHeader(QFrame):
    """Shows what a draft says of itself and takes the wishes of the clerk."""

    target_chosen = Signal(object)
    """A ``ListTarget``."""
    round_chosen = Signal(object)
    """A ``RoundId``."""
    unit_wanted = Signal()
    defaults_wanted = Signal()
    forget_wanted = Signal()
    """The remembered layout is to be forgotten."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._title = ElidedLabel("title")
        self._file = label("", "muted")
        self.targets = _combo("Nhận vào")
        for target in ListTarget:
            self.targets.addItem("", target)
        self.rounds = _combo("Đợt xét")
        self.unit = button(NO_UNIT, "units", tip="Đơn vị đã gửi danh sách này (Ctrl+G)")
        self.defaults = button(NO_DEFAULTS, "fill-down", tip="Giá trị cho dòng không ghi (Ctrl+Shift+D)")
        for made in (self.unit, self.defaults):
            made.setAutoDefault(False)
        self._layout_told = label("", "muted", wrap=True)
        self.forget: QPushButton = button("Quên mẫu này", role="link")
        self.forget.setAutoDefault(False)
        self._lay_out()
        self.targets.activated.connect(lambda at: self.target_chosen.emit(ListTarget(self.targets.itemData(at))))
        self.rounds.activated.connect(lambda at: self.round_chosen.emit(RoundId(self.rounds.itemData(at))))
        self.unit.clicked.connect(self.unit_wanted)
        self.defaults.clicked.connect(self.defaults_wanted)
        self.forget.clicked.connect(self.forget_wanted)

    def show_choices(self, targets: Sequence[tuple[ListTarget, str]], rounds: Sequence[RoundRow]) -> None:
        """Offer what lists can be read for and the rounds that they can go into."""
        self.targets.clear()
        for target, name in targets:
            self.targets.addItem(name, target)
        self.rounds.clear()
        for known in rounds:
            if known.round.id is not None:
                self.rounds.addItem(known.round.name, known.round.id)

    def show_draft(self, draft: DoctorDraft, *, unit: str, defaults: str, layout: str) -> None:
        """Show a draft; the words for its unit, its common values and its layout are given."""
        self._title.setText(draft.title or "Danh sách không có tên")
        name = Path(draft.name).name if draft.name else "Dán từ bộ nhớ tạm"
        self._file.setText(name)
        self.targets.setCurrentIndex(self.targets.findData(draft.target))
        self.rounds.setCurrentIndex(self.rounds.findData(draft.round_id))
        for shown in self._of_round:
            shown.setVisible(draft.target is ListTarget.NOMINATIONS)
        self.unit.setText(_short(unit) or NO_UNIT)
        self.unit.setAccessibleName(f"Đơn vị gửi: {unit or 'chưa chọn'}")
        self.defaults.setText(_short(defaults) or NO_DEFAULTS)
        self.defaults.setToolTip(defaults or "Giá trị cho dòng không ghi (Ctrl+Shift+D)")
        self.defaults.setAccessibleName(f"Giá trị chung cho dòng không ghi: {defaults or 'chưa đặt'}")
        self._layout_told.setText(layout)
        self._layout_told.setVisible(bool(layout))
        self.forget.setVisible(draft.layout is not None and draft.layout.id is not None)

    def _lay_out(self) -> None:
        head = row(self._title, self._file, spacing=theme.SPACE_M)
        head.setStretch(0, 1)
        round_label = label("Đợt xét", "small")
        self._of_round = (round_label, self.rounds)
        fields = row(spacing=theme.SPACE_L)
        for caption, field in (
            (label("Nhận vào", "small"), self.targets),
            (round_label, self.rounds),
            (label("Đơn vị gửi", "small"), self.unit),
            (label("Cho dòng không ghi", "small"), self.defaults),
        ):
            caption.setBuddy(field)
            fields.addLayout(column(caption, field, spacing=theme.SPACE_XXS))
        fields.addStretch(1)
        note = row(self._layout_told, self.forget)
        note.setStretch(0, 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_S, theme.SPACE_L, theme.SPACE_S)
        frame.setSpacing(theme.SPACE_XS)
        frame.addLayout(head)
        frame.addLayout(fields)
        frame.addLayout(note)


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setMaximumWidth(320)
    return made


def _short(text: str) -> str:
    return text if len(text) <= 48 else f"{text[:46].rstrip()}…"
